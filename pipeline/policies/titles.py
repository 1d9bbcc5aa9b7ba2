"""The canonical title of a policy: the same instrument, however it is spaced, bracketed, dashed, wrapped or scripted."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractors.period import RANGE

_CJK = r"\u3400-\u9fff〇"
#: Marks around a title; 「…」 and 『…』 are those of texts in traditional script.
_MARKS = "《》〈〉「」『』«»"
_PAIRS = {"《": "》", "〈": "〉", "「": "」", "『": "』"}
#: A headline is seldom longer; what stands in a page's place for one may be a whole article.
_LONGEST = 400
_DASHES = re.compile(r"[-‐‑‒–—―−－~～∼〜]+")
_TAG = re.compile(r"[<＜]/?[a-zA-Z]{1,10}\s*[/／]?[>＞]")
_STAMP = re.compile(r"(?:_|\s*[(（])(?:19|20)\d\d-\d{1,2}-\d{1,2}[)）]?\s*\Z")
_NUMBER = r"[\u3400-\u9fff]{1,14}\s*[〔\[【(（［]\s*(?:19|20)\d\d\s*(?:年)?[〕\]】)）］]\s*(?:第)?\s*\d{1,5}\s*号"
_ORDER = r"[\u3400-\u9fff]{2,20}(?:令|公告)\s*(?:(?:19|20)\d\d\s*年)?\s*第\s*\d{1,5}\s*号"
#: A document number: 浙政办发〔2018〕70号, 交通运输部令2016年第57号.
DOC_NUMBER = re.compile(rf"{_NUMBER}|{_ORDER}")
_NUMBER_AT_END = re.compile(rf"\s*[(（]?\s*({_NUMBER}|{_ORDER})\s*[)）]?\s*\Z")
#: A covering notice: 关于印发《…》的通知, 转发…的通知, 批转…的函.
_COVER = re.compile(r"(?P<head>.{0,80}?)(?:关于)?(?:印发|转发|批转|颁布|颁发|发布|公布)(?:关于印发)?(?P<core>.+?)(?:的(?:通知|函|通报)|通知)\Z", re.S)
_INNER_COVER = re.compile(r"(?P<head>[^《》]{2,60}?)关于(?:印发|转发)(?P<core>[^《》]+)\Z")
_COVER_OF_QUOTED = re.compile(r"(?P<head>[^《》〈〉]{2,80}?)(?:关于)?(?:印发|转发|批转)(?P<core>[〈《][^〈〉《》]+[〉》])\Z")
_PUBLISH = re.compile(r"(?P<head>.{0,80}?)(?:关于)?(?:发布|公布|下达)(?P<core>《.+》)的(?:通知|公告|通告|决定|函)\Z", re.S)
#: A notice cut short: 中办国办印发关于公园的意见.
_COVER_CUT = re.compile(r"(?P<head>[^《》〈〉]{2,80}?)(?:印发|转发|批转)(?P<core>关于[^《》〈〉]+)\Z")
#: An order that makes or amends one instrument: 某部令：订定「…要点」，自即日生效.
_ORDER_OF = re.compile(r"(?P<head>.{0,30}?)(?:令|公告|函)[:：]?\s*(?:订定|修正|预告|发布|制定)(?P<core>[「《][^「」《》]+[」》])[^「《]*\Z", re.S)
#: What a body's notice passes on: 省计委《某方案》.
_PASSED_ON = re.compile(r"(?P<head>[^《》]{2,40}?)[《「](?P<core>[^《》「」]+)[》」]\Z")
_END_BRACKETS = re.compile(r"(?:[（(〔][^（）()〔〕]*[）)〕]){1,4}\Z")
_ISSUED = re.compile(r"(?P<head>.{2,60}?)关于")
_SPACE = re.compile(rf"(?<=[{_CJK}“”《》〈〉（）、，。：；\-—–~～]) | (?=[{_CJK}“”《》〈〉（）、，。：；\-—–~～])")
_ZEROS = str.maketrans("○◯", "〇〇")
_WIDE = str.maketrans("()[]【】<>", "（）〔〕〔〕〈〉")
#: A plan named by the year it looks to: 某省教育现代化2035.
_FAR_YEAR = re.compile(rf"[{_CJK}]{{4}}20[2-6][05]\Z")
_KEEP = re.compile(rf"[^0-9a-z{_CJK}]+")
#: A year in Chinese digits: 二〇三五年.
_CJK_YEAR = re.compile(r"[一二][〇零一二三四五六七八九]{3}(?=年)")
_CJK_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
#: The five-year plans, 第十四个五年 and “十四五”; the outline of a place's whole plan has many names.
_FIVE = re.compile(r"第?((?:二?十)?[一二三四五六七八九十])个?五年(?=规划|计划)")
_FIVE_ALONE = re.compile(r"[“\"]?(?:二?十)?[一二三四五六七八九十]五[”\"]?(?:时期)?(?:规划|计划)(?:纲要)?\Z")
_OUTLINE = re.compile(
    r"(?:(?P<before>(?:二?十)?[一二三四五六七八九十]五)(?:时期)?)?国民经济[和与及]社会发展(?P<after>(?:二?十)?[一二三四五六七八九十]五)?(?:时期)?"
    r"(?:规划|计划)(?:纲要)?(?:[和与及]\d{4}年?远景(?:目标|规划))?(?:纲要)?\Z"
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title taken apart: `title` to show, `key` to compare its words by, and what these name.

    `issuer` is the body nearest to the policy, `cover` the outermost one, which differs when a notice passes on another's.
    """

    title: str
    key: str
    issuer: str | None = None
    doc_number: str | None = None
    cover: str | None = None


@functools.cache
def lexicon() -> dict[str, Any]:
    """The words of `titles.toml`."""
    return tomllib.loads(Path(__file__).with_name("titles.toml").read_text("utf-8"))


@functools.cache
def _remark() -> re.Pattern[str]:
    return re.compile(r"\s*[(（\[【]\s*(?:" + "|".join(map(re.escape, lexicon()["remarks"])) + r")\s*[)）\]】]\s*")


@functools.cache
def _issuer_end() -> re.Pattern[str]:
    endings = sorted(lexicon()["issuer_endings"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(endings)})(?:[(（][^()（）]*[)）])?\Z|(?:{lexicon()['anonymous_issuers']})\Z")


@functools.cache
def _not_body() -> re.Pattern[str]:
    starts, inside = lexicon()["not_issuer_starts"], lexicon()["not_in_issuers"]
    return re.compile(rf"\A(?:{'|'.join(starts)})|{'|'.join(inside)}")


@functools.cache
def _anonymous() -> re.Pattern[str]:
    return re.compile(rf"(?:{lexicon()['anonymous_issuers']})\Z")


def is_body(words: str) -> bool:
    """Whether `words` are the name of a body that can issue: `云岚省人民政府`, `四部门`; not `切实做好`."""
    return _issuer_end().search(words) is not None and _not_body().search(words) is None


def named_body(words: str) -> str | None:
    """`words` when they name a body, None when they do not or only count them (`四部门`)."""
    words = words.strip("、，；：: ")
    return words if is_body(words) and not _anonymous().match(words) else None


def simplified(text: str) -> str:
    """`text` in simplified characters; the converter is loaded only for characters outside the simplified set of GB 2312."""
    return _converter().convert(text) if any(char > "\u3400" and not _is_gb2312(char) for char in text) else text


@functools.lru_cache(maxsize=8192)
def _is_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@functools.cache
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("t2s")


@functools.lru_cache(maxsize=16384)
def tidy(text: str) -> str:
    """A title's words for showing: simplified, one line, full-width punctuation beside Chinese, no space inside Chinese, `—` between years."""
    text = simplified(_TAG.sub("", unicodedata.normalize("NFKC", text)))
    text = re.sub(r"\s+", " ", text.translate(_ZEROS)).strip()
    text = _SPACE.sub("", text)
    if re.search(rf"[{_CJK}]", text):
        text = text.translate(_WIDE)
    text = re.sub(rf"(?<=[{_CJK}）])[,:;](?=\S)", lambda found: {",": "，", ":": "：", ";": "；"}[found[0]], text)
    text = re.sub(r"(\d) (?=[\d年])", r"\1", text)
    text = re.sub(r"（ ", "（", text).replace(" ）", "）")
    return RANGE.sub(lambda found: f"{found['from']}—{_last_year(found)}年", text)


def _last_year(found: re.Match[str]) -> str:
    """The last year of a range in four digits: 2021—25年 ends in 2025."""
    return found["from"][: -len(found["to"])] + found["to"]


@functools.lru_cache(maxsize=16384)
def key_of(title: str) -> str:
    """What two spellings of one title have in common: letters, digits and characters alone, years alike, no 的 and no leading 关于.

    `《某方案（2021-2025年）》` and `某方案 (2021—2025)` have one key; `某方案（2021—2025年）` and `某方案` do not. Covering notices leave 的 out
    (`印发某意见实施细则` is `某意见的实施细则`), and `某五年规划和二〇三五年远景目标纲要` is `“十四五”规划纲要`.
    """
    text = _CJK_YEAR.sub(lambda found: found[0].translate(_CJK_DIGITS), tidy(title).lower())
    text = RANGE.sub(lambda found: found["from"] + _last_year(found), text)
    text = _KEEP.sub("", text)
    text = text.replace("的", "") or text
    if "国民经济" in text:
        text = _OUTLINE.sub(_outline, _FIVE.sub(r"\1五", text))
    return text.removeprefix("关于") or text


def _outline(found: re.Match[str]) -> str:
    number = found["before"] or found["after"]
    return f"{number}国民经济和社会发展规划纲要" if number else found[0]


@functools.lru_cache(maxsize=16384)
def canonical(words: str) -> Title:
    """The policy that `words` name: remarks, document number, book marks and covering notices stripped.

    `云岚省人民政府关于印发《云岚省数字云岚建设规划（2021-2025年）》的通知` is 云岚省数字云岚建设规划（2021—2025年）, issued by 云岚省人民政府;
    `云岚省人民政府关于修改《…办法》的决定` is an instrument of its own.
    """
    text = _DASHES.sub(lambda dash: dash[0][:2], tidy(words[:_LONGEST])).strip(" 。，、；：")
    number: str | None = None
    bodies: list[str | None] = []
    for _ in range(6):
        before = text
        text = _STAMP.sub("", _remark().sub("", text)).strip()
        if (found := _NUMBER_AT_END.search(text)) and found.start():
            number, text = number or _number(found[1]), text[: found.start()].strip()
        text = _unquoted(text)
        for pattern in (_COVER, _COVER_OF_QUOTED, _PUBLISH, _ORDER_OF, _COVER_CUT):
            found = pattern.match(text)
            carries = pattern not in (_COVER, _COVER_CUT) or (found is not None and _carries(found["core"]))
            if found and carries and (not found["head"] or is_body(found["head"].strip())):
                bodies.append(named_body(found["head"].strip()))
                text = found["core"].strip()
                # 转发某院关于印发某规划的通知: the inner notice has no 的通知 of its own.
                if (inner := _INNER_COVER.match(text)) and is_body(inner["head"]):
                    bodies.append(named_body(inner["head"]))
                    text = inner["core"]
                break
        else:
            if (inner := _PASSED_ON.match(text)) and is_body(inner["head"]):
                bodies.append(named_body(inner["head"]))
                text = inner["core"]
        if text == before:
            break
    if found := _ISSUED.match(text):
        bodies.append(named_body(found["head"]))
    named = [body for body in bodies if body]
    shown = text.translate({ord(mark): None for mark in _MARKS}).strip() or tidy(words[:_LONGEST])
    return Title(shown, key_of(shown) or key_of(words[:_LONGEST]), named[-1] if named else None, number, named[0] if named else None)


def _unquoted(text: str) -> str:
    """`text` without the pair of marks that encloses all of it: `《甲〈乙〉规划》`; `《甲》和《乙》` stays."""
    close = _PAIRS.get(text[:1])
    if close is None or text[-1] != close:
        return text
    depth = 0
    for at, char in enumerate(text):
        depth += (char == text[0]) - (char == close)
        if depth == 0:
            return text[1:-1].strip() if at == len(text) - 1 else text
    return text


def _carries(core: str) -> bool:
    """Whether what a notice passes on is an instrument of its own: `某方案`, `《某…》`; not 某工作, of which the notice itself is the instrument."""
    return any(mark in core for mark in _MARKS) or is_instrument(core) or _NUMBER_AT_END.search(core) is not None


def _number(words: str) -> str:
    """A document number in one spelling: no spaces, 〔〕 around the year."""
    text = re.sub(r"\s+", "", words).removeprefix("中华人民共和国")
    return re.sub(r"[\[【(（［〔]((?:19|20)\d\d)年?[〕\]】)）］]第?", r"〔\1〕", text)


def find_number(text: str) -> str | None:
    """The first document number in `text`, in one spelling: `（云政办发[2018] 70号）` gives 云政办发〔2018〕70号."""
    found = DOC_NUMBER.search(text)
    return _number(found[0]) if found else None


@functools.cache
def _instrument() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(sorted(lexicon()['instruments'], key=len, reverse=True))})\Z")


@functools.cache
def _not_instrument() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(lexicon()['not_instruments'])})\Z")


def is_instrument(title: str) -> bool:
    """Whether a title names a policy, law or standard: `某行动计划（2021—2025年）`, `某省制造2025`; not `人民日报`, `营业执照`."""
    head = re.sub(r"(?:[（(〔][^（）()〔〕]*[）)〕]|[\d\s—\-年版]|全文|草案|摘要)+\Z", "", title)
    if _FAR_YEAR.search(title):
        return True
    return _instrument().search(head) is not None and _not_instrument().search(head) is None


def is_generic(title: str) -> bool:
    """Whether a title alone names nothing: `方案`, `实施意见`, `纲要（草案）`, `“十四五”规划`."""
    return bare(title) in _generic() or _FIVE_ALONE.match(title) is not None


@functools.lru_cache(maxsize=4096)
def bare(title: str) -> str:
    """A title without the brackets at its end: 某方案（2021—2025年）, 某办法（试行）."""
    return _END_BRACKETS.sub("", title)


@functools.cache
def _generic() -> frozenset[str]:
    return frozenset(lexicon()["generic"])

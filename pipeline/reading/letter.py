"""What an official text says about itself: number, issuer, the date it was signed, printed, adopted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.reading.dates import Dated, all_dates, find_date
from pipeline.reading.folding import fold
from pipeline.reading.headline import DOC_NUMBER
from pipeline.reading.page import Block

#: Where letterhead and covering notice stand, and where a signature at the end does.
_TOP, _BOTTOM = 45, 14
_PRINTED = re.compile(r"\s*印\s*发")
_HISTORY = re.compile(r"(?:通过|批准|公布|发布|修正|修订|修改)")
_HISTORY_LINE = re.compile(r"\s*[（(]?(?:根据)?\s*(?:19|20)\d{2}年\d{1,2}月\d{1,2}日.{0,2000}(?:通过|批准|公布|发布|修正|修订)")
_ARTICLE = re.compile(r"\s*第一(?:章|条)")
#: Where and when a report was given, below its headline: `——2026年1月27日在某省人民代表大会会议上`.
_OCCASION = re.compile(
    r"\s*(?:(?:——|—|--).{0,80}(?:会议|大会)上|[（(]?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日在[^，。；：]{2,30}届[^，。；：]{2,24}(?:会议|大会)上[^，。；：]{0,20}$)"
)
_ISSUER = re.compile(r"\s*([\u4e00-\u9fff（）()、\s]{2,60}?)(?:关于|印发|转发|批转|转批)(?!您|我)")
#: Whose report it is: `2026年某省政府工作报告`.
_REPORT = re.compile(r"(?:(?:19|20)\d{2}年)?([\u4e00-\u9fff]{2,12}[省市区县州旗])(?:人民)?政府工作报告")
#: A part of an agency, which pages label as what published them: `法制司`, `水运局`.
_SECTION = re.compile(r"[\u4e00-\u9fff]{2,7}[司处室科局]")
_WHOLE_AGENCY = ("部", "委", "委员会", "总局", "厅", "人民政府", "办公厅")
_SIGNATORY = re.compile(
    r"中共中央|[\u4e00-\u9fff\s]{2,40}(?:人民政府|办公厅|办公室|委员会|国务院|联席会议|领导小组|工作组|工作专班|指挥部|中心|[部厅局署院会委办处])"
)
#: The head of a letter: `某某省人民政府文件`.
_LETTERHEAD = re.compile(r"\s*([\u4e00-\u9fff\s]{2,38}?)\s*文\s*件\s*")
#: For whom a report is given: `我代表省人民政府，向大会报告工作`.
_GIVEN_FOR = re.compile(r"我(?:受|代表)([\u4e00-\u9fff]{2,20}?)(?:委托)?[,，]?\s*(?:现|就|向(?:大会|会议|各位)|作)")
#: Offices that only their place tells from others: `省人民政府`, `市政府`.
_WITHOUT_PLACE = re.compile("[省市县区州旗镇乡]")
#: The document's own file at the end of its page, named by its number.
_FILE = re.compile(rf"({DOC_NUMBER.pattern})\s*\.(?i:docx?|wps|pdf|ofd|ceb|txt|rtf)\s*")
_ORDER = re.compile(r"(.{2,30}?)(?:令|公告|通告|函)")
#: After a date, these go on with a sentence.
_GOES_ON = ("起", "前", "以", "至", "，", "、", "。", "在", "的", "召开", "通过", "会议", "印发", "发布", "公布", "施行", "修正", "修订", "批准")
_NUMBER_AT_END = re.compile(rf"[（(]\s*({DOC_NUMBER.pattern})\s*[)）]?\s*$")
_LAST_SENTENCE = re.compile(r"[。！：；]")
#: Who signs: an office, or a person with an office before the name (`部长 某某`).
_SIGNED = re.compile(
    r"[（(]?[\u4e00-\u9fff\s、]{2,60}(?:人民政府|[厅室部局署院会委办处社]|会议)|.{0,20}[部省市州县区局厅院校会]\s*长\s*\S{1,4}(?:\s\S{1,3})?"
    r"|(?:总理|主席|主任|主任委员)\s*\S{1,4}(?:\s\S{1,3})?"
)
#: An agency's name up to where it is complete, and a line of nothing but such names.
_AGENCY = re.compile(
    r"[\u4e00-\u9fff]{2,24}?(?:办公厅|办公室|委员会|人民政府|人民法院|人民检察院|总局|法院|检察院|[部委局厅署会办行])(?!办公|机关|员会|政府|会)"
)
_AGENCIES = re.compile(r"[\u4e00-\u9fff、\s]{2,59}[部委局厅署会办行室院府]")
#: More do not sign together.
_SIGNATORIES = 30
_DECIDES = re.compile(r"\s*([\u4e00-\u9fff]{2,20}?[院府部会局])决定对?[《作如]")
_PASSED_BY = re.compile(r"(?:^|(?<=[日\s，、（(]))[\u4e00-\u9fff]{2,12}人民代表大会(?:常务委员会)?(?=第|公告|批准|通过)")
_TERM = re.compile(r"第[一二三四五六七八九十]{1,3}届")
_SAID = re.compile("由|于|按照|依据|报送|通过")
_RUN = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{4,40}$")
_OFFICE = re.compile(r"(?!于|由|经|在|按|据|报|自|至)[\u4e00-\u9fff]{2,38}(?:人民政府|办公厅|办公室|委员会|[部厅局署])")
#: Before a number these say that it is another document's.
_NOT_OWN = ("第", "按照", "根据", "依据", "依照")
_CITED = re.compile(r"[（(《〈][^（）()《》〈〉]{0,80}$")


@dataclass(frozen=True, slots=True)
class Letter:
    """What was found; `dated` is the signature's date, `printed` that of the imprint (`…办公厅 2018年7月23日印发`)."""

    doc_number: str | None = None
    issuer: str | None = None
    dated: date | None = None
    printed: date | None = None


def read_letter(blocks: Sequence[Block], title: str | None) -> Letter:
    """Number, issuer and dates of the policy text in `blocks`.

    A date counts as signature only when it ends a line, alone or after the issuer; `到2020年12月31日` in a sentence does not. Laws
    have no signature: there the latest date of their adoption and amendments counts.
    """
    texts = [block.text for block in blocks if block.kind != "table_row"]
    history = _history(texts[:30])
    signed, signatory = _signature(texts)
    printed = next((day for day in map(_imprint, reversed(texts)) if day), None)
    dated = history or (signed.day if signed else None) or next(filter(None, map(occasion, texts[:6])), None)
    titled = _issuer(title)
    if titled and signatory and signatory.endswith(titled):
        titled = signatory  # the headline of a site's own `省人民政府关于…` leaves out the place
    issuer = titled or signatory or _enacting(texts[:30]) or _letterhead(texts[:4]) or _given_for(texts[:8])
    return Letter(_number(texts, title), issuer, dated, printed)


def file_number(blocks: Sequence[Block]) -> str | None:
    """The number that the document's own file is named by, below its text: `某政办发〔2016〕123号.ceb`; not one of several enclosures."""
    files = (_FILE.search(fold(block.text[-80:])) for block in blocks[-6:])
    return next((_plain(found[1]) for found in files if found and found.end() == len(found.string)), None)


def occasion(text: str) -> date | None:
    """The day in the line below a report's headline that says where it was given, or None for any other line."""
    found = find_date(text) if _OCCASION.match(text) else None
    return found.day if found else None


def issuer_of(labelled: str | None, stated: str | None) -> str | None:
    """Who issued a document: as the page labels it, unless that is only the part (`法制司`) of the agency that the document itself names."""
    if labelled and stated and _SECTION.fullmatch(labelled) and stated.endswith(_WHOLE_AGENCY) and labelled not in stated:
        return stated
    return labelled or stated


def _history(texts: list[str]) -> date | None:
    """The latest date among `1995年8月19日…通过`, `2017年11月30日…第三次修正` at the top of a law."""
    days: list[date] = []
    for text in texts:
        if _ARTICLE.match(text):
            break
        if _HISTORY_LINE.match(text):
            told = [found for found in all_dates(text) if not text[found.end :].lstrip().startswith(("起", "施行"))]
            days.extend(found.day for found in told if _HISTORY.search(text, found.end))
    return max(days, default=None)


def _enacting(texts: list[str]) -> str | None:
    """Who made a law that nobody signs: the congress that passed it, or who says `某院决定对《某条例》作如下修改`."""
    decided = _DECIDES.match(texts[0]) if texts else None
    if decided:
        return decided[1]
    for text in texts:
        passed = _PASSED_BY.search(text[:400]) if _HISTORY_LINE.match(text) else None
        if passed:
            return _TERM.sub("", passed[0])
    return None


def _letterhead(texts: list[str]) -> str | None:
    """Who heads the letter, where it bears no signature: `某某省人民政府文件`."""
    found = next(filter(None, (_LETTERHEAD.fullmatch(text[:60]) for text in texts)), None)
    name = re.sub(r"\s", "", found[1]) if found else ""
    return name if _SIGNATORY.fullmatch(name) else None


def _given_for(texts: list[str]) -> str | None:
    """For whom a report is given that does not say so in its headline: `我代表国务院，向大会报告`, but not `我代表省政府`, which names no place."""
    found = next(filter(None, (_GIVEN_FOR.search(fold(text[:300])) for text in texts)), None)
    return found[1] if found and not _WITHOUT_PLACE.match(found[1]) else None


def _signature(texts: list[str]) -> tuple[Dated | None, str | None]:
    """The first date that closes a letter near the top, else the last one near the end; and who signed above or before it."""
    top = range(min(_TOP, len(texts)))
    bottom = range(len(texts) - 1, max(_TOP, len(texts) - _BOTTOM) - 1, -1)
    for at in (*top, *bottom):
        dated = _closing_date(texts[at], texts[at - 1] if at else "")
        if dated:
            before = _LAST_SENTENCE.split(texts[at][max(0, dated.start - 100) : dated.start].strip())[-1].strip()
            before = _set_apart(before.strip("（( "))
            line_above = _LAST_SENTENCE.split(texts[at - 1][-100:].strip())[-1] if at else ""
            return dated, _jointly(texts, at if before else at - 1, before) or _signatory(before or line_above)
    return None, None


def _set_apart(before: str) -> str:
    """The signature at the end of what stands before a date: offices alone, or the last of words set apart (`2.某目录 某省某厅`)."""
    parts = before.split()
    return parts[-1] if len(parts) > 1 and _OFFICE.fullmatch(parts[-1]) and not all(map(_AGENCIES.fullmatch, parts)) else before


def _jointly(texts: list[str], last: int, before: str) -> str | None:
    """Several agencies that sign together, one or more a line above the date, joined by `、`; None for one or none."""
    lines = [before] if before else []
    for at in range(last - bool(before), max(-1, last - _SIGNATORIES), -1):
        line = texts[at].strip()
        if not line or len(line) > 60 or not _AGENCIES.fullmatch(line):
            break
        lines.append(line)
    names = [name for line in reversed(lines) for name in _agencies(line)]
    apart = len(lines) > 1 or len(before.split()) > 1
    return "、".join(names) if apart and len(names) > 1 else None


def _agencies(line: str) -> list[str]:
    """The agencies of a line of signatures, which may be set apart or not: `某部　某委`, `某部某委`."""
    parts = [part for part in re.split(r"[、\s]+", line) if part]
    if not all(_AGENCIES.fullmatch(part) for part in parts):
        parts = ["".join(parts)]  # one name, its letters set apart
    return [name for part in parts for name in _AGENCY.findall(part)]


def _signatory(before: str) -> str | None:
    """Who signs, in the words right before the date: `某省人民政府办公厅`, or the head of an order, `某部令`."""
    if len(before) > 60 or "关于" in before:
        return None
    folded = fold(before).lstrip("年月日0123456789 ")
    order = _ORDER.fullmatch(folded)
    found = _SIGNATORY.search(folded)
    span = order.span(1) if order else found.span() if found else None
    cut = len(before) - len(folded)
    return re.sub(r"\s", "", before[cut:][slice(*span)]) if span else None


def _closing_date(text: str, above: str = "") -> Dated | None:
    """The date that a line consists of, or that stands after a signature in it.

    `某县人民政府办公室 2021年7月1日 （此件公开发布）` has one, alone on its line or after the last sentence of a flattened letter;
    `2021年7月1日前报县政府` and `自2021年7月1日起施行。` have none.
    """
    for dated in all_dates(text[:4000]):
        after = text[dated.end : dated.end + 12].strip().lstrip(")）").strip()
        if after.startswith(_GOES_ON):
            continue
        before = text[max(0, dated.start - 80) : dated.start].strip().rstrip("(（").strip()
        sentence = _LAST_SENTENCE.split(before)[-1].strip()
        signed = bool(_SIGNED.fullmatch(fold(above[-80:]).strip()))
        alone = not before and (signed or not after or after.startswith(("(", "（")) or len(text) - dated.end > 20)
        if alone or (sentence and _SIGNED.fullmatch(fold(sentence))):
            return dated
        # A signature run into the end of a list of enclosures: `附件：1.某表2.某目录 某省某厅2019年3月2日`.
        run = _RUN.search(before)
        closed = dated.end >= len(text.rstrip()) or text[dated.end].isspace()
        if closed and run and run.start() and before[run.start() - 1] not in "（(《〈" and _OFFICE.fullmatch(run[0]) and not _SAID.search(run[0]):
            return dated
    return None


def _imprint(text: str) -> date | None:
    """The date of `某办公厅2018年7月23日印发`, the last line of a printed document."""
    if "印" not in text[-120:]:
        return None
    for dated in all_dates(text[-120:]):
        offset = max(0, len(text) - 120)
        if _PRINTED.match(text, offset + dated.end):
            return dated.day
    return None


def _number(texts: list[str], title: str | None) -> str | None:
    """The document's own number: on its own line near the top, in the headline, or before the addressees; never one it cites."""
    for text in texts[:12]:
        if len(text) < 60 and DOC_NUMBER.fullmatch(fold(text).strip()):
            return _plain(text)
    if title:
        found = _NUMBER_AT_END.search(title)
        if found:
            return _plain(found[1])
    for text in texts[:3]:
        head = fold(text[:400])
        found = DOC_NUMBER.search(head)
        own = found and not found[0].startswith(_NOT_OWN) and not head.startswith("附件")
        if found and own and not re.search(r"[。，；]", head[: found.start()]) and not _CITED.search(head[: found.start()]):
            # A headline may run into the number: what names the kind of document belongs to the headline.
            return re.sub(r"^.*(?:通知|意见|决定|办法|规定|函|公告)(?=.{2,14}[〔\[(（])", "", _plain(text[found.start() : found.end()]))
    return None


def _issuer(title: str | None) -> str | None:
    report = _REPORT.fullmatch(fold(title or "").strip())
    if report:
        return f"{report[1]}人民政府"
    found = None if (title or "").startswith(("转发", "批转", "印发")) else _ISSUER.match(title or "")
    if not found:
        return None
    issuer = re.sub(r"\s+", " ", found[1]).strip()
    return issuer if len(issuer) >= 2 and _SIGNATORY.fullmatch(fold(issuer.split(" ")[0].split("、")[0])) else None


def _plain(number: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", number))

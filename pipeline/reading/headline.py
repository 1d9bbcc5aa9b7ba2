"""Headlines: what is one, and the document's own at the top of its text."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence

from pipeline.reading.folding import fold, lexicon
from pipeline.reading.page import Block

_LONGEST = 150
_SENTENCE_END = ("。", "；", "！", "？", ";", "：", ":", "，")
_NUMBERED = re.compile(
    r"\s*(?:第[一二三四五六七八九十百\d]{1,5}[章节条编]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]"
    r"|\d{1,3}[、.．]|专栏|目\s*录|附\s*[件表图]|前\s*言|抄送|主\s*旨|依\s*据)"
)
_YEAR = r"[〔\[［【(（]\s*(?:19|20)\d{2}\s*[〕\]］】)）]"
#: `浙政办发〔2018〕70号`, `国令第707号`, `金管保壽字第10502548153號`, `交通运输部令2016年第34号`.
DOC_NUMBER = re.compile(
    rf"[A-Za-z\u4e00-\u9fff]{{2,14}}(?:[（(][\u4e00-\u9fff]{{1,4}}[)）][\u4e00-\u9fff]{{0,4}})?\s*{_YEAR}\s*(?:第\s*)?\d{{1,5}}\s*号"
    r"|[\u4e00-\u9fff]{2,20}(?:令|公告)\s*(?:(?:19|20)\d{2}\s*年)?\s*第?\s*\d{1,5}\s*号"
    r"|[\u4e00-\u9fff][\u4e00-\u9fff（）()]{1,13}字第\s*[0-9A-Z]{4,14}\s*号"
    rf"|{_YEAR}\s*[\u4e00-\u9fff]{{2,10}}第?\s*\d{{1,5}}\s*号|第\s*\d{{1,5}}\s*号"
)
_ADDRESSED = "人民政府|委员会|[部厅局委办院会]|单位|机构|企业|公司|代表|同志们?|委员"
#: `各…：` opens a letter whatever follows; other bodies must end the line with their colon, or the letter itself must follow it.
_ADDRESSEE = re.compile(
    rf"\s*(?:(?:各|有关)[^。]{{0,1500}}[:：]|[\u4e00-\u9fff、（）()，]{{1,80}}(?:{_ADDRESSED})[^。]{{0,600}}[:：]\s*(?:$|[《〈“现为经根近当按你您]))"
)
BRACKETED = re.compile(r"\s*[（(〔\[].{1,60}[)）〕\]]\s*")
_BARE_ORDER = re.compile(r".{2,30}(?:令|公告|通告|函|文件|公报)(?:第\d{1,5}号)?")
_NUMBER_YEAR = re.compile(rf"{_YEAR}\s*\d{{1,5}}\s*号")
_SITE = re.compile(r"\s*[_|｜]+\s*|\s+[-–—]+\s+|\s*[-–—]{2,}\s*|[-–—]\s*(?=【)|(?<=[^\d\s])[-–—]\s*(?=[^\d\s]{2,14}$)")
_SITE_NAME = re.compile(r".{0,14}(?:网|网站|门户|首页|人民政府|公司|频道)")
#: How a paragraph begins, and no headline does.
_OPENS_TEXT = re.compile(r"\s*(?:为了?[^“]|根据|按照|经|现将|依据|近日|日前|摘要\s*[:：])")
_DATE_LINE = re.compile(r"[\s(]*(?:中华民国\s*.{1,6}|(?:19|20)\d{2}|[一二][〇零○Oo0一二三四五六七八九]{3})\s*年.{2,12}[日月][\s)]*")
_RADICAL = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
_STRAY_SPACE = re.compile(r"(?<=[（(“《〔]) | (?=[）)”》〕])|(?<=[\u4e00-\u9fff]) (?=[\d“（《(〔])|(?<=[\d”）》]) (?=[\u4e00-\u9fff])")
#: Where an official headline goes on, a space between two characters is what is left of a line end; before, it parts two issuers.
_WRAPPED = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
#: Words that the headline of an official document has somewhere.
_OFFICIAL = re.compile("关于|關於|印发|转发|批转|《[^》]*$|[（(][^）)]*$")
#: The number that an order or an announcement has behind its kind.
_NUMBER_LAST = re.compile(r"(?:\(?(?:19|20)\d{2}\)?年?)?第?\d{1,4}号$")
_REPORT_RUN_ON = re.compile(r"\s*(.{2,40}?报告(?:（[^（）]{1,12}）)?)\s*——")


def is_short(text: str) -> bool:
    """Whether a line could be a headline: no sentence, no item of an outline, not long."""
    text = text.strip()
    return 4 <= len(text) <= _LONGEST and not text.endswith(_SENTENCE_END) and "。" not in text and not _NUMBERED.match(text)


def is_labelled(text: str) -> bool:
    """Whether a line begins as an item of an outline or an attachment does: `一、总体要求`, `第三条`, `附件1`."""
    return bool(_NUMBERED.match(text)) and not re.match(r"\s*\d+[.．]\d", text)


def names_a_document(text: str) -> bool:
    """Whether a line ends as the headline of an official document does: `关于…的通知`, `…管理办法（试行）`, `…总体规划（2018—2035年）`."""
    squeezed = re.sub(r"\s", "", fold(text))
    while squeezed.endswith(")") and "(" in squeezed:
        squeezed = squeezed[: squeezed.rfind("(")]
    squeezed = _NUMBER_LAST.sub("", squeezed)  # 海关总署公告2014年第22号(关于…的公告)
    return squeezed.endswith(_kinds()) and len(squeezed) >= 4


def is_addressee(text: str) -> bool:
    """Whether a line opens a letter: `各市、县人民政府：`, `各位代表：`."""
    return bool(_ADDRESSEE.match(fold(text[:1700])))


def own_headline(blocks: Sequence[Block]) -> str | None:
    """The headline that a text begins with, or None when it begins with its text.

    It may be set on several lines (`…办公厅` / `关于印发…方案` / `的通知`) under the letterhead, may have its number or the
    addressees run into it, and must be followed by the text. A short first line before long paragraphs is one, whatever it says.
    """
    first = next((at for at, block in enumerate(blocks[:4]) if not _is_letterhead(block.text)), 0)
    joined = ""
    at = first
    while at < min(first + 6, len(blocks)):
        text = _without_number(blocks[at].text.strip())
        if not is_short(text) or is_addressee(text) or _is_letterhead(text) or _OPENS_TEXT.match(text):
            break
        if joined and names_a_document(joined) and not BRACKETED.fullmatch(text):
            break
        joined = join_titles(joined, text)
        at += 1
        if blocks[at - 1].level == 1:
            return joined
    if joined and names_a_document(joined):
        return joined
    if joined and at < len(blocks) and len(blocks[at].text) >= 40:
        title = blocks[first].text.strip()
        return title if 6 <= len(title) <= 80 else None
    return _run_on(blocks[first].text) if blocks else None


def _is_letterhead(text: str) -> bool:
    """Lines that stand above a headline: the number alone, a date alone, `某某人民政府文件`."""
    folded = fold(text[:80]).strip()
    if len(text) >= 80:
        return False
    return bool(DOC_NUMBER.fullmatch(folded) or is_date(text) or re.fullmatch(r"[\u4e00-\u9fff\s]{4,40}文件", folded))


def _without_number(text: str) -> str:
    """A headline's line without the document number that was run into its end."""
    number = _NUMBER_YEAR.search(fold(text), 6) if len(text) < 2 * _LONGEST else None
    if number and number.end() >= len(text) - 1 and "(" not in fold(text)[number.start() - 10 : number.start()]:
        for end in range(number.start() - 2, max(6, number.start() - 14), -1):
            if names_a_document(text[:end]):
                return text[:end]
    return text


def is_bare(title: str) -> bool:
    """Whether a headline only says who speaks (`某某部令`, `某某局公告`) and not about what."""
    return bool(_BARE_ORDER.fullmatch(squeezed(title))) and "关于" not in fold(title) and "關於" not in title


def without_site(title: str) -> str | None:
    """A `<title>` without the site's name: `某办法_中国政府网`, `新闻标题 - 某网`, `标题- 【某站】`; None when nothing is left."""
    parts = [part.strip() for part in _SITE.split(title.strip()) if part.strip()]
    titles = [part for part in parts if not _SITE_NAME.fullmatch(part)]
    longest = max(titles, key=len, default="")
    return longest if len(longest) >= 4 else None


def clean_title(title: str) -> str | None:
    """A headline on one line, without stray tags, spaces at marks and digits (`（ 2022—2025 年）`) and Kangxi radicals."""
    title = re.sub(r"[<＜]\s{0,3}[/／]?\s{0,3}[a-zA-Z]{1,8}\s{0,3}[/／]?\s{0,3}[>＞]", "", title)
    title = _RADICAL.sub(lambda found: unicodedata.normalize("NFKC", found[0]), re.sub(r"\s+", " ", title))
    about = title.find("关于") if names_a_document(title) else -1
    if about >= 0:
        title = title[:about] + _WRAPPED.sub("", title[about:])
    return _STRAY_SPACE.sub("", title).strip(" |_-·•") or None


def from_original(title: str) -> str | None:
    """The headline inside `原标题：文件 | 《某某方案》（全文）`."""
    title = re.sub(r"^\s*原标题\s*[:：]\s*(?:[^|｜《]{1,8}[|｜]\s*)?", "", title).strip()
    quoted = re.fullmatch(r"《(.+)》\s*(?:[（(](?:附?全文)[)）])?", title)
    return clean_title(quoted[1] if quoted else title)


def _run_on(text: str) -> str | None:
    """The headline that a text run together on one line begins with: `…的通知国办发〔2014〕56号各省、…`."""
    head = fold(text[:400])
    number = _NUMBER_YEAR.search(head, 6)
    if number and number.start() <= _LONGEST and "。" not in head[: number.start()] and not _OPENS_TEXT.match(head):
        # The number's own letters follow the headline without a break: 通知|国办函〔2014〕119号.
        for end in range(number.start() - 2, max(6, number.start() - 14), -1):
            if names_a_document(head[:end]) and head.count("《", 0, end) == head.count("》", 0, end):
                return clean_title(text[:end])
    report = _REPORT_RUN_ON.match(text[:200])
    return clean_title(report[1]) if report else None


def join_titles(first: str, second: str) -> str:
    """Two lines of a headline as one; a space stands only between Latin words and between the two sentences of a news headline.

    `…关于印发` `某某方案的通知` is one name, `某市发布新方案` `2025年建站八百个` are two statements.
    """
    if not (first and second):
        return first + second
    latin = first[-1].isascii() and second[0].isascii() and first[-1].isalnum() and second[0].isalnum()
    stated = not names_a_document(first + second) and not _OFFICIAL.search(first) and len(first) >= 8 and len(second) >= 8
    return f"{first} {second}" if latin or stated else first + second


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else."""
    return len(text) < 40 and bool(_DATE_LINE.fullmatch(fold(text)))


def squeezed(text: str) -> str:
    """A headline as it is compared: folded, without spaces, title and quotation marks."""
    return re.sub(r"[\s《》「」“”\"]", "", fold(text)).replace("〈", "《").replace("〉", "》")


@functools.cache
def _kinds() -> tuple[str, ...]:
    return tuple(lexicon()["documents"]["kinds"].split())

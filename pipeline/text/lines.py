"""Lines as the author meant them: wrapped lines joined, labels put to their text, page numbers and doubled headings dropped."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from pipeline.text.labels import CLOSERS, HAN, LABEL, MEASURES, NUMERAL
from pipeline.text.traced import Traced
from pipeline.text.words import word_across


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the document: what kind of block it is of, and whether the page sets it off as a paragraph's beginning."""

    content: Traced
    kind: str = "paragraph"
    level: int | None = None
    begins: bool = False
    #: How long the last of the published lines is that this one was joined from.
    width: int = 0

    @property
    def text(self) -> str:
        """The line's characters."""
        return self.content.text


_HAN = re.compile(f"[{HAN}]")
_PAGE = re.compile(r"[—–―\-－~]{1,3} ?\d{1,4} ?[—–―\-－~]{1,3}|第 ?\d{1,4} ?页(?:[ ，,/]*共 ?\d{1,4} ?页)?")
_BARE_PAGE = re.compile(r"\d{1,3}")
#: A label that has lost its text to the next line. `附件1` and a bare number have none to lose.
#: An item broken off where the font changes to Latin: `8.加大` `ETC推广力度…`.
_SHORT_ITEM = re.compile(rf"(?:\d{{1,3}}[.、]|[（(][^（）()]{{1,3}}[）)])[{HAN}]{{1,4}}")
_LATIN_WORD = re.compile(r"[A-Za-z](?![、.)）]).{8}")
_LABEL_BARE = re.compile(r"第.{1,6}|[①-⑳]")
_LABEL_ALONE = re.compile(
    rf"第 ?(?:{NUMERAL}{{1,5}}|\d{{1,3}}) ?[章节条编篇]|{NUMERAL}{{1,3}}、|[（(](?:{NUMERAL}{{1,3}}|\d{{1,2}})[）)]|\d{{1,2}}[.、]|[①-⑳]"
)
#: What begins a line of its own: `责任单位：`, `2019年7月3日`, `（此件公开发布）`.
_OWN_LINE = re.compile(
    rf"[{HAN}]{{2,10}}[：:]|(?:\d{{4}}|{NUMERAL}{{4}})年(?:\d{{1,2}}|{NUMERAL}{{1,2}})月(?:\d{{1,2}}|{NUMERAL}{{1,3}})日?$|中华民国|（此[件文页]|《"
)
_ENDS = "。！？；：!?;:…"
_GOES_ON = "，、（《“‘(—"
_CLOSING = "，。、；：）》”’！？"
_PAIRS = {"（": "）", "《": "》", "“": "”"}
#: Words after which a number continues the sentence.
_BEFORE_NUMBER = frozenset("和与及在到达至于为约超的过近同比共或")
#: Words that only a quantity completes.
_COMPARED = re.compile("(?:不足|超过|达到?|不[少低高多大]于|不超过|至少|增长|下降|提高|降低|减少|增加|新增|累计|突破|力争|为|约)$")
#: A quantity with which a sentence goes on: `…再完成茶农体检` `6.8万人，茶工体检…`.
_TOLD_ON = re.compile(r"\d[\d,.]*[余多]?[万亿]?[^\d\s，。；、年月日号]{1,3}[，；。]")
_AFTER_CLOSER = frozenset("的和与及等中内或")
#: Who issues, and what is said before the title of what is issued.
_ISSUER = re.compile("(?:政府|办公厅|办公室|委员会|[局厅部院])$")
_BEFORE_TITLE = re.compile("(?:关于印发|关于发布|关于公布|关于转发|关于批转|关于)$")
#: Notes whose lines are complete without a sentence's end.
_NOTE = re.compile("(?:第一)?(?:责任|牵头|配合|参与|负责|主管|承办)(?:单位|部门)|联系|电话|完成时限|邮箱|地址")
#: Words no line begins with unless the one before goes on.
_GOING_ON = frozenset("的及等或")
_AGENCY_END = re.compile("(?:[局厅委办院处科]|部门|政府|公司|单位|中心|总队|管委会|银行|负责|牵头|配合)$")
#: What agencies are said to do: their list goes on in such a line.
_AGENCY_VERB = re.compile("负责|牵头|配合|会同|按|分工|组织|共同|参与|联合|和|要")
#: Lines of prose are at least this long; those of a table's cells seldom are.
_PROSE, _CERTAIN = 20, 35
#: So many lines of one length are no chance.
_WRAPPED = 6
#: How much of a long paragraph's beginning and of its end is looked at.
_VIEW = 200
#: A labelled line without a sentence in it that is no longer than this is a heading (`七、扩大对外开放，稳住外贸`), a longer one wrapped text.
_HEADING = 45
#: A line shorter than this may be a cell; among three lines before and three after, so many are a table's remains.
_SHRED, _MANY_SHREDS = 16, 4
#: How near a closing sign must be to close what a short line opens.
_NEAR = 12
_YEAR_OR_MONTH = re.compile(r"\d{4}年$|\d{1,2}月$")
_BARE_YEAR, _MONTH_OF_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d$"), re.compile(r"年\d{1,2}月")
_DAY_LAST, _LIMIT = re.compile(r"\d{1,2}月\d{1,2}日$"), re.compile("(?:之?前|起)[，,由完各]")
_MONTH_OR_DAY = re.compile(r"\d{1,2}(?:月|日)(?!起?[，,、])")
_TITLE_END = re.compile(
    "(?:通知|意见|方案|规划|纲要|办法|决定|条例|细则|计划|报告|公告|通告|规定|要点|措施|一览表|工程表|任务表|清单)(?:（[^（）]{1,20}）)?$"
)


class _Draft:
    """A paragraph that lines are still being joined to."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.parts = [line.content]
        #: The paragraph's text so far, of a long one only beginning and end: what joins lines looks at no more.
        self.view = _viewed(line.text)
        self.width = line.width

    def add(self, line: Line) -> None:
        blank = self.blank_before(line)
        if blank:
            self.parts.append(Traced(" ", array("L", [self.parts[-1].origin[-1]])))
        self.parts.append(line.content)
        self.view = _viewed(self.view + (" " if blank else "") + line.text)
        self.width = line.width

    def blank_before(self, line: Line) -> bool:
        """Whether the line end stands for a space: between Latin words and numbers, and after a label that has one."""
        return (self.view[-1].isascii() and line.text[0].isascii()) or bool(_LABEL_BARE.fullmatch(self.view))

    def finished(self, tidy: Callable[[Traced], Traced]) -> Line:
        return self.line if len(self.parts) == 1 else replace(self.line, content=tidy(Traced.joined(self.parts)), width=self.width)


def _viewed(text: str) -> str:
    return text if len(text) <= 2 * _VIEW else text[:_VIEW] + text[-_VIEW:]


def join(lines: Iterable[Line], tidy: Callable[[Traced], Traced]) -> list[Line]:
    """The lines with those of one paragraph joined; `tidy` is applied to what was joined.

    Joined are only lines of kind `paragraph`: a line that stops inside a sentence with what goes on (`…推动汽车` `产业发展。`), and a label
    with its text (`5.` `持续培育…`). Headings, items, rows (`\t`), addressees, signatures and dates are never joined. Page numbers
    on their own line (`— 3 —`) and a heading that stands twice in a row are dropped.
    """
    lines = list(lines)
    full = _full_width(lines)
    drafts: list[_Draft] = []
    waiting: list[Line] = []
    for line, shred in zip(lines, _shreds(lines), strict=True):
        if line.kind != "table_row" and _PAGE.fullmatch(line.text):
            continue
        if line.kind == "paragraph" and _BARE_PAGE.fullmatch(line.text):
            # Inside a broken sentence a bare number is the page's; elsewhere it may be a cell. The next line tells.
            waiting.append(line)
            continue
        goes_on = bool(drafts) and len(waiting) < 2 and _continues(drafts[-1], line, shred, full)
        if not goes_on:
            drafts += map(_Draft, waiting)
        waiting.clear()
        if goes_on:
            drafts[-1].add(line)
        elif not (drafts and _doubled(drafts[-1], line)):
            drafts.append(_Draft(line))
    drafts += map(_Draft, waiting)
    return [draft.finished(tidy) for draft in drafts]


def _full_width(lines: list[Line]) -> range:
    """The lengths of a full line, where the document's lines were wrapped at a fixed width; else nothing.

    Lines that break off inside running prose show the width, if many of them are of nearly one length.
    """
    widths = Counter(
        line.width
        for line, after in pairwise(lines)
        if line.width >= _CERTAIN
        and line.kind == after.kind == "paragraph"
        and _HAN.match(line.text[-1])
        and "，" in line.text
        and "\t" not in line.text
        and not (after.begins or LABEL.match(after.text) or _OWN_LINE.match(after.text))
    )
    if not widths:
        return range(0)
    near = {width: sum(widths[other] for other in range(width - 2, width + 3)) for width in widths}
    middle = max(near, key=lambda width: (near[width], -width))
    return range(middle - 3, middle + 4) if near[middle] >= _WRAPPED and near[middle] > 0.4 * widths.total() else range(0)


def _shreds(lines: list[Line]) -> list[bool]:
    """For each line whether most of those around it are short and broken off, as the cells of a flattened table are."""
    short = [0 < len(line.text) < _SHRED and line.kind == "paragraph" and line.text[-1] not in _ENDS and not LABEL.match(line.text) for line in lines]
    sums = [0, *accumulate(short)]
    return [sums[min(at + 4, len(lines))] - sums[max(at - 3, 0)] >= _MANY_SHREDS for at in range(len(lines))]


def _doubled(draft: _Draft, second: Line) -> bool:
    first = draft.line.text
    if len(draft.parts) > 1 or first != second.text or "\t" in first or "table_row" in (draft.line.kind, second.kind) or len(first) < 8:
        return False
    return not any(mark in first for mark in "。；") and bool(LABEL.match(first) or _TITLE_END.search(first))


def _continues(first: _Draft, second: Line, shred: bool, full: range) -> bool:
    """Whether `second` goes on with the paragraph that `first` is, or begins."""
    one, two = first.view, second.text
    if "\t" in one or "\t" in two:
        return False
    if first.line.kind == second.kind == "heading" and not LABEL.match(two):
        return _open_bracket(one, two)
    if first.line.kind != "paragraph" or second.kind != "paragraph":
        return False
    if _inside_date(one, two) or (not LABEL.match(two) and _open_bracket(one, two)):
        return True
    if len(one) < 8 and not _SHORT_ITEM.fullmatch(one):
        return bool(_LABEL_ALONE.fullmatch(one)) and len(two) > 1 and not LABEL.match(two)
    if one[-1] in _ENDS or (one[-1] in CLOSERS and one[-2:-1] in _ENDS):
        return False
    if two[0] in _CLOSING and len(one) >= 8:
        return True
    if LABEL.match(two) or _has_columns(one) or _has_columns(two):
        return False
    if _is_title(one, two):
        return True
    if _SHORT_ITEM.fullmatch(one) and _LATIN_WORD.match(two):
        return True
    wrapped = first.width in full
    if second.begins or (_is_heading(one) and one[-1] not in _GOES_ON and not wrapped):
        return False
    return not _OWN_LINE.match(two) and _is_prose(one, two, shred, wrapped)


def _is_prose(one: str, two: str, shred: bool, wrapped: bool) -> bool:
    """Whether the sentence that `one` breaks off in is running prose and goes on in `two`."""
    last, next_ = one[-1], two[0]
    if last in _GOES_ON:
        return len(one) >= _PROSE
    if next_.isdigit():
        number = re.match(r"[\d,.]+(.?)", two)
        if number is None or not (number[1] in MEASURES or number[1] == "%"):
            return False
        compared = bool(_COMPARED.search(one)) and number[1] not in "年月日" and len(one) >= _PROSE
        told_on = not shred and "，" in one and bool(_HAN.match(last)) and bool(_TOLD_ON.match(two))
        return compared or (len(one) >= _CERTAIN and (last in _BEFORE_NUMBER or told_on))
    if last in CLOSERS:
        return len(one) >= _CERTAIN and next_ in _AFTER_CLOSER
    if not (_HAN.match(next_) or next_ in "“‘" or next_.isalpha()) or (len(two) < 4 and two[-1] not in "。；）"):
        return False
    if len(one) < _PROSE:
        return False
    if next_ in _GOING_ON or (wrapped and not shred) or word_across(one, two):
        return True
    noted = bool(_NOTE.match(one)) and "。" not in one
    return not shred and len(one) >= _CERTAIN and any(mark in one for mark in "，。；") and not noted and not _ends_with_agencies(one, two)


def _ends_with_agencies(one: str, two: str) -> bool:
    """Whether a list of agencies is complete at the line's end, as in a table's last column: `…建成系统。市财政局、市教委`."""
    if _AGENCY_VERB.match(two):
        return False
    names = re.split("[、，：（）；。]", one[-80:])[-4:]
    ends = [bool(_AGENCY_END.search(name)) for name in names]
    return ends[-1] and sum(ends) * 2 > len(ends) - 1


def _is_heading(text: str) -> bool:
    label = LABEL.match(text)
    return label is not None and len(text) <= _HEADING and not any(mark in text[label.end() :] for mark in "。；：")


def _has_columns(text: str) -> bool:
    """Whether words stand apart as cells of a row do."""
    return len(re.findall(f"(?<=[{HAN}\\d%]) (?=[{HAN}\\d])", text)) > 1


def _is_title(one: str, two: str) -> bool:
    """Whether a title set in two lines is broken between them: `…办公厅` `关于印发…的通知`, `…关于印发` `《…》的通知`."""
    if any(mark in one for mark in "，。；："):
        return False
    return (two[0] == "《" and bool(_BEFORE_TITLE.search(one))) or (two.startswith("关于") and bool(_ISSUER.search(one) and _TITLE_END.search(two)))


def _inside_date(one: str, two: str) -> bool:
    """Whether a date is broken between the lines: `…确保5月` `20日前完成`, `2024年` `3月底前`, `2024` `年3月5日` `前，各县…`."""
    if (_BARE_YEAR.search(one[-8:]) and _MONTH_OF_YEAR.match(two)) or (_DAY_LAST.search(one[-8:]) and _LIMIT.match(two)):
        return True
    return bool(_YEAR_OR_MONTH.search(one[-8:]) and _MONTH_OR_DAY.match(two)) and one[-1] != two[:3].strip("0123456789")[:1]


def _open_bracket(one: str, two: str) -> bool:
    """Whether a bracket or quotation opened near the end of `one` is closed near the beginning of `two`.

    In `（责任单位：` `省林草局）` the colon does not end the line; in short lines, as cells of a flattened table are, the closing sign must be near.
    """
    tail, head = one[-60:], two[: 60 if len(one) >= 8 else _NEAR]
    if one[-1] in _ENDS and one[-1] not in "：:":
        return False
    for opening, closing in _PAIRS.items():
        if tail.rfind(opening) > tail.rfind(closing):
            close = head.find(closing)
            opened = head.find(opening)
            if close >= 0 and (opened < 0 or close < opened):
                return one[-1] not in "：:" or opening == "（"
    return False

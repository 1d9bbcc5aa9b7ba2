"""Timetables: tables whose head names a column of times, and whose rows begin with a bare day or month that something is set for.

`时间 单位 主题` over `3月9日 省统计局 …` sets a day for each row, though no word at the day says so. A table of past events
(大事记), of dates of publication or of office hours has another head, or ends before the document was written.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from datetime import date, timedelta

from extractors.deadlines.dates import extent
from extractors.deadlines.grammar import number
from extractors.deadlines.lexicon import lexicon
from extractors.deadlines.patterns import YEAR_NUMBER
from extractors.deadlines.points import Candidate
from extractors.deadlines.reference import Reference

_WORDS = lexicon()
#: A cell that heads a column of times set for what the rows hold; 发布日期, 出生日期 and alike are none.
_TIME_HEAD = re.compile(
    rf"(?:{_WORDS.alternatives('timetables', 'planned')})?(?:{_WORDS.alternatives('timetables', 'heads')})(?:[（(][^（()）\t\n]{{1,8}}[）)])?"
)
#: A cell beside it which says that the rows tell of events, documents or hours.
_TELLS = re.compile(_WORDS.alternatives("timetables", "tells"))
#: A cell of a head: a short name.
_HEAD_CELL = re.compile(r"[\u4e00-\u9fffA-Za-z（）()/、及与和“”]{1,12}")
_HEAD_LINE = re.compile(r"^(?=[^\n]{0,60}(?:时间|日期|日程|进度|时段|月份))[^\n，。；：]{2,60}$", re.MULTILINE)
#: A title or sentence above a table that looks back, and one that plans.
_LOOKS_BACK = re.compile(_WORDS.alternatives("timetables", "looks_back"))
_PLANS = re.compile(_WORDS.alternatives("timetables", "plans"))
_YEAR = re.compile(rf"(?P<year>{YEAR_NUMBER}) ?年")
#: What ends a table: the next heading, or a line that signs or annexes.
_NEW_PART = re.compile(
    r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,3}[章节条]|附件|附：|注：|备注：|联系人"
)
#: How many lines without a time a table's rows may run over, and how many lines above its head are read.
_LONGEST_ROW, _ABOVE = 8, 3
_MOST_COLUMNS, _LONGEST_CAPTION = 10, 60
#: A month that lies so far before that of the row above it is the next year's.
_TURN = timedelta(days=100)


def timetable_years(text: str, found: Sequence[Candidate], own: Reference) -> dict[int, int | None]:
    """The year of each time that opens a row of a timetable, by the start of its candidate, None in a table that tells; `found` is in order.

    `时间 内容` over `3月9日 启动` and `4月 验收` gives both the year of the caption, the document or its plan; `日期 事件` gives both None.
    """
    years: dict[int, int | None] = {}
    if not any(word in text for word in ("时间", "日期", "日程", "进度", "时段", "月份")):
        return years
    starts = [candidate.start for candidate in found]
    read = 0
    for head in _HEAD_LINE.finditer(text):
        column = _time_column(head[0])
        if column is None or head.start() < read:
            continue  # the head that a page repeats
        places, read = _rows(text, head, column, starts)
        rows = [found[bisect.bisect_left(starts, place)] for place in places]
        caption = _caption(text, head.start())
        tells = _TELLS.search(head[0]) is not None or _LOOKS_BACK.search(caption) is not None
        bare = (row.start for row in rows if row.kind in ("point", "range") and not row.is_marked)
        years |= dict.fromkeys(bare, None) | ({} if tells else _dated(rows, caption, own))
    return years


def _time_column(line: str) -> tuple[int, bool] | None:
    """Which cell of a table's head names the times, and whether tabs part the cells; None where the line is no such head."""
    tabbed = "\t" in line
    cells = [cell.strip() for cell in re.split(r"\t" if tabbed else r" ", line.strip(" "))]
    if not 2 <= len(cells) <= _MOST_COLUMNS:
        return None
    if not all(_HEAD_CELL.fullmatch(cell) for cell in cells if cell):
        return None
    return next(((index, tabbed) for index, cell in enumerate(cells) if _TIME_HEAD.fullmatch(cell)), None)


def _rows(text: str, head: re.Match[str], column: tuple[int, bool], starts: Sequence[int]) -> tuple[list[int], int]:
    """The offsets of the candidates that stand in the column of times below a head, and where the table ends."""
    index, tabbed = column
    found: list[int] = []
    at, without = head.end() + 1, 0
    while at < len(text) and without < _LONGEST_ROW:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end]
        if (_NEW_PART.match(line) and "\t" not in line) or (line != head[0] and _HEAD_LINE.match(line) and _time_column(line) is not None):
            break
        cell = _cell_in(line, index, tabbed, at, starts)
        without += 1
        if cell is not None:
            without = 0
            found.append(cell)
        at = end + 1
    return found, at


def _cell_in(line: str, index: int, tabbed: bool, at: int, starts: Sequence[int]) -> int | None:
    """Where the time of a row's line that begins at `at` stands: at the head of its cell, with a blank or the line's end behind its cell."""
    if tabbed or index == 0:
        cells = line.split("\t")
        if index >= len(cells):
            return None
        place = at + sum(len(cell) + 1 for cell in cells[:index]) if tabbed else at
        return place if _holds(starts, place) else None
    first = bisect.bisect_left(starts, at)
    for start in starts[first : first + 3]:
        if at < start < at + len(line) and line[start - at - 1] in " \t":
            return start
    return None


def _holds(starts: Sequence[int], place: int) -> bool:
    index = bisect.bisect_left(starts, place)
    return index < len(starts) and starts[index] == place


def _caption(text: str, at: int) -> str:
    """The short lines right above a table's head, which name it."""
    lines = text[max(0, at - 4 * _LONGEST_CAPTION) : at].split("\n")[:-1][-_ABOVE:]
    return "\n".join(line for line in lines if len(line) <= _LONGEST_CAPTION)


def _dated(rows: Sequence[Candidate], caption: str, own: Reference) -> dict[int, int | None]:
    """The years of a table's rows; none where all of them lie before the document, unless its caption plans."""
    named = _YEAR.search(caption)
    year = number(named["year"]) if named else own.year
    dated: list[tuple[int, int, date]] = []
    for row in rows:
        point = row.last or row.first
        if row.kind not in ("point", "range") or point.relative or point.plan:
            continue
        year = row.first.year or year
        if year is None or (covered := extent(point, year)) is None:
            continue
        if row.first.year is None and dated and dated[-1][2] - covered.last > _TURN:
            year += 1
            covered = extent(point, year) or covered
        dated.append((row.start, year, covered.last))
    if not dated:
        return {}
    last = max(day for _, _, day in dated)
    if own.day is None or last >= own.day:
        return {start: year for start, year, _ in dated}
    if not _PLANS.search(caption):
        return {}
    later = int(named is None and all(row.first.year is None for row in rows) and own.day - last > _TURN)
    return {start: year + later for start, year, _ in dated}

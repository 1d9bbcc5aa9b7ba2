"""Rows of annexed task tables whose cells scraping ran together: `1 修整茶路。县茶办牵头，县财政局配合。` under `序号 重点工作 责任单位`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.agencies import Agency, read_cell, read_closing
from extractors.agencies.lexicon import Part
from extractors.agencies.names import Span, is_name
from extractors.numerals import read_number
from extractors.outline.verbs import verb
from extractors.tasks.actions import is_action
from extractors.tasks.lexicon import lexicon
from extractors.tasks.tables import Row

_HEADING = re.compile(r"^[ ]?(?:序[ ]?号|号[ ]?序|编号)[ \t]?[^\n。]{4,60}$", re.MULTILINE)
_ROW = re.compile(
    r"^[ ]?(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3}(?=[ \t、]))[ ]?[.、．]?[ \t]?(?=[\u4e00-\u9fff“])(?P<words>[^\n]{4,1200})$",
    re.MULTILINE,
)
#: A number counts on over a few rows whose lines were broken off.
_LARGEST_JUMP = 4
#: And over pages whose columns were parted, where the row itself says who does it.
_LARGEST_GAP = 40
_SENTENCE = re.compile("[。；]")
_ORGAN_ENDS = ("局", "委", "厅", "部", "办", "府", "院", "司", "公司", "集团")
_EDGE = " \u3000。；;，\t"
_SPACE = re.compile("[ \t]+")
_CHARGED = re.compile("等?(?:(?:分别|共同)?(?:负责|牵头))?$")
#: Behind a bracket or an amount, and before a date, the next cell follows without a space: `茶企年检（含换证）县茶办2024年12月`.
_ASIDE_END = re.compile("(?<=[）)])(?=[\u4e00-\u9fff]{2})")
_NO_GAP = re.compile("(?<=[）)%])(?=[\u4e00-\u9fff]{2})|(?<=[厅局委部办府院会社处室心位门业司])(?=20\\d\\d年|\\d{1,2}月)")
_ROLES: dict[str, Part] = {"lead": "lead", "named": "named", "support": "support"}


def find_flattened(text: str) -> Iterator[Row]:
    """The numbered rows of flattened task tables, in order.

    A row is believed when it says who does it, at its end (`…。县茶办牵头。`) or in cells of names (`修整茶路 县茶办 县财政局`).
    """
    headings = [match for match in _HEADING.finditer(text) if _roles(match.group())]
    if not headings:
        return
    table = headings[0].group()
    last = {True: 0, False: 0}  # numbers and Chinese numerals count apart: groups of rows, and rows
    for match in _ROW.finditer(text, headings[0].end()):
        style, value = match["number"].isdecimal(), int(read_number(match["number"]) or 0)
        near = value == 1 or 0 < value - last[style] <= _LARGEST_JUMP
        if not near and not 0 < value - last[style] <= _LARGEST_GAP:
            continue
        row = _closed(text, match) or (_celled(text, match, table) if near else None)
        if row is not None:
            last[style] = value
            yield row


def _roles(heading: str) -> list[str]:
    """The columns of who does it that a heading names, in order; none unless it names a column of tasks too."""
    words = heading.replace(" ", "").replace("\t", "")
    columns = lexicon().columns
    if not any(name in words for name in columns["task"] if len(name) > 1):
        return []
    names = ((name, role) for role in _ROLES for name in columns[role] if len(name) > 2 and name in words)
    found = [(match.start(), -len(name), role) for name, role in names for match in re.finditer(re.escape(name), words)]
    roles: list[str] = []
    end = 0
    for start, length, role in sorted(found):
        if start >= end:
            roles.append(role)
            end = start - length
    return roles


def _closed(text: str, match: re.Match[str]) -> Row | None:
    """A row whose last sentence says who does it."""
    start, end = match.span("words")
    stop = len(text[:end].rstrip(_EDGE))
    cut = max(text.rfind("。", start, stop), text.rfind("；", start, stop)) + 1
    agencies = read_closing(text, cut, stop) if cut > start else ()
    if not agencies:
        return None
    return _row(text, match, (start, cut), agencies)


def _celled(text: str, match: re.Match[str], table: str) -> Row | None:
    """A row of cells with a space between: what is to be done, perhaps more about it, then who, then perhaps how and until when.

    Where the heading row has columns between the task and who does it, the task is the first cell alone.
    """
    roles, before, between, behind = _roles(table), *_columns_around(table)
    start, end = match.span("words")
    cells = list(_cells(text, start, end))
    last = len(cells)
    while behind and last > 1 and len(cells) - last < behind and not _lists_names(text, cells[last - 1]):
        last -= 1
    names = last
    while names > 1 and _lists_names(text, cells[names - 1]):
        names -= 1
    names = max(names, last - len(roles)) if between else names  # `异地可办` before them ends like a name
    if names == last or last - names > len(roles):
        return None
    agencies = tuple(agency for role, cell in zip(roles, cells[names:last], strict=False) for agency in read_cell(text, *cell, _ROLES[role]))
    task = start, cells[names - 1][1]
    if before or between:
        at = min(before, names - 1)
        aside = _ASIDE_END.search(text, *cells[at]) if names == 1 else None
        task = cells[at][0], aside.start() if aside else cells[at][1]
    elif not (is_action(text[slice(*task)]) or text[slice(*task)].endswith(lexicon().names.measures)):
        return None
    return _row(text, match, task, agencies) if agencies else None


def _columns_around(table: str) -> tuple[int, int, int]:
    """How many columns a heading row has between the number and the task, from there to who does it, and behind; 0 where its cells ran together."""
    columns = lexicon().columns
    cells = re.split("[ \t]+", table.strip())
    who = [at for at, cell in enumerate(cells) if any(cell in columns[role] for role in _ROLES)]
    task = next((at for at, cell in enumerate(cells) if cell.endswith(tuple(name for name in columns["task"] if len(name) > 1))), None)
    if task is None or not who or who[0] < task:
        return 0, 0, 0
    return task - 1, who[0] - task - 1, len(cells) - 1 - who[-1]


def _cells(text: str, start: int, end: int) -> Iterator[Span]:
    """What spaces keep apart, and names that follow or are followed without one."""
    for piece in re.finditer(r"[^ \t]+", text[start:end]):
        begun, stop = start + piece.start(), start + piece.end()
        for cut in [match.start() for match in _NO_GAP.finditer(text, begun, stop)]:
            if text[cut].isdecimal() or _lists_names(text, (cut, stop)) or _NO_GAP.search(text, cut + 1, stop):
                yield begun, cut
                begun = cut
        yield begun, stop


def _lists_names(text: str, cell: Span) -> bool:
    return all(is_name(name) and not _does(name) for name in re.split("[、，]", _CHARGED.sub("", text[slice(*cell)].strip(_EDGE))))


def _does(name: str) -> bool:
    """Whether words that end like a name say what is done: `搭建茶企诉求平台`; not `发展改革局`."""
    return verb().match(name) is not None and not name.endswith(_ORGAN_ENDS)


def _row(text: str, match: re.Match[str], task: Span, agencies: tuple[Agency, ...]) -> Row | None:
    stop = _SENTENCE.search(text, *task)
    title = _SPACE.sub(" ", text[task[0] : stop.start() if stop else task[1]].strip(_EDGE))
    return Row(match.start(), match.end(), match["number"], title, agencies, None) if title else None

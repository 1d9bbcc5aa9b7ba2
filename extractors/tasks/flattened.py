"""Rows of annexed task tables whose cells scraping ran together: `1 修整茶路。县茶办牵头，县财政局配合。` under `序号 重点工作 责任单位`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.agencies import Agency, read_cell, read_closing
from extractors.agencies.lexicon import Part
from extractors.agencies.names import Span, is_name
from extractors.numerals import read_number
from extractors.tasks.actions import is_action
from extractors.tasks.lexicon import lexicon
from extractors.tasks.tables import Row

_HEADING = re.compile(r"^[ ]?(?:序[ ]?号|编号)[ \t]?[^\n。]{4,60}$", re.MULTILINE)
_ROW = re.compile(
    r"^[ ]?(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3}(?=[ \t、]))[ ]?[.、．]?[ \t]?(?=[\u4e00-\u9fff“])(?P<words>[^\n]{4,1200})$",
    re.MULTILINE,
)
#: A number counts on over a few rows whose lines were broken off.
_LARGEST_JUMP = 4
#: And over pages whose columns were parted, where the row itself says who does it.
_LARGEST_GAP = 40
_SENTENCE = re.compile("[。；]")
_EDGE = " \u3000。；;，\t"
_SPACE = re.compile("[ \t]+")
_CHARGED = re.compile("等?(?:(?:分别|共同)?(?:负责|牵头))?$")
_ROLES: dict[str, Part] = {"lead": "lead", "named": "named", "support": "support"}


def find_flattened(text: str) -> Iterator[Row]:
    """The numbered rows of flattened task tables, in order.

    A row is believed when it says who does it, at its end (`…。县茶办牵头。`) or in cells of names (`修整茶路 县茶办 县财政局`).
    """
    headings = [match for match in _HEADING.finditer(text) if _roles(match.group())]
    if not headings:
        return
    roles = _roles(headings[0].group())
    last = {True: 0, False: 0}  # numbers and Chinese numerals count apart: groups of rows, and rows
    for match in _ROW.finditer(text, headings[0].end()):
        style, value = match["number"].isdecimal(), int(read_number(match["number"]) or 0)
        near = value == 1 or 0 < value - last[style] <= _LARGEST_JUMP
        if not near and not 0 < value - last[style] <= _LARGEST_GAP:
            continue
        row = _closed(text, match) or (_celled(text, match, roles) if near else None)
        if row is not None:
            last[style] = value
            yield row


def _roles(heading: str) -> list[str]:
    """The columns of who does it that a heading names, in order; none unless it names a column of tasks too."""
    words = heading.replace(" ", "").replace("\t", "")
    columns = lexicon().columns
    if not any(name in words for name in columns["task"] if len(name) > 1):
        return []
    found = [(words.find(name), -len(name), role) for role in _ROLES for name in columns[role] if len(name) > 2 and name in words]
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


def _celled(text: str, match: re.Match[str], roles: list[str]) -> Row | None:
    """A row of cells with a space between: what is to be done, then who."""
    start, end = match.span("words")
    cells = [(start + piece.start(), start + piece.end()) for piece in re.finditer(r"[^ \t]+", text[start:end])]
    names = len(cells)
    while names > 1 and _lists_names(text, cells[names - 1]):
        names -= 1
    if names == len(cells) or len(cells) - names > len(roles):
        return None
    agencies = tuple(agency for role, cell in zip(roles, cells[names:], strict=False) for agency in read_cell(text, *cell, _ROLES[role]))
    task = start, cells[names - 1][1]
    if not agencies or not (is_action(text[slice(*task)]) or text[slice(*task)].endswith(lexicon().names.measures)):
        return None
    return _row(text, match, task, agencies)


def _lists_names(text: str, cell: Span) -> bool:
    return all(is_name(name) for name in re.split("[、，]", _CHARGED.sub("", text[slice(*cell)].strip(_EDGE))))


def _row(text: str, match: re.Match[str], task: Span, agencies: tuple[Agency, ...]) -> Row | None:
    stop = _SENTENCE.search(text, *task)
    title = _SPACE.sub(" ", text[task[0] : stop.start() if stop else task[1]].strip(_EDGE))
    return Row(match.start(), match.end(), match["number"], title, agencies, None) if title else None

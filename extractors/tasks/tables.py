"""Rows of annexed task tables: cells kept apart by tabs under a heading row with 序号, the task, and who does it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.agencies import read_cell
from extractors.agencies.notes import unique
from extractors.records import Agency
from extractors.tasks.lexicon import lexicon

Span = tuple[int, int]

_SPACE = re.compile(r"\s+")
_ROLES = ("number", "task", "lead", "named", "support", "due")
#: What the column's figures are counted in, behind its name: 建设期限（年）.
_UNIT = re.compile(r"[（(][^（()）]{1,8}[）)]\Z")
_NUMBER = re.compile(r"[（(]?(?:\d{1,3}|[一二三四五六七八九十百]{1,5})[）)]?[.、．]?")
_SHORTEST_ROW = 2
_SENTENCE = re.compile(r"[。；]")
_EDGE = " \u3000。；;，"


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is a task; `due` is the span of its time cell."""

    start: int
    end: int
    label: str
    title: str
    agencies: tuple[Agency, ...]
    due: Span | None


def find_rows(text: str) -> Iterator[Row]:
    """The numbered rows of the document's task tables, in order.

    A heading row names the columns (`序号\\t主要任务\\t责任单位\\t完成时限`); a table without a column of tasks and one of agencies or dates is
    none of tasks. Projects are tasks where the table says who answers for them (`序号\\t项目名称\\t建设期限\\t责任单位`).
    A cell that spans rows is given once: an empty cell of who does it or until when takes what stands above it.
    """
    columns: list[str | None] | None = None
    above: dict[str, Span] = {}
    position = 0
    for line in text.split("\n"):
        start, position = position, position + len(line) + 1
        if "\t" not in line:
            continue
        cells = list(_cells(line, start))
        heading = _columns(text, cells)
        if heading is not None:
            columns, above = heading, {}
        elif columns is not None and (len(cells) == len(columns) or (_numbered(text, cells[0]) and _may_lack(text, cells, columns, above))):
            row = _row(text, cells, columns, above)
            if row is not None:
                yield row
        else:
            columns = None if len(cells) > 1 and columns is not None and abs(len(cells) - len(columns)) > 1 else columns


def _cells(line: str, start: int) -> Iterator[Span]:
    position = start
    for cell in line.rstrip("\t ").split("\t"):
        yield position, position + len(cell)
        position += len(cell) + 1


def _may_lack(text: str, cells: list[Span], columns: list[str | None], above: dict[str, Span]) -> bool:
    """Whether a row can be one whose last cells are empty: all but its number and task only where it counts on from the row above."""
    if len(cells) != _SHORTEST_ROW:
        return _SHORTEST_ROW < len(cells) < len(columns)
    before = text[slice(*above["number"])].strip() if "number" in above else ""
    number = text[slice(*cells[0])].strip()
    return len(columns) > _SHORTEST_ROW and before.isdecimal() and number.isdecimal() and int(number) == int(before) + 1


def _numbered(text: str, cell: Span) -> bool:
    return _NUMBER.fullmatch(text[slice(*cell)].strip()) is not None


def _columns(text: str, cells: list[Span]) -> list[str | None] | None:
    """The role of each column when the cells are a heading row of a task table, None when they are not."""
    names = [_UNIT.sub("", _SPACE.sub("", text[start:end])) for start, end in cells]
    known = lexicon().columns
    roles = [next((role for role in _ROLES if name in known[role]), None) for name in names]
    if "task" not in roles and any(role in ("lead", "named") and name not in known["vague"] for role, name in zip(roles, names, strict=True)):
        roles = ["task" if name in known["project"] else role for role, name in zip(roles, names, strict=True)]
    if "task" not in roles or not {"lead", "named", "support", "due"} & set(roles):
        return None
    return roles


def _row(text: str, cells: list[Span], columns: list[str | None], above: dict[str, Span]) -> Row | None:
    """The task in a row of cells; `above` holds the number, who does it and until when of the row before, and is brought up to date."""
    by_role: dict[str, Span] = {}
    for role, (start, end) in zip(columns, cells, strict=False):  # empty cells at the end of a row are not given
        if role and role not in by_role and text[start:end].strip():
            by_role[role] = start, end
    if "task" not in by_role:
        return None
    label = ""
    if "number" in by_role:
        label = text[slice(*by_role["number"])].strip()
        if not _NUMBER.fullmatch(label):
            return None
    _carry_down(by_role, above)
    start, end = by_role["task"]
    stop = _SENTENCE.search(text, start, end)
    title = text[start : stop.start() if stop else end].strip(_EDGE)
    agencies = [
        agency
        for part in ("lead", "named", "support")
        if part in by_role
        for agency in read_cell(text, *by_role[part], "support" if part == "support" else "lead" if part == "lead" else "named")
    ]
    if not title:
        return None
    return Row(cells[0][0], cells[-1][1], label, title, tuple(unique(agencies)), by_role.get("due"))


def _carry_down(by_role: dict[str, Span], above: dict[str, Span]) -> None:
    """Fill the empty cells that a cell above spans; a row that names anybody names all who do it."""
    if not {"lead", "named", "support"} & by_role.keys():
        by_role.update({role: above[role] for role in ("lead", "named", "support") if role in above})
    if "due" not in by_role and "due" in above:
        by_role["due"] = above["due"]
    above.clear()
    above.update({role: span for role, span in by_role.items() if role in ("number", "lead", "named", "support", "due")})

"""Rows of one table before and after: which are the same, which changed, which came and which went.

Rows of an edited document have new offsets and so new ids. They are paired by what they say first, so that a paragraph put in front of a
document moves its rows and changes none.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

#: Cells by column, as they stand in the file.
Cells = dict[str, str]
ChangeKind = Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class Change:
    """A row that came or went (`before` or `after` is what it says, `column` empty), or a cell that is another."""

    table: str
    id: str
    change: ChangeKind
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Compared:
    """How the rows of a table are told apart.

    `id` are the columns that name a row, `about` those that say what it is about: two rows about the same are one row that changed.
    `words` are shown of a row that came or went. `moved` columns say only where a row stands and change with it, without being news.
    `together` is the column by whose values the rows are compared apart.
    """

    id: tuple[str, ...]
    about: tuple[str, ...]
    words: tuple[str, ...]
    moved: frozenset[str] = frozenset()
    together: str = "doc_id"


def changes_between(table: str, how: Compared, before: Sequence[Cells], after: Sequence[Cells]) -> Iterator[Change]:
    """The changes from `before` to `after`, both rows of one document (or policy) with the same columns; removed rows come last."""
    if before == after:
        return
    gone, new = _unpaired(before, after, how, lambda row: tuple(value for name, value in row.items() if name not in how.moved))
    pairs: dict[int, Cells] = {}
    for same in (_about(how), _place(how)):
        if gone and new:
            gone, new = _unpaired(gone, new, how, same, pairs)
    come = {id(row) for row in new}
    for row in after:
        if (old := pairs.get(id(row))) is not None:
            yield from _cells(table, how, old, row)
        elif id(row) in come:
            yield Change(table, _name(row, how), "added", "", "", _shown(row, how))
    for row in gone:
        yield Change(table, _name(row, how), "removed", "", _shown(row, how), "")


def _about(how: Compared) -> Callable[[Cells], Hashable]:
    return lambda row: tuple(row.get(name, "") for name in how.about)


def _place(how: Compared) -> Callable[[Cells], Hashable]:
    """The row's own name, with its words where it has them: in an edited text another row may stand where one stood."""
    return lambda row: (*(row.get(name, "") for name in how.id), row.get("text", ""))


def _unpaired(
    before: Sequence[Cells],
    after: Sequence[Cells],
    how: Compared,
    key: Callable[[Cells], Hashable],
    pairs: dict[int, Cells] | None = None,
) -> tuple[list[Cells], list[Cells]]:
    """What is left of both when rows of one key are paired, those of one name first, then in their order; the pairs go to `pairs`."""
    waiting: Mapping[Hashable, list[Cells]] = defaultdict(list)
    for row in before:
        waiting[key(row)].append(row)
    left: list[Cells] = []
    for row in after:
        alike = waiting[key(row)]
        if not alike:
            left.append(row)
            continue
        named = _name(row, how)
        at = next((index for index, other in enumerate(alike) if _name(other, how) == named), 0)
        old = alike.pop(at)
        if pairs is not None:
            pairs[id(row)] = old
    kept = {id(row) for rows in waiting.values() for row in rows}
    return [row for row in before if id(row) in kept], left


def _cells(table: str, how: Compared, before: Cells, after: Cells) -> Iterator[Change]:
    for column, value in after.items():
        if column not in how.moved and before[column] != value:
            yield Change(table, _name(after, how), "changed", column, before[column], value)


def _name(row: Cells, how: Compared) -> str:
    return "/".join(row.get(name, "") for name in how.id)


def _shown(row: Cells, how: Compared) -> str:
    return " | ".join(value for name in how.words if (value := row.get(name, "")))

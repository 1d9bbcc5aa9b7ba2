"""Why a row is as it is: the notes that extractors leave when somebody asks, at next to no cost when nobody does.

with reasons() as found:
    analyse(text)
found[0].rule   # "a measure word after the number"
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Literal

#: The kinds of rows that are explained, by the names of their tables.
Table = Literal["counts", "deadlines", "targets", "tasks", "mentions"]


@dataclass(frozen=True, slots=True)
class Reason:
    """What one field of one row rests on.

    `at` is the row's `start` (of a quantitative target, that of its count; of an agency, that of its task); `field` the column, or
    `row` for why there is a row at all; `rule` says in a few words which rule decided; `start`/`end` the words of the text it rests on,
    offsets in the cleaned text, both None when it rests on none (a default, the page's own date).
    """

    table: Table
    at: int
    field: str
    rule: str
    start: int | None = None
    end: int | None = None


_asked: ContextVar[list[Reason] | None] = ContextVar("reasons", default=None)


@contextmanager
def reasons() -> Iterator[list[Reason]]:
    """Collect the reasons of everything read inside the `with`, in the order they were found; a later one for a field replaces an earlier."""
    found: list[Reason] = []
    token = _asked.set(found)
    try:
        yield found
    finally:
        _asked.reset(token)


def asked() -> bool:
    """Whether somebody wants reasons: for the rare one that costs something to find."""
    return _asked.get() is not None


def because(table: Table, at: int, field: str, rule: str, words: tuple[int, int] | None = None) -> None:
    """Note why `field` of the row of `table` at `at` is as it is: `because("counts", 12, "comparator", "bound word after the number", (14, 16))`."""
    found = _asked.get()
    if found is not None:
        found.append(Reason(table, at, field, rule, *(words or (None, None))))

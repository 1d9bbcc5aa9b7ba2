"""Which found fact answers which annotated one: one to one, the best likeness first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from pipeline.evaluation.likeness import alike, bare, same_number, same_unit, squeezed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pipeline.evaluation.model import Count, Deadline, Span, Target, Task

F = TypeVar("F")

#: Above this likeness two clauses are the same clause, two task titles the same title.
SAME_CLAUSE, SAME_TITLE = 0.6, 0.8
#: A long title is found when the found one begins as it does: how far, and from which length of the title on.
_BEGINNING, _LONG_ENOUGH = 12, 6


@dataclass(frozen=True, slots=True)
class Pairs(Generic[F]):
    """Facts found, missed and found that are none; each in the order of its list, pairs the best first."""

    hits: tuple[tuple[F, F], ...]
    missed: tuple[F, ...]
    false: tuple[F, ...]


def paired(wanted: Sequence[F], found: Sequence[F], likeness: Callable[[F, F], float]) -> Pairs[F]:
    """Pairs of a wanted and a found fact by falling likeness, of equal ones the first; those with none (0) stay alone."""
    scored = ((likeness(one, other), row, column) for row, one in enumerate(wanted) for column, other in enumerate(found))
    options = sorted((option for option in scored if option[0] > 0), key=lambda option: (-option[0], option[1], option[2]))
    row_of: dict[int, int] = {}
    column_of: dict[int, int] = {}
    for _, row, column in options:
        if row not in column_of and column not in row_of:
            column_of[row], row_of[column] = column, row
    return Pairs(
        tuple((wanted[row], found[column]) for row, column in column_of.items()),
        tuple(one for row, one in enumerate(wanted) if row not in column_of),
        tuple(one for column, one in enumerate(found) if column not in row_of),
    )


def overlap(one: Span, other: Span) -> int:
    """How many characters two places share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def most_overlap(wanted: Count | Deadline | Target, found: Count | Deadline | Target) -> int:
    """How many characters the places of two facts share, at the place where they share most."""
    return max((overlap(one, other) for one in wanted.spans for other in found.spans), default=0)


def target_likeness(wanted: Target, found: Target) -> float:
    """At one place: quantities by number and unit, the nearer the indicators the better; states to reach by their clause."""
    if wanted.kind != found.kind or not most_overlap(wanted, found):
        return 0
    if wanted.kind == "quantitative":
        same = same_number(wanted.value, found.value) and same_unit(wanted.unit, found.unit)
        return 1 + alike(wanted.indicator, found.indicator) if same else 0
    likeness = max(alike(wanted.indicator, found.indicator), alike(wanted.text, found.text))
    return likeness if likeness >= SAME_CLAUSE else 0


def task_likeness(wanted: Task, found: Task) -> float:
    """Under one label, by title: `一、` of one list and `一、` of another are told apart by what follows."""
    if bare(wanted.label) != bare(found.label):
        return 0
    likeness = alike(wanted.title, found.title)
    begun = len(wanted.title) >= _LONG_ENOUGH and squeezed(found.title).startswith(squeezed(wanted.title)[:_BEGINNING])
    return max(likeness, SAME_TITLE) if likeness >= SAME_TITLE or begun else 0

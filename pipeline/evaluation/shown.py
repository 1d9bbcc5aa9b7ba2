"""Facts in a line, for people who read the errors."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeGuard

from pipeline.evaluation.model import Count, Deadline, Target, Task

if TYPE_CHECKING:
    from pipeline.evaluation.model import Fact

#: What a line says of each kind after its words.
_TOLD = {
    Count: ("value", "value_max", "unit", "comparator", "item", "role"),
    Deadline: ("date_from", "date_to", "bound"),
    Target: ("kind", "indicator", "value", "unit", "deadline_date"),
    Task: ("label", "lead_agency", "agencies"),
}


def fact(one: Fact) -> str:
    """The fact's words and what is known of it: `50项以上 (value 50, unit 项, comparator ge, …)`."""
    told = ", ".join(f"{name} {value(known)}" for name in _TOLD[type(one)] if (known := getattr(one, name)) not in (None, "", ()))
    return f"{words(one)} ({told})" if told else words(one)


def field(wanted: Fact, found: Fact, *names: str) -> tuple[str, str]:
    """Some fields of an annotated fact and of the one found for it, each after the fact's words."""
    pair = (", ".join(f"{name} {value(getattr(one, name))}" for name in names) for one in (wanted, found))
    first, second = pair
    return f"{words(wanted)} ({first})", f"{words(found)} ({second})"


def agencies(task: Task) -> str:
    """Who leads a task, and everyone named at it."""
    return f"{task.label}{task.title} (lead_agency {value(task.lead_agency)}, agencies {value(task.agencies)})"


def words(one: Fact) -> str:
    """The fact's own words in the document."""
    return one.title if isinstance(one, Task) else one.text


def context(one: Fact) -> str:
    """The words around a quote that the annotation gives, where it gives them."""
    return one.context or "" if isinstance(one, Count | Deadline) else ""


def is_task(one: Fact) -> TypeGuard[Task]:
    """Whether the fact is told by its title instead of a place."""
    return isinstance(one, Task)


def value(known: object) -> str:
    """A field's value as one reads it: `12`, not `12.0`; `-` for none."""
    if known is None or known == "":
        return "-"
    if isinstance(known, float):
        return f"{known:.15g}" if abs(known) < 1 else f"{known:.4f}".rstrip("0").rstrip(".")
    if isinstance(known, tuple):
        return "；".join(map(str, known)) or "-"
    return known.isoformat() if isinstance(known, date) else str(known)

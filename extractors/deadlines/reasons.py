"""Why a deadline is one, and what its bound and its dates rest on, in words for whoever asks."""

from __future__ import annotations

from extractors.deadlines.points import LIMIT_LEAD, VALIDITY
from extractors.deadlines.resolving import Resolved
from extractors.explain import asked, because
from extractors.records import ResolvedFrom

_KINDS = {
    "every": "a time that recurs",
    "issue": "a time counted from the document's own issue",
    "earlier": "a time counted back from the deadline named last",
    "span": "a length of time within which something is to be done",
    "range": "a range of time in which something is to be done",
}
_POINTS = {
    "by": "a time by which something is to be done",
    "from": "a time from which on something is to be done",
    "during": "a time in which something is to be done",
}
_TAILS = {
    "before": "a word for before after the time",
    "within": "a word for within after the time",
    "during": "a word for during after the time",
    "on": "a word for from … on after the time",
    "until": "a word for until after the time",
    "after": "a word for after at the time",
}
_SOURCES: dict[ResolvedFrom, str] = {
    "text": "the words name the date",
    "context": "carried over from an earlier time",
    "published": "the document's own date resolves it",
    "none": "nothing in the text resolves it",
}


def explain(resolved: Resolved) -> None:
    """Note the reasons of a row that is kept."""
    if not asked():
        return
    candidate, at = resolved.candidate, resolved.candidate.start
    rule = "how long the document holds" if candidate.lead == VALIDITY else _KINDS.get(candidate.kind) or _POINTS[resolved.bound]
    because("deadlines", at, "row", rule, (candidate.start, candidate.end))
    because("deadlines", at, "bound", *_bound(resolved))
    for field, day in (("date_from", resolved.date_from), ("date_to", resolved.date_to)):
        if day is not None:
            words = resolved.rests_on if resolved.resolved_from == "context" else candidate.core if resolved.resolved_from == "text" else None
            because("deadlines", at, field, _SOURCES[resolved.resolved_from], words)
    if resolved.date_from is None and resolved.date_to is None and resolved.bound != "every":
        because("deadlines", at, "date_to", _SOURCES["none"])


def _bound(resolved: Resolved) -> tuple[str, tuple[int, int] | None]:
    """The rule that gave the bound, and its words."""
    candidate = resolved.candidate
    core, end = candidate.core, candidate.end
    if candidate.kind == "every":
        return "a word for each or by turns", core
    if candidate.kind == "issue":
        return "a length of time from the issue" if candidate.amount or candidate.last else "from the issue on", core
    if candidate.kind == "span":
        return "a length of time", core
    if candidate.lead == LIMIT_LEAD:
        return "a label before the time says that it is a limit", None
    if candidate.tail and end > core[1]:
        return _TAILS.get(candidate.tail, "a word after the time"), (core[1], end)
    if candidate.lead and candidate.start < core[0]:
        said = "a preposition for from before the time" if resolved.bound == "from" else "a preposition for until before the time"
        return said, (candidate.start, core[0])
    if resolved.bound == "by":
        return "the end of a year, month or plan is a limit", core
    return "a time that stands alone is one in which something is done", core

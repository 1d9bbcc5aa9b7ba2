"""Why a clause is a target, what dates it and what says how firmly it is meant, in words for whoever asks."""

from __future__ import annotations

from extractors.clauses import Span
from extractors.explain import asked, because
from extractors.records import Count, Deadline, DeadlineFrom, Target
from extractors.targets.lexicon import lexicon
from extractors.targets.rules import Hold, Rule

_HOLDS = {
    Hold.GOAL: "a result in a statement of goals that a deadline governs",
    Hold.INNER: "an act with its deadline in the clause",
    Hold.FIRST: "a result in the clause that a deadline opens",
    Hold.LATER: "a result in a later clause of the sentence that a deadline opens",
    Hold.WORK: "what the work comes to that a sentence sets for a length of time",
    Hold.LOOSE: "a result or an act that goes on with a clause that has a deadline",
}
_ORIGINS: dict[DeadlineFrom, str] = {
    "clause": "the deadline in the clause",
    "sentence": "the deadline that opens the sentence or its list",
    "section": "the deadline of an earlier sentence or of the heading",
    "policy_period": "the end of the policy's own period",
}
#: So far before a target a word of striving may stand.
_REACH = 300


def explain(text: str, target: Target, rule: Rule | None, deadline: Deadline | None, count: Count | None, *, recurrent: bool = False) -> None:
    """Note the reasons of one target: `rule` governs it, `deadline` dates it, `count` is its quantity; `recurrent` where it is under 每年."""
    if not asked():
        return
    at = count.start if count is not None else target.start
    dated = (deadline.start, deadline.end) if deadline is not None else None
    if count is not None:
        said = "a quantity still to be reached" if count.role == "target" else "a change still to be reached"
        because("targets", at, "row", said, (count.start, count.end))
        because("targets", at, "indicator", "what its quantity counts or measures" if count.item else "the clause without its deadline")
    elif rule is not None:
        because("targets", at, "row", _HOLDS[rule.hold], dated)
        because("targets", at, "indicator", "the clause without its deadline", (target.start, target.end))
    if target.deadline_from is not None:
        because("targets", at, "deadline_date", _ORIGINS[target.deadline_from], dated)
    else:
        because("targets", at, "deadline_date", "done every year, due on no day" if recurrent else "no deadline governs it")
    striving = _striving(text, target, at, deadline) if target.strength == "strive" else None
    because("targets", at, "strength", "a word of striving before it" if target.strength == "strive" else "no word of striving before it", striving)


def _striving(text: str, target: Target, at: int, deadline: Deadline | None) -> Span | None:
    """The word of striving nearest before a quantity, in a clause, or before the deadline that governs it."""
    start, end = (target.start, target.end) if at == target.start else (max(text.rfind("。", 0, at), at - _REACH, 0), at)
    words = [found.span() for found in lexicon().strive.finditer(text, start, end)]
    if not words and deadline is not None:
        words = [found.span() for found in lexicon().strive.finditer(text, max(deadline.start - 10, 0), deadline.start)]
    return words[-1] if words else None

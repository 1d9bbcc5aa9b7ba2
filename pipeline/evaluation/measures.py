"""The measures: what one document's output gets right of its annotation.

    counts.span            the quantity was found: an overlapping place
    counts.strict          … and number, upper number, unit and comparator are right
    counts.item            of those found: the item agrees
    counts.role            of those found: the role is right
    deadlines.span         the expression was found
    deadlines.strict       … and bound and both dates are right
    targets.quantitative   number and unit at that place
    targets.qualitative    the same clause
    targets.due            of those found: the date is right, or rightly absent
    targets.indicator      of those found: the indicator agrees
    tasks.found            label and title agree
    tasks.agencies         of the tasks with agencies in either: the set of them, and who leads
    documents.*            title, published, genre, script

`score` is for one document, `total` adds up.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pipeline.evaluation import shown
from pipeline.evaluation.likeness import alike, bare, same_number, same_unit, squeezed
from pipeline.evaluation.located import Located, locate
from pipeline.evaluation.model import Fault, Score, Share, Tally
from pipeline.evaluation.pairing import most_overlap, paired, target_likeness, task_likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.evaluation.model import Count, Deadline, Document, Fact, Fields, Target, Task

#: Measures with misses and false hits, in the order they are shown, and those that are shares of what was found.
TALLIES = (
    "counts.span",
    "counts.strict",
    "deadlines.span",
    "deadlines.strict",
    "targets.quantitative",
    "targets.qualitative",
    "tasks.found",
    "tasks.agencies",
)
SHARES = (
    "counts.item",
    "counts.role",
    "documents.genre",
    "documents.published",
    "documents.script",
    "documents.title",
    "targets.due",
    "targets.indicator",
)
#: Above this likeness two noun phrases are the same, two headlines the same.
SAME_PHRASE, SAME_HEADLINE = 0.7, 0.9


def score(annotated: Document, found: Document) -> Score:
    """One document's hits, misses and false hits by measure. `found` is empty for a document that was not read."""
    text = Located(found.text)
    annotated = locate(annotated, text)
    scorer = _Scorer(annotated.source, text)
    scorer.document(annotated, found)
    scorer.counts(annotated.counts, found.counts)
    scorer.deadlines(annotated.deadlines, found.deadlines)
    scorer.targets(annotated.targets, found.targets)
    scorer.tasks(annotated.tasks, found.tasks)
    return Score(1, dict(scorer.tallies), dict(scorer.shares), tuple(scorer.faults))


def total(scores: Iterable[Score]) -> Score:
    """Several documents' scores as one, with every measure in it."""
    tallies, shares = dict.fromkeys(TALLIES, Tally()), dict.fromkeys(SHARES, Share())
    documents = 0
    faults: list[Fault] = []
    for one in scores:
        documents += one.documents
        faults += one.faults
        for name, tally in one.tallies.items():
            tallies[name] += tally
        for name, share in one.shares.items():
            shares[name] += share
    return Score(documents, tallies, shares, tuple(faults))


class _Scorer:
    """Adds up one document."""

    def __init__(self, source: str, text: Located) -> None:
        self.source, self.text = source, text
        self.tallies: dict[str, Tally] = defaultdict(Tally)
        self.shares: dict[str, Share] = defaultdict(Share)
        self.faults: list[Fault] = []

    def document(self, annotated: Document, found: Document) -> None:
        right: dict[Fields, bool] = {
            "title": alike(annotated.title, found.title) >= SAME_HEADLINE,
            "published": annotated.published == found.published,
            "genre": annotated.genre == found.genre,
            "script": annotated.script == found.script,
        }
        for name, good in right.items():
            self._share(f"documents.{name}", good, shown.value(getattr(annotated, name)), shown.value(getattr(found, name)), "")

    def counts(self, annotated: Sequence[Count], found: Sequence[Count]) -> None:
        pairs = paired(annotated, found, most_overlap)
        self._found("counts.span", len(pairs.hits), pairs.missed, pairs.false)
        self.tallies["counts.strict"] += Tally(0, len(pairs.false), len(pairs.missed))
        for one, other in pairs.hits:
            sentence = self._sentence(other)
            self._share("counts.item", alike(one.item, other.item) >= SAME_PHRASE, *shown.field(one, other, "item"), sentence)
            self._share("counts.role", one.role == other.role, *shown.field(one, other, "role"), sentence)
            good = (
                same_number(one.value, other.value)
                and same_number(one.value_max, other.value_max)
                and same_unit(one.unit, other.unit)
                and one.comparator == other.comparator
            )
            self._strict("counts.strict", good, one, other, ("value", "value_max", "unit", "comparator"))

    def deadlines(self, annotated: Sequence[Deadline], found: Sequence[Deadline]) -> None:
        pairs = paired(annotated, found, most_overlap)
        self._found("deadlines.span", len(pairs.hits), pairs.missed, pairs.false)
        self.tallies["deadlines.strict"] += Tally(0, len(pairs.false), len(pairs.missed))
        for one, other in pairs.hits:
            good = one.date_from == other.date_from and one.date_to == other.date_to and one.bound == other.bound
            self._strict("deadlines.strict", good, one, other, ("date_from", "date_to", "bound"))

    def targets(self, annotated: Sequence[Target], found: Sequence[Target]) -> None:
        pairs = paired(annotated, found, target_likeness)
        for kind in ("quantitative", "qualitative"):
            hits = sum(one.kind == kind for one, _ in pairs.hits)
            missed = [one for one in pairs.missed if one.kind == kind]
            false = [one for one in pairs.false if one.kind == kind]
            self._found(f"targets.{kind}", hits, missed, false)
        for one, other in pairs.hits:
            sentence = self._sentence(other)
            self._share("targets.due", one.deadline_date == other.deadline_date, *shown.field(one, other, "deadline_date"), sentence)
            self._share("targets.indicator", alike(one.indicator, other.indicator) >= SAME_PHRASE, *shown.field(one, other, "indicator"), sentence)

    def tasks(self, annotated: Sequence[Task], found: Sequence[Task]) -> None:
        pairs = paired(annotated, found, task_likeness)
        self._found("tasks.found", len(pairs.hits), pairs.missed, pairs.false)
        for one, other in pairs.hits:
            wanted, got = frozenset(map(bare, one.agencies)), frozenset(map(bare, other.agencies))
            if not wanted and not got:
                continue
            good = wanted == got and squeezed(one.lead_agency or "") == squeezed(other.lead_agency or "")
            self.tallies["tasks.agencies"] += Tally(good, not good and bool(got), not good and bool(wanted))
            if not good:
                self._fault("tasks.agencies", shown.agencies(one), shown.agencies(other), self._sentence(other))
        self.tallies["tasks.agencies"] += Tally(0, 0, sum(bool(one.agencies) for one in pairs.missed))

    def _found(self, measure: str, hits: int, missed: Sequence[Fact], false: Sequence[Fact]) -> None:
        self.tallies[measure] += Tally(hits, len(false), len(missed))
        for fact in missed:
            # A task has no quote of its own: nothing says that the text does not hold it.
            absent = not fact.spans and not shown.is_task(fact)
            self._fault(measure, shown.fact(fact), None, self._sentence(fact) or shown.context(fact), absent)
        for fact in false:
            self._fault(measure, None, shown.fact(fact), self._sentence(fact))

    def _strict(self, measure: str, good: bool, one: Fact, other: Fact, names: tuple[str, ...]) -> None:
        self.tallies[measure] += Tally(1) if good else Tally(0, 1, 1)
        if not good:
            self._fault(measure, *shown.field(one, other, *names), self._sentence(other))

    def _share(self, measure: str, good: bool, wanted: str, got: str, sentence: str) -> None:
        self.shares[measure] += Share(good, 1)
        if not good:
            self._fault(measure, wanted, got, sentence)

    def _fault(self, measure: str, wanted: str | None, got: str | None, sentence: str, absent: bool = False) -> None:
        self.faults.append(Fault(self.source, measure, wanted, got, sentence, absent))

    def _sentence(self, fact: Fact) -> str:
        return self.text.sentence(fact.spans[0]) if fact.spans else ""

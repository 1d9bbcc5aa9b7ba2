"""Statements of documents put together: the same fact once, with how many documents state it and whether they agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from extractors.records import Finding
from pipeline.tables.cells import write_number
from pipeline.tables.columns import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from decimal import Decimal

    from pipeline.tables.model import Row

Agreement = Literal["single", "agreed", "conflict"]

_SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "approx": "≈", "eq": ""}
#: A ceiling says the opposite of a floor; all other comparators (50项, 50项以上, 约50项) are ways to tell one fact.
_CEILINGS = frozenset({"le", "lt"})


@dataclass(frozen=True, slots=True)
class Statement:
    """What one document says of one indicator in one policy; `rank` is the document's authority, 0 for the policy's own text."""

    policy_id: str
    key: str
    indicator: str
    unit: str | None
    comparator: str | None
    value: Decimal | None
    value_max: Decimal | None
    due: date | None
    doc_id: str
    source: str
    rank: int
    start: int
    end: int
    text: str
    target_id: str = ""
    #: What a bare indicator is of, "" for one that says so itself.
    subject: str = ""
    #: Words in a number's place: a growth set by another's (同步于经济增长).
    relation: str = ""
    #: How the key came about, the concept it is of ("" for none), and whether it is never joined to another.
    origin: str = "same words"
    concept: str = ""
    settled: bool = False

    @property
    def authority(self) -> tuple[int, str, int]:
        """Sorts the most authoritative statement first."""
        return self.rank, self.source, self.start


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact and the statements of it, the most authoritative first; `rivals` are the facts of documents that disagree."""

    statements: tuple[Statement, ...]
    agreement: Agreement
    rivals: tuple[Fact, ...] = ()

    @property
    def told(self) -> Statement:
        """The statement the fact is shown by."""
        return self.statements[0]

    @property
    def doc_ids(self) -> list[str]:
        """The documents that state it or disagree with it, the most authoritative first."""
        return list(dict.fromkeys(said.doc_id for said in self._all()))

    @property
    def target_ids(self) -> list[str]:
        """The rows of targets it rests on, those that disagree with it too, in the same order."""
        return [said.target_id for said in self._all()]

    def _all(self) -> list[Statement]:
        return sorted((said for fact in (self, *self.rivals) for said in fact.statements), key=lambda said: said.authority)


def compare(statements: Iterable[Statement]) -> list[Fact]:
    """The facts behind `statements`, by indicator, unit and policy.

    Statements with the same numbers and due date (or no date in one of them) are one fact. Two documents conflict when each says one thing
    of an indicator in a policy, due on the same day or with the same number, and they differ; a document that says several things of it
    (by region, by year) conflicts with none.
    """
    groups: dict[tuple[str, str, str, str], list[Statement]] = defaultdict(list)
    for said in statements:
        groups[said.key, said.subject, said.unit or "", said.policy_id].append(said)
    return [fact for group in sorted(groups) for fact in _facts(groups[group])]


def _facts(statements: list[Statement]) -> list[Fact]:
    dated: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for said in _with_dates(sorted(statements, key=lambda said: said.authority)):
        dated[_amount(said), said.due].append(said)
    facts = [Fact(tuple(group), _agreement(group)) for group in dated.values()]
    facts.sort(key=lambda fact: (fact.told.due or date.max, fact.told.authority))
    return _with_conflicts(facts)


def _amount(said: Statement) -> tuple[object, ...]:
    """What must be equal for two statements to tell the same number; a ceiling and a floor never do."""
    return said.value, said.value_max, said.comparator in _CEILINGS, said.relation


def _with_dates(statements: list[Statement]) -> list[Statement]:
    """Undated statements take the date of the others with the same number, when those have only one."""
    dates: dict[tuple[object, ...], set[date]] = defaultdict(set)
    for said in statements:
        if said.due:
            dates[_amount(said)].add(said.due)
    return [said if said.due or len(dates[_amount(said)]) != 1 else replace(said, due=next(iter(dates[_amount(said)]))) for said in statements]


def _agreement(statements: list[Statement]) -> Agreement:
    return "agreed" if len({said.doc_id for said in statements}) > 1 else "single"


def _with_conflicts(facts: list[Fact]) -> list[Fact]:
    """Facts of documents that contradict each other become one fact with rivals, told by the most authoritative.

    First among those due on one day, then among documents that say a single thing whatever its date.
    """
    return _merged(_merged(facts, lambda said: said.due), lambda said: None)


def _merged(facts: list[Fact], scope: Callable[[Statement], object]) -> list[Fact]:
    """Contradicting facts of one scope put together, where each of their documents says one thing in that scope."""
    said_by: Counter[tuple[str, object]] = Counter()
    for fact in facts:
        said_by.update({(said.doc_id, scope(said)) for one in (fact, *fact.rivals) for said in one.statements})
    scopes: dict[object, list[Fact]] = defaultdict(list)
    for fact in facts:
        if all(said_by[said.doc_id, scope(said)] == 1 for said in fact.statements):
            scopes[scope(fact.told)].append(fact)
    merged: dict[int, Fact] = {}
    gone: set[int] = set()
    for group in scopes.values():
        first, *rest = sorted(group, key=lambda fact: fact.told.authority)
        rivals = [fact for fact in rest if _contradict(first.told, fact.told)]
        if rivals:
            told = tuple(one for fact in rivals for one in (replace(fact, rivals=()), *fact.rivals))
            merged[id(first)] = replace(first, agreement="conflict", rivals=first.rivals + told)
            gone.update(id(fact) for fact in rivals)
    return [merged.get(id(fact), fact) for fact in facts if id(fact) not in gone]


def _contradict(one: Statement, other: Statement) -> bool:
    if one.value is None or other.value is None:
        return one.value is other.value and one.relation == other.relation and one.due != other.due
    return one.due == other.due or one.due is None or other.due is None or _amount(one) == _amount(other)


def conflict_findings(facts: Iterable[Fact]) -> list[tuple[str, Finding]]:
    """For each document that contradicts a more authoritative one, its id and a `conflict` finding that quotes both."""
    found = []
    for fact in facts:
        for rival in fact.rivals:
            for said in rival.statements:
                message = (
                    f"{said.indicator}: “{said.text}” ({shown(said)}) contradicts “{fact.told.text}” ({shown(fact.told)}) in {fact.told.source}."
                )
                found.append((said.doc_id, Finding("warning", "conflict", message, said.start, said.end)))
    return found


def long_rows(facts: Iterable[Fact], policies: Mapping[str, Row]) -> list[Row]:
    """Rows of comparison_long; `policies` are the policies' rows by id."""
    return [
        {
            "indicator_key": fact.told.key,
            "subject": fact.told.subject or None,
            "indicator": fact.told.indicator,
            "unit": fact.told.unit,
            "policy_id": fact.told.policy_id,
            "policy": policies[fact.told.policy_id]["title"],
            "region": policies[fact.told.policy_id]["region"],
            "comparator": fact.told.comparator,
            "value": fact.told.value,
            "value_max": fact.told.value_max,
            "relation": fact.told.relation or None,
            "deadline_date": fact.told.due,
            "sources": len(fact.doc_ids),
            "doc_ids": SEPARATOR.join(fact.doc_ids),
            "agreement": fact.agreement,
            "key_from": fact.told.origin,
            "target_ids": SEPARATOR.join(fact.target_ids),
        }
        for fact in facts
    ]


def shown_amount(comparator: str | None, value: Decimal | None, value_max: Decimal | None, relation: str | None = None) -> str:
    """`≥50`, `3–5`, `≈20`; `✓` for a state to reach, the words for a growth set by another's."""
    if value is None:
        return relation or "✓"
    upper = "" if value_max is None else f"–{write_number(value_max)}"
    return _SIGNS[comparator or "eq"] + write_number(value) + upper


def shown_cell(comparator: str | None, value: Decimal | None, value_max: Decimal | None, due: date | None, relation: str | None = None) -> str:
    """A cell: `≥50 (2020-12-31)`, `3–5`, `✓ (2025-12-31)` for a state to reach."""
    amount = shown_amount(comparator, value, value_max, relation)
    return f"{amount} ({due.isoformat()})" if due else amount


def shown(said: Statement) -> str:
    """The cell of a statement."""
    return shown_cell(said.comparator, said.value, said.value_max, said.due, said.relation)

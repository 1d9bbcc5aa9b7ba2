"""Statements of documents put together: the same fact once, with how many documents state it and whether they agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from extractors.records import Finding
from pipeline.tables.cells import write_number
from pipeline.tables.schema import COMPARISON, SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from decimal import Decimal

    from pipeline.tables.model import Row

Agreement = Literal["single", "agreed", "conflict"]

#: The most cells the wide comparison has before its unshared rows are left to comparison_long.
MOST_CELLS = 25_000_000

_SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "approx": "≈", "eq": ""}
#: Comparators that say opposite things of one number; others (50项, 50项以上, 约50项) are ways to tell one fact.
_UPPER, _LOWER = frozenset({"le", "lt"}), frozenset({"ge", "gt"})


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
        statements = sorted((said for fact in (self, *self.rivals) for said in fact.statements), key=lambda said: said.authority)
        return list(dict.fromkeys(said.doc_id for said in statements))


def compare(statements: Iterable[Statement]) -> list[Fact]:
    """The facts behind `statements`, by indicator, unit and policy.

    Statements with the same numbers and due date (or no date in one of them) are one fact. Two documents conflict when each says one thing
    of an indicator in a policy, due on the same day or with the same number, and they differ; a document that says several things of it
    (by region, by year) conflicts with none.
    """
    groups: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for said in statements:
        groups[said.key, said.unit or "", said.policy_id].append(said)
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
    return said.value, said.value_max, said.comparator in _UPPER


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
        return one.value is other.value and one.due != other.due
    return one.due == other.due or one.due is None or other.due is None or _amount(one) == _amount(other)


def conflict_findings(facts: Iterable[Fact]) -> list[tuple[str, Finding]]:
    """For each document that contradicts a more authoritative one, its id and a `conflict` finding that quotes both."""
    found = []
    for fact in facts:
        for rival in fact.rivals:
            for said in rival.statements:
                message = (
                    f"{said.indicator}: “{said.text}” ({_shown(said)}) contradicts “{fact.told.text}” ({_shown(fact.told)}) in {fact.told.source}."
                )
                found.append((said.doc_id, Finding("warning", "conflict", message, said.start, said.end)))
    return found


def long_rows(facts: Iterable[Fact], policies: Mapping[str, Row]) -> list[Row]:
    """Rows of comparison_long; `policies` are the policies' rows by id."""
    return [
        {
            "indicator_key": fact.told.key,
            "indicator": fact.told.indicator,
            "unit": fact.told.unit,
            "policy_id": fact.told.policy_id,
            "policy": policies[fact.told.policy_id]["title"],
            "region": policies[fact.told.policy_id]["region"],
            "comparator": fact.told.comparator,
            "value": fact.told.value,
            "value_max": fact.told.value_max,
            "deadline_date": fact.told.due,
            "sources": len(fact.doc_ids),
            "doc_ids": SEPARATOR.join(fact.doc_ids),
            "agreement": fact.agreement,
        }
        for fact in facts
    ]


def wide_rows(facts: Iterable[Fact], names: Mapping[str, str], most_cells: int = MOST_CELLS) -> Iterator[Row]:
    """Rows of the wide comparison: a row an indicator and unit, rows shared by several policies first; `names` heads each policy's column.

    A corpus so large that the table would have more than `most_cells` cells gives only the rows shared by several policies: the others
    have one cell each and stand in comparison_long.
    """
    cells: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(dict)
    for fact in facts:
        shown = " ≠ ".join(dict.fromkeys(_shown(one.told) for one in (fact, *fact.rivals)))
        cells[fact.told.key, fact.told.unit or ""].setdefault(fact.told.policy_id, []).append(shown)
    shared_only = len(cells) * len(names) > most_cells
    for (key, unit), by_policy in sorted(cells.items(), key=lambda item: (-len(item[1]), item[0])):
        if shared_only and len(by_policy) == 1:
            continue
        row: Row = {"indicator_key": key, "unit": unit or None, "policies": len(by_policy), **dict.fromkeys(names.values())}
        row.update({names[policy]: SEPARATOR.join(dict.fromkeys(shown)) for policy, shown in by_policy.items()})
        yield row


def column_names(facts: Iterable[Fact], policies: Mapping[str, Row]) -> dict[str, str]:
    """The heading of each compared policy's column, by id, those with most shared indicators first.

    Its title; where two policies have the same, the region and, if that does not help, the id follow in brackets.
    """
    shared: dict[tuple[str, str], set[str]] = defaultdict(set)
    for fact in facts:
        shared[fact.told.key, fact.told.unit or ""].add(fact.told.policy_id)
    weight: Counter[str] = Counter()
    for group in shared.values():
        weight.update({policy: int(len(group) > 1) for policy in group})
    titles = Counter(str(policies[policy]["title"]) for policy in weight)
    regions = Counter((str(policies[policy]["title"]), policies[policy]["region"]) for policy in weight)
    names: dict[str, str] = {}
    taken = set(COMPARISON.header)
    for policy in sorted(weight):
        title, region = str(policies[policy]["title"]), policies[policy]["region"]
        name = title if titles[title] == 1 else f"{title} [{region}]" if region and regions[title, region] == 1 else f"{title} [{policy}]"
        names[policy] = name if name not in taken else f"{title} [{policy}]"
        taken.add(names[policy])
    return {policy: names[policy] for policy in sorted(names, key=lambda policy: (-weight[policy], names[policy]))}


def _shown(said: Statement) -> str:
    """A cell: `≥50 (2020-12-31)`, `3–5`, `✓ (2025-12-31)` for a state to reach."""
    if said.value is None:
        shown = "✓"
    else:
        upper = "" if said.value_max is None else f"–{write_number(said.value_max)}"
        shown = _SIGNS[said.comparator or "eq"] + write_number(said.value) + upper
    return f"{shown} ({said.due.isoformat()})" if said.due else shown

"""The wide views of the comparison: indicators by policy, and by region for policies of one kind and period."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pipeline.comparison.compare import shown
from pipeline.comparison.indicators import mark_of, order_of_concepts
from pipeline.comparison.kinds import kind_of, period_of_policy
from pipeline.policies.places import NATION, place_order
from pipeline.tables.columns import SEPARATOR
from pipeline.tables.corpus_tables import COMPARISON

if TYPE_CHECKING:
    from pipeline.comparison.compare import Fact
    from pipeline.tables.model import Row

#: The most cells a wide table has before its unshared rows are left to comparison_long.
MOST_CELLS = 25_000_000


class _Line(NamedTuple):
    """What a row of a wide view is about, in the order of the rows.

    `concept` is its indicator's place in the list of concepts, `backwards` the key without its mark from its end, so that what ends with
    the same words (…地方标准, …团体标准) stands together.
    """

    concept: int
    backwards: str
    key: str
    subject: str
    unit: str


def _line(fact: Fact) -> _Line:
    # A growth set by another's stands beside those in per cent.
    unit = "%" if fact.told.relation else fact.told.unit or ""
    order = order_of_concepts()
    base = fact.told.key.removesuffix(mark_of(fact.told.key))
    return _Line(order.get(base, len(order)), base[::-1], fact.told.key, fact.told.subject, unit)


def _cell(fact: Fact) -> str:
    return " ≠ ".join(dict.fromkeys(shown(one.told) for one in (fact, *fact.rivals)))


def wide_rows(facts: Iterable[Fact], names: Mapping[str, str], most_cells: int = MOST_CELLS) -> Iterator[Row]:
    """Rows of the wide comparison: a row an indicator and unit, rows shared by several policies first; `names` heads each policy's column.

    Of rows that as many policies share, quantities come before states to reach, and among them the indicators that plans set again and again.
    A corpus so large that the table would have more than `most_cells` cells gives only the rows shared by several policies: the others have
    one cell each and stand in comparison_long.
    """
    cells: dict[_Line, dict[str, list[str]]] = defaultdict(dict)
    for fact in facts:
        cells[_line(fact)].setdefault(fact.told.policy_id, []).append(_cell(fact))
    shared_only = len(cells) * len(names) > most_cells
    for line, by_policy in sorted(cells.items(), key=lambda item: (-len(item[1]), not item[0].unit, item[0])):
        if shared_only and len(by_policy) == 1:
            continue
        row: Row = {"indicator_key": line.key, "subject": line.subject or None, "unit": line.unit or None, "policies": len(by_policy)}
        row.update(dict.fromkeys(names.values()))
        row.update({names[policy]: SEPARATOR.join(dict.fromkeys(told)) for policy, told in by_policy.items()})
        yield row


def column_names(facts: Iterable[Fact], policies: Mapping[str, Row]) -> dict[str, str]:
    """The heading of each compared policy's column, by id, those with most shared indicators first.

    Its title; where two policies have the same, the region and, if that does not help, the id follow in brackets.
    """
    shared: dict[_Line, set[str]] = defaultdict(set)
    for fact in facts:
        shared[_line(fact)].add(fact.told.policy_id)
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


def _groups(facts: Sequence[Fact], policies: Mapping[str, Row]) -> dict[tuple[str, str], set[str]]:
    """The compared policies of each kind and period that at least two regions have."""
    groups: dict[tuple[str, str], set[str]] = defaultdict(set)
    for policy in {fact.told.policy_id for fact in facts}:
        row = policies[policy]
        if row["region"] and row["region"] != NATION:
            groups[kind_of(str(row["title"]), str(row["region"])), period_of_policy(row) or ""].add(policy)
    return {group: found for group, found in groups.items() if len({policies[policy]["region"] for policy in found}) > 1}


def region_names(facts: Sequence[Fact], policies: Mapping[str, Row]) -> list[str]:
    """The columns of the view by region: every region of its policies, in the official order of provinces."""
    compared = set().union(*_groups(facts, policies).values())
    return sorted({str(policies[policy]["region"]) for policy in compared}, key=place_order)


def region_rows(facts: Sequence[Fact], policies: Mapping[str, Row], regions: Sequence[str], most_cells: int = MOST_CELLS) -> Iterator[Row]:
    """Rows of the view by region, kind by kind, the kinds of most regions first; of a kind what most regions have first, as in `wide_rows`."""
    groups = _groups(facts, policies)
    group_of = {policy: group for group, found in groups.items() for policy in found}
    cells: dict[tuple[str, str], dict[_Line, dict[str, list[str]]]] = {group: defaultdict(dict) for group in groups}
    for fact in facts:
        if group := group_of.get(fact.told.policy_id):
            region = str(policies[fact.told.policy_id]["region"])
            cells[group][_line(fact)].setdefault(region, []).append(_cell(fact))
    shared_only = sum(map(len, cells.values())) * len(regions) > most_cells
    reach = {group: len({policies[policy]["region"] for policy in found}) for group, found in groups.items()}
    for (kind, period), lines in sorted(cells.items(), key=lambda item: (-reach[item[0]], item[0])):
        for line, by_region in sorted(lines.items(), key=lambda item: (-len(item[1]), not item[0].unit, item[0])):
            if shared_only and len(by_region) == 1:
                continue
            row: Row = {"kind": kind, "period": period or None, "indicator_key": line.key, "subject": line.subject or None}
            row.update({"unit": line.unit or None, "regions": len(by_region)})
            row.update(dict.fromkeys(regions))
            row.update({region: SEPARATOR.join(dict.fromkeys(told)) for region, told in by_region.items()})
            yield row

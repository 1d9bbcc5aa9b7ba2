"""A part of a published comparison: some policies, some indicators, one region, what is due before a day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.comparison.compare import shown_cell
from pipeline.tables.columns import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pipeline.tables.model import Row


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for; an empty tuple or None asks for all.

    `policies` are ids or parts of titles, `indicators` parts of the key or of the words as written, `regions` parts of a region's name; `due_before`
    leaves out what is due on that day or later, and what is due on no known day.
    """

    policies: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    due_before: date | None = None

    def takes(self, row: Row) -> bool:
        """Whether a row of comparison_long is asked for."""
        return (
            _any(self.policies, row["policy"], row["policy_id"])
            and _any(self.indicators, row["indicator_key"], row["indicator"])
            and _any(self.regions, row["region"])
            and (self.due_before is None or (isinstance(row["deadline_date"], date) and row["deadline_date"] < self.due_before))
        )


def _any(asked: Sequence[str], *words: object) -> bool:
    return not asked or any(part in str(word) for part in asked for word in words if word is not None)


@dataclass(frozen=True, slots=True)
class Selected:
    """Rows of comparison_long side by side: `lines` are (what names the indicator, a cell a policy), `policies` head the cells.

    Indicators that several of the policies have come first, and the policies that share most of them.
    """

    names: tuple[str, ...]
    policies: tuple[str, ...]
    lines: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]

    def first(self, limit: int | None) -> Selected:
        """The first `limit` lines (all without one), of the policies those that stand in them."""
        lines = self.lines[:limit]
        kept = [at for at in range(len(self.policies)) if any(cells[at] for _, cells in lines)]
        policies = tuple(self.policies[at] for at in kept)
        return Selected(self.names, policies, tuple((key, tuple(cells[at] for at in kept)) for key, cells in lines))


#: The columns of comparison_long that name an indicator, where the table has them.
_NAMES = ("indicator_key", "subject", "unit")


def side_by_side(rows: Iterable[Row]) -> Selected:
    """The rows of comparison_long in wide form; a cell that documents disagree on ends with ≠."""
    cells: dict[tuple[str, ...], dict[str, list[str]]] = {}
    titles: dict[str, str] = {}
    regions: dict[str, object] = {}
    names: tuple[str, ...] = _NAMES
    for row in rows:
        names = tuple(name for name in _NAMES if name in row)
        policy = str(row["policy_id"])
        titles[policy], regions[policy] = str(row["policy"]), row["region"]
        own = cells.setdefault(tuple("" if row[name] is None else str(row[name]) for name in names), {}).setdefault(policy, [])
        if (cell := _cell(row)) not in own:
            own.append(cell)
    shared: Counter[str] = Counter(policy for by_policy in cells.values() if len(by_policy) > 1 for policy in by_policy)
    order = sorted(titles, key=lambda policy: (-shared[policy], titles[policy], policy))
    often = Counter(titles.values())
    heads = tuple(titles[policy] if often[titles[policy]] == 1 else f"{titles[policy]} [{regions[policy] or policy}]" for policy in order)
    lines = sorted(cells.items(), key=lambda item: (-len(item[1]), _is_state(item[1]), item[0]))
    return Selected(names, heads, tuple((key, tuple(SEPARATOR.join(own.get(policy, ())) for policy in order)) for key, own in lines))


def _is_state(by_policy: Mapping[str, Sequence[str]]) -> bool:
    """Whether an indicator is a state to reach: these are many, and each policy's own, so quantities come before them."""
    return all(cell.startswith("✓") for cells in by_policy.values() for cell in cells)


def _cell(row: Row) -> str:
    value, value_max, due, comparator = row["value"], row["value_max"], row["deadline_date"], row["comparator"]
    assert isinstance(value, Decimal | None)
    assert isinstance(value_max, Decimal | None)
    assert isinstance(due, date | None)
    bound, relation = (None if words is None else str(words) for words in (comparator, row["relation"]))
    return shown_cell(bound, value, value_max, due, relation) + (" ≠" if row["agreement"] == "conflict" else "")

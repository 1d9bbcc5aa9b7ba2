"""The indicators that plans set again and again, each with its other names: `concepts.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Concept:
    """An indicator by the name it is compared under; `units` are those its level is measured in (empty: none).

    `growth` says that it is a growth itself (居民消费价格涨幅), whose change and level are one.
    """

    name: str
    units: frozenset[str]
    growth: bool

    def fits(self, unit: str | None, *, changed: bool) -> bool:
        """Whether a number in `unit` can be its level, or (`changed`) the amount of its change."""
        return changed or unit is None or not self.units or unit in self.units


def concepts(folded: Callable[[str], str]) -> Mapping[str, Concept]:
    """The concepts by each of their names, as `folded` writes a name."""
    found: dict[str, Concept] = {}
    for name, entry in _entries().items():
        concept = Concept(name, frozenset(entry["unit"].split()), entry.get("is") == "growth")
        for written in (name, *entry["also"].split()):
            found.setdefault(folded(written), concept)
    return found


@functools.cache
def _entries() -> dict[str, dict[str, str]]:
    tables = tomllib.loads(Path(__file__).with_name("concepts.toml").read_text("utf-8"))
    return {name: entry for table in tables.values() for name, entry in table.items()}

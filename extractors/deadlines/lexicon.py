"""The words the deadlines extractor knows, loaded once from `lexicon.toml`."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lexicon's tables; `data` is the whole file."""

    relative_years: dict[str, int]
    antecedent_years: dict[str, int]
    plans: dict[str, tuple[int, int]]
    year_parts: dict[str, tuple[int, int]]
    school_years: dict[str, tuple[int, int]]
    feasts: dict[str, tuple[int, int]]
    new_years: dict[int, tuple[int, int]]
    data: dict[str, Any]

    def words(self, table: str, name: str) -> tuple[str, ...]:
        """The list `name` of `table`, longest first, so that joined with `|` the longest matches."""
        return tuple(sorted(self.data[table][name], key=len, reverse=True))

    def alternatives(self, table: str, name: str) -> str:
        """The list as the inside of a regex group; the lexicon's words hold no special characters."""
        return "|".join(self.words(table, name))


@functools.cache
def lexicon() -> Lexicon:
    """The lexicon, read once a process."""
    data = tomllib.loads(Path(__file__).with_name("lexicon.toml").read_text(encoding="utf-8"))
    return Lexicon(
        relative_years=data["relative_years"],
        antecedent_years=data["antecedent_years"],
        plans={name: (first, last) for name, (first, last) in data["plans"].items()},
        year_parts={name: (first, last) for name, (first, last) in data["year_parts"].items()},
        school_years={name: (first, last) for name, (first, last) in data["school_years"].items()},
        feasts={name: (month, day) for name, (month, day) in data["feasts"].items()},
        new_years={int(year): (month, day) for year, (month, day) in data["new_years"].items()},
        data=data,
    )

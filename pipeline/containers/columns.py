"""Which fields of a record are the document's text, its title, its address …: recognised by their names, or given by the user."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from pipeline.reading.dates import read_date
from pipeline.reading.folding import fold
from pipeline.reading.page import Metadata

ROLES = ("text", "title", "url", "published", "publisher", "author")

_SEPARATORS = re.compile(r"[\s_.\-]+")
_NOTHING = frozenset(("", "null", "none", "nan", "n/a", "-", "无", "nil"))
#: Longer values are no title or name.
_LONGEST = 2000
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")
_CHINA = timedelta(hours=8)


class ColumnsError(ValueError):
    """A choice of columns that cannot be used; the message says what to change."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The fields of records that are read: `given` maps a role (`text`, `title` …) to the field's exact name, the others are recognised."""

    given: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def parsed(cls, choices: Iterable[str]) -> Columns:
        """From `ROLE=NAME` as a user writes it, `text=正文`. Raises ColumnsError for anything else."""
        given: dict[str, str] = {}
        for choice in choices:
            role, equals, name = choice.partition("=")
            if not equals or role not in ROLES or not name:
                raise ColumnsError(f"{choice!r} names no column: write ROLE=NAME, where ROLE is one of {', '.join(ROLES)}, for example text=正文.")
            given[role] = name
        return cls(given)

    def text(self, fields: Mapping[str, object]) -> str | bytes | None:
        """The document's text among `fields`, "" where its field is empty, or None when no field is one for texts."""
        found = None
        for name in self._fields("text", fields):
            value = fields[name]
            if isinstance(value, list) and all(isinstance(line, str) for line in value):
                value = "\n".join(value)
            if isinstance(value, str | bytes):
                if value.strip() and _spelled(value).strip().lower() not in _NOTHING:
                    return value
                found = ""
            elif value is None:
                found = ""
        return found

    def metadata(self, fields: Mapping[str, object]) -> Metadata:
        """What the other fields say of the document."""
        words = {role: self._word(role, fields) for role in ("title", "publisher", "author")}
        addresses = (self._value(name, fields) for name in self._fields("url", fields))
        url = next((address for address in addresses if re.match(r"https?://\S+$", address)), None)
        days = (_day(self._value(name, fields)) for name in self._fields("published", fields))
        return Metadata(url=url, published=next(filter(None, days), None), **words)

    def _word(self, role: str, fields: Mapping[str, object]) -> str | None:
        values = (self._value(name, fields) for name in self._fields(role, fields))
        return next((value for value in values if value.lower() not in _NOTHING and not value.startswith("http")), None)

    @staticmethod
    def _value(name: str, fields: Mapping[str, object]) -> str:
        value = fields[name]
        if isinstance(value, list):
            value = "、".join(part for part in value if isinstance(part, str))
        text = _spelled(value) if isinstance(value, str | bytes | int | float) and not isinstance(value, bool) else ""
        return " ".join(text[:_LONGEST].split()) if len(text) <= _LONGEST else ""

    def _fields(self, role: str, fields: Mapping[str, object]) -> Sequence[str]:
        """The names among `fields` that have `role`, best first."""
        if role in self.given:
            return [self.given[role]] if self.given[role] in fields else []
        ranks = _ranks(role)
        known = [(rank, name) for name in fields if (rank := ranks.get(_comparable(name))) is not None]
        return [name for _, name in sorted(known)]


def flattened(record: Mapping[str, object]) -> dict[str, object]:
    """A record's fields with those of the objects in it under their own names (`{"_source": {"content": …}}`); an outer field comes first."""
    fields = dict(record)
    for value in record.values():
        if isinstance(value, dict):
            for name, below in value.items():
                fields.setdefault(name, below)
    return fields


@functools.cache
def _ranks(role: str) -> dict[str, int]:
    with (Path(__file__).parent / "columns.toml").open("rb") as file:
        names = tomllib.load(file)[role].split()
    return {name: rank for rank, name in reversed(list(enumerate(names)))}


@functools.lru_cache(maxsize=4096)
def _comparable(name: str) -> str:
    return _SEPARATORS.sub("", fold(name[:100]).removeprefix("\ufeff")).lower()


def _spelled(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _day(value: str) -> date | None:
    """A date as written, or as seconds or milliseconds since 1970, which in China began a day eight hours earlier."""
    if _EPOCH.fullmatch(value):
        seconds = float(value) if len(value.split(".")[0]) == 10 else float(value) / 1000
        return (datetime.fromtimestamp(seconds, UTC) + _CHINA).date()
    return read_date(value)

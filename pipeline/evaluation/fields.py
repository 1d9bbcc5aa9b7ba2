"""Reading JSON that people wrote: every field checked, every mistake named with its file and place."""

from __future__ import annotations

import json
import math
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Fields:
    """One JSON object: its fields as what they should be, each mistake added to `problems` under its file and place."""

    def __init__(self, raw: Any, file: str, place: str, problems: list[str], notes: list[str]) -> None:
        self.file, self.place, self.problems, self.notes = file, place, problems, notes
        self._known: set[str] = set()
        #: What is no object has one mistake, not one for each field it lacks.
        self._hollow = not isinstance(raw, dict)
        if self._hollow:
            self.wrong(None, f"must be an object {{…}}, not {_shown(raw)}")
        self.raw: dict[str, Any] = {} if self._hollow else raw

    def wrong(self, name: str | None, reason: str) -> None:
        """Add a mistake in the field `name`, or in the object itself."""
        where = ".".join(part for part in (self.place, name) if part) or "the file"
        self.problems.append(f"{self.file}: {where}: {reason}.")

    def text(self, name: str, needed: bool = True, nullable: bool = False) -> str:
        """A string; "" when it is null or left out, which must be allowed by `nullable` or by not `needed`."""
        value = self._value(name, needed)
        if value is None:
            if needed and not nullable and name in self.raw:
                self.wrong(name, "must be a text, not null")
            return ""
        return value if isinstance(value, str) else self._not(name, value, "a text", "")

    def quote(self, name: str) -> str:
        """A string with something in it, such as the document's words."""
        value = self.text(name)
        if isinstance(self.raw.get(name), str) and not value.strip():
            self.wrong(name, "is empty")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of strings; () when it is null or left out."""
        value = self._value(name, needed=False)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
            return self._not(name, value, "a list of names", cast("tuple[str, ...]", ()))
        return tuple(value)

    def number(self, name: str, needed: bool = True) -> float | None:
        """A number; None when it is left out or null, which must be allowed by not `needed`."""
        value = self._value(name, needed)
        if value is None and (not needed or name not in self.raw):
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            return self._not(name, value, "a number", None)
        return float(value)

    def date(self, name: str) -> date | None:
        """A day as 2025-12-31; None when it is null or left out."""
        value = self._value(name, needed=False)
        if value is None:
            return None
        try:
            found = date.fromisoformat(value)
            if found.isoformat() == value:
                return found
        except (TypeError, ValueError):
            pass
        return self._not(name, value, "a date (2025-12-31) or null", None)

    def named(self, name: str, names: Any, needed: bool = True) -> Any:
        """One of the names that the Literal type `names` allows."""
        value, known = self._value(name, needed), get_args(names)
        if value is None and (not needed or name not in self.raw):
            return None
        if value in known:
            return value
        return self._not(name, value, "one of " + ", ".join(known), None)

    def object(self, name: str) -> Fields:
        """The object in the field `name`, which must be there."""
        self._known.add(name)
        if name in self.raw or self._hollow:
            return Fields(self.raw.get(name, {}), self.file, self._inside(name), self.problems, self.notes)
        self.wrong(name, "is missing")
        return Fields({}, self.file, self._inside(name), [], self.notes)

    def rows(self, name: str, read: Callable[[Fields], T]) -> tuple[T, ...]:
        """A list of objects, each read by `read`; () when it is null or left out."""
        value = self._value(name, needed=False)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.wrong(name, f"must be a list […], not {_shown(value)}")
            return ()
        found = []
        for number, raw in enumerate(value):
            row = Fields(raw, self.file, f"{self._inside(name)}[{number}]", self.problems, self.notes)
            found.append(read(row))
            row.close()
        return tuple(found)

    def close(self, *allowed: str) -> None:
        """Note the fields that nobody asked for: a misspelt one would otherwise be taken for one left out."""
        for name in self.raw:
            if name not in self._known and name not in allowed:
                self.notes.append(f"{self.file}: {self._inside(name)}: is not a known field and was left alone.")

    def _inside(self, name: str) -> str:
        return f"{self.place}.{name}" if self.place else name

    def _value(self, name: str, needed: bool) -> Any:
        self._known.add(name)
        if needed and name not in self.raw and not self._hollow:
            self.wrong(name, "is missing")
        return self.raw.get(name)

    def _not(self, name: str, value: Any, what: str, instead: T) -> T:
        self.wrong(name, f"must be {what}, not {_shown(value)}")
        return instead


def _shown(value: Any) -> str:
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= 60 else shown[:57] + "…"

"""What a table is made of: columns with types and constraints, keys, references."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

#: A value in a row before it is written; None is written as an empty cell.
Cell = str | int | Decimal | date | None
Row = dict[str, Cell]
Type = Literal["string", "integer", "number", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `unit` says what its numbers count, `exact` that its words are the text's own and are never touched."""

    name: str
    type: Type
    description: str
    unit: str | None = None
    required: bool = False
    enum: tuple[str, ...] = ()
    minimum: int | None = None
    pattern: str | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """`column` holds values of `table.key`, or nothing."""

    column: str
    table: str
    key: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `primary_key` columns are never empty and together unique, `unique` ones together unique though some may be empty."""

    name: str
    description: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...] = ()
    unique: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()

    @property
    def header(self) -> tuple[str, ...]:
        """Column names in the order of the file."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """The column of that name; KeyError when there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name!r}")

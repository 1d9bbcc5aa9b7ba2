"""Checks rows against the schema: types, required values, enums, uniqueness, references, spans and the words they hold."""

from __future__ import annotations

import functools
import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from pipeline.tables.model import Cell, Column, Row, Table

_PYTHON_TYPES: Mapping[str, type] = {"string": str, "integer": int, "number": Decimal, "date": date}


class TableError(Exception):
    """Rows that break the schema; the message names the table, the row and the column."""

    def __init__(self, table: str, row: str, column: str, problem: str) -> None:
        super().__init__(f"table {table}, row {row}, column {column}: {problem}")
        self.table, self.row, self.column, self.problem = table, row, column, problem


def name_of(row: Row, table: Table) -> str:
    """What to call a row in a message: its primary key, or what identifies it best."""
    keys = table.primary_key or table.unique or ("doc_id", "code", "start")
    return "/".join(str(row.get(key)) for key in keys)


@functools.cache
def _check_of(column: Column) -> Callable[[Cell], str | None]:
    """A function that says what is wrong with a value of that column, or None."""
    expected = _PYTHON_TYPES[column.type]
    enum = frozenset(column.enum)
    pattern = re.compile(column.pattern) if column.pattern else None

    def problem(value: Cell) -> str | None:
        if value is None or value == "":
            return "is empty" if column.required else None
        if type(value) is not expected:
            return f"{value!r} is not a {column.type}"
        if enum and value not in enum:
            return f"{value!r} is not one of {', '.join(column.enum)}"
        if column.minimum is not None and isinstance(value, (int, Decimal)) and value < column.minimum:
            return f"{value} is below {column.minimum}"
        if pattern and not pattern.fullmatch(str(value)):
            return f"{value!r} does not match {column.pattern}"
        if isinstance(value, Decimal) and not value.is_finite():
            return f"{value} is not a number that can be written"
        return None

    return problem


def problem_of(column: Column, value: Cell) -> str | None:
    """What is wrong with a value of that column, as the end of a sentence (`is empty`), or None."""
    return _check_of(column)(value)


def check_rows(table: Table, rows: Iterable[Row]) -> None:
    """Types, required values, enums, minimums, patterns and uniqueness of the rows of one table.

    Raises TableError at the first row that breaks one of them.
    """
    header = frozenset(table.header)
    checks = [(column.name, _check_of(column)) for column in table.columns]
    seen: list[tuple[tuple[str, ...], set[tuple[Cell, ...]]]] = [(keys, set()) for keys in (table.primary_key, table.unique) if keys]
    for row in rows:
        if row.keys() != header:
            odd = sorted(header ^ row.keys())
            raise TableError(table.name, name_of(row, table), ", ".join(odd), "is missing or not in the schema")
        for name, check in checks:
            if problem := check(row[name]):
                raise TableError(table.name, name_of(row, table), name, problem)
        for keys, values in seen:
            value = tuple(row[key] for key in keys)
            if value in values:
                raise TableError(table.name, name_of(row, table), ", ".join(keys), f"{'/'.join(map(str, value))} stands there twice")
            values.add(value)


def check_references(table: Table, rows: Iterable[Row], known: Mapping[tuple[str, str], Collection[Cell]]) -> None:
    """Every foreign key whose target is in `known` (by table and column) holds a value that stands there, or nothing."""
    keys = [(key, known[key.table, key.key]) for key in table.foreign_keys if (key.table, key.key) in known]
    for row in rows:
        for key, values in keys:
            value = row[key.column]
            if value is not None and value not in values:
                raise TableError(table.name, name_of(row, table), key.column, f"{value!r} is not in {key.table}.{key.key}")


def check_spans(table: Table, rows: Iterable[Row], text: str) -> None:
    """`0 ≤ start < end ≤ len(text)`, and `text[start:end]` is the row's text, for rows of one document."""
    if "start" not in table.header:
        return
    exact = "text" in table.header
    for row in rows:
        start, end = row["start"], row["end"]
        if start is None and end is None:
            continue
        if not isinstance(start, int) or not isinstance(end, int):
            raise TableError(table.name, name_of(row, table), "start", "start and end must both stand there or neither")
        if not 0 <= start <= end <= len(text) or (start == end and table.column("start").required):
            raise TableError(table.name, name_of(row, table), "end", f"{start}:{end} is no stretch of a text of {len(text)} characters")
        if exact and text[start:end] != row["text"]:
            problem = f"{str(row['text'])[:40]!r} is not text[{start}:{end}], which is {text[start:end][:40]!r}"
            raise TableError(table.name, name_of(row, table), "text", problem)


def check_document(rows: Mapping[str, list[Row]], tables: Mapping[str, Table], text: str) -> None:
    """All checks that one document's rows can be put to alone; policy ids are checked when the corpus is complete."""
    known: dict[tuple[str, str], set[Cell]] = {}
    for table in (tables[name] for name in rows):
        for key in table.foreign_keys:
            if key.table in rows:
                known.setdefault((key.table, key.key), {row[key.key] for row in rows[key.table]})
    for name, table_rows in rows.items():
        check_rows(tables[name], table_rows)
        check_spans(tables[name], table_rows, text)
        check_references(tables[name], table_rows, known)

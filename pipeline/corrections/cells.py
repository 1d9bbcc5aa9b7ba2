"""Which cells a person may put right, and what they may write there."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from pipeline.tables.check import problem_of
from pipeline.tables.schema import TABLES

if TYPE_CHECKING:
    from pipeline.tables.model import Cell, Column

#: By table, the columns that may be corrected. Ids, places and the text's own words are what they are.
CORRECTABLE: dict[str, tuple[str, ...]] = {
    "documents": ("title", "publisher", "author", "published", "genre", "url"),
    "policies": ("title", "region", "level", "issuer", "doc_number", "issued", "period_start", "period_end"),
    "sections": ("label", "title", "kind"),
    "counts": ("value", "value_max", "unit", "comparator", "item", "role"),
    "deadlines": ("date_from", "date_to", "precision", "bound"),
    "targets": ("indicator", "action", "comparator", "value", "value_max", "unit", "strength", "deadline_date"),
    "tasks": ("label", "title", "kind", "lead_agency", "agencies", "deadline_date"),
}
#: The rows that may be taken out, with the word that does so in the column `row`.
REMOVABLE = ("sections", "counts", "deadlines", "targets", "tasks")
ROW, DELETE = "row", "delete"
#: The tables that the letter of an id means.
TABLES_BY_LETTER = {"s": "sections", "c": "counts", "d": "deadlines", "t": "targets", "k": "tasks"}

_DATE = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?")


def value_of(words: str, table: str, column: str) -> Cell:
    """The value that a person's `words` mean in a column; "" means an empty cell.

    Numbers may have thousands separators, dates be written as spreadsheets show them (2025/6/5). Raises ValueError saying what is wrong.
    """
    schema = TABLES[table].column(column)
    value = _parsed(words, schema) if words else None
    if problem := problem_of(schema, value):
        raise ValueError(f"{words!r} does not do for {table}.{column}: it {problem}")
    return value


def _parsed(words: str, column: Column) -> Cell:
    if column.type == "string":
        return words
    if column.type == "date":
        if not (found := _DATE.fullmatch(words)):
            raise ValueError(f"{words!r} is no date: write 2025-12-31")
        try:
            return date(*map(int, found.groups()))
        except ValueError as error:
            raise ValueError(f"{words!r} is no date: {error}") from None
    bare = re.sub(r"[,，\s%％]", "", words)
    try:
        return int(bare) if column.type == "integer" else Decimal(bare)
    except (ValueError, InvalidOperation):
        raise ValueError(f"{words!r} is no number: write 1200 or 12.5") from None

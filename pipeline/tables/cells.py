"""Cells as they stand in the files: values to words and back.

An empty cell is null; numbers are plain decimals, never exponents; dates are ISO 8601. A free-text cell that a spreadsheet would take
for a formula is written with `'` before it, as spreadsheets themselves do; columns marked `exact` in the schema, which must equal a
stretch of the text, are left as they are. `read_cell` undoes what `write_cell` did.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.tables.model import Cell, Column

#: What a spreadsheet would read as a formula (`=1+1`, `@SUM`, `- 建成`), with any `'` that already stand before it.
_FORMULA = re.compile(r"'*[=+\-@\t].", re.S)
_SIGNS = frozenset("=+-@\t'")
#: What begins like one and is none: a signed number, or signs alone (`-`, `--`).
_HARMLESS = re.compile(r"'*(?:[+-]?[0-9][0-9.,]*%?|[=+\-@]+)\Z")
#: A formula that can call something (`=HYPERLINK(…)`, `=cmd|…`), worth a finding where it cannot be defused.
_CALLING = re.compile(r"[=+\-@][^\n]*[(|]")


def is_calling_formula(text: str) -> bool:
    """Whether a spreadsheet that opens `text` unquoted could call a function or a program."""
    return _CALLING.match(text) is not None


def _needs_quote(text: str) -> bool:
    return text[:1] in _SIGNS and _FORMULA.match(text) is not None and _HARMLESS.match(text) is None


def write_number(value: Decimal) -> str:
    """A plain decimal: `Decimal("3.50E+12")` is `3500000000000`, `Decimal("0.30")` is `0.3`, never an exponent.

    Raises ValueError for NaN and infinities.
    """
    if not value.is_finite():
        raise ValueError(f"{value} is not a number that can be written")
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def write_cell(value: Cell, column: Column) -> str:
    """The words of a value in its column."""
    if value is None:
        return ""
    if isinstance(value, str):
        return "'" + value if not column.exact and not column.enum and _needs_quote(value) else value
    if isinstance(value, Decimal):
        return write_number(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def read_cell(text: str, column: Column) -> Cell:
    """The value of a cell; raises ValueError with the column's type when the words are not of it."""
    if not text:
        return None
    if column.type == "string":
        return text[1:] if not column.exact and text.startswith("'") and _needs_quote(text[1:]) else text
    if column.type == "integer":
        if not re.fullmatch(r"-?[0-9]+", text):
            raise ValueError(f"{text!r} is not an integer")
        return int(text)
    if column.type == "date":
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError(f"{text!r} is not a date")
        return date.fromisoformat(text)
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        raise ValueError(f"{text!r} is not a plain decimal number")
    return Decimal(text)

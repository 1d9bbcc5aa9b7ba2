"""How values stand in the files."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tables.cells import is_calling_formula, read_cell, write_cell, write_number
from pipeline.tables.model import Cell, Column

FREE = Column("item", "string", "free text")
EXACT = Column("text", "string", "the text's own words", exact=True)
NUMBER = Column("value", "number", "a number")
INTEGER = Column("start", "integer", "an offset")
DATE = Column("published", "date", "a date")


@pytest.mark.parametrize(
    ("value", "expected", "why"),
    [
        ("3500000000000", "3500000000000", "as it is"),
        ("3.5E+12", "3500000000000", "never an exponent"),
        ("1E-7", "0.0000001", "small ones neither"),
        ("0.30", "0.3", "no trailing zeros"),
        ("100.00", "100", "nor a bare point"),
        ("1200", "1200", "zeros that count stay"),
        ("-0.0", "0", "zero has no sign"),
        ("0.3333", "0.3333", "a third as the contract writes it"),
    ],
)
def test_numbers_are_plain_decimals(value: str, expected: str, why: str) -> None:
    assert write_number(Decimal(value)) == expected, why


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_not_written(value: str) -> None:
    with pytest.raises(ValueError, match="is not a number that can be written"):
        write_number(Decimal(value))


@pytest.mark.parametrize(
    ("value", "column", "expected", "why"),
    [
        ("=1+1", FREE, "'=1+1", "a formula is defused in free text"),
        ("@SUM(A1)", FREE, "'@SUM(A1)", "so is one that begins with @"),
        ("- 建成平台", FREE, "'- 建成平台", "a bullet would show as an error"),
        ("-5", FREE, "-5", "a signed number is none"),
        ("+3.5%", FREE, "+3.5%", "nor a signed percentage"),
        ("-", FREE, "-", "nor a sign alone, as labels have it"),
        ("'=1", FREE, "''=1", "what looks defused already is told apart"),
        ("——目标", FREE, "——目标", "a Chinese dash begins no formula"),
        ("=1+1", EXACT, "=1+1", "words that must equal the text are left alone"),
        ("a,b", FREE, "a,b", "quoting is the file's business"),
        (None, FREE, "", "null is an empty cell"),
        (date(2025, 12, 31), DATE, "2025-12-31", "ISO 8601"),
        (7, INTEGER, "7", "an integer"),
    ],
)
def test_cells(value: Cell, column: Column, expected: str, why: str) -> None:
    assert write_cell(value, column) == expected, why
    assert read_cell(expected, column) == value, why


@pytest.mark.parametrize(
    ("cell", "column", "message"),
    [
        ("1e5", NUMBER, "'1e5' is not a plain decimal number"),
        ("1,200", NUMBER, "'1,200' is not a plain decimal number"),
        ("3.0", INTEGER, "'3.0' is not an integer"),
        ("2025/1/1", DATE, "'2025/1/1' is not a date"),
        ("20250101", DATE, "'20250101' is not a date"),
    ],
)
def test_cells_of_another_type_are_refused(cell: str, column: Column, message: str) -> None:
    with pytest.raises(ValueError, match="is not") as raised:
        read_cell(cell, column)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("text", "calls", "why"),
    [
        ('=HYPERLINK("http://example.org")', True, "a function"),
        ("=cmd|' /C calc'!A0", True, "a program"),
        ("@SUM(1)", True, "the old way to call one"),
        ("- 建成平台", False, "a bullet"),
        ("=1", False, "a value"),
        ("建成（=SUM）", False, "not at the beginning"),
    ],
)
def test_formulas_that_call(text: str, calls: bool, why: str) -> None:
    assert is_calling_formula(text) is calls, why


@given(st.text(min_size=1))
def test_free_text_comes_back_and_is_no_formula(text: str) -> None:
    """Whatever the words, they read back as they were; what is written begins no formula unless it is a number or signs alone."""
    cell = write_cell(text, FREE)
    assert read_cell(cell, FREE) == text
    assert cell[0] not in "=+-@\t" or not any(char.isalpha() or char in "(|!" for char in cell)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal("-1e30"), max_value=Decimal("1e30")))
def test_numbers_come_back(value: Decimal) -> None:
    assert read_cell(write_cell(value, NUMBER), NUMBER) == value

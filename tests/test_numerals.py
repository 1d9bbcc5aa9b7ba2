"""Numbers as Chinese prose writes them, and what is not one number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.numerals import read_number

ROWS = [
    ("7", "7", "one digit"),
    ("１２", "12", "full-width digits"),
    ("1,200", "1200", "thousands separator"),
    ("12,345.6万", "123456000", "separator, decimals and a multiplier"),
    ("3.5", "3.5", "decimals"),
    ("3.5万亿", "3500000000000", "two multipliers multiply"),
    ("1500万", "15000000", "digits and a multiplier"),
    ("1万5千", "15000", "digits on both sides of a multiplier"),
    ("12万3456", "123456", "plain digits after a multiplier"),
    ("5千亿", "500000000000", "a small multiplier before a large one"),
    ("2.5千", "2500", "decimals before a small multiplier"),
    ("1兆", "1000000000000", "兆 is 10^12"),
    ("十", "10", "ten alone"),
    ("十五", "15", "no digit before ten"),
    ("三十", "30", "no ones"),
    ("廿五", "25", "廿 is twenty"),
    ("卅", "30", "卅 is thirty"),
    ("一百二十", "120", "hundreds and tens"),
    ("一百一十八", "118", "a said one before ten"),
    ("一百零五", "105", "zero keeps the last digit in its place"),
    ("两百五", "250", "the last digit takes the place below the hundred"),
    ("两千零二十", "2020", "zero before tens"),
    ("一千〇八", "1008", "circle zero inside a spoken number"),
    ("三万六", "36000", "the last digit takes the place below 万"),
    ("一万零五", "10005", "zero after 万"),
    ("两万五千", "25000", "两 is two"),
    ("一亿二千万", "120000000", "亿 and 万"),
    ("十二万", "120000", "spoken ten before 万"),
    ("百", "100", "a multiplier alone, as in 百家"),
    ("千亿", "100000000000", "multipliers alone, as in 千亿级"),
    ("二〇二五", "2025", "digit by digit"),
    ("二○二五", "2025", "another circle for zero"),
    ("一九九五", "1995", "digit by digit without zero"),
    ("三点五亿", "350000000", "spoken decimal point"),
    ("零点五", "0.5", "spoken decimal below one"),
    ("贰拾", "20", "contract form"),
    ("零", "0", "zero"),
    (" 三 ", "3", "surrounding space is ignored"),
    ("", None, "nothing"),
    ("1,20", None, "not a thousands separator"),
    ("1.2.3", None, "a section number"),
    ("三四", None, "three or four"),
    ("几十", None, "some tens"),
    ("6千多", None, "a bound word is not part of the number"),
    ("一百零", None, "zero at the end"),
    ("1万零", None, "zero at the end, with digits"),
    ("1.5万3千", None, "decimals cannot be followed by a lower place"),
    ("百分之三", None, "a fraction"),
    ("-5", None, "a sign"),
    ("第三", None, "an ordinal"),
    ("1" * 60, None, "longer than any number that is meant as one"),
]


@pytest.mark.parametrize(("written", "value", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_rows(written: str, value: str | None, why: str) -> None:
    """Each row reads as stated."""
    expected = None if value is None else Decimal(value)
    assert read_number(written) == expected, why


def spoken(number: int) -> str:
    """`number` below 10^12 in full Chinese numerals."""
    digits = "零一二三四五六七八九"

    def below_10000(n: int) -> str:
        out, zero = "", False
        for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit = n // size % 10
            if digit:
                out += ("零" if zero and out else "") + digits[digit] + unit
                zero = False
            else:
                zero = True
        return out

    out, gap = "", False
    for size, unit in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part = number // size % 10000
        if part:
            out += ("零" if out and (gap or part < 1000) else "") + below_10000(part) + unit
            gap = False
        else:
            gap = True
    return out or "零"


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_full_numerals_read_back(number: int) -> None:
    """Every whole number written out in full reads as itself."""
    assert read_number(spoken(number)) == number


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from([("", 1), ("千", 10**3), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]))
def test_digits_with_multiplier(number: int, multiplier: tuple[str, int]) -> None:
    """Digits multiply exactly, with and without separators."""
    unit, size = multiplier
    assert read_number(f"{number}{unit}") == number * size
    assert read_number(f"{number:,}{unit}") == number * size


@given(st.text(alphabet="零〇一二两三四五六七八九十百千万亿兆点0123456789.,廿几多第", max_size=60))
def test_never_fails(text: str) -> None:
    """Any string is a number or None, never an exception, and never a negative number."""
    value = read_number(text)
    assert value is None or value >= 0

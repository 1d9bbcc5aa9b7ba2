"""Where a number stands and what it says, by itself."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.counts.quantities.numbers import number_at, ratio

NUMBERS = [
    ("50项", "50", "50", "digits"),
    ("1,200家", "1,200", "1200", "thousands separators"),
    ("12.5%", "12.5", "12.5", "a decimal"),
    ("3.5万亿元", "3.5万亿", "3500000000000", "multipliers after digits"),
    ("1万5千户", "1万5千", "15000", "digits after a multiplier"),
    ("20多万人", "20多万", "200000", "多 between number and multiplier"),
    ("100余万", "100余万", "1000000", "余 likewise"),
    ("10千瓦", "10", "10", "千 of 千瓦 is no multiplier"),
    ("10百分点", "10", "10", "百 of 百分点 is none either"),
    ("三十余家", "三十", "30", "spelled"),
    ("一百二十个", "一百二十", "120", "spelled with tens"),
    ("两万五千", "两万五千", "25000", "spelled with a short tail"),
    ("十亿三千万人", "十亿三千万", "1030000000", "spelled, large"),
    ("零点九五", "零点九五", "0.95", "a spelled decimal"),
    ("壹佰参拾伍万元", "壹佰参拾伍万", "1350000", "as cheques and gazettes spell it"),
    ("百家", "百", "100", "a multiplier alone"),
    ("千万亩", "千万", "10000000", "two of them"),
    ("三分之一", "三分之一", "0.3333", "a spelled fraction"),
    ("1/3", "1/3", "0.3333", "a fraction in digits"),
    ("百分之二十", "百分之二十", "20", "percent in words"),
    ("千分之五", "千分之五", "5", "per mille in words"),
    ("七成半", "七成半", "7.5", "tenths and a half"),
    ("半数以上", "半数", "0.5", "half"),
    ("过半数", "过半数", "0.5", "more than half"),
    ("一半以上", "一半", "0.5", "one half"),
    ("翻一番", "翻一番", "2", "doubled"),
    ("翻两番", "翻两番", "4", "doubled twice"),
    ("翻了三番", "翻了三番", "8", "doubled three times"),
    ("翻番，", "翻番", "2", "doubled, no number"),
    ("倍增，", "倍增", "2", "doubled"),
    ("减半", "减半", "0.5", "halved"),
    ("2×30万千瓦", "2×30万", "600000", "a product"),
    ("30+3×20万千瓦", "30+3×20万", "900000", "a sum of products"),
    ("2×10.5万千瓦 +3×20万千瓦", "2×10.5万千瓦 +3×20万", "810000", "likewise, where each has the unit"),
    ("2×10万千瓦+3座", "2×10万", "200000", "another unit is another number"),
]


@pytest.mark.parametrize(("text", "written", "value", "why"), NUMBERS)
def test_number(text: str, written: str, value: str, why: str) -> None:
    """The longest reading from the first character."""
    number = number_at(text, 0)
    assert number, why
    assert (text[: number.end], number.value) == (written, Decimal(value)), why


NO_NUMBERS = [
    ("陆海统筹", "a single formal numeral is land, not six"),
    ("倍增计划", "a programme's name"),
    ("半径", "no half"),
    ("零部件", "zero of nothing"),
    ("过程", "过 without 半"),
]


@pytest.mark.parametrize(("text", "why"), NO_NUMBERS)
def test_no_number(text: str, why: str) -> None:
    """Characters that begin a number elsewhere."""
    assert number_at(text, 0) is None, why


def test_estimate_is_a_range() -> None:
    """`两三家` says from two to three."""
    number = number_at("两三家", 0)
    assert number
    assert (number.value, number.value_max) == (Decimal(2), Decimal(3))


@pytest.mark.parametrize(("part", "whole", "value"), [(1, 3, "0.3333"), (2, 3, "0.6667"), (1, 2, "0.5"), (1, 7, "0.1429")])
def test_ratio(part: int, whole: int, value: str) -> None:
    """Four places, as the tables write fractions."""
    assert ratio(Decimal(part), Decimal(whole)) == Decimal(value)

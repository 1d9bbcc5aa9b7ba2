"""Dates: every way pages and letterheads write one, and what is none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.dates import all_dates, find_date, read_date

WRITTEN = [
    ("发布日期:2015-09-25", (2015, 9, 25), "with hyphens after a label"),
    ("发布日期 :2022-04-25 ", (2022, 4, 25), "a space before the colon"),
    ("2018年12月06日", (2018, 12, 6), "in Chinese with zeros"),
    ("2018 年 7 月 23 日印发", (2018, 7, 23), "spaces between digits and words"),
    ("时间：2022/4/21 10:00", (2022, 4, 21), "with slashes and a time"),
    ("2022.03.15", (2022, 3, 15), "with dots"),
    ("２０２０年３月１９⽇", (2020, 3, 19), "full-width digits and a Kangxi radical"),
    ("二○○三年四月二十一日", (2003, 4, 21), "Chinese numerals, ○ for zero"),
    ("二〇一七年十一月一日", (2017, 11, 1), "Chinese numerals, 〇 for zero"),
    ("二 ○○二年十月三十日", (2002, 10, 30), "a space inside the year"),
    ("中華民國106年1月20日", (2017, 1, 20), "the Republic's years begin in 1912"),
    ("中華民國一百零六年一月一日", (2017, 1, 1), "the Republic's years in numerals"),
    ("2011年10月11来源：", (2011, 10, 11), "日 forgotten before the source"),
]
NOT_DATES = [
    ("2016年3月", "no day"),
    ("（2018—2020年）", "a span of years"),
    ("2021年2月30日", "no such day"),
    ("第2018-12号", "two parts only"),
    ("12018-12-05", "digits before it"),
    ("二〇二五年", "a year alone"),
    ("", "nothing"),
]


@pytest.mark.parametrize(("text", "day", "why"), WRITTEN)
def test_a_date_as_written(text: str, day: tuple[int, int, int], why: str) -> None:
    found = find_date(text)
    assert found is not None, why
    assert found.day == date(*day)


@pytest.mark.parametrize(("text", "why"), NOT_DATES)
def test_what_is_no_full_date(text: str, why: str) -> None:
    assert find_date(text) is None, why


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("Thu, 08 Jul 2021 13:01:39 GMT", (2021, 7, 8)),
        ("2022-04-21 17:49:18 +0800", (2022, 4, 21)),
        ("2022-04-21T17:49:18Z", (2022, 4, 21)),
        ("20220421", (2022, 4, 21)),
    ],
)
def test_a_metadata_value(value: str, day: tuple[int, int, int]) -> None:
    assert read_date(value) == date(*day)


@given(
    st.dates(min_value=date(1912, 1, 1), max_value=date(2099, 12, 31)),
    st.sampled_from(["{0.year}年{0.month}月{0.day}日", "{0:%Y-%m-%d}", "{0:%Y/%m/%d}"]),
)
def test_every_day_is_read_back_with_its_place(day: date, form: str) -> None:
    written = form.format(day)
    found = find_date(f"青汀市人民政府 {written} 印发")
    assert found is not None
    assert found.day == day
    assert (found.start, found.end) == (8, 8 + len(written))


@given(st.text())
def test_places_lie_in_the_text(text: str) -> None:
    for found in all_dates(text):
        assert 0 <= found.start < found.end <= len(text)

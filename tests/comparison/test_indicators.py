"""Two policies that set the same thing have the same key."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.comparison import indicators
from pipeline.comparison.indicators import clause_key, indicator_key


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("数据中心", "“数据中心”", "quotes"),
        ("数据中心", "数据 中心", "spaces"),
        ("全省数据中心", "数据中心", "the province the policy is for"),
        ("我市的数据中心", "数据中心", "the city too"),
        ("GDP", "地区生产总值", "two names of one thing"),
        ("绿色建筑占比", "绿色建筑比例", "two words for a share"),
        ("数据中心（机房）", "数据中心", "an explanation in brackets"),
        ("5Ｇ基站", "5g基站", "width and case"),
        ("GDP增速", "地区生产总值年均增长", "growth of two names of one concept"),
        ("全社会研发经费支出相当于全市生产总值的比例", "研发经费投入强度", "a share spelled out and its name"),
        ("CPI涨幅", "居民消费价格", "a growth that has a name of its own"),
        ("规上工业增加值", "全省规模以上工业增加值", "an abbreviation"),
        ("外贸进出口总值", "货物进出口总额", "what trade is called"),
        ("PM2.5浓度", "细颗粒物（PM2.5）浓度", "a name and its sign"),
    ],
)
def test_one_indicator(one: str, other: str, why: str) -> None:
    assert indicator_key(one) == indicator_key(other), why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (("产值", "达到", False), ("产值", "增长", True), "a level and its growth"),
        (("能耗", "提高", True), ("能耗", "下降", True), "a growth and a decline"),
        (("基站", "建成", False), ("基站", "新增", False), "a stock and an addition"),
        (("粮食产量", "达到", False), ("粮食综合生产能力", "达到", False), "what is harvested and what could be"),
        (("地区生产总值", "增长", True), ("人均地区生产总值", "增长", True), "all and per head"),
        (("出口", None, False, None, "家"), ("出口总额", None, False, None, "元"), "a unit that the concept does not have"),
        (("农村公路", None, False), ("公路", None, False), "a qualifier that narrows"),
    ],
)
def test_different_indicators(one: tuple[Any, ...], other: tuple[Any, ...], why: str) -> None:
    assert indicator_key(*one) != indicator_key(*other), why


@pytest.mark.parametrize(
    ("indicator", "region", "expected", "why"),
    [
        ("云岚省数据中心", "云岚省", "数据中心", "the policy's own place"),
        ("云岚数据中心", "云岚省", "数据中心", "by its short name"),
        ("青汀市数据中心", "云岚省", "青汀市数据中心", "a part of it stays"),
        ("云岚省", "云岚省", "云岚省", "nothing but the place"),
    ],
)
def test_the_policys_own_region_goes(indicator: str, region: str, expected: str, why: str) -> None:
    assert indicator_key(indicator, region=region) == expected, why


def test_a_state_to_reach() -> None:
    assert clause_key("云岚将初步建成“云平台”", "云岚省") == clause_key("初步建成云平台")
    assert clause_key("产值实现增长") == "产值实现增长"


def test_growth_as_noun_and_as_verb() -> None:
    assert indicator_key("产值增速") == indicator_key("产值", "增长", True) == indicator_key("产值年均增长") == "产值（增幅）"


@given(st.text(min_size=1), st.none() | st.text(max_size=4), st.booleans())
def test_every_indicator_has_a_key(indicator: str, action: str | None, changed: bool) -> None:
    """Even one of punctuation alone; and the key of a level is a key of itself."""
    key = indicator_key(indicator, action, changed)
    assert key
    assert "\n" not in indicator_key("甲\n乙")


def test_no_name_belongs_to_two_concepts() -> None:
    """Each name leads to the concept it stands under, and there are enough of them for plans of every kind."""
    tables = tomllib.loads((Path(indicators.__file__).with_name("concepts.toml")).read_text(encoding="utf-8"))
    entries = {name: entry for table in tables.values() for name, entry in table.items()}
    assert len(entries) >= 150
    for name, entry in entries.items():
        unit = next(iter(entry["unit"].split()), None)
        for written in (name, *entry["also"].split()):
            assert indicator_key(written, unit=unit) == name, f"{written} under {name}"

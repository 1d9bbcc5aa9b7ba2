"""Times of revised rules, and the day a text was made public."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.deadlines import find_deadlines
from extractors.records import Context
from tests.deadlines.rows import Row, shown

REVISED = "云岚署客车补助要点修正规定\n中华民国一○三年五月二十七日订定\n中华民国一○六年七月四日云路字第○○一号令修正\n"
IN_REVISED: list[Row] = [
    ("一○三年度：核定次日起九十日内签约。", "2017-07-04", [], "a label"),
    ("自一○二年九月一日至核定次日起九十日内签约。", "2017-07-04", ["自一○二年九月一日 from 2013-09-01.."], "a term that an earlier version set"),
    ("一○四年度起：核定次日起签约。", "2017-07-04", ["一○四年度起 from 2015-01-01.."], "and its start"),
    ("一○四年不得低于七分之一。", "2017-07-04", ["一○四年 during 2015-01-01..2015-12-31"], "what it demanded of a year"),
    ("一○四年度甲类客车附加价值率至少达百分之三十五。", "2017-07-04", ["一○四年度 during 2015-01-01..2015-12-31"], "though its noun stands between"),
    ("一○四年度预算不得流用。", "2017-07-04", [], "the year of a budget"),
    ("本年度接受补助之车辆，自领牌日起应限制行驶。", "2017-07-04", [], "之 makes a noun of it"),
]


@pytest.mark.parametrize(("text", "published", "expected", "why"), IN_REVISED)
def test_revised_rule(text: str, published: str, expected: list[str], why: str) -> None:
    """A revised rule keeps the times that its earlier versions set."""
    assert [row for row in shown(REVISED + text, published) if "一○六年七月" not in row] == expected, why


@pytest.mark.parametrize(("published", "expected"), [("2022-03-09", "2022-03-09"), ("2022-05-09", "2022-03-01")])
def test_made_public(published: str, expected: str) -> None:
    """公布之日 is the day the page states, unless the page came long after the signature; 印发之日 is that of the signature."""
    context = Context(published=date.fromisoformat(published), issued=date(2022, 3, 1), genre="policy")
    found = find_deadlines("现予公布，自公布之日起施行。附件自印发之日起施行。", context)
    assert [str(row.date_from) for row in found] == [expected, "2022-03-01"]

"""The years a title gives, and the period that holds at a place of a news page."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.records import Context, Mention
from extractors.targets.period import Periods, title_period
from tests.targets.notation import told

TITLES = [
    ("云岚省海洋经济发展行动计划（2021—2023年）", (2021, 2023), "a range in brackets"),
    ("青汀市2018-2020年人才发展规划", (2018, 2020), "a range in the title"),
    ("青汀市2018年至2020年人才发展规划", (2018, 2020), "a range in words"),
    ("云岚省“十四五”水利发展规划", (2021, 2025), "a five-year plan"),
    ("云岚省十三五水利发展规划", (2016, 2020), "without quotation marks"),
    ("临澜县2019年度工作要点", (2019, 2019), "a policy for one year"),
    ("2026年云岚省政府工作报告", (2026, 2026), "a government report looks ahead on its year"),
    ("关于印发《2013年全省创建社区工作计划》的通知", (2013, 2013), "a plan for one year"),
    ("云岚省药品目录（2019年版）", None, "an edition is no period"),
    ("云岚省水利发展规划", None, "no year, no period"),
    ("2023—2021年数据", None, "a range that runs backwards is none"),
]


@pytest.mark.parametrize(("title", "expected", "why"), TITLES)
def test_title_period(title: str, expected: tuple[int, int] | None, why: str) -> None:
    assert title_period(title) == expected, why


def test_the_contexts_period_wins_over_the_title() -> None:
    """What earlier stages found out about the policy is not second-guessed."""
    assert Periods(Context(title="某某规划（2021—2023年）", period=(2020, 2022)), []).end_at(0) == date(2022, 12, 31)


def test_a_news_page_takes_the_period_of_the_plan_named_last() -> None:
    """In an article on several plans each quantity is due at the end of the plan it is told of under."""
    text = "《甲行动方案（2018—2020年）》发布。\n产值超过{5亿元:target}。\n《乙行动方案（2021—2023年）》发布。\n产值超过{8亿元:target}。"
    assert told(text, genre="news") == ["N 2020-12-31 产值超过5亿元", "N 2023-12-31 产值超过8亿元"]


def test_a_policy_keeps_its_own_period_whatever_it_cites() -> None:
    """What a policy cites does not date its own targets."""
    text = "落实《国家规划（2011—2030年）》，产值超过{5亿元:target}。"
    assert told(text, period=(2021, 2025)) == [
        "N 2025-12-31 落实《国家规划（2011—2030年）》，产值超过5亿元".replace("落实《国家规划（2011—2030年）》，", "")
    ]


def test_mentions_without_a_period_fall_back_on_the_pages_own() -> None:
    """A plan named without years tells of the page's own period; what is no plan changes nothing."""
    periods = Periods(
        Context(genre="news", period=(2021, 2025)),
        [Mention(10, 20, "甲方案（2018—2020年）", "cites"), Mention(30, 40, "民法典", "cites"), Mention(50, 60, "乙规划", "reports")],
    )
    assert [periods.end_at(at) for at in (0, 25, 45, 70)] == [date(2025, 12, 31), date(2020, 12, 31), date(2020, 12, 31), date(2025, 12, 31)]

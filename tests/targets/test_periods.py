"""The period that bounds what no deadline does, also at a place of a news page."""

from __future__ import annotations

from datetime import date

from extractors.records import Context, Deadline, Mention
from extractors.targets.periods import Periods
from tests.targets.notation import told


def test_the_contexts_period_wins_over_the_title() -> None:
    """What earlier stages found out about the policy is not second-guessed."""
    assert Periods(Context(title="某某规划（2021—2023年）", period=(2020, 2022)), [], []).end_at(0) == date(2022, 12, 31)


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
        [],
    )
    assert [periods.end_at(at) for at in (0, 25, 45, 70)] == [date(2025, 12, 31), date(2020, 12, 31), date(2020, 12, 31), date(2025, 12, 31)]


def test_the_year_of_an_article_is_no_period() -> None:
    """`2020年园区新貌` is an article of that year, `2020年园区工作方案` names a plan for it."""
    assert Periods(Context(title="2020年园区新貌", period=(2020, 2020), genre="news"), [], []).end_at(0) is None
    assert Periods(Context(title="云岚出台2020年园区工作方案", period=(2020, 2020), genre="news"), [], []).end_at(0) == date(2020, 12, 31)


def test_a_season_ends_in_spring() -> None:
    """`2022-2023年秋冬季` ends in March, or when the text says the work ends."""
    season = Context(title="云岚省2022-2023年秋冬季督查方案", period=(2022, 2023), genre="policy")
    stated = Deadline(5, 20, "自2022年10月9日起，至2023年4月15日", date(2022, 10, 9), date(2023, 4, 15), "day", "during", "text")
    assert Periods(season, [], []).end_at(0) == date(2023, 3, 31)
    assert Periods(season, [], [stated]).end_at(0) == date(2023, 4, 15)
    assert Periods(Context(title="云岚省2022-2023年督查方案", period=(2022, 2023), genre="policy"), [], [stated]).end_at(0) == date(2023, 12, 31)

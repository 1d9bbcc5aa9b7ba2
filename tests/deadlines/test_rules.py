"""Times in rules, accounts and reports: what runs from a case, balances of a year's end, habits told of the past; and odd ways of writing."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.deadlines import find_deadlines
from extractors.records import Context
from tests.deadlines.rows import Row, shown

DAY = "2022-03-01"
THREE_YEARS = "三年内 during 2022-03-01..2025-02-28"

RUNS_FROM_A_CASE: list[Row] = [
    ("收回的资金，应在三年内使用完毕。", DAY, [], "money is used up after it has come in"),
    ("对新形成的事项，要在三年内完成清理。", DAY, [], "whom a rule applies to"),
    ("取得土地的单位应当在三年内完成开发。", DAY, [], "an obligation of anybody"),
    ("未达标的，须在三年内完成改造。", DAY, [], "a condition"),
    ("各市应在三年内完成改造。", DAY, [THREE_YEARS], "what all have to do has one date"),
    ("全省要在三年内基本消除黑臭水体。", DAY, [THREE_YEARS], "a plan"),
    ("在三年内调整到位。", DAY, [THREE_YEARS], "without an obligation"),
]

BALANCES: list[Row] = [
    ("各单位年底结转资金占比不超过8%。", DAY, [], "what is left at the end of a year"),
    ("预计年底可能形成结余的项目，应及时调减。", DAY, [], "what may be left"),
    ("项目年底完成验收。", DAY, ["年底 by ..2022-12-31"], "what is done by then"),
    ("结转资金年底前用完。", DAY, ["年底前 by ..2022-12-31"], "a limit"),
]

WRITTEN: list[Row] = [
    ("2022年和2023年两个年度内使用完毕。", DAY, ["2022年和2023年两个年度内 during 2022-01-01..2023-12-31"], "years that one length sums up"),
    ("在2022年、2023年、2024年三年时间内建成。", DAY, ["2022年、2023年、2024年三年时间内 during 2022-01-01..2024-12-31"], "three of them"),
    ("2022年、2023年建成。", DAY, ["2022年 during 2022-01-01..2022-12-31", "2023年 during 2023-01-01..2023-12-31"], "without it each for itself"),
    ("并在2022底年前使用完毕。", DAY, ["2022底年前 by ..2022-12-31"], "letters in the wrong order"),
    ("并在2022底前使用完毕。", DAY, ["2022底前 by ..2022-12-31"], "a letter left out"),
    ("各县分季度填报执行情况。", DAY, ["分季度 every .."], "by turns"),
    ("每年汛前组织检查。", DAY, ["每年汛前 every .."], "a season of each year"),
]

HABITS: list[Row] = [
    ("近年来，全市每年安排资金支持乡村。", DAY, [], "what has gone on for years"),
    ("过去五年，我们每年办十件实事。", DAY, [], "years gone by"),
    ("全市每年安排资金支持乡村。", DAY, ["每年 every .."], "what a policy does each year"),
    ("单位每年提交上年度总结；结余资金应在次年3月底前交回。", DAY, ["每年 every .."], "the year after any year"),
]


@pytest.mark.parametrize(("text", "published", "expected", "why"), [*RUNS_FROM_A_CASE, *BALANCES, *WRITTEN, *HABITS])
def test_rules(text: str, published: str, expected: list[str], why: str) -> None:
    """Each row reads as stated."""
    assert shown(text, published) == expected, why


def test_summary_by_title() -> None:
    """A document that sums up work by its title tells of habits, up to the plan that follows."""
    text = "坚持每年走访困难职工。\n2023年工作计划\n每年走访困难职工。"
    found = find_deadlines(text, Context(title="临澜县民政局2022年工作总结", published=date(2022, 12, 20), genre="policy"))
    assert [row.start for row in found] == [text.rindex("每年")]


def test_summary_by_line() -> None:
    """So does the part under a heading, also one that ran into its text."""
    text = "临澜县民政局2022年工作总结2022年，我局积极开展工作。\n坚持每年走访困难职工。\n临澜县民政局2023年工作要点2023年是关键之年。\n每年走访困难职工。"
    found = find_deadlines(text, Context(title="关于印发总结和要点的通知", published=date(2022, 12, 20), genre="policy"))
    assert [row.start for row in found if row.bound == "every"] == [text.rindex("每年")]


def test_time_whose_goals_follow() -> None:
    """A time ahead that is only described is no deadline, unless its goals follow."""
    assert shown("未来五年是重要的关键时期。", DAY) == []
    assert shown("未来五年是关键时期，主要目标任务是：能力显著提升。", DAY) == ["未来五年 during 2022-03-01..2027-02-28"]

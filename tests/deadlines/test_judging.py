"""Which times bound an action: tables, titles, facts of the year, what is planned though its day has gone by.

A row is `(text, published, expected, why)` as in `test_rows`.
"""

from __future__ import annotations

from datetime import date

import pytest

from extractors.deadlines import find_deadlines
from extractors.records import Context, Section
from tests.deadlines.rows import Row, shown

DAY = "2022-03-01"

TABLES: list[Row] = [
    ("项目名称\t2022年建设内容\t2022年计划投资（万元）\n", DAY, [], "what a column holds"),
    ("指标名称 单位\t2025年 指标属性\n", DAY, [], "heads run together"),
    ("通过评审。\t2023年计划完成投资5000万元，主体封顶。\n", DAY, ["2023年 during 2023-01-01..2023-12-31"], "a cell that says what is done"),
    ("前期工作\t2023年动工建设\n", DAY, ["2023年 during 2023-01-01..2023-12-31"], "a short one"),
    ("专栏1：“十四五”时期公园建设主要指标\n指标\t数值\n", DAY, [], "a box's title after its label"),
    (
        "序号\t任务\t完成时限\n1\t建成公园\t2023年\n2\t建成绿道\t2023年6月\n3\t巡查\t长期\n",
        DAY,
        ["2023年 by ..2023-12-31", "2023年6月 by ..2023-06-30"],
        "a column of limits",
    ),
    (
        "序号\t完成时间\t任务\n1\t年底\t建成公园\n2\t2023年6月底前\t建成绿道\n",
        DAY,
        ["年底 by ..2022-12-31", "2023年6月底前 by ..2023-06-30"],
        "with another head, in the middle",
    ),
    ("项目\t设立年份\n公园\t2023年\n", DAY, [], "a column of something else"),
    ("项目\t建设年限\n公园\t2023年\n", DAY, ["2023年 during 2023-01-01..2023-12-31"], "a column of when projects are built"),
    ("项目\t建设期限（年）\n公园\t2022—2024年\n", DAY, ["2022—2024年 during 2022-01-01..2024-12-31"], "from when to when"),
    ("项目\t建设规模\n公园\t2022—2024年\n", DAY, [], "under another head it is none"),
    ("项目\t至2021年底项目进展情况\t投资\n公园\t开工\t5\n", DAY, [], "how things stood"),
    ("附件\n2022年省十件民生实事任务", DAY, [], "the title of an annex that ends the text"),
]

TITLES: list[Row] = [
    ("云岚省公园规划（2021－2025年）二○二二年三月\n目录\n", DAY, [], "the month of a title page"),
    ("关于力争2025年全省公园绿地达到30%的意见 云政发〔2021〕3号", DAY, [], "a title without marks, by its number"),
    ("信封正面请注明「2022年度公园补助申请案」。", DAY, [], "a name in quotes"),
    ("2022年纳入管理的行业见附件2。", DAY, [], "what an annex holds"),
    ("公园清理整顿和2022年登记工作时间紧。", DAY, [], "the second noun of a pair"),
]

GIVEN: list[Row] = [
    ("公园分为2023年前应登记、2023年应登记和无需登记三类。", DAY, [], "the classes that a sentence sorts into"),
    ("登记分为两步，2023年应登记300家。", DAY, ["2023年 during 2023-01-01..2023-12-31"], "but not a year behind them"),
    ("各县不迟于2023年10月底完成登记。", DAY, ["不迟于2023年10月底 by ..2023-10-31"], "the negation belongs to the limit"),
    (
        "2019年到2022年，县公园办连续四年组织对全县各镇、各街道以及各类开发区的公园绿地和沿河绿道进行了普查。",
        DAY,
        [],
        "work that is said at the end to have been done",
    ),
    ("2022年省财政新增的专项资金，优先用于公园。", DAY, [], "money of the year"),
    ("今年高校毕业生达50万人，各地要做好服务。", DAY, [], "what the year has"),
    ("今年发展任务繁重、挑战多。", DAY, [], "what the year is like"),
    ("今年任务重点完成三项。", DAY, ["今年 during 2022-01-01..2022-12-31"], "重点 is not 重"),
    ("做好今年工作，要坚持稳字当头。", DAY, ["今年 during 2022-01-01..2022-12-31"], "the work of the year is to be done in it"),
    ("做好今年统计工作。", DAY, [], "a kind of work of the year"),
    ("支持龙头企业上半年产品面市。", DAY, ["上半年 during 2022-01-01..2022-06-30"], "a subject between the time and what happens"),
    ("完成投资5亿元，园区2023年产值达到8亿元。", DAY, ["2023年 during 2023-01-01..2023-12-31"], "also for a year"),
    ("收据于核定年度之次一年度三月底前报送。", DAY, [], "counted from an event"),
    ("标准为当年12月份工资，下一年1月份兑现。", DAY, [], "any year and the one after it"),
    ("前期出台6月前到期的减税政策。", DAY, ["6月前 by ..2022-05-31"], "when something runs out"),
    ("努力完成今年发展目标任务。", DAY, ["今年 during 2022-01-01..2022-12-31"], "the goals of the year"),
    ("三、2035年远景目标\n", DAY, ["2035年 during 2035-01-01..2035-12-31"], "a heading of its own"),
    ("同我省2035年远景目标衔接。", DAY, [], "but not inside a sentence"),
    ("2035年远景目标为：茶业强市建成。", DAY, ["2035年 during 2035-01-01..2035-12-31"], "unless it says what the goals are"),
    ("今年的主要任务是建成茶市。", DAY, ["今年 during 2022-01-01..2022-12-31"], "likewise"),
    ("对照今年的主要任务是必要的。", DAY, [], "inside a sentence again"),
]

BEFORE: list[Row] = [
    ("到2025年，城市覆盖率达到90%，其中临澜县提前两年完成。", DAY, ["到2025年 by ..2025-12-31", "提前两年 by ..2023-12-31"], "before the deadline"),
    ("到2025年，电压合格率提前两年达到国家要求。", DAY, ["到2025年 by ..2025-12-31"], "before what others ask"),
]

WITHIN: list[Row] = [
    ("各县要在两个月内出台方案。", DAY, ["两个月内 during 2022-03-01..2022-05-01"], "what somebody must do within months"),
    ("企业在两个月内未开工的，收回用地。", DAY, [], "but not a case"),
    ("年底到春节前，开展慰问。", DAY, ["年底到春节前 during 2022-12-31..2023-01-22"], "from the year's end into the next"),
    ("到2025年以后，逐步推广。", DAY, ["到2025年以后 from 2026-01-01.."], "after a year is over, with 到"),
]

EACH: list[Row] = [
    ("每月多了300元补贴。", DAY, [], "told with 了"),
    ("每年都进行会商。", DAY, [], "a habit"),
    ("每年都要进行会商。", DAY, ["每年 every .."], "but 都要 sets it"),
    ("种果一项每年就收入3万元。", DAY, [], "a fact"),
    ("对已按月预缴税款的，年终结算。", DAY, [], "what has been done"),
    ("每年资助经费最高不超过100万元。", DAY, [], "an amount a year"),
    ("单家园区每年奖励最高不超过80万元。", DAY, ["每年 every .."], "an action a year"),
    ("每户每月增加数额不足50元的，按50元计算。", DAY, [], "an amount a month"),
    ("专业人员每月给予加给2000元。", DAY, [], "a sum a month, with its verb"),
    ("每人每日最高八十元。", DAY, [], "a sum a day"),
    ("每月给予指导，帮助茶农增收。", DAY, ["每月 every .."], "but not what is no sum"),
    ("每周参加1次以上锻炼的人数达到一半。", DAY, [], "how often, in the name of a measure"),
    ("计算分值之每月初保费收入。", DAY, [], "之 before it makes it a noun's"),
]

LATE: list[Row] = [
    ("自2015年起，申请补助的车辆应加装升降机。", DAY, ["自2015年起 from 2015-01-01.."], "a rule in force since then"),
    ("自2015年起，企业陆续开展境外勘查。", DAY, [], "a fact since then"),
    ("2021年底前已完成转制的企业可以申请。", "2021-12-01", ["2021年底前 by ..2021-12-31"], "a condition with a limit to come"),
    (
        "公园\t2月开工建设，5月前完成标识系统。",
        "2022-03-15",
        ["2月 during 2022-02-01..2022-02-28", "5月前 by ..2022-04-30"],
        "a step gone by of a plan that goes on",
    ),
    ("一季度完成设计；二季度启动建设。", "2022-04-15", ["一季度 during 2022-01-01..2022-03-31", "二季度 during 2022-04-01..2022-06-30"], "quarters"),
    ("一季度完成了设计；二季度启动建设。", "2022-04-15", ["二季度 during 2022-04-01..2022-06-30"], "but not what is told with 了"),
    ("2021年4月编制出台实施办法。", DAY, ["2021年4月 during 2021-04-01..2021-04-30"], "nobody is told to have done it"),
    ("2021年4月，省政府出台实施办法。", DAY, [], "somebody is"),
    ("（一）启动阶段（2021年9月—11月）。成立专班。", DAY, ["2021年9月—11月 during 2021-09-01..2021-11-30"], "a phase the plan lists"),
    (
        "4月1日至4月底期间已申请复工的企业，给予补贴。",
        "2022-04-15",
        ["4月1日至4月底期间 during 2022-04-01..2022-04-30"],
        "a condition whose time still runs",
    ),
    ("对6月30日前发放的贷款延期还本。", DAY, ["6月30日前 by ..2022-06-30"], "a condition with a limit to come"),
    ("对2021年6月30日前发放的贷款延期还本。", DAY, [], "or gone by"),
]


@pytest.mark.parametrize(("text", "published", "expected", "why"), [*TABLES, *TITLES, *GIVEN, *BEFORE, *WITHIN, *EACH, *LATE])
def test_judging(text: str, published: str, expected: list[str], why: str) -> None:
    """Each time counts or does not, as stated."""
    assert shown(text, published) == expected, why


NEWS: list[Row] = [
    ("产量过了旺季，都会逐月下行。", DAY, [], "what happens by itself each month"),
    ("零部件供应从2月起恢复正常，预计产能也将恢复。", DAY, [], "what has begun, beside a forecast"),
    ("力争实现全年经济发展目标。", DAY, ["全年 during 2022-01-01..2022-12-31"], "the goal of the year"),
    ("完成全年目标任务的60%。", DAY, [], "not its tasks"),
    ("该厂将从2月起下调价格。", DAY, ["从2月起 from 2022-02-01.."], "what is to begin"),
    ("预计2021年煤炭产量将达到28亿吨。", DAY, ["2021年 during 2021-01-01..2021-12-31"], "a forecast put online late"),
    ("2021年产量过亿吨的企业将达到6家。", DAY, ["2021年 during 2021-01-01..2021-12-31"], "also without 预计"),
    ("2021年公司将股份转让。", DAY, [], "but 将 is also 把"),
    ("到了2025年，产量将达到8亿吨。", DAY, ["到了2025年 by ..2025-12-31"], "到了"),
    ("煤机行业在4、5年内将持续发展。", DAY, ["4、5年内 during 2022-03-01..2027-02-28"], "a forecast for a length of time"),
]


@pytest.mark.parametrize(("text", "published", "expected", "why"), NEWS)
def test_news(text: str, published: str, expected: list[str], why: str) -> None:
    """In an article that carries no policy each time counts or does not, as stated."""
    assert shown(text, published, genre="other") == expected, why


def found_in(text: str, genre: str = "policy", sections: list[Section] | None = None) -> list[str]:
    """What stands right after each deadline."""
    context = Context(published=date(2022, 2, 1), genre=genre)  # type: ignore[arg-type]
    return [text[row.end : row.end + 2] for row in find_deadlines(text, context, sections or ())]


def test_review_without_label() -> None:
    """A line that looks back reaches to the next that looks ahead, though nothing labels them."""
    assert found_in("“十三五”时期工作回顾\n每年办成实事10件。\n2022年重点工作\n每年新建公园5个。") == ["重点", "新建"]


def test_review_turns() -> None:
    """A text whose headings were lost turns from its review to this year with the year's goals."""
    text = "2021年工作回顾\n全年新建公园9个。\n今年发展主要预期目标是：全年新建公园10个。\n全年举办展会3场。"
    review = Section(0, len(text), 1, "", "2021年工作回顾", "other", None, 0, 9)
    assert found_in(text, sections=[review]) == ["发展", "新建", "举办"]


def test_forecast_heading() -> None:
    """In an article that only states facts a time under a forecast's heading is expected, unless it is told of."""
    text = "二季度形势预测\n二季度全市用电量170亿千瓦时。二季度已限电3次。"
    forecast = Section(8, len(text), 1, "", "二季度形势预测", "other", None, 0, 7)
    context = Context(published=date(2022, 4, 10), genre="other")
    assert [row.start for row in find_deadlines(text, context, [forecast])] == [0, 8]
    assert [row.start for row in find_deadlines(text, context)] == [0]

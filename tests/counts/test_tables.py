"""Numbers in table cells."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.counts.counting import find_counts
from extractors.records import Context, Facts
from tests.counts.test_exclusions import spans

PLAN = Context(title="青汀市行动方案", published=date(2022, 3, 1))

#: (table, counts as "text value unit item role", why)
TABLES = [
    (
        "序号 指标 2020年 2025年 属性\n1 覆盖率（%） 88 92 约束性\n2 绿化率（%） 40 ≥45 预期性",
        ["88 88 % 覆盖率 achieved", "92 92 % 覆盖率 target", "40 40 % 绿化率 achieved", "≥45 45 % 绿化率 target"],
        "rows copied as lines, a year over each value",
    ),
    ("项目\t金额（亿元）\n甲工程\t10.00", ["10.00 1000000000 元 金额 other"], "the unit in the head"),
    (
        "指标\t2020年\t2025年 年均增长[累计]\n茶业占比（%）\t41% >42%力争45% [>1%]\n茶业产值\t9.5亿元\t17亿元\t11%",
        [
            "41% 41 % 茶业占比 achieved",
            ">42% 42 % 茶业占比 target",
            "45% 45 % 茶业占比 target",
            ">1% 1 % 茶业占比 change",
            "9.5亿元 950000000 元 茶业产值 achieved",
            "17亿元 1700000000 元 茶业产值 target",
            "11% 11 % 茶业产值 change",
        ],
        "columns that only a space keeps apart, several numbers in a cell, growth in the last",
    ),
    ("指标\t2025年目标\n产值（亿元）\t300", ["300 30000000000 元 产值 target"], "the unit in the label, the goal in the head"),
    ("指标\t单位\t2020年\t2025年\n覆盖率\t%\t40\t60", ["40 40 % 覆盖率 achieved", "60 60 % 覆盖率 target"], "a column of units"),
    ("指标\t2020年\n产量（万吨）\t≥1,200", ["≥1,200 12000000 吨 产量 achieved"], "a bound and separators"),
    ("类型\t第一类系数\t第二类系数\n短期\t200%\t100%", ["200% 200 % 第一类系数 other", "100% 100 % 第二类系数 other"], "shares in the cells"),
    ("指标\t比重\n创新性\t30%", ["30% 30 % 创新性 other"], "a head that only says it is a weight"),
    (
        "指标\t2020年\t2025年目标\n总体水平\n1.网民数量（万人）\t150\t190",
        ["150 1500000 人 网民数量 achieved", "190 1900000 人 网民数量 target"],
        "a numbered label, a line between rows that names the rows below it",
    ),
    (
        "规划\t情况\n指标\t2020年实绩\t2025年目标\n用户（万户）\t15\t>19",
        ["15 150000 户 用户 achieved", ">19 190000 户 用户 target"],
        "a caption of fewer cells before the head",
    ),
    (
        "第二级\t\t第三级\t\n自偿率\t补助比率\t自偿率\t补助比率\n≧20%\t78%\t≧14%\t84%\n19%\t75%\t13%\t81%",
        [
            *("≧20% 20 % 自偿率 other", "78% 78 % 补助比率 other", "≧14% 14 % 自偿率 other", "84% 84 % 补助比率 other"),
            *("19% 19 % 自偿率 other", "75% 75 % 补助比率 other", "13% 13 % 自偿率 other", "81% 81 % 补助比率 other"),
        ],
        "two rows of heads; a bound in one cell says nothing of the next",
    ),
    (
        "项目\t金额（万元）\n甲工程\t30\n项目\t金额（万元）\n乙工程\t40",
        ["30 300000 元 金额 other", "40 400000 元 金额 other"],
        "a head repeated on the next page",
    ),
    (
        "单位：人\n地区\t2021年招生人数\t扩招\t分年度任务\n\t\t\t2022年\t2023年\n云岚\t100\t40\t120\t140",
        ["100 100 人 招生人数 achieved", "40 40 人 扩招 other", "120 120 人 任务 target", "140 140 人 任务 target"],
        "the unit over the table, a head over several columns, the year before what is measured",
    ),
    (
        "序号\t指标\t单位\t目标值\n1\t新建公园\t个\t30\n2\t改造管网\t公里\t≥120",
        ["30 30 个 新建公园 target", "≥120 120 公里 改造管网 target"],
        "the numbers of rows have no unit",
    ),
    ("区县\t完成投资（万元）\n东岭区\t5600", ["5600 56000000 元 完成投资 achieved"], "a head that says of what so much is completed"),
    ("项目\t标准\n一等奖\t5万元", ["5万元 50000 元 一等奖 other"], "a head that only says it is a standard"),
    (
        "6 新兴产业增加值占GDP比重\t%\t15 预期性\n7 发明专利拥有量 万件\t≥1.5 预期性\n8 用水量（立方米）\t60 65 约束性",
        [
            *("15 15 % 新兴产业增加值占GDP比重 target", "≥1.5 15000 件 发明专利拥有量 target"),
            *("60 60 立方米 用水量（立方米） target", "65 65 立方米 用水量（立方米） target"),
        ],
        "indicators whose rows were copied as lines",
    ),
    ("12 万通机械有限公司\n13个人住房贷款查询", [], "numbers of rows glued to names"),
    ("5 每十万人受灾人次\t<900 预期性", ["<900 900 None 每十万人受灾人次 target"], "人次 ends the name of what is measured"),
    ("5 接待游客 万人次\t900 预期性", ["900 9000000 人次 接待游客 target"], "set apart it is the unit"),
    ("云岚市\t8\t115\n青汀市（市、区）\t9\t96", [], "no head, and a bracket that names no unit"),
    ("地区（市、区）\t村数（个）\n云岚市\t8", ["8 8 个 村数 other"], "the unit of the column alone"),
    ("序号\t名称\n1\t甲工程\n2\t乙工程", [], "numbers of rows"),
    ("年份\t电话\n2020\t3511234", [], "a year and a code"),
    (
        "目标 指标名称 单位 属性\t2020年\t2025年 年均增速（%）\n用电量 亿千瓦时 预期性\t118\t162\t6.4\n供给有力 用煤比重%预期性\t44.3\t40 [－4.3]\n水耗 升/吨\t311 <300",
        [
            *("118 11800000000 千瓦时 用电量 achieved", "162 16200000000 千瓦时 用电量 target", "6.4 6.4 % 用电量 change"),
            *("44.3 44.3 % 用煤比重 achieved", "40 40 % 用煤比重 target", "－4.3 -4.3 % 用煤比重 change"),
            *("311 311 升/吨 水耗 achieved", "<300 300 升/吨 水耗 target"),
        ],
        "rows copied as lines under heads for the name and the unit, with growth and a total in brackets",
    ),
    ("项目 单位 投资\n供水工程 17项 101326", ["17项 17 项 供水工程 structure"], "a number of things is no unit of the next"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TABLES)
def test_table(text: str, expected: list[str], why: str) -> None:
    """Value, unit, item and role of every count in a table."""
    found = find_counts(text, Facts(context=PLAN), spans(text))
    assert [f"{count.text} {count.value.normalize():f} {count.unit} {count.item} {count.role}" for count in found] == expected, why

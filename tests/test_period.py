"""The years a policy is for, as its title says them."""

from __future__ import annotations

import pytest

from extractors.period import period_of


@pytest.mark.parametrize(
    ("title", "expected", "why"),
    [
        ("云岚省公园行动计划（2021—2025年）", (2021, 2025), "a range in brackets"),
        ("云岚省公园行动计划（2021-2025 年）", (2021, 2025), "another dash, a space"),
        ("云岚省公园规划（2011～2020）", (2011, 2020), "without 年"),
        ("云岚省2017-2018年冬季公园方案", (2017, 2018), "a range in the middle"),
        ("青汀市2018年至2020年公园规划", (2018, 2020), "a range in words"),
        ("青汀市公园规划（2018一2020年）", (2018, 2020), "a dash misread as the numeral one"),
        ("云岚省公园规划（2021—25年）", (2021, 2025), "a short second year"),
        ("关于印发《云岚省公园方案（2021-2023年）》的通知", (2021, 2023), "inside the marks of a covering notice"),
        ("云岚省“十四五”公园规划", (2021, 2025), "a five-year plan"),
        ("云岚省公园“十五五”规划", (2026, 2030), "the fifteenth"),
        ("云岚省公园「十二五」规划", (2011, 2015), "other quotes"),
        ("云岚省十三五公园发展规划", (2016, 2020), "without quotes"),
        ("云岚省第十三个五年规划纲要", (2016, 2020), "by its number"),
        ("2022年云岚省公园工作要点", (2022, 2022), "one year"),
        ("临澜县2019年度公园工作方案", (2019, 2019), "年度"),
        ("2026年云岚省政府工作报告", (2026, 2026), "a government report looks ahead on its year"),
        ("关于印发《2013年全省公园创建计划》的通知", (2013, 2013), "one year inside the marks of a covering notice"),
        ("2020政府工作报告", (2020, 2020), "a year without 年 at the head"),
        ("公园局2014年工作总结和2015年工作要点", (2015, 2015), "the plan comes after the review"),
        ("一百零六年度公园补助要点", (2017, 2017), "a year of the Republic era"),
        ("云岚省贯彻〈公园纲要（2016—2030年）〉实施方案", None, "the period of another policy"),
        ("印发《云岚省贯彻〈公园纲要（2016—2030年）〉实施方案》的通知", None, "also inside a notice"),
        ("云岚将于2025年底建成公园", None, "a deadline in a headline"),
        ("到2025年建成公园", None, "another"),
        ("公园标准（2018年版）", None, "a version"),
        ("公园监测工作方案（2018年版）", (2018, 2018), "the plan of a year"),
        ("公园应急方案（2018年版）", None, "but not one for emergencies"),
        ("公园目录（2017年本）", None, "an edition"),
        ("公园办法（2018年修订）", None, "a revision"),
        ("关于2018年3月公园开放的通知", None, "a month"),
        ("关于废止公园规章的决定（公园部令2016年第57号）", None, "a number"),
        ("2030年前公园行动方案", None, "a deadline in a plan's name"),
        ("2023—2021年公园数据", None, "a range that runs backwards is none"),
        ("公园局十五项工作计划", None, "a number of things is no five-year plan"),
        ("云岚省公园规划", None, "no year at all"),
        ("关于公布现行有效文件（1979—2016年）的决定", None, "the years of what is listed"),
    ],
)
def test_periods(title: str, expected: tuple[int, int] | None, why: str) -> None:
    assert period_of(title) == expected, why

"""How far the date of a sentence reaches among its clauses and into the next."""

from __future__ import annotations

import pytest

from tests.targets.notation import told

REACH = [
    (
        "@goal 一、责任目标\n@@other 1.污水治理|\n<2015年前=2014-12-31>，县城污水全部收集。\n@@other 2.水源保护|\n完成保护区整治，拆除排污口。",
        ["L 2014-12-31 县城污水全部收集"],
        "the cut-off of one item among goals is no date for the next",
    ),
    (
        "甲达标率<每年=every>提高{10%:change}，<2015年前=2014-12-31>达到{50%:target}；乙达标率达到{60%:target}。",
        ["N - 甲达标率每年提高10%", "N 2014-12-31 达到50%", "N - 乙达标率达到60%"],
        "a measure that has its subject in the clause before dates no more than its part of the sentence",
    ),
    (
        "@goal 目标\n<10月底前=2019-10-31>，完成改造；完善软件，<12月底前=2019-12-31>实现安装率{80%:target}；制度基本健全。",
        ["L 2019-10-31 完成改造", "L 2019-10-31 完善软件", "N 2019-12-31 实现安装率80%", "L 2019-10-31 制度基本健全"],
        "after an inner date the outer one holds again",
    ),
    (
        "着力解决报销难题，<2021年底前=2021-12-31>基本实现直接结算；各统筹地区全部联网。",
        ["L 2021-12-31 基本实现直接结算", "L 2021-12-31 各统筹地区全部联网"],
        "one with nothing outside it reaches to the end of the sentence",
    ),
    (
        "<2012年前=2011-12-31>，各县达到建设要求；电厂装料前，成立指挥中心，完成演练准备。",
        ["L 2011-12-31 各县达到建设要求"],
        "what an event dates no date governs",
    ),
    (
        "<2020年=2020-01-01/2020-12-31>，选择部分企业开展试点；试点结束后，在全省全面推开。",
        ["L 2020-12-31 选择部分企业开展试点"],
        "nor what comes after one",
    ),
    (
        "<2025年底前=2025-12-31>，体系基本建成，工作走在前，能力明显提升。",
        ["L 2025-12-31 体系基本建成", "L 2025-12-31 工作走在前", "L 2025-12-31 能力明显提升"],
        "being ahead is no event",
    ),
    ("定期监测，<每年=every>至少一次；重点项目完成率超过{95%:target}。", ["N - 重点项目完成率超过95%"], "what follows a yearly act is not yearly"),
    ("前期出台<六月前=2020-05-31>到期的减税政策，执行期限全部延长。", [], "a date in an attribute governs nothing"),
    ("还本付息政策再延长<至明年3月底=2021-03-31>，对小微企业应延尽延。", [], "nor does the end of a policy's validity"),
]


@pytest.mark.parametrize(("text", "expected", "why"), REACH)
def test_how_far_a_date_reaches(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why


def test_what_follows_a_yearly_act_has_the_policys_period() -> None:
    text = "定期监测，<每年=every>至少一次；重点项目完成率超过{95%:target}。"
    assert told(text, period=(2011, 2015)) == ["N 2015-12-31 重点项目完成率超过95%"]

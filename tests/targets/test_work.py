"""Work and what it comes to: under a length of time that is given to work only its results are targets, under a cut-off its acts too."""

from __future__ import annotations

import pytest

from tests.targets.notation import told

YEARS = "<未来十年=2021-01-01/2030-12-31>，"
PLAN = "<“十四五”时期=2021-01-01/2025-12-31>，"
THIS_YEAR = "<今年=2023-01-01/2023-12-31>"

FOR_A_TIME = [
    (
        f"{YEARS}要着力发展五大产业，形成新的增长极，加快动能转换；要加快发展物流业，促进消费升级，塑造开放新优势。",
        ["L 2030-12-31 形成新的增长极", "L 2030-12-31 塑造开放新优势"],
        "years ahead are given to work; what it comes to is a target",
    ),
    (f"{YEARS}大力发展软件产业，打造区域数字高地。", ["L 2030-12-31 打造区域数字高地"], "though nothing says 要"),
    (f"{PLAN}要坚持党管人才，深化体制改革，持续优化环境，激发人才活力。", [], "an exhortation for a period, without a result"),
    (f"{PLAN}我市将推进强市建设，提升引才质量，形成近悦远来的生态。", ["L 2025-12-31 形成近悦远来的生态"], "将 with work like 要"),
    (f"{PLAN}消费持续增长，要积极采取措施，健全管理机制。", ["L 2025-12-31 消费持续增长"], "要 in a later clause"),
    (
        f"{THIS_YEAR}要优先稳就业，建成产业园二期，完善配套设施。",
        ["L 2023-12-31 建成产业园二期"],
        "this year too; an act that is over when done is a result",
    ),
    (
        f"{PLAN}产业韧性显著增强，完善链长机制，形成先进集群。",
        ["L 2025-12-31 产业韧性显著增强", "L 2025-12-31 完善链长机制", "L 2025-12-31 形成先进集群"],
        "a period that opens goals is not given to work",
    ),
    (f"{PLAN}要实现以下目标：能力显著提升，完善体系。", ["L 2025-12-31 能力显著提升", "L 2025-12-31 完善体系"], "要 that announces goals is none"),
    (
        "<未来五年=2023-01-01/2027-12-31>是关键时期，主要目标任务是：能力显著提升，布局更加合理。",
        ["L 2027-12-31 能力显著提升", "L 2027-12-31 布局更加合理"],
        "a time described, whose goals follow",
    ),
    (
        "<2024年底前=2024-12-31>，完成河道治理，健全巡查机制。",
        ["L 2024-12-31 完成河道治理", "L 2024-12-31 健全巡查机制"],
        "under a cut-off a change is done by then",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), FOR_A_TIME)
def test_for_a_time(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why


DUE = "<到2025年=2025-12-31>，装机达到{9座:target}，"
ACTIVITIES = [
    ("有序开发风电", "activity with its manner"),
    ("深入研究地热利用", "research"),
    ("合理布局储能设施", "arrangement"),
    ("加快建设临澜港区", "work that is hastened"),
    ("深入推行清洁生产", "a practice that is pursued"),
    ("市级部门要加强指导", "upkeep with who does it"),
    ("集中整治阶段", "the name of a phase"),
    ("10吨以上、65吨以下的锅炉", "what the next clause is about"),
    ("发展节水农业", "growth of something"),
    ("鼓励企业收购存量房，出租给有需求人群", "what is left to others, and what they then do"),
    ("减半征收", "a benefit"),
    ("考核标准仍按原办法执行", "what stays as it is"),
]


@pytest.mark.parametrize(("clause", "why"), ACTIVITIES)
def test_activities(clause: str, why: str) -> None:
    """Work without an end is no target, also after a quantity that is due."""
    assert told(f"{DUE}{clause}。") == ["N 2025-12-31 装机达到9座"], why


INNER = [
    (
        "确保资金<9月底前=2022-09-30>使用到位，尽早形成实物工作量。",
        ["L 2022-09-30 确保资金使用到位"],
        "a clause with a time of its own, however vague",
    ),
    (
        "结合规划<年内=2022-01-01/2022-12-31>完成项目储备，推动一批项目提前开工，形成滚动接续机制。",
        ["L 2022-12-31 结合规划完成项目储备"],
        "nor what that work comes to",
    ),
    (
        "各县办法应于<六月底前=2019-06-30>印发，建立台账。",
        ["L 2019-06-30 各县办法应印发", "L 2019-06-30 建立台账"],
        "but an act goes with the dated one",
    ),
    ("梳理形成水务领域<年内=2022-01-01/2022-12-31>开工重大项目清单，建立台账。", [], "a time that qualifies what a list holds"),
    ("推动<年内=2022-01-01/2022-12-31>投产项目加快形成产能。", [], "or whom the work is for"),
    ("编制规划，分别明确<到2022年=2022-12-31>全面达标的目标任务。", [], "or the goals that a plan yet to be made is to set"),
    ("推动项目<年内=2022-01-01/2022-12-31>开工建设。", ["L 2022-12-31 推动项目开工建设"], "but not when the work is done"),
    (
        "近期（<2021—2022年=2021-01-01/2022-12-31>），夯实数据底座。",
        ["L 2022-12-31 夯实数据底座"],
        "a time in brackets after the name of a phase opens what follows",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), INNER)
def test_inner_times(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why

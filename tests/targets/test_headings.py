"""How far the time in a heading reaches: over the parts, the paragraphs and the items that stand under it."""

from __future__ import annotations

import pytest

from tests.targets.notation import told

HEADINGS = [
    (
        "@goal 二、主要目标\n<到2027年=2027-12-31>，能力大幅提升。\n平台加快完善，建成实验室{10家:target}。",
        ["L 2027-12-31 能力大幅提升", "L 2027-12-31 平台加快完善", "N 2027-12-31 建成实验室10家"],
        "in a section of goals a deadline holds for the paragraphs that follow",
    ),
    (
        "@goal 二、主要目标\n<到2027年=2027-12-31>，能力大幅提升。\n@@other 一是创新能力增强。|研发占比达到{3%:target}，人才集聚。",
        ["L 2027-12-31 能力大幅提升", "N 2027-12-31 研发占比达到3%", "L 2027-12-31 人才集聚"],
        "and for the items that detail it, whose headings are none",
    ),
    (
        "@goal 二、主要目标\n<到2027年=2027-12-31>，能力大幅提升。\n@task 三、重点任务\n平台加快完善，建成实验室{10家:target}。",
        ["L 2027-12-31 能力大幅提升", "N - 建成实验室10家"],
        "but not in the next section",
    ),
    (
        "@goal （一）<2025年=2025-01-01/2025-12-31>目标\n绿色出行更加普及，覆盖率达到{70%:target}。",
        ["L 2025-12-31 绿色出行更加普及", "N 2025-12-31 覆盖率达到70%"],
        "a heading with a year and the word goal governs what stands under it",
    ),
    (
        "@other 第一阶段（<2020年=2020-01-01/2020-12-31>）\n制定方案，成立专班。",
        ["L 2020-12-31 制定方案", "L 2020-12-31 成立专班"],
        "a phase dates the acts under it",
    ),
    (
        "@other <2027年8—10月=2027-08-01/2027-10-31>：\n完成平台招标，建成茶站{20座:target}。",
        ["L 2027-10-31 完成平台招标", "N 2027-10-31 建成茶站20座"],
        "and so does a heading that is nothing but a time",
    ),
    (
        "@other <2027年8—10月=2027-08-01/2027-10-31>：\n县政府常务会议研究通过茶业方案，明确分工。\n县茶办出台奖励办法。\n各部门全面推进茶园巡查工作。",
        ["L 2027-10-31 县政府常务会议研究通过茶业方案", "L 2027-10-31 明确分工", "L 2027-10-31 县茶办出台奖励办法"],
        "also what somebody is told to do once, not what goes on",
    ),
    (
        "@other <2027年8—10月=2027-08-01/2027-10-31>：\n完成茶站选址、立项等工作。",
        ["L 2027-10-31 完成茶站选址、立项等工作"],
        "work that is to be completed is done once",
    ),
    (
        "@other <8月=2027-08-01/2027-08-31>监测内容\n完成平台招标，建成茶站{20座:target}。",
        ["N - 建成茶站20座"],
        "not one that names a matter",
    ),
    (
        "@task 二、<2026年=2026-01-01/2026-12-31>工作安排\n加快升级，体系更加健全，新增企业{200家:target}。",
        ["N 2026-12-31 新增企业200家"],
        "a heading over a year's work dates its quantities only",
    ),
    ("@other 一、发展基础\n<“十三五”期间=2016-01-01/2020-12-31>，体系不断完善，能力显著增强。", [], "what was reached before is no target"),
    ("@other 二、面临形势\n<“十四五”时期=2021-01-01/2025-12-31>，需求持续增长，竞争更加激烈。", [], "nor is how things stand"),
    (
        "@task （一）夯实发展基础\n<到2025年=2025-12-31>，制度更加完善。",
        ["L 2025-12-31 制度更加完善"],
        "a heading of work that has the word 基础 is no report",
    ),
    ("@goal 二、目标 |<到2025年=2025-12-31>，全市建成体系。", ["L 2025-12-31 全市建成体系"], "a heading that runs into the sentence is left out"),
    (
        "@@task 1.<2003年=2003-01-01/2003-12-31>重点治理东部，保证在<2005年底前=2005-12-31>建成。|随后验收。",
        ["L 2003-12-31 重点治理东部", "L 2005-12-31 保证建成"],
        "an item's first sentence that is its title still sets targets by its own deadlines",
    ),
    ("@task 1.推动平台建成|\n<到2025年=2025-12-31>建成{3座:target}。", ["N 2025-12-31 建成3座"], "a heading is no target"),
    (
        "@principle 一、指导思想\n<“十四五”时期=2021-01-01/2025-12-31>，要推动转型升级，增强竞争能力。",
        [],
        "guiding thought about a period sets no targets",
    ),
    ("@principle 一、总体要求\n<到2025年=2025-12-31>，竞争能力显著增强。", ["L 2025-12-31 竞争能力显著增强"], "a goal that stands there does"),
    (
        "@principle 一、总体要求\n<用三年时间=2018-01-01/2020-12-31>，总结推广一批模式，经济迈上新台阶。",
        ["L 2020-12-31 总结推广一批模式", "L 2020-12-31 经济迈上新台阶"],
        "and so does what is given a time",
    ),
    (
        "@task 1.加强推广，<年底前=2020-12-31>开通热线，建成窗口。|（责任单位：省服务局）",
        ["L 2020-12-31 开通热线", "L 2020-12-31 建成窗口"],
        "an item with nothing under it but who does it is text",
    ),
    (
        "@goal 一、<2021年=2021-01-01/2021-12-31>预期目标\n@@goal 1.进出口实现正增长。|\n分管领导：林某\n部门分工：省商务厅牵头。",
        ["L 2021-12-31 进出口实现正增长"],
        "in lines of its own too",
    ),
    (
        "@task 1.加强推广，<年底前=2020-12-31>开通热线，建成窗口。|服务站要统一标识。",
        ["L 2020-12-31 开通热线", "L 2020-12-31 建成窗口"],
        "a heading that is a whole sentence with a date in it too",
    ),
    (
        "@goal 二、目标\n<到2025年=2025-12-31>，体系完善。\n@@other 一是创新能力增强。|研发占比达到{3%:target}。",
        ["L 2025-12-31 体系完善", "N 2025-12-31 研发占比达到3%"],
        "one that a date above it governs is not",
    ),
    (
        "@task （一）着力打造一流营商环境\n<2022年底前=2022-12-31>全面推行证照电子化。",
        ["L 2022-12-31 全面推行证照电子化"],
        "a heading of work that ends in 环境 is no report",
    ),
    ("@other （一）“十二五”完成情况\n<“十二五”期间=2011-01-01/2015-12-31>，证照全面推行电子化。", [], "one of what was done is"),
    (
        "@principle 一、总体要求\n目标：<用五年时间=2003-01-01/2007-12-31>完成治理。",
        ["L 2007-12-31 完成治理"],
        "also with a period, when it is called one",
    ),
    (
        "@goal 二、目标\n<到2025年=2025-12-31>，体系完善。\n各地各部门要进一步统一思想。",
        ["L 2025-12-31 体系完善"],
        "an exhortation after the goals is none",
    ),
    (
        "@goal 二、目标\n<到2025年=2025-12-31>，体系完善。\n创新能力显著增强。研发投入占比达到{3%:target}。",
        ["L 2025-12-31 体系完善", "N 2025-12-31 研发投入占比达到3%"],
        "a short sentence that heads a paragraph of goals is its heading",
    ),
    (
        "@goal 二、目标\n聚焦改革要求，推动流程再造。\n<到2025年=2025-12-31>，体系完善。",
        ["L 2025-12-31 体系完善"],
        "goals before the first date have none and are no rows",
    ),
    (
        "@goal 二、目标\n<到2025年=2025-12-31>，体系完善。展望<2035年=2035-01-01/2035-12-31>，实力跃上新台阶。城乡基本均衡。",
        ["L 2025-12-31 体系完善", "L 2035-12-31 实力跃上新台阶", "L 2035-12-31 城乡基本均衡"],
        "a look further ahead takes over",
    ),
    (
        "@other 一、关于<2025年=2025-01-01/2025-12-31>茶业补贴标准\n标准不变。",
        [],
        "a heading that names a matter is no result",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), HEADINGS)
def test_from_headings(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why

"""Goals of a plan that stand in the lines after the sentence that announces them, and those of a report with two lots of goals."""

from __future__ import annotations

import pytest

from extractors.targets.lists import items_after
from tests.targets.notation import told

ANNOUNCED = [
    ("到明年，努力实现以下目标：\n一是就业更加充分。\n二是收入稳步增长。", 2, "items after an announcement of goals"),
    ("主要目标：\n1.茶农更加健康。\n2.茶寿延长。\n策略措施：\n1.普及茶道。\n2.开展巡诊。", 2, "another series begins where its numbers begin again"),
    ("到明年，建成茶业强县。主要标志是：\n1．茶园连片成带。\n2．茶路通到各村。", 2, "the marks by which a goal is known are goals"),
    ("到明年，实施以下重点工程：\n一是改造管网。\n二是新建泵站。", 0, "not those of an announcement of work"),
    ("到明年，体系基本建成。\n——就业更加充分。\n——收入稳步增长。", 2, "dashed paragraphs after one of goals"),
    ("到明年，体系基本建成。\n——扩大就业容量。形成岗位。\n——提高收入。", 0, "but not those that name work"),
    ("到明年，实现以下目标：\n——扩大就业容量。形成岗位。\n——提高收入。", 2, "unless they are announced as goals"),
    ("到明年，体系基本建成。\n1.扩大就业容量。\n2.提高收入。", 0, "numbered ones after a whole sentence are work"),
    ("到明年的目标是：体系基本建成。\n1.就业更加充分。扩大容量。\n2.收入稳步增长。", 2, "unless goals are announced and they begin with a state"),
    ("到明年的目标是：体系基本建成。\n（一）扩大就业。\n（二）提高收入。", 0, "but not when they begin with work"),
    ("到明年的主要目标：\n一、就业更加充分\n二、收入稳步增长", 0, "chapters are no items"),
    ("（一）目标。到明年，实现：\n（二）收入稳步增长。", 0, "nor is the next item of the list that the announcement stands in"),
    ("到明年，实现以下目标：\n一是就业更加充分。\n各位代表，让我们努力奋斗。", 1, "what follows the last item is not its own"),
    (
        "到明年，实现以下目标：\n（一）就业\n就业更加充分。\n（二）收入\n收入稳步增长。\n请遵照执行。",
        4,
        "but as many lines as stood under an item before are",
    ),
    ("到明年，实现以下目标：\n（1）就业更加充分。\n（二）保障措施\n加强领导。", 1, "a label of a higher rank ends the list"),
    ("到明年，实现以下目标：", 0, "an announcement at the end announces nothing"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ANNOUNCED)
def test_lines_of_a_list(text: str, expected: int, why: str) -> None:
    assert len(items_after(text, 0, text.find("\n") if "\n" in text else len(text))) == expected, why


PRINCIPLES = "@principle 一、指导思想与目标任务\n@@principle （二）目标任务\n<“十一五”时期=2006-01-01/2010-12-31>基本目标是：就业比较充分。\n"

GOVERNED = [
    (
        "我局建议<“九五”期间=1996-01-01/2000-12-31>防灾工作的目标是：\n在政府领导下，首先使重点城市基本具备抗灾能力，为后续工作打下基础。",
        ["L 2000-12-31 首先使重点城市基本具备抗灾能力", "L 2000-12-31 为后续工作打下基础"],
        "the line after an announcement tells goals however it begins",
    ),
    (
        "<到2025年=2025-12-31>，服务能力明显提升。\n@other 一、专栏\n情况说明。——群众生活更加便利。公共交通加快发展，城乡差距逐步缩小。推进试点。",
        ["L 2025-12-31 服务能力明显提升", "L 2025-12-31 公共交通加快发展", "L 2025-12-31 城乡差距逐步缩小"],
        "goals go on after a dashed state, wherever the lines of a page were put",
    ),
    (
        "<“十五五”时期=2026-01-01/2030-12-31>，要努力实现以下目标任务：\n一是产业加快升级。产值增长{5%:change}。\n二是收入稳步增长。",
        ["N 2030-12-31 产值增长5%", "L 2030-12-31 收入稳步增长"],
        "the deadline of the announcement governs every item",
    ),
    (
        PRINCIPLES + "1.就业比较充分。服务体系进一步完善。组织农民工培训{4万名:target}。",
        ["L 2010-12-31 就业比较充分", "L 2010-12-31 服务体系进一步完善", "N 2010-12-31 组织农民工培训4万名"],
        "also in a chapter of principles, and the item's first sentence is its heading",
    ),
    (
        "<到2025年=2025-12-31>，体系基本建成。\n新建学校{3所:target}，服务更加便捷。",
        ["L 2025-12-31 体系基本建成", "N - 新建学校3所"],
        "a paragraph without a label is no item",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), GOVERNED)
def test_a_deadline_governs_the_list_it_announces(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why


REPORT = "@task 二、<“十五五”时期=2026-01-01/2030-12-31>目标任务和<2026年=2026-01-01/2026-12-31>工作安排\n"

TWO_LOTS = [
    (
        REPORT + "《纲要（草案）》提出了发展奋斗目标：实力显著增强，走出振兴新路。",
        ["L 2030-12-31 实力显著增强", "L 2030-12-31 走出振兴新路"],
        "goals that a plan is said to set are for the plan's period",
    ),
    (
        REPORT + "《纲要（草案）》明确了主要指标：一是围绕发展，产值年均增长{5%:change:approx}。二是围绕民生，失业率{5.5%:target}。",
        ["N 2030-12-31 产值年均增长5%", "N 2030-12-31 失业率5.5%"],
        "so are its indicators, to the end of the paragraph",
    ),
    (
        REPORT
        + "我们要夯实基础，为<2035年=2035-01-01/2035-12-31>基本实现现代化奠定基础。\n主要预期目标是：产值增长{4%:change:approx}，实力显著增强。",
        ["N 2026-12-31 产值增长4%", "L 2026-12-31 实力显著增强"],
        "expected goals are for the year; somebody else's date does not come between",
    ),
    (
        REPORT + "（一）扩大投资。\n新建学校{30所:target}，体系更加完善。",
        ["N 2026-12-31 新建学校30所"],
        "what the work paragraphs count is due at the year's end",
    ),
    (
        REPORT + "主要预期目标建议为：就业{50万人:target}，减排完成国家下达任务。",
        ["N 2026-12-31 就业50万人", "L 2026-12-31 减排完成国家下达任务"],
        "the announcement may be a proposal",
    ),
    (
        REPORT + "推进“<2030年前=2029-12-31>碳达峰”行动，新建电站{3座:target}。",
        ["N 2026-12-31 新建电站3座"],
        "nor does the date in a quoted name govern",
    ),
    ("<今年=2026-01-01/2026-12-31>要重点做好以下工作。", [], "what announces a list of work is no goal"),
    ("“<十五五”时期=2026-01-01/2030-12-31>是乘势而上的全面发力期。", [], "nor what a time is"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TWO_LOTS)
def test_a_report_with_goals_for_a_plan_and_for_a_year(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why


AMONG_GOALS = [
    (
        "@goal 二、目标\n<到2025年=2025-12-31>，体系完善。推动产业转型，打造绿色低碳园区。",
        ["L 2025-12-31 体系完善", "L 2025-12-31 打造绿色低碳园区"],
        "what a sentence of work among goals comes to is a goal, the work is not",
    ),
    (
        "@goal 二、目标\n<到2025年=2025-12-31>，体系完善。<到2035年=2035-12-31>，实力跃上新台阶。\n能力显著增强，比例达到{3%:target}。",
        ["L 2025-12-31 体系完善", "L 2035-12-31 实力跃上新台阶", "L 2025-12-31 能力显著增强", "N 2025-12-31 比例达到3%"],
        "a look far ahead is not for the paragraphs that detail the goals",
    ),
    (
        "@goal 二、内容和目标\n@@goal 加快登记进度\n<到2025年=2025-12-31>登记{100件:target}。\n@@goal 完善服务机制\n体系更加完善。",
        ["N 2025-12-31 登记100件"],
        "the date of one piece of work is not for the next",
    ),
    (
        "@goal 二、目标\n<到2025年=2025-12-31>，体系完善。\n为推动治理取得成效，制定本行动计划。\n机制更加健全，新建学校{3所:target}。",
        ["L 2025-12-31 体系完善", "N - 新建学校3所"],
        "where another text begins the goals end",
    ),
    ("@goal 二、目标\n<到2025年=2025-12-31>，体系完善。推动产业转型，打造园区建设工作。", ["L 2025-12-31 体系完善"], "more work is none"),
]


@pytest.mark.parametrize(("text", "expected", "why"), AMONG_GOALS)
def test_work_among_goals(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why


INSPECTED = [
    ("@other 第二阶段（<2017年11月=2017-11-01/2017-11-30>）\n督查应对工作部署情况，应急预案修订情况。", [], "what is inspected is no result"),
    ("<年底前=2017-12-31>，报送整改情况。", ["L 2017-12-31 报送整改情况"], "but handing in a report is one"),
    ("<年底前=2017-12-31>，重点检查排污单位排放状况。", ["L 2017-12-31 重点检查排污单位排放状况"], "and so is a check"),
    ("<年底前=2017-12-31>，完成清查，严肃查处违法行为。", ["L 2017-12-31 完成清查"], "punishing offenders has no end"),
]


@pytest.mark.parametrize(("text", "expected", "why"), INSPECTED)
def test_inspections(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why


def test_an_analysts_forecast_is_no_target() -> None:
    """A news page tells what analysts reckon as well as what a plan sets."""
    text = "分析人士指出，产业规模将在<未来五年=2011-01-01/2015-12-31>{翻番:change}。\n《青汀规划》提出，<到2015年=2015-12-31>产业规模{翻番:change}。"
    assert told(text, genre="news", title="《青汀规划》出台") == ["N 2015-12-31 产业规模翻番"]

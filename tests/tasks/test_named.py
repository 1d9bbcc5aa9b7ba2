"""Items that name a matter, a measure or a safeguard: which of them are tasks, and which headings hold none.

A row is `(text, expected, why)`; an expected task is `label|title`. Places and policies are invented.
"""

from __future__ import annotations

import pytest

from extractors.explain import reasons
from extractors.outline import find_sections
from extractors.tasks import find_tasks

Row = tuple[str, list[str], str]


def shown(text: str, genre: str = "policy") -> list[str]:
    return [f"{task.label}|{task.title}" for task in find_tasks(text, find_sections(text), (), genre)[0]]


NAMED: list[Row] = [
    ("四、保障措施\n（一）组织领导。各县要成立茶办。\n（二）加强宣传。办好茶节。", ["（一）|组织领导", "（二）|加强宣传"], "a safeguard that is only named and says how"),
    ("四、保障措施\n（一）经费保障。县财政要安排茶款。", ["（一）|经费保障"], "经费保障 too"),
    ("四、保障措施\n（一）组织领导。茶办由县长负总责，设在县农业局。", [], "who sits where"),
    ("四、保障措施\n（一）组织领导\n1.成立茶办。由县长牵头。", ["1.|成立茶办"], "a part with items of its own is a container"),
    ("五、组织领导\n各县要成立茶办。", [], "a part of the document is a container"),
    ("三、重点任务\n（一）茶路畅通工程。改造茶路，硬化路面。\n（二）茶农增收行动。培训茶农。", ["（一）|茶路畅通工程", "（二）|茶农增收行动"], "measures by name"),
    ("四、茶业新标杆\n（一）零碳茶园工程。推动茶园改造。\n（二）古树保护工程。开展古树普查。", ["（一）|零碳茶园工程", "（二）|古树保护工程"], "in whatever part"),
    ("四、优先行动\n（一）茶路部署行动。\n（二）茶山信息化专项行动。", ["（一）|茶路部署行动", "（二）|茶山信息化专项行动"], "专项行动 with its own name is no container"),
    ("三、重点任务\n（一）重点工程\n1.建设茶港。", ["1.|建设茶港"], "重点工程 alone is one"),
    ("二、统一流程\n（一）分类制定办茶流程。统一编制表单。\n（二）“一张表单”整合申报材料。编制表单。", ["二、|统一流程", "（一）|分类制定办茶流程", "（二）|“一张表单”整合申报材料"], "a verb inside makes an action of 流程 and 材料"),
    ("三、重点任务\n（一）办好茶节。\n二、申报材料\n（一）申请表。", ["（一）|办好茶节"], "申报材料 names papers"),
    ("二、指导方针和主要目标\n（一）坚持绿色种茶。", [], "a list of containers is a container"),
    ("二、工作任务及职责分工\n（一）加快修建茶路。\n（二）加强茶山管护。", ["（一）|加快修建茶路", "（二）|加强茶山管护"], "one that holds tasks"),
    ("一、责任目标\n（一）茶质目标\n1.完成茶园改造。（考核责任单位：省茶业局）", [], "goals stay goals, whoever assesses them"),
    ("一、环境质量目标\n1.茶河水质达标。", [], "whatever the goal is of"),
    ("三、今年主要目标和下一阶段工作总体部署\n今年要办好茶事。", [], "总体部署 names a part"),
    ("四、转型升级重点领域\n茶业。", [], "an intransitive verb names the matter behind it"),
    ("一、承办单位\n县茶办。\n二、参赛人员\n茶农。", [], "who takes part"),
    ("二、考核的组织实施\n（一）各县应于年底前完成自评。", ["（一）|各县应于年底前完成自评"], "名 of the part, and what is in it"),
    ("一、调整茶价办法\n（一）春茶提高两成。", [], "a way of doing it is a name"),
    ("一、适应新常态，充分调动茶农积极性。\n二、真情服务，积极为茶农创造条件。\n三、重心下移，以改革精神加强茶办建设。", ["一、|适应新常态，充分调动茶农积极性", "二、|真情服务，积极为茶农创造条件", "三、|重心下移，以改革精神加强茶办建设"], "a motto before the measure"),
    ("（二）补助对象\n1.茶企应按规定种茶，方可补助。\n2.茶农须有本县户籍。", [], "whom it is for"),
    ("（五）承接主体权责\n1.茶企须按份额分利。", [], "rights and duties by name"),
    ("（三）茶山方案应明确以下内容\n1.地点。", [], "what a paper must say"),
    ("一、茶香四溢，产量明显提升。", [], "a motto before a state"),
    ("三、重点任务\n（一）制定茶标。\n1.报送要求。各县要按月报送。\n2.建立台账。逐户登记。\n3.自查情况。各县应及时上报。\n4.落实责任。逐级压实。", ["（一）|制定茶标", "1.|报送要求", "2.|建立台账", "3.|自查情况", "4.|落实责任"], "names among tasks that say what to do about them"),
    ("本预案适用于茶灾。\n四、应急响应\n（一）响应分级\n茶灾分为四级。\n（二）应急终止\n茶灾消除后，县茶灾指挥部应宣布终止响应。", ["（二）|应急终止"], "a plan for emergencies says under a name what is done"),
    ("本预案适用于茶灾。\n五、应急保障\n（一）茶种储备\n完善茶种储备制度，保持必要存量。", ["（一）|茶种储备"], "safeguards of such a plan too"),
    ("本预案适用于茶灾。\n四、应急响应\n（一）县级响应\n1.出现县级茶灾时，由县茶灾指挥部报县政府批准后，启动响应。", ["1.|出现县级茶灾时，由县茶灾指挥部报县政府批准后，启动响应"], "who is charged"),
    ("县政府决定取消一批行政审批事项。\n一、县茶业局（2项）\n（一）核发《采茶证》\n（二）对茶企进行品质核查", [], "the approvals of an organ that a decision does away with"),
    ("一、县茶业局（2项）\n（一）修整茶路\n（二）培训茶农", ["（一）|修整茶路", "（二）|培训茶农"], "elsewhere an organ's items are its tasks"),
    ("一、对12件规范性文件予以修改\n二、对30件规范性文件予以废止", [], "what a decision itself does to documents"),
    ("第二节 应对新时期面临的新挑战\n茶价下跌。", [], "a situation"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), NAMED)
def test_named(text: str, expected: list[str], why: str) -> None:
    assert shown(text) == expected, why


SHUFFLED: list[Row] = [
    ("二、总体思路\n（一）指导思想。绿色种茶。\n（二）基本原则。因地制宜。\n（三）主要目标。增产。\n（一）实施茶路工程，改善运茶条件\n1.优化茶路布局。修路。", ["（一）|实施茶路工程，改善运茶条件", "1.|优化茶路布局"], "a list begun again belongs to a part whose heading was lost"),
    ("二、基本原则\n（一）坚持绿色。少用药。\n（二）坚持创新。多试种。", [], "principles that count on stay principles"),
    ("二、总体思路\n（一）指导思想。绿色种茶。\n（二）主要目标。1.产量增加。2.茶农增收。", [], "goals inside too"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), SHUFFLED)
def test_lost_headings(text: str, expected: list[str], why: str) -> None:
    assert shown(text) == expected, why


CONTENTS = "一、总体要求\n二、重点任务\n（一）修建茶路\n（二）培训茶农\n（三）办好茶节\n三、保障措施\n（一）加强领导\n"
BODY = "一、总体要求\n绿色种茶。\n二、重点任务\n（一）修建茶路\n修路。\n（二）培训茶农\n办班。\n（三）办好茶节\n办节。\n三、保障措施\n（一）加强领导\n成立茶办。"
TASKS = ["（一）|修建茶路", "（二）|培训茶农", "（三）|办好茶节", "（一）|加强领导"]


@pytest.mark.parametrize(
    ("before", "why"),
    [
        ("", "no contents"),
        ("目录\n" + CONTENTS, "under their heading"),
        ("青汀市茶业规划目录\n" + CONTENTS, "behind the title"),
        ("二○二三年三月\t目\t录前\t言\n" + CONTENTS + "前言\n茶业兴旺。\n", "with tabs"),
        ("目 录一、总体要求\n" + CONTENTS.split("\n", 1)[1], "run into the first entry"),
        (CONTENTS, "without any heading"),
    ],
)
def test_the_contents_give_no_tasks(before: str, why: str) -> None:
    assert shown(before + BODY) == TASKS, why


BEFORE: list[Row] = [
    ("《方案》明确了扩种高山茶树、整修山区茶路、培训全县茶农等三项任务。", ["|扩种高山茶树", "|整修山区茶路", "|培训全县茶农"], "a list before its number"),
    ("《方案》提出，强化茶种研发，推进茶厂改造，鼓励茶企出海等三大重点任务。", ["|强化茶种研发", "|推进茶厂改造", "|鼓励茶企出海"], "with commas"),
    ("方案提出扩种高山茶树、整修山区茶路等三项任务。", [], "fewer than announced"),
    ("全县抓好宣传动员、排查整治、巩固提升等三项工作。", [], "names are no measures"),
    ("方案提出茶园、茶路、茶市等三项工程。", [], "matters are none"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), BEFORE)
def test_lists_before_their_announcement(text: str, expected: list[str], why: str) -> None:
    assert shown(text, "news") == expected, why


ENUMERATED: list[Row] = [
    ("三、工作任务\n（二）建立茶业标准规范。一是制定茶标；二是统一茶检标准。", ["（二）|建立茶业标准规范", "一是|制定茶标", "二是|统一茶检标准"], "a task about standards holds tasks"),
    ("三、工作任务\n（二）建立茶业标准。面临三个问题：一是推进不快；二是落实不够。", ["（二）|建立茶业标准"], "problems that are announced"),
    ("一、为什么要改造茶园\n现行做法有两条：一是加快改造茶园；二是推进茶检。\n二、如何建设茶市？\n建茶市。", [], "questions, and what answers the one that asks why"),
    ("一、战略任务\n建设茶业强省，坚持以下战略导向：\n——坚持创新驱动。\n——突出茶旅融合。\n二、重点任务\n（一）建设茶市。", ["（一）|建设茶市"], "how to work is no work"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), ENUMERATED)
def test_enumerations(text: str, expected: list[str], why: str) -> None:
    assert shown(text) == expected, why


WHY = [
    ("一、修建茶路。（责任单位：县茶办）", "row", "its note says who does it", "修建茶路"),
    ("一、加强茶山管护。", "row", "heading that says what to do", "加强茶山管护"),
    ("一、修建茶路。（责任单位：县茶办）", "agencies", "named in a note", "（责任单位：县茶办）"),
    ("一、修建茶路。（县茶办牵头，县财政局配合）", "lead_agency", "said to lead", "县茶办"),
    ("第一条 甲应当种茶。\n第二条 乙应当采茶。\n第三条 丙应当制茶。", "row", "article that obliges", "甲应当种茶"),
    ("三、保障措施\n（一）加强领导。", "kind", "names safeguards", None),
    ("明确三项任务：修建茶路；培训茶农；办好茶节。", "row", "announced by its number", "三项任务"),
    ("主要任务包括：修建茶路、培训茶农、办好茶节。", "row", "announced as tasks", "主要任务包括："),
]  # fmt: skip


@pytest.mark.parametrize(("text", "field", "rule", "words"), WHY)
def test_why(text: str, field: str, rule: str, words: str | None) -> None:
    with reasons() as found:
        find_tasks(text, find_sections(text), ())
    reason = next(reason for reason in found if reason.field == field)
    assert rule in reason.rule
    assert (None if reason.start is None else text[reason.start : reason.end]) == words

"""What an item is taken for by where it stands: among tasks, in a report of the past, in a text whose lines were shuffled.

A row is `(text, expected, why)`; an expected task is `label|title`. Places and policies are invented.
"""

from __future__ import annotations

import pytest

from extractors.outline import find_sections
from extractors.tasks import find_tasks
from extractors.tasks.actions import prescribes

Row = tuple[str, list[str], str]


def shown(text: str, genre: str = "policy") -> list[str]:
    return [f"{task.label}|{task.title}" for task in find_tasks(text, find_sections(text), (), genre)[0]]


AMONG_TASKS: list[Row] = [
    (
        "一、重点任务\n（一）办好茶站。\n1、统一茶站标准。发布规范。\n2、把收茶的事搬到村口。设点收茶。\n3、点燃茶农热情。办赛。",
        ["（一）|办好茶站", "1、|统一茶站标准", "2、|把收茶的事搬到村口", "3、|点燃茶农热情"],
        "measures at any depth, also with a verb no list knows",
    ),
    (
        "一、重点任务\n（一）壮大茶产业。\n1.绿茶领域。重点发展高山绿茶。\n2.茶具制造。以瓷窑为依托，打造茶具名镇。",
        ["（一）|壮大茶产业", "1.|绿茶领域", "2.|茶具制造"],
        "an area of action whose text says what to do",
    ),
    (
        "一、重点任务\n（一）壮大茶产业。\n1.绿茶。绿茶主要包括高山绿茶和雨前茶。\n2.红茶。红茶主要包括条茶。",
        ["（一）|壮大茶产业"],
        "but not one whose text describes it",
    ),
    (
        "一、保护茶山资源\n（一）古茶树\n1.建立名录。\n2.划定保护范围。\n（二）茶山水源\n1.修建水窖。",
        ["一、|保护茶山资源", "（一）|古茶树", "1.|建立名录", "2.|划定保护范围", "（二）|茶山水源", "1.|修建水窖"],
        "a matter in a task over items that are tasks",
    ),
    (
        "一、保障措施\n（一）县茶办根据本方案，制定年度细则。\n（二）考核方法。由县茶办制定评分表。\n（三）财税政策。落实茶税减免。",
        ["（一）|县茶办根据本方案，制定年度细则", "（三）|财税政策"],
        "a safeguard with a subject; how something is assessed is none",
    ),
    (
        "一、组织形式\n（一）成立联合办公室。\n1.监督组。负责受理投诉。\n2.专家组。组织茶师评审。",
        ["（一）|成立联合办公室"],
        "who sits in it, whatever they do",
    ),
    (
        "一、主要任务\n（一）修茶路。\n（二）茶业是我县支柱产业。",
        ["（一）|修茶路"],
        "what is, is nothing to be done",
    ),
    (
        "一、加强茶站监管\n（一）擅自关站的；\n（二）提供劣茶的。",
        ["一、|加强茶站监管"],
        "cases and conditions end in 的",
    ),
    (
        "一、茶站建设\n1.设站十处。（责任单位：县茶办）\n2.茶站之间由专车接驳，每日两班。（责任单位：县运管所）",
        ["1.|设站十处", "2.|茶站之间由专车接驳，每日两班"],
        "whatever has somebody to do it",
    ),
    ("一、目标任务\n一是扩大种植；二是改良品种。\n二、重点工作\n（一）培育茶企。", ["（一）|培育茶企"], "目标任务 holds goals where the tasks have a part of their own"),
    ("一、目标任务\n（一）扩大种植。\n（二）改良品种。", ["（一）|扩大种植", "（二）|改良品种"], "and tasks where they have none"),
    (
        "一、试点内容和工作目标\n（一）开展茶园登记。\n（二）完善茶市制度。\n二、组织实施\n（一）加强督导。",
        ["（一）|开展茶园登记", "（二）|完善茶市制度", "（一）|加强督导"],
        "a part of goals and contents whose items are measures",
    ),
    ("一、目标和任务\n（一）茶园面积三万亩。\n（二）茶企百家。", [], "and one whose items are figures"),
    (
        "一、主要工作步骤\n（一）现场抽检。茶检单位制定抽检方案，开展抽检。\n（二）总结阶段。茶检单位据此写成报告。\n（三）时间范围。六月。",
        ["（一）|现场抽检", "（二）|总结阶段"],
        "steps and stages whose text says what is done in them",
    ),
    (
        "一、整顿茶站\n（一）符合下列要求的茶站予以保留：\n1.遵守规定。\n2.还应具备：\n（1）按时年检。",
        ["一、|整顿茶站"],
        "requirements, at any depth, are no tasks",
    ),
    ("一、组织实施\n（一）县政府加强对茶业工作的组织领导。", ["（一）|县政府加强对茶业工作的组织领导"], "who does it before a name of a part"),
    ("一、整顿工作的主要内容\n（一）清理茶站。", ["（一）|清理茶站"], "a name that begins like a measure"),
    ("一、规划内容\n一是围绕茶业，提出三项指标；二是围绕茶农，提出两项指标。", [], "what a plan holds"),
    (
        "一、办理提案采取的措施及取得的效果\n（一）加强领导。成立了小组。\n（二）加大投入。已经投入三万元。五年来修了路。\n二、今后措施\n（一）增修茶路。",
        ["（一）|增修茶路"],
        "measures that were taken",
    ),
    ("一、考核原则\n（一）坚持公开考核。\n（二）坚持分类考核。", [], "principles, though 考核 is a verb"),
    ("一、施行时间\n（一）本意见施行后，《茶站办法》停止执行。", [], "validity and repeal"),
    ("一、推进进度\n（一）2030年3—5月。\n1.出台《茶站管理办法》。\n2.设立茶站。", ["1.|出台《茶站管理办法》", "2.|设立茶站"], "a span of time names a part"),
    ("一、原则同意《云岚省茶业规划》。\n二、加快规划实施。\n三、做好监督。", ["二、|加快规划实施", "三、|做好监督"], "what is agreed to"),
    (
        "一、认真落实方案，茶业取得显著成效\n（一）加强领导。开了三次会。\n（二）扶持生产。五年来已建成茶园十座。\n二、进一步发展茶业\n（一）增加投入。",
        ["二、|进一步发展茶业", "（一）|增加投入"],
        "what a report says was reached",
    ),
    (
        "一、推广茶艺\n去年举办了三场赛事。累计有千人参加。开设了茶艺课。评出了十名茶师。茶艺队去年获得了奖项。\n二、推广茶食\n要办好茶食节。",
        ["二、|推广茶食"],
        "or tells of, whatever its heading",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), AMONG_TASKS)
def test_among_tasks(text: str, expected: list[str], why: str) -> None:
    assert shown(text) == expected, why


SHUFFLED: list[Row] = [
    (
        "一、基本原则\n坚持绿色。\n（责任单位：县茶办）4.建设乡村茶市。选址城东。\n二、主要任务（一）做优品质。\n1.改良茶种。\n2.修剪茶树。",
        ["4.|建设乡村茶市", "（一）|做优品质", "1.|改良茶种", "2.|修剪茶树"],
        "a measure inside a line; a container's name run into its first item; a count that begins at 4 belongs elsewhere",
    ),
    ("一、主要目标\n1.提升产量。\n2.扩大面积。", [], "a list of goals that begins with 1 is their own"),
    ("一、总体要求\n1.夯实茶业基础。整修茶园。（责任单位：县茶办）\n二、主要任务\n2.建茶站。", ["1.|夯实茶业基础", "2.|建茶站"], "a measure with somebody to do it is no requirement"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), SHUFFLED)
def test_shuffled_lines(text: str, expected: list[str], why: str) -> None:
    assert shown(text) == expected, why


NAMED: list[Row] = [
    ("二、主要行动\n行动一：推广茶艺\n（一）开设茶课。\n行动二：修缮茶馆\n（二）招收学徒。", ["行动一|推广茶艺", "（一）|开设茶课", "行动二|修缮茶馆", "（二）|招收学徒"], "labels that say what they count"),
    ("一、主要任务\n任务一 改良茶种\n任务二 修剪茶树", ["任务一|改良茶种", "任务二|修剪茶树"], "with a space"),
    ("一、重点工程\n工程1 茶路工程\n工程2 茶站工程", ["工程1|茶路工程", "工程2|茶站工程"], "with digits"),
    ("任务30项，已完成20项。\n措施十条全部落地。", [], "amounts are no labels"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), NAMED)
def test_named_labels(text: str, expected: list[str], why: str) -> None:
    assert shown(text) == expected, why


def test_a_page_with_parts_of_a_policy_is_read_like_one() -> None:
    """Whatever the page was taken for: a container of tasks, goals or principles, or a note who does it, says that it sets tasks."""
    assert shown("一、总体目标\n略。\n二、重点任务（摘）\n（一）办好茶站。\n1、统一标准。", "other") == ["（一）|办好茶站", "1、|统一标准"]
    assert shown("一、推进缓慢的市场回暖\n略。\n二、扩大的需求支撑茶价\n略。", "other") == []


@pytest.mark.parametrize("body", ["重点发展高山茶", "以瓷窑为依托，打造茶具名镇", "县茶办制定细则", "各乡要修茶路", "在山区布局茶站"])
def test_prescribes(body: str) -> None:
    assert prescribes(body)


@pytest.mark.parametrize("body", ["绿茶包括高山茶和雨前茶", "去年建成了茶站", "按照前款规定", "茶园面积三万亩", "县茶办可以委托茶企"])
def test_prescribes_nothing(body: str) -> None:
    assert not prescribes(body)

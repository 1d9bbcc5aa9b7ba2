"""Articles of regulations and points of Taiwanese directives: tasks only where they oblige somebody to act.

Places, organs and rules are invented.
"""

from __future__ import annotations

import pytest

from extractors.outline import find_sections
from extractors.tasks import find_tasks
from extractors.tasks.actions import obliges

OBLIGES = [
    ("茶业部负责全国茶站的指导工作", "who is responsible"),
    ("茶业总局会同水利部建立茶水认证制度，获得认证的可使用标志", "an organ that does something with another"),
    ("县级以上茶业主管部门依据职责，对茶站经营进行监督管理", "what an organ does about something"),
    ("组建茶业专家委员会", "something is brought in"),
    ("茶站应对茶样开展检验", "应 before 对"),
    ("规划应当公布，公布的内容应当包括图纸", "one clause obliges, though another says what must be in it"),
]  # fmt: skip
NOBODY = [
    ("鼓励茶企研发新茶", "encouragement"),
    ("支持茶农入股茶站", "support that nobody is told to give"),
    ("县茶办主管全县茶站管理工作，负责本办法的组织实施", "whose field of work it is"),
    ("茶企擅自掺假导致事故的，应承担相应责任", "liability"),
    ("茶业主管部门检查时，可以查阅账簿", "who may, need not"),
    ("任何单位和个人有权举报", "a right"),
    ("申请书应当载明下列事项", "what must be in a paper"),
    ("茶山由主峰和侧峰组成", "a description"),
    ("所得为外币的，按中间价折算应纳税所得额", "应 inside another word"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "why"), OBLIGES)
def test_articles_that_oblige(sentence: str, why: str) -> None:
    assert obliges(sentence), why


@pytest.mark.parametrize(("sentence", "why"), NOBODY)
def test_articles_that_oblige_nobody(sentence: str, why: str) -> None:
    assert not obliges(sentence), why


def test_parts_that_hold_articles_are_no_tasks() -> None:
    """In a regulation only articles are tasks, whatever its parts are called or counted by."""
    text = "一、强化茶站要求\n第一条 茶站应建账。\n第二条 茶站应公示。\n第三条 茶站应留样。\n二、附则\n第四条 本办法由县茶办解释。"
    assert [task.label for task in find_tasks(text, find_sections(text), ())[0]] == ["第一条", "第二条", "第三条"]


def test_articles_that_give_something() -> None:
    """Support that somebody is told to give is a task, though its heading obliges nobody."""
    text = (
        "第一条 支持茶企研发新茶。按研发投入的一成给予补贴。\n第二条 鼓励茶农入股茶站。入股自愿。\n"
        "第三条 申请补贴的茶企应当符合以下条件。\n第四条 本细则由县茶办解释。"
    )
    assert [task.label for task in find_tasks(text, find_sections(text), ())[0]] == ["第一条"]


DIRECTIVE = "岚屿县茶艺补助要点\n一、每案最高新台币十万元。\n"
POINTS: list[tuple[str, list[str], str]] = [
    (
        "二、申请资格：\n(一) 申请者应为本县茶社。\n(二) 申请业者应提出茶园资料，由本府审查。",
        ["(二)|申请业者应提出茶园资料，由本府审查"],
        "what an applicant must do, though it stands among what he must be",
    ),
    ("二、申请方式：备函检附企划书，向本府提出申请。", ["二、|申请方式：备函检附企划书，向本府提出申请"], "how to apply, with the matter before the colon"),
    ("二、申请时间：须于开课三十日前。", [], "when, is a matter that is settled"),
    ("二、审查作业：\n（一）茶艺团：由本府进行初审。", ["（一）|茶艺团：由本府进行初审"], "what an organ does"),
    ("二、经费核拨与结案程序：\n（一）茶艺团应于课后三十日内检送收据。", ["（一）|茶艺团应于课后三十日内检送收据"], "a procedure is carried out, though 经费 is a matter"),
    ("二、补助原则：\n（一）茶艺团每年应以一案为限。", [], "points under a matter settle it"),
    ("二、奖惩：\n（一）受补助者不得转让茶具。", [], "penalties too"),
    ("二、配合事项：\n（一）受补助者应投保。\n（二）本府得派员访视。", ["（一）|受补助者应投保"], "who may, need not"),
    ("二、本府得依下列方式受理：\n（一）由茶农向本府提出申请。", [], "nor are the ways of what may be done"),
    ("二、请于课后备文提送下列资料：\n（一）收据。\n（二）茶样应另附证明文件。", ["二、|请于课后备文提送下列资料"], "papers are none"),
    ("二、对于本公告内容有任何意见者，请于公告之次日起七日内陈述意见。", [], "an invitation to comment"),
    ("二、工作项目：\n（一）设置茶屋。\n（二）办理茶会。", ["（一）|设置茶屋", "（二）|办理茶会"], "a container of tasks"),
    ("二、审查程序：\n（一）县府：\n1、汇整申请资料。\n2、核定补助名单。", ["1、|汇整申请资料", "2、|核定补助名单"], "the steps of a procedure"),
    ("二、补助要旨：\n（一）推广茶艺。", [], "要旨 is no 要"),
    ("二、计划书应具备之文件：\n（一）茶农应检附产地证明。", [], "what papers must hold"),
    ("二、评选小组组成：\n（一）由本府遴聘茶师五人组成。\n（二）委员应严守秘密。", [], "a jury and its rules"),
    ("二、申请茶艺课程补助计划书应具备之文件、资料\n（一）茶农应检附产地证明。", [], "however long its heading"),
    ("二、配合事项：\n（一）受补助者不得以不实资料申请补助。\n（二）信封正面请注明茶艺补助。", ["（二）|信封正面请注明茶艺补助"], "申请 is no 请"),
    ("二、决议方式：由出席委员表决，应过半数同意。", [], "how it decides"),
    ("二、配合事项：\n（一）受补助者不得转让茶具。\n（二）受补助者应投保，并不得退保。", ["（二）|受补助者应投保，并不得退保"], "a prohibition tells nobody to act"),
    ("二、受补助者应履行之负担规定：\n（一）受补助者应投保。", ["（一）|受补助者应投保"], "a heading that names the duties below it"),
    ("二、申请期间、方式及注意事项：\n（一）亲自送件者，应于截止日前送达。", ["（一）|亲自送件者，应于截止日前送达"], "how to hand in"),
    ("二、审查作业程序：\n（一）复审：采二阶段评选。", ["（一）|复审：采二阶段评选"], "a step and how it is taken"),
    ("二、经费来源：由本府预算支应。", [], "支应 is no 应"),
    (
        "二、本府划设茶区，依下列程序办理：\n（一）办理会勘：邀集各机关会勘。\n（二）规划：拟订茶区范围图。",
        ["二、|本府划设茶区，依下列程序办理", "（一）|办理会勘：邀集各机关会勘", "（二）|规划：拟订茶区范围图"],
        "the steps by which something is done, whatever word they begin with",
    ),
    (
        "二、茶区有下列情形之一者，茶会应聘雇茶师：\n（一）茶区逾十处。\n前项茶师应办理下列事项：\n（一）每日巡查茶区。\n（二）主任得免巡查。",
        ["二、|茶区有下列情形之一者，茶会应聘雇茶师", "（一）|每日巡查茶区"],
        "duties behind a list of cases; 应聘雇 is no 应聘",
    ),
    ("二、茶会应定期办理下列事项：\n（一）查核方式如下。\n（二）向茶农宣导茶艺。", ["二、|茶会应定期办理下列事项", "（二）|向茶农宣导茶艺"], "a name of what follows is no duty"),
    ("二、划设条件：\n（一）周边应有照明设备。\n（二）茶区应包含制茶所。", [], "what must be there"),
    ("二、茶农补助应依本要点办理。", [], "that the directive itself holds"),
]  # fmt: skip


@pytest.mark.parametrize(("points", "expected", "why"), POINTS)
def test_points_of_a_directive(points: str, expected: list[str], why: str) -> None:
    text = DIRECTIVE + points
    assert [f"{task.label}|{task.title}" for task in find_tasks(text, find_sections(text), ())[0]] == expected, why

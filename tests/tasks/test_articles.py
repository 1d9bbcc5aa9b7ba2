"""Articles of regulations: which oblige somebody to act, by which of their sentences, and what they are called.

A row is `(text, expected, why)`; an expected task is `label|title`. Every regulation is invented.
"""

from __future__ import annotations

import pytest

from extractors.outline import find_sections
from extractors.tasks import find_tasks
from extractors.tasks.actions import obliges
from extractors.tasks.articles import grants, obliges_later
from extractors.tasks.headings import article_heading

Row = tuple[str, list[str], str]
#: Three articles make a regulation of a text.
_REST = "\n第八条 茶农应当护林。\n第九条 茶企应当建档。\n第十条 本办法自公布之日起施行。"


def shown(text: str) -> list[str]:
    return [f"{task.label}|{task.title}" for task in find_tasks(text, find_sections(text), ())[0] if task.label not in ("第八条", "第九条")]


ARTICLES: list[Row] = [
    ("第一条 茶企应当如实申报产量。", ["第一条|茶企应当如实申报产量"], "应当 obliges"),
    ("第一条 茶企必须按月盘库。", ["第一条|茶企必须按月盘库"], "必须 obliges"),
    ("第一条 茶企须于年底前换证。", ["第一条|茶企须于年底前换证"], "须 obliges"),
    ("第一条 茶税由县茶税所负责征收。", ["第一条|茶税由县茶税所负责征收"], "由…负责"),
    ("第一条 本县推行茶园轮休制度。", ["第一条|本县推行茶园轮休制度"], "a system that is brought in"),
    ("第一条 本省实行茶企评级制度，鼓励茶企联合经营。", ["第一条|本省实行茶企评级制度，鼓励茶企联合经营"], "with a clause behind it"),
    ("第一条 茶证式样由省茶业局统一制定。", ["第一条|茶证式样由省茶业局统一制定"], "who makes it is obliged"),
    ("第一条 具体办法由县茶办制定，报县政府备案。", ["第一条|具体办法由县茶办制定，报县政府备案"], "also before a comma"),
    ("第一条 失效的茶证，由县茶办按规定处理。", ["第一条|失效的茶证，由县茶办按规定处理"], "who deals with it"),
    ("第一条 茶款由双方在合同中约定。", [], "what is agreed upon"),
    ("第一条 茶证可由县茶办办理。", [], "what may be left to somebody"),
    ("第一条 茶企不得掺假。", [], "a bare prohibition tells nobody to act"),
    ("第一条 禁止在古茶园采石。", [], "禁止 too"),
    ("第一条（适用范围）\n本办法适用于全县茶园。茶企应当遵守。", [], "what it applies to, though a later sentence obliges"),
    ("第一条 县茶办主管全县茶园工作，负责本办法的组织实施。", [], "whose field of work it is"),
    ("第一条 任何单位和个人不得损毁古茶树。", [], "whoever it binds"),
    ("第一条 茶企应当封存样品，不得擅自启封。", ["第一条|茶企应当封存样品，不得擅自启封"], "a duty beside the prohibition"),
    ("第一条 茶业管理应当遵循公开、公平的原则。", [], "a principle"),
    ("第一条 茶业发展应当坚持绿色方向。", [], "a direction"),
    ("第一条 茶市管理，应当公平、公正、公开。", [], "how it is done"),
    ("第一条 茶企应当遵循自愿原则，并应当订立合同。", ["第一条|茶企应当遵循自愿原则，并应当订立合同"], "a principle and a duty"),
    ("第一条 茶路属于公共资源。茶企取得使用权后，应当负责养护。", ["第一条|茶路属于公共资源"], "a later sentence obliges; the title is the first"),
    ("第一条 茶证应当载明产地。茶企应当随车带证。", ["第一条|茶证应当载明产地"], "what a paper holds, and then a duty"),
    ("第一条 县茶办可以入园查看。\n茶企应当如实说明情况。", ["第一条|县茶办可以入园查看"], "another paragraph obliges"),
    ("第一条 县茶办可以入园查看。茶农可以陪同。", [], "who may, need not"),
    ("第一条 本办法所称茶山，是指种茶之山。", [], "a definition stays one"),
    ("第一条 茶山，是指种茶之山。经营者应当划界。", ["第一条|茶山，是指种茶之山"], "but somebody's duty may stand behind it"),
    ("第一条 古茶价由县政府另行规定。", ["第一条|古茶价由县政府另行规定"], "what is left to be settled by somebody"),
    ("第一条 申请人应当提交下列材料：\n（一）茶证；\n（二）茶样。", ["第一条|申请人应当提交下列材料"], "papers are to be handed in, and are none themselves"),
    ("第一条 茶会应当有半数会员出席。", [], "a rule of procedure"),
    (
        "第一条 县茶办主管茶业。\n县茶办的主要职责：\n（一）编制茶业规划；\n（二）对茶市进行监督；\n（三）法律规定的其他职责。",
        ["（一）|编制茶业规划", "（二）|对茶市进行监督"],
        "duties are tasks, their article is none, nor what names none",
    ),
    ("第一条 茶企应当履行下列义务：\n（一）按期换证。", ["第一条|茶企应当履行下列义务", "（一）|按期换证"], "where the article obliges both are"),
    (
        "第一条 茶企应当遵守下列规定：\n（一）定期验茶；\n（二）不得掺假。",
        ["第一条|茶企应当遵守下列规定", "（一）|定期验茶"],
        "rules by which to act, not those that only forbid",
    ),
    ("第一条 茶会行使下列职权：\n（一）审查茶账；\n（二）决定茶价。", [], "powers are no duties"),
    ("第一条 县茶办可以采取下列措施：\n（一）查看茶园；\n（二）封存茶样。", [], "nor is what may be done"),
    ("第一条 茶园应当符合下列要求：\n（一）坡度不大于五度；\n（二）四周植树。", [], "nor what must be"),
    ("第一条 掺假的，由县茶办予以处罚。没收的茶应当销毁。", [], "a penalty stays one"),
    ("第一条 违反规定造成损失的，应当照价赔偿。", [], "liability is a penalty"),
    ("第一条 茶企应当执行生效的茶价。", ["第一条|茶企应当执行生效的茶价"], "生效 of a price is not that of the rule"),
    ("第一条 本办法自发布之日起生效。", [], "when it takes effect"),
    ("第一条 （县政府职责）县政府应当安排茶业经费。", ["第一条|县政府职责"], "the heading in brackets is its title"),
    ("第一条 【茶企义务】茶企应当建档。", ["第一条|茶企义务"], "with other brackets"),
    ("第一条 （名词解释）本办法所称茶企，是指种茶企业。", [], "a heading makes no duty"),
    ("第一条 初审：\n一、经办人应当核对茶证。\n二、县茶办收件后，由经办人负责登记。", ["第一条|初审", "一、|经办人应当核对茶证", "二、|县茶办收件后，由经办人负责登记"], "rules under the name of a step"),
    ("第一条 申请条件：\n一、申请人应当满十八岁。\n二、申请人应当无欠税。", [], "conditions are none"),
    ("第一条 茶企应当做到：\n（一）按时报数；\n（二）按月盘库。", ["第一条|茶企应当做到"], "the points of an article are its own"),
    ("第一条 支持茶企研发。按投入给予两成补贴。", ["第一条|支持茶企研发"], "support that is granted"),
    ("第一条 鼓励茶企研发。", [], "mere encouragement"),
    ("第一条 县茶办负责茶路养护，承担管护职责。", ["第一条|县茶办负责茶路养护，承担管护职责"], "职责 at its end lists nothing"),
    ("第一条 茶办研究制定本市重点方向，并负责公布。", ["第一条|茶办研究制定本市重点方向，并负责公布"], "制定本市… is no 制定本办法"),
    ("第一条 初选的，由茶办、茶局联合命名。", ["第一条|初选的，由茶办、茶局联合命名"], "who confers it"),
    ("第一条 茶业项目实行协议管理。", ["第一条|茶业项目实行协议管理"], "a way of managing that is brought in"),
    ("第一条 茶会在茶办的指导下实行自律管理。", [], "but not what a body does by itself"),
    ("第一条 申报流程\n（一）县茶办定期组织评审。\n（二）茶企应当上报产量。", ["（一）|县茶办定期组织评审", "（二）|茶企应当上报产量"], "steps in brackets under the name of a procedure"),
    ("第一条 申报材料\n（一）县茶办应当出具的证明。", [], "papers are no steps"),
    (
        "第一条 录用茶检员按照下列程序进行：\n（一）发布公告；\n（二）笔试。",
        ["第一条|录用茶检员按照下列程序进行", "（一）|发布公告", "（二）|笔试"],
        "a procedure without an 应",
    ),
    ("第一条 根据全县统一安排，大力推进茶路建设。", ["第一条|根据全县统一安排，大力推进茶路建设"], "what is to be done, of nobody in particular"),
    ("第一条 根据茶法，制定本办法。", [], "but not the occasion"),
    ("第一条 将茶改纳入考核范围。", ["第一条|将茶改纳入考核范围"], "likewise with 将"),
    ("第一条 公安机关积极参与护茶合作，开展联合执法。", ["第一条|公安机关积极参与护茶合作，开展联合执法"], "an organ that takes part"),
    ("第一条 海关对茶企条件进行审核，合格的发证。", ["第一条|海关对茶企条件进行审核，合格的发证"], "customs are an organ"),
    ("第一条 茶交所实行理事会领导下的总裁负责制。", [], "who heads it"),
    ("第一条 理事会应当有二至三名会员理事。", [], "who sits in it"),
    ("第一条 检查茶园应当有2名以上人员参加，并出示证件。", ["第一条|检查茶园应当有2名以上人员参加，并出示证件"], "but who takes part in a deed is asked for"),
    ("第一条 决议必须经理事会成员表决同意。", [], "how it decides"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), ARTICLES)
def test_articles(text: str, expected: list[str], why: str) -> None:
    assert shown(text + _REST) == expected, why


@pytest.mark.parametrize("sentence", ["县茶办负责制定规划", "细则由县茶办拟订", "茶企应当依法纳税", "本市实行茶票制，全市通用"])
def test_obliges(sentence: str) -> None:
    assert obliges(sentence)


@pytest.mark.parametrize("sentence", ["茶企应当依法经营，诚实守信", "严禁毁林种茶", "茶票由茶企可以自制", "茶企必须体现公益", "第六条增加一款"])
def test_obliges_nobody(sentence: str) -> None:
    assert not obliges(sentence)


def test_later_sentences() -> None:
    assert obliges_later("茶路属于公共资源", "茶企应当养护。")
    assert not obliges_later("茶路属于公共资源", "茶企可以养护。茶企不得毁路。")
    assert grants("支持茶企研发", "按投入给予补贴")
    assert not grants("支持茶企研发", "研发要扎实")


@pytest.mark.parametrize(
    ("text", "expected"), [("（职责）县茶办管理", "职责"), ("（一式两份）", "（一式两份）"), ("县茶办（下称茶办）应当", "县茶办（下称茶办）应当")]
)
def test_heading_in_brackets(text: str, expected: str) -> None:
    start, end = article_heading(text, 0, len(text))
    assert text[start:end] == expected


def test_chapters() -> None:
    """Articles oblige in a chapter of conditions or procedures, not in one of penalties."""
    rules = "{}\n第一条 茶企应当建档。\n第二条 县茶办应当在三日内发证。\n第三条 茶证应当年检。"
    assert len(shown(rules.format("第二章 茶证申领程序"))) == len(shown(rules.format("第二章 茶业"))) == 3
    assert shown(rules.format("第六章 法律责任")) == []


def test_measures() -> None:
    """A policy's measures may be counted as articles; in a regulation they must oblige."""
    measures = "第一条 对新茶企给予十万元奖励。\n第二条 设立茶业基金。\n第三条 申请奖励的茶企设立满一年。\n第四条 本{}由县茶办解释。"
    assert shown(measures.format("措施")) == ["第一条|对新茶企给予十万元奖励", "第二条|设立茶业基金"]
    assert "第二条|设立茶业基金" in shown(measures.format("措施"))

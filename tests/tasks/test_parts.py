"""Items whose part does not say that it holds tasks, or seems to say that it does: what their lists, their texts and their subjects tell.

A row is `(text, expected, why)`; an expected task is `label|title`. Places, organs and plans are invented.
"""

from __future__ import annotations

import pytest

from extractors.outline import find_sections
from extractors.tasks import find_tasks
from extractors.tasks.actions import is_action
from extractors.tasks.criteria import charges, lists_criteria

Row = tuple[str, list[str], str]

ROWS: list[Row] = [
    (
        "一、茶路提升工程\n两年投资三亿元。\n（一）山道。重点修整东坡山道。\n（二）渡口。加快建设南岸渡口，新建两处栈桥。",
        ["一、|茶路提升工程", "（一）|山道", "（二）|渡口"],
        "names under a named work, with texts that say what to do",
    ),
    (
        "第二章 茶业升级重点领域\n一、传统茶业\n推动老茶厂改造。\n（一）绿茶\n以高山茶园为依托，打造名品。\n（二）红茶\n完善窨制工艺，壮大茶企。\n二、新兴茶业\n发展茶饮料。",
        ["一、|传统茶业", "（一）|绿茶", "（二）|红茶", "二、|新兴茶业"],
        "and trades in a part of fields",
    ),
    (
        "一、申领流程\n（一）网上填报。茶企应登录系统填写申请。\n（二）审核推荐。县茶办完成审核并推荐。",
        ["（一）|网上填报", "（二）|审核推荐"],
        "steps of a procedure whose texts say who does what",
    ),
    (
        "二、工作程序\n（一）茶农申报。茶农于三月底前向村委会申报。\n（二）村级核实。村委会核实后公示七天。\n（三）申报时间。每年三月。",
        ["（一）|茶农申报", "（二）|村级核实"],
        "whoever takes them, but not what is settled about them",
    ),
    (
        "县茶办提出如下意见：\n第一，扩种茶树。建园百亩。\n第二，整修山道。清除落石。",
        ["第一|扩种茶树", "第二|整修山道"],
        "an enumeration announced as what is advised",
    ),
    (
        "县长说：“去年茶业成绩不小：第一，建成茶城；第二，扩种茶树。”",
        [],
        "but not of what was reached",
    ),
    (
        "一、重点任务\n（一）推进山道建设。\n2.茶路大数据。建成路网，接入车辆。",
        ["（一）|推进山道建设", "2.|茶路大数据"],
        "an item whose neighbours were left out",
    ),
    (
        "（一）做强茶业\n产业专项：\n——茶芯专项。突破选种。\n——茶机专项。打造茶机。\n（二）做优茶市\n——推广茶票。三县试行。",
        ["（一）|做强茶业", "（二）|做优茶市", "——|推广茶票"],
        "dashes inside a measure that name projects are none, those that say what to do are",
    ),
    (
        "一、关于茶税\n（一）茶企自有茶园免征茶税。\n（二）茶票印制按简易办法计税。\n（三）经县政府批准，国有茶厂可免缴茶租。",
        ["（一）|茶企自有茶园免征茶税", "（二）|茶票印制按简易办法计税", "（三）|经县政府批准，国有茶厂可免缴茶租"],
        "reliefs stated as rules",
    ),
    (
        "一、整治要求\n（一）茶园整治的重点。\n乱挖茶树的茶园。\n（二）从严查处违法采伐。",
        ["（二）|从严查处违法采伐"],
        "a noun over what it is about is no measure",
    ),
    (
        "（一）整修山道。清除落石。（县交通局牵头）\n一、主办单位：县茶办\n",
        ["（一）|整修山道"],
        "nor is who holds an event",
    ),
    (
        "一、县茶办（二项）\n（一）茶站许可（1.不再要求茶企进行评审，改由县茶办委托评审；2.取消茶样证明）",
        ["1.|不再要求茶企进行评审，改由县茶办委托评审", "2.|取消茶样证明"],
        "what is no longer asked for",
    ),
    (
        "一、切实加强对茶业工作的领导。\n县政府成立专班。",
        ["一、|切实加强对茶业工作的领导"],
        "leadership of whatever work",
    ),
    (
        "一、茶站办理（通过以下措施：\n1.对设站满一年的茶企，当场换证。\n2.不再要求茶企交回旧证）",
        ["1.|对设站满一年的茶企，当场换证", "2.|不再要求茶企交回旧证"],
        "without the bracket that closes what stands around them",
    ),
    (
        "一、茶山概貌\n（一）东坡。东坡多雾，土层深厚。\n（二）南岸。南岸有古树百株。",
        [],
        "but not names whose texts describe",
    ),
    (
        "一、存在不足\n（一）茶师缺口大。茶业发展迅速，加强培养仍需时日。\n（二）茶路滞后。修整缓慢，影响运输。",
        [],
        "nor what is wanting",
    ),
    (
        "一、县茶业局（1项）\n茶站许可取消后，通过以下措施加强监管：\n1.对设站满一年、经营正常的茶企，当场换证。\n2.新证作为茶企的凭据，记录经营情况。",
        ["1.|对设站满一年、经营正常的茶企，当场换证", "2.|新证作为茶企的凭据，记录经营情况"],
        "whatever stands in a list that is announced as measures",
    ),
    (
        "云岚县关于取消一批行政审批事项的决定\n一、县茶业局（1项）茶站设立许可 事后监管：县茶业局要建立台账，通过下列措施监管：\n1.公开茶站名录。",
        ["1.|公开茶站名录"],
        "not the organ that an approval is taken from, though its heading runs on",
    ),
    (
        "三、总体时间安排\n（一）茶站检测\n1.准备阶段。县茶办拟订细则，组织培训。\n2.检测阶段。检测单位开展现场检测。",
        ["（一）|茶站检测", "1.|准备阶段", "2.|检测阶段"],
        "what the steps are the steps of",
    ),
    (
        "一、访谈单位及时间安排\n1.推进茶园改造\n2.加强茶师培训，服务茶农",
        [],
        "topics of a programme",
    ),
    (
        "一、改造茶站\n（一）“一张表单”整合申报材料\n1.制定统一表单，每站一张。\n2.清理重复材料，每年一次。",
        ["一、|改造茶站", "（一）|“一张表单”整合申报材料", "1.|制定统一表单，每站一张", "2.|清理重复材料，每年一次"],
        "a heading that does something about papers lists none",
    ),
    (
        "三、选手资格\n（一）参赛茶师应当年满二十岁。\n（二）选手资格由县茶办负责审核并组织实施公示。",
        ["（二）|选手资格由县茶办负责审核并组织实施公示"],
        "among conditions only what somebody is charged with",
    ),
    (
        "一、关于茶山保护。你县请求省里支持：一是延长茶林补助年限；二是将古茶树纳入名录。已商有关方面研究。",
        [],
        "what somebody asks for",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), ROWS)
def test_parts(text: str, expected: list[str], why: str) -> None:
    assert [f"{task.label}|{task.title}" for task in find_tasks(text, find_sections(text), ())[0]] == expected, why


WORDS: list[tuple[str, bool, str]] = [
    ("青汀市多措并举，推进茶园改造", False, "what a place did"),
    ("云岚省临澜县践行茶乡经验，推进茶旅融合", False, "and a county of a province"),
    ("青汀市要加快茶园改造", True, "what a place must do"),
    ("全市推进茶园改造", True, "and the whole of it"),
    ("城市茶园更新，社区茶馆改造", True, "城市 is no place's name"),
    ("对成效明显的县给予奖励", True, "a county that is given something"),
    ("各代表队须有三名茶师，方可报名", False, "a condition"),
    ("同一茶师只能代表一队，不得跨组", False, "a limit"),
    ("参赛人数不得超过五人", False, "a cap"),
    ("各代表队须于年底前将名单报县茶办", True, "a duty"),
    ("联办单位认定", False, "who does it, behind a verb"),
    ("就业公共服务", False, "a field of work"),
    ("禁售染色茶叶", True, "a ban"),
    ("划转对象以公布日为准", False, "a verb that only makes a noun"),
    ("划转方案应明确以下内容", False, "nor does one that must say something"),
    ("划转茶园股权", True, "with an object it acts"),
    ("一律取消茶站年检", True, "an adverb before the measure"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "acts", "why"), WORDS)
def test_words(title: str, acts: bool, why: str) -> None:
    assert is_action(title) is acts, why


@pytest.mark.parametrize(
    ("sentence", "charged"),
    [("证书应由茶企申领", True), ("资格由县茶办审核", True), ("由县茶办出具的证明", False), ("茶师应当年满二十岁", False)],
)
def test_who_is_charged(sentence: str, charged: bool) -> None:
    assert charges(sentence) is charged


@pytest.mark.parametrize(("heading", "lists"), [("茶师引进条件", True), ("精简申报材料", False), ("申请人应当符合下列条件", True)])
def test_criteria(heading: str, lists: bool) -> None:
    assert lists_criteria(heading) is lists

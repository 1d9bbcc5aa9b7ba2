"""What stands around a list and says whether its items are tasks: a line that names it, stages, answers, the names of an explanation's parts.

A row is `(text, expected, why)`; an expected task is `label|title`. Places, organs and plans are invented.
"""

from __future__ import annotations

import pytest

from extractors.outline import find_sections
from extractors.tasks import find_tasks

Row = tuple[str, list[str], str]

NAMED_BY_A_LINE: list[Row] = [
    (
        "三、茶业领域\n（一）茶农与健康\n主要目标：\n1.提高茶农体检比例。\n2.茶农寿命延长。\n策略措施：\n1.加大宣传力度。\n2.保障茶农体检。",
        ["1.|加大宣传力度", "2.|保障茶农体检"],
        "two lists under one heading, each named by a line without a label",
    ),
    (
        "三、茶业领域\n（一）茶农与健康主要目标：\n1.提高茶农体检比例。\n2.茶农寿命延长。\n策略措施：\n1.加大宣传力度。\n2.保障茶农体检。",
        ["1.|加大宣传力度", "2.|保障茶农体检"],
        "the first name runs into the heading",
    ),
    (
        "三、茶业领域\n（一）茶农与健康\n茶园方面：\n1.加大宣传力度。\n2.保障茶农体检。",
        ["1.|加大宣传力度", "2.|保障茶农体检"],
        "a line that names no part changes nothing",
    ),
]
DIVIDED: list[Row] = [
    (
        "二、主要任务和部门分工\n（一）茶农健康。\n1.加强茶农体检。（牵头单位：县卫生局）\n（二）茶苗改良。\n1.做好选种。（牵头单位：县茶办）",
        ["（一）|茶农健康", "1.|加强茶农体检", "（二）|茶苗改良", "1.|做好选种"],
        "a part of tasks whose heading says too that they are divided",
    ),
]
STAGES: list[Row] = [
    (
        "三、实施步骤\n分三个阶段推进：\n第一阶段：制定方案。今年三月至五月。\n第二阶段：推进实施。六月至十月。\n第三阶段：总结验收。十一月。",
        ["第一阶段|制定方案", "第二阶段|推进实施", "第三阶段|总结验收"],
        "stages by their labels, in a part of steps",
    ),
    ("三、工作回顾\n第一阶段：已完成普查。\n第二阶段：已建成茶园。", [], "stages that are over"),
    ("第一阶段的任务是普查茶园，第二阶段的是挂牌。", [], "stages that are talked about"),
]
NO_TASKS: list[Row] = [
    (
        "一、实施茶业十大工程的重要意义\n（一）实施茶业工程是茶农增收的重要举措。茶山广阔。\n二、主要任务\n（一）建设茶园",
        ["（一）|建设茶园"],
        "what a plan means, though its heading begins with a verb",
    ),
    (
        "一、以高山茶园为引领，牢牢把握新发展阶段全县茶业工作的总体要求\n绿色种茶。\n二、建好高山茶园\n三、办好高山茶市",
        ["二、|建好高山茶园", "三、|办好高山茶市"],
        "general requirements at the end of a long heading",
    ),
    (
        "二、目标任务和总体安排\n（一）目标任务：落实部署，争先创优。\n（二）总体安排：坚持分步实施，打造茶山品牌。\n三、主要措施\n（一）建设茶园",
        ["（一）|建设茶园"],
        "what is aimed at and in what order, in the sentence behind its name",
    ),
    (
        "对你县提出的茶业问题和建议，县茶办进行了研究，现函复如下：\n一、关于茶路建设问题\n（一）你县茶路应纳入全省规划统筹考虑，实现资源优化配置。\n二、关于茶苗问题\n（一）请继续做好选种。",
        [],
        "a letter answers point by point",
    ),
    (
        "（一）制定茶园审批办理流程。（责任单位：县茶办）\n1.申请。茶企应提交申请。\n2.受理与决定。县茶办应当受理。\n（二）建设茶市（责任单位：县商务局）",
        ["（一）|制定茶园审批办理流程", "（二）|建设茶市"],
        "the steps of a procedure that is to be set out",
    ),
    (
        "一、关于《茶业行动》的背景意义\n要做强茶业，须有行动。\n二、关于《茶业行动》的工作思路\n坚持绿色种茶，打造茶山品牌。\n三、关于《茶业行动》的主要内容\n一是建设茶园。",
        ["一是|建设茶园"],
        "the names of the parts of an explanation",
    ),
    (
        "二、政策制定过程\n一是开展茶山调研。\n二是广泛征求各方意见。\n三、主要措施\n一是建设茶园。\n二是办好茶市。",
        ["一是|建设茶园", "二是|办好茶市"],
        "how it was made",
    ),
]
ARTICLES: list[Row] = [
    (
        "茶园管理办法\n第一条 茶园应当建档。\n第二条 茶企应当体检。\n第\t十三\t条 茶企应公告其名称及有效期限。\n第\t十四\t条 县茶办应当检查茶园。",
        ["第一条|茶园应当建档", "第二条|茶企应当体检", "第 十三 条|茶企应公告其名称及有效期限", "第 十四 条|县茶办应当检查茶园"],
        "a label that blanks were put into, as tabs; a period that is published, not set",
    ),
    (
        "茶园管理办法\n第一条 茶园应当建档。\n第二条 茶企应当体检。\n第五条 评估报告书应载明下列事项：\n一、茶园地址。\n二、初步评估结果。\n三、评审意见。",
        ["第一条|茶园应当建档", "第二条|茶企应当体检"],
        "what a paper must state",
    ),
]
POINTS: list[Row] = [
    ("主旨：中华民国茶艺补助。\n二、下列对象，得向本署申请补助。", [], "who may apply"),
    (
        "主旨：中华民国茶艺补助。\n五、申请补助，应遵行下列规定：\n（一）同一茶会由二单位办理者，应由一单位提出补助申请。",
        ["（一）|同一茶会由二单位办理者，应由一单位提出补助申请"],
        "rules, not their heading",
    ),
    (
        "主旨：中华民国茶艺补助。\n四、茶样取样作业实施程序如下：\n（一）以随机抽样方式办理检验。",
        ["（一）|以随机抽样方式办理检验"],
        "a step and how it is taken",
    ),
    ("主旨：中华民国茶艺补助。\n十、本作业要点由茶业部会同农业部定之；修正时，亦同。", [], "who makes the rules"),
]


@pytest.mark.parametrize(("text", "expected", "why"), [*NAMED_BY_A_LINE, *DIVIDED, *STAGES, *NO_TASKS, *ARTICLES, *POINTS])
def test_frames(text: str, expected: list[str], why: str) -> None:
    """The tasks of each text, in order."""
    assert [f"{task.label}|{task.title}" for task in find_tasks(text, find_sections(text), ())[0]] == expected, why


def test_a_line_gives_its_list_a_kind() -> None:
    """The kind is that of the line, and none of the sections around the list."""
    text = "三、茶业领域\n（一）茶农与健康\n主要目标：\n1.茶农长寿。\n2.茶农安康。\n策略措施：\n1.加大宣传力度。\n2.保障茶农体检。"
    assert [section.kind for section in find_sections(text)] == ["other", "other", "goal", "goal", "task", "task"]

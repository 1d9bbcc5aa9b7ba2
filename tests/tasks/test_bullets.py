"""Lists of undertakings that bullets mark, and names that only say what they cover, as a specification.

A row is `(text, expected, why)`; an expected task is `label|title`. Places and policies are invented.
"""

from __future__ import annotations

import pytest

from extractors.outline import find_sections
from extractors.tasks import find_tasks

Row = tuple[str, list[str], str]


def shown(text: str) -> list[str]:
    return [f"{task.label}|{task.title}" for task in find_tasks(text, find_sections(text), (), "policy")[0]]


BULLETS: list[Row] = [
    (
        "三、重点工作\n●开展茶园普查，摸清底数。\n●建设茶市。\n",
        ["|开展茶园普查，摸清底数", "|建设茶市"],
        "each bulleted line is a task without a label",
    ),
    (
        "三、茶业\n◆为茶农免费提供茶苗；\n◆对贫困茶户给予补助；\n◆有条件的县实行茶保。\n",
        ["|为茶农免费提供茶苗", "|对贫困茶户给予补助", "|有条件的县实行茶保"],
        "what is given to whom, and where it fits",
    ),
    ("※加强宣传。办好茶节。\n※强化培训。\n", ["|加强宣传", "|强化培训"], "the first sentence is the title"),
    ("一、工作目标\n■建设一流茶园。\n■打造知名品牌。\n", [], "goals are no tasks"),
    ("二、取得成效\n●建成了茶园三座。\n●培育了茶企五家。\n", [], "what was done is none"),
    ("●1980年参加工作。\n●2001年任茶办主任。\n", [], "nor is a life"),
    ("二、支持范围\n◆茶叶种植企业；\n◆茶叶加工企业。\n", [], "nor whom something is for; 支持范围 itself names a part"),
    ("三、重点工作\n●建设茶市。\n", [], "one bullet is no list"),
]


@pytest.mark.parametrize(("text", "expected", "why"), BULLETS)
def test_bullets(text: str, expected: list[str], why: str) -> None:
    assert shown(text) == expected, why


NAMES: list[Row] = [
    (
        "二、主要内容\n（一）茶园维护方面。\n主要包括茶路、茶渠维护，明确为县级财政事权。\n（二）培训方面。\n主要是指茶农培训，由市与县按5∶5的比例分担。\n三、配套措施\n（一）强化预算安排。各县要安排茶款。",
        ["（一）|强化预算安排"],
        "a division of duties and costs names matters",
    ),
    (
        "二、主要任务\n（一）茶园维护方面。\n改造茶路，疏浚茶渠。\n（二）培训方面。\n培训茶农。",
        ["（一）|茶园维护方面", "（二）|培训方面"],
        "such names are tasks where their texts say what to do",
    ),
    (
        "二、主要任务\n（一）茶路畅通工程。主要包括新建茶路十条。\n（二）茶校建设工程。建设茶校两所。",
        ["（一）|茶路畅通工程", "（二）|茶校建设工程"],
        "a project is one whatever it covers",
    ),
    ("五、补贴标准\n（一）新建茶园每亩补贴500元。\n（二）改造茶园每亩补贴300元。", [], "what is paid for what"),
    ("二、考核标准\n1.建立茶办的，得5分。\n2.按时报送信息的，扣1分。", [], "what earns points"),
    (
        "二、工作任务\n1、3月底前，完成方案制定。\n2、6月15日前，完成茶园普查。",
        ["1、|3月底前，完成方案制定", "2、|6月15日前，完成茶园普查"],
        "a label before a month",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), NAMES)
def test_names(text: str, expected: list[str], why: str) -> None:
    assert shown(text) == expected, why

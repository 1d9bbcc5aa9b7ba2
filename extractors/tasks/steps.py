"""Headings that only name a step, a stage or a response, and the text under them that says what is done."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.outline.verbs import verb
from extractors.tasks.actions import is_present, obliges, prescribes

#: The heading of a part of steps, and of a stage; the names of what is settled about them.
_STEPS = re.compile(
    "(?:步骤|程序|流程|时间安排|阶段安排|进度安排|阶段划分|(?:检查|督查|抽查|监测|普查|评估|整治|工作|活动)(?:组织)?(?:方式|实施))(?:和要求)?$"
)
_STAGE = re.compile("阶段(?:[（(][^（）()]*[）)])?$|^第[一二三四五六]阶段")
_BY_DATE = re.compile(r"(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?[底末]?前，?")
_NO_STEP = re.compile("目标|原则|范围|对象|内容|要求|标准|职责|条件|材料|文件|定义|时间|地点|方式|期限|情况$")
_PROCEDURE = re.compile("(?:程序|流程)$")
_SHORTEST_TEXT = 8
#: Longer than this and it is a sentence.
_LONGEST_NAME = 14
#: What a plan for emergencies calls itself, and its parts that say what is done: 应急响应 response, 后期处置 aftermath, 监测预警 warning.
_PLAN = re.compile("本预案")
_RESPONSE = re.compile(
    "(?!总则|附则|附件)(?:(?!组织|指挥|机构|职责|体系|分级)[^，。；：]){0,10}"
    "(?:响应|处置|救援|保障|处理|预防|监测|预测|预警|报告|报送|发布|善后|恢复|重建|后期工作|监督管理|预案管理)(?:(?!组织|指挥|机构|职责|体系|分级)[^，。；：]){0,6}"
)
#: Who sits where is settled in such parts.
_ORGANS = re.compile("(?:组织|指挥|领导)(?:指挥|领导)?(?:体系|机构|架构)|机构(?:[与和及]其?|设置)|职责")
#: Levels and definitions inside such parts; `预警级别调整` is done.
_SETTLED = re.compile("(?:分级|等级|级别|标准|条件|范围|定义|职责|原则)(?![^，]*(?:调整|解除|终止|启动|确定|变更)$)")
#: Who is charged: `由县茶灾指挥部报县政府批准后，启动响应`.
_CHARGED = re.compile("由[^，。；：可]{2,30}?(?:报|启动|负责(?!人)|决定|宣布|组织|发布|牵头|提出)")


def names_no_step(heading: str) -> bool:
    """Whether a heading names what is settled about steps, not one of them: `检查内容`."""
    return _NO_STEP.search(heading) is not None


def is_stage(label: str, around: Iterable[str], sentence: str) -> bool:
    """Whether an item is a stage of the work by its label, in a part of steps: `第一阶段：普查茶园`; not `第一阶段：已完成普查`."""
    return _STAGE.match(label) is not None and any(_STEPS.search(heading) for heading in around) and is_present(sentence)


def is_step(title: str, around: Iterable[str], body: str) -> bool:
    """Whether an item that names a step or a stage (`现场抽检`, `自查阶段`) stands in a part of steps and its `body` says what is done in it.

    `around` are the headings it stands under.
    """
    stage = _STAGE.search(title) is not None
    if not (stage or len(title) <= _LONGEST_NAME) or names_no_step(title):
        return False
    headings = list(around)
    if not any(_STEPS.search(heading) for heading in headings):
        return False
    if headings and _PROCEDURE.search(headings[0]) and len(body) >= _SHORTEST_TEXT and is_present(body):
        return True  # `（一）农户申报。农户向村委会申报。`
    undated = _BY_DATE.sub("", body)
    return prescribes(undated) or (stage and verb().search(undated) is not None and is_present(undated))


def plans_for_emergencies(text: str) -> bool:
    """Whether the document is a plan for emergencies (应急预案)."""
    return _PLAN.search(text) is not None


def names_response(title: str) -> bool:
    """Whether a heading names a part of such a plan that says what is done: `预防与预警`, `应急响应`; not `预警行动`."""
    return _RESPONSE.fullmatch(title) is not None and not title.endswith(("行动", "程序"))


def settles_levels(title: str) -> bool:
    """Whether a heading of such a plan names levels or definitions, about which nothing is done: `响应分级`; not `预警级别调整`."""
    return len(title) <= _LONGEST_NAME and _SETTLED.search(title) is not None


def is_response(title: str, sentence: str, around: Iterable[str], body: str) -> bool:
    """Whether an item of a plan for emergencies is a measure: `应急终止` over `险情消除后，县指挥部应宣布终止。`; not `响应分级`.

    `around` are the headings it stands under, of which one must be of a part that says what is done.
    """
    headings = list(around)
    if not any(_RESPONSE.fullmatch(heading) for heading in headings) or any(_ORGANS.search(heading) for heading in headings):
        return False
    if len(sentence) > _LONGEST_NAME:
        return _CHARGED.search(sentence) is not None and is_present(sentence)
    return not settles_levels(title) and (prescribes(body) or _CHARGED.search(body) is not None or any(obliges(said) for said in body.split("。")))

"""Articles of a regulation that oblige or grant although their first sentence does not say so."""

from __future__ import annotations

import re

from extractors.tasks.actions import amends, obliges
from extractors.tasks.lexicon import lexicon

#: An article that supports, and what it gives.
_SUPPORTS = re.compile("(?:大力|积极|重点)?(?:支持|扶持|鼓励|资助|奖励|聚焦)")
_GIVES = re.compile("给予[^，。；]{0,24}(?:支持|补贴|补助|奖励|资助|贴息|资金)")
#: What obliges in a later sentence, and what keeps a first one from being anything but a penalty.
_MUST = re.compile("应当|必须")
#: A first sentence that only says whose field of work it is obliges nobody to anything in particular.
_COMPETENCE = re.compile("(?:政府|部门|机关|机构|局|厅|委员会)(?:统一|具体|全面)?(?:领导|主管|管理)")
#: What an article lists that is to be done in turn.
_PROCEDURE = re.compile("(?:下列|以下|如下)[^，。；：]{0,6}(?:程序|步骤|流程|措施|工作)[^，。；：]{0,6}[：:]?$")
_PENALTY = re.compile("处罚|没收|吊销|警告|责令")
_SENTENCE_END = re.compile(r"[。\n]")


def grants(sentence: str, body: str) -> bool:
    """Whether an article supports something and its text says what is given: `支持茶企研发。按投入给予补贴。`; not mere encouragement."""
    return _SUPPORTS.match(sentence) is not None and (_GIVES.search(sentence) or _GIVES.search(body)) is not None


def lists_procedure(sentence: str) -> bool:
    """Whether an article's sentence opens a list of what must be done: `修改茶规应当履行下列程序：`; not `有下列情形之一的：`."""
    return _PROCEDURE.search(sentence) is not None and obliges(sentence)


def obliges_later(sentence: str, rest: str) -> bool:
    """Whether a later sentence of an article says who must do what: `茶路属于公共资源。经营者应当保养。`; not behind a definition or a penalty."""
    if lexicon().excuses.search(sentence) or amends(sentence) or _PENALTY.search(sentence) or _COMPETENCE.search(sentence):
        return False
    return any(_MUST.search(later) and obliges(later) for later in _SENTENCE_END.split(rest))

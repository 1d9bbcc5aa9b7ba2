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
#: What says that a list follows.
_PROCEDURE_WORDS = re.compile("下列|以下|如下|(?:是|为|包括)$")
#: What an article lists as somebody's duties, whoever is meant: `其主要职责：`, `茶办履行下列职责：`; powers (`职权`) are none.
_DUTIES = re.compile(
    "(?:履行|承担|负责|做好|完成|落实|开展|办理)(?:好)?(?:以下|下列|如下)[^，。；：]{0,8}(?:职责|义务|工作|任务|事项|责任)[^，。；：]{0,4}[：:]$"
    "|(?:职责|义务)(?:主要)?(?:是|为|包括|如下)?[：:]$|[^，。；：]应当?[：:]$|必须[：:]$|(?:程序|流程|步骤)(?:如下|为|是)?[：:]$"
)
#: And as rules by which it is to be done, where it obliges: `应当遵守下列规定：`, `应当按照下列规定移交：`.
_RULES = re.compile("(?:遵守|按照?|依照?|执行|采取)(?:以下|下列|如下)[^，。；：]{0,6}(?:规定|要求|方式|方法|办法|措施)[^。；：]{0,24}[：:]$")
#: A duty that names none: `法律规定的其他职责`.
_REST = re.compile("^其[他它]|其[他它][^，。；]{0,8}(?:职责|义务|工作|事项|任务|规定|要求|责任)$")
_PENALTY = re.compile("处罚|没收|吊销|警告|责令")
_DEFINES = ("所称", "是指")
_SENTENCE_END = re.compile(r"[。\n]")
#: What a regulation calls itself.
_REGULATION = re.compile("本(?:实施|管理|暂行)?(?:条例|办法|规定|细则|规则|法(?![律院人定制治])|章程|准则|规程|要点)")
#: An article that says without 应 what is to be done, before anybody is named: `根据茶改安排，大力推进茶路建设`, `将茶改纳入考核`.
_DIRECTS = re.compile(
    "(?:将|把)[^，。；]{2,40}(?:纳入|列入)|(?:根据|按照|结合|围绕)[^，。；]{2,40}，(?:大力|积极|认真|切实|深入|全面)?(?:推进|推动|加强|开展|做好|建立|完善|落实|强化)"
    "|[^，。；：]{2,24}按照?(?:下列|以下|如下)(?:程序|步骤|流程|权限)[^，。；：]{0,4}(?:进行|办理|审批|实施)"
)
#: Chapters of a regulation whose articles oblige nobody; `许可条件`, `处罚程序` hold articles that do.
_CLOSING = re.compile("法律责任|罚则|附则|奖惩|奖励[与和]处罚")


def grants(sentence: str, body: str) -> bool:
    """Whether an article supports something and its text says what is given: `支持茶企研发。按投入给予补贴。`; not mere encouragement."""
    return _SUPPORTS.match(sentence) is not None and (_GIVES.search(sentence) or _GIVES.search(body)) is not None


def directs(sentence: str) -> bool:
    """Whether an article says what to do without obliging by 应: `将茶改纳入考核`; not `根据茶法，制定本办法`, `鼓励茶企创新`."""
    return _DIRECTS.match(sentence) is not None


def lists_procedure(sentence: str) -> bool:
    """Whether an article's sentence opens a list of what must be done: `修改茶规应当履行下列程序：`; not `有下列情形之一的：`."""
    return _PROCEDURE.search(sentence) is not None and (obliges(sentence) or directs(sentence))


def lists_duties(opening: str) -> bool:
    """Whether the sentence right before a list announces duties: `茶办的主要职责：`, `茶企应当遵守下列规定：`; not `茶办可以采取下列措施：`."""
    return _DUTIES.search(opening) is not None or (_RULES.search(opening) is not None and obliges(opening))


def only_lists(sentence: str) -> bool:
    """Whether an article says nothing but whose duties follow, without obliging: `茶办履行下列职责：`; not `茶企应当履行下列义务：`."""
    followed = "，" not in sentence or _PROCEDURE_WORDS.search(sentence) is not None  # 负责茶路养护，承担茶办|职责。
    return followed and _DUTIES.search(f"{sentence}：") is not None and _MUST.search(sentence) is None


def is_duty(sentence: str) -> bool:
    """Whether an item of such a list says what to do: `编制茶业规划`; not `不得少于二人`, `法律规定的其他职责`."""
    words = lexicon()
    return _REST.search(sentence) is None and words.static.search(sentence) is None and (words.forbids.search(sentence) is None or obliges(sentence))


def obliges_later(sentence: str, rest: str) -> bool:
    """Whether a later sentence of an article says who must do what: `茶路属于公共资源。经营者应当保养。`; not behind a penalty.

    Behind a definition of the article's own words it may: `茶路，是指…。经营者应当保养。`
    """
    excused = lexicon().excuses.search(sentence)
    if (excused and excused.group() not in _DEFINES) or amends(sentence) or _PENALTY.search(sentence) or _COMPETENCE.search(sentence):
        return False
    return any(_MUST.search(later) and obliges(later) for later in _SENTENCE_END.split(rest))


def is_regulation(text: str) -> bool:
    """Whether a text of articles calls itself a rule (`本办法`, `本条例`), as against the articles of a policy's measures."""
    return _REGULATION.search(text) is not None


def closes_regulation(chapter: str) -> bool:
    """Whether a chapter is one whose articles oblige nobody: `附则`; not `处罚程序`."""
    return _CLOSING.fullmatch(chapter) is not None

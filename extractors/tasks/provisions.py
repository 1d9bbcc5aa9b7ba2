"""Points of Taiwanese directives (令, 要点, 计划): provisions, of which only those that tell somebody to act are tasks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.outline.kinds import kind_of
from extractors.tasks.actions import is_action, obliges, only_names
from extractors.tasks.lexicon import lexicon

_MARKS = re.compile("^主旨[：:]|中华民国|新台币|民国[一二三四五六七八九十百\\d]{2,4}年", re.MULTILINE)
#: Matters that a point settles without telling anybody to act: eligibility 资格, sums 额度, papers 文件, rewards and penalties 奖惩.
_MATTER = re.compile(
    "资格|条件|对象|额度|金额|经费|范围|文件|资料|定义|标准|规范|申请表|上限|比率|期程|项目|方式及|原则|清单|凭证|公式|基准"
    "|奖惩|罚则|限制|期间|时间|依据|缘起|目标|目的|宗旨"
)
#: Headings of lists of papers, however long: `茶艺计划书应具备之文件、资料`.
_PAPERS = re.compile("应(?:具备|备|检附|备具)之?[^，。：]{0,4}(?:文件|资料|书表|证件)$")
#: Who sits in a jury and how it decides.
_JURY = re.compile("(?:小组|委员会|评审会|评选会)之?(?:组成|设置|职责|任务|成员)|决议")
#: `受补助者应履行之负担规定` names what follows.
_NAMES = re.compile(
    "^[^，。：应]{0,60}应(?:履行|遵守|遵行|负担|配合|办理|注意)[^，。：]{0,4}之[^，。：]{0,6}(?:规定|事项|义务|负担)$|应遵[行守](?:下列|以下)规定$"
)
#: What is done about such a matter: `经费核拨与结案程序`.
_PROCEDURE = re.compile("程序|作业|核拨|核销|拨付|请款|结案|递送|送件|办理|履行|配合|义务|工作|推动|实施|注意事项")
#: What must be, not what somebody must do: `应为国民`, `应备文件`.
_STATIC = re.compile(
    "应(?:为|具(?!备之)|系|属|符合|无|有(?!关)|包[含括]|扣除|考量|以.{1,16}为|就[^，]{1,12}认定)|以[^，。]{1,8}为限|应备(?![函妥齐查]|文(?!件))|应经|准用"
    "|[应须]另?(?:检附|附)[^，。]{0,30}(?:影本|证明|文件)$"
)
#: `本署得派员`: who may, need not.
_MAY = re.compile("(?<=[\u4e00-\u9fff])(?<!不)得(?![到以出知分力当体失奖标票])")
_DUTY = re.compile("应(?![用急届对变收付])|须|(?<![申邀聘])请|不得")
#: What nobody may do, which tells nobody to act.
_FORBIDS = re.compile("不得|禁止|严禁")
_TO_ACT = re.compile("应(?![用急届对变收付])|须|(?<!申)请|由")
#: How a step is taken: `采初审及复审二阶段评选`.
_TAKES = re.compile(
    "以[^，。；：]{1,14}方式(?:办理|进行|取得|实施|为之)|，提出申请$"
    "|采[^，。；：]{1,14}(?:评选|审查|评审|办理|进行|方式)|将[^，。]{2,20}(?:陈送|陈报|函送|函报|检送|送交|汇整|通知)"
)
#: Where each point is a step that somebody takes, without an 应: `审查程序：（一）汇整申请资料。`
_DUTIES = re.compile("(?:审查|作业|办理|执行|核销|请款)程序$|(?:申请|申办|审查|作业|实施|办理)[^，。；]{0,8}程序如下$|应办事项$|办理事项$|权责分工$")
#: What a point announces whose items are duties, whatever their words: `渔会应办理下列事项：`, `依下列程序办理：`; not `应符合下列条件：`.
_LISTS_DUTIES = re.compile(
    "(?:应|须|负责)[^。；：]{0,12}办理[^。；：]{0,20}(?:事项|工作|业务)[^。；：]{0,2}[：:]$|[依按]照?(?:下列|以下|如下)(?:程序|步骤|流程)[^。；：]{0,6}[：:]$"
)
#: Whom to ask and whom to tell: `向本会提出申请`, `与驻外馆处联系`, `备函检附收据`.
_CALLS = re.compile(
    "向[^，。]{1,12}(?:提出申请|申请|报到|通报|联系)|与[^，。]{1,12}联系|备[函文][^，。]{0,8}(?:检附|检送|送|通知)"
    "|(?<![申邀聘提])请(?:注明|填写|填具|检附)|(?:^|[，：])请(?!求|款|领|示|[^，]{0,20}(?:陈述意见|洽询))"
)
#: `由本署进行初审`
_BY_ORGAN = re.compile(
    "由(?:本[署会部局府处院中]|[^，。]{0,14}(?:单位|机关|学校|团体|公所|中心|所|处|局|府|小组))"
    "[^，。]{0,30}(?:进行|组成|办理|审查|评选|提送|检附|召开|辅导|督导|评估|订定|通知|彙整|汇整)"
)
#: Who applies or is paid, and what he has to do, wherever a point says so: `申请业者应提出车龄资料`; not `申请者应为法人`.
_ACTOR = re.compile(
    "^[^，。；：]{0,24}(?:业者|单位|机关|学校|团体|申请[者人]|补助[者人]|厂商|代理商|机构|公司|委员)，?(?:应|须|应须)(?:主动|确实|先行|自行)?"
    "(?:提出|提具|提送|提交|依下列|于|向|办理|填[具写报]|配合|签订|缴[回还纳交]|检具|会同|派员|通知|函|报|核实(?:编列|填报|计列)|依规定)|应须?向[^，。；]{2,24}，?(?:申办|申请|提出|办理)"
)
#: A heading that is a sentence: `请备文提送下列资料`.
_TELLS = re.compile("(?:^|[，：])请|应(?!备|具)|须(?!知)")
#: Longer headings are sentences.
_LONGEST_MATTER = 14


def are_provisions(text: str) -> bool:
    """Whether the document is such a directive, by how it counts its years and its money."""
    return _MARKS.search(text) is not None


def is_provision(sentence: str, title: str, around: Iterable[str]) -> bool:
    """Whether a point tells somebody to act: `受补助单位应于期满后一个月内报告`; not `申请者应为法人`, `补助额度：每案十万元`.

    `around` are the headings it stands under, the nearest first.
    """
    headings = list(around)
    if announces_duties(f"{sentence}："):
        return True
    if sentence == title and len(title) <= _LONGEST_MATTER and only_names(title):
        return False
    if lexicon().excuses.search(sentence) or _NAMES.search(title) or any(_JURY.search(heading) for heading in (title, *headings)):
        return False
    if _FORBIDS.search(sentence) and not _TO_ACT.search(sentence):
        return False
    if _MAY.search(sentence) and not _DUTY.search(sentence) and not _BY_ORGAN.search(sentence):
        return False
    if _ACTOR.search(sentence) and not sentence.endswith(("者", "之一", "影本")):
        return True
    if headings and kind_of(headings[0]) == "task":
        return not only_names(title) or not _MATTER.search(title)
    if headings and _MAY.search(headings[0]) and not _DUTY.search(headings[0]):
        return False
    if any(_settles(heading) for heading in headings):
        return False
    if any(_DUTIES.search(heading) for heading in headings[:2]) and (is_action(sentence) or _TAKES.search(sentence)):
        return True
    if _settles(title) or _STATIC.search(sentence):
        return False
    return obliges(sentence) or _CALLS.search(sentence) is not None or _BY_ORGAN.search(sentence) is not None


def announces_duties(announcement: str) -> bool:
    """Whether the sentence before a list announces duties: `茶会应定期办理下列事项：`; not `茶园应符合下列条件：`."""
    return _LISTS_DUTIES.search(announcement) is not None


def is_listed_duty(sentence: str, title: str) -> bool:
    """Whether an item of such a list is one: `每日巡查茶园。`; not `查核标准`, `主任得免巡查。`"""
    if sentence == title and len(title) <= _LONGEST_MATTER and only_names(title):
        return False
    if sentence.endswith("如下") and not is_action(sentence):
        return False
    return not (_settles(title) or (_MAY.search(sentence) and not _DUTY.search(sentence)))


def _settles(heading: str) -> bool:
    """Whether a heading names a matter to be settled, and not what is done about it."""
    if len(heading) > _LONGEST_MATTER:
        return heading.endswith(("标准", "基准", "条件", "资格", "范围", "额度", "上限")) or _PAPERS.search(heading) is not None
    return _MATTER.search(heading) is not None and _TELLS.search(heading) is None and _PROCEDURE.search(heading) is None

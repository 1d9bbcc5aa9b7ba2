"""What a clause says: a result, a one-off act, means, open-ended work, a benefit, a fact; told by its first and last words."""

from __future__ import annotations

import re

from extractors.targets.lexicon import lexicon
from extractors.words import cut, tags

#: A clause as short as this names a topic even if a dictionary calls one of its words a verb: `乡村服务`.
_LONGEST_TOPIC_WITH_VERB = 5
#: A short act, `登记造册`, not a heading run together with its number, `重点工作2`.
_SHORT_ACT = re.compile("[\u4e00-\u9fff]+(?<!目标)(?<!工作)(?<!任务)(?<!重点)(?<!安排)(?<!要点)(?<!指标)(?<!内容)")
#: A public organ by its name, and that it has to do something.
_OTHERS = re.compile("[^，的]{2,20}(?:[部厅局委办院署]|政府|部门|单位|机关|机构|公司|学校)(?:应当|必须|要(?![素点求件])|应(?![用急对])|须)")
_QUOTED = re.compile(r"“[^“”]*”")
_ATTRIBUTIVE = re.compile(r"(?:达到|高于|低于|超过|符合|满足|具备|优于|纳入|取得|完成)[^的]{1,30}的[^的]{1,8}$")
#: A state at the end of a clause that begins with 对: `对外开放水平显著提高`, `对企业应延尽延`, but not `对成效显著的学校`.
_STATE_OF = re.compile(r"(?:显著|明显|进一步|不断|持续|逐步|大幅|更加)[^的]{2,4}$|应.{1,2}尽.{1,2}$")
#: Those that a condition picks, as a subject: `符合条件的农民全部参加`, `达到标准的企业全部纳入`.
_FITTING = re.compile("^(?:符合|具备|满足|达到)[^，的]{1,12}的(?=.{4})")
_JOINING = re.compile(r"(?:并且?|且|同时|以及|再|也|还)")
#: What may stand before the verb of an appeal: `并要加强宣传`.
_APPEAL = re.compile(r"^(?:并且?|且|同时|以及|再|也|还|都|均)?(?:要(?!素|求|点|害|件|闻))?")


def is_past(clause: str) -> bool:
    """Whether the clause tells of what has been done or is the case: `已建成三座`, `目前共有五家`, but not `建成已开工的项目`."""
    return lexicon().past.search(clause) is not None or is_copula(clause)


def is_means(clause: str) -> bool:
    """Whether the clause only says how: `通过合并、托管等方式`, `依托数字平台`, but not `依托平台集成三类服务`."""
    plain = _APPEAL.sub("", clause)
    if not lexicon().means.match(plain):
        return False
    return not lexicon().means_with_result.match(_QUOTED.sub("“”", plain))


def is_topic(clause: str, *, dated: bool = False) -> bool:
    """Whether the clause only names what the next one is about: `未来乡村`, `对改革成效明显的学校`, `具备条件的`, but not `动力更加强劲`.

    A short one that has its deadline in it (`dated`) is an act: `于六月底前登记造册`.
    """
    if lexicon().conditional.search(clause) or (lexicon().concerning.match(clause) and not _STATE_OF.search(clause)):
        return True
    if is_state(clause) or lexicon().state.search(clause) or lexicon().one_off.match(clause):
        return False
    if len(clause) <= _LONGEST_TOPIC_WITH_VERB and not (dated and _SHORT_ACT.fullmatch(clause)):
        return True
    if is_result(clause):
        return False
    kinds = [tags().get(word, "x") for word in cut(clause)]
    return not any(kind.startswith(("v", "a", "z", "d", "i", "l")) for kind in kinds)


def is_open_work(clause: str) -> bool:
    """Whether the clause names work without an end: `持续推进试点`, `做好宣传`, `支持企业创新`, but not `完成试点`."""
    return lexicon().open_work.match(_APPEAL.sub("", clause)) is not None


def is_upkeep(clause: str) -> bool:
    """Whether the clause is open work even if it holds its deadline: `做好明年的规划工作`, but not `支持产品明年面市`."""
    return lexicon().upkeep.match(clause) is not None and not is_state(clause)


def is_activity(clause: str) -> bool:
    """Whether the clause is work that goes with a result told before it: `并开展宣传工作`, `确保任务按时完成`, but not `启动遴选工作`."""
    return lexicon().activity.match(clause) is not None


def is_benefit(clause: str) -> bool:
    """Whether the clause grants something: `可登记为事业单位`, `对达标企业给予补助`, but not `可再生能源占比提高`."""
    return lexicon().benefit.match(_JOINING.sub("", clause, count=1) if _JOINING.match(clause) else clause) is not None


def is_result(clause: str) -> bool:
    """Whether the clause names a result or a one-off act: `体系基本建成`, `各市制定方案`, `完成验收`, but not `加强宣传`."""
    if lexicon().open_work.match(clause) and not lexicon().state.search(clause):
        return False
    return is_state(clause) or is_achievement(clause) or lexicon().acts.match(clause) is not None


def is_state(clause: str) -> bool:
    """Whether the clause is a subject with the state it reaches: `体系基本建成`, `水质达到三类`, but not `建成体系` or `达到标准的企业`."""
    if _JOINING.match(clause) or lexicon().exhortation.match(clause):
        return False
    clause = _FITTING.sub("", clause.rpartition("：")[2] or clause)
    if lexicon().verb_first.match(clause):
        return lexicon().nominal_state.match(clause) is not None
    return lexicon().state.search(clause) is not None or (lexicon().state_verb.match(clause) is not None and not _ATTRIBUTIVE.search(clause))


def is_remark(clause: str) -> bool:
    """Whether the clause is about the text itself or about procedure: `详见附件二`, `具体时间另行通知`."""
    return lexicon().remark.search(clause) is not None


def is_achievement(clause: str) -> bool:
    """Whether the clause begins with a verb of having reached something: `全面建成体系`, but not `完善体系`."""
    return lexicon().achievement.match(clause) is not None


def is_gradual(clause: str) -> bool:
    """Whether the clause names a change without an end: `提升服务能力`, but not `推动标准逐步完备` or `促进就业的机制基本形成`."""
    if not lexicon().gradual.match(clause) or lexicon().nominal_state.match(clause):
        return False
    return lexicon().gradual_result.search(clause) is None


def is_building(clause: str) -> bool:
    """Whether the clause names something new that is built: `打造绿色园区`, but not `推动平台建设`."""
    return lexicon().building.fullmatch(clause) is not None


def is_one_off(clause: str) -> bool:
    """Whether the clause begins with an act that is over when it is done: `制定方案`, but not `各市制定方案` or `推进改革`."""
    return lexicon().one_off.match(clause) is not None


def is_brought_about(clause: str) -> bool:
    """Whether the clause says what work comes to: `形成新格局`, `要建成三座`, `动能加快转换`; not `要培育企业`, `促进消费升级`."""
    plain = _APPEAL.sub("", clause)
    if is_open_work(plain) or (lexicon().ongoing.match(plain) and lexicon().gradual_result.search(plain) is None):
        return False
    return is_state(plain) or is_achievement(plain) or is_building(plain) or is_one_off(plain)


def turns_to_others(clause: str) -> bool:
    """Whether the clause goes over to what somebody else has to do: `省茶办要全面总结经验`; not `要总结经验`, `主要由省茶办总结`."""
    return _OTHERS.match(clause) is not None


def encourages(clause: str) -> bool:
    """Whether the clause leaves to others what it names: `鼓励企业收购存量房`; what follows without a subject is theirs too."""
    return lexicon().encouraging.match(_APPEAL.sub("", clause)) is not None


def is_in_own_time(clause: str) -> bool:
    """Whether the clause says of itself when, though no date tells it: `尽早形成实物工作量`, `推动项目提前开工`."""
    return lexicon().own_time.search(clause) is not None


def is_copula(clause: str) -> bool:
    """Whether the clause says what a time or a thing is: `是承前启后的五年`, but not `是否达标`."""
    return lexicon().copula.match(clause) is not None

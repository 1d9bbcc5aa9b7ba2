"""Whether a word after a number is said of the things counted or belongs to their name: 企业|参与, but 劳动保障|法规.

Most Chinese verbs also name: 保障 governs in `部门保障供应` and names in `劳动保障法规`. jieba's dictionary gives every word one part of speech;
what the measure word counts tells them apart, with what stands before the verb and what follows.
"""

from __future__ import annotations

import re

from extractors.counts.noun_phrases.edges import CLOSING, OPENING, SEPARATORS, STOPS, joined, listed, read_before
from extractors.counts.noun_phrases.nouns import agreement, classes_of
from extractors.counts.noun_phrases.phrases import Word
from extractors.counts.noun_phrases.relatives import counted_next
from extractors.counts.noun_phrases.stretch import Stretch, following

#: Denials and degrees before a quality.
_DEGREES = frozenset(["未", "不", "无", "较", "较为", "比较", "最", "更", "欠"])
_YEAR = re.compile("(?:19|20)[0-9]{2}")
#: Among whom, and which place there, said of things without a verb: 产能|全国第一.
_AMONG = frozenset(["全国", "全省", "全市", "全区", "全球", "世界", "国内", "亚洲", "同行业"])
_RANK = re.compile(r"第[一二三四五六七八九十\d]|前[一二三四五六七八九十列茅]|首位|首个|领先|排名")
_YEARS = re.compile("[一二三两四五六七八九十]年")
#: Words of the attainments that may nevertheless begin a noun phrase.
_NOMINAL = frozenset(["全面", "总", "高", "低", "多", "少", "年", "上", "基本", "保障", "控制", "调整", "平均", "地", "任务"])
#: After a verb, what shows that it is said of the thing before: 资本|集中|在.
_TOWARDS = frozenset("在于到至向为成给")
#: Verbs that take an object but name a noun before these: 教师|培养|基地.
_NAMING = frozenset(["培养", "培育", "改造", "推广", "转移"])
_NAMED = ("基地", "中心", "平台", "工程", "计划", "项目", "机构")
#: What may follow a name that is complete.
_AFTER_NAMES = STOPS | SEPARATORS | frozenset(CLOSING)
#: Classes of words that name what is done or how much of it: 建设, 能力.
_DEEDS = frozenset(["action", "mass"])


def opens_with_verb(stretch: Stretch) -> bool:
    """Whether a verb opens the stretch that tells what happens, so that no phrase follows the number: `1亿元|建设水库`."""
    first, after = stretch.words[0], stretch.next(0)
    if stretch.measure == "大" and after is not None and after.text in following("works"):
        return False  # 四大|提升|行动
    if first.text in listed("attainment") and first.text not in _NOMINAL and not _is_negated(stretch):
        return True
    if stretch.share and first.tag == "v" and len(first.text) == 1 and not counted_next(stretch, first.start):
        return True
    adverbial = first.tag in ("v", "d", "ad", "vd") or first.text in following("adverbs")
    if stretch.share and adverbial and after is not None and after.text in listed("strong"):
        return True
    if stretch.share and first.text in following("adverbs") and after is not None and len(after.text) > 1 and after.text in following("predicates"):
        return True
    if after is not None and (after.text == "了" or (after.text == "于" and (first.tag[:1] == "v" or len(first.text) == 1))):
        return True  # 126万千瓦|安装了脱硫装置, 100%|记于名下
    ends = stretch.stops_after(0) or (after is not None and (after.start >= stretch.limit or after.text[0].isdigit()))
    return ends and first.text in listed("strong")


def is_predicate(stretch: Stretch, position: int, *, named: bool) -> bool:
    """Whether the word at `position` ends the name of what is counted; `named` says that a noun stands before it."""
    word = stretch.words[position]
    denied = position == 1 and stretch.words[0].text in ("未", "无")  # 未|摘帽|贫困县
    nominal = not position and (word.text in ("未", "无") or _is_negated(stretch) or _is_nominal(stretch, 0))
    nominal = nominal or (denied and stretch.counted_after(1)) or (word.text == "基本" and _is_nominal(stretch, position))
    if word.text in following("predicates") and not nominal:
        return not _is_part(stretch, position) and (len(word.text) > 1 or _stands_alone(stretch, position))
    if not named:
        return False
    if word.text in _AMONG and (ranked := stretch.next(position)) is not None and _RANK.match(ranked.text):
        return True
    if word.tag in ("d", "p", "c") and len(word.text) > 1:
        describing = word.text in following("describing") and stretch.counted_after(position)
        return not (describing or stretch.counted_only_after(position))
    if len(word.text) > 2 and word.text[-1] in _TOWARDS and word.text in listed("attainment"):  # 企业|扩大到
        return True
    if word.tag == "t" and not classes_of(word.text) and word.text not in following("eras"):
        return stretch.agreement(position) == "counted" or not stretch.counted_after(position)
    if (after := stretch.next(position)) is not None and (after.text == "了" or (word.tag in ("v", "vn") and after.text in _TOWARDS)):
        return True
    if word.text in following("jointly") and after is not None and after.text in read_before("carrying_on"):
        return True
    if word.text in following("building") and _takes_object(stretch, position):
        return True
    return word.tag == "v" and _governs(stretch, position)


def _takes_object(stretch: Stretch, position: int) -> bool:
    """Whether a deed between a thing that is counted and a noun that is not is done by or to the thing: 医院|建设|临床重点专科."""
    after = stretch.next(position)
    if after is None or not (after.tag[:1] in ("n", "b", "a") or after.tag == "vn") or stretch.agreement(position) != "counted":
        return False
    levelled = stretch.measure == "级" and after.text in following("levelled")  # 三级实验室|建设|体系
    return not (levelled or stretch.counted_after(position) or after.text in following("nouns_of_deeds"))


def _is_negated(stretch: Stretch) -> bool:
    """Whether a quality denied opens the name of a thing that is counted: `不达标断面`."""
    return stretch.words[0].text in ("不", "非") and stretch.counted_after(0)


def is_time(stretch: Stretch, position: int) -> bool:
    """Whether a number of years begins at `position`: 重点改革|三年任务."""
    word, after = stretch.words[position], stretch.next(position)
    if _YEARS.fullmatch(word.text):
        return True
    dated = word.tag == "m" or _YEAR.fullmatch(word.text) is not None
    return dated and after is not None and after.text.startswith(("年", "个月"))


def _governs(stretch: Stretch, position: int) -> bool:
    """Whether a verb that is in no list is said of the things before it."""
    word, after = stretch.words[position], stretch.next(position)
    if after is None or after.text in STOPS or _names(stretch, position, after) or classes_of(word.text) - _DEEDS:
        return False
    if word.text in listed("strong") and not stretch.counted_only_after(position):
        return True
    complete = stretch.counted_before(position) and not stretch.counted_after(position)
    return stretch.agreement(position) != "unknown" and complete


def _is_part(stretch: Stretch, position: int) -> bool:
    """Whether a verb that is mostly said of things is part of a name here."""
    word, after = stretch.words[position], stretch.next(position)
    if _is_given(stretch, position) or _begins_noun(stretch, position) or _names_head(stretch, position):
        return True
    if word.text in _DEGREES and not stretch.counted_before(position) and stretch.counted_after(position):
        return True  # 逾期|未|年检社会组织, 经济|较|发达县
    if word.text in following("raising") and after is not None and after.text in following("works") and _closes(stretch, position + 1):
        return position > 0 or stretch.measure == "大"  # 乡村全民健身|提升|工程, 四大|提升|行动
    if word.text not in following("naming"):
        return False
    if not position and not stretch.share and after is not None and (after.tag[:1] in ("n", "b") or after.tag == "vn"):
        return True
    only_after = stretch.counted_only_after(position) and not (len(word.text) == 1 and stretch.counted_before(position))
    return only_after or _ends_name(stretch, position)


def _names_head(stretch: Stretch, position: int) -> bool:
    """Whether the verb stands before the thing counted, the last word of its name, and none stands before the verb: 再贷款|支持|银行."""
    head = stretch.next(position)
    if stretch.share or not position or head is None or stretch.words[position].tag[:1] != "v" or stretch.counted_before(position):
        return False
    return _closes(stretch, position + 1) and agreement(stretch.measure, head.text, head.text) == "counted"


def _closes(stretch: Stretch, position: int) -> bool:
    """Whether a name may end with the word at `position`."""
    after = stretch.next(position)
    while after is not None and after.text in following("works"):
        position += 1
        after = stretch.next(position)
    return after is None or after.start >= stretch.limit or after.text in _AFTER_NAMES or after.text in following("predicates")


def _stands_alone(stretch: Stretch, position: int) -> bool:
    """Whether a single character is a word: two in a row are one that jieba does not know (赋|能)."""
    previous = stretch.words[position - 1] if position else None
    if stretch.agreement(position) == "counted":
        return True  # 设区|市|各
    return previous is None or len(previous.text) > 1 or previous.tag == "m" or previous.text in CLOSING


def _is_nominal(stretch: Stretch, position: int) -> bool:
    """Whether the word belongs to the noun after it: 基本指标, but not 基本解决."""
    after = stretch.next(position)
    return stretch.words[position].text in _NOMINAL and after is not None and after.tag[:1] in ("n", "b")


def _is_given(stretch: Stretch, position: int) -> bool:
    """Whether the word is help named as a thing: 资金|支持, but not 支持 in `10家企业支持…`."""
    money = not position or stretch.share or stretch.words[position - 1].text in listed("money")
    after = stretch.next(position)
    closed = stretch.stops_after(position) or (after is not None and (after.text in _AFTER_NAMES or after.text in OPENING))
    return money and stretch.words[position].text in listed("money") and closed


def _begins_noun(stretch: Stretch, position: int) -> bool:
    """Whether a noun of nouns.toml begins with the verb: 集聚|区."""
    names = (joined(stretch.words[position : position + count]) for count in (2, 3) if position + count <= len(stretch.words))
    return position > 0 and any(classes_of(name, whole=True) - _DEEDS for name in names)


def _ends_name(stretch: Stretch, position: int) -> bool:
    """Whether the verb is the last word of the name of a thing that is counted: 协同创新|试点."""
    after = stretch.next(position)
    closed = after is None or after.text in _AFTER_NAMES or after.text in "的上中里" or after.tag == "v" or after.text in following("predicates")
    return closed and stretch.agreement(position + 1) == "counted"


def _names(stretch: Stretch, position: int, after: Word) -> bool:
    """Whether the verb names a noun rather than governs it: 教师|培养|培训|基地."""
    verb = stretch.words[position].text
    return verb in _NAMING and (after.text.endswith(_NAMED) or (verb == "转移" and stretch.counted_after(position)))

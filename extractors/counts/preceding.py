"""The noun phrase before a number: `建设|高标准农田|910万亩`, `全省|地区生产总值|年均增长5%`, after the verb that governs it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.counts.nounphrases import SEPARATORS, is_metric, joined, listed
from extractors.counts.phrases import Word

#: What makes a measure of the verb before it: 建成|面积, 招聘|人数.
_MEASURES = ("率", "比例", "比重", "额", "量", "数", "面积", "人次", "里程", "装机", "费用", "经费", "投入", "能力", "水平", "强度", "密度")
_NEVER_MEASURED = frozenset(["实现", "完成", "取得", "获得", "达成", "新增"])
_COUNTING = "0123456789一二三四五六七八九十两"
_YEARS = frozenset(["年", "年来", "年间", "个月"])
_LATELY = frozenset(["近", "前", "过去", "未来", "这", "连续"])
#: Ends of measures that a whole sentence may describe: 装配式建筑占新建建筑的比例.
_SHARED = ("率", "比例", "比重", "占比", "占", "数量", "总量", "人数")
#: Ends of those who act: 省政府, 各部门, 全省.
_ACTORS = ("政府", "部门", "委", "局", "厅", "集团", "公司", "全省", "全市", "全县", "全区", "全国", "各地", "各市", "各县")
_TOGETHER = ("相比", "同比", "比较")
_MODALS = frozenset(["要", "应", "应当", "须", "必须", "可"])
#: As many words as may say who does something.
_DOERS = 4
#: What a rate of so many people or shares is said for: 每股, 每千人口拥有, 单笔.
_RATED = re.compile("(?:每(?:股|[百千万十\\d]{1,3}(?:常住|老年|户籍)?(?:人口|人|户|名|亩))(?:拥有)?|单[户笔项个])$")
#: Parts of speech (jieba) that never begin the phrase: adverb, pronoun, preposition, conjunction, time, numeral.
_LIGHT = frozenset(["d", "r", "p", "c", "t", "m"])
_UP_TO = "(?: ?[-—–~～至到] ?"
_TIME = re.compile(
    rf"(?:(?:[到至自从在]|截至)?\d{{4}}{_UP_TO}\d{{4}})?年?(?:\d{{1,2}}{_UP_TO}\d{{1,2}})?月)?(?:上半年|下半年)?"
    rf"|[近前]\d+年(?:来|间)?|\d{{1,2}}{_UP_TO}\d{{1,2}})?月|“?[一二三四五六七八九十]+五”?)"
    "(?:期间|时期|末期?|规划|[底末初前起内份度]|以来)*的?"
)
_COMPARED_WITHIN = 12
#: A verb after one that governs, with 的 so near, describes the object: 收回|拖欠企业的款项.
_NEAR = 4


def trailing(found: Sequence[Word], *, limited: bool = False) -> tuple[list[Word], bool]:
    """The words before a number that may name what is counted, and whether a verb of attainment or change leads from them to it.

    `limited`: a bound word (超过) stands at the number. `全省地区生产总值年均增长`: 全省地区生产总值, True; `建设高标准农田`: 高标准农田, False.
    """
    kept = list(found)
    attained, removed = limited, ""
    while kept and (kept[-1].text in listed("attainment") or kept[-1].text in "：:、，, 的"):
        attained = attained or kept[-1].text in listed("reaching")
        removed += kept.pop().text
    if len(kept) > 1 and _governs(kept[-1]):
        attained = False
        while len(kept) > 1 and _governs(kept[-1]):
            kept.pop()
    kept = _without_years(_without_basis(_after_object_mark(_after_last_stop(kept))))
    kept, compared = _without_comparison(kept, removed)
    while kept and (kept[-1].text in listed("attainment") or kept[-1].text in "：:、，, 的中" or kept[-1].tag == "t"):
        kept.pop()
    attained = attained or compared
    before = -1
    while before != len(kept):
        before = len(kept)
        kept = _after_agent(_without_openers(_without_time(kept), attained=attained))
    verbal = all(word.tag.startswith("v") and (word.text in listed("governing") or word.text in listed("strong")) for word in kept)
    if verbal and not joined(kept).endswith(_MEASURES):
        kept = []
    return kept, attained


def rated(text: str, start: int) -> int:
    """Where the phrase at `start` begins when what it is a rate of stands before it: `每千人口拥有|执业医师`, `每股|收益`."""
    found = _RATED.search(text, max(0, start - 10), start)
    return found.start() if found else start


def _governs(word: Word) -> bool:
    return word.tag == "v" and word.text in listed("strong")


def _after_last_stop(kept: list[Word]) -> list[Word]:
    for position in range(len(kept) - 1, -1, -1):
        if kept[position].text in "，。；：！？\n\t;":
            return kept[position + 1 :]
    return kept


def _after_object_mark(kept: list[Word]) -> list[Word]:
    """`规划将目标产值` (由A提高到B) without what stands before the 将 or 把 that marks the thing changed."""
    for position in range(len(kept) - 2, -1, -1):
        if kept[position].text in ("将", "把") and kept[position + 1].tag.startswith("n"):
            return kept[position + 1 :]
    return kept


def _after_agent(kept: list[Word]) -> list[Word]:
    """The object without who acts and the verb: `移民区|修建|小桥`, `省政府|安排的|专项资金`; not `拖欠企业的款项`, `企业研发机构`."""
    if len(kept) < 3 or joined(kept).endswith(_SHARED):
        return kept
    if (after := _after_modal(kept)) or (after := _after_doer(kept)):
        return after
    for position in range(len(kept) - 2, 0, -1):
        if kept[position].text == "的" and _acts(kept[:position]):
            return kept[position + 1 :]
    for position in range(len(kept) - 1, 0, -1):
        word, rest, previous = kept[position], kept[position + 1 :], kept[position - 1]
        if previous.text in listed("summing"):
            return rest if word.tag.startswith("v") and _is_object(rest) else kept[position:]
        if word.tag == "v" and word.text in listed("acting") and word.text not in listed("attributive") and _is_object(rest):
            return rest
    return kept


def _after_modal(kept: list[Word]) -> list[Word]:
    """What comes after a verb of duty and the verb it goes with: `担保机构|要重点支持|单户担保金额`, `各地可对|担保费率`."""
    for position in range(len(kept) - 2, 0, -1):
        if kept[position].text not in _MODALS:
            continue
        at = position + 1
        while at < len(kept) - 1 and (kept[at].tag[:1] == "d" or kept[at].text in listed("adverbs")):
            at += 1
        verb, rest = kept[at], kept[at + 1 :]
        governs = verb.text in listed("governing") or verb.text in listed("acting")
        if rest and governs and verb.text not in listed("owed") and rest[0].text not in SEPARATORS | {"的"} and not _names_measure(rest, verb):
            return rest
    return []


def _after_doer(kept: list[Word]) -> list[Word]:
    """What comes after a place or people and what they do: `全省|排放|二氧化碳`, not `全省排放总量`, `全省生产企业`."""
    for position in range(1, min(len(kept) - 1, _DOERS + 1)):
        doer, verb, rest = kept[position - 1], kept[position], kept[position + 1 :]
        if not (doer.tag in ("ns", "nr") or doer.text.endswith(_ACTORS) or doer.text in listed("doers")):
            if position == 1:
                continue
            return []
        if verb.text not in listed("doing") or rest[0].text in SEPARATORS | {"的"} or is_metric(joined(rest)):
            continue
        if len(joined(rest)) > 1 and rest[-1].text not in listed("named") and not (len(rest) == 1 and rest[0].text in listed("generic")):
            return rest
    return []


def _is_object(rest: Sequence[Word]) -> bool:
    """Whether a verb before `rest` takes it as its object rather than naming it: `小桥`, not `数量`, `项目`, `作用大`."""
    name = joined(rest)
    if len(name) < 2 or len(rest[0].text) == 1 or rest[0].text in SEPARATORS or rest[0].text == "作用":
        return False
    return not name.endswith(_MEASURES) and rest[-1].text not in listed("generic") and name not in ("幅度", "水平", "程度", "规模")


def _acts(before: Sequence[Word]) -> bool:
    """Whether somebody acts in the relative clause `before`: `省政府安排`, `全省参加培训`."""
    if not before[0].text.endswith(_ACTORS) and before[0].tag != "ns":
        return False
    return any(word.tag == "v" and word.text not in listed("attributive") for word in before[1:])


def _without_basis(kept: list[Word]) -> list[Word]:
    """`排放量在2020年的基础上` without the basis it is measured from."""
    if not any(word.text in ("基础", "基础上") for word in kept[-2:]):
        return kept
    for position in range(len(kept) - 1, -1, -1):
        if kept[position].text == "在":
            return kept[:position]
    return kept


def _without_years(kept: list[Word]) -> list[Word]:
    """`比例近3年` without 近3年, `费用年` (年增长) without 年."""
    if len(kept) < 2 or kept[-1].text not in _YEARS:
        return kept
    if kept[-2].text[0] not in _COUNTING:
        return kept[:-1] if kept[-1].text == "年" else kept
    kept = kept[:-2]
    while kept and kept[-1].text in _LATELY:
        kept = kept[:-1]
    return kept


def _without_comparison(kept: list[Word], removed: str) -> tuple[list[Word], bool]:
    """`营业收入较上年同期` is 营业收入, `消费总量比美国` 消费总量; a comparison with nothing before it leaves nothing.

    `removed` is what has been stripped from the end: 与 and 同 compare only with 同比 or 相比.
    """
    for position in range(len(kept) - 1, max(-1, len(kept) - _COMPARED_WITHIN), -1):
        word = kept[position]
        if word.text in ("、", "和"):
            break
        if word.text not in listed("compared"):
            continue
        said = removed + joined(kept[position:])
        if word.text not in ("与", "同") or any(sign in said for sign in _TOGETHER):
            return kept[:position], True
    return kept, False


def _without_time(kept: list[Word]) -> list[Word]:
    """`2025年全省畜牧业产值` without 2025年."""
    found = _TIME.match(joined(kept))
    length = found.end() if found else 0
    position = 0
    while position < len(kept) and length > 0:
        length -= len(kept[position].text)
        position += 1
    return kept[position:]


def _without_openers(kept: list[Word], *, attained: bool) -> list[Word]:
    """The phrase without the verbs, times and places before it; a strong verb in its midst governs only what follows."""
    cut, opening = 0, True
    for position, word in enumerate(kept):
        rest = kept[position + 1 :]
        governing = word.text in listed("governing") or word.text in listed("acting")
        before_noun = word.tag == "v" and not governing and bool(rest) and rest[0].tag.startswith("n")
        described = before_noun and any(following.text == "的" for following in rest[1:_NEAR])
        if opening and not described and _opens(word, rest) and (rest or not word.tag.startswith("v")):
            if _is_dropped(word, rest):
                cut = position + 1
            continue
        opening = False
        if word.text not in listed("strong") or not rest or _names_measure(rest) or rest[0].text in ("的", "率", "额", "量", "、", "和"):
            continue
        adverb_before = position > 0 and kept[position - 1].tag in ("d", "m")
        if adverb_before or not (attained and is_metric(joined(rest))):
            cut, opening = position + 1, True
    return kept[cut:]


def _opens(word: Word, rest: Sequence[Word]) -> bool:
    """Whether `word` may stand before the phrase: a verb that governs it, an adverb of such a verb, a place or time."""
    if word.text in listed("naming") and len(rest) == 1 and rest[0].text in listed("named"):
        return False
    if word.text in listed("openers") or word.text in listed("governing") or word.tag in _LIGHT or word.text in SEPARATORS:
        return True
    if word.tag == "v" and word.text not in listed("attributive"):
        return len(joined(rest)) >= (2 if word.text in listed("acting") else 4) and rest[0].text not in SEPARATORS
    return word.text in listed("adverbs") and bool(rest) and (rest[0].text in listed("governing") or rest[0].text in listed("strong"))


def _is_dropped(word: Word, rest: Sequence[Word]) -> bool:
    """Whether an opening word goes; a verb that is part of a measure's name stays (`建成` 面积)."""
    return word.text not in listed("governing") or word.text in _NEVER_MEASURED or not _names_measure(rest, word)


def _names_measure(rest: Sequence[Word], verb: Word | None = None) -> bool:
    """Whether what follows a verb only makes a measure of it: 建成|面积, 排放|总量, 就业|."""
    if len(rest) > 1 and rest[0].text in _MEASURES and rest[1].text in ("占", "占比", "比例", "比重"):
        return True
    name = joined(rest)
    total = name.startswith("总") and not (verb and verb.text in listed("attributive"))
    return (len(name) <= 3 and name.endswith(_MEASURES) and not total) or name == "就业"

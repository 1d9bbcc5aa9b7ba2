"""What a clause's words begin with that is no part of the phrase they end with: times, what a thing is one of, what is listed before it."""

from __future__ import annotations

import re

from extractors.counts.noun_phrases.edges import SEPARATORS, is_metric, joined, read_before
from extractors.counts.noun_phrases.phrases import Word

_UP_TO = "(?: ?[-—–~～至到] ?"
_TIME = re.compile(
    rf"(?:(?:[到至自从在]|截至)?\d{{4}}{_UP_TO}\d{{4}})?年?(?:\d{{1,2}}{_UP_TO}\d{{1,2}})?月)?(?:上半年|下半年)?"
    rf"|连续[两二三四五六\d]+年|[近前头]\d+(?:年(?:来|间)?|个月)|最?近[一二两三五\d]年度?(?:来|间|之|的)?|\d{{1,3}}(?:小时|分钟)(?:之?内|以内)?|\d{{1,2}}{_UP_TO}\d{{1,2}})?月|“?[一二三四五六七八九十]+五”?)"
    "(?:期间|时期|末期?|规划|[底末初前起内份度]|以来)*的?|[一二三四五六七八九十○〇零]{2,4}年度?[起底前末]?"
)
#: What opens a quality that a list of requirements begins with: 符合重点领域、|收入.
_QUALIFYING = frozenset(["符合", "具有", "具备", "属于", "拥有"])
#: After 及, these belong to what stands before it: 本科及|以上学历人员.
_REACH = frozenset(["以上", "以下", "以内", "其他"])
#: Verbs of building up, beside those of making.
_BUILDING_UP = frozenset(["壮大", "做大", "做强", "做优", "培育", "培植", "扶持", "支持", "引进"])


def from_each(kept: list[Word]) -> list[Word]:
    """The phrase from 每 on, which says of whom a sum or figure is (`新认定产品的|每件奖励`); the verb alone after 各 (`向两侧各|延伸`)."""
    if len(kept) > 1 and kept[-2].text == "各" and kept[-1].tag.startswith("v"):
        return kept[-1:]
    for position in range(len(kept) - 1, 0, -1):
        if kept[position].text[0] == "每" and kept[position - 1].text == "的":
            return kept[position:]
    return kept


def from_some(kept: list[Word]) -> list[Word]:
    """The phrase after a verb and 一批, 上述 or 各类: `取消一批|审批事项`, `种植各种|果树`; not `农村各类合作社`."""
    for position in range(len(kept) - 2, 0, -1):
        previous = kept[position - 1]
        governed = previous.tag.startswith("v") or previous.text in read_before("making")
        governed = governed or (previous.text == "的" and is_metric(kept[-1].text))  # 带动力强的|一批|销售收入
        if governed and kept[position].text in read_before("some"):
            return kept[position + 1 :]
    return kept


def after_verbs(kept: list[Word]) -> list[Word]:
    """A threshold's measure without the verbs that govern the noun after the threshold: `发展壮大|主营业务收入` (超百亿元企业)."""
    for position in range(len(kept) - 2, -1, -1):
        verb = kept[position].text
        if verb in _BUILDING_UP or (verb in read_before("making") and verb not in read_before("either")):
            return kept[position + 1 :]
    return kept


def last_of_described(kept: list[Word]) -> list[Word]:
    """The measure that ends a list of other things: `设施配套、功能齐全、|产值` (在50亿元以上), `购买改善性住房、|面积`; not `人口、就业规模`."""
    if not kept or not is_metric(kept[-1].text):
        return kept
    for position in range(len(kept) - 2, 0, -1):
        if kept[position].text in SEPARATORS and kept[position + 1].text[:2] not in _REACH:
            if kept[0].text in _QUALIFYING and kept[position].text == "、":
                return kept[position + 1 :]
            alone = position + 2 == len(kept) or kept[position + 1].text[0] == "总"
            if alone and kept[position].text == "、" and not is_metric(joined(kept[:position])):
                return kept[position + 1 :]
            said, before = kept[position - 1], kept[max(0, position - 2)]
            return kept[position + 1 :] if said.tag == "i" or (said.tag == "a" and before.tag.startswith("n")) else kept
    return kept


def without_second_verb(kept: list[Word]) -> list[Word]:
    """The phrase without a second verb and its adverb: `引进|并实际运营|团队`."""
    for position in range(1, len(kept) - 3):
        if kept[position].text == "并" and kept[position + 1].text in read_before("actually") and kept[position + 2].tag.startswith("v"):
            return kept[:position] + kept[position + 3 :]
    return kept


def without_time(kept: list[Word]) -> list[Word]:
    """`2025年全省畜牧业产值` without 2025年."""
    found = _TIME.match(joined(kept))
    length = found.end() if found else 0
    position = 0
    while position < len(kept) and length > 0:
        length -= len(kept[position].text)
        position += 1
    return kept[position:]

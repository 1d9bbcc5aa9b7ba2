"""What a clause says before the noun phrase proper: plans and legal grounds, which are dropped, and subjects that a later clause goes on from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.counts.noun_phrases.edges import SEPARATORS, is_metric, joined, read_before
from extractors.counts.noun_phrases.phrases import Word

#: The law or rule that a rate or sum rests on: 条例第12条第1款规定|税率, not 规定|动作.
_GROUND = re.compile("^.*?[条款项目号》](?:的|之|所)?规定(?:之|的)?(?=[\u4e00-\u9fff]{2})")
#: Words of planning between a project and what it will have: 项目规划设计|床位, 一期工程计划|总投资.
_PLANNED_THING = re.compile(
    "^(?:(?:[该本]|.{0,10}(?:项目|工程|[一二三]期|[园校院新]区|基地|中心|医院))(?:规划|设计|计划|拟|预计)+|规划设计|规划|计划|拟|预计)"
    "(?:建设|新建|建|设置?|配[备置])?(?!人口|用地)(?=[\u4e00-\u9fff]{2,8}$)"
)
_PLANNED_MONEY = re.compile("^(?:[该本]|.{0,10}(?:项目|工程|[一二三]期))?(?:计划|概算|估算|预计|规划|设计)+(?=总?投[资入]$)")
#: Points of an assessment: words of giving and taking them, after the criterion.
_POINTS_GIVEN = re.compile(
    "的?，?(?:每[^，。；]{0,6})?(?:各?(?:扣减?|减|加|得|计|记|给|为|占|最高|酌情|一次性|倒扣|再|可|均|最多|直接|相应|赋|满分|标准分|基本分|权重|：|:)){1,4}$"
)
_LONGEST_CRITERION = 24
#: From one value of the same thing to the next: 由16元|提高到|20元, 由每小时80公里|调整为每小时|60公里.
_STEP = re.compile(
    "，?(?:逐步|进一步|相应|统一|分别|再|大幅度?|快速|迅速|显著|稳步|阶段性|最高|适当|直接)?"
    "(?:提高|增加|上升|提升|增长|扩大|下降|降低|减少|压减|压缩|缩短|缩减|调整|调高|调低|上调|下调|变更|扩容|扩展|发展|[调提降增升减变改])"
    "[到至为成]了?(?:\\d{4}年[底末]?的|目前的|现在的|如今的|今年的)?(?:每[\u4e00-\u9fff]{1,5})?"
    "|，(?:已|现已|实际)?(?:达到|达|升至|增至|降至)(?:每[\u4e00-\u9fff]{1,5})?"
)
#: A paper and whom it speaks of: 《办法》主要面向|城区常住人口.
_OF_PAPER = re.compile("^《[^》]*》(?:主要)?(?:面向|针对|适用于|适用|涉及|覆盖|所称)")
#: A rank that opens a phrase: 全省第4个|吞吐量 (超千万人次的机场).
_RANK = re.compile("^(?:.{1,16}?[是为])?(?:全[国省市球县区州])?第[一二三四五六七八九十0-9]+[个家座条所位](?=..)")
_DIGIT = re.compile("[0-9]")
_YIELD = re.compile("(?<=[\u4e00-\u9fff]{2})(?:累计|共|全年)?完成(?=[^的]{2,10}$)")
#: What those who reach a figure do, between their name and the figure's: 规模以上企业|实现|增加值.
_REACHED = re.compile("(?<=[\u4e00-\u9fff]{2})(?:累计|共|全年)?实现(?=[^的]{2,10}$)")
#: A cell of a table copied as a line, before that of a measure: 由财政分担| 目标人群覆盖率.
_CELL_BEFORE = re.compile("^.*[\u4e00-\u9fff] (?=[\u4e00-\u9fff]{5,}率$)")
#: A measure that somebody has set as a goal: 出口额|目标.
_GOAL = "目标"
_CURRENCY = re.compile("(?<=..)在?(?:人民币|新台币)?（以?下同）$")
#: What announces goals in the clause of the first of them: 主要预期目标是|地区生产总值.
_ANNOUNCED = re.compile(
    "^.{0,16}?(?:预期|主要|奋斗|发展|工作|总体)(?:目标|指标)(?:任务)?(?:建议|确定|安排)?(?:是|为|包括|设定为)(?=[\u4e00-\u9fffA-Za-z]{2})"
)
#: What there is so much of for each so many: 健身场地|平均每万人|0.4个.
_PER_HEAD = re.compile("(?P<what>[^，。；每]{2,16}?)(?:平均|约)?每[百千万]?(?:常住)?(?:人口?|户|名|亩)$")
_LINKING = frozenset(["是", "有", "为", "在"])


def without_grounds(phrase: str) -> str:
    """A phrase without the rule it rests on or the goals it is among: `税率` of `条例第12条第1款规定税率`, `总产值` of `主要目标是总产值`."""
    if "——" in phrase:
        phrase = phrase.rpartition("——")[2] or phrase  # 管理类指标——|直接选举率
    if phrase.startswith("《"):
        phrase = _OF_PAPER.sub("", phrase) or phrase
    if "第" in phrase:
        phrase = _RANK.sub("", phrase)
    if "规定" in phrase:
        phrase = _GROUND.sub("", phrase)
    return _ANNOUNCED.sub("", phrase) if "标" in phrase else phrase


def without_plans(phrase: str, *, counted: bool) -> str:
    """A phrase without the project and its planning: `床位` of `项目规划设计床位` (counted), `总投资` of `一期工程计划总投资` (a measure)."""
    return (_PLANNED_THING if counted else _PLANNED_MONEY).sub("", phrase)


def without_yield(phrase: str) -> str:
    """A figure's name without the verb that leads to it from those whose it is (`工业投资` of `工业累计完成投资`, `工业企业增加值` of
    `工业企业实现增加值`), without its currency and without the word that it is a goal (`出口额目标`)."""
    phrase = _CURRENCY.sub("", phrase)
    if is_metric(bare := phrase.removesuffix(_GOAL)):
        bare = _CELL_BEFORE.sub("", bare)
        return _REACHED.sub("", _YIELD.sub("", bare))
    return phrase


def without_heads(phrase: str) -> str:
    """A phrase without the so many people for each of whom there is so much: `健身场地` of `健身场地平均每万人`."""
    each = _PER_HEAD.match(phrase)
    return each["what"] if each else phrase


def is_step(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` leads from one value of a thing to its next: `提高到` between two sums."""
    return _STEP.fullmatch(text, start, end) is not None


def criterion(clause: str) -> str:
    """What points are given for: `未按时报送材料` of `未按时报送材料的扣`; nothing where the clause is too long to be a criterion."""
    named = clause if clause.endswith("满分") else _POINTS_GIVEN.sub("", clause)
    if _DIGIT.search(named):
        return ""
    named = named.removeprefix("其中").removeprefix("：").strip("的 、，：（")
    return named if 1 < len(named) <= _LONGEST_CRITERION else ""


def subject(words: Sequence[Word]) -> str:
    """The nouns that open a clause which says how they fare: `经营主体活力` of `经营主体活力增强`; nothing where a verb opens it."""
    nouns: list[Word] = []
    for word in words:
        governs = word.text in read_before("making") or word.text in read_before("causing") or word.text in _LINKING
        nominal = word.tag[:1] in ("n", "b", "j") or word.tag in ("vn", "an", "") or word.text in SEPARATORS
        if not nominal or (governs and not nouns):
            break
        nouns.append(word)
    rest = words[len(nouns) :]
    while len(nouns) > 1 and is_metric(nouns[-1].text):
        nouns.pop()  # 经营主体|增量|提质
    return joined(nouns) if nouns and rest and rest[0].tag[:1] in ("v", "a", "i", "d", "l") and not is_metric(joined(nouns)) else ""

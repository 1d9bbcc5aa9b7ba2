"""The noun phrase before a number: `建设|高标准农田|910万亩`, `全省地区生产总值|年均增长5%`, without the verb that governs it.

What leads from the phrase to the number goes first (`between`). Of the rest of the clause, times, places and adverbs that open it go, and
every verb that governs what follows it with all that stands before: the object of the last such verb is what is counted. A verb is part of
the phrase and governs nothing when it describes (`拖欠企业的|款项`), names a figure (`建成|面积`) or stands before a noun without an object
of its own (`研发|机构`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.counts.noun_phrases.between import Between, grouped
from extractors.counts.noun_phrases.edges import OPENING, SEPARATORS, endings, is_metric, joined, listed, read_before
from extractors.counts.noun_phrases.fronts import from_each, from_some, last_of_described, without_second_verb, without_time
from extractors.counts.noun_phrases.nouns import classes_of
from extractors.counts.noun_phrases.phrases import Word

#: What a rate of so many people or shares is said for: 每股, 每千人口拥有, 单笔.
_RATED = re.compile("(?:每(?:股|[百千万十\\d]{1,3}(?:常住|老年|户籍)?(?:人口|人|户|名|亩))(?:拥有)?|单[户笔项个])$")
#: Parts of speech (jieba) that never begin the phrase: adverb, pronoun, preposition, conjunction, time, numeral.
_LIGHT = frozenset(["d", "r", "p", "c", "t", "m"])
_SO_MANY = re.compile("每[百千万十\\d]")
#: A verb after one that governs, with 的 so near, describes the object: 收回|拖欠企业的款项.
_NEAR = 4
#: As many words as may say who does something.
_DOERS = 4
#: As many words as name those for whom something is done, and their classes: 服务|企业.
_SERVED, _SERVED_CLASSES = 2, frozenset(["organisation", "person", "household", "group"])
#: After a number that is a label or a time: 299.|建设, 17 |景区, 3|年内.
_AFTER_LABEL = frozenset([".", "．", "年", "月", "日", "个月", "年内", "年来"])
#: As many words as 和, a second verb and the measure named after both.
_NAMED_BY_VERBS = 3
#: What is done to what is built: after another verb it governs (维修|改造|桥梁).
_BUILT = frozenset(["改造", "改建", "扩建", "修复", "维修"])
#: The year of a figure, which is told without the clause that says whose it is (执行会计制度的|年营业收入).
_YEARLY = frozenset(["年", "年度", "上年度", "上一年度"])
#: Before what is given once more: 挂牌的|再|奖补.
_AGAIN = frozenset(["再", "另", "另行", "额外", "可"])
#: A verb that no list has governs only an object longer than this.
_LEAST_OBJECT = 3
#: Prepositions of place, after which a verb in the midst of the clause governs: 沿江两岸|建设|防洪堤.
_WHERE = frozenset(["在", "沿", "沿着", "于"])
#: After a verb these bound how long or how much and are no object: 使用|超过12年的车辆.
_BOUNDS = frozenset(["超过", "不足", "高于", "低于", "多于", "少于"])
#: What ends a place or an occasion that 在 opens: 在|招标过程中|受贿.
_WITHIN = frozenset(["中", "内", "里", "过程中"])
#: Prepositions of those to whom or for whom something is done: 公司|向|全市|供应|天然气.
_TOWARDS = frozenset(["向", "给", "为"])
#: After 每, these make an adverb of time (每年) and no part of a measure's name (每人|补助额度).
_PERIODS = frozenset("年月日天周季")
#: A share's name of so few characters needs the verb before it: 压缩|比例.
_LEAST_SHARE = 2
#: Verbs that lead from those who reach a figure to its name, and places whose figures are nobody else's.
_YIELDING = frozenset(["实现", "完成"])
_REGIONS = ("省", "市", "县", "全区", "我区", "州", "旗", "国", "政府", "部门", "委", "局", "厅", "各地")
#: A plan, of which so much is to be done without a word of what: 年度计划|完成.
_PLANNED = re.compile("(?:年度|全年|当年|本年度?|今年|[一二三]期)?(?:计划|任务|目标)")
#: Adverbs of the sum up to now: 工业|累计|完成|投资.
_SO_FAR = frozenset(["累计", "共", "共计", "合计", "已", "已累计", "全年", "预计"])
#: What something new in them is not named after: 重点领域|新增|装机.
_AREAS = ("领域", "试点", "园区", "地区")
#: Places in general, where a measure may be said of several (甲国、乙国等国家的|机械化率).
_COUNTRIES = frozenset(["国家", "地区", "省份"])
_AGENTS = frozenset(["person", "household", "group", "organisation"])
#: Kinds of places (jieba's place names), whose people are theirs: 城镇|新增|人口.
_SETTLEMENTS = frozenset(["城镇", "农村", "城乡", "乡村"])
#: Ends of nouns that jieba takes for verbs: 退休费, 处级.
_NOMINAL = ("费", "级", "率", "额", "员", "金", "款", "者")
#: Sizes that open a rate's name: 万|车死亡率, 万|元生产总值能耗.
_SCALES = frozenset(["百", "千", "万", "亿"])
#: Ends of the names of works.
_WORKS = ("项目", "工程")
_PARTICLES = frozenset(["了", "过", "着", "出", "起", "好", "成", "到"])
#: Ends that make a verb before them a noun's: 排放|量, 覆盖|率.
_SUFFIXES = ("率", "额", "量", "值", "数", "费", "业", "者", "商", "类", "型", "性", "权", "员", "品", "物", "地", "区", "点", "带", "线", "站")


def trailing(found: Sequence[Word], *, limited: bool = False) -> tuple[list[Word], bool]:
    """The words before a number that may name what is counted, and whether a verb of attainment or change leads from them to it.

    `limited`: a bound word (超过) stands at the number. `全省地区生产总值年均增长`: 全省地区生产总值, True; `建设高标准农田`: 高标准农田, False.
    """
    between = Between(grouped(found), limited=limited)
    kept, attained = between.kept, between.attained
    if kept and kept[-1].text in read_before("bearing"):
        kept = Between(_borne(kept), limited=False).kept
    if len(kept) > 1 and kept[-1].text in _YIELDING:
        if _PLANNED.fullmatch(joined(kept[:-1])):
            return [], True
        if kept[-2].tag.startswith("n") and is_metric(kept[-2].text):  # 税收收入|完成
            kept, attained = kept[:-1], True
    while len(kept) > 1 and _is_predicate(kept):
        between = Between(kept[:-1], limited=False)
        kept, attained = between.kept, False
    if len(kept) > 2 and kept[-2].text == "之" and kept[-1].text in read_before("handling"):
        kept = kept[:-2]  # 补助款之|核拨
    kept = _Clause(_after_object_mark(kept, attained=attained), attained=attained).phrase()
    return kept, attained


def _borne(kept: list[Word]) -> list[Word]:
    """What those named after 由 bear: `所需资金|由市县财政分别承担`; nothing where the clause opens with 由, for what is borne was said
    before it; the clause as it is where it only says who bears."""
    if kept[0].text == "由":
        return []
    return next((kept[:position] for position in range(len(kept) - 2, 0, -1) if kept[position].text == "由"), kept)


def rated(text: str, start: int) -> int:
    """Where the phrase at `start` begins when what it is a rate of stands before it: `每千人口拥有|执业医师`, `每股|收益`."""
    found = _RATED.search(text, max(0, start - 10), start)
    return found.start() if found else start


def _is_predicate(kept: Sequence[Word]) -> bool:
    """Whether the last word is a verb said of what stands before it: `龙头企业|新增`2家, `局面|出现`两次; not `转移就业`."""
    last, before = kept[-1], kept[-2]
    if any(last.text in read_before(name) for name in ("complete", "events", "either", "paying")) or before.text in ("、", "和", "的", "与", "及"):
        return False
    return last.tag.startswith("v") and (last.text in read_before("making") or last.text in read_before("occurring"))


def _after_object_mark(kept: list[Word], *, attained: bool) -> list[Word]:
    """`规划将目标产值` (由A提高到B) without what stands before the 将 or 把 that marks the thing changed; not `规模将在…翻番`."""
    for position in range(len(kept) - 2, -1, -1):
        following = kept[position + 1]
        if kept[position].text in ("将", "把") and (following.tag.startswith("n") or (attained and following.tag[:1] not in ("v", "d", "p"))):
            return kept[position + 1 :]
    return kept


class _Clause:
    """The words of a clause up to the end of the noun phrase sought."""

    def __init__(self, words: Sequence[Word], *, attained: bool) -> None:
        self._words = from_some(last_of_described(without_second_verb(without_time(list(words)))))
        #: What is said to reach a number is named by the state it is in: 竣工|重大项目|超过`90项`.
        self._stated = attained and self._words[-1:] and self._words[-1].text.endswith(_WORKS)
        self._metric = attained and is_metric(joined(self._words))
        #: The clause is the name of a share: whatever it says is what the share is of.
        self._shared = joined(self._words).endswith(endings("shares")) and self._words[-1].text not in read_before("qualities")
        #: Those who take part in something: what they take part in says who they are (参加竞赛的代表队).
        joined_to = any(word.text == "的" for word in self._words[2:-1])
        self._joined = joined_to and (self._words[-1].text in ("人数", "户数") or bool(classes_of(self._words[-1].text) & _AGENTS))
        #: What somebody is charged with (受贿, 贪污), which the clause leads to by 因, 被 or 涉嫌.
        self._charged = bool(self._words) and self._words[-1].text in read_before("charges")

    def phrase(self) -> list[Word]:
        """The phrase's words; none when the clause is nothing but verbs."""
        cut, opening, caused, governed, placed = 0, True, False, False, False
        for position in range(len(self._words) - 1):
            word = self._words[position]
            placed = placed or word.text == "在"
            after_verb = governed and not caused and self._words[position - 1].text not in SEPARATORS
            qualifies = after_verb and word.text in read_before("attributive") and self._names(position)
            if opening and not qualifies and self._opens(position):
                caused = caused or word.text in read_before("causing") or word.text in _WHERE
                governed = governed or word.text in read_before("making")
                cut = position + 1
            elif placed and word.text in _WITHIN and self._words[position + 1].text != "的" and not self._shared:
                cut, opening, placed = position + 1, True, False
            elif not qualifies and self._governs(position, caused=caused):
                cut, opening, governed = position + 1, True, True
            else:
                opening = False
                caused = caused or (position > 0 and word.text in _TOWARDS)
        kept = without_time(self._words[cut:])
        if cut and kept and kept[0].text in _PARTICLES:
            kept = kept[1:]
        kept = from_each(self._without_doing(kept))
        return [] if _only_verbs(kept) or (len(kept) == 1 and _is_light(kept[0])) else kept

    def _names(self, position: int) -> bool:
        """Whether a verb after one that governs is its object's quality: 新建|培训|基地, but not 新建|改造|供水管网."""
        rest = self._words[position + 1 :]
        alone = len(rest) == 1 and self._words[position].text not in _BUILT
        general = alone or rest[0].text in read_before("generic") or rest[0].text in read_before("named")
        return general or self._words[position].text not in read_before("making")

    def _opens(self, position: int) -> bool:
        """Whether the word may be dropped at the beginning: an adverb, a place, a time, a verb that causes or governs."""
        word, rest = self._words[position], self._words[position + 1 :]
        if (self._joined and word.text in read_before("joining")) or (self._stated and word.text in read_before("states")):
            return False
        if word.text in read_before("herding"):
            return rest[0].tag.startswith("n") and len(rest[0].text) > 1
        if word.text in read_before("denials") or word.text in ("每", "各") or word.text in read_before("complete"):
            return False
        if word.text[0] == "每" and self._metric and word.text[1:2] not in _PERIODS:
            return False
        if rest[0].text in read_before("balances") and word.text in read_before("balanced_at"):
            return False
        if self._charged and word.text in read_before("charging"):
            return True
        if word.text in read_before("serving") and not position and len(rest) <= _SERVED and classes_of(rest[-1].text) & _SERVED_CLASSES:
            return True
        if word.text in SEPARATORS or word.text in read_before("openers") or word.text in read_before("prepositions"):
            return True
        if word.text.isdigit():
            return rest[0].start > word.end or rest[0].text in _AFTER_LABEL
        if (word.text in read_before("duties") and self._is_duty(position)) or word.text in read_before("saying"):
            return True
        if self._shared and word.tag == "d":
            return rest[0].text in read_before("raising") or rest[0].text in read_before("causing")
        if word.text in read_before("summing") and rest[0].tag.startswith("v"):
            return True
        if word.text in read_before("adverbs") and len(rest) == 1 and rest[0].text in read_before("events"):
            return False  # 带动|综合|消费
        if word.text in read_before("adverbs") and not (word.text in read_before("governing") and rest[0].tag[:1] in ("n", "b")):
            return rest[0].tag.startswith("v") or rest[0].text in read_before("governing")
        if word.text in read_before("governing") or word.text in read_before("causing") or word.text in read_before("making"):
            return self._takes(position)
        scaled = word.text.removesuffix("元") in _SCALES and not (position and self._words[position - 1].text.isdigit())
        if scaled or (word.text[0] == "第" and rest[0].tag.startswith("n")):
            return False
        if word.tag in _LIGHT:
            if word.text in read_before("grades") and (rest[0].tag.startswith("n") or self._lists_grades(position)):
                return False
            return not (word.text in read_before("kinds_by_time") and rest[0].tag.startswith("n") and not rest[0].text.endswith(_REGIONS))
        verb = word.tag == "v" and len(word.text) > 1 and word.text not in read_before("attributive")
        if position and rest[-1].text in read_before("doings"):
            return False  # 开展|产销|对接活动
        return verb and not self._metric and self._takes(position) and len(joined(rest)) > _LEAST_OBJECT

    def _lists_grades(self, position: int) -> bool:
        """Whether another grade is joined to that at `position`: `四类、|五类|桥隧`."""
        return self._words[position + 1].text in SEPARATORS and joined(self._words[position + 2 : position + 3]) in read_before("grades")

    def _governs(self, position: int, *, caused: bool) -> bool:
        """Whether the word in the midst of a clause is a verb whose object ends the clause."""
        if self._shared or not position:
            return False
        word, previous = self._words[position], self._words[position - 1]
        if self._charged and word.text in read_before("charging"):
            return True
        if word.text in read_before("duties"):
            return self._is_duty(position)
        following = self._words[position + 1]
        if previous.text == "全体":
            return False  # 全体|审议|委员
        if word.text in ("合计", "总计") and is_metric(following.text) and previous.tag[:1] == "n":
            return False  # 四大行业|合计|用电量
        if word.text == "以" and is_metric(joined(self._words[position + 1 :])):
            return True  # 退税金额|以|完税价格
        if word.text in read_before("herding"):
            animals = following.tag.startswith("n") and len(following.text) > 1
            return animals and (not previous.tag.startswith("n") or previous.text.endswith(_REGIONS))
        if word.text == "后" and previous.tag.startswith("v") and position <= _DOERS and self._words[-1].text.endswith(("税", "费")):
            return True  # 减免|后|增值税
        if word.text in read_before("summing"):
            return not self._metric and min(len(previous.text), len(following.text)) > 1
        if any(word.text in read_before(name) for name in ("effecting", "saying", "existing")):
            return following.text != "的"
        if (
            word.text in ("按", "按照")
            or (word.text == "其" and previous.tag == "p")
            or (word.text == "为" and previous.text in read_before("making"))
        ):
            return True
        if word.text == "对":
            return previous.text.endswith(endings("actors")) and self._words[-1].text not in read_before("relational")
        making = word.text in read_before("making")
        if (not making and not word.tag.startswith("v")) or word.text in read_before("complete"):
            return False
        if word.text in read_before("linking") or not self._takes(position):
            return False
        if self._metric and word.text in read_before("using") and previous.text in read_before("duties"):
            return True  # 船舶应|使用|硫含量
        if self._metric:
            spent = word.text not in read_before("either") or previous.text.endswith(endings("actors"))
            soft = self._words[-1].text.endswith(endings("sums")) and making and spent
            yields = word.text in _YIELDING
            return (soft and not (yields and self._is_statistic(position))) or (yields and not self._is_statistic(position))
        if self._is_statistic(position) or (word.text in ("拥有", "有") and _SO_MANY.match(joined(self._words[:position]))):
            return False
        if word.text in read_before("paying") and previous.text in read_before("owing"):
            return False
        if making and word.text not in read_before("either"):
            return True
        if previous.text in read_before("verbal_adverbs") or (making and previous.text in read_before("adverbs")):
            return making or len(word.text) > 1
        if not making and word.text not in read_before("doing"):
            return False
        if caused or (previous.tag in ("s", "f") and len(previous.text) > 1):
            return not is_metric(joined(self._words[position + 1 :]))
        last = self._words[-1].text
        if position + 2 == len(self._words) and (last in read_before("generic") or last in read_before("named")):
            return False
        return position <= _DOERS and previous.text.endswith(endings("actors"))

    def _is_statistic(self, position: int) -> bool:
        """Whether the verb only leads to a figure of those it is said of: `服务业|实现|税收`, `铁路|新增|里程`; not `全省|完成|投资`."""
        word, last = self._words[position], self._words[-1].text
        previous = next((word for word in reversed(self._words[:position]) if word.text not in _SO_FAR), self._words[0])
        if previous.text.endswith(_REGIONS) or not previous.tag.startswith("n") or (previous.tag == "ns" and previous.text not in _SETTLEMENTS):
            return False
        return (word.text in _YIELDING and is_metric(last)) or (
            word.text == "新增"
            and not previous.text.endswith(_AREAS)
            and (last in read_before("newcomers") or (is_metric(last) and last not in read_before("sums")))
        )

    def _is_duty(self, position: int) -> bool:
        """Whether a verb of duty tells what somebody has to do: `各地|可对`单户担保金额, `担保机构|要重点支持`小微企业."""
        following, previous = self._words[position + 1], self._words[max(0, position - 1)]
        if following.text in read_before("paying") and self._words[position].text in read_before("owing"):
            return False
        if self._words[position].text in ("可", "得", "将") and not previous.text.endswith(endings("actors")):
            return following.tag == "p" or following.text in read_before("prepositions") or following.text in read_before("making")
        return following.tag[:1] in ("v", "d", "p") or following.text in read_before("governing") or following.text in read_before("adverbs")

    def _takes(self, position: int) -> bool:
        """Whether what follows the verb can be its object: not `的…`, `、…`, the end of a figure's name or a noun too general."""
        word, rest = self._words[position], self._words[position + 1 :]
        first, name = rest[0].text, joined(rest)
        if first in SEPARATORS:
            named = position > 0 and len(rest) == _NAMED_BY_VERBS and is_metric(rest[-1].text)  # 设施|新建|和|改造|规模
            return not self._shared and not named and len(rest) > 2 and _is_verb(rest[1])
        if first == "的" or first in _BOUNDS or len(name) < 2 or first in _SUFFIXES or first[0] in OPENING:
            return False
        if (word.text == "有" or word.text in read_before("touching")) and any(other.text == "的" for other in rest[1:_NEAR]):
            return False
        if self._shared:
            return len(name) > _LEAST_SHARE and (word.text in read_before("causing") or word.text in read_before("raising"))
        if len(rest) == 1 and first in read_before("figures") and word.text not in ("新增", "实现", "完成", "达到"):
            return False
        if len(rest) == 1 and word.text in read_before("events") and first in read_before("events"):
            return False
        if rest[-1].text in read_before("papers"):
            return word.text in read_before("issuing")
        if len(rest) == 1 and first in read_before("doings"):
            return word.text in read_before("holding")
        if word.text == "新增" and (first in read_before("complete") or first in read_before("events")):
            return False
        described = word.tag.startswith("v") and word.text not in read_before("making") and any(other.text == "的" for other in rest[1:_NEAR])
        if described and word.text not in read_before("governing"):
            return False
        if word.text in read_before("naming") and len(rest) == 1 and first in read_before("named"):
            return False
        if len(rest) > 1 or word.text in read_before("bare"):
            return True
        naming = word.text in read_before("attributive") or (word.text in listed("money") and word.text in read_before("either"))
        return not (naming and (is_metric(name) or first in read_before("generic")))

    def _without_doing(self, kept: list[Word]) -> list[Word]:
        """The head of a relative clause that says who does something to it: `省政府安排的|专项资金`; not `拖欠企业的款项`."""
        for position in range(len(kept) - 2, 0, -1):
            if kept[position].text == "之" and kept[0].tag == "v" and kept[position + 1].tag.startswith("n"):
                return kept[position + 1 :]
            if kept[position].text != "的":
                continue
            verb = kept[position - 1].text
            if kept[position + 1].text in _YEARLY and is_metric(kept[-1].text) and kept[0].text[0] not in "每单各":
                return kept[position + 1 :]
            if kept[position + 1].text in _AGAIN and position + 2 < len(kept) and joined(kept[position + 2 :]) in listed("money"):
                return kept[position + 2 :]
            if (
                (position > 1 and verb in read_before("dealing") and (is_metric(kept[-1].text) or kept[-1].text in listed("money")))
                or verb in _COUNTRIES
                or verb in read_before("existing")
                or (not self._shared and (_acts(kept[:position]) or _locates(kept[:position])))
            ):
                return kept[position + 1 :]
        return kept


def _is_verb(word: Word) -> bool:
    governs = word.text in read_before("making") or word.text in read_before("governing")
    return governs or (word.tag == "v" and word.text not in read_before("attributive"))


def _acts(before: Sequence[Word]) -> bool:
    """Whether somebody acts in the relative clause `before`: `省政府安排`, `全省参加培训`."""
    if not before[0].text.endswith(endings("bodies")) and before[0].tag != "ns":
        return False
    return any(word.tag == "v" and word.text not in read_before("attributive") for word in before[1:])


def _locates(before: Sequence[Word]) -> bool:
    """Whether `before` ends with a place in which something is measured: `机构在企业首轮融资中`."""
    return before[-1].text in ("中", "内", "里", "上") and any(word.text == "在" for word in before)


def _is_light(word: Word) -> bool:
    """Whether the word alone names nothing: an adverb, a preposition, a time."""
    return word.tag in _LIGHT or word.text in read_before("openers") or word.text in read_before("times")


def _only_verbs(kept: Sequence[Word]) -> bool:
    """Whether nothing but verbs is left, none of which has its object in itself: `排查整改`, not `宣传活动`."""
    if kept and kept[-1].text in read_before("doings"):
        return False
    for word in kept:
        tagged = word.tag.startswith("v") and not word.text.endswith(_NOMINAL)
        verb = tagged or word.text in read_before("making") or word.text in SEPARATORS
        if not verb or word.text in read_before("complete") or word.text in read_before("events") or is_metric(word.text):
            return False
    return True

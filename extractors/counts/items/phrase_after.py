"""The phrase after a number, over brackets, thresholds and the numbers of its list: `5个|百亿级产业链`, `6个世界级、7个国家级|产业集群`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.counts.items.neighbours import COMING_TO, LISTED, Neighbours
from extractors.counts.noun_phrases.edges import joined, listed, read_before, tidy
from extractors.counts.noun_phrases.following import leading
from extractors.counts.noun_phrases.heads import counted_end
from extractors.counts.noun_phrases.nouns import LEVEL, agreement, classes_of, counts_goods
from extractors.counts.noun_phrases.phrases import Word, Words
from extractors.counts.noun_phrases.stretch import Stretch, following, unjoined
from extractors.counts.quantities.finding import Quantity
from extractors.words import tag

#: As far as a phrase is looked for after a number; keeps a clause without end cheap.
_AFTER = 80
#: As far after a phrase as the 等 may stand that makes it the first of a list.
_LIST_TAIL = 40
#: As far as the verb and its object go that a number of people stands before.
_DEED = 16
#: Where so many people or times are only a limit: 以|二名|为限, 按|一次|计算.
_BY, _RECKONED = frozenset("以按每"), frozenset(["为", "为限", "计", "计算", "以"])
_LONGEST_VERB, _LONGEST_SLOGAN = 4, 6
#: What is said of a number and names nothing.
_EXTENT = frozenset(["为主", "为辅", "为限", "为准", "为止", "为宜", "为上限", "为下限"])
#: What something else is made of or centred on: 以万吨级|加工母船|为主体的船队.
_MAINSTAY = re.compile("(?<=..)为(?:主体?|核心|重点|龙头|骨干|支撑|引领|基础|载体)(?:的.*)?$")
#: Words that begin with 等 and do not end a list.
_NO_REST = ("等级", "等次", "等离子", "等温", "等额")
#: Units of sizes, which are of one thing: 12英寸|产线.
_SIZES = frozenset(["英寸", "寸", "千伏", "伏", "升", "毫米", "厘米", "MPa", "兆瓦", "马力", "GHz", "MHz"])
#: What a figure takes or crosses.
_STEPS = frozenset(["台阶", "大关", "关口", "门槛", "新台阶"])
_IN_PLACES = re.compile("在(?:[^，。；：\n]*等)?$")
_LISTING, _ALL_JOINTS = frozenset(["、", "以及"]), frozenset(["、", "和", "与", "及", "以及"])
_PAIRING = frozenset("和及与")
#: As far before a number as its joint may stand, for blanks between them.
_NEAR_JOINT = 8
#: Parts of speech (jieba) of words for how somebody is.
QUALITIES = frozenset(["a", "ad", "an", "d", "z"])
#: Measure words of deeds, and parts of speech (jieba) of words that name them.
_SLOGANS, _DEEDS = frozenset(["个", "大", "项"]), frozenset("vad")
_BREAK = re.compile(r"[，。；：！？\n\t、]")
#: A quality of grade whose noun is said once for a list: 6个世界级、7个国家级|产业集群.
_GRADED = re.compile("(?:[^级]{1,4}级|[重轻大中小微巨][型类])(.+)")
_GRADE = re.compile("(?:.+级|[重轻大中小微巨][型类])")
#: 具有影响力 and the like, which end in 的 only after the last of a list, and such a quality with what sets it off.
_WITH = re.compile("具有|具备|拥有|掌握|符合|位居")
_HAVING = re.compile("具有|具备|拥有|达到|符合|位居|进入|年?营业收入|年?产值|主营业务收入|年?销售收入|掌握|特色|辐射|带动")
_QUALITY = re.compile("[^，。；：、的\n]{3,24}[，、和]")
#: Verbs of extent, whose object ends before 的: 覆盖|12个行业|的公共平台.
_COVERING = re.compile(
    "(?:覆盖|涵盖|横跨|跨越?|连接|贯穿|串联|辐射|惠及|服务|包含|囊括|容纳|涉及|联结|汇集|集聚|整合|提供|覆盖全[省市县区]|[由含有])$"
)
#: What follows when only the circumstance is named: 下调至0.4%|的基础上.
_CIRCUMSTANCE = re.compile("(?:^|的)(?:基础上|前提下|情况下|条件下|背景[上下]|范围内|同时|时候|基础$|前提$|(?<=的)(?:目标任务|目标|任务)$).*")
#: Several slogans in quotation marks, which say of what kind the thing is: 三级|“马上办、网上办”|事项清单.
_SLOGANS_OF = re.compile("^“[^“”]*、[^“”]*”(?=[\u4e00-\u9fff]{2})")
#: Units of people, classes of what has so many, and as many words as such a place's name may have.
_PEOPLED, _PEOPLED_CLASSES, _LONGEST_PLACE_NAME = frozenset(["户", "人", "名", "口"]), frozenset(["place", "organisation", "person", "household"]), 4
#: When the next are to be done.
_BY_YEAR = re.compile("^(?:到)?(?:19|20)[0-9]{2}年(?:底|末)?(?:之?前)?")
#: All of something, and that it is done: 100%|完成.
_ALL, _COMPLETED = 100, re.compile("(?:完成|实现|落实|达到)(?!了|率)")
#: A list that its last word sums up: 观光、休闲等旅游产品.
_SUMMED_UP = re.compile("[^，。；\\n]{0,60}等")
#: A scale and those beyond it, after its number: 日产5000吨|规模及以上的|生产线.
_SCALE = "规模"
_OF_SCALE = re.compile("^规模及以[上下]的?")
_THRESHOLD = re.compile(r"^[^的]*?(?:\d|[十百千万亿])[^的]*?(?:的|级|以上|以下)")


def head_after_threshold(phrase: str) -> str:
    """The head of a phrase that a threshold opens: 龙头企业 of 超50亿元的龙头企业."""
    return _THRESHOLD.sub("", phrase)


def _closing(text: str, quantity: Quantity) -> frozenset[str]:
    """The words at which the phrase ends after a size, which is of the first of a list (`20万吨级|航道|、码头`, `千亿元|产业|和园区`), and after a
    number in the midst of one that nothing sums up: 老区、`52个|贫困县|、安置区`."""
    before = text[quantity.start - 1 : quantity.start]
    if quantity.counted and before == "、" and not _SUMMED_UP.match(text, quantity.end):
        return _LISTING
    if quantity.unit_name == "元":
        return _ALL_JOINTS if quantity.number.kind == "bare" and not quantity.bounded and not quantity.levelled else frozenset()
    if quantity.unit_name in _SIZES and not quantity.bounded:
        return _LISTING
    return _LISTING if quantity.levelled and quantity.unit is not None and quantity.unit.kind == "measure" else frozenset()


class PhrasesAfter:
    """The phrases after the quantities of one document."""

    def __init__(self, words: Words, neighbours: Neighbours) -> None:
        self._words, self._text = words, words.text
        self._neighbours, self._quantities = neighbours, neighbours.quantities

    def phrase(self, index: int, depth: int = 0) -> str:
        """The phrase after the number, over a bracket, 的 and the thresholds that belong to it (5个|百亿级产业链)."""
        quantity, text = self._quantities[index], self._text
        at = self._past_bracket(quantity.end)
        at += text[at : at + 1] == "的"
        if text[at : at + 1] in ("、", "和", "与", "及", "或") and self._neighbours.alone(index + 1) and self._lists_alike(index):
            shared_noun = self.phrase(index + 1, depth + 1) if depth < LISTED else ""
            sized = quantity.levelled or (quantity.unit_name == "元" and quantity.number.kind == "bare")
            return head_after_threshold(shared_noun) if sized else shared_noun  # 1家百亿元级|、2家五十亿元级企业
        if self._shares_noun(index, at):
            return self.phrase(index + 1, depth + 1) if depth < LISTED else ""
        if quality := self._quality(index, at):
            later = index + 1 + (not self._quantities[index + 1].counted)
            of_next = self.phrase(later, depth + 1) if depth < LISTED else ""
            return f"{quality}的{of_next.partition('的')[2]}" if "的" in of_next else ""
        limit, inner = self._limit(index, at)
        if at == quantity.end and self._is_divided(index) and depth < LISTED:
            return self.phrase(index + 1, depth + 1)
        if not inner or self._quantities[inner[0]].start != at:
            found = self._read(quantity, at, limit, inner)
            return found + self._noun_of_next(index, at + len(found), depth) if _GRADE.fullmatch(found) else found
        threshold = self._quantities[inner[0]]
        joint = "的" if text[threshold.end : threshold.end + 1] == "的" else ""
        rest = self._read(quantity, threshold.end + len(joint), limit, inner, threshold=True)
        if not rest and self._neighbours.alone(inner[0] + 1) and depth < LISTED:
            rest = head_after_threshold(self.phrase(inner[0] + 1, depth + 1))
        return tidy(text[threshold.start : threshold.end] + joint + rest) if rest else ""

    def deed(self, index: int) -> str:
        """What is said to be done, by its object or else its verb: 职业技能鉴定 of `415万人次|参加职业技能鉴定`, 获证 of `323万人次|获证`."""
        quantity = self._quantities[index]
        line = _BREAK.search(self._text, quantity.end, quantity.end + _DEED)
        found = self._words.between(quantity.end, line.start() if line else quantity.end)
        if not found or self._text[quantity.start - 1 : quantity.start] in _BY or found[0].text in _RECKONED:
            return ""
        if _WITH.match(self._text, quantity.end):
            return ""
        if all(word.tag in QUALITIES for word in found):
            return ""  # 3万人|特别困难
        led = found[0].tag[:1] in ("v", "p", "d") or found[0].text in read_before("making") or found[0].text in following("adverbs")
        if not led:
            return ""
        rest = found
        while len(rest) > 1 and (rest[0].tag[:1] in ("v", "p", "d", "u") or rest[0].text in read_before("making")):
            rest = rest[1:]
        return tidy(self._text[(rest[0] if len(rest[0].text) > 1 else found[0]).start : rest[-1].end])

    def completed(self, index: int) -> str:
        """What is wholly done: 承包地确权登记 of `100%|完成承包地确权登记`; nothing for another share."""
        quantity = self._quantities[index]
        done = _COMPLETED.match(self._text, quantity.end) if quantity.unit_name == "%" and quantity.value == _ALL else None
        return self._read(quantity, done.end(), len(self._text), []) if done else ""

    def slogan(self, index: int) -> str:
        """Deeds without a noun of which there are so many: 先行引领 of `实现5个|先行引领`; nothing where more follows."""
        quantity = self._quantities[index]
        end = _BREAK.search(self._text, quantity.end, quantity.end + _LONGEST_SLOGAN + 1)
        found = self._words.between(quantity.end, end.start() if end else quantity.end)
        before = self._words.between(max(0, quantity.start - _LONGEST_VERB), quantity.start)
        if quantity.unit_name not in _SLOGANS or not found or not before or before[-1].text not in following("achieving"):
            return ""
        return joined(found) if all(word.tag[:1] in _DEEDS or word.text in following("predicates") for word in found) else ""

    def _lists_alike(self, index: int) -> bool:
        """Whether the next number may share its noun with this one: `20家、30家企业`, not `29座、35千伏线路`."""
        later = self._quantities[index + 1]
        return later.counted or later.unit is None or not self._quantities[index].counted

    def _shares_noun(self, index: int, at: int) -> bool:
        """Whether nothing but a verb stands before the next number of the same unit, whose noun is said once: `新开工9个、完工|18个老旧小区`."""
        later = self._quantities[index + 1] if index + 1 < len(self._quantities) else None
        if later is None or not later.counted or later.unit_name != self._quantities[index].unit_name:
            return False
        verb = _BY_YEAR.sub("", self._text[at + 1 : later.start])  # 建成10家、2020年前建成|20家茶馆
        if self._text[at : at + 1] != "、" or len(verb) > _LONGEST_VERB or not (tag(verb) or "").startswith("v"):
            return False
        before = self._words.between(max(0, self._quantities[index].start - _LONGEST_VERB), self._quantities[index].start)
        return bool(before) and (before[-1].tag.startswith("v") or before[-1].text in read_before("making"))

    def _quality(self, index: int, at: int) -> str:
        """The quality of things whose noun the next number of the same unit brings: `3家具有影响力、5家具有竞争力的|企业`; else nothing."""
        ahead = self._quantities[index + 1 : index + 3]
        later = next((quantity for quantity in ahead if quantity.counted), None)
        if later is None or later.unit_name != self._quantities[index].unit_name:
            return ""
        said = self._text[at : later.start]
        opened = _HAVING.match(said) is not None and _HAVING.match(self._text, later.end) is not None
        return said[:-1] if opened and _QUALITY.fullmatch(said) else ""

    def _is_divided(self, index: int) -> bool:
        """Whether the next number says how many things this one's groups hold: `10大类|55项` 民生实事, `两级|700个` 项目, `30组|60条` 线路."""
        if index + 1 >= len(self._quantities) or not self._quantities[index].counted:
            return False
        later = self._quantities[index + 1]
        places = later.unit is not None and later.unit.kind == "noun"
        return later.start == self._quantities[index].end and later.counted and not places

    def _noun_of_next(self, index: int, at: int, depth: int) -> str:
        """The noun that a grade shares with the next item of its list, or nothing: `6个世界级、7个国家级产业集群`."""
        later = self._quantities[index + 1] if index + 1 < len(self._quantities) else None
        same = later is not None and later.unit_name == self._quantities[index].unit_name
        if later is None or not same or depth >= LISTED or not self._neighbours.joined(at, later.start):
            return ""
        shared_noun = _GRADED.match(self.phrase(index + 1, depth + 1))
        return shared_noun[1] if shared_noun else ""

    def _read(self, quantity: Quantity, at: int, limit: int, inner: Sequence[int], *, threshold: bool = False) -> str:
        line = self._text.find("\n", at, at + _AFTER)
        line = min(line if line >= 0 else at + _AFTER, self._neighbours.cells.end(at + 1))
        found = unjoined(self._words.between(at, line))
        spans = [(self._quantities[number].start, self._quantities[number].end) for number in inner]
        if spans and self._neighbours.is_said_of_size(at, spans[0][0]):
            # 2家年收入|达500亿元|的企业
            spans[0] = (at + len(self._text[at : spans[0][0]].rstrip(COMING_TO)), spans[0][1])
        # 2000名的招生规模 numbers the 规模.
        named = at == quantity.end or threshold or not quantity.counted
        measure = LEVEL if quantity.levelled else quantity.unit_name if named else None
        share, located = not quantity.counted, self._located(quantity)
        stretch = Stretch(found, limit, spans, measure=measure, share=share, closing=_closing(self._text, quantity), located=located)
        start, body, end = leading(stretch)
        if self._text.startswith(("特别是", "尤其是"), at):
            return ""
        if start == end or (body == start and _WITH.match(self._text, start)):
            return ""  # 其中一名|具有高级职称: no noun of its own
        if body == start and _COVERING.search(self._text, max(0, quantity.start - 6), quantity.start):
            of = next((word.start for word in found if word.text == "的" and start < word.start < end), end)
            end = of if not quantity.counted or self._counts_noun(found, of, measure) else end
        phrase = tidy(self._text[start : counted_end(found, start, body, end, measure)])
        if quantity.bounded and quantity.unit_name in _PEOPLED and not classes_of(phrase) & _PEOPLED_CLASSES:
            phrase = self._peopled(found, phrase)
        if quantity.levelled or quantity.unit_name == "级":
            phrase = _SLOGANS_OF.sub("", phrase)
        if "、" in phrase and self._text[max(0, limit - 1) : limit] == "等" and limit - end < _LIST_TAIL:
            phrase = phrase.partition("、")[0]  # 10万台平板、液晶屏等25个项目: the list is of projects.
        phrase = _CIRCUMSTANCE.sub("", phrase.removeprefix("以上").removeprefix("以下").removeprefix("的"))
        phrase = "幅度" if phrase.startswith("幅度") else phrase  # 按照50%的幅度|减征
        phrase = phrase.removeprefix("标准的").removeprefix("比例") or phrase  # 按51%比例|投资, 1000元/人标准的|补贴
        phrase = phrase.removesuffix("前期工作") or phrase
        if scaled := _OF_SCALE.match(phrase):
            phrase = phrase[scaled.end() :] or _SCALE
        if self._text.startswith("以", quantity.start - 1):
            phrase = _MAINSTAY.sub("", phrase)
        if phrase.endswith("中") and self._text.startswith(phrase + "有", at):
            phrase = phrase[:-1]
        if phrase in _STEPS and not quantity.counted and not quantity.levelled and self._text[quantity.start - 1] not in "个大":
            return ""  # 迈上|3万亿元|台阶, not 3个千亿元|台阶
        if phrase in _EXTENT or (counts_goods(measure) and quantity.counted and tag(phrase) == "v"):
            return ""  # 以6层|为主, 向200万辆|跃升
        if phrase in following("works") and agreement(measure, phrase, phrase) == "not" and self._follows_noun(quantity):
            return ""  # 动力总成100万台|项目
        return "" if phrase in listed("totals") or (phrase.startswith("等") and not phrase.startswith(_NO_REST)) else phrase

    def _peopled(self, found: Sequence[Word], phrase: str) -> str:
        """The place or body of so many people that a phrase goes on from: `50户以上|自然村寨|收运设施覆盖率`; the phrase where none opens it."""
        for position, word in enumerate(found[:_LONGEST_PLACE_NAME]):
            if classes_of(word.text) & _PEOPLED_CLASSES and phrase.startswith(place := joined(found[: position + 1])):
                return place
        return phrase

    def _located(self, quantity: Quantity) -> bool:
        """Whether something is done in the places counted: 在`8个县`, 在`青汀、临澜等8个县`."""
        return _IN_PLACES.search(self._text, max(0, quantity.start - _AFTER), quantity.start) is not None

    def _follows_noun(self, quantity: Quantity) -> bool:
        """Whether a noun stands right before the number."""
        before = self._words.between(max(0, quantity.start - _LONGEST_VERB), quantity.start)
        return bool(before) and before[-1].tag.startswith("n") and len(before[-1].text) > 1

    def _counts_noun(self, found: Sequence[Word], end: int, measure: str | None) -> bool:
        """Whether `measure` counts the noun that ends at `end`."""
        name = [word.text for word in found if word.end <= end]
        return bool(name) and agreement(measure, "".join(name), name[-1]) == "counted"

    def _limit(self, index: int, at: int) -> tuple[int, list[int]]:
        """Where the next number ends the phrase, and the thresholds before it that belong to the phrase."""
        inner: list[int] = []
        for number in range(index + 1, min(index + 1 + LISTED, len(self._quantities))):
            later = self._quantities[number]
            if later.start < at:
                continue
            joint = self._text[max(0, later.start - _NEAR_JOINT) : later.start].rstrip()[-1:]
            alike = self._quantities[index].levelled or (self._quantities[index].unit_name == later.unit_name == "%")
            listed_next = alike and joint in _PAIRING
            if listed_next or not self._neighbours.modifies(number) or _BREAK.search(self._text, at, later.start):
                return later.start, inner
            inner.append(number)
        return len(self._text), inner

    def _past_bracket(self, at: int) -> int:
        if self._text[at : at + 1] not in ("（", "("):
            return at
        closed = self._text.find("）" if self._text[at] == "（" else ")", at, at + 40)
        return closed + 1 if closed >= 0 else at

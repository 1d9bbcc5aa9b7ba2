"""The phrase before a number and, where none stands there, the one that the sentence has spoken of before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.counts.items.antecedents import BEFORE, ET_CETERA, SHARES
from extractors.counts.items.brackets import bracket_before, listed_in, names_agency, owner_start
from extractors.counts.items.deeds import done, served
from extractors.counts.items.elided import HERDED
from extractors.counts.items.lists import last_line
from extractors.counts.items.money import receives
from extractors.counts.items.phrase_after import head_after_threshold
from extractors.counts.items.sized import Sized
from extractors.counts.lexicon import words
from extractors.counts.noun_phrases.edges import (
    CLOSING,
    OPENING,
    endings,
    is_metric,
    joined,
    listed,
    read_before,
    tidy,
    without_asides,
    without_growth,
)
from extractors.counts.noun_phrases.fronts import after_verbs
from extractors.counts.noun_phrases.phrases import Word
from extractors.counts.noun_phrases.preceding import rated, trailing
from extractors.counts.noun_phrases.subjects import criterion, is_step, without_grounds, without_heads, without_plans, without_yield
from extractors.counts.quantities.finding import Quantity

#: A colon after a measure announces whom it is given for.
_ANNOUNCED = re.compile(
    "(?P<measure>标准|比例|额度|金额|限额|费|费用|价格|系数|面积|产量|规模|强度|浓度|总量|排放量)"
    "(?:下降|增长|削减|控制)?(?:目标|指标)?(?:(?:分别|具体)?[为是]|如下)?："
)
#: What the measure of a list is not named by: （市）“十三五”|强度.
_NAMED_APART = re.compile("（[^）]*）|“[^”]*”")
#: And so does the line above a list: 每平方米年税额|如下：.
_LISTED_FOR = re.compile("(?P<measure>税额|税率|标准|比例|额度|限额|费率|价格|系数|面积)(?:分别|具体)?(?:如下|[为是])\\Z")
#: As far back as such a colon is looked for.
_LIST = 300
#: Before the first of those that brackets give numbers for: 依次是|甲县（31%）.
_NAMELY = frozenset(["为", "是", "有", "分别为", "包括"])
_JOINTS = frozenset(["、", "和", "与", "及"])
#: Parts of speech (jieba) of the names of places, some of which are people's too and some in no dictionary.
_NAMES = frozenset(["ns", "nr", "nz", "nrt", ""])
#: What may make the words that name a thing begin later.
_BRACKETS = frozenset("“") | frozenset(OPENING) | frozenset(CLOSING)
_SEPARATOR = re.compile("[、和及与]")
#: What those come up to of whom a share is told: 达到|标杆水平的企业比例.
_COMES_UP = re.compile("[^的，]{2,16}(?:水平|标准|要求|等级)[^，]{0,10}(?:比例|比重|占比|数量|率)$")
#: Verbs of turning into something.
_TURNED = frozenset(["转化", "转变", "转换", "升级", "转", "评定", "认定"])
_LIMITS = frozenset(["ge", "gt", "le", "lt"])
_AT_MOST_WORDS = ("至少", "最少", "最高", "最多", "最低", "至多")
#: A grade, of which the noun was said before (国家级|12家), and before the noun it is a grade of.
_GRADE = re.compile("(?:国家|省|市|县|区|州|自治区|部|世界|全国|国际|地市|区县|[甲乙丙特一二三四五]|[345]A)级(?:及?以上)?")
#: Measure words for acts and papers, of which agencies have so many: 市公安局（3项）.
_ACTS = frozenset(["项", "件", "条", "起", "宗", "次"])
#: Verbs that only lead from those who reach a figure to its name: 产业集群|实现|增加值.
_YIELDING = frozenset(["实现", "完成"])
#: After a verb these lead to a result.
_RESULTS = frozenset(["到", "至"])
#: Those who get a sum, before the word for it.
_GIVEN_TO = re.compile("(?:分别|[方者人]|(?<=.{4})每.{1,2}|^每.)$")
#: One at a time: 单笔|10万元以下的业务.
_SINGLE = frozenset(["单笔", "单户", "单次", "单只"])
#: Between two bounds of one thing.
_BUT = frozenset(["但", "，但", "且", "并", "且应"])
#: A class named by its number has as many characters: 一等.
_LONGEST_CLASS = 4
#: What sums a list up and is named by it: `面粉、芝麻等|各类农产品`; not what is longer, or of a field that the list names
#: (`软件、芯片等新兴领域标准`).
_SORT = re.compile("(?!.*(?:领域|方面|行业)).{1,9}")
#: What a sentence says something is: `补贴产品|为茶、竹、纸`三大类, `保护区|为不小于树冠外`二米; not `成为茶、竹产地`.
_NAMED_AS = re.compile("(?P<subject>[^、为]{2,16})(?<![行成作以因认称改变])为(?:[^为的]*、[^为的]*$|不[小少低大高]于)")
#: Provinces by their short names, one behind the other: 苏浙皖赣沪|四省.
_SHORT_PLACES = re.compile("[京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁新琼]{2,}$")
#: What may stand between a thing and its threshold: 产值|超百亿元.
_LEADING_TO = frozenset(["", "在", "达", "达到", "为"])
#: What leads to a deed that is counted: 实施|抽查|1500批次.
_CARRYING_OUT = frozenset(["实施", "开展", "进行", "组织", "完成", "累计", "组织开展", "共", "全年"])
#: What points at a list to come: 产能包括以下|两种.
_LISTING_NEXT = re.compile("(?:主要|一般|具体|通常)?(?:包括|包含|有|分为|为|是|采取|采用)(?:以下|如下|下列|下面|下述)$")
#: What of a place or land a share is of.
_PART_OF = re.compile("的(面积|人口)")


class PhrasesBefore(Sized):
    """The phrases before the quantities of one document."""

    def phrase(self, index: int) -> tuple[str, bool]:
        """The phrase before the number, and whether a verb leads from it to the number."""
        quantity = self._quantities[index]
        start = self.left_edge(index)
        if index and is_step(self._text, self._quantities[index - 1].end, quantity.start):
            return self.item_before(index), True
        if index and self._text[self._quantities[index - 1].end : quantity.start] in _BUT:
            return self.item_before(index), True  # 超过100万元|但|不超过300万元
        if taken := self.taken(index):
            return taken, True
        follows = index > 0 and start == self._quantities[index - 1].end and not self._neighbours.alone(index)
        if follows and (self._neighbours.modifies(index - 1) or self.is_class(index, start)):
            return self._around_threshold(index)
        if quantity.unit_name == "倍" and (compared := self.multiplied(index, start)):
            return compared, True
        if whole := self.divided(quantity, start):
            return whole, False
        phrase, attained = self._named(index, self._words_between(start, quantity.start))
        if phrase and index and self.is_sized(index, start) and self._text.startswith(phrase, start):
            return self._text[self._quantities[index - 1].start : start] + phrase, attained
        if phrase and index and self.qualifies(index - 1, phrase):
            return self.with_qualifier(index - 1, phrase, self.left_edge(index - 1)), attained
        return phrase, attained

    def owner_of_bracket(self, index: int) -> str:
        """What a bracket that opens with the number belongs to: `青汀电厂（30万千瓦）`."""
        at = bracket_before(self._text, self._quantities[index])
        floor = max(self._borders.clause_at(max(0, at - 1))[0], at - BEFORE, self._quantities[index - 1].end if index else 0)
        if self._quantities[index].counted and (named := listed_in(self._text, self._after_label(floor, at), at)):
            return tidy(named)
        words = self._words_between(owner_start(self._text, floor, at), at) if floor < at else []
        for position in range(len(words) - 1, 0, -1):
            if words[position - 1].text in _NAMELY:
                words = words[position:]
                break
        owner = self._phrase(trailing(words)[0])
        if not owner and words and at - floor <= _LONGEST_CLASS and all(word.tag == "m" for word in words):
            owner = tidy(self._text[floor:at])  # 一等（八十五分以上）
        return self._counted_alike(index) if names_agency(owner) and self._quantities[index].unit_name in _ACTS else owner

    def places(self, index: int) -> str:
        """The places that stand right before their number: `龙岩、漳州|两市`, `山区|26县`; the unit after 等 (`青海、四川等|9省区`)."""
        quantity = self._quantities[index]
        if _SHORT_PLACES.search(self._text, max(0, quantity.start - BEFORE), quantity.start):
            return quantity.unit_name or ""
        named = self._words_between(self.left_edge(index), quantity.start)
        if named and named[-1].text == "等":
            return quantity.unit_name or ""
        at = len(named) - 1
        while at > 1 and named[at - 1].text in _JOINTS and named[at - 2].tag in _NAMES:
            at -= 2
        return self._phrase(named[at:])

    def named_places(self, index: int) -> str:
        """The places named right before a number that says only how many they are: `湖北、江西|两省`; nothing in `全国两省`."""
        named = self._words_between(self.left_edge(index), self._quantities[index].start)
        return self.places(index) if len(named) > 1 and named[-1].tag == "ns" and named[-2].text in _JOINTS else ""

    def _counted_alike(self, index: int) -> str:
        """What the nearest number before counts with the same measure word, wherever it stands."""
        unit = self._quantities[index].unit_name
        return next((self._items[at] or "" for at in range(index - 1, -1, -1) if self._quantities[at].unit_name == unit), "")

    def left_edge(self, index: int) -> int:
        """Where the words that may name what is counted begin: after the clause's label, an opening bracket, the number before."""
        quantity = self._quantities[index]
        start = max(self._after_label(*self._borders.clause_at(quantity.start)), self._neighbours.cells.start(quantity.start))
        quoted = 0
        near = max(start, quantity.start - BEFORE)
        marked = not _BRACKETS.isdisjoint(self._text[near : quantity.start])
        for at in range(quantity.start - 1, near - 1, -1) if marked else ():
            quoted += (self._text[at] == "”") - (self._text[at] == "“")
            if self._text[at] in CLOSING:
                break
            if self._text[at] in OPENING or quoted < 0:
                start = at + 1
                break
        previous = self._quantities[index - 1] if index else None
        if previous is None or previous.end <= start:
            return start
        start = previous.end + (self._text[previous.end : previous.end + 1] in ("）", ")"))
        if previous.counted and (done := self._after_item(index, start)):
            return done
        joint = _SEPARATOR.search(self._text, start, quantity.start) if previous.unit and previous.unit.kind == "classifier" else None
        return joint.end() if joint and joint.start() > start else start

    def _after_item(self, index: int, start: int) -> int:
        """Where a verb goes on after the thing that the number before counts: `40个乡镇|开展技术指导`; 0 for `5家企业收入`."""
        item, end = self._items[index - 1] or "", self._quantities[index].start
        if not item or not self._text.startswith(item, start) or start + len(item) >= end:
            return 0
        following = self._words_between(start + len(item), end)
        acts = following and following[0].text in read_before("making") and following[0].text not in _YIELDING
        return following[0].start if acts else 0

    def _named(self, index: int, found: list[Word]) -> tuple[str, bool]:
        quantity = self._quantities[index]
        scored = criterion(self._text[found[0].start : found[-1].end]) if quantity.unit_name == "分" and found else ""
        if scored and self._text[quantity.end : quantity.end + 1] != "的":
            return scored, True
        kept, attained = trailing(self._owner(quantity, found), limited=self._limited(quantity))
        if found and quantity.unit_name in SHARES and (borne := self.borne(index, found)):
            return borne, True
        if not kept and (deed := self._repeated(quantity, found)):
            return deed, attained
        if not kept and self.is_entry(index, found):
            return tidy(joined(found)), False
        if not kept or kept[-1].text in _SINGLE or self._is_each(kept, attained=attained):
            return "", attained
        if self._neighbours.modifies(index) and quantity.unit_name not in SHARES and not quantity.counted and is_metric(kept[-1].text):
            kept = after_verbs(kept)  # 打造|规模|超千亿元的产业
        if joined(kept) in HERDED and (animals := self.herd(index)):
            return animals + joined(kept), attained
        opening = next((word for word in found if word.text not in ("分别", "约", "，", "、")), found[0])
        if opening.text in ("占", "占到", "占全国", "占全省") and (whole := self.antecedent(index)):
            return tidy((whole.partition("占")[0] or whole) + self._text[opening.start : kept[-1].end]).replace("占到", "占"), True
        phrase = without_asides(tidy(self._text[self._after_label(rated(self._text, kept[0].start), kept[-1].end) : kept[-1].end]))
        if is_metric(own := phrase.removeprefix("其")):
            phrase = own
        phrase = without_yield(without_plans(without_grounds(phrase), counted=quantity.counted))
        if phrase.strip("同环比") in read_before("changes") and (changed := self.antecedent(index)):
            return changed, True
        if quantity.counted and phrase in listed("stages"):
            return "", attained
        if not quantity.counted and phrase in listed("deeds") and (things := self.same_unit(index)):
            return things, attained
        if phrase in read_before("rates_of_change") and (grown := self.grown(index)):
            return grown, True
        if phrase in ("占比", "比重", "占比重") and (whole := self.antecedent(index)):
            return whole if "占" in whole else whole + phrase, True
        phrase = without_heads(phrase)
        if self._text.endswith("在", 0, quantity.start) and is_metric(measured := phrase.rpartition("为")[2]):
            phrase = measured  # 机构为|收入|在2亿元以下的企业
        if quantity.unit_name in words("conditions", "lengths") and (line := last_line(phrase)):
            return line, attained
        if self._text[kept[0].start - 1 : kept[0].start] != "以" and (named := _NAMED_AS.match(phrase)):
            phrase = named["subject"]
        if "或者" in phrase[:-2] and not quantity.counted:
            phrase = phrase.rpartition("或者")[2]
        if phrase in listed("owned_figures") and (owner := self.owner_of_last(index)):
            return owner + phrase, attained
        if phrase in listed("totals") and not (self._neighbours.modifies(index) or self._text.startswith("的", quantity.end)):
            base = self.same_unit(index) or self.growing(index) or self._subject_of_sentence(index) or self._counted_before(index)
            base, kind = without_growth(base), phrase.removeprefix("总")
            whole = base if base.endswith(phrase) or not kind else base.removesuffix(kind) + phrase
            return whole or phrase, attained or bool(base)
        if quantity.unit_name == "元" and phrase.endswith("者") and (given := self.antecedent(index)):
            return given, attained  # 未满六个月者，每人|五千元
        gift = (quantity.unit_name or "").endswith("元") and kept[-1].text in listed("money") and len(kept) > 1
        if gift and (_GIVEN_TO.search(phrase[: -len(kept[-1].text)]) or receives(self._text, kept)):
            return kept[-1].text, attained  # 对甲、乙两类企业分别|奖励
        if kept[-1].text in listed("self_named") and quantity.unit_name in SHARES:
            return kept[-1].text, attained
        gained = self._text[kept[-1].end : kept[-1].end + 2]
        if (quantity.unit_name or "").endswith("元") and gained in listed("self_named") and len(kept[-1].text) > 1:
            return phrase + gained, True  # 农民|增收|1亿元
        if not quantity.counted and not is_metric(phrase) and (measure := self._announced(quantity)) and not phrase.endswith((measure, "费")):
            return phrase + measure, True
        if phrase.startswith(tuple(OPENING)) and phrase.endswith(tuple(CLOSING)):
            return "", attained  # 各县（市）
        if quantity.counted and len(phrase) > 2:
            phrase = phrase.removesuffix("等")
        if quantity.unit_name in ("人", "名") and "由" in phrase[1:-1]:
            phrase = phrase.rpartition("由")[2]  # 理事会由|理事长|1人组成
        acted = len(kept) > 1 and kept[-1].text in read_before("events") and kept[0].text.endswith(endings("actors"))
        if acted and quantity.unit_name in ("人", "名", "人次"):
            return kept[-1].text, attained
        if quantity.unit_name in read_before("repeated") and (deed := done(kept) or served(found, kept)):
            return deed, attained
        if rate := self.rate_said(index, kept[0].start):
            phrase = rate + phrase
        if quantity.counted:
            if _GRADE.fullmatch(phrase) and (base := self.same_unit(index)):
                return phrase + _GRADE.sub("", base, count=1), attained
            etc = list(ET_CETERA.finditer(phrase))
            if etc and (len(etc) > 1 or not _SORT.fullmatch(phrase, etc[-1].end())):
                phrase = phrase[etc[-1].end() :]
        elif attained and (measure := self.measure_of_whole(index, kept)):
            return phrase + measure, True
        elif part := _PART_OF.match(self._text, quantity.end):
            return phrase + part.group(1), True  # 老城区|超过50%|的面积
        elif self.is_place(quantity, kept, attained=attained) and is_metric(base := self.same_unit(index) or self.spoken_measure(index)):
            return phrase + self.measure_of(base, phrase), True
        elif attained and (share := self.share_of(quantity, kept, index)):
            return phrase + share, True
        return phrase, attained

    def _repeated(self, quantity: Quantity, found: Sequence[Word]) -> str:
        """The deed done so many times that a verb of doing governs: 抽查 of `实施|抽查|1500批次`."""
        if quantity.unit_name not in read_before("repeated") or len(found) < 2 or found[-1].tag != "v" or len(found[-1].text) < 2:
            return ""
        return found[-1].text if found[-2].text in _CARRYING_OUT else ""

    def told_next(self, index: int) -> str:
        """What a list to come has so many kinds of: 产能 of `产能包括以下|两种`; nothing where the clause does not say."""
        start, end = self.left_edge(index), self._quantities[index].start
        listing = _LISTING_NEXT.search(self._text, start, end)
        return self._of_clause(start, listing.start()) if listing else ""

    def _announced(self, quantity: Quantity) -> str:
        """The measure that a colon announces for a list of those it is given for: `工资标准为：|毕业生每月300元；工人每月280元`."""
        sentence = self._borders.sentence_at(quantity.start)[0]
        announced = _ANNOUNCED.search(self._text, max(sentence, quantity.start - _LIST), quantity.start)
        if not announced and (lead := self._lead(quantity.start)) and (listed_for := _LISTED_FOR.search(self._text, *lead)):
            return self._of_clause(max(lead[0], self._borders.clause_at(lead[1] - 1)[0]), listed_for.end("measure"))
        if not announced:
            return ""
        measure = self._of_clause(max(sentence, announced.start() - BEFORE), announced.end("measure")).rpartition("的")[2]
        measure = _NAMED_APART.sub("", measure)
        return measure if is_metric(measure) or measure.endswith("费") else ""

    def _is_each(self, kept: Sequence[Word], *, attained: bool) -> bool:
        """Whether the phrase only says of whom: `每组`, `每个村`; not `每团队补助上限`."""
        least = 2 if attained else 3
        return kept[0].text[0] in "每各" and len(kept) < least and not is_metric(kept[-1].text) and kept[-1].text not in listed("money")

    def _limited(self, quantity: Quantity) -> bool:
        """Whether a bound word that a thing may reach (超过, 不低于) stands right before the number."""
        bound = self._text[quantity.start : quantity.core_start]
        return quantity.comparator in _LIMITS and bool(bound) and not bound.startswith(_AT_MOST_WORDS)

    def _owner(self, quantity: Quantity, found: list[Word]) -> list[Word]:
        """`A不低于B的60%`: the words of A; of B when no A is there."""
        if quantity.unit_name not in SHARES or len(found) < 3:
            return found
        for position in range(len(found) - 2, 0, -1):
            word, previous = found[position].text, found[position - 1 - (position > 1 and found[position - 1].text == "不")].text
            if word in "，；。：":
                break
            if word in ("占", "占比") or (word in read_before("compared") and quantity.unit_name in ("百分点", "倍")):
                return found
            if word in _RESULTS and not found[position - 1].tag.startswith("v"):
                continue  # 货物|到|发绿色运输比例
            if any(later.text[0].isdigit() for later in found[position + 1 :]):
                continue  # 时延小于30ms、丢包率|小于
            if previous in _JOINTS or (word == "达到" and _COMES_UP.match(joined(found[position + 1 :]))):
                continue  # 新能源车辆和|达到|国六标准车辆的比例, 行业|达到|标杆水平的企业比例
            if word == "为" and previous in _TURNED and is_metric(found[-1].text):
                continue  # 储备项目转化|为|开工项目的比率
            if word in read_before("shared_of") and found[-1].text not in listed("attainment"):
                kept, _ = trailing(found[:position])
                if not kept and (word in read_before("equalling") or (previous not in read_before("taking") and self._names_before(quantity))):
                    return []
                return found[:position] if kept and previous not in read_before("taking") else found[position + 1 :]
            if word == "在" and found[-1].text == "的":
                kept_at = named = position - (previous in read_before("raising") or previous == "控制")
                while named > 1 and found[named - 1].text in read_before("between"):
                    named -= 1
                if named and (named < kept_at or is_metric(found[named - 1].text)):
                    return found[:named]  # 先进班组|一般控制在参评班组总数的
        return found[:-1] if found[-1].text == "的" else found

    def _names_before(self, quantity: Quantity) -> bool:
        """Whether an earlier clause of the sentence names what this clause goes on to tell of: `收费标准，原则上不高于…的`2%."""
        start = self._borders.clause_at(quantity.start)[0]
        clauses = self._borders.clauses_in((self._borders.sentence_at(quantity.start)[0], start))
        return bool(clauses) and (is_metric(said := self._text[slice(*clauses[-1])]) or said.endswith("费"))

    def _around_threshold(self, index: int) -> tuple[str, bool]:
        """The phrase around the threshold before: `产值超百亿元|龙头企业`; after `超10亿元的|新增` the head said before."""
        threshold, quantity = self._quantities[index - 1], self._quantities[index]
        after = [word for word in self._words_between(threshold.end, quantity.start) if word.text != "的"]
        kept, attained = trailing(after)
        before, _ = trailing(self._words_between(self.left_edge(index - 1), threshold.start))
        leads = bool(before) and self._text[before[-1].end : threshold.start].strip() in _LEADING_TO
        stem = self._text[before[0].start if leads else threshold.start : threshold.end]
        joint = "的" if self._text[threshold.end : threshold.end + 1] == "的" else ""
        phrase = self._phrase(kept)
        above, _, own = phrase.rpartition("、")
        if above and is_metric(own) and not is_metric(above):
            return own, attained
        if is_metric(phrase) and self._text[threshold.start - 1] in _JOINTS and is_metric(self._text[: threshold.start - 1][-BEFORE:]):
            stem = self._text[self.left_edge(index - 1) : threshold.end]
        if not phrase or phrase in listed("totals"):
            phrase = head_after_threshold(self.same_unit(index).removesuffix("总数")) + phrase
        return tidy(stem + joint + phrase), attained

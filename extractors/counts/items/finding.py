"""What each quantity counts: the noun phrase after it or before it, or the one that a list or an earlier clause lends it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.clauses import Borders
from extractors.counts.items.antecedents import BEFORE, SHARES
from extractors.counts.items.brackets import fills_bracket, shares_bracket
from extractors.counts.items.fees import fee_over, given_to, names_sum, sums_joined
from extractors.counts.items.headed import Headed, names_place
from extractors.counts.items.lists import shared
from extractors.counts.items.money import fined, given_after, is_dealt, is_given, levied_at, money_near, money_paid_at
from extractors.counts.items.neighbours import LISTED, Neighbours
from extractors.counts.items.phrase_after import QUALITIES, PhrasesAfter
from extractors.counts.items.phrase_before import PhrasesBefore
from extractors.counts.items.reasons import explain_item
from extractors.counts.items.worked import item_in_sum
from extractors.counts.lexicon import pattern
from extractors.counts.noun_phrases.edges import is_metric, listed
from extractors.counts.noun_phrases.nouns import agreement, classes_of
from extractors.counts.noun_phrases.phrases import Words
from extractors.counts.noun_phrases.stretch import following
from extractors.counts.quantities.finding import Quantity
from extractors.explain import asked
from extractors.words import cut, tag

#: Places that are no thing counted: 全省|共为5万名劳动者….
_WHOLE = frozenset(["全国", "全省", "全市", "全县", "全区", "全州", "全镇", "全乡", "全村", "我国"])
#: What says that so much falls to each, without a measure of its own: 人均|2亩果园.
_RATES = frozenset(["人均", "户均", "每户", "每人"])
_EACH = re.compile("(?<!平)均|都|各")
#: What a list and a rank end in, after which a size opens the name: 全国第一个|过万亿元|城市.
_OPENS_SIZE = re.compile("等$|第[一二三四五六七八九十]+[个位]$")
#: Between a change and the level it leads to: 降低2个百分点|至|14.5%.
_TO_LEVEL = frozenset(["至", "到"])
_JOINTS = re.compile("、|以及|和|及|或")
_HAD = re.compile("每[^，。；每]{1,10}[有设建](?:立|置|成)?$")
#: Before an age that someone has reached or not: 年满|18周岁.
_AGED = re.compile("[年未不已]满|[^不]满$")
#: A verb of having, whose object follows: 须|有|3个项目.
_HAS = re.compile("有$")
_HAS_SHARE = re.compile("(?<![中内里])(?<!中约)(?<!中已)有$")
#: People told by their number alone, which nothing describes further: `10万|人口|以上城镇`; not `10万|人口的镇`, `10万|人口大镇`.
_POPULATION = re.compile("人口(?!的|[大小强重][镇县市国省]|规模|总数|数量)")
#: A preposition, after which a number stands before its noun: 推动学校|在|10个领域; not `稳定在10个左右`.
_IN = re.compile("(?:^|[^制持定护平徊留存])[在对向从]$")
#: Units of people and times, which stand without a noun before what was done.
_WHO_DID = frozenset(["人", "名", "人次", "次", "位"])
#: Those who get a sum each, no name of the sum: `给予补助，单个项目|最高500万元`.
_EACH_OF = re.compile("(?:单[个家项户笔人]|每[个家户人项名年套台]|同一|各)[^率额费金资款补奖]{0,8}")
#: What is done with a rate, which is nothing counted: 按月收入的2倍|计发.
_APPLIED = frozenset(["计发", "计算", "计征", "计提", "核算", "执行", "缴纳", "收取", "征收", "发放", "给付", "确定", "核定", "支付", "计收", "核发"])
#: A phrase holds a letter or a character, not only signs.
_WORDED = re.compile(r"[^\W\d]")
#: What is imposed at a rate, whatever it is reckoned by: 处货值金额百分之五以上的|罚款.
_FINES = frozenset(["罚款", "罚金", "滞纳金", "违约金", "加处罚款"])
_RESPECTIVELY = re.compile("^[，；]?[^，；]{0,12}分别")
#: The way a rate is applied to what was named before: 劳务费：按1元/平方米的|标准计提.
_APPLIED_MANNER = re.compile("(?:标准|比例|额度)(?:$|补助|补贴|奖励|计提|计发|计算|给予|收取|发放|支付|执行)")
#: A verb of spending, after who spends: 各级|累计|投入`65亿元`资金.
_SPENT = re.compile("(?:各|分别|共|共计|累计|总共|已|各级|财政|先后|每年|年均|再|将|计划)(?:安排|投入|拨付|下达|筹集|落实)了?(?:近|约|超过?)?$")
#: A verb of giving in kind, after who gives or gets it: 茶港|提供`100吨以上`货运能力.
_SUPPLIED = re.compile("(?:提供|供应|配备)(?:了|不?[少低]于)?$")
#: As many characters as the last word of a phrase is looked for in.
_LAST_WORD = 4


class Items:
    """The items of one document's quantities, in order: `items[i]` is that of `quantities[i]`, None when nothing says it."""

    def __init__(self, words: Words, borders: Borders, quantities: Sequence[Quantity]) -> None:
        self._words, self._text, self._borders, self._quantities = words, words.text, borders, quantities
        self.items: list[str | None] = []
        self._neighbours = Neighbours(words.text, quantities)
        self._after = PhrasesAfter(words, self._neighbours)
        self._before = PhrasesBefore(words, borders, self._neighbours, self.items)
        self._headed = Headed(words.text, quantities, self.items)
        for index in range(len(quantities)):
            self.items.append(self._item(index).strip() or None)
        found = list(self.items)
        self._distribute()
        if asked():
            for quantity, item, own in zip(quantities, self.items, found, strict=True):
                explain_item(self._text, borders, quantity, item, distributed=item != own)

    def of_entry(self, index: int, owner: str) -> str:
        """What a list's heading says the number is of whose row or entry `owner` names (青汀市); nothing where none does."""
        return self._headed.name(index, owner) if names_place(owner) else ""

    def modifies(self, index: int) -> bool:
        """Whether the quantity is a threshold inside a longer phrase: `超10亿元的龙头企业`, `10亿元以上项目`, `百亿级产业`."""
        return self._neighbours.modifies(index)

    def _item(self, index: int) -> str:
        if summed := item_in_sum(self._text, self._quantities, self.items, index):
            return summed
        item = self._read(index)
        quantity = self._quantities[index]
        unnamed = quantity.unit_name == "元" and not names_sum(item)
        if unnamed and (given := fee_over(self._text, quantity.start) or self._given_last(index)):
            return given
        if item and (owner := self._headed.owner_at(self._borders.clause_at(quantity.start)[0], quantity)):
            return self._headed.name(index, owner) or item
        return self._headed.name(index, item) or item

    def _read(self, index: int) -> str:
        quantity = self._quantities[index]
        if quantity.unit and quantity.unit.kind == "noun" and quantity.unit.name is None:
            kind = self._text[quantity.unit.start : quantity.unit.end]
            named = kind == "地" or "place" in classes_of(kind)
            return (self._before.named_places(index) if named else "") or kind
        if quantity.unit_name in _WHO_DID and (office := pattern("exclusions", "one_is").match(self._text, quantity.end)):
            return office["office"]
        right = self._after.phrase(index) if quantity.number.kind != "product" else ""
        right = right or self._after.slogan(index)
        right = right if _WORDED.search(right) and right not in _APPLIED else ""
        if quantity.unit_name in ("人", "户") and right and all((tag(word) or "n") in QUALITIES for word in cut(right)):
            right = ""  # 3万人|特别困难
        if self._is_threshold_after(index):
            return self.items[index - 1] or ""
        if self._neighbours.alone(index) and not (right and (quantity.counted or self.modifies(index))):
            elided = self.modifies(index) and not self.modifies(index - 1)  # 超50亿元的企业2家、超10亿元的5家
            return self._before.antecedent(index) if elided else self._before.item_before(index)
        if index and shares_bracket(self._text, self._quantities[index - 1], quantity):
            return self._before.item_before(index)
        if fills_bracket(self._text, quantity):
            return self._before.owner_of_bracket(index) or self._before.item_before(index)
        if quantity.unit_name in ("市", "区") and quantity.value == 1 and self._text[quantity.start - 1 : quantity.start] == "省":
            return quantity.unit_name  # 三省|一市
        left, attained = self._before.phrase(index)
        if not right:
            left = self._before.told_next(index) or left
        if right and left and not is_metric(left) and all((tag(word) or "")[:1] in ("v", "d") for word in cut(left)):
            left = ""
        placed = quantity.unit is not None and quantity.unit.kind == "noun" and "place" in classes_of(quantity.unit_name or "")
        if placed and left and not attained and self._text[quantity.start - 1] in (left[-1], "等"):
            return self._before.places(index) or left
        return self._chosen(index, left, right, attained=attained)

    def _is_threshold_after(self, index: int) -> bool:
        """Whether the number is one more threshold of the measure before: `收入达到1000万元、|2000万元|的企业`."""
        if not (self._neighbours.alone(index) and self.modifies(index) and self.modifies(index - 1)):
            return False
        return self._quantities[index - 1].unit_name == self._quantities[index].unit_name and is_metric(self.items[index - 1] or "")

    def _chosen(self, index: int, left: str, right: str, *, attained: bool) -> str:
        """The phrase before or after the number; measure words count what follows, measures and shares mostly what stands before."""
        quantity = self._quantities[index]
        if right == "水平" and left and self._is_within(quantity):
            return left  # 出口在|8万吨以上|的水平
        if not left and not quantity.counted and self.modifies(index) and is_metric(measured := self._before.same_unit(index)):
            return measured  # 收入10万元以上的村达到85%，|50万元以上|的村…
        if (elsewhere := self._before.threshold_elsewhere(index, left)) and self.modifies(index):
            return elsewhere
        if right and self._text[quantity.start - 1] in "和及与" and quantity.bounded:
            return right  # 全部单位用户和|不少于60%的|居民用户
        if right and _OPENS_SIZE.search(left) and self.modifies(index):
            return right  # 建材、造纸等|超百亿元|产业
        if right and left and self._is_worth(index, left, right):
            return left
        if right and left != right and left.endswith(right) and self._text.startswith("、", quantity.end):
            return left  # 百亿级企业|3家|、五十亿级企业8家
        if quantity.unit and quantity.unit_name is None and _POPULATION.match(self._text, quantity.unit.start):
            return "人口"
        if quantity.unit is None and quantity.bounded and self._text.startswith("人口", quantity.end):
            return "人口"  # 20万以上|人口的县
        topic = self._before.announced_topic(quantity) if not quantity.counted and _APPLIED_MANNER.match(right) else ""
        if topic and left.endswith(topic if left else ""):
            return topic
        if not right and not left and (whole := self._after.completed(index)):
            return whole
        if given := given_after(self._text, quantity):
            return given
        if levied := levied_at(self._text, quantity) or (right not in _FINES and fined(self._text, quantity)):
            return levied
        if quantity.unit_name in ("岁", "周岁"):
            if right and self._counts(quantity, right):
                return right
            if _AGED.search(self._text, max(0, quantity.start - 2), quantity.core_start):
                return "年龄"
        if right and not quantity.levelled and not is_metric(left) and self._is_led_to(quantity, left, right):
            return right
        if right and self._is_within(quantity) and quantity.counted and self._counts(quantity, left):
            return _JOINTS.split(left)[-1]  # 专科医院及|床位|在200张以上的综合医院
        if self._is_within(quantity) and is_metric(left) and not is_metric(listed_before := left.rpartition("、")[0]) and listed_before:
            return left.rpartition("、")[2]  # 大型水库、|年用水量|在20万吨以上的取水口
        if right and (quantity.levelled or quantity.unit_name == "级" or self._describes(quantity, left, attained=attained)):
            return right
        if right in _FINES:
            return right
        fee = quantity.unit_name in SHARES and left.endswith(tuple(listed("charges")))  # 不超过展位费|50%|的标准给予补助
        if right in listed("manners") and not fee and (paid := money_paid_at(self._words, quantity)):
            return paid
        money = tuple(listed("money"))
        if right in money and _SPENT.search(self._text, self._before.left_edge(index), quantity.core_start):
            return right
        supplied = right and not quantity.counted and quantity.bounded and not is_metric(left)
        if supplied and _SUPPLIED.search(self._text, self._before.left_edge(index), quantity.core_start):
            return right
        if right.endswith(money) and is_given(self._text, quantity) and not (left and quantity.unit_name in SHARES):
            return right
        if right in listed("manners") and left.startswith(tuple(listed("money"))) and quantity.unit_name == "元":
            return right  # 奖励每个获奖市|1亿元|额度
        aimed = right in listed("manners") and (not quantity.counted or right in listed("goals"))
        if left and aimed and self._text.endswith(left, 0, quantity.start):
            return left
        if quantity.unit_name == "元" and not right and _EACH_OF.fullmatch(left) and (given := self._before.antecedent(index)):
            return given
        if right and quantity.counted and (left in _WHOLE or (self._counts(quantity, right) and not self._counts(quantity, left))):
            return right
        if right in following("capacities") and quantity.counted and self._counts(quantity, left):
            return left + right  # 国产服务器年产100万台|生产能力
        if right and quantity.counted and "、" in left and self._text.endswith(left, 0, quantity.start):
            return right  # 结果分为优秀、称职、不称职|三个|等次
        if right and quantity.counted and not (left and attained and not self._is_had(quantity)):
            return right
        dealt_from = max(self._before.left_edge(index), quantity.start - BEFORE)
        dealt = quantity.unit_name == "元" and not is_metric(left) and not left.endswith(money) and is_dealt(self._text, dealt_from, quantity.start)
        if dealt and (given := right or money_near(self._words, self._borders, quantity)):
            return given
        loose = left in listed("totals") and self._text.startswith("的", quantity.end)  # 设立总规模|10亿元的|产业基金
        loose = loose or (not attained and (not is_metric(left) or left in listed("totals")))
        if right and (left in _WHOLE or left in _RATES or (left and tag(left) == "ns")):
            return right
        if left and right and loose and right not in listed("manners"):
            return right
        return (left if left not in _WHOLE else "") or right or self._spoken_of(index) or left

    def _given_last(self, index: int) -> str:
        """The help that a row of sums ends with: 用房补助 of `给予每平方米|100元|、上限50万元用房补助`; nothing where no giving opens the row."""
        if not given_to(self._text, self._borders.sentence_at(self._quantities[index].start)[0], self._quantities[index].start):
            return ""
        for at in range(index, min(index + LISTED, len(self._quantities))):
            quantity = self._quantities[at]
            if quantity.unit_name != "元" or (at > index and not sums_joined(self._text, self._quantities[at - 1].end, quantity.start)):
                return ""
            if names_sum(help_ := self._after.phrase(at)):
                return help_
        return ""

    def _spoken_of(self, index: int) -> str:
        """What a number with no noun of its own is of: people or times of what the verb after it says (`3人|获批`), or what the sentence spoke of."""
        quantity, said = self._quantities[index], self._before.done_with(index) or self._before.antecedent(index)
        if quantity.unit_name not in _WHO_DID or (said and self._counts_people(said)):
            return said
        return self._after.deed(index) or said

    def _counts_people(self, phrase: str) -> bool:
        return bool(classes_of(phrase) & {"person", "household", "group"}) or is_metric(phrase)

    def _describes(self, quantity: Quantity, left: str, *, attained: bool) -> bool:
        """Ages and measures after 的 describe what follows: `3岁以下` 婴幼儿, `条件较好的12万千瓦以上` 机组."""
        if quantity.unit_name in ("岁", "周岁"):
            return not is_metric(left)
        if self._is_within(quantity):
            return not is_metric(left)
        relative = self._text[quantity.start - 1 : quantity.start] == "的"
        return relative and not attained and not quantity.counted and quantity.unit_name not in SHARES

    def _is_worth(self, index: int, left: str, right: str) -> bool:
        """Whether a threshold in money is of what stands right before it: `到位外资|1000万元以上的|项目`; not `企业|500万元以下|贷款`."""
        quantity = self._quantities[index]
        if quantity.unit_name in ("人", "名") and quantity.bounded:
            said = self._text.endswith(left, 0, quantity.start) and (tag(cut(left[-_LAST_WORD:])[-1]) or "v") in ("n", "vn")
            return said and not classes_of(left) & {"organisation", "place", "facility", "project"}  # 用工|1000人以上的|企业
        if not (quantity.unit_name or "").endswith("元") or quantity.counted or not self.modifies(index) or right.endswith(tuple(listed("money"))):
            return False
        adjacent = self._text.endswith(left, 0, quantity.start) and self._text.startswith("的", quantity.end)
        return adjacent and not classes_of(left) and not (tag(cut(left[-_LAST_WORD:])[-1]) or "v").startswith("v")

    def _is_within(self, quantity: Quantity) -> bool:
        """Whether the number bounds what follows it: `床位在|200张以上|的综合医院`."""
        return self._text.startswith("在", quantity.start - 1) and self._text.startswith("的", quantity.end)

    def _counts(self, quantity: Quantity, phrase: str) -> bool:
        """Whether the measure word is known to count what the phrase names: 家 counts 企业, not 着力."""
        return bool(phrase) and agreement(quantity.unit_name, phrase, cut(phrase[-_LAST_WORD:])[-1]) == "counted"

    def _is_led_to(self, quantity: Quantity, left: str, right: str) -> bool:
        """Whether what stands before the number only has what follows it (`仍有|11万移民`), is acted on in it or is given it."""
        before = self._text[max(0, quantity.start - 4) : quantity.start]
        if quantity.unit_name and quantity.unit_name in SHARES and _HAS_SHARE.search(before):
            return self._text.startswith("的", quantity.end)  # 公司有|47%|的营业收入
        at = self._text.rfind(left, max(0, quantity.start - 40), quantity.start) if left else -1
        if (
            at > 0
            and self._text[at - 1] in "对给向"
            and self._text[at + len(left) : quantity.start] == ""
            and self._text.startswith("的", quantity.end)
        ):
            return True
        verbal = (tag(cut(right[-_LAST_WORD:])[-1]) or "").startswith("v")
        if verbal or (quantity.counted and self._counts(quantity, left) and not self._counts(quantity, right)):
            return False
        return (quantity.counted or quantity.unit is None) and bool(_HAS.search(before) or _IN.search(before))

    def _is_had(self, quantity: Quantity) -> bool:
        """Whether each of something has the number: `每村至少有`1名全科医生."""
        return bool(_HAD.search(self._text, max(0, quantity.start - 24), quantity.start))

    def _distribute(self) -> None:
        """`A、B分别达到34%、36%`: each number its own item, unless 均 or 各 gives one number to all."""
        index = 0
        while index < len(self._quantities):
            last = index
            while self._neighbours.alone(last + 1):
                last += 1
            item = self.items[index]
            if last > index and item and len(set(self.items[index : last + 1])) == 1:
                units = [quantity.unit_name for quantity in self._quantities[index : last + 1]]
                parts = shared(item, len(units), units[0], alike=len({unit for unit in units if unit}) < 2)
                start = self._quantities[index].start
                stepped = self._text[self._quantities[index].end : self._quantities[index + 1].start] in _TO_LEVEL
                if takers := self._before.takers(index, len(units)):
                    self.items[index : last + 1] = takers
                elif parts and not stepped and not _EACH.search(self._text, max(0, start - 4), start):
                    self.items[index : last + 1] = parts
                elif self._follows_list(index, last - index + 1):
                    self.items[index : last + 1] = self.items[2 * index - last - 1 : index]
            index = last + 1

    def _follows_list(self, index: int, count: int) -> bool:
        """Whether the numbers from `index` on say more of as many things before: `销量75万台，收入199亿元，分别增长11%和25%`."""
        first, start = index - count, self._quantities[index].start
        if first < 0 or self._quantities[first].start < self._borders.sentence_at(start)[0]:
            return False
        said = self._text[self._quantities[index - 1].end : start]
        before = self.items[first:index]
        if self._before.topic_since(index):
            return False
        loose = not self._named_since(index) or self.items[index] in listed("money")
        return _RESPECTIVELY.search(said) is not None and loose and len(set(before)) == count and all(before)

    def _named_since(self, index: int) -> bool:
        """Whether the number at `index` has a phrase of its own since the number before."""
        return bool(self._before.phrase(index)[0]) and self.items[index] != self.items[index - 1]

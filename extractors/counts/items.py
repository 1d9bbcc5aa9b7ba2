"""What each quantity counts: the noun phrase after it or before it, or the one that a list or an earlier clause lends it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.clauses import Borders
from extractors.counts.brackets import fills_bracket
from extractors.counts.item_reasons import explain_item
from extractors.counts.lists import shared
from extractors.counts.money import is_dealt, is_given, levied_at, money_near, money_paid_at
from extractors.counts.neighbours import Neighbours
from extractors.counts.nounphrases import is_metric, listed
from extractors.counts.nouns import agreement, classes_of
from extractors.counts.phrase_after import PhrasesAfter
from extractors.counts.phrase_before import BEFORE, SHARES, PhrasesBefore
from extractors.counts.phrases import Words
from extractors.counts.quantities import Quantity
from extractors.explain import asked
from extractors.words import cut, tag

#: Places that are no thing counted: 全省|共为5万名劳动者….
_WHOLE = frozenset(["全国", "全省", "全市", "全县", "全区", "全州", "全镇", "全乡", "全村", "我国"])
#: What says that so much falls to each, without a measure of its own: 人均|2亩果园.
_RATES = frozenset(["人均", "户均", "每户", "每人"])
_EACH = re.compile("均|都|各")
_HAD = re.compile("每[^，。；每]{1,10}[有设建](?:立|置|成)?$")
_RESPECTIVELY = re.compile("^[，；]?[^，；]{0,12}分别")
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
        for index in range(len(quantities)):
            self.items.append(self._item(index) or None)
        found = list(self.items)
        self._distribute()
        if asked():
            for quantity, item, own in zip(quantities, self.items, found, strict=True):
                explain_item(self._text, borders, quantity, item, distributed=item != own)

    def modifies(self, index: int) -> bool:
        """Whether the quantity is a threshold inside a longer phrase: `超10亿元的龙头企业`, `10亿元以上项目`, `百亿级产业`."""
        return self._neighbours.modifies(index)

    def _item(self, index: int) -> str:
        quantity = self._quantities[index]
        if quantity.unit and quantity.unit.kind == "noun" and quantity.unit.name is None:
            return self._text[quantity.unit.start : quantity.unit.end]
        right = self._after.phrase(index)
        if self._neighbours.alone(index) and not (right and (quantity.counted or self.modifies(index))):
            return self._before.item_before(index)
        if fills_bracket(self._text, quantity):
            return self._before.owner_of_bracket(index) or self._before.item_before(index)
        left, attained = self._before.phrase(index)
        if right and left and all((tag(word) or "").startswith("v") for word in cut(left)):
            left = ""
        placed = quantity.unit is not None and quantity.unit.kind == "noun" and "place" in classes_of(quantity.unit_name or "")
        if placed and left and not attained and self._text[quantity.start - 1] == left[-1]:
            return self._words.between(max(0, quantity.start - 8), quantity.start)[-1].text
        return self._chosen(index, left, right, attained=attained)

    def _chosen(self, index: int, left: str, right: str, *, attained: bool) -> str:
        """The phrase before or after the number; measure words count what follows, measures and shares mostly what stands before."""
        quantity = self._quantities[index]
        if levied := levied_at(self._text, quantity):
            return levied
        if right and quantity.unit_name in ("岁", "周岁") and self._counts(quantity, right):
            return right
        if right and (quantity.levelled or quantity.unit_name == "级" or self._describes(quantity, left, attained=attained)):
            return right
        if right in listed("manners") and (paid := money_paid_at(self._words, quantity)):
            return paid
        money = tuple(listed("money"))
        if right.endswith(money) and is_given(self._text, quantity) and not (left and quantity.unit_name in SHARES):
            return right
        if right and quantity.counted and (left in _WHOLE or (self._counts(quantity, right) and not self._counts(quantity, left))):
            return right
        if right and quantity.counted and not (left and attained and not self._is_had(quantity)):
            return right
        dealt_from = max(self._before.left_edge(index), quantity.start - BEFORE)
        dealt = quantity.unit_name == "元" and not is_metric(left) and not left.endswith(money) and is_dealt(self._text, dealt_from, quantity.start)
        if dealt and (given := right or money_near(self._words, self._borders, quantity)):
            return given
        loose = not attained and (not is_metric(left) or left in listed("totals"))
        if right and (left in _WHOLE or left in _RATES or (left and tag(left) == "ns")):
            return right
        if left and right and loose and right not in listed("manners"):
            return right
        return left or right or self._before.antecedent(index)

    def _describes(self, quantity: Quantity, left: str, *, attained: bool) -> bool:
        """Ages and measures after 的 describe what follows: `3岁以下` 婴幼儿, `条件较好的12万千瓦以上` 机组."""
        if quantity.unit_name in ("岁", "周岁"):
            return not is_metric(left)
        if self._text[quantity.start - 1 : quantity.start] == "在" and self._text[quantity.end : quantity.end + 1] == "的":
            return not is_metric(left)
        relative = self._text[quantity.start - 1 : quantity.start] == "的"
        return relative and not attained and not quantity.counted and quantity.unit_name not in SHARES

    def _counts(self, quantity: Quantity, phrase: str) -> bool:
        """Whether the measure word is known to count what the phrase names: 家 counts 企业, not 着力."""
        return bool(phrase) and agreement(quantity.unit_name, phrase, cut(phrase[-_LAST_WORD:])[-1]) == "counted"

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
                parts = shared(item, last - index + 1)
                start = self._quantities[index].start
                if parts and not _EACH.search(self._text, max(0, start - 4), start):
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
        loose = not self._named_since(index) or self.items[index] in listed("money")
        return _RESPECTIVELY.search(said) is not None and loose and len(set(before)) == count and all(before)

    def _named_since(self, index: int) -> bool:
        """Whether the number at `index` has a phrase of its own since the number before."""
        return bool(self._before.phrase(index)[0]) and self.items[index] != self.items[index - 1]

"""How the numbers of a document stand to each other: which follows which in a list, which is a threshold in the phrase of another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.counts.lexicon import pattern
from extractors.counts.noun_phrases.edges import is_metric
from extractors.counts.quantities.cells import Cells
from extractors.counts.quantities.finding import Quantity

#: No thing is named after a smaller size without a unit (千亿产业).
_LEAST_SIZE = 10**8
_LEAST_PEOPLE = 100
#: Units of size that things are named after (千亩基地), and a clause that may describe the things before that: 3个|连片的|千亩基地.
_SIZES = frozenset(["亩", "公顷", "平方米", "千瓦", "吨级"])
#: Units of parts by whose number their whole is told: 6层及以下住宅.
_PARTS = frozenset(["层", "座"])
_SIZED_BY = ("年产", "月产", "日产", "日处理", "年处理", "日供水", "年供气", "占地", "投资", "装机", "长", "高", "宽", "库容")
_DESCRIBED = re.compile("[^，。；：、\n]{1,8}的")
#: No name of a measure inside a phrase is longer.
_LONGEST_SIZE = 8
#: What leads from such a name to its number: 年收入|达|500亿元的企业.
COMING_TO = "达到为约"
_JOIN = re.compile(r" ?(?:、(?:累计|总计)?|和|与|及|或|以及|或者|至|×|、?分别为?) ?")
#: A threshold before one of these does not describe what follows: 达到1亿元以上且…
_NOT_DESCRIBED = frozenset("且并或均都和与及以用作为由在不才可方")
#: What a bracket leaves out of a threshold or adds to it: 65吨以上|（不含65吨）|锅炉.
_EXCEPTED = re.compile("（(?:不?含|包括|不包括)[^（）\\n]{1,40}）")
#: As many numbers of a list, or thresholds in a phrase, as are looked through for what they share.
LISTED = 8


class Neighbours:
    """The quantities of one text in order, and what stands between them."""

    def __init__(self, text: str, quantities: Sequence[Quantity]) -> None:
        self.text, self.quantities = text, quantities
        self.cells = Cells(text)

    def modifies(self, index: int) -> bool:
        """Whether the quantity is a threshold inside a longer phrase: `超10亿元的龙头企业`, `10亿元以上项目`, `百亿级产业`."""
        quantity = self.quantities[index]
        if quantity.levelled:
            return True
        if quantity.counted:
            parts = quantity.bounded and quantity.unit_name in _PARTS
            return parts and pattern("conditions", "parts_told").match(self.text, quantity.end) is not None
        previous = self.quantities[index - 1] if index else None
        after = self.text[quantity.end : quantity.end + 1]
        led = previous and previous.end == quantity.start and previous.unit and previous.unit.kind == "classifier"
        if led and not (quantity.start < quantity.core_start and after in "，。；、\n"):
            return True
        if previous and previous.counted and after == "的" and self.is_said_of_size(previous.end, quantity.start):
            return True
        if previous and previous.counted and quantity.unit_name in _SIZES and _DESCRIBED.fullmatch(self.text, previous.end, quantity.start):
            return True
        if quantity.number.kind == "fraction" and after not in ("的", "者"):
            return False
        if quantity.unit is None and _LEAST_PEOPLE <= quantity.value < _LEAST_SIZE and after not in ("的", "者"):
            return False  # 近5000移民 counts people.
        following = self.quantities[index + 1] if after == "、" and index + 1 < len(self.quantities) else None
        if following and following.start == quantity.end + 1 and following.bounded and following.unit_name == quantity.unit_name:
            return quantity.bounded and self.text[following.end : following.end + 1] == "的"
        if quantity.bounded and after == "（" and (excepted := _EXCEPTED.match(self.text, quantity.end)):
            after = self.text[excepted.end() : excepted.end() + 1]
        return quantity.bounded and "\u4e00" <= after <= "\u9fff" and after not in _NOT_DESCRIBED

    def is_said_of_size(self, start: int, end: int) -> bool:
        """Whether nothing but the name of a measure stands between two numbers: 2个|总投资|50亿元的项目."""
        said = self.text[start:end].rstrip(COMING_TO)
        return start < end <= start + _LONGEST_SIZE and (is_metric(said) or said.endswith(_SIZED_BY))

    def alone(self, index: int) -> bool:
        """Whether only a separator stands between this number and the one before."""
        if not 0 < index < len(self.quantities):
            return False
        return self.joined(self.quantities[index - 1].end, self.quantities[index].start)

    def joined(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` is nothing but a separator of a list: `、`, `和`, `分别为`."""
        return _JOIN.fullmatch(self.text, start, end) is not None

"""Numbers that are a part of the name of what comes next: sizes, grades and distances, `220千伏变电站`, `500米覆盖率`."""

from __future__ import annotations

import re

from extractors.counts.items.antecedents import SHARES
from extractors.counts.items.taken import Taken
from extractors.counts.lexicon import words
from extractors.counts.noun_phrases.edges import is_metric, tidy
from extractors.counts.noun_phrases.preceding import trailing

#: Those of whom a share is told, after what they have of something.
_CLASS_SHARE = re.compile("[^，。；、的]{2,8}的?(?:比例|比重|占比)")
#: Units of voltage, by which lines are told apart.
_VOLTAGES = frozenset(["千伏", "kV", "KV", "伏"])
#: As long as a measure is whose name goes on behind a number, and what is covered within so many metres.
_LONGEST_QUALIFIED, _COVERAGE = 10, re.compile("(?:服务)?(?:半径)?(?:人口|建筑|面积)?(?:覆盖率|可达率|覆盖水平)")


class Sized(Taken):
    """What the quantities of one document are of whose name has another number in it."""

    def is_class(self, index: int, start: int) -> bool:
        """Whether the number before says whose share this one is: `年收入20万元至60万元|群体的比例`30%."""
        shared = self._quantities[index].unit_name in SHARES and not self._quantities[index - 1].counted
        return shared and _CLASS_SHARE.match(self._text, start, self._quantities[index].start) is not None

    def is_sized(self, index: int, start: int) -> bool:
        """Whether the number before says how large what this one counts is: `220千伏|变电站`29座, `5级以上|地震`48次."""
        size = self._quantities[index - 1]
        volted = size.unit_name in _VOLTAGES and self._quantities[index].unit_name in words("conditions", "lengths")  # 10千伏|线路|70公里
        if size.end != start or size.unit is None or not (self._quantities[index].counted or volted):
            return False
        return (size.unit.kind == "measure" and size.unit_name not in SHARES) or (size.unit_name or "").endswith("级")

    def qualifies(self, index: int, phrase: str) -> bool:
        """Whether a number is a part of the name of the measure that follows it: `站点|500米|覆盖率`, `钨精矿|（65%）|年开采总量`."""
        size, end = self._quantities[index], self._quantities[index].end
        if not is_metric(phrase) or len(phrase) > _LONGEST_QUALIFIED:
            return False
        within = size.unit_name in words("conditions", "lengths") and _COVERAGE.fullmatch(phrase) is not None and self._text.startswith(phrase, end)
        bracketed = size.unit_name == "%" and self._text[size.start - 1] == "（" and self._text[end : end + 1] == "）"
        return within or (bracketed and self._text.startswith((phrase, f"年{phrase}"), end + 1))

    def with_qualifier(self, index: int, phrase: str, floor: int) -> str:
        """The measure's whole name with such a number, from the words behind `floor` on: `站点500米覆盖率`."""
        size = self._quantities[index]
        start = size.start
        if self._text[start - 1] == "（":
            start, floor = start - 1, self._after_label(*self._borders.clause_at(start))
        kept, _ = trailing(self._words_between(floor, start))
        return tidy(self._text[kept[0].start if kept else start : self._text.index(phrase, size.end)] + phrase)

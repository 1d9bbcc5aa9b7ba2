"""Shares of a whole that the clause counts too: `移民20万人，占5座水库移民总数的三分之二`, `收入2010元，仅为全省平均3770元的53%`."""

from __future__ import annotations

import re

from extractors.counts.items.antecedents import BEFORE, SHARES
from extractors.counts.items.borne import Borne
from extractors.counts.items.neighbours import LISTED
from extractors.counts.noun_phrases.edges import tidy

_DEGREE = "(?:分别|大约|约|仅仅|仅|只|也|还|共|就|已|均|各)*"
#: Who takes, if the clause says it, and of what, with the number of the whole in its midst or behind it.
_TAKING = re.compile(f"(?:{_DEGREE}|(?P<owner>[^，。；：占]{{2,30}}?){_DEGREE})占到?(?P<whole>[^，。；：占从由]{{2,40}})的")
#: What it is set beside: the share is still of what the sentence spoke of.
_EQUALLING = re.compile(f"{_DEGREE}(?:是|为|相当于|等于)[^，。；：]{{2,40}}的")
_BRACKET = re.compile("[（(][^（）()]*[）)]")


class Taken(Borne):
    """What the shares of one document are of whose whole has a number of its own."""

    def taken(self, index: int) -> str:
        """`A占B`, or A where the clause only compares; nothing where its whole has no number."""
        start, end = self._borders.clause_at(self._quantities[index].start)[0], self._quantities[index].start
        first = self._first_of(start, index)
        if first == index or self._quantities[index].unit_name not in SHARES:
            return ""
        owner = self._owner_of_clause(start, first)
        if (taking := _TAKING.fullmatch(self._text, start, end)) and self._quantities[first].start >= taking.start("whole"):
            last = self._quantities[index - 1]
            numbered = last.start if last.end == taking.end("whole") else taking.end("whole")  # 全省农民收入|3770元|的
            whole = _BRACKET.sub("", self._text[taking.start("whole") : numbered])
            named = self._of_clause(start, taking.end("owner")) if taking["owner"] else owner
            return tidy(f"{named}占{whole}") if named else ""
        return owner if _EQUALLING.fullmatch(self._text, start, end) else ""

    def takers(self, index: int, count: int) -> list[str]:
        """As many things as there are shares from `index` on, each counted before: `不通车的30个，不通电的10个，分别占村组总数的20%和6%`."""
        item, start = self._items[index] or "", self._borders.clause_at(self._quantities[index].start)[0]
        if "占" not in item or not self._text.startswith("分别占", start):
            return []
        end, sentence = self._first_of(start, index), self._borders.sentence_at(start)[0]
        before = [self._items[at] or "" for at in range(max(0, end - LISTED), end) if self._quantities[at].start >= sentence]
        owners = before[-count:]
        whole = item.partition("占")[2]
        return [f"{owner}占{whole}" for owner in owners] if len(set(owners)) == count and all(owners) else []

    def _first_of(self, start: int, index: int) -> int:
        """The first number of the clause that begins at `start`, up to the one at `index`."""
        while index and self._quantities[index - 1].start >= max(start, self._quantities[index].start - BEFORE):
            index -= 1
        return index

    def _owner_of_clause(self, start: int, first: int) -> str:
        """What the sentence spoke of before the clause."""
        if not first or self._quantities[first - 1].start < self._borders.sentence_at(start)[0]:
            return ""
        return (self.item_before(first)).partition("占")[0]

"""Whether a change (`增长5%左右`) is still to be reached or a statistic of the past."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from extractors.clauses import Borders, Span
from extractors.records import Context, Count
from extractors.targets.governance import Governance
from extractors.targets.lexicon import lexicon
from extractors.targets.rules import Hold

#: From this sum of signs on a change counts as a target.
_ENOUGH = 2
#: So far before and after a quantity the words around it are read.
_REACH = 80


class Changes:
    """Tells changes to be reached from statistics, by the words around them and the quantities beside them."""

    def __init__(self, text: str, borders: Borders, context: Context, counts: Sequence[Count], governance: Governance) -> None:
        self._text = text
        self._borders = borders
        self._context = context
        self._governance = governance
        self._starts = [count.start for count in counts]
        #: Running sums: quantities to be reached minus quantities reached.
        self._balance = [0, *accumulate((count.role == "target") - (count.role == "achieved") for count in counts)]

    def to_be_reached(self, count: Count) -> bool:
        """`力争产值增长5%` and `到明年，产值增长5%` are; `去年产值增长5%` and `比例最高可提高5个百分点` are not.

        A sum of signs: a governing deadline, words of planning or of reporting, the section, and the quantities of the same
        sentence and line, which are known to be targets or achieved.
        """
        words = lexicon()
        clause = self._borders.clause_at(count.start)
        start, end = max(clause[0], count.start - _REACH), min(clause[1], count.end + _REACH)
        if self._context.genre == "other" or words.permission.search(self._text, start, end) or words.past.search(self._text, start, count.start):
            return False
        if self._context.genre == "news" and words.forecast.search(self._text, *self._line(clause)):
            return False
        rule = self._governance.rule_at(count.start)
        signs = 0 if rule is None else 2 if rule.hold is Hold.NUMBERS else 3
        signs += 2 if words.future.search(self._text, start, count.start) else 0
        signs -= 3 if words.statistic.search(self._text, start, end) else 0
        signs += 1 if rule is None and count.comparator in ("ge", "le", "approx") else 0
        sentence = self._borders.sentence_at(count.start)
        signs -= 5 if words.accomplished.search(self._text, count.end, sentence[1]) else 0
        signs += 4 * self._neighbours(sentence) or 2 * self._neighbours(self._line(sentence))
        signs += self._governance.headings.outlook(count.start)
        signs -= 2 if rule is None and self._context.genre == "news" else 0
        return signs >= _ENOUGH

    def _neighbours(self, span: Span) -> int:
        """1 where most other quantities in `span` are targets, -1 where they are achieved, 0 where there are none or as many."""
        balance = self._balance[bisect_left(self._starts, span[1])] - self._balance[bisect_left(self._starts, span[0])]
        return (balance > 0) - (balance < 0)

    def _line(self, sentence: Span) -> Span:
        end = self._text.find("\n", sentence[1])
        return self._text.rfind("\n", 0, sentence[0]) + 1, end if end >= 0 else len(self._text)

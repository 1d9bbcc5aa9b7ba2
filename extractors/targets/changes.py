"""Whether a change (`增长5%左右`) is still to be reached or a statistic of the past."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extractors.clauses import Borders
from extractors.records import Context, Count, Section
from extractors.targets.governance import Governance, Hold
from extractors.targets.lexicon import lexicon

#: From this sum of signs on a change counts as a target.
_ENOUGH = 2


class Changes:
    """Tells changes to be reached from statistics, by the words around them and the quantities beside them."""

    def __init__(self, text: str, borders: Borders, context: Context, sections: Sequence[Section], counts: Sequence[Count], governance: Governance) -> None:
        self._text = text
        self._borders = borders
        self._context = context
        self._sections = sections
        self._counts = counts
        self._starts = [count.start for count in counts]
        self._governance = governance

    def to_be_reached(self, count: Count) -> bool:
        """`力争产值增长5%` and `到明年，产值增长5%` are; `去年产值增长5%` and `比例最高可提高5个百分点` are not.

        A sum of signs: a governing deadline, words of planning or of reporting, the section, and the quantities of the same
        sentence and line, which are known to be targets or achieved.
        """
        words = lexicon()
        clause = self._borders.clause_at(count.start)
        before = self._text[clause[0] : count.start]
        whole = self._text[clause[0] : clause[1]]
        if self._context.genre == "other" or words.permission.search(whole) or words.past.search(before):
            return False
        sentence = self._borders.sentence_at(count.start)
        signs = 0
        rule = self._governance.rule_at(count.start)
        if rule is not None:
            signs += 2 if rule.hold is Hold.NUMBERS else 3
        signs += 2 if words.future.search(before) else 0
        signs -= 3 if words.statistic.search(whole) else 0
        signs += 1 if count.comparator in ("ge", "le", "approx") and rule is None else 0
        signs += 4 * self._neighbours(sentence, count) or 2 * self._neighbours(self._line(sentence), count)
        signs += self._section_sign(count.start)
        if self._context.genre != "policy" and rule is None:
            signs -= 2
        return signs >= _ENOUGH

    def _neighbours(self, span: tuple[int, int], but: Count) -> int:
        """1 where the other quantities in `span` are targets, -1 where they are achieved, 0 where there are none or both."""
        first, last = bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1])
        roles = [count.role for count in self._counts[first:last] if count is not but]
        return (roles.count("target") > roles.count("achieved")) - (roles.count("achieved") > roles.count("target"))

    def _line(self, sentence: tuple[int, int]) -> tuple[int, int]:
        start = self._text.rfind("\n", 0, sentence[0]) + 1
        end = self._text.find("\n", sentence[1])
        return start, end if end >= 0 else len(self._text)

    def _section_sign(self, position: int) -> int:
        for number in self._governance.ancestors(self._governance.section_at(position)):
            section = self._sections[number]
            title = self._text[section.title_start : section.title_end]
            if section.kind == "goal":
                return 3
            if lexicon().heading_past.search(title):
                return -3
            if section.kind in ("task", "safeguard") or lexicon().heading_future.search(title):
                return 2
        return 0

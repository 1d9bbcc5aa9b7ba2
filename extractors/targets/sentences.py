"""What a sentence among goals tells: results that go on with those before, or work for them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractors.clauses import Span
from extractors.targets.clause_kinds import is_achievement, is_building, is_one_off, is_result, is_state
from extractors.targets.headings import Headings
from extractors.targets.lexicon import lexicon
from extractors.targets.rules import Rule
from extractors.targets.wording import trimmed

#: What goals, told after this, come to: `实现规划确定的主要目标，即收入达到…`.
_GOALS_MET = re.compile("(?:全面|如期|圆满|顺利|确保)?(?:实现|完成|达到)[^，]{0,24}(?:目标|指标)$")
#: What a result leaves out, told before it: `除保护区外，全部实现清洁能源化`.
_EXCEPTING = re.compile("除[^，。]{2,30}外$")
#: The head of an item of goals is no longer than this.
_LONGEST_HEAD = 26


class Sentences:
    """The sentences of one text, each asked by its clauses; `quantities` are where those to be reached begin, in order."""

    def __init__(self, text: str, headings: Headings, quantities: Sequence[int]) -> None:
        self._text = text
        self._headings = headings
        self._quantities = quantities

    def continues(self, clauses: Sequence[Span]) -> bool:
        """Whether a sentence goes on with the results of the one before: it begins with a state, a quantity or goals met."""
        first = clauses[0]
        if len(clauses) > 1 and _EXCEPTING.match(self._text, *first):
            first = clauses[1]
        start, end = trimmed(self._text, first, self._headings.end_inside(first))
        return self._has_quantity(start, end) or is_state(self._text[start:end]) or _GOALS_MET.match(self._text, start, end) is not None

    def begins_with_work(self, clauses: Sequence[Span]) -> bool:
        """Whether a sentence, though it begins with a quantity, tells of work: `推动五所大学的重点学科，汇聚人才`, but not `新增五家`."""
        start, end = trimmed(self._text, clauses[0], self._headings.end_inside(clauses[0]))
        said = self._text[start:end]
        return lexicon().verb_first.match(said) is not None and not is_achievement(said) and not is_one_off(said)

    def tells_results(self, clauses: Sequence[Span], rule: Rule) -> bool:
        """Whether a sentence among goals tells of results, not of the work for them: `加强宣传，意识更加牢固`, but not `推动应用，拓展领域`."""
        if self._has_quantity(clauses[0][0], clauses[-1][1]):
            return True
        said = [self._text[slice(*trimmed(self._text, clause, self._headings.end_inside(clause)))] for clause in clauses]
        if any(map(is_state, said)) or is_achievement(said[0]) or (rule.phase and is_result(said[0])):
            return True
        if self._headings.lists_measure_at(clauses[0][0]):
            return True
        return self._details_goal(clauses[0][0]) and lexicon().construction.match(said[0]) is not None

    def _details_goal(self, position: int) -> bool:
        """Whether the sentence at `position` begins an item of a list of goals, or follows its short head: `——产业培育。建立体系`."""
        line = self._text.rfind("\n", 0, position) + 1
        if position - line > _LONGEST_HEAD or self._text.find("。", line, position) not in (-1, position - 1):
            return False
        return self._text.startswith("——", line) or (position > line and self._headings.is_goal(self._headings.section_at(position)))

    def outcomes(self, clauses: Sequence[Span]) -> set[Span]:
        """Those clauses of a sentence of work among goals that tell what the work comes to: the last two of `加密线路，打造新站，实现各县通高铁`."""
        found: set[Span] = set()
        closing = True  # only such clauses follow
        for clause in reversed(clauses):
            said = self._text[slice(*clause)]
            if lexicon().outcome.match(said) is not None or (closing and is_building(said)):
                found.add(clause)
            else:
                closing = False
        return found

    def _has_quantity(self, start: int, end: int) -> bool:
        index = bisect_left(self._quantities, start)
        return index < len(self._quantities) and self._quantities[index] < end

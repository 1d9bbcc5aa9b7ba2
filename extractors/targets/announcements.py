"""Goals that a sentence announces without saying when they are for: `主要预期目标是：…`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from extractors.clauses import Borders, Span
from extractors.records import Deadline
from extractors.targets.headings import Headings
from extractors.targets.lexicon import lexicon
from extractors.targets.lists import announces_next
from extractors.targets.rules import Hold, Rule
from extractors.targets.standing import Standings

#: A time of its own that nothing dates: `未来五年…主要目标是：`.
_AHEAD = re.compile("未来|今后")
#: So far before an announcement of goals the year it is for may stand.
_LOOK_BACK = 600


class Announcements:
    """The announcements of goals in a text, asked by clause."""

    def __init__(self, text: str, borders: Borders, deadlines: Sequence[Deadline], headings: Headings, standings: Standings) -> None:
        self._text, self._borders, self._deadlines = text, borders, deadlines
        self._headings, self._standings = headings, standings
        self._starts = [deadline.start for deadline in deadlines]
        self._places = [found.start() for found in lexicon().goal_announcement.finditer(text)]

    def rule_for(self, clause: Span, rule: Rule | None) -> Rule | None:
        """The rule of a sentence that announces goals without a time, `主要预期目标是：…`: the year of the heading, or the one told of before.

        Goals that a five-year plan is said to set (`《纲要（草案）》提出了主要目标：…`) are for its period, other expected goals for a year.
        """
        announcement = lexicon().goal_announcement.search(self._text, *clause) if self.stand_in(clause) else None
        if not announcement:
            return None
        start = self._borders.sentence_at(clause[0])[0]
        if _AHEAD.search(self._text, start, announcement.start()):
            return None
        chapter = self._headings.chapter_at(clause[0])
        told = [index for index in self._told_before(clause[0]) if self._headings.chapter_at(self._starts[index]) == chapter]
        planned = lexicon().plan_draft.search(self._text, start, announcement.start()) is not None
        fitting = [index for index in told if (self._deadlines[index].precision == "period") == planned]
        if fitting or told:
            return Rule((fitting or told)[0], "section", Hold.GOAL)
        return replace(rule, hold=Hold.GOAL) if rule is not None else None

    def stand_in(self, span: Span) -> bool:
        """Whether goals are announced somewhere in `span`."""
        index = bisect_left(self._places, span[0])
        return index < len(self._places) and self._places[index] < span[1]

    def _told_before(self, position: int) -> list[int]:
        """The deadlines of a year or more that stand within reach before `position` and are not somebody else's, the nearest first."""
        told: list[int] = []
        for index in range(bisect_left(self._starts, position) - 1, -1, -1):
            deadline = self._deadlines[index]
            if position - deadline.end > _LOOK_BACK:
                break
            if deadline.precision not in ("year", "period") or deadline.bound not in ("by", "during") or deadline.date_to is None:
                continue
            if not self._standings.is_anothers(self._borders.clause_at(deadline.start), deadline):
                told.append(index)
        return told

    def opens_at(self, position: int) -> bool:
        """Whether the line that begins at `position` is the one that the line before announces: `“十四五”期间的目标是：`."""
        return position > 0 and announces_next(self._text[max(self._text.rfind("\n", 0, position - 1), position - _LOOK_BACK, 0) : position - 1])

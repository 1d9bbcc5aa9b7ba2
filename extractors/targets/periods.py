"""The policy's own period, which bounds the targets that no deadline in the text governs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from extractors.period import period_of
from extractors.records import Context, Deadline, Mention
from extractors.targets.lexicon import lexicon

#: A season in a title: `2022-2023年秋冬季…方案` is not for all of 2023.
_SEASON = re.compile("秋冬季?|冬春季?|[采供]暖季|冬季")


class Periods:
    """For each place in a document, the last day of the period of the policy that is told of there."""

    def __init__(self, context: Context, mentions: Sequence[Mention], deadlines: Sequence[Deadline]) -> None:
        """`mentions` in order of their place in the text; `deadlines` say when a season ends that the title names."""
        title = context.title or ""
        period = context.period or period_of(title)
        if context.genre != "policy" and title and not lexicon().plan_name.search(title):
            period = None  # `2020年园区新貌`, `十二五园区走势`: what an article is about, not what a policy is for
        self._own = _season_end(period, deadlines) if period and _SEASON.search(title) else _end(period)
        self._told: list[tuple[int, date | None]] = []
        if context.genre == "news":
            self._told = [
                (mention.end, _end(period_of(mention.title)) or self._own) for mention in mentions if lexicon().plan_name.search(mention.title)
            ]

    def end_at(self, position: int) -> date | None:
        """The end of the period that holds at `position`: in a news page that of the plan named last before it, else the document's own."""
        index = bisect_right(self._told, position, key=lambda item: item[0]) - 1
        return self._told[index][1] if index >= 0 else self._own


def _season_end(period: tuple[int, int], deadlines: Sequence[Deadline]) -> date:
    """The end of a season that begins in one year and ends in the next: the end the text gives its work, else that of March."""
    for deadline in deadlines:
        if deadline.date_from and deadline.date_to and (deadline.date_from.year, deadline.date_to.year) == period and period[0] < period[1]:
            return deadline.date_to
    return date(period[1], 3, 31) if period[0] < period[1] else date(period[1], 12, 31)


def _end(period: tuple[int, int] | None) -> date | None:
    return date(period[1], 12, 31) if period else None

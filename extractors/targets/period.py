"""The policy's own period, which bounds the targets that no deadline in the text governs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from extractors.records import Context, Mention
from extractors.targets.lexicon import lexicon

_DASH = r"\s*(?:[-—–~～―一]+|至|到)\s*"
_YEARS = re.compile(rf"((?:19|20)\d\d)\s*年?{_DASH}((?:19|20)\d\d)\s*年?")
#: 十三五: the thirteenth five-year plan, 2016 to 2020; each plan begins in the year after the one before it ends.
_PLAN = re.compile(r"[“\"'『「‘]?(十[一二三四五六七])五[”\"'』」’]?(?=.*(?:规划|计划|方案|措施|纲要|目标|意见|工程|行动|任务))")
_PLAN_START = {"十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026, "十六": 2031, "十七": 2036}
#: Kinds of documents that are made for one year.
_ONE_YEAR = re.compile(
    r"((?:19|20)\d\d)\s*年(?:度)?(?!级|以来|以后|以前|底|版|修订|修正|第).*?(?:工作要点|工作安排|工作计划|政府工作报告|重点工作|工作任务|重点任务|工作方案|实施计划|行动计划|攻坚方案|目标任务|实施方案|计划)"
)


def title_period(title: str) -> tuple[int, int] | None:
    """The years a title gives its policy: `行动方案（2021—2023年）` 2021 to 2023, `“十四五”…规划` 2021 to 2025, `2019年度工作要点` 2019.

    A year that only names an edition or an event (`2019年版目录`) is no period.
    """
    if years := _YEARS.search(title):
        first, last = int(years[1]), int(years[2])
        return (first, last) if first <= last else None
    if plan := _PLAN.search(title):
        first = _PLAN_START[plan[1]]
        return first, first + 4
    if year := _ONE_YEAR.search(title):
        return int(year[1]), int(year[1])
    return None


class Periods:
    """For each place in a document, the last day of the period of the policy that is told of there."""

    def __init__(self, context: Context, mentions: Sequence[Mention]) -> None:
        """`mentions` in order of their place in the text."""
        self._own = _end(context.period or title_period(context.title or ""))
        self._told: list[tuple[int, date | None]] = []
        if context.genre == "news":
            self._told = [
                (mention.end, _end(title_period(mention.title)) or self._own) for mention in mentions if lexicon().plan_name.search(mention.title)
            ]

    def end_at(self, position: int) -> date | None:
        """The end of the period that holds at `position`: in a news page that of the plan named last before it, else the document's own."""
        index = bisect_right(self._told, position, key=lambda item: item[0]) - 1
        return self._told[index][1] if index >= 0 else self._own


def _end(period: tuple[int, int] | None) -> date | None:
    return date(period[1], 12, 31) if period else None

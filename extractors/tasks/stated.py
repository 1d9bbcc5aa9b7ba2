"""What kind of part each section stands in, read off the headings around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.outline.kinds import kind_of
from extractors.records import Section, SectionKind

#: `目标任务` holds tasks, unless the document has a part of tasks beside it.
_GOALS_AND_TASKS = re.compile("^(?:总体|主要|工作)?目标(?:和|与|及|、)?(?:主要|重点|工作)?(?:任务|措施|举措)(?:[（(].*)?$")
#: What was reached: `茶业取得显著成效`, `茶农收入有了较大提高`.
_REACHED = re.compile(
    "取得[^，。；]{0,14}(?:成效|成绩|成果|进展|突破)$|有(?:了)?(?:所|较大|一定|很大|明显|显著)?(?:的)?(?:提高|改善|增强|提升|进展|突破)$|得到(?:了)?[^，。；]{0,8}(?:提高|改善|加强|解决)$"
)
_PAST = re.compile("(?<![为除])了(?!解|断|结|然)|已(?:经|建|完|有|成)|共(?:完成|投入|建成|扶持|调处|搬迁)|年来|累计|据统计")
#: So many times must a report say what was done.
_FEW_PASTS = 3


def stated_kinds(text: str, sections: Sequence[Section]) -> list[SectionKind | None]:
    """For each section the kind that it or the nearest section around it states; None where nobody states any.

    A part that tells what was reached (`落实措施，工作取得显著成效`, and a text in the past) is `other`, and so is its `加强领导`.
    """
    stated: list[SectionKind | None] = []
    tasks_beside = {section.parent for section in sections if kind_of(section.title) == "task"}
    for section in sections:
        own = kind_of(section.title)
        if _GOALS_AND_TASKS.search(section.title):
            own = "goal" if section.parent in tasks_beside else None
        around = stated[section.parent] if section.parent is not None else None
        if (own is None and _REACHED.search(section.title) and _tells_past(text, section)) or (own == "safeguard" and around == "other"):
            own = "other"
        stated.append(own or around)
    return stated


def _tells_past(text: str, section: Section) -> bool:
    return sum(1 for _ in _PAST.finditer(text, section.title_end, section.end)) >= _FEW_PASTS

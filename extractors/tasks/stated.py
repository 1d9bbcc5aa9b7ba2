"""What kind of part each section stands in, read off the headings around it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from extractors.outline.kinds import kind_of
from extractors.outline.verbs import verb
from extractors.records import Section, SectionKind
from extractors.tasks.actions import is_action

#: `目标任务`, `试点内容和工作目标`: a part that holds tasks when its items are measures, unless there is a part of tasks beside it.
_GOALS_AND_TASKS = re.compile(
    "^(?:[^，。；：]{0,4}目标(?:和|与|及|以及|、)?[^，。；：和与及、]{0,4}(?:任务|措施|举措|内容)"
    "|[^，。；：]{0,4}(?:任务|措施|举措|内容)(?:和|与|及|以及|、)[^，。；：]{0,4}目标)(?:[（(].*)?$"
)
#: What was reached: `茶业取得显著成效`, `茶农收入有了较大提高`.
_REACHED = re.compile(
    "取得[^，。；]{0,14}(?:成效|成绩|成果|进展|突破|效果)$"
    "|采取的[^，。；]{0,6}(?:措施|做法)$"
    "|有(?:了)?(?:所|较大|一定|很大|明显|显著)?(?:的)?(?:提高|改善|增强|提升|进展|突破)$"
    "|(?:发挥|展现|取得|迈出|开创|实现|彰显|迈上|再上)[^，。；]{0,10}新[^，。；]{1,4}$"
    "|得到(?:了)?[^，。；]{0,8}(?:提高|改善|加强|解决)$"
)
_PAST = re.compile("(?<![为除])了(?!解|断|结|然)|已(?:经|建|完|有|成)|共(?:完成|投入|建成|扶持|调处|搬迁)|年来|累计|据统计")
#: What is to come: `要`, `应`, `将`, who is to do it.
_AHEAD = re.compile("要(?![求素点件闻])|应(?![用急对])|必须|将(?!军)|力争|确保|到20\\d\\d年|责任单位|牵头|下一步|加快|进一步")
#: More than this share of the items must be measures.
_MOST_MEASURES = 0.5
#: The share of sentences with a mark of the past.
_MOST_PAST = 0.6
#: An item that counts on from nothing (`4.` as the first among principles) belongs elsewhere, in a text that scraping shuffled.
_ORDERED = frozenset({"goal", "principle"})
#: A list of these that begins again belongs to a part whose own heading was lost.
_NUMERAL = re.compile("[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、")
_COUNTED_ON = re.compile("[（(]?(?:[2-9]|[1-9]\\d|[二三四五六七八九]|[一二三]?十[一二三四五六七八九]?)[）)]?[.．、）)]?$")
#: So many times must a report say what was done, under a heading that says what was reached and under another.
_FEW_PASTS, _MANY_PASTS = 3, 5


def stated_kinds(text: str, sections: Sequence[Section]) -> list[SectionKind | None]:
    """For each section the kind that it or the nearest section around it states; None where nobody states any.

    A part that tells what was reached (`落实措施，工作取得显著成效`, and a text in the past) is `other`, and so is its `加强领导`.
    """
    stated: list[SectionKind | None] = []
    begun: set[tuple[int | None, str]] = set()
    again: set[tuple[int | None, str]] = set()
    tasks_beside = {section.parent for section in sections if kind_of(section.title) == "task" and not _GOALS_AND_TASKS.search(section.title)}
    measures = _shares_of_measures(sections)
    for index, section in enumerate(sections):
        own = kind_of(section.title)
        if _GOALS_AND_TASKS.search(section.title):
            own = "goal" if section.parent in tasks_beside or measures.get(index, 1.0) <= _MOST_MEASURES else None
        around = stated[section.parent] if section.parent is not None else None
        if own is None and section.parent is not None and section.kind != sections[section.parent].kind:
            around = section.kind  # an unlabelled line names the list: `策略措施：` over `1.…`
        if (own is None and _tells_past(text, section)) or (own == "safeguard" and around == "other"):
            own = "other"
        if own == "safeguard" and around == "task" and kind_of(sections[section.parent or 0].title) == "task" and verb().match(section.title):
            own = "task"  # `强化统筹协调` among the tasks of a report
        key = section.parent, label_shape(section.label)
        counted_on = _COUNTED_ON.match(section.label) is not None
        stray = counted_on and key not in begun and around in _ORDERED
        if not counted_on:
            if key in begun and _NUMERAL.match(section.label):
                again.add(key)
            begun.add(key)
        stated.append(own or (None if stray or (key in again and around in _ORDERED) else around))
    return stated


def _shares_of_measures(sections: Sequence[Section]) -> dict[int, float]:
    """For each part that its heading says holds goals and tasks the share of its items that are measures."""
    children: dict[int, list[bool]] = defaultdict(list)
    for section in sections:
        if section.parent is not None and _GOALS_AND_TASKS.search(sections[section.parent].title):
            children[section.parent].append(is_action(section.title))
    return {index: sum(actions) / len(actions) for index, actions in children.items()}


def label_shape(label: str) -> str:
    """A label without its number, the same for all items of a list: `（1）` for `（三）`."""
    return re.sub(r"[一二三四五六七八九十百零〇\d]+", "1", label)


def _tells_past(text: str, section: Section) -> bool:
    """Whether a part tells what was done: its heading says what was reached, or most of its sentences are in the past."""
    pasts = sum(1 for _ in _PAST.finditer(text, section.title_end, section.end))
    if pasts >= _FEW_PASTS and _REACHED.search(section.title):
        return True
    if pasts < _MANY_PASTS:
        return False
    ahead = sum(1 for _ in _AHEAD.finditer(text, section.title_end, section.end))
    return pasts > _MOST_PAST * text.count("。", section.title_end, section.end) and pasts > 2 * ahead

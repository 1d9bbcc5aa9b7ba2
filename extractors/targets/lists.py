"""The lines of a list that a sentence announces: `到明年，实现以下目标：` and the numbered or dashed paragraphs after it."""

from __future__ import annotations

import re

from extractors.targets.clause_kinds import is_achievement, is_state
from extractors.targets.lexicon import lexicon

#: Labels of the items of a list, by rank: a line with a label of a lower rank than the list's own ends it.
_LABELS = (
    re.compile("[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节编篇]"),
    re.compile("[（(][一二三四五六七八九十]{1,3}[)）]"),
    re.compile(r"\d{1,2}[.．、](?!\d)"),
    re.compile(r"[（(]\d{1,2}[)）]"),
    re.compile("[①-⑳]"),
    re.compile("[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十][，,、]"),
    re.compile("[—–-]{1,2}|[●■◆·•▪*]"),
)
_DASH = len(_LABELS) - 1
#: The label that begins a series; behind other items it begins another one.
_FIRST = re.compile(r"(?:一、|第一|[（(]一|1[.．、](?!\d)|[（(]1[)）]|①|一是)")
#: Labels of this rank and below may head an item of several paragraphs.
_HEADS_PARAGRAPHS = 3
_CHAPTER = 0
_STOP = re.compile("[，。；：\\n]")
#: A list runs over no more lines than this.
_LONGEST = 80
_GOALS = re.compile("目标|指标")
#: An announcement of goals that are listed after it …
_ANNOUNCES = re.compile("(?:目标|指标|主要标志|实现|达到|做到|取得|形成)[^。]*[：:]$")
#: An announcement of goals that the next line tells without a label: `“十四五”期间的目标是：`.
_ANNOUNCES_NEXT = re.compile("目标(?:任务)?(?:是|为|如下|包括)?[：:]$")
#: … not of work.
_WORK = re.compile("(?:(?<!目标)任务|措施|工作|工程|项目|行动|举措)[^，。目标]{0,6}[：:]$")


def _rank(text: str, start: int) -> int | None:
    """The rank of the label a line begins with."""
    return next((rank for rank, label in enumerate(_LABELS) if label.match(text, start)), None)


def _begins_with_state(text: str, start: int, label: re.Pattern[str]) -> bool:
    """Whether the line at `start` begins, after its label, with a short sentence that names a state: `1.就业更加充分。`, not `1.扩大就业。`"""
    found = label.match(text, start)
    stop = _STOP.search(text, found.end() if found else start)
    return stop is not None and is_state(text[found.end() if found else start : stop.start()])


def _begins_with_work(text: str, start: int) -> bool:
    """Whether the dashed line at `start` begins with a short sentence that names work: `——完善港口物流业。`, not `——物流业更加完善。`"""
    label = _LABELS[_DASH].match(text, start)
    begins = label.end() if label else start
    stop = _STOP.search(text, begins)
    if stop is None or stop[0] != "。":
        return False
    said = text[begins : stop.start()]
    return lexicon().verb_first.match(said) is not None and not is_state(said) and not is_achievement(said)


def announces_next(lead: str) -> bool:
    """Whether a line announces goals that the next line tells, a label on it or none: `“十四五”期间的目标是：`, but not `主要任务是：`."""
    return _ANNOUNCES_NEXT.search(lead) is not None


def items_after(text: str, line: int, line_end: int) -> list[int]:
    """Where the lines of the list begin that the line `text[line:line_end]` announces; none where it announces no goals.

    `到明年，努力实现以下目标：` announces the lines `一是…` after it, `到明年，实施以下工程：` does not. A paragraph of goals has its dashed lines
    (`——就业…`) also without an announcement, unless they name work (`——扩大就业。`), and numbered ones that begin with a state reached.
    The list ends where its numbers begin again.
    """
    start = line_end + 1
    lead = text[line:line_end]
    rank = _rank(text, start) if start < len(text) else None
    above = _rank(text, line)
    if rank is None and start < len(text) and announces_next(lead):
        return [start]
    if rank is None or rank == _CHAPTER or (above is not None and above >= rank) or _WORK.search(lead):
        return []
    if rank == _DASH and not _ANNOUNCES.search(lead) and _begins_with_work(text, start):
        return []
    if not _ANNOUNCES.search(lead) and rank != _DASH and not (_GOALS.search(lead) and _begins_with_state(text, start, _LABELS[rank])):
        return []
    items: list[int] = []
    under: list[int] = []  # lines since the last item that may stand under it
    longest = 0  # so many lines stand under an item before
    for _ in range(_LONGEST):
        if start >= len(text):
            break
        own = _rank(text, start)
        if own == rank and not (items and _FIRST.match(text, start)):
            longest = max(longest, len(under))
            items += [*under, start]
            under = []
        elif own is not None and own <= rank:
            break
        else:
            under.append(start)
        end = text.find("\n", start)
        start = end + 1 if end >= 0 else len(text)
    return items + (under[:longest] if rank <= _HEADS_PARAGRAPHS else [])

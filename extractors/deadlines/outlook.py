"""Where a text looks back, sets tasks or forecasts, as its headings say."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.deadlines.lexicon import lexicon
from extractors.records import Section

Spans = list[tuple[int, int]]

#: Under a heading of these kinds a text looks ahead, whatever stands above it.
_AHEAD = ("goal", "principle", "task", "safeguard")
#: Where a heading ends that has a line of its own or runs into the text after it: `2014年工作总结2014年，…`.
_ENDS = r"(?:$|(?= |(?:19|20)\d\d年))"
#: Lines that are headings by their last word: 回顾 looks back on the years, 总结 on the work done.
_LOOKS_BACK = re.compile(rf"^[^，。；：、\n]{{0,24}}(?:回顾|(?P<summary>工作总结)){_ENDS}", re.MULTILINE)
_LOOKS_AHEAD = re.compile(rf"^[^，。；：、\n]{{0,24}}(?:任务|安排|重点工作|目标|要求|要点|部署|打算|思路|考虑|建议|计划){_ENDS}", re.MULTILINE)
#: The headings of a summary of work read like those of a plan (`一、服务大局，展现新作为`); these are of the plan that follows it.
_NEXT = re.compile("下一?步|下一阶段|今后|明年|来年|打算|计划|安排|要点|思路|目标")
#: Where a text whose headings were lost turns from the past year to this one: 今年发展主要预期目标是….
_TURNS = re.compile(r"^今年[^，。；：\n]{0,20}(?:目标|总体要求|重点任务)(?:是|为|：|如下)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Outlook:
    """Offsets in order and disjoint: where the text looks back or at its situation, sets tasks, and says what is to be expected."""

    reviews: Sequence[tuple[int, int]] = ()
    tasks: Sequence[tuple[int, int]] = ()
    forecasts: Sequence[tuple[int, int]] = ()


#: The outlook of a text without headings.
NOTHING = Outlook()


def read_outlook(text: str, sections: Sequence[Section], title: str = "") -> Outlook:
    """The outlook that the innermost decisive heading gives; a heading that decides nothing inherits.

    A document whose `title` says that it sums up work (`2018年工作总结`) looks back from its beginning.

    A line of its own that looks back (`“十四五”时期工作回顾`), though nothing labels it, reaches to what looks ahead, and no review
    reaches past the words that turn to this year.
    """
    words = lexicon()
    turns = [match.start() for match in _TURNS.finditer(text)]
    #: For each section its stance and where the heading that decided it stands.
    decided: list[tuple[str, int]] = []
    reviews, tasks = _reviewing_lines(text, sections, summary=title.endswith("总结")), []
    forecasts = [(section.start, section.end) for section in sections if section.title.endswith(words.words("review", "forecast"))]
    for index, section in enumerate(sections):
        ahead = section.kind in _AHEAD
        reviews_past = any(word in section.title for word in words.words("review", "headings"))
        if reviews_past or (not ahead and section.title.endswith(words.words("review", "situation"))):
            decided.append(("back", section.start))
        elif ahead:
            decided.append((section.kind, section.start))
        else:
            decided.append(decided[section.parent] if section.parent is not None and section.parent < index else ("", section.start))
        following = sections[index + 1].start if index + 1 < len(sections) else section.end
        start, end = section.start, min(section.end, max(following, section.start))
        stance, since = decided[-1]
        if stance == "back":
            turn = bisect.bisect_left(turns, since)
            end = min(end, turns[turn]) if turn < len(turns) else end
            if start < end:
                reviews.append((start, end))
        elif stance in ("task", "safeguard"):
            tasks.append((start, end))
    return Outlook(merged(sorted(reviews)), merged(sorted(tasks)), merged(sorted(forecasts)))


def _reviewing_lines(text: str, sections: Sequence[Section], *, summary: bool) -> Spans:
    ahead = [section.start for section in sections if section.kind in _AHEAD]
    following = [section.start for section in sections if _NEXT.search(section.title)]
    lines = [(line.start(), line.end(), line["summary"] is not None) for line in _LOOKS_BACK.finditer(text)]
    reviews = []
    for start, read, sums_up in [(0, 0, True), *lines] if summary else lines:
        ends = [match.start() for pattern in (_LOOKS_AHEAD, _TURNS) if (match := pattern.search(text, read))]
        turning = following if sums_up else ahead
        index = bisect.bisect_right(turning, read)
        reviews.append((start, min([*ends, *turning[index : index + 1], len(text)])))
    return sorted(reviews)


def merged(spans: Sequence[tuple[int, int]]) -> Spans:
    """Spans, in order of their start, joined where they overlap."""
    joined: Spans = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined

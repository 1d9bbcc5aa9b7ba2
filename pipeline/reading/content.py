"""Which lines of a page are the document, and which are the site around it.

The document is where the prose is. Every line is weighed by its characters, a line without a sentence less, a line of links
not at all; what the page's own names and tags mark as navigation is set aside; and the smallest container that holds nearly
all the weight is the document. A container whose name says that it holds the article is believed when it holds most of it.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from pipeline.reading.boilerplate import is_furniture
from pipeline.reading.html import Line, Reading

_SENTENCE = re.compile("[，。；：、！？,;]")
#: A container must hold this part of the weight; one that is named as the document's may hold less.
_NEARLY_ALL, _MOST = 0.94, 0.7
#: A group that holds this part of all weight is no navigation, whatever its name says.
_TOO_MUCH = 0.3
_WITHOUT_SENTENCE = 0.3
#: Lines above the text that may be its letterhead.
_LETTERHEAD = 8
_LINKED = 0.6


@dataclass(frozen=True, slots=True)
class Content:
    """The document's lines, and the lines before them that may hold its headline and date."""

    before: list[Line]
    lines: list[Line]


def choose(reading: Reading) -> Content:
    """Split a page's lines into the document and what stands before it; the rest is dropped."""
    noisy = _noise_groups(reading)
    lines = reading.lines
    weights = [0.0 if line.noise in noisy else _weight(line) for line in lines]
    sums = [0.0, *itertools.accumulate(weights)]
    start, end = _with_letterhead(reading, noisy, _range(reading, sums))
    kept = [line for line in lines[start:end] if line.noise not in noisy]
    before = [line for line in lines[:start] if line.noise not in noisy]
    return Content(before, _without_link_lists(kept))


def _weight(line: Line) -> float:
    if line.link_share > _LINKED:
        return 0.0
    unlinked = len(line.text) * (1 - line.link_share)
    return unlinked if _SENTENCE.search(line.text) else unlinked * _WITHOUT_SENTENCE


def _noise_groups(reading: Reading) -> frozenset[int]:
    """The groups whose lines are the site's: marked as such, and not holding the page's prose."""
    parents = reading.noise_parents
    weights = [0.0] * len(parents)
    for line in reading.lines:
        weights[line.noise] += _weight(line)
    # A group comes after the group around it, so one pass up and one down are enough.
    for group in range(len(parents) - 1, 0, -1):
        weights[parents[group]] += weights[group]
    noisy: set[int] = set()
    for group in range(1, len(parents)):
        if parents[group] in noisy or weights[group] < _TOO_MUCH * weights[0] or weights[0] == 0:
            noisy.add(group)
    return frozenset(noisy)


def _range(reading: Reading, sums: list[float]) -> tuple[int, int]:
    """The lines of the smallest container with nearly all the weight, by the number of its lines."""
    whole = (0, len(reading.lines))
    total = sums[-1]
    best: dict[bool, tuple[int, int]] = {}
    for start, end, named in reading.containers:
        weight = sums[end] - sums[start]
        if weight < (_MOST if named else _NEARLY_ALL) * total:
            continue
        known = best.get(named, whole)
        if end - start < known[1] - known[0] or named not in best:
            best[named] = (start, end)
    return best.get(True) or best.get(False) or whole


def _with_letterhead(reading: Reading, noisy: frozenset[int], chosen: tuple[int, int]) -> tuple[int, int]:
    """Widen the range to the containers around it while they add a few lines of text and nothing of the site.

    Letterhead, headline and date often stand in a cell of their own above the text.
    """
    start, end = chosen
    for first, last, _ in sorted(reading.containers, key=lambda container: container[1] - container[0]):
        if first > start or last < end or (first, last) == (start, end):
            continue
        added = [line for line in (*reading.lines[first:start], *reading.lines[end:last]) if line.noise not in noisy]
        if len(added) > _LETTERHEAD or any(line.link_share > 0.95 or is_furniture(line.text) for line in added):
            break
        start, end = first, last
    return start, end


def _without_link_lists(lines: list[Line]) -> list[Line]:
    """Drop lists of links: three lines or more in a row that are links and nothing else, and any such lines at the end."""
    kept: list[Line] = []
    for linked, group in itertools.groupby(lines, key=_is_link):
        run = list(group)
        if not linked or len(run) < 3:
            kept.extend(run)
    while len(kept) > 1 and _is_link(kept[-1]):
        kept.pop()
    return kept


def _is_link(line: Line) -> bool:
    return line.link_share > 0.9 and "。" not in line.text and line.kind != "heading"

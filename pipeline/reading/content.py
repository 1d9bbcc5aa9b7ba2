"""Which lines of a page are the document, and which are the site around it.

The document is where the prose is. Every line is weighed by its characters, a line without a sentence less; a line of links, or one that only
a site has, weighs against what holds it; and what the page's own names and tags mark as navigation is set aside. The smallest container
that holds nearly as much as the one that holds most is the document: around it the links outweigh what the site says in sentences of its
own, however short the document is. A container whose name says that it holds the article is believed when it holds most of it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.reading.boilerplate import is_box_heading, is_furniture
from pipeline.reading.headline import is_date, is_labelled, names_a_document
from pipeline.reading.html import Line, Reading

_SENTENCE = re.compile("[，。；：、！？,;]")
#: A container must hold this part of the most that one holds; one that is named as the document's may hold less.
_NEARLY_ALL, _MOST = 0.94, 0.7
#: A group that holds this part of all weight is no navigation, whatever its name says.
_TOO_MUCH = 0.3
_WITHOUT_SENTENCE = 0.3
#: Lines above the text that may be its letterhead.
_LETTERHEAD = 8
_LINKED = 0.6
#: The longest line that may be a site's note.
_LONGEST_NOTE = 80
#: A menu on one line: links, the part of its characters in them, and characters to a link.
_MENU, _MENU_LINKED, _MENU_WORD = 3, 0.4, 12
#: Longer lines are not looked at for furniture here; at the document's ends they are.
_LONGEST_FURNITURE = 100
#: Lines of a page that are each judged by what they say; the longest lists have a tenth of it, and more is no page.
_MOST_JUDGED = 20_000
#: What a line of links, or of the site, weighs against its container: so much for being one, and its characters up to a bound.
_AGAINST, _LONGEST_AGAINST = 8, 30


@dataclass(frozen=True, slots=True)
class Content:
    """The document's lines, and the lines before them that may hold its headline and date."""

    before: list[Line]
    lines: list[Line]


def choose(reading: Reading) -> Content:
    """Split a page's lines into the document and what stands before it; the rest is dropped."""
    lines = reading.lines
    weights = list(map(_weight if len(lines) <= _MOST_JUDGED else _rough_weight, lines))
    noisy = _noise_groups(reading, weights)
    dropped = [line.noise in noisy for line in lines]
    for start, end in _boxes(reading, weights):
        dropped[start:end] = [True] * (end - start)
    sums = [0.0, *itertools.accumulate((not gone and weight) or _against(line) for line, weight, gone in zip(lines, weights, dropped, strict=True))]
    start, end = _with_letterhead(reading, dropped, _range(reading, sums, _kinds(lines, sums)))
    kept = [line for line, gone in zip(lines[start:end], dropped[start:end], strict=True) if not gone]
    before = [line for line, gone in zip(lines[:start], dropped[:start], strict=True) if not gone and line.link_share <= _LINKED]
    return Content(before, _without_link_lists(kept))


def _weight(line: Line) -> float:
    return 0.0 if len(line.text) <= _LONGEST_FURNITURE and is_furniture(line.text) else _rough_weight(line)


def _rough_weight(line: Line) -> float:
    if line.link_share > _LINKED:
        return 0.0
    unlinked = len(line.text) * (1 - line.link_share)
    return unlinked if _SENTENCE.search(line.text) else unlinked * _WITHOUT_SENTENCE


def _against(line: Line) -> float:
    return float(-_AGAINST - min(len(line.text), _LONGEST_AGAINST))


def _boxes(reading: Reading, weights: list[float]) -> Iterator[tuple[int, int]]:
    """Containers that open with the heading of something else (`相关阅读`, `网友评论`) and hold little of the page's prose."""
    total = sum(weights)
    sums = [0.0, *itertools.accumulate(weights)]
    for start, end, _ in reading.containers:
        if sums[end] - sums[start] < _TOO_MUCH * total and is_box_heading(reading.lines[start].text):
            yield start, end


def _noise_groups(reading: Reading, line_weights: list[float]) -> frozenset[int]:
    """The groups whose lines are the site's: marked as such, and not holding the page's prose."""
    parents = reading.noise_parents
    weights = [0.0] * len(parents)
    for line, weight in zip(reading.lines, line_weights, strict=True):
        weights[line.noise] += weight
    # A group comes after the group around it, so one pass up and one down are enough.
    for group in range(len(parents) - 1, 0, -1):
        weights[parents[group]] += weights[group]
    noisy: set[int] = set()
    for group in range(1, len(parents)):
        if parents[group] in noisy or weights[group] < _TOO_MUCH * weights[0] or weights[0] == 0:
            noisy.add(group)
    return frozenset(noisy)


def _kinds(lines: list[Line], sums: list[float]) -> tuple[list[int], list[int]]:
    """How many of the first lines are the site's for sure, and how many could only be the document's."""
    against = [after < before for before, after in itertools.pairwise(sums)]
    official = (
        itertools.repeat(True, len(lines))
        if len(lines) > _MOST_JUDGED
        else (not site and _is_official(line) for site, line in zip(against, lines, strict=True))
    )
    return [0, *itertools.accumulate(against)], [0, *itertools.accumulate(official)]


def _is_official(line: Line) -> bool:
    """Whether a line is a paragraph, an item, a row, a headline or a signature's date: what a site has none of beside its menus and notes."""
    text = line.text
    return line.kind == "table_row" or len(text) > _LONGEST_NOTE or is_labelled(text) or is_date(text) or names_a_document(text)


def _range(reading: Reading, sums: list[float], kinds: tuple[list[int], list[int]]) -> tuple[int, int]:
    """The lines of the smallest container with nearly the most weight, by the number of its lines.

    One with most of it will do where all else is the site's: menus, and short notes, but nothing that a document consists of.
    """
    whole = (0, len(reading.lines))
    site, official = kinds
    most = max([sums[-1], *(sums[end] - sums[start] for start, end, _ in reading.containers)])
    best: dict[bool, tuple[int, int]] = {}
    for start, end, named in reading.containers:
        alone = official[end] - official[start] == official[-1] and site[end] - site[start] < site[-1]
        if sums[end] - sums[start] < (_MOST if named or alone else _NEARLY_ALL) * most:
            continue
        known = best.get(named, whole)
        if end - start < known[1] - known[0] or named not in best:
            best[named] = (start, end)
    return best.get(True) or best.get(False) or whole


def _with_letterhead(reading: Reading, dropped: list[bool], chosen: tuple[int, int]) -> tuple[int, int]:
    """Widen the range to the containers around it while they add a few lines of text and nothing of the site.

    Letterhead, headline and date often stand in a cell of their own above the text.
    """
    start, end = chosen
    for first, last, _ in sorted(reading.containers, key=lambda container: container[1] - container[0]):
        if first > start or last < end or (first, last) == (start, end):
            continue
        added = [reading.lines[at] for at in (*range(first, start), *range(end, last)) if not dropped[at]]
        if len(added) > _LETTERHEAD or any(line.link_share > 0.95 or _is_menu(line) or is_furniture(line.text) for line in added):
            break
        start, end = first, last
    return start, end


def _without_link_lists(lines: list[Line]) -> list[Line]:
    """Drop lists of links: three lines or more in a row that are links and nothing else, any such lines at the end, and menus on one line."""
    kept: list[Line] = []
    for linked, group in itertools.groupby(lines, key=_is_link):
        run = list(group)
        if not linked or len(run) < 3:
            kept.extend(line for line in run if not _is_menu(line))
    while len(kept) > 1 and _is_link(kept[-1]):
        kept.pop()
    return kept


def _is_link(line: Line) -> bool:
    return line.link_share > 0.9 and "。" not in line.text and line.kind != "heading"


def _is_menu(line: Line) -> bool:
    """Whether a line is a menu: several links of a few characters each, and little besides (`首页 | 新闻 | 论坛　今天是星期日`)."""
    return line.links >= _MENU and line.link_share > _MENU_LINKED and len(line.text) <= _MENU_WORD * line.links and "。" not in line.text

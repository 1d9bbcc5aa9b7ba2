"""Which candidate labels open sections: those that count on, and those that begin a list that counts on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from extractors.numerals import read_number
from extractors.outline.kinds import container_names
from extractors.outline.labels import Label
from extractors.outline.verbs import verb

#: These head parts of a document; one alone at the start of a line is believed.
_HEADINGS = frozenset({"part", "chapter", "division", "article", "numeral", "bracketed_numeral", "box"})
#: How far a count may jump and still be the same list (an item lost in scraping).
_LARGEST_JUMP = 3
#: How many lists of one style may be open at once.
_MOST_OPEN = 6
#: Enumerations inside sentences are believed only from their beginning.
_SENTENCES = frozenset({"ordinal", "first"})
#: Letters label items only where they count on: `A、乙类` alone may begin a sentence.
_LETTERS = frozenset({"letter", "small_letter"})
#: How long a heading inside a line may be, and what it may not hold.
_SHORTEST_HEADING, _LONGEST_HEADING = 5, 24
_MARK = re.compile("[，；：（(\\n]")
_CONTENTS = re.compile(r"目[ \t]?录(?=[ \t]*(?:\n|前|序|引|第?[一1]|（一）))")
#: What an entry of the contents begins with; `前 言` may stand before the first numbered one.
_ENTRY = re.compile(
    r"前[ \t]?言|序[ ]?言|引[ ]?言|第[一1][章节编篇部][^\s.…（(]{0,8}"
    r"|[一1][、.．]?[ ]?[\u4e00-\u9fff]{2,8}|（一）[\u4e00-\u9fff]{2,8}"
)
#: Contents without their heading: the first numbered heading, a line of its own.
_FIRST_LINE = re.compile(r"^[ ]?(?:第一[章节编篇部][^\n。：]{0,20}|一、[^\n。：]{2,24}|1[ ]?[\u4e00-\u9fff]{2,14})$", re.MULTILINE)
_FIRST_ENTRIES = 60
#: So many lines make contents; among them there is hardly a sentence.
_FEWEST_LINES, _LINES_A_SENTENCE, _LONGEST_LINE = 6, 10, 60
#: An entry of the contents with its page: `（三）建好茶市………（52）`.
_LEADER = re.compile(r"^[^\n…．.·]{2,60}(?:…{2,}|[．.·]{4,}|(?:[ ][．.·]){4,})[ ]?[（(]?\d{1,4}[）)]?[ ]*$", re.MULTILINE)
#: The label of an entry in a line of many (`第一章总则一、指导思想二、基本原则`), which come at least every so many characters.
_RUN_ENTRY = re.compile("第[一二三四五六七八九十]+[章节编篇]|(?<![一二三四五六七八九十])[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]")
_LONGEST_ENTRY = 36
_ENCLOSURES = re.compile(r"^[ ]?附件?[：:]\s?(?=\d)|(?<![见按（(])附件[：:]\s?(?=\d)|(?<![\u4e00-\u9fff])备?注[：:]\s?(?=\d)", re.MULTILINE)
_NEW_PART = re.compile(r"\n|[。；]|(?<!\d)(?:19|20)\d\d年\d{1,2}月|附件[ ]?\d")


def choose(text: str, labels: Sequence[Label]) -> list[Label]:
    """The labels that open sections, in order.

    `一、` and `二、` at the start of their lines are chosen; a `1.` inside a sentence only when a `2.` counts on from it.
    """
    skipped = contents(text) + _enclosures(text) + [match.span() for match in _LEADER.finditer(text)]
    labels = [label for label in labels if not any(start <= label.start < end for start, end in skipped)]
    follows = _successors(labels)
    multis = sum(len(label.parts) > 1 for label in labels)
    open_values: dict[str, list[int]] = defaultdict(list)
    chosen: list[Label] = []
    for index, label in enumerate(labels):
        if label.style == "multi":
            if multis > 2:
                chosen.append(label)
            continue
        if label.style == "dash":
            if label.place == "line" or _dash_list(labels, index):
                chosen.append(label)
            continue
        values = open_values[label.style]
        if _accepted(label, values, follows[index]) or _headed(text, labels, index):
            _count(values, label.value)
            chosen.append(label)
    return chosen


def _count(values: list[int], value: int) -> None:
    """Count an open list on, closing those begun after it, or open a new one."""
    if value > 1:
        for step in range(1, _LARGEST_JUMP + 1):
            if value - step in values:
                at = len(values) - 1 - values[::-1].index(value - step)
                values[at:] = [value]
                return
    values.append(value)
    del values[:-_MOST_OPEN]


def _accepted(label: Label, values: Sequence[int], followed: bool) -> bool:
    counts_on = any(label.value == value + 1 for value in values)
    if label.place == "line":
        near = any(0 < label.value - value <= _LARGEST_JUMP for value in values)
        if label.style in _LETTERS:
            return near or (followed and label.value == 1)
        if label.style in _SENTENCES:
            return near or label.value == 1
        return near or followed or label.value == 1 or label.style in _HEADINGS
    if counts_on:
        return True
    if label.value == 1:
        return followed
    return label.place == "sentence" and label.style in _HEADINGS and any(label.value == value + 2 for value in values)


def _headed(text: str, labels: Sequence[Label], index: int) -> bool:
    """Whether a label that counts on from nothing opens an item all the same, in a text whose lines were shuffled, joined or left out.

    `…。（责任单位：甲局）4.建设茶市。…` does, a short measure with its own full stop, a line `5.茶业大数据。建成…`, and `二、主要任务（一）做优品质`,
    where a container's name runs into its first item.
    """
    label = labels[index]
    if label.style not in ("number", "bracketed_numeral"):
        return False
    if label.place == "line":
        stop = text.find("。", label.end, label.end + _LONGEST_HEADING + 1)
        runs_on = text[stop + 1 : stop + 2] not in ("\n", "")
        return stop - label.end >= _SHORTEST_HEADING and runs_on and _MARK.search(text, label.end, stop) is None
    before = labels[index - 1] if index else None
    if before and before.place != "glued" and text[before.end : label.start].strip() in container_names():
        return True
    stop = text.find("。", label.end, label.end + _LONGEST_HEADING + 1)
    if label.place != "sentence" or stop - label.end < _SHORTEST_HEADING:
        return False
    return verb().match(text, label.end) is not None and _MARK.search(text, label.end, stop) is None


def _successors(labels: Sequence[Label]) -> list[bool]:
    """For each label whether the next number of its style comes before its own number comes again."""
    following: dict[str, dict[int, int]] = defaultdict(dict)
    result = [False] * len(labels)
    for index in range(len(labels) - 1, -1, -1):
        label = labels[index]
        seen = following[label.style]
        after, again = seen.get(label.value + 1), seen.get(label.value)
        result[index] = after is not None and (again is None or after < again)
        seen[label.value] = index
    return result


def _dash_list(labels: Sequence[Label], index: int) -> bool:
    """A dash inside a line opens an item when another dash does so near by."""
    return any(0 <= at < len(labels) and labels[at].style == "dash" for at in (index - 1, index + 1))


def contents(text: str) -> list[tuple[int, int]]:
    """The table of contents: from its heading, or its first entry where it has none, to where the words of its first entry come again."""
    marked = _CONTENTS.search(text)
    if marked:
        for entry in _ENTRY.finditer(text, marked.end(), min(len(text), marked.end() + _FIRST_ENTRIES)):
            again = _again(entry[0]).search(text, entry.end())
            if again and _only_entries(text, marked.end(), again.start()):
                return [(marked.start(), again.start())]
        if end := _end_of_entries(text, marked.end()):
            return [(marked.start(), end)]
    first = _FIRST_LINE.search(text)
    again = _again(first[0]).search(text, first.end()) if first else None
    if first and again and text.count("\n", first.start(), again.start()) >= _FEWEST_LINES and _only_entries(text, first.start(), again.start()):
        return [(first.start(), again.start())]
    return []


def _end_of_entries(text: str, start: int) -> int:
    """Where the lines of entries after the heading of contents end whose first entry never comes again (a part of a plan, a word
    torn apart); 0 where too few entries stand there to make contents."""
    entries, at = 0, start
    chapter, seen = Decimal(0), ""
    while at < len(text):
        line_end = text.find("\n", at)
        line_end = line_end if line_end >= 0 else len(text)
        line = "".join(text[at:line_end].split())
        labels = _RUN_ENTRY.findall(line)
        chapters = [chapter, *(read_number(label[1:-1]) or chapter for label in labels if label[0] == "第")]
        falls = any(later <= earlier for earlier, later in pairwise(chapters))
        if line and (not labels or "。" in line or falls or line in seen or len(labels) * _LONGEST_ENTRY < len(line)):
            break
        entries += len(labels)
        chapter, seen = chapters[-1], seen + line
        at = line_end + 1
    return min(at, len(text)) if entries >= _FEWEST_LINES else 0


def _again(entry: str) -> re.Pattern[str]:
    """The words of an entry at the start of a line, however they are spaced."""
    return re.compile(r"^[ ]?" + r"[ \t]?".join(map(re.escape, re.sub(r"\s", "", entry))), re.MULTILINE)


def _only_entries(text: str, start: int, end: int) -> bool:
    """Whether hardly a sentence stands in a stretch of short lines, or of lines into which the entries have run together."""
    lines = text[start:end].split("\n")
    long = sum(len(line) > _LONGEST_LINE and len(_RUN_ENTRY.findall(line)) * _LONGEST_ENTRY < len(line) for line in lines)
    return text.count("。", start, end) * _LINES_A_SENTENCE <= len(lines) and long * _LINES_A_SENTENCE <= len(lines) + _LINES_A_SENTENCE


def _enclosures(text: str) -> list[tuple[int, int]]:
    """Lists of enclosures (`附件：1.…2.…`): from the mark to the date, the next enclosure's own page, or a line of prose."""
    found = []
    for match in _ENCLOSURES.finditer(text):
        end = match.end()
        while stop := _NEW_PART.search(text, end):
            if stop.group() != "\n":
                end = stop.start()
                break
            line_end = text.find("\n", stop.end())
            line = text[stop.end() : line_end if line_end >= 0 else len(text)].strip()
            if not re.match(r"\d{1,2}[ ]?[.、．]", line) or "。" in line or len(line) > 60:
                end = stop.start()
                break
            end = stop.end()
        else:
            end = len(text)
        found.append((match.start(), end))
    return found

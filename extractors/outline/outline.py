"""The outline of a document: its headings and numbered items as `Section` records."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from extractors.outline.choose import choose, contents
from extractors.outline.kinds import container_names, kind_of
from extractors.outline.labels import Label, scan
from extractors.outline.nesting import nest
from extractors.outline.titles import ENUMERATED, title_span
from extractors.records import Section, SectionKind

#: An annex on its own line, and the date under a signature, end everything before them.
_ANNEX = re.compile(r"^[ ]?附[ ]?[件表录][ ]?[一二三四五六七八九十\d]{0,3}[ ]?[：:]?[ ]?$", re.MULTILINE)
_DATE = r"(?:(?:19|20)\d\d|[一二三四五六七八九〇○零]{4})年[一二三四五六七八九十\d]{1,3}月[一二三四五六七八九十\d]{1,3}日"
_SIGNED = re.compile(rf"^(?:[^\n。；，]{{2,40}}\n)?[ ]?{_DATE}[ ]?$", re.MULTILINE)
#: A line that names the list under it and has no label of its own: `策略措施：`.
_NAMING = re.compile(r"(?:^|\n)[ ]?(?P<name>[^\n，。；：:]{2,12})[：:]?\s*\Z")
_LONGEST_NAMING = 24
_BREAK = re.compile(r"[ ]*\n[ ]*")


def find_sections(text: str, headings: Sequence[tuple[int, int, int]] = (), title: str | None = None) -> list[Section]:
    """Every section of a cleaned text, in order of their starts.

    `headings` are spans the page marks up as headings (start, end, level); those without a label of their own become sections with an
    empty label, but not the one that repeats the document's `title`.
    """
    labels = choose(text, list(scan(text)))
    labels = _with_headings(text, labels, headings, title)
    nodes = nest(labels, _resets(text), len(text))
    sections: list[Section] = []
    named: dict[tuple[int, str], SectionKind | None] = {}
    for index, node in enumerate(nodes):
        label = node.label
        limit = nodes[index + 1].label.start if index + 1 < len(nodes) else len(text)
        limit = max(min(limit, node.end), label.end)
        end = node.end
        if label.style in ENUMERATED or label.place != "line":
            end = _line_capped(text, label, end, label.style in ENUMERATED)
        if label.style.startswith("heading"):
            title_start, title_end = _stripped(text, label.start, label.end)
        else:
            title_start, title_end = title_span(text, label.end, limit, label.style)
        words = joined(text[title_start:title_end])
        kind = kind_of(words)
        if node.parent is not None:
            if label.value == 1:
                named[node.parent, label.style] = _named_before(text, label.start)
            kind = kind or named.get((node.parent, label.style)) or sections[node.parent].kind
        label_text = "" if label.style.startswith("heading") else text[label.start : label.end].replace("\t", " ").strip().rstrip("，,：:")
        sections.append(Section(label.start, end, node.level, label_text, words, kind or "other", node.parent, title_start, title_end))
    return sections


def _named_before(text: str, start: int) -> SectionKind | None:
    """The kind that a line without a label gives the list which begins at `start` under it: `策略措施：` over `1.…`; not `茶园建设：`."""
    name = _NAMING.search(text, max(0, start - _LONGEST_NAMING), start)
    return kind_of(name["name"]) if name and name["name"] in container_names() else None


def joined(words: str) -> str:
    """A heading that is broken over two lines without the break."""
    return _BREAK.sub("", words)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _line_capped(text: str, label: Label, end: int, enumerated: bool) -> int:
    """An item of an enumeration inside a paragraph does not reach beyond it."""
    if not enumerated:
        return end
    line_end = text.find("\n", label.end, end)
    return end if line_end < 0 else line_end


def _resets(text: str) -> list[int]:
    return sorted({match.start() for pattern in (_ANNEX, _SIGNED) for match in pattern.finditer(text)})


def _with_headings(text: str, labels: list[Label], headings: Sequence[tuple[int, int, int]], title: str | None) -> list[Label]:
    """The labels with the headings that carry none, in order."""
    if not headings:
        return labels
    starts = [label.start for label in labels]
    skipped = contents(text)
    added = []
    for start, end, level in headings:
        if any(first <= start < last for first, last in skipped):
            continue
        words = text[start:end].strip()
        at = bisect_right(starts, end)
        labelled = at > 0 and labels[at - 1].start >= start - 2
        if words and not labelled and not _repeats(words, title):
            added.append(Label(start, end, f"heading{level}", 0, "line"))
    if added and labels and _is_headline(added[0], labels[0], [one for one in headings if not _repeats(text[one[0] : one[1]], title)]):
        del added[0]
    return sorted(labels + added, key=lambda label: label.start)


def _is_headline(heading: Label, label: Label, headings: Sequence[tuple[int, int, int]]) -> bool:
    """Whether the first heading is the document's own (a ministry's `令`, a notice's full title): before the first label, alone of its rank."""
    rank = int(heading.style.removeprefix("heading"))
    return heading.start < label.start and all(start <= heading.start or level > rank for start, _, level in headings)


def _repeats(words: str, title: str | None) -> bool:
    squeezed, known = (re.sub(r"[\s《》“”（）()]", "", part) for part in (words, title or ""))
    return bool(known) and (squeezed in known or known in squeezed)

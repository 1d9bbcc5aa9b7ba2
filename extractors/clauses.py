"""Where sentences, segments and clauses of Chinese running text begin and end, on characters.

Three nested levels, each a tuple of `(start, end)` spans into the text, end exclusive, without white space at their edges:

- a *sentence* ends at 。！？ (closing quotes and brackets after the mark included), at a `.` typed for 。 behind a percentage or a
  fraction, at the end of a line and at the end of a table cell;
- a *segment* is what a sentence's semicolons keep apart;
- a *clause* is what commas, semicolons and sentence ends keep apart; a ： does not cut, nor does a 、, unless a year by which something
  else is to be comes after it (`建立制度、到2035年更加成熟`, but not `到2025年、到2030年`).

Marks inside brackets and book-title marks are no borders, nor inside short quotations: `制定《甲，乙》，落实“优先，公平”原则` is two
clauses. Direct speech (whole sentences quoted after a colon, a comma or at the start of a line, or a very long quotation) is read like
any other text: `他说：“到明年，建成三座。”` is two clauses.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int]

#: Brackets that hide what is in them, opening → closing, and the same for quotation marks.
_BRACKETS = {"（": "）", "(": ")", "《": "》", "〈": "〉", "【": "】", "〔": "〕", "[": "]"}
_QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』"}
_CLOSING = frozenset([*_BRACKETS.values(), *_QUOTES.values()])
#: A quotation longer than this is direct speech, whatever stands before it.
_LONGEST_TERM = 40
_SPEECH = frozenset("：:，,。！？")

#: Greater than any offset: makes `(start, _AFTER)` sort after every span that begins at `start`.
_AFTER = 1 << 60

_MARK = re.compile(
    r"[（(《〈【〔\[）)》〉】〕\]“‘「『”’」』\"。！？!?；;，,\t]|(?<=[\d%‰])\.(?=[\u4e00-\u9fff—])"
    r"|(?<![年底末月日前])、(?=(?:力争)?[到至] ?(?:19|20)\d\d ?年)"
)
#: A figure that a full stop of the keyboard ends a sentence behind: `达到97%.在此基础上`, `1∶2∶3.——`; after a whole number it labels an item.
_FIGURE_END = re.compile(r"[\u4e00-\u9fff≥≤<>](?:\d+(?:\.\d+)?%?[∶：:－—–~-])*\d+(?:\.\d+|[%‰]|(?<=[∶：:]\d)|(?<=[∶：:]\d\d))\Z")
_LONGEST_FIGURE = 24
_TRAILING = re.compile(r"[”’」』）)》】\"。！？!?]*")


@dataclass(frozen=True, slots=True)
class Borders:
    """The borders of one text; made by `borders`.

    `clause_at`, `segment_at` and `sentence_at` give the span that holds a position. A position on a mark or on white space between two
    spans belongs to the one before it; one before the first span, or in an empty text, gives `(position, position)`.
    """

    sentences: tuple[Span, ...]
    segments: tuple[Span, ...]
    clauses: tuple[Span, ...]

    def sentence_at(self, position: int) -> Span:
        """The sentence that holds `position`, its closing mark included."""
        return _at(self.sentences, position)

    def segment_at(self, position: int) -> Span:
        """The stretch between semicolons that holds `position`."""
        return _at(self.segments, position)

    def clause_at(self, position: int) -> Span:
        """The clause that holds `position`, without its closing mark."""
        return _at(self.clauses, position)

    def clauses_in(self, span: Span) -> tuple[Span, ...]:
        """The clauses that begin inside `span`, in order."""
        first = bisect_right(self.clauses, (span[0] - 1, _AFTER))
        last = bisect_right(self.clauses, (span[1] - 1, _AFTER))
        return self.clauses[first:last]


def _at(spans: tuple[Span, ...], position: int) -> Span:
    index = bisect_right(spans, (position, _AFTER)) - 1
    return spans[index] if index >= 0 else (position, position)


@functools.lru_cache(maxsize=4)
def borders(text: str) -> Borders:
    """Every border of `text`; the last few texts are remembered, so that several extractors can ask for the same one.

    >>> found = borders("到明年，建成三座；新增五座。")
    >>> found.sentences, found.segments, found.clauses
    (((0, 14),), ((0, 8), (9, 14)), ((0, 3), (4, 8), (9, 13)))
    """
    sentences: list[Span] = []
    segments: list[Span] = []
    clauses: list[Span] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        _cut_line(text, start, end, (sentences, segments, clauses))
        start = end + 1
    return Borders(tuple(sentences), tuple(segments), tuple(clauses))


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of `text`: `甲。乙` is two; `甲（见下。）乙` is one."""
    return borders(text).sentences


def segments(text: str) -> tuple[Span, ...]:
    """What semicolons keep apart, inside sentences: `甲；乙，丙` is two; `甲（子；丑）` is one."""
    return borders(text).segments


def clauses(text: str) -> tuple[Span, ...]:
    """The clauses of `text`: `甲，乙；丙` is three; `甲、乙` and `《甲，乙》` are one."""
    return borders(text).clauses


def _cut_line(text: str, start: int, end: int, found: tuple[list[Span], list[Span], list[Span]]) -> None:
    """Append the spans of the line `text[start:end]` to the three lists in `found` (sentences, segments, clauses)."""
    marks = [(match.start(), match.group()) for match in _MARK.finditer(text, start, end)]
    hidden = _hidden(text, start, end, marks)
    sentence_cuts, segment_cuts, clause_cuts = [(start, start)], [(start, start)], [(start, start)]
    until = 0  # end of the last hidden stretch met, or of the marks taken in by a sentence's end
    for position, mark in marks:
        if position in hidden:
            until = max(until, hidden[position])
        if position < until:
            continue
        if mark == ".":
            if not _FIGURE_END.search(text, max(start, position - _LONGEST_FIGURE), position):
                continue
            mark = "。"
        if mark in "。！？" or (mark in "!?" and not text[position + 1 : position + 2].isascii()):
            trailing = _TRAILING.match(text, position + 1, end)
            until = trailing.end() if trailing else position + 1
            sentence_cuts.append((until, until))
            segment_cuts.append((until, until))
            clause_cuts.append((position, until))
        elif mark == "\t":
            for cuts in (sentence_cuts, segment_cuts, clause_cuts):
                cuts.append((position, position + 1))
        elif mark in "；;":
            segment_cuts.append((position, position + 1))
            clause_cuts.append((position, position + 1))
        elif mark in "，、" or (mark == "," and not _in_number(text, position)):
            clause_cuts.append((position, position + 1))
    for spans, cuts in zip(found, (sentence_cuts, segment_cuts, clause_cuts), strict=True):
        cuts.append((end, end))
        for (_, left), (right, _) in pairwise(cuts):
            trimmed = _trim(text, left, right)
            if trimmed[0] < trimmed[1]:
                spans.append(trimmed)


def _hidden(text: str, start: int, end: int, marks: list[tuple[int, str]]) -> dict[int, int]:
    """For each opening mark whose inside has no borders: the offset of its closing mark. A mark without its partner in the line hides nothing."""
    hidden: dict[int, int] = {}
    open_marks: list[tuple[int, str]] = []
    straight: int | None = None
    for position, mark in marks:
        if mark in _BRACKETS or mark in _QUOTES:
            open_marks.append((position, mark))
        elif mark == '"':
            if straight is None:
                straight = position
            else:
                if not _is_speech(text, start, straight, position):
                    hidden[straight] = position
                straight = None
        elif mark in _CLOSING:
            for depth in range(len(open_marks) - 1, max(-1, len(open_marks) - 4), -1):
                opened, kind = open_marks[depth]
                if mark == (_BRACKETS.get(kind) or _QUOTES[kind]):
                    del open_marks[depth:]
                    speech = _is_speech(text, start, opened, position) if kind in _QUOTES else opened == start and position == end - 1
                    if not speech:
                        hidden[opened] = position
                    break
    return hidden


def _is_speech(text: str, line_start: int, opened: int, closed: int) -> bool:
    """Whether the quotation from `opened` to `closed` is direct speech, which has clauses of its own."""
    if closed - opened > _LONGEST_TERM:
        return True
    inside_ends = text[closed - 1 : closed] in ("。", "！", "？")
    return inside_ends and (opened == line_start or text[opened - 1] in _SPEECH)


def _in_number(text: str, position: int) -> bool:
    """Whether the comma at `position` separates thousands: `1,200`, but not `2025年,3项` or `应用2.0,6月底前`."""
    after = text[position + 1 : position + 5]
    return text[position - 1 : position].isdigit() and len(after) >= 3 and after[:3].isdigit() and not after[3:].isdigit()


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end

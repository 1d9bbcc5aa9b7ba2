"""The words of a document, to find where noun phrases begin and end."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from extractors.words import tags


class Word(NamedTuple):
    """A word at `start:end` with jieba's part of speech (empty for one the dictionary lacks)."""

    start: int
    end: int
    text: str
    tag: str


class Words:
    """A text with its words; `between` gives those that lie in a stretch."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]
        self._made: list[Word | None] = [None] * len(spans)
        self._tags: dict[str, str] = {}

    def straddles(self, at: int) -> bool:
        """Whether a word goes on over the offset `at`: 市|场 in 3市场, but not 市|级."""
        index = bisect_left(self._starts, at) - 1
        return index >= 0 and self._starts[index] < at < self._ends[index] and self._starts[index] == at - 1

    def between(self, start: int, end: int) -> list[Word]:
        """The words of `text[start:end]`; one that reaches over an edge is cut there."""
        if start >= end:
            return []
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        made = self._made
        found = [made[index] or self._make(index) for index in range(first, last)]
        if first and self._ends[first - 1] > start:
            found.insert(0, self._word(start, min(end, self._ends[first - 1])))
        if found and found[-1].end > end:
            found[-1] = self._word(found[-1].start, end)
        return found

    def _make(self, index: int) -> Word:
        word = self._made[index] = self._word(self._starts[index], self._ends[index])
        return word

    def _word(self, start: int, end: int) -> Word:
        written = self.text[start:end]
        tag = self._tags.get(written)
        if tag is None:
            tag = self._tags[written] = tags().get(written, "")
        return Word(start, end, written, tag)

"""The words of a document, to find where noun phrases begin and end."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.words import tags


@dataclass(frozen=True, slots=True)
class Word:
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
        self._made: dict[int, Word] = {}

    def straddles(self, at: int) -> bool:
        """Whether a word goes on over the offset `at`: 市|场 in 3市场, but not 市|级."""
        index = bisect_left(self._starts, at) - 1
        return index >= 0 and self._starts[index] < at < self._ends[index] and self._starts[index] == at - 1

    def between(self, start: int, end: int) -> list[Word]:
        """The words of `text[start:end]`; one that reaches over an edge is cut there."""
        found: list[Word] = []
        index = max(0, bisect_left(self._starts, start + 1) - 1)
        while index < len(self._starts) and self._starts[index] < end:
            left, right = self._starts[index], self._ends[index]
            if left >= start and right <= end:
                word = self._made.get(index)
                if word is None:
                    word = self._made[index] = self._word(left, right)
                found.append(word)
            elif max(left, start) < min(right, end):
                found.append(self._word(max(left, start), min(right, end)))
            index += 1
        return found

    def _word(self, start: int, end: int) -> Word:
        written = self.text[start:end]
        return Word(start, end, written, tags().get(written, ""))

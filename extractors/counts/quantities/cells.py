"""Cells of flattened tables: a row that was copied as one line keeps its cells apart by spaces, where running text has none.

`3 电池项目 青汀电池有限公司 年产5万套` is a row of three cells. Running text has single spaces too, where a line of the page was broken
inside a sentence; they stand far apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

_SPACE = re.compile("(?<=[\u4e00-\u9fff）。；、”]) (?=[\u4e00-\u9fff（“])")
#: The number of a row before its first cell.
_NUMBERED = re.compile(r"\d{1,3}[.、]? ?(?=[\u4e00-\u9fff“▲])")
#: Two spaces of a line no farther apart keep cells apart; lines of a page are longer.
_WIDEST = 24


class Cells:
    """The cells of one text's lines; a line of running text is one cell."""

    def __init__(self, text: str) -> None:
        self._borders = sorted(_borders(text)) if " " in text else []
        self._length = len(text)

    def start(self, at: int) -> int:
        """Where the cell that holds the offset `at` begins, 0 in the first."""
        index = bisect_right(self._borders, at) - 1
        return self._borders[index] + 1 if index >= 0 else 0

    def end(self, at: int) -> int:
        """Where the cell that holds the offset `at` ends."""
        index = bisect_left(self._borders, at)
        return self._borders[index] if index < len(self._borders) else self._length


def _borders(text: str) -> list[int]:
    found: list[int] = []
    start = 0
    for line in text.split("\n"):
        if " " in line:
            spaces = [space.start() for space in _SPACE.finditer(line)]
            row = "\t" in line or (len(spaces) > 1 and _NUMBERED.match(line) is not None)
            near = {at for left, right in pairwise(spaces) if right - left <= _WIDEST for at in (left, right)}
            found += [start + at for at in (spaces if row else near)]
        start += len(line) + 1
    return found

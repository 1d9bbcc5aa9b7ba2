"""Times that are the whole of a table's cell, and the head of the column they stand under."""

from __future__ import annotations

import re

#: How much of a table above a cell is looked through for the head of its column.
_TABLE_REACH, _MOST_ROWS = 6000, 40


def stands_under(text: str, core: tuple[int, int], head: re.Pattern[str]) -> bool:
    """Whether the time at `core` is a whole cell of a table's column whose head `head` matches (完成时限 or alike)."""
    line = text.rfind("\n", 0, core[0]) + 1
    before, after = text[core[0] - 1 : core[0]], text[core[1] : core[1] + 1]
    if before not in ("\t", "\n") or after not in ("", "\t", "\n", "前") or (before == after == "\n"):
        return False
    column = text.count("\t", line, core[0])
    above = text[max(0, line - _TABLE_REACH) : line].split("\n")
    for row in reversed(above[-_MOST_ROWS:]):
        cells = row.split("\t")
        if column < len(cells) and head.fullmatch(cells[column].strip()):
            return True
    return False

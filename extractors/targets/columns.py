"""The year that the head of a table's column fixes for the quantities under it."""

from __future__ import annotations

import re

#: A head that says when its column is for: 2025年, 2025年目标, 到2025年; what was counted in a year is no target of it.
_HEAD = re.compile(r"(?:到|至)?((?:19|20)\d\d) ?年(?![^\t]{0,6}(?:实际|实绩|现状|完成|基期|—|至))[^\t]{0,10}")
#: So many rows above a cell the head of its column is looked for.
_MOST_ROWS = 60


def column_year(text: str, position: int) -> tuple[int, str] | None:
    """The year in the head of the column that holds `position`, and the head; None outside tables and under other heads.

    A row of `森林覆盖率（%）\\t60\\t62` under `指标\\t2020年\\t2025年` gives 2025 for 62.
    """
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    line = text[start : end if end >= 0 else len(text)]
    if "\t" not in line:
        return None
    column, cells = line.count("\t", 0, position - start), line.count("\t")
    for _ in range(_MOST_ROWS):
        if start == 0:
            return None
        start, end = text.rfind("\n", 0, start - 1) + 1, start - 1
        if text.count("\t", start, end) == cells:
            head = text[start:end].split("\t")[column].strip()
            if found := _HEAD.fullmatch(head):
                return int(found[1]), head
    return None

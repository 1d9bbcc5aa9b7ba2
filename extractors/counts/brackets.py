"""Numbers that fill a bracket: `青汀电厂（30万千瓦）`, `创新性（比重30%）`."""

from __future__ import annotations

import re

from extractors.counts.quantities import Quantity

#: What may open such a bracket before the number: the word for a weight.
_OPENED = re.compile("[（(](?:所占|占)?(?:比重|权重|比例|配分|分值|占比|占分|占)?(?:为|：|:)? ?$")
#: A longer stretch before the bracket is named by what follows its last 的.
_LONG = 8


def fills_bracket(text: str, quantity: Quantity) -> bool:
    """Whether the quantity opens a bracket and says all, or the first thing, in it; not `（含培育5所）`."""
    opened = _OPENED.search(text, max(0, quantity.start - 8), quantity.start)
    return opened is not None and text[quantity.end : quantity.end + 1] in ("）", ")", "，", ",")


def bracket_before(text: str, quantity: Quantity) -> int:
    """Where the thing that the quantity's bracket belongs to ends."""
    at = max(text.rfind(mark, max(0, quantity.start - 8), quantity.start) for mark in "（(")
    while at > 0 and text[at - 1] in "。；，：":
        at -= 1
    return max(0, at)


def owner_start(text: str, floor: int, at: int) -> int:
    """Where in `text[floor:at]` the last thing of a list begins, without what is said of it before 的."""
    start = floor + max(text[floor:at].rfind(mark) + 1 for mark in "、）)和")
    stretch = text[start:at]
    return start + stretch.rindex("的", 0, -1) + 1 if len(stretch) > _LONG and "的" in stretch[:-2] else start

"""Worked sums: `应纳税额=10000元×3%=300元`, `负担27万元（48万元－21万元=27万元）`.

A number in a sum has no clause of its own. It is what a word at it says (`30%税率`), what the same number was before in the text (the sum
repeats it), or, for a result, what the sum is told for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.counts.quantities.finding import Quantity

_SIGN = "[=＝×xX*÷/＋+－−—-]"
_BEFORE = re.compile(_SIGN + " ?[（(]?$")
_AFTER = re.compile(" ?(?P<named>[\u4e00-\u9fff]{2,6})? ?[）)]?" + _SIGN)
_ENDED = re.compile(" ?(?P<named>[\u4e00-\u9fff]{2,6})?(?=[）)，。；\\n\\t]|$)")
_EDGES = "，。；：\n\t"
#: A sum is no longer, and no equal number is looked for further back among so many.
_LONGEST, _EARLIER = 80, 60
#: What a sum is told for: the name before its first sign of equality.
_TOLD_FOR = re.compile("(?P<name>[\u4e00-\u9fff]{2,16})(?:为|是)?[=＝]")


def in_sum(text: str, quantity: Quantity) -> tuple[int, bool] | None:
    """Where the sum begins that the quantity is part of, and whether it is a result of it; None outside a sum.

    `10000元×3%=300元` holds three; `2%—3%` is a range and no sum.
    """
    led = _BEFORE.search(text, max(0, quantity.start - 3), quantity.start)
    if led is None and _AFTER.match(text, quantity.end) is None:
        return None
    floor, ceiling = max(0, quantity.start - _LONGEST), quantity.end + _LONGEST
    start = max(text.rfind(mark, floor, quantity.start) + 1 for mark in _EDGES)
    ends = [at for mark in _EDGES if (at := text.find(mark, quantity.end, ceiling)) >= 0]
    whole = text[max(start, floor) : min(ends, default=min(len(text), ceiling))]
    if "=" not in whole and "＝" not in whole:
        return None
    return max(start, floor), led is not None and led.group()[0] in "=＝"


def item_in_sum(text: str, quantities: Sequence[Quantity], items: Sequence[str | None], index: int) -> str:
    """What the quantity at `index` is in its worked sum; nothing outside one, or where its own words are to be read.

    `items` are those of the quantities before it.
    """
    quantity = quantities[index]
    found = in_sum(text, quantity)
    if found is None:
        return ""
    start, result = found
    if (after := _AFTER.match(text, quantity.end) or _ENDED.match(text, quantity.end)) and after["named"]:
        return str(after["named"])
    if not _BEFORE.search(text, max(0, quantity.start - 3), quantity.start) and "\u4e00" <= text[quantity.start - 1 : quantity.start] <= "\u9fff":
        return ""
    for at in range(index - 1, max(-1, index - _EARLIER), -1):
        earlier = quantities[at]
        if earlier.value == quantity.value and (earlier.unit_name == quantity.unit_name or quantity.value < 1) and items[at]:
            return items[at] or ""
    if result and (told := _TOLD_FOR.match(text, start)):
        return str(told["name"])
    alike = [at for at in range(index - 1, -1, -1) if quantities[at].start >= start and quantities[at].unit_name == quantity.unit_name]
    if result and alike:
        return items[alike[-1]] or ""
    return (items[index - 1] or "") if index else ""

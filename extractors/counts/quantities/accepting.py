"""Which numbers, with the units found at them or without one, can stand for an amount: not labels, column heads, years, codes."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from extractors.counts.quantities.unit_nearby import sets_out
from extractors.counts.quantities.units import Unit

if TYPE_CHECKING:
    from extractors.counts.quantities.finding import Quantity

#: A bare number counts after a verb of attainment: 系数达到0.55, but not 代码为0.55.
_REACHED = re.compile(
    r"(?<![码号话编箱])(?:(?<=[系指]数)|(?<=倍差)|为"
    r"|(?P<level>达到?|(?:提高|提升|下?降|降低|压减|缩小|扩大|上升|减小|收窄)[到至]|(?:控制|稳定|保持)在)) ?$"
)
_ENDED = re.compile(r" ?(?:[，。；、）\n]|\.(?![0-9A-Za-z])|和|以[上下内]|左右|$)")
#: A greater bare number after 达到 is a year or a code.
_MOST_INDEX = 1000
#: What makes a bare number the beginning of a code; a stray full stop ends a sentence.
_GOES_ON_AS_CODE = re.compile(r"[A-Za-z0-9/-]|\.[A-Za-z0-9]")
#: No text speaks of more 县 or 园区 without a measure word: a greater number is a code or has run in from a table.
_MOST_PLACES = 400
#: Bare multipliers that count nothing unless a bound word stands at them: 万元 and 亿元 head table columns.
_BARE_UNITS = frozenset([Decimal(10**4), Decimal(10**8)])
#: What stands around the words that fill a cell or a bracket.
_ALONE_BEFORE, _ALONE_AFTER = re.compile(r"[\t\n（(：:] ?$"), re.compile(r" ?[\t\n）)]")
#: 15个|亿吨大港: so many things of a size.
_COUNTED_BEFORE = re.compile("[0-9一二三四五六七八九十百两][个家座条户名]$")
_RANKED_FROM_END = re.compile(r"(?<![以之此今往随其先前最然])后 ?$")


def is_accepted(text: str, quantity: Quantity) -> bool:
    """Whether number and unit (or the lack of one) can stand for an amount at all."""
    number, unit = quantity.number, quantity.unit
    if number.complete:
        return True
    if unit is None:
        return quantity.number.value >= 10**8 if quantity.levelled else _counts_bare(text, quantity)
    spelled = not text[number.start].isascii()
    if unit.name == "点" and unit.kind != "classifier" and (spelled or number.value % 1 == 0) and not text.endswith("全文", 0, quantity.start):
        return False  # 8点 is an hour, 219.95点 an index.
    if number.kind == "product":
        return unit.kind in ("measure", "classifier")
    if number.kind == "bare" and (text[number.start : number.end] == "亿万" or (text.startswith("人口", unit.start) and not quantity.bounded)):
        return False  # 千人口托位数 is reckoned by the thousand
    if number.kind == "bare" and not quantity.bounded and _stands_alone(text, number.start, quantity.end):
        return False  # 万亿元 in a column of units
    if number.kind == "bare" and number.value in _BARE_UNITS and not quantity.bounded and not quantity.levelled:
        return unit.kind == "measure" and _COUNTED_BEFORE.search(text[max(0, number.start - 2) : number.start]) is not None
    ranked = unit.name in ("位", "名") and _RANKED_FROM_END.search(text[max(0, quantity.start - 3) : quantity.start])
    return not ranked and not _is_label(text, quantity, unit)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether `start:end` fills a cell or a bracket: （亿元）."""
    return _ALONE_AFTER.match(text, end) is not None and _ALONE_BEFORE.search(text[max(0, start - 2) : start]) is not None


def _counts_bare(text: str, quantity: Quantity) -> bool:
    """Whether a number with no unit counts: `1500万`, `不超过2.0`, `系数达到0.55`."""
    number = quantity.number
    if number.kind == "digits" and number.size and number.size[-1] in "万亿":
        return True
    if number.kind in ("bare", "spelled") and quantity.bounded and number.value >= 10**4:
        return True
    if number.kind not in ("digits", "spelled") or _GOES_ON_AS_CODE.match(text, quantity.end):
        return False
    decimal = any(point in text[number.start : number.end] for point in ".点")
    if quantity.bounded:
        return number.kind == "digits" or decimal
    if number.kind == "spelled" and decimal:
        return quantity.value_max is not None
    if decimal and sets_out(text, number.start, number.end):
        return True
    reached = _REACHED.search(text[max(0, number.start - 16) : number.start])
    if not reached or not _ENDED.match(text, quantity.core_end):
        return False
    return decimal or (bool(reached["level"]) and number.kind == "digits" and number.value < _MOST_INDEX)


def _is_label(text: str, quantity: Quantity, unit: Unit) -> bool:
    """Whether the number is a section's (`3.1 市场监测`), a year's or a table's that has run into the next word (`2015店`)."""
    number = quantity.number
    if number.kind != "digits":
        return False
    spaced = text[number.end : number.end + 1] == " "
    line_start = not text[max(0, number.start - 3) : number.start].rpartition("\n")[2].strip(" \t")
    begins_line = line_start and (number.start < 3 or "\n" in text[max(0, number.start - 3) : number.start])
    if quantity.counted and not number.size and begins_line and (spaced or number.value != number.value.to_integral_value()):
        return True
    return unit.kind == "noun" and (spaced or number.value > _MOST_PLACES)

"""Recognizers-Text's numbers, percentages, currencies, dimensions, dates and times for Chinese as counts and deadlines.

It knows no measure words and no bounds (`50项以上` is the number 50), and gives units in English: the unit is taken from the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from exchange import Count, Deadline, Document, bounded, lines, run
from recognizers_date_time import recognize_datetime
from recognizers_number import recognize_number, recognize_percentage
from recognizers_number_with_unit import recognize_currency, recognize_dimension
from recognizers_text import Culture

#: With a unit first: the bare number inside them is not another quantity.
READERS: tuple[Callable[..., Iterable[Any]], ...] = (recognize_currency, recognize_dimension, recognize_percentage, recognize_number)
_TAIL = re.compile("年?[底末]?(?:之?前|起|开始)?")
_NUMBER = re.compile(r"[0-9.,\s零〇一二两三四五六七八九十百千万亿]+")


def counts(document: Document) -> Iterator[Count]:
    for start, line in lines(document.text):
        # A number inside a time is no quantity; the unit of an expression belongs to its number.
        taken = [(found.start, found.end) for found in times(document, line)]
        for read in READERS:
            for found in read(line, Culture.Chinese):
                value = number(str((found.resolution or {}).get("value", "")).removesuffix("%"))
                if value is None or any(found.start <= last and first <= found.end for first, last in taken):
                    continue
                taken.append((found.start, found.end))
                end = found.end + 1
                yield Count(start + found.start, start + end, line[found.start : end], value, unit=unit(read, line[found.start : end]))


def unit(read: Callable[..., Iterable[Any]], text: str) -> str | None:
    if read is recognize_percentage:
        return "%"
    return None if read is recognize_number else _NUMBER.sub("", text) or None


def number(words: str) -> Decimal | None:
    try:
        value = Decimal(words)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def times(document: Document, line: str) -> list[Any]:
    return list(recognize_datetime(line, Culture.Chinese, reference=datetime.combine(document.published, time())))


def deadlines(document: Document) -> Iterator[Deadline]:
    for start, line in lines(document.text):
        for found in times(document, line):
            kind = found.type_name.rpartition(".")[2]
            end = found.end + 1
            text = line[found.start : end]
            place = start + found.start, start + end, text
            if kind == "set":
                yield Deadline(*place, None, None, "every")
            elif kind in ("date", "daterange") and found.resolution:
                # Of several years an undated month may be in, the last is the one to come.
                value = found.resolution["values"][-1]
                first, last = day(value.get("start") or value.get("value")), day(value.get("end") or value.get("value"))
                if last and value.get("end"):
                    last -= timedelta(1)
                # What it leaves out of the expression tells the bound: `2025年` of `2025年底前`.
                tail = _TAIL.match(line, end)
                bound, date_from, date_to = bounded(text + (tail[0] if tail else ""), line[: found.start], first, last)
                yield Deadline(*place, date_from, date_to, bound)


def day(words: str | None) -> date | None:
    """The day of a resolution; the library's year 1 means that it found none."""
    try:
        found = date.fromisoformat((words or "")[:10])
    except ValueError:
        return None
    return found if found.year > 1 else None


if __name__ == "__main__":
    run(counts, deadlines)

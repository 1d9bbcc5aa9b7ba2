"""Years and five-year periods that words name, and spans of times in order."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractors.clauses import Span
from extractors.period import five_years

_PERIOD = re.compile("(十[二三四五六])五")


def span_of(found: re.Match[str]) -> tuple[int, int]:
    """The first and the last year that a match of `named_years` names: 2021年, 2016—2020, “十三五”."""
    if period := found["period"]:
        return five_years(f"十{period}")
    return int(found["first"]), int(found["last"] or found["first"])


def is_over(words: str, year: int | None) -> bool:
    """Whether words name a five-year period that is past when a report of `year` is read: “十四五”时期 in 2026; not “十五五”时期."""
    named = _PERIOD.search(words)
    return named is not None and year is not None and year > five_years(named[1])[0] + 1


def first_in(spans: list[Span], start: int, end: int) -> Span | None:
    """The first of sorted `spans` that begins between two offsets."""
    index = bisect_left(spans, (start, start))
    return spans[index] if index < len(spans) and spans[index][0] < end else None

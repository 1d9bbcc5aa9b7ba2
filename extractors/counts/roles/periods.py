"""Years and five-year periods that words name."""

from __future__ import annotations

import re

_PERIOD = re.compile("十([二三四五六])五")
_PERIOD_STARTS = {"一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026, "六": 2031}


def span_of(found: re.Match[str]) -> tuple[int, int]:
    """The first and the last year that a match of `named_years` names: 2021年, 2016—2020, “十三五”."""
    if period := found["period"]:
        return _PERIOD_STARTS[period], _PERIOD_STARTS[period] + 4
    return int(found["first"]), int(found["last"] or found["first"])


def is_over(words: str, year: int | None) -> bool:
    """Whether words name a five-year period that is past when a report of `year` is read: “十四五”时期 in 2026; not “十五五”时期."""
    named = _PERIOD.search(words)
    return named is not None and year is not None and year > _PERIOD_STARTS[named[1]] + 1

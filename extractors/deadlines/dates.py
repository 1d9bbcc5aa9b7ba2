"""From a written point to calendar dates: the first and last day it covers, and how fine it is."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extractors.deadlines.lexicon import lexicon
from extractors.deadlines.points import Point
from extractors.numerals import read_number
from extractors.records import Precision

#: 上旬, 中旬, 下旬, 上中旬, 中下旬: first and last day of the ten-day parts of a month; the last part ends with the month.
_TEN_DAYS: dict[str, tuple[int, int | None]] = {"上": (1, 10), "中": (11, 20), "下": (21, None), "上中": (1, 20), "中下": (11, None)}


@dataclass(frozen=True, slots=True)
class Extent:
    """First and last day of a time, inclusive."""

    first: date
    last: date
    precision: Precision


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def after(start: date, amount: int, measure: str) -> date | None:
    """The last day of a stretch of `amount` 年, 个月 or 日 that begins on `start`; days are counted from the day after.

    None where the stretch is in working days or leaves the calendar.
    """
    try:
        if measure == "年":
            return _same_day(start.year + amount, start.month, start.day) - timedelta(days=1)
        if measure == "个月":
            months = start.month - 1 + amount
            return _same_day(start.year + months // 12, months % 12 + 1, start.day) - timedelta(days=1)
        return start + timedelta(days=amount) if measure in ("日", "天") else None
    except (ValueError, OverflowError):
        return None


def _same_day(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def extent(point: Point, year: int | None, month: int | None = None) -> Extent | None:
    """What a point covers when its year is `year`; `month` is the document's own, for 本月底.

    A day beyond the month's end (`11月31日`) is read as its last. None when the year is not known or the words name no day of the
    calendar (`13月1日`).
    """
    if point.plan:
        return _plan_extent(point)
    if year is None or not 1900 <= year <= 2200:
        return None
    try:
        return _edged(point, _whole(point, year, month))
    except ValueError:
        return None


def _whole(point: Point, year: int, month: int | None) -> Extent:
    """The extent without regard to 底, 末, 初 and 中."""
    if point.month and point.day:
        # 11月31日 is what hurried writers call the end of the month.
        day = date(year, point.month, min(point.day, calendar.monthrange(year, point.month)[1]) if point.day <= 31 else 0)
        return Extent(day, day, "day")
    if point.feast:
        words = lexicon()
        day = date(year, *(words.new_years.get(year) if point.feast == "春节" else None) or words.feasts[point.feast])
        return Extent(day, day, "day")
    if point.month and point.ten_days:
        start, days = date(year, point.month, 1), _TEN_DAYS[point.ten_days]
        return Extent(start.replace(day=days[0]), start.replace(day=days[1]) if days[1] else month_end(year, point.month), "day")
    if point.month:
        return Extent(date(year, point.month, 1), month_end(year, point.month), "month")
    if point.quarter:
        return Extent(date(year, 3 * point.quarter - 2, 1), month_end(year, 3 * point.quarter), "quarter")
    if point.part in ("月", "季"):
        if month is None:
            raise ValueError("the document's month is not known")
        if point.part == "月":
            return Extent(date(year, month, 1), month_end(year, month), "month")
        closing = (month + 2) // 3 * 3
        return Extent(date(year, closing - 2, 1), month_end(year, closing), "quarter")
    if point.part:
        opening, closing = lexicon().year_parts.get(point.part) or lexicon().school_years[point.part]
        precision: Precision = "half" if point.part.endswith("半年") else "year" if point.part == "全年" else "period"
        later, opening = divmod(opening - 1, 12)
        last, closing = divmod(closing - 1, 12)
        return Extent(date(year + later, opening + 1, 1), month_end(year + last, closing + 1), precision)
    return Extent(date(year, 1, 1), date(year + (point.relative or "").endswith("两年"), 12, 31), "year")


def _edged(point: Point, whole: Extent) -> Extent:
    """底 and 末 leave the whole's end, 初 its first month or ten days, 中 its middle."""
    if point.edge == "初":
        if whole.precision == "year":
            return replace(whole, last=month_end(whole.first.year, 1))
        return replace(whole, last=whole.first.replace(day=10))
    if point.edge == "中":
        if whole.precision == "year":
            return replace(whole, first=date(whole.first.year, 6, 1), last=date(whole.first.year, 6, 30))
        return replace(whole, first=whole.first.replace(day=11), last=whole.first.replace(day=20))
    return whole


def _plan_extent(point: Point) -> Extent | None:
    years = lexicon().plans.get(point.plan or "")
    if years is None:
        return None
    first, last = years
    if point.part and point.part[0] in "前后头" and (count := read_number(point.part[1])):
        if point.part[0] == "后":
            first = last - int(count) + 1
        else:
            last = first + int(count) - 1
    elif point.part in ("前期", "前半期"):
        return Extent(date(first, 1, 1), date(first + 2, 6, 30), "period")
    elif point.part in ("后期", "后半期"):
        return Extent(date(first + 2, 7, 1), date(last, 12, 31), "period")
    elif point.part == "中期":
        first = last = first + 2
    elif point.part and point.part[0] == "初":
        last = first
    return Extent(date(first, 1, 1), date(last, 12, 31), "period")


def before(point: Point, covered: Extent) -> date:
    """The last day that `…前` allows: a bare year, month, ten days or quarter is not included, a day or an edge (底, 末) is."""
    if point.day or point.edge or point.plan or point.part in ("全年", "上半年", "下半年"):
        return covered.last
    return covered.first - timedelta(days=1)

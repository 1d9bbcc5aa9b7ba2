"""Dates as pages and letterheads write them.

`2015-09-25`, `2018年12月06日`, `2022/4/21 10:00`, `Thu, 08 Jul 2021 13:01:39 GMT`, in Chinese numerals (`二○○三年四月二十一日`,
digits named one by one for the year, counted for month and day) and of the Republic (`中華民國106年1月20日`, year 1 is 1912).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate

from pipeline.reading.folding import fold

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_REPUBLIC = 1911
_ZEROS = "〇零○ΟOo0"
_DIGIT = dict(zip(_ZEROS + "一二三四五六七八九", "0" * len(_ZEROS) + "123456789", strict=True))

_COUNTED = "[一二三四五六七八九十]"
_NAMED = rf"\s?[{_ZEROS}一二三四五六七八九]"
_DATE = re.compile(
    rf"(?P<republic>中华民国\s*(?:(?P<ry>\d{{1,3}})|(?P<rc>[一二三四五六七八九十百零〇]{{1,6}}))\s*年"
    rf"\s*(?P<rm>\d{{1,2}}|{_COUNTED}{{1,2}})\s*月\s*(?P<rd>\d{{1,2}}|{_COUNTED}{{1,3}})\s*日)"
    r"|(?<!\d)(?P<y>(?:19|20)\d{2})(?:\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})(?!\d)(?:\s*日)?"
    r"|(?P<sep>[-/.])(?P<m2>\d{1,2})(?P=sep)(?P<d2>\d{1,2})(?!\d))"
    rf"|(?P<cy>[一二]{_NAMED}{_NAMED}{_NAMED})\s*年\s*(?P<cm>{_COUNTED}{{1,2}})\s*月\s*(?P<cd>[一二三四五六七八九十廿卅]{{1,3}})\s*日"
)
_COMPACT = re.compile(r"\s*((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)")
_MAIL = re.compile(r"(?:[A-Z][a-z]{2},?\s+)?\d{1,2}\s+[A-Z][a-z]{2}\s+\d{4}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and where it stands in the text it was found in (`end` exclusive)."""

    day: date
    start: int
    end: int


def find_date(text: str, start: int = 0, end: int | None = None) -> Dated | None:
    """The first full date in `text[start:end]`, or None.

    `发布日期 :2022-04-25` gives that day; `2016年3月` and `2018—2020年` name no day and give nothing, as does the thirtieth of February.
    """
    for found in _written(text if end is None else text[:end], start):
        day = _day(found)
        if day:
            return Dated(day, found.start(), found.end())
    return None


def all_dates(text: str) -> list[Dated]:
    """Every full date in `text`, in order."""
    dated = [(found, _day(found)) for found in _written(text)]
    return [Dated(day, found.start(), found.end()) for found, day in dated if day]


def _written(text: str, start: int = 0) -> Iterator[re.Match[str]]:
    """What is written as a date is. Most lines hold nothing that any date does."""
    folded = fold(text)
    return _DATE.finditer(folded, start) if any(sign in folded for sign in "年-/.") else iter(())


def read_date(value: str) -> date | None:
    """The date that a metadata value begins with or holds: also `20220421` and the English form of mail and RSS."""
    found = find_date(value)
    if found:
        return found.day
    compact = _COMPACT.match(fold(value))
    if compact:
        return _valid(*(int(part) for part in compact.groups()))
    if _MAIL.search(value):
        parsed = parsedate(value)
        return _valid(*parsed[:3]) if parsed else None
    return None


def _day(found: re.Match[str]) -> date | None:
    if found["republic"]:
        year = _REPUBLIC + (int(found["ry"]) if found["ry"] else _counted(found["rc"]))
        return _valid(year, _counted(found["rm"]), _counted(found["rd"]))
    if found["y"]:
        return _valid(int(found["y"]), int(found["m"] or found["m2"]), int(found["d"] or found["d2"]))
    year = int("".join(_DIGIT[character] for character in found["cy"] if not character.isspace()))
    return _valid(year, _counted(found["cm"]), _counted(found["cd"]))


def _counted(written: str) -> int:
    """`二十一` 21, `十` 10, `廿三` 23, `一百零六` 106, `7` 7; 0 for anything else."""
    if written.isdecimal():
        return int(written)
    total = digit = 0
    for character in written:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        elif character in "廿卅":
            total += 20 if character == "廿" else 30
        else:
            digit = int(_DIGIT.get(character, "0"))
    return total + digit


def _valid(year: int, month: int, day: int) -> date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""Rows of a plan's table of indicators that was copied as lines: `6 产业增加值占GDP比重 % 15 预期性`, all about what the row's first words name."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

#: Kinds of indicators, which stand in the last column: expected (预期性), binding (约束性), for reference, for guidance.
_KIND = re.compile("预期性|约束性|参考性|指导性")
_LONGEST_ROW = 120
#: Over the values: 2020年 2025年目标.
_YEARS = re.compile(r"(?:19|20)\d{2}年(?:现状|目标|实际|完成|规划|预期|基期)?值?", re.ASCII)
#: Category, number and name of a row, up to what keeps its values apart from the name.
_ROW = re.compile(
    r"(?:[^\t\d。；，]{0,6}[\t ]?)?\d{1,3}(?!\d)[.、．]? ?(?P<name>[\u4e00-\u9fffA-Z][^\t。；，%≥≤<>－]*?)"
    r" ?(?P<share>[（(]%[）)])?"
    r"(?P<unit>[万亿]?(?:(?<=[万亿 ])人次|[个家件人元吨户台]|(?<!人)次|亿元|万元|公里|平方米|立方米|公顷|千瓦时|吨标准煤)(?:/[^\t ]{1,4})?)?"
    r"(?:[\t≥≤<>－%]| (?=[^\t ]))"
)
_VALUE = re.compile(
    r"(?:(?<=[\t %])(?P<bound>[≥≤<>]) ?|(?<=[\t ]))(?P<number>\d[\d,]*(?:\.\d+)?)(?=[\t ]|预期性|约束性|参考性|指导性|$)",
    re.ASCII | re.MULTILINE,
)
#: The unit in a bracket that ends a name, and a share's right behind it.
_BRACKET, _SHARE = re.compile("[（(]([^（）()]{1,12})[）)]$"), re.compile("[\t ]?%(?=[\t ])")


@dataclass(frozen=True, slots=True)
class Row:
    """A row at `start:end` whose values begin at `values`; its name, and the unit that stands behind the name (empty for none).

    `heads` are the years that the line over the rows names, if it names several.
    """

    start: int
    values: int
    end: int
    name: str
    unit: str
    heads: tuple[str, ...] = ()

    def head(self, text: str, at: int) -> str:
        """The year over the value at the offset `at`, where each value has one; empty else."""
        starts = [start for start, *_ in self.numbers(text)]
        return self.heads[starts.index(at)] if len(starts) == len(self.heads) and at in starts else ""

    def numbers(self, text: str) -> list[tuple[int, int, str]]:
        """The spans of the numbers that stand alone among its values, without a unit, and the bound before each."""
        return [(*found.span("number"), found["bound"]) for found in _VALUE.finditer(text, self.values, self.end)]


class Indicators:
    """The rows of indicators of one text."""

    def __init__(self, text: str) -> None:
        self.rows = _rows(text) if _KIND.search(text) else []
        self._starts = [row.start for row in self.rows]

    def row_at(self, at: int) -> Row | None:
        """The row in whose values the offset `at` lies."""
        index = bisect_right(self._starts, at) - 1
        row = self.rows[index] if index >= 0 else None
        return row if row and row.values <= at < row.end else None


def _rows(text: str) -> list[Row]:
    found, start = [], 0
    heads: tuple[str, ...] = ()
    for line in text.split("\n"):
        if len(line) <= _LONGEST_ROW and len(years := _YEARS.findall(line)) > 1:
            heads = tuple(years)
        elif "。" in line:
            heads = ()
        if len(line) <= _LONGEST_ROW and "。" not in line and _KIND.search(line) and (row := _ROW.match(line)):
            name, bracket = row["name"].strip(), _BRACKET.search(row["name"])
            share = row["share"] or _SHARE.match(line, row.end("name"))
            unit = row["unit"] or (bracket[1] if bracket else "%" if share else "")
            if not name[-1].isdigit():
                found.append(Row(start, start + row.end("name"), start + len(line), name, unit, heads))
        start += len(line) + 1
    return found

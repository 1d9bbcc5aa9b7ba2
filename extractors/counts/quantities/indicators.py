"""Rows of a plan's table of indicators that was copied as lines: `6 产业增加值占GDP比重 % 15 预期性`, all about what the row's first words name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.counts.quantities.units import sized_unit

#: Kinds of indicators, which have a column: expected (预期性), binding (约束性), for reference, for guidance.
_KINDS = "预期|约束|参考|指导"
_KIND, _OF_KIND = re.compile(f"(?:{_KINDS})性"), re.compile(_KINDS)
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
    rf"(?:(?<=[\t %])(?P<bound>[≥≤<>]) ?|(?<=[\t ]))(?P<number>\d[\d,]*(?:\.\d+)?)(?=[\t ]|(?:{_KINDS})性|$)",
    re.ASCII | re.MULTILINE,
)
#: The unit in a bracket that ends a name, and a share's right behind it.
_BRACKET, _SHARE = re.compile("[（(]([^（）()]{1,12})[）)]$"), re.compile("[\t ]?%(?=[\t ])")
#: The heads of such a table in one line, its columns of names and of units kept apart by a space: 指标名称 单位 属性 2020年 2025年.
_HEADS = re.compile("(?:^|[\t ])(?:主要|具体|核心)?(?:指标|项目|名称)[^\t ]{0,4} +(?:计量)?单位(?=[\t ]|$)")
#: Heads of its columns of values.
_COLUMN = re.compile(r"(?:19|20)\d{2}年?[^\t ]{0,6}|[^\t ]{0,2}(?:年均|累计|增[速幅])[^\t ]{0,10}|(?:现状|目标|基期|规划|预期)[值数]")
#: Cells of a row, which spaces keep apart, or the kind of indicator or 比重|% without one.
_CELL = re.compile(
    rf"(?:{_KINDS})性?(?=[\t ]|$|性|[—\d])性?|(?<=[\u4e00-\u9fff）)])%(?=[\t ]|{_KINDS})"
    rf"|[^\t ]+?(?=[\t ]|$|(?:{_KINDS})性|(?<=[\u4e00-\u9fff）)])%(?:[\t ]|{_KINDS}))"
)
_FIGURE = re.compile(r"(?P<open>[\[［])?(?P<minus>[－-])?(?P<bound>[≥≤<>])? ?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<close>[\]］])?", re.ASCII)
#: A row's number glued to its name: 3、|环保产业比重.
_NUMBERED = re.compile(r"^\d{1,2}[、.．](?!\d)", re.ASCII)
#: What stands over a figure in a bracket, which is a total over years.
_TOTALLED = "[累计]"
#: A line that is no row may be the name of a group of rows, or the rest of a row's cell, when it is no longer.
_LONGEST_GROUP = 24
_GROWTH = re.compile("年均|增[速幅]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A bare number of a row at `start:end`, the sign before it (`≥`, `-`) and what stands over it (`2025年`; empty where nothing is known)."""

    start: int
    end: int
    sign: str
    head: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row at `start:end` whose values begin at `values`; its name, the unit that stands behind the name (empty for none), its bare numbers."""

    start: int
    values: int
    end: int
    name: str
    unit: str
    figures: tuple[Figure, ...]

    def head(self, at: int) -> str:
        """What stands over the figure at the offset `at`, where each has its column; empty else."""
        return next((figure.head for figure in self.figures if figure.start == at), "")

    def unit_of(self, figure: Figure) -> str:
        """The unit of a figure: that of the row, % for how much it grows a year."""
        return "%" if _GROWTH.search(figure.head) else self.unit


class Indicators:
    """The rows of indicators of one text."""

    def __init__(self, text: str) -> None:
        self.rows = list(_rows(text)) if _KIND.search(text) or _HEADS.search(text) else []
        self._starts = [row.start for row in self.rows]

    def row_at(self, at: int) -> Row | None:
        """The row in whose values the offset `at` lies."""
        index = bisect_right(self._starts, at) - 1
        row = self.rows[index] if index >= 0 else None
        return row if row and row.values <= at < row.end else None


def _rows(text: str) -> Iterator[Row]:
    start = 0
    years: tuple[str, ...] = ()
    columns: tuple[str, ...] | None = None
    for line in text.split("\n"):
        short = len(line) <= _LONGEST_ROW
        if short and len(named := _YEARS.findall(line)) > 1:
            years = tuple(named)
        elif "。" in line:
            years = ()
        if short and (heads := _HEADS.search(line)):
            columns = tuple(_COLUMN.findall(line, heads.end()))
        elif "。" in line:
            columns = None
        elif (columns is not None and (row := _row_under(line, start, columns))) or (
            short and _KIND.search(line) and (row := _row_alone(line, start, years))
        ):
            yield row
        elif len(line) > _LONGEST_GROUP:
            columns = None
        start += len(line) + 1


def _row_alone(line: str, start: int, years: tuple[str, ...]) -> Row | None:
    """The row that the line at `start` is by its number and its kind of indicator, with `years` over as many values."""
    if not (row := _ROW.match(line)):
        return None
    name, bracket = row["name"].strip(), _BRACKET.search(row["name"])
    if name[-1].isdigit():
        return None
    share = row["share"] or _SHARE.match(line, row.end("name"))
    unit = row["unit"] or (bracket[1] if bracket else "%" if share else "")
    found = list(_VALUE.finditer(line, row.end("name")))
    heads = years if len(years) == len(found) else [""] * len(found)
    figures = tuple(
        Figure(start + value.start("number"), start + value.end("number"), value["bound"] or "", head)
        for value, head in zip(found, heads, strict=True)
    )
    return Row(start, start + row.end("name"), start + len(line), name, unit, figures)


def _row_under(line: str, start: int, columns: tuple[str, ...]) -> Row | None:
    """The row that the line at `start` is by the unit behind its name: `用电量 亿千瓦时 预期性 1187 1620` under heads with `columns` of values."""
    cells = list(_CELL.finditer(line))
    at = next((number for number, cell in enumerate(cells) if number and sized_unit(cell.group())), None)
    if at is None or cells[at - 1].group().isdigit():
        return None
    values = [cell for cell in cells[at + 1 :] if cell.group() != "性" and not _OF_KIND.match(cell.group())]
    figures = []
    for number, cell in enumerate(values):
        if not (figure := _FIGURE.fullmatch(cell.group())) or bool(figure["open"]) != bool(figure["close"]):
            continue
        head = _TOTALLED if figure["open"] else columns[number] if number < len(columns) else ""
        first, last = (start + cell.start() + offset for offset in figure.span("number"))
        figures.append(Figure(first, last, figure["minus"] or figure["bound"] or "", head))
    name = _NUMBERED.sub("", cells[at - 1].group())
    name = name if name.count("（") == name.count("）") else name.rpartition("（")[0]
    return Row(start, start + cells[at].end(), start + len(line), name, cells[at].group(), tuple(figures)) if name else None

"""Tables in the cleaned text: lines of cells kept apart by tabs, whose head or label says what a cell's number counts and in which unit."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.counts.bounds import before_at
from extractors.counts.numbers import number_at
from extractors.counts.quantities import Quantity
from extractors.counts.units import Unit, unit_at
from extractors.numerals import read_number

_BLOCK = re.compile(r"(?:[^\n]*\t[^\n]*(?:\n|$))+")
_BRACKET = re.compile(r"[（(]([^（）()]{1,12})[）)]")
_PLAIN = re.compile(r"(?P<bound>[<>＜＞≥≤≧≦～~]|约|不低于|不少于|不超过|超过)? ?(?P<number>\d[\d,]*(?:\.\d+)?)", re.ASCII)
_UNIT_NAME = re.compile(r"(?:单位[:：]? ?)?(?P<size>[十百千万亿]{0,3})(?P<unit>.+)")
_LABEL = re.compile(r"^(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[.、．）) ] ?|[①-⑳])+")
_TIME_HEAD = re.compile(r"^(?:20|19)\d{2}|目标|实绩|实际|完成|现状|计划|单位|数值|指标值|基期|规划|属性|小计|合计|年均|累计|占比|权重|得分|分值")
_NAMES = "名称|项目|指标|类别|内容|序号|年度|地区|单位"


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell at `start:end`, with the text of its column's head and of its row's label (empty where there is none)."""

    start: int
    end: int
    head: str
    label: str


class Tables:
    """The cells of all tables of a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._cells: list[Cell] = []
        self._units: list[str] = []
        for block in _BLOCK.finditer(text) if "\t" in text else ():
            self._read(block.start(), block.end())
        self._starts = [cell.start for cell in self._cells]

    def _read(self, start: int, end: int) -> None:
        head: list[str] = []
        at = start
        for line in self._text[start:end].rstrip("\n").split("\n"):
            cells = line.split("\t")
            label = next((cell for cell in cells if len(cell.strip()) > 1 and not cell.strip()[0].isdigit() and not _PLAIN.fullmatch(cell.strip())), "")
            if not head:
                head = cells
            same = len(cells) == len(head) and cells is not head
            unit_column = next((number for number, cell in enumerate(head) if cell.strip() in ("单位", "计量单位")), -1)
            unit = cells[unit_column].strip() if same and unit_column >= 0 else ""
            for number, cell in enumerate(cells):
                self._cells.append(Cell(at, at + len(cell), head[number].strip() if same else "", label.strip()))
                self._units.append(unit)
                at += len(cell) + 1

    def cell_at(self, at: int) -> Cell | None:
        """The cell that holds `at`, None outside tables."""
        index = bisect_right(self._starts, at) - 1
        return self._cells[index] if index >= 0 and self._cells[index].end >= at else None

    def quantities(self, taken: Sequence[Quantity]) -> list[Quantity]:
        """Quantities whose unit stands in the column's head, the row's label or a column of units: `10.00` under `金额（亿元）`.

        `taken` are those already found, sorted; cells they lie in are passed over.
        """
        starts = [quantity.start for quantity in taken]
        found = []
        for cell, column_unit in zip(self._cells, self._units, strict=True):
            index = bisect_right(starts, cell.end - 1) - 1
            if index >= 0 and taken[index].end > cell.start:
                continue
            quantity = self._quantity(cell, column_unit)
            if quantity:
                found.append(quantity)
        return found

    def _quantity(self, cell: Cell, column_unit: str) -> Quantity | None:
        written = self._text[cell.start : cell.end].strip()
        plain = _PLAIN.fullmatch(written)
        if not plain:
            return None
        named = column_unit or _unit_in(cell.head) or _unit_in(cell.label)
        name = _UNIT_NAME.fullmatch(named) if named else None
        if not name:
            return None
        unit = unit_at(name["unit"], 0, spelled=False)
        if not unit or unit.end != len(name["unit"]) or unit.kind in ("time", "code"):
            return None
        start = self._text.index(plain["number"], cell.start)
        number = number_at(self._text, start)
        size = read_number(name["size"]) if name["size"] else 1
        if number is None or size is None or number.end > cell.end:
            return None
        end = start + len(plain["number"])
        bound = before_at(self._text, start) if plain["bound"] else None
        comparator, begin = bound or ("eq", start)
        value = number.value * size
        return Quantity(begin, end, start, end, replace(number, value=value), Unit(end, end, unit.name, unit.kind), value, None, unit.name, comparator)

    def item(self, quantity: Quantity) -> str | None:
        """What the number that fills a cell counts: its column's head, or its row's label where the head only says when or in what unit."""
        cell = self.cell_at(quantity.start)
        if cell is None or self._text[cell.start : quantity.start].strip() or self._text[quantity.end : cell.end].strip():
            return None
        head, label = _name(cell.head), _name(cell.label)
        if head and not _TIME_HEAD.search(head) and not re.fullmatch(_NAMES, head):
            return head
        return label or None

    def time_head(self, quantity: Quantity) -> str:
        """The head over a number that fills a cell, which may say whether it is a goal (`2025年目标`)."""
        cell = self.cell_at(quantity.start)
        return cell.head if cell else ""


def _unit_in(words: str) -> str:
    """The unit in brackets that ends a head or label: 亿元 of `销售收入（亿元）`."""
    found = _BRACKET.findall(words)
    return found[-1].strip() if found else ""


def _name(words: str) -> str:
    """A head or label without numbering and without its unit."""
    words = _LABEL.sub("", words)
    for bracket in _BRACKET.finditer(words):
        inside = _UNIT_NAME.fullmatch(bracket[1])
        unit = unit_at(inside["unit"], 0, spelled=False) if inside else None
        if unit and inside and unit.end == len(inside["unit"]):
            words = words.replace(bracket.group(), "")
    return words.strip(" ：:%")

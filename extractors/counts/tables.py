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

_BRACKET = re.compile(r"[（(]([^（）()]{1,12})[）)]")
_PLAIN = re.compile(r"(?P<bound>[<>＜＞≥≤≧≦]|约|不低于|不少于|不超过|超过)? ?(?P<number>\d[\d,]*(?:\.\d+)?)", re.ASCII)
_UNIT = re.compile(r"(?:单位[:：]? ?)?(?P<size>[十百千万亿]{0,3})(?P<unit>.+)")
_LABEL = re.compile(r"(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[.、．）) ] ?|[①-⑳])+")
#: Heads that say when or in what unit and not what is counted.
_TIME_HEAD = re.compile(
    r"^(?:20|19)\d{2}|目标|实绩|实际|完成|现状|计划|单位|数值|指标值|基期|规划|属性|小计|合计|年均|累计|占比|比重|权重|配分|得分|分值"
    r"|^(?:名称|项目|指标|类别|内容|序号|年度|地区)$"
)
_UNIT_HEADS = frozenset(["单位", "计量单位"])


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell at `start:end`, with its column's head, its row's label and its row's unit (each empty where there is none)."""

    start: int
    end: int
    head: str
    label: str
    unit: str


class Tables:
    """The cells of all tables of a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._cells: list[Cell] = []
        if "\t" in text:
            self._read()
        self._starts = [cell.start for cell in self._cells]

    def _read(self) -> None:
        head: list[str] = []
        at = 0
        for line in self._text.split("\n"):
            if "\t" in line:
                row = line.split("\t")
                head = head or row
                self._read_row(at, row, head if row is not head and len(row) == len(head) else [])
            else:
                head = []
            at += len(line) + 1

    def _read_row(self, at: int, row: list[str], head: list[str]) -> None:
        """The cells of the row that begins at `at`; `head` is empty where the row does not fit the table's first."""
        label = next((cell.strip() for cell in row if _is_label(cell.strip())), "")
        column = next((number for number, name in enumerate(head) if name.strip() in _UNIT_HEADS), None)
        unit = row[column].strip() if column is not None else ""
        for number, cell in enumerate(row):
            self._cells.append(Cell(at, at + len(cell), head[number].strip() if head else "", label, unit))
            at += len(cell) + 1

    def _cell_at(self, at: int) -> Cell | None:
        index = bisect_right(self._starts, at) - 1
        return self._cells[index] if index >= 0 and self._cells[index].end >= at else None

    def quantities(self, taken: Sequence[Quantity]) -> list[Quantity]:
        """Quantities whose unit stands in the column's head, the row's label or a column of units: `10.00` under `金额（亿元）`.

        `taken` are those already found, sorted; cells they lie in are passed over.
        """
        starts = [quantity.start for quantity in taken]
        found = []
        for cell in self._cells:
            index = bisect_right(starts, cell.end - 1) - 1
            if (index < 0 or taken[index].end <= cell.start) and (quantity := self._quantity(cell)):
                found.append(quantity)
        return found

    def _quantity(self, cell: Cell) -> Quantity | None:
        plain = _PLAIN.fullmatch(self._text[cell.start : cell.end].strip())
        named = plain and _UNIT.fullmatch(cell.unit or _bracketed(cell.head) or _bracketed(cell.label))
        if not plain or not named:
            return None
        unit = _whole_unit(named["unit"])
        size = read_number(named["size"]) if named["size"] else 1
        start = self._text.index(plain["number"], cell.start)
        number = number_at(self._text, start)
        if unit is None or size is None or number is None or number.end > cell.end:
            return None
        end = start + len(plain["number"])
        comparator, begin = (before_at(self._text, start) if plain["bound"] else None) or ("eq", start)
        value = number.value * size
        number, unit = replace(number, value=value), Unit(end, end, unit.name, unit.kind)
        return Quantity(begin, end, start, end, number, unit, value, None, unit.name, comparator)

    def item(self, quantity: Quantity) -> str | None:
        """What the number that fills a cell counts: its column's head, or its row's label where the head only says when or in what unit."""
        cell = self._cell_at(quantity.start)
        if cell is None or self._text[cell.start : quantity.start].strip() or self._text[quantity.end : cell.end].strip():
            return None
        head = _name(cell.head)
        return head if head and not _TIME_HEAD.search(head) else _name(cell.label) or None

    def head(self, quantity: Quantity) -> str:
        """The head of the column the number stands in, which may say whether it is a goal (`2025年目标`)."""
        cell = self._cell_at(quantity.start)
        return cell.head if cell else ""


def _is_label(cell: str) -> bool:
    return len(cell) > 1 and not cell[0].isdigit() and not _PLAIN.fullmatch(cell)


def _bracketed(words: str) -> str:
    """What stands in the last brackets of a head or label: 亿元 of `销售收入（亿元）`."""
    found = _BRACKET.findall(words)
    return found[-1].strip() if found else ""


def _whole_unit(written: str) -> Unit | None:
    """The unit that is all of `written`; None for a time, a code or anything else."""
    unit = unit_at(written, 0, spelled=False)
    return unit if unit and unit.end == len(written) and unit.kind not in ("time", "code") else None


def _name(words: str) -> str:
    """A head or label without numbering and without its unit."""
    label = _LABEL.match(words)
    words = words[label.end() :] if label else words
    for bracket in _BRACKET.finditer(words):
        named = _UNIT.fullmatch(bracket[1])
        if named and _whole_unit(named["unit"]):
            words = words.replace(bracket.group(), "")
    return words.strip(" ：:%")

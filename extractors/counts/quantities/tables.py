"""Tables in the cleaned text: lines of cells kept apart by tabs, whose head or label says what a cell's number counts and in which unit."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.counts.quantities.bounds import before_at
from extractors.counts.quantities.finding import Quantity
from extractors.counts.quantities.indicators import Indicators
from extractors.counts.quantities.numbers import number_at
from extractors.counts.quantities.units import Unit, sized_unit

_BRACKET = re.compile(r"[（(]([^（）()]{1,12})[）)]")
#: Where a head or label says its unit: 销售收入（亿元）, but not 县（市、区）办.
_UNIT_BRACKET = re.compile(_BRACKET.pattern + r" ?[*＊△▲]?$")
_PLAIN = re.compile(r"(?P<bound>[<>＜＞≥≤≧≦]|约|不低于|不少于|不超过|超过)? ?(?P<number>\d[\d,]*(?:\.\d+)?)", re.ASCII)
#: A value with its unit, which no head is: 120万元; not 2025年.
_MEASURED = re.compile(r"\d[\d,]*(?:\.\d+)? ?[百千万亿]{0,2}[^\d\s年月日级期号（(]{1,3}", re.ASCII)
#: A cell of several numbers that are of one row: `41% >42%力争45%`, `[>1%][力争4%]`.
_FIGURES = re.compile(r"(?:力争|确保|约|[\d.,%‰<>＜＞≥≤≧≦\[\]［］（）() ])+")
#: The head of a column that says when, or how much a year.
_TIME_COLUMN = re.compile(r"(?:(?:19|20)\d\d年?[^\s\d]{0,4}|年均[^\s]{2,8}|属性|指标属性)(?:[\[［（(][^\s]{2,6}[\]］）)])?")
#: Signs of what is below nought.
_MINUS = frozenset("-－−")
_LABEL = re.compile(r"(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[.、．）) ] ?|[①-⑳])+")
#: Heads that say when or in what unit and not what is counted.
_TIME_HEAD = re.compile(
    r"^(?:20|19)\d{2}|(?:目标|实绩|实际|实现|完成|计划|规划)(?:值|数|年份|目标|完成)?$|情况|现值|预期|现状|单位|数值|指标值|基期|属性"
    r"|小计|合计|年均|累计|占比|比重|权重|配分|得分|分值"
    r"|^(?:名称|项目|指标|类别|内容|序号|年度|地区|标准|数量|额度)$"
)
#: The year before what a head names (2021年|招生人数), and that it is parted by years (分年度|任务) or is part of another (其中：|省级).
_YEAR = re.compile("(?:(?:20|19)\\d{2}年?度?|(?:分|各|历)年度?|其中[:：]?)(?=[^\\d年\\s（(]{2})")
#: The unit of a whole table, in a line before it or in its title.
_CAPTION = re.compile(r"单位 ?[:：] ?(?P<unit>[^\s：:，。；（）()]{1,8})[）)]?$")
#: Heads of columns whose numbers count nothing.
_UNMEASURED = re.compile("序号|编号|代码|年份|日期|时间|期限|电话|邮编|排名|名次|备注|^年度$|^号$|^$")
#: A line between two rows that only names the rows below it.
_SUBHEAD = re.compile(r"[^。；：!?！？\n]{1,16}")
#: What the cells of a head do not hold.
_VALUE = re.compile(r"\d%|[\d一二三四五六七八九十]+[项个家万亿]|。")
_LONGEST_HEAD = 16
_UNIT_HEADS = frozenset(["单位", "计量单位"])


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell at `start:end`, with its column's head, what stands over several columns' heads, its row's label and its row's unit.

    Each is empty where there is none. `caption` is the unit of the whole table.
    """

    start: int
    end: int
    head: str
    over: str
    label: str
    unit: str
    caption: str


@dataclass(frozen=True, slots=True)
class _Head:
    """The heads of a table's columns, and what stands over them in a first row of wider cells."""

    names: list[str]
    over: list[str]


class Tables:
    """The cells of all tables of a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._cells: list[Cell] = []
        if "\t" in text:
            self._read()
        self._starts = [cell.start for cell in self._cells]
        self._indicators = Indicators(text)

    def _read(self) -> None:
        head: _Head | None = None
        at, caption = 0, ""
        for line in self._text.split("\n"):
            if (unit := _CAPTION.search(line)) is not None:
                caption, head = unit["unit"], None
            if "\t" in line:
                parted = _parted(line)
                # Numbers that a space parts are cells of their own only under heads that it parts as well.
                cells = parted if head is not None and len(head.names) == len(parted) else line.split("\t")
                row = [cell.strip() for cell in cells]
                if (heading := _heading(row, head)) is not None:
                    cells = parted if not any(map(_FIGURES.fullmatch, parted[1:])) else cells
                    head = _heading([cell.strip() for cell in cells], head) or heading
                    self._read_row(at, cells, None, caption)
                else:
                    self._read_row(at, cells, head if head and len(head.names) == len(row) else None, caption)
            elif unit is None and not _SUBHEAD.fullmatch(line):
                head, caption = None, ""
            at += len(line) + 1

    def _read_row(self, at: int, row: list[str], head: _Head | None, caption: str) -> None:
        """The cells of the row that begins at `at`; without `head` where it is one itself or does not fit it."""
        label = next((cell.strip() for cell in row if _is_label(cell.strip())), "")
        column = next((number for number, name in enumerate(head.names) if name in _UNIT_HEADS), None) if head else None
        unit = row[column].strip() if column is not None else ""
        above = ""
        for number, cell in enumerate(row):
            name, over = (head.names[number], head.over[number]) if head else ("", "")
            above = name = name or (above if number > 1 else "")  # a head over several columns stands once
            self._cells.append(Cell(at, at + len(cell), name, over, label, unit, caption))
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
        taken_at = {quantity.core_start for quantity in [*taken, *found]}
        figures = ((row, figure) for row in self._indicators.rows for figure in row.figures if figure.start not in taken_at)
        measured = (self._measured(figure.start, figure.end, figure.sign, row.unit_of(figure)) for row, figure in figures)
        return [*found, *filter(None, measured)]

    def named(self, quantity: Quantity) -> str:
        """The indicator whose row of a table copied as lines the number stands in; empty for none."""
        row = self._indicators.row_at(quantity.start)
        return row.name if row else ""

    def _quantity(self, cell: Cell) -> Quantity | None:
        plain = _PLAIN.fullmatch(self._text[cell.start : cell.end].strip())
        if _UNMEASURED.search(cell.head) and (cell.unit or cell.caption):
            return None
        if not plain:
            return None
        start = self._text.index(plain["number"], cell.start)
        unit = cell.unit or _bracketed(cell.head) or _bracketed(cell.label) or cell.caption
        return self._measured(start, start + len(plain["number"]), plain["bound"], unit)

    def _measured(self, start: int, end: int, bound: str | None, written: str) -> Quantity | None:
        """The number at `start:end`, after a `bound` or a minus, in the unit `written` elsewhere (万件); None for no number or no unit."""
        number, measured = number_at(self._text, start), sized_unit(written)
        if measured is None or number is None or number.end > end:
            return None
        size, unit = measured
        comparator, begin = (before_at(self._text, start) if bound else None) or ("eq", start)
        value = number.value * size
        if bound and bound in _MINUS:
            begin, value = start - 1, -value
        number, unit = number._replace(value=value), Unit(end, end, unit.name, unit.kind)
        return Quantity(begin, end, start, end, number, unit, value, None, unit.name, comparator)

    def item(self, quantity: Quantity) -> str | None:
        """What the number that fills a cell counts: its column's head, or its row's label where the head only says when or in what unit."""
        cell = self._cell_at(quantity.start)
        if cell is None:
            return None
        filled = not self._text[cell.start : quantity.start].strip() and not self._text[quantity.end : cell.end].strip()
        if not filled and (not cell.label or not _FIGURES.fullmatch(self._text, cell.start, cell.end)):
            return None
        heads = (_YEAR.sub("", _name(head)) for head in (cell.head, cell.over))
        return next((head for head in heads if head and not _TIME_HEAD.search(head)), _name(cell.label)) or None

    def head(self, quantity: Quantity) -> str:
        """The head of the column the number stands in, which may say whether it is a goal (`2025年目标`), with what stands over it."""
        if row := self._indicators.row_at(quantity.start):
            return row.head(quantity.core_start)
        cell = self._cell_at(quantity.start)
        return f"{cell.over} {cell.head}".strip() if cell else ""


def _parted(line: str) -> list[str]:
    """The cells of a table's line, also those that only a space keeps apart because they were copied so: `2015年|2020年 年均增长`.

    Each but the last is followed by one character, a tab or a space, that is no part of it.
    """
    cells: list[str] = []
    for number, cell in enumerate(line.split("\t")):
        pieces = cell.split(" ")
        apart = number > 0 and len(pieces) > 1 and all(_FIGURES.fullmatch(piece) or _TIME_COLUMN.fullmatch(piece) for piece in pieces)
        cells.extend(pieces if apart else [cell])
    return cells


def _heading(row: list[str], head: _Head | None) -> _Head | None:
    """The head that `row` is or completes; None for a row of data.

    A table's first row is its head. A row without numbers is one too when it has another number of cells than the head so far (which
    was a caption), repeats it on a new page, or stands under a row of wider cells, whose empty ones tell that they are.
    """
    numbers = any(_PLAIN.fullmatch(cell) for cell in row)
    if head is None or row == head.names:
        numbers = numbers or any(_MEASURED.fullmatch(cell) for cell in row)
        return _Head([""] * len(row) if numbers else row, [""] * len(row))
    if numbers:
        return None
    if len(row) > len(head.names) and not row[0] and not any(head.over):
        head = _Head([*head.names, *[""] * (len(row) - len(head.names))], head.over)
    if len(row) != len(head.names):
        return _Head(row, [""] * len(row)) if len(row) > len(head.names) and all(len(cell) <= _LONGEST_HEAD for cell in row) else None
    if "" in head.names[1:] and not any(head.over) and not _VALUE.search("".join(row)):
        over: list[str] = []
        for cell in head.names:
            over.append(cell or (over[-1] if over else ""))
        return _Head([name or over[number] for number, name in enumerate(row)], over)
    return None


def _is_label(cell: str) -> bool:
    label = _LABEL.match(cell)
    name = cell[label.end() :] if label else cell
    return len(name) > 1 and not name[0].isdigit() and not _PLAIN.fullmatch(name)


def _bracketed(words: str) -> str:
    """What stands in the brackets at the end of a head or label: 亿元 of `销售收入（亿元）`."""
    found = _UNIT_BRACKET.search(words)
    return found[1].strip() if found else ""


def _name(words: str) -> str:
    """A head or label without numbering and without its unit."""
    label = _LABEL.match(words)
    words = words[label.end() :] if label else words
    for bracket in _BRACKET.finditer(words):
        if sized_unit(bracket[1]):
            words = words.replace(bracket.group(), "")
    return words.strip(" ：:%")

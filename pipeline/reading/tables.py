"""Tables: which of them hold data, and their rows as lines of text.

Old government sites lay whole pages out in tables, so a `<table>` is data only when it looks like it: at least two rows with
two filled cells, no table inside, no cell that is an article of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field

_WIDEST = 200
#: A cell with this many lines and characters is a page laid out in a table, not a datum.
_ARTICLE_LINES, _ARTICLE_CHARACTERS = 3, 240


@dataclass(slots=True)
class Cell:
    """A cell: the range of lines read inside it, and over how many columns and rows it stretches."""

    start: int
    end: int
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class Table:
    """A table being read; `start` is the first line inside it."""

    start: int
    rows: list[list[Cell]] = field(default_factory=list)
    nested: bool = False

    def holds_data(self, lines: list[str]) -> bool:
        """Whether the rows are to be read as rows; `lines` are the texts of all lines read so far."""
        wide = 0
        for row in self.rows:
            filled = 0
            for cell in row:
                length = sum(len(lines[at]) for at in range(cell.start, cell.end))
                if cell.end - cell.start >= _ARTICLE_LINES and length >= _ARTICLE_CHARACTERS:
                    return False
                filled += bool(length)
            wide += filled >= 2
        return wide >= 2

    def texts(self, lines: list[str]) -> list[str]:
        """One text a row, cells separated by `\\t`, so that every row has its cells in the columns of the header.

        A cell that stretches over several columns or rows stands in the first of them and the others stay empty: a quantity
        stated once must not become two.
        """
        taken: dict[int, int] = {}
        texts = (_row(row, lines, taken) for row in self.rows)
        return [text for text in texts if text]


def _row(row: list[Cell], lines: list[str], taken: dict[int, int]) -> str:
    """A row's text; `taken` says for how many more rows a column is covered by a cell from above."""
    out: list[str] = []

    def pass_over() -> None:
        while len(out) < _WIDEST and taken.get(len(out), 0) > 0:
            taken[len(out)] -= 1
            out.append("")

    for cell in row:
        pass_over()
        text = " ".join(lines[at].replace("\t", " ") for at in range(cell.start, cell.end))
        for number in range(max(1, min(cell.columns, _WIDEST - len(out)))):
            if cell.rows > 1:
                taken[len(out)] = cell.rows - 1
            out.append("" if number else text)
    pass_over()
    return "\t".join(out).rstrip("\t")

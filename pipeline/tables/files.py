"""The files: CSV tables and the texts their offsets point into."""

from __future__ import annotations

import csv
import io
import itertools
from typing import TYPE_CHECKING

from pipeline.tables.cells import read_cell, write_cell
from pipeline.tables.check import TableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import TextIO

    from pipeline.tables.model import Row, Table

BOM = b"\xef\xbb\xbf"


def table_path(folder: Path, name: str) -> Path:
    """Where a table stands in an output folder."""
    return folder / "tables" / f"{name}.csv"


def text_path(folder: Path, doc_id: str) -> Path:
    """Where a document's text stands in an output folder."""
    return folder / "texts" / f"{doc_id}.txt"


def write_text(folder: Path, doc_id: str, text: str) -> None:
    """Writes a cleaned text as UTF-8, its characters as they are."""
    text_path(folder, doc_id).write_bytes(text.encode("utf-8"))


def read_text(folder: Path, doc_id: str) -> str:
    """The text that the rows of a document point into."""
    return text_path(folder, doc_id).read_bytes().decode("utf-8")


def csv_lines(table: Table, rows: Iterable[Row]) -> bytes:
    """Rows as they stand in the file: RFC 4180, lines end in CRLF, columns in the schema's order."""
    buffer = io.StringIO(newline="")
    lines = csv.writer(buffer, lineterminator="\r\n")
    columns = [(column.name, column) for column in table.columns]
    # A row of one empty cell would be an empty line; every table has several columns, so none is ever written.
    lines.writerows(["" if (value := row[name]) is None else write_cell(value, column) for name, column in columns] for row in rows)
    return buffer.getvalue().encode("utf-8")


def csv_header(names: Sequence[str]) -> bytes:
    """The byte order mark and the header line."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerow(names)
    return BOM + buffer.getvalue().encode("utf-8")


def write_table(folder: Path, table: Table, rows: Iterable[Row]) -> int:
    """Writes a whole table and returns how many rows it has."""
    count = 0
    with table_path(folder, table.name).open("wb") as file:
        file.write(csv_header(table.header))
        for batch in batched(rows, 1000):
            file.write(csv_lines(table, batch))
            count += len(batch)
    return count


def open_table(folder: Path, name: str) -> TextIO:
    """A published table's file, opened for `csv`, which takes cells of any length then."""
    csv.field_size_limit(1 << 30)
    return table_path(folder, name).open(encoding="utf-8-sig", newline="")


def read_header(folder: Path, name: str) -> tuple[str, ...]:
    """The column names that stand in a published table's file."""
    with open_table(folder, name) as file:
        return tuple(next(csv.reader(file), ()))


def read_table(folder: Path, table: Table) -> Iterator[Row]:
    """The rows of a published table, as values; the file's columns must be the schema's.

    Raises TableError naming the row and column that does not read, FileNotFoundError when there is no such table.
    """
    with open_table(folder, table.name) as file:
        lines = csv.reader(file)
        header = tuple(next(lines, ()))
        if header != table.header:
            raise TableError(table.name, "header", ", ".join(sorted({*header} ^ {*table.header})) or "order", "differs from the schema")
        for number, cells in enumerate(lines, 2):
            if len(cells) != len(table.columns):
                raise TableError(table.name, str(number), "", f"has {len(cells)} cells, not {len(table.columns)}")
            row: Row = {}
            for column, cell in zip(table.columns, cells, strict=True):
                try:
                    row[column.name] = read_cell(cell, column)
                except ValueError as error:
                    raise TableError(table.name, str(number), column.name, str(error)) from None
            yield row


def batched(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    """`rows` in lists of `size`, the last one shorter."""
    rest = iter(rows)
    while batch := list(itertools.islice(rest, size)):
        yield batch


class Spool:
    """One table while documents come in, in any order: their lines wait in a file and are put in order by source at the end."""

    def __init__(self, folder: Path, table: Table) -> None:
        self._table = table
        self._path = table_path(folder, table.name)
        self._waiting = self._path.with_suffix(".waiting")
        self._file = self._waiting.open("w+b")
        self._places: list[tuple[str, int, int]] = []
        self.count = 0

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.close()

    def add(self, source: str, rows: Sequence[Row]) -> None:
        """Take in the rows of the document at `source`."""
        if rows:
            lines = csv_lines(self._table, rows)
            self._places.append((source, self._file.tell(), len(lines)))
            self._file.write(lines)
            self.count += len(rows)

    def finish(self) -> None:
        """Write the table, documents in the order of their sources."""
        with self._path.open("wb") as whole:
            whole.write(csv_header(self._table.header))
            for _, at, length in sorted(self._places):
                self._file.seek(at)
                whole.write(self._file.read(length))
        self._file.close()
        self._waiting.unlink()

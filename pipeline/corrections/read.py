"""`corrections.csv`: a line a cell that is to be another, or a row that is to go.

    id,source,words,table,column,value,who,why
    d0123456789ab-t120,,,,value,60,王敏,原文为60
    ,云岚/规划.html,建成数据中心50个以上,targets,deadline_date,2025-12-31,王敏,
    ,云岚/规划.html,建成数据中心50个以上,targets,row,delete,王敏,是背景

A row is named by its `id`, or by its `source` and `words` of it; with both, the words must still stand in the row.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.reading.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What the file is called in an input folder.
NAME = "corrections.csv"
#: Its columns; the first four name the row, and of those only what is needed to do so must be given.
COLUMNS = ("id", "source", "words", "table", "column", "value", "who", "why")
_NEEDED = ("column", "value")
_DELIMITERS = ",;\t"


class CorrectionsError(ValueError):
    """A file of corrections that cannot be used; the message names the file and what to change."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One line: `line` is its number in the file, the header being 1; `value` is empty for a cell that is to be empty."""

    line: int
    id: str
    source: str
    words: str
    table: str
    column: str
    value: str
    who: str
    why: str


def corrections_file(input: Path, given: Path | None = None) -> Path | None:
    """The file of corrections of a run: the one `given`, else the one that lies in the folder `input`, else None."""
    return given or (path if (path := input / NAME).is_file() else None)


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections in a CSV file, in any encoding a spreadsheet writes, with commas, semicolons or tabs; blank lines are passed over.

    Raises CorrectionsError when the file cannot be read or its header is not understood; what is wrong with one line is told of it when it
    is applied.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CorrectionsError(f"{path} cannot be read: {error.strerror or error}.") from error
    decoded = decode(data)
    if decoded.text is None:
        raise CorrectionsError(f"{path} is no text: save it as CSV (UTF-8).")
    first = decoded.text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        return tuple(_lines(path, csv.reader(io.StringIO(decoded.text, newline=""), delimiter=delimiter)))
    except csv.Error as error:
        raise CorrectionsError(f"{path} is no CSV file: {error}.") from error


def _lines(path: Path, reader: Iterator[list[str]]) -> Iterator[Correction]:
    header = [name.strip().lower() for name in next(reader, [])]
    unknown = [name for name in header if name and name not in COLUMNS]
    missing = [name for name in _NEEDED if name not in header]
    if "id" not in header and "source" not in header:
        missing.append("id (or source and words)")
    if unknown or missing or len({*header}) < len(header):
        problems = [f"no column {', '.join(missing)}"] if missing else []
        problems += [f"unknown column {', '.join(unknown)}"] if unknown else []
        raise CorrectionsError(f"{path}: {'; '.join(problems) or 'a column stands there twice'}. The columns are {', '.join(COLUMNS)}.")
    for number, cells in enumerate(reader, 2):
        given = {name: cell.strip() for name, cell in zip(header, cells, strict=False) if name}
        if any(given.values()):
            yield Correction(number, **{name: given.get(name, "") for name in COLUMNS})

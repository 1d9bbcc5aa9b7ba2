"""What was found in documents, from the pipeline itself or from tables in a folder."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pipeline.evaluation.model import Count, Deadline, Document, Target, Task
from pipeline.tables.cells import read_cell
from pipeline.tables.check import TableError
from pipeline.tables.corpus import Corpus
from pipeline.tables.files import open_table, read_text, table_path
from pipeline.tables.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pipeline.result import DocumentResult
    from pipeline.tables.model import Row

#: The tables that are scored.
SCORED = ("counts", "deadlines", "targets", "tasks")
_BETWEEN_AGENCIES = re.compile("[；;]")


def found_in(results: Iterable[DocumentResult]) -> dict[str, Document]:
    """The documents as a run publishes them, by source."""
    corpus = Corpus()
    published = (corpus.add(result) for result in results)
    return {result.source: _document(rows["documents"][0], result.text, rows) for result, rows in published}


def published_in(folder: Path, tables: Path | None = None) -> dict[str, Document]:
    """The documents of an output folder by source; their counts, deadlines, targets and tasks from `tables`, another output folder, when given.

    Tables of other programs are read as well as our own: columns and whole tables may be missing, and their cells are then empty.
    Raises TableError naming the table, row and column that does not read, FileNotFoundError when documents.csv or a text is missing.
    """
    by_document: dict[str, dict[str, list[Row]]] = defaultdict(lambda: {name: [] for name in SCORED})
    for name in SCORED:
        if table_path(tables or folder, name).exists():
            for row in _rows(tables or folder, name):
                by_document[str(row["doc_id"])][name].append(row)
    found = {}
    for row in _rows(folder, "documents"):
        identifier = str(row["doc_id"])
        found[str(row["source"])] = _document(row, read_text(folder, identifier), by_document[identifier])
    return found


def _rows(folder: Path, name: str) -> Iterable[Row]:
    table = TABLES[name]
    with open_table(folder, name) as file:
        for number, cells in enumerate(csv.DictReader(file), 2):
            row: Row = {}
            for column in table.columns:
                try:
                    row[column.name] = read_cell(cells.get(column.name) or "", column)
                except ValueError as error:
                    raise TableError(name, str(number), column.name, str(error)) from None
            yield row


def _document(row: Mapping[str, Any], text: str, rows: Mapping[str, list[Row]]) -> Document:
    return Document(
        row["source"],
        row["title"],
        row["published"],
        row["genre"],
        row["script"],
        text,
        tuple(map(_count, rows["counts"])),
        tuple(map(_deadline, rows["deadlines"])),
        tuple(map(_target, rows["targets"])),
        tuple(map(_task, rows["tasks"])),
    )


def _count(row: Mapping[str, Any]) -> Count:
    return Count(
        row["text"] or "",
        _number(row["value"]),
        row["unit"],
        row["comparator"],
        row["role"],
        _number(row["value_max"]),
        row["item"],
        spans=_spans(row),
    )


def _deadline(row: Mapping[str, Any]) -> Deadline:
    return Deadline(row["text"] or "", row["bound"], row["date_from"], row["date_to"], spans=_spans(row))


def _target(row: Mapping[str, Any]) -> Target:
    return Target(
        row["text"] or "",
        row["kind"],
        row["indicator"] or "",
        _number(row["value"]),
        row["unit"],
        row["deadline_date"],
        _number(row["value_max"]),
        row["comparator"],
        row["strength"],
        _spans(row),
    )


def _task(row: Mapping[str, Any]) -> Task:
    agencies = tuple(name for name in _BETWEEN_AGENCIES.split(row["agencies"] or "") if name.strip())
    return Task(row["title"] or "", row["label"] or "", row["lead_agency"], agencies, row["kind"], _spans(row))


def _spans(row: Mapping[str, Any]) -> tuple[tuple[int, int], ...]:
    start, end = row["start"], row["end"]
    return () if start is None or end is None else ((start, end),)


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)

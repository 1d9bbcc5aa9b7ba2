"""Checks a published output folder against the schema: every table, every cell, every reference, every span."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pipeline.tables.check import TableError, check_references, check_rows, check_spans
from pipeline.tables.corpus_tables import comparison_table, region_table
from pipeline.tables.files import read_header, read_table, read_text
from pipeline.tables.schema import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.tables.model import Cell, Row


def verify(output: Path) -> dict[str, int]:
    """The rows of each table in `output`, when all of them keep the schema; `output` may come from anywhere.

    Raises TableError at the first thing that is wrong, FileNotFoundError when a table or text is missing.
    """
    wide = {"comparison": comparison_table, "by_region": region_table}
    tables = TABLES | {name: made(read_header(output, name)[len(TABLES[name].columns) :]) for name, made in wide.items()}
    wanted = {(key.table, key.key) for table in tables.values() for key in table.foreign_keys}
    known: dict[tuple[str, str], set[Cell]] = {}
    for name, column in wanted:
        known[name, column] = {row[column] for row in read_table(output, tables[name])}
    counts = {}
    for name, table in tables.items():
        rows = list(read_table(output, table))
        check_rows(table, rows)
        check_references(table, rows, known)
        counts[name] = len(rows)
        if "start" in table.header:
            by_document: dict[str, list[Row]] = defaultdict(list)
            for row in rows:
                by_document[str(row["doc_id"])].append(row)
            for doc_id, its_rows in by_document.items():
                check_spans(table, its_rows, read_text(output, doc_id))
    for row in read_table(output, TABLES["documents"]):
        if len(read_text(output, str(row["doc_id"]))) != row["chars"]:
            raise TableError("documents", str(row["doc_id"]), "chars", f"{row['chars']} is not the length of its text")
    return counts

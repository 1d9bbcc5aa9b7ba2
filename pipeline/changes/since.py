"""The tables of this run against those that a run before published in the same folder."""

from __future__ import annotations

import csv
import itertools
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pipeline.changes.pairing import Cells, Change, Compared, changes_between
from pipeline.tables.cells import read_cell
from pipeline.tables.datapackage import NAME as DATA_PACKAGE
from pipeline.tables.files import open_table, read_header, table_path
from pipeline.tables.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pipeline.tables.model import Table

_PLACES = frozenset({"start", "end", "section_id", "parent_id", "count_id", "deadline_id", "chars"})


def _rows_of(name: str, about: tuple[str, ...], words: tuple[str, ...]) -> Compared:
    """A table of rows within documents, named by its first column."""
    own = TABLES[name].primary_key
    return Compared(own, about, words, _PLACES | {*own})


#: The tables that are compared, in the order they are told; the others are views of these.
COMPARED: Mapping[str, Compared] = {
    "documents": Compared(("doc_id",), ("source",), ("source", "title"), frozenset({"chars"})),
    "policies": Compared(("policy_id",), ("policy_id",), ("title",), together="policy_id"),
    "mentions": _rows_of("mentions", ("text",), ("text",)),
    "sections": _rows_of("sections", ("label", "title"), ("label", "title")),
    "counts": _rows_of("counts", ("item", "unit"), ("text", "item")),
    "deadlines": _rows_of("deadlines", ("text",), ("text",)),
    "targets": _rows_of("targets", ("indicator", "subject", "unit", "kind"), ("text", "deadline_date")),
    "tasks": _rows_of("tasks", ("label", "title"), ("label", "title")),
    "task_agencies": Compared(("task_id", "position"), ("agency",), ("agency", "role"), frozenset({"task_id", "position"})),
    "comparison_long": Compared(
        ("policy_id", "indicator_key", "subject", "unit", "deadline_date"),
        ("indicator_key", "subject", "unit", "deadline_date"),
        ("subject", "indicator", "comparator", "value", "value_max", "relation", "unit", "deadline_date"),
        # The target rows move with their documents; what documents tell it, and how its key came about, is no news of the fact.
        frozenset({"policy", "target_ids", "key_from"}),
        together="policy_id",
    ),
    "findings": Compared(("doc_id", "code", "start"), ("code", "message"), ("code", "message"), frozenset({"start", "end"})),
}


@dataclass(frozen=True, slots=True)
class Earlier:
    """Tables that stand in a folder already, and when they were published (UTC, to the second: `2026-11-21T02:00:05Z`)."""

    folder: Path
    since: str


def earlier_tables(output: Path) -> Earlier | None:
    """The tables a run before has published in `output`, or None on the first run."""
    if not table_path(output, "documents").is_file():
        return None
    dated = output / DATA_PACKAGE
    written = (dated if dated.is_file() else table_path(output, "documents")).stat().st_mtime
    return Earlier(output, datetime.fromtimestamp(written, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


def changes_since(earlier: Earlier, folder: Path) -> Iterator[Change]:
    """What the tables in `folder` have that the earlier ones have not, and the reverse, table by table.

    Rows are compared in the columns both have; a table that only one has is passed over, so that a new version of zhengce tells of
    documents and not of itself. Holds the rows of one document in memory, of the tables across documents all.

    Raises OSError, UnicodeDecodeError or csv.Error when the earlier files cannot be read.
    """
    order = _sources(earlier.folder) | _sources(folder)
    for name, how in COMPARED.items():
        if not (table_path(earlier.folder, name).is_file() and table_path(folder, name).is_file()):
            continue
        shared = tuple(column for column in read_header(earlier.folder, name) if column in {*read_header(folder, name)})
        before, after = (_groups(where, TABLES[name], shared, how.together) for where in (earlier.folder, folder))
        if how.together == "doc_id":
            yield from _merged(name, how, before, after, order)
        else:
            yield from _matched(name, how, _collected(before), _collected(after))


def _merged(
    name: str, how: Compared, before: Iterator[tuple[str, list[Cells]]], after: Iterator[tuple[str, list[Cells]]], order: Mapping[str, str]
) -> Iterator[Change]:
    """Groups of both by document, which stand in the order of their sources in both."""
    old, new = next(before, None), next(after, None)
    while old or new:
        first = min(order.get(group[0], "") for group in (old, new) if group)
        gone: list[Cells] = []
        come: list[Cells] = []
        if old and order.get(old[0], "") == first:
            gone, old = old[1], next(before, None)
        if new and order.get(new[0], "") == first:
            come, new = new[1], next(after, None)
        yield from changes_between(name, how, gone, come)


def _matched(name: str, how: Compared, before: dict[str, list[Cells]], after: dict[str, list[Cells]]) -> Iterator[Change]:
    for key in dict.fromkeys([*after, *before]):
        yield from changes_between(name, how, before.get(key, []), after.get(key, []))


def _collected(groups: Iterator[tuple[str, list[Cells]]]) -> dict[str, list[Cells]]:
    """All rows of a table by the value they are compared under; they need not stand together."""
    rows: dict[str, list[Cells]] = {}
    for value, group in groups:
        rows.setdefault(value, []).extend(group)
    return rows


def _sources(folder: Path) -> dict[str, str]:
    return {row["doc_id"]: row["source"] for _, rows in _groups(folder, TABLES["documents"], ("doc_id", "source"), "doc_id") for row in rows}


def _groups(folder: Path, table: Table, columns: tuple[str, ...], together: str) -> Iterator[tuple[str, list[Cells]]]:
    """The rows of a table as cells of `columns`, those that follow each other with one value in `together` at a time."""
    strings = {column.name: column for column in table.columns if column.type == "string"}
    with open_table(folder, table.name) as file:
        rows = (
            {name: str(read_cell(row[name], strings[name]) or "") if name in strings else row[name] for name in columns}
            for row in csv.DictReader(file)
        )
        for value, group in itertools.groupby(rows, key=lambda row: row.get(together, "")):
            yield value, list(group)

"""Corrections put into the rows of documents and policies, and what became of each."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extractors.records import Finding
from pipeline.corrections.cells import CORRECTABLE, DELETE, REMOVABLE, ROW, TABLES_BY_LETTER, value_of
from pipeline.corrections.effects import column_of_count, remove_row, set_cell
from pipeline.tables.ids import doc_id
from pipeline.tables.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pipeline.corrections.read import Correction
    from pipeline.tables.model import Row
    from pipeline.tables.rows import DocumentRows

OutcomeKind = Literal["applied", "needless", "unmatched", "ambiguous", "invalid"]

_ID = re.compile(r"(?P<document>d[0-9a-f]{12})(?:-(?P<letter>[scdtk])[0-9]+(?:\.[0-9]+)?)?")
_POLICY_ID = re.compile(r"p[0-9a-f]{12}")
#: The columns in which a row's words are looked for.
_WORDS = ("text", "title", "indicator", "item")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a correction; `doc_id` and `id` are the document and row it was applied to, or would have been."""

    outcome: OutcomeKind
    message: str = ""
    table: str = ""
    id: str = ""
    doc_id: str = ""


class Corrections:
    """The corrections of a run, given to each document and then to the policies; afterwards `rows` says what became of each."""

    def __init__(self, corrections: Iterable[Correction] = ()) -> None:
        self._all = tuple(corrections)
        self._outcomes: dict[int, Outcome] = {}
        self._by_document: dict[str, list[Correction]] = defaultdict(list)
        self._of_policies: list[Correction] = []
        self._sources: list[str] = []
        for correction in self._all:
            if fault := _fault(correction):
                self._outcomes[correction.line] = Outcome("invalid", fault)
            elif _POLICY_ID.fullmatch(correction.id):
                self._of_policies.append(correction)
            elif found := _ID.fullmatch(correction.id):
                self._by_document[found["document"]].append(correction)
            else:
                self._by_document[doc_id(correction.source)].append(correction)

    def correct(self, source: str, identifier: str, rows: DocumentRows) -> list[Finding]:
        """Correct one document's rows in place; a `correction-unmatched` finding for each correction of it that could not be applied."""
        if self._all:
            self._sources.append(source)
        found = []
        for correction in self._by_document.get(identifier, ()):
            outcome = self._apply(correction, source, identifier, rows)
            self._outcomes[correction.line] = outcome
            if outcome.outcome not in ("applied", "needless"):
                found.append(Finding("warning", "correction-unmatched", f"Line {correction.line} of the corrections: {outcome.message}"))
        return found

    def correct_policies(self, rows: Sequence[Row]) -> None:
        """Correct the rows of the policies in place."""
        by_id = {row["policy_id"]: row for row in rows}
        for correction in self._of_policies:
            row = by_id.get(correction.id)
            if row is None:
                self._outcomes[correction.line] = Outcome("unmatched", f"there is no policy {correction.id}", "policies")
            elif correction.words and not _has_words(row, correction.words):
                message = f"{correction.id} is {row['title']!r} and does not say {correction.words!r}"
                self._outcomes[correction.line] = Outcome("unmatched", message, "policies", correction.id)
            else:
                self._outcomes[correction.line] = _written(correction, "policies", row, {"policies": list(rows)})

    def rows(self) -> list[Row]:
        """Rows of the table `corrections`: every line of the file, with what became of it."""
        return [self._row(correction, self._outcomes.get(correction.line) or self._unmatched(correction)) for correction in self._all]

    def _row(self, correction: Correction, outcome: Outcome) -> Row:
        return {
            "line": correction.line,
            "outcome": outcome.outcome,
            "message": outcome.message or None,
            "table": outcome.table or correction.table or None,
            "id": outcome.id or correction.id or None,
            "doc_id": outcome.doc_id or None,
            "source": correction.source or None,
            "words": correction.words or None,
            "column": correction.column or None,
            "value": correction.value or None,
            "who": correction.who or None,
            "why": correction.why or None,
        }

    def _unmatched(self, correction: Correction) -> Outcome:
        if correction.source and not correction.id:
            near = difflib.get_close_matches(correction.source, self._sources, 1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            return Outcome("unmatched", f"there is no document {correction.source!r}{hint}")
        return Outcome("unmatched", f"there is no document with the row {correction.id}")

    def _apply(self, correction: Correction, source: str, identifier: str, rows: DocumentRows) -> Outcome:
        if correction.source and correction.source != source:
            return Outcome("unmatched", f"{correction.id} is of {source!r}, not of {correction.source!r}", doc_id=identifier)
        candidates = list(_candidates(correction, rows))
        if not candidates:
            return Outcome("unmatched", _missing(correction, source), correction.table, correction.id, identifier)
        if len(candidates) > 1:
            names = ", ".join(_name(table, row) for table, row in candidates[:5])
            message = f"{correction.words!r} stands in {len(candidates)} rows ({names}); give the id of one"
            return Outcome("ambiguous", message, correction.table, doc_id=identifier)
        table, row = candidates[0]
        return _written(correction, table, row, rows, identifier)


def _fault(correction: Correction) -> str:
    """What is wrong with a line whatever the documents say, or ""."""
    if correction.id and not (_ID.fullmatch(correction.id) or _POLICY_ID.fullmatch(correction.id)):
        return f"{correction.id!r} is no id of a row: copy it from the first column of a table"
    if not correction.id and not correction.source:
        return "give the id of a row, or the source of a document and words of the row"
    if correction.table and correction.table not in CORRECTABLE:
        return f"{correction.table!r} is no table that can be corrected: {', '.join(CORRECTABLE)}"
    if correction.table and correction.id and correction.table not in _tables_of(correction):
        return f"{correction.id} is of {_tables_of(correction)[0]}, not of {correction.table}"
    if correction.table == "policies" and not correction.id:
        return "a policy is named by its id alone"
    if correction.column == ROW:
        return "" if correction.value == DELETE else f"in the column {ROW} the value is {DELETE}, which takes the row out"
    tables = [correction.table] if correction.table else _tables_of(correction)
    if not any(correction.column in CORRECTABLE[table] for table in tables):
        known = "; ".join(f"{table}: {', '.join(CORRECTABLE[table])}" for table in tables)
        return f"{correction.column!r} is no column that can be corrected ({known})"
    return ""


def _tables_of(correction: Correction) -> list[str]:
    """The tables that the row of a correction may stand in, by its id, else by its column."""
    if _POLICY_ID.fullmatch(correction.id):
        return ["policies"]
    if found := _ID.fullmatch(correction.id):
        return [TABLES_BY_LETTER[found["letter"]] if found["letter"] else "documents"]
    if not correction.words:
        return ["documents"]
    return [name for name in CORRECTABLE if name not in ("documents", "policies")]


def _candidates(correction: Correction, rows: DocumentRows) -> Iterator[tuple[str, Row]]:
    """The rows that a correction may mean: the ones that say exactly its words, else those that have them in them.

    A target before the quantity it rests on, for they say the same and are corrected together.
    """
    tables = [correction.table] if correction.table else _tables_of(correction)
    allowed = REMOVABLE if correction.column == ROW else tuple(name for name in tables if correction.column in CORRECTABLE[name])
    alike = [
        (table, row)
        for table in tables
        if table in allowed
        for row in rows[table]
        if (not correction.id or row[TABLES[table].primary_key[0]] == correction.id) and _has_words(row, correction.words)
    ]
    exact = [(table, row) for table, row in alike if _says(row, correction.words)]
    found = exact if exact and not correction.id else alike
    counted = {row["count_id"] for table, row in found if table == "targets"}
    yield from ((table, row) for table, row in found if not (table == "counts" and row["count_id"] in counted))


def _missing(correction: Correction, source: str) -> str:
    if correction.id and correction.words:
        return f"{source} has no row {correction.id} that says {correction.words!r}"
    if correction.id:
        return f"{source} has no row {correction.id} any more"
    return f"{source} has no row that says {correction.words!r}"


def _written(correction: Correction, table: str, row: Row, rows: DocumentRows, identifier: str = "") -> Outcome:
    name = _name(table, row)
    note = f" ({': '.join(part for part in (correction.who, correction.why) if part)})" if correction.who or correction.why else ""
    if correction.column == ROW:
        remove_row(rows, table, row, note)
        return Outcome("applied", "taken out", table, name, identifier)
    try:
        value = value_of(correction.value, table, correction.column)
        if own := column_of_count(table, row, correction.column):
            value_of(correction.value, "counts", own)  # what a target may lack, its quantity may not
    except ValueError as error:
        return Outcome("invalid", str(error), table, name, identifier)
    if row[correction.column] == value:
        return Outcome("needless", "it says so already; the line is no longer needed", table, name, identifier)
    was = row[correction.column]
    set_cell(rows, table, row, correction.column, value, note)
    return Outcome("applied", f"was {'empty' if was is None else was}", table, name, identifier)


def _name(table: str, row: Row) -> str:
    return str(row[TABLES[table].primary_key[0]])


def _folded(words: object) -> str:
    return _SPACES.sub("", unicodedata.normalize("NFKC", str(words or "")))


def _has_words(row: Row, words: str) -> bool:
    return not words or any(_folded(words) in _folded(row[name]) for name in _WORDS if row.get(name))


def _says(row: Row, words: str) -> bool:
    return any(_folded(words) == _folded(row[name]) for name in _WORDS if row.get(name))

"""What needs all documents at once: policies, the comparison, copies, findings."""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from extractors.records import Finding
from pipeline.comparison.assignments import Assignment, agency_rows, assignments, shared_tasks
from pipeline.comparison.compare import Fact, Statement, compare, conflict_findings, long_rows
from pipeline.comparison.duplicates import Copy, Likeness, Sketch, copies, sketch
from pipeline.comparison.indicators import NO_NAMES, Names
from pipeline.comparison.similar import joined
from pipeline.comparison.statements import statements
from pipeline.comparison.timeline import timeline_rows
from pipeline.comparison.views import column_names, region_names, region_rows, wide_rows
from pipeline.corrections import Corrections
from pipeline.policies.register import Register
from pipeline.policies.resolve import DocumentPolicies, resolve
from pipeline.tables.check import TableError, check_document, check_references, check_rows
from pipeline.tables.corpus_tables import comparison_table, region_table
from pipeline.tables.ids import doc_id
from pipeline.tables.rows import DocumentRows, document_rows, finding_rows, formula_findings, without_facts, writable
from pipeline.tables.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pipeline.result import DocumentResult
    from pipeline.tables.model import Row, Table

log = logging.getLogger(__name__)

#: How a finding says that a document is another's copy.
_LIKENESS: dict[Likeness, tuple[Literal["warning", "info"], str]] = {
    "bytes": ("warning", "The same bytes as"),
    "text": ("info", "The same text as"),
    "near": ("info", "Nearly the same text as"),
}


@dataclass(frozen=True, slots=True)
class CorpusTable:
    """A table made from all documents; its rows may be produced as they are written."""

    table: Table
    rows: Iterable[Row]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is kept of a document until the corpus is complete."""

    source: str
    doc_id: str
    sketch: Sketch
    statements: list[Statement]
    assignments: list[Assignment]
    findings: list[Row]


class Corpus:
    """Takes in documents one by one, in any order, keeping of each what the tables across documents need.

    `names` are a user's own names of indicators; `corrections` what a user put right.
    """

    def __init__(self, names: Names = NO_NAMES, corrections: Corrections | None = None) -> None:
        self._names = names
        self._corrections = corrections or Corrections()
        self._seen: dict[str, _Seen] = {}
        self._register = Register()
        #: Documents by status.
        self.statuses: Counter[str] = Counter()

    def add(self, result: DocumentResult) -> tuple[DocumentResult, DocumentRows]:
        """Take in one document: the document as it is published, and its checked rows.

        Raises TableError when a document of the same source or id is there already.
        """
        identifier = doc_id(result.source)
        if identifier in self._seen:
            other = self._seen[identifier].source
            reason = "is given twice" if other == result.source else f"has the id of {other!r}; rename one of them"
            raise TableError("documents", identifier, "source", f"{result.source!r} {reason}")
        result, policies, rows = _consistent(replace(result, text=writable(result.text)))
        for policy in policies.all():
            self._register.add(policy, result.source)
        unmatched = self._corrections.correct(result.source, identifier, rows)
        self.statuses[result.status] += 1
        self._seen[identifier] = _Seen(
            result.source,
            identifier,
            sketch(result.source, result.content_sha256, result.text, result.doc_number, result.issued),
            _statements(result.source, policies, rows, self._names),
            assignments(rows["tasks"], rows["task_agencies"], result.source, policies),
            finding_rows(result, identifier, [*result.findings, *formula_findings(rows), *unmatched]),
        )
        return result, rows

    def tables(self) -> dict[str, CorpusTable]:
        """The tables of the corpus, checked, except the rows of the wide comparison, which are made from the long one's facts."""
        documents = sorted(self._seen.values(), key=lambda seen: seen.source)
        found = {copy.source: copy for copy in copies([seen.sketch for seen in documents])}
        facts = compare(joined(said for seen in documents if seen.source not in found for said in seen.statements))
        policies = {str(row["policy_id"]): row for row in self._register.rows()}
        self._corrections.correct_policies(list(policies.values()))
        tasks = shared_tasks(one for seen in documents if seen.source not in found for one in seen.assignments)
        names = column_names(facts, policies)
        known = {("policies", "policy_id"): set(policies), ("documents", "doc_id"): set(self._seen)}
        rows: dict[str, list[Row]] = {
            "policies": list(policies.values()),
            "comparison_long": long_rows(facts, policies),
            "timeline": timeline_rows(facts, tasks, policies),
            "tasks_by_agency": agency_rows(tasks, policies),
            "findings": _findings(documents, found, facts),
            "corrections": self._corrections.rows(),
        }
        for name, table_rows in rows.items():
            check_rows(TABLES[name], table_rows)
            check_references(TABLES[name], table_rows, known)
        made = {name: CorpusTable(TABLES[name], table_rows) for name, table_rows in rows.items()}
        made["comparison"] = CorpusTable(comparison_table(list(names.values())), wide_rows(facts, names))
        regions = region_names(facts, policies)
        made["by_region"] = CorpusTable(region_table(regions), region_rows(facts, policies, regions))
        return made


def _findings(documents: list[_Seen], found: Mapping[str, Copy], facts: list[Fact]) -> list[Row]:
    """All findings, by source and place; `found` are the copies, by source."""
    added: dict[str, list[Finding]] = {}
    for copy in found.values():
        severity, alike = _LIKENESS[copy.likeness]
        message = f"{alike} {copy.original}; counted once in the comparison."
        added.setdefault(doc_id(copy.source), []).append(Finding(severity, "duplicate-document", message))
    for identifier, finding in conflict_findings(facts):
        added.setdefault(identifier, []).append(finding)
    rows: list[Row] = []
    for seen in documents:
        more: list[Row] = [
            {
                "doc_id": seen.doc_id,
                "severity": finding.severity,
                "code": finding.code,
                "message": finding.message,
                "start": finding.start,
                "end": finding.end,
            }
            for finding in added.get(seen.doc_id, ())
        ]
        rows += sorted([*seen.findings, *more], key=_place)
    return rows


def _place(row: Row) -> tuple[int, str, str]:
    start = row["start"]
    return (start if isinstance(start, int) else -1), str(row["code"]), str(row["message"])


def _consistent(result: DocumentResult) -> tuple[DocumentResult, DocumentPolicies, DocumentRows]:
    """A document with its policies and rows that pass the checks; one whose facts do not pass loses them and gets a finding."""
    try:
        return _checked(result, resolve(result))
    except Exception as error:
        # One document must not cost the run; what is wrong with it stands in the log and in its finding.
        log.exception("%s: its facts were left out", result.source)
        return _checked(without_facts(result, error), DocumentPolicies(None, ()))


def _checked(result: DocumentResult, policies: DocumentPolicies) -> tuple[DocumentResult, DocumentPolicies, DocumentRows]:
    rows = document_rows(result, policies)
    check_document(rows, TABLES, result.text)
    return result, policies, rows


def _statements(source: str, policies: DocumentPolicies, rows: DocumentRows, names: Names) -> list[Statement]:
    """What a document says for the comparison: its targets as published, corrections and all, as statements about its policies."""
    changes = {row["count_id"] for row in rows["counts"] if row["role"] == "change"}
    return list(statements(rows["targets"], source, policies, changes, names))

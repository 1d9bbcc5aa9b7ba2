"""The whole stage: results of documents, in any order, to an output folder of checked tables."""

from __future__ import annotations

import hashlib
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from extractors.records import Finding
from pipeline.comparison.compare import Fact, Statement, column_names, compare, conflict_findings, long_rows, wide_rows
from pipeline.comparison.indicators import clause_key, indicator_key
from pipeline.policies.register import Register
from pipeline.policies.resolve import DocumentPolicies, resolve
from pipeline.tables.check import TableError, check_document, check_references, check_rows
from pipeline.tables.datapackage import write_data_package
from pipeline.tables.files import Spool, write_table, write_text
from pipeline.tables.ids import doc_id
from pipeline.tables.rows import DocumentRows, document_rows, finding_rows, formula_findings, without_facts, writable
from pipeline.tables.schema import PER_DOCUMENT, TABLES, Row, Table, comparison_table
from pipeline.tables.staging import staged

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from extractors.records import Facts, Target
    from pipeline.result import DocumentResult


@dataclass(slots=True)
class Summary:
    """What was published: rows a table, documents by status, findings by severity and code."""

    output: Path
    rows: dict[str, int] = field(default_factory=dict)
    documents: Counter[str] = field(default_factory=Counter)
    findings: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def tables(self) -> Path:
        """The folder of the CSV files and `datapackage.json`."""
        return self.output / "tables"

    @property
    def texts(self) -> Path:
        """The folder of the cleaned texts."""
        return self.output / "texts"


def publish(results: Iterable[DocumentResult], output: Path) -> Summary:
    """Write every table and text of `results` to `output`, all or nothing: when it raises, what was published before stays.

    `tables/` and `texts/` in `output` are replaced whole. Equal results give byte-identical files in whatever order they come.

    Raises TableError when two documents have one source, or when rows break the schema across documents (a bug of ours; inconsistent
    rows of one document cost that document its facts and give a finding instead), and PublishError when `output` cannot be published to.
    """
    with staged(output) as folder:
        summary = write_tables(results, folder)
    summary.output = output
    return summary


def write_tables(results: Iterable[DocumentResult], folder: Path) -> Summary:
    """Write the tables and texts into `folder`, which must not have any; for callers that stage more outputs than these."""
    (folder / "tables").mkdir(parents=True)
    (folder / "texts").mkdir()
    corpus = _Corpus(folder)
    with ExitStack() as stack:
        spools = {name: stack.enter_context(Spool(folder, TABLES[name])) for name in PER_DOCUMENT}
        for result in results:
            rows = corpus.add(result)
            for name, spool in spools.items():
                spool.add(result.source, rows[name])
        for spool in spools.values():
            spool.finish()
    return corpus.finish({name: spool.count for name, spool in spools.items()})


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is kept of a document until the corpus is complete."""

    source: str
    doc_id: str
    bytes_hash: str
    text_hash: str | None
    statements: list[Statement]
    findings: list[Row]


class _Corpus:
    """What needs all documents: policies, the comparison, duplicates, findings."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: dict[str, _Seen] = {}
        self._register = Register()
        self._policy_ids: set[str] = set()
        self._statuses: Counter[str] = Counter()

    def add(self, result: DocumentResult) -> DocumentRows:
        """Take in one document, write its text and return its checked rows."""
        identifier = doc_id(result.source)
        if identifier in self._seen:
            other = self._seen[identifier].source
            reason = "is given twice" if other == result.source else f"has the id of {other!r}; rename one of them"
            raise TableError("documents", identifier, "source", f"{result.source!r} {reason}")
        result, policies, rows = _consistent(replace(result, text=writable(result.text)))
        findings = [*result.findings, *formula_findings(rows)]
        for policy in policies.all():
            self._register.add(policy, result.source)
            self._policy_ids.add(policy.policy_id)
        self._statuses[result.status] += 1
        self._seen[identifier] = _Seen(
            result.source,
            identifier,
            result.content_sha256,
            hashlib.sha256(result.text.encode("utf-8")).hexdigest() if result.text.strip() else None,
            _statements(result, policies),
            finding_rows(result, identifier, findings),
        )
        write_text(self._folder, identifier, result.text)
        return rows

    def finish(self, counts: dict[str, int]) -> Summary:
        """Write the tables of the whole corpus and the data package."""
        documents = sorted(self._seen.values(), key=lambda seen: seen.source)
        copies = _copies(documents)
        facts = compare(said for seen in documents if seen.doc_id not in copies for said in seen.statements)
        policies = {str(row["policy_id"]): row for row in self._register.rows()}
        names = column_names(facts, policies)
        findings = self._findings(documents, copies, facts)
        known = {("policies", "policy_id"): set(policies), ("documents", "doc_id"): set(self._seen)}
        check_references(TABLES["documents"], ({"doc_id": "any", "policy_id": name} for name in sorted(self._policy_ids)), known)
        wide = comparison_table(list(names.values()))
        tables: dict[str, tuple[Table, list[Row]]] = {
            "policies": (TABLES["policies"], list(policies.values())),
            "comparison_long": (TABLES["comparison_long"], long_rows(facts, policies)),
            "findings": (TABLES["findings"], findings),
        }
        for name, (table, rows) in tables.items():
            check_rows(table, rows)
            check_references(table, rows, known)
            counts[name] = write_table(self._folder, table, rows)
        counts["comparison"] = write_table(self._folder, wide, wide_rows(facts, names))
        write_data_package(self._folder, [wide if name == "comparison" else table for name, table in TABLES.items()], counts)
        return Summary(
            self._folder,
            {name: counts[name] for name in TABLES},
            self._statuses,
            Counter((str(row["severity"]), str(row["code"])) for row in findings),
        )

    def _findings(self, documents: list[_Seen], copies: Mapping[str, tuple[_Seen, bool]], facts: list[Fact]) -> list[Row]:
        """All findings, by source and place."""
        added: dict[str, list[Finding]] = {}
        for identifier, (original, same_bytes) in copies.items():
            if same_bytes:
                finding = Finding("warning", "duplicate-document", f"The same bytes as {original.source}; counted once in the comparison.")
            else:
                finding = Finding("info", "duplicate-document", f"The same text as {original.source}; counted once in the comparison.")
            added.setdefault(identifier, []).append(finding)
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
        policies = resolve(result)
        rows = document_rows(result, policies)
        check_document(rows, TABLES, result.text)
    except TableError as error:
        result = without_facts(result, error)
        policies = resolve(result)
        rows = document_rows(result, policies)
        check_document(rows, TABLES, result.text)
    return result, policies, rows


def _copies(documents: list[_Seen]) -> dict[str, tuple[_Seen, bool]]:
    """Documents whose bytes or text an earlier one (by source) has, with that one and whether the bytes are the same."""
    by_bytes: dict[str, _Seen] = {}
    by_text: dict[str, _Seen] = {}
    copies = {}
    for seen in documents:
        if seen.text_hash is None:
            continue
        if (original := by_bytes.setdefault(seen.bytes_hash, seen)) is not seen:
            copies[seen.doc_id] = (original, True)
            continue
        if (original := by_text.setdefault(seen.text_hash, seen)) is not seen:
            copies[seen.doc_id] = (original, False)
    return copies


def _statements(result: DocumentResult, policies: DocumentPolicies) -> list[Statement]:
    """What a document says for the comparison: its targets, as statements about its policy."""
    main = policies.main
    if main is None:
        return []
    identifier = doc_id(result.source)
    return [
        Statement(
            policy_id=main.policy_id,
            key=_key(target, result.facts),
            indicator=writable(target.indicator or target.text),
            unit=writable(target.unit) if target.unit else None,
            comparator=target.comparator,
            value=target.value,
            value_max=target.value_max,
            due=target.deadline_date,
            doc_id=identifier,
            source=result.source,
            rank=main.rank,
            start=target.start,
            end=target.end,
            text=writable(target.text),
        )
        for target in result.facts.targets
    ]


def _key(target: Target, facts: Facts) -> str:
    if target.value is None:
        return clause_key(target.indicator or target.text)
    changed = target.count is not None and facts.counts[target.count].role == "change"
    return indicator_key(target.indicator or target.text, target.action, changed)

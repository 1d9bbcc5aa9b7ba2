"""From one document's result to its rows of every per-document table."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from extractors.records import Facts, Finding
from pipeline.comparison.subjects import subjects
from pipeline.tables import ids
from pipeline.tables.cells import is_calling_formula
from pipeline.tables.check import TableError
from pipeline.tables.columns import SEPARATOR
from pipeline.tables.model import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.policies.resolve import DocumentPolicies
    from pipeline.result import DocumentResult

#: Rows by table.
DocumentRows = dict[str, list[Row]]

# Characters that would not survive in a CSV or text file, each replaced by one character so that offsets hold: other line ends than \n,
# control characters, halves of surrogate pairs.
_CONTROLS = (code for code in (*range(0x20), 0x7F) if code not in (0x09, 0x0A, 0x0D))
_UNWRITABLE = dict.fromkeys(_CONTROLS, " ") | {0x0D: "\n"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_SIGN_OF_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def writable(text: str) -> str:
    """`text` with every character that a UTF-8 file of lines cannot hold replaced by one that it can; offsets stay."""
    # The translation is slow on Chinese text and hardly ever needed.
    return text.translate(_UNWRITABLE) if _SIGN_OF_UNWRITABLE.search(text) else text


def document_rows(document: DocumentResult, policies: DocumentPolicies) -> DocumentRows:
    """The rows of one document in each table of `PER_DOCUMENT`, in the order of the text; policies as `resolve` found them.

    Raises TableError when a record refers to another that does not exist.
    """
    return _Builder(document, policies).rows()


def finding_rows(document: DocumentResult, doc_id: str, findings: Sequence[Finding]) -> list[Row]:
    """Rows of the findings table; a place outside the text is left out rather than shown wrong."""
    length = len(document.text)
    rows: list[Row] = []
    for finding in findings:
        inside = finding.start is not None and finding.end is not None and 0 <= finding.start <= finding.end <= length
        rows.append(
            {
                "doc_id": doc_id,
                "severity": finding.severity,
                "code": finding.code,
                "message": writable(finding.message) or finding.code,
                "start": finding.start if inside else None,
                "end": finding.end if inside else None,
            }
        )
    return rows


def formula_findings(rows: DocumentRows) -> list[Finding]:
    """A warning for each text of a row that a spreadsheet would run as a formula: it cannot be defused without changing the words."""
    found = []
    for name in ("targets", "tasks"):
        for row in rows[name]:
            if is_calling_formula(str(row["text"])):
                start, end = row["start"], row["end"]
                assert isinstance(start, int)
                assert isinstance(end, int)
                message = f"The text of {next(iter(row.values()))} begins like a spreadsheet formula; import {name}.csv with its columns as text."
                found.append(Finding("warning", "formula-cell", message, start, end))
    return found


class _Builder:
    """Ids first, then rows: records refer to each other by index, in any order."""

    def __init__(self, document: DocumentResult, policies: DocumentPolicies) -> None:
        self.document, self.policies, self.facts = document, policies, document.facts
        self.doc_id = ids.doc_id(document.source)
        self.policy_id = policies.main.policy_id if policies.main else None
        self.section_ids = self._ids("s", self.facts.sections)
        self.count_ids = self._ids("c", self.facts.counts)
        self.deadline_ids = self._ids("d", self.facts.deadlines)
        self.target_ids = self._ids("t", self.facts.targets)
        self.task_ids = self._ids("k", self.facts.tasks)

    def rows(self) -> DocumentRows:
        return {
            "documents": [self._document()],
            "mentions": self._mentions(),
            "sections": self._sections(),
            "counts": self._counts(),
            "deadlines": self._deadlines(),
            "targets": self._targets(),
            "tasks": self._tasks(),
            "task_agencies": self._agencies(),
        }

    def _ids(self, letter: str, records: Sequence[_Spanned]) -> list[str]:
        order = _order(records)
        made = ids.row_ids(self.doc_id, letter, (records[index].start for index in order))
        by_index = dict(zip(order, made, strict=True))
        return [by_index[index] for index in range(len(records))]

    def _ref(self, made: Sequence[str], index: int | None, table: str, row: str, column: str) -> str | None:
        if index is None:
            return None
        if not 0 <= index < len(made):
            raise TableError(table, row, column, f"refers to number {index} of {len(made)}")
        return made[index]

    def _policy_of(self, record: _Spanned) -> str | None:
        policy = self.policies.of(record.start, record.end)
        return policy.policy_id if policy else None

    def _in_sections(self, records: Sequence[_Spanned]) -> list[str | None]:
        return [None if index is None else self.section_ids[index] for index in innermost(self.facts.sections, records)]

    def _document(self) -> Row:
        document = self.document
        return {
            "doc_id": self.doc_id,
            "source": writable(document.source),
            "content_sha256": document.content_sha256,
            "url": _plain(document.url),
            "title": _plain(document.title),
            "publisher": _plain(document.publisher),
            "author": _plain(document.author),
            "published": document.published,
            "genre": document.genre,
            "script": document.script,
            "encoding": document.encoding,
            "chars": len(document.text),
            "status": document.status,
            "policy_id": self.policy_id,
            "corrected": None,
        }

    def _mentions(self) -> list[Row]:
        records, text = self.facts.mentions, writable(self.document.text)
        return [
            {
                "doc_id": self.doc_id,
                "policy_id": policy.policy_id if (policy := self.policies.mentions[index]) else None,
                "role": self.policies.role(index, records[index].role),
                "start": records[index].start,
                "end": records[index].end,
                "text": text[records[index].start : records[index].end],
            }
            for index in _order(records)
        ]

    def _sections(self) -> list[Row]:
        records = self.facts.sections
        return [
            {
                "section_id": self.section_ids[index],
                "doc_id": self.doc_id,
                "parent_id": self._ref(self.section_ids, records[index].parent, "sections", self.section_ids[index], "parent_id"),
                "level": records[index].level,
                "label": _plain(records[index].label),
                "title": _plain(records[index].title),
                "kind": records[index].kind,
                "start": records[index].start,
                "end": records[index].end,
                "corrected": None,
            }
            for index in _order(records)
        ]

    def _counts(self) -> list[Row]:
        records = self.facts.counts
        sections = self._in_sections(records)
        return [
            {
                "count_id": self.count_ids[index],
                "doc_id": self.doc_id,
                "section_id": sections[index],
                "start": records[index].start,
                "end": records[index].end,
                "text": writable(records[index].text),
                "value": records[index].value,
                "value_max": records[index].value_max,
                "unit": _plain(records[index].unit),
                "comparator": records[index].comparator,
                "item": _plain(records[index].item),
                "role": records[index].role,
                "corrected": None,
            }
            for index in _order(records)
        ]

    def _deadlines(self) -> list[Row]:
        records = self.facts.deadlines
        sections = self._in_sections(records)
        return [
            {
                "deadline_id": self.deadline_ids[index],
                "doc_id": self.doc_id,
                "section_id": sections[index],
                "start": records[index].start,
                "end": records[index].end,
                "text": writable(records[index].text),
                "date_from": records[index].date_from,
                "date_to": records[index].date_to,
                "precision": records[index].precision,
                "bound": records[index].bound,
                "resolved_from": records[index].resolved_from,
                "corrected": None,
            }
            for index in _order(records)
        ]

    def _targets(self) -> list[Row]:
        records = self.facts.targets
        inside = innermost(self.facts.sections, records)
        sections = [None if index is None else self.section_ids[index] for index in inside]
        policy = self.policies.main
        topics = subjects(self.document.text, self.facts, policy.title if policy else None, policy.region if policy else None, inside)
        rows: list[Row] = []
        for index in _order(records):
            target, name = records[index], self.target_ids[index]
            rows.append(
                {
                    "target_id": name,
                    "doc_id": self.doc_id,
                    "policy_id": self._policy_of(target),
                    "section_id": sections[index],
                    "start": target.start,
                    "end": target.end,
                    "text": writable(target.text),
                    "kind": target.kind,
                    "indicator": _plain(target.indicator) or writable(target.text),
                    "subject": _plain(topics[index]),
                    "action": _plain(target.action),
                    "comparator": target.comparator,
                    "value": target.value,
                    "value_max": target.value_max,
                    "unit": _plain(target.unit),
                    "strength": target.strength,
                    "deadline_date": target.deadline_date,
                    "deadline_text": _plain(target.deadline_text),
                    "deadline_from": target.deadline_from,
                    "count_id": self._ref(self.count_ids, target.count, "targets", name, "count_id"),
                    "deadline_id": self._ref(self.deadline_ids, target.deadline, "targets", name, "deadline_id"),
                    "corrected": None,
                }
            )
        return rows

    def _tasks(self) -> list[Row]:
        records = self.facts.tasks
        inside = self._in_sections(records)
        rows: list[Row] = []
        for index in _order(records):
            task, name = records[index], self.task_ids[index]
            rows.append(
                {
                    "task_id": name,
                    "doc_id": self.doc_id,
                    "policy_id": self._policy_of(task),
                    "section_id": self._ref(self.section_ids, task.section, "tasks", name, "section_id") or inside[index],
                    "parent_id": self._ref(self.task_ids, task.parent, "tasks", name, "parent_id"),
                    "start": task.start,
                    "end": task.end,
                    "level": task.level,
                    "label": _plain(task.label),
                    "title": _plain(task.title) or writable(task.text),
                    "text": writable(task.text),
                    "lead_agency": _plain(task.lead_agency),
                    "agencies": _plain(SEPARATOR.join(agency.name for agency in task.agencies)),
                    "deadline_date": task.deadline_date,
                    "declared": task.declared,
                    "kind": task.kind,
                    "corrected": None,
                }
            )
        return rows

    def _agencies(self) -> list[Row]:
        return [
            {"task_id": self.task_ids[index], "doc_id": self.doc_id, "agency": _plain(agency.name), "role": agency.role, "position": position}
            for index in _order(self.facts.tasks)
            for position, agency in enumerate(self.facts.tasks[index].agencies, 1)
        ]


def _plain(words: str | None) -> str | None:
    return (writable(words) or None) if words else None


def _order(records: Sequence[_Spanned]) -> list[int]:
    """The records' indices in the order of the text, the longer first of those that start together."""
    return sorted(range(len(records)), key=lambda index: (records[index].start, -records[index].end, index))


def innermost(sections: Sequence[_Spanned], records: Sequence[_Spanned]) -> list[int | None]:
    """For each record, the index of the innermost section that contains its whole span, or None.

    Sections are nested or apart; both may come in any order. One sweep along the text.
    """
    found: list[int | None] = [None] * len(records)
    opened: list[int] = []
    waiting = _order(sections)
    at = 0
    for index in _order(records):
        record = records[index]
        while at < len(waiting) and sections[waiting[at]].start <= record.start:
            section = waiting[at]
            while opened and sections[opened[-1]].end <= sections[section].start:
                opened.pop()
            opened.append(section)
            at += 1
        while opened and sections[opened[-1]].end <= record.start:
            opened.pop()
        found[index] = next((section for section in reversed(opened) if sections[section].end >= record.end), None)
    return found


def without_facts(document: DocumentResult, error: Exception) -> DocumentResult:
    """The document with its facts dropped because its rows break the schema, and a finding that says so."""
    reason = str(error) if isinstance(error, TableError) else f"{type(error).__name__}: {error}"
    message = f"The facts read from this document are inconsistent and were left out ({reason}). Please report it with this document."
    finding = Finding("error", "inconsistent-facts", message)
    return replace(document, status="partial", facts=Facts(context=document.facts.context), findings=(*document.findings, finding))

"""A run's summary for people: a few lines on a terminal, markdown for Prefect's artifact."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.tables.publish import Changes, Summary

#: Findings named in the summary; the rest are in the table.
SHOWN = 8


def lines(summary: Summary) -> list[str]:
    """What was read, what was found, where it is and how to open it."""
    documents = summary.documents
    parts = [f"{documents[status]} {status}" for status in ("ok", "partial", "rejected") if documents[status]]
    told = [f"{documents.total()} documents: {', '.join(parts) or 'none'}"]
    told.append("rows: " + ", ".join(f"{count} {name}" for name, count in summary.rows.items() if name != "documents"))
    if summary.findings:
        told.append("findings: " + ", ".join(_findings(summary)))
    if summary.corrections:
        told.append(_corrections(summary))
    told.append(_changes(summary.changes))
    told += [
        f"tables: {summary.tables}",
        f"texts: {summary.texts}",
        f"open {summary.tables / 'comparison.csv'} in Excel or LibreOffice: a row an indicator, a column a policy",
    ]
    return told


def markdown(summary: Summary) -> str:
    """The same as a markdown page."""
    table = ["| table | rows |", "| --- | ---: |", *(f"| {name} | {count} |" for name, count in summary.rows.items())]
    statuses = [f"- {count} {status}" for status, count in sorted(summary.documents.items())]
    findings = [f"- {finding}" for finding in _findings(summary)] or ["- none"]
    findings += ["", *([_corrections(summary)] if summary.corrections else []), _changes(summary.changes)]
    where = f"Tables in `{summary.tables}`, texts in `{summary.texts}`."
    return "\n".join(["# zhengce run", "", *statuses, "", *table, "", "## Findings", "", *findings, "", where])


def _corrections(summary: Summary) -> str:
    told = ", ".join(f"{summary.corrections[kind]} {kind}" for kind in sorted(summary.corrections))
    wanting = summary.corrections.keys() - {"applied"}
    return f"corrections: {told}" + (" (corrections.csv says why)" if wanting else "")


def _changes(changes: Changes) -> str:
    if changes.since is None:
        return "changes: none to tell, this is the first run into this folder"
    if changes.unread:
        return f"changes: the tables of {changes.since} cannot be compared with ({changes.unread})"
    counts = changes.counts
    if not counts:
        return f"changes: none since {changes.since}"
    return (
        f"changes since {changes.since}: {counts['added']} rows added, {counts['removed']} removed, {counts['changed']} cells changed (changes.csv)"
    )


def _findings(summary: Summary) -> list[str]:
    common = summary.findings.most_common()
    named = [f"{count} {code} ({severity})" for (severity, code), count in common[:SHOWN]]
    rest = sum(count for _, count in common[SHOWN:])
    return named + ([f"{rest} more in findings.csv"] if rest else [])

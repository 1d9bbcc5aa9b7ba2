"""The one definition of every published table and column.

The CSV headers and their order, the checks on rows, `datapackage.json` and the data dictionary all come from `TABLES`; a column is
described nowhere else. Those of several tables stand in `columns`, the others with their table in `document_tables` or `corpus_tables`.
Columns may be added, never given another meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.tables import corpus_tables, document_tables

if TYPE_CHECKING:
    from pipeline.tables.model import Table

#: Every table, in the order of the data package.
TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        document_tables.DOCUMENTS,
        corpus_tables.POLICIES,
        document_tables.MENTIONS,
        document_tables.SECTIONS,
        document_tables.COUNTS,
        document_tables.DEADLINES,
        document_tables.TARGETS,
        document_tables.TASKS,
        document_tables.TASK_AGENCIES,
        corpus_tables.COMPARISON_LONG,
        corpus_tables.COMPARISON,
        corpus_tables.BY_REGION,
        corpus_tables.TIMELINE,
        corpus_tables.TASKS_BY_AGENCY,
        corpus_tables.FINDINGS,
        corpus_tables.CORRECTIONS,
        corpus_tables.CHANGES,
    )
}

#: The tables whose rows come from one document alone.
PER_DOCUMENT = ("documents", "mentions", "sections", "counts", "deadlines", "targets", "tasks", "task_agencies")

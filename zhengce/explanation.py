"""Which reasons belong to which row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractors.explain import Reason
    from zhengce import Extraction

#: The tables whose rows are explained, with the column that names a row in each.
EXPLAINED = {"counts": "count_id", "deadlines": "deadline_id", "targets": "target_id", "tasks": "task_id"}


def why(extraction: Extraction, table: str, row: Mapping[str, Any]) -> dict[str, Reason]:
    """The reasons of one row by field, the last one given for a field."""
    at = _place(extraction, table, row)
    return {reason.field: reason for reason in extraction.reasons if reason.table == table and reason.at == at}


def _place(extraction: Extraction, table: str, row: Mapping[str, Any]) -> int:
    """Where a row's reasons are noted: at its start, those of a quantitative target at its count's."""
    if table == "targets" and row.get("count_id"):
        for count in extraction.tables["counts"]:
            if count["count_id"] == row["count_id"]:
                return int(count["start"])
    return int(row["start"])

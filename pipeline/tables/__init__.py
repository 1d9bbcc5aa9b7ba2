"""From analysed documents to published tables: one schema, stable ids, checked rows, CSV files and their data package."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.result import DocumentResult
    from pipeline.tables.model import Row


def tables_of(results: Iterable[DocumentResult]) -> dict[str, list[Row]]:
    """Every table of `results` as rows in memory; see `pipeline.tables.publish.tables_of`."""
    # Imported late: the policies, which the tables need, make their ids with `pipeline.tables.ids`.
    from pipeline.tables import publish

    return publish.tables_of(results)

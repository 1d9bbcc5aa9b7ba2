"""The data dictionary: every table and column in markdown, from the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.tables.schema import TABLES

if TYPE_CHECKING:
    from pipeline.tables.model import Column, Table


def markdown() -> str:
    """The dictionary of all tables, ready for the documentation."""
    return "\n".join(line for table in TABLES.values() for line in _table(table))


def _table(table: Table) -> list[str]:
    lines = [f"## {table.name}", "", table.description, "", "| column | type | | description |", "| --- | --- | --- | --- |"]
    lines += [f"| `{column.name}` | {column.type} | {_constraints(column, table)} | {_description(column)} |" for column in table.columns]
    if table.name == "comparison":
        lines.append("| *a policy's title* | string | | What the policy sets: `≥50 (2020-12-31)`; `✓` a state to reach; several joined by `；`. |")
    if table.name == "by_region":
        lines.append("| *a region* | string | | What its policies of that kind and period set, in cells as in `comparison`. |")
    return [*lines, ""]


def _constraints(column: Column, table: Table) -> str:
    parts = []
    if column.name in table.primary_key:
        parts.append("key")
    elif column.required:
        parts.append("required")
    parts += [f"→ {key.table}.{key.key}" for key in table.foreign_keys if key.column == column.name]
    return ", ".join(parts)


def _description(column: Column) -> str:
    text = column.description.replace("|", "\\|")
    if column.enum:
        text += f" One of {', '.join(f'`{value}`' for value in column.enum)}."
    if column.unit:
        text += f" In {column.unit}." if column.unit != "year" else ""
    return text

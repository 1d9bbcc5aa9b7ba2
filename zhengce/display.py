"""An extraction on the terminal: aligned tables, or JSON."""

from __future__ import annotations

import json
import sys
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from zhengce import Extraction

#: What a reader wants of each table first; the rest is in the JSON.
COLUMNS = {
    "counts": ("text", "value", "value_max", "unit", "comparator", "item", "role"),
    "deadlines": ("text", "date_from", "date_to", "bound", "resolved_from"),
    "targets": ("kind", "indicator", "action", "comparator", "value", "unit", "strength", "deadline_date", "deadline_from"),
    "tasks": ("label", "title", "lead_agency", "agencies", "deadline_date", "kind"),
    "mentions": ("role", "policy_id", "text"),
    "findings": ("severity", "code", "message"),
}
HEADER = ("title", "publisher", "published", "genre", "script", "encoding", "status")


def print_json(extraction: Extraction) -> None:
    """Print every table with every column, and the text, as one JSON object."""
    everything = {"text": extraction.text, "tables": dict(extraction.tables)}
    json.dump(everything, sys.stdout, ensure_ascii=False, indent=1, default=_plain)
    sys.stdout.write("\n")


def print_tables(extraction: Extraction) -> None:
    """Print the tables that have rows, with the columns a reader wants first."""
    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False)
    for field in HEADER:
        if (value := extraction.document[field]) is not None:
            console.print(f"{field:<10} {_cell(value)}", markup=False)
    for name, columns in COLUMNS.items():
        rows = extraction.tables.get(name, [])
        if not rows:
            continue
        table = Table(title=f"{name} ({len(rows)})", title_justify="left", title_style="bold")
        for column in columns:
            table.add_column(column, justify="right" if column.startswith("value") else "left", overflow="fold")
        for row in rows:
            table.add_row(*(_cell(row.get(column)) for column in columns))
        console.print(table, markup=False)


def _cell(value: Any) -> str:
    return "" if value is None else str(_plain(value))


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    return value

"""An extraction on the terminal: aligned tables, or JSON."""

from __future__ import annotations

import json
import sys
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from rich.table import Table

from zhengce.console import console
from zhengce.explanation import EXPLAINED

if TYPE_CHECKING:
    from extractors.explain import Reason
    from zhengce import Extraction

#: Characters of a row's words that are shown above its reasons.
_LINE = 60

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


#: What of a row stands beside its name when it is explained; the fields with a reason follow, a line each.
_SHOWN = {"counts": "text", "deadlines": "text", "targets": "text", "tasks": "title"}


def print_json(extraction: Extraction) -> None:
    """Print every table with every column, the text, and the reasons by row id when they were asked for, as one JSON object."""
    everything: dict[str, Any] = {"text": extraction.text, "tables": dict(extraction.tables)}
    if extraction.reasons:
        everything["reasons"] = {
            row[key]: {field: _told(extraction, reason) for field, reason in extraction.why(table, row).items()}
            for table, key in EXPLAINED.items()
            for row in extraction.tables.get(table, [])
        }
    json.dump(everything, sys.stdout, ensure_ascii=False, indent=1, default=_plain)
    sys.stdout.write("\n")


def print_tables(extraction: Extraction) -> None:
    """Print the tables that have rows, with the columns a reader wants first."""
    terminal = console()
    for field in HEADER:
        if (value := extraction.document[field]) is not None:
            terminal.print(f"{field:<10} {_cell(value)}", markup=False)
    for name, columns in COLUMNS.items():
        rows = extraction.tables.get(name, [])
        if not rows:
            continue
        table = Table(title=f"{name} ({len(rows)})", title_justify="left", title_style="bold")
        for column in columns:
            table.add_column(column, justify="right" if column.startswith("value") else "left", overflow="fold")
        for row in rows:
            table.add_row(*(_cell(row.get(column)) for column in columns))
        terminal.print(table, markup=False)


def print_reasons(extraction: Extraction) -> None:
    """Print every row with why it is there and what its inferred fields rest on, the words of the text in 「」."""
    terminal = console()
    for table, key in EXPLAINED.items():
        for row in extraction.tables.get(table, []):
            terminal.print(f"{row[key]}  {_line(row[_SHOWN[table]])}", markup=False, style="bold")
            for field, reason in extraction.why(table, row).items():
                told = _told(extraction, reason)
                words = f" 「{_line(told['words'])}」" if "words" in told else ""
                value = "" if field == "row" else f"{_cell(row.get(field)) or '-'}: "
                terminal.print(f"  {field:<14} {value}{told['rule']}{words}", markup=False)


def _told(extraction: Extraction, reason: Reason) -> dict[str, Any]:
    told: dict[str, Any] = {"rule": reason.rule}
    if reason.start is not None and reason.end is not None:
        told |= {"start": reason.start, "end": reason.end, "words": extraction.text[reason.start : reason.end]}
    return told


def _line(words: str) -> str:
    """At most a line's worth of words."""
    flat = " ".join(words.split())
    return flat if len(flat) <= _LINE else flat[: _LINE - 1] + "…"


def _cell(value: Any) -> str:
    return "" if value is None else str(_plain(value))


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    return value

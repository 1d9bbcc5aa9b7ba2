"""`datapackage.json`: the published tables described as a Frictionless Tabular Data Package, column by column."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from pipeline.tables.files import table_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pipeline.tables.model import Column, Table

NAME = "datapackage.json"


def field(column: Column, unique: bool = False) -> dict[str, Any]:
    """The Table Schema field of a column."""
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if unique:
        constraints["unique"] = True
    if column.enum:
        constraints["enum"] = list(column.enum)
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.pattern:
        constraints["pattern"] = column.pattern
    described: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.description}
    if column.type == "date":
        described["format"] = "%Y-%m-%d"
    if column.unit:
        described["unit"] = column.unit
    if constraints:
        described["constraints"] = constraints
    return described


def table_schema(table: Table) -> dict[str, Any]:
    """The Table Schema of a table."""
    alone = {names[0] for names in (table.primary_key, table.unique) if len(names) == 1}
    schema: dict[str, Any] = {"fields": [field(column, column.name in alone) for column in table.columns], "missingValues": [""]}
    if table.primary_key:
        schema["primaryKey"] = list(table.primary_key)
    if len(table.unique) > 1:
        schema["uniqueKeys"] = [list(table.unique)]
    if table.foreign_keys:
        # An empty resource name is the table itself.
        schema["foreignKeys"] = [
            {"fields": [key.column], "reference": {"resource": "" if key.table == table.name else key.table, "fields": [key.key]}}
            for key in table.foreign_keys
        ]
    return schema


def data_package(folder: Path, tables: Iterable[Table], counts: Mapping[str, int]) -> dict[str, Any]:
    """The descriptor of the tables in `folder`; `counts` are their rows. It holds no date, so that equal tables have equal descriptors."""
    return {
        "profile": "tabular-data-package",
        "name": "zhengce",
        "title": "Chinese policy releases as tables",
        "description": "Offsets (start, end) count Unicode code points of texts/DOC_ID.txt, end exclusive; text[start:end] is the row's text.",
        "resources": [_resource(folder, table, counts[table.name]) for table in tables],
    }


def _resource(folder: Path, table: Table, rows: int) -> dict[str, Any]:
    data = table_path(folder, table.name).read_bytes()
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": table.description,
        "path": f"tables/{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\r\n", "header": True},
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "rows": rows,
        "schema": table_schema(table),
    }


def write_data_package(folder: Path, tables: Iterable[Table], counts: Mapping[str, int]) -> Path:
    """Writes `datapackage.json` beside `tables/` and `texts/`, which it describes, and returns its path."""
    path = folder / NAME
    text = json.dumps(data_package(folder, tables, counts), ensure_ascii=False, indent=2) + "\n"
    path.write_bytes(text.encode("utf-8"))
    return path

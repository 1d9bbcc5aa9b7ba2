"""What follows from a corrected cell: a target and the quantity it rests on say the same, a task's agencies stand in their own table too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.tables.columns import SEPARATOR
from pipeline.tables.ids import row_ids
from pipeline.tables.schema import TABLES

if TYPE_CHECKING:
    from pipeline.tables.model import Cell, Row
    from pipeline.tables.rows import DocumentRows

#: A count's columns that its target has as well, and what they are called there.
_SHARED = {"value": "value", "value_max": "value_max", "unit": "unit", "comparator": "comparator", "item": "indicator"}


def column_of_count(table: str, row: Row, column: str) -> str | None:
    """The column of the quantity that a target's cell is written to as well; None where it rests on none or the two do not share it."""
    if table != "targets" or row["count_id"] is None:
        return None
    return next((own for own, there in _SHARED.items() if there == column), None)


def set_cell(rows: DocumentRows, table: str, row: Row, column: str, value: Cell, note: str) -> None:
    """Write a corrected cell, marked with `note`, and what follows from it."""
    _mark(row, column, value, note)
    if table == "counts" and column in _SHARED:
        for target in _targets_of(rows, row):
            _mark(target, _SHARED[column], value if column != "item" else value or target["text"], note)
    elif table == "counts" and column == "role":
        _with_role(rows, row, note)
    elif own := column_of_count(table, row, column):
        for count in rows["counts"]:
            if count["count_id"] == row["count_id"]:
                _mark(count, own, value, note)
    elif table == "tasks" and column in ("lead_agency", "agencies"):
        _with_agencies(rows, row)


def remove_row(rows: DocumentRows, table: str, row: Row, note: str) -> None:
    """Take a row out, with the rows that are nothing without it; rows that point to it point to nothing."""
    if table == "counts":
        for target in _targets_of(rows, row):
            _without(rows, "targets", target)
    elif table == "targets":
        for count in rows["counts"]:
            if count["count_id"] == row["count_id"] and count["role"] == "target":
                # A quantity whose role is target always has a target.
                _mark(count, "role", "other", note)
    elif table == "tasks":
        rows["task_agencies"] = [agency for agency in rows["task_agencies"] if agency["task_id"] != row["task_id"]]
    _without(rows, table, row)


def _mark(row: Row, column: str, value: Cell, note: str) -> None:
    before = row[column]
    if before == value:
        return
    row[column] = value
    told = f"{column} was {'empty' if before is None else before}{note}"
    row["corrected"] = f"{row['corrected']}{SEPARATOR}{told}" if row["corrected"] else told


def _targets_of(rows: DocumentRows, count: Row) -> list[Row]:
    return [target for target in rows["targets"] if target["count_id"] == count["count_id"]]


def _with_role(rows: DocumentRows, count: Row, note: str) -> None:
    if count["role"] != "target":
        for target in _targets_of(rows, count):
            if target["kind"] == "quantitative":
                _without(rows, "targets", target)
    elif not _targets_of(rows, count):
        rows["targets"].append(_target(rows, count, note))
        rows["targets"].sort(key=lambda row: (row["start"], -int(str(row["end"]))))


def _target(rows: DocumentRows, count: Row, note: str) -> Row:
    """The target that a quantity is now: its own words, firm, due on no known date."""
    document = str(count["doc_id"])
    taken = {str(row["target_id"]) for row in rows["targets"]}
    start = int(str(count["start"]))
    name = next(one for one in row_ids(document, "t", [start] * (len(taken) + 1)) if one not in taken)
    row: Row = dict.fromkeys(TABLES["targets"].header)
    row.update(
        {name: count[name] for name in ("doc_id", "section_id", "start", "end", "text", "comparator", "value", "value_max", "unit", "count_id")}
    )
    row.update(target_id=name, policy_id=rows["documents"][0]["policy_id"], kind="quantitative", strength="firm")
    row.update(indicator=count["item"] or count["text"], corrected=f"row was missing{note}")
    return row


def _with_agencies(rows: DocumentRows, task: Row) -> None:
    names = [name.strip() for name in str(task["agencies"] or "").split(SEPARATOR) if name.strip()]
    lead = task["lead_agency"]
    if isinstance(lead, str) and lead not in names:
        names.insert(0, lead)
    task["agencies"] = SEPARATOR.join(names) or None
    own: list[Row] = [
        {"task_id": task["task_id"], "doc_id": task["doc_id"], "agency": name, "role": "lead" if name == lead else "support", "position": position}
        for position, name in enumerate(names, 1)
    ]
    order = {row["task_id"]: index for index, row in enumerate(rows["tasks"])}
    others = [agency for agency in rows["task_agencies"] if agency["task_id"] != task["task_id"]]
    rows["task_agencies"] = sorted([*others, *own], key=lambda agency: (order[agency["task_id"]], agency["position"]))


def _without(rows: DocumentRows, table: str, row: Row) -> None:
    rows[table] = [other for other in rows[table] if other is not row]
    (key,) = TABLES[table].primary_key
    for name, others in rows.items():
        for reference in TABLES[name].foreign_keys:
            if reference.table == table:
                for other in others:
                    if other[reference.column] == row[key]:
                        other[reference.column] = None

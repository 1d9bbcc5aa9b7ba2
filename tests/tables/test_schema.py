"""The schema holds together, and the checks name what breaks it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from pipeline.tables.check import TableError, check_references, check_rows, check_spans
from pipeline.tables.dictionary import markdown
from pipeline.tables.files import table_path, text_path
from pipeline.tables.publish import publish
from pipeline.tables.schema import TABLES
from pipeline.tables.verify import verify
from tests.tables.invented import news, plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pipeline.tables.model import Row, Table

#: The columns of the contract; more may be added, none may go or change its name.
CONTRACT = {
    "documents": "doc_id source content_sha256 url title publisher author published genre script encoding chars status policy_id",
    "policies": "policy_id title region issuer doc_number issued period_start period_end",
    "mentions": "doc_id policy_id role start end",
    "sections": "section_id doc_id parent_id level label title kind start end",
    "counts": "count_id doc_id section_id start end text value value_max unit comparator item role",
    "deadlines": "deadline_id doc_id section_id start end text date_from date_to precision bound resolved_from",
    "targets": "target_id doc_id policy_id section_id start end text kind indicator action comparator value value_max unit strength "
    "deadline_date deadline_text deadline_from count_id deadline_id",
    "tasks": "task_id doc_id policy_id section_id parent_id level label title text lead_agency agencies deadline_date declared kind",
    "task_agencies": "task_id agency role position",
    "comparison_long": "indicator_key indicator unit policy_id policy region comparator value value_max deadline_date sources doc_ids agreement",
    "comparison": "indicator_key unit",
    "findings": "doc_id severity code message start end",
}


@pytest.mark.parametrize("name", CONTRACT)
def test_the_contracts_columns_are_there_in_its_order(name: str) -> None:
    wanted = CONTRACT[name].split()
    assert [column for column in TABLES[name].header if column in wanted] == wanted


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_the_schema_holds_together(table: Table) -> None:
    """Keys name columns that exist; key columns are never empty; names are unique; everything is described."""
    assert len(set(table.header)) == len(table.header)
    assert all(table.column(name).required for name in table.primary_key)
    assert set(table.unique) <= set(table.header)
    for key in table.foreign_keys:
        assert table.column(key.column).type == TABLES[key.table].column(key.key).type
    assert all(column.description.endswith((".", "。")) for column in table.columns)


def test_the_dictionary_names_every_column() -> None:
    text = markdown()
    for table in TABLES.values():
        assert f"## {table.name}\n" in text
        assert all(f"| `{name}` |" in text for name in table.header)


FINDING: Row = {"doc_id": "d0123456789ab", "severity": "info", "code": "c", "message": "m", "start": 1, "end": 2}
COUNT: Row = {
    "count_id": "d0123456789ab-c3",
    "doc_id": "d0123456789ab",
    "section_id": None,
    "start": 3,
    "end": 5,
    "text": "五个",
    "value": Decimal(5),
    "value_max": None,
    "unit": "个",
    "comparator": "eq",
    "item": "中心",
    "role": "target",
    "corrected": None,
}
AT = "table counts, row d0123456789ab-c3, column "


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"value": None}, AT + "value: is empty"),
        ({"text": ""}, AT + "text: is empty"),
        ({"value": "5"}, AT + "value: '5' is not a number"),
        ({"start": True}, AT + "start: True is not a integer"),
        ({"unit": date(2025, 1, 1)}, AT + "unit: datetime.date(2025, 1, 1) is not a string"),
        ({"role": "goal"}, AT + "role: 'goal' is not one of target, achieved, change, structure, other"),
        ({"start": -1}, AT + "start: -1 is below 0"),
        ({"value": Decimal("NaN")}, AT + "value: NaN is not a number that can be written"),
        ({"doc_id": "d1"}, AT + "doc_id: 'd1' does not match d[0-9a-f]{12}"),
        ({"more": None}, AT + "more: is missing or not in the schema"),
    ],
)
def test_rows_that_break_the_schema(change: Row, message: str) -> None:
    with pytest.raises(TableError) as raised:
        check_rows(TABLES["counts"], [COUNT | change])
    assert str(raised.value) == message


def test_two_rows_of_one_key() -> None:
    with pytest.raises(TableError, match="column count_id: d0123456789ab-c3 stands there twice"):
        check_rows(TABLES["counts"], [COUNT, COUNT])


def test_a_reference_that_leads_nowhere() -> None:
    with pytest.raises(TableError, match=r"column section_id: 'd1-s0' is not in sections\.section_id"):
        check_references(TABLES["counts"], [COUNT | {"section_id": "d1-s0"}], {("sections", "section_id"): {"d1-s1"}})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({}, None),
        ({"text": "五座"}, AT + "text: '五座' is not text[3:5], which is '五个'"),
        ({"end": 99}, AT + "end: 3:99 is no stretch of a text of 8 characters"),
        ({"end": 3}, AT + "end: 3:3 is no stretch of a text of 8 characters"),
        ({"end": None}, AT + "start: start and end must both stand there or neither"),
    ],
)
def test_spans(change: Row, message: str | None) -> None:
    text = "新建了五个中心。"
    if message is None:
        check_spans(TABLES["counts"], [COUNT | change], text)
        return
    with pytest.raises(TableError) as raised:
        check_spans(TABLES["counts"], [COUNT | change], text)
    assert str(raised.value) == message


def test_findings_may_have_no_place_or_a_point() -> None:
    check_spans(TABLES["findings"], [FINDING | {"start": None, "end": None}, FINDING | {"end": 1}], "甲乙")


def in_table(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(output: Path) -> None:
        path = table_path(output, name)
        data = path.read_bytes().decode()
        assert old in data
        path.write_bytes(data.replace(old, new, 1).encode())

    return change


def cut_text(output: Path) -> None:
    (path,) = text_path(output, "x").parent.iterdir()
    path.write_text(path.read_text("utf-8")[:-1], "utf-8")


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (in_table("counts", ",50,,个", ",5e1,,个"), "column value: '5e1' is not a plain decimal number"),
        (in_table("counts", "count_id,doc_id", "doc_id,count_id"), "table counts, row header, column order: differs from the schema"),
        (in_table("deadlines", "2025-12-31", "2025-12-32"), "column date_to: day is out of range for month"),
        (in_table("policies", "policy_id,", "id,"), "table policies, row header, column id, policy_id: differs from the schema"),
        (in_table("sections", ",1,一、", ",0,一、"), "column level: 0 is below 1"),
        (in_table("task_agencies", "support", "helps"), "column role: 'helps' is not one of lead, support"),
        (in_table("documents", ",ok,", ",ok,,"), "has 16 cells, not 15"),
        (cut_text, "is no stretch of a text of"),
    ],
)
def test_a_damaged_folder_is_noticed(tmp_path: Path, damage: Callable[[Path], None], message: str) -> None:
    publish([plan()], tmp_path)
    damage(tmp_path)
    with pytest.raises(TableError) as raised:
        verify(tmp_path)
    assert message in str(raised.value)


def test_a_sound_folder_passes(tmp_path: Path) -> None:
    assert publish([plan(), news("新闻")], tmp_path).rows == verify(tmp_path)

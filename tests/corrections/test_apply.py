"""Corrections in published tables: what is put right, what follows from it, what no longer matches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pipeline.corrections import Correction
from pipeline.corrections.cells import CORRECTABLE
from pipeline.tables import ids
from pipeline.tables.publish import publish
from pipeline.tables.schema import TABLES
from pipeline.tables.verify import verify
from tests.published import rows
from tests.tables.invented import PLAN, TEXT, news, plan

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = "云岚/规划.html"
DOC = ids.doc_id(SOURCE)
GOAL = f"{DOC}-t{TEXT.index('建成数据中心')}"
COUNT = f"{DOC}-c{TEXT.index('50个以上')}"
TASK = f"{DOC}-k{TEXT.index('（一）')}"
NOTE = "(王敏: 原文如此)"


def line(number: int = 2, **given: str) -> Correction:
    known: dict[str, Any] = dict.fromkeys(("id", "source", "words", "table", "column", "value"), "")
    return Correction(number, **(known | {"who": "王敏", "why": "原文如此"} | given))


def outcome(output: Path) -> tuple[str, str]:
    (only,) = rows(output, "corrections")
    return only["outcome"], only["message"]


CELLS = [
    (line(id=GOAL, column="value", value="60"), "targets", "value", "60", f"value was 50 {NOTE}", "by the row's id"),
    (line(id=GOAL, column="value", value="1,200"), "targets", "value", "1200", f"value was 50 {NOTE}", "a thousands separator"),
    (
        line(id=GOAL, column="deadline_date", value="2026/6/5"),
        "targets",
        "deadline_date",
        "2026-06-05",
        f"deadline_date was 2025-12-31 {NOTE}",
        "a date as Excel shows it",
    ),
    (line(id=GOAL, column="deadline_date", value=""), "targets", "deadline_date", "", f"deadline_date was 2025-12-31 {NOTE}", "a cell emptied"),
    (line(id=GOAL, column="value_max", value="80"), "targets", "value_max", "80", f"value_max was empty {NOTE}", "a cell filled"),
    (line(source=SOURCE, words="建成数据中心50个以上", column="value", value="60"), "targets", "value", "60", f"value was 50 {NOTE}", "by its words"),
    (
        line(source=SOURCE, words="数据中心 50个", column="value", value="60"),
        "targets",
        "value",
        "60",
        f"value was 50 {NOTE}",
        "by part of them, spaced otherwise",
    ),
    (
        line(source=SOURCE, words="50个以上", column="role", value="other"),
        "counts",
        "role",
        "other",
        f"role was target {NOTE}",
        "only counts have a role",
    ),
    (line(source=SOURCE, column="genre", value="other"), "documents", "genre", "other", f"genre was policy {NOTE}", "of the document"),
    (line(id=TASK, column="kind", value="safeguard"), "tasks", "kind", "safeguard", f"kind was task {NOTE}", "of a task"),
]


@pytest.mark.parametrize(("correction", "table", "column", "value", "told", "why"), CELLS)
def test_a_cell_is_put_right(tmp_path: Path, correction: Correction, table: str, column: str, value: str, told: str, why: str) -> None:
    publish([plan()], tmp_path, corrections=[correction])
    row = rows(tmp_path, table)[0]
    assert (row[column], row["corrected"]) == (value, told), why
    assert outcome(tmp_path)[0] == "applied"
    verify(tmp_path)


def test_a_target_and_its_quantity_say_the_same(tmp_path: Path) -> None:
    for correction in (line(id=GOAL, column="value", value="60"), line(id=COUNT, column="value", value="60")):
        publish([plan()], tmp_path, corrections=[correction])
        assert (rows(tmp_path, "counts")[0]["value"], rows(tmp_path, "targets")[0]["value"]) == ("60", "60")
    publish([plan()], tmp_path, corrections=[line(id=COUNT, column="item", value="云数据中心")])
    assert rows(tmp_path, "targets")[0]["indicator"] == "云数据中心"


def test_the_comparison_shows_what_was_put_right(tmp_path: Path) -> None:
    publish([plan()], tmp_path, corrections=[line(id=GOAL, column="value", value="60")])
    assert {row["value"] for row in rows(tmp_path, "comparison_long") if row["unit"]} == {"60"}


def test_a_corrected_figure_ends_a_conflict(tmp_path: Path) -> None:
    summary = publish([plan(), news("一.txt", "60")], tmp_path)
    assert summary.findings["warning", "conflict"] == 1
    (wrong,) = (row["target_id"] for row in rows(tmp_path, "targets") if row["value"] == "60")
    summary = publish([plan(), news("一.txt", "60")], tmp_path, corrections=[line(id=wrong, column="value", value="50")])
    assert not summary.findings
    assert "agreed" in {row["agreement"] for row in rows(tmp_path, "comparison_long")}


def test_a_row_is_taken_out(tmp_path: Path) -> None:
    publish([plan()], tmp_path, corrections=[line(id=COUNT, column="row", value="delete")])
    assert rows(tmp_path, "counts") == []
    assert [row["kind"] for row in rows(tmp_path, "targets")] == ["qualitative"]
    publish([plan()], tmp_path, corrections=[line(id=GOAL, column="row", value="delete")])
    assert [row["kind"] for row in rows(tmp_path, "targets")] == ["qualitative"]
    assert [row["role"] for row in rows(tmp_path, "counts")] == ["other"]
    publish([plan()], tmp_path, corrections=[line(id=TASK, column="row", value="delete")])
    assert (len(rows(tmp_path, "tasks")), rows(tmp_path, "task_agencies")) == (1, [])
    verify(tmp_path)


def test_a_quantity_that_is_a_target_has_a_target(tmp_path: Path) -> None:
    back = [line(2, id=COUNT, column="role", value="achieved"), line(3, id=COUNT, column="role", value="target")]
    publish([plan()], tmp_path, corrections=back[:1])
    assert [row["kind"] for row in rows(tmp_path, "targets")] == ["qualitative"]
    publish([plan()], tmp_path, corrections=back)
    made = next(row for row in rows(tmp_path, "targets") if row["kind"] == "quantitative")
    assert (made["text"], made["value"], made["count_id"], made["corrected"]) == ("50个以上", "50", COUNT, f"row was missing {NOTE}")
    verify(tmp_path)


def test_agencies_of_a_task_stand_in_their_table_too(tmp_path: Path) -> None:
    publish(
        [plan()],
        tmp_path,
        corrections=[line(2, id=TASK, column="agencies", value="省统计局；省数据局"), line(3, id=TASK, column="lead_agency", value="省统计局")],
    )
    assert [(row["agency"], row["role"], row["position"]) for row in rows(tmp_path, "task_agencies")] == [
        ("省统计局", "lead", "1"),
        ("省数据局", "support", "2"),
    ]
    verify(tmp_path)


def test_a_policy_is_put_right(tmp_path: Path) -> None:
    publish([plan()], tmp_path)
    (policy,) = rows(tmp_path, "policies")
    publish(
        [plan()],
        tmp_path,
        corrections=[line(id=policy["policy_id"], column="region", value="云岚市"), line(3, id="p" + "0" * 12, column="region", value="云岚市")],
    )
    assert rows(tmp_path, "policies")[0]["region"] == "云岚市"
    assert {row["region"] for row in rows(tmp_path, "comparison_long")} == {"云岚市"}
    assert [row["outcome"] for row in rows(tmp_path, "corrections")] == ["applied", "unmatched"]


NOT_APPLIED = [
    (line(id=f"{DOC}-t999", column="value", value="60"), "unmatched", f"{SOURCE} has no row {DOC}-t999 any more"),
    (line(id=GOAL, words="高速公路", column="value", value="60"), "unmatched", f"{SOURCE} has no row {GOAL} that says '高速公路'"),
    (line(id=GOAL, source="别的.html", column="value", value="60"), "unmatched", f"{GOAL} is of '{SOURCE}', not of '别的.html'"),
    (line(source=SOURCE, words="高速公路", column="value", value="60"), "unmatched", f"{SOURCE} has no row that says '高速公路'"),
    (
        line(source="云岚/规划.htm", words="数据中心", column="value", value="60"),
        "unmatched",
        f"there is no document '云岚/规划.htm'; did you mean '{SOURCE}'?",
    ),
    (line(source=SOURCE, words="数", table="tasks", column="title", value="新"), "ambiguous", f"'数' stands in 2 rows ({TASK}, "),
    (line(id=GOAL, table="tasks", column="title", value="新"), "invalid", f"{GOAL} is of targets, not of tasks"),
    (line(source=SOURCE, words=PLAN, table="policies", column="region", value="云岚市"), "invalid", "a policy is named by its id alone"),
    (line(id=GOAL, column="value", value="50"), "needless", "it says so already; the line is no longer needed"),
    (line(id=GOAL, column="value", value="五十"), "invalid", "'五十' is no number: write 1200 or 12.5"),
    (line(id=GOAL, column="deadline_date", value="2025-02-30"), "invalid", "'2025-02-30' is no date: day is out of range for month"),
    (line(id=GOAL, column="strength", value="weak"), "invalid", "'weak' does not do for targets.strength: it 'weak' is not one of firm, strive"),
    (line(id=GOAL, column="indicator", value=""), "invalid", "'' does not do for targets.indicator: it is empty"),
    (line(id=GOAL, column="comparator", value=""), "invalid", "'' does not do for counts.comparator: it is empty"),
    (line(id=GOAL, column="start", value="1"), "invalid", "'start' is no column that can be corrected (targets: indicator, action"),
    (line(id="t120", column="value", value="1"), "invalid", "'t120' is no id of a row: copy it from the first column of a table"),
    (line(column="value", value="1"), "invalid", "give the id of a row, or the source of a document and words of the row"),
    (line(id=GOAL, table="goals", column="value", value="1"), "invalid", "'goals' is no table that can be corrected: documents, policies"),
    (line(id=GOAL, column="row", value="remove"), "invalid", "in the column row the value is delete, which takes the row out"),
]


@pytest.mark.parametrize(("correction", "kind", "message"), NOT_APPLIED)
def test_what_is_not_applied_is_told(tmp_path: Path, correction: Correction, kind: str, message: str) -> None:
    summary = publish([plan()], tmp_path, corrections=[correction])
    found, told = outcome(tmp_path)
    assert found == kind
    assert told.startswith(message)
    assert summary.corrections == {kind: 1}
    assert not any(row["corrected"] for row in rows(tmp_path, "targets"))


def test_what_no_longer_matches_is_a_finding_of_its_document(tmp_path: Path) -> None:
    publish([plan()], tmp_path, corrections=[line(7, id=f"{DOC}-t999", column="value", value="60")])
    (finding,) = rows(tmp_path, "findings")
    assert (finding["doc_id"], finding["code"]) == (DOC, "correction-unmatched")
    assert finding["message"] == f"Line 7 of the corrections: {SOURCE} has no row {DOC}-t999 any more"


def test_every_correctable_column_stands_in_the_schema() -> None:
    for table, columns in CORRECTABLE.items():
        assert {*columns, "corrected"} <= {*TABLES[table].header}
        assert not {*columns} & {*TABLES[table].primary_key, "start", "end", "text", "doc_id"}


LINES = st.builds(
    line,
    number=st.integers(2, 99),
    id=st.sampled_from([GOAL, COUNT, TASK, DOC, f"{DOC}-s0", f"{DOC}-t9", ""]),
    source=st.sampled_from(["", SOURCE]),
    words=st.sampled_from(["", "数据", "50个以上", "建设云平台"]),
    table=st.sampled_from(["", *CORRECTABLE]),
    column=st.sampled_from(["row", *sorted({column for columns in CORRECTABLE.values() for column in columns})]),
    value=st.sampled_from(["", "delete", "60", "2026-01-01", "target", "achieved", "省统计局；省数据局", PLAN]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.lists(LINES, max_size=6, unique_by=lambda one: one.line))
@example([line(2, id=GOAL, column="comparator", value="")])
def test_tables_keep_the_schema_whatever_is_corrected(tmp_path: Path, lines: list[Correction]) -> None:
    publish([plan(), news("一.txt")], tmp_path, corrections=lines)
    assert verify(tmp_path)["corrections"] == len(lines)

"""Which rows of an edited document are the same, which changed, which came and went."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.changes.pairing import Cells, Change, changes_between
from pipeline.changes.since import COMPARED
from pipeline.tables.schema import TABLES


def goal(at: int, indicator: str = "数据中心", value: str = "50", due: str = "2025-12-31", text: str = "建成数据中心50个") -> Cells:
    return {
        "target_id": f"d-t{at}",
        "start": str(at),
        "text": text,
        "kind": "quantitative",
        "indicator": indicator,
        "unit": "个",
        "value": value,
        "deadline_date": due,
    }


def told(before: list[Cells], after: list[Cells]) -> list[tuple[str, str, str, str, str]]:
    return [(one.id, one.change, one.column, one.before, one.after) for one in changes_between("targets", COMPARED["targets"], before, after)]


CASES = [
    ([goal(10)], [goal(10)], [], "the same row"),
    ([goal(10)], [goal(34)], [], "the same row, moved by a paragraph put before it"),
    ([goal(10)], [goal(10, value="60")], [("d-t10", "changed", "value", "50", "60")], "a figure raised"),
    (
        [goal(10)],
        [goal(34, value="60", text="建成数据中心60个")],
        [("d-t34", "changed", "text", "建成数据中心50个", "建成数据中心60个"), ("d-t34", "changed", "value", "50", "60")],
        "a figure raised in a text that moved: one row changed, not one gone and one come",
    ),
    ([goal(10)], [goal(10, indicator="云中心")], [("d-t10", "changed", "indicator", "数据中心", "云中心")], "the same words read otherwise"),
    (
        [goal(10)],
        [goal(10, indicator="高速公路", text="建成高速公路50个")],
        [("d-t10", "added", "", "", "建成高速公路50个 | 2025-12-31"), ("d-t10", "removed", "", "建成数据中心50个 | 2025-12-31", "")],
        "another row where one stood: its id says nothing",
    ),
    ([], [goal(10)], [("d-t10", "added", "", "", "建成数据中心50个 | 2025-12-31")], "a row that came"),
    ([goal(10)], [], [("d-t10", "removed", "", "建成数据中心50个 | 2025-12-31", "")], "a row that went"),
    ([goal(10), goal(20)], [goal(20)], [("d-t10", "removed", "", "建成数据中心50个 | 2025-12-31", "")], "of two alike the one that stays is named"),
    ([goal(10), goal(20, due="")], [goal(20, due=""), goal(30)], [], "paired by what they say, whatever their order"),
]


@pytest.mark.parametrize(("before", "after", "expected", "why"), CASES)
def test_rows_of_a_document(before: list[Cells], after: list[Cells], expected: list[tuple[str, ...]], why: str) -> None:
    assert told(before, after) == expected, why


GOALS = st.lists(st.builds(goal, st.integers(0, 40), st.sampled_from(["数据中心", "云中心"]), st.sampled_from(["50", "60"])), max_size=6)


@given(GOALS, GOALS)
def test_rows_come_and_go_as_many_as_the_tables_differ(before: list[Cells], after: list[Cells]) -> None:
    changes = told(before, after)
    added, removed = (sum(one[1] == kind for one in changes) for kind in ("added", "removed"))
    assert len(after) - len(before) == added - removed


@given(GOALS)
def test_the_same_rows_have_no_changes(rows: list[Cells]) -> None:
    assert told(rows, [dict(row) for row in rows]) == []


def test_every_compared_column_stands_in_the_schema() -> None:
    for name, how in COMPARED.items():
        columns = {*TABLES[name].header}
        assert {*how.id, *how.about, *how.words, how.together} <= columns, name


def test_a_change_names_its_table() -> None:
    (change,) = changes_between("targets", COMPARED["targets"], [], [goal(10)])
    assert change == Change("targets", "d-t10", "added", "", "", "建成数据中心50个 | 2025-12-31")

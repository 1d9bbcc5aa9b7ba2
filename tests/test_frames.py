"""Tables as data frames: every column, typed, null where the table is null."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import zhengce
from pipeline.process import process
from pipeline.tables.publish import publish

PLAN = "青汀市智慧航运行动方案（2021—2023年）\n到2023年底，建成智慧码头12个以上，货运量达到1.5亿吨，提高3—5个百分点。每年发布报告。\n"


@pytest.fixture(scope="module")
def extraction() -> zhengce.Extraction:
    return zhengce.extract(PLAN, "plan.txt")


def test_columns_are_typed(extraction: zhengce.Extraction) -> None:
    counts = extraction.frame("counts")
    assert list(counts["value"]) == [12, 150000000, 3]
    assert counts["value_max"].isna().tolist() == [True, True, False]
    assert counts["start"].dtype == "Int64"
    assert extraction.frame("deadlines")["date_to"].iloc[0] == pd.Timestamp("2023-12-31")


def test_an_empty_table_has_its_columns(extraction: zhengce.Extraction) -> None:
    tasks = extraction.frame("tasks")
    assert len(tasks) == 0
    assert {"label", "title", "lead_agency"} <= set(tasks.columns)


def test_a_table_that_does_not_exist(extraction: zhengce.Extraction) -> None:
    with pytest.raises(KeyError, match="quantities"):
        extraction.frame("quantities")


def test_published_tables_are_the_same(extraction: zhengce.Extraction, tmp_path: Path) -> None:
    publish([process(PLAN.encode(), "plan.txt")], tmp_path)
    loaded = zhengce.load(tmp_path)
    for name in ("counts", "deadlines", "targets", "sections"):
        pd.testing.assert_frame_equal(loaded[name], extraction.frame(name))


def test_a_folder_without_tables(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"is .* the output folder of a run"):
        zhengce.load(tmp_path)

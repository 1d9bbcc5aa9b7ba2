"""Two runs into one folder: `changes.csv` tells how the second's tables differ from the first's."""

from __future__ import annotations

import csv
import os
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.tables.publish import publish
from pipeline.tables.verify import verify
from tests.published import rows
from tests.tables.invented import news, plan
from zhengce.report import lines

if TYPE_CHECKING:
    from pathlib import Path


def told(output: Path, table: str) -> list[tuple[str, str, str, str]]:
    return [(row["change"], row["column"], row["before"], row["after"]) for row in rows(output, "changes") if row["table"] == table]


def test_the_first_run_says_so(tmp_path: Path) -> None:
    summary = publish([plan()], tmp_path)
    assert rows(tmp_path, "changes") == []
    assert summary.changes.since is None
    assert "changes: none to tell, this is the first run into this folder" in lines(summary)


def test_a_run_over_the_same_documents_has_none(tmp_path: Path) -> None:
    publish([plan(), news("一.txt")], tmp_path)
    summary = publish([news("一.txt"), plan()], tmp_path)
    assert rows(tmp_path, "changes") == []
    assert summary.changes.since
    assert any(line.startswith("changes: none since 20") for line in lines(summary))


def test_a_new_document_is_told_with_its_rows(tmp_path: Path) -> None:
    publish([plan()], tmp_path)
    os.utime(tmp_path / "datapackage.json", (1_795_228_205, 1_795_228_205))
    summary = publish([plan(), news("新/一.txt")], tmp_path)
    assert told(tmp_path, "documents") == [("added", "", "", f"新/一.txt | {news('新/一.txt').title}")]
    assert [change for change, *_ in told(tmp_path, "targets")] == ["added"]
    assert ("changed", "sources", "1", "2") in told(tmp_path, "comparison_long")
    assert {row["since"] for row in rows(tmp_path, "changes")} == {"2026-11-21T02:30:05Z"}
    assert sum(summary.changes.counts.values()) == len(rows(tmp_path, "changes")) == verify(tmp_path)["changes"]


def test_a_document_taken_away_is_told_with_its_rows(tmp_path: Path) -> None:
    publish([plan(), news("一.txt")], tmp_path)
    publish([news("一.txt")], tmp_path)
    assert told(tmp_path, "documents") == [("removed", "", f"云岚/规划.html | {plan().title}", "")]
    assert {change for change, *_ in told(tmp_path, "tasks")} == {"removed"}


def test_a_figure_that_changed_is_one_change(tmp_path: Path) -> None:
    before = plan()
    (count,), (first, second) = before.facts.counts, before.facts.targets
    after = replace(
        before,
        facts=replace(before.facts, counts=[replace(count, value=Decimal(60))], targets=[replace(first, value=Decimal(60)), second]),
    )
    publish([before], tmp_path)
    publish([after], tmp_path)
    for table in ("counts", "targets", "comparison_long"):
        assert told(tmp_path, table) == [("changed", "value", "50", "60")], table


def test_a_date_that_changed_is_a_change_of_the_row(tmp_path: Path) -> None:
    before = plan()
    first, second = before.facts.targets
    publish([before], tmp_path)
    publish([replace(before, facts=replace(before.facts, targets=[replace(first, deadline_date=date(2026, 12, 31)), second]))], tmp_path)
    assert told(tmp_path, "targets") == [("changed", "deadline_date", "2025-12-31", "2026-12-31")]


def test_tables_of_another_version_are_compared_where_they_agree(tmp_path: Path) -> None:
    """A column that only one has is no change of every row, a table that only one has is not all new."""
    publish([plan()], tmp_path)
    path = tmp_path / "tables" / "targets.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        (header, *cells) = csv.reader(file)
    at = header.index("strength")
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([[*line[:at], *line[at + 1 :], "gone"] for line in (header, *cells)])
    (tmp_path / "tables" / "tasks.csv").unlink()
    summary = publish([plan()], tmp_path)
    assert (summary.changes.unread, rows(tmp_path, "changes")) == ("", [])


def test_tables_that_cannot_be_read_cost_nothing(tmp_path: Path) -> None:
    publish([plan()], tmp_path)
    (tmp_path / "tables" / "counts.csv").write_bytes(b"\xff\xfe\x00")
    summary = publish([plan()], tmp_path)
    assert rows(tmp_path, "changes") == []
    assert summary.changes.unread
    assert any("cannot be compared with" in line for line in lines(summary))
    assert verify(tmp_path)["counts"] == 1

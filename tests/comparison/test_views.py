"""The views: what is due when, and who has what to do, over the policies of several documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from pipeline.comparison.agencies import agency_key
from pipeline.tables.ids import doc_id
from pipeline.tables.publish import publish
from pipeline.tables.verify import verify
from tests.published import rows
from tests.tables.invented import TEXT, news, plan

if TYPE_CHECKING:
    from pathlib import Path

NAMES = [
    ("省发展和改革委员会", "省发展改革委", "the full name"),
    ("省发改委", "省发展改革委", "the abbreviation"),
    ("省发展改革委", "省发展改革委", "the name it is compared under"),
    ("市发改委", "市发展改革委", "another level is another body"),
    ("国家发展改革委", "国家发展改革委", "the national one"),
    ("云岚市市场监督管理局", "云岚市市场监管局", "with its place"),
    ("省人力资源和社会保障厅", "省人力资源社会保障厅", "with 和"),
    ("人社厅", "人力资源社会保障厅", "without its level"),
    ("住房城乡建设委", "住房城乡建设委", "one name is not read as another that it ends with"),
    ("市住建委", "市住房城乡建设委", "an abbreviation of three characters"),
    ("省委 编办", "省编办", "a stray space, the party side"),
    ("云岚大学", "云岚大学", "a body of no list"),
    ("各市（区）政府", "各市（区）政府", "governments as written"),
]


#: The plan and one page of news, the policy's own text first.
BOTH = f"{doc_id(plan().source)}；{doc_id('一.txt')}"


@pytest.mark.parametrize(("agency", "expected", "why"), NAMES)
def test_names_of_agencies(agency: str, expected: str, why: str) -> None:
    assert agency_key(agency) == expected, why
    assert agency_key(expected) == expected, "a key is its own key"


def test_targets_and_tasks_stand_by_their_dates(tmp_path: Path) -> None:
    document = plan()
    first, second = document.facts.tasks
    facts = replace(document.facts, tasks=[replace(first, deadline_date=date(2022, 6, 30)), second])
    publish([replace(document, facts=facts), news("一.txt")], tmp_path)
    told = [(row["deadline_date"], row["kind"], row["what"], row["amount"], row["lead_agency"], row["sources"]) for row in rows(tmp_path, "timeline")]
    assert told == [
        ("2022-06-30", "task", "建设云平台", "", "省数据局", "1"),
        ("2025-12-31", "qualitative", "基本形成数字治理体系", "", "", "1"),
        ("2025-12-31", "quantitative", "数据中心", "≥50", "", "2"),
    ]
    assert rows(tmp_path, "timeline")[2]["doc_ids"] == BOTH
    verify(tmp_path)


def test_what_is_due_on_no_date_is_not_in_the_timeline(tmp_path: Path) -> None:
    document = plan()
    undated = [replace(target, deadline_date=None) for target in document.facts.targets]
    publish([replace(document, facts=replace(document.facts, targets=undated))], tmp_path)
    assert rows(tmp_path, "timeline") == []


def test_a_task_of_two_agencies_has_two_rows(tmp_path: Path) -> None:
    publish([plan()], tmp_path)
    told = [(row["agency"], row["role"], row["title"], row["label"]) for row in rows(tmp_path, "tasks_by_agency")]
    assert sorted(told) == [("省数据局", "lead", "建设云平台", "（一）"), ("省财政厅", "support", "建设云平台", "（一）")]
    verify(tmp_path)


def test_agencies_with_most_tasks_come_first_under_one_name(tmp_path: Path) -> None:
    document = plan()
    first, second = document.facts.tasks
    agencies = tuple(replace(agency, name="省财政局", role="support") for agency in first.agencies[:1])
    both = replace(document.facts, tasks=[first, replace(second, agencies=(*agencies, replace(first.agencies[1], name="省财政厅")))])
    publish([replace(document, facts=both)], tmp_path)
    assert [row["agency"] for row in rows(tmp_path, "tasks_by_agency")][:2] == ["省财政厅", "省财政厅"]


def test_a_task_told_by_the_policy_and_by_news_is_one(tmp_path: Path) -> None:
    document, told = plan(), news("一.txt")
    task = document.facts.tasks[0]
    place = replace(task, start=0, end=4, text=told.text[:4], section=None, parent=None)
    publish([document, replace(told, facts=replace(told.facts, tasks=[place]))], tmp_path)
    found = [row for row in rows(tmp_path, "tasks_by_agency") if row["agency"] == "省数据局"]
    assert [(row["sources"], row["doc_ids"]) for row in found] == [("2", BOTH)]
    assert found[0]["task_id"].endswith(f"-k{TEXT.index('（一）')}"), "the policy's own text is shown"


def test_tasks_of_one_title_in_one_document_stay_apart(tmp_path: Path) -> None:
    document = plan()
    first, second = document.facts.tasks
    twice = replace(document.facts, tasks=[first, replace(second, title=first.title, agencies=first.agencies)])
    publish([replace(document, facts=twice)], tmp_path)
    assert len([row for row in rows(tmp_path, "tasks_by_agency") if row["agency"] == "省数据局"]) == 2


def test_rows_of_the_long_table_name_their_targets(tmp_path: Path) -> None:
    publish([plan(), news("一.txt")], tmp_path)
    known = {row["target_id"] for row in rows(tmp_path, "targets")}
    for row in rows(tmp_path, "comparison_long"):
        assert {*row["target_ids"].split("；")} <= known
        assert len({one.partition("-")[0] for one in row["target_ids"].split("；")}) == int(row["sources"])

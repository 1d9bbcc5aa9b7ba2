"""The whole table stage: what stands in the files for documents of known facts."""

from __future__ import annotations

import csv
import filecmp
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.records import Count, Facts, Finding, Section
from pipeline.tables import ids
from pipeline.tables.check import TableError
from pipeline.tables.files import read_table, read_text
from pipeline.tables.publish import Summary, publish, tables_of
from pipeline.tables.schema import TABLES
from pipeline.tables.staging import PublishError
from pipeline.tables.verify import verify
from tests.published import rows
from tests.tables.invented import PLAN, TEXT, document, news, plan, rejected, target

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from pipeline.result import DocumentResult
    from pipeline.tables.model import Row


def values(output: Path, name: str) -> list[Row]:
    return list(read_table(output, TABLES[name]))


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def corpus() -> list[DocumentResult]:
    return [plan(), news("新闻/一.txt"), news("新闻/二.txt", "60"), document("其他.txt", "无关。"), rejected("坏.bin")]


def test_cells_of_any_length_are_read_back(tmp_path: Path) -> None:
    publish([replace(plan(), author="云" * 200_000)], tmp_path)
    csv.field_size_limit(131_072)  # Python's own
    assert [len(str(row["author"])) for row in values(tmp_path, "documents")] == [200_000]


def test_every_table_is_written_and_described(tmp_path: Path, corpus: list[DocumentResult]) -> None:
    summary = publish(corpus, tmp_path)
    assert {path.stem for path in (tmp_path / "tables").glob("*.csv")} == set(TABLES)
    assert summary.rows["documents"] == 5
    assert summary.documents == {"ok": 4, "rejected": 1}
    assert summary.findings == {("error", "undecodable"): 1, ("warning", "conflict"): 1}
    assert verify(tmp_path) == summary.rows


def test_rows_of_a_policy(tmp_path: Path) -> None:
    """One document with a fact of every kind, table by table."""
    publish([plan()], tmp_path)
    name = ids.doc_id("云岚/规划.html")
    (doc,) = rows(tmp_path, "documents")
    assert (doc["doc_id"], doc["source"], doc["chars"], doc["published"]) == (name, "云岚/规划.html", str(len(TEXT)), "")
    (policy,) = rows(tmp_path, "policies")
    assert doc["policy_id"] == policy["policy_id"]
    assert (policy["title"], policy["region"], policy["issuer"]) == (PLAN, "云岚省", "云岚省人民政府")
    assert (policy["period_start"], policy["period_end"]) == ("2021", "2025")
    goals, tasks, platform, data = rows(tmp_path, "sections")
    assert (goals["parent_id"], platform["parent_id"], data["parent_id"]) == ("", tasks["section_id"], tasks["section_id"])
    (count,) = rows(tmp_path, "counts")
    assert (count["section_id"], count["text"], count["value"], count["value_max"]) == (goals["section_id"], "50个以上", "50", "")
    (deadline,) = rows(tmp_path, "deadlines")
    assert (deadline["date_from"], deadline["date_to"]) == ("", "2025-12-31")
    centres, system = rows(tmp_path, "targets")
    assert (centres["count_id"], centres["deadline_id"]) == (count["count_id"], deadline["deadline_id"])
    assert (system["kind"], system["value"], system["policy_id"]) == ("qualitative", "", policy["policy_id"])
    build, opened = rows(tmp_path, "tasks")
    assert (build["section_id"], build["lead_agency"], build["agencies"]) == (platform["section_id"], "省数据局", "省数据局；省财政厅")
    assert (opened["declared"], opened["agencies"]) == ("2", "")
    assert [(row["task_id"], row["agency"], row["role"], row["position"]) for row in rows(tmp_path, "task_agencies")] == [
        (build["task_id"], "省数据局", "lead", "1"),
        (build["task_id"], "省财政厅", "support", "2"),
    ]


def test_files_are_as_the_contract_says(tmp_path: Path) -> None:
    """UTF-8 with a mark for Excel, RFC 4180 lines; the text as it is."""
    publish([plan()], tmp_path)
    data = (tmp_path / "tables" / "counts.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfcount_id,doc_id,")
    assert data.count(b"\r\n") == 2
    assert data.endswith(b"\r\n")
    text = (tmp_path / "texts" / f"{ids.doc_id('云岚/规划.html')}.txt").read_bytes()
    assert text == TEXT.encode()


def test_text_at_the_offsets_is_the_rows_text(tmp_path: Path, corpus: list[DocumentResult]) -> None:
    publish(corpus, tmp_path)
    for name in ("counts", "deadlines", "targets", "tasks", "mentions"):
        for row in rows(tmp_path, name):
            assert read_text(tmp_path, row["doc_id"])[int(row["start"]) : int(row["end"])] == row["text"]


def test_one_fact_told_by_several_documents(tmp_path: Path) -> None:
    """Three articles and the policy agree: one row, four sources, the policy's own text first."""
    publish([news("新闻/a"), news("新闻/b"), plan(), news("新闻/c", due=None)], tmp_path)
    row, _ = sorted(rows(tmp_path, "comparison_long"), key=lambda row: row["value"], reverse=True)
    assert (row["indicator_key"], row["comparator"], row["value"], row["unit"]) == ("数据中心", "ge", "50", "个")
    assert (row["sources"], row["agreement"], row["deadline_date"]) == ("4", "agreed", "2025-12-31")
    assert row["doc_ids"].split("；")[0] == ids.doc_id("云岚/规划.html")
    wide = [row for row in rows(tmp_path, "comparison") if row["unit"] == "个"]
    assert wide == [{"indicator_key": "数据中心", "subject": "", "unit": "个", "policies": "1", PLAN: "≥50 (2025-12-31)"}]


def test_documents_that_disagree(tmp_path: Path) -> None:
    """A conflict is one row, told by the policy's own text, and a finding at the article that differs quotes both."""
    publish([news("新闻/a", "60"), plan()], tmp_path)
    (row,) = (row for row in rows(tmp_path, "comparison_long") if row["unit"])
    assert (row["value"], row["sources"], row["agreement"]) == ("50", "2", "conflict")
    (cell,) = (row[PLAN] for row in rows(tmp_path, "comparison") if row["unit"])
    assert cell == "≥50 (2025-12-31) ≠ ≥60 (2025-12-31)"
    (finding,) = rows(tmp_path, "findings")
    assert (finding["doc_id"], finding["severity"], finding["code"]) == (ids.doc_id("新闻/a"), "warning", "conflict")
    assert "云岚将建成数据中心60个以上" in finding["message"]
    assert "建成数据中心50个以上" in finding["message"]
    assert "云岚/规划.html" in finding["message"]


def test_copies_count_once(tmp_path: Path) -> None:
    """The same file twice is a warning, the same text on another page is for information; neither adds a source."""
    first = news("新闻/a")
    publish([replace(first, source="新闻/b"), replace(first, source="新闻/c", content_sha256="0" * 64), first], tmp_path)
    assert [(row["severity"], row["code"], row["message"].split(";")[0]) for row in rows(tmp_path, "findings")] == [
        ("warning", "duplicate-document", "The same bytes as 新闻/a"),
        ("info", "duplicate-document", "The same text as 新闻/a"),
    ]
    (row,) = rows(tmp_path, "comparison_long")
    assert (row["sources"], row["agreement"]) == ("1", "single")


def test_nearly_the_same_text_counts_once(tmp_path: Path) -> None:
    """A site that puts words of its own around the text adds no source; its row stays and says whose text it is."""
    first = news("新闻/a")
    long = "".join(f"第{number}项：{place}新建水库{number * 7}座。" for number, place in enumerate(("青汀市", "临澜县", "云浦区", "山海街道") * 8, 1))
    whole = replace(first, text=f"{first.text}\n{long}")
    again = replace(whole, source="新闻/b", content_sha256="0" * 64, text=f"{whole.text}\n本网转载")
    publish([whole, again], tmp_path)
    copies = [row for row in rows(tmp_path, "findings") if row["code"] == "duplicate-document"]
    assert [row["message"] for row in copies] == ["Nearly the same text as 新闻/b; counted once in the comparison."]
    assert len(rows(tmp_path, "documents")) == 2
    assert {row["sources"] for row in rows(tmp_path, "comparison_long")} == {"1"}


def test_empty_documents_are_no_copies(tmp_path: Path) -> None:
    publish([rejected("a.bin"), rejected("b.bin")], tmp_path)
    assert {row["code"] for row in rows(tmp_path, "findings")} == {"undecodable"}


def test_inconsistent_facts_cost_their_document_alone(tmp_path: Path) -> None:
    """A fact whose words are not at its place takes the document's facts with it and leaves an error that says where."""
    wrong = Count(0, 2, "50", Decimal(50), None, "个", "eq", None, "other")
    broken = document("坏.txt", "三十个。", Facts(counts=[wrong]))
    publish([broken, plan()], tmp_path)
    assert [(row["source"], row["status"]) for row in rows(tmp_path, "documents")] == [("云岚/规划.html", "ok"), ("坏.txt", "partial")]
    assert len(rows(tmp_path, "counts")) == 1
    (finding,) = rows(tmp_path, "findings")
    assert finding["code"] == "inconsistent-facts"
    assert f"table counts, row {ids.doc_id('坏.txt')}-c0, column text: '50' is not text[0:2], which is '三十'" in finding["message"]


def test_a_reference_to_nothing_is_named(tmp_path: Path) -> None:
    section = Section(0, 3, 1, "一、", "", "other", 7, 2, 2)
    publish([document("坏.txt", "一、。", Facts(sections=[section]))], tmp_path)
    (finding,) = rows(tmp_path, "findings")
    assert "column parent_id: refers to number 7 of 1" in finding["message"]


def test_targets_of_a_page_without_policy_have_a_row_of_their_own(tmp_path: Path) -> None:
    text = "青汀市将建成公园30个。"
    page = document("页.html", text, Facts(targets=[target(text, "青汀市将建成公园30个", "30", None)]), title="青汀市公园明年增多")
    publish([page], tmp_path)
    (policy,) = rows(tmp_path, "policies")
    (row,) = rows(tmp_path, "targets")
    assert (policy["title"], policy["region"]) == ("青汀市公园明年增多", "青汀市")
    assert row["policy_id"] == policy["policy_id"] == rows(tmp_path, "documents")[0]["policy_id"]


def test_a_formula_in_a_page_is_defused_where_it_can_be(tmp_path: Path) -> None:
    text = '=HYPERLINK("http://example.org")达到50%\n'
    page = document("恶.html", text, Facts(targets=[target(text, text.strip(), "50", None)]), title="=1+1")
    publish([page], tmp_path)
    assert rows(tmp_path, "documents")[0]["title"] == "'=1+1"
    assert rows(tmp_path, "targets")[0]["text"] == text.strip()
    (finding,) = rows(tmp_path, "findings")
    assert (finding["severity"], finding["code"], finding["start"]) == ("warning", "formula-cell", "0")
    assert values(tmp_path, "documents")[0]["title"] == "=1+1"


def test_characters_no_file_can_hold(tmp_path: Path) -> None:
    """A lone surrogate, a carriage return, a control character: one character each, so that offsets hold."""
    publish([document("奇\ud800.txt", "甲\r\n乙\x00丙\ud800丁。")], tmp_path)
    (doc,) = rows(tmp_path, "documents")
    assert doc["source"] == "奇\ufffd.txt"
    assert read_text(tmp_path, doc["doc_id"]) == "甲\n\n乙 丙\ufffd丁。"


def test_two_documents_of_one_source_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TableError) as raised:
        publish([news("新闻/a"), news("新闻/a")], tmp_path)
    assert str(raised.value) == f"table documents, row {ids.doc_id('新闻/a')}, column source: '新闻/a' is given twice"


def test_a_run_that_fails_publishes_nothing(tmp_path: Path) -> None:
    """What was there stays, to the byte, and nothing of the failed run is left."""
    publish([plan()], tmp_path / "out")
    before = {name: (tmp_path / "out" / name).read_bytes() for name in names(tmp_path / "out")}
    with pytest.raises(TableError):
        publish([news("新闻/a"), news("新闻/a")], tmp_path / "out")
    assert {name: (tmp_path / "out" / name).read_bytes() for name in names(tmp_path / "out")} == before


def test_files_of_an_earlier_run_go_and_others_stay(tmp_path: Path) -> None:
    publish([plan(), news("新闻/a")], tmp_path)
    (tmp_path / "notes.md").write_text("mine")
    (tmp_path / "tables" / "old.csv").write_text("stale")
    publish([plan()], tmp_path)
    assert (tmp_path / "notes.md").read_text() == "mine"
    assert not (tmp_path / "tables" / "old.csv").exists()
    assert [path.stem for path in (tmp_path / "texts").iterdir()] == [ids.doc_id("云岚/规划.html")]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["datapackage.json", "notes.md", "tables", "texts"]


def test_an_output_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(PublishError, match="is a file; the output must be a folder"):
        publish([plan()], tmp_path / "out")


def test_two_runs_are_byte_identical(tmp_path: Path, corpus: list[DocumentResult]) -> None:
    """Also when the documents come in another order."""
    publish(corpus, tmp_path / "a")
    publish(reversed(corpus), tmp_path / "b")
    assert names(tmp_path / "a") == names(tmp_path / "b")
    _, different, broken = filecmp.cmpfiles(tmp_path / "a", tmp_path / "b", names(tmp_path / "a"), shallow=False)
    assert (different, broken) == ([], [])


@settings(max_examples=12)
@given(
    st.lists(st.tuples(st.text("甲乙丙abc/ .#", min_size=1, max_size=8), st.integers(1, 99)), max_size=5, unique_by=lambda pair: pair[0]),
    st.randoms(),
)
def test_ids_do_not_depend_on_the_other_documents(
    tmp_path_factory: pytest.TempPathFactory, others: list[tuple[str, int]], shuffle: random.Random
) -> None:
    """Whatever else is in the input, in whatever order: the plan's rows are the same."""
    alone, among = tmp_path_factory.mktemp("alone"), tmp_path_factory.mktemp("among")
    publish([plan()], alone)
    results = [plan(), *(news(source, str(value)) for source, value in others)]
    shuffle.shuffle(results)
    publish(results, among)
    mine = ids.doc_id("云岚/规划.html")
    for name in ("documents", "sections", "counts", "deadlines", "targets", "tasks", "task_agencies"):
        assert [row for row in rows(among, name) if row["doc_id"] == mine] == rows(alone, name)
    assert rows(alone, "policies")[0] in rows(among, "policies")


def test_pandas_reads_what_the_csv_module_reads(tmp_path: Path, corpus: list[DocumentResult]) -> None:
    publish(corpus, tmp_path)
    for name in TABLES:
        frame = pd.read_csv(tmp_path / "tables" / f"{name}.csv", dtype=str, keep_default_na=False, encoding="utf-8-sig")
        assert frame.to_dict("records") == rows(tmp_path, name)


def test_pandas_takes_no_id_for_a_number(tmp_path: Path) -> None:
    publish([plan(f"{number}.txt") if number == 0 else news(f"{number}.txt") for number in range(40)], tmp_path)
    frame = pd.read_csv(tmp_path / "tables" / "documents.csv")
    assert all(isinstance(value, str) for value in frame["doc_id"])


def test_the_data_package_describes_the_files(tmp_path: Path, corpus: list[DocumentResult]) -> None:
    publish(corpus, tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    assert [resource["name"] for resource in package["resources"]] == list(TABLES)
    for resource in package["resources"]:
        path = tmp_path / resource["path"]
        assert resource["bytes"] == path.stat().st_size
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert [field["name"] for field in resource["schema"]["fields"]] == next(csv.reader(file))


def test_the_data_package_is_valid_to_others(tmp_path: Path, corpus: list[DocumentResult]) -> None:
    """Frictionless, where it is installed, finds the package, every cell and every reference valid."""
    frictionless = pytest.importorskip("frictionless", reason="pip install frictionless to have others check the data package")
    publish(corpus, tmp_path)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.to_summary()


def test_an_empty_run_has_all_tables(tmp_path: Path) -> None:
    summary = publish([], tmp_path)
    assert set(summary.rows.values()) == {0}
    assert verify(tmp_path) == summary.rows


def test_findings_stand_in_order(tmp_path: Path) -> None:
    findings = (
        Finding("info", "b", "later", 2, 3),
        Finding("info", "a", "first", 0, 1),
        Finding("warning", "c", "whole"),
        Finding("info", "z", "off", 5, 99),
    )
    publish([document("b.txt", "一二三。", findings=findings), document("a.txt", "四。", findings=findings[2:3])], tmp_path)
    assert [(row["code"], row["start"]) for row in rows(tmp_path, "findings")] == [("c", ""), ("c", ""), ("z", ""), ("a", "0"), ("b", "2")]


def test_tables_in_memory_are_the_published_ones(tmp_path: Path, corpus: list[DocumentResult]) -> None:
    publish(corpus, tmp_path)
    in_memory = tables_of(corpus)
    assert list(in_memory) == list(TABLES)
    for name in TABLES:
        if name != "comparison":
            assert in_memory[name] == values(tmp_path, name)
    assert [row["indicator_key"] for row in in_memory["comparison"]] == [row["indicator_key"] for row in rows(tmp_path, "comparison")]


def test_summary_says_where(tmp_path: Path) -> None:
    summary = publish([plan(published=date(2021, 3, 1))], tmp_path)
    assert isinstance(summary, Summary)
    assert (summary.output, summary.tables, summary.texts) == (tmp_path, tmp_path / "tables", tmp_path / "texts")

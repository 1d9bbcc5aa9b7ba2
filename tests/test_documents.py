"""The documents of a run: what containers add to the files, in batches of bounded size."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from pipeline.batches import Job, Workers
from pipeline.containers import Columns
from pipeline.documents import Documents, Names
from pipeline.process import process
from pipeline.reading.find import find_sources
from pipeline.reading.page import Metadata
from tests.containers.made import PLAN, zipped


@pytest.mark.parametrize(
    ("names", "expected", "why"),
    [
        (["a", "b"], ["a", "b"], "nothing to tell apart"),
        (["a", "b", "a", "a"], ["a", "b", "a#2", "a#3"], "one name in two encodings reads the same"),
        (["caf\u00e9", "cafe\u0301"], ["caf\u00e9", "cafe\u0301#2"], "one character or two: ids take them for the same name"),
        (["a#2", "a", "a"], ["a#2", "a", "a#3"], "a file that really has such a name keeps it"),
    ],
)
def test_documents_of_one_name_are_told_apart(names: list[str], expected: list[str], why: str) -> None:
    given = Names()
    assert [given.apart(name) for name in names] == expected, why


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files and two containers, one with a member too many of one name, one with a broken line."""
    given = tmp_path / "in"
    given.mkdir()
    for name in ("a.txt", "d.txt"):
        (given / name).write_text(PLAN, encoding="utf-8")
    (given / "b.zip").write_bytes(zipped({f"{number}.txt": PLAN for number in range(5)}))
    records = [json.dumps({"text": PLAN, "title": f"第{number}号", "url": f"http://a.cn/{number}"}) for number in range(2)]
    (given / "c.jsonl").write_text("\n".join([*records, "{"]), encoding="utf-8")
    (given / "e.zip").write_bytes(b"PK\x03\x04")
    return given


def batches_of(folder: Path, size: int, spool: Path, most: int = 1 << 20) -> list[tuple[Job, ...]]:
    return list(Documents(find_sources(folder).sources, Names()).in_batches(size, spool, most))


ALL = ["a.txt", *[f"b.zip#{number}.txt" for number in range(5)], "c.jsonl#1", "c.jsonl#2", "c.jsonl#3", "d.txt", "e.zip"]


@pytest.mark.parametrize(("size", "expected"), [(50, [11]), (11, [11]), (4, [4, 4, 3]), (1, [1] * 11)])
def test_documents_of_containers_are_spread_over_batches_as_files_are(folder: Path, tmp_path: Path, size: int, expected: list[int]) -> None:
    batches = batches_of(folder, size, tmp_path)
    assert [len(batch) for batch in batches] == expected
    assert [job.source for batch in batches for job in batch] == ALL


def test_a_batch_is_handed_on_before_the_disk_is_full(folder: Path, tmp_path: Path) -> None:
    assert [len(batch) for batch in batches_of(folder, 50, tmp_path, most=2 * len(PLAN.encode()))] == [4, 3, 4]


def test_what_was_unpacked_is_there_for_its_batch_and_gone_after_it(folder: Path, tmp_path: Path) -> None:
    spool = tmp_path / "spool"
    spool.mkdir()
    seen = []
    for batch in Documents(find_sources(folder).sources, Names()).in_batches(4, spool):
        assert all(job.path.read_text(encoding="utf-8") == PLAN for job in batch if job.lost is None)
        seen.append(sum(path.is_file() for path in spool.rglob("*")))
    assert max(seen) <= 4
    assert list(spool.iterdir()) == []


def test_the_number_of_documents_is_told_as_containers_are_opened(folder: Path, tmp_path: Path) -> None:
    documents = Documents(find_sources(folder).sources, Names())
    assert documents.known == 5
    for _ in documents.in_batches(4, tmp_path):
        pass
    assert documents.known == len(ALL)


def test_results_carry_what_the_container_says_and_why_a_document_is_lost(folder: Path, tmp_path: Path) -> None:
    with Workers(1) as workers:
        batches = Documents(find_sources(folder).sources, Names(), Columns()).in_batches(50, tmp_path)
        results = {result.source: result for batch in batches for result in workers.read(batch)}
    assert results["c.jsonl#2"].url == "http://a.cn/1"
    assert results["b.zip#0.txt"].text == results["a.txt"].text
    assert {source: result.findings[0].code for source, result in results.items() if result.status == "rejected"} == {
        "c.jsonl#3": "damaged-record",
        "e.zip": "damaged-archive",
    }


KNOWN = Metadata("http://a.cn/1", "青汀市港口条例", date(2020, 5, 6), "青汀日报")


@pytest.mark.parametrize(
    ("page", "expected", "why"),
    [
        ("<p>港口应当公平开放。</p><p>经营者不得无故拒绝靠泊。</p>", ("青汀市港口条例", "http://a.cn/1", "青汀日报"), "the page says nothing"),
        (
            (
                '<html><head><meta name="ArticleTitle" content="青汀市航道条例"><link rel="canonical" href="http://b.cn/2"></head>'
                "<body><p>航道应当公平开放。</p><p>经营者不得无故阻塞。</p></body></html>"
            ),
            ("青汀市航道条例", "http://b.cn/2", "青汀日报"),
            "what the page says of itself comes first",
        ),
    ],
)
def test_what_a_container_knows_holds_where_the_page_says_nothing(page: str, expected: tuple[str, ...], why: str) -> None:
    result = process(page.encode(), "a.jsonl#1", KNOWN)
    assert (result.title, result.url, result.publisher) == expected, why
    assert result.published == date(2020, 5, 6)

"""WARC: pages with their addresses; what serves them is passed over."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from pipeline.containers import Record
from tests.containers.made import PLAN, faults, opened, texts, warc, warc_record

PAGE = f"<html><body><p>{PLAN}</p></body></html>".encode()
HTML = "text/html; charset=utf-8"


@pytest.mark.parametrize("packed", [False, True])
def test_the_pages_of_a_crawl_are_documents(tmp_path: Path, packed: bool) -> None:
    data = warc(
        ("http://a.cn/1.html", "200 OK", HTML, PAGE),
        ("http://a.cn/style.css", "200 OK", "text/css", b"p {}"),
        ("http://a.cn/gone.html", "404 Not Found", HTML, PAGE),
        ("http://a.cn/robots.txt", "200 OK", "text/plain", b"User-agent: *"),
        ("http://a.cn/plan.pdf", "200 OK", "application/octet-stream", b"%PDF-1.4"),
        ("http://a.cn/plan", "200 OK", "application/octet-stream", b"?"),
        packed=packed,
    )
    documents = opened(tmp_path, "a.warc", data)
    assert {document.name: document.metadata.url for document in documents if isinstance(document, Record)} == {
        "a.warc#1": "http://a.cn/1.html",
        "a.warc#5": "http://a.cn/plan.pdf",
    }
    assert texts(documents)["a.warc#1"].encode() == PAGE


def test_a_crawl_packed_as_a_whole_is_read_too(tmp_path: Path) -> None:
    data = warc(("http://a.cn/1", "200 OK", HTML, PAGE), ("http://a.cn/2", "200 OK", HTML, PAGE))
    assert list(texts(opened(tmp_path, "a.warc.gz", gzip.compress(data)))) == ["a.warc.gz#1", "a.warc.gz#2"]


def test_what_was_sent_packed_is_unpacked(tmp_path: Path) -> None:
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    packed = warc(("http://a.cn/1", "200 OK", HTML, gzip.compress(PAGE)), headers="Content-Encoding: gzip\r\n")
    cut = warc(("http://a.cn/1", "200 OK", HTML, chunked), headers="Transfer-Encoding: chunked\r\n")
    for data in (packed, cut):
        assert texts(opened(tmp_path, "a.warc", data)) == {"a.warc#1": PAGE.decode()}


def test_a_coding_that_cannot_be_unpacked_is_said(tmp_path: Path) -> None:
    data = warc(("http://a.cn/1", "200 OK", HTML, b"(\xb5/\xfd"), headers="Content-Encoding: zstd\r\n")
    assert faults(opened(tmp_path, "a.warc", data)) == {"a.warc#1": "unsupported-format"}


def test_a_record_longer_than_it_says_is_damage_and_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    whole = warc(("http://a.cn/1", "200 OK", HTML, PAGE), ("http://a.cn/2", "200 OK", HTML, PAGE))
    (length,) = {line for line in whole.splitlines() if line.startswith(b"Content-Length")}
    documents = opened(tmp_path, "a.warc", whole.replace(length, b"Content-Length: %d" % (int(length.split()[1]) - 9), 1))
    assert list(texts(documents)) == ["a.warc#1", "a.warc#2"]
    assert faults(documents) == {"a.warc": "damaged-archive"}
    assert capfd.readouterr().err == ""


def test_extracted_texts_are_documents(tmp_path: Path) -> None:
    data = warc_record("http://a.cn/1", "conversion", "text/plain", PLAN.encode())
    assert texts(opened(tmp_path, "a.wet", data)) == {"a.wet#1": PLAN}


def test_a_crawl_without_a_page_says_so(tmp_path: Path) -> None:
    assert faults(opened(tmp_path, "a.warc", warc(("http://a.cn/x.css", "200 OK", "text/css", b"p {}")))) == {"a.warc": "empty-text"}

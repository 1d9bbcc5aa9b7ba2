"""What a file is, seen from its first bytes."""

from __future__ import annotations

import pytest

from pipeline.containers.kinds import kind_of
from pipeline.reading import office
from pipeline.reading.read import read
from pipeline.reading.signatures import signature

MHT = "From: <Saved by Blink>\r\nSubject: =?utf-8?Q?=E6?=\r\n =?utf-8?Q?=B0?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n--x"
KNOWN = [
    (b"%PDF-1.7", "pdf", "a PDF"),
    (b"HTTP/1.0 200 OK\r\n\r\n%PDF-1.4", "pdf", "a server's lines before it"),
    (b"<p>%PDF-1.4</p>", None, "a page that speaks of it"),
    (b"PK\x03\x04", "zip", "a ZIP"),
    (b"\x1f\x8b\x08", "gzip", "gzip"),
    (b"BZh91AY&SY", "bzip2", "bzip2"),
    (b"BZh", None, "a text that begins like one"),
    (b"a" * 257 + b"ustar", "tar", "tar"),
    (b"WARC/1.0\r\n", "warc", "WARC"),
    (b"\x00\x00\x00\x20ftypmp42", "other", "a film"),
    (b"RIFF\x00\x00\x00\x00WEBPVP8", "other", "a picture"),
    (MHT.encode(), "other", "a page saved as one file"),
    (b"Date: Fri, 1 Jan 2021 00:00:00 +0800\nMime-Version: 1.0\n", "other", "a mail"),
    ("标题: 某办法\nMIME-Version: 1.0".encode(), None, "a text that speaks of it"),
    (b"", None, "nothing"),
]


@pytest.mark.parametrize(("data", "kind", "why"), KNOWN, ids=[why for *_, why in KNOWN])
def test_what_a_file_is(data: bytes, kind: str | None, why: str) -> None:
    found = signature(data)
    assert (found.kind if found else None) == kind, why


def test_only_containers_are_opened() -> None:
    assert [kind_of(data, "a") for data, *_ in KNOWN] == [kind if kind not in ("pdf", "other") else None for _, kind, _ in KNOWN]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (MHT.encode(), "a.mht is a mail or a page saved as one file (.eml, .mht): open it and save the page as HTML, or its text"),
        (b"\x1f\x8b\x08\x00", "a.mht is a gzip archive, not a document: `zhengce run` reads the documents in it"),
        (b"PAR1\x15\x04", "a.mht is a Parquet table: export the texts that are in it as CSV or JSON Lines"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(data: bytes, says: str) -> None:
    page = read(data, "a.mht")
    assert (page.status, [finding.message for finding in page.findings]) == ("rejected", [says])


def test_an_office_file_larger_than_any_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "MOST_BYTES", 8)
    assert [finding.code for finding in read(b"%PDF-1.7 and more", "a.pdf").findings] == ["too-large"]

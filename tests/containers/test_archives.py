"""ZIP, tar and gzip: what is in them, however deep, and what a damaged, locked or hostile one costs."""

from __future__ import annotations

import bz2
import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.containers import Columns, Record, open_container, record
from pipeline.containers.record import inner_name
from pipeline.reading.find import Problem
from tests.containers.made import PLAN, faults, opened, tarred, texts, warc, zipped

PAGE = PLAN.encode()


@pytest.mark.parametrize(
    ("name", "data", "expected", "why"),
    [
        ("a.zip", zipped({"x.txt": "一", "深/y.html": "二"}), {"a.zip#x.txt": "一", "a.zip#深/y.html": "二"}, "a record a member"),
        ("a.bin", zipped({"x.txt": "一"}), {"a.bin#x.txt": "一"}, "known by what it begins with, not by its name"),
        ("a.tar", tarred({"x.txt": PAGE}), {"a.tar#x.txt": PLAN}, "tar"),
        ("a.tgz", gzip.compress(tarred({"x.txt": PAGE})), {"a.tgz#x.txt": PLAN}, "a packed tar"),
        ("a.tar.bz2", bz2.compress(tarred({"x.txt": PAGE})), {"a.tar.bz2#x.txt": PLAN}, "packed with bzip2"),
        ("a.html.gz", gzip.compress(PAGE), {"a.html.gz": PLAN}, "one packed document is no container: it keeps its name"),
        ("a.txt.gz", gzip.compress("一".encode()) + gzip.compress("二".encode()), {"a.txt.gz": "一二"}, "gzip in several parts"),
        ("a.jsonl.gz", gzip.compress(b'{"text": "x"}\n{"text": "y"}'), {"a.jsonl.gz#1": "x", "a.jsonl.gz#2": "y"}, "packed records"),
        ("a.csv.gz", gzip.compress("正文\n一\n".encode()), {"a.csv.gz#1": "一"}, "a packed table, known by the name without .gz"),
        ("a.zip", zipped({"in.zip": zipped({"x.txt": "一"})}), {"a.zip#in.zip#x.txt": "一"}, "a ZIP in a ZIP"),
        ("a.zip", zipped({"in.tgz": gzip.compress(tarred({"x": b"1"}))}), {"a.zip#in.tgz#x": "1"}, "a packed tar in a ZIP"),
        ("a.zip", zipped({"r.csv": "text\n一\n"}), {"a.zip#r.csv#1": "一"}, "a table in a ZIP"),
        ("a.tgz", gzip.compress(tarred({"in.zip": zipped({"x.txt": "一"})})), {"a.tgz#in.zip#x.txt": "一"}, "a ZIP in a stream"),
        ("a.zip", zipped({".DS_Store": "x", "__MACOSX/._x.txt": "x", "a/.git/c": "x", "x.txt": "一"}), {"a.zip#x.txt": "一"}, "hidden"),
    ],
)
def test_every_document_in_an_archive_is_one(tmp_path: Path, name: str, data: bytes, expected: dict[str, str], why: str) -> None:
    documents = opened(tmp_path, name, data)
    assert texts(documents) == expected, why
    assert faults(documents) == {}, why


def test_a_word_document_is_no_archive(tmp_path: Path) -> None:
    word = zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<x/>"})
    (tmp_path / "a.docx").write_bytes(word)
    assert open_container(tmp_path / "a.docx", "a.docx", Columns()) is None
    (inside,) = opened(tmp_path, "a.zip", zipped({"b.docx": word}))
    assert isinstance(inside, Record)
    assert (inside.name, inside.data) == ("a.zip#b.docx", word)


@pytest.mark.parametrize("data", [b"", PAGE, b"<html></html>", b"{", b"{}x"[:1], "{政策}".encode(), b"[link](http://x)"])
def test_a_document_is_no_container(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert open_container(tmp_path / "a.txt", "a.txt", Columns()) is None


def test_names_in_gb18030_are_read(tmp_path: Path) -> None:
    """Windows' own ZIPs have their names in the system's encoding and no mark that says so."""
    data = zipped({"abcdef.txt": "一"}).replace(b"abcdef", "通知函".encode("gb18030"))
    assert texts(opened(tmp_path, "a.zip", data)) == {"a.zip#通知函.txt": "一"}


@pytest.mark.parametrize(
    ("member", "expected"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("C:\\x\\y.txt", "x/y.txt"),
        ("a\nb\r.txt", "a b .txt"),
        ("./a/./b.txt", "a/b.txt"),
        ("..", "unnamed"),
        ("", "unnamed"),
    ],
)
def test_the_name_of_a_member_leads_nowhere(member: str, expected: str) -> None:
    assert inner_name(member) == expected


@given(st.text(max_size=40))
def test_no_name_of_a_member_climbs_or_breaks_a_line(member: str) -> None:
    name = inner_name(member)
    assert name
    assert not name.startswith("/")
    assert ".." not in name.split("/")
    assert "\n" not in name


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_a_member_that_climbs_out_is_read_and_said_and_nothing_is_written(tmp_path: Path, pack: type) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    (document,) = opened(inside, "a.zip", pack({"../climbed.txt": PAGE}))
    assert isinstance(document, Record)
    assert document.name == "a.zip#climbed.txt"
    assert [finding.code for finding in document.findings] == ["unsafe-path"]
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_links_in_archives_are_passed_over(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert faults(opened(tmp_path, "a.tar", out.getvalue())) == {"a.tar": "empty-text"}
    info = zipfile.ZipInfo("link.txt")
    info.external_attr = 0o120777 << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive_:
        archive_.writestr(info, "/etc/passwd")
        archive_.writestr("x.txt", "一")
    assert texts(opened(tmp_path, "a.zip", out.getvalue())) == {"a.zip#x.txt": "一"}


def locked(data: bytes, *names: bytes) -> bytes:
    """A ZIP whose members of these names say that they are encrypted."""
    out = bytearray(data)
    for signature, flags, name in ((b"PK\x03\x04", 6, 30), (b"PK\x01\x02", 8, 46)):
        at = out.find(signature)
        while at >= 0:
            if any(out[at + name : at + name + len(member)] == member for member in names):
                out[at + flags] |= 1
            at = out.find(signature, at + 4)
    return bytes(out)


def test_an_encrypted_member_costs_itself(tmp_path: Path) -> None:
    documents = opened(tmp_path, "a.zip", locked(zipped({"x.txt": "一", "y.txt": "二"}), b"x.txt"))
    assert faults(documents) == {"a.zip#x.txt": "encrypted"}
    assert texts(documents) == {"a.zip#y.txt": "二"}


def test_an_encrypted_archive_is_said_once(tmp_path: Path) -> None:
    (problem,) = opened(tmp_path, "a.zip", locked(zipped({"x.txt": "一", "y.txt": "二"}), b"x.txt", b"y.txt"))
    assert isinstance(problem, Problem)
    assert (problem.source, problem.finding.code) == ("a.zip", "encrypted")
    assert problem.finding.message == "a.zip is protected by a password (2 files): unpack it yourself and give what was in it"


def test_a_damaged_member_costs_itself(tmp_path: Path) -> None:
    data = zipped({"x.txt": "一" * 50, "y.txt": "二"}, zipfile.ZIP_STORED).replace("一".encode() * 2, "丁".encode() * 2, 1)
    documents = opened(tmp_path, "a.zip", data)
    assert texts(documents) == {"a.zip#y.txt": "二"} | {name: text for name, text in texts(documents).items() if name == "a.zip#x.txt"}
    told = faults(documents) | {
        document.name: document.findings[0].code for document in documents if isinstance(document, Record) and document.findings
    }
    assert told in ({"a.zip#x.txt": "damaged-archive"}, {"a.zip#x.txt": "truncated"})


@pytest.mark.parametrize(
    ("name", "data", "found", "why"),
    [
        ("a.zip", zipped({"x.txt": PAGE * 9})[:200], 0, "a ZIP without its end has lost its list of members"),
        ("a.zip", b"PK\x03\x04" + b"\x00" * 50, 0, "nothing but the beginning"),
        ("a.tar", tarred({"x": PAGE, "y": PAGE * 9})[:1600], 1, "a tar cut inside a member"),
        ("a.tar", tarred({"x": PAGE, "y": PAGE})[:1024] + b"\xff" * 1024, 1, "a tar that goes on as something else"),
        ("a.jsonl.gz", gzip.compress(b'{"text": "x"}\n' * 3000)[:60], 0, "records cut inside the packing"),
        ("a.warc.gz", warc(("http://a.cn/", "200 OK", "text/html", PAGE), packed=True)[:-200], 0, "a crawl cut inside a page"),
        ("a.json", b'[{"text": "x"}, {"text": ', 1, "a list cut inside a record"),
    ],
)
def test_what_is_damaged_costs_what_lies_behind_the_damage(tmp_path: Path, name: str, data: bytes, found: int, why: str) -> None:
    documents = opened(tmp_path, name, data)
    assert len(texts(documents)) >= found, why
    last = documents[-1]
    told = last.finding if isinstance(last, Problem) else last.findings[0]
    assert told.severity == "error", why
    assert told.code in ("damaged-archive", "truncated"), why
    assert name in told.message


def test_a_packed_page_cut_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    page = "".join(f"第{number}条 青汀市推进航运。\n" for number in range(5000)).encode()
    (document,) = opened(tmp_path, "a.html.gz", gzip.compress(page)[:-400])
    assert isinstance(document, Record)
    assert page.startswith(document.data)
    assert len(document.data) > len(page) / 2
    assert [finding.code for finding in document.findings] == ["truncated"]


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However it is laid out, no more comes out of a file than its size allows for."""
    monkeypatch.setattr(record, "LEAST_UNPACKED", 1 << 20)
    zeros = gzip.compress(b"\x00" * (8 << 20))
    layers = zipped({f"{number}.zip": zipped({f"{inner}": b"\x00" * (1 << 19) for inner in range(9)}) for number in range(9)})
    lines = gzip.compress(b'{"text": ""}\n' * 200_000)
    for name, data in (("a.gz", zeros), ("a.zip", layers), ("a.jsonl.gz", lines)):
        last = opened(tmp_path, name, data)[-1]
        assert isinstance(last, Problem), name
        assert (last.source, last.finding.code) == (name, "archive-bomb")


def test_archives_in_archives_without_end_are_given_up(tmp_path: Path) -> None:
    data = zipped({"x.txt": "一"})
    for _ in range(8):
        data = zipped({"in.zip": data})
    assert list(faults(opened(tmp_path, "a.zip", data)).values()) == ["archive-bomb"]


def test_a_document_of_absurd_size_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.containers.contents.MOST_BYTES", 1000)
    documents = opened(tmp_path, "a.zip", zipped({"big.txt": "一" * 400, "x.txt": "二"}))
    assert faults(documents) == {"a.zip#big.txt": "too-large"}
    assert texts(documents) == {"a.zip#x.txt": "二"}


def test_a_list_of_members_of_absurd_length_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.containers.archives._MOST_DIRECTORY", 100)
    documents = opened(tmp_path, "a.zip", zipped({f"{number}.txt": "一" for number in range(9)}))
    assert faults(documents) == {"a.zip": "damaged-archive"}


def test_a_container_without_a_document_says_so(tmp_path: Path) -> None:
    assert faults(opened(tmp_path, "a.zip", zipped({}))) == {"a.zip": "empty-text"}


@given(st.integers(0, 400), st.binary(min_size=1, max_size=6), st.sampled_from(["zip", "tar", "gz", "warc", "jsonl", "csv", "json"]))
def test_nothing_in_a_broken_container_raises(tmp_path_factory: pytest.TempPathFactory, at: int, broken: bytes, form: str) -> None:
    whole = {
        "zip": zipped({"x.txt": PAGE, "y.zip": zipped({"z.txt": PAGE})}),
        "tar": tarred({"x.txt": PAGE, "y.txt": PAGE}),
        "gz": gzip.compress(tarred({"x.txt": PAGE})),
        "warc": warc(("http://a.cn/", "200 OK", "text/html", PAGE)),
        "jsonl": b'{"text": "x", "date": "2021-01-02"}\n' * 4,
        "csv": 'text,title\n"一","二"\n'.encode() * 3,
        "json": b'[{"text": "x"}, {"text": "y"}]',
    }[form]
    at %= len(whole)
    path = tmp_path_factory.mktemp("broken") / f"a.{form}"
    path.write_bytes(whole[:at] + broken + whole[at + len(broken) :])
    for document in open_container(path, path.name, Columns()) or ():
        assert isinstance(document, Record) or document.finding.code != "internal-error"

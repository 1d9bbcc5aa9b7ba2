"""What is too large is read as far as it is bounded, with a finding, and what is hostile ends soon. The large ones are in benchmarks/bounds."""

from __future__ import annotations

import hashlib
import importlib
import time
from pathlib import Path

import pytest

from pipeline.reading import html
from pipeline.reading.page import Page
from pipeline.reading.read import read

# The modules, which functions of the same names hide in their packages.
READ = importlib.import_module("pipeline.reading.read")
PROCESS = importlib.import_module("pipeline.process")
LINE = "云岚省水务办法。"


def codes(page: Page) -> list[str]:
    return [finding.code for finding in page.findings]


def test_a_text_of_more_bytes_than_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(READ, "MOST_TEXT_BYTES", 100)
    page = read(f"{LINE}\n".encode() * 20, "a.txt")
    assert (page.status, codes(page)) == ("partial", ["truncated"])
    assert page.text.count(LINE) == 4


def test_a_page_of_more_elements_than_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MOST_ELEMENTS", 12)
    page = read(f"<html><body>{f'<p>{LINE}</p>' * 30}</body></html>".encode(), "a.html")
    assert (page.status, codes(page)) == ("partial", ["truncated"])
    assert page.text.count(LINE) == 10


def test_a_page_of_more_characters_than_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MOST_READ", 50)
    page = read(f"<html><body>{f'<p>{LINE}</p>' * 30}</body></html>".encode(), "a.html")
    assert codes(page) == ["truncated"]
    assert 50 <= len(page.text) < 80


def test_a_file_larger_than_any_document_keeps_the_hash_of_its_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PROCESS, "MOST_BYTES", 60)
    path = tmp_path / "a.txt"
    path.write_bytes(f"{LINE}\n".encode() * 20)
    result = PROCESS.process_file(path, "a.txt")
    assert result.content_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


HOSTILE = [
    ("<html><body>" + "<table><tr><td>" * 20_000 + LINE, "nested tables"),
    ("<html><body>" + "<h1>" * 3_000 + f"<p>{LINE}</p>" * 3_000, "nested headings"),
    ("<html><body>" + "<div>" * 100_000 + LINE, "100,000 nested tags"),
    ("<html><body><table>" + "<tr><td rowspan=1000 colspan=200>一<td>二" * 2_000, "cells that stretch over everything"),
    ("<html><body>" + "<!--" * 50_000 + LINE, "comments that nothing closes"),
    ("<html><body>" + "<%" * 50_000 + LINE, "directives that nothing closes"),
    ("<html><body><p>" + "&" * 200_000 + LINE, "ampersands"),
    (
        "<!DOCTYPE html [" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(12)) + f"]><p>&a11;</p><p>{LINE}</p>",
        "entities that multiply",
    ),
    ("[" * 100_000 + LINE, "brackets of links"),
    ("**" * 50_000 + LINE, "marks of bold"),
    ("（" * 100_000 + LINE, "brackets"),
    ("《" * 100_000 + LINE, "title marks"),
    ("\u3000" * 100_000 + LINE, "ideographic spaces"),
    ("发布日期：" * 20_000 + LINE, "labels"),
    ("云政发〔2018〕" * 15_000 + LINE, "halves of numbers"),
    ("A: b\n" * 800 + LINE, "headers of a mail that is none"),
]


@pytest.mark.parametrize(("text", "why"), HOSTILE, ids=[why for _, why in HOSTILE])
def test_hostile_documents_are_read_in_time(text: str, why: str) -> None:
    begun = time.process_time()
    read(text.encode(), "a.html")
    assert time.process_time() - begun < 4, why

"""Damaged documents: a few of the thousands that benchmarks/fuzz reads, and what was found with them."""

from __future__ import annotations

import itertools
import time
from pathlib import Path

import pytest

from pipeline.reading.read import read
from tests.mutated import Made, faults, mutants, read_all


@pytest.mark.parametrize("seed", range(3))
def test_damaged_files_end_in_results(seed: int, tmp_path: Path) -> None:
    for made in itertools.islice(mutants(seed), 25):
        assert faults(read_all(made, tmp_path)) == [], made


def test_the_same_seed_gives_the_same_files() -> None:
    assert list(itertools.islice(mutants(7), 20)) == list(itertools.islice(mutants(7), 20))


FOUND: list[tuple[bytes, str]] = [
    (b"<div>" * 3000 + "深".encode(), "a stack of elements that nothing closes"),
    ("<p>一\ud800二</p>".encode("utf-8", "surrogatepass"), "half of a character"),
    (b"---\na: &a [*a, *a]\n---\n\xe6\x96\x87", "front matter that holds itself"),
    ("到99999999999999999999999年，建成1个。".encode(), "a year that no calendar has"),
    ("<p>&#x110000;&#xD800;&#0;文</p>".encode(), "references to characters that there are none of"),
    ("<h1><div>云岚省</div><div>水务办法</div></h1><p>正文</p>".encode(), "a heading on two lines, with containers in it"),
    ("培育企业八m，五k。".encode(), "a unit that only digits have"),
    (b"\xff\xfe<\x00p\x00>\x00\x87", "UTF-16 with half a character at its end"),
]


@pytest.mark.parametrize(("data", "why"), FOUND, ids=[why for _, why in FOUND])
def test_what_readers_trip_over(data: bytes, why: str, tmp_path: Path) -> None:
    assert faults(read_all(Made("a.html", data), tmp_path)) == [], why


SLOW: list[tuple[str, str]] = [
    ("<!-- a --> " * 200 + "文", "comments one after the other before a text"),
    ("<br" + " " * 4000 + "文", "a tag with spaces and no end"),
    ("< " * 2000 + "br" + " / " * 2000, "spaces and strokes"),
]


@pytest.mark.parametrize(("text", "why"), SLOW, ids=[why for _, why in SLOW])
def test_what_took_long(text: str, why: str) -> None:
    begun = time.process_time()
    read(text.encode(), "a.txt")
    assert time.process_time() - begun < 1, why

"""Rows in their sections."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tables.rows import innermost, writable


@dataclass(frozen=True)
class Span:
    start: int
    end: int


@pytest.mark.parametrize(
    ("span", "expected", "why"),
    [
        ((0, 3), None, "before the first heading"),
        ((5, 6), 0, "in a section"),
        ((12, 13), 1, "in a part of it"),
        ((10, 20), 1, "the whole part"),
        ((18, 22), 0, "across two parts: what holds both"),
        ((30, 41), None, "across two sections"),
        ((45, 46), 3, "in the second section"),
    ],
)
def test_the_innermost_section(span: tuple[int, int], expected: int | None, why: str) -> None:
    sections = [Span(4, 40), Span(10, 20), Span(20, 40), Span(40, 60)]
    assert innermost(sections, [Span(*span)]) == [expected], why


spans = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(spans, max_size=8), st.lists(spans, max_size=8))
def test_a_section_found_contains_the_row(sections: list[Span], rows: list[Span]) -> None:
    for row, index in zip(rows, innermost(sections, rows), strict=True):
        if index is not None:
            assert sections[index].start <= row.start
            assert row.end <= sections[index].end


@given(st.text(alphabet=st.characters()))
def test_writable_text_keeps_its_length_and_survives_a_file(text: str) -> None:
    made = writable(text)
    assert len(made) == len(text)
    assert made.encode().decode().splitlines() == made.splitlines()
    assert "\r" not in made

"""Traditional to simplified: the same as OpenCC, much faster, and of the same length."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from pipeline.text import simplify
from pipeline.text.convert import read_dictionary

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [
    ("數據開放", "数据开放", "characters one by one"),
    ("乾隆年間", "乾隆年间", "a phrase that keeps its 乾"),
    ("乾淨", "干净", "a phrase that does not"),
    ("乾", "干", "the character alone"),
    ("不瞭解", "不了解", "the longest phrase"),
    ("憑藉藉", "凭借藉", "of two overlapping phrases of one length the first"),
    ("乾,隆", "干,隆", "no phrase across a separator"),
    ("简体 ABC 12", "简体 ABC 12", "what is simplified stays"),
    ("", "", "nothing"),
]


@functools.cache
def opencc() -> OpenCC:
    return OpenCC("t2s")


@pytest.mark.parametrize(("text", "expected", "why"), ROWS)
def test_simplify(text: str, expected: str, why: str) -> None:
    """What is converted how."""
    assert simplify(text) == expected, why


@given(
    st.lists(
        st.one_of(
            st.sampled_from(sorted(read_dictionary("TSPhrases.txt"))),
            st.sampled_from(sorted(read_dictionary("TSPhrases.txt"))).flatmap(
                lambda phrase: st.integers(1, len(phrase)).map(lambda end: phrase[:end])
            ),
            st.sampled_from(sorted(read_dictionary("TSCharacters.txt"))),
            st.sampled_from("，。 -a1\n"),
        ),
        max_size=12,
    ).map("".join)
)
def test_like_opencc(text: str) -> None:
    """Whatever of the dictionaries' phrases, their beginnings and characters stand together, OpenCC gives the same."""
    assert simplify(text) == opencc().convert(text)


@given(st.text())
def test_length_stays(text: str) -> None:
    """Offsets hold in both scripts."""
    assert len(simplify(text)) == len(text)


def test_dictionaries_keep_lengths() -> None:
    """No entry of the dictionaries is longer or shorter than its rendering: all offsets rest on this."""
    for name in ("TSPhrases.txt", "TSCharacters.txt"):
        assert [old for old, new in read_dictionary(name).items() if len(old) != len(new[0])] == []


@pytest.mark.shared
def test_like_opencc_on_real_pages(shared: Path) -> None:
    """The traditional pages of the corpus, converted by both."""
    for path in sorted((shared / "corpus").glob("taiwan-*"))[:6]:
        text = path.read_text(encoding="utf-8")
        assert simplify(text) == opencc().convert(text), path.name

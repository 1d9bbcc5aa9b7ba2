"""Words: jieba's cuts from the sharded dictionary, and the tokenizer's promises."""

from __future__ import annotations

import subprocess
import sys

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import words
from extractors.dictionary import Dictionary, Segmenter
from extractors.language import build

TEXTS = [
    "全省制定地方标准五十项以上规模以上企业数字化转型比例达到七成",
    "省发展改革委省财政厅按职责分工负责",
    "二〇二五年六月底前完成",
    "",
    "甲",
]


@pytest.fixture(scope="module")
def plain() -> tuple[jieba.Tokenizer, Segmenter]:
    """jieba as it comes, and our segmenter over jieba's words alone."""
    theirs = jieba.Tokenizer()
    theirs.initialize()
    return theirs, Segmenter(Dictionary())


@pytest.mark.parametrize("text", TEXTS)
def test_cuts_as_jieba_does(plain: tuple[jieba.Tokenizer, Segmenter], text: str) -> None:
    theirs, ours = plain
    assert ours.cut(text) == list(theirs.cut(text, HMM=False))


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x5200), max_size=60))
def test_cuts_any_han_text_as_jieba_does(plain: tuple[jieba.Tokenizer, Segmenter], text: str) -> None:
    theirs, ours = plain
    assert ours.cut(text) == list(theirs.cut(text, HMM=False))


@given(st.text(max_size=200))
def test_words_joined_are_the_text(text: str) -> None:
    assert "".join(words.cut(text)) == text


@given(st.text(min_size=1, max_size=200))
def test_the_tokenizer_keeps_the_text(text: str) -> None:
    assert build(components=()).make_doc(text).text == text


@pytest.mark.parametrize(
    ("word", "tag", "why"),
    [
        ("标准", "n", "a noun"),
        ("制定", "v", "a verb"),
        ("牵头", "v", "a domain word"),
        ("龘龘龘", None, "no word"),
        ("", None, "nothing"),
    ],
)
def test_parts_of_speech(word: str, tag: str | None, why: str) -> None:
    assert words.tag(word) == tag, why


def test_a_number_never_shares_a_token_with_its_neighbours() -> None:
    assert words.cut("到2025年达到3.5万亿元") == ["到", "2025", "年", "达到", "3.5", "万亿元"]


def test_every_extractor_is_found_by_spacy_without_an_import() -> None:
    """In a fresh process: another's pipeline, spaCy's own tokenizer."""
    code = (
        "import spacy\n"
        "nlp = spacy.blank('zh')\n"
        "for name in ('mentions', 'deadlines', 'counts'): nlp.add_pipe(name)\n"
        "doc = nlp('到2025年，制定地方标准50项以上。')\n"
        "print([span.text for span in doc.spans['counts']], [span.text for span in doc.spans['deadlines']])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=120, check=True)
    assert done.stdout.decode().strip() == "['50项以上'] ['到2025年']"

"""Sentence, segment and clause borders."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.clauses import borders, clauses, segments, sentences


def cut(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


SENTENCES = [
    ("建成三座。新增五座。", ["建成三座。", "新增五座。"], "a full stop ends a sentence and belongs to it"),
    ("建成三座\n新增五座", ["建成三座", "新增五座"], "a line end does too"),
    ("怎么办？抓落实！", ["怎么办？", "抓落实！"], "question and exclamation marks"),
    ("他说：“抓落实。”会议结束。", ["他说：“抓落实。”", "会议结束。"], "closing quotation marks go with the sentence"),
    ("落实“边建边用。”的要求。", ["落实“边建边用。”的要求。"], "a quoted phrase inside a sentence does not end it"),
    ("制定方案（见附件。）并印发。", ["制定方案（见附件。）并印发。"], "a mark in brackets does not either"),
    ("（甲市负责。乙市配合。）", ["（甲市负责。", "乙市配合。）"], "a line wholly in brackets is read as text"),
    ("1）建成三座。2）新增五座。", ["1）建成三座。", "2）新增五座。"], "a closing bracket without an opening one hides nothing"),
    ("（一建成三座。新增五座。", ["（一建成三座。", "新增五座。"], "nor does an opening one without its partner"),
    ("指标\t单位\t目标", ["指标", "单位", "目标"], "a table cell is a sentence"),
    ("达到97%.在此基础上推进。", ["达到97%.", "在此基础上推进。"], "a full stop of the keyboard behind a percentage"),
    ("比重为1∶2.5.——收入提高", ["比重为1∶2.5.", "——收入提高"], "or behind a ratio"),
    ("下降5%—8%.同时推进", ["下降5%—8%.", "同时推进"], "or behind a range"),
    ("措施如下1.建设平台", ["措施如下1.建设平台"], "but a whole number may label an item"),
    ("1.1.建设平台", ["1.1.建设平台"], "and so may two"),
    ("建成三座；新增五座。", ["建成三座；新增五座。"], "a semicolon does not end a sentence"),
    ("", [], "nothing in nothing"),
    ("\n\n", [], "blank lines hold no sentence"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SENTENCES)
def test_sentences(text: str, expected: list[str], why: str) -> None:
    assert cut(text, sentences(text)) == expected, why


SEGMENTS = [
    ("建成三座，投用一座；新增五座。", ["建成三座，投用一座", "新增五座。"], "semicolons cut, commas do not"),
    ("建成三座（一期；二期）；新增五座", ["建成三座（一期；二期）", "新增五座"], "not inside brackets"),
    ("建成三座;新增五座", ["建成三座", "新增五座"], "an ASCII semicolon cuts as well"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SEGMENTS)
def test_segments(text: str, expected: list[str], why: str) -> None:
    assert cut(text, segments(text)) == expected, why


CLAUSES = [
    ("到明年，建成三座；新增五座。", ["到明年", "建成三座", "新增五座"], "commas, semicolons and full stops cut and are left out"),
    ("建成东、西两座，投用。", ["建成东、西两座", "投用"], "an enumeration comma does not cut"),
    ("建立制度、到2035年更加成熟。", ["建立制度", "到2035年更加成熟"], "but before a year by which something else is to be"),
    ("到2025年、到2030年，分别达标。", ["到2025年、到2030年", "分别达标"], "not between two such years"),
    ("覆盖东、西、南，到达2000户、到2户。", ["覆盖东、西、南", "到达2000户、到2户"], "nor before a number that is no year"),
    ("目标是：建成三座，投用。", ["目标是：建成三座", "投用"], "a colon does not cut"),
    ("制定《甲办法，乙办法》，印发。", ["制定《甲办法，乙办法》", "印发"], "a comma in a title is part of it"),
    ("建成三座（含一期，二期），投用。", ["建成三座（含一期，二期）", "投用"], "a comma in brackets is part of the clause"),
    ("落实“优先，公平”原则，投用。", ["落实“优先，公平”原则", "投用"], "a comma in a short quotation is part of the clause"),
    ('落实"优先，公平"原则，投用。', ['落实"优先，公平"原则', "投用"], "in straight quotation marks as well"),
    ("他说：“到明年，建成三座。”", ["他说：“到明年", "建成三座"], "direct speech has clauses of its own"),
    ("“到明年，建成三座。”他说。", ["“到明年", "建成三座", "他说"], "also when it opens the line"),
    ("“" + "到明年，建成三座" * 8 + "”", ["“到明年", *["建成三座到明年"] * 7, "建成三座”"], "a very long quotation is speech, full stop or none"),
    ("投资1,200万元，建成三座", ["投资1,200万元", "建成三座"], "a comma inside a number does not cut"),
    ("应用2.0,6月底前投用", ["应用2.0", "6月底前投用"], "a comma between two numbers is a comma"),
    ("投资1200万元,建成三座", ["投资1200万元", "建成三座"], "an ASCII comma between words does"),
    ("落实“优先，公平原则，投用", ["落实“优先", "公平原则", "投用"], "a quotation mark that is never closed hides nothing"),
    ("甲\t乙，丙", ["甲", "乙", "丙"], "a clause never crosses a table cell"),
    ("甲，，乙", ["甲", "乙"], "empty clauses are left out"),
    ("甲， 乙 。", ["甲", "乙"], "spaces at the edges are left out"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CLAUSES)
def test_clauses(text: str, expected: list[str], why: str) -> None:
    assert cut(text, clauses(text)) == expected, why


def test_lookup_by_position() -> None:
    """A position is answered with the span that holds it; one on a mark with the span before it."""
    text = "到明年，建成三座；新增五座。投用。"
    found = borders(text)
    assert text[slice(*found.clause_at(5))] == "建成三座"
    assert text[slice(*found.clause_at(3))] == "到明年"
    assert text[slice(*found.segment_at(5))] == "到明年，建成三座"
    assert text[slice(*found.sentence_at(10))] == "到明年，建成三座；新增五座。"
    assert cut(text, found.clauses_in(found.sentence_at(0))) == ["到明年", "建成三座", "新增五座"]
    assert borders("").clause_at(0) == (0, 0)


any_text = st.text(alphabet='甲乙丙12，,；;。！!？?：、（(）)《》“”‘’"【】 \t\n', max_size=60)


@given(any_text)
def test_levels_nest_and_cover(text: str) -> None:
    """Spans are ordered, apart and trimmed; each lies in one of the level above; nothing but marks and space is outside."""
    found = borders(text)
    for level in (found.sentences, found.segments, found.clauses):
        assert all(start < end and text[start:end] == text[start:end].strip() for start, end in level)
        assert all(left[1] <= right[0] for left, right in itertools.pairwise(level))
    for outer, inner in ((found.sentences, found.segments), (found.segments, found.clauses)):
        assert all(any(a <= start and end <= b for a, b in outer) for start, end in inner)
    kept = "".join(cut(text, found.clauses))
    assert [c for c in kept if c in "甲乙丙12"] == [c for c in text if c in "甲乙丙12"]


@given(any_text)
def test_lines_are_independent(text: str) -> None:
    """What stands on one line never moves a border on another."""
    lines = text.split("\n")
    assert cut(text, clauses(text)) == [piece for line in lines for piece in cut(line, clauses(line))]


@pytest.mark.parametrize(
    "text", ["（" * 20000, "“" * 20000 + "”" * 20000, "（“" * 10000 + "，" * 10000 + "”）" * 10000, "甲，" * 20000, '"，' * 20000]
)
def test_hostile_text_is_linear(text: str) -> None:
    """Tens of thousands of brackets take no longer than as many words."""
    began = time.perf_counter()
    borders(text)
    assert time.perf_counter() - began < 1.0

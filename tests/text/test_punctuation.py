"""Punctuation full-width where it belongs to Chinese; the signs inside numbers plain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.punctuation import punctuate

ROWS = [
    ("坚持创新,开放发展", "坚持创新，开放发展", "a comma between ideographs"),
    ("建成3个,完成5个", "建成3个，完成5个", "after a measure word"),
    ("达到35%,增长", "达到35%，增长", "after a percent sign"),
    ("2025年:", "2025年：", "at the line's end"),
    ("责任单位 :市教委 ;市财政局", "责任单位 ：市教委 ；市财政局", "one space does not hide the neighbour"),
    ("(一)总体要求", "（一）总体要求", "a bracketed label"),
    ("(2021-2025年)", "（2021-2025年）", "brackets with Chinese inside"),
    ("芯片(IC)产业", "芯片（IC）产业", "brackets that touch Chinese"),
    ("函数f(x)值", "函数f（x）值", "also around Latin inside Chinese"),
    ("（一)总则", "（一）总则", "a pair of two widths"),
    ("什么原因?答", "什么原因？答", "a question mark"),
    ("责任单位∶市教委", "责任单位：市教委", "a ratio sign typed for a colon"),
    ("1，200元", "1,200元", "a full-width thousands separator"),
    ("12，345，678元", "12,345,678元", "two of them"),
    ("36·5%的农户", "36.5%的农户", "a middle dot as decimal point"),
    ("约36•5万人", "约36.5万人", "a bullet as decimal point"),
    ("二O三五年", "二〇三五年", "a letter in a year of Chinese digits"),
    ("二0二五年", "二〇二五年", "an Arabic zero in it"),
    ("二О二一—二О二五年", "二〇二一—二〇二五年", "Cyrillic letters, both years of a range"),
]

STAYS = [
    ("投资1,200元", "a thousands separator"),
    ("上午9:30开始", "a time"),
    ("比例为1:3", "a ratio"),
    ("比例为1∶3", "a ratio with its own sign"),
    ("网址http://a.example/b?c=1,2", "an address"),
    ("采用A, B, C三类", "Latin words"),
    ("in English, (only)", "no Chinese at all"),
    ("“6·18”平台", "a date in quotation marks"),
    ("安·吐尔逊", "the dot of a name"),
    ("分别为100，200，300元", "a list of numbers"),
    ("第1，200条", "numbers of articles"),
    ("2019，2020年", "a list of years"),
    ("一○四年", "○ is a zero of its own right"),
    ("O二五型", "a letter that is in no year"),
    ("平台?;设施", "what is left of damaged characters"),
    ("甲&nbsp;乙", "an entity"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ROWS)
def test_changed(text: str, expected: str, why: str) -> None:
    """What is put right."""
    assert punctuate(text) == expected, why


@pytest.mark.parametrize(("text", "why"), STAYS)
def test_stays(text: str, why: str) -> None:
    """What must not be touched."""
    assert punctuate(text) == text, why


@given(st.text('云岚一二三12, .:;?!()（），：；·%万元a"“”&O0年 -', max_size=40))
def test_any_text(text: str) -> None:
    """The length stays, and a second time changes nothing."""
    once = punctuate(text)
    assert len(once) == len(text)
    assert punctuate(once) == once

"""Where a letter that runs on in one line is cut: after number, addressees, signature and note."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.letters import letter_breaks

CUT = [
    (
        "云政发〔2018〕12号各市、县人民政府：现将方案印发给你们。",
        "云政发〔2018〕12号|各市、县人民政府：|现将方案印发给你们。",
        "number, addressees, letter",
    ),
    ("云政发〔 2018〕12号 各有关单位：", "云政发〔 2018〕12号 |各有关单位：", "a stray space in the number"),
    ("各市、县人民政府：《云岚省水务方案》已经同意。", "各市、县人民政府：|《云岚省水务方案》已经同意。", "a letter that begins with a name"),
    ("各区政府（含功能区）：为加强管理，制定本办法。", "各区政府（含功能区）：|为加强管理，制定本办法。", "addressees that end with a bracket"),
    ("请认真执行。云岚省水利厅2018年5月2日", "请认真执行。|云岚省水利厅2018年5月2日", "a signature after the last sentence"),
    ("云岚省水利厅2018年5月2日 云岚省水务方案", "云岚省水利厅2018年5月2日 |云岚省水务方案", "what is set apart after the date"),
    ("云岚省水利厅2018年5月2日云岚省水务方案", "云岚省水利厅2018年5月2日|云岚省水务方案", "what runs into the date"),
    ("云岚省水利厅2018年5月2日（此件公开发布）云岚省水务方案", "云岚省水利厅2018年5月2日|（此件公开发布）|云岚省水务方案", "a note between"),
    ("二○一一年五月三日　　云岚省水务方案", "二○一一年五月三日　　|云岚省水务方案", "a date in numerals alone"),
    ("厅长 方远2018年5月2日 云岚省水务办法", "厅长 方远2018年5月2日 |云岚省水务办法", "a person signs"),
    (
        "云岚省水利厅2018年5月2日 云岚省水务方案 为加强管理，",
        "云岚省水利厅2018年5月2日 |云岚省水务方案 |为加强管理，",
        "a headline set apart by a space",
    ),
    ("电话：0900-1234567附件：1.任务表", "电话：0900-1234567|附件：1.任务表", "a list of enclosures"),
]

WHOLE = [
    ("云政发〔2018〕12号文件要求加快推进。", "a document spoken of"),
    ("云政发〔2018〕12号", "the number alone"),
    ("各有关部门：", "addressees alone"),
    ("各部门要落实责任：为企业减负。", "a sentence with a colon"),
    ("云岚省水利厅2018年5月2日印发的方案已经到期。", "a sentence that goes on after the date"),
    ("省水利厅2018年5月2日召开会议。", "another"),
    ("（省水利厅2018年5月2日）", "a signature in brackets"),
    ("自2018年5月2日起施行。", "a date in a sentence"),
    ("到2018年5月2日，各地要完成清查。", "a deadline"),
    ("（详见附件：1.任务表）", "enclosures spoken of"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CUT)
def test_cut(text: str, expected: str, why: str) -> None:
    """The parts of a letter begin lines."""
    assert pieces(text) == expected, why


@pytest.mark.parametrize(("text", "why"), WHOLE)
def test_whole(text: str, why: str) -> None:
    """Sentences that speak of letters are not cut."""
    assert pieces(text) == text, why


def pieces(text: str) -> str:
    cuts = sorted(letter_breaks(text))
    return "|".join(text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True))


@given(st.text("云岚省厅〔〕2018年5月日号：。（）此件各 附件1.", max_size=60))
def test_any_text(text: str) -> None:
    """Cuts are inside the text."""
    assert all(0 < cut < len(text) for cut in letter_breaks(text))


def test_linear_time() -> None:
    """A long line costs no more than its length; measured by a text that would take minutes otherwise."""
    assert letter_breaks("各市水利厅" * 50_000 + "2018年5月2日" * 50_000) is not None

"""Damaged text is put right where there is one clear reading, and left as it is where there is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text import clean
from pipeline.text.repair import repairs
from tests.text.blocks import Block

SENTENCE = "推进政策，落实责任，建设航运码头。"


def struck(text: str) -> str:
    """What a replacement of bytes (A3 BB by a semicolon) makes of GBK text: the mark where it stands, rubbish where it is two halves."""
    return text.encode("gbk").replace(b"\xa3\xbb", b";").decode("gb18030", "replace").replace("\ufffd", "?")


def mended(text: str) -> str:
    """The text with its repairs made."""
    for repair in reversed(repairs(text)):
        text = text[: repair.start] + repair.meant + text[repair.end :]
    return text


STRUCK = [
    ("接入航运平臺。基礎航道體系更加健全", "the stop and the word after it, in traditional script"),
    ("推動資源共享。基於一體的碼頭", "a run that goes on over three characters"),
    ("推動資源共享。基礎研究和應用", "the stop once more"),
]
MISREAD = [
    (SENTENCE.encode().decode("latin-1"), "UTF-8 read as Latin-1, control characters and all"),
    (SENTENCE.encode("gbk").decode("latin-1"), "GBK read as Latin-1"),
    ((SENTENCE + "好").encode().decode("gb18030"), "UTF-8 read as GBK, nothing lost"),
]


@pytest.mark.parametrize(("text", "why"), STRUCK)
def test_bytes_struck_out_of_two_characters(text: str, why: str) -> None:
    """The lost lead byte is guessed by the words around."""
    damaged = struck(text)
    assert damaged != text
    assert mended(damaged) == text, why


@pytest.mark.parametrize(
    ("text", "meant", "why"),
    [
        ("消防、?;\ue1fb?、建设", "消防、危化品、建设", "a byte is lost at the run's end too"),
        ("执法、?;\ue1fb肺锪鞴芸?、监管", "执法、危化品物流管控、监管", "a run of six characters"),
    ],
)
def test_a_byte_lost_at_both_ends(text: str, meant: str, why: str) -> None:
    """Two guesses must make words together."""
    assert mended(text) == meant, why


@pytest.mark.parametrize(("text", "why"), MISREAD)
def test_text_in_another_encoding(text: str, why: str) -> None:
    """The whole of it reads as Chinese in the encoding meant."""
    assert mended(text).removesuffix("好") == SENTENCE, why


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "能否实现?;能否持续?;",
        "什么原因?；请说明",
        "数据?;A",
        "http://a.example/?;b=1",
        "Café São Paulo, naïve résumé",
        "北纬26°31′17″，误差±5%，规模×2",
        "锛钢铁和銆类",
        "平台\ufffd\ufffd建设",
        "航道?;\ue1fb\ue1fb\ue1fb整治",
        "",
    ],
)
def test_what_has_no_clear_reading_stays(text: str) -> None:
    """Whole text, and damage that could have been several things."""
    assert mended(text) == text


def test_a_repair_is_told_with_before_and_after() -> None:
    """The finding stands at the repaired words, and quotes both readings."""
    found = clean([Block("接入航運平臺?;\ue2a6A設施體系更加健全，推動碼頭建設，培育航運企業。")])
    (finding,) = found.findings
    assert finding.code == "mojibake"
    assert finding.start is not None
    assert finding.end is not None
    assert found.text[finding.start : finding.end] == "。基础"
    assert "平臺?;\ue2a6A設施" in finding.message
    assert "平臺。基礎設施" in finding.message
    assert found.as_published(finding.start, finding.end) == "?;\ue2a6"


@given(st.text(alphabet="推进政策?;；\ue1fb锛銆æ”¿ç­–锪鞴芸A\n。", max_size=30))
def test_any_text(text: str) -> None:
    """Repairs are in order, apart, inside the text, and give Chinese; offsets of a cleaned text stay true."""
    at = 0
    for repair in repairs(text):
        assert at <= repair.start < repair.end <= len(text)
        assert repair.meant.isprintable()
        at = repair.end
    found = clean([Block(text)])
    assert len(found.origin) == len(found.text)
    assert list(found.origin) == sorted(found.origin)

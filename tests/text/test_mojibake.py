"""Damaged text is found where it is, and whole text is not called damaged."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text import clean
from pipeline.text.mojibake import damages
from tests.text.blocks import Block

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "推进政策，落实责任。"

DAMAGED = [
    ("推进\ufffd\ufffd改革", "\ufffd\ufffd", "bytes that no decoder could read"),
    ("推进\ufffd策\ufffd改革", "\ufffd策\ufffd", "one stretch, not two"),
    ("前言锟斤拷锟斤拷后记", "锟斤拷锟斤拷", "replacement characters read as GBK"),
    (SENTENCE.encode().decode("latin-1"), None, "UTF-8 read as Latin-1"),
    (SENTENCE.encode("gbk").decode("latin-1"), None, "GBK read as Latin-1"),
    ("推进政策，落实".encode().decode("gb18030", "replace"), None, "UTF-8 read as GBK"),
    ("数据平台?;A设施", "?;A", "bytes replaced inside a character"),
    ("执法、?；?、建设", "?；", "the same with wide punctuation"),
    ("训练馆建设。オプ：根据标准", "オプ", "kana where none can be"),
    ("联系人：李明???室", "???", "characters lost"),
]

WHOLE = [
    SENTENCE,
    "什么原因?",
    "能否实现？；能否持续？",
    "北纬26°31′17″，误差±5%，规模×2",
    "Café São Paulo, naïve résumé",
    "http://a.example/?;b=1",
    "要素×××行动",
    "注音符號ㄅㄆㄇ",
    "锛钢铁",
    "锛钢",
    "",
]


@pytest.mark.parametrize(("text", "span", "why"), DAMAGED)
def test_damaged(text: str, span: str | None, why: str) -> None:
    """What is found, and where."""
    found = damages(text)
    assert found, why
    if span is not None:
        assert next(text[damage.start : damage.end] for damage in found) == span, why


@pytest.mark.parametrize("text", WHOLE)
def test_whole(text: str) -> None:
    """No false alarm."""
    assert damages(text) == []


def test_finding() -> None:
    """The finding points at the damaged characters in the cleaned text and quotes what is around them."""
    page = clean([Block("　　推进 \ufffd改革")])
    (finding,) = page.findings
    assert (finding.severity, finding.code) == ("warning", "mojibake")
    assert finding.start is not None
    assert finding.end is not None
    assert page.text[finding.start : finding.end] == "\ufffd"
    assert finding.message == ("Damaged text “…推进 \ufffd改革…”: bytes that could not be decoded. Figures and names near it may be wrong.")


def test_many_findings() -> None:
    """A text damaged all over gives a bounded number of findings, the last of which says how many more there are."""
    page = clean([Block("推进\ufffd改革，落实责任。" * 50)])
    assert len(page.findings) == 21
    assert page.findings[-1].message.startswith("30 more damaged stretches in this text")


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    """Stretches are in order, apart from each other and not empty."""
    found = damages(text)
    assert all(0 <= damage.start < damage.end <= len(text) for damage in found)
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))


@pytest.mark.shared
def test_real_documents(shared: Path) -> None:
    """Of the annotated documents, the damaged ones are those annotated so."""
    found = {path.name for path in (shared / "gold" / "docs").iterdir() if damages(path.read_text(encoding="utf-8"))}
    assert found == {"003_1de5c965bc9eb7dd.txt", "prov-gov-hard-0001.txt"}

"""Decoding: which encoding Chinese bytes are in, and what is no text."""

from __future__ import annotations

import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.decode import declared_encoding, decode

HANS = "云岚省人民政府办公厅关于印发云岚省数字乡村建设行动方案的通知。到2025年，全省建成示范村50个以上。"
HANT = "雲嵐縣政府公告：為促進觀光產業發展，訂定本縣旅宿業輔導補助要點，並自即日生效。補助總額以新臺幣五百萬元為限。"

READABLE = [
    (HANS, "utf-8", "utf-8", "plain UTF-8"),
    (HANS, "utf-8-sig", "utf-8", "UTF-8 with its mark, which is no part of the text"),
    (HANS, "gb18030", "gb18030", "GB18030"),
    (HANS, "gbk", "gb18030", "GBK is part of GB18030"),
    (HANT, "big5", "big5", "Big5"),
    (HANT + "嘅喺咗啲㗎", "big5hkscs", "big5hkscs", "characters that only Hong Kong's extension has"),
    (HANT, "gb18030", "gb18030", "traditional text in the mainland's encoding"),
    (HANS, "utf-16", "utf-16", "UTF-16 with its mark"),
    (HANS + "\r\nabc 123", "utf-16-le", "utf-16-le", "UTF-16 without a mark"),
    (HANS + "\r\nabc 123", "utf-16-be", "utf-16-be", "the other order of bytes"),
    (HANS, "utf-32", "utf-32", "UTF-32 with its mark"),
    (HANS, "hz", "hz", "HZ, seven bits"),
    ("plain text", "ascii", "utf-8", "ASCII is UTF-8"),
]
NO_TEXT = [
    (b"", "empty-text", "nothing"),
    (b" \r\n\t\x00", "empty-text", "blank"),
    (b"%PDF-1.7\n%\xe2\xe3", "unsupported-format", "a PDF"),
    (b"PK\x03\x04\x14\x00", "unsupported-format", "an Office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "unsupported-format", "an old Office document"),
    (b"\x89PNG\r\n\x1a\n", "unsupported-format", "a picture"),
    (b"abc" + b"\x00" * 900 + b"def", "unsupported-format", "binary data"),
    (random.Random(7).randbytes(4000), "undecodable", "random bytes"),
]


@pytest.mark.parametrize(("text", "written", "encoding", "why"), READABLE)
def test_an_encoding_is_recognised(text: str, written: str, encoding: str, why: str) -> None:
    decoded = decode(text.encode(written))
    assert (decoded.text, decoded.encoding) == (text, encoding), why
    assert decoded.findings == ()


@pytest.mark.parametrize(("data", "code", "why"), NO_TEXT)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, code: str, why: str) -> None:
    decoded = decode(data)
    assert decoded.text is None, why
    assert [(finding.code, finding.severity) for finding in decoded.findings] == [(code, "error")]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_a_file_cut_inside_its_last_character_keeps_its_encoding(encoding: str) -> None:
    decoded = decode(HANT.replace("。", "").encode(encoding)[:-1])
    assert decoded.encoding == encoding
    assert decoded.text == HANT.replace("。", "")[:-1]
    assert [finding.code for finding in decoded.findings] == ["truncated"]


def test_a_few_broken_bytes_cost_those_bytes_alone() -> None:
    data = (HANS * 20).encode()
    decoded = decode(data[:300] + b"\xff\xfe" + data[300:])
    assert decoded.encoding == "utf-8"
    assert decoded.text is not None
    assert decoded.text.replace("\ufffd", "") == HANS * 20
    assert [(finding.code, finding.severity) for finding in decoded.findings] == [("undecodable", "error")]


def test_a_stray_zero_byte_is_dropped() -> None:
    decoded = decode((HANS[:20] + "\x00" + HANS[20:]).encode())
    assert decoded.text == HANS
    assert [finding.code for finding in decoded.findings] == ["control-characters"]


def test_what_a_page_declares_is_a_hint_only() -> None:
    page = f'<meta charset="gb2312"><p>{HANS}</p>'.encode()
    assert declared_encoding(page) == "gb18030"
    assert decode(page).encoding == "utf-8"


@given(st.text(alphabet=HANS, min_size=12, max_size=80))
def test_any_chinese_survives_both_encodings(text: str) -> None:
    for encoding in ("utf-8", "gb18030"):
        assert decode(text.encode(encoding)).text == text


@given(st.binary(max_size=300), st.sampled_from([b"", codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8, codecs.BOM_UTF32_LE]))
def test_any_bytes_are_text_or_a_reason(data: bytes, mark: bytes) -> None:
    decoded = decode(mark + data)
    assert decoded.text is not None or decoded.findings

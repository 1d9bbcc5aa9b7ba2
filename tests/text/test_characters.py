"""Look-alikes folded, invisible characters dropped, with every character's origin kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.characters import fold
from pipeline.text.traced import Traced

ROWS = [
    ("２０２５", "2025", "full-width digits"),
    ("ＧＤＰ", "GDP", "full-width letters"),
    ("３５％", "35%", "full-width percent sign"),
    ("互联网＋", "互联网+", "full-width plus"),
    ("１．推进", "1.推进", "full-width stop of a label"),
    ("1﹒推进", "1.推进", "small full stop"),
    ("［1995］8号", "[1995]8号", "full-width square brackets"),
    ("，；：（）！？～－", "，；：（）！？～－", "the punctuation and dashes of Chinese stay"),
    ("⼈⼒资源", "人力资源", "Kangxi radicals"),
    ("增⻓", "增长", "a radical of the supplement"),
    ("說明", "說明", "a compatibility ideograph"),
    ("①②③", "①②③", "circled numbers are labels"),
    ("Ⅲ类水体", "Ⅲ类水体", "Roman numerals stay"),
    ("㎡ ½ ℃ ‰", "㎡ ½ ℃ ‰", "units and fractions of one character stay"),
    ("⑴推进", "（1）推进", "a bracketed number is written out"),
    ("⒊推进", "3.推进", "a number with its stop is written out"),
    ("㈡推进", "（二）推进", "a bracketed numeral is written out"),
    ("3−5", "3-5", "a minus sign is a hyphen"),
    ("3—5–7～9", "3—5–7～9", "dashes stay as published"),
    ("\ufeff数\u200b字\u00ad化", "数字化", "byte order mark, zero-width space, soft hyphen"),
    ("目标\ue0b7一", "目标一", "private use"),
    ("一\x07二", "一二", "a control character"),
    ("一\r\n二\u2028三", "一\n\n二\n三", "every line end is one"),
    ("\u2003\u2003推进", "\u3000\u3000推进", "em spaces indent as ideographic ones do"),
    ("5\u20095", "5 5", "a thin space is a space"),
    ("全国⼈⼜普查", "全国人口普查", "the radical that a font gives for 口"),
    ("⼜一次，人口", "又一次，人口", "it is 又 where the document has 口"),
    ("⼈⼒ 资源和⼯ 业", "人力资源和工业", "spaces that the font of the radicals brings along"),
    ("\ud800", "\ufffd", "half a surrogate pair"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ROWS)
def test_fold(text: str, expected: str, why: str) -> None:
    """What each look-alike becomes."""
    assert fold(Traced.whole(text)).text == expected, why


def test_origin_of_longer_and_dropped() -> None:
    """A label written out points at its one character; after a dropped character the count goes on."""
    folded = fold(Traced.whole("a\u200b⑴b"))
    assert (folded.text, list(folded.origin)) == ("a（1）b", [0, 2, 2, 2, 3])


@given(st.text())
def test_any_text(text: str) -> None:
    """Origins stay in order and in range, and folding twice changes nothing."""
    once = fold(Traced.whole(text))
    assert len(once.origin) == len(once.text)
    assert list(once.origin) == sorted(once.origin)
    assert all(0 <= at < len(text) for at in once.origin)
    assert fold(once).text == once.text

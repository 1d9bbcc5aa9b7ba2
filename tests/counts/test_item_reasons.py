"""Why an item is as it is."""

from __future__ import annotations

import pytest

from extractors.explain import reasons
from extractors.language import analyse

#: (sentence, text of the count, what the rule says, the words it rests on)
REASONS = [
    ("建成50家青汀书屋。", "50家", "after the number", "青汀书屋"),
    ("全省建设高标准农田900万亩。", "900万亩", "before the number", "高标准农田"),
    ("树脂产量为841万吨，同比下降3%。", "3%", "carried over", "树脂产量"),
    ("人参、食用菌产值分别达到30亿元、20亿元。", "20亿元", "its part of a list", "食用菌产值"),
    ("青汀电厂（30万千瓦）已投产。", "30万千瓦", "bracket", "青汀电厂"),
    ("无害化处理率达到90%，甲乙区域达到95%。", "95%", "put together", None),
]


@pytest.mark.parametrize(("text", "written", "rule", "words"), REASONS)
def test_reason(text: str, written: str, rule: str, words: str | None) -> None:
    """The rule and the words that the item of the count `written` rests on."""
    with reasons() as found:
        count = next(count for count in analyse(text).counts if count.text == written)
    reason = next(reason for reason in found if reason.table == "counts" and reason.at == count.start and reason.field == "item")
    assert rule in reason.rule
    assert (text[reason.start : reason.end] if reason.start is not None else None) == words

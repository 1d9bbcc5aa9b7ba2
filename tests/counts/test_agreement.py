"""Whether a measure word counts such things as a noun phrase names."""

from __future__ import annotations

import pytest

from extractors.counts.noun_phrases.nouns import agreement

#: (measure word, noun phrase, its last word, whether it counts such things, why)
AGREEMENTS = [
    ("家", "三甲医院", "医院", "counted", "an organisation"),
    ("家", "医院住院人次", "人次", "not", "a measure"),
    ("条", "重点产业链", "产业链", "counted", "what has a length, in a figure"),
    ("条", "龙头企业", "企业", "not", "an organisation"),
    ("个", "患病率", "患病率", "not", "a measure"),
    ("个", "评估验收", "验收", "not", "a deed"),
    ("项", "重点改革", "改革", "unknown", "项 may count deeds"),
    ("名", "骨干教师", "教师", "counted", "people"),
    ("名", "示范学校", "学校", "not", "no people"),
    ("个", "农贸市场", "市场", "counted", "市场 is no 场 of its own kind"),
    ("个", "企业上市", "上市", "not", "上市 is no 市"),
    ("个", "三产融合", "融合", "not", "a verb that is in no list"),
    ("位", "专家授课", "授课", "not", "授课 is no 课"),
    ("元/年", "财政补助", "补助", "counted", "money by the year"),
    ("扎", "气球", "气球", "unknown", "a measure word of which nothing is known"),
    (None, "龙头企业", "企业", "unknown", "no measure word"),
]


@pytest.mark.parametrize(("measure", "phrase", "last", "expected", "why"), AGREEMENTS)
def test_agreement(measure: str | None, phrase: str, last: str, expected: str, why: str) -> None:
    """Whether a measure word counts what a phrase names."""
    assert agreement(measure, phrase, last) == expected, why

"""Why a deadline is one: the reasons that `--explain` shows."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.deadlines import find_deadlines
from extractors.explain import reasons
from extractors.records import Context

ROWS = [
    ("到2025年，建成平台。", "row", "a time by which", "到2025年", "a limit"),
    ("到2025年，建成平台。", "bound", "until before the time", "到", "the preposition that makes it one"),
    ("6月底前建成平台。", "bound", "before after the time", "前", "the word after the time"),
    ("2025年6月底前建成平台。", "date_to", "the words name the date", "2025年6月底", "a date in full"),
    ("2024年6月底前出台细则，9月底前建成平台。", "date_to", "carried over", "2024年6月底前", "the year of the time before"),
    ("年底前建成平台。", "date_to", "the document's own date", None, "the year of the page"),
    ("每年评估一次。", "bound", "each or by turns", "每年", "recurring"),
    ("自印发之日起实施。", "bound", "from the issue on", "自印发之日起", "counted from the issue"),
    ("力争三年内建成平台。", "row", "a length of time", "三年内", "a length"),
    ("“十四五”期间建成平台。", "bound", "during after the time", "期间", "a plan period"),
    ("2025年，建成平台。", "bound", "stands alone", "2025年", "a bare year"),
    ("2025年底，建成平台。", "bound", "the end of a year", "2025年底", "an end"),
    ("完成时限：2025年6月5日", "bound", "a label", None, "a label before it"),
    ("本办法自2023年1月1日起施行，有效期5年。", "row", "how long the document holds", "有效期5年", "validity"),
]


@pytest.mark.parametrize(("text", "field", "rule", "words", "why"), ROWS)
def test_reasons(text: str, field: str, rule: str, words: str | None, why: str) -> None:
    """The last row of the text has a reason for the field, with the words it rests on."""
    with reasons() as found:
        rows = find_deadlines(text, Context(published=date(2022, 3, 1)))
    told = [reason for reason in found if reason.at == rows[-1].start and reason.field == field]
    assert [rule in reason.rule for reason in told] == [True], why
    (reason,) = told
    assert (text[reason.start : reason.end] if reason.start is not None else None) == words


def test_unresolved_says_so() -> None:
    """A limit that nothing dates says that nothing does."""
    with reasons() as found:
        find_deadlines("6月底前建成平台。")
    assert [reason.rule for reason in found if reason.field == "date_to"] == ["nothing in the text resolves it"]


def test_nobody_asks() -> None:
    """Without anybody asking nothing is kept."""
    find_deadlines("到2025年，建成平台。")
    with reasons() as found:
        pass
    assert found == []

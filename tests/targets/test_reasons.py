"""Why a clause is a target: the reasons that `--explain` shows."""

from __future__ import annotations

import pytest

from extractors.explain import reasons
from extractors.records import Context
from extractors.targets.find import find_targets
from tests.targets.notation import read

BY = "<到2025年=2025-12-31>"
ROWS = [
    (f"加强统筹，{BY}，体系基本建成。", "row", "the clause that a deadline opens", "到2025年", "the first clause after the date"),
    (f"《纲要》提出，{BY}体系基本建成，能力显著提升。", "row", "a later clause", "到2025年", "a later one"),
    ("各县办法应于<2017年底前=2017-12-31>印发。", "row", "its deadline in the clause", "2017年底前", "a date inside"),
    (f"@goal 二、目标\n{BY}，能力大幅提升。\n平台加快完善。", "row", "a statement of goals", "到2025年", "under a heading of goals"),
    ("会同财政厅于<6月底前=2017-06-30>完成排查，建立联席制度。", "row", "goes on with a clause", "6月底前", "an act after a dated one"),
    (f"{BY}，新增企业{{30家:target}}。", "row", "a quantity still to be reached", "30家", "a quantity"),
    (f"{BY}，产值增长{{5%:change}}。", "row", "a change still to be reached", "5%", "a change"),
    (f"{BY}建成{{30家:target}}。", "deadline_date", "the deadline in the clause", "到2025年", "its own date"),
    (f"{BY}，新增企业{{30家:target}}，体系完善。", "deadline_date", "opens the sentence", "到2025年", "the sentence's"),
    (f"@goal 二、目标\n{BY}，能力大幅提升。\n平台加快完善。", "deadline_date", "an earlier sentence", "到2025年", "the section's"),
    ("<每年=every>新建学校{30所:target}。", "deadline_date", "every year", None, "none for what recurs"),
    ("新建学校{30所:target}。", "deadline_date", "no deadline", None, "none where nothing dates it"),
    (f"{BY}，力争建成{{30家:target}}。", "strength", "striving before", "力争", "a word of striving before the quantity"),
    (f"力争{BY}，体系基本建成。", "strength", "striving before", "力争", "one before the date"),
    (f"{BY}，体系基本建成。", "strength", "no word of striving", None, "none"),
]


@pytest.mark.parametrize(("marked", "field", "rule", "words", "why"), ROWS)
def test_reasons(marked: str, field: str, rule: str, words: str | None, why: str) -> None:
    """The last target of the text has a reason for the field, with the words it rests on."""
    text, facts = read(marked)
    with reasons() as found:
        target = find_targets(text, facts)[-1]
    at = facts.counts[target.count].start if target.count is not None else target.start
    told = [reason for reason in found if reason.at == at and reason.field == field]
    assert [rule in reason.rule for reason in told] == [True], why
    assert (text[told[0].start : told[0].end] if told[0].start is not None else None) == words, why


def test_the_policys_period() -> None:
    """A quantity that only the policy's own period bounds says so."""
    text, facts = read("新建学校{30所:target}。", Context(period=(2021, 2025)))
    with reasons() as found:
        find_targets(text, facts)
    assert [reason.rule for reason in found if reason.field == "deadline_date"] == ["the end of the policy's own period"]

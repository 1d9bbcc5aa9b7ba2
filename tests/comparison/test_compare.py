"""What documents say of one indicator, put together."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.comparison.compare import Statement, compare, conflict_findings
from pipeline.comparison.views import column_names, wide_rows

if TYPE_CHECKING:
    from pipeline.tables.model import Row

Y2025, Y2030 = date(2025, 12, 31), date(2030, 12, 31)


def said(doc: str, value: str | None, due: date | None = Y2025, comparator: str = "ge", **more: Any) -> Statement:
    """A statement about data centres in one plan; document `p…` is the policy's own text, others are articles."""
    known: dict[str, Any] = {"policy_id": "p1", "key": "数据中心", "unit": "个", "value_max": None, "start": 0, "end": 5}
    number = Decimal(value) if value else None
    known |= {"indicator": "数据中心", "text": f"建成{value}个", "rank": 0 if doc.startswith("p") else 1, "doc_id": doc, "source": f"{doc}.txt"}
    return Statement(comparator=comparator if value else None, value=number, due=due, **(known | more))


@pytest.mark.parametrize(
    ("statements", "expected", "why"),
    [
        ([said("a", "50")], ["≥50 2025 single 1"], "one document"),
        ([said("a", "50"), said("b", "50"), said("p", "50")], ["≥50 2025 agreed 3"], "three that agree"),
        ([said("a", "50"), said("a", "50")], ["≥50 2025 single 1"], "a document that repeats itself"),
        ([said("a", "50", comparator="eq"), said("p", "50")], ["≥50 2025 agreed 2"], "达到50 tells 50以上; the policy's words hold"),
        ([said("a", "50", comparator="le"), said("p", "50")], ["≥50 2025 conflict 2"], "a ceiling is no floor"),
        ([said("a", "60"), said("p", "50")], ["≥50 2025 conflict 2"], "another number for the same day"),
        ([said("a", "60"), said("b", "60"), said("p", "50")], ["≥50 2025 conflict 3"], "two that agree against the policy"),
        ([said("a", "50", None), said("p", "50")], ["≥50 2025 agreed 2"], "an article that leaves the date out"),
        ([said("a", "50", Y2030), said("p", "50")], ["≥50 2025 conflict 2"], "the same number for another day"),
        ([said("a", "80", Y2030), said("p", "50")], ["≥50 2025 single 1", "≥80 2030 single 1"], "an interim and a final goal"),
        (
            [said("p", "50"), said("p", "80", Y2030), said("a", "80", Y2030)],
            ["≥50 2025 single 1", "≥80 2030 agreed 2"],
            "both in the policy, one in the article",
        ),
        ([said("p", "50"), said("p", "80", Y2030), said("a", "55")], ["≥50 2025 conflict 2", "≥80 2030 single 1"], "wrong about the first"),
        (
            [said("p", "50"), said("p", "30"), said("a", "80")],
            ["≥50 2025 single 1", "≥30 2025 single 1", "≥80 2025 single 1"],
            "the policy breaks it down",
        ),
        ([said("a", "50", policy_id="p2"), said("p", "60")], ["≥60 2025 single 1", "≥50 2025 single 1"], "two policies never conflict"),
        ([said("a", "3", value_max=Decimal(5)), said("p", "3")], ["≥3 2025 conflict 2"], "a range is not its lower end"),
        ([said("a", None), said("b", None)], [" 2025 agreed 2"], "a state to reach"),
    ],
)
def test_facts(statements: list[Statement], expected: list[str], why: str) -> None:
    signs = {"ge": "≥", "le": "≤", "eq": "", None: ""}
    facts = [
        f"{signs[fact.told.comparator]}{fact.told.value or ''} {fact.told.due.year if fact.told.due else ''} {fact.agreement} {len(fact.doc_ids)}"
        for fact in compare(statements)
    ]
    assert facts == expected, why


def test_a_conflict_names_both_sides() -> None:
    facts = compare([said("a", "60"), said("p", "50")])
    ((doc, finding),) = conflict_findings(facts)
    assert doc == "a"
    assert finding.message == "数据中心: “建成60个” (≥60 (2025-12-31)) contradicts “建成50个” (≥50 (2025-12-31)) in p.txt."


def row(title: str, region: str | None = None) -> Row:
    return {"title": title, "region": region}


def test_wide_table() -> None:
    """Rows and columns that several policies share come first; several facts stand in one cell; a range and a state have their signs."""
    statements = [
        said("a", "50", key="甲", policy_id="p1"),
        said("a", "70", Y2030, key="甲", policy_id="p1"),
        said("b", "3", None, key="乙", policy_id="p2", value_max=Decimal("5.50"), comparator="approx"),
        said("c", "4", key="丙", policy_id="p3"),
        said("a", None, key="丙", policy_id="p1", unit="个"),
    ]
    facts = compare(statements)
    policies = {"p1": row("丁规划"), "p2": row("甲规划"), "p3": row("乙规划")}
    names = column_names(facts, policies)
    assert list(names.values()) == ["丁规划", "乙规划", "甲规划"]
    assert list(wide_rows(facts, names)) == [
        {
            "indicator_key": "丙",
            "subject": None,
            "unit": "个",
            "policies": 2,
            "丁规划": "✓ (2025-12-31)",
            "乙规划": "≥4 (2025-12-31)",
            "甲规划": None,
        },
        {"indicator_key": "乙", "subject": None, "unit": "个", "policies": 1, "丁规划": None, "乙规划": None, "甲规划": "≈3–5.5"},
        {
            "indicator_key": "甲",
            "subject": None,
            "unit": "个",
            "policies": 1,
            "丁规划": "≥50 (2025-12-31)；≥70 (2030-12-31)",
            "乙规划": None,
            "甲规划": None,
        },
    ]


def test_a_table_too_large_keeps_what_is_shared() -> None:
    statements = [said("a", "5", key="甲", policy_id="p1"), said("b", "6", key="甲", policy_id="p2"), said("a", "7", key="乙", policy_id="p1")]
    facts = compare(statements)
    names = column_names(facts, {"p1": row("一"), "p2": row("二")})
    assert [found["indicator_key"] for found in wide_rows(facts, names, most_cells=3)] == ["甲"]


@pytest.mark.parametrize(
    ("policies", "expected", "why"),
    [
        ({"p1": row("公园方案", "云岚省"), "p2": row("公园方案", "沧渚省")}, ["公园方案 [云岚省]", "公园方案 [沧渚省]"], "told apart by region"),
        ({"p1": row("公园方案"), "p2": row("公园方案")}, ["公园方案 [p1]", "公园方案 [p2]"], "by id where that does not help"),
        ({"p1": row("unit"), "p2": row("公园方案")}, ["unit [p1]", "公园方案"], "a title like a column's name"),
    ],
)
def test_column_names_are_distinct(policies: dict[str, Row], expected: list[str], why: str) -> None:
    facts = compare([said("a", "5", policy_id=name) for name in policies])
    assert sorted(column_names(facts, policies).values()) == expected, why


@given(
    st.lists(
        st.builds(
            said,
            st.sampled_from(["a", "b", "c", "p"]),
            st.sampled_from([None, "1", "2"]),
            st.sampled_from([None, Y2025, Y2030]),
            st.sampled_from(["ge", "le", "eq"]),
        )
    )
)
def test_every_statement_is_in_one_fact(statements: list[Statement]) -> None:
    """Nothing is lost or told twice, and the order in which documents come does not matter."""
    facts = compare(statements)
    told = [one for fact in facts for part in (fact, *fact.rivals) for one in part.statements]
    assert len(told) == len(statements)
    assert [(fact.told.value, fact.told.due, fact.agreement, fact.doc_ids) for fact in facts] == [
        (fact.told.value, fact.told.due, fact.agreement, fact.doc_ids) for fact in compare(sorted(statements, key=lambda one: one.source))
    ]

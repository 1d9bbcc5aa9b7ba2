"""What a bare indicator is of: rows of a text, and the subject of the last target in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.language import analyse
from extractors.records import Context
from pipeline.comparison.subjects import is_bare, subjects
from pipeline.tables.rows import innermost


def found(text: str, title: str | None = None, region: str | None = None) -> dict[str, str | None]:
    """The subject of each target of a text, by its indicator."""
    facts = analyse(text, Context(title=title))
    topics = subjects(text, facts, title, region, innermost(facts.sections, facts.targets))
    return {
        f"{target.indicator} {target.value}" if target.value is not None else target.indicator: topic
        for target, topic in zip(facts.targets, topics, strict=True)
    }


@pytest.mark.parametrize(
    ("indicator", "bare", "why"),
    [
        ("产值", True, "of what"),
        ("总投资", True, "总 says nothing"),
        ("项目总投资", True, "a project's is still bare"),
        ("企业数量", True, "how many"),
        ("重点项目", True, "which"),
        ("县（市、区）", True, "places in general"),
        ("覆盖率", True, "a rate"),
        ("线路长度", True, "a line's length"),
        ("石化产业产值", False, "says whose"),
        ("森林覆盖率", False, "says of what"),
        ("智能工厂", False, "a thing of its own"),
        ("道路停车位总量", False, "places to park on roads"),
        ("工程技术人员", False, "a profession"),
        ("城镇新增就业", False, "a concept"),
    ],
)
def test_bare_indicators(indicator: str, bare: bool, why: str) -> None:
    assert is_bare(indicator) is bare, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("石化产业聚链成群，到2025年实现产值5000亿元。", {"产值 500000000000": "石化产业"}, "the subject of the sentence"),
        ("2027年滨海公路完成投资70亿元。", {"投资 7000000000": "滨海公路"}, "before the verb"),
        ("打造滨海石化产业基地，到2025年产值达到800亿元。", {"产值 80000000000": "滨海石化产业基地"}, "what the clause before makes"),
        ("光电信息产业抢占先机。产值达到200亿元。", {"产值 20000000000": "光电信息产业"}, "what the sentence before is about"),
        ("一、发展重点\n1.潮汐装备。到2025年，实现产值30亿元。", {"产值 3000000000": "潮汐装备"}, "the heading"),
        ("一、发展重点\n1.做大做强石化产业。到2025年，实现产值30亿元。", {"产值 3000000000": "石化产业"}, "without its verbs"),
        ("到2025年，20家企业开展智能工厂试点。", {"企业 20": "智能工厂试点"}, "what the firms do"),
        ("到2025年，60%以上的县建成观潮台。", {"县 60": "观潮台"}, "what the counties do"),
    ],
)
def test_the_subject_of_a_bare_indicator(text: str, expected: dict[str, str], why: str) -> None:
    assert expected.items() <= found(text).items(), why


def test_three_industries_have_three_outputs() -> None:
    text = "到2025年，石化产业产值达到500亿元。\n新材料产业加快壮大，到2025年产值达到300亿元。\n海洋装备产业聚链成群，到2025年产值达到200亿元。"
    assert [topic for indicator, topic in found(text).items() if indicator.startswith("产值")] == ["新材料产业", "海洋装备产业"]


@pytest.mark.parametrize(
    ("text", "title", "expected", "why"),
    [
        (
            "到2025年，产值达到500亿元。",
            "云岚省潮汐装备产业发展规划（2021—2025年）",
            "潮汐装备产业",
            "the policy's own topic when nothing nearer says",
        ),
        ("到2027年，产值达到500亿元。", "2026年云岚省政府工作报告", None, "a report is about everything"),
        ("一、主要目标\n到2025年，产值达到500亿元。", None, None, "a heading that names no topic"),
        ("到2025年，森林覆盖率达到60%。", "云岚省林业规划", None, "it says so itself"),
    ],
)
def test_where_no_topic_is_near(text: str, title: str | None, expected: str | None, why: str) -> None:
    assert next(iter(found(text, title, "云岚省").values())) == expected, why


def test_a_row_of_a_table_is_headed_by_its_project() -> None:
    text = "项目名称\t2025年目标\n云潮湾跨海大桥项目\t投资达到50亿元\n云潮港码头项目\t投资达到30亿元"
    assert found(text) == {"投资 5000000000": "云潮湾跨海大桥项目", "投资 3000000000": "云潮港码头项目"}


@given(st.text(alphabet="石化产业投资值到2025年达到亿元，。；\n\t（）一、", max_size=80))
def test_any_text_gives_subjects_that_say_something(text: str) -> None:
    for topic in found(text).values():
        assert topic is None or (2 <= len(topic) <= 24 and not is_bare(topic))

"""What holds of the targets of any text."""

from __future__ import annotations

import itertools
import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractors.language import build
from extractors.records import Context, Count, Deadline, Facts, Section
from extractors.targets.find import find_targets
from tests.targets.notation import read, told

#: Pieces that a policy's sentences are made of, and pieces that no sentence is made of.
PIECES = [
    "<到2025年=2025-12-31>", "<6月底前=2021-06-30>", "<每年=every>", "<2019年起=from>", "<“十四五”期间=2021-01-01/2025-12-31>", "{30家:target}", "{5%:change}", "{9项:achieved}", "{8大:structure}",
    "力争", "体系更加完善", "建成园区", "加强宣传", "通过托管", "未来社区", "的", "以及", "年底前完成", "（", "）", "“", "”", "《方案》", "，", "；", "。", "：", "、", "\n", "\t", "一是", "（一）", "1.", " ", "@goal 目标\n", "@@task 任务|",
]  # fmt: skip
marked_texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(marked_texts, st.sampled_from(["policy", "news", "other"]))
def test_targets_are_sound(marked: str, genre: str) -> None:
    """Spans quote the text, references exist, values are the count's, and every quantity to be reached has exactly one row."""
    text, facts = read(marked, Context(genre=genre, period=(2021, 2023)))  # type: ignore[arg-type]
    found = find_targets(text, facts)
    for target in found:
        assert target.text == text[target.start : target.end]
        assert target.text
        assert (target.deadline is None) or (facts.deadlines[target.deadline].text == target.deadline_text)
        assert (target.deadline_from in (None, "policy_period")) == (target.deadline is None)
        if target.kind == "quantitative":
            assert target.count is not None
            count = facts.counts[target.count]
            assert (target.value, target.unit, target.comparator) == (count.value, count.unit, count.comparator)
            assert target.start <= count.start
            assert count.end <= target.end
        else:
            assert (target.count, target.value, target.unit, target.comparator) == (None, None, None, None)
            assert target.deadline_date is not None
            assert target.indicator
    rows = [target.count for target in found if target.count is not None]
    assert len(rows) == len(set(rows))
    assert {index for index, count in enumerate(facts.counts) if count.role == "target"} <= set(rows)
    assert all(facts.counts[index].role in ("target", "change") for index in rows)


@given(marked_texts)
def test_qualitative_targets_do_not_overlap(marked: str) -> None:
    """No stretch of text is told as two qualitative targets, and rows come in the order of the text."""
    text, facts = read(marked)
    found = find_targets(text, facts)
    assert [target.start for target in found] == sorted(target.start for target in found)
    states = [target for target in found if target.kind == "qualitative"]
    assert all(left.end <= right.start for left, right in itertools.pairwise(states))


@given(marked_texts, marked_texts)
@example("<到2025年=2025-12-31>未来社区<到2025年=2025-12-31>", "，以及")
def test_without_headings_paragraphs_are_independent(first: str, second: str) -> None:
    """What one line says does not date what another says, unless a heading stands above both."""
    first, second = (part.replace("@goal 目标\n", "").replace("@@task 任务|", "").replace("\n", "") for part in (first, second))
    assert told(f"{first}\n{second}") == told(first) + told(second)


@given(st.text(max_size=80))
def test_text_without_deadlines_and_quantities_has_no_targets(text: str) -> None:
    """Nothing comes from nothing."""
    assert find_targets(text, Facts()) == []


def _deadline(text: str, start: int, words: str) -> Deadline:
    return Deadline(start, start + len(words), words, None, date(2025, 12, 31), "year", "by", "text")


@pytest.mark.parametrize(
    ("piece", "words", "counted"),
    [
        ("到2025年，建成三座，", "到2025年", "三座"),
        ("到2025年建成三座", "到2025年", "三座"),
        ("到2025年，体系完善。", "到2025年", None),
        ("（到2025年（三座“", "到2025年", "三座"),
        ("到2025年，以甲为主体，的体系，以及", "到2025年", None),
        ("力争争取努力将要应须并且到2025年", "到2025年", None),
        ("1.（一）——一是到2025年：", "到2025年", None),
    ],
)
def test_hostile_text_takes_linear_time(piece: str, words: str, counted: str | None) -> None:
    """Tens of thousands of characters of repetition, without a full stop or with nothing else, take seconds at most."""
    text = piece * (20000 // len(piece))
    facts = Facts()
    for at in range(0, len(text) - len(piece) + 1, len(piece)):
        facts.deadlines.append(_deadline(text, at + piece.index(words), words))
        if counted:
            start = at + piece.index(counted)
            facts.counts.append(Count(start, start + 2, counted, Decimal(3), None, "座", "eq", "园区", "target" if at % 2 else "change"))
    began = time.perf_counter()
    find_targets(text, facts)
    assert time.perf_counter() - began < 3.0


def test_deeply_nested_outline() -> None:
    """Sections nested a thousand deep are walked without recursion."""
    text = "标题\n" * 1000 + "到2025年，体系完善。"
    sections = [Section(3 * i, len(text), i + 1, "", "标题", "goal", i - 1 if i else None, 3 * i, 3 * i + 2) for i in range(1000)]
    facts = Facts(sections=sections, deadlines=[_deadline(text, 3000, "到2025年")])
    assert len(find_targets(text, facts)) == 1


def test_the_component_fills_facts_and_spans() -> None:
    """`targets` works as a component of any Chinese pipeline, also alone."""
    nlp = build(["targets"])
    doc = nlp("全省建成体系。")
    assert doc._.facts.targets == []
    assert list(doc.spans["targets"]) == []

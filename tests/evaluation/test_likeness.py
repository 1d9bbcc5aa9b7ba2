"""When wordings, numbers, units and places are the same, and which facts are paired."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluation.likeness import alike, bare, same_number, same_unit, squeezed
from pipeline.evaluation.located import Located
from pipeline.evaluation.model import Target, Task
from pipeline.evaluation.pairing import most_overlap, paired, target_likeness, task_likeness


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("５０ 项", "50项", "width and spaces"),
        ("2021—2023 年", "2021-2023年", "one dash for all"),
        ("2021～2023年", "2021-2023年", "a wave is a dash"),
        ("**建成** _12_个", "建成12个", "emphasis of markdown"),
        ("建\u200b成\u3000\n12个", "建成12个", "spaces without width, of full width, and line ends"),
        ("㎡", "m2", "one character that folds to two"),
    ],
)
def test_squeezed(text: str, expected: str, why: str) -> None:
    assert squeezed(text) == expected, why


def test_bare_has_no_punctuation() -> None:
    assert bare("《智慧码头》（试行）、“航运”") == "智慧码头试行航运"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("智慧码头", "智慧码头", 1.0),
        ("码头", "智慧码头", 2 * 2 / 6),
        ("码头智慧", "智慧码头", 1.0),
        ("", "", 1.0),
        (None, "，", 1.0),
        ("码头", None, 0.0),
        ("码头", "航道", 0.0),
    ],
)
def test_alike_is_the_f1_of_characters(one: str | None, other: str | None, expected: float) -> None:
    assert alike(one, other) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [(0.3, 0.1 + 0.2, True), (3.5e12, 3.5e12 + 1, True), (12, 13, False), (0, None, False), (None, None, True), (0.3333, 0.3334, False)],
)
def test_same_number(one: float | None, other: float | None, same: bool) -> None:
    assert same_number(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("％", "%", True),
        ("百分之", "%", True),
        ("个百分点", "百分点", True),
        ("人民币", "元", True),
        (None, "", True),
        ("个", "项", False),
        ("%", "百分点", False),
    ],
)
def test_same_unit(one: str | None, other: str | None, same: bool) -> None:
    assert same_unit(one, other) is same


TEXT = "到2023年底，建成智慧码头12个以上。\n累计新增泊位12个，改造泊位12个。"


@pytest.mark.parametrize(
    ("quote", "context", "expected", "why"),
    [
        ("12个", None, ["12个"], "the first place without a context"),
        ("12个", "新增泊位12个，", ["新增泊位12个"], "inside its context"),
        ("１２ 个", "改造 泊位 12个", ["改造泊位12个"], "whatever the spacing"),
        ("12个", "（新增）改造泊位12个。", ["改造泊位12个"], "a context that the text has only in part, around the quote"),
        ("12个", "拆除码头多达12个", [], "a context that the text does not have"),
        ("15个", "新增泊位12个", [], "a quote that its context does not have"),
        ("15个", None, [], "a quote that the text does not have"),
        (" ", None, [], "an empty quote"),
    ],
)
def test_a_quote_is_found_in_its_context(quote: str, context: str | None, expected: list[str], why: str) -> None:
    text = Located(TEXT)
    found = [TEXT[:end] for _, end in text.place(quote, context)]
    assert len(found) == len(expected), why
    assert all(one.endswith(ending) for one, ending in zip(found, expected, strict=True)), why


def test_every_place_of_a_clause() -> None:
    assert [TEXT[start:end] for start, end in Located(TEXT).places("泊位 12个")] == ["泊位12个"] * 2


def test_the_sentence_around_a_place() -> None:
    text = Located(TEXT)
    ((start, end),) = text.place("12个以上", None)
    assert text.sentence((start, end)) == "到2023年底，建成智慧码头12个以上。"
    assert text.sentence(text.place("改造", None)[0]) == "累计新增泊位12个，改造泊位12个。"


def test_a_sentence_without_end_is_cut() -> None:
    text = "航道" * 5000
    shown = Located(text).sentence((4000, 4002))
    assert shown.startswith("…")
    assert len(shown) < 300


@given(st.text(max_size=60), st.text(max_size=8), st.text(max_size=20))
def test_a_place_holds_the_quote(text: str, quote: str, context: str) -> None:
    located = Located(text)
    for start, end in (*located.places(quote), *located.place(quote, context)):
        assert squeezed(quote) in squeezed(text[start:end])
        assert located.sentence((start, end)) is not None


@given(st.lists(st.integers(0, 5), max_size=8), st.lists(st.integers(0, 5), max_size=8))
def test_pairs_are_one_to_one_and_nothing_gets_lost(wanted: list[int], found: list[int]) -> None:
    pairs = paired(wanted, found, lambda one, other: max(0, 3 - abs(one - other)))
    assert sorted([*(one for one, _ in pairs.hits), *pairs.missed]) == sorted(wanted)
    assert sorted([*(other for _, other in pairs.hits), *pairs.false]) == sorted(found)
    assert all(abs(one - other) >= 3 for one in pairs.missed for other in pairs.false)


def test_the_best_pair_comes_first() -> None:
    """10 would do for both; 11 is nearer to it, so 12 stays alone."""
    pairs = paired([12, 11], [10], lambda one, other: 5 - abs(one - other))
    assert pairs.hits == ((11, 10),)
    assert pairs.missed == (12,)


def target(indicator: str, value: float | None, spans: tuple[tuple[int, int], ...], unit: str | None = "个", text: str = "") -> Target:
    return Target(text or indicator, "qualitative" if value is None else "quantitative", indicator, value, unit, spans=spans)


@pytest.mark.parametrize(
    ("wanted", "found", "expected", "why"),
    [
        (target("码头", 12, ((0, 9),)), target("码头", 12, ((5, 20),)), 2.0, "number and unit at one place"),
        (target("码头", 12, ((0, 9),)), target("泊位", 12, ((5, 20),)), 1.0, "the indicator has a measure of its own"),
        (target("码头", 12, ((0, 9),)), target("码头", 12, ((9, 20),)), 0.0, "elsewhere"),
        (target("码头", 12, ((0, 9), (30, 39))), target("码头", 12, ((31, 34),)), 2.0, "any place of a clause that is said twice"),
        (target("码头", 12, ((0, 9),)), target("码头", 13, ((0, 9),)), 0.0, "another number"),
        (target("码头", 12, ((0, 9),)), target("码头", 12, ((0, 9),), unit="座"), 0.0, "another unit"),
        (target("码头体系建成", None, ((0, 9),)), target("码头体系", None, ((0, 9),)), 0.8, "nearly the same clause"),
        (target("码头体系建成", None, ((0, 9),)), target("航道疏浚完毕", None, ((0, 9),)), 0.0, "another clause"),
        (target("码头", None, ((0, 9),)), target("码头", 12, ((0, 9),)), 0.0, "another kind"),
    ],
)
def test_targets_are_paired_by_place_and_quantity_or_clause(wanted: Target, found: Target, expected: float, why: str) -> None:
    assert target_likeness(wanted, found) == pytest.approx(expected), why


@pytest.mark.parametrize(
    ("wanted", "found", "same", "why"),
    [
        (Task("建设智慧码头", "（一）"), Task("建设智慧码头", "(一)"), True, "brackets of either width"),
        (Task("建设智慧码头", "（一）"), Task("建设智慧码头", "（二）"), False, "another label"),
        (Task("建设智慧码头，改造老旧泊位，疏浚航道", "1."), Task("建设智慧码头，改造老旧泊位", "1"), True, "cut after its beginning"),
        (Task("建设码头", "1."), Task("建设码头，改造全市老旧泊位并疏浚航道", "1."), False, "too short a title to go by its beginning"),
        (Task("建设智慧码头", "1."), Task("疏浚航道", "1."), False, "another title"),
    ],
)
def test_tasks_are_paired_by_label_and_title(wanted: Task, found: Task, same: bool, why: str) -> None:
    assert (task_likeness(wanted, found) > 0) is same, why


def test_facts_without_a_place_overlap_nothing() -> None:
    assert most_overlap(target("码头", 12, ()), target("码头", 12, ((0, 9),))) == 0

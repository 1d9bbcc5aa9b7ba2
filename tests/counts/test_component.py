"""The spaCy component, and what holds of any text."""

from __future__ import annotations

import time
from datetime import date

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.counts import find_counts
from extractors.language import analyse, build
from extractors.records import Context, Facts
from tests.counts.test_exclusions import spans

PIECES = [
    "建成", "新增", "不低于", "超过", "约", "至少", "最高", "到2025年，", "力争", "达到", "为", "占", "的", "和", "、", "，", "。", "；", "\n", "\t", "（", "）", "“", "”", "《", "》", "第",
    "3", "50", "1,200", "3.5", "十", "三十", "百", "千", "万", "亿", "余", "多", "以上", "以下", "左右", "—", "～", "至", "%", "个", "项", "家", "大", "级", "元", "万元", "吨", "亩", "倍", "百分点",
    "年", "月", "次", "人", "三分之一", "翻一番", "百分之", "企业", "标准", "覆盖率", "项目", "龙头企业", "增长", "减少", "×", ":", "/", "±", " ", "A", "附件", "同比", "分别",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=80)


@given(texts)
@settings(max_examples=300, deadline=None)
def test_counts_of_any_text(text: str) -> None:
    """Offsets are exact, spans in order and disjoint, values ordered, nothing raises."""
    end = 0
    for count in find_counts(text, Facts(), spans(text)):
        assert count.text == text[count.start : count.end]
        assert end <= count.start < count.end <= len(text)
        assert count.value >= 0 or "-" in text[max(count.start - 1, 0) : count.end]
        assert count.value_max is None or count.value < count.value_max
        assert count.item is None or count.item.strip() == count.item != ""
        end = count.end


def test_a_document_of_nothing_but_quantities_is_read_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bound is told, and no quantity before it is lost."""
    for module in ("extractors.counts", "extractors.counts.counting"):
        monkeypatch.setattr(f"{module}.MOST_QUANTITIES", 5)
    facts = analyse("建成工厂20家。" * 8, Context(), build())
    assert [count.start for count in facts.counts] == [4, 12, 20, 28, 36]
    (finding,) = facts.findings
    assert (finding.code, finding.severity, finding.start) == ("truncated", "error", 36)


@given(texts)
@settings(max_examples=100, deadline=None)
def test_what_stands_after_a_line_does_not_change_it(text: str) -> None:
    """A count of the first line keeps its span whatever lines follow."""
    line = text.replace("\n", "")
    alone = [(count.start, count.text, count.value) for count in find_counts(line, Facts(), spans(line))]
    longer = f"{line}\n建成工厂20家。"
    followed = [(count.start, count.text, count.value) for count in find_counts(longer, Facts(), spans(longer))]
    assert followed[: len(alone)] == alone


HOSTILE = [
    ("1" * 40_000, "one run of digits"),
    ("一" * 40_000, "one run of numerals"),
    ("1+" * 20_000, "a sum without end"),
    ("1、" * 20_000, "a list of numbers"),
    ("1个、" * 10_000, "a list of counts"),
    ("超1亿元的" * 6_000, "thresholds in a row"),
    ("不低于" * 12_000, "bound words in a row"),
    ("增长5%" * 10_000, "a clause without end"),
    ("（1个" * 10_000, "brackets that never close"),
    ("“1个" * 10_000, "quotations that never close"),
    ("1\t" * 20_000, "a row without end"),
    ("甲" * 40_000 + "\t1个", "a long line before a cell"),
    ("附件1\n" * 8_000, "annexes without end"),
    ("建设" * 20_000 + "1个", "verbs without end"),
]


@pytest.mark.parametrize(("text", "why"), HOSTILE)
def test_time_is_near_linear(text: str, why: str) -> None:
    """Half the text takes about half the time; a quadratic step would take a quarter."""
    half, whole = text[: len(text) // 2], text
    tokens = [spans(half), spans(whole)]

    def seconds(words: str, found: list[tuple[int, int]]) -> float:
        start = time.process_time()
        find_counts(words, Facts(), found)
        return time.process_time() - start

    seconds(half[:2000], spans(half[:2000]))
    short = min(seconds(half, tokens[0]) for _ in range(2))
    long = min(seconds(whole, tokens[1]) for _ in range(2))
    assert long < max(3.2 * short, 0.15), why


def test_component_in_a_foreign_pipeline() -> None:
    """`nlp.add_pipe("counts")` works by itself and marks spans, whatever the tokenizer."""
    nlp = spacy.blank("zh")
    nlp.add_pipe("counts")
    doc = nlp("建成工厂20家以上，覆盖率达到90%。")
    assert [span.text for span in doc.spans["counts"]] == ["20家以上", "90%"]
    assert [count.comparator for count in doc._.facts.counts] == ["ge", "eq"]


def test_component_reads_what_was_found_before() -> None:
    """Deadlines are no counts, and they tell targets."""
    nlp = build(("outline", "mentions", "deadlines", "counts"))
    doc = nlp.make_doc("到2025年底，建成工厂20家；三年内改造30家。")
    doc._.facts = Facts(context=Context(title="行动方案", published=date(2022, 5, 1)))
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert [(count.text, count.role) for count in doc._.facts.counts] == [("20家", "target"), ("30家", "target")]

"""What holds of the deadlines of any text."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.deadlines import find_deadlines
from extractors.deadlines.dates import after, extent, month_end
from extractors.deadlines.grammar import candidates
from extractors.deadlines.points import Point
from extractors.mentions import find_mentions
from extractors.records import Context

PIECES = [
    "到",
    "至",
    "自",
    "从",
    "于",
    "截至",
    "2025年",
    "二〇二五年",
    "2021",
    "年",
    "6月",
    "12月31日",
    "30日",
    "底",
    "末",
    "初",
    "前",
    "之前",
    "内",
    "起",
    "期间",
    "时期",
    "上半年",
    "三季度",
    "上旬",
    "“十四五”",
    "十五",
    "规划",
    "今年",
    "明年",
    "当年",
    "同年",
    "年底",
    "年内",
    "全年",
    "每年",
    "每两个月",
    "逐年",
    "按月",
    "—",
    "-",
    "、",
    "和",
    "三年内",
    "5年期间",
    "用3年时间",
    "未来五年",
    "05年",
    "三、四季度",
    "春节前",
    "国庆节",
    "采暖季前",
    "本世纪中叶",
    "秋季入学的新生",
    "前期",
    "有效期5年",
    "印发之日起",
    "30日内",
    "即日起",
    "提前一年",
    "中华民国",
    "一百零六年",
    "112年",
    "，",
    "。",
    "；",
    "\n",
    "\t",
    "（",
    "）",
    "《",
    "》",
    "力争",
    "将",
    "已",
    "了",
    "同比",
    "建成",
    "完成",
    "的",
    "施行",
    "现将",
    "印发",
    "附件",
    "：",
    " ",
    "1.",
    "9",
    "0",
    "2月30日",
    "百",
    "十",
]
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=80)
contexts = st.builds(
    Context,
    title=st.none() | st.sampled_from(["云岚省2025年工作要点", "云岚省行动方案（2021—2025年）", "年度", "关于印发“十四五”规划的通知"]),
    published=st.none() | st.dates(date(1990, 1, 1), date(2040, 12, 31)),
    issued=st.none() | st.dates(date(1990, 1, 1), date(2040, 12, 31)),
    genre=st.sampled_from(["policy", "news", "other"]),
)


@given(texts, contexts)
def test_any_text(text: str, context: Context) -> None:
    """Offsets are exact, spans in order and disjoint, dates in order and as their bound has them; nothing fails."""
    end = 0
    for found in find_deadlines(text, context, (), find_mentions(text, context)):
        assert found.start >= end
        end = found.end
        assert found.text == text[found.start : found.end]
        assert found.text.strip() == found.text
        if found.date_from and found.date_to:
            assert found.date_from <= found.date_to
        if found.bound == "by":
            assert found.date_from is None
        if found.bound == "from":
            assert found.date_to is None
        if found.bound == "every" or found.resolved_from == "none":
            assert (found.date_from, found.date_to) == (None, None)


@given(texts)
def test_candidates(text: str) -> None:
    """Candidates lie in the text, in order and disjoint, and hold their core."""
    end = 0
    for candidate in candidates(text):
        assert end <= candidate.start < candidate.end <= len(text)
        assert candidate.start <= candidate.core[1] <= candidate.end
        end = candidate.end


@given(st.integers(2000, 2099), st.integers(1, 12))
def test_strict_before(year: int, month: int) -> None:
    """`…年…月前` is due on the last day of the month before, `…月底前` on the month's own last day."""
    context = Context(published=date(1999, 1, 1))
    (strict,) = find_deadlines(f"{year}年{month}月前完成。", context)
    (inclusive,) = find_deadlines(f"{year}年{month}月底前完成。", context)
    assert inclusive.date_to == month_end(year, month)
    assert strict.date_to == (month_end(year, month - 1) if month > 1 else date(year - 1, 12, 31))


@given(st.integers(1990, 2080), st.integers(0, 10))
def test_ranges(year: int, length: int) -> None:
    """A range of years is the same however its dash is written."""
    context = Context(published=date(1989, 1, 1))
    expected = (date(year, 1, 1), date(year + length + 1, 12, 31))
    for text in (
        f"{year}—{year + length + 1}年",
        f"{year}-{year + length + 1}年",
        f"{year}年至{year + length + 1}年",
        f"{year}年～{year + length + 1}年",
    ):
        (found,) = find_deadlines(f"{text}，建成园区。", context)
        assert (found.date_from, found.date_to) == expected


@given(st.dates(date(2000, 1, 1), date(2050, 12, 31)), st.integers(1, 50), st.sampled_from(["年", "个月", "日"]))
def test_lengths(start: date, amount: int, measure: str) -> None:
    """A length of time ends after it begins, and a longer one later."""
    end, later = after(start, amount, measure), after(start, amount + 1, measure)
    assert end is not None
    assert later is not None
    assert start < end < later


@pytest.mark.parametrize("point", [Point(month=2, day=32), Point(month=13)])
def test_no_such_day(point: Point) -> None:
    """A day that the calendar does not have has no extent."""
    assert extent(point, 2023) is None


@pytest.mark.parametrize(
    "piece",
    [
        "到2025年，",
        "6月",
        "每年",
        "“十四五”期间，",
        "（2020年）",
        "20",
        "二〇",
        "自2020年1月1日起施行",
        "2020—",
        "附件2021年",
        "本通知印发之日起",
        "《",
        "1、",
    ],
)
def test_near_linear(piece: str) -> None:
    """Twice the text takes at most about twice the time, whatever is repeated in it."""

    def seconds(times: int) -> float:
        text = piece * times
        best = float("inf")
        for _ in range(3):
            begun = time.perf_counter()
            find_deadlines(text)
            best = min(best, time.perf_counter() - begun)
        return best

    seconds(10)
    small, large = seconds(200), seconds(1600)
    assert large < max(0.02, small * 8) * 4

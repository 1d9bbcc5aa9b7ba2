"""Why a row is as it is: reasons are left only when asked for, belong to their row, and say which words they rest on."""

from __future__ import annotations

import json

import pytest

import zhengce
from extractors.explain import asked, because, reasons
from tests.test_cli import zhengce as command

#: A text, the row's words, the field, a part of the rule, the words it rests on (None: no words).
COUNTS = [
    ("建成智慧码头12个以上。", "12个以上", "row", "number in digits", "12个"),
    ("建成智慧码头十二个。", "十二个", "row", "Chinese numerals", "十二个"),
    ("覆盖率达到百分之九十。", "百分之九十", "row", "share of a hundred", "百分之九十"),
    ("建成智慧码头12个以上。", "12个以上", "unit", "measure word", "个"),
    ("投入资金3亿元。", "3亿元", "value", "亿 multiplied out", "3亿"),
    ("投入资金3亿元。", "3亿元", "unit", "unit of measure", "元"),
    ("建成智慧码头12个以上。", "12个以上", "comparator", "bound word after", "以上"),
    ("建成智慧码头不少于12个。", "不少于12个", "comparator", "bound word before", "不少于"),
    ("至少建成智慧码头12个。", "12个", "comparator", "away from the number", None),
    ("建成智慧码头20余个。", "20余个", "comparator", "余, 多", "20余个"),
    ("建成智慧码头12个。", "12个", "comparator", "no bound word", None),
]


@pytest.mark.parametrize(("text", "words", "field", "rule", "evidence"), COUNTS)
def test_what_a_count_rests_on(text: str, words: str, field: str, rule: str, evidence: str | None) -> None:
    """The rule in words, and the stretch of the text that decided."""
    found = zhengce.extract(text, explain=True)
    row = next(row for row in found.tables["counts"] if row["text"] == words)
    reason = found.why("counts", row)[field]
    assert rule in reason.rule
    assert (None if reason.start is None else found.text[reason.start : reason.end]) == evidence


def test_nothing_is_collected_unasked() -> None:
    """The extractors' notes go nowhere, and an extraction has none."""
    because("counts", 0, "role", "nobody listens")
    assert not asked()
    found = zhengce.extract("建成智慧码头12个。")
    assert found.reasons == ()
    assert found.why("counts", found.tables["counts"][0]) == {}


def test_a_later_reason_replaces_an_earlier() -> None:
    """What a rule says first may be overruled; the collection keeps both, `why` shows what held."""
    with reasons() as collected:
        because("counts", 4, "role", "first")
        because("counts", 4, "role", "second", (0, 2))
    assert [(reason.rule, reason.start) for reason in collected] == [("first", None), ("second", 0)]
    assert not asked()


def test_reasons_change_no_row() -> None:
    """An explained extraction has the same tables."""
    text = "到2025年底，青汀市建成智慧码头12个以上，其中6个通过验收，覆盖率达到90%。"
    assert zhengce.extract(text, explain=True).tables == zhengce.extract(text).tables


def test_the_command_prints_a_line_a_field() -> None:
    done = command("extract", "-", "--explain", stdin="建成智慧码头12个以上。".encode())
    assert done.returncode == 0, done.stderr
    assert "comparator" in done.stdout
    assert "bound word after the number 「以上」" in done.stdout


def test_json_has_reasons_by_row() -> None:
    done = command("extract", "-", "--explain", "--format", "json", stdin="建成智慧码头12个以上。".encode())
    found = json.loads(done.stdout)
    (count,) = found["tables"]["counts"]
    told = found["reasons"][count["count_id"]]["comparator"]
    assert told["words"] == found["text"][told["start"] : told["end"]] == "以上"

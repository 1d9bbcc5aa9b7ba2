"""Spaces: none beside Chinese, tabs between columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.spacing import space
from pipeline.text.traced import Traced

ROWS = [
    ("2018 年 7 月 16 日", "2018年7月16日", "a date"),
    ("新增 50 项以上", "新增50项以上", "a quantity"),
    ("“车路云 ”五位", "“车路云”五位", "before a closing quotation mark"),
    ("（ 2022—2025年）", "（2022—2025年）", "inside brackets"),
    ("2013 —2020年", "2013—2020年", "at a dash"),
    ("IPv6 标准", "IPv6标准", "between Latin and Chinese"),
    ("达到 3 %", "达到3%", "before a percent sign"),
    ("2 ×30万", "2×30万", "at a multiplication sign"),
    ("权重0 .5", "权重0.5", "inside a decimal"),
    ("互联网 +政务 ", "互联网+政务", "at a sign between ideographs"),
    ("1 推进数字政府", "1 推进数字政府", "a bare number that labels a line keeps its space"),
    ("4.3　开放平台", "4.3 开放平台", "a decimal label, set off by an ideographic space"),
    ("专栏 2　重点工程", "专栏2 重点工程", "a numbered box"),
    ("2 个城市", "2个城市", "a quantity at the line's beginning is no label"),
    ("2025 年目标", "2025年目标", "nor is a year"),
    ("1.\t推进", "1.推进", "a tab after a label"),
    ("第一章　总体要求", "第一章 总体要求", "a chapter and its heading"),
    ("研究 制定", "研究 制定", "between ideographs one space stays"),
    ("共 1 200", "共1 200", "and between numbers"),
    ("GB/T 34014", "GB/T 34014", "and between Latin words"),
    ("关 于 印 发", "关于印发", "words set letter by letter"),
    ("第一章 总 则", "第一章 总则", "two letters after a label"),
    ("目　　录", "目录", "two letters with a wide gap"),
    ("标　　题：云岚", "标题：云岚", "two letters before a colon"),
    ("二 二 一 一 一", "二 二 一 一 一", "the cells of a row are no word"),
    ("近 远 近 远", "近 远 近 远", "nor are cells that repeat"),
    ("生物医药  1050  17", "生物医药\t1050\t17", "the columns of a flattened table"),
    ("12 发明专利 万件  1.5", "12 发明专利 万件\t1.5", "one wide gap in a short line"),
    ("　　推进。 ", "推进。", "both ends"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ROWS)
def test_space(text: str, expected: str, why: str) -> None:
    """What becomes of each gap."""
    assert space(Traced.whole(text)).text == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("对符合条件的企业，按照项目投资额给予一次性补助，最高不超过500万 元。", "500万元。", "a line end inside a word of prose became a space"),
        ("对符合条件的企业，按照项目投资额给予一次性补助，支持平台 青汀市优先。", "平台 青汀市优先。", "between words it stays"),
        ("云岚 省 青汀 市 临澜 县，项目 名称 投资 总额，建设 年限 责任 单位。", "责任 单位。", "a line of many spaces is none of prose"),
        ("系统采用Micro LED技术，支持前沿领域的研发，形成一批成果。", "Micro LED技术，支持前沿领域的研发，形成一批成果。", "Latin words stay apart"),
    ],
)
def test_wrapped_prose(text: str, expected: str, why: str) -> None:
    """A single space inside a word of the dictionary is what is left of a line end."""
    assert space(Traced.whole(text)).text.endswith(expected), why


def test_prose_has_no_columns() -> None:
    """A wide gap in a long line of prose is a stray space."""
    text = "青汀市加快建设数字政府，推动公共数据开放。" * 5 + "各县  各部门落实。"
    assert "\t" not in space(Traced.whole(text)).text


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("序号\t任务\t单位", "序号\t任务\t单位", "cells stay apart"),
        ("\t新建 5 所\t", "\t新建5所\t", "empty cells stay at both ends"),
        ("甲 \t\t 乙", "甲\t\t乙", "and between"),
    ],
)
def test_rows(text: str, expected: str, why: str) -> None:
    """The tabs of a table's row all stay."""
    assert space(Traced.whole(text), row=True).text == expected, why


def test_origin() -> None:
    """Each character still knows where it stood."""
    line = space(Traced.whole(" 2018 年"))
    assert (line.text, list(line.origin)) == ("2018年", [1, 2, 3, 4, 6])


@given(st.text("云岚1２a第章一（）“”。，.%+ 　\t\xa0", max_size=40), st.booleans())
def test_any_text(text: str, row: bool) -> None:
    """Nothing but spaces goes, none comes that was not there, and a second time changes nothing."""
    once = space(Traced.whole(text), row=row)
    blanks = str.maketrans("", "", " \t\u3000\xa0")
    assert once.text.translate(blanks) == text.translate(blanks)
    assert list(once.origin) == sorted(once.origin)
    assert all(text[at].isspace() for at, character in zip(once.origin, once.text, strict=True) if character.isspace())
    assert space(once, row=row).text == once.text

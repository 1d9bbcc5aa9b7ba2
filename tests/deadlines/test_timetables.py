"""Timetables as a specification: a table whose head names a column of times sets one for each row; a table that tells sets none."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.deadlines import find_deadlines
from extractors.records import Context

Row = tuple[str, list[str], str]
ROWS: list[Row] = [
    (
        "时间 单位 主题\n3月9日 市茶办 春茶采摘\n3月14日 市气象局 防霜\n4月上旬 市水利局 茶渠\n",
        ["3月9日 2024-03-09/2024-03-09", "3月14日 2024-03-14/2024-03-14", "4月上旬 2024-04-01/2024-04-10"],
        "cells that blanks part; the year is the document's",
    ),
    (
        "日期\t内容\t地点\n5月6日\t开幕\t茶城\n5月7日至8日\t论坛\t茶馆\n",
        ["5月6日 2024-05-06/2024-05-06", "5月7日至8日 2024-05-07/2024-05-08"],
        "cells that tabs part",
    ),
    (
        "序号\t工作内容\t时间安排\n1\t制定方案\t3月\n2\t验收\t11月\n",
        ["3月 2024-03-01/2024-03-31", "11月 2024-11-01/2024-11-30"],
        "the column of times may be any",
    ),
    (
        "阶段 时间 任务\n动员阶段 3月上旬 部署\n总结阶段 11月 验收\n",
        ["3月上旬 2024-03-01/2024-03-10", "11月 2024-11-01/2024-11-30"],
        "also where blanks part the cells",
    ),
    (
        "轮值安排\n时间 单位\n11月 市茶办\n12月 市林办\n1月 市水办\n",
        ["11月 2024-11-01/2024-11-30", "12月 2024-12-01/2024-12-31", "1月 2025-01-01/2025-01-31"],
        "the year turns",
    ),
    ("2025年茶课安排\n时间 课程\n3月 种茶\n4月 采茶\n", ["3月 2025-03-01/2025-03-31", "4月 2025-04-01/2025-04-30"], "the caption names the year"),
    ("时间 课程\n3月6日 种茶\n一、其他\n4月6日 市茶办开会\n", ["3月6日 2024-03-06/2024-03-06"], "the next heading ends the table"),
    ("大事记\n时间 内容\n3月9日 建茶厂\n6月1日 开茶市\n", [], "a chronicle"),
    ("日期\t事件\n3月9日\t建茶厂\n6月1日\t开茶市\n", [], "events"),
    ("时间\t地点\t电话\n3月9日\t一楼\t88880000\n", [], "office hours"),
    ("发布日期 文件 文号\n3月9日 茶园方案 1号\n", [], "dates of publication are no times set"),
    ("茶会开展情况\n时间 内容\n3月9日 开会\n", [], "a report on what was held"),
    ("时间 内容\n1月9日 开会\n2月1日 观摩\n", [], "all of it is over when the document is written"),
    ("时间很紧，日期已定。\n3月9日 市茶办\n", [], "prose heads no table"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ROWS)
def test_timetables(text: str, expected: list[str], why: str) -> None:
    context = Context(title="青汀市关于办好茶事的通知", published=date(2024, 3, 1), genre="policy")
    found = find_deadlines(text, context)
    assert [f"{row.text} {row.date_from}/{row.date_to}" for row in found] == expected, why

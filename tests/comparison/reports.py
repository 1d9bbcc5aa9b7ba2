"""Invented reports of invented provinces, read by the whole program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.process import process
from pipeline.tables.publish import tables_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.result import DocumentResult
    from pipeline.tables.model import Row

_REPORT = """2026年{region}政府工作报告
——2026年1月26日在{region}第十四届人民代表大会第四次会议上
{region}人民政府省长 某某
各位代表：
现在，我代表省人民政府，向大会报告工作，请予审议。
一、2025年工作回顾
过去一年，全省地区生产总值增长5.3%，一般公共预算收入增长2.1%，城镇新增就业61.2万人，城镇调查失业率5.2%，居民消费价格上涨0.2%，粮食产量达到388.5亿斤。
二、2026年工作总体要求和主要目标
{goals}
三、2026年重点工作
{tasks}
"""


def report(region: str, goals: str, tasks: str = "（一）扩大内需。持续办好各类活动。", source: str | None = None) -> DocumentResult:
    """A province's report of 2026 with these goals and tasks; what it reports of 2025 must not come into a comparison."""
    return process(_REPORT.format(region=region, goals=goals, tasks=tasks).encode(), source or f"{region}.txt")


def compared(results: Iterable[DocumentResult]) -> dict[str, list[Row]]:
    """All tables of the reports."""
    return tables_of(results)

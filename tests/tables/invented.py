"""Documents of invented places, analysed by hand: a page's text with the spans of its facts found by their words."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from extractors.records import Agency, Count, Deadline, Facts, Finding, Mention, Section, Target, Task
from pipeline.result import DocumentResult, Genre

PLAN = "云岚省数字云岚建设规划（2021—2025年）"

TEXT = """云岚省数字云岚建设规划（2021—2025年）
一、主要目标
到2025年底，建成数据中心50个以上，基本形成数字治理体系。
二、重点任务
（一）建设云平台。由省数据局牵头，省财政厅配合。
（二）开放数据。
"""


def span(text: str, words: str, after: int = 0) -> tuple[int, int]:
    """Where `words` stand in `text`, at or after an offset."""
    start = text.index(words, after)
    return start, start + len(words)


def target(text: str, clause: str, value: str | None, due: date | None, **more: Any) -> Target:
    """A target whose text is `clause`; quantitative when it has a value."""
    start, end = span(text, clause)
    known: dict[str, Any] = {
        "kind": "quantitative" if value else "qualitative",
        "indicator": "数据中心" if value else clause,
        "action": None,
        "comparator": "ge" if value else None,
        "value": Decimal(value) if value else None,
        "value_max": None,
        "unit": "个" if value else None,
        "strength": "firm",
        "deadline_date": due,
        "deadline_text": None,
        "deadline_from": None,
        "count": None,
        "deadline": None,
    }
    return Target(start, end, clause, **(known | more))


def plan(source: str = "云岚/规划.html", **more: Any) -> DocumentResult:
    """The policy itself, with a fact of every kind."""
    goals, tasks = TEXT.index("一、"), TEXT.index("二、")
    first, second = TEXT.index("（一）"), TEXT.index("（二）")
    count = Count(*span(TEXT, "50个以上"), "50个以上", Decimal(50), None, "个", "ge", "数据中心", "target")
    deadline = Deadline(*span(TEXT, "到2025年底"), "到2025年底", None, date(2025, 12, 31), "year", "by", "text")
    due: dict[str, Any] = {"deadline_text": "到2025年底", "deadline_from": "clause", "deadline": 0}
    agencies = (
        Agency("省数据局", "lead", *span(TEXT, "省数据局")),
        Agency("省财政厅", "support", *span(TEXT, "省财政厅")),
    )
    facts = Facts(
        sections=[
            Section(goals, tasks, 1, "一、", "主要目标", "goal", None, *span(TEXT, "主要目标")),
            Section(tasks, len(TEXT), 1, "二、", "重点任务", "task", None, *span(TEXT, "重点任务")),
            Section(first, second, 2, "（一）", "建设云平台", "task", 1, *span(TEXT, "建设云平台")),
            Section(second, len(TEXT), 2, "（二）", "开放数据", "task", 1, *span(TEXT, "开放数据")),
        ],
        deadlines=[deadline],
        counts=[count],
        targets=[
            target(TEXT, "建成数据中心50个以上", "50", date(2025, 12, 31), action="建成", count=0, **due),
            target(TEXT, "基本形成数字治理体系", None, date(2025, 12, 31), **due),
        ],
        tasks=[
            Task(first, second - 1, TEXT[first : second - 1], 2, "（一）", "建设云平台", "task", None, 2, agencies, "省数据局"),
            Task(second, len(TEXT) - 1, TEXT[second:-1], 2, "（二）", "开放数据", "task", None, 3, declared=2),
        ],
    )
    return document(source, TEXT, facts, title=f"云岚省人民政府关于印发《{PLAN}》的通知", genre="policy", **more)


def news(source: str, value: str = "50", due: date | None = date(2025, 12, 31), **more: Any) -> DocumentResult:
    """An article that reports the plan and its number of data centres."""
    text = f"近日，《{PLAN}》发布。\n到2025年底，云岚将建成数据中心{value}个以上。来源：{source}\n"
    mention = Mention(*span(text, f"《{PLAN}》"), PLAN, "reports")
    facts = Facts(mentions=[mention], targets=[target(text, f"云岚将建成数据中心{value}个以上", value, due)])
    return document(source, text, facts, title="云岚将建数据中心", genre="news", **more)


def document(source: str, text: str, facts: Facts | None = None, genre: Genre = "other", **more: Any) -> DocumentResult:
    """A document read without trouble."""
    digest = hashlib.sha256(f"{source} {text}".encode("utf-8", "surrogatepass")).hexdigest()
    made = DocumentResult(source, digest, "ok", text=text, genre=genre, script="hans", encoding="utf-8", facts=facts or Facts())
    return replace(made, **more)


def rejected(source: str) -> DocumentResult:
    """A document of which nothing could be read."""
    finding = Finding("error", "undecodable", "No character encoding fits these bytes.")
    return DocumentResult(source, hashlib.sha256(source.encode()).hexdigest(), "rejected", findings=(finding,))

"""Paragraphs of a task that have a heading and a note of their own, and whose a note at the end of an enumeration is.

A row is `(text, expected, why)`; an expected task is `label|title|agencies`, with `*` behind the one that leads. Organs are invented.
"""

from __future__ import annotations

import pytest

from extractors.outline import find_sections
from extractors.tasks import find_tasks

Row = tuple[str, list[str], str]

ROWS: list[Row] = [
    (
        "（一）加强茶山保护。普查古茶树。今年挂牌。（县茶办牵头，县林业局参与）\n整修山道。清除落石。（县交通局牵头）\n（二）扩种茶树。建园百亩。（县茶办牵头）",
        ["（一）|加强茶山保护|", "|普查古茶树|县茶办*、县林业局", "|整修山道|县交通局*", "（二）|扩种茶树|县茶办*"],
        "each headed paragraph is a task, and its note is its own",
    ),
    (
        "（一）加强茶山保护\n普查古茶树。今年挂牌。（县茶办牵头）\n整修山道，清除落石，加固护坡。（县交通局牵头）",
        ["（一）|加强茶山保护|县茶办*、县交通局"],
        "a paragraph without a heading: all of them are parts of one task",
    ),
    (
        "（一）加强茶山保护\n普查古茶树。今年挂牌。（县茶办牵头）整修山道。清除落石。（县交通局牵头）",
        ["（一）|加强茶山保护|县茶办*、县交通局"],
        "headings in the middle of a line",
    ),
    (
        "（一）补齐服务短板\n义务教育。改造校舍。（县教育局牵头）\n医疗卫生。改造医院。（县卫生局牵头）\n文化体育。建好球场。（县体育局牵头）",
        ["（一）|补齐服务短板|县教育局*、县卫生局、县体育局"],
        "paragraphs that only name fields are parts of one task",
    ),
    ("（一）加强茶山保护\n普查古茶树。今年挂牌。（县茶办牵头）", ["（一）|加强茶山保护|县茶办*"], "one paragraph alone"),
    (
        "（一）培训茶农。一是办好夜校；二是评选茶师；三是编写教材。（责任单位：县茶办）",
        ["（一）|培训茶农|县茶办", "一是|办好夜校|", "二是|评选茶师|", "三是|编写教材|"],
        "behind an enumeration inside a paragraph the note is the paragraph's",
    ),
    (
        "（一）扩种茶树。（县茶办负责）\n（二）整修山道。（县交通局负责）\n（三）培训茶农。（县人社局牵头）\n（四）开办茶市。新建一处。（县商务局、县财政局）",
        ["（一）|扩种茶树|县茶办", "（二）|整修山道|县交通局", "（三）|培训茶农|县人社局*", "（四）|开办茶市|县商务局、县财政局"],
        "a bracket of names alone, where others say more",
    ),
    (
        "（一）发展茶业。建园百亩，位：县茶办、县林业局；配合单位：县财政局）",
        ["（一）|发展茶业|县茶办、县林业局、县财政局"],
        "a note whose front scraping lost",
    ),
    ("（一）发展茶业。（县茶办负责春茶，县林业局负责苗木）", ["（一）|发展茶业|县茶办、县林业局"], "what somebody's share is belongs to no name"),
]


def shown(text: str) -> list[str]:
    tasks = find_tasks(text, find_sections(text), ())[0]
    names = ("、".join(agency.name + "*" * (agency.name == task.lead_agency) for agency in task.agencies) for task in tasks)
    return [f"{task.label}|{task.title}|{listed}" for task, listed in zip(tasks, names, strict=True)]


@pytest.mark.parametrize(("text", "expected", "why"), ROWS)
def test_paragraphs(text: str, expected: list[str], why: str) -> None:
    assert shown(text) == expected, why

"""Annexed task tables whose cells ran together: one line a row, a number in front and who does it behind."""

from __future__ import annotations

import pytest

from extractors.outline import find_sections
from extractors.tasks import find_tasks

Row = tuple[str, list[str], str]


def shown(text: str) -> list[str]:
    return [
        f"{task.label}|{task.title}|" + "、".join("*" * (agency.name == task.lead_agency) + agency.name for agency in task.agencies)
        for task in find_tasks(text, find_sections(text), ())[0]
    ]


TABLES: list[Row] = [
    (
        "序号 重点工作 责任单位\n1 修整茶路，改造茶桥。县交通局牵头，县财政局配合。\n2 培训茶农。县茶办负责。",
        ["1|修整茶路，改造茶桥|*县交通局、县财政局", "2|培训茶农|县茶办"],
        "the last sentence says who",
    ),
    ("序号 重点工作负责单位\n1 修整茶路。县交通局、县财政局等按职责分工负责", ["1|修整茶路|县交通局、县财政局"], "a heading whose words ran together"),
    (
        "序号 工作任务 牵头单位 配合单位\n1 修整全县茶路 县交通局 县财政局、县茶办\n2 建设高山茶站 县茶办 县水利局",
        ["1|修整全县茶路|*县交通局、县财政局、县茶办", "2|建设高山茶站|*县茶办、县水利局"],
        "cells with a space between",
    ),
    ("序号 专项工作 牵头单位 参加单位\n1 茶山数字化专项 省茶业局 省财政厅", ["1|茶山数字化专项|*省茶业局、省财政厅"], "a measure that is only named"),
    (
        "序号 重点工作 责任单位\n1 修整茶路。县交通局负责。\n序号 重点工作 责任单位\n2 培训茶农。县茶办负责。",
        ["1|修整茶路|县交通局", "2|培训茶农|县茶办"],
        "the heading of every page",
    ),
    ("序号 重点工作 责任单位\n1 修整茶路。县交通局负责。\n77 号茶路。县茶办负责。", ["1|修整茶路|县交通局"], "a number that counts on from nothing"),
    (
        "序号 重点工作 责任单位\n1 修整茶路。县交通局负责。\n9 培训茶农。县茶办牵头，县财政局等按职责分工负责。\n30 茶桥。",
        ["1|修整茶路|县交通局", "9|培训茶农|*县茶办、县财政局"],
        "but over lost rows to one that says who does it",
    ),
    (
        "序号 专项工作 牵头单位 参加单位\n一 统筹茶业振兴工作 县茶办 县财政局、县水利局等\n二 实施茶园行动\n1 茶园建设专项 县茶办、县农业局等分别负责",
        ["一|统筹茶业振兴工作|*县茶办、县财政局、县水利局", "1|茶园建设专项|县茶办、县农业局"],
        "groups counted by numerals, and 等 behind the names",
    ),
    ("序号 重点工作 责任单位\n1 茶路三十里。", [], "nobody does it"),
    ("序号 茶园名称 面积 地点\n1 青汀茶园 三百亩 青汀镇", [], "a table of other things"),
    ("1 修整茶路。县交通局负责。", [], "without a heading"),
    (
        "一、修路\n序号 重点工作 责任单位\n1 修整茶路。县交通局负责。",
        ["1|修整茶路|县交通局"],
        "the note belongs to the row, not to the part around it",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), TABLES)
def test_flattened_tables(text: str, expected: list[str], why: str) -> None:
    assert shown(text) == expected, why


def test_long_tables_take_linear_time() -> None:
    text = "序号 重点工作 责任单位\n" + "\n".join(f"{number % 900 + 1} 修整茶路。县交通局负责。" for number in range(1500))
    assert len(find_tasks(text, find_sections(text), ())[0]) == 1500

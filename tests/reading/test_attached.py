"""The headline of the policy that a notice brings: found by its name in the notice, put on one line."""

from __future__ import annotations

import pytest

from pipeline.reading.attached import attached_headline, joined_attached
from pipeline.reading.page import Block

NOTICE = "《云岚省乡村服务提升行动方案》已经省政府同意，现印发给你们，请认真执行。"
AFTER = "为提升乡村服务，制定本方案。"


@pytest.mark.parametrize(
    ("lines", "expected", "why"),
    [
        ((NOTICE, "云岚省乡村服务提升行动方案", AFTER, "一、目标", "二、任务"), "云岚省乡村服务提升行动方案", "the line that repeats the name"),
        (
            (NOTICE, "云岚省乡村服务提升行动方案", "（2021—2023年）", AFTER, "二、任务"),
            "云岚省乡村服务提升行动方案（2021—2023年）",
            "with its bracket",
        ),
        ((NOTICE, "云岚省乡村服务提升行动方案（请参见PDF）", AFTER, "一、", "二、"), None, "a pointer to a file"),
        ((NOTICE, "云岚省道路养护办法", AFTER, "一、", "二、"), None, "another document"),
        (("请认真执行。", "云岚省乡村服务提升行动方案", AFTER, "一、", "二、"), None, "no notice names it"),
    ],
)
def test_found(lines: tuple[str, ...], expected: str | None, why: str) -> None:
    assert attached_headline([Block(line) for line in lines]) == expected, why


@pytest.mark.parametrize(
    ("lines", "expected", "why"),
    [
        (("云岚省乡村服务提升", "行动方案"), ("云岚省乡村服务提升行动方案",), "two lines"),
        (("云岚省", "乡村服务提升", "行动方案"), ("云岚省乡村服务提升行动方案",), "three"),
        (("云岚省乡村服务提升行动方案",), ("云岚省乡村服务提升行动方案",), "one"),
        (("云岚省乡村服务提升", "联系人：方远"), ("云岚省乡村服务提升", "联系人：方远"), "something else follows"),
        (("云岚省人民政府办公厅", "2021年7月1日"), ("云岚省人民政府办公厅", "2021年7月1日"), "a signature and its date"),
    ],
)
def test_joined(lines: tuple[str, ...], expected: tuple[str, ...], why: str) -> None:
    blocks = joined_attached([Block(line) for line in (NOTICE, *lines, AFTER)])
    assert tuple(block.text for block in blocks[1:-1]) == expected, why

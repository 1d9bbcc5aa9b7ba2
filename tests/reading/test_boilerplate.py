"""Lines near a document's ends that are the site's, and lines that look like it and are the document's."""

from __future__ import annotations

import pytest

from pipeline.reading.boilerplate import is_furniture, trimmed
from pipeline.reading.page import Block


@pytest.mark.parametrize(
    ("line", "expected", "why"),
    [
        ("上一篇 下一篇 共1页", True, "a pager"),
        ("首页 | 上一页 | 下一页 | 末页 第2页 共9页", True, "a longer one"),
        ("分享到： 微信 微博", True, "where to share"),
        ("点击次数：1024", True, "a counter"),
        ("云岚省乡村服务方案.pdf", True, "a file"),
        ("附件：水务厅12号 附件.doc", True, "a file with its label"),
        ("附件下载：云岚省乡村服务方案", True, "a download"),
        ("附件：1.云岚省乡村服务任务表", False, "the document's own list of enclosures"),
        ("2.云岚省乡村服务指标表", False, "an item of that list"),
        ("共12项任务由省水利厅负责", False, "a sentence that begins as a pager does"),
        ("首页应当公布办事指南", False, "another"),
    ],
)
def test_furniture(line: str, expected: bool, why: str) -> None:
    kept = trimmed([Block("加快建设全省水网。"), Block(line)])
    assert (len(kept) == 1) == expected, why
    assert is_furniture("返回首页")

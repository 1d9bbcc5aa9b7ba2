"""Headlines put on one line and cleaned."""

from __future__ import annotations

import pytest

from pipeline.reading.headline import clean_title, join_titles
from pipeline.reading.opening import read_opening
from pipeline.reading.page import Block


@pytest.mark.parametrize(
    ("first", "second", "expected", "why"),
    [
        ("云岚省人民政府关于印发", "乡村服务方案的通知", "云岚省人民政府关于印发乡村服务方案的通知", "one name"),
        ("云岚省乡村服务提升", "行动方案（2021—2025年）", "云岚省乡村服务提升行动方案（2021—2025年）", "one name without 关于"),
        ("云岚发布乡村服务新方案", "2025年建站八百个以上", "云岚发布乡村服务新方案 2025年建站八百个以上", "two statements"),
        ("Yunlan Water", "Plan", "Yunlan Water Plan", "Latin words"),
    ],
)
def test_joined(first: str, second: str, expected: str, why: str) -> None:
    assert join_titles(first, second) == expected, why


@pytest.mark.parametrize(
    ("title", "expected", "why"),
    [
        ("关于印发＜br／＞云岚省能源方案的通知", "关于印发云岚省能源方案的通知", "a tag typed as text"),
        ("云岚省关于促进企业持续健 康发展的意见", "云岚省关于促进企业持续健康发展的意见", "a line end left as a space"),
        ("中共云岚省委 云岚省人民政府关于乡村振兴的意见", "中共云岚省委 云岚省人民政府关于乡村振兴的意见", "two issuers stay apart"),
        (
            "云岚省人民政府关于水务的通知（云政发 〔2018〕7号）",
            "云岚省人民政府关于水务的通知（云政发〔2018〕7号）",
            "a number that the headline bears stays",
        ),
        ("云岚出台新方案 八百个站点落地", "云岚出台新方案 八百个站点落地", "a news headline keeps its gap"),
    ],
)
def test_cleaned(title: str, expected: str, why: str) -> None:
    assert clean_title(title) == expected, why


@pytest.mark.parametrize(
    ("lines", "first", "why"),
    [
        (("主题词：", "农业　粮食　预案△　函", "云岚省人民政府关于粮食的函"), "云岚省人民政府关于粮食的函", "keywords under their label"),
        (("主题词：", "云岚省人民政府关于粮食的函"), "云岚省人民政府关于粮食的函", "an empty label drops no headline"),
    ],
)
def test_keywords_of_a_page(lines: tuple[str, ...], first: str, why: str) -> None:
    opening = read_opening([Block(line) for line in (*lines, "各市人民政府：", "请认真执行。")])
    assert opening.blocks[0].text == first, why

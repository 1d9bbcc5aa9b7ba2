"""The place a policy is for."""

from __future__ import annotations

import pytest

from pipeline.policies.places import is_national, place_at_head, place_of_number, region_of


@pytest.mark.parametrize(
    ("title", "issuer", "number", "expected", "why"),
    [
        ("云岚省公园规划", None, None, "云岚省", "a place nobody listed, by its suffix"),
        ("云岚省青汀市公园规划", None, None, "云岚省青汀市", "a chain of places"),
        ("临澜县公园规划", None, None, "临澜县", "a county"),
        ("2022年云岚省公园工作要点", None, None, "云岚省", "after a year"),
        ("“十四五”时期云岚省公园规划", None, None, "云岚省", "after a period"),
        ("浙江公园规划", None, None, "浙江省", "a province by its short name"),
        ("数字福建工作要点", None, None, "福建省", "a province inside the title"),
        ("德州建成公园", None, None, "德州市", "a city by its short name at the head"),
        ("公园规划", "云岚省人民政府办公厅", None, "云岚省", "from the issuer"),
        ("公园规划", "国务院办公厅", None, "全国", "a national issuer"),
        ("公园规划", "教育部等六部门", None, "全国", "a ministry among others"),
        ("临澜区公园规划", "青汀市临澜区人民政府", None, "青汀市临澜区", "the issuer says where the district lies"),
        ("公园规划", None, "浙政办发〔2018〕70号", "浙江省", "from the document number"),
        ("公园规划", None, "国办发〔2018〕7号", "全国", "the centre's number"),
        ("全国公园规划", None, None, "全国", "national by its own words"),
        ("落实全国公园会议精神方案", None, None, None, "全国 inside is another's"),
        ("全省公园规划", None, None, None, "which province is not said"),
        ("超大城市公园规划", None, None, None, "城市 is no place"),
        ("关于加强设区城市公园建设的意见", None, None, None, "after 关于 a verb is no place"),
        ("老旧小区改造方案", None, None, None, "小区 is no place"),
        ("公园规划", None, None, None, "nothing says"),
    ],
)
def test_regions(title: str, issuer: str | None, number: str | None, expected: str | None, why: str) -> None:
    assert region_of(title, issuer, number) == expected, why


def test_who_passed_it_on_says_the_province() -> None:
    assert region_of("省林业局关于公园建设意见", "省林业局", None, "云岚省人民政府办公厅") == "云岚省"


@pytest.mark.parametrize(("body", "expected"), [("国务院", True), ("财政部", True), ("云岚省财政厅", False), ("省财政厅", False)])
def test_national_bodies(body: str, expected: bool) -> None:
    assert is_national(body) is expected


@pytest.mark.parametrize(("number", "expected"), [("新政发〔2018〕7号", "新维"), ("新颁〔2018〕7号", None), ("公园发〔2018〕7号", None)])
def test_signs_count_only_before_an_office(number: str, expected: str | None) -> None:
    found = place_of_number(number)
    assert (found or "").replace("疆", "").startswith(expected) if expected else found is None


@pytest.mark.parametrize("text", ["市场建设规划", "省级公园规划", "区域发展规划", "县域公园方案", "", "关于"])
def test_no_place(text: str) -> None:
    assert place_at_head(text) is None

"""The place a policy is for."""

from __future__ import annotations

import pytest

from pipeline.policies.places import is_national, level_of_place, outer_place, place_at_head, place_of_number, region_of
from pipeline.policies.register import level_of


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
        ("公园法", None, None, "全国", "laws are the state's"),
        ("公园管理条例（2019年修订）", None, None, "全国", "so are regulations that name no place"),
        ("云岚省公园条例", None, None, "云岚省", "a place's regulations bear its name"),
        ("公园管理办法", None, None, None, "anybody makes measures"),
        ("水质的测定光度法", None, None, None, "光度法 is a way to test"),
        ("中国声谷发展计划", None, None, None, "中国 in a park's name"),
        ("浙江省与福建省合作计划", None, None, None, "two places"),
        ("杭州—宁波城市群规划", None, None, None, "two cities"),
        ("国务院关于在浙江省等5个省调整规定的决定", None, None, "全国", "the first of many"),
        ("国务院关于支持浙江省加快发展的意见", "国务院", None, "浙江省", "what the centre issues for a place"),
        ("云北地区发展规划", "云岚省人民政府", None, "云岚省", "a 地区 that nobody listed is no unit of administration"),
        ("自治区公园规划", "内蒙古自治区人民政府", None, "内蒙古自治区", "自治区 alone names none"),
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


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        ("全国", "national"),
        ("云岚省", "province"),
        ("北京市", "province"),
        ("广西壮族自治区", "province"),
        ("新疆生产建设兵团", "province"),
        ("台湾", "province"),
        ("杭州市", "city"),
        ("云岚省青汀市", "city"),
        ("河北省雄安新区", "city"),
        ("北京市通州区", "county"),
        ("临澜县", "county"),
        ("云岚省青汀市临河市", "county"),
        ("三角洲", None),
    ],
)
def test_levels_of_places(region: str, expected: str | None) -> None:
    assert level_of_place(region) == expected


@pytest.mark.parametrize(
    ("region", "issuer", "number", "expected", "why"),
    [
        ("云岚省", "国务院", None, "national", "issued by the centre for a place"),
        ("云岚省", "云岚省公园局", None, "province", "by the province"),
        ("北京市通州区", "通州区人民政府", None, "county", "the region says where the issuer lies"),
        ("青汀市", None, None, "city", "the place it is for, when nobody says who issued it"),
        ("全国", "公园学会", None, "national", "a body without a place"),
        ("台湾", "财政部", None, "province", "Taiwan's organs are called like the centre's"),
        ("浙江省", None, "国发〔2021〕7号", "national", "by its number"),
        (None, None, None, None, "nothing says"),
    ],
)
def test_levels(region: str | None, issuer: str | None, number: str | None, expected: str | None, why: str) -> None:
    assert level_of(region, issuer, number) == expected, why


@pytest.mark.parametrize(("kind", "expected"), [("省", "云岚省"), ("市", "云岚省青汀市"), ("县", "云岚省青汀市临澜县"), ("区", None), ("旗", None)])
def test_the_outer_place_of_a_kind(kind: str, expected: str | None) -> None:
    assert outer_place("云岚省青汀市临澜县", kind) == expected

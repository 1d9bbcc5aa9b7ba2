"""Wrapped lines joined, everything else left a line of its own."""

from __future__ import annotations

import pytest

from tests.text.blocks import Block, cleaned

LONG = "云岚省加快建设全省统一的公共数据平台，推动数据资源开放共享，提升政务服务"

JOINED = [
    ((LONG + "能力，支持青汀市先行先试，形成一批可复制推广的经", "验。"), "a sentence broken inside a word"),
    ((LONG + "，", "支持先行先试。"), "after a comma"),
    ((LONG + "能力和水平", "，支持先行先试。"), "before a comma"),
    ((LONG + "（含县", "级平台）能力。"), "inside brackets"),
    ((LONG + "水平达到", "35%以上。"), "before a quantity"),
    ((LONG + "能力（以下统称平台）", "的建设。"), "after a bracket, before 的"),
    (("5.", "培育中小企业。"), "a label and its text"),
    (("（三）", "培育中小企业"), "a bracketed label and its text"),
    (("云岚省人民政府办公厅", "关于加强数据管理的通知"), "a title after its issuer"),
    (("全面清查，确保5月", "20日前完成整改。"), "inside a date"),
    (("各县须在2024", "年11月15日", "前完成整改。"), "a year, its day and 前, each on a line"),
    (("执行《云岚水", "质标准》的海域"), "inside a short name"),
    (("推进治理（责任单位：", "市水利局）"), "after a colon inside a bracket"),
    ((LONG + "，年均增速不低于", "4%。"), "between a comparison and its number"),
    ((LONG + "，再完成茶农体检", "6.8万人，茶工体检1万人。"), "between what is counted and a quantity that the sentence goes on from"),
    (("云岚省人民政府关于印发", "《云岚省数据条例》的通知"), "a title before what it issues"),
    (("8.加大", "ETC推广应用力度，方便群众。"), "where the font changes to Latin"),
    ((LONG + "能力，提升全", "— 3 —", "省水平。"), "over a page number"),
    ((LONG + "能力，提升全", "12", "省水平。"), "over a bare page number inside a word"),
]

APART = [
    (("一、总体要求", "坚持创新发展，推动改革。"), "a heading and its text"),
    (("七、扩大开放，稳住外贸基本盘", "面对变化，坚持开放。"), "a heading with a comma"),
    (("各市、县人民政府：", "现印发给你们。"), "an addressee"),
    (("责任单位：市教委、市财政局", "完成时限：2025年底"), "notes"),
    (("责任单位：市教委、市财政局、市国资委、市水利局、市交通局、市商务局", "加强组织领导，压实责任。"), "a complete list of agencies"),
    ((LONG + "能力", "（一）总体要求"), "a line and a labelled one"),
    ((LONG + "能力。", "推动改革。"), "two sentences"),
    ((LONG + "，再完成茶农体检", "6.8 7.2"), "a line and the figures of a row"),
    ((LONG + "能力的通知", "《云岚省数据条例》"), "a title that follows"),
    (("云岚省人民政府办公厅", "2025年3月1日"), "a signature and its date"),
    ((LONG + "能力，由下列单位负责", "2025年3月1日"), "a date alone"),
    (("云岚省人民政府办公厅", "关于数据管理，各地要落实责任。"), "a signature and a sentence"),
    (("完成时限：2025年5月", "6月底前完成验收。"), "two months"),
    ((LONG + "，群众收入明显提高", "5年来，全市坚持改革。"), "a duration that begins a sentence"),
    (("青少年男子丙", "组"), "cells of a table in shreds"),
    (("节能减排监测体系", "1", "建设"), "a number that may be a cell"),
    (("附件1", "重点任务清单"), "an annex and its title"),
    (("生物医药  1050  17", "节能环保  2350  16"), "rows"),
    ((LONG + "能力，推动", "　　各县落实。"), "an indented line begins a paragraph"),
]


@pytest.mark.parametrize(("lines", "why"), JOINED)
def test_joined(lines: tuple[str, ...], why: str) -> None:
    """One paragraph from several lines."""
    assert len(cleaned(*lines)) == 1, why
    assert cleaned(*lines) == ["".join(line for line in lines if line not in ("— 3 —", "12"))], why


@pytest.mark.parametrize(("lines", "why"), APART)
def test_apart(lines: tuple[str, ...], why: str) -> None:
    """Each line its own."""
    assert len(cleaned(*lines)) == len(lines), why


@pytest.mark.parametrize("kind", ["heading", "list_item", "table_row"])
def test_kinds(kind: str) -> None:
    """Only paragraphs are joined: the page says that the others are lines."""
    assert len(cleaned(LONG + "能", "力。", kind=kind)) == 2


@pytest.mark.parametrize("page", ["— 3 —", "-12-", "第3页", "第 3 页 共 9 页", "－4－"])
def test_page_numbers(page: str) -> None:
    """Page numbers on a line of their own go."""
    assert cleaned("推动改革。", page, "压实责任。") == ["推动改革。", "压实责任。"]


@pytest.mark.parametrize(
    ("lines", "kept", "why"),
    [
        (("云岚省数据条例实施办法", "云岚省数据条例实施办法"), 1, "a title"),
        (("（二）推动公共数据开放", "（二）推动公共数据开放"), 1, "a heading"),
        (("目标人群覆盖率100%", "目标人群覆盖率100%"), 2, "cells of a table may say the same"),
        (("推动公共数据开放共享。", "推动公共数据开放共享。"), 2, "a sentence may be said twice"),
        (("各区县", "各区县"), 2, "what is too short to tell"),
    ],
)
def test_doubled(lines: tuple[str, ...], kept: int, why: str) -> None:
    """A heading that stands twice in a row is dropped once."""
    assert len(cleaned(*lines)) == kept, why


def test_fixed_width() -> None:
    """Where the lines are wrapped at one length, a line of that length goes on although it looks like a heading."""
    width = 40
    prose = [("云岚省推动数据开放，提升服务水平" * 5)[:width] for _ in range(8)]
    item = ("2.突破制约新经济发展的瓶颈，建设以新一代信息网络为代表的平台" + "体系" * 20)[:width]
    assert cleaned(*prose, "如期建成。", item, "成果转化基地。")[-1] == item + "成果转化基地。"
    assert cleaned(item, "成果转化基地。")[-1] == "成果转化基地。"


def test_a_heading_inside_a_name() -> None:
    """Headings are joined where a name is broken between them."""
    assert cleaned("暂停实施《云岚省水务", "办法》有关规定的决定", kind="heading") == ["暂停实施《云岚省水务办法》有关规定的决定"]


def test_label_over_kinds() -> None:
    """A label is not put to a heading."""
    assert cleaned("5.") == ["5."]
    text = [Block("5."), Block("培育企业", "heading", 3)]
    from pipeline.text import clean

    assert clean(text).text == "5.\n培育企业"

"""Plain text and Markdown: lines, and what scrapers left in them."""

from __future__ import annotations

import pytest

from pipeline.reading import frontmatter, html, markdown
from pipeline.reading.plain import blocks_of


@pytest.mark.parametrize(
    ("text", "blocks", "why"),
    [
        ("一\n二\n", ["一", "二"], "a line a block"),
        ("　　一、总体要求", ["　　一、总体要求"], "the indentation of a line stays, it tells a paragraph"),
        ("通知如下：　　一、目标　　（一）数量", ["通知如下：", "　　一、目标", "　　（一）数量"], "indentation inside a line cuts it"),
        ("县政府　　　　2014年11月12日　　（此件公开）", ["县政府", "　　　　2014年11月12日", "　　（此件公开）"], "a signature set with spaces"),
        ("组　长：陈某　　副县长", ["组　长：陈某　　副县长"], "a gap between a name and an office does not"),
        ("关于印发＜br／＞方案的通知", ["关于印发方案的通知"], "a tag in full width"),
        ("“十四五 <BR>”规划.doc <BR>", ["“十四五 ”规划.doc"], "stray tags"),
        ("A&nbsp;B&amp;C", ["A\xa0B&C"], "entities"),
        ("x < y 且 y > z", ["x < y 且 y > z"], "signs that are no tags stay"),
        ("粤府〔2015〕1号\n━━━━━━━━━\n通知", ["粤府〔2015〕1号", "通知"], "a drawn rule"),
        ("\n \n", [], "nothing"),
    ],
)
def test_blocks_of_a_plain_text(text: str, blocks: list[str], why: str) -> None:
    assert [block.text for block in blocks_of(text)] == blocks, why


@pytest.mark.parametrize(
    ("text", "kinds", "why"),
    [
        ("序号\t项目\t投资\n1\t青汀港\t12.5\n2\t\t3", ["table_row", "table_row", "table_row"], "cells copied from a spreadsheet, one of them empty"),
        ("指标\t目标\n用水量\t3亿吨", ["table_row", "table_row"], "two columns"),
        ("\t建设园区。\n\t培育企业。", ["paragraph", "paragraph"], "tabs that indent"),
        ("一、\t建设园区\n二、\t培育企业", ["paragraph", "paragraph"], "tabs behind labels"),
        ("建设\t园区。\n培育企业。", ["paragraph", "paragraph"], "one stray tab"),
        ("指标\t目标\n\n用水量\t3亿吨", ["paragraph", "paragraph"], "a blank line parts what is no table"),
    ],
)
def test_rows_of_a_plain_text(text: str, kinds: list[str], why: str) -> None:
    """Lines with tabs that stand together are a table."""
    assert [block.kind for block in blocks_of(text)] == kinds, why


def test_a_row_keeps_its_cells() -> None:
    assert [block.text for block in blocks_of("指标\t单位\t目标\n\t吨\t\n")] == ["指标\t单位\t目标", "\t吨\t"]


def test_a_blank_line_is_noted() -> None:
    assert [block.gap for block in blocks_of("\n一\n二\n\n三")] == [False, False, True]


@pytest.mark.parametrize(
    ("text", "lines", "why"),
    [
        ("# 某县办法\n\n第一条 为了…", ["某县办法", "第一条 为了…"], "a heading"),
        ("**（一）目标。**到2020年", ["（一）目标。到2020年"], "bold that ends with a mark"),
        ("1. 建设园区\n2. 培育企业", ["1. 建设园区", "2. 培育企业"], "numbers are labels, not lists"),
        ("- 一\n* 二", ["一", "二"], "bullets"),
        ("> 摘要\n> 另一句", ["摘要", "另一句"], "a quotation"),
        ("![](http://a/b.jpg)\n一[某网](http://a)二", ["一某网二"], "pictures go, links stay as text"),
        ("|指标|目标|\n|---|---|\n|甲|50个|", ["指标\t目标", "甲\t50个"], "a table"),
        ("一\n\n---\n\n二", ["一", "二"], "a rule"),
        (r"1\. 一 \* 二", ["1. 一 * 二"], "escapes"),
        ("<p>一</p>\n<p>二\n三</p>", ["一", "二三"], "HTML inside keeps its own paragraphs"),
        ("<!-- INFO END -->\n一", ["一"], "a comment"),
        ("2*3*4 与 a_b_c", ["2*3*4 与 a_b_c"], "marks inside words are no emphasis"),
    ],
)
def test_lines_of_markdown(text: str, lines: list[str], why: str) -> None:
    assert [line.text for line in html.read_lines(markdown.to_html(text)).lines] == lines, why


@pytest.mark.parametrize(
    ("text", "fields", "body", "broken"),
    [
        (
            "---\ntitle: 某县方案\ndate: 2022-04-21 17:49:18 +0800\n---\n正文",
            {"title": "某县方案", "date": "2022-04-21 17:49:18 +0800"},
            "正文",
            False,
        ),
        ("\n---\ntitle: '甲  乙'\ntags:\n - 一\n---\n正文", {"title": "甲  乙"}, "正文", False),
        ('---\ntitle: "甲"与"乙"：新政\nauthor: 某网\n---\n正文', {"title": '"甲"与"乙"：新政', "author": "某网"}, "正文", True),
        ("---\n一条线，不是元数据\n---\n正文", {}, "---\n一条线，不是元数据\n---\n正文", False),
        ("正文\n---\ntitle: x\n---\n", {}, "正文\n---\ntitle: x\n---\n", False),
    ],
)
def test_front_matter(text: str, fields: dict[str, str], body: str, broken: bool) -> None:
    front = frontmatter.split(text)
    assert (front.fields, front.body, front.broken) == (fields, body, broken)


def test_a_clipping_names_where_it_came_from() -> None:
    assert (
        markdown.source_url("> 本文由 [某工具](http://t.example/) 转码， 原文地址 [www.example.cn](https://www.example.cn/a/1)")
        == "https://www.example.cn/a/1"
    )
    assert markdown.source_url("正文\n\n<http://example.cn/1.html>\n") == "http://example.cn/1.html"
    assert markdown.source_url("见 http://example.cn/ 。") is None

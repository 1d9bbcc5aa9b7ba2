"""HTML: what joins, what breaks, what is a row, what is the site's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading import content, html
from pipeline.reading.html import Line

BODY = "<p>到2025年，全县建成标准化示范点50个以上，培育重点企业20家。</p><p>各乡镇要按照职责分工，认真抓好落实，确保任务完成。</p>"


def texts(page: str) -> list[str]:
    return [line.text for line in html.read_lines(page).lines]


def chosen(page: str) -> list[str]:
    return [line.text for line in content.choose(html.read_lines(page)).lines]


def first(page: str) -> Line:
    return html.read_lines(page).lines[0]


@pytest.mark.parametrize(
    ("page", "lines", "why"),
    [
        ("<p>新<span>增发</span>布</p>", ["新增发布"], "a tag inside a word joins its sides"),
        ("<p>到<a href='/x'>2025</a>年</p>", ["到2025年"], "a link too"),
        ("<p>一<br>二<br/>三</p>", ["一", "二", "三"], "<br> breaks the line"),
        ("<div>一<p>二</p>三</div>", ["一", "二", "三"], "a block breaks what it stands in"),
        ("<p>建设\n   标准</p>", ["建设标准"], "a source line end between Chinese characters is nothing"),
        ("<p>建设\n  <b>标准</b></p>", ["建设标准"], "with a tag beside it too"),
        ("<p>the county\n plan</p>", ["the county plan"], "between Latin words it is a space"),
        ("<p>&nbsp;&nbsp;　　到2025年&nbsp;</p>", ["到2025年"], "indentation by spaces goes"),
        ("<p>一<p>二<li>三", ["一", "二", "三"], "unclosed tags are closed"),
        ("<p>A&amp;B&ldquo;甲&rdquo;&#20013;</p>", ["A&B“甲”中"], "entities"),
        ("<pre>一\n二</pre>", ["一", "二"], "preformatted lines stay lines"),
        ("<p>一</p><!-- 二 --><script>三</script><style>四</style><p>五</p>", ["一", "五"], "comments, scripts and styles"),
        ("<p>一</p><template>二</template><noscript>三</noscript><input type=hidden value=四><p>五</p>", ["一", "五"], "templates and hidden inputs"),
        ("<p>一<!-- 二</p><p>三</p>", ["一 二", "三"], "an unclosed comment swallows nothing"),
        ("<p>一<!-- 二</p><!-- 三 --><p>四<!-- 五</p><!-- <p>六</p>", ["一", "四 五", "六"], "nor do several after one that is closed"),
        ('<%@ page pageEncoding="UTF-8"%><p>一</p><c:import url="x"><c:param name="y">true</c:param></c:import>', ["一"], "JSP directives and tags"),
        ("<p>${news.title}一<?php echo 1 ?></p>", ["一"], "expressions and PHP"),
        ("<figure><img src=a><figcaption>某人在讲话</figcaption></figure><p>一</p>", ["一"], "a picture's caption"),
        ("<ul><li>一</li><li>二<p>三</p></li></ul>", ["一", "二", "三"], "list items"),
        ("", [], "nothing"),
        ("<![CDATA[一]]>", ["一"], "CDATA marks are no text"),
        ("<p>县政府 &nbsp; &sp;</p>", ["县政府"], "a misspelt space"),
        ("<p>县政府 &amp;sp;</p>", ["县政府"], "one whose sign was escaped too"),
        ("<h1>云岚省关于印发乡村服务<br/>方案的通知</h1>", ["云岚省关于印发乡村服务方案的通知"], "a headline of several lines is one title"),
        ("<h1>云岚发布乡村服务新方案<br>2025年建站八百个</h1>", ["云岚发布乡村服务新方案 2025年建站八百个"], "two statements stay apart"),
        ("<h1>云岚发布新方案<br>2021-07-08 来源：云岚日报</h1>", ["云岚发布新方案", "2021-07-08 来源：云岚日报"], "a byline is no part of it"),
        ("<h2>云岚出台新方案<br>到2025年，建站八百个。</h2>", ["云岚出台新方案", "到2025年，建站八百个。"], "nor is a sentence"),
    ],
)
def test_lines(page: str, lines: list[str], why: str) -> None:
    assert texts(page) == lines, why


@pytest.mark.parametrize(
    ("page", "rows", "why"),
    [
        ("<tr><th>单位<th>目标<tr><td>甲县<td>50个", ["单位\t目标", "甲县\t50个"], "cells by tabs"),
        (
            "<tr><td rowspan=2>甲县<td>一季度<td>5个<tr><td>二季度<td>6个",
            ["甲县\t一季度\t5个", "\t二季度\t6个"],
            "a cell over two rows stands in the first, the columns stay",
        ),
        ("<tr><td colspan=2>指标<td>单位<tr><td>一<td>二<td>三", ["指标\t\t单位", "一\t二\t三"], "a cell over two columns stands in the first"),
        ("<tr><td>甲<td>乙<tr><td><p>丙<p>丁<td>戊", ["甲\t乙", "丙 丁\t戊"], "lines of a cell are joined"),
        ("<tr><td>甲<td>乙<tr><td>丙<td>", ["甲\t乙", "丙"], "too few filled cells: layout, cell by cell"),
    ],
)
def test_rows_of_a_table(page: str, rows: list[str], why: str) -> None:
    expected = [cell for row in rows for cell in row.split("\t")] if why.startswith("too few") else rows
    assert texts(f"<table>{page}</table>") == expected, why


def test_a_page_laid_out_in_tables_is_read_as_text() -> None:
    page = f"<table><tr><td>菜单</td><td><table><tr><td>{BODY}</td></tr></table></td></tr><tr><td>甲</td><td>乙</td></tr></table>"
    assert all(line.kind != "table_row" for line in html.read_lines(page).lines)


def test_how_a_line_looks() -> None:
    line = first('<p align="center"><b><font size="5">某县办法</font></b></p>')
    assert (line.bold, line.centered, line.size) == (True, True, 18.0)
    line = first('<p style="text-align:center; font-size:24px; font-weight:700">某县办法</p>')
    assert (line.bold, line.centered, line.size) == (True, True, 18.0)
    assert not first("<p><b>（一）目标。</b>到2025年建成50项。</p>").bold
    assert first("<h2>总体要求</h2>").level == 2


SITE = [
    ('<div class="nav"><a href="/">首页</a><a href="/x">新闻</a></div>', "navigation by its class"),
    ('<div class="news_breadcrumb">首页 > 新闻 > 正文</div>', "breadcrumbs"),
    ('<div id="relatedNews"><p>某市印发另一方案，明确到2030年建成100个园区。</p></div>', "related news, prose or not"),
    ('<div class="share">分享到：微信微博</div>', "share buttons"),
    ("<footer>版权所有 某网 京ICP备1号</footer>", "the footer"),
    ("<ul>" + "<li><a href='/1'>另一条新闻的标题在这里</a></li>" * 6 + "</ul>", "a list of links without a name"),
    ('<div style="display:none">看不见的话，写了很多句。</div>', "what is not shown"),
    ('<div class="appendQr_wrap"><div>海量资讯，尽在某网APP</div></div>', "a QR code's text"),
]


NAVIGATION = "".join(f"<a href='/{name}'>{name}</a>" for name in ("首页", "政务公开", "办事服务", "互动交流", "走进云岚")) + "<span>无障碍</span>"
SHORT = (
    "<p>云岚省水利厅公告</p><p>现将修订后的取水许可办法予以公布，自2021年5月1日起施行。</p>"
    "<p>一、申请取水的单位，应当向所在地的县级水利局提交材料。</p><p>二、水利局在20个工作日内答复，逾期不答复的，视为同意。</p>"
)
BESIDE = [
    ("<p>温馨提示：文件仅供查阅，正式引用请以纸质文本为准，发现错误请告诉我们。</p>", "a site's own sentence"),
    ("<div><h4>政策解读</h4><p>这份文件讲了什么？简单说，就是少跑腿、少填表，更多办法还会出台。</p></div>", "a box with a heading of its own"),
    ("<div><b>网友留言（3）</b><p>什么时候轮到我们小区？已经等了很久，希望快一点。</p></div>", "what readers say"),
]


@pytest.mark.parametrize(("part", "why"), BESIDE)
def test_a_short_document_is_found_beside_the_sentences_of_a_site(part: str, why: str) -> None:
    page = f"<body><div><div>{NAVIGATION}</div><div>{part}</div><div>{SHORT}</div><div>{NAVIGATION}</div></div></body>"
    assert chosen(page) == texts(SHORT), why


def test_a_box_that_holds_the_prose_is_the_document_whatever_its_heading() -> None:
    page = f"<body><div><h4>政策解读</h4>{BODY * 4}</div><p>版权所有：云岚省水利厅</p></body>"
    assert chosen(page) == ["政策解读", *texts(BODY) * 4]


@pytest.mark.parametrize(("part", "why"), SITE)
def test_the_site_around_the_document_goes(part: str, why: str) -> None:
    body = [*texts(BODY)] * 4
    for page in (f'<body>{part}<div id="a">{BODY * 4}</div></body>', f'<body><div id="a">{BODY * 4}</div>{part}</body>'):
        assert chosen(page) == body, why


def test_prose_under_a_misleading_name_stays() -> None:
    assert chosen(f'<body><div class="hot main">{BODY * 4}</div></body>') == texts(BODY) * 4


def test_nothing_of_a_document_in_several_containers_is_lost() -> None:
    page = f"<body><div>{BODY * 3}</div><div>{BODY * 3}</div></body>"
    assert chosen(page) == texts(BODY) * 6


def test_letterhead_in_a_cell_of_its_own_stays() -> None:
    page = f"<table><tr><td>某某部令</td><td>中華民國106年1月20日</td></tr><tr><td colspan=2>{BODY * 3}</td></tr></table>"
    assert chosen(page)[:2] == ["某某部令", "中華民國106年1月20日"]


@pytest.mark.parametrize("tag", ["div", "span", "table", "ul", "b"])
def test_any_depth_is_read(tag: str) -> None:
    page = f"<{tag}>" * 100_000 + "到2025年建成50项。"
    assert "到2025年建成50项。" in texts(page)


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div class=nav>", "</div>", "<table>", "<tr>", "<td rowspan=3>", "</table>", "<br>", "<b>", "甲", "乙，", "<!--", "-->"]
        ),
        max_size=60,
    )
)
def test_no_tag_soup_breaks_it(parts: list[str]) -> None:
    reading = html.read_lines("".join(parts))
    assert all(line.text == line.text.strip() and line.text for line in reading.lines if line.kind != "table_row")
    assert all(0 <= start < end <= len(reading.lines) for start, end, _ in reading.containers)
    content.choose(reading)

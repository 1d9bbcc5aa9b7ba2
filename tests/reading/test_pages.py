"""Whole documents of every kind the project meets, in words of our own: what is read from them, and what is left out."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.reading import read
from pipeline.reading.page import Page

COVER = "各乡镇人民政府，县政府各部门：\n《临澜县数字乡村建设方案（2021—2023年）》已经县政府同意，现印发给你们，请认真贯彻执行。\n"
SIGNED = "临澜县人民政府办公室\n2021年7月1日\n（此件公开发布）\n"
POLICY = (
    "临澜县数字乡村建设方案\n（2021—2023年）\n一、主要目标\n到2023年，建成数字乡村示范点50个以上，培育重点企业20家。\n"
    "二、重点任务\n（一）建设基础设施。加快建设通信网络，推进数据共享。（责任单位：县经信局）\n"
)
HEADLINE = "临澜县人民政府办公室关于印发临澜县数字乡村建设方案（2021—2023年）的通知"
TARGET = "到2023年，建成数字乡村示范点50个以上，培育重点企业20家。"
DAY = date(2021, 7, 8)


class Case(NamedTuple):
    """A document, what its page must say, words that must stand in its text and words that must not."""

    name: str
    source: str
    title: str | None
    published: date | None
    genre: str
    inside: tuple[str, ...]
    outside: tuple[str, ...]


def paragraphs(text: str) -> str:
    return "".join(f"<p>{line}</p>\n" for line in text.splitlines())


CASES = [
    Case(
        "scraped text with headline and date",
        f"{HEADLINE}\n发布日期:2021-07-08 \n{COVER}{SIGNED}{POLICY}附件下载：{HEADLINE}\n",
        HEADLINE,
        DAY,
        "policy",
        ("各乡镇人民政府", "2021年7月1日", TARGET),
        ("发布日期", "附件下载", HEADLINE),
    ),
    Case(
        "a report, who gives it between its title and the day of the page",
        "政府工作报告\n――2021年6月27日在临澜县第十四届人民代表大会第四次会议上\n县长 林云\n2021-07-08 07:00:44\n来源：临澜日报\n各位代表：\n"
        f"现在，我代表县人民政府向大会报告工作，请予审议。\n{POLICY}",
        "政府工作报告",
        DAY,
        "policy",
        (TARGET,),
        ("来源", "县长 林云"),
    ),
    Case(
        "the same with the letterhead repeated below the date",
        f"{HEADLINE}\n发布日期 :2021-07-08来源：县政府办\n临澜县人民政府办公室\n{HEADLINE[10:]}澜政办〔2021〕28号\n{COVER}{SIGNED}{POLICY}",
        HEADLINE,
        DAY,
        "policy",
        (HEADLINE, "澜政办〔2021〕28号", TARGET),
        ("来源",),
    ),
    Case(
        "a page run together on one line, its top twice",
        f"{HEADLINE}发布日期:2021-07-08{COVER}{HEADLINE}发布日期:2021-07-08{COVER}{POLICY}".replace("\n", ""),
        HEADLINE,
        DAY,
        "policy",
        (TARGET,),
        ("发布日期",),
    ),
    Case(
        "a flattened page with labelled data",
        f"{HEADLINE} 发文机构：临澜县人民政府办公室 发布时间：2021-07-08 发文字号：澜政办〔2021〕28号 政策类型：政策文件 来源：http://a.example/1 "
        f"关键字：乡村;数字 {COVER}{SIGNED}{POLICY}".replace("\n", " "),
        HEADLINE,
        DAY,
        "policy",
        (TARGET,),
        ("政策类型", "关键字"),
    ),
    Case(
        "a policy alone: its own date",
        f"{HEADLINE}\n{COVER}{SIGNED}{POLICY}抄送：县委各部门。\n临澜县人民政府办公室 2021年7月8日印发\n",
        HEADLINE,
        DAY,
        "policy",
        (HEADLINE, TARGET, "抄送"),
        (),
    ),
    Case(
        "a piece of a policy",
        "加快完善管网。到2023年，建成管网50公里以上，推进雨污分流，加强运行管理。",
        None,
        None,
        "policy",
        ("建成管网50公里以上",),
        (),
    ),
    Case(
        "a government work report from a newspaper's page",
        "下载\n打印\n【字号：\n加大\n还原\n】\n2021年临澜县政府工作报告\n——2021年7月1日在临澜县人民代表大会第五次会议上\n来源：临澜日报\n时间：2021-07-08\n县长 张某\n"
        "各位代表：\n现在，我代表县人民政府，向大会报告工作，请予审议。\n一、工作回顾\n全县生产总值增长5%。\n相关报道：\n",
        "2021年临澜县政府工作报告",
        DAY,
        "policy",
        ("各位代表：", "增长5%"),
        ("还原", "临澜日报", "相关报道"),
    ),
    Case(
        "a government work report whose occasion has no dash, its data on lines of their own",
        "云岚省2021年政府工作报告\n2021年7月1日在云岚省第九届人大第四次会议上 云岚省省长 某某\n时间：\n2021-07-08 09:20\n来源：\n云岚省人民政府\n"
        "各位代表：\n我代表省政府作工作报告。\n一、2020年工作\n全省生产总值增长5%。\n",
        "云岚省2021年政府工作报告",
        DAY,
        "policy",
        ("各位代表：", "增长5%"),
        ("会议上",),
    ),
    Case(
        "news copied with its site",
        "某某网 某某网\n\n站内搜 索\n\n要闻\n\n《临澜县数字乡村建设方案》出炉\n\n2021-07-08 09:30:00来源:某某网编辑:张某\n"
        "某某网讯 (记者 张某) 近日,临澜县印发《临澜县数字乡村建设方案(2021-2023年)》,明确到2023年建成示范点50个以上。\n"
        "某某报社主办    地址:某市某路1号     邮编:100000\n订报热线:010-00000000   广告热线:010-00000000\n京ICP备00000000号-3\n某某报社 版权所有",
        "《临澜县数字乡村建设方案》出炉",
        DAY,
        "news",
        ("明确到2023年建成示范点50个以上",),
        ("站内", "订报", "ICP", "版权"),
    ),
    Case(
        "a blog post with broken front matter and HTML",
        '---\nlayout: post\ntitle: "临澜县"出台"方案：数字乡村迎新政\ndate: 2021-07-08 17:49:18 +0800\n---\n'
        "> 临澜县印发《临澜县数字乡村建设方案》。（某报）\n\n<p>临澜县近日印发《临澜县数字乡村建设方案》，记者获悉，到2023年将新<span><a href='/x'>增发</a></span>布50项标准。</p>\n"
        "<p class='media'>（文章来源：某报）</p>\n\n<http://a.example/1.html>\n\n[返回某频道](//a.example)｜[返回首页](//a.example/)",
        '"临澜县"出台"方案：数字乡村迎新政',
        DAY,
        "news",
        ("到2023年将新增发布50项标准",),
        ("返回", "文章来源"),
    ),
    Case(
        "a clipping whose headline is the policy's",
        f"> 本文由 [某工具](http://t.example/) 转码， 原文地址 [www.example.cn](https://www.example.cn/a/1)\n\n原标题：文件 | 《临澜县数字乡村建设方案》（全文）\n\n"
        f"![](http://a.example/1.jpg)\n\n{COVER}\n{SIGNED}\n**临澜县数字乡村建设方案**\n\n**（2021—2023年）**\n\n一、主要目标\n\n{TARGET}\n\n"
        "临澜县人民政府办公室\n\n2021年7月8日印发\n\n本文来源：县政府\n\n免责声明\n\n**除非特别注明，本站所载内容来源于互联网，不代表本站观点，如有侵权，请联系删除。**\n\n责任编辑：",
        "临澜县数字乡村建设方案（2021—2023年）",
        DAY,
        "policy",
        (TARGET, "现印发给你们"),
        ("转码", "原标题", "免责", "本站", "责任编辑"),
    ),
    Case(
        "a law in Markdown: the date of its last amendment",
        "# 青汀市户外广告管理条例\n\n2015年8月19日 青汀市第八届人民代表大会常务委员会第二次会议通过\n\n2021年7月8日 青汀市第十届人民代表大会常务委员会第三次会议修正\n\n"
        "<!-- INFO END -->\n\n## 第一章  总则\n\n第一条 为了加强管理，制定本条例。\n\n第二条 本条例适用于本市。\n\n第三条 本条例自2021年8月1日起施行。",
        "青汀市户外广告管理条例",
        DAY,
        "policy",
        ("第二条 本条例适用于本市。",),
        ("INFO",),
    ),
    Case(
        "a State Council page laid out in tables",
        "<div class='wrap'><table><tr><td><table class='bd1'><tr><td><b>索 引 号：</b></td><td>000/2021-1</td><td><b>主题分类：</b></td><td>农业</td></tr>"
        f"<tr><td><b>发文机关：</b></td><td>临澜县人民政府办公室</td><td><b>成文日期：</b></td><td>2021年7月1日</td></tr><tr><td><b>标　　题：</b></td><td colspan=3>{HEADLINE}</td></tr>"
        "<tr><td><b>发文字号：</b></td><td>澜政办〔2021〕28号</td><td><b>发布日期：</b></td><td>2021年7月8日</td></tr></table></td></tr></table>"
        f"<table><tr><td id='UCAP-CONTENT'>{paragraphs(COVER + SIGNED + POLICY)}</td><td><a href='/x'>相关文件</a></td></tr></table><div>扫一扫在手机打开当前页</div></div>",
        HEADLINE,
        DAY,
        "policy",
        (TARGET, "（责任单位：县经信局）"),
        ("索 引 号", "扫一扫", "相关文件"),
    ),
    Case(
        "a JSP page with breadcrumbs and a byline",
        '<script>$(function(){})</script><div class="navCurrent"><a href="/">首页</a> <a href="/n">资讯</a></div><div class="frame"><h1>塑料消费稳步增长</h1>'
        '<div class="source"><span>发布时间：2021-07-08</span> <span>发布人：  </span></div><p><p>塑料产业发展较快，去年产量增长20%，市场需求旺盛。</p><p>专家认为，增长仍将持续，价格相对稳定。</p></p></div>',
        "塑料消费稳步增长",
        DAY,
        "other",
        ("去年产量增长20%",),
        ("首页", "发布时间", "塑料消费稳步增长"),
    ),
    Case(
        "a Taiwan gazette order with the rules it makes",
        "<table><tr><td><b><a href='http://a.example'>雲嵐縣政府</a>令</b></td><td>中華民國110年7月8日<br>雲嵐觀字第1100000001號</td></tr><tr><td colspan=2>"
        "<p>訂定「雲嵐縣旅宿業輔導補助要點」，並自即日生效。</p><p>縣　　長　王某某</p><p><b>雲嵐縣旅宿業輔導補助要點</b></p>"
        "<p>一、為輔導旅宿業發展，特訂定本要點。</p><p>二、補助額度以新臺幣五十萬元為限。</p><p>三、申請單位應於期限內提出計畫。</p><p>四、其他事項依規定辦理。</p></td></tr></table>"
        "<div class='top'><a href='#'>Top</a></div>",
        "雲嵐縣旅宿業輔導補助要點",
        DAY,
        "policy",
        ("雲嵐觀字第1100000001號", "以新臺幣五十萬元為限"),
        ("Top",),
    ),
    Case(
        "a Taiwan gazette notice: who speaks is the headline",
        "<table><tr><td><b>雲嵐縣政府公告</b></td><td>中華民國110年7月8日<br>雲嵐觀字第1100000002號</td></tr><tr><td colspan=2><p>主　　旨：預告修正「雲嵐縣旅宿業輔導補助要點」草案。</p>"
        "<p>公告事項：</p><p>一、修正機關：雲嵐縣政府。</p><p>二、對本公告內容有意見者，請於公告次日起60日內陳述。</p><p>雲嵐縣旅宿業輔導補助要點修正草案總說明（請參見PDF）</p></td></tr></table>",
        "雲嵐縣政府公告",
        DAY,
        "policy",
        ("主　　旨：預告修正",),
        (),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_document(case: Case) -> None:
    page = read(case.source.encode(), "a.txt")
    assert (page.status, page.title, page.published, page.genre) == ("ok", case.title, case.published, case.genre)
    for words in case.inside:
        assert page.text.count(words) == 1, words
    for words in case.outside:
        assert words not in page.text


def by_name(name: str) -> Page:
    return next(read(case.source.encode(), "a.txt") for case in CASES if case.name.startswith(name))


def test_what_a_page_says_of_its_letter() -> None:
    page = by_name("a State Council")
    assert (page.issuer, page.doc_number, page.issued, page.index_number) == (
        "临澜县人民政府办公室",
        "澜政办〔2021〕28号",
        date(2021, 7, 1),
        "000/2021-1",
    )
    page = by_name("the same with the letterhead")
    assert (page.issuer, page.doc_number, page.issued, page.publisher) == ("临澜县人民政府办公室", "澜政办〔2021〕28号", date(2021, 7, 1), "县政府办")
    assert by_name("a flattened page").url == "http://a.example/1"
    assert by_name("a clipping").url == "https://www.example.cn/a/1"


def test_a_headline_on_several_lines_is_one_heading() -> None:
    heading = by_name("the same with the letterhead").blocks[0]
    assert (heading.kind, heading.level, heading.text) == ("heading", 1, HEADLINE)


def test_what_a_page_declares_in_its_head() -> None:
    page = read(
        '<html><head><title>临澜县出台二十条措施_某某网</title><meta name="PubDate" content="2021-07-08 10:00"><meta name="ContentSource" content="临澜日报">'
        '<link rel="canonical" href="https://a.example/1"></head><body><p>今年以来，全县经济运行平稳，财政收入增长5%，就业稳定。</p></body></html>'.encode(),
        "a.html",
    )
    assert (page.title, page.published, page.publisher, page.url) == ("临澜县出台二十条措施", DAY, "临澜日报", "https://a.example/1")


@pytest.mark.parametrize(
    ("data", "source", "code"),
    [
        (b"", "a.txt", "empty-text"),
        (b"<html><body><script>app()</script></body></html>", "a.html", "empty-text"),
        (b"%PDF-1.7", "a.txt", "unsupported-format"),
        (b"text", "a.rar", "unsupported-format"),
        (b'{"title": "x"}\n{"title": "y"}\n', "a.txt", "unsupported-format"),
        (b"a,b\n1,2\n", "INDEX.csv", "unsupported-format"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_a_reason(data: bytes, source: str, code: str) -> None:
    page = read(data, source)
    assert (page.status, page.blocks, [finding.code for finding in page.findings]) == ("rejected", (), [code])


def test_a_name_does_not_decide_the_format() -> None:
    page = read(f"<html><body>{paragraphs(POLICY)}</body></html>".encode(), "a.txt")
    assert page.format == "html"
    assert read(POLICY.encode(), "a.html").format == "text"


@settings(max_examples=150)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_page(data: bytes) -> None:
    page = read(data, "a.txt")
    assert page.status in ("ok", "partial", "rejected")
    assert (page.status == "rejected") == (not page.blocks)
    assert page.status == "ok" or any(finding.severity == "error" for finding in page.findings)


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            [*POLICY.splitlines(), *COVER.splitlines(), "发布日期:2021-07-08", "<p>", "</td>", "**", "---", "# ", "　　", "来源：某网", "附件下载："]
        ),
        max_size=25,
    )
)
def test_no_mixture_of_lines_breaks_it_or_adds_words(lines: list[str]) -> None:
    text = "\n".join(lines)
    page = read(text.encode(), "a.txt")
    assert set("".join(block.text for block in page.blocks).split()) <= set(text.split()) or all(
        character in text for block in page.blocks for character in block.text if not character.isspace()
    )


@pytest.mark.parametrize("wrap", ["{}", "<div><p>{}</p></div>", "<div><p>{}"], ids=["text", "html", "unclosed"])
def test_a_long_line_takes_linear_time(wrap: str) -> None:
    page = read(wrap.format(TARGET * 40_000).encode(), "a.txt")
    assert page.text == TARGET * 40_000

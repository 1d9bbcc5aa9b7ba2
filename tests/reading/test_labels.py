"""Recognising lines: bylines, labelled data, headlines, what is the site's."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading import boilerplate
from pipeline.reading.folding import fold
from pipeline.reading.headline import clean_title, from_original, is_addressee, names_a_document, own_headline, without_site
from pipeline.reading.labels import byline, cells_data, run_of
from pipeline.reading.page import Block

DAY = date(2021, 7, 8)


@pytest.mark.parametrize(
    ("line", "fields", "why"),
    [
        ("2021-07-08 09:30:00来源:某网编辑:张某", {"published": DAY, "publisher": "某网"}, "all run together"),
        ("发布日期: 2021-07-08  来源：青汀日报", {"published": DAY, "publisher": "青汀日报"}, "label by label"),
        ("發布時間：2021-07-08 | 點擊次數:17次", {"published": DAY}, "traditional labels, a counter"),
        ("发布⽇期 :2021-07-08", {"published": DAY}, "a Kangxi radical in the label"),
        ("来源：青汀日报", {"publisher": "青汀日报"}, "the source alone"),
        (": 2021-07-08", {"published": DAY}, "a day that has lost its label"),
        (
            "来源：青汀日报 2021-07-08 11:10:55|  查看：20次",
            {"publisher": "青汀日报", "published": DAY},
            "the day behind the source, without a label",
        ),
        ("来源：青汀2021-07-08期刊", {"publisher": "青汀2021-07-08期刊"}, "but not a date inside its name"),
        ("作者：张某 2021年7月8日", {"author": "张某 2021年7月8日"}, "the author first"),
        ("（2021年7月8日）", {"published": DAY}, "a date in brackets"),
        ("来源：http://a.example/b.html", {"url": "http://a.example/b.html"}, "an address is no publisher"),
        ("云岚发布 2021-07-08 09:30 发表于云岚", {"published": DAY, "publisher": "云岚发布"}, "who and when, to the minute"),
        ("2021年7月8日 09:30", {"published": DAY}, "when, to the minute"),
        ("【发布部门】省水利厅 【发布日期】2021.07.08", {"issuer": "省水利厅", "published": DAY}, "labels in black brackets"),
        ("【时效性】有效", {}, "one of no interest"),
        ("【水利】2021年7月8日的会议", None, "black brackets around no label"),
        ("会议定于 2021-07-08 09:30 在青汀市召开", None, "a sentence with a time"),
        ("2021年7月8日在临澜县召开会议", None, "a sentence that begins with a date"),
        ("时间：上午九点开始", None, "a time that is no date"),
        ("时间紧、任务重，来源：多方。", None, "a sentence"),
        ("一、时间：2021年7月8日", None, "an item of the text"),
        ("各县人民政府：", None, "an addressee"),
    ],
)
def test_a_byline(line: str, fields: dict[str, Any] | None, why: str) -> None:
    assert byline(line) == fields, why


@pytest.mark.parametrize(
    ("line", "head", "fields", "text", "why"),
    [
        ("某县方案的通知发布日期:2021-07-08各乡镇：请落实。", "某县方案的通知", {"published": DAY}, "各乡镇：请落实。", "one label"),
        (
            "某县方案的通知 发文机构：某县 发布时间：2021-07-08 发文字号：某政〔2021〕1号 来源：http://a.example/1 关键字：甲;乙 各乡镇： 请落实。",
            "某县方案的通知",
            {"issuer": "某县", "published": DAY, "doc_number": "某政〔2021〕1号", "url": "http://a.example/1"},
            "各乡镇： 请落实。",
            "many labels",
        ),
        ("某县方案 发文机构： 发布时间：2021-07-08 关键字：甲 正文", "某县方案", {"published": DAY}, "正文", "an empty value"),
    ],
)
def test_a_flattened_top(line: str, head: str, fields: dict[str, Any], text: str, why: str) -> None:
    run = run_of(line)
    assert run is not None, why
    assert (run.head, run.fields, line[run.end :].strip()) == (head, fields, text)


@pytest.mark.parametrize(
    "line", ["为落实方案，各县要做好工作。发布日期：2021-07-08", "各乡镇：请于发布时间：尽快落实", "会议时间：2021年7月8日上午，地点另行通知"]
)
def test_labels_inside_a_text_are_text(line: str) -> None:
    assert run_of(line) is None


def test_a_table_of_labels_is_data() -> None:
    rows = [
        "索 引 号：\t000/2021-1\t主题分类：\t农业",
        "发文机关：\t某县人民政府\t成文日期：\t2021年7月1日",
        "发文字号：\t某政〔2021〕1号\t发布日期：\t2021年7月8日",
    ]
    assert cells_data(rows) == {
        "index_number": "000/2021-1",
        "issuer": "某县人民政府",
        "issued": date(2021, 7, 1),
        "doc_number": "某政〔2021〕1号",
        "published": DAY,
    }
    assert cells_data(["单位\t目标\t时间", "甲县\t50个\t2025年"]) is None


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("关于印发某县方案的通知", True),
        ("某县户外广告管理条例", True),
        ("某县发展规划（2021—2025年）", True),
        ("某某要點修正規定", True),
        ("某署公告2014年第22号（关于茶叶报关的公告）", True),
        ("某县出台新措施二十条", False),
        ("某县召开会议", False),
    ],
)
def test_names_of_documents(title: str, names: bool) -> None:
    assert names_a_document(title) is names


@pytest.mark.parametrize(
    ("line", "addressed"),
    [
        ("各县、乡人民政府：", True),
        ("各位代表：", True),
        ("省政府直属各单位：现将", True),
        ("责任分工如下：", False),
        ("某局原局长受审追踪:宣判前后", False),
        ("甲：乙", False),
    ],
)
def test_addressees(line: str, addressed: bool) -> None:
    assert is_addressee(line) is addressed


@pytest.mark.parametrize(
    ("lines", "title", "why"),
    [
        (
            ["某县人民政府", "关于印发某县", "数字乡村方案的通知", "某政〔2021〕1号", "各乡镇："],
            "某县人民政府关于印发某县数字乡村方案的通知",
            "on several lines",
        ),
        (["某政〔2021〕1号", "某县关于加强管理的意见", "各乡镇："], "某县关于加强管理的意见", "under its number"),
        (["某县关于加强管理的通知某政〔2021〕1号各乡镇：　为加强管理，现通知如下。"], "某县关于加强管理的通知", "run into its number"),
        (
            ["某县召开数字乡村现场会", "近日，某县召开现场会，研究部署数字乡村建设有关工作，明确了下一步的重点任务和责任分工安排。"],
            "某县召开数字乡村现场会",
            "any line before long text",
        ),
        (["加快建设污水管网。到2025年，全县建成管网。"], None, "the text at once"),
        (["各位代表：", "现在，我代表县人民政府，向大会报告工作，请予审议。"], None, "a speech"),
        (["一、总体要求", "以新发展理念为指导，建设数字乡村，到2025年建成示范村五十个以上，全面完成各项目标任务。"], None, "an item"),
        (["为落实《某省方案的通知》（某政〔2021〕1号）要求，制定本方案。"], None, "a sentence that cites a number"),
    ],
)
def test_the_headline_a_text_begins_with(lines: list[str], title: str | None, why: str) -> None:
    assert own_headline([Block(line) for line in lines]) == title, why


@pytest.mark.parametrize(
    ("title", "clean"),
    [
        ("某县办法_某某政府网", "某县办法"),
        ("某县出台二十条措施 - 某某网", "某县出台二十条措施"),
        ("某县出台二十条措施- 【某某易购】", "某县出台二十条措施"),
        ("某某门户网", None),
        ("某县规划（2018-2020年）", "某县规划（2018-2020年）"),
    ],
)
def test_a_title_without_its_site(title: str, clean: str | None) -> None:
    assert without_site(title) == clean


def test_titles_are_tidied() -> None:
    assert clean_title("关于印发＜br／＞某县计划（ 2022—2025年）的通知 ") == "关于印发某县计划（2022—2025年）的通知"
    assert from_original("原标题：文件 | 《某县数字乡村建设方案》（全文）") == "某县数字乡村建设方案"


@pytest.mark.parametrize("line", ["打印", "【字号：", "】", "浏览次数：120次", "[大 中 小]", "打印本页 关闭窗口", "（手机扫一扫查看文件）", "Top"])
def test_buttons_go_anywhere(line: str) -> None:
    assert boilerplate.is_button(line)


@pytest.mark.parametrize("line", ["大力发展", "收藏家协会", "打印机100台", "（一）下载服务", "中小企业"])
def test_words_are_no_buttons(line: str) -> None:
    assert not boilerplate.is_button(line)


@pytest.mark.parametrize(
    "line",
    [
        "责任编辑：张某",
        "当前位置：首页 > 新闻",
        "京ICP备10219194号-3",
        "Copyright©2012 All rights reserved",
        "上一篇：另一个通知",
        "（来源：某报）",
        "分享到：",
        "某报社主办 地址：某市某路1号",
    ],
)
def test_furniture_goes_from_the_ends(line: str) -> None:
    assert boilerplate.is_furniture(line)


@pytest.mark.parametrize("line", ["分享经济发展方案", "编制说明", "主办单位应当落实责任", "来源可查、去向可追", "县人民政府办公室", "联系人：张某"])
def test_text_is_no_furniture(line: str) -> None:
    assert not boilerplate.is_furniture(line)


def test_a_caption_is_told_from_a_sentence() -> None:
    assert boilerplate.is_caption("县长作政府工作报告。青汀日报记者 张某某 摄")
    assert not boilerplate.is_caption("县长告诉记者，今年新增50项。")


def kept(*lines: str) -> list[str]:
    return [block.text for block in boilerplate.trimmed([Block(line) for line in lines])]


def test_what_follows_the_end_goes() -> None:
    text = ("一、目标。", "到2025年，建成50项。")
    assert kept(*text, "文件下载", "某县方案的通知 .doc") == [*text]
    assert kept(*text, "相关解读：某县方案解读") == [*text]
    assert kept(*text, "声明：转载此文是出于传递更多信息之目的，如有侵权请与本站联系。", "分享", "责任编辑：张某") == [*text]
    assert kept("一、目标。", "到2025年，建成50项。附件下载：某县方案") == [*text]


def test_text_after_a_heading_that_looks_like_an_end_stays() -> None:
    text = ["一、目标。", "相关链接：", "到2025年，各县要建成链接城乡的公路50条，确保通车。"]
    assert kept(*text) == text


@given(st.text())
def test_folding_keeps_places(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="发布日期来源：: 2021-0708年月。各县 〔〕号《》", max_size=80))
def test_no_line_breaks_the_recognisers(line: str) -> None:
    byline(line)
    run = run_of(line)
    assert run is None or 0 <= run.end <= len(line)
    own_headline([Block(line)])

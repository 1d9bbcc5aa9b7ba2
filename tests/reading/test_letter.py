"""Who issued a document and when it was signed."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.reading.letter import file_number, issuer_of, occasion, read_letter
from pipeline.reading.page import Block

DAY = date(2018, 5, 2)


@pytest.mark.parametrize(
    ("lines", "issuer", "dated", "why"),
    [
        (("请认真执行。", "云岚省水利厅", "2018年5月2日"), "云岚省水利厅", DAY, "an office above the date"),
        (("请认真执行。", "省水利厅省财政厅", "省交通厅", "2018年5月2日"), "省水利厅、省财政厅、省交通厅", DAY, "several offices on several lines"),
        (
            ("请认真执行。", "省水利厅　省财政厅", "省 交 通 厅", "2018年5月2日"),
            "省水利厅、省财政厅、省交通厅",
            DAY,
            "set apart, and letter by letter",
        ),
        (
            ("请认真执行。", "云岚省教育部办公厅", "云岚省发展和改革委员会", "2018年5月2日"),
            "云岚省教育部办公厅、云岚省发展和改革委员会",
            DAY,
            "long names",
        ),
        (("特此通知。云岚省水利厅", "2018年5月2日"), "云岚省水利厅", DAY, "after the last sentence of a line"),
        (("附件：1.任务表2.目录 云岚省水利厅2018年5月2日",), "云岚省水利厅", DAY, "run into the enclosures"),
        (("云岚省水利厅", "二○一八年五月二日云岚省水务方案"), "云岚省水利厅", DAY, "a headline run into the date"),
        (("根据云岚省水利厅2018年5月2日印发的办法执行。",), None, None, "a sentence"),
        (("（一）任务表由云岚省水利厅2018年5月2日 报送",), None, None, "a sentence with a stray space"),
        (("2018年5月2日云岚省人民代表大会常务委员会通过", "第一条 为了保护水源，制定本条例。"), "云岚省人民代表大会常务委员会", DAY, "a law"),
        (("青汀市第九届人民代表大会批准", "第一条 目的。"), None, None, "no date of adoption"),
        (("2018年5月2日 云岚省第九届人民代表大会第三次会议通过", "第一条 目的。"), "云岚省人民代表大会", DAY, "its term is no part of the name"),
        (("云岚省人民政府决定对《云岚省水务办法》作如下修改：", "一、删去第三条。"), "云岚省人民政府", None, "who decides"),
        (
            ("云岚省人民政府文件", "云政发〔2018〕5号", "各市人民政府：", "请认真执行。", "2018年5月2日"),
            "云岚省人民政府",
            DAY,
            "its letterhead, where nobody signs",
        ),
        (("各位代表：", "现在，我代表国务院，向大会报告工作，请予审议。"), "国务院", None, "for whom a report is given"),
        (("各位代表：", "我受云岚省人民政府委托，向大会报告水务工作。"), "云岚省人民政府", None, "who had it given"),
        (("各位代表：", "现在，我代表省政府，向大会报告工作。"), None, None, "a government without its place"),
        (("请认真执行。", "云岚省水务改革领导小组", "2018年5月2日"), "云岚省水务改革领导小组", DAY, "a leading group"),
    ],
)
def test_issuer_and_date(lines: tuple[str, ...], issuer: str | None, dated: date | None, why: str) -> None:
    letter = read_letter([Block(line) for line in lines], None)
    assert (letter.issuer, letter.dated) == (issuer, dated), why


@pytest.mark.parametrize(
    ("title", "lines", "issuer", "why"),
    [
        ("云岚省水务改革领导小组关于印发水务方案的通知", (), "云岚省水务改革领导小组", "a leading group"),
        (
            "省人民政府关于加强水务的意见",
            ("请认真执行。", "云岚省人民政府", "2018年5月2日"),
            "云岚省人民政府",
            "the place stands in the signature only",
        ),
        ("云岚省人民政府关于加强水务的意见", ("云岚省人民政府办公厅", "2018年5月2日印发"), "云岚省人民政府", "its office had it printed"),
    ],
)
def test_issuer_in_the_headline(title: str, lines: tuple[str, ...], issuer: str, why: str) -> None:
    assert read_letter([Block(line) for line in lines], title).issuer == issuer, why


@pytest.mark.parametrize(
    ("lines", "number", "why"),
    [
        (("请认真执行。", "云政发〔 2018〕23号.ceb "), "云政发〔2018〕23号", "the document's own file"),
        (("请认真执行。 云政发〔2018〕23号.pdf",), "云政发〔2018〕23号", "run into the last line"),
        (("请认真执行。", "云政发〔2018〕23号.DOCX"), "云政发〔2018〕23号", "in capitals"),
        (("按照云政发〔2018〕23号执行。",), None, "a number that is cited"),
        (("详见云政发〔2018〕23号",), None, "no file"),
        (("附件：云政发〔2018〕23号.pdf，2018年度表.xls",), None, "one enclosure of several"),
    ],
)
def test_number_of_the_file(lines: tuple[str, ...], number: str | None, why: str) -> None:
    assert file_number([Block(line) for line in lines]) == number, why


def test_a_number_that_is_cited_is_not_the_document_s_own() -> None:
    assert read_letter([Block("按照云政发〔2018〕23号执行。")], None).doc_number is None


@pytest.mark.parametrize(
    ("labelled", "stated", "issuer", "why"),
    [
        ("水运局", "云岚省交通部", "云岚省交通部", "a part of the agency published it"),
        ("法制司", None, "法制司", "nothing else is said"),
        ("云岚省水利厅", "云岚省水利厅、云岚省财政厅", "云岚省水利厅", "an agency is believed"),
        ("国家水务总局", "国家水务总局办公厅", "国家水务总局", "its own office signs"),
        (None, "云岚省水利厅", "云岚省水利厅", "only the text says it"),
    ],
)
def test_the_agency_and_not_its_part(labelled: str | None, stated: str | None, issuer: str, why: str) -> None:
    assert issuer_of(labelled, stated) == issuer, why


def test_where_a_report_was_given() -> None:
    assert occasion("——2018年5月2日在云岚省第九届人民代表大会第三次会议上") == DAY
    assert occasion("——二〇一八年五月二日在青汀市人民代表大会上的报告") == DAY
    assert occasion("2018年5月2日在云岚省第九届人民代表大会第三次会议上 云岚省省长 某某") == DAY
    assert occasion("2018年5月2日在云岚省第九届人民代表大会第三次会议上，省长作了报告。") is None
    assert occasion("2018年5月2日在云岚省召开的会议上") is None
    assert read_letter([], "2018年云岚省政府工作报告").issuer == "云岚省人民政府"

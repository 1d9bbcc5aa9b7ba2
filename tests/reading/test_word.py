"""Word documents: what is read of them, and the labels that Word only counts."""

from __future__ import annotations

import builtins
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from pipeline.process import process
from pipeline.reading.page import Metadata
from pipeline.reading.read import read

docx = pytest.importorskip("docx", reason="needs zhengce[docx]")

from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: E402 - after the check that it is there
from docx.oxml import parse_xml  # noqa: E402
from docx.oxml.ns import nsdecls  # noqa: E402

Built = Callable[[Any], None]


def word(build: Built) -> bytes:
    document = docx.Document()
    build(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def lines(build: Built) -> list[tuple[str, str, int | None]]:
    page = read(word(build), "a.docx")
    assert page.status == "ok", page.findings
    return [(block.kind, block.text.strip(), block.level) for block in page.blocks]


def raw(xml: str) -> Any:
    return parse_xml(xml.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1).replace("<w:sdt>", f"<w:sdt {nsdecls('w')}>", 1))


def test_paragraphs_headings_and_tables_come_in_their_order() -> None:
    def build(document: Any) -> None:
        document.add_paragraph("青汀市航运发展行动方案", style="Title")
        document.add_heading("一、发展目标", 1)
        document.add_paragraph("到2025年，建成智慧码头12个。")
        table = document.add_table(rows=2, cols=2)
        for cell, text in zip((cell for row in table.rows for cell in row.cells), ("指标", "2025年", "码头（个）", "12"), strict=True):
            cell.text = text
        document.add_heading("（一）岸电", 2)
        document.add_paragraph("推进岸电设施建设。")

    assert lines(build) == [
        ("heading", "青汀市航运发展行动方案", 1),
        ("heading", "一、发展目标", 2),
        ("paragraph", "到2025年，建成智慧码头12个。", None),
        ("table_row", "指标\t2025年", None),
        ("table_row", "码头（个）\t12", None),
        ("heading", "（一）岸电", 3),
        ("paragraph", "推进岸电设施建设。", None),
    ]


def test_merged_cells_keep_their_columns() -> None:
    def build(document: Any) -> None:
        table = document.add_table(rows=3, cols=3)
        table.cell(0, 0).merge(table.cell(1, 0)).text = "指标"
        table.cell(0, 1).merge(table.cell(0, 2)).text = "目标值"
        for (row, column), text in {(1, 1): "2023年", (1, 2): "2025年", (2, 0): "码头", (2, 1): "8", (2, 2): "12"}.items():
            table.cell(row, column).text = text

    assert [text for _, text, _ in lines(build)] == ["指标\t目标值", "2023年\t2025年", "码头\t8\t12"]
    assert read(word(build), "a.docx").blocks[1].text == "\t2023年\t2025年"


def test_a_page_laid_out_in_a_table_is_no_table() -> None:
    def build(document: Any) -> None:
        cell = document.add_table(rows=1, cols=1).cell(0, 0)
        cell.text = "青汀市推进航运发展，各区县要抓好落实。"
        cell.add_paragraph("到2025年，建成智慧码头12个。")

    assert [kind for kind, _, _ in lines(build)] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("xml", "expected", "why"),
    [
        ("<w:p><w:r><w:t>甲</w:t></w:r><w:ins><w:r><w:t>乙</w:t></w:r></w:ins></w:p>", ["甲乙"], "inserted under change tracking"),
        ("<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>", ["甲"], "deleted under change tracking"),
        ("<w:p><w:moveFrom><w:r><w:t>乙</w:t></w:r></w:moveFrom><w:r><w:t>甲</w:t></w:r></w:p>", ["甲"], "moved away"),
        ("<w:p><w:hyperlink><w:r><w:t>甲</w:t></w:r></w:hyperlink></w:p>", ["甲"], "a link"),
        ("<w:p><w:smartTag><w:r><w:t>甲</w:t></w:r></w:smartTag></w:p>", ["甲"], "a smart tag"),
        ("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>", ["甲", "乙"], "a line break"),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>甲</w:t></w:r></w:p>", ["甲"], "a field's instruction"),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:sdtContent></w:sdt>", ["甲"], "a content control"),
        ("<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
         ["甲", "乙"], "a text box"),
    ],
)  # fmt: skip
def test_no_sentence_is_lost_and_none_comes_back(xml: str, expected: list[str], why: str) -> None:
    def build(document: Any) -> None:
        document.element.body.insert(0, raw(xml))

    assert [text for _, text, _ in lines(build)] == expected, why


def numbered(document: Any, levels: list[tuple[str, str]], items: list[tuple[int, str]]) -> None:
    """A list with (format, pattern) for each of its levels, and its items of (level, text)."""
    inside = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for at, (form, pattern) in enumerate(levels)
    )
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{inside}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for level, text in items:
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'))


@pytest.mark.parametrize(
    ("levels", "items", "expected", "why"),
    [
        ([("chineseCounting", "%1、")], [(0, "甲"), (0, "乙")], ["一、甲", "二、乙"], "Chinese numerals"),
        ([("chineseCountingThousand", "（%1）")], [(0, str(number)) for number in range(12)], ["（一）0", "（十一）10", "（十二）11"], "past ten"),
        (
            [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")],
            [(0, "甲"), (1, "乙"), (2, "丙"), (1, "丁"), (2, "戊"), (0, "己"), (1, "庚")],
            ["一、甲", "（一）乙", "1.丙", "（二）丁", "1.戊", "二、己", "（一）庚"],
            "a lower level begins anew under each item",
        ),
        ([("decimal", "%1"), ("decimal", "%1.%2")], [(0, "甲"), (1, "乙"), (1, "丙")], ["1甲", "1.1乙", "1.2丙"], "numbers of all levels"),
        ([("chineseCounting", "第%1条")], [(0, "甲")], ["第一条甲"], "articles"),
        ([("decimalEnclosedCircleChinese", "%1")], [(0, "甲"), (0, "乙")], ["①甲", "②乙"], "circled"),
        ([("upperRoman", "%1."), ("lowerLetter", "%2)")], [(0, "甲"), (1, "乙")], ["I.甲", "a)乙"], "Roman and Latin"),
        ([("bullet", "●")], [(0, "甲")], ["甲"], "a bullet is no label"),
    ],
)
def test_labels_that_word_counts_stand_in_the_text(
    levels: list[tuple[str, str]], items: list[tuple[int, str]], expected: list[str], why: str
) -> None:
    texts = [text for _, text, _ in lines(lambda document: numbered(document, levels, items))]
    assert [text for text in texts if text in expected] == expected, (why, texts)
    assert len(texts) == len(items)


def test_headings_numbered_by_their_style_have_their_labels() -> None:
    def build(document: Any) -> None:
        numbered(document, [("chineseCounting", "%1、")], [])
        properties = document.styles["Heading 1"].element.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="77"/></w:numPr>'))
        for text in ("发展目标", "主要任务"):
            document.add_heading(text, 1)
            document.add_paragraph("到2025年，建成智慧码头12个。")

    assert [text for kind, text, _ in lines(build) if kind == "heading"] == ["一、发展目标", "二、主要任务"]


def test_bold_centred_and_large_lines_are_headings() -> None:
    def build(document: Any) -> None:
        line = document.add_paragraph()
        line.add_run("青汀市航运发展行动方案").bold = True
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        document.add_paragraph("到2025年，建成智慧码头12个。")

    assert lines(build)[0] == ("heading", "青汀市航运发展行动方案", 1)


def test_a_word_document_gives_its_facts() -> None:
    def build(document: Any) -> None:
        document.add_paragraph("青汀市人民政府关于印发航运发展行动方案的通知")
        document.add_paragraph("青政发〔2021〕7号")
        numbered(document, [("chineseCounting", "%1、")], [(0, "工作目标"), (0, "主要任务")])
        document.add_paragraph("到2025年，建成智慧码头12个以上。")

    result = process(word(build), "深/a.docx", Metadata(url="http://a.cn/1"))
    assert (result.status, result.encoding, result.url, result.doc_number) == ("ok", None, "http://a.cn/1", "青政发〔2021〕7号")
    assert "一、工作目标" in result.text
    assert [count.value for count in result.facts.counts if count.unit == "个"] == [12]


def test_without_the_library_the_finding_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    data = word(lambda document: document.add_paragraph("甲"))
    found = builtins.__import__

    def missing(name: str, *rest: Any) -> Any:
        if name == "docx":
            raise ModuleNotFoundError("No module named 'docx'", name="docx")
        return found(name, *rest)

    monkeypatch.setattr(builtins, "__import__", missing)
    page = read(data, "a.docx")
    assert page.status == "rejected"
    assert page.findings[0].code == "unsupported-format"
    assert "pip install 'zhengce[docx]'" in page.findings[0].message


def package(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "code", "told"),
    [
        (package(**{"[Content_Types].xml": "<Types/>", "word__document.xml": "<x/>"}), "unsupported-format", "save it anew in Word or WPS"),
        (package(**{"[Content_Types].xml": "<T/>", "word__document.xml": " " * (65 << 20)}), "too-large", "unpacks to more"),
        (package(**{"[Content_Types].xml": "<Types/>", "xl__workbook.xml": "<x/>"}), "unsupported-format", "save each sheet as CSV"),
        (package(**{"OFD.xml": "<x/>"}), "unsupported-format", "OFD"),
        (package(**{"a.txt": "x"}), "unsupported-format", "`zhengce run` reads the documents in it"),
        (word(lambda document: document.add_paragraph("甲"))[:-50], "unsupported-format", "fetch it again"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 50, "unsupported-format", "soffice --headless --convert-to docx"),
        (b"{\\rtf1 x}", "unsupported-format", "soffice"),
        (b"Rar!\x1a\x07\x00", "unsupported-format", "unpack it"),
        (b"\x1f\x8b\x08\x00", "unsupported-format", "`zhengce run` reads the documents in it"),
        (b"\xff\xd8\xff\xe0", "unsupported-format", "OCR"),
    ],
)
def test_what_is_no_page_says_what_to_do(data: bytes, code: str, told: str) -> None:
    page = read(data, "深/某方案.wps")
    assert page.status == "rejected"
    assert [finding.code for finding in page.findings] == [code]
    assert page.findings[0].message.startswith("深/某方案.wps ")
    assert told in page.findings[0].message


def test_a_word_document_with_an_entity_bomb_is_read_without_it() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(9)) + "]>"
    whole = word(lambda document: document.add_paragraph("甲"))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                content = content.replace(b"?>", b"?>" + bomb.encode(), 1).replace("甲".encode(), b"&j;")
            target.writestr(name, content)
    page = read(out.getvalue(), "a.docx")
    assert sum(len(block.text) for block in page.blocks) < 1000


@pytest.mark.parametrize("page", [b"<html><body><p>" + "青汀市推进航运发展，各区县要抓好落实。".encode() * 3 + b"</p></body></html>"])
def test_a_web_page_that_is_named_as_a_document_is_a_page(page: bytes) -> None:
    """Old sites offer `.doc` files that are HTML, and answer with an error page where a PDF is gone."""
    assert read(page, "a.doc").status == "ok"
    assert read(page, "a.pdf").format == "html"

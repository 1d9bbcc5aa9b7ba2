"""PDF: the text layer as lines that can be joined, without what the pages repeat."""

from __future__ import annotations

import builtins
from typing import Any

import pytest

from pipeline.process import process
from pipeline.reading.read import read
from tests.reading.printed import Placed, pdf

pytest.importorskip("pypdfium2", reason="needs zhengce[pdf]")


def lines(*pages: list[Placed]) -> list[str]:
    page = read(pdf(pages), "a.pdf")
    assert page.status == "ok", page.findings
    return [block.text for block in page.blocks]


#: A page's own text, in lines 3 to 5.
def body(number: int) -> list[Placed]:
    return [
        (2, 3, f"（{number}）青汀市推进航运发展，各区县要按照职责分工。"),
        (2, 4, f"到202{number}年建成智慧码头{number}2个以上，航运数据覆盖率"),
        (0, 5, f"达到{number}0%。"),
    ]


def test_first_lines_are_set_in_and_wide_gaps_part() -> None:
    placed = [(2, 0, "各区县要抓好落实。"), (2, 1, "附件另发。"), (0, 2, "及时报告。"), (14, 5, "青汀市人民政府")]
    page = read(pdf([placed]), "a.pdf")
    assert [(block.text, block.gap) for block in page.blocks] == [
        ("\u3000\u3000各区县要抓好落实。", False),
        ("\u3000\u3000附件另发。", False),
        ("及时报告。", False),
        ("青汀市人民政府", True),
    ]


def test_a_full_line_goes_on_in_the_next() -> None:
    """A line that reaches the margin is no paragraph's last unless it ends a sentence or an item begins below it."""
    placed = [
        (2, 0, "青汀市推进智慧航运发展若干事项各区县要按照职责"),
        (0, 1, "分工抓好落实，重点任务由各区县会同沿江的有关部门共"),
        (0, 2, "同完成，及时报告。"),
        (0, 3, "二、青汀市沿江码头智慧化改造的各项重点任务安排如下"),
        (0, 4, "三、附则"),
    ]
    assert lines(placed) == ["\u3000\u3000" + placed[0][2] + placed[1][2] + placed[2][2], placed[3][2], placed[4][2]]


@pytest.mark.parametrize("number", ["— {} —", "-{}-", "{}", "第 {} 页", "第{}页 共4页", "{} / 4", "·{}·"])
def test_page_numbers_are_dropped(number: str) -> None:
    pages = [[*body(at), (15, 34, number.format(at))] for at in range(1, 5)]
    assert lines(*pages) == lines(*map(body, range(1, 5)))


def test_running_headers_and_footers_are_dropped() -> None:
    pages = [[(12, -1, "青汀市人民政府公报"), *body(at), (10, 34, f"2021年第3期 第{at}页")] for at in range(1, 5)]
    assert lines(*pages) == lines(*map(body, range(1, 5)))


def test_headers_of_left_and_right_pages_are_dropped() -> None:
    pages = [[(12, -1, "青汀市人民政府公报" if at % 2 else "市政府文件选登"), *body(at)] for at in range(1, 9)]
    assert lines(*pages) == lines(*map(body, range(1, 9)))


@pytest.mark.parametrize(
    ("line", "why"),
    [("一、总体要求", "a heading that each part begins with"), ("各区县要抓好落实。", "a sentence")],
)
def test_what_only_looks_repeated_stays(line: str, why: str) -> None:
    assert sum(line in text for text in lines(*[[(2, 0, line), *body(at)] for at in range(1, 5)])) == 4, why


def test_sentences_go_on_over_the_page() -> None:
    first = [(2, 0, "青汀市推进智慧航运发展若干事项的各区县要按照职责"), (15, 30, "— 1 —")]
    second = [(0, 0, "分工抓好任务落实，建成智慧码头12个以上。"), (15, 30, "— 2 —")]
    assert "按照职责分工" in process(pdf([first, second]), "a.pdf").text


def test_a_pdf_gives_its_facts_and_no_encoding() -> None:
    result = process(pdf([body(1), body(2)]), "a.pdf")
    assert (result.status, result.encoding) == ("ok", None)
    assert [count.value for count in result.facts.counts if count.unit == "个"] == [12, 22]


def test_a_scan_says_what_to_do() -> None:
    page = read(pdf([[], [], [(0, 0, "3")]]), "深/a.pdf")
    assert (page.status, [finding.code for finding in page.findings]) == ("rejected", ["unsupported-format"])
    assert "without text (3 scanned pages or pictures)" in page.findings[0].message
    assert "ocrmypdf" in page.findings[0].message


def test_scanned_pages_among_others_are_said() -> None:
    page = read(pdf([body(1), [], [], body(2)]), "a.pdf")
    assert [(finding.severity, finding.code) for finding in page.findings] == [("warning", "scanned-pages")]


def test_a_locked_pdf_says_so() -> None:
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/O<" + b"ab" * 32 + b">/U<" + b"cd" * 32 + b">/P -60>>/ID[<00><00>]"
    page = read(pdf([body(1)], extra=lock), "a.pdf")
    assert [finding.code for finding in page.findings] == ["encrypted"]


@pytest.mark.parametrize("cut", [9, 30, 400])
def test_a_damaged_pdf_is_rejected_or_read(cut: int) -> None:
    page = read(pdf([body(1)])[:cut], "a.pdf")
    assert page.status == "rejected"
    assert page.findings[0].code == "unsupported-format"
    assert "a.pdf is a PDF" in page.findings[0].message


def test_without_the_library_the_finding_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    found = builtins.__import__

    def missing(name: str, *rest: Any) -> Any:
        if name.startswith("pypdfium2"):
            raise ModuleNotFoundError("No module named 'pypdfium2'", name="pypdfium2")
        return found(name, *rest)

    monkeypatch.setattr(builtins, "__import__", missing)
    page = read(pdf([body(1)]), "a.pdf")
    assert [finding.code for finding in page.findings] == ["unsupported-format"]
    assert "pip install 'zhengce[pdf]'" in page.findings[0].message

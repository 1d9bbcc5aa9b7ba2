"""The whole text stage: from a page's blocks to the cleaned text and back to what was published."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text import clean, script_of
from tests.text.blocks import Block, cleaned

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.text import CleanText

KINDS = ("paragraph", "heading", "list_item", "table_row")
#: What policy texts are made of, as pieces that meet in all orders.
PIECES = st.sampled_from(
    [
        *"云岚省推动数据开放，。；：、（）“”()",
        "一、",
        "（二）",
        "3.",
        "第一章",
        "2025 年",
        "５０％",
        "1,200",
        "　　",
        "\t",
        " ",
        "\u200b",
        "⼈",
        "數據",
        "附件1",
        "\ufffd",
    ]
)
BLOCKS = st.lists(st.builds(Block, st.lists(PIECES, max_size=14).map("".join), st.sampled_from(KINDS), st.sampled_from([None, 1, 2])), max_size=8)


def test_traditional_document() -> None:
    """A traditional page is simplified, and every stretch leads back to its own words."""
    page = clean([Block("雲嵐省數位計畫", "heading", 1), Block("　　到 2025 年，建置 ５０ 項以上。")])
    assert page.text == "云岚省数位计划\n到2025年，建置50项以上。"
    assert page.script == "hant"
    assert page.headings == ((0, 7, 1),)
    start = page.text.index("50项")
    assert page.as_published(start, start + 3) == "５０ 項"
    assert page.as_published(3, 3) == ""


def test_simplified_document_keeps_its_characters() -> None:
    """In a simplified page a character that conversion would change is meant."""
    page = clean([Block("青汀市乾县编著《數據》目录，由云岚大学负责整理。")])
    assert page.script == "hans"
    assert "乾县编著《數據》" in page.text


@pytest.mark.parametrize(
    ("published", "expected", "why"),
    [
        (["云岚省规划", "", "  ", "一、目标"], ["云岚省规划", "一、目标"], "no blank lines"),
        (["云岚省规划\n一、目标"], ["云岚省规划", "一、目标"], "a line end inside a block"),
        (["\ufeff　　推进改革。　　"], ["推进改革。"], "no spaces at the ends"),
        (["如期建成。　　一、目标　　（一）人才"], ["如期建成。", "一、目标", "（一）人才"], "paragraphs run together"),
        (["增⻓ 10 ％以上"], ["增长10%以上"], "look-alikes before spaces"),
        ([], [""], "nothing"),
    ],
)
def test_lines(published: list[str], expected: list[str], why: str) -> None:
    """A line a paragraph."""
    assert cleaned(*published) == expected, why


def test_rows() -> None:
    """A row's cells stay apart, and it is never joined."""
    assert cleaned("序号\t任务\t责任单位", "1\t建成 3 个\t", kind="table_row") == ["序号\t任务\t责任单位", "1\t建成3个\t"]


@given(BLOCKS)
def test_offsets(blocks: list[Block]) -> None:
    """Whatever the blocks: origins are in order and in range, headings are whole lines, the lines as the convention has them."""
    page = clean(blocks)
    assert len(page.origin) == len(page.text)
    assert list(page.origin) == sorted(page.origin)
    assert all(0 <= at < len(page.published) for at in page.origin)
    for line in page.text.split("\n") if page.text else []:
        assert line.strip(" \n")
        assert "  " not in line
    for start, end, _ in page.headings:
        assert "\n" not in page.text[start:end]
        assert start == 0 or page.text[start - 1] == "\n"
        assert end == len(page.text) or page.text[end] == "\n"
    for finding in page.findings:
        assert finding.start is None or 0 <= finding.start <= (finding.end or 0) <= len(page.text)


@given(st.lists(st.lists(PIECES, max_size=14).map("".join), max_size=6))
def test_nothing_is_lost(texts: list[str]) -> None:
    """Only spaces, invisible characters, page numbers and doubled headings go; a simplified text's words come out as they went in."""
    blocks = [Block(text) for text in texts]
    page = clean(blocks)
    if page.script == "hant":
        return
    kept = set(page.origin)
    lost = {page.published[at] for at in range(len(page.published)) if at not in kept}
    words = {character for character in lost if not character.isspace() and character != "\u200b"}
    # Of a heading that stood twice one copy is left.
    assert set(normalize("NFKC", "".join(words))) <= set(normalize("NFKC", page.text))


@given(st.text(max_size=80), st.sampled_from(KINDS))
def test_any_text(text: str, kind: str) -> None:
    """No text makes it fail, and no published character is told twice where it was not made longer."""
    page = clean([Block(text, kind)])
    assert len(page.origin) == len(page.text)


@given(BLOCKS)
def test_tidy_lines_stay(blocks: list[Block]) -> None:
    """Each cleaned line, cleaned by itself as what the page does not mark up, keeps its characters."""
    page = clean(blocks)
    for line in page.text.split("\n"):
        if "\t" not in line and script_of(line) == "hans":
            assert clean([Block(line, "list_item")]).text == line


def test_linear_time() -> None:
    """Twice the text takes about twice the time, also where nothing ends a sentence; in quadratic time eight times would take 64."""

    def seconds(times: int) -> float:
        blocks = [Block("云岚省推动数据开放，提升服务水平和治理能" * 2)] * times
        taken = []
        # The best of three: what else the machine does is no fault of the code.
        for _ in range(3):
            start = time.process_time()
            clean(blocks)
            taken.append(time.process_time() - start)
        return min(taken)

    seconds(100)
    assert seconds(8000) < 20 * max(seconds(1000), 0.02)


@pytest.mark.shared
def test_speed(shared: Path) -> None:
    """A megabyte of real policies takes less than a second."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((shared / "corpus").glob("prov-gov-00*.txt")))
    blocks = [Block(line) for line in text.split("\n")]
    megabytes = len(text.encode()) / 1e6
    clean(blocks[:200])
    start = time.process_time()
    clean(blocks)
    assert time.process_time() - start < megabytes


@pytest.mark.shared
def test_cleaning_twice(shared: Path) -> None:
    """The cleaned text of real documents, cleaned again, is the same but for lines of tables in shreds."""
    lines = changed = 0
    for path in sorted((shared / "corpus").glob("prov-gov-*.txt"))[::6]:
        once = _cleaned(path)
        twice = clean([Block(line) for line in once.text.split("\n")])
        lines += once.text.count("\n")
        changed += len(set(twice.text.split("\n")) ^ set(once.text.split("\n")))
    assert changed <= lines / 500


def _cleaned(path: Path) -> CleanText:
    return clean([Block(line) for line in path.read_text(encoding="utf-8").split("\n")])

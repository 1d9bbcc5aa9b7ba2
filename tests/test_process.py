"""One document from bytes to result: what it costs when something is wrong with it, and what is made of what the page says of itself."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from pipeline import process as module
from pipeline.process import process, process_file

PLAN = "青汀市智慧航运发展行动方案（2021—2023年）\n\n到2023年底，建成智慧码头12个以上，航运数据覆盖率达到90%。\n"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty-text"),
        (b" \r\n\x00\n ", "empty-text"),
        (b"<html><script>var a = 1</script></html>", "empty-text"),
        (bytes(range(128, 256)) * 20, "undecodable"),
        (b"%PDF-1.7 \xe2\xe3\xcf\xd3", "unsupported-format"),
        (b"PK\x03\x04....", "unsupported-format"),
        (b'{"records": []}', "unsupported-format"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_a_reason_that_names_it(content: bytes, code: str) -> None:
    result = process(content, "deep/page.html")
    assert (result.status, result.text) == ("rejected", "")
    assert result.content_sha256 == hashlib.sha256(content).hexdigest()
    (finding,) = result.findings
    assert finding.code == code
    assert "deep/page.html" in finding.message


def test_a_file_that_has_vanished_since_it_was_found_is_rejected(tmp_path: Path) -> None:
    result = process_file(tmp_path / "gone.txt", "gone.txt")
    assert result.status == "rejected"
    assert result.findings[0].message == "gone.txt cannot be read: No such file or directory. Check that it exists and that you may read it."


@pytest.mark.parametrize("content", [PLAN * 6, PLAN.replace("\n", "") * 6, f"<p>{PLAN * 3}</p><p>{PLAN * 3}</p>"])
def test_a_document_too_long_is_read_as_far_as_it_goes(content: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many lines, one line, a page; what was left out is said."""
    monkeypatch.setattr(module, "MOST_CHARACTERS", 150)
    result = process(content.encode(), "long.txt")
    assert result.status == "partial"
    assert [finding.code for finding in result.findings] == ["truncated"]
    assert "long.txt has " in result.findings[0].message
    assert 100 < len(result.text) <= 160
    assert len(result.facts.counts) >= 2


def test_a_document_of_more_lines_than_any_is_read_as_far_as_it_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of a million rows is a database, and as dear to read as a long plan."""
    monkeypatch.setattr(module, "MOST_LINES", 3)
    result = process("云岚省建成码头12个。\n".encode() * 9, "rows.txt")
    assert (result.status, [finding.code for finding in result.findings]) == ("partial", ["truncated"])
    assert result.text.count("\n") == 2


def test_what_a_page_says_of_itself_is_simplified_and_folded() -> None:
    """Kangxi radicals, as PDF exports leave them, and traditional script; the text and its metadata spell names the same way."""
    page = "---\ntitle: 關於推進離島航運的通知\nauthor: ⽂⼀\ndate: 2021-03-02\n---\n\n<p>各鄉鎮公所應於民國一百一十二年底前建置碼頭三處。</p>"
    result = process(page.encode(), "页.md")
    assert result.title == "关于推进离岛航运的通知"
    assert result.author == "文一"
    assert result.script == "hant"


def test_a_broken_installation_fails_the_run_and_not_every_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise ModuleNotFoundError("No module named 'jieba'")

    monkeypatch.setattr("extractors.language.shared", missing)
    with pytest.raises(ModuleNotFoundError):
        process(PLAN.encode(), "plan.txt")

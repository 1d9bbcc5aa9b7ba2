"""The file of corrections as people write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.corrections import Correction, CorrectionsError, read_corrections

if TYPE_CHECKING:
    from pathlib import Path

LINE = Correction(2, "d0123456789ab-t120", "", "", "", "value", "60", "王敏", "原文为60")
TEXT = "id,source,words,table,column,value,who,why\nd0123456789ab-t120,,,,value,60,王敏,原文为60\n"

READ = [
    (TEXT.encode(), "UTF-8"),
    (b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(), "as Excel saves CSV UTF-8"),
    (TEXT.encode("gb18030"), "as Excel in Chinese saves CSV"),
    (TEXT.replace(",", "\t").encode("utf-16"), "as Excel saves Unicode text"),
    (TEXT.replace(",", ";").encode(), "as Excel saves CSV where the comma is decimal"),
    (("Id,Value,Column,Who,Why\nd0123456789ab-t120,60,value,王敏,原文为60\n").encode(), "columns in any order, capitals, without those not needed"),
    (TEXT.rstrip().encode(), "without a line end at its end"),
]


@pytest.mark.parametrize(("data", "why"), READ)
def test_a_line(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "corrections.csv"
    path.write_bytes(data)
    assert read_corrections(path) == (LINE,), why


def test_blank_lines_count_and_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text(TEXT.replace("\nd0", "\n,,,,,,,\n\nd0"), "utf-8")
    assert [one.line for one in read_corrections(path)] == [4]


REFUSED = [
    (b"", "is no text"),
    (b"%PDF-1.4 \x00", "is no text"),
    (b"id,value\n", "no column column"),
    (b"column,value\n", "no column id (or source and words)"),
    ("id,column,value,谁\n".encode(), "unknown column 谁. The columns are id, source, words, table, column, value, who, why"),
    (b"id,id,column,value\n", "a column stands there twice"),
]


@pytest.mark.parametrize(("data", "message"), REFUSED)
def test_a_file_that_cannot_be_used(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "我的.csv"
    path.write_bytes(data)
    with pytest.raises(CorrectionsError) as raised:
        read_corrections(path)
    assert str(path) in str(raised.value)
    assert message in str(raised.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CorrectionsError, match="cannot be read: No such file"):
        read_corrections(tmp_path / "none.csv")

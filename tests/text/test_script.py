"""Which script a text is in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from pipeline.text import script_of

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [
    ("云岚省数字经济发展规划", "hans", "simplified"),
    ("雲嵐省數位經濟發展規劃", "hant", "traditional"),
    ("云岚省发布规划，题为「數位發展」", "hans", "a simplified text that quotes a traditional title"),
    ("雲嵐省發布計畫，並于明年實施", "hant", "a traditional text with a character left simplified"),
    ("皇后大道", "hans", "only characters of both scripts"),
    ("青汀市乾县著作局", "hans", "characters that conversion would change, in simplified text"),
    ("⿓", "hant", "a traditional radical that looks like its character"),
    ("⼈⼒资源", "hans", "radicals that look like simplified characters"),
    ("2025 plan", "hans", "no Chinese at all"),
    ("", "hans", "nothing"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ROWS)
def test_script(text: str, expected: str, why: str) -> None:
    """The script with more characters of its own."""
    assert script_of(text) == expected, why


@pytest.mark.shared
def test_script_of_real_pages(shared: Path) -> None:
    """Every document of the corpus, as its index has it."""
    with (shared / "corpus" / "INDEX.jsonl").open(encoding="utf-8") as lines:
        entries = [json.loads(line) for line in lines]
    wrong = [
        entry["file"]
        for entry in entries
        if script_of((shared / "corpus" / entry["file"]).read_bytes().decode(entry["encoding"], "replace")) != entry["script"]
    ]
    assert wrong == []

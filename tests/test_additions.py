"""A user's own words: what the file may hold, what it says when it is wrong, and what each kind of word does to the tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractors.additions import KEYS, Additions, AdditionsError, read_additions, usable, use
from extractors.words import cut
from pipeline.batches import Job, Workers
from pipeline.comparison.indicators import Names, indicator_key
from pipeline.result import DocumentResult
from tests.published import rows
from tests.test_cli import zhengce

MINE = """
measure_words = ["旒"]
units = ["坛兰"]
agencies = ["青汀数枢"]
agency_endings = ["枢机"]
set_phrases = ["七项修为"]
words = ["云潮坊"]
[bound_words.before]
ge = ["毋寡于"]
[bound_words.after]
approx = ["侧畔"]
[item_synonyms]
"云潮坊产值" = "坊内产值"
"""

#: A text and the counts it has (words, unit, comparator) with the user's words and without them.
TEXTS = [
    ("建成云帆12旒。", [("12旒", "旒", "eq")], []),
    ("产出海盐12坛兰。", [("12坛兰", "坛兰", "eq")], [("12坛", "坛", "eq")]),
    ("践行七项修为。", [], [("七项", "项", "eq")]),
    ("建成码头毋寡于12个。", [("毋寡于12个", "个", "ge")], [("12个", "个", "eq")]),
    ("建成码头12个侧畔。", [("12个侧畔", "个", "approx")], [("12个", "个", "eq")]),
]


@pytest.fixture(autouse=True)
def lexicons_are_read() -> None:
    """This process has its lexicons, so that additions make workers of their own and leave the other tests alone."""
    cut("建成码头")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(MINE, encoding="utf-8")
    return path


def read_texts(folder: Path, texts: list[str], additions: Additions | None) -> list[DocumentResult]:
    jobs = []
    for number, text in enumerate(texts):
        path = folder / f"{number}.txt"
        path.write_text(f"云岚省航运发展方案\n\n{text}\n", encoding="utf-8")
        jobs.append(Job(path.name, path))
    with Workers(1, additions) as workers:
        return workers.read(jobs)


def test_a_file_is_read_into_additions(mine: Path) -> None:
    """Lists become tuples, bound words (side, comparator, word) and synonyms pairs."""
    found = read_additions(mine)
    assert found.measure_words == ("旒",)
    assert found.bound_words == (("before", "ge", "毋寡于"), ("after", "approx", "侧畔"))
    assert found.item_synonyms == (("云潮坊产值", "坊内产值"),)


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    """Windows' editor writes one."""
    path = tmp_path / "mine.toml"
    path.write_text('measure_words = ["旒"]', encoding="utf-8-sig")
    assert read_additions(path).measure_words == ("旒",)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('measure_word = ["旒"]', f"unknown key measure_word. Known are: {', '.join(KEYS)}."),
        ("colour = 1\nshape = 2", f"unknown keys colour, shape. Known are: {', '.join(KEYS)}."),
        ('[bound_words.beside]\nge = ["旒"]', "unknown key beside in [bound_words]. Known are: before, after."),
        ('[bound_words.after]\ngt = ["旒"]', "unknown key gt in [bound_words.after]. Known are: ge, le, approx."),
        ('measure_words = "旒"', 'measure_words must be a list of words, such as measure_words = ["…", "…"].'),
        ("measure_words = [3]", 'measure_words must be a list of words, such as measure_words = ["…", "…"].'),
        ('measure_words = [""]', 'measure_words must be a list of words, such as measure_words = ["…", "…"].'),
        ('set_phrases = ["七项 修为"]', "set_phrases holds a word with white space in it: '七项 修为'. Write each word by itself."),
        ('bound_words = ["毋寡于"]', "bound_words must be a table: write [bound_words] and its entries below."),
        ("[item_synonyms]\n甲 = 1", "Invalid statement (at line 2, column 1)"),
        ('[item_synonyms]\n"甲" = 1', 'item_synonyms.甲 must name one indicator, such as "GDP" = "生产总值".'),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path: Path, content: str, message: str) -> None:
    """The message names the file and the key, and what would be right."""
    path = tmp_path / "mine.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(AdditionsError) as raised:
        read_additions(path)
    assert str(raised.value).startswith(str(path))
    assert message in str(raised.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(AdditionsError, match=r"mine\.toml cannot be read: No such file or directory\."):
        read_additions(tmp_path / "mine.toml")


def test_words_change_what_is_found(tmp_path: Path, mine: Path) -> None:
    """Each kind of word does its work in a process of its own; without the file nothing changes here."""
    texts = [text for text, _, _ in TEXTS]
    with_words = read_texts(tmp_path, texts, read_additions(mine))
    without = read_texts(tmp_path, texts, None)
    for (text, expected, usual), own, plain in zip(TEXTS, with_words, without, strict=True):
        assert [(count.text, count.unit, count.comparator) for count in own.facts.counts] == expected, text
        assert [(count.text, count.unit, count.comparator) for count in plain.facts.counts] == usual, text


def test_agencies_are_cut_from_a_note(tmp_path: Path, mine: Path) -> None:
    """青汀数枢 and 云岚枢机 end like no agency the project knows."""
    text = "一、重点任务\n\n（一）建设智慧码头。完善航运设施，推动码头升级改造。（青汀数枢和云岚枢机负责）"
    (own,) = read_texts(tmp_path, [text], read_additions(mine))
    assert [agency.name for task in own.facts.tasks for agency in task.agencies] == ["青汀数枢", "云岚枢机"]


def test_additions_come_before_the_first_document() -> None:
    """Other additions than those the lexicons were read with are refused, not half obeyed."""
    late = Additions(measure_words=("旒",))
    assert not usable(late)
    with pytest.raises(RuntimeError, match="before the first document"):
        use(late)
    assert usable(Additions())


def test_synonyms_make_one_indicator_of_two() -> None:
    pairs = (("云潮坊产值", "坊内产值"),)
    joined = {indicator_key(written, names=Names(pairs)).name for written in ("云潮坊产值", "坊内产值")}
    assert len(joined) == 1
    assert indicator_key("云潮坊产值").name not in joined


def test_run_takes_a_lexicon(tmp_path: Path, mine: Path) -> None:
    """The tables of a run hold what the user's words find, and the comparison uses the synonyms."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("青汀市云潮坊发展方案\n\n到2025年，建成云帆12旒以上，云潮坊产值达到30亿元。\n", encoding="utf-8")
    (folder / "b.txt").write_text("临澜县云潮坊发展方案\n\n到2025年，坊内产值达到20亿元。\n", encoding="utf-8")
    done = zhengce("run", folder, "--output", tmp_path / "out", "--lexicon", mine)
    assert done.returncode == 0, done.stderr
    assert "12旒以上" in [row["text"] for row in rows(tmp_path / "out", "counts")]
    keys = [row["indicator_key"] for row in rows(tmp_path / "out", "comparison_long")]
    assert keys.count("坊内产值") == 2


@pytest.mark.parametrize("command", ["run", "extract", "evaluate"])
def test_a_wrong_lexicon_stops_the_command_at_once(tmp_path: Path, command: str) -> None:
    """Exit status 2, the message on standard error, nothing written."""
    path = tmp_path / "mine.toml"
    path.write_text('measure_word = ["旒"]', encoding="utf-8")
    output = ["--output", tmp_path / "out"] if command == "run" else []
    subject = tmp_path / "a.txt" if command == "extract" else tmp_path
    (tmp_path / "a.txt").write_text("建成码头。", encoding="utf-8")
    done = zhengce(command, subject, *output, "--lexicon", path)
    assert done.returncode == 2
    # click wraps its message at the terminal's width.
    assert "unknown key measure_word" in re.sub(r"\s+", " ", done.stderr)
    assert not (tmp_path / "out").exists()


def test_extract_takes_a_lexicon(mine: Path) -> None:
    done = zhengce("extract", "-", "--lexicon", mine, stdin="建成云帆12旒。".encode())
    assert done.returncode == 0, done.stderr
    assert "12旒" in done.stdout


def test_cutting_keeps_a_users_word_whole(tmp_path: Path, mine: Path) -> None:
    """云潮坊 is one noun, so that the item takes it in whole."""
    (own,) = read_texts(tmp_path, ["建成云潮坊12个。"], read_additions(mine))
    assert [count.item for count in own.facts.counts] == ["云潮坊"]

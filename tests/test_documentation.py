"""The written documentation against what it speaks of: a command, a table or a sample that is missing there fails here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractors.additions import KEYS, read_additions
from pipeline.corrections import read_corrections
from pipeline.corrections.cells import CORRECTABLE
from pipeline.tables.schema import TABLES
from zhengce.cli import main

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", TABLES)
def test_the_readme_names_every_table(table: str) -> None:
    assert f"`{table}`" in README


@pytest.mark.parametrize("command", main.commands)
def test_the_readme_shows_every_command(command: str) -> None:
    assert f"zhengce {command} " in README


def test_the_readme_names_every_exit_status() -> None:
    """The command's own help names them; the README has a row for each."""
    helped = main.commands["run"].help or ""
    for status in set(re.findall(r"\b[0-3]\b", helped)):
        assert f"| {status} | " in README


def test_the_example_in_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The Python block, over a page of one goal."""
    (tmp_path / "page.html").write_text("<h1>青汀市绿道建设方案</h1><p>到2025年，建成滨海绿道120公里以上。</p>", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (code,) = re.findall(r"```python\n(.*?)```", README, flags=re.S)
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out == "滨海绿道 ge 120 公里 2025-12-31\n"


def test_the_lexicon_in_the_documentation_is_one(tmp_path: Path) -> None:
    """The file shown is taken as it stands, and it shows every key there is."""
    (shown,) = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "your-own-words.md").read_text(encoding="utf-8"), flags=re.S)
    (tmp_path / "mine.toml").write_text(shown, encoding="utf-8")
    additions = read_additions(tmp_path / "mine.toml")
    assert all(getattr(additions, key) for key in KEYS)


def test_the_corrections_in_the_documentation_are_read(tmp_path: Path) -> None:
    """The file shown is taken as it stands, and every column that may be corrected is named."""
    page = (ROOT / "docs" / "changes-and-corrections.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```csv\n(.*?)```", page, flags=re.S)
    (tmp_path / "corrections.csv").write_text(shown, encoding="utf-8")
    assert len(read_corrections(tmp_path / "corrections.csv")) == 4
    words = set(re.split(r"[\s,.;:]+", page))
    for table, columns in CORRECTABLE.items():
        assert {*columns} <= words, table


def test_every_sample_is_described_and_every_description_has_its_sample() -> None:
    described = re.findall(r"^\| `([^`]+)` \|", (ROOT / "corpus" / "README.md").read_text(encoding="utf-8"), flags=re.M)
    assert sorted(described) == sorted(path.name for path in (ROOT / "corpus" / "samples").iterdir())


@pytest.mark.parametrize(
    "page",
    [
        "README.md",
        "CONTRIBUTING.md",
        "corpus/README.md",
        "outputs/README.md",
        "docs/using-the-tables.md",
        "docs/your-own-words.md",
        "docs/changes-and-corrections.md",
    ],
)
def test_links_and_paths_lead_somewhere(page: str) -> None:
    """Links within the repository, and the `make` targets named."""
    text = (ROOT / page).read_text(encoding="utf-8")
    for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert ((ROOT / page).parent / link).exists(), link
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.M)
    assert set(re.findall(r"\bmake ([a-z]+)", text)) <= set(targets)

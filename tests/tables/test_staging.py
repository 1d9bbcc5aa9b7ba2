"""All or nothing, also when a run is killed half-way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.tables.staging import PublishError, staged

if TYPE_CHECKING:
    from pathlib import Path


def fill(folder: Path, word: str) -> None:
    for name in ("tables", "texts"):
        (folder / name).mkdir()
        (folder / name / f"{word}.txt").write_text(word)


def run(output: Path, word: str, fails: bool = False) -> None:
    with staged(output) as folder:
        fill(folder, word)
        if fails:
            raise RuntimeError("broken")


def content(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_new_replaces_old_whole(tmp_path: Path) -> None:
    for word in ("old", "new"):
        run(tmp_path / "a" / "b", word)
    assert content(tmp_path / "a" / "b") == ["tables/new.txt", "texts/new.txt"]


def test_an_error_leaves_the_old(tmp_path: Path) -> None:
    run(tmp_path, "old")
    with pytest.raises(RuntimeError, match="broken"):
        run(tmp_path, "new", fails=True)
    assert content(tmp_path) == ["tables/old.txt", "texts/old.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tables", "texts"]


def test_an_error_while_exchanging_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk refuses the new `texts` when the new `tables` is in place already."""
    run(tmp_path, "old")
    rename = type(tmp_path).rename

    def refuse(self: Path, to: Path) -> Path:
        if self.name == "texts" and self.parent.name.startswith(".zhengce-new"):
            raise OSError("no space left")
        return rename(self, to)

    monkeypatch.setattr(type(tmp_path), "rename", refuse)
    with pytest.raises(OSError, match="no space left"):
        run(tmp_path, "new")
    assert content(tmp_path) == ["tables/old.txt", "texts/old.txt"]


def test_two_runs_at_once_are_refused(tmp_path: Path) -> None:
    with staged(tmp_path) as folder:
        with pytest.raises(PublishError, match="another run is publishing to"), staged(tmp_path):
            pass
        fill(folder, "first")
    assert content(tmp_path) == ["tables/first.txt", "texts/first.txt"]


def test_what_a_killed_run_moved_aside_is_put_back(tmp_path: Path) -> None:
    """Killed after `tables` was moved aside and before the new one was in place."""
    run(tmp_path, "old")
    (tmp_path / ".zhengce-old").mkdir()
    (tmp_path / "tables").rename(tmp_path / ".zhengce-old" / "tables")
    (tmp_path / ".zhengce-new-abc").mkdir()
    with pytest.raises(RuntimeError, match="broken"):
        run(tmp_path, "new", fails=True)
    assert content(tmp_path) == ["tables/old.txt", "texts/old.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tables", "texts"]


def test_what_is_not_replaced_stays(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    with staged(tmp_path) as folder:
        fill(folder, "new")
    assert "README.md" in content(tmp_path)

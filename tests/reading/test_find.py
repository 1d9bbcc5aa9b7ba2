"""Finding documents: every file, in one order, and what stands in the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.reading.find import find_sources


def make(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("云岚省", encoding="utf-8")


def names(root: Path) -> list[str]:
    return [source.name for source in find_sources(root).sources]


def problems(root: Path) -> list[tuple[str, str]]:
    return [(problem.source, problem.finding.message) for problem in find_sources(root).problems]


def test_files_come_by_the_parts_of_their_paths(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/z.html", "a-1.txt", "a/b/c.md", "通知.txt")
    assert names(tmp_path) == ["a/b/c.md", "a/z.html", "a-1.txt", "b.txt", "通知.txt"]
    assert problems(tmp_path) == []


def test_one_file_is_named_by_itself(tmp_path: Path) -> None:
    make(tmp_path, "深/a.txt")
    assert names(tmp_path / "深" / "a.txt") == ["a.txt"]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, ".git/config", ".DS_Store", "a/.hidden", "a/b.txt")
    assert names(tmp_path) == ["a/b.txt"]


def test_what_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert problems(tmp_path / "no.txt") == [("no.txt", "no.txt does not exist: check the path")]


def test_a_link_that_leads_nowhere_is_a_problem(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    assert names(tmp_path) == ["a.txt"]
    assert problems(tmp_path) == [("b.txt", "b.txt is a link that leads nowhere: mend it or remove it")]


def test_a_link_back_up_is_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "a/b.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    assert names(tmp_path) == ["a/b.txt"]
    assert problems(tmp_path) == [("a/up", "a/up links back to a folder it is in and was not followed: remove the link")]


def test_a_folder_is_read_once_under_its_own_name(tmp_path: Path) -> None:
    make(tmp_path, "z/a.txt")
    (tmp_path / "b").symlink_to(tmp_path / "z")
    assert names(tmp_path) == ["z/a.txt"]


def test_a_link_to_a_folder_outside_is_followed(tmp_path: Path) -> None:
    make(tmp_path, "outside/a.txt", "input/b.txt")
    (tmp_path / "input" / "more").symlink_to(tmp_path / "outside")
    assert names(tmp_path / "input") == ["b.txt", "more/a.txt"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_no_permission_is_a_problem(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "a.txt").chmod(0)
    assert problems(tmp_path) == [("a.txt", "no permission to read a.txt: change its mode or its owner")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_a_problem_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert problems(tmp_path) == [("pipe", "pipe is not a regular file (a device, a socket or a pipe): remove it from the input")]

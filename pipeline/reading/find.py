"""Finding the documents in a folder: every file, in an order that does not depend on the machine."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from extractors.records import Finding


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: `name` is its path relative to the folder given, with `/`, and stands in the tables as `source`."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the folder that cannot be read, with what to do about it; `source` is named like a `Source`."""

    source: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Found:
    """What a walk found: sources by name, and the problems it met, by name too."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]


def find_sources(where: Path) -> Found:
    """Every file under `where`, or `where` itself when it is a file.

    Names are sorted part by part, so that a run's order is the same on every machine. Hidden files and folders (`.git`,
    `.DS_Store`) are passed over in silence. Links are followed, but a folder is read once only: under its own path where
    that lies in the input, and a link back to a folder it is in is a problem. Nothing raises: what cannot be listed or read
    is a problem with a message that names it.
    """
    if not where.is_dir():
        return _single(where)
    walk = _Walk()
    walk.folder(where, ())
    while walk.links:
        path, parts = walk.links.pop(0)
        walk.link(path, parts)
    return Found(
        tuple(sorted(walk.sources, key=lambda source: source.name.split("/"))),
        tuple(sorted(walk.problems, key=lambda problem: problem.source.split("/"))),
    )


class _Walk:
    """Folders by their own path first; links to folders wait, so that what they lead to keeps its own name."""

    def __init__(self) -> None:
        self.sources: list[Source] = []
        self.problems: list[Problem] = []
        self.links: list[tuple[Path, tuple[str, ...]]] = []
        self.seen: set[tuple[int, int]] = set()

    def folder(self, top: Path, parts: tuple[str, ...]) -> None:
        waiting = [(top, parts)]
        while waiting:
            path, inside = waiting.pop()
            name = "/".join(inside) or "."
            try:
                status = path.stat()
                entries = sorted(os.scandir(path), key=lambda entry: entry.name)
            except OSError as error:
                self.problems.append(_problem(name, f"cannot list the folder {name}: {_reason(error)}; allow reading it or leave it out"))
                continue
            self.seen.add((status.st_dev, status.st_ino))
            for entry in entries:
                if not entry.name.startswith("."):
                    below = (*inside, _readable_name(entry.name))
                    if not Path(entry).is_dir():
                        self.file(Path(entry), "/".join(below))
                    elif entry.is_symlink():
                        self.links.append((Path(entry), below))
                    else:
                        waiting.append((Path(entry), below))

    def link(self, path: Path, parts: tuple[str, ...]) -> None:
        name, target = "/".join(parts), path.resolve()
        if target in path.absolute().parents:
            self.problems.append(_problem(name, f"{name} links back to a folder it is in and was not followed: remove the link"))
            return
        status = path.stat()
        if (status.st_dev, status.st_ino) not in self.seen:
            self.folder(path, parts)

    def file(self, path: Path, name: str) -> None:
        problem = _unreadable(path, name)
        if problem:
            self.problems.append(problem)
        else:
            self.sources.append(Source(name, path))


def _single(path: Path) -> Found:
    name = _readable_name(path.name)
    problem = _unreadable(path, name)
    return Found((), (problem,)) if problem else Found((Source(name, path),), ())


def _unreadable(path: Path, name: str) -> Problem | None:
    """Why this path gives no bytes, or None when it does."""
    if path.is_symlink() and not path.exists():
        return _problem(name, f"{name} is a link that leads nowhere: mend it or remove it")
    if not path.exists():
        return _problem(name, f"{name} does not exist: check the path")
    if not path.is_file():
        return _problem(name, f"{name} is not a regular file (a device, a socket or a pipe): remove it from the input")
    if not os.access(path, os.R_OK):
        return _problem(name, f"no permission to read {name}: change its mode or its owner")
    return None


def _readable_name(name: str) -> str:
    """A file name as text: names that are not UTF-8 come from old Chinese archives, which wrote them in GB18030."""
    raw = os.fsencode(name)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", errors="replace")


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _problem(name: str, message: str) -> Problem:
    return Problem(name, Finding("error", "unreadable", message))

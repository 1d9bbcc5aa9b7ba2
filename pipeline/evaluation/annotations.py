"""Annotations written by hand: a folder of NAME.json beside docs/NAME.ext, read with every mistake named.

The fields are those of docs/annotating.md. Fields that are not known are left alone, with a note: people keep remarks in their files.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractors.records import Bound, Comparator, CountRole, Strength, TargetKind, TaskKind
from pipeline.evaluation.fields import Fields
from pipeline.evaluation.model import Count, Deadline, Document, Target, Task
from pipeline.result import Genre, Script
from pipeline.text import simplify

if TYPE_CHECKING:
    from pathlib import Path


class AnnotationError(Exception):
    """The annotations cannot be used; `problems` says for each mistake the file, the field and what is wrong with it."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


@dataclass(frozen=True, slots=True)
class Annotated:
    """The annotations of a folder, by file name, and what is odd about them without being wrong."""

    documents: tuple[Document, ...]
    notes: tuple[str, ...]


def read_annotations(folder: Path) -> Annotated:
    """Every annotation in `folder`, simplified where its document is in traditional script (as the cleaned text is).

    Raises AnnotationError when there is none, when one is malformed, when two are of one document, or when a document is missing.
    """
    problems: list[str] = []
    notes: list[str] = []
    read: dict[str, Document] = {}
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise AnnotationError([f"{folder} holds no annotations: NAME.json files, with the documents in docs/."])
    for path in paths:
        document = _annotation(path, problems, notes)
        if document is None:
            continue
        if document.source in read:
            problems.append(f"{path.name}: source: {document.source!r} is annotated in another file too; keep one of them.")
        elif not (folder / "docs" / document.source).is_file():
            problems.append(f"{path.name}: source: there is no document {document.source!r} in {folder / 'docs'}.")
        read[document.source] = document
    if problems:
        raise AnnotationError(problems)
    return Annotated(tuple(read.values()), tuple(notes))


def _annotation(path: Path, problems: list[str], notes: list[str]) -> Document | None:
    """One file; None when its mistakes, added to `problems`, leave nothing to score."""
    try:
        raw = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError) as error:
        problems.append(f"{path.name}: is not JSON in UTF-8: {error}.")
        return None
    before = len(problems)
    top = Fields(raw, path.name, "", problems, notes)
    source = top.quote("source")
    about = top.object("doc")
    script = about.named("script", Script, needed=False)
    if script == "hant":
        # The cleaned text is simplified, the quotes are as the document has them. Field names and enumerations have no such characters.
        about.raw, top.raw = _simplified(about.raw), _simplified(top.raw)
    document = Document(
        source,
        title=about.text("title", needed=False) or None,
        published=about.date("published"),
        genre=about.named("genre", Genre, needed=False),
        script=script,
        counts=top.rows("counts", _count),
        deadlines=top.rows("deadlines", _deadline),
        targets=top.rows("targets", _target),
        tasks=top.rows("tasks", _task),
    )
    about.close()
    top.close("mojibake")
    return document if len(problems) == before else None


def _count(row: Fields) -> Count:
    return Count(
        row.quote("text"),
        row.number("value"),
        row.text("unit", nullable=True) or None,
        row.named("comparator", Comparator),
        row.named("role", CountRole),
        row.number("value_max", needed=False),
        row.text("item", needed=False) or None,
        row.text("context", needed=False) or None,
    )


def _deadline(row: Fields) -> Deadline:
    return Deadline(
        row.quote("text"),
        row.named("bound", Bound),
        row.date("date_from"),
        row.date("date_to"),
        row.text("context", needed=False) or None,
    )


def _target(row: Fields) -> Target:
    kind = row.named("kind", TargetKind)
    measured = kind == "quantitative"
    return Target(
        row.quote("context"),
        kind,
        row.text("indicator"),
        row.number("value", needed=measured),
        row.text("unit", needed=measured, nullable=True) or None,
        row.date("deadline_date"),
        row.number("value_max", needed=False),
        row.named("comparator", Comparator, needed=False),
        row.named("strength", Strength, needed=False),
    )


def _task(row: Fields) -> Task:
    task = Task(
        row.quote("title"),
        row.text("label", needed=False),
        row.text("lead_agency", needed=False) or None,
        row.texts("agencies"),
        row.named("kind", TaskKind, needed=False),
    )
    row.number("level", needed=False)
    return task


def _simplified(raw: Any) -> Any:
    """`raw` with every string but the document's file name in simplified script."""
    if isinstance(raw, str):
        return simplify(raw)
    if isinstance(raw, list):
        return [_simplified(one) for one in raw]
    if isinstance(raw, dict):
        return {name: one if name == "source" else _simplified(one) for name, one in raw.items()}
    return raw

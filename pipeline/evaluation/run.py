"""`evaluate`: read the annotations of a folder, run the pipeline on their documents, score."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Literal

from pipeline.batches import Job, Workers
from pipeline.evaluation.annotations import read_annotations
from pipeline.evaluation.measures import score, total
from pipeline.evaluation.model import Document, Score
from pipeline.evaluation.outputs import found_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from extractors.additions import Additions

#: What scores may be split by: two fields of the annotation, and the ending of the document's file name.
Split = Literal["genre", "script", "format"]


@dataclass(frozen=True, slots=True)
class Scored:
    """One document's annotation and its score."""

    annotated: Document
    score: Score

    def group(self, split: Split) -> str:
        """The group it belongs to: `news`, `hant`, `html`; `-` where nothing says so."""
        if split == "format":
            return PurePosixPath(self.annotated.source).suffix.lstrip(".").lower() or "-"
        return (self.annotated.genre if split == "genre" else self.annotated.script) or "-"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of all annotated documents; `notes` says what is odd about them, and what could not be read."""

    documents: tuple[Scored, ...]
    notes: tuple[str, ...] = ()

    def total(self) -> Score:
        """All documents together."""
        return total(one.score for one in self.documents)

    def by(self, split: Split) -> dict[str, Score]:
        """The documents' scores by group, groups in the order of their names."""
        groups: dict[str, list[Score]] = defaultdict(list)
        for one in self.documents:
            groups[one.group(split)].append(one.score)
        return {name: total(groups[name]) for name in sorted(groups)}


def evaluate(folder: Path, workers: int | None = None, additions: Additions | None = None) -> Evaluation:
    """Score the pipeline on every annotated document of `folder`; `additions` are a user's own words for the lexicons.

    Raises AnnotationError when the annotations cannot be used.
    """
    annotated = read_annotations(folder)
    jobs = [Job(document.source, folder / "docs" / document.source) for document in annotated.documents]
    with Workers(workers, additions) as pool:
        results = pool.read(jobs)
    rejected = (f"{result.source} could not be read: everything in it counts as missed." for result in results if result.status == "rejected")
    return Evaluation(scored(annotated.documents, found_in(results)), (*annotated.notes, *rejected))


def scored(annotated: Sequence[Document], found: Mapping[str, Document]) -> tuple[Scored, ...]:
    """Each annotation with its score; a document that is not among `found` has everything missed."""
    return tuple(Scored(one, score(one, found.get(one.source, Document(one.source)))) for one in annotated)

"""What annotations and tables have in common: facts with the places where they stand in the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from extractors.records import Bound, Comparator, CountRole, Strength, TargetKind, TaskKind
from pipeline.result import Genre, Script

#: Start and end in the cleaned text, in code points, end exclusive.
Span = tuple[int, int]
Fields = Literal["title", "published", "genre", "script"]


@dataclass(frozen=True, slots=True)
class Count:
    """A quantity. `spans` is where it stands: one place, or none for a quote that the text does not have; `context` the words around a quote."""

    text: str
    value: float | None
    unit: str | None
    comparator: Comparator | None
    role: CountRole | None
    value_max: float | None = None
    item: str | None = None
    context: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time expression that bounds an action; `spans` and `context` as in `Count`."""

    text: str
    bound: Bound | None
    date_from: date | None = None
    date_to: date | None = None
    context: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """A thing to be reached; `text` is its clause. A clause may be said several times: `spans` has every place."""

    text: str
    kind: TargetKind | None
    indicator: str
    value: float | None = None
    unit: str | None = None
    deadline_date: date | None = None
    value_max: float | None = None
    comparator: Comparator | None = None
    strength: Strength | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """A thing to do, with the agencies named at it; `spans` is empty for annotated tasks, which are told by label and title."""

    title: str
    label: str = ""
    lead_agency: str | None = None
    agencies: tuple[str, ...] = ()
    kind: TaskKind | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What is known of a document and in it: by an annotation (whose `text` is empty), or by the tables of a run."""

    source: str
    title: str | None = None
    published: date | None = None
    genre: Genre | None = None
    script: Script | None = None
    text: str = ""
    counts: tuple[Count, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()


#: A fact of any kind.
Fact = Count | Deadline | Target | Task


@dataclass(frozen=True, slots=True)
class Tally:
    """Hits, false hits and misses of one measure."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 when nothing was found."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found; 1 when there is nothing."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        precision, recall = self.precision, self.recall
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the facts that were found, or of the documents, have one field right."""

    right: int = 0
    of: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.of + other.of)

    @property
    def accuracy(self) -> float | None:
        """The share that is right; None when there is nothing to be right or wrong."""
        return self.right / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Fault:
    """A miss (`found` is None), a false hit (`wanted` is None), or a fact that was found with a wrong field.

    `wanted` and `found` are what to show a reader: the fact, or for a wrong field its values. `sentence` is the text's own around it, or
    the annotation's context where the text does not have the quote (`absent`).
    """

    source: str
    measure: str
    wanted: str | None
    found: str | None
    sentence: str = ""
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """What one document, or several together, score: by measure, with the faults in the documents' order."""

    documents: int = 0
    tallies: dict[str, Tally] = field(default_factory=dict)
    shares: dict[str, Share] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

"""What extractors return: one frozen record a fact.

Offsets (`start`, `end`) count Unicode code points of the document's cleaned text, end exclusive, and `text` is exactly
`document_text[start:end]`. References between records (`parent`, `count`, `deadline`, `section`) are indices into the list of
that kind in the same document; ids are given later, by the table stage.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Comparator = Literal["ge", "gt", "le", "lt", "approx", "eq"]
CountRole = Literal["target", "achieved", "change", "structure", "other"]
Bound = Literal["by", "during", "from", "every"]
Precision = Literal["day", "month", "quarter", "half", "year", "period"]
ResolvedFrom = Literal["text", "context", "published", "none"]
SectionKind = Literal["goal", "principle", "task", "safeguard", "definition", "other"]
MentionRole = Literal["fulltext", "reports", "cites"]
TargetKind = Literal["quantitative", "qualitative"]
Strength = Literal["firm", "strive"]
DeadlineFrom = Literal["clause", "sentence", "section", "policy_period"]
TaskKind = Literal["task", "safeguard"]
AgencyRole = Literal["lead", "support"]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading or numbered item with its extent: `start` at the label, `end` where the next one of its level or above begins."""

    start: int
    end: int
    level: int
    label: str
    title: str
    kind: SectionKind
    parent: int | None
    title_start: int
    title_end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A 《…》 mention; `start`/`end` take in the marks, `title` does not."""

    start: int
    end: int
    title: str
    role: MentionRole


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time expression that bounds an action; `date_from`/`date_to` are inclusive."""

    start: int
    end: int
    text: str
    date_from: date | None
    date_to: date | None
    precision: Precision
    bound: Bound
    resolved_from: ResolvedFrom


@dataclass(frozen=True, slots=True)
class Count:
    """A quantity; `value` has 十百千万亿 multiplied out, `value_max` only for ranges, `unit` without multiplier."""

    start: int
    end: int
    text: str
    value: Decimal
    value_max: Decimal | None
    unit: str | None
    comparator: Comparator
    item: str | None
    role: CountRole


@dataclass(frozen=True, slots=True)
class Target:
    """A thing to be reached; `start`/`end`/`text` are the clause, `count` and `deadline` index the records it rests on."""

    start: int
    end: int
    text: str
    kind: TargetKind
    indicator: str
    action: str | None
    comparator: Comparator | None
    value: Decimal | None
    value_max: Decimal | None
    unit: str | None
    strength: Strength
    deadline_date: date | None
    deadline_text: str | None
    deadline_from: DeadlineFrom | None
    count: int | None
    deadline: int | None


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency named at a task, as written; its order there is its place in `Task.agencies`."""

    name: str
    role: AgencyRole
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Task:
    """A numbered or enumerated item that says what is to be done; `text` is the whole item with its body."""

    start: int
    end: int
    text: str
    level: int
    label: str
    title: str
    kind: TaskKind
    parent: int | None
    section: int | None
    agencies: tuple[Agency, ...] = ()
    lead_agency: str | None = None
    deadline_date: date | None = None
    declared: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at; `start`/`end` are null when it concerns the whole document."""

    severity: Literal["error", "warning", "info"]
    code: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the document before its text is read: it resolves relative dates and open deadlines.

    `period` is the policy's own period in years (2018, 2020), from its title or text; `published` the page's date;
    `headings` spans the page itself marks up as headings (`<h2>`, a bold line, `## …`), as (start, end, level).
    """

    title: str | None = None
    published: date | None = None
    issued: date | None = None
    genre: Literal["policy", "news", "other"] = "policy"
    period: tuple[int, int] | None = None
    headings: tuple[tuple[int, int, int], ...] = ()


@dataclass(slots=True)
class Facts:
    """Everything read from one document; each component fills its own list and reads those before it."""

    context: Context = field(default_factory=Context)
    sections: list[Section] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

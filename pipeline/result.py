"""What the analysis of one document hands on to the table stage."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from extractors.records import Facts, Finding

Genre = Literal["policy", "news", "other"]
Script = Literal["hans", "hant"]
Status = Literal["ok", "partial", "rejected"]


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """One document read and analysed: plain data without spaCy objects, so that workers can pickle it.

    `text` is the cleaned, simplified text that every offset in `facts` and `findings` counts in (Unicode code points, end
    exclusive); empty when `status` is `rejected`. `findings` holds all of the document's findings once, in any order: those of
    reading and cleaning and those in `facts.findings` (the table stage does not look at the latter). `issued`, `issuer` and `doc_number`
    belong to the policy text the document carries, when it carries one. `title`, `publisher` and `author` are simplified script.
    """

    source: str
    content_sha256: str
    status: Status
    text: str = ""
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    issued: date | None = None
    issuer: str | None = None
    doc_number: str | None = None
    genre: Genre = "other"
    script: Script | None = None
    encoding: str | None = None
    facts: Facts = field(default_factory=Facts)
    findings: tuple[Finding, ...] = ()

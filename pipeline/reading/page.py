"""What reading one document gives: its text in blocks, as published, and what the page says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from extractors.records import Finding

BlockKind = Literal["paragraph", "heading", "list_item", "table_row"]
Format = Literal["html", "markdown", "text", "pdf", "docx"]
Genre = Literal["policy", "news", "other"]
Status = Literal["ok", "partial", "rejected"]


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of text that the page sets off from the next.

    `text` is as published, in the document's own script and without line ends. In a table row the cells stand one after the
    other, separated by `\\t`, an empty cell as nothing. In plain text a line keeps the indentation it begins with, because
    that is what tells a new paragraph from a wrapped line. `level` is set for headings: 1 the document's own headline, 2 a
    centred or `<h2>` heading, 3 and more below it. `gap` says that a blank line stood before this line of a plain text.
    """

    text: str
    kind: BlockKind = "paragraph"
    level: int | None = None
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the container that a document lies in says of it: it holds where the document itself says nothing."""

    url: str | None = None
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    author: str | None = None


#: Of a document that lies in no container, or in one that says nothing.
UNKNOWN = Metadata()


@dataclass(frozen=True, slots=True)
class Page:
    """One document as read from its bytes, good or bad.

    A `rejected` page has no blocks and an error among its findings that says why; a `partial` one has both. Findings carry
    no offsets, for the text they would point into is made later. `published` is the date the page gives, or where it gives
    none the date of the policy text it carries; `issued`, `issuer` and `doc_number` belong to that text.
    """

    source: str
    status: Status
    blocks: tuple[Block, ...] = ()
    encoding: str | None = None
    format: Format | None = None
    genre: Genre = "other"
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    issued: date | None = None
    issuer: str | None = None
    doc_number: str | None = None
    index_number: str | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def text(self) -> str:
        """The blocks, one a line."""
        return "\n".join(block.text for block in self.blocks)

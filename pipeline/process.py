"""One document from bytes to result: read, clean, analyse. Never raises for what a document holds."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.period import period_of
from extractors.records import Context, Facts, Finding
from pipeline.reading.bounds import MOST_BYTES, MOST_CHARACTERS, MOST_LINES
from pipeline.reading.page import UNKNOWN, Metadata
from pipeline.reading.read import read
from pipeline.result import DocumentResult, Status
from pipeline.text import clean, script_of, simplify
from pipeline.text.characters import fold_character

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipeline.reading.page import Page
    from pipeline.text import CleanText

log = logging.getLogger(__name__)


def process(data: bytes, source: str, metadata: Metadata = UNKNOWN, noted: tuple[Finding, ...] = (), digest: str | None = None) -> DocumentResult:
    """Read one document's bytes into a result.

    `source` names the document (a path relative to the input, `/` separators); ids are made from it. `metadata` is what the container
    it lies in says of it, `noted` what was found to be wrong with it there; `digest` is the SHA-256 of the whole file where `data` is only
    the beginning of it. Content that cannot be read gives a result with status `rejected` and a finding; an error of ours while analysing
    costs the facts of this document alone: status `partial` and an `internal-error` finding.
    """
    digest = digest or hashlib.sha256(data).hexdigest()
    try:
        page = read(data, source, metadata)
        page = replace(page, findings=(*noted, *page.findings))
        if page.status == "rejected":
            return DocumentResult(source, digest, "rejected", encoding=page.encoding, findings=tuple(_naming(source, page.findings)))
        page = _bounded(page)
        cleaned = clean(page.blocks)
    except Exception as error:
        log.exception("%s: reading failed", source)
        return DocumentResult(source, digest, "rejected", findings=(_internal_error(source, error),))
    # Imported late: spaCy and jieba's dictionary take most of the time a command needs to start. Outside the `try`, because
    # an installation that is broken must fail the run and not every document.
    from extractors.language import analyse, shared

    nlp = shared()
    try:
        facts = analyse(cleaned.text, _context(page, cleaned), nlp)
    except Exception as error:
        log.exception("%s: analysis failed", source)
        facts = Facts(findings=[_internal_error(source, error)])
    return _result(page, cleaned, facts, source, digest)


def process_file(path: Path, source: str, metadata: Metadata = UNKNOWN, noted: tuple[Finding, ...] = ()) -> DocumentResult:
    """`process` a file; one that cannot be opened gives a rejected result whose finding says why."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
            if len(data) > MOST_BYTES:
                file.seek(0)
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            else:
                digest = None
    except OSError as error:
        message = f"{source} cannot be read: {error.strerror or error}. Check that it exists and that you may read it."
        return unreadable(source, Finding("error", "unreadable", message))
    return process(data, source, metadata, noted, digest)


def unreadable(source: str, finding: Finding) -> DocumentResult:
    """The result of a document of which no byte could be had, for the reason `finding` gives."""
    return DocumentResult(source, hashlib.sha256(b"").hexdigest(), "rejected", findings=(finding,))


def _bounded(page: Page) -> Page:
    """The page up to `MOST_CHARACTERS` and `MOST_LINES`, with a finding when that is not all of it."""
    # A line end counts as the character that it is in the text.
    if len(page.blocks) <= MOST_LINES and sum(len(block.text) + 1 for block in page.blocks) <= MOST_CHARACTERS:
        return page
    kept, room = [], MOST_CHARACTERS
    for block in page.blocks[:MOST_LINES]:
        kept.append(block if len(block.text) <= room else replace(block, text=block.text[:room]))
        room -= len(block.text) + 1
        if room <= 0:
            break
    message = f"{page.source} has more than {MOST_CHARACTERS:,} characters or {MOST_LINES:,} lines: what follows was not read, split it"
    return replace(page, blocks=tuple(kept), findings=(*page.findings, Finding("error", "truncated", message)))


def _context(page: Page, cleaned: CleanText) -> Context:
    title = _plain(page.title)
    return Context(
        title=title, published=page.published, issued=page.issued, genre=page.genre, period=period_of(title or ""), headings=cleaned.headings
    )


def _result(page: Page, cleaned: CleanText, facts: Facts, source: str, digest: str) -> DocumentResult:
    findings = (*page.findings, *cleaned.findings, *facts.findings)
    status: Status = "partial" if any(finding.severity == "error" for finding in findings) else "ok"
    return DocumentResult(
        source,
        digest,
        status,
        text=cleaned.text,
        url=page.url,
        title=_plain(page.title),
        publisher=_plain(page.publisher),
        author=_plain(page.author),
        published=page.published,
        issued=page.issued,
        issuer=_plain(page.issuer),
        doc_number=_plain(page.doc_number),
        genre=page.genre,
        script=cleaned.script,
        encoding=page.encoding,
        facts=facts,
        findings=findings,
    )


def _naming(source: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of a document that could not be read, each saying which it is."""
    for finding in findings:
        yield finding if source in finding.message else replace(finding, message=f"{source}: {finding.message}")


def _plain(words: str | None) -> str | None:
    """A short metadata text in simplified script, its look-alike characters folded as the text's are."""
    folded = "".join(map(fold_character, words or "")).strip()
    return (simplify(folded) if script_of(folded) == "hant" else folded) or None


def _internal_error(source: str, error: Exception) -> Finding:
    message = f"{source}: an error of zhengce's own ({type(error).__name__}: {error}). Please report it with this file."
    return Finding("error", "internal-error", message)

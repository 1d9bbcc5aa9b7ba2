"""Documents that are neither a page nor a text: PDF and .docx are read, what cannot be read is named with a way to convert it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from extractors.records import Finding
from pipeline.reading.bounds import MOST_BYTES
from pipeline.reading.signatures import CONVERT, IN_RUN, signature

if TYPE_CHECKING:
    from pipeline.reading.html import Line
    from pipeline.reading.page import Format

#: What a ZIP holds that is one document: (a member's name, what it is, what to do).
_PACKAGES = (
    ("OFD.xml", "an OFD document", "export it as PDF from an OFD reader, with its text"),
    ("xl/workbook.xml", "an Excel workbook", "save each sheet as CSV, or as HTML when it is one document"),
    ("ppt/presentation.xml", "a PowerPoint presentation", "export it as PDF"),
    ("mimetype", "an OpenDocument text or an EPUB", CONVERT),
)
#: Room for the text of any document, its pictures aside; a .docx that unpacks to more is a bomb.
_MOST_PARTS, _MOST_PART = 512 << 20, 64 << 20


class OfficeError(Exception):
    """Why a document cannot be read; the message goes on after its name."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Office:
    """A PDF or .docx as lines; `text` of a PDF is lines too, as a plain text has them. `title` is what the file's properties call it."""

    format: Format
    lines: list[Line] = field(default_factory=list)
    text: str = ""
    title: str | None = None
    findings: tuple[Finding, ...] = ()


def read_office(data: bytes, source: str) -> Office | Finding | None:
    """A PDF or .docx, a finding for a file that is known to be no page and no text, or None when it may be one.

    Never raises for what the bytes hold. Reading needs the libraries of `zhengce[pdf]` and `zhengce[docx]`; without them the finding says so.
    """
    try:
        return _read(data, source)
    except OfficeError as error:
        return Finding("error", error.code, f"{source} {error}")


def _read(data: bytes, source: str) -> Office | None:
    found = signature(data)
    if found is None:
        return None
    if found.kind in ("pdf", "zip") and len(data) > MOST_BYTES:
        raise OfficeError("too-large", f"is {found.what} of more than {MOST_BYTES >> 20} MB: split it, or save its text")
    if found.kind == "pdf":
        from pipeline.reading.pdf import read_pdf

        return read_pdf(data, source)
    if data.startswith(b"PK\x03\x04"):
        return _package(data)
    if found.kind == "other":
        raise OfficeError("unsupported-format", f"is {found.what}: {found.advice}")
    raise OfficeError("unsupported-format", f"is {found.what}, not a document: {found.advice}")


def _package(data: bytes) -> Office:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sizes = {info.filename: info.file_size for info in archive.infolist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise OfficeError("unsupported-format", f"is a damaged archive or Office document ({error}): fetch it again") from error
    for member, what, advice in _PACKAGES:
        if member in sizes:
            raise OfficeError("unsupported-format", f"is {what}: {advice}")
    if "[Content_Types].xml" not in sizes or not any(PurePosixPath(name).parts[0].lower() == "word" for name in sizes if name.strip("/")):
        raise OfficeError("unsupported-format", f"is a ZIP archive, not a document: {IN_RUN}")
    if sum(sizes.values()) > _MOST_PARTS or any(size > _MOST_PART for name, size in sizes.items() if name.endswith((".xml", ".rels"))):
        raise OfficeError("too-large", "unpacks to more than any document has: split it, or save its text")
    from pipeline.reading.word import read_docx

    return read_docx(data)

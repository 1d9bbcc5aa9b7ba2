"""Documents that are neither a page nor a text: PDF and .docx are read, what cannot be read is named with a way to convert it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from extractors.records import Finding

if TYPE_CHECKING:
    from pipeline.reading.html import Line
    from pipeline.reading.page import Format

_CONVERT = "convert it to .docx, HTML or text, for example with LibreOffice: soffice --headless --convert-to docx FILE"
_UNPACK = "unpack it and give what was in it"
#: What a file begins with, what that is, and what to do about it.
_BINARIES: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office or WPS document (.doc, .wps, .xls)", _CONVERT),
    (b"{\\rtf", "an RTF document", _CONVERT),
    (b"Founder CEB", "a CEB document", "print it to PDF with Apabi Reader"),
    (b"Foudner CEB", "a CEB document", "print it to PDF with Apabi Reader"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", _UNPACK),
)
#: Archives that `zhengce run` opens; one document cannot hold them.
_CONTAINERS = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08", b"BZh", b"WARC/")
_PICTURE = re.compile(rb"\x89PNG\r\n|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*|BM.{4}\x00\x00\x00\x00|RIFF.{4}WEBP", re.DOTALL)
#: What a ZIP holds that is one document: (a member's name, what it is, what to do).
_PACKAGES = (
    ("OFD.xml", "an OFD document", "export it as PDF from an OFD reader, with its text"),
    ("xl/workbook.xml", "an Excel workbook", "save each sheet as CSV, or as HTML when it is one document"),
    ("ppt/presentation.xml", "a PowerPoint presentation", "export it as PDF"),
    ("mimetype", "an OpenDocument text or an EPUB", _CONVERT),
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
    # Some servers put a line or two before a PDF's first bytes; readers look for them in the first kilobyte.
    if b"%PDF-" in data[:1024] and not data[:1024].lstrip().startswith(b"<"):
        from pipeline.reading.pdf import read_pdf

        return read_pdf(data, source)
    if data.startswith(b"PK\x03\x04"):
        return _package(data)
    for magic, what, advice in _BINARIES:
        if data.startswith(magic):
            raise OfficeError("unsupported-format", f"is {what}: {advice}")
    if data.startswith(_CONTAINERS) or data[257:262] == b"ustar":
        raise OfficeError("unsupported-format", "is an archive, not a document: `zhengce run` reads the documents in it")
    if _PICTURE.match(data):
        raise OfficeError("unsupported-format", "is a picture: run character recognition (OCR) over it and give the text")
    return None


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
        raise OfficeError("unsupported-format", "is a ZIP archive, not a document: `zhengce run` reads the documents in it")
    if sum(sizes.values()) > _MOST_PARTS or any(size > _MOST_PART for name, size in sizes.items() if name.endswith((".xml", ".rels"))):
        raise OfficeError("too-large", "unpacks to more than any document has: split it, or save its text")
    from pipeline.reading.word import read_docx

    return read_docx(data)

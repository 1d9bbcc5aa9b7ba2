"""What a file is, seen from its first bytes: the one list of signatures, for whoever reads documents and whoever opens containers."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

#: `pdf`, `zip` (a package such as .docx, or an archive) and the other containers are read; an `other` is not, and its advice says what to do.
Kind = Literal["pdf", "zip", "gzip", "bzip2", "tar", "warc", "other"]


class Signature(NamedTuple):
    """What was recognised: `what` as a finding names it (`a PNG picture`), `advice` for what cannot be read."""

    kind: Kind
    what: str
    advice: str


#: What to do with a document of a format that is not read, and with a container that is given as one document.
CONVERT = "convert it to .docx, HTML or text, for example with LibreOffice: soffice --headless --convert-to docx FILE"
IN_RUN = "`zhengce run` reads the documents in it"
_UNPACK = "unpack it and give what was in it"
_OCR = "run character recognition (OCR) over it and give the text"
_EXPORT = "export the texts that are in it as CSV or JSON Lines"
_LEAVE = "leave it out"
_APABI = "print it to PDF with Apabi Reader"

_BEGINNINGS: tuple[tuple[bytes, Kind, str, str], ...] = (
    (b"PK\x03\x04", "zip", "a ZIP archive or an Office document (.docx, .xlsx)", IN_RUN),
    (b"PK\x05\x06", "zip", "an empty ZIP archive", IN_RUN),
    (b"\x1f\x8b\x08", "gzip", "a gzip archive", IN_RUN),
    (b"WARC/", "warc", "a web archive (WARC)", IN_RUN),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "other", "an old Office or WPS document (.doc, .wps, .xls)", CONVERT),
    (b"{\\rtf", "other", "an RTF document", CONVERT),
    (b"Founder CEB", "other", "a CEB document", _APABI),
    (b"Foudner CEB", "other", "a CEB document", _APABI),
    (b"7z\xbc\xaf\x27\x1c", "other", "a 7z archive", _UNPACK),
    (b"Rar!\x1a\x07", "other", "a RAR archive", _UNPACK),
    (b"\xfd7zXZ\x00", "other", "an xz archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "other", "a zstd archive", _UNPACK),
    (b"\x89PNG\r\n", "other", "a PNG picture", _OCR),
    (b"\xff\xd8\xff", "other", "a JPEG picture", _OCR),
    (b"GIF8", "other", "a GIF picture", _OCR),
    (b"II*\x00", "other", "a TIFF picture", _OCR),
    (b"MM\x00*", "other", "a TIFF picture", _OCR),
    (b"SQLite format 3\x00", "other", "a database", _EXPORT),
    (b"PAR1", "other", "a Parquet table", _EXPORT),
    (b"\x7fELF", "other", "a program", _LEAVE),
    (b"MZ\x90", "other", "a program", _LEAVE),
)
_PATTERNS: tuple[tuple[re.Pattern[bytes], Kind, str, str], ...] = (
    # Some servers put a line or two before a PDF's first bytes; its readers look for them in the first kilobyte. A page may speak of them.
    (re.compile(rb"(?!\s*<).{0,1019}?%PDF-", re.DOTALL), "pdf", "a PDF", "convert it to HTML or text"),
    (re.compile(rb"BZh[1-9]1AY&SY"), "bzip2", "a bzip2 archive", IN_RUN),
    (re.compile(rb".{257}ustar", re.DOTALL), "tar", "a tar archive", IN_RUN),
    (re.compile(rb"BM.{4}\x00\x00\x00\x00|RIFF.{4}WEBP", re.DOTALL), "other", "a picture", _OCR),
    (re.compile(rb"RIFF.{4}(?:WAVE|AVI )|ID3[\x02-\x04]|OggS\x00|.{4}ftyp", re.DOTALL), "other", "sound or film", _LEAVE),
    # The headers of a mail, or of a page that a browser saved as one file.
    (
        re.compile(rb"(?:[A-Za-z-]{2,40}: [^\r\n]{0,900}\r?\n(?:[ \t][^\r\n]{0,900}\r?\n){0,50}){0,60}?(?i:mime-version: ?1\.0)"),
        "other",
        "a mail or a page saved as one file (.eml, .mht)",
        "open it and save the page as HTML, or its text",
    ),
)
_HINTS = (b"%PDF-", b"BZh", b"ustar", b"BM", b"RIFF", b"ID3", b"OggS", b"ftyp", b"MIME-V", b"Mime-V", b"mime-v")


def signature(data: bytes) -> Signature | None:
    """What the file that begins with `data` is, None for what may be a text or a page. The first four kilobytes are enough."""
    for beginning, kind, what, advice in _BEGINNINGS:
        if data.startswith(beginning):
            return Signature(kind, what, advice)
    head = data[:4096]
    if any(hint in head for hint in _HINTS):
        for pattern, kind, what, advice in _PATTERNS:
            if pattern.match(head):
                return Signature(kind, what, advice)
    return None

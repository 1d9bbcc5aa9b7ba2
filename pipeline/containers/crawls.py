"""WARC: the pages and files of a crawl. What only serves a page (scripts, styles, pictures) and what answered with an error is passed over."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from extractors.records import Finding
from pipeline.containers.record import BombError, Record, lost
from pipeline.reading.bounds import MOST_BYTES
from pipeline.reading.find import Problem
from pipeline.reading.page import Metadata

_KINDS = ("response", "resource", "conversion")
#: Media types of documents, readable or worth a finding; unknown ones are judged by the address.
_DOCUMENT = re.compile(
    r"text/(?:html|plain|markdown|x-markdown)|application/(?:xhtml\+xml|pdf|x-pdf|msword|rtf|(?:vnd\.)?wps-office|kswps|ofd|vnd\.ms-works|zip"
    r"|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(r"(?:application|binary)/(?:x-)?(?:octet-stream|download|force-download|unknown)?", re.IGNORECASE)
_ADDRESS = re.compile(r"\.(?:s?html?|pdf|docx?|wps|ofd|txt|md)(?:[?#]|$)", re.IGNORECASE)
_FURNITURE = re.compile(r"/robots\.txt(?:[?#]|$)|^(?:dns|whois|urn|metadata|screenshot):", re.IGNORECASE)
_PLAIN_CODINGS = ("", "identity", "gzip", "x-gzip", "deflate")


def records(stream: IO[bytes], name: str) -> Iterator[Record | Problem]:
    """The documents of an unpacked WARC; the number after `#` counts all of its records, so that it leads back to the right one."""
    for number, record in enumerate(_each(stream), start=1):
        if record.rec_type in _KINDS and _is_document(record):
            try:
                yield _document(record, f"{name}#{number}")
            except zlib.error as error:
                yield lost(f"{name}#{number}", "damaged-record", f"cannot be unpacked ({error}): fetch it again")


def _each(stream: IO[bytes]) -> Iterator[Any]:
    """The records of a WARC. Raises ArchiveLoadFailed for whatever is wrong with one: its headers, its length, what follows it."""
    number, records = 0, ArchiveIterator(stream)
    records.INC_RECORD = ""  # else it prints what it counts
    while True:
        number += 1
        try:
            record = next(records)
        except StopIteration:
            break
        except (BombError, EOFError, OSError, zlib.error):
            raise
        except Exception as error:  # warcio raises what it stumbles over
            raise ArchiveLoadFailed(f"record {number}: {str(error) or type(error).__name__}") from error
        yield record
    if records.err_count:
        raise ArchiveLoadFailed(f"{records.err_count} of its records are longer than they say")


def _is_document(record: Any) -> bool:
    url = _header(record.rec_headers, "WARC-Target-URI")
    if _FURNITURE.search(url) or (record.http_headers and not record.http_headers.get_statuscode().startswith("2")):
        return False
    media = _header(record.http_headers if record.rec_type == "response" else record.rec_headers, "Content-Type").split(";")[0].strip()
    return bool(_DOCUMENT.fullmatch(media)) or (bool(_ADDRESS.search(url)) if _UNKNOWN.fullmatch(media) else not media)


def _document(record: Any, name: str) -> Record | Problem:
    coding = _header(record.http_headers, "Content-Encoding").lower()
    if coding not in _PLAIN_CODINGS and coding not in _decodable():
        return lost(name, "unsupported-format", f"was sent packed as {coding}: install `brotli` for br, or crawl without that coding")
    content, data = record.content_stream(), bytearray()
    while len(data) <= MOST_BYTES and (more := content.read(1 << 20)):
        data += more
    if len(data) > MOST_BYTES:
        return lost(name, "too-large", f"is larger than {MOST_BYTES >> 20} MB and was left out: fetch it as a file of its own and split it")
    url = _header(record.rec_headers, "WARC-Target-URI").strip("<> ")
    findings: tuple[Finding, ...] = ()
    why = _header(record.rec_headers, "WARC-Truncated") or _cut_off(record)
    if why:
        findings = (Finding("error", "truncated", f"{name} was cut short ({why}): fetch {url or 'it'} again"),)
    return Record(name, bytes(data), Metadata(url=url if url.startswith(("http://", "https://")) else None), findings)


def _cut_off(record: Any) -> str:
    """Why a record is shorter than it says, "" when it is not."""
    missing = getattr(record.raw_stream, "limit", 0)
    return "the file ends within it" if missing > 0 and not record.raw_stream.read(1) else ""


def _header(headers: Any, name: str) -> str:
    return str(headers.get_header(name) or "") if headers else ""


def _decodable() -> set[str]:
    from warcio.bufferedreaders import BufferedReader

    return set(BufferedReader.get_supported_decompressors())

"""From a file to the documents in it, however deep they lie; what is damaged costs what lies behind the damage, and is said."""

from __future__ import annotations

import bz2
import gzip
import io
import logging
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from warcio.exceptions import ArchiveLoadFailed

from extractors.records import Finding
from pipeline.containers import archives, crawls, rows
from pipeline.containers.columns import Columns
from pipeline.containers.kinds import Kind, kind_of, unpacked_name
from pipeline.containers.record import DEEPEST, LEAST_COST, BombError, Budget, Record, lost, metered
from pipeline.reading.bounds import MOST_BYTES
from pipeline.reading.find import Problem

log = logging.getLogger(__name__)

#: What the libraries raise for damaged files. Anything else is an error of ours.
_DAMAGE = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ArchiveLoadFailed,
    rows.RowsError,
    NotImplementedError,
    UnicodeError,
)
_HEAD = 4096


def open_container(path: Path, name: str, columns: Columns) -> Iterator[Record | Problem] | None:
    """The documents in a file, one at a time in their order, or None when the file is a document itself (or cannot be opened).

    `name` is the file's in the tables. What cannot be read is a Problem in its place, named as the document would be, or as the
    container when the rest of it is lost. Raises nothing for what the file holds; only one document is in memory at a time.
    """
    try:
        with path.open("rb") as file:
            kind = kind_of(file.read(_HEAD), path.name)
            if kind is None or (kind == "zip" and archives.is_package(file)):
                return None
    except OSError:
        return None
    return _opened(path, name, columns)


def _opened(path: Path, name: str, columns: Columns) -> Iterator[Record | Problem]:
    found = 0
    budget = Budget(path.stat().st_size)
    try:
        with path.open("rb") as file:
            for document in _Contents(columns, budget).of(file, name, path.name, 0):
                budget.take(LEAST_COST)
                found += 1
                yield document
    except BombError:
        yield lost(name, "archive-bomb", f"unpacks to far more than a file of its size honestly holds: only {found} documents were read")
        return
    if not found:
        yield lost(name, "empty-text", "holds no document: look into it, or leave it out")


@dataclass(frozen=True, slots=True)
class _Contents:
    """The way from a stream to the documents in it. `name` is what they are called by, `kind_name` what the stream would be called as a file."""

    columns: Columns
    budget: Budget

    def of(self, stream: IO[bytes], name: str, kind_name: str, depth: int) -> Iterator[Record | Problem]:
        """The documents of a container, or the one document that the stream is."""
        if depth:
            stream = metered(stream, self.budget)
        assert isinstance(stream, io.BufferedReader)
        kind = kind_of(stream.peek(_HEAD), kind_name)
        if kind is None:
            yield self._document(stream, name)
        elif depth > DEEPEST:
            yield lost(name, "archive-bomb", f"lies more than {DEEPEST} containers deep and was left out: unpack it yourself")
        else:
            yield from self._guarded(kind, stream, name, kind_name, depth)

    def _guarded(self, kind: Kind, stream: IO[bytes], name: str, kind_name: str, depth: int) -> Iterator[Record | Problem]:
        found = 0
        try:
            for document in self._by_kind(kind, stream, name, kind_name, depth):
                found += 1
                yield document
        except BombError:
            raise
        except _DAMAGE as error:
            why = str(error).strip().split("\n")[0] or type(error).__name__
            read = f"only its first {found} documents were read" if found else "nothing in it could be read"
            yield lost(name, "damaged-archive", f"is damaged ({why}): {read}; fetch it again or repair it")
        except Exception as error:
            log.exception("%s: reading the container failed", name)
            yield lost(name, "internal-error", f": an error of zhengce's own ({type(error).__name__}: {error}). Please report it with this file.")

    def _by_kind(self, kind: Kind, stream: IO[bytes], name: str, kind_name: str, depth: int) -> Iterator[Record | Problem]:
        def within(member: IO[bytes], inner: str, member_name: str) -> Iterator[Record | Problem]:
            return self.of(member, inner, member_name, depth + 1)

        if kind in ("gzip", "bzip2"):
            unpacked = gzip.GzipFile(fileobj=stream) if kind == "gzip" else bz2.BZ2File(stream)
            yield from within(cast("IO[bytes]", unpacked), name, unpacked_name(kind_name))
        elif kind == "zip":
            yield from archives.zip_members(stream, name, within, seekable=not depth)
        elif kind == "tar":
            yield from archives.tar_members(stream, name, within)
        elif kind == "warc":
            yield from crawls.records(stream, name)
        elif kind == "json":
            yield from rows.json_records(stream, name, self.columns)
        else:
            yield from rows.csv_records(stream, name, kind_name, self.columns)

    @staticmethod
    def _document(stream: io.BufferedReader, name: str) -> Record | Problem:
        """The one document that a stream is. Of a damaged one what came before the damage is kept."""
        data = bytearray()
        findings: tuple[Finding, ...] = ()
        try:
            while len(data) <= MOST_BYTES and (more := stream.read1(1 << 20)):
                data += more
        except BombError:
            raise
        except _DAMAGE as error:
            if not data:
                raise
            findings = (Finding("error", "truncated", f"{name} is damaged ({error}) and was read up to there: fetch it again"),)
        if len(data) > MOST_BYTES:
            return lost(name, "too-large", f"is larger than {MOST_BYTES >> 20} MB and was left out: split it into its documents")
        return Record(name, bytes(data), findings=findings)

"""ZIP and tar: their members as streams. Nothing is unpacked to where a member's name says."""

from __future__ import annotations

import stat
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import IO, Self

from extractors.records import Finding
from pipeline.containers.record import LEAST_UNPACKED, Record, climbs, inner_name, is_hidden, lost, readable_name
from pipeline.reading.bounds import MOST_BYTES
from pipeline.reading.find import Problem

#: A member's stream, what it is called by, and what it would be called as a file, to the documents in it.
Within = Callable[[IO[bytes], str, str], Iterator[Record | Problem]]

#: The list of members that a ZIP ends with is read whole; this is room for half a million of them.
_MOST_DIRECTORY = 32 << 20
#: What the end of a ZIP says: its own length without a comment, the longest comment.
_END, _LONGEST_COMMENT = 22, 1 << 16
_IN_MEMORY = 8 << 20
#: Members that only Office, OpenDocument, OFD and EPUB files have.
_PACKAGE = ("[Content_Types].xml", "mimetype", "OFD.xml")
_HEADER_TYPES = (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK)
_LONGEST_HEADER = 1 << 20
_ENCRYPTED = 0x1
_UTF8 = 0x800


def is_package(file: IO[bytes]) -> bool:
    """Whether a ZIP is one document in many parts, as .docx is, and no archive of documents. Leaves the position in `file` anywhere."""
    try:
        _bounded(file)
        with zipfile.ZipFile(file) as archive:
            return any(name in archive.NameToInfo for name in _PACKAGE)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def zip_members(stream: IO[bytes], name: str, within: Within, *, seekable: bool) -> Iterator[Record | Problem]:
    """The documents in a ZIP. One inside another archive (not `seekable`) is first copied to a temporary file of bounded size."""
    if not seekable:
        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
            size = 0
            while more := stream.read(1 << 20):
                size += len(more)
                if size > LEAST_UNPACKED:
                    yield lost(name, "too-large", f"is an archive of more than {LEAST_UNPACKED >> 20} MB in an archive: unpack the outer one")
                    return
                copy.write(more)
            if not is_package(copy):
                yield from zip_members(copy, name, within, seekable=True)
            elif size > MOST_BYTES:
                yield lost(name, "too-large", f"is larger than {MOST_BYTES >> 20} MB and was left out")
            else:
                copy.seek(0)
                yield Record(name, copy.read())
        return
    _bounded(stream)
    with zipfile.ZipFile(stream) as archive:
        members = [(info, readable_name(info.filename, utf8=bool(info.flag_bits & _UTF8))) for info in archive.infolist()]
        members = [(info, called) for info, called in members if not (info.is_dir() or _is_link(info) or is_hidden(called))]
        if members and all(info.flag_bits & _ENCRYPTED for info, _ in members):
            yield lost(name, "encrypted", f"is protected by a password ({len(members)} files): unpack it yourself and give what was in it")
            return
        for info, called in members:
            inner = f"{name}#{inner_name(called)}"
            if info.flag_bits & _ENCRYPTED:
                yield lost(inner, "encrypted", "is protected by a password: unpack it yourself")
                continue
            try:
                with archive.open(info) as member:
                    yield from _noted(within(member, inner, called), called)
            except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
                yield lost(inner, "damaged-archive", f"cannot be unpacked ({error}): unpack it yourself or fetch the archive again")


def tar_members(stream: IO[bytes], name: str, within: Within) -> Iterator[Record | Problem]:
    """The documents in a tar, read from front to back."""
    with tarfile.open(fileobj=stream, mode="r|", tarinfo=_Header) as archive:
        while info := archive.next():
            archive.members.clear()  # type: ignore[attr-defined]  # else every header of a long archive stays in memory
            if not info.isreg() or is_hidden(info.name):
                continue
            member = archive.extractfile(info)
            if member is not None:
                called = _tar_name(info.name)
                yield from _noted(within(member, f"{name}#{inner_name(called)}", called), called)


class _Header(tarfile.TarInfo):
    """A header that is no header, or longer than one, is damage; tarfile takes the one for the archive's end and reads the other whole."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """The header in a block of 512 bytes. Raises ReadError, which ends the reading, where tarfile would take the block for the archive's end."""
        try:
            info = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if bytes(buf).strip(b"\x00"):
                raise tarfile.ReadError(str(error) or "broken header") from error
            raise
        if info.type in _HEADER_TYPES and info.size > _LONGEST_HEADER:
            raise tarfile.ReadError("absurd header")
        return info


def _noted(documents: Iterator[Record | Problem], called: str) -> Iterator[Record | Problem]:
    """`documents` of a member, with a finding when its name would lead out of the folder it is unpacked to."""
    for document in documents:
        if climbs(called) and isinstance(document, Record):
            message = f"{document.name}: its name in the archive, {called[:200]!r}, leads out of the folder: be careful where you unpack it"
            document = replace(document, findings=(*document.findings, Finding("warning", "unsafe-path", message)))
        yield document


def _bounded(file: IO[bytes]) -> None:
    """Raise BadZipFile when the list of members is longer than any honest one: reading it takes ten times its size in memory."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END - _LONGEST_COMMENT))
    tail = file.read()
    file.seek(0)
    end, far = tail.rfind(b"PK\x05\x06"), tail.rfind(b"PK\x06\x06")
    listed = int.from_bytes(tail[end + 12 : end + 16], "little") if end >= 0 else 0
    if far >= 0:
        listed = max(listed if listed != 0xFFFFFFFF else 0, int.from_bytes(tail[far + 40 : far + 48], "little"))
    if min(listed, size) > _MOST_DIRECTORY:
        raise zipfile.BadZipFile(f"its list of members has {listed:,} bytes")


def _is_link(info: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(info.external_attr >> 16)


def _tar_name(name: str) -> str:
    """A tar member's name: bytes that are not UTF-8 come from old Chinese systems, which wrote names in GB18030."""
    try:
        return name.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeDecodeError:
        return name.encode("utf-8", "surrogateescape").decode("gb18030", "replace")

"""Containers for tests, and what comes out of them."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from pipeline.containers import Columns, Record, open_container
from pipeline.reading.find import Problem

PLAN = "青汀市智慧航运发展行动方案\n\n到2023年底，建成智慧码头12个以上，航运数据覆盖率达到90%。\n"


def zipped(members: Mapping[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def warc(*answers: tuple[str, str, str, bytes], packed: bool = False, headers: str = "") -> bytes:
    """A WARC of (address, status, media type, payload); `headers` are more lines of HTTP."""
    records = (
        warc_record(
            url, "response", "application/http; msgtype=response", f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{headers}\r\n".encode() + payload
        )
        for url, status, media, payload in answers
    )
    return b"".join(gzip.compress(record) if packed else record for record in records)


def warc_record(url: str, kind: str, media: str, block: bytes) -> bytes:
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": "<urn:uuid:7f6c2bd0-3f0e-4a5e-9d5b-0d6f1f7f2a10>",
        "WARC-Date": "2022-11-30T08:00:00Z",
        "WARC-Target-URI": url,
        "Content-Type": media,
        "Content-Length": str(len(block)),
    }
    return b"WARC/1.0\r\n" + "".join(f"{name}: {value}\r\n" for name, value in fields.items()).encode() + b"\r\n" + block + b"\r\n\r\n"


def opened(folder: Path, name: str, data: bytes, *choices: str) -> list[Record | Problem]:
    """Everything in a container, in its order."""
    path = folder / name
    path.write_bytes(data)
    inside = open_container(path, name, Columns.parsed(choices))
    assert inside is not None, f"{name} was taken for a document"
    return list(inside)


def texts(documents: list[Record | Problem]) -> dict[str, str]:
    """The documents that could be had, by name."""
    return {document.name: document.data.decode() for document in documents if isinstance(document, Record)}


def faults(documents: list[Record | Problem]) -> dict[str, str]:
    """The codes of what could not be had, by name."""
    return {document.source: document.finding.code for document in documents if isinstance(document, Problem)}

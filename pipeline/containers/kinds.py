"""What a file is a container of, seen from its first bytes; only a CSV has nothing but its name to know it by."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Literal

from pipeline.reading.signatures import signature

Kind = Literal["zip", "tar", "gzip", "bzip2", "warc", "json", "csv"]

_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*\[?\s*\{\s*(?:"[^"\n]{0,200}"\s*:|\})')
_EMPTY_LIST = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[\s*\]\s*")
_ROWS = (".csv", ".tsv")
#: The endings of packed files, which stand after the ending of what is in them.
PACKED = (".gz", ".gzip", ".bz2", ".tgz")


def kind_of(head: bytes, name: str) -> Kind | None:
    """The kind of container that begins with `head`, or None for a document; `name` counts only when it ends as a table does.

    Office documents are ZIP archives too: that is seen only from what is inside (`archives.is_package`).
    """
    if found := signature(head):
        return None if found.kind == "pdf" or found.kind == "other" else found.kind
    if _JSON.match(head) or _EMPTY_LIST.fullmatch(head):
        return "json"
    return "csv" if PurePosixPath(name).suffix.lower() in _ROWS and head.strip() else None


def unpacked_name(name: str) -> str:
    """The name that a packed file's content has: `page.html` of `page.html.gz`, `pages.tar` of `pages.tgz`."""
    path = PurePosixPath(name)
    if path.suffix.lower() == ".tgz":
        return str(path.with_suffix(".tar"))
    return str(path.with_suffix("")) if path.suffix.lower() in PACKED else name

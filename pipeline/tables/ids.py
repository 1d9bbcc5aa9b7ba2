"""Stable ids: short, readable, the same on every machine and whatever else is in the input.

Every id begins with a letter, so that no reader takes one of all digits, or `1e5`, for a number.
"""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LENGTH = 12


def _digest(text: str) -> str:
    # Sources differ in Unicode form between file systems, and may hold bytes that are no UTF-8 (surrogates).
    return hashlib.sha1(unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()[:_LENGTH]


def doc_id(source: str) -> str:
    """The id of the document at `source`: `d` and 12 hex digits."""
    return "d" + _digest(source)


def policy_id(key: str) -> str:
    """The id of the policy with the canonical key: `p` and 12 hex digits."""
    return "p" + _digest(key)


def row_ids(document: str, letter: str, starts: Iterable[int]) -> list[str]:
    """Ids of one document's rows of one kind, by where they start: `d…-c120`; rows that start together are told apart by their order, `d…-c120.2`."""
    seen: dict[int, int] = {}
    ids = []
    for start in starts:
        seen[start] = seen.get(start, 0) + 1
        ids.append(f"{document}-{letter}{start}" + (f".{seen[start]}" if seen[start] > 1 else ""))
    return ids

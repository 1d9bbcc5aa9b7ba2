"""Documents that tell the same text: the same bytes, the same text, or nearly the same, as on two sites or in a scrape that repeats it.

Nearly the same is: hardly anything in the shorter one that the longer does not have, and no figure, number or date of its own. Texts are
compared by their sequences of five characters, so that lost line ends and paragraphs in another order do not matter. Of each
document only the smallest hashes of these are kept; which documents are worth comparing is found by datasketch's index of MinHashes, so that
ten thousand take seconds.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import numpy.typing as npt

Likeness = Literal["bytes", "text", "near"]

_NO_WORD = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
#: Characters in a sequence, and how many of a document's smallest hashes are kept.
_LENGTH, _KEPT = 5, 1024
#: Shorter texts are too easily alike by chance.
_SHORTEST = 120
#: What part of the shorter text the longer one must have, and how much shorter it may be.
_HELD, _SHORTER = 0.94, 0.7
#: Numbers that the shorter text may have for itself: one, or this part of them.
_OWN_NUMBERS = 0.05
#: The index: 21 bands of 3 hashes, made from a document's 256 smallest, find two texts that share half of these 95 times in 100.
_BANDS, _ROWS, _INDEXED = 21, 3, 256
_LOWER_HALF = np.uint64(0xFFFFFFFF)
_MIX = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a document to compare it with others.

    `smallest` are the smallest of its `count` different hashes, in order. `doc_number` and `issued` tell two editions of one text apart.
    """

    source: str
    bytes_hash: str
    text_hash: str | None
    smallest: npt.NDArray[np.uint64]
    count: int
    numbers: frozenset[str]
    doc_number: str | None
    issued: date | None


@dataclass(frozen=True, slots=True)
class Copy:
    """A document that tells the text of `original`, and how alike they are."""

    source: str
    original: str
    likeness: Likeness


def sketch(source: str, bytes_hash: str, text: str, doc_number: str | None = None, issued: date | None = None) -> Sketch:
    """The sketch of a document with this cleaned text, empty for one that could not be read."""
    hashes = _hashes(_NO_WORD.sub("", text))
    text_hash = hashlib.sha256(text.encode("utf-8")).hexdigest() if text.strip() else None
    return Sketch(source, bytes_hash, text_hash, hashes[:_KEPT].copy(), len(hashes), frozenset(_NUMBER.findall(text)), doc_number, issued)


def copies(sketches: Sequence[Sketch]) -> list[Copy]:
    """The documents that tell the text of another, by source, each with the one that counts.

    Of documents with the same bytes or text the first by source counts, of those nearly the same the longest. Documents without
    text are no copies of one another.
    """
    found: dict[str, Copy] = {}
    distinct: list[Sketch] = []
    by_bytes: dict[str, Sketch] = {}
    by_text: dict[str, Sketch] = {}
    for one in sorted(sketches, key=lambda one: one.source):
        if one.text_hash is None:
            continue
        if (first := by_bytes.setdefault(one.bytes_hash, one)) is not one:
            found[one.source] = Copy(one.source, first.source, "bytes")
        elif (first := by_text.setdefault(one.text_hash, one)) is not one:
            found[one.source] = Copy(one.source, first.source, "text")
        else:
            distinct.append(one)
    for one, original in _near(distinct):
        found[one.source] = Copy(one.source, original.source, "near")
    # What is the same as a document that is nearly another is nearly that other too.
    for name, copy in found.items():
        if copy.original in found:
            found[name] = Copy(name, found[copy.original].original, "near")
    return [found[name] for name in sorted(found)]


def _near(sketches: list[Sketch]) -> Iterator[tuple[Sketch, Sketch]]:
    """Documents nearly the same as a longer one, with that one."""
    long_enough = [one for one in sketches if one.count >= _SHORTEST]
    if len(long_enough) < 2:
        return
    # Imported late: datasketch imports scipy, which takes longer than all the rest of a small run's tables.
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(num_perm=_BANDS * _ROWS, params=(_BANDS, _ROWS))
    kept: dict[int, Sketch] = {}
    longest_first = sorted(long_enough, key=lambda one: (-one.count, one.source))
    # The lower halves of the hashes, because all of the smallest have small upper ones.
    indexed = ((one.smallest[:_INDEXED] & _LOWER_HALF).tolist() for one in longest_first)
    signatures = MinHash.generator(indexed, num_perm=_BANDS * _ROWS, hashfunc=int)
    for number, (one, signature) in enumerate(zip(longest_first, signatures, strict=True)):
        original = next((kept[at] for at in sorted(index.query(signature)) if is_near(one, kept[at])), None)
        if original is not None:
            yield one, original
        else:
            kept[number] = one
            index.insert(number, signature)


def is_near(shorter: Sketch, longer: Sketch) -> bool:
    """Whether the longer text has all but a little of the shorter one, figures and dates included.

    Editions of one text (another number, another day of issue) are no copies, nor are two notices on one pattern, whose numbers differ.
    """
    if shorter.count < _SHORTER * longer.count or _differ(shorter.doc_number, longer.doc_number) or _differ(shorter.issued, longer.issued):
        return False
    own = len(shorter.numbers - longer.numbers)
    return own <= max(1, _OWN_NUMBERS * len(shorter.numbers)) and _held(shorter, longer) >= _HELD


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _held(shorter: Sketch, longer: Sketch) -> float:
    """The part of the shorter text's sequences that the longer one has, estimated from the smallest hashes of both together."""
    union = np.union1d(shorter.smallest, longer.smallest)[:_KEPT]
    shared = np.isin(union, shorter.smallest, assume_unique=True) & np.isin(union, longer.smallest, assume_unique=True)
    likeness = float(shared.sum()) / len(union)
    return likeness * (shorter.count + longer.count) / (1 + likeness) / shorter.count


def _hashes(words: str) -> npt.NDArray[np.uint64]:
    """The different hashes of a text's sequences, in order."""
    codes = np.frombuffer(words.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    count = len(codes) - _LENGTH + 1
    if count < 1:
        return np.empty(0, dtype=np.uint64)
    hashes = np.zeros(count, dtype=np.uint64)
    for offset in range(_LENGTH):
        hashes = hashes * _MIX[0] + codes[offset : offset + count]
    for shift, factor in ((30, _MIX[1]), (27, _MIX[2])):
        hashes = (hashes ^ (hashes >> np.uint64(shift))) * factor
    return np.unique(hashes ^ (hashes >> np.uint64(31)))

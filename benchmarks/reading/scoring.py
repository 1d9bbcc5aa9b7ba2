"""Sentences of a page that are the document's or the site's, and which of them an extractor kept."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

_SENTENCE = re.compile(r"[^。！？；!?;]*[。！？；!?;]*[”’」』）)]*")
#: Only letters and digits are compared: extractors set marks and spaces of their own between cells and before items.
_NO_WORD = re.compile(r"[\W_]+")
#: A sentence is kept when this part of its characters is.
KEPT = 0.75


@dataclass(slots=True)
class Tally:
    """Sentences of the document kept and lost, sentences of the site let in, and the pages where neither happened."""

    kept: int = 0
    lost: int = 0
    let_in: int = 0
    pages: int = 0
    perfect: int = 0
    seconds: float = 0.0

    @property
    def recall(self) -> float:
        return self.kept / max(1, self.kept + self.lost)

    @property
    def precision(self) -> float:
        return self.kept / max(1, self.kept + self.let_in)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The sentences an extractor lost and let in on one page."""

    kept: int
    lost: list[str]
    let_in: list[str]


def judge(lines: list[str], site: set[int], data: set[int], output: str) -> Verdict:
    """Judge what was extracted from a page of `lines`, of which those numbered (from 1) in `site` are the site's.

    Lines in `data` (labelled data, the page's own headline and byline) count neither way: an extractor may give them as text or as fields.
    The output is laid beside the document as their longest common subsequence, and what is left of it beside the site's lines, so that a
    short line (`打印`) counts in its own place only, and words that the document and the site share are the document's.
    """
    own, foreign = (
        [found for number, line in enumerate(lines, 1) if number not in data and (number in site) is of for found in _sentences(line)]
        for of in (False, True)
    )
    kept, lost, rest = _found(own, _NO_WORD.sub("", output))
    let_in, _, _ = _found(foreign, rest)
    return Verdict(len(kept), lost, let_in)


def _sentences(line: str) -> list[str]:
    return [found[0] for found in _SENTENCE.finditer(line) if _NO_WORD.sub("", found[0])]


def _found(sentences: list[str], output: str) -> tuple[list[str], list[str], str]:
    """The sentences that are in the output, those that are not, and the output without them."""
    words = [_NO_WORD.sub("", sentence) for sentence in sentences]
    page = "".join(words)
    taken, left = bytearray(len(page)), bytearray(b"\x01" * len(output))
    for block in LCSseq.opcodes(page, output):
        if block.tag == "equal":
            length = block.src_end - block.src_start
            taken[block.src_start : block.src_end] = b"\x01" * length
            left[block.dest_start : block.dest_end] = bytes(length)
    found: dict[bool, list[str]] = {True: [], False: []}
    start = 0
    for sentence, own in zip(sentences, words, strict=True):
        found[sum(taken[start : start + len(own)]) >= KEPT * len(own)].append(sentence)
        start += len(own)
    return found[True], found[False], "".join(itertools.compress(output, left))


def add(tally: Tally, verdict: Verdict, seconds: float) -> None:
    tally.kept += verdict.kept
    tally.lost += len(verdict.lost)
    tally.let_in += len(verdict.let_in)
    tally.pages += 1
    tally.perfect += not verdict.lost and not verdict.let_in
    tally.seconds += seconds

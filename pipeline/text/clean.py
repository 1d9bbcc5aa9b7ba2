"""The text stage: blocks as published to the cleaned, simplified text that every offset points into."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from extractors.records import Finding
from pipeline.text.breaks import breaks
from pipeline.text.characters import fold
from pipeline.text.convert import simplify
from pipeline.text.labels import SPACES
from pipeline.text.lines import Line, join
from pipeline.text.mojibake import damages, quoted
from pipeline.text.punctuation import punctuate
from pipeline.text.repair import Repair, mending, repairs
from pipeline.text.script import Script, script_of
from pipeline.text.spacing import space
from pipeline.text.traced import Traced

#: A text damaged in more places than this gets one finding for the rest of them.
_MOST_FINDINGS = 20


class Block(Protocol):
    """A stretch of text that its page sets off: `kind` is `paragraph`, `heading`, `list_item` or `table_row` (cells parted by `\\t`)."""

    @property
    def text(self) -> str:
        """As published."""

    @property
    def kind(self) -> str:
        """What the page makes of it."""

    @property
    def level(self) -> int | None:
        """For a heading, how deep it is."""


@dataclass(frozen=True, slots=True)
class CleanText:
    """A document's cleaned text, and the way back from it to the text as published.

    `text` has a line a paragraph, heading, item or row, parted by `\\n`, without an empty line and without one at the end. `headings` are
    the (start, end, level) of the lines that the page marks up as headings. `origin[i]` is the offset in `published` of the
    character that `text[i]` comes from; it never decreases. All offsets count Unicode code points, ends exclusive.
    """

    text: str
    script: Script
    headings: tuple[tuple[int, int, int], ...]
    origin: array[int]
    published: str
    findings: tuple[Finding, ...]

    def as_published(self, start: int, end: int) -> str:
        """The words on the page that `text[start:end]` was made from, its spaces and line ends included."""
        if start >= end:
            return ""
        return self.published[self.origin[start] : self.origin[end - 1] + 1]


def clean(blocks: Iterable[Block]) -> CleanText:
    """Clean a document's blocks: look-alikes folded, traditional script simplified, spaces, punctuation and lines put right.

    Only a document in traditional script is converted: in a simplified one the few characters that conversion would change
    (乾, 著 in a name) are meant. Damaged stretches are repaired where their bytes tell what they were, else they stay as they are; each gives a
    `mojibake` finding.
    """
    blocks = list(blocks)
    published = "\n".join(block.text for block in blocks)
    mended = repairs(published)
    folded = fold(Traced.whole(published).edited([(repair.start, repair.end, repair.meant) for repair in mended]))
    script = script_of(folded.text)
    if script == "hant":
        folded = folded.rewritten(simplify(folded.text))
    seen: dict[str, int] = {}
    parts = (part for line in _lines(blocks, folded) for part in _broken(line, seen))
    lines = join(map(_tidied, parts), _tidy)
    # A joined line may hold labels of which only the joining showed what stands before them.
    seen.clear()
    lines = [replace(part, content=part.content.stripped(" ")) for line in lines for part in _broken(line, seen)]
    text = "\n".join(line.text for line in lines)
    origin, headings = _layout(lines, published)
    return CleanText(text, script, headings, origin, published, _findings(published, mended, origin))


def _lines(blocks: list[Block], folded: Traced) -> Iterable[Line]:
    """The folded text cut at its line ends, each line with what its block is."""
    starts, at = [], 0
    for block in blocks:
        starts.append(at)
        at += len(block.text) + 1
    at = 0
    for text in folded.text.split("\n"):
        end = at + len(text)
        if text and not text.isspace():
            block = blocks[bisect_right(starts, folded.origin[at]) - 1]
            indent = len(text) - len(text.lstrip(SPACES))
            begins = text[:indent].count("\u3000") >= 2 or indent >= 4
            yield Line(folded.part(at, end), block.kind, block.level, begins)
        at = end + 1


def _broken(line: Line, seen: dict[str, int]) -> list[Line]:
    """The line, or the lines it is cut into where paragraphs run on in it."""
    content = line.content.stripped(SPACES)
    cuts = breaks(content.text, seen) if line.kind == "paragraph" else []
    if not cuts:
        return [line]
    return [replace(line, content=content.part(start, end), begins=line.begins or start > 0) for start, end in pairwise([0, *cuts, len(content)])]


def _tidied(line: Line) -> Line:
    content = _tidy(line.content, row=line.kind == "table_row")
    return Line(content, line.kind, line.level, line.begins, len(content))


def _tidy(content: Traced, *, row: bool = False) -> Traced:
    return space(content.rewritten(punctuate(content.text)), row=row)


def _layout(lines: list[Line], published: str) -> tuple[array[int], tuple[tuple[int, int, int], ...]]:
    """Where each character of the joined lines comes from, and where the headings are."""
    origin: array[int] = array("L")
    headings = []
    for line in lines:
        if origin:
            # The line end or space that was published, where there was one.
            after = origin[-1] + 1
            origin.append(after if published[after].isspace() else origin[-1])
        start = len(origin)
        origin.extend(line.content.origin)
        if line.kind == "heading":
            headings.append((start, len(origin), line.level or 1))
    return origin, tuple(headings)


def _findings(published: str, mended: list[Repair], origin: array[int]) -> tuple[Finding, ...]:
    """What was repaired and what is damaged, with its place in the cleaned text: where the characters are or, if none was kept, would be."""
    places = {repair.start: (repair.end, mending(published, repair)) for repair in mended}
    for damage in damages(published):
        if not any(repair.start < damage.end and damage.start < repair.end for repair in mended):
            places[damage.start] = damage.end, quoted(published, damage)
    findings = []
    for start in sorted(places)[:_MOST_FINDINGS]:
        end, message = places[start]
        findings.append(Finding("warning", "mojibake", message, bisect_left(origin, start), bisect_left(origin, end)))
    if len(places) > _MOST_FINDINGS:
        more = f"{len(places) - _MOST_FINDINGS} more damaged stretches in this text: it was probably decoded or converted wrongly as a whole."
        findings.append(Finding("warning", "mojibake", more))
    return tuple(findings)

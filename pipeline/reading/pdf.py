"""PDF with a text layer: its lines as a plain text has them, without page numbers and running headers.

What joins the lines to paragraphs comes later (`pipeline/text`) and goes by what a text shows, so what a PDF shows otherwise is put into
the text: the indentation of a paragraph's first line as two ideographic spaces, a wide gap as a blank line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import sub
from statistics import median
from typing import Any

from extractors.records import Finding
from pipeline.reading.folding import fold
from pipeline.reading.headline import is_labelled
from pipeline.reading.office import Office, OfficeError

#: More than any document has; what comes after is not read. A scan has hardly a character a page, a page of text hundreds.
_MOST_PAGES, _MOST_CHARACTERS, _FEWEST = 5000, 1_100_000, 10
#: Lines at the top and at the bottom of a page that may be its header and its footer.
_EDGE = 2
_PAGE_NUMBER = re.compile(r"[\s—–―\-－~·.]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/,，共]*\s*(?:共\s*)?\d{1,4}\s*页?)?[\s—–―\-－~·.]*")
#: In characters: how far a first line is set in, how much wider than usual the gap between two paragraphs is.
_LEAST_INDENT, _MOST_INDENT, _GAP = 1.4, 4.5, 1.7
#: How far from the margin a full line may end, for a sign that may not begin the next; a column of a table is narrower than a line of prose.
_RAGGED, _SHORTEST = 1.6, 14
_LINE_ENDS = frozenset("\r\n")
_UNTOLD = frozenset("\x00\ufffe\uffff\xad")


@dataclass(frozen=True, slots=True)
class _Printed:
    """A line on a page: its text and box in points, from the lower left."""

    text: str
    left: float
    right: float
    bottom: float
    #: How wide a Chinese character is.
    em: float


def read_pdf(data: bytes, source: str) -> Office:
    """The text layer of a PDF. Raises OfficeError when there is none, when pypdfium2 is missing, or when the file cannot be opened."""
    try:
        import pypdfium2
    except ModuleNotFoundError as error:
        raise OfficeError("unsupported-format", "is a PDF: to read it, install what that takes: pip install 'zhengce[pdf]'") from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise OfficeError("encrypted", "is a PDF protected by a password: save a copy without it") from error
        raise OfficeError("unsupported-format", f"is a PDF that cannot be opened ({error}): fetch it again, or print it to a new PDF") from error
    with document:
        pages, count, broken = _pages(document)
        title = str(document.get_metadata_value("Title") or "").strip() or None
    characters = sum(len(line.text) for page in pages for line in page)
    if characters < _FEWEST * max(1, len(pages)):
        advice = "run character recognition (OCR) over it first, for example: ocrmypdf -l chi_sim IN.pdf OUT.pdf"
        raise OfficeError("unsupported-format", f"is a PDF without text ({count} scanned pages or pictures): {advice}")
    return Office("pdf", text="\n".join(_lines(_without_running(pages))), title=title, findings=tuple(_findings(source, pages, count, broken)))


def _pages(document: Any) -> tuple[list[list[_Printed]], int, list[int]]:
    """The lines of each page, how many pages there are, and the numbers of those that cannot be read."""
    import pypdfium2

    pages: list[list[_Printed]] = []
    broken: list[int] = []
    room = _MOST_CHARACTERS
    for at in range(min(len(document), _MOST_PAGES)):
        if room <= 0:
            break
        try:
            page = document[at]
            text = page.get_textpage()
            pages.append(_printed(text.raw, min(text.count_chars(), room)))
            text.close()
            page.close()
        except pypdfium2.PdfiumError:
            broken.append(at + 1)
            continue
        room -= sum(len(line.text) for line in pages[-1])
    return pages, len(document), broken


def _printed(page: Any, count: int) -> list[_Printed]:
    """A page's characters as lines; PDFium puts a line end where one is printed below another."""
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    lines: list[_Printed] = []
    text: list[str] = []
    boxes: list[tuple[float, float, float]] = []

    def close() -> None:
        words = "".join(text).encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()
        if words:
            lefts, rights, bottoms = zip(*(boxes or [(0.0, 10.0, 0.0)]), strict=True)
            widest = max(map(sub, rights, lefts))
            lines.append(_Printed(words, min(lefts), max(rights), min(bottoms), max(1.0, widest)))
        text.clear()
        boxes.clear()

    for at in range(count):
        character = chr(raw.FPDFText_GetUnicode(page, at))
        if character in _LINE_ENDS:
            close()
        elif character not in _UNTOLD:
            text.append(character)
            if not character.isspace() and raw.FPDFText_GetLooseCharBox(page, at, box):
                boxes.append((box.left, box.right, box.bottom))
    close()
    return lines


def _without_running(pages: list[list[_Printed]]) -> list[list[_Printed]]:
    """The pages without their numbers and without the headers and footers that most of them, or every second one, repeat."""
    repeated: Counter[tuple[str, int]] = Counter()
    for page in pages:
        repeated.update({_likeness(line) for line in (*page[:_EDGE], *page[-_EDGE:])})
    enough = max(2, len(pages) // 3)

    def runs(line: _Printed) -> bool:
        if _PAGE_NUMBER.fullmatch(fold(line.text)):
            return True
        return repeated[_likeness(line)] >= enough and len(line.text) <= 60 and not is_labelled(line.text) and line.text[-1] not in "。；"

    kept = []
    for page in pages:
        start, end = 0, len(page)
        while start < min(_EDGE, end) and runs(page[start]):
            start += 1
        while end > max(start, len(page) - _EDGE) and runs(page[end - 1]):
            end -= 1
        kept.append(page[start:end])
    return kept


def _likeness(line: _Printed) -> tuple[str, int]:
    """A line as it is compared with those of other pages: without its numbers and spaces, and where it stands."""
    return re.sub(r"[\d\s]+", "", fold(line.text)), round(line.bottom / 6)


def _lines(pages: list[list[_Printed]]) -> list[str]:
    """The pages' lines with what their places say: indentation, gaps, and one line where two are surely of one paragraph."""
    # Left pages may have other margins than right ones.
    margins = [_margins([line for page in pages[side::2] for line in page]) for side in range(2)]
    marked = _marks_paragraphs(pages, margins)
    texts: list[str] = []
    full = False
    for number, page in enumerate(pages):
        if not page:
            continue
        left, right = margins[number % 2]
        em = median(line.em for line in page)
        steps = [above.bottom - below.bottom for above, below in pairwise(page)]
        usual = median([step for step in steps if step > em / 2] or [em])
        for at, line in enumerate(page):
            apart = at > 0 and steps[at - 1] > _GAP * usual
            set_in = (line.left - left) / em
            if full and not apart and abs(set_in) < 1 and not is_labelled(line.text):
                texts[-1] += _blank(texts[-1], line.text) + line.text
            else:
                texts += [""] if apart else []
                texts.append(("\u3000\u3000" if _LEAST_INDENT <= set_in <= _MOST_INDENT else "") + line.text)
            # Where first lines are not set in, a full line whose sentence ends may be its paragraph's last.
            full = (right - line.right) / em < _RAGGED and line.right - line.left > _SHORTEST * em
            full = full and line.text[-1] not in "：:" and (marked or line.text[-1] not in "。；！？")
    return texts


def _marks_paragraphs(pages: list[list[_Printed]], margins: list[tuple[float, float]]) -> bool:
    """Whether paragraphs are told by first lines that are set in: most lines after a short one are."""
    after = set_in = 0
    for number, page in enumerate(pages):
        left, right = margins[number % 2]
        for above, below in pairwise(page):
            if (right - above.right) / above.em >= _MOST_INDENT and abs(above.left - left) < above.em:
                after += 1
                set_in += _LEAST_INDENT <= (below.left - left) / below.em <= _MOST_INDENT
    return set_in * 2 > after


def _blank(before: str, after: str) -> str:
    """What the line end between two pieces of a paragraph stands for: between Latin words a space, inside a number nothing."""
    latin = before[-1].isascii() and after[0].isascii() and before[-1].isalnum() and after[0].isalnum()
    return " " if latin and not (before[-1].isdigit() and after[0].isdigit()) else ""


def _margins(lines: list[_Printed]) -> tuple[float, float]:
    """The outermost places where lines begin and end, leaving aside the few that stand out of the text."""
    lefts = Counter(round(line.left / 4) for line in lines)
    rights = Counter(round(line.right / 4) for line in lines)
    enough = len(lines) / 40
    left = min((place for place, count in lefts.items() if count >= enough), default=0)
    return 4.0 * left, 4.0 * max((place for place, count in rights.items() if count >= enough), default=0)


def _findings(source: str, pages: list[list[_Printed]], count: int, broken: list[int]) -> Iterator[Finding]:
    if broken:
        told = ", ".join(map(str, broken[:10]))
        yield Finding("error", "truncated", f"{source}: {len(broken)} of its {count} pages cannot be read (page {told}): print it to a new PDF")
    if len(pages) + len(broken) < count:
        yield Finding("error", "truncated", f"{source} has {count} pages, of which the first {len(pages)} were read: split it into its documents")
    empty = sum(not page for page in pages)
    if empty > 1 and empty > len(pages) / 5:
        yield Finding("warning", "scanned-pages", f"{source}: {empty} of its {count} pages are pictures without text: run OCR over it to read them")

"""Word documents (.docx): paragraphs, headings and tables in their order, with the labels that Word numbers them by.

python-docx opens the package and knows its styles. The paragraphs are walked here, because its own `text` leaves out what was
inserted under change tracking, in content controls and in text boxes.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pipeline.reading.html import Line
from pipeline.reading.numbering import Numbering
from pipeline.reading.office import Office, OfficeError
from pipeline.reading.tables import Cell, Table
from pipeline.reading.wordml import W, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_P, _TBL, _TR, _TC = (f"{W}{name}" for name in ("p", "tbl", "tr", "tc"))
_T, _TAB, _BR, _CR, _HYPHEN = (f"{W}{name}" for name in ("t", "tab", "br", "cr", "noBreakHyphen"))
#: What is in a paragraph without being its text: what was deleted or moved away, the older copy of a drawing, pinyin above characters.
_SKIPPED = frozenset((f"{W}del", f"{W}moveFrom", f"{W}rt", f"{W}pPr", f"{W}rPr", _FALLBACK))
_BOX = f"{W}txbxContent"
#: Tables in tables in tables; what lies deeper is not set out by hand.
_DEEPEST = 40
_HALF_POINTS = 2.0


def read_docx(data: bytes) -> Office:
    """The lines of a .docx. Raises OfficeError when python-docx is missing or the file cannot be opened."""
    try:
        import docx
    except ModuleNotFoundError as error:
        raise OfficeError("unsupported-format", "is a Word document: to read it, install what that takes: pip install 'zhengce[docx]'") from error
    try:
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
    except Exception as error:  # python-docx and lxml raise many things for broken packages
        raise OfficeError("unsupported-format", f"is a Word document that cannot be opened ({error}): save it anew in Word or WPS") from error
    walk = _Walk(document)
    walk.inside(body, 0)
    return Office("docx", walk.lines, title=(document.core_properties.title or "").strip() or None)


class _Walk:
    """The body of a document, told line by line."""

    def __init__(self, document: Any) -> None:
        self.lines: list[Line] = []
        self.document = document
        self.numbering = Numbering(document)
        self._styles = {style.style_id: style for style in document.styles if style.style_id}
        self.outline = functools.cache(self._outline)

    def inside(self, parent: Element, depth: int) -> None:
        """Everything in an element that holds paragraphs and tables, through whatever wraps them (content controls, custom XML)."""
        for child in parent:
            if child.tag == _P:
                self.paragraph(child, depth)
            elif child.tag == _TBL:
                self.table(child, depth)
            elif child.tag not in _SKIPPED and isinstance(child.tag, str) and depth < _DEEPEST:
                self.inside(child, depth + 1)

    def paragraph(self, element: Element, depth: int) -> None:
        properties = element.find(f"{W}pPr")
        style = value(properties, "pStyle") or ""
        level, name = self.outline(style)
        if name.startswith(("toc ", "目录 ")):
            return
        own = value(properties, "outlineLvl")
        if own is not None and own.isdecimal() and int(own) < 9:
            level = int(own) + 2
        boxes: list[Element] = []
        texts = "".join(_texts(element, boxes)).split("\n")
        if any(text.strip() for text in texts):
            texts[0] = self.numbering.label(properties, self._styles.get(style)) + texts[0].lstrip()
        centered = value(properties, "jc") == "center"
        bold, size = _look(element)
        for text in filter(str.strip, texts):
            if level and len(text) <= 120:
                self.lines.append(Line(text.strip(), "heading", level))
            else:
                self.lines.append(Line(text.rstrip(), bold=bold, centered=centered, size=size))
        for box in boxes:
            if depth < _DEEPEST:
                self.inside(box, depth + 1)

    def table(self, element: Element, depth: int) -> None:
        """A table as rows when it holds data, else what is in its cells, as paragraphs."""
        if depth >= _DEEPEST:
            return
        start = len(self.lines)
        table = Table(start)
        for row in _below(element, _TR):
            cells = []
            for cell in _below(row, _TC):
                begin = len(self.lines)
                self.inside(cell, depth + 1)
                span = value(cell.find(f"{W}tcPr"), "gridSpan") or "1"
                cells.append(Cell(begin, len(self.lines), min(int(span), 200) if span.isdecimal() else 1))
            table.rows.append(cells)
        texts = [line.text.strip() for line in self.lines]
        if table.holds_data(texts):
            self.lines[start:] = [Line(text, "table_row") for text in table.texts(texts)]

    def _outline(self, style_id: str) -> tuple[int | None, str]:
        """The level of the headings that have a style (1 the document's title, 2 and more below it), and the style's name in lower case."""
        style = self._styles.get(style_id)
        name = (style.name or "").lower() if style is not None else ""
        if name in ("title", "标题"):
            return 1, name
        for _ in range(10):
            if style is None:
                break
            level = value(style.element.find(f"{W}pPr"), "outlineLvl")
            if level is not None and level.isdecimal() and int(level) < 9:
                return int(level) + 2, name
            style = getattr(style, "base_style", None)
        digits = name.removeprefix("heading").strip()
        return (int(digits) + 1 if name.startswith("heading") and digits.isdecimal() else None), name


def _texts(parent: Element, boxes: list[Element]) -> Iterator[str]:
    """The pieces of a paragraph's text, a break as a line end; text boxes anchored in it are put into `boxes`."""
    waiting = [iter(parent)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag == _T:
            yield (child.text or "").replace("\n", " ")
        elif child.tag == _TAB:
            yield " "
        elif child.tag in (_BR, _CR):
            yield "\n"
        elif child.tag == _HYPHEN:
            yield "-"
        elif child.tag == _BOX:
            boxes.append(child)
        elif child.tag not in _SKIPPED:
            waiting.append(iter(child))


def _below(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those in content controls too, but not those of a table inside."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in (_TBL, _TR, _TC, _P) and child.tag not in _SKIPPED and isinstance(child.tag, str):
            yield from _below(child, tag)


def _look(element: Element) -> tuple[bool, float]:
    """Whether all of a paragraph's text is bold, and its size in points, 0 where its runs do not say."""
    runs = [run for run in element.iter(f"{W}r") if run.find(_T) is not None]
    weights = [run.find(f"{W}rPr/{W}b") for run in runs]
    bold = bool(runs) and all(weight is not None and weight.get(f"{W}val") not in ("0", "false", "off") for weight in weights)
    sizes = [value(run.find(f"{W}rPr"), "sz") or "" for run in runs]
    points = [int(size) / _HALF_POINTS for size in sizes if size.isdecimal()]
    return bold, min(points) if points and len(points) == len(runs) else 0.0

"""HTML to lines of text, whatever state it is in: whole pages, fragments, JSP templates, tag soup.

The parser is lxml's: it mends what is broken, takes any depth, and reads 50 MB in seconds. The tree is walked once, without
recursion; what comes out is a flat list of lines, each with what the page says about how it looks, and the containers that
hold them as ranges of that list. Which of the lines are the document is decided in `content.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from pipeline.reading import hints
from pipeline.reading.tables import Cell, Table

if TYPE_CHECKING:
    from pipeline.reading.page import BlockKind

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr "
    "html legend li main menu nav ol optgroup p pre section summary table tbody td tfoot th thead title tr ul".split()
)
_CONTAINERS = frozenset("article blockquote body center div dl dd fieldset form li main ol section table td ul".split())
#: Nothing inside these is text of the page. Captions of pictures are text, but not running text.
_SKIPPED = frozenset(
    "script style noscript template iframe frame object embed applet svg canvas audio video map select option button textarea datalist title head "
    "figcaption rt rp c:param c:import c:set jsp:param jsp:include fmt:param xml".split()
)
_NOISE_TAGS = frozenset(("nav", "footer", "aside", "header"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD_TAGS = frozenset(("b", "strong", "th"))

#: Markup that is none, or that would swallow text: server directives, expressions, XML declarations, CDATA marks.
_FOREIGN = re.compile(r"<%[^%]*(?:%(?!>)[^%]*)*%>|<\?[^>]{0,2000}>|\$\{[^{}<>]{0,200}\}|<!\[CDATA\[|\]\]>")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_CJK = "\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uff65‘’“”…—"
_CJK_LINE_END = re.compile(rf"(?<=[{_CJK}])[ \t]*[\r\n][ \t\r\n]*(?=[{_CJK}])")


@dataclass(slots=True)
class Line:
    """A line of the page. `link_share` is the part of its characters in links that lead away, `noise` the innermost noise group it is in."""

    text: str
    kind: BlockKind = "paragraph"
    level: int | None = None
    link_share: float = 0.0
    bold: bool = False
    centered: bool = False
    size: float = 0.0
    noise: int = 0


@dataclass(slots=True)
class Reading:
    """What the walk gives. A container is (first line, end of lines, whether its name says that it holds the document); `noise_parents[g]` is the group around group g."""

    lines: list[Line] = field(default_factory=list)
    containers: list[tuple[int, int, bool]] = field(default_factory=list)
    noise_parents: list[int] = field(default_factory=lambda: [0])


def parse(text: str) -> etree._Element | None:
    """The tree of a page or a fragment, or None when there is nothing in it."""
    text = _CONTROL.sub("", _FOREIGN.sub("", text))
    opened = text.rfind("<!--")
    if opened > text.rfind("-->"):  # an unclosed comment would swallow the rest of the page
        text = text[:opened] + text[opened + 4 :]
    if not text.strip():
        return None
    parser = etree.HTMLParser(huge_tree=True, encoding="utf-8", remove_pis=True)
    return etree.fromstring(text.encode("utf-8"), parser)


def read_lines(root: etree._Element) -> Reading:
    """Every line of text of the tree, in order; see the module's docstring."""
    return _Walk().run(root)


def tidy(text: str) -> str:
    """One line of text: source line ends are spaces, and nothing between two Chinese characters; ends trimmed."""
    if "\n" in text or "\r" in text:
        text = _LINE_END.sub(" ", _CJK_LINE_END.sub("", text))
    return _SPACES.sub(" ", text).strip()


@dataclass(slots=True)
class _State:
    """What holds inside an element; copied for each child that changes something."""

    heading: int | None = None
    item: bool = False
    bold: bool = False
    linked: bool = False
    centered: bool = False
    preformatted: bool = False
    size: float = 0.0
    noise: int = 0


class _Walk:
    def __init__(self) -> None:
        self.reading = Reading()
        self.state = _State()
        self.pieces: list[str] = []
        self.total = self.linked = self.bold = 0
        self.size = 0.0
        self.tables: list[Table] = []
        self.fresh_item = False

    def run(self, root: etree._Element) -> Reading:
        stack: list[tuple[_State, int]] = []
        walker = etree.iterwalk(root, events=("start", "end", "comment"))
        for event, element in walker:
            if event == "comment":
                self.add(element.tail)
                continue
            tag = element.tag.lower() if isinstance(element.tag, str) else ""
            if event == "start":
                stack.append((self.state, len(self.reading.lines)))
                if tag in _SKIPPED:
                    walker.skip_subtree()
                else:
                    self.start(tag, element)
                    # The place is noted after the flush, so that a container begins with its own first line.
                    stack[-1] = (stack[-1][0], len(self.reading.lines))
                    self.add(element.text)
            else:
                before, first = stack.pop()
                if tag not in _SKIPPED:
                    self.end(tag, element, first)
                self.state = before
                self.add(element.tail)
        self.flush()
        return self.reading

    def start(self, tag: str, element: etree._Element) -> None:
        if tag in _BLOCKS or tag == "br":
            self.flush()
        if element.attrib or tag in _HEADINGS or tag in _BOLD_TAGS or tag in _NOISE_TAGS or tag in ("li", "center", "pre", "big"):
            self.state = self.changed(tag, element)
        if tag == "li":
            self.fresh_item = True
        elif tag == "table":
            if self.tables:
                self.tables[-1].nested = True
            self.tables.append(Table(len(self.reading.lines)))
        elif tag == "tr" and self.tables:
            self.tables[-1].rows.append([])

    def changed(self, tag: str, element: etree._Element) -> _State:
        old, look = self.state, hints.look_of(element)
        noise = old.noise
        if tag in _NOISE_TAGS or look.hidden or (tag not in ("body", "html") and hints.is_noise(element)):
            noise = len(self.reading.noise_parents)
            self.reading.noise_parents.append(old.noise)
        return _State(
            heading=_HEADINGS.get(tag, old.heading),
            item=old.item or tag == "li",
            bold=look.bold if look.bold is not None else (old.bold or tag in _BOLD_TAGS),
            linked=old.linked or (tag == "a" and hints.leads_away(element)),
            centered=look.centered if look.centered is not None else (old.centered or tag == "center"),
            preformatted=old.preformatted or tag == "pre",
            size=look.size or old.size,
            noise=noise,
        )

    def end(self, tag: str, element: etree._Element, first: int) -> None:
        if tag not in _BLOCKS:
            return
        self.flush()
        if tag in ("td", "th") and self.tables and self.tables[-1].rows:
            self.tables[-1].rows[-1].append(
                Cell(first, len(self.reading.lines), hints.span_of(element, "colspan"), hints.span_of(element, "rowspan"))
            )
        elif tag == "table" and self.tables:
            self.close_table(self.tables.pop())
        if tag in _CONTAINERS and len(self.reading.lines) > first:
            container = (first, len(self.reading.lines), hints.is_content(element))
            if not (self.reading.containers and self.reading.containers[-1] == container):
                self.reading.containers.append(container)

    def close_table(self, table: Table) -> None:
        """Put rows in the place of the cells' lines when the table holds data."""
        lines = self.reading.lines
        texts = [line.text for line in lines[table.start :]]
        for row in table.rows:
            for cell in row:
                cell.start, cell.end = cell.start - table.start, cell.end - table.start
        if not table.holds_data(texts):
            return
        in_cells = {at for row in table.rows for cell in row for at in range(cell.start, cell.end)}
        around = [line for at, line in enumerate(lines[table.start :]) if at not in in_cells]
        noise = lines[table.start].noise
        linked = min(line.link_share for line in lines[table.start :])
        del lines[table.start :]
        lines.extend(around)
        lines.extend(Line(text, "table_row", noise=noise, link_share=linked) for text in table.texts(texts))
        while self.reading.containers and self.reading.containers[-1][0] >= table.start:
            self.reading.containers.pop()

    def add(self, text: str | None) -> None:
        if not text:
            return
        if self.state.preformatted and "\n" in text:
            *whole, rest = text.split("\n")
            for line in whole:
                self.piece(line)
                self.flush()
            text = rest
        self.piece(text)

    def piece(self, text: str) -> None:
        self.pieces.append(text)
        length = len(text.strip())
        if length:
            state = self.state
            self.total += length
            self.linked += length * state.linked
            self.bold += length * state.bold
            self.size = max(self.size, state.size)

    def flush(self) -> None:
        if not self.pieces:
            return
        text = tidy("".join(self.pieces)) if self.total else ""
        if text:
            state = self.state
            kind: BlockKind = "heading" if state.heading else "list_item" if state.item and self.fresh_item else "paragraph"
            self.fresh_item = False
            self.reading.lines.append(
                Line(
                    text,
                    kind,
                    state.heading,
                    self.linked / self.total,
                    self.bold >= 0.95 * self.total,
                    state.centered,
                    self.size,
                    state.noise,
                )
            )
        self.pieces.clear()
        self.total = self.linked = self.bold = 0
        self.size = 0.0

"""HTML to lines of text, whatever state it is in: whole pages, fragments, JSP templates, tag soup.

The markup's elements and texts are read one after the other (`markup.py`). What comes out is a flat list of lines, each with what
the page says about how it looks, and the containers that hold them as ranges of that list. Which lines are the document is decided in
`content.py`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from pipeline.reading import hints
from pipeline.reading.bounds import MOST_ELEMENTS, MOST_READ
from pipeline.reading.folding import lexicon
from pipeline.reading.headline import is_short, join_titles
from pipeline.reading.labels import byline
from pipeline.reading.markup import head, tell
from pipeline.reading.tables import Cell, Table

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

    from pipeline.reading.page import BlockKind

_BLOCKS, _CONTAINERS, _SKIPPED = (frozenset(lexicon()["html"][name].split()) for name in ("blocks", "containers", "skipped"))
#: Those that end with their start tag, so that nothing is ever inside them.
_VOID = frozenset(lexicon()["html"]["void"].split())
_NOISE_TAGS = frozenset(("nav", "footer", "aside", "header"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
#: Tags that change what holds for the text inside them, even without attributes.
_CHANGING = frozenset((*_HEADINGS, *_NOISE_TAGS, "b", "strong", "th", "li", "center", "pre"))

#: Markup that is none, or that would swallow text: server directives, expressions, XML declarations, CDATA marks, misspelt spaces.
_FOREIGN = re.compile(
    r"<%[^%<]*(?:[%<](?![>%])[^%<]*)*%>|<\?[^<>]{0,2000}>|\$\{[^{}<>]{0,200}\}|<!\[CDATA\[|\]\]>|&(?:amp;)?(?:sp|nsp|nbs|nbp|nsbp);"
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_CJK = "\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uff65‘’“”…—"
_CJK_LINE_END = re.compile(rf"(?<=[{_CJK}])[ \t]*[\r\n][ \t\r\n]*(?=[{_CJK}])")
#: What is broken into more lines than this is no heading.
_HEADING_LINES = 5
#: Between links, these are no text: `返回频道｜返回首页` is two links and nothing else.
_SEPARATORS = " \t\r\n\u3000\xa0｜|·»"


@dataclass(slots=True)
class Line:
    """A line of the page. `link_share` is the part of its characters in `links` links that lead away, `noise` the innermost noise group it is in."""

    text: str
    kind: BlockKind = "paragraph"
    level: int | None = None
    link_share: float = 0.0
    bold: bool = False
    centered: bool = False
    size: float = 0.0
    noise: int = 0
    links: int = 0


@dataclass(slots=True)
class Reading:
    """What a page gives: its lines, the containers around them, and what its head declares.

    A container is (first line, end of lines, whether its name says that it holds the document); `noise_parents[g]` is the group
    around noise group g, group 0 the page itself. `cut` says that the page has more than is read.
    """

    lines: list[Line] = field(default_factory=list)
    containers: list[tuple[int, int, bool]] = field(default_factory=list)
    noise_parents: list[int] = field(default_factory=lambda: [0])
    head: BeautifulSoup | None = None
    cut: bool = False


def read_lines(text: str) -> Reading:
    """Every line of text of a page or a fragment, in order; see the module's docstring. Never raises for what the text holds."""
    text = _CONTROL.sub("", _without_foreign(text))
    closed = text.rfind("-->")
    if text.rfind("<!--") > closed:  # an unclosed comment would swallow the rest of the page
        text = text[: closed + 1] + text[closed + 1 :].replace("<!--", "")
    walk = _Walk()
    if text.strip():
        tell(text, walk)
        walk.reading.head = head(text)
    return walk.reading


def tidy(text: str) -> str:
    """One line of text: source line ends are spaces, and nothing between two Chinese characters; ends trimmed."""
    if "\n" in text or "\r" in text:
        text = _LINE_END.sub(" ", _CJK_LINE_END.sub("", text))
    return _SPACES.sub(" ", text).strip()


def _without_foreign(text: str) -> str:
    return _FOREIGN.sub("", text) if "<%" in text or "<?" in text or "${" in text or "<![" in text or "&" in text else text


class _State(NamedTuple):
    """What holds inside an element."""

    heading: int | None = None
    item: bool = False
    bold: bool = False
    linked: bool = False
    centered: bool = False
    preformatted: bool = False
    size: float = 0.0
    noise: int = 0


@dataclass(slots=True)
class _Open:
    """An open element: what held outside it, where its lines begin, and what its attributes say for its end."""

    tag: str
    outside: _State
    first: int
    named: bool = False
    columns: int = 1
    rows: int = 1


class _Walk:
    """Told of what the page holds through `start`, `data`, `end` and `close`, always in balance."""

    def __init__(self) -> None:
        self.reading = Reading()
        self.state = _State()
        self.open: list[_Open] = []
        self.skipped = 0
        self.elements, self.characters, self.full = MOST_ELEMENTS, MOST_READ, False
        self.pieces: list[str] = []
        self.total = self.linked = self.bold = self.links = 0
        self.size = 0.0
        self.tables: list[Table] = []
        self.fresh_item = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self.skipped:
            self.skipped += tag not in _VOID
            return
        self.elements -= 1
        if self.elements < 0:
            self.full = True
            self.skipped = tag not in _VOID
            return
        if tag in _BLOCKS:
            self.flush()
        elif tag in _VOID:
            if tag in ("br", "hr"):
                self.flush()
            return
        elif tag in _SKIPPED:
            self.skipped = 1
            return
        opened = _Open(tag, self.state, len(self.reading.lines))
        self.open.append(opened)
        if attributes or tag in _CHANGING:
            self.change(tag, attributes, opened)
        if tag == "li":
            self.fresh_item = True
        elif tag == "table":
            if self.tables:
                self.tables[-1].nested = True
            self.tables.append(Table(len(self.reading.lines)))
        elif tag == "tr" and self.tables:
            self.tables[-1].rows.append([])

    def change(self, tag: str, attributes: Mapping[str, str], opened: _Open) -> None:
        old, look = self.state, hints.look_of(attributes)
        is_noise, opened.named = hints.judge(attributes)
        noise = old.noise
        if tag in _NOISE_TAGS or look.hidden or (is_noise and tag not in ("body", "html")):
            noise = len(self.reading.noise_parents)
            self.reading.noise_parents.append(old.noise)
        if tag in ("td", "th"):
            opened.columns, opened.rows = hints.span(attributes.get("colspan")), hints.span(attributes.get("rowspan"))
        leads_away = tag == "a" and hints.leads_away(attributes.get("href"))
        if look is hints.PLAIN and noise == old.noise and not leads_away and tag not in _CHANGING:
            return
        self.links += leads_away
        self.state = _State(
            heading=_HEADINGS.get(tag, old.heading),
            item=old.item or tag == "li",
            bold=look.bold if look.bold is not None else (old.bold or tag in ("b", "strong", "th")),
            linked=old.linked or leads_away,
            centered=look.centered if look.centered is not None else (old.centered or tag == "center"),
            preformatted=old.preformatted or tag == "pre",
            size=look.size or old.size,
            noise=noise,
        )

    def end(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self.skipped:
            self.skipped -= 1
            return
        if not self.open:
            return
        opened = self.open.pop()
        if opened.tag in _BLOCKS:
            self.flush()
            self.close_block(opened)
        self.state = opened.outside

    def close_block(self, opened: _Open) -> None:
        lines = self.reading.lines
        if opened.tag in ("td", "th") and self.tables and self.tables[-1].rows:
            self.tables[-1].rows[-1].append(Cell(opened.first, len(lines), opened.columns, opened.rows))
        elif opened.tag == "table" and self.tables:
            self.close_table(self.tables.pop())
        elif opened.tag in _HEADINGS and 1 < len(lines) - opened.first <= _HEADING_LINES:
            self.join_heading(opened.first)
        if opened.tag in _CONTAINERS and len(lines) > opened.first:
            container = (opened.first, len(lines), opened.named)
            if not (self.reading.containers and self.reading.containers[-1] == container):
                self.reading.containers.append(container)

    def join_heading(self, first: int) -> None:
        """Make one line of a heading that is broken with `<br>`, unless it holds more than a heading: a date, a sentence."""
        lines = self.reading.lines
        inside = lines[first:]
        if all(line.kind == "heading" and is_short(line.text) and byline(line.text) is None for line in inside):
            inside[0].text = functools.reduce(join_titles, (line.text for line in inside))
            del lines[first + 1 :]
            self.forget_containers(first)

    def close_table(self, table: Table) -> None:
        """Put rows in the place of the cells' lines when the table holds data."""
        if table.nested:
            return
        lines = self.reading.lines
        inside = lines[table.start :]
        for row in table.rows:
            for cell in row:
                cell.start, cell.end = cell.start - table.start, cell.end - table.start
        texts = [line.text for line in inside]
        if not table.holds_data(texts):
            return
        in_cells = {at for row in table.rows for cell in row for at in range(cell.start, cell.end)}
        model = min(inside, key=lambda line: line.link_share)
        lines[table.start :] = [line for at, line in enumerate(inside) if at not in in_cells]
        lines.extend(Line(text, "table_row", noise=model.noise, link_share=model.link_share) for text in table.texts(texts))
        self.forget_containers(table.start)

    def forget_containers(self, first: int) -> None:
        """Forget the containers inside an element whose lines, from `first` on, were put together."""
        while self.reading.containers and self.reading.containers[-1][0] >= first:
            self.reading.containers.pop()

    def data(self, text: str) -> None:
        if self.skipped:
            return
        if self.state.preformatted and "\n" in text:
            *whole, text = text.split("\n")
            for line in whole:
                self.piece(line)
                self.flush()
        self.piece(text)

    def piece(self, text: str) -> None:
        self.pieces.append(text)
        length = len(text.strip(_SEPARATORS))
        if length:
            state = self.state
            self.total += length
            self.linked += length * state.linked
            self.bold += length * state.bold
            self.size = max(self.size, state.size)

    def flush(self) -> None:
        if self.total:
            text = tidy("".join(self.pieces))
            if text and not self.full:
                self.characters -= len(text)
                self.full = self.characters < 0
                state = self.state
                kind: BlockKind = "heading" if state.heading else "list_item" if state.item and self.fresh_item else "paragraph"
                self.fresh_item = False
                bold = self.bold >= 0.95 * self.total
                share = self.linked / self.total
                self.reading.lines.append(Line(text, kind, state.heading, share, bold, state.centered, self.size, state.noise, self.links))
        self.pieces.clear()
        self.total = self.linked = self.bold = self.links = 0
        self.size = 0.0

    def close(self) -> None:
        self.flush()
        self.reading.cut = self.full

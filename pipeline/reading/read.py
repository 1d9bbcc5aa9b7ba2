"""The one way in: bytes and a name to a page."""

from __future__ import annotations

import functools
import json
import re
from dataclasses import asdict, dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from extractors.records import Finding
from pipeline.reading import boilerplate, content, frontmatter, html, markdown, plain
from pipeline.reading.bounds import MOST_ELEMENTS, MOST_READ, MOST_TEXT_BYTES
from pipeline.reading.dates import read_date
from pipeline.reading.declared import read_declared
from pipeline.reading.decode import Decoded, declared_encoding, decode
from pipeline.reading.folding import fold, lexicon
from pipeline.reading.genre import genre_of
from pipeline.reading.headline import DOC_NUMBER, clean_title, is_bare
from pipeline.reading.labels import cells_data
from pipeline.reading.letter import Letter, file_number, issuer_of, read_letter
from pipeline.reading.office import Office, read_office
from pipeline.reading.opening import Opening, read_opening
from pipeline.reading.page import UNKNOWN, Block, Format, Metadata, Page, Status
from pipeline.reading.signatures import IN_RUN

_BLOCK_TAG = re.compile(r"<(?:html|body|head|div|p|table|tbody|tr|td|section|article|h[1-6]|ul|ol|li|center)\b[^<>]{0,2000}>", re.IGNORECASE)
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_PAGE = re.compile(
    r"\s*(?:<!--(?:(?!-->).){0,500}-->\s*|<%[^>]{0,300}%>\s*|<\?xml[^>]{0,200}\?>\s*){0,20}"
    r"<(?:!doctype\s+html|html|head|body|meta|div|table|tbody|p|section|article|script)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+\S|^[ \t]{0,3}>[ \t]|\*\*[^*\n]{2,200}\*\*|!?\[[^\]\n]{0,300}\]\([^)\s]{2,1000}", re.MULTILINE)
_MARKDOWN_HEADLINE = re.compile(r"\s*#{1,3} \S")
_CHINESE = re.compile("[\u3400-\u9fff]")


@dataclass(slots=True)
class _Draft:
    """A document before its top and bottom are read."""

    format: Format
    blocks: list[Block]
    before: list[Block] = field(default_factory=list)
    fields: dict[str, Any] = field(default_factory=dict)
    known: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def read(data: bytes, source: str, metadata: Metadata = UNKNOWN) -> Page:
    """Read a document's bytes into a page. Never raises for what the bytes hold: what cannot be read is a rejected page.

    `source` names the document in the tables; its ending decides nothing but whether the file can be a page at all, the format
    is seen in the content. `metadata` is what is known of the document from elsewhere: it holds where the document says nothing.
    """
    office = read_office(data, source)
    if isinstance(office, Office):
        decoded, draft = Decoded("", None, 1.0), _from_office(office)
    else:
        refused = office or _refused(data, source)
        decoded = Decoded(None, None, 0.0, (refused,)) if refused else _decoded(data)
        if decoded.text is None:
            return Page(source, "rejected", encoding=decoded.encoding, findings=decoded.findings)
        draft = _draft(decoded.text)
    draft.known = {name: value for name, value in asdict(metadata).items() if value}
    if metadata.title:
        draft.fields.setdefault("meta_title", metadata.title)
    opening = read_opening(draft.blocks, draft.before, draft.fields.get("title") or draft.fields.get("meta_title"))
    blocks = boilerplate.trimmed(opening.blocks)
    findings = [*decoded.findings, *draft.findings, *_declared_otherwise(data, decoded)]
    if not any(block.text.strip() for block in blocks):
        findings.append(Finding("error", "empty-text", f"{source} has no text: if its text is made by scripts, save the page from a browser"))
        return Page(source, "rejected", encoding=decoded.encoding, format=draft.format, findings=tuple(findings))
    return _page(source, decoded, draft, opening, blocks, findings)


def _decoded(data: bytes) -> Decoded:
    """The text of the bytes, or of as many of them as a page can have."""
    decoded = decode(data[:MOST_TEXT_BYTES])
    if len(data) <= MOST_TEXT_BYTES or decoded.text is None:
        return decoded
    # That it ends inside a character is our doing.
    findings = [finding for finding in decoded.findings if finding.code != "truncated"]
    message = f"of its text only the first {MOST_TEXT_BYTES >> 20} MB were read: split it into its documents"
    return replace(decoded, findings=(*findings, Finding("error", "truncated", message)))


def _page(source: str, decoded: Decoded, draft: _Draft, opening: Opening, blocks: list[Block], findings: list[Finding]) -> Page:
    fields = {**draft.known, **opening.fields, **draft.fields}
    title = _title(draft.fields, opening)
    genre = genre_of(blocks, title)
    letter = read_letter(blocks, title) if genre == "policy" else Letter()
    issued = fields.get("issued") or letter.dated or letter.printed
    status: Status = "partial" if any(finding.severity == "error" for finding in findings) else "ok"
    return Page(
        source=source,
        status=status,
        blocks=tuple(blocks),
        encoding=decoded.encoding,
        format=draft.format,
        genre=genre,
        title=title,
        publisher=fields.get("publisher"),
        author=fields.get("author"),
        url=fields.get("url"),
        published=fields.get("published") or letter.printed or issued,
        issued=issued,
        issuer=issuer_of(fields.get("issuer"), letter.issuer),
        doc_number=fields.get("doc_number") or letter.doc_number or (file_number(opening.blocks) if genre == "policy" else None),
        index_number=fields.get("index_number"),
        findings=tuple(findings),
    )


def _title(declared: dict[str, Any], opening: Opening) -> str | None:
    """The page's headline: as labelled, above its byline, declared in its head, at the top of its text; last, what `<title>` says."""
    headline = opening.headline
    if headline and is_bare(headline) and opening.own:
        headline = opening.own
    candidates = (declared.get("title"), headline, declared.get("meta_title"), opening.own, opening.original, declared.get("page_title"))
    return next((title for title in map(clean_title, filter(None, candidates)) if title and _CHINESE.search(title)), None)


def _refused(data: bytes, source: str) -> Finding | None:
    """Files that hold records or another format, known by their name or by what they begin with."""
    ending = PurePosixPath(source).suffix.lower()
    if ending[1:] in _endings("records") or (data[:1] in (b"{", b"[") and _is_json(data)):
        return Finding("error", "unsupported-format", f"{source} holds records, not one document: {IN_RUN}")
    if ending[1:] in _endings("other"):
        return Finding("error", "unsupported-format", f"{source} is a {ending[1:].upper()} file: convert it to HTML or text first")
    return None


@functools.cache
def _endings(kind: str) -> frozenset[str]:
    return frozenset(lexicon()["endings"][kind].split())


def _is_json(data: bytes) -> bool:
    line = data if len(data) < 100_000 else data.split(b"\n", 1)[0]
    for candidate in (data.split(b"\n", 1)[0], line):
        try:
            if len(candidate) < 2_000_000 and isinstance(json.loads(candidate), dict | list):
                return True
        except (ValueError, RecursionError):
            continue
    return False


def _draft(text: str) -> _Draft:
    """Read a text in the format that it is in."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    front = frontmatter.split(text)
    marked = bool(front.fields) or _looks_like_markdown(front.body)
    markup = _looks_like_html(front.body)
    if markup or marked:
        draft = _from_html(markdown.to_html(front.body) if marked and not _PAGE.match(front.body) else front.body)
        draft.format = "markdown" if marked and not _PAGE.match(text) else "html"
        url = markdown.source_url(front.body) if marked else None
        if url:
            draft.fields["url"] = url
    else:
        draft = _Draft("text", plain.blocks_of(front.body[:MOST_READ]))
    _add_front_matter(draft, front)
    return draft


def _from_office(office: Office) -> _Draft:
    blocks = [_block(line) for line in office.lines] if office.lines else plain.blocks_of(office.text)
    fields = {"page_title": office.title} if office.title else {}
    return _Draft(office.format, blocks, fields=fields, findings=list(office.findings))


def _looks_like_html(text: str) -> bool:
    """Tags that make blocks, and enough of them: a stray `<BR>` in a text makes no page."""
    if _PAGE.match(text[:5000]):
        return True
    sample = text[:200_000]
    lines = sample.count("\n") + 1
    blocks, breaks = len(_BLOCK_TAG.findall(sample)), len(_BREAK_TAG.findall(sample))
    return (blocks >= 2 and blocks >= min(6, lines / 4)) or (breaks >= 8 and breaks >= lines)


def _looks_like_markdown(text: str) -> bool:
    return not _PAGE.match(text[:5000]) and (bool(_MARKDOWN_HEADLINE.match(text[:500])) or len(_MARKDOWN.findall(text[:200_000])) >= 2)


def _from_html(text: str) -> _Draft:
    reading = html.read_lines(text)
    chosen = content.choose(reading)
    draft = _Draft("html", [], fields=read_declared(reading.head))
    if reading.cut:
        message = f"the page has more than {MOST_ELEMENTS:,} elements or {MOST_READ:,} characters: what follows was not read, split it"
        draft.findings.append(Finding("error", "truncated", message))
    draft.before = _without_data_tables([_block(line) for line in chosen.before], draft.fields)
    draft.blocks = _without_data_tables([_block(line) for line in chosen.lines], draft.fields)
    return draft


def _block(line: html.Line) -> Block:
    """A line as a block; what the page sets apart by its look is a heading too."""
    if line.kind == "heading":
        return Block(line.text, "heading", line.level)
    short = len(line.text) <= 80 and not line.text.endswith(("。", "；", "：", "，"))
    if line.kind == "paragraph" and short and (line.bold or line.size >= 15) and not DOC_NUMBER.fullmatch(fold(line.text)):
        return Block(line.text, "heading", 2 if line.centered or line.size >= 15 else 3)
    return Block(line.text, line.kind)


def _without_data_tables(blocks: list[Block], fields: dict[str, Any]) -> list[Block]:
    """Take tables that hold data about the document (`索引号`, `发文字号`, …) out of the text and into the fields."""
    kept: list[Block] = []
    rows: list[Block] = []

    def close() -> None:
        data = cells_data([row.text for row in rows]) if rows else None
        if data is None:
            kept.extend(rows)
        else:
            fields.update(data)
        rows.clear()

    for block in blocks:
        if block.kind == "table_row":
            rows.append(block)
        else:
            close()
            kept.append(block)
    close()
    return kept


def _add_front_matter(draft: _Draft, front: frontmatter.FrontMatter) -> None:
    if front.broken:
        draft.findings.append(Finding("info", "front-matter", "the front matter is no valid YAML and was read line by line"))
    values: dict[str, Any] = {"title": front.fields.get("title"), "author": front.fields.get("author")}
    days = (read_date(front.fields.get(name, "")) for name in ("date", "pubdate", "published", "created"))
    values["published"] = next(filter(None, days), None)
    addresses = (front.fields.get(name, "") for name in ("link", "url", "source_url", "canonical", "original"))
    values["url"] = next((address for address in addresses if address.startswith("http")), None)
    values["publisher"] = front.fields.get("publisher") or front.fields.get("source")
    draft.fields.update({name: value for name, value in values.items() if value})


def _declared_otherwise(data: bytes, decoded: Decoded) -> list[Finding]:
    """A page that declares another encoding than its bytes are in was converted, or will be read wrongly elsewhere."""
    declared = declared_encoding(data)
    actual = (decoded.encoding or "").removesuffix("hkscs").removesuffix("-le").removesuffix("-be")
    if decoded.encoding and declared in ("gb18030", "big5", "utf-8", "utf-16") and declared != actual and not data.isascii():
        return [Finding("info", "encoding-mismatch", f"the page declares {declared} but its bytes are {decoded.encoding}")]
    return []

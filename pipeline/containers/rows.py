"""Exports of records, a document a record: JSON Lines, JSON and CSV, in any encoding, one record in memory at a time."""

from __future__ import annotations

import codecs
import csv
import io
import itertools
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from pipeline.containers.columns import Columns, flattened
from pipeline.containers.record import Record, lost
from pipeline.reading.bounds import MOST_BYTES
from pipeline.reading.decode import decode
from pipeline.reading.find import Problem

#: If none of so many records has a text, the export has no column of texts.
_LOOKED_AT = 50
#: So many broken lines on end, and the file is something else.
_MOST_BROKEN = 50
_CHUNK = 1 << 16
#: Bytes of a cell that is a text and no name or title.
_LONG = 600
#: How many names of columns a message tells.
_TOLD = 20
_DELIMITERS = ",\t;|"
#: How many objects a list of records may be wrapped in.
_WRAPPED = 2
#: A field may hold a document, a line many fields.
_MOST_LINE = 2 * MOST_BYTES


class RowsError(ValueError):
    """A file of records that goes on as no such file does; the message says where."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A record: its number in the file, from 1, and its fields, or what is wrong with it."""

    number: int
    fields: Mapping[str, object]
    fault: str = ""


def json_records(stream: IO[bytes], name: str, columns: Columns) -> Iterator[Record | Problem]:
    """The documents of JSON Lines, or of a JSON file that is a list of records, holds such a list, or is one record.

    A record's number is its line's, or its place in the list.
    """
    first, second = _line(stream), _line(stream)
    if second and isinstance(_parsed(first), dict):
        yield from _documents(_lines(itertools.chain([first, second], iter(lambda: _line(stream), b""))), name, columns)
    else:
        yield from _documents(_listed(first + second, stream, columns), name, columns)


def csv_records(stream: IO[bytes], name: str, kind_name: str, columns: Columns) -> Iterator[Record | Problem]:
    """The documents of a table with a header line, parted by commas, tabs, semicolons or bars; the first row below it is number 1."""
    yield from _documents(_table(stream, tabs=kind_name.lower().endswith(".tsv")), name, columns)


def _documents(rows: Iterable[_Row], name: str, columns: Columns) -> Iterator[Record | Problem]:
    """Rows to documents. Rows of an export without a column of texts are one Problem, not one each."""
    rows = iter(rows)
    ahead: list[_Row] = []
    for row in itertools.islice(rows, _LOOKED_AT):
        ahead.append(row)
        if columns.text(_with_text(row.fields, columns)) is not None:
            break
    else:
        if ahead:
            yield _without_texts(ahead, name, columns)
        return
    for row in itertools.chain(ahead, rows):
        yield _document(row, f"{name}#{row.number}", columns)


def _with_text(fields: Mapping[str, object], columns: Columns) -> Mapping[str, object]:
    """A record's fields, with those of the objects in it when none of its own is the text."""
    return fields if columns.text(fields) is not None else flattened(fields)


def _document(row: _Row, name: str, columns: Columns) -> Record | Problem:
    if row.fault:
        return lost(name, "damaged-record", row.fault)
    fields = _with_text(row.fields, columns)
    text = columns.text(fields)
    if not text:
        return lost(name, "empty-text", "has no text: its field is empty or missing")
    data = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
    if len(data) > MOST_BYTES:
        return lost(name, "too-large", f"has a text of more than {MOST_BYTES >> 20} MB and was left out: split it into its documents")
    return Record(name, data, columns.metadata(fields))


def _without_texts(rows: list[_Row], name: str, columns: Columns) -> Problem:
    faults = [row for row in rows if row.fault]
    if len(faults) == len(rows):
        return lost(name, "damaged-record", f"holds no records that can be read; record {faults[0].number} {faults[0].fault}")
    names = list(dict.fromkeys(field for row in rows for field in row.fields))
    told = ", ".join(field[:40] for field in names[:_TOLD]) + (" …" if len(names) > _TOLD else "")
    wanted = f"no column {columns.given['text']!r}" if "text" in columns.given else "no column that is known to hold a document's text"
    return lost(name, "no-text-column", f"has {wanted}. Its columns are {told}: name the right one with --column text=NAME, or leave the file out.")


def _line(stream: IO[bytes]) -> bytes:
    line = stream.readline(_MOST_LINE)
    if len(line) == _MOST_LINE:
        raise RowsError(f"a line of more than {_MOST_LINE >> 20} MB")
    return line


def _lines(lines: Iterable[bytes]) -> Iterator[_Row]:
    broken = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        value = _parsed(line)
        if isinstance(value, dict):
            broken = 0
            yield _Row(number, value)
            continue
        broken += 1
        if broken > _MOST_BROKEN:
            raise RowsError(f"{_MOST_BROKEN} lines on end that are no records, up to line {number}")
        yield _Row(number, {}, "is no JSON object: the line is broken or cut off" if value is None else "is JSON, but no object with named fields")


def _parsed(line: bytes) -> Any:
    """A line's value, or None when it is no JSON."""
    try:
        return json.loads(_decoded(line))
    except (ValueError, RecursionError):
        return None


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(data).text or data.decode("utf-8", "replace")


def _listed(first: bytes, stream: IO[bytes], columns: Columns) -> Iterator[_Row]:
    """The objects of a JSON file that is no JSON Lines, read value by value."""
    # Enough of the beginning to tell the encoding by.
    head = first + stream.read(_CHUNK)
    encoding = "utf-8-sig" if _is_utf8(head) else decode(head).encoding or "utf-8"
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    chunks = itertools.chain([head], iter(lambda: stream.read(_CHUNK), b""))
    number = 0
    for value in _values(decoder.decode(chunk) for chunk in chunks):
        for record in _inside(value, columns):
            number += 1
            yield _Row(number, record)


def _is_utf8(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _values(pieces: Iterator[str]) -> Iterator[Any]:
    """The values that a text is a list of, or follows one another in it. Raises RowsError where it stops being JSON, or for a value too large."""
    decoder = json.JSONDecoder()
    text, at, wanted = "", 0, 0
    while True:
        at = _past_separators(text, at)
        if at < len(text) and len(text) - at >= wanted:
            try:
                value, at = decoder.raw_decode(text, at)
            except RecursionError as error:
                raise RowsError("a record nested too deep") from error
            except ValueError:
                # Not all of it is here, or it is broken: tried again when there is twice as much, so that no text is read over and over.
                wanted = 2 * (len(text) - at)
            else:
                wanted = 0
                yield value
                continue
        if len(text) - at > MOST_BYTES:
            raise RowsError(f"a record of more than {MOST_BYTES >> 20} MB")
        more = next(pieces, None)
        if more is None:
            if wanted and at < len(text):
                yield from _last(decoder, text, at)
            return
        text, at = text[at:] + more, 0


def _last(decoder: json.JSONDecoder, text: str, at: int) -> Iterator[Any]:
    """The values in what is left at the end of the file."""
    while at < len(text):
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            raise RowsError("the JSON ends in the middle of a record, or is none") from error
        yield value
        at = _past_separators(text, at)


def _past_separators(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n,[]\ufeff":
        at += 1
    return at


def _inside(value: Any, columns: Columns, depth: int = 0) -> Iterator[Mapping[str, object]]:
    """A value as records: itself, or the lists of records that it wraps (`{"data": {"list": [{…}, …]}}`)."""
    if not isinstance(value, dict):
        return
    lists = [inner for inner in value.values() if isinstance(inner, list) and any(isinstance(item, dict) for item in inner)]
    wrapped = [inner for inner in value.values() if isinstance(inner, dict)]
    if columns.text(value) is not None or depth > _WRAPPED or not (lists or wrapped):
        yield value
        return
    below = [record for inner in lists for item in inner for record in _inside(item, columns, _WRAPPED + 1)]
    if not below:
        below = [record for inner in wrapped for record in _inside(inner, columns, depth + 1)]
    if any(columns.text(_with_text(record, columns)) is not None for record in below):
        yield from below
    else:
        yield value


def _table(stream: IO[bytes], *, tabs: bool) -> Iterator[_Row]:
    """Rows of a table. Its bytes are parted as they are, for no encoding of Chinese uses a comma's, quote's or line end's byte otherwise."""
    csv.field_size_limit(MOST_BYTES)
    head = stream.peek(4) if isinstance(stream, io.BufferedReader) else b""
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = io.TextIOWrapper(stream, "utf-16" if wide else "latin-1", errors="replace", newline="")
    recode = "utf-8" if wide else "latin-1"
    header = text.readline(1 << 20)
    reader = csv.reader(itertools.chain([header], text), delimiter="\t" if tabs else max(_DELIMITERS, key=header.count))
    try:
        names = [_decoded(cell.encode(recode, "replace")).strip() for cell in next(reader, [])]
        for number, cells in enumerate((cells for cells in reader if any(cells)), start=1):
            yield _Row(number, _fields(names, [cell.encode(recode, "replace") for cell in cells]))
    except csv.Error as error:
        raise RowsError(f"line {reader.line_num}: {error}") from error
    finally:
        text.detach()


def _fields(names: list[str], cells: list[bytes]) -> dict[str, object]:
    """A row's cells by their columns, all in the encoding that the longest tells; a long one that is not UTF-8 is left to be decoded later."""
    longest = max(cells, key=len)
    encoding = "utf-8" if _is_utf8(longest) else decode(longest).encoding or "utf-8"
    fields: dict[str, object] = {}
    for column, cell in zip(names, cells, strict=False):
        fields.setdefault(column, cell if encoding != "utf-8" and len(cell) >= _LONG else cell.decode(encoding, "replace"))
    return fields

"""Data that a page labels: `发布日期:2018-09-17`, `来源：新华社 编辑：某某`, tables of `索引号 … 发文字号 …`, runs of labels inside a line."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Any

from pipeline.reading.dates import find_date, read_date
from pipeline.reading.folding import fold, lexicon

_CLOCK = re.compile(r"\s*T?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"'，。；）)]{3,500}", re.IGNORECASE)
_OPENING = re.compile(r"[\s\[(（【〔<《·•*—:：-]{0,6}")
#: What a value is cut at, and what is taken off its ends.
_SEPARATOR = re.compile(r"[|｜│]|\s{2,}|　|[】\]]")
_ENDS = " \t\u3000\xa0|｜:：;；,，、()（）[]【】-—"
#: Who published and when to the minute, without a label: `云岚发布 2021-07-08 09:30 发表于云岚`.
_STAMPED = re.compile(
    r"\s*([^\s。，；：\d]{2,16})?\s*((?:19|20)\d{2}[-/年.]\d{1,2}[-/月.]\d{1,2}日?)\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s*发表于[^\s。，；]{2,6})?\s*"
)
_PLAIN_LABELS = frozenset(lexicon()["plain_labels"]["words"])
_LONGEST_RUN, _LONGEST_GAP, _LONGEST_HEAD = 2500, 160, 260


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled value: where its label begins, where its value begins and ends, in the text it was found in."""

    field: str
    label: str
    start: int
    value_start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """A line that begins with a headline and labelled data: what they say, and where the text itself begins."""

    head: str
    fields: dict[str, Any]
    end: int


@functools.cache
def _labels() -> tuple[re.Pattern[str], dict[str, str]]:
    fields = {label: field for field, labels in lexicon()["labels"].items() for label in labels}
    alternatives = sorted(fields, key=lambda label: (-len(label), label))
    spaced = "|".join(r"\s{0,4}".join(label) for label in alternatives)
    return re.compile(rf"(?P<label>{spaced})\s{{0,3}}[:：]|【(?P<bracketed>{spaced})】"), fields


def _label(found: re.Match[str]) -> str:
    return re.sub(r"\s", "", found["label"] or found["bracketed"])


def labelled(text: str, end: int | None = None) -> list[Labelled]:
    """Every label with a colon or in black brackets (`【发文字号】`) in `text[:end]`; a value lasts until the next label or a separator."""
    pattern, fields = _labels()
    folded = fold(text if end is None else text[:end])
    found = list(pattern.finditer(folded))
    values = []
    for number, match in enumerate(found):
        limit = found[number + 1].start() if number + 1 < len(found) else len(folded)
        start = match.end()
        while start < limit and folded[start].isspace():
            start += 1
        separator = _SEPARATOR.search(text, start, limit)
        label = _label(match)
        values.append(Labelled(fields[label], label, match.start(), start, separator.start() if separator else limit))
    return values


def byline(text: str) -> dict[str, Any] | None:
    """The data of a line that says when and where a page was published, or None for any other line.

    `2021-07-08 09:30:00来源:某网编辑:某某` and `时间：2026-02-01` are such lines; `时间紧迫：…` and a sentence that begins with a date are not.
    """
    if len(text) > 240 or "。" in text:
        return None
    begins = _OPENING.match(text)
    start = begins.end() if begins else 0
    found = labelled(text)
    dated = find_date(text, start, min(len(text), start + 30))
    if dated and dated.start - start <= 1:
        clock = _CLOCK.match(text, dated.end)
        rest = clock.end() if clock else dated.end
        after = text[rest : found[0].start if found else len(text)].strip(_ENDS)
        # After the date may stand the source without a label, but no words that go on from it: `2018年7月16日在某市召开`.
        if len(after) <= (24 if found or after.endswith(("网", "报", "社", "厅", "台")) else 6):
            fields = values_of(text, found)
            fields.setdefault("published", dated.day)
            return fields
        return None
    if not found and (stamped := _STAMPED.fullmatch(text)):
        day = read_date(stamped[2])
        return {"published": day, **({"publisher": stamped[1]} if stamped[1] else {})} if day else None
    if not found or found[0].start > start + 1:
        return None
    fields = values_of(text, found)
    if found[0].label in ("时间", "日期") and "published" not in fields:
        return None
    return fields


def values_of(text: str, found: list[Labelled]) -> dict[str, Any]:
    """Values by field, dates as dates; the first value of a field counts, an empty one does not, and `other` is left out."""
    fields: dict[str, Any] = {}
    for item in found:
        value = clean_value(text[item.value_start : item.end])
        if item.field == "publisher" and (dated := find_date(value, 0, len(value))) and not _CLOCK.sub("", value[dated.end :]).strip():
            fields.setdefault("published", dated.day)  # 来源：云岚日报 2023-04-02 11:10:55
            value = clean_value(value[: dated.start])
        add_field(fields, item.field, value)
    return fields


def add_field(fields: dict[str, Any], field: str, value: str) -> None:
    """Put a labelled value into `fields` in the form its field has."""
    if not value or field == "other":
        return
    if field in ("published", "issued"):
        day = read_date(value)
        if day:
            fields.setdefault(field, day)
        return
    url = _URL.search(value)
    if url:
        fields.setdefault("url", url[0])
        value = clean_value(value[: url.start()])
    if value and field != "url":
        fields.setdefault(field, value)


def clean_value(value: str) -> str:
    """A value without the spaces and marks around it."""
    value = value.strip(_ENDS + "”“\"'")
    return re.sub(r"\s+", " ", value)


def cells_data(rows: list[str]) -> dict[str, Any] | None:
    """The data of table rows that alternate label and value (`索引号：\\t000/2018-1\\t主题分类：\\t…`), or None for any other table."""
    pattern, names = _labels()
    fields: dict[str, Any] = {}
    known = filled = 0
    for row in rows:
        cells = row.split("\t")
        filled += sum(bool(cell.strip()) for cell in cells)
        for at, cell in enumerate(cells):
            folded = re.sub(r"\s", "", fold(cell)).rstrip(":：")
            if folded in names:
                known += 1
                add_field(fields, names[folded], clean_value(cells[at + 1]) if at + 1 < len(cells) else "")
            else:
                match = pattern.match(fold(cell).lstrip())
                if match:
                    known += 2
                    add_field(fields, names[_label(match)], clean_value(cell.lstrip()[match.end() :]))
    return fields if known >= 3 and known * 3 >= filled else None


def run_of(text: str) -> Run | None:
    """A headline and labelled data at the beginning of a line that goes on with the text itself, or None.

    `…的通知发布日期:2018-09-17各市、县人民政府：…` and `…的通知 发文机构：… 发布时间：… 关键字：… 各有关单位：…`: flattened pages.
    """
    found = labelled(text, _LONGEST_RUN)
    first = next((item for item in found if item.label not in _PLAIN_LABELS), None)
    if first is None or first.start > _LONGEST_HEAD or "。" in text[: first.start]:
        return None
    kept = [item for item in found if item.start >= first.start]
    fields: dict[str, Any] = {}
    end = first.start
    for number, item in enumerate(kept):
        if number and item.start - end > _LONGEST_GAP:
            break
        following = kept[number + 1].start if number + 1 < len(kept) else None
        value_end = _value_end(text, item, following)
        if "。" in text[item.value_start : value_end]:
            break
        add_field(fields, item.field, clean_value(text[item.value_start : value_end]))
        end = value_end
    if not fields or ("published" not in fields and len(kept) < 3):
        return None
    return Run(text[: first.start].strip(), fields, end)


def _value_end(text: str, item: Labelled, following: int | None) -> int:
    """Where a value ends inside a run: at the next label when that is near, else where a date, an address or a word ends."""
    if item.field in ("published", "issued"):
        dated = find_date(text, item.value_start, item.value_start + 24)
        if dated and dated.start - item.value_start <= 2:
            clock = _CLOCK.match(text, dated.end)
            return clock.end() if clock else dated.end
        return item.value_start
    if following is not None and following - item.value_start <= _LONGEST_GAP:
        return following
    at = item.value_start
    while at < len(text) and not text[at].isspace() and at - item.value_start < _LONGEST_GAP:
        at += 1
    return at

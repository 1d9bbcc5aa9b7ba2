"""Spaces: none where Chinese has none, `\\t` between the columns of a row, and words set apart letter by letter put together."""

from __future__ import annotations

import re

from pipeline.text.labels import BARE, HAN, LABEL, MARKS, MEASURES, SPACES
from pipeline.text.traced import Edit, Traced
from pipeline.text.words import word_across

_GAP = re.compile(f"[{SPACES}]+")
_HAN = re.compile(f"[{HAN}]")
_MARK = re.compile(f"[{MARKS}]")
#: Single ideographs with gaps between: `目　录`, `关 于 印 发`.
_LETTERS = re.compile(f"(?<![{HAN}])[{HAN}](?:[ \u3000\xa0]+[{HAN}](?![{HAN}]))+")
_NUMERALS = frozenset("一二三四五六七八九十〇○零百千万亿有无是否")
#: What two letters set apart may follow and still be one word: nothing, a label, a colon.
_BEFORE_TWO = re.compile(rf"(?:^|第[一二三四五六七八九十百]+[章节条]|[：:、。；）)》”])[{SPACES}]*$")
_OPERATORS = "×+-~/="
#: A row may hold one gap between columns; a line longer than this with only one is prose with a stray space.
_ROW_LENGTH = 80
_LABEL_LENGTH = 14
#: Prose is longer than this, and has on average at most one space in so many characters.
_PROSE_LENGTH, _PROSE_GAP = 25, 12
#: How much before and after a space is looked at for a word across it.
_WORD = 12


def space(line: Traced, *, row: bool = False) -> Traced:
    """One line with the spaces of the cleaned text; `row` for a table's row, whose tabs part its cells and all stay.

    `2018 年 7 月` is `2018年7月`, `“云” 平台` is `“云”平台`, `3 ％` (folded) is `3%`. Kept are a space between two ideographs, between Latin
    words and between numbers, and the one after a bare number that labels a line (`1 推进…`). Two or more spaces, or a tab, part
    the columns of a flattened table and become `\\t`, if the line looks like one.
    """
    # Empty cells at the beginning and the end of a row count as columns.
    line = line.stripped(SPACES.replace("\t", "") if row else SPACES)
    text = line.text
    if not any(blank in text for blank in SPACES):
        return line
    edits: list[Edit] = []
    together = _letters(text)
    gaps = [match.span() for match in _GAP.finditer(text) if match.start() not in together]
    columns = row or _has_columns(text, gaps)
    edits += [(start, end, "") for start, end in together.items()]
    wrapped = not row and not columns and _is_prose(text, gaps)
    for start, end in gaps:
        new = _between(text, start, end, row, columns)
        if (
            new == " "
            and wrapped
            and _HAN.match(text[start - 1])
            and _HAN.match(text[end])
            and word_across(_GAP.sub("", text[max(0, start - _WORD) : start]), _GAP.sub("", text[end : end + _WORD]))
        ):
            new = ""
        if new != text[start:end]:
            edits.append((start, end, new))
    edits.sort()
    return line.edited(edits)


def _between(text: str, start: int, end: int, row: bool, columns: bool) -> str:
    """What is to stand instead of the gap."""
    if row and (tabs := text.count("\t", start, end)):
        return "\t" * tabs
    label = _is_label(text, start) and text[end] not in MEASURES
    if columns and not row and _is_wide(text, start, end) and not label:
        return "\t"
    before, after = text[start - 1], text[end]
    if _MARK.match(before) or _MARK.match(after):
        return ""
    han_before, han_after = bool(_HAN.match(before)), bool(_HAN.match(after))
    if han_before and han_after:
        return " "
    if han_before or han_after:
        other = after if han_before else before
        return " " if (columns and not row and other.isalnum()) or (label and han_after and before.isdigit()) else ""
    return "" if _one_number(text, start, end) else " "


def _is_prose(text: str, gaps: list[tuple[int, int]]) -> bool:
    """Whether the line is prose with so few spaces between ideographs that one inside a word must be what is left of a line end: `500万 元`."""
    length = len(text) - sum(end - start for start, end in gaps)
    if length <= _PROSE_LENGTH or not any(mark in text for mark in "，。；"):
        return False
    between = sum(1 for start, end in gaps if _HAN.match(text[start - 1]) and _HAN.match(text[end]))
    return between * _PROSE_GAP < length


def _one_number(text: str, start: int, end: int) -> bool:
    """Whether the gap stands inside a quantity: `3 %`, `2 ×30`, `0 .5`."""
    before, after = text[start - 1], text[end]
    if before.isdigit():
        return after in "%‰℃°" or (after in _OPERATORS + "." and text[end + 1 : end + 2].isdigit())
    return after.isdigit() and before in _OPERATORS and text[start - 2 : start - 1].isdigit()


def _is_label(text: str, end: int) -> bool:
    """Whether the line up to `end` is nothing but a label."""
    if end > _LABEL_LENGTH:
        return False
    start = _GAP.sub("", text[:end])
    return bool(BARE.fullmatch(start) or LABEL.fullmatch(start))


def _is_wide(text: str, start: int, end: int) -> bool:
    return end - start > 1 or text[start] == "\t"


def _has_columns(text: str, gaps: list[tuple[int, int]]) -> bool:
    """Whether the line is a row of a table that lost its tabs."""
    wide = 0
    for start, end in gaps:
        if start == 0 or end == len(text) or not _is_wide(text, start, end) or _is_label(text, start):
            continue
        if "\t" in text[start:end] and not _MARK.match(text[start - 1]):
            return True
        # After a sentence's end a wide space begins the next one, unless a number follows as a column of its own.
        if text[start - 1] not in "。；，、：！？" or text[end].isdigit():
            wide += 1
    return wide > 1 or (wide == 1 and len(text) < _ROW_LENGTH and "。" not in text[:-1])


def _letters(text: str) -> dict[int, int]:
    """The gaps, start to end, inside words that are set letter by letter."""
    gaps: dict[int, int] = {}
    for match in _LETTERS.finditer(text):
        letters = _HAN.findall(match[0])
        if len(set(letters)) < len(letters) or _NUMERALS.issuperset(letters):
            continue
        apart = "\u3000" in match[0] or "\xa0" in match[0]
        if len(letters) > 2 or apart or (_BEFORE_TWO.search(text[max(0, match.start() - 12) : match.start()])):
            gaps |= {match.start() + gap.start(): match.start() + gap.end() for gap in _GAP.finditer(match[0])}
    return gaps

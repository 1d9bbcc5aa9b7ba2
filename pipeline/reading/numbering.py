"""The labels that Word puts before numbered paragraphs (`一、`, `（二）`, `1.1`): they are not in the text, but counted by rules of the file.

What matters of them: a list has levels, each with a format for its number and a pattern (`第%1章`, `%1.%2`); an item of one level starts the
levels below it anew; paragraphs name their list and level, themselves or by their style.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pipeline.reading.wordml import W, value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

_LEVELS = 9
_CHINESE = "〇一二三四五六七八九"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ROMAN = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
_COUNTED = ("chineseCounting", "chineseLegalSimplified", "taiwaneseCounting", "japaneseCounting", "ideographDigital")
#: Numbers above this are written in digits whatever the format.
_MOST = 99


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    pattern: str
    start: int


class Numbering:
    """The lists of a Word document and how far each of them has counted. Paragraphs must be told in their order."""

    def __init__(self, document: Any) -> None:
        self._lists: dict[str, tuple[str, dict[int, _Level], dict[int, int]]] = {}
        self._counts: dict[str, list[int]] = {}
        self._started: set[tuple[str, int]] = set()
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):  # a document without lists has no such part
            return
        abstract = {found.get(f"{W}abstractNumId"): _levels(found) for found in root.iter(f"{W}abstractNum")}
        for number in root.iter(f"{W}num"):
            kept = value(number, "abstractNumId") or ""
            starts = [(_ilvl(over), value(over, "startOverride") or "") for over in number.iter(f"{W}lvlOverride")]
            restarts = {level: int(start) for level, start in starts if start.isdecimal()}
            self._lists[number.get(f"{W}numId") or ""] = kept, abstract.get(kept, {}), restarts

    def label(self, properties: Element | None, style: Any) -> str:
        """The label of the paragraph with these properties and style, counted on; "" when it has none or only a bullet."""
        named = _numbered(properties, style)
        if named is None or named[0] not in self._lists:
            return ""
        number, at = named
        kept, levels, restarts = self._lists[number]
        level = levels.get(at)
        if level is None:
            return ""
        counts = self._counts.setdefault(kept, [0] * _LEVELS)
        if at in restarts and (number, at) not in self._started:
            counts[at] = 0
        first = restarts.get(at, level.start) if counts[at] == 0 else counts[at] + 1
        self._started.add((number, at))
        counts[at] = first
        counts[at + 1 :] = [0] * (_LEVELS - at - 1)
        if level.format in ("bullet", "none"):
            return ""
        return _filled(level.pattern, at, counts, levels)


def _levels(abstract: Element) -> dict[int, _Level]:
    levels = {}
    for found in abstract.iter(f"{W}lvl"):
        start = value(found, "start") or "1"
        form, pattern = value(found, "numFmt") or "decimal", value(found, "lvlText") or ""
        levels[_ilvl(found)] = _Level(form, pattern[:40], int(start) if start.isdecimal() else 1)
    return levels


def _numbered(properties: Element | None, style: Any) -> tuple[str, int] | None:
    """The list and the level of a paragraph; its own before its style's, and list 0 for none."""
    sources = [properties]
    for _ in range(10):
        if style is None:
            break
        sources.append(style.element.find(f"{W}pPr"))
        style = getattr(style, "base_style", None)
    number = level = None
    for source in sources:
        found = source.find(f"{W}numPr") if source is not None else None
        if found is not None:
            number = number or value(found, "numId")
            level = level or value(found, "ilvl")
    at = int(level) if level and level.isdecimal() else 0
    return (number, at) if number and number != "0" and at < _LEVELS else None


def _filled(pattern: str, at: int, counts: list[int], levels: Mapping[int, _Level]) -> str:
    for below in range(at + 1):
        level = levels.get(below)
        if level is not None and f"%{below + 1}" in pattern:
            pattern = pattern.replace(f"%{below + 1}", _spelled(counts[below] or level.start, level.format))
    return pattern


def _spelled(number: int, form: str) -> str:
    """A number as a list writes it: 21 is `二十一`, `㉑` has no sign here and is 21, `u` in letters."""
    if form.startswith(_COUNTED) and 0 < number <= _MOST:
        tens, ones = divmod(number, 10)
        return (_CHINESE[tens] if tens > 1 else "") + ("十" if tens else "") + (_CHINESE[ones] if ones else "")
    if form.startswith("decimalEnclosedCircle") and 0 < number <= len(_CIRCLES):
        return _CIRCLES[number - 1]
    if form == "ideographTraditional" and 0 < number <= len(_STEMS):
        return _STEMS[number - 1]
    if form == "ideographZodiac" and 0 < number <= len(_BRANCHES):
        return _BRANCHES[number - 1]
    if form.endswith("Letter") and 0 < number <= 26:
        return chr((ord("a") if form.startswith("lower") else ord("A")) + number - 1)
    if form.endswith("Roman") and 0 < number < 40:
        roman = ""
        for sign, worth in _ROMAN:
            roman += sign * (number // worth)
            number %= worth
        return roman if form.startswith("lower") else roman.upper()
    return str(number)


def _ilvl(element: Element) -> int:
    level = element.get(f"{W}ilvl") or "0"
    return int(level) if level.isdecimal() else 0

"""Look-alike characters folded, invisible ones dropped: the first step of cleaning, on the whole document at once."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from pathlib import Path
from typing import NamedTuple

from pipeline.text.traced import Edit, Traced

#: Full-width and half-width forms, Kangxi radicals, compatibility ideographs, small and vertical forms, mathematical letters.
_COMPATIBLE = ((0x2F00, 0x2FD6), (0xF900, 0xFB00), (0xFE30, 0xFE70), (0xFF01, 0xFFE7), (0x1D400, 0x1D800), (0x2F800, 0x2FA20))
#: What else ends a line: vertical tab, form feed, the separators of ASCII, NEL, LINE and PARAGRAPH SEPARATOR.
_LINE_ENDS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
#: Em spaces indent paragraphs as ideographic ones do, en spaces as no-break spaces do; the others are plain.
_SPACES = {"\u2001": "\u3000", "\u2003": "\u3000", "\u2000": "\xa0", "\u2002": "\xa0"} | dict.fromkeys(
    "\u1680\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u115f\u1160\u3164\uffa0", " "
)
#: Controls, format characters (zero-width, soft hyphen, byte order mark), variation selectors, private use, noncharacters.
_INVISIBLE = (
    "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ue000-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
)
_RADICAL = "\u2e80-\u2fd5"
_HAN = "\u3400-\u9fff"
#: A space that a font put beside a radical inside a word: `人⼒ 资源`.
_STRAY = re.compile(f"(?<=[{_RADICAL}]) (?=[{_HAN}{_RADICAL}])|(?<=[{_HAN}]) (?=[{_RADICAL}])")
#: From this share of the radicals on, such spaces come from the font and do not separate columns.
_STRAY_SHARE = 0.1


class _Tables(NamedTuple):
    single: dict[int, str]
    longer: dict[str, str]
    changed: re.Pattern[str]
    misread: tuple[str, str, str]


def fold(traced: Traced) -> Traced:
    """Look-alikes folded to the common character, invisible characters dropped, every line end a `\\n`.

    Folded: full-width letters, digits and signs but for the punctuation of Chinese (`２０％` is `20%`, `，` stays), radicals (`⼈⼒`),
    compatibility ideographs, and labels in one character (`⑴` is `（1）`; `①` stays). Spaces keep their width, for it tells
    paragraphs apart: they are `spacing`'s.
    """
    tables = _tables()
    traced = traced.rewritten(_without_misread(traced.text, tables.misread))
    traced = traced.edited(_stray_spaces(traced.text))
    traced = traced.rewritten(traced.text.translate(tables.single))
    edits: list[Edit] = [(match.start(), match.end(), tables.longer.get(match[0], "")) for match in tables.changed.finditer(traced.text)]
    return traced.edited(edits)


def fold_character(character: str) -> str:
    """The common character that this one looks like, or itself."""
    return _tables().single.get(ord(character), character)


def folded_characters() -> dict[str, str]:
    """Every character that looks like a commoner one, and that one."""
    return {chr(code): plain for code, plain in _tables().single.items()}


def _without_misread(text: str, misread: tuple[str, str, str]) -> str:
    sign, meant, unless = misread
    return text if sign not in text or any(other in text for other in unless) else text.replace(sign, meant)


def _stray_spaces(text: str) -> list[Edit]:
    gaps: list[Edit] = [(match.start(), match.end(), "") for match in _STRAY.finditer(text)]
    return gaps if gaps and len(gaps) >= _STRAY_SHARE * len(re.findall(f"[{_RADICAL}]", text)) else []


@functools.cache
def _tables() -> _Tables:
    with (Path(__file__).parent / "characters.toml").open("rb") as file:
        lexicon = tomllib.load(file)
    single: dict[int, str] = {}
    for first, end in _COMPATIBLE:
        for code in range(first, end):
            folded = unicodedata.normalize("NFKC", chr(code))
            if len(folded) == 1 and folded != chr(code) and chr(code) not in lexicon["wide"]["kept"]:
                single[code] = folded
    for pairs in (lexicon["radicals"]["pairs"], lexicon["signs"]["pairs"]):
        single |= {ord(pair[0]): pair[1] for pair in pairs.split()}
    single |= {ord(space): plain for space, plain in _SPACES.items()}
    # "\r\n" becomes two line ends, and the empty line between them nothing in the cleaned text.
    single |= dict.fromkeys(map(ord, _LINE_ENDS), "\n")
    # Halves of characters outside the basic plane that a faulty decoder left behind: nothing could be written with them.
    single |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    labels = lexicon["labels"]
    longer = {sign: f"{number}." for number, sign in enumerate(labels["dotted"], 1)}
    longer |= {sign: f"（{number}）" for number, sign in enumerate(labels["bracketed"], 1)}
    longer |= {sign: f"（{number}）" for sign, number in zip(labels["counted"], "一二三四五六七八九十", strict=True)}
    misread = lexicon["radicals"]["misread"]
    return _Tables(single, longer, re.compile(f"[{_INVISIBLE}{''.join(longer)}]"), (misread["sign"], misread["meant"], misread["unless"]))

"""A view of a text for recognising labels and dates in it: same length, so that places found in it hold in the original.

Labels come in full width (`発`-like compatibility forms, `：`), as Kangxi radicals (`发布⽇期`) and in traditional script
(`發布時間`). This view is only looked at: what is kept of a document is always cut from the text as published.
"""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

#: Full-width forms, CJK radicals and compatibility ideographs, spaces of every width.
_RANGES = ((0x00A0, 0x00A1), (0x2000, 0x2010), (0x2E80, 0x2FE0), (0x3000, 0x3001), (0xF900, 0xFB00), (0xFE30, 0xFE50), (0xFF01, 0xFF60))
_LONGEST_LINE = 1000
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"


@functools.cache
def _table() -> dict[str, str]:
    table = {}
    for first, end in _RANGES:
        for code in range(first, end):
            folded = unicodedata.normalize("NFKC", chr(code))
            if len(folded) == 1 and folded != chr(code):
                table[chr(code)] = folded
    table |= dict.fromkeys(_INVISIBLE, " ")
    pairs = lexicon()["traditional"]["pairs"]
    table |= {pair[0]: pair[1] for pair in pairs.split()}
    return table


def fold(text: str) -> str:
    """`text` with full-width and compatibility characters plain and the traditional characters of labels simplified.

    Always as long as `text`: a character whose plain form is longer (`㎡`, `…`) stays as it is.
    """
    if text.isascii():
        return text
    return _line(text) if len(text) <= _LONGEST_LINE else _foldable().sub(_folded, text)


@functools.lru_cache(maxsize=2048)
def _line(text: str) -> str:
    """A line is looked at for many things, one after the other."""
    return _foldable().sub(_folded, text)


@functools.cache
def _foldable() -> re.Pattern[str]:
    """The characters that change. Looking for them takes a third of the time that `str.translate` does, which looks up every character."""
    return re.compile(f"[{re.escape(''.join(_table()))}]")


def _folded(found: re.Match[str]) -> str:
    return _table()[found[0]]


@functools.cache
def lexicon() -> dict[str, Any]:
    """The words that reading looks for, from `lexicon.toml`."""
    with (Path(__file__).parent / "lexicon.toml").open("rb") as file:
        return tomllib.load(file)

"""What an element's attributes say: how it looks, and whether its name marks it as the document or as the site around it."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.reading.folding import lexicon

_STYLE = re.compile(
    r"font-weight\s*:\s*(?P<weight>bold|bolder|[6-9]00|normal|[1-5]00)|text-align\s*:\s*(?P<align>center|left|right|justify|start|end)"
    r"|font-size\s*:\s*(?P<size>\d{1,3})(?:\.\d+)?\s*(?P<unit>px|pt)|(?P<hidden>display\s*:\s*none|visibility\s*:\s*hidden)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NO_LETTER = re.compile(r"[^a-z]")
#: Shorter names of the document may stand in a longer name by chance.
_INSIDE = 8
#: `<font size="5">` in points.
_FONT_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}


@dataclass(frozen=True, slots=True)
class Look:
    """How an element looks; None where it says nothing and what is around it holds. `size` is in points, 0 for not stated."""

    bold: bool | None = None
    centered: bool | None = None
    size: float = 0.0
    hidden: bool = False


#: The look of an element that says nothing.
PLAIN = Look()
_NAMELESS = False, False
_HIDDEN = Look(hidden=True)


def look_of(attributes: Mapping[str, str]) -> Look:
    """The look that `style`, `align`, `size` and `hidden` give an element."""
    if not attributes:
        return PLAIN
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return _HIDDEN
    style, align, size = attributes.get("style"), attributes.get("align"), attributes.get("size")
    return _look(style[:1000] if style else None, align[:20] if align else None, size[:4] if size else None)


@functools.lru_cache(maxsize=4096)
def _look(style: str | None, align: str | None, font_size: str | None) -> Look:
    bold = centered = None
    size, hidden = _FONT_SIZES.get(font_size or "", 0.0), False
    if align:
        centered = align.lower() in ("center", "middle")
    for found in _STYLE.finditer(style or ""):
        if found["weight"]:
            bold = found["weight"].lower() not in ("normal", "100", "200", "300", "400", "500")
        elif found["align"]:
            centered = found["align"].lower() == "center"
        elif found["size"]:
            size = float(found["size"]) * (0.75 if found["unit"].lower() == "px" else 1.0)
        else:
            hidden = True
    return PLAIN if bold is None and centered is None and not size and not hidden else Look(bold, centered, size, hidden)


def judge(attributes: Mapping[str, str]) -> tuple[bool, bool]:
    """Whether class, id and role of an element name a part of the site, and whether they name the document itself.

    `navCurrent`, `news_breadcrumb` and `relate_news` are the site's, `newsContent` is not; `UCAP-CONTENT`, `TRS_Editor` and
    `article-content` are the document.
    """
    names = attributes.get("class"), attributes.get("id"), attributes.get("role")
    return _judge(" ".join(name[:200] for name in names if name)) if any(names) else _NAMELESS


def leads_away(target: str | None) -> bool:
    """Whether the `href` of an `<a>` is a link to somewhere else, not missing or a jump within the page."""
    return target is not None and not target.startswith("#")


def span(value: str | None) -> int:
    """`colspan` or `rowspan` as a number from 1 to 1000; anything unreadable is 1."""
    value = (value or "").strip()
    return min(max(int(value), 1), 1000) if value.isdecimal() and len(value) < 9 else 1


@functools.lru_cache(maxsize=4096)
def _judge(name: str) -> tuple[bool, bool]:
    noise, content, inside = _words()
    single = [_NO_LETTER.sub("", part.lower()) for part in name.split()]
    if any(part in content or inside.search(part) for part in single):
        return False, True
    words = {word.lower() for word in _WORD.findall(name)}
    return not noise.isdisjoint(words) or not noise.isdisjoint(single), False


@functools.cache
def _words() -> tuple[frozenset[str], frozenset[str], re.Pattern[str]]:
    """The words of names that are the site's, the names that are the document's, and those that are so inside longer names too."""
    names = lexicon()["html"]
    content = names["content"]
    return frozenset(names["noise"]), frozenset(content), re.compile("|".join(re.escape(word) for word in content if len(word) > _INSIDE))

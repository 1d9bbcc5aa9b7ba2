"""Markup as a parser reads it: what a page declares as a tree of BeautifulSoup's, all the rest as events of lxml's, which mends what is broken.

Both rest on the same parser (libxml2's), so they see the same page. A tree of the whole page would take longer than all other reading does, and
gigabytes for the largest; only the few elements that declare something are worth one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol, cast

from lxml import etree

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_DECLARING = ["title", "meta", "link", "script"]
#: Where an element begins that says something about the page, and where the page's content begins.
_DECLARED = re.compile(r"<(?:title|meta)\b|ld\+json|canonical", re.IGNORECASE)
_BODY = re.compile(r"<body\b", re.IGNORECASE)
#: Characters in which a page declares what it does; the longest head seen so far has a fifth of it.
_LONGEST_HEAD = 200_000
#: Characters that the parser is given at a time; few pages have more.
_PIECE = 2_000_000


class Target(Protocol):
    """What events are told to: lxml's interface for parser targets. One that is `full` needs to be told no more."""

    full: bool

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """The element begun last and not ended ends."""

    def data(self, text: str) -> None:
        """Text inside it, or a piece of that text."""

    def close(self) -> None:
        """The page ends."""


def tell(markup: str, target: Target) -> None:
    """Tell `target` of every element and text of `markup`, in balance; `target.close()` comes last. Never raises for what it holds.

    A target that is full is told of no more than a piece of the page that it has no room for.
    """
    # The stubs of lxml want other names for the parameters, which lxml passes by position.
    parser = etree.HTMLParser(target=cast("Any", target), huge_tree=True, encoding="utf-8")
    for start in range(0, len(markup), _PIECE):
        parser.feed(markup[start : start + _PIECE].encode("utf-8"))
        if target.full:
            break
    parser.close()


def head(markup: str) -> BeautifulSoup | None:
    """The elements of a page that declare something about it (`<title>`, `<meta>`, `<link>`, JSON-LD), wherever they stand; None when it has none."""
    markup = markup[:_LONGEST_HEAD]
    places = [found.start() for found in _DECLARED.finditer(markup)]
    if not places:
        return None
    body = _BODY.search(markup)
    if body and places[-1] < body.start():
        markup = markup[: body.start()]
    # Imported late: what is no HTML page does without, and it takes longer to import than a text to read.
    from bs4 import BeautifulSoup
    from bs4.filter import SoupStrainer

    return BeautifulSoup(markup, "lxml", parse_only=SoupStrainer(_DECLARING))

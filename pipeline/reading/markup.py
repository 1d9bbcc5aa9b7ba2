"""Markup to events: what begins, what it says, what ends. BeautifulSoup on lxml's parser, which mends what is broken and takes any depth.

A page too large for a tree of Python objects (50 MB of dense tags would take gigabytes and minutes) gives the same events from lxml's
parser alone, as it reads.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, Protocol, cast

from bs4 import BeautifulSoup, CData, Tag
from bs4.builder._lxml import LXMLTreeBuilder
from bs4.element import PreformattedString
from lxml import etree

#: Characters of markup from which no tree is built. The largest page of a government site seen so far has a fifth of it.
LARGE = 2_000_000


class Target(Protocol):
    """What events are told to: lxml's interface for parser targets."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """The element begun last and not ended ends."""

    def data(self, text: str) -> None:
        """Text inside it."""

    def comment(self, text: str) -> None:
        """A comment, which is no text; told only of large pages."""

    def close(self) -> None:
        """The page ends."""


class _Builder(LXMLTreeBuilder):
    """BeautifulSoup's builder on lxml, without lxml's limit on depth and with `class` as the one string it is in the page."""

    def __init__(self) -> None:
        super().__init__(multi_valued_attributes=None)

    def default_parser(self, encoding: Any) -> Any:  # bs4 passes and expects one of several kinds of parser
        return functools.partial(etree.HTMLParser, huge_tree=True)


def tell(markup: str, target: Target) -> None:
    """Tell `target` of every element and text of `markup`, in balance; `target.close()` comes last. Never raises for what it holds."""
    if len(markup) >= LARGE:
        # The stubs of lxml want other names for the parameters, which lxml passes by position.
        parser = etree.HTMLParser(target=cast("Any", target), huge_tree=True, encoding="utf-8")
        parser.feed(markup.encode("utf-8"))
        parser.close()
        return
    opened: list[Tag] = []
    for node in BeautifulSoup(markup, builder=_Builder()).descendants:
        while opened and node.parent is not opened[-1]:
            target.end(opened.pop().name)
        if isinstance(node, Tag):
            # Without multi-valued attributes every value is a string.
            target.start(node.name, cast("Mapping[str, str]", node.attrs))
            opened.append(node)
        elif not isinstance(node, PreformattedString) or isinstance(node, CData):
            target.data(str(node))
    while opened:
        target.end(opened.pop().name)
    target.close()

"""How a Word document's elements are named and where their values stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

#: What stands before every name.
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def value(parent: Element | None, name: str) -> str | None:
    """The value of a property of `parent`, None where it is not set."""
    found = parent.find(f"{W}{name}") if parent is not None else None
    return found.get(f"{W}val") if found is not None else None

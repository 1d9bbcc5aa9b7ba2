"""Finding 《…》: titles with titles inside, broken over lines, or left open."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: A title is seldom longer; an opening mark without its partner must not swallow the text.
_LONGEST = 160
#: A scan may break a title over lines, but not over many.
_MOST_BREAKS = 3
_MARKS = re.compile(r"[《》。\t\n]")
_BREAK = re.compile(r"\s*\n\s*")


def marked(text: str) -> Iterator[tuple[int, int]]:
    """The spans of 《…》 in order, marks included; of nested ones (`《关于印发《方案》的通知》`) the outermost.

    A mark that is never closed, or only after a sentence's end, a table cell's end or a very long stretch, opens nothing:
    `《甲方案和《乙方案》` gives 《乙方案》.
    """
    opened: list[int] = []
    closed: list[tuple[int, int]] = []
    breaks = 0
    for match in _MARKS.finditer(text):
        mark, at = match[0], match.start()
        if opened and (mark in "。\t" or at - opened[0] > _LONGEST or (mark == "\n" and breaks == _MOST_BREAKS)):
            yield from closed
            opened, closed, breaks = [], [], 0
        if mark == "《":
            opened.append(at)
        elif mark == "\n":
            breaks += bool(opened)
        elif mark == "》" and opened:
            span = (opened.pop(), at + 1)
            closed = [*(earlier for earlier in closed if earlier[1] <= span[0]), span]
            if not opened:
                yield from closed
                closed, breaks = [], 0
    yield from closed


def title_of(text: str, start: int, end: int) -> str:
    """The title between the marks of a span, line breaks taken out."""
    return _BREAK.sub("", text[start + 1 : end - 1]).strip()

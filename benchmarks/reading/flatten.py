"""A page as numbered lines, by a parser that no program measured here rests on: lexbor, which parses as browsers do.

    python benchmarks/reading/flatten.py PAGE.html        shows them, to be marked in marks.toml

Everything a page holds is there, its menus and buttons too: what is the document is for the marks to say, not for this module.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from pipeline.reading.decode import decode

_INLINE = re.compile(
    "a|abbr|acronym|b|basefont|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|o:p|st1:.*"
)
_UNSEEN = re.compile("script|style|head|title|noscript|template|iframe|object|embed|svg|-comment|textarea")
_SPACE = re.compile(r"\s+")


def lines(markup: str) -> list[str]:
    """The page's lines of text in their order, without spaces, none of them empty."""
    root = LexborHTMLParser(markup).root
    pieces = "".join(_texts(root)) if root else ""
    return [line for line in (_SPACE.sub("", part) for part in pieces.split("\x00")) if line]


def page(path: Path) -> str:
    """The markup of a page, its encoding recognised as zhengce does for every program alike."""
    return decode(path.read_bytes()).text or ""


def _texts(root: LexborNode) -> Iterator[str]:
    """Texts in the order of the document, with a mark where an element that is no part of a line begins or ends."""
    waiting: list[LexborNode | str] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
        elif node.tag == "-text":
            yield (node.text_content or "").replace("\x00", "")
        elif not _UNSEEN.fullmatch(node.tag or ""):
            inside = list(node.iter(include_text=True))
            if _INLINE.fullmatch(node.tag or ""):
                waiting.extend(reversed(inside))
            else:
                yield "\x00"
                waiting.append("\x00")
                waiting.extend(reversed(inside))


if __name__ == "__main__":
    for number, line in enumerate(lines(page(Path(sys.argv[1]))), 1):
        print(number, line)

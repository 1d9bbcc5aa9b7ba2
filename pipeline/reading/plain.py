"""Plain text to blocks: a line a block, unless the line says that it was several."""

from __future__ import annotations

import html
import re
from itertools import groupby

from pipeline.reading.page import Block
from pipeline.text.labels import LABEL

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_TAG = re.compile(
    r"[<＜]\s{0,3}[/／]?\s{0,3}(?:br|p|div|span|font|strong|b|i|u|a|em|center|td|tr|o:p)(?:\s[^<>＜＞]{0,300}|[/／])?\s{0,3}[>＞]",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
_RULE = re.compile(r"[━─—\-=_*＿－＝\s]{5,}")
#: Two ideographic spaces are the indentation of a paragraph. Inside a line they say that paragraphs were run together: when a
#: sentence, a date or a number ends before them, when a numbered item or a date begins after them, or when they are wider
#: than a gap between a name and an office can be.
_NUMBERED = "[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十百]{1,4}[章节条]"
_DATED = "(?:19|20)[0-9]{2}年|[一二][〇○零九]"
_INDENT = re.compile(
    "(?<=[。；：！？…”）〕.;:!?)日号])(?=\u3000[\u3000 \xa0])"
    rf"|(?<![\u3000 \xa0])(?=\u3000[\u3000 \xa0]+(?:{_NUMBERED}|{_DATED}))"
    "|(?<![\u3000 \xa0])(?=\u3000[\u3000 \xa0]{3})"
)


def blocks_of(text: str) -> list[Block]:
    """The lines of a plain text as blocks, blank lines dropped but noted as `gap`.

    Stray tags (`＜br／＞`, `<BR>`) and entities left by a scraper go; a line of dashes that only draws a rule goes. A line is cut
    at indentation that stands inside it: `…通知如下：　　一、总体要求` becomes two blocks, `组　长：陈某　　副省长` stays one. Lines
    with tabs that stand together are the rows of a table, as a spreadsheet or a word processor copies one; any other tab is a space.
    """
    blocks: list[Block] = []
    gap = False
    lines = [_cleared(line) for line in _CONTROL.sub("", text).splitlines()]
    for has_cells, together in groupby(lines, _has_cells):
        group = list(together)
        table = has_cells and len(group) > 1
        for line in group:
            if not line.strip():
                gap = bool(blocks)
                continue
            for piece in [line.strip(" ")] if table else _pieces(line):
                if piece.strip() and not _RULE.fullmatch(piece):
                    blocks.append(Block(piece, "table_row" if table else "paragraph", gap=gap))
                    gap = False
    return blocks


def _cleared(line: str) -> str:
    """`line` without stray tags and entities."""
    if "<" in line or "＜" in line:
        line = _TAG.sub("", line)
    if "&" in line:
        line = _ENTITY.sub(lambda found: html.unescape(found[0]), line)
    return line


def _has_cells(line: str) -> bool:
    """Whether tabs part the line into cells: `1\t青汀港扩建\t12.5`, but not the label and the text of `一、\t总体要求`."""
    first, *others = line.strip().split("\t")
    # A row whose only word stands in the middle.
    alone = not others and first and line[0] == line[-1] == "\t"
    return bool(alone) or len(others) > 1 or (len(others) == 1 and not LABEL.fullmatch(first.strip()))


def _pieces(line: str) -> list[str]:
    line = line.replace("\t", " ").rstrip()
    return _INDENT.split(line) if "\u3000" in line else [line]

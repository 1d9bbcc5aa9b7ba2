"""Plain text to blocks: a line a block, unless the line says that it was several."""

from __future__ import annotations

import html
import re

from pipeline.reading.page import Block

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
    at indentation that stands inside it: `…通知如下：　　一、总体要求` becomes two blocks, `组　长：陈某　　副省长` stays one.
    """
    blocks: list[Block] = []
    gap = False
    for line in _CONTROL.sub("", text).splitlines():
        if not line.strip():
            gap = bool(blocks)
            continue
        for piece in _pieces(line):
            if piece.strip() and not _RULE.fullmatch(piece):
                blocks.append(Block(piece, gap=gap))
                gap = False
    return blocks


def _pieces(line: str) -> list[str]:
    if "<" in line or "＜" in line:
        line = _TAG.sub("", line)
    if "&" in line:
        line = _ENTITY.sub(lambda found: html.unescape(found[0]), line)
    line = line.replace("\t", " ").rstrip()
    return _INDENT.split(line) if "\u3000" in line else [line]

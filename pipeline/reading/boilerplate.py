"""Lines that are the site's and not the document's, by what they say."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from pipeline.reading.folding import fold, lexicon
from pipeline.reading.page import Block

#: How many blocks at either end are looked at for what only stands there.
HEAD, TAIL = 16, 40
_LONGEST, _LONGEST_RAW = 320, 1200
_SPACE = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"[。！？；]")
#: Furniture that was run into the end of the last lines of a flattened page.
_RUN_INTO_END = re.compile(
    r"(?<=[。！）)”\s])(?:(?:附件|文件)下载[:：]?|打印\s*关闭|(?:上|下)一(?:篇|条)[:：]|分享(?:到|至)?[:：]"
    r"|(?:相关|延伸)(?:解读|阅读|链接|报道|新闻)[:：]|[【\[](?:图解|相关链接)[】\]]|分享到\s*$)[^。]{0,300}$"
)


def is_button(text: str) -> bool:
    """Whether a line is nothing but a button or a counter (`打印`, `加大`, `浏览次数：120`), wherever it stands."""
    if len(text) > 120:
        return False
    squeezed = squeeze(text)
    return len(squeezed) <= 40 and bool(_patterns("furniture_buttons").fullmatch(squeezed))


def is_furniture(text: str) -> bool:
    """Whether a line at either end of the document is the site's: `责任编辑：某某`, `京ICP备…号`, `分享到：`, `当前位置：首页>新闻`."""
    if len(text) > _LONGEST_RAW:
        return False
    squeezed = squeeze(text)
    return not squeezed or (len(squeezed) <= _LONGEST and bool(_patterns("furniture").fullmatch(squeezed)))


def is_box_heading(text: str) -> bool:
    """Whether a line is the heading of a box beside the document: `相关阅读`, `政策解读`, `网友评论（3）`; a sentence never is."""
    return len(text) <= 40 and bool(_patterns("box").fullmatch(squeeze(text)))


def is_caption(text: str) -> bool:
    """Whether a line is a picture's caption: `某某作报告。某报记者 某某 摄`, but not a sentence that a reporter says."""
    return len(text) <= 100 and not text.rstrip().endswith(("。", "；", "：", "”")) and bool(_patterns("caption").fullmatch(fold(text).strip()))


def is_disclaimer(text: str) -> bool:
    """Whether a paragraph disclaims: who may reprint, whose views these are, whom to write to."""
    if len(text) > 500:
        return False
    squeezed = squeeze(text)
    return bool(_search("disclaimer_strong").search(squeezed)) or len(set(_search("disclaimer_weak").findall(squeezed))) >= 3


def trimmed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without buttons and captions anywhere, and without what follows the document's end."""
    kept = [block for block in blocks if block.kind == "table_row" or not (is_button(block.text) or is_caption(block.text))]
    kept = kept[: _end(kept)]
    while kept and kept[-1].kind != "table_row" and (is_furniture(kept[-1].text) or is_disclaimer(kept[-1].text)):
        kept.pop()
    first = max(0, len(kept) - TAIL)
    tail = [block for block in kept[first:] if block.kind == "table_row" or not (is_disclaimer(block.text) or _is_credit(block.text))]
    return kept[:first] + _without_run_ins(tail)


def squeeze(text: str) -> str:
    """A line as the patterns are written for: folded, without spaces."""
    return _SPACE.sub("", fold(text))


def _end(blocks: list[Block]) -> int:
    """Where the document ends: at the first line near the end that opens a list of something else, if no sentence follows it."""
    first = max(0, len(blocks) - TAIL)
    end = len(blocks)
    for at in range(len(blocks) - 1, first - 1, -1):
        text = blocks[at].text
        squeezed = squeeze(text[:_LONGEST_RAW])
        if len(squeezed) <= _LONGEST and blocks[at].kind != "table_row" and _patterns("tail").fullmatch(squeezed):
            end = at
        elif _SENTENCE_END.search(text) and not (is_furniture(text) or is_disclaimer(text)):
            break
    return end


def _is_credit(text: str) -> bool:
    if len(text) > _LONGEST_RAW:
        return False
    squeezed = squeeze(text)
    return len(squeezed) <= _LONGEST and bool(_patterns("credits").fullmatch(squeezed))


def _without_run_ins(blocks: list[Block]) -> list[Block]:
    out = []
    for at, block in enumerate(blocks):
        if block.kind != "table_row" and at >= len(blocks) - 3:
            text = (block.text[:-_LONGEST] + _RUN_INTO_END.sub("", block.text[-_LONGEST:])).rstrip()
            if not text.strip():
                continue
            if text != block.text:
                block = Block(text, block.kind, block.level, block.gap)
        out.append(block)
    return out


@functools.cache
def _patterns(name: str) -> re.Pattern[str]:
    lines = lexicon()["lines"]
    parts = lines[name] if name != "furniture" else [*lines["furniture_buttons"], *lines["furniture"], *lines["credits"]]
    return re.compile("|".join(f"(?:{part})" for part in parts))


@functools.cache
def _search(name: str) -> re.Pattern[str]:
    return re.compile("|".join(lexicon()["lines"][name]))

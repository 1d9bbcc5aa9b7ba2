"""The top of a document: its headline, the line that says when it was published, and the site's buttons above and between.

All formats come here as blocks. What is data goes to the fields and leaves the text, the page's own headline with it, since it
states nothing that the text does not; the headline that a policy bears inside the text stays, as a heading of level 1.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.reading.attached import attached_headline, joined_attached
from pipeline.reading.boilerplate import HEAD, is_furniture, squeeze
from pipeline.reading.folding import fold
from pipeline.reading.headline import clean_title, from_original, is_addressee, is_bare, is_short, names_a_document, own_headline
from pipeline.reading.labels import byline, labelled, run_of
from pipeline.reading.letter import occasion
from pipeline.reading.page import Block

_SUBTITLE = re.compile(r"\s*(?:——|—|――|--|[（(]).*")
#: Who gives a report, in a line under its title: 省长 林云.
_SPEAKER = re.compile(
    r"\s*.{0,16}?(?:[省市县区州乡镇旗盟]长|主席|书记|主任|院长|检察长|[部厅局]长)[\s　]+[\u4e00-\u9fff·•]{1,6}(?:[\s　][\u4e00-\u9fff]{1,2})?\s*"
)
_BARE_DATE = re.compile(r"[\s（(]*.{4,8}年.{1,6}月.{1,4}日?[\s)）]*|中华民国.*")
_ORIGINAL = re.compile(r"\s*原标题\s*[:：]")
_TOPICS = re.compile("(?:主题词|关键[词字]):")
_WORDS = re.compile(r"[\u4e00-\u9fffA-Z“”]{1,10}(?:[\s△*;；、]+[\u4e00-\u9fffA-Z“”]{1,10})+")
#: A label whose value stands on the next line: `来源：` / `青汀日报`.
_LABEL_ALONE = re.compile("(?:来源|时间|日期|作者|编辑|发布(?:时间|日期|机构))[:：]")
_REPOST = re.compile(r"\s*本文由.{0,40}转码")


@dataclass(slots=True)
class Opening:
    """What stands at the top: labelled data, the headline of the page, of the text itself, of the first publisher, and the blocks left."""

    blocks: list[Block]
    fields: dict[str, Any] = field(default_factory=dict)
    headline: str | None = None
    #: Whether the headline stands among what is the site's and not the document's.
    outside: bool = False
    own: str | None = None
    original: str | None = None


def read_opening(blocks: Sequence[Block], before: Sequence[Block] = (), declared: str | None = None) -> Opening:
    """Read the top of `blocks`; `before` are lines of the page above them, which may hold headline and date but are not kept.

    `declared` is the headline that the page states elsewhere; where it stands in the text too, it is made one heading there.
    """
    opening = _flattened(blocks) if blocks and not before else None
    if opening is None:
        opening = _lined([*before[-HEAD:], *blocks], min(len(before), HEAD))
    rest = opening.blocks
    own = own_headline(rest)
    attached = attached_headline(rest) if own is None or is_bare(own) else None
    opening.own = attached or own
    if opening.outside and own and names_a_document(own) and not names_a_document(opening.headline or ""):
        opening.headline = own
    headed = next(filter(None, (_with_heading(rest, title) for title in (opening.headline, own, declared))), rest)
    opening.blocks = joined_attached(headed)
    return opening


def _flattened(blocks: Sequence[Block]) -> Opening | None:
    """A page run together: headline, data and text on the first line."""
    first = blocks[0].text
    run = run_of(first)
    if run is None or (not run.head and run.end >= len(first.rstrip())):
        return None
    if run.end >= len(first.rstrip()) and byline(first) is not None:
        return None
    rest = _without_second_head(first[run.end :], first[: run.end])
    kept = [Block(rest.strip(), gap=blocks[0].gap)] if rest.strip() else []
    return Opening([*kept, *blocks[1:]], run.fields, clean_title(run.head))


def _without_second_head(text: str, head: str) -> str:
    """Some scrapers wrote a page's top twice: headline, date, letter, and all of it again. The second copy is kept alone."""
    head = head.strip()
    again = text.find(head, 0, 20_000) if len(head) >= 12 else -1
    if again < 0:
        return text
    first, second = text[:again].strip(), text[again + len(head) :].strip()
    return second if second.startswith(first[: len(first) // 2]) else text


def _lined(blocks: list[Block], body: int) -> Opening:
    """Headline and data on lines of their own; `body` is where the document's own blocks begin."""
    opening = Opening([])
    last = -1
    headline_at: int | None = None
    for at, block in enumerate(blocks[: body + HEAD]):
        text = block.text.strip()
        if _ORIGINAL.match(fold(text)):
            opening.original = opening.original or from_original(text)
            last = at
            continue
        if _REPOST.match(text):
            _merge(opening.fields, _repost(text))
            last = at
            continue
        if at and _LABEL_ALONE.fullmatch(above := blocks[at - 1].text.strip()) and block.kind == "paragraph" and not is_addressee(text):
            fields = byline(above + text)
        else:
            fields = None if block.kind == "table_row" else byline(text)
        if fields is not None and _BARE_DATE.fullmatch(fold(text)):
            continue
        if fields is not None and not is_addressee(text):
            if headline_at is None:
                headline_at = _headline_above(blocks, at)
            _merge(opening.fields, fields)
            last = at
        elif at >= body and (is_addressee(text) or "。" in text or len(text) > 160) and not is_furniture(text):
            break
    marked = next((at for at, block in enumerate(blocks[: body + HEAD]) if block.level == 1 and is_short(block.text)), None)
    if marked is not None and (last >= 0 or marked < body):
        headline_at = marked
    elif headline_at is None and body:
        headline_at = _prominent(blocks[:body])
    if headline_at is not None:
        opening.headline = clean_title(blocks[headline_at].text)
        opening.outside = headline_at < body
    start = max(body, _end_of_top(blocks, last, headline_at))
    while start < min(len(blocks), body + HEAD) and (_leftover(blocks[start]) or _topics(blocks, start)):
        start += 1
    given = next(filter(None, (occasion(block.text) for block in blocks[headline_at or 0 : start])), None)
    if given:
        opening.fields.setdefault("issued", given)
    opening.blocks = blocks[start:]
    return opening


def _headline_above(blocks: list[Block], at: int) -> int | None:
    """The nearest line above a byline that can be a headline; subtitles and buttons are passed over."""
    for above in range(at - 1, max(-1, at - 8), -1):
        text = blocks[above].text.strip()
        if is_furniture(text) or _SUBTITLE.fullmatch(text) or byline(text) is not None or blocks[above].kind == "table_row":
            continue
        if occasion(text) is not None or _LABEL_ALONE.fullmatch(text) or (_SPEAKER.fullmatch(text) and not names_a_document(text)):
            continue
        return above if is_short(text) else None
    return None


def _prominent(before: list[Block]) -> int | None:
    """The last line above the document that the page sets as a heading."""
    return next((at for at in range(len(before) - 1, -1, -1) if before[at].kind == "heading" and is_short(before[at].text)), None)


def _end_of_top(blocks: list[Block], last: int, headline_at: int | None) -> int:
    """Where the text begins: after the last line of data, if nothing before it is text."""
    if last < 0:
        # Only buttons may stand above the text then, and they are dropped with the leftovers.
        return 0 if headline_at is None else headline_at + 1
    return last + 1


def _leftover(block: Block) -> bool:
    """Buttons, and labelled data of no interest, right after the top: `（生效日期：--失效日期：）`."""
    text = block.text.strip()
    if block.kind == "table_row":
        return False
    if is_furniture(text):
        return True
    found = labelled(text[:200])
    return bool(found) and len(text) < 80 and found[0].start <= 1 and found[0].field == "other" and found[0].label != "摘要" and "。" not in text


def _topics(blocks: list[Block], at: int) -> bool:
    """Whether a line is the value of the label that stands alone on the line above: `主题词：` / `农业 粮食 应急预案`."""
    above = re.sub(r"\s", "", fold(blocks[at - 1].text[:20])) if at else ""
    text = blocks[at].text.strip()
    words = len(text) < 60 and bool(_WORDS.fullmatch(fold(text))) and blocks[at].kind != "heading"
    return words and bool(_TOPICS.fullmatch(above))


def _merge(fields: dict[str, Any], new: dict[str, Any]) -> None:
    for name, value in new.items():
        fields.setdefault(name, value)


def _repost(text: str) -> dict[str, Any]:
    url = re.search(r"(?:https?://|www\.)[^\s)\]）]+", text)
    return {"url": url[0]} if url else {}


def _with_heading(blocks: list[Block], title: str | None) -> list[Block] | None:
    """Make one heading of the lines at the top of the text that together are its headline; None when they are not there.

    Letterhead above it stays; what is run into its end (`…的通知渝府办〔2022〕28号`) becomes a block of its own.
    """
    squeezed = squeeze(title or "")
    if len(squeezed) < 6:
        return None
    for start in range(min(4, len(blocks))):
        merged = _merged(blocks, start, squeezed)
        if merged:
            return merged
        if len(blocks[start].text) > 120:
            break
    return None


def _merged(blocks: list[Block], start: int, title: str) -> list[Block] | None:
    seen = ""
    for end in range(start, min(start + 6, len(blocks))):
        text = blocks[end].text
        squeezed = squeeze(text[: 3 * len(title) + 200])
        if title.startswith(seen + squeezed):
            seen += squeezed
            if seen == title:
                return [*blocks[:start], _heading(blocks, start, end, text), *blocks[end + 1 :]]
            continue
        if not (seen + squeezed).startswith(title) or blocks[end].kind == "table_row":
            return None
        cut = _length_of(text, len(title) - len(seen))
        rest = Block(text[cut:].strip(), "paragraph", gap=False)
        return [*blocks[:start], _heading(blocks, start, end, text[:cut]), rest, *blocks[end + 1 :]]
    return None


def _heading(blocks: list[Block], start: int, end: int, last: str) -> Block:
    text = "".join([*(block.text.strip() for block in blocks[start:end]), last.strip()])
    return Block(text, "heading", 1, blocks[start].gap)


def _length_of(text: str, count: int) -> int:
    """How much of `text` holds its first `count` characters that are no space."""
    for at, character in enumerate(fold(text[: 3 * count + 400])):
        if not character.isspace():
            if count == 0:
                return at
            count -= 1
    return len(text)

"""The headline of the policy that a notice or an order brings: a line of the text that the notice named before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.reading.folding import fold
from pipeline.reading.headline import BRACKETED, is_date, is_short, join_titles, names_a_document, squeezed
from pipeline.reading.page import Block

#: How far down the policy may begin, and how far down the notice names it.
_REACH, _NOTICE = 60, 12
_QUOTED = re.compile(r"[《「『]([^《》「」『』]{4,120})[》」』]|《((?:[^《》]|《[^《》]{1,80}》|〈[^〈〉]{1,80}〉){4,160})》")
#: A notice often forgets to close its marks.
_UNCLOSED = re.compile(r"《([^》]{6,60}?)(?:已经|业经|经|印发)")
#: What a notice says of the policy that it brings.
_ISSUES = re.compile(r"印发|转发|批转|公布|发布|订定|修正|检送|制定|同意|批准")
#: A line that only points to a file.
_POINTER = re.compile(r"参见|详见|下载|另载")
_MARKS = re.compile("[，。；：:;]")
#: A headline is set in no more lines than this; shorter names are too common to be sure.
_LINES, _SHORTEST = 5, 10


def attached_headline(blocks: Sequence[Block]) -> str | None:
    """The headline of the attached policy, with a bracket below it (`（2018—2020年）`), or None.

    The notice says `《某某方案》已经省政府同意，现印发给你们` or `訂定「某某要點」`, the line after its signature reads `某某方案`. A line
    that only points to an attachment (`某某方案（請參見PDF）`) is none.
    """
    for at, text, names in _after_notice(blocks):
        compared = squeezed(text)
        named = is_short(text) and len(compared) >= 6 and names_a_document(text)
        if not named or text.startswith(("附", "《", "「")) or _POINTER.search(fold(text)):
            continue
        if len(blocks) > at + 3 and any(name in compared or name.startswith(compared) for name in names):
            following = blocks[at + 1].text.strip()
            return join_titles(text, following) if BRACKETED.fullmatch(following) and not is_date(following) else text
    return None


def joined_attached(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the attached policy's headline on one line where it was set in several.

    `某省乡村服务` `提升行动方案` is one line when the notice names `《某省乡村服务提升行动方案》`; without a name to compare nothing is joined.
    """
    kept = list(blocks)
    for at, _, names in _after_notice(blocks):
        end = _end_of_name(blocks, at, names)
        if end > at + 1:
            text = "".join(block.text.strip() for block in blocks[at:end])
            kept[at:end] = [Block(text, blocks[at].kind, blocks[at].level, blocks[at].gap)]
            break
    return kept


def _after_notice(blocks: Sequence[Block]) -> list[tuple[int, str, list[str]]]:
    """The lines that may be the headline, each with the names that the notice gave before it."""
    lines: list[tuple[int, str, list[str]]] = []
    names: list[str] = []
    for at, block in enumerate(blocks[:_REACH]):
        text = block.text.strip()
        if names:
            lines.append((at, text, list(names)))
        if at < _NOTICE and _ISSUES.search(fold(text[:2000])):
            names += [squeezed(name) for found in _QUOTED.findall(text[:2000]) for name in found if name]
            names += [squeezed(name) for name in _UNCLOSED.findall(text[:2000])]
    return lines


def _end_of_name(blocks: Sequence[Block], at: int, names: list[str]) -> int:
    """The end of the lines from `at` that together are a name, or that the name begins or ends with its place; `at` for none."""
    seen = ""
    for end in range(at, min(at + _LINES, len(blocks))):
        text = blocks[end].text.strip()
        if not (is_short(text) or (2 <= len(text) < _SHORTEST and not _MARKS.search(text))):
            return at
        seen += squeezed(text)
        if len(seen) >= _SHORTEST and any(seen == name or seen.endswith(name) for name in names):
            return end + 1
        if not any(seen in name or name.startswith(seen) for name in names) and not any(_overlaps(seen, name) for name in names):
            return at
    return at


def _overlaps(seen: str, name: str) -> bool:
    """Whether `seen` ends with the beginning of `name`: the headline says whose it is before the name begins."""
    return any(seen.endswith(name[:length]) for length in range(min(len(seen), len(name)), 3, -1))

"""Line ends put back where a page lost them: before labels and paragraphs that run on in one line."""

from __future__ import annotations

import re

from pipeline.text.labels import CLOSERS, ENDS, HAN, LABEL, NUMERAL, SPACES, Place, places
from pipeline.text.letters import letter_breaks

_GAP = re.compile(f"[{SPACES}]*[\u3000\xa0][{SPACES}]*")
_HAN = re.compile(f"[{HAN}]")
_SENTENCE_ENDS = "。！？；：:…"
#: How much of an indentation (two ideographic spaces) a gap must be: an ideographic space counts 1, a no-break space a half.
_INDENT = 1.5
#: A gap after a label parts it from its own heading.
_AFTER_LABEL = re.compile(rf"(?:第{NUMERAL}{{1,5}}[章节条编篇]|专栏 ?\d{{1,2}})$")
_KEY = re.compile(rf"[{HAN}]{{2,8}}[：:]")
#: The note that a task ends with, up to the label of the next.
_LAST_NOTE = re.compile(rf"(?:完成时限|时限|进度安排|(?:时序|工作|推进)进度)：[{HAN}\d]{{2,14}}$")
#: What a contact's note ends with.
_TELEPHONE = re.compile(r"\d{7,}\Z")
_LONGEST_TELEPHONE = 12
#: Which labels stand over which.
_RANKS = {"第章": 0, "第节": 1, "roman": 2, "bracket": 3, "digit": 4, "round": 5}
#: Words that take in a number before or after it: 第（二）项, 小（二）型水库.
_NOT_BEFORE = frozenset("第其之十百一二三四五六七八九〇○款条项按照据、—-")
_NOT_AFTER = frozenset("型类项款条级等种组号和或及")
#: The longest heading after which the next label may follow without any sign between them.
_HEADING_LENGTH = 45
_DIGITS = frozenset("一二三四五六七八九十")
#: The farthest that a gap before a label is looked through.
_REACH = 64


def breaks(text: str, seen: dict[str, int]) -> list[int]:
    """Offsets in one line at which a new line is to begin, in order; spaces before them are left to whoever cuts.

    A new line begins after a gap as wide as a paragraph's indentation (`…。　　大力推进…`; not inside `目　　录`), and at a label
    that stands after a sentence's end or a gap and carries its sequence on (`…。二、…` after `一、`; not in `一、二、三产业`).
    `seen` holds the last number of each style of label in the document so far, and is brought up to date.
    """
    found = _after_gaps(text) if "\u3000" in text or "\xa0" in text else set()
    found |= letter_breaks(text)
    inside = places(text)
    if inside:
        found |= _at_labels(text, inside, sorted(found), seen)
    return sorted(found)


def _after_gaps(text: str) -> set[int]:
    found = set()
    cut = 0
    for match in _GAP.finditer(text):
        start, end = match.span()
        if start == 0 or end == len(text):
            continue
        width = match[0].count("\u3000") + match[0].count("\xa0") / 2
        before = text[start - 1]
        if _AFTER_LABEL.search(text, max(cut, start - 12), start) or LABEL.fullmatch(text, cut, start):
            continue
        if before in _SENTENCE_ENDS or before in CLOSERS:
            new = width >= _INDENT
        elif width < 2 or _letter_apart(text, start, end):
            new = bool(LABEL.match(text, end)) and width >= _INDENT
        else:
            # Without a sentence's end before it a gap may only set words apart, unless what stands before is long enough for a line.
            new = bool(LABEL.match(text, end) or _KEY.match(text, end)) or start - cut >= 4
        if new:
            found.add(end)
            cut = end
    return found


def _letter_apart(text: str, start: int, end: int) -> bool:
    """Whether a single ideograph stands on one side of the gap: `标　　题`, `李　　明`."""
    alone_before = _HAN.match(text[start - 1]) and (start == 1 or not _HAN.match(text[start - 2]))
    alone_after = _HAN.match(text[end]) and not _HAN.match(text[end + 1 : end + 2])
    return bool(alone_before or alone_after)


def _at_labels(text: str, inside: list[Place], cuts: list[int], seen: dict[str, int]) -> set[int]:
    before = [_before(text, place.start) for place in inside]
    # The last place of each style where a second item follows: what makes an item numbered 1 the first of a list.
    seconds = {place.style: place.start for place, (sign, gap) in zip(inside, before, strict=True) if place.number == 2 and (gap or _ends(sign))}
    found: set[int] = set()
    begin = 0
    for index, place in enumerate(inside):
        while cuts and cuts[0] <= place.start:
            begin = cuts.pop(0)
        sign, gap = before[index]
        at_start = not sign or place.start == begin
        if not at_start and _under_number(inside, index, begin):
            # `26.（1）扩大…`: the line is the number's, and the list below it begins.
            seen[place.style] = place.number
            continue
        follows = place.number == seen.get(place.style, 0) + 1
        listed = place.number == 1 and seconds.get(place.style, -1) > place.start
        if at_start or (_is_free(text, inside, index) and _accepts(text, place, sign, gap, follows, listed, begin)):
            if not at_start:
                found.add(place.start)
                begin = place.start
            seen[place.style] = place.number
        elif place.number == 1 and sign in "：:":
            # A list inside the sentence begins: its second item must not be taken for a line. (`质量第一、效益优先` is no list.)
            seen.pop(place.style, None)
    return found


def _accepts(text: str, place: Place, sign: str, gap: int, follows: bool, listed: bool, begin: int) -> bool:
    """Whether a label that does not begin the line is to begin one."""
    ends, colon = _ends(sign), sign in "：:"
    first = place.number == 1
    if place.style == "annex":
        return sign == "。" or (ends and gap > 0)
    if first and (listed or place.style != "round") and _under_heading(text, place, begin):
        return True
    if place.style in ("第章", "第节", "第条") and (ends or gap > 0):
        return follows or (first and place.style != "第条")
    if colon and place.style in ("digit", "round", "bracket"):
        return follows or listed
    if place.style == "round" and (ends or gap > 0):
        return follows or (first and (listed or gap > 1))
    if place.style in ("roman", "bracket", "digit") and (ends or gap > 0 or colon):
        alone = place.style == "roman" or (place.style == "bracket" and text[place.end] not in _NOT_AFTER)
        return follows or (first and (ends or listed or alone))
    return (follows and not first and _runs_on(text, place)) or (place.style == "digit" and _after_note(text, place))


def _runs_on(text: str, place: Place) -> bool:
    """Whether the next number of a list may stand right after words that no sign ends: `…完成时限：12月底8.提升…`, not `小（二）型水库`."""
    before, after = text[place.start - 1], text[place.end]
    if place.style == "roman":
        return before not in _NOT_BEFORE and bool(_HAN.match(after))
    if place.style in ("bracket", "round"):
        ended = bool(_HAN.match(before)) or bool(_TELEPHONE.search(text, max(0, place.start - _LONGEST_TELEPHONE), place.start))
        return (ended or place.style == "bracket") and before not in _NOT_BEFORE and bool(_HAN.match(after)) and after not in _NOT_AFTER
    return place.style == "digit" and bool(_HAN.match(before) and _HAN.match(after)) and before not in _NOT_BEFORE and text[place.end - 1] == "."


def _after_note(text: str, place: Place) -> bool:
    """Whether a task's last note stands right before the label, which then needs no sequence: `完成时限：12月底14.加强…`."""
    after = text[place.end]
    return text[place.end - 1] == "." and bool(_HAN.match(after)) and bool(_LAST_NOTE.search(text[max(0, place.start - 24) : place.start]))


def _under_heading(text: str, place: Place, begin: int) -> bool:
    """Whether a first label stands right after a heading of a higher one: `三、重点任务（一）…`, `第二章总体要求一、…`, `9.改善服务（1）…`."""
    if place.style not in _RANKS or place.start - begin > _HEADING_LENGTH:
        return False
    if text[place.start - 1] in _NOT_BEFORE or (place.style == "bracket" and text[place.end : place.end + 1] in _NOT_AFTER):
        return False
    heading = places(text[begin : place.start])
    if not heading or heading[0].start or _RANKS.get(heading[0].style, 9) >= _RANKS[place.style]:
        return False
    return not any(mark in text[begin + heading[0].end : place.start] for mark in "。；：") and bool(_HAN.match(text[place.end]))


def _under_number(inside: list[Place], index: int, begin: int) -> bool:
    """Whether a first label stands right behind the one that begins the line: `26.（1）扩大…`."""
    place, above = inside[index], inside[index - 1]
    return index > 0 and place.number == 1 and above.start == begin and above.end == place.start and above.style != place.style


def _is_free(text: str, inside: list[Place], index: int) -> bool:
    """Whether the label touches no other of its style (`一、二、三产业`, `第（一）（二）项`) and something follows it."""
    place = inside[index]
    touches_next = index + 1 < len(inside) and inside[index + 1].start == place.end and inside[index + 1].style == place.style
    touches_last = index > 0 and inside[index - 1].end == place.start and inside[index - 1].style == place.style
    # `一、二季度` names two quarters.
    shared = place.style == "roman" and text[place.end : place.end + 1] in _DIGITS
    return not touches_next and not touches_last and not shared and place.end < len(text)


def _before(text: str, at: int) -> tuple[str, int]:
    """The character before `at` that is no space ("" at the beginning of the line), and the number of spaces between."""
    start = at
    while start > 0 and at - start < _REACH and text[start - 1] in SPACES:
        start -= 1
    return text[start - 1] if start else "", at - start


def _ends(sign: str) -> bool:
    """Whether a sentence, an item or a note in brackets ends with this sign."""
    return bool(sign) and sign in ENDS + CLOSERS + "…"

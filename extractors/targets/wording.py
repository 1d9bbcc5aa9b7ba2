"""The words of a target: its clause without label and lead-in, its indicator without the deadline, its verb, how firmly it is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.clauses import Span
from extractors.records import Deadline
from extractors.targets.lexicon import lexicon
from extractors.words import cut, tags

#: Labels and marks that may stand before a clause: `（一）`, `1.`, `①`, `一是`, `——`, `第二，` and notes in brackets before the next item.
_LABEL = re.compile(
    "(?:"
    r"[\s　●■◆▲★☆·•※*]+|[—–\-]{2,}|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳]"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}[.、．)）](?:(?![0-9])|(?=(?:19|20)[0-9]{2}年))"
    r"|[一二三四五六七八九十](?:是|要(?=[\u4e00-\u9fff]))|第[一二三四五六七八九十]{1,3}[条，,、]\s*"
    r"|[（(](?:责任|牵头|配合|完成)[^（()）]{0,200}[)）]"
    ")+"
)
#: So far back from the end of a clause its last verb is looked for.
_REACH = 60
#: What joins listed deadlines: `于3月、6月和9月底前`.
_JOINTS = frozenset(["、", "和", "及", "与", "以及"])
_TAIL = " ：:、—–-…"
#: What is left of a date in brackets.
_EMPTY = re.compile("[（(][)）]")
_COLON = re.compile(r"[：:](?![0-9/])")


def trimmed(text: str, clause: Span, heading_end: int = 0) -> Span:
    """The clause without what only introduces it.

    `heading_end` is the end of a heading that runs into the clause. `（二）目标：到明年，建成三座` → `到明年`; `二是建成三座` → `建成三座`;
    but not `一体化平台建成` and not `比例：城市50%`.
    """
    start, end = max(clause[0], heading_end), clause[1]
    if label := _LABEL.match(text, start, end):
        start = label.end()
    for colon in _COLON.finditer(text, start, end):
        if end - colon.end() >= 4 and lexicon().lead_in.search(text, start, colon.start()):
            start = colon.end()
            if label := _LABEL.match(text, start, end):
                start = label.end()
        break
    while start < end and text[start] in _TAIL:
        start += 1
    while end > start and text[end - 1] in _TAIL:
        end -= 1
    return start, end


def without_deadlines(text: str, clause: Span, deadlines: Iterable[Deadline]) -> str:
    """The clause without its time expressions and their prepositions: `办法应于六月底前印发` → `办法应印发`."""
    pieces: list[str] = []
    at = clause[0]
    for deadline in deadlines:
        if deadline.start < at or deadline.end > clause[1]:
            continue
        before = text[at : deadline.start]
        if preposition := lexicon().time_preposition.search(before):
            before = before[: preposition.start()]
        if not "".join(pieces).strip() and (opening := lexicon().strive_opening.search(before.strip())):
            before = before.strip()[: opening.start()]
        if (lexicon().companion.match(before.strip()) and not pieces) or before.strip() in _JOINTS:
            before = ""
        pieces.append(before)
        at = deadline.end
    pieces.append(text[at : clause[1]])
    return _EMPTY.sub("", "".join(pieces)).strip(" ，,、；;：:")


def strives(text: str, clause: Span, until: int | None = None) -> bool:
    """Whether the clause, or the clause up to `until`, says 力争, 争取, 努力: `力争达到三成`, but not `达到三成`."""
    return lexicon().strive.search(text, clause[0], clause[1] if until is None else until) is not None


def action_of(text: str, clause: Span, count_start: int | None = None) -> str | None:
    """The governing verb of a clause: `新增企业5家` 新增, `比例达到三成` 达到, `体系基本建成` 建成; None where there is none.

    For a quantity (`count_start`) the verb that stands directly before the value wins over the clause's first.
    """
    if count_start is not None:
        near = text[max(clause[0], count_start - 8) : count_start]
        verbs = list(lexicon().measure_verb.finditer(near))
        if verbs and len(near) - verbs[-1].end() <= 2:
            return verbs[-1].group(1)
    if verb := lexicon().first_verb.match(text, clause[0], clause[1]):
        return verb["verb"]
    if count_start is not None:
        known = lexicon().any_verb.search(text, clause[0], clause[1])
        return known.group() if known else None
    words = [word for word in cut(text[max(clause[0], clause[1] - _REACH) : clause[1]]) if len(word) > 1 and tags().get(word) == "v"]
    return next((word for word in reversed(words) if not lexicon().adverb.fullmatch(word)), None)

"""Which policy a stretch of a text tells of: passages governed by the mention that introduces them, attached texts, headings."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.policies.named import short_keys
from pipeline.policies.policy import DRAFT, FULLTEXT, MENTIONED, REPORTED, STAND_IN, Policy
from pipeline.policies.titles import bare, is_body, key_of, lexicon, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractors.records import Mention
    from pipeline.result import DocumentResult

_SENTENCE = re.compile(r"[。！？；\n]")
#: What stands in brackets after a title: its document number, its short name.
_BRACKETS = r"(?:[（(][^（）()\n]{0,60}[）)])*[\s”’\"]*"
#: An item of a list, which a colon before it announces.
_ITEM = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十\d]+[，、是]|[一二三四五六七八九十]是|[●○■◆▲•·—\-*]|其[一二三四五]|首先|其次|再次|最后"
)
_ATTACHED = re.compile(r"\A(?:附件?|附表)?\s*[\d一二三四五六七八九十]{0,3}\s*[：:.、．]?\s*")
#: A term in quotes: “存量”.
_TERM = re.compile(r"“[^“”\n]{2,8}”")
#: How long a stretch of a title is that tells what a paragraph is about.
_STRETCH = 6
_GOES_ON = re.compile(r"[二三四五六七八九十]是|第[二三四五六七八九十][，、]")
_CLAUSE = re.compile(r"[，、：；]")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
#: No heading is longer, and a title may be broken over so many lines.
_LONGEST, _MOST_LINES = 120, 3
#: A shorter title found in a headline is chance.
_SHORTEST = 6


@functools.cache
def _pattern(name: str) -> re.Pattern[str]:
    words = lexicon()["passages"]
    kinds = "|".join(sorted(words["kinds"], key=len, reverse=True))
    states = "|".join(sorted(words["states"], key=len, reverse=True))
    says = rf"(?:{states})(?!的)|" + "|".join(sorted(words["says"], key=len, reverse=True))
    issues = "|".join(sorted(words["issues"], key=len, reverse=True))
    cites = "|".join(sorted(words["cites"], key=len, reverse=True))
    adverbs = "|".join(sorted(words["adverbs"], key=len, reverse=True))
    patterns = {
        "says": rf"{_BRACKETS}(?:{adverbs}|，)*(?:{says})",
        "states": rf"{_BRACKETS}(?:{adverbs})*(?:{states})(?!的)",
        "told": rf"(?:{issues})(?:实施)?(?:的|了|关于|对)*\Z",
        "come": rf"{_BRACKETS}[^。；，\n《]{{0,10}}?(?:{issues})",
        "cited": rf"(?:{cites})[^，。；《》\n]{{0,20}}\Z",
        "by": rf"(?:{'|'.join(words['by'])})(?:[^，。；《》\n]{{0,12}})\Z",
        "by_after": rf"{_BRACKETS}(?:，|显示|提出|(?:的)?(?:要求|部署|安排|目标|规定)，(?=到20|力争|到“|“十))",
        "bare": rf"(?:(?:该|此|上述|这一|这份|这部|本次|新)(?P<one>{kinds})|(?<![\u4e00-\u9fff])(?P<two>{kinds})(?=(?:{adverbs})*(?:{says})))",
        "earlier": "|".join(words["earlier"]),
    }
    return re.compile(patterns[name])


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text, end exclusive, that tells of a policy."""

    start: int
    end: int
    policy: Policy


class Passages:
    """The passages of a text that tell of another policy than the document's main one, in order, none overlapping."""

    def __init__(self, passages: Sequence[Passage] = ()) -> None:
        self._passages = list(passages)
        self._starts = [passage.start for passage in self._passages]

    def at(self, place: int) -> Policy | None:
        """The policy that the text tells of at an offset, None for the main one."""
        index = bisect_right(self._starts, place) - 1
        return self._passages[index].policy if index >= 0 and place < self._passages[index].end else None

    def policies(self) -> Iterator[Policy]:
        """The policies of the passages, in the order of the text, with what they are worth there."""
        return (passage.policy for passage in self._passages)


def attached(document: DocumentResult, carried: Sequence[Policy]) -> list[Passage]:
    """The texts of several policies that one notice carries, each from the heading that is its title to the next one's.

    A list of what is attached (`附件：1.甲方案 2.乙方案`) stands before them: of the places that a title heads, the last is its text.
    """
    if len(carried) < 2:
        return []
    keys = {key_of(policy.title): policy for policy in carried}
    longest = 2 * max(map(len, keys)) + _LONGEST // 4
    heads: dict[str, int] = {}
    lines = list(_lines(document.text))
    for at, (start, end) in enumerate(lines):
        if end - start > longest:
            continue
        for last in range(at, min(at + _MOST_LINES, len(lines))):
            if lines[last][1] - start > longest:
                break
            words = _ATTACHED.sub("", document.text[start : lines[last][1]].replace("\n", ""))
            if (key := key_of(words)) in keys:
                heads[key] = start
                break
    found = sorted((start, keys[key]) for key, start in heads.items())
    ends = [start for start, _ in found[1:]] + [len(document.text)]
    return [Passage(start, end, policy) for (start, policy), end in zip(found, ends, strict=True)] if len(found) > 1 else []


def reported(document: DocumentResult, mentions: Sequence[Policy | None], main: Policy) -> list[Passage]:
    """The passages of an article that tell of other policies than the main one.

    A mention governs what follows when the sentence says what the policy says (《甲》提出…, 出台《甲》，明确…) or that it came out, until its
    paragraph ends or another governs; a colon at the end takes in the list that follows, a heading its section. `落实《甲》` governs nothing.
    Within a policy's own text only the sentence in which another says something (`《甲》提出，到2025年…`) tells of that one.
    """
    own, text = main.rank in (FULLTEXT, DRAFT), document.text
    anchors = _anchors(document, mentions, main, own)
    if all(policy.policy_id == main.policy_id for _, policy in anchors):
        return []
    told = MENTIONED if own else REPORTED
    passages: list[Passage] = []
    headings = [] if own else _headed(document, mentions)
    #: The headings whose section has not ended, the inner last.
    around: list[tuple[int, Policy]] = []
    new = frozenset[str]() if own else _digest(document, mentions, main)
    #: The policy that the paragraph before ended with, where that paragraph began, and whether its colon announces a list.
    before: Policy | None = None
    opened, announced = 0, False
    at = 0
    for start, end in _lines(text):
        here: list[tuple[int, Policy]] = []
        while at < len(anchors) and anchors[at][0] < end:
            here.append(anchors[at])
            at += 1
        while headings and headings[-1][0] <= start:
            around.append(headings.pop()[1:])
        while around and around[-1][0] <= start:
            around.pop()
        base = around[-1][1] if around else main
        goes_on = before is not None and (
            before.policy_id in new
            or (announced and _ITEM.match(text, start) is not None)
            or (not here and _is_of_topic(text[start:end], text[opened:start], before, main))
        )
        opening = before if before is not None and goes_on else base
        pieces = [(start, opening), *here]
        for index, (begin, policy) in enumerate(pieces):
            stop = pieces[index + 1][0] if index + 1 < len(pieces) else end
            if own:
                stop = min(stop, _statement_end(text, begin, end))
            if policy.policy_id != main.policy_id and begin < stop:
                passages.append(Passage(begin, stop, replace(policy, rank=told)))
        last = pieces[-1][1]
        announced = text.endswith(("：", ":"), start, end) or (announced and goes_on and not here)
        opened = opened if goes_on and not here else start
        before = last if not own and last.policy_id not in (base.policy_id, main.policy_id) else None
    return passages


def _is_of_topic(paragraph: str, passage: str, policy: Policy, main: Policy) -> bool:
    """Whether a paragraph without a mention goes on with the policy of the passage before it.

    Its first sentence has a stretch of that policy's name that the main one's does not (从治理数字化转型的指标看), or it has a term in quotes
    from the passage (“增量”).
    """
    if any(term in passage for term in _TERM.findall(paragraph)):
        return True
    name, other = tidy(policy.title), tidy(main.title)
    head = paragraph[: _sentence_end(paragraph, 0, len(paragraph))]
    stretches = (name[at : at + _STRETCH] for at in range(len(name) - _STRETCH + 1))
    return any(stretch in head and stretch not in other for stretch in stretches)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _sentence_end(text: str, start: int, end: int) -> int:
    found = _SENTENCE.search(text, start, end)
    return found.end() if found else end


def _statement_end(text: str, start: int, end: int) -> int:
    """Where a sentence ends, with the sentences that go on with its list: 提出6项指标：一是…。二是…。"""
    stop = _sentence_end(text, start, end)
    while stop < end and _GOES_ON.match(text, stop):
        stop = _sentence_end(text, stop, end)
    return stop


def _anchors(document: DocumentResult, mentions: Sequence[Policy | None], main: Policy, own: bool) -> list[tuple[int, Policy]]:
    """Where a policy begins to govern, in order: mentions that introduce what it says, and words that stand for it (该规划, 规划提出)."""
    text = document.text
    anchors: list[tuple[int, Policy]] = []
    named: list[Policy] = [main]
    bares = [] if own else list(_pattern("bare").finditer(text))
    at = 0
    for mention, policy in zip(document.facts.mentions, mentions, strict=True):
        while at < len(bares) and bares[at].start() < mention.start:
            anchors += _bare_anchor(text, bares[at], named, main)
            at += 1
        if policy is None:
            continue
        named.append(policy)
        if _governs(text, mention, own):
            start = mention.start if own else _clause_start(text, mention.start, anchors)
            anchors.append((start, policy))
    for found in bares[at:]:
        anchors += _bare_anchor(text, found, named, main)
    return anchors


def _bare_anchor(text: str, found: re.Match[str], named: Sequence[Policy], main: Policy) -> list[tuple[int, Policy]]:
    word = found["one"] or found["two"]
    policy = next((policy for policy in reversed(named) if bare(tidy(policy.title)).endswith(word)), None)
    if policy is None:
        return []
    return [(found.start(), main if policy.policy_id == main.policy_id else policy)]


def _governs(text: str, mention: Mention, own: bool) -> bool:
    """Whether a mention introduces what the policy says."""
    before = _SENTENCE.split(text[max(0, mention.start - 60) : mention.start])[-1]
    if _pattern("cited").search(before):
        return False
    if own:
        # As the subject: 《甲》提出…, 国务院《甲》明确…; not 要达到《甲》要求.
        subject = _CLAUSE.split(before)[-1].strip('“" ')
        return (not subject or is_body(subject)) and _pattern("states").match(text, mention.end) is not None
    if _pattern("by").search(before):
        return _pattern("by_after").match(text, mention.end) is not None
    if _pattern("says").match(text, mention.end):
        return True
    return _pattern("told").search(before) is not None or _pattern("come").match(text, mention.end, mention.end + 90) is not None


def _clause_start(text: str, at: int, anchors: Sequence[tuple[int, Policy]]) -> int:
    """Where the sentence of a mention begins, or after the mention before it: what stands there belongs to it (到2025年，《甲》要求…)."""
    start = max((found.end() for found in _SENTENCE.finditer(text, max(0, at - 60), at)), default=max(0, at - 60))
    start = max(start, text.rfind("》", 0, at) + 1)
    return max(start, anchors[-1][0] + 1) if anchors else start


def _headed(document: DocumentResult, mentions: Sequence[Policy | None]) -> list[tuple[int, int, Policy]]:
    """Sections whose heading names a policy: where each begins and ends; the last first, the inner before the outer."""
    named = [(mention, policy) for mention, policy in zip(document.facts.mentions, mentions, strict=True) if policy]
    starts = [mention.start for mention, _ in named]
    found: list[tuple[int, int, Policy]] = []
    for section in document.facts.sections:
        inside = named[bisect_left(starts, section.title_start) : bisect_left(starts, section.title_end)]
        policy = next((policy for mention, policy in inside if mention.end <= section.title_end), None)
        if policy:
            found.append((section.start, section.end, policy))
    return sorted(found, key=lambda one: (-one[0], one[1]))


def _digest(document: DocumentResult, mentions: Sequence[Policy | None], main: Policy) -> frozenset[str]:
    """The policies that an article reports as new one after the other, none in its headline: a paragraph without a mention goes on with the last."""
    headline = key_of(tidy(document.title or ""))
    if main.rank == STAND_IN or any(len(short) >= _SHORTEST and short in headline for short in short_keys(main)):
        return frozenset()
    new = {policy.policy_id for mention, policy in zip(document.facts.mentions, mentions, strict=True) if policy and _is_new(document, mention)}
    return frozenset(new) if len(new) > 1 else frozenset()


def _is_new(document: DocumentResult, mention: Mention) -> bool:
    """Whether the text tells of a policy that it has just come out, not of an earlier one."""
    before = _SENTENCE.split(document.text[max(0, mention.start - 60) : mention.start])[-1]
    if _pattern("earlier").search(before) or _pattern("cited").search(before):
        return False
    years = [int(year) for year in _YEAR.findall(before)]
    day = document.published
    if years and day and max(years) < day.year:
        return False
    return _pattern("told").search(before) is not None or _pattern("come").match(document.text, mention.end, mention.end + 90) is not None

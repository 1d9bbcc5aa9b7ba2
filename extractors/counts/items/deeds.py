"""What is done so many times, without who does it and where: 督查 of `全市督查` before `3轮次`."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.counts.noun_phrases.edges import joined, read_before
from extractors.counts.noun_phrases.nouns import classes_of
from extractors.counts.noun_phrases.phrases import Word

#: Ends of the names of places that do something: 全市|督查`3轮次`.
_REGIONS = ("省", "市", "县", "区")
#: Words for when something is done that jieba takes for nouns.
_AT_TIMES = frozenset(["限期", "定期", "当场"])
#: Classes of nouns for those who do something and the places where it is done.
_DOERS = frozenset(["person", "organisation", "place", "household", "group", "facility", "project"])


def done(kept: Sequence[Word]) -> str:
    """What is done, where a phrase says nothing before it but who does it and where: 督查 of `全市|督查`, 调研协调 of `赴项目|调研|协调`; nothing of
    `安全|检查` and `干部法律|学习`, where all names what is done."""
    last = kept[-1]
    if not last.tag.startswith("v") or last.text in read_before("doings"):
        return ""
    at = len(kept) - 1
    while at > 1 and kept[at - 1].tag == "vn":
        at -= 1
    whose = kept[:at]
    if all(word.tag == "ns" or word.text[0] == "每" or word.text.endswith(_REGIONS) for word in whose) or (last.tag == "v" and _acts_last(whose)):
        return joined(kept[at:])
    return ""


def _acts_last(whose: Sequence[Word]) -> bool:
    """Whether what stands before a deed ends in those who do it or the place where it is done, and not in what it is about."""
    return not whose or whose[-1].tag[:1] != "n" or whose[-1].text in _AT_TIMES or bool(classes_of(whose[-1].text) & _DOERS)


def served(found: Sequence[Word], kept: Sequence[Word]) -> str:
    """What is done for somebody so many times, with the verb that a number of those served would not have: 服务企业 of `服务|企业`600次."""
    before = next((word for word in reversed(found) if word.end <= kept[0].start), None)
    return joined([before, *kept]) if before is not None and before.text in read_before("serving") else ""

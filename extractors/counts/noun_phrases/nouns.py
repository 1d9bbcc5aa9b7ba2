"""Which nouns a measure word counts: 家 counts 医院, 条 counts 产业链, neither counts 水平."""

from __future__ import annotations

import functools
from typing import Literal

from extractors.counts.lexicon import table
from extractors.counts.noun_phrases.edges import is_metric
from extractors.words import tag

#: No noun's ending in nouns.toml is longer.
_LONGEST = 6

#: Classes of goods.
_GOODS = frozenset(["substance", "machine"])

#: What stands for a measure word where a level of size does: 百亿级|产业集群.
LEVEL = "级的"

#: `counted`: the measure word counts such things; `not`: it never does; `unknown`: nothing is known of the noun or of the measure word.
Agreement = Literal["counted", "not", "unknown"]


@functools.cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, endings in table("nouns")["classes"].items():
        for ending in endings.split():
            found.setdefault(ending, set()).add(name)
    return {ending: frozenset(names) for ending, names in found.items()}


@functools.cache
def _measures() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """The classes that each measure word counts, and those it never counts."""
    found = {}
    for group in table("nouns")["measures"]:
        for word in group["words"].split():
            found[word] = (frozenset(group["counted"].split()), frozenset(group["never"].split()))
    return found


@functools.cache
def means_first(measure: str | None) -> bool:
    """Whether the first thing that the measure may count is meant: 岁 in `65岁以上老年人信息台账`."""
    return any(measure in group["words"].split() for group in table("nouns")["measures"] if group.get("first"))


@functools.cache
def counts_goods(measure: str | None) -> bool:
    """Whether the measure weighs or counts goods that something can be made of or with: 吨, 辆; not 家 and not 类."""
    selected = _measures().get(measure or "", (frozenset(), frozenset()))[0]
    return bool(selected & _GOODS) and "matter" not in selected


def classes_of(phrase: str, *, whole: bool = False, least: int = 1) -> frozenset[str]:
    """The classes of the noun that a phrase ends in, by its longest known ending; empty for a noun nothing is known of.

    `whole`: of the phrase itself, when it is in the list; `least`: only endings of so many characters.
    """
    if whole:
        return _classes().get(phrase, frozenset())
    for length in range(min(_LONGEST, len(phrase)), least - 1, -1):
        if found := _classes().get(phrase[-length:]):
            return found
    return frozenset()


def agreement(measure: str | None, phrase: str, last: str) -> Agreement:
    """Whether `measure` counts the noun that `phrase`, whose last word is `last`, ends in.

    个 counts 流行县 and 龙头企业, not 患病率 and not 验收.
    """
    known = _measures()
    selected, rejected = known.get(measure or "") or known.get((measure or "").partition("/")[0]) or (frozenset(), frozenset())
    found = classes_of(phrase)
    if is_metric(phrase) and not found & selected:
        found = frozenset(["measure"])
    if tag(last) in ("v", "vn") and not (found and (len(last) == 1 or classes_of(phrase, least=2))):
        found = frozenset(["action"])  # 授课 is no 课.
    if found & selected:
        return "counted"
    return "not" if found and found <= rejected else "unknown"

"""Indicators that no concept covers and that are the same but for words that say nothing: joined under one key.

A false join is worse than a missed one. Two keys are joined when their content words are the same: what one has and the other has not is on
the list of words that make no difference (`similar.toml`), and their likeness by RapidFuzz is high enough that the words stand in the same
order, by and large. So numbers, places, levels (省级, 国家级), 以上 and 以下, 城镇 and 农村 never differ. Growth is never joined to level, one
unit never to another, one subject never to another.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractors.words import cut
from pipeline.comparison.indicators import mark_of

if TYPE_CHECKING:
    from pipeline.comparison.compare import Statement

#: The least likeness of two keys, from 0 to 1.
THRESHOLD = 0.7

#: What tells indicators apart beside their words: subject, unit, mark of the change.
_Group = tuple[str, str, str]
#: An indicator: its group and its key.
_Indicator = tuple[_Group, str]


@functools.cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("similar.toml").read_text("utf-8"))


@functools.cache
def _light() -> frozenset[str]:
    return frozenset(_data()["light"]["words"].split())


@functools.cache
def _same() -> tuple[re.Pattern[str], Mapping[str, str]]:
    same = {word: name for name, words in _data()["same"].items() for word in words.split()}
    return re.compile("|".join(sorted(map(re.escape, same), key=len, reverse=True))), same


@functools.cache
def _ordered() -> re.Pattern[str]:
    return re.compile(_data()["ordered"]["pattern"])


@functools.lru_cache(maxsize=65536)
def content(key: str) -> tuple[str, ...]:
    """The words of a key that make a difference, in one spelling; in one order too where their order says nothing.

    `农作物秸秆的综合利用率` and `农作物秸秆综合利用率` have the same; `甲占乙比重` and `乙占甲比重` have not.
    """
    pattern, same = _same()
    words = [word for word in cut(pattern.sub(lambda found: same[found[0]], key.removesuffix(mark_of(key)))) if word not in _light()]
    # Joined and cut no further: how jieba cuts a word depends on those beside it.
    return ("".join(words),) if _ordered().search(key) else tuple(sorted(words))


def likeness(one: str, other: str) -> float:
    """How like two keys are in their letters and their order, from 0 to 1."""
    # Imported late: one document alone has nothing to compare.
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other) / 100


def joined(statements: Iterable[Statement]) -> list[Statement]:
    """The statements, those of similar keys under one: a concept's if one is, else that of most policies, else the shortest.

    Only keys of different policies are joined; each statement that moves says to what its key was similar. The order of `statements`
    does not matter.
    """
    told = list(statements)
    policies: dict[_Indicator, set[str]] = defaultdict(set)
    concepts: set[_Indicator] = set()
    for said in told:
        if name := _indicator(said):
            policies[name].add(said.policy_id)
            if said.concept:
                concepts.add(name)
    alike: dict[tuple[_Group, tuple[str, ...]], list[str]] = defaultdict(list)
    for group, key in policies:
        if words := content(key):
            alike[group, words].append(key)
    moved: dict[_Indicator, tuple[str, float]] = {}
    for (group, _), keys in alike.items():
        if len(keys) > 1:
            first, *others = sorted(keys, key=lambda key: ((group, key) not in concepts, -len(policies[group, key]), len(key), key))
            for key in others:
                if (group, key) not in concepts and (like := likeness(first, key)) >= THRESHOLD:
                    moved[group, key] = first, like
    return [_moved(said, moved) for said in told] if moved else told


def _indicator(said: Statement) -> _Indicator | None:
    """The indicator of a statement, None for a state to reach and for a key that is never joined to another."""
    return None if said.value is None or said.settled else ((said.subject, said.unit or "", mark_of(said.key)), said.key)


def _moved(said: Statement, moved: Mapping[_Indicator, tuple[str, float]]) -> Statement:
    found = moved.get(name) if (name := _indicator(said)) else None
    return replace(said, key=found[0], origin=f"similar to “{found[0]}” ({found[1]:.2f})") if found else said

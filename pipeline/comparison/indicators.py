"""The canonical key of an indicator: two policies that set the same thing have the same key.

The key is of the thing alone; the unit stands beside it. A level (`研发经费投入强度达到3%`) and its growth (`增长3%`) have keys of their own.
"""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.comparison.concepts import Concept, concepts
from pipeline.policies.places import short_place

_DROPPED = re.compile(r"[^0-9a-z\u3400-\u9fff&%]+")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")

#: A user's pairs of (a term as written, the name it is compared under).
Synonyms = tuple[tuple[str, str], ...]

#: How the key of a change is told from that of a level.
_MARKS = {"growth": "（增幅）", "decline": "（降幅）", "addition": "（新增）"}


@functools.cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("indicators.toml").read_text("utf-8"))


@functools.cache
def _leading() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(sorted(_data()['leading'], key=len, reverse=True))})+的?")


@functools.cache
def _same(synonyms: Synonyms) -> tuple[re.Pattern[str], dict[str, str]]:
    """The terms that are written otherwise in a key, and how; a user's come before the project's."""
    terms = {**_data()["same"], **{_folded(written): _folded(name) for written, name in synonyms}}
    return re.compile("|".join(sorted(map(re.escape, terms), key=len, reverse=True))), terms


def _folded(words: str) -> str:
    return _DROPPED.sub("", unicodedata.normalize("NFKC", words).lower()) or words


def _change(action: str | None, changed: bool) -> str:
    """The mark of a change by its verb, "" for a level."""
    for kind, verbs in _data()["kinds"].items():
        if action and action.startswith(tuple(verbs)) and (changed or kind == "addition"):
            return _MARKS[kind]
    return _MARKS["growth"] if changed else ""


@functools.lru_cache(maxsize=65536)
def indicator_key(
    indicator: str,
    action: str | None = None,
    changed: bool = False,
    region: str | None = None,
    unit: str | None = None,
    synonyms: Synonyms = (),
) -> str:
    """The key of an indicator as written, with the verb that governs it, whether its count is the amount of a change, its policy's region and
    the count's unit.

    `全省“研发经费”投入强度`, `研发投入强度` and `R&D经费占GDP比重` are one; `指标甲` reached at a level and `指标甲` raised by an amount are two.
    """
    key = _term(clause_key(indicator, region), synonyms)
    if concept := _concepts(synonyms).get(key):
        if concept.growth:
            return concept.name
        if concept.fits(unit, changed=changed):
            return concept.name + _change(action, changed)
    for kind, endings in _data()["endings"].items():
        for ending in endings:
            if key.endswith(ending) and len(key) > len(ending):
                base = key[: -len(ending)]
                concept = _concepts(synonyms).get(base)
                return (concept.name if concept else base) + _MARKS[kind]
    return key + _change(action, changed)


def _term(key: str, synonyms: Synonyms) -> str:
    """A key with its terms in one spelling, and without the words at its end that only name the fact of measuring."""
    pattern, terms = _same(synonyms)
    key = pattern.sub(lambda word: str(terms[word[0]]), key)
    for ending in _data()["trailing"]:
        if key.endswith(ending) and len(key) > len(ending) + 1:
            key = key[: -len(ending)]
    return key


@functools.cache
def _concepts(synonyms: Synonyms) -> Mapping[str, Concept]:
    return concepts(lambda name: _term(clause_key(name), synonyms))


@functools.lru_cache(maxsize=65536)
def clause_key(clause: str, region: str | None = None) -> str:
    """The key of a state to reach: the clause without brackets, marks, spaces, the name of the policy's region and leading words such as 全省, 将."""
    folded = unicodedata.normalize("NFKC", clause).lower()
    bare = _DROPPED.sub("", _BRACKETS.sub("", folded)) or _DROPPED.sub("", folded)
    key = bare
    if region:
        key = key.removeprefix(region).removeprefix(short_place(region)) or bare
    if found := _leading().match(key):
        key = key[found.end() :] or key
    return key or bare or clause.strip() or "—"

"""The canonical key of an indicator: two policies that set the same thing have the same key.

The key is of the thing alone; the unit and the subject stand beside it. A level (`研发经费投入强度达到3%`), its growth (`增长3%`) and its
average growth a year (`年均增长3%`) have keys of their own.
"""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from extractors.words import cut
from pipeline.comparison.concepts import Concept, concepts
from pipeline.policies.places import short_place

_DROPPED = re.compile(r"[^0-9a-z\u3400-\u9fff&%、.]+|(?<!\d)\.|\.(?!\d)")
#: What stands in brackets explains, but for what is counted in or left out: （含县城）.
_BRACKETS = re.compile(r"[（(](?!不?含|不?包括|除)[^（）()]*[）)]")
_QUOTES = frozenset('“"‘「『')
#: One character in brackets is a part of the word: 小（一）型水库, 制（修）订.
_SHORT_BRACKETS = re.compile(r"[（(](.)[）)]")
#: Characters that may be a conjunction; only then are words cut.
_MAY_JOIN = re.compile("[和与及或]")
_CONJUNCTIONS = frozenset({"和", "与", "及", "或", "以及", "或者", "、"})

#: A user's pairs of (as written, the name it is compared under).
Pairs = tuple[tuple[str, str], ...]


class Names(NamedTuple):
    """A user's own names: `terms` hold inside longer indicators too, `whole` for an indicator as it is written."""

    terms: Pairs = ()
    whole: Pairs = ()


class Key(NamedTuple):
    """A key and how it came about: `same words`, `concept 地区生产总值 (GDP)`, `user's file (GVA)`.

    `concept` is the name of the concept it is of, "" for none; one that is `settled` is never joined to another by similarity.
    """

    name: str
    origin: str
    concept: str = ""
    settled: bool = False


NO_NAMES = Names()

#: How the key of a change is told from that of a level, and of one told by the year or over all from one in one year.
_MARKS = {"growth": "增幅", "decline": "降幅", "addition": "新增"}
_BASES = ("年均", "累计")
_MARK = re.compile(rf"（(?:{'|'.join(_BASES)})?(?:{'|'.join(_MARKS.values())})?）\Z")


@functools.cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("indicators.toml").read_text("utf-8"))


@functools.cache
def _leading() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(sorted(_data()['leading'], key=len, reverse=True))})+的?")


@functools.cache
def _same(terms: Pairs) -> tuple[re.Pattern[str], dict[str, str]]:
    """The terms that are written otherwise in a key, and how; a user's come before the project's."""
    written = {**_data()["same"], **{_folded(one): _folded(name) for one, name in terms}}
    return re.compile("|".join(sorted(map(re.escape, written), key=len, reverse=True))), written


def _folded(words: str) -> str:
    return _DROPPED.sub("", unicodedata.normalize("NFKC", words).lower()) or words


def _mark(kind: str, basis: str) -> str:
    return f"（{basis if kind != 'addition' else ''}{_MARKS[kind]}）"


def mark_of(key: str) -> str:
    """The mark of the change that a key ends with, `（年均增幅）`, "" for the key of a level."""
    found = _MARK.search(key)
    return found[0] if found else ""


def _change(action: str | None, changed: bool, basis: str, unit: str | None) -> str:
    """The mark of a change by its verb, "" for a level; a level told by the year is `（年均）`. Per cent are never added."""
    for kind, verbs in _data()["kinds"].items():
        if action and action.startswith(tuple(verbs)) and (changed or (kind == "addition" and unit != "%")):
            return _mark(kind, basis)
    if changed:
        return _mark("growth", basis)
    return "（年均）" if basis == "年均" else ""


@functools.lru_cache(maxsize=65536)
def indicator_key(
    indicator: str,
    action: str | None = None,
    changed: bool = False,
    region: str | None = None,
    unit: str | None = None,
    names: Names = NO_NAMES,
    basis: str = "",
) -> Key:
    """The key of an indicator as written, with the verb that governs it, whether its count is the amount of a change, its policy's region, the
    count's unit and the basis of a change (`年均`, `累计`, "").

    `全省“研发经费”投入强度`, `研发投入强度` and `R&D经费占GDP比重` are one; `指标甲` reached at a level and `指标甲` raised by an amount are two.
    """
    written, change = clause_key(_joined(indicator), region), _change(action, changed, basis, unit)
    users = _whole(names.whole)
    if named := users.get(clause_key(_joined(indicator))) or users.get(written):
        return Key(named + change, f"user's file ({indicator})", settled=True)
    key = _term(written, names.terms)
    level = _concepts(names.terms).get(key)
    if unit == "%" and not changed and level and not level.fits(unit, changed=False):
        # 增长5%以上、力争5.5%: per cent of what is measured in 元 is its growth.
        changed, change = True, _change(action, True, basis, unit)
    if concept := _concept_of(key, unit, changed, names.terms):
        return _of_concept(concept, change, indicator)
    if nominal := _change_in_name(key, basis):
        base, change = nominal
        concept = _concepts(names.terms).get(base)
        return _of_concept(concept, change, indicator) if concept else _of_words(base + change, indicator, names.terms)
    if not changed and (added := _addition(key, change)):
        for base in (f"新增{added}", added):
            if concept := _concept_of(base, unit, changed, names.terms):
                return _of_concept(concept, _mark("addition", ""), indicator)
        return _of_words(added + _mark("addition", ""), indicator, names.terms)
    if unit == "%" and "占" in key[1:-1] and not changed and not key.endswith(("比重", "率", "比")):
        key += "比重"
    return _of_words(key + change, indicator, names.terms)


def _change_in_name(key: str, basis: str) -> tuple[str, str] | None:
    """What changes and the mark of the change, of a key that names one: `产值年均增速`."""
    for kind, endings in _data()["endings"].items():
        for ending in endings:
            if key.endswith(ending) and len(key) > len(ending):
                told = next((word for word in _BASES if word in ending), basis)
                return key.removesuffix(ending), _mark(kind, told)
    return None


def _addition(key: str, change: str) -> str | None:
    """What is added, of a key that says so by its verb or by a word within (`高速公路新增里程`), else None."""
    for word in _data()["kinds"]["addition"]:
        if (key.startswith(word) or word == "新增") and word in key and len(key) > len(word) + 1:
            return key.replace(word, "", 1)
    return key if change == _mark("addition", "") else None


def _of_concept(concept: Concept, change: str, indicator: str) -> Key:
    if concept.growth or (change == _mark("addition", "") and "新" in concept.name[:4]):
        # The name says it already: 居民消费价格涨幅, 城镇新增就业.
        change = ""
    return Key(concept.name + change, f"concept {concept.name}" + ("" if indicator == concept.name else f" ({indicator})"), concept.name)


def _of_words(name: str, indicator: str, terms: Pairs) -> Key:
    used = [written for written, _ in terms if _folded(written) in _folded(indicator)]
    return Key(name, f"user's file ({'、'.join(used)})", settled=True) if used else Key(name, "same words")


def _concept_of(key: str, unit: str | None, changed: bool, terms: Pairs) -> Concept | None:
    """The concept that a key names in that unit; a word for how many at its end (数量, 总数) does not matter."""
    for written in (key, *(key.removesuffix(ending) for ending in _data()["amounts"] if key.endswith(ending))):
        concept = _concepts(terms).get(written)
        if concept and concept.fits(unit, changed=changed):
            return concept
    return None


@functools.cache
def _whole(pairs: Pairs) -> Mapping[str, str]:
    return {clause_key(_joined(written)): name.strip() for written, name in pairs}


def _joined(indicator: str) -> str:
    """An indicator with one mark for every conjunction: `甲和乙` and `甲、乙` are one, `参与率` holds none."""
    if not _MAY_JOIN.search(indicator):
        return indicator
    parts = _unjoined().split(indicator)
    for number in range(0, len(parts), 2):
        parts[number] = "".join("、" if word in _CONJUNCTIONS and (at or number) else word for at, word in enumerate(cut(parts[number])))
    return "".join(parts)


@functools.cache
def _unjoined() -> re.Pattern[str]:
    return re.compile(f"({'|'.join(map(re.escape, _data()['unjoined']))})")


def _term(key: str, terms: Pairs) -> str:
    """A key with its terms in one spelling, and without the words at its end that only name the fact of measuring."""
    pattern, written = _same(terms)
    key = _made().sub("", pattern.sub(lambda word: str(written[word[0]]), key))
    for ending in _data()["trailing"]:
        if key.endswith(ending) and len(key) > len(ending) + 1:
            key = key[: -len(ending)]
    for ending, whole in _data()["endings_spelled"].items():
        if key.endswith(ending) and not key.endswith(whole):
            return key.removesuffix(ending) + str(whole)
    return key


@functools.cache
def _made() -> re.Pattern[str]:
    return re.compile(_data()["made"]["words"])


@functools.cache
def _concepts(terms: Pairs) -> Mapping[str, Concept]:
    return concepts(lambda name: _term(clause_key(_joined(name)), terms))


@functools.cache
def order_of_concepts() -> Mapping[str, int]:
    """Where each concept stands in the list, by its name: those that reports begin with come first."""
    names = dict.fromkeys(concept.name for concept in _concepts(()).values())
    return {name: place for place, name in enumerate(names)}


@functools.lru_cache(maxsize=65536)
def clause_key(clause: str, region: str | None = None) -> str:
    """The key of a state to reach: the clause without brackets, marks, spaces, the name of the policy's region and leading words such as 全省, 将."""
    folded = unicodedata.normalize("NFKC", clause).lower()
    bare = _DROPPED.sub("", _BRACKETS.sub("", _SHORT_BRACKETS.sub(r"\1", folded))).strip("、") or _DROPPED.sub("", folded)
    key = bare
    if region and clause[:1] not in _QUOTES:
        # “云岚标准” is a name, of which the place is a part.
        key = key.removeprefix(region).removeprefix(short_place(region)) or bare
    if (found := _leading().match(key)) and not key.startswith("、", found.end()):
        key = key[found.end() :] or key
    return key or bare or clause.strip() or "—"

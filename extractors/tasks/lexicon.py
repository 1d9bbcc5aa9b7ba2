"""The words of `tasks.toml`, compiled once."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Verbs:
    """Verbs by how a heading that begins with them is read."""

    transitive: frozenset[str]
    nominal: frozenset[str]
    intransitive: frozenset[str]
    framing: frozenset[str]
    statives: frozenset[str]
    means: frozenset[str]
    late: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Names:
    """What the names of matters, parts and measures end with."""

    heads: tuple[str, ...]
    frames: tuple[str, ...]
    procedures: tuple[str, ...]
    abstract: tuple[str, ...]
    parts: tuple[str, ...]
    course: tuple[str, ...]
    areas: tuple[str, ...]
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words that make a task of an item, and those that make none."""

    verbs: Verbs
    names: Names
    obliges: re.Pattern[str]
    forbids: re.Pattern[str]
    charges: re.Pattern[str]
    excuses: re.Pattern[str]
    static: re.Pattern[str]
    preposition: re.Pattern[str]
    late_verb: re.Pattern[str]
    relief: re.Pattern[str]
    organ_acts: re.Pattern[str]
    announces: tuple[str, ...]
    others: re.Pattern[str]
    announces_other: re.Pattern[str]
    columns: dict[str, frozenset[str]]


#: `三个特点`, `几点原则`
_AMOUNT = "[一二三四五六七八九十几两\\d]+[个大项点方条]"


@functools.cache
def lexicon() -> Lexicon:
    """The lexicon, read and compiled at the first call."""
    with Path(__file__).with_name("tasks.toml").open("rb") as file:
        data: dict[str, Any] = tomllib.load(file)
    verbs, names, duty = data["verbs"], data["names"], data["duty"]
    return Lexicon(
        verbs=Verbs(
            transitive=frozenset(verbs["transitive"]),
            nominal=frozenset(verbs["nominal"]),
            intransitive=frozenset(verbs["intransitive"]),
            framing=frozenset(verbs["framing"]),
            statives=frozenset(verbs["statives"]),
            means=frozenset(verbs["means"]),
            late=_any(verbs["late"]),
        ),
        names=Names(*(tuple(names[kind]) for kind in ("heads", "frames", "procedures", "abstract", "parts", "course", "areas", "measures"))),
        obliges=_any(duty["obliges"]),
        forbids=_any(duty["forbids"]),
        charges=re.compile(duty["charges"]),
        excuses=_any(duty["excuses"]),
        static=_any(duty["static"]),
        preposition=_any(duty["prepositions"]),
        late_verb=_any(duty["late_verbs"]),
        relief=_any(duty["reliefs"]),
        organ_acts=re.compile(rf"[^，。；：]{{0,40}}?(?:{'|'.join(duty['organs'])})(?:{'|'.join(duty['acts'])})"),
        announces=tuple(data["announce"]["tasks"]),
        others=_any(data["announce"]["others"]),
        announces_other=re.compile(
            rf"(?:{_AMOUNT}|以下|如下|主要|存在|具有|面临)[^，。；：]{{0,8}}(?:{'|'.join(data['announce']['others'])})[^，。；：]{{0,6}}[：:，]?$"
        ),
        columns={role: frozenset(headings) for role, headings in data["table"].items()},
    )


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns))

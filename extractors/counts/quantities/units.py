"""What stands after a number: a measure word or unit, a time, a code, or nothing that counts."""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from typing import Literal, NamedTuple

from extractors.counts.lexicon import alternation, endings, words
from extractors.numerals import read_number

Kind = Literal["classifier", "noun", "measure", "time", "code", "percent"]


class Unit(NamedTuple):
    """A unit written at `start:end`; `name` is what the table holds, None for a noun that is itself what is counted."""

    start: int
    end: int
    name: str | None
    kind: Kind


@functools.cache
def unit_kinds(*, spelled: bool) -> dict[str, Kind]:
    """Every unit word with its kind, for numbers in digits or for spelled numbers."""
    kinds: dict[str, Kind] = dict.fromkeys(words("units", "latin"), "measure")
    kinds |= dict.fromkeys(words("units", "measures"), "measure")
    kinds |= dict.fromkeys(words("units", "nouns"), "noun")
    kinds |= dict.fromkeys(words("units", "classifiers"), "classifier")
    if spelled:
        barred = words("units", "digits_only")
        allowed = words("units", "spelled_measures") | words("units", "spelled_nouns")
        kinds = {word: kind for word, kind in kinds.items() if word in allowed or (kind == "classifier" and word not in barred)}
        kinds |= dict.fromkeys(words("units", "spelled_codes"), "code")
    kinds |= dict.fromkeys(words("units", "times"), "time")
    kinds |= dict.fromkeys(words("units", "codes"), "code")
    return kinds | {"%": "percent", "‰": "percent", "%o": "percent"}


@functools.cache
def _unit(spelled: bool) -> re.Pattern[str]:
    # A Latin unit ends where the letters end: 5G is no gram of anything.
    latin = words("units", "latin")
    others = unit_kinds(spelled=spelled).keys() - latin
    # The raised figure of m² may have been set apart: 1m 2范围内.
    raised = "[ck]?m [23](?=范围|以[内上下]|内|的|面积|[，。；、）)])"
    return re.compile(rf" ?(?P<unit>{raised}|(?:{alternation(latin)})(?![A-Za-z0-9])|{alternation(others, spaced=True)})")


@functools.cache
def _per() -> re.Pattern[str]:
    """`/人·年`, `/年.户`, `/立方米`: what an amount is reckoned by."""
    units = words("units", "classifiers") | words("units", "measures") | words("units", "times") | words("units", "latin") | words("units", "nouns")
    one = f"(?:10万人?|[百千万]?(?:{alternation(units | words('units', 'reckoned'))}))"
    return re.compile(rf" ?[/／] ?{one}(?:[·•/／.]{one})?")


@functools.cache
def _doubled() -> re.Pattern[str]:
    """The second unit of `200个（项）`, or its sign (`10太比特每秒（Tbps）`); one set off by a stroke is left to `_per`."""
    return re.compile(rf" ?[（(](?:{alternation(words('units', 'classifiers') | words('units', 'nouns'))}|[A-Za-z][A-Za-z/²³]{{0,7}})[）)]")


#: What may stand before a unit that a table's head names (单位：万元), and as many characters as its multiplier has (亿 of 亿千瓦时).
_UNIT_LABEL, _SIZES, _LONGEST_SIZE = re.compile("^单位[:：]? ?"), frozenset("十百千万亿"), 2
#: Units that the table holds by another name.
_NAMED = {"%o": "‰", "分钱": "分"}
#: Months before these are an age, not a time: 0—6个月婴儿.
_INFANTS = re.compile("(?:龄|以[上下内])?的?(?:婴|幼儿|儿童|宝宝)")
_RATE = re.compile(r"/10万(?!千|元)")
#: The times an event was held, before the 届 that elsewhere says which one it is: `举办了4|届`, not `十四|届三次全会`.
_HELD = re.compile(rf"(?:{alternation(words('units', 'held'))})[了过]? ?(?:\d{{1,3}}|[一两二三四五六七八九十]{{1,3}}) ?\Z")


def unit_at(text: str, at: int, *, spelled: bool) -> Unit | None:
    """The unit written at `at` (one space may precede it), the longest that fits; None when there is none.

    `元/人·年` is one unit; `个（项）` is 个, its end after the bracket; `3个百分点` is 百分点.
    """
    if rate := _RATE.match(text, at):
        return Unit(at, rate.end(), "/10万", "measure")
    found = _unit(spelled).match(text, at)
    if not found:
        return None
    word, end = found["unit"].replace(" ", ""), found.end()
    kind = unit_kinds(spelled=spelled).get(word)
    if kind is None:
        return None  # `八m`: such a unit follows digits only
    if word == "个月" and _INFANTS.match(text, end):
        kind = "measure"
    if kind == "code" and text.startswith(endings("units", "freed"), found.start("unit")):
        word, end, kind = word[0], found.start("unit") + 1, "classifier"
    if word == "届" and _HELD.search(text[max(0, at - 12) : at]):
        kind = "classifier"
    if kind in ("time", "code"):
        return Unit(found.start("unit"), end, None, kind)
    name: str | None = word
    if word.endswith(("百分点", "基点")):
        name = word.removeprefix("个")
    elif word in words("units", "unitless_nouns"):
        name = None
    elif word in _NAMED:
        name = _NAMED[word]
    if doubled := _doubled().match(text, end):
        end = doubled.end()
    elif kind in ("measure", "classifier", "percent") and (per := _per().match(text, end)):
        name = f"{word}{per.group().replace(' ', '')}"
        end = per.end()
    return Unit(found.start("unit"), end, name, kind)


def sized_unit(written: str) -> tuple[Decimal, Unit] | None:
    """What is all of `written` as a multiplier and a unit (`亿千瓦时`: 100000000 and 千瓦时); None for a time, a code, a noun (市), `17项`."""
    written = _UNIT_LABEL.sub("", written)
    for length in range(_LONGEST_SIZE + 1):
        if not _SIZES.issuperset(written[:length]):
            break
        size, unit = read_number(written[:length] or "1"), unit_at(written, length, spelled=False)
        if size is not None and unit and unit.end == len(written) and unit.kind not in ("time", "code", "noun"):
            return size, unit
    return None

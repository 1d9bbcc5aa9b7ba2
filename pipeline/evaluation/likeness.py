"""When two wordings, numbers or units are the same: spacing, width, dashes and punctuation do not matter."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter

_DASHES = frozenset("－—–～~‐−")
#: Emphasis marks of markdown and characters without width: gone, as white space is.
_DROPPED = frozenset("*_\u200b\ufeff")
_PUNCTUATION = re.compile(r"[\s,，.。;；:：、\"“”‘’'《》〈〉()（）\[\]【】\-—–~～·*#_]+")
#: One unit written in several ways.
_SAME_UNIT = {"百分之": "%", "个百分点": "百分点", "人民币": "元"}


def squeezed(text: str) -> str:
    """`text` in NFKC, all dashes `-`, without white space and emphasis marks: `５０ 项` and `50项` are one."""
    return "".join(map(_squeezed_character, text))


@functools.cache
def _squeezed_character(character: str) -> str:
    folded = ("-" if one in _DASHES else one for one in unicodedata.normalize("NFKC", character))
    return "".join(one for one in folded if not one.isspace() and one not in _DROPPED)


@functools.lru_cache(maxsize=1 << 16)
def bare(text: str) -> str:
    """`text` squeezed, without punctuation."""
    return _PUNCTUATION.sub("", squeezed(text))


@functools.lru_cache(maxsize=1 << 16)
def _characters(text: str) -> Counter[str]:
    return Counter(bare(text))


def alike(one: str | None, other: str | None) -> float:
    """How many characters two wordings share, wherever they stand: the F1 of their bare characters; 1 when both have none."""
    first, second = _characters(one or ""), _characters(other or "")
    size = first.total() + second.total()
    return 2 * (first & second).total() / size if size else 1.0


def same_number(one: float | None, other: float | None) -> bool:
    """Equal up to the last digits of a float; None is equal to None alone."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 1e-9 * max(1.0, abs(one), abs(other))


def same_unit(one: str | None, other: str | None) -> bool:
    """Whether two units are one: `％` and `百分之` are `%`."""
    first, second = squeezed(one or ""), squeezed(other or "")
    return _SAME_UNIT.get(first, first) == _SAME_UNIT.get(second, second)

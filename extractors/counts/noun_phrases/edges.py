"""What noun phrases before and after a number have in common: their marks, the names of measures, tidy edges."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from extractors.counts.lexicon import words
from extractors.counts.noun_phrases.phrases import Word

STOPS = frozenset("，。；：！？\n\t,;:!?|…/")
SEPARATORS = frozenset(["、", "和", "与", "及", "或", "以及", "或者", "并"])
OPENING, CLOSING = "（(【〔[", "）)】〕]"
_EDGE = " 、，：:；;的之—－-·."
_PAIRS = (("“", "”"), ("（", "）"), ("(", ")"), ("‘", "’"), ("《", "》"))


@functools.cache
def listed(name: str) -> frozenset[str]:
    """One list of items.toml. Raises KeyError for a list that is not there."""
    return words("items", name)


@functools.cache
def read_before(name: str) -> frozenset[str]:
    """One list of preceding.toml. Raises KeyError for a list that is not there."""
    return words("preceding", name)


@functools.cache
def endings(name: str) -> tuple[str, ...]:
    """One list of preceding.toml for `str.endswith`. Raises KeyError for a list that is not there."""
    return tuple(sorted(read_before(name)))


@functools.cache
def _metric_ends() -> tuple[str, ...]:
    return tuple(sorted(listed("metric_ends")))


@functools.cache
def _no_metrics() -> tuple[str, ...]:
    return tuple(sorted(listed("no_metrics")))


def is_metric(phrase: str) -> bool:
    """Whether a phrase names a measure: `农村自来水普及率`, `总投资`; not `龙头企业`."""
    return phrase.endswith(_metric_ends()) and not phrase.endswith(_no_metrics())


def joined(found: Sequence[Word]) -> str:
    """The words' characters without what lies between them."""
    return "".join(word.text for word in found)


#: The name of a rate behind what grows.
_GROWTH = re.compile("(?:年均|年平均|平均|同比)?(?:增长率|增速|增幅|增长速度|增长)$")
#: A bracket in a phrase that explains at length (（同时具备…的教师）), unlike another name (（数字化车间）).
_ASIDE = re.compile(
    r"最近[一二两三]年度?之|（[^（）]{11,}）|(?<=[^，、人户])每[年月](?=[^度])"
    r"|(?<=[\u4e00-\u9fff]{2})(?:第?[一二三四]季度|[上下]半年|前三季度)的(?=[\u4e00-\u9fff]{2})"
    r"|(?<=[^占《“、，的])\d{4}年(?:底|末|度)?(?=[\u4e00-\u9fff])"
)


def without_growth(phrase: str) -> str:
    """What grows, without the name of its rate: `茶业经济` of `茶业经济年均增长率`."""
    return _GROWTH.sub("", phrase) or phrase


def without_asides(phrase: str) -> str:
    """The phrase without long explanations in brackets and without the times in its midst (每年, 2005年)."""
    return _ASIDE.sub("", phrase)


def tidy(phrase: str) -> str:
    """A phrase without separators at its edges and without a quotation mark or bracket that has lost its partner."""
    phrase = phrase.strip(_EDGE)
    for opening, closing in _PAIRS:
        if phrase.count(opening) > phrase.count(closing):
            before, _, after = phrase.rpartition(opening)
            phrase = before or after
        elif phrase.count(closing) > phrase.count(opening):
            before, _, after = phrase.partition(closing)
            phrase = after or before
    return phrase.strip(_EDGE)

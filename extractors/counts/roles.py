"""The part a quantity plays: target, achieved, change, structure, other; by signals of clause, sentence and section."""

from __future__ import annotations

import functools
import re

from extractors.clauses import Borders
from extractors.counts.lexicon import alternation, words
from extractors.counts.quantities import Quantity
from extractors.records import CountRole, Facts


@functools.cache
def _change() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(words('roles', 'change_before'))})(?:了|约|近|超过|超|幅度|率|再|至多|最高|可|不低于|不少于|人民币| )*$")


_STRUCTURE_UNITS = frozenset("大 方面 阶段 环节 层面 维度 级 个方面 领域".split())
_PARTS = re.compile(r"[、，]")


def role_of(text: str, quantity: Quantity, facts: Facts, borders: Borders) -> CountRole:
    """The role of `quantity` by what stands around it."""
    clause = borders.clause_at(quantity.start)
    left = text[clause[0] : quantity.start]
    if quantity.unit_name == "倍" and quantity.number.kind == "times":
        return "change"
    if quantity.unit_name in ("%", "百分点", "倍") and _change().search(left[-8:]):
        return "change"
    if quantity.unit_name in _STRUCTURE_UNITS:
        return "structure"
    if quantity.levelled or re.match("[的者]", text[quantity.end : quantity.end + 1]) and quantity.bounded:
        return "other"
    sentence = borders.sentence_at(quantity.start)
    past = re.search("已|累计|目前|同比|截至|实现了", text[sentence[0] : quantity.start])
    return "achieved" if past and facts.context.genre != "policy" else "target"

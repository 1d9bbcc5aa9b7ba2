"""What a sum of money is: the help, the fine or the prize that is given, named after the sum, before it or in the next clause."""

from __future__ import annotations

import re

from extractors.clauses import Borders
from extractors.counts.nounphrases import listed
from extractors.counts.phrases import Words
from extractors.counts.quantities import Quantity

#: As far as a word for money is looked for before and after a sum.
_BEFORE, _AFTER = 100, 80
_DEALT = re.compile("给予|予以|奖励|补助|补贴|资助|发放|奖补")
_GIVEN = re.compile("(?:给予|予以|发放|提供)(?:[^，。；的]{0,8})$")
_PAID = re.compile("的?(?:标准|额度)，?(?:一次性)?(?:给予|予以|发放|提供)([^，。；]{1,30})")


def is_dealt(text: str, start: int, end: int) -> bool:
    """Whether a sum after `text[start:end]` is given: `给予每户|5万元`."""
    return _DEALT.search(text, start, end) is not None


def is_given(text: str, quantity: Quantity) -> bool:
    """Whether a verb of giving leads to the sum, so that what follows it is meant: `从专项资金中给予最高200万元的|资助`."""
    return _GIVEN.search(text, max(0, quantity.start - _BEFORE), quantity.start) is not None


def money_paid_at(words: Words, quantity: Quantity) -> str:
    """What is given at the rate that the sum states, or nothing: `每人1500元的标准，给予企业|一次性补助`."""
    paid = _PAID.match(words.text, quantity.end)
    return money_in(words, *paid.span(1)) if paid else ""


def money_near(words: Words, borders: Borders, quantity: Quantity) -> str:
    """The word for what is given, after the sum or before it in its clause."""
    start, end = borders.clause_at(quantity.start)
    after = money_in(words, quantity.end, min(end, quantity.end + _AFTER))
    return after or money_in(words, max(start, quantity.start - _BEFORE), quantity.start)


def money_in(words: Words, start: int, end: int) -> str:
    """The last word for money given or taken in a stretch, with 一次性 before it (`一次性扩岗补助`), or nothing."""
    found = words.between(start, end)
    for position in range(len(found) - 1, -1, -1):
        if found[position].text in listed("money"):
            first = next((at for at in range(max(0, position - 4), position) if found[at].text == "一次性"), position)
            return words.text[found[first].start : found[position].end]
    return ""

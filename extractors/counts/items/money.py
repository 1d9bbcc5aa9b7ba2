"""What a sum of money is: the help, the fine or the prize that is given, named after the sum, before it or in the next clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.clauses import Borders
from extractors.counts.noun_phrases.edges import joined, listed, read_before
from extractors.counts.noun_phrases.nouns import classes_of
from extractors.counts.noun_phrases.phrases import Word, Words
from extractors.counts.quantities.finding import Quantity

#: As far as a word for money is looked for before and after a sum.
_BEFORE, _AFTER = 100, 80
_DEALT = re.compile("给予|予以|奖励|补助|补贴|资助|发放|奖补")
_GIVEN = re.compile("(?:给予|予以|发放|提供|兑现|享受)(?:[^，。；的]{0,8})$")
_PAID = re.compile("的?(?:标准|额度)，?(?:[从由][^，。；]{2,16}?)?(?:一次性)?(?:给予|予以|发放|提供|安排|拨付|落实)([^，。；]{1,30})")

_GIVES = re.compile("的?(?:给予|予以)((?:一次性)?(?:奖励|补助|补贴|资助|奖补|补偿))")
#: Before those who get something.
_TO = re.compile("[对给向]$|每[个家户所]$")
#: After a word for money, what makes it a measure's name: 服务经费|标准.
_MEASURES_OF_MONEY = ("标准", "额度", "总额", "总量")
#: A penalty laid on somebody, and the word for it after other penalties of the sentence.
_PENALTY, _FINE, _SHORT = re.compile("[处罚]以?$"), re.compile("[^。；\n]{0,60}?[元倍]以[上下]的?(罚款)"), 4
#: Parts of speech (jieba) of what money is for, and who takes it.
_FOR, _TAKERS = frozenset(["n", "v", "vn", "l", "nz", "b"]), frozenset(["person", "household", "group", "organisation", "place"])

#: A tax or fee levied at a part of its rate: 减半征收|增值税, 减按1%征收|购置税.
_REDUCED = re.compile("减半|减按$")
_LEVIED = re.compile("(?:征收率)?(?:征收(?!率)|计征|缴纳|收取|征(?!收率))([^，。；、：（(的\\n]{2,12})")
#: A rate that it is levied at: 按1%的费率收取|担保费.
_AT_RATE = re.compile("的(?:(?P<rate>费率|税率|征收率|费用标准|收费标准)|比例)(?=征收|计征|缴纳|收取)")
#: A bare rate, of nothing that it is a share of.
_BY = re.compile("按照?$|以$")


def levied_at(text: str, quantity: Quantity) -> str:
    """The tax or fee that is levied at the rate, or the part of its rate, which the quantity states, or nothing: `减半征收|房产税`."""
    rate = _AT_RATE.match(text, quantity.end)
    if rate and (rate["rate"] or _BY.search(text, max(0, quantity.start - 2), quantity.start)):
        levied = _LEVIED.match(text, rate.end())
        return levied[1].strip() if levied and levied[1].endswith(("税", "费", "金")) else ""
    reduced = _REDUCED.match(text, quantity.start, quantity.end) or _REDUCED.search(text, max(0, quantity.start - 2), quantity.start)
    levied = _LEVIED.match(text, quantity.end) if reduced else None
    return levied[1].strip() if levied and levied[1].endswith(("税", "费", "金")) else ""


def fined(text: str, quantity: Quantity) -> str:
    """The fine that a list of sums is of, which stands after the last of them: 罚款 of `对公民处以|200元以下|、对单位处以3000元以下罚款`.

    Nothing where no penalty is laid before the sum.
    """
    if not _PENALTY.search(text, max(0, quantity.start - _SHORT), quantity.start):
        return ""
    found = _FINE.match(text, quantity.end)
    return found[1] if found else ""


def given_after(text: str, quantity: Quantity) -> str:
    """The help that the verb right after a sum gives, or nothing: `单户最高200万元|给予奖励`."""
    found = _GIVES.match(text, quantity.end) if quantity.unit_name == "元" else None
    return found[1] if found else ""


def receives(text: str, kept: Sequence[Word]) -> bool:
    """Whether what stands before the word for money, the last of `kept`, only says who gets it.

    `对|获奖市本级|奖励`, `每个|获奖县|奖励`; not `对|新能源车|补贴`.
    """
    receiver = joined(kept[:-1]).removesuffix("本级").rstrip("）").split("（")[0]
    return _TO.search(text, max(0, kept[0].start - _SHORT), kept[0].start) is not None and bool(classes_of(receiver) & _TAKERS)


def is_dealt(text: str, start: int, end: int) -> bool:
    """Whether a sum after `text[start:end]` is given: `给予每户|5万元`."""
    return _DEALT.search(text, start, end) is not None


def is_given(text: str, quantity: Quantity) -> bool:
    """Whether a verb of giving leads to the sum, so that what follows it is meant: `从专项资金中给予最高200万元的|资助`."""
    return _GIVEN.search(text, max(0, quantity.start - _BEFORE), quantity.start) is not None


def money_paid_at(words: Words, quantity: Quantity) -> str:
    """What is given at the rate that the sum states, or nothing: `每人1500元的标准，给予企业|一次性补助`."""
    paid = _PAID.match(words.text, quantity.end)
    return money_in(words, *paid.span(1), named=True) if paid else ""


def money_near(words: Words, borders: Borders, quantity: Quantity) -> str:
    """The word for what is given, after the sum or before it in its clause."""
    start, end = borders.clause_at(quantity.start)
    after = money_in(words, quantity.end, min(end, quantity.end + _AFTER), named=True)
    return after or money_in(words, max(start, quantity.start - _BEFORE), quantity.start)


def _says_what_for(word: Word) -> bool:
    """Whether the word says what money is for, and not who takes it or what is done with it: 求职|补贴, not 企业|补贴 or 给予|补贴."""
    return word.tag in _FOR and word.text not in read_before("making") and not classes_of(word.text) & _TAKERS


def money_in(words: Words, start: int, end: int, *, named: bool = False) -> str:
    """The last word for money given or taken in a stretch, with 一次性 before it (`一次性扩岗补助`), or nothing.

    `named`: with all that says what it is for (`求职创业补贴`), but not whom it is given.
    """
    found = words.between(start, end)
    for position in range(len(found) - 1, -1, -1):
        if found[position].text in listed("money") and not words.text.startswith(_MEASURES_OF_MONEY, found[position].end):
            first = next((at for at in range(max(0, position - 4), position) if found[at].text == "一次性"), position)
            while named and first and _says_what_for(found[first - 1]):
                first -= 1
            return words.text[found[first].start : found[position].end]
    return ""

"""Reading numbers as Chinese prose writes them: `三十`, `3.5万亿`, `两万五千`, `1万5千`, `二〇二五`, `1,200`.

What the characters mean: 十 10, 百 100, 千 1000, 万 10⁴, 亿 10⁸, 兆 10¹²; 廿 20 and 卅 30 are single-character tens; 零, 〇 and ○ are
zero; 两 is two before a measure word; 壹贰叁… are the forms used on contracts; 点 is the decimal point.
"""

from __future__ import annotations

import decimal
import itertools
import re
import unicodedata
from decimal import Decimal

_DIGITS = dict(zip("零〇○一二三四五六七八九", "000123456789", strict=True)) | dict(zip("壹贰叁肆伍陆柒捌玖两俩仨", "123456789223", strict=True))
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
#: Largest first: the largest splits the number, what is left of it is multiplied, what is right of it is added.
_LARGE = {"兆": 10**12, "亿": 10**8, "万": 10**4}
_ZEROS = frozenset("零〇○")
#: Longer than any number that is meant as one; keeps hostile input cheap.
_LONGEST = 48
#: Exact for everything up to `_LONGEST` characters.
_EXACT = decimal.Context(prec=160)

_ARABIC = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?", re.ASCII)
_ARABIC_SMALL = re.compile(r"(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?P<unit>[十百千拾佰仟])(?P<rest>.*)", re.ASCII | re.DOTALL)
_SPOKEN = re.compile(
    "(?:(?P<k>[一二三四五六七八九两壹贰叁肆伍陆柒捌玖]?)[千仟])?(?P<z1>[零〇○]?)"
    "(?:(?P<h>[一二三四五六七八九两壹贰叁肆伍陆柒捌玖]?)[百佰])?(?P<z2>[零〇○]?)"
    "(?:(?P<t>[一二三四五六七八九壹贰叁肆伍陆柒捌玖]?)[十拾]|(?P<score>[廿卅]))?(?P<z3>[零〇○]?)"
    "(?P<o>[一二三四五六七八九两俩仨壹贰叁肆伍陆柒捌玖]?)"
)
#: Digits named one after the other: `二〇二五`; two neighbours in order (`三四`, `七八`) say "three or four", not 34.
_POSITIONAL = re.compile("[零〇○一二三四五六七八九]{2,}")
_ESTIMATES = frozenset(a + b for a, b in itertools.pairwise("一二三四五六七八九"))


def read_number(written: str) -> Decimal | None:
    """The exact value of a whole string that is one number, or None when it is not one.

    Full-width digits and thousands separators are read (`１２`, `1,200`, but not `1,20`). Multipliers may follow digits or
    Chinese numerals and may stand alone (`百` 100, as in 百家). A last digit takes the place below the multiplier before it
    (`两百五` 250, `三万六` 36000) unless 零 stands between (`一百零五` 105). Estimates (`三四`, `几十`), fractions and signs are None.
    """
    text = unicodedata.normalize("NFKC", written).strip()
    return _read(text) if text and len(text) <= _LONGEST else None


def _read(text: str) -> Decimal | None:
    for unit, size in _LARGE.items():
        left, found, right = text.rpartition(unit)
        if not found:
            continue
        head = Decimal(1) if not left else _read(left)
        tail = _tail(right, size)
        if head is None or tail is None or (right and head != head.to_integral_value()):
            return None
        return _plain(_EXACT.add(_EXACT.multiply(head, Decimal(size)), tail))
    return _read_small(text)


def _plain(value: Decimal) -> Decimal:
    """`3500000000000`, not `3500000000000.0`."""
    return Decimal(int(value)) if value == value.to_integral_value() else value


def _tail(right: str, size: int) -> Decimal | None:
    """What stands after a multiplier of `size`: nothing, a smaller number, or one digit of the place below."""
    if not right:
        return Decimal(0)
    if len(right) == 1 and right in _DIGITS and right not in _ZEROS:
        return Decimal(_DIGITS[right]) * (size // 10)
    tail = _read(right.lstrip("零〇○"))
    return tail if tail is not None and tail < size else None


def _read_small(text: str) -> Decimal | None:
    """A number without 万, 亿 or 兆."""
    if _ARABIC.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if mixed := _ARABIC_SMALL.fullmatch(text):
        size = _SMALL[mixed["unit"]]
        number, tail = Decimal(mixed["number"].replace(",", "")), _tail(mixed["rest"], size)
        if tail is None or (mixed["rest"] and number != number.to_integral_value()):
            return None
        return _plain(_EXACT.add(_EXACT.multiply(number, Decimal(size)), tail))
    whole, point, fraction = text.partition("点")
    if point:
        head = _read_small(whole)
        if head is None or not fraction or any(c not in _DIGITS for c in fraction):
            return None
        return _EXACT.add(head, Decimal("0." + "".join(_DIGITS[c] for c in fraction)))
    if _POSITIONAL.fullmatch(text):
        return None if text in _ESTIMATES else Decimal("".join(_DIGITS[c] for c in text))
    if len(text) == 1 and text in _ZEROS:
        return Decimal(0)
    spoken = _SPOKEN.fullmatch(text)
    return _spoken_value(spoken) if spoken else None


def _spoken_value(spoken: re.Match[str]) -> Decimal | None:
    total, last = 0, 0
    for place, size in (("k", 1000), ("h", 100), ("t", 10)):
        digit = spoken[place]
        if digit is not None:
            total += int(_DIGITS.get(digit, "1")) * size
            last = size
    if spoken["score"]:
        total, last = total + (20 if spoken["score"] == "廿" else 30), 10
    ones = spoken["o"]
    if not ones:
        return Decimal(total) if total and spoken[0][-1] not in _ZEROS else None
    # 两百五 is 250, but 一百零五 is 105 and 二十五 is 25.
    size = last // 10 if last >= 100 and not (spoken["z1"] or spoken["z2"] or spoken["z3"]) else 1
    return Decimal(total + int(_DIGITS[ones]) * size)

"""Where a number stands in a text, and how much it says: digits, spelled numbers, fractions, products, `翻两番`.

Everything here looks at characters from one offset on; which numbers are quantities is decided elsewhere.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Literal, NamedTuple

from extractors.numerals import read_number

#: 千 begins units too (千瓦) and 百 begins 百分: there they multiply nothing. 兆 is 10^12 of money or before more digits, elsewhere mega.
_MULTIPLIER = "(?:[万亿]|百(?!分)|千(?![瓦克米伏帕焦赫卡])|兆(?=[元美日欧港余多零〇一二三四五六七八九十\\d]))"
_SPELLED_DIGIT = "[零〇○一二三四五六七八九]"
#: 参 is a formal three only among others: 参拾伍万, 贰拾参万; elsewhere it is a verb.
_THREE = "参(?=[拾佰仟])|(?<=[拾佰仟])参(?=[万元仟佰])"
_SPELLED = rf"(?:{_THREE}|[零〇○一二三四五六七八九十廿卅两壹贰叁肆伍陆柒捌玖拾佰仟]|{_MULTIPLIER})+(?:点{_SPELLED_DIGIT}+)?"
#: 44个亿 is a sum; 15个亿吨大港 and 160个亿元以上项目 are so many of a size.
_COUNTED = r"(?:个(?=亿(?:元?(?:[，。；：、）\n]|$)|左右|以上[，。；]|多元?[，。；])))?"
_PLAIN = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"

#: What `number_at` is worth trying on.
START = re.compile(r"[0-9零〇一二三四五六七八九十廿两百千万亿壹贰叁肆伍陆柒捌玖半翻倍减过]")

_DIGITS = re.compile(
    rf"(?P<plain>{_PLAIN})(?: ?(?P<more>[余多来几]?){_COUNTED}(?P<size>{_MULTIPLIER}{{1,3}})(?P<tail>\d+[百千]?(?![\d.,]))?)?", re.ASCII
)
_PLAIN_NUMBER = re.compile(_PLAIN, re.ASCII)
#: What makes more of a number in digits than itself: 2×30, 1/2, 30+3×20.
_JOINTS = frozenset("/×xX*+ ")
_WORDS = re.compile(_SPELLED)
_MORE_BETWEEN = re.compile(rf"[余多来几](?P<size>{_MULTIPLIER}{{1,2}})")
_CROSS = "[×xX*]"
_PRODUCT = re.compile(
    rf"(?P<terms>{_PLAIN}(?: ?{_CROSS} ?{_PLAIN})?(?: ?\+ ?{_PLAIN}(?: ?{_CROSS} ?{_PLAIN})?){{0,6}})(?! ?%|[\d./]) ?(?P<size>{_MULTIPLIER}{{0,2}})",
    re.ASCII,
)
#: Products that are summed, each with the unit: 2×109万千瓦+2×115万千瓦.
_SUMMED = re.compile(
    rf"{_PLAIN} ?{_CROSS} ?{_PLAIN}"
    rf"(?P<unit>(?P<size>[万亿]?)[\u4e00-\u9fffA-Za-z]{{1,4}}?)(?: ?\+ ?{_PLAIN} ?{_CROSS} ?{_PLAIN}(?P=unit))+",
    re.ASCII,
)
_PERCENT_WORD = re.compile(rf"(?P<base>百|千|万)分之(?P<part>{_SPELLED}|{_PLAIN})(?P<more>点几|[几多])?")
_FRACTION_WORD = re.compile(rf"(?P<whole>{_SPELLED}|\d+)分之(?P<part>{_SPELLED}|\d+)")
_FRACTION = re.compile(r"(?P<part>\d{1,2})/(?P<whole>\d{1,2})(?![\d/.万])", re.ASCII)
_TENTHS = re.compile(rf"(?P<whole>[一二三四五六七八九两]|\d)成(?P<half>半|{_SPELLED_DIGIT})?(?![员立为功就本绩品长都果效熟交套人年份型])")
_HALF = re.compile("(?:(?P<over>过)半数?|半数(?!字)|一半)")
_HALF_OF = re.compile("半(?=[亩斤吨]|公斤)")
_DOUBLING = re.compile(r"翻(?:了)?(?P<times>[一两二三四五]|\d)?番")
_TIMES = re.compile("倍增(?=[，。；、）]|$|目标)|减半(?!径)")
_ESTIMATE = re.compile(
    "(?P<tens>[一二三四五六七八九]?十)?(?P<digits>一两|两三|三两|[一二三四五六七八九][二三四五六七八九])"
    rf"(?P<size>十?{_MULTIPLIER}{{0,2}})"
)
_RATIO = re.compile(r"(?P<part>\d{1,6}(?:\.\d{1,4})?) ?[:：∶] ?(?P<whole>\d{1,6}(?:\.\d{1,4})?)(?![\d:：∶]|\.\d)", re.ASCII)
_RATIO_BEFORE = re.compile(r"(?:比例?|比率|比值)[^，。；\n\d]{0,8}$")
_RATIO_AFTER = re.compile("的?(?:比例|比价|比率|配比|配套|配备|配置)|(?:的?比例)?(?:分担|负担|承担|分摊|分成)")
_FORMAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
_NEIGHBOURS = frozenset(["一两", "两三", "一二", "二三", "三四", "四五", "五六", "六七", "七八", "八九"])


class Number(NamedTuple):
    """A number found at `start`: `unit` is set when the number brings its own (百分之, 成, 番).

    `size` is the multiplier written after a number in digits (万 in 10万), which a range's first number may share; `more` says that
    余 or 多 makes it a lower bound; `spelled` that no digit occurs in it; `bare` that it is only multipliers (百, 千万).
    """

    start: int
    end: int
    value: Decimal
    value_max: Decimal | None = None
    unit: str | None = None
    size: str = ""
    more: bool = False
    kind: Literal["digits", "spelled", "bare", "percent", "fraction", "times", "product"] = "digits"

    @property
    def complete(self) -> bool:
        """Whether the number needs no measure word after it."""
        return self.kind in ("percent", "fraction", "times")


def number_at(text: str, at: int) -> Number | None:
    """The number that begins at `at`, the longest reading: `2×30万`, `三分之一`, `百分之二十`, `1万5千`; None when there is none.

    `翻两番` and `倍增` are numbers of 倍; vague ones (`几十`, `数千`) begin with a character that is none, so their tail must not be asked for.
    """
    char = text[at]
    if char in "翻倍减":
        return _doubling(text, at)
    if char in "过半":
        return _half(text, at)
    if char.isascii():
        plain = _PLAIN_NUMBER.match(text, at)
        if plain and text[plain.end() : plain.end() + 1] not in _JOINTS:
            return _digits(text, at)
        return _fraction(text, at) or _product(text, at) or _digits(text, at)
    return _percent(text, at) or _fraction_word(text, at) or _tenths(text, at) or _half(text, at) or _estimate(text, at) or _spelled(text, at)


def ratio(part: Decimal, whole: Decimal) -> Decimal:
    """A fraction as the tables write it, to four places: one third is 0.3333."""
    return (part / whole).quantize(Decimal("0.0001"), ROUND_HALF_EVEN).normalize()


def _digits(text: str, at: int) -> Number | None:
    found = _DIGITS.match(text, at)
    if not found:
        return None
    size = found["size"] or ""
    tail = found["tail"] or ""
    value = read_number(found["plain"] + size + tail)
    end = found.end()
    if value is None and size:
        value, end, size = read_number(found["plain"]), found.end("plain"), ""
    if value is None:
        return None
    return Number(at, end, value, size="" if tail else size, more=bool(size and found["more"]))


def _spelled(text: str, at: int) -> Number | None:
    found = _WORDS.match(text, at)
    if not found:
        return None
    end, more = found.end(), False
    value = read_number(found.group().replace("参", "叁"))
    # 陆 and 伍 alone are land and a surname, not six and five.
    if not value or found.group() in _FORMAL:
        return None
    between = _MORE_BETWEEN.match(text, end)
    if between and (larger := read_number(found.group() + between["size"])) is not None:
        value, end, more = larger, between.end(), True
    bare = all(c in "百千万亿" for c in found.group())
    return Number(at, end, value, more=more, kind="bare" if bare else "spelled")


def _product(text: str, at: int) -> Number | None:
    if found := _SUMMED.match(text, at):
        terms, end = found[0].replace(found["unit"], ""), found.end() - len(found["unit"]) + len(found["size"])
    elif (found := _PRODUCT.match(text, at)) and re.search(_CROSS, found["terms"]):
        terms, end = found["terms"], found.end()
    else:
        return None
    total = Decimal(0)
    for term in terms.replace(" ", "").split("+"):
        product = Decimal(1)
        for factor in re.split(_CROSS, term):
            product *= Decimal(factor.replace(",", ""))
        total += product
    size = read_number(found["size"]) if found["size"] else Decimal(1)
    return None if size is None else Number(at, end, total * size, kind="product")


def _percent(text: str, at: int) -> Number | None:
    found = _PERCENT_WORD.match(text, at)
    if not found:
        return None
    value = read_number(found["part"])
    if value is None:
        return None
    if found["base"] == "万":
        return Number(at, found.end(), ratio(value, Decimal(10_000)), more=bool(found["more"]), kind="fraction")
    unit = {"百": "%", "千": "‰"}[found["base"]]
    return Number(at, found.end(), value, unit=unit, more=bool(found["more"]), kind="percent")


def _fraction_word(text: str, at: int) -> Number | None:
    found = _FRACTION_WORD.match(text, at)
    if not found:
        return None
    part, whole = read_number(found["part"]), read_number(found["whole"])
    if part is None or whole is None or not 0 < part <= whole:
        return None
    return Number(at, found.end(), ratio(part, whole), kind="fraction")


def _fraction(text: str, at: int) -> Number | None:
    found = _FRACTION.match(text, at)
    if not found:
        return None
    part, whole = Decimal(found["part"]), Decimal(found["whole"])
    if not 0 < part < whole:
        return None
    return Number(at, found.end(), ratio(part, whole), kind="fraction")


def _tenths(text: str, at: int) -> Number | None:
    found = _TENTHS.match(text, at)
    if not found:
        return None
    value = read_number(found["whole"])
    rest = {"半": Decimal(5)}.get(found["half"]) if found["half"] == "半" else read_number(found["half"] or "零")
    if value is None or rest is None:
        return None
    return Number(at, found.end(), value + rest / 10, unit="成", kind="percent")


def _half(text: str, at: int) -> Number | None:
    if _HALF_OF.match(text, at):
        return Number(at, at + 1, Decimal("0.5"), kind="spelled")
    found = _HALF.match(text, at)
    return Number(at, found.end(), Decimal("0.5"), more=bool(found["over"]), kind="fraction") if found else None


def _doubling(text: str, at: int) -> Number | None:
    if found := _DOUBLING.match(text, at):
        times = read_number(found["times"] or "一")
        return None if times is None else Number(at, found.end(), Decimal(2) ** int(times), unit="倍", kind="times")
    if found := _TIMES.match(text, at):
        return Number(at, found.end(), Decimal("0.5") if found.group() == "减半" else Decimal(2), unit="倍", kind="times")
    return None


def _estimate(text: str, at: int) -> Number | None:
    """`两三家`, `七八百亿元`, `十五六个`: neighbouring digits that say from … to."""
    found = _ESTIMATE.match(text, at)
    if not found or found["digits"] not in _NEIGHBOURS or _WORDS.match(text, found.end()):
        return None
    low, high = (read_number(f"{found['tens'] or ''}{digit}{found['size']}") for digit in found["digits"])
    return None if low is None or high is None else Number(at, found.end(), low, high, kind="spelled")


def ratio_at(text: str, at: int) -> Number | None:
    """The ratio that begins at `at`, the first number over the second: `之比为1.5：1`, `1.2:1的比价`; not `1∶1.5∶3` and not `10:30`."""
    found = _RATIO.match(text, at) if text[at].isdigit() and text[at - 1 : at] not in (":", "：", "∶") else None
    if not found or not Decimal(found["whole"]):
        return None
    if not _RATIO_BEFORE.search(text[max(0, at - 12) : at]) and not _RATIO_AFTER.match(text, found.end()):
        return None
    return Number(at, found.end(), ratio(Decimal(found["part"]), Decimal(found["whole"])), kind="fraction")

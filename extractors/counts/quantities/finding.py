"""Quantities in a text: number, unit and the bound words at them, on characters.

`不少于3家`, `50项以上`, `5～10万元`, `百分之二十`, `三万元以上十五万元以下`. Which of them are facts of the document and not names, dates
or labels is settled here as far as the next characters tell; phrases and places are the business of `exclusions`.
"""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from typing import NamedTuple

from extractors.counts.lexicon import alternation, pattern, words
from extractors.counts.quantities.accepting import is_accepted
from extractors.counts.quantities.bounds import after_at, before_at
from extractors.counts.quantities.numbers import START, Number, number_at, ratio_at
from extractors.counts.quantities.unit_nearby import listed_places, measures_degrees, reads_as_digits, shared_size, shared_unit, stands_alone
from extractors.counts.quantities.units import Unit, unit_at, unit_kinds
from extractors.numerals import read_number
from extractors.records import Comparator

#: Telephone numbers, percent-encoded addresses, dates and times of day, passed over whole.
_CODE = re.compile(r"\d{1,4} ?(?:[年月]|日(?!元))|0\d{2,3} ?[-—–] ?\d{7,8}|1[3-9]\d{9}(?!\d)|\d+%[0-9A-Fa-f]{2}%?|\d{1,2}:\d{2}(?::\d{2})?", re.ASCII)
#: A run that is skipped whole when it is no number: its tail would be one by accident.
_RUN = re.compile(r"[0-9.,]*[0-9]|[零〇○一二三四五六七八九十廿卅两百千万亿几数壹贰叁肆伍陆柒捌玖拾佰仟]+|.", re.DOTALL)
_RANGE = re.compile(r" ?(?:——|--|[—–\-~～－―─至到]) ?(?:人民币|新台币)?")
#: 从5%到8% tells of two quantities, not of a range.
_FROM = re.compile(r"[从由自] ?$")
#: What closes a range before its second number.
_UNDER = re.compile("(?:但|且)?(?:不足|不满|未满|不到)")
#: 两家或者两家以上 is one quantity.
_OR_MORE = re.compile("或者?")
#: 7个和10个工作日 are two durations.
_TIMES_LISTED = re.compile(r" ?[、和及或至] ?\d+ ?个?(?:工作日|自然日|月|小时|季度|星期)")
_TOLERANCE = re.compile(r" ?(?:±|\+/-) ?\d+(?:\.\d+)? ?[%℃]?")
#: 数十, 几千, 成千上万 name no number.
_VAGUE = re.compile(r"(?:[数几]|(?<![形建完达构组合])成[百千]?|[百千]上)$")
_VAGUE_TENS = re.compile("[数几]$")
#: 第三, 第一、二, 附件2, 表3 (not 代表3人, 电表5万只), and 第二十 三条 with a stray space.
_ORDINAL = re.compile(
    r"(?:附件|附表|附录|专栏|(?<![代发水电气热仪手钟])表|"
    r"(?<![地版挂])图) ?(?:\d{1,2}[、和及与至到—\-~～] ?){0,4}$|第 ?[零一二三四五六七八九十百\d]+ $"
    r"|第 ?(?:[零一二三四五六七八九十百\d]+[、和及与至到—\-~～])* ?$"
)
#: 前十 and 后十位 are ranks; 目前, 提前, 以后 are not.
_RANKED = re.compile(r"(?<![目此以提当年之生日事史会广革施改整])前 ?$")
#: 前5% is the share of a field.
_SHARE = re.compile(r"\d{1,2}(?:\.\d)?%", re.ASCII)
_MORE = re.compile("[余多来几]")
#: 11万多移民: more than so many of what follows.
_AND_MORE = re.compile("[余多](?=[\u4e00-\u9fff])(?!年)")
#: 2倍多 is more than that; 多晶硅 and 多功能 are words.
_MORE_AFTER = re.compile("[多余](?=[，。；、）的\n]|$)")
#: 5个和1个百分点 are both percentage points.
_POINTS_LISTED = re.compile(r"(?: ?[、和及与] ?\d+(?:\.\d+)? ?个){1,6}百分点")
#: 四次会议 is the fourth, 两次会议 are two.
_TWICE = re.compile(" ?次(?![性元产供能创污开])")
#: 三点意见 are three of them, 三点 an hour.
_POINTS_MADE = re.compile(
    "(?:具体|主要|重要|明确|简要|深刻|指导性?|工作)?"
    "(?:意见|建议|要求|体会|希望|启示|经验|原因|感受|看法|考虑|想法|认识|理由|内容|倡议|提示|做法|特点|说明)"
)
#: No size below it makes a level of things that are measured: 1000吨级|航道; 40吨级 may be a grade.
_LEAST_LEVEL = 100
_LEVELLED = re.compile(r"级(?![别层])")
_ITSELF = re.compile(r" ?[（(]含 ?\d[^（）()\n]{0,8}[）)]")
_CLOSED = re.compile(r"[（(]含(?:本数)?[）)]")
#: What a bound says when the number itself is included (（含）).
_INCLUDED: dict[Comparator, Comparator] = {"le": "le", "lt": "le", "ge": "ge", "gt": "ge"}
_FUEL = re.compile("标准煤|标煤")
_MONEY_WORD = re.compile(r" ?人民币(?!银行)")
#: A sum as large as this may be passed: 产值|过|三千亿元.
_LARGE_SUM = 10**8
#: What a sign stands after: 增长|-3.2%, 增速为|-0.5%.
_BEFORE_SIGN = re.compile("(?:增长|增[速幅]|[为是至到了降（(：:\t])$")
#: What a spelled digit may go on with besides a unit.
_GOES_ON = frozenset("零〇一二三四五六七八九十廿两百千万亿壹贰叁肆伍陆柒捌玖拾佰仟分点成半倍余多来几期册队根瓶袋至到—–-~～－―─ ")


class Quantity(NamedTuple):
    """A number with its unit and bound words.

    `start:end` is the text with bound words, `core_start:core_end` number and unit alone. `comparator` is what the words at the number
    say (`eq` when they say nothing); `levelled` that 级 follows (`百亿级`).
    """

    start: int
    end: int
    core_start: int
    core_end: int
    number: Number
    unit: Unit | None
    value: Decimal
    value_max: Decimal | None
    unit_name: str | None
    comparator: Comparator
    levelled: bool = False

    @property
    def bounded(self) -> bool:
        """Whether bound words stand directly at the number."""
        return self.comparator != "eq"

    @property
    def counted(self) -> bool:
        """Whether a measure word or noun follows the number, so that things are counted and nothing is measured."""
        return self.unit is not None and self.unit.kind in ("classifier", "noun")


def quantities(text: str) -> list[Quantity]:
    """Every quantity of `text` in order, without overlaps.

    `50项以上`, `上百家` and `翻两番` are; `第三个`, `数百家`, `GB3095`, `2020年` and `30分钟` are not.
    """
    found: list[Quantity] = []
    at = 0
    starts = _starts()
    while start := starts.search(text, at):
        at = start.start()
        if code := _CODE.match(text, at):
            at = code.end()
            continue
        number = None if _glued(text, at) else number_at(text, at)
        quantity = _ratio(text, at) or (number and _quantity(text, number))
        if quantity:
            found.append(quantity)
            at = max(quantity.end, at + 1)
        else:
            run = _RUN.match(text, at)
            at = max(number.end if number else 0, run.end() if run else at + 1)
    return found


@functools.cache
def _starts() -> re.Pattern[str]:
    """Where a quantity may begin; a single spelled digit only before what it may count or go on with: 一 in 三家, not in 统一."""
    units = {word[0] for word, kind in unit_kinds(spelled=True).items() if kind not in ("time", "code")}
    after = "".join(units | words("units", "listed_places") | _GOES_ON)
    return re.compile(
        rf"[0-9十廿百千万亿]|[零〇一二三四五六七八九两壹贰叁肆伍陆柒捌玖](?=[{re.escape(after)}])"
        "|翻(?=了?[一两二三四五0-9]?番)|倍(?=增)|减(?=半)|过(?=半)|半(?=[数亩斤吨公])"
    )


def _glued(text: str, at: int) -> bool:
    """Whether what stands before makes the number at `at` part of something else."""
    if not at:
        return False
    before = text[at - 1]
    earlier = text[at - 2] if at > 1 else ""
    if text[at].isascii():
        # Dots lead from an entry to its number: `咖啡馆......10%`.
        if before.isascii() and (before.isalnum() or before in "._#/\\@") and not before == earlier == ".":
            return True
        if (before == "-" and earlier.isascii() and earlier.isalnum()) or (before in ":：∶" and earlier.isdigit()):
            return True
    elif before.isascii() and before.isdigit():
        return True
    if before == "”" and text[at] in "百千万亿":
        return True  # “百千万”亿级 is a name
    left = text[max(0, at - 8) : at]
    if _ORDINAL.search(left) or (_RANKED.search(left) and not _SHARE.match(text, at)):
        return True
    if text[at] == "十":
        return bool(_VAGUE_TENS.search(left))
    # 总数百分之三十 is no 数百.
    return text[at] in "百千万亿" and text[at + 1 : at + 3] != "分之" and bool(_VAGUE.search(left))


def _quantity(text: str, number: Number) -> Quantity | None:
    spelled = not text[number.start].isascii()
    end, more, unit = number.end, number.more, None
    levelled = number.value >= 10**8 and (_LEVELLED.match(text, end) or _is_size(text, number))
    if not number.complete and not levelled:
        unit = unit_at(text, end, spelled=spelled and not reads_as_digits(text, number.start, end))
        if unit is None and not more and number.kind != "product" and _MORE.match(text, end) and (not int(number.value) % 10 or text[end] in "多余"):
            unit = unit_at(text, end + 1, spelled=spelled)
            more, end = unit is not None, end + 1 if unit else end
        if unit is None and not more and number.kind == "digits" and _AND_MORE.match(text, end) and (number.size or _is_round(number)):
            more, end = True, end + 1
    if unit and unit.kind == "code" and text[end - 1] == "两" and _TWICE.match(text, end):
        unit = Unit(unit.start, unit.start + 1, "次", "classifier")
    if unit and (unit.kind in ("time", "code") or (unit.name == "个" and _TIMES_LISTED.match(text, unit.end))):
        return None
    if unit and unit.name == "度" and not (number.size or measures_degrees(text, number.start)):
        return None
    if unit and unit.name == "大类" and text[unit.end : unit.end + 1] in ("型", "别"):
        unit = Unit(unit.start, unit.end - 1, "大", "classifier")
    elif unit and unit.name == "点" and _POINTS_MADE.match(text, unit.end):
        unit = unit._replace(kind="classifier")
    if unit is None and number.kind == "digits" and not more and not levelled:
        unit = shared_unit(text, number.start, end, sized=bool(number.size))
        if unit and not number.size:
            number = number._replace(value=number.value * shared_size(text, end))
    elif unit and unit.name == "个" and _POINTS_LISTED.match(text, unit.end):
        unit = Unit(unit.start, unit.end, "百分点", "measure")
    if unit is None and number.kind == "spelled":
        unit = listed_places(text, number)
    end = unit.end if unit and unit.end > unit.start else end
    measured = number.complete or (unit is not None and unit.end == end and (unit.kind == "measure" or unit.name == "倍"))
    if measured and not number.more and _MORE_AFTER.match(text, end):
        more, end = True, end + 1
    if unit is None and number.kind == "digits" and not (number.size or more or levelled) and not stands_alone(text, number):
        return None
    core = _joined(text, number, unit, end, more=more)
    if core is None:
        return None
    quantity = _signed(text, _bounded(text, core))
    return quantity if is_accepted(text, quantity) else None


@functools.cache
def _sized() -> re.Pattern[str]:
    return re.compile(alternation(words("units", "sized")))


def _is_size(text: str, number: Number) -> bool:
    """Whether a bare number of money names the size of what follows: `百亿|产业`; not `上亿市场主体`, `1亿人`."""
    return number.kind == "bare" and number.value > 10**8 and _sized().match(text, number.end) is not None


def _is_round(number: Number) -> bool:
    """Whether 多 after the number makes it a lower bound of what follows: `3700|多移民`, not `5|多媒体教室`."""
    return _LEAST_LEVEL <= number.value < 10**9 and not int(number.value) % 10


def _joined(text: str, number: Number, unit: Unit | None, end: int, *, more: bool) -> Quantity | None:
    """Number and unit as a quantity, with the second number of a range when one follows; None when that one makes it a date."""
    name = unit.name if unit else number.unit
    alone = Quantity(number.start, end, number.start, end, number, unit, number.value, number.value_max, name, "gt" if more or number.more else "eq")
    if tolerance := _TOLERANCE.match(text, end):
        return alone._replace(end=tolerance.end(), core_end=tolerance.end(), comparator="approx")
    if number.value_max is not None or more:
        return alone
    if unit and (twice := _OR_MORE.match(text, end)) and (second := _second(text, twice.end())):
        repeated = second[0].value == number.value and second[1] is not None and second[1].name == name
        return alone._replace(end=second[2], core_end=second[2]) if repeated else alone
    at, closing = _range_at(text, end, bounded=unit is not None or number.complete)
    second = _second(text, at) if at > end else None
    if second is None:
        return alone
    other, other_unit, other_end = second
    if other_unit and other_unit.kind in ("time", "code"):
        return alone if unit else None
    other_name = other_unit.name if other_unit else other.unit
    if name is None and unit is None and not number.size and other.size and number.value < other.value:
        scaled = number.value * (read_number(other.size) or 1)
        number = number._replace(value=scaled) if scaled < other.value else number
    if number.kind == "percent" and other_unit is None and other.unit is None:
        other_name = name  # 百分之五至十
    if (name is not None and name != other_name) or other.value <= number.value:
        return alone
    if closing:
        after = after_at(text, other_end)
        if not after or after[0] != "le":
            return alone
        other_end = after[1]
    elif unit and _FROM.search(text[max(0, number.start - 2) : number.start]) and text[end:at].strip()[:1] in ("到", "至"):
        return alone
    number = number._replace(size=other.size or number.size)
    return Quantity(number.start, other_end, number.start, other_end, number, other_unit or unit, number.value, other.value, name or other_name, "eq")


def _range_at(text: str, end: int, *, bounded: bool) -> tuple[int, bool]:
    """Where a range's second number begins (`end` when none does), and whether the range is one of 以上 … 以下."""
    after = after_at(text, end)
    if after and after[0] == "ge" and bounded:
        under = _UNDER.match(text, after[1])
        return (under.end() if under else after[1]), not under  # 三万元以上十五万元以下, 三万元以上不足十五万元
    separator = _RANGE.match(text, end)
    if separator is None and (mark := _CLOSED.match(text, end)):
        separator = _RANGE.match(text, mark.end())
    return (separator.end(), False) if separator else (end, False)


def _second(text: str, at: int) -> tuple[Number, Unit | None, int] | None:
    """The number that begins at `at` with its unit and the offset where both end."""
    if at >= len(text) or not START.match(text, at):
        return None
    number = number_at(text, at)
    if number is None or number.value_max is not None:
        return None
    unit = None if number.complete else unit_at(text, number.end, spelled=not text[at].isascii())
    return number, unit, unit.end if unit else number.end


def _bounded(text: str, quantity: Quantity) -> Quantity:
    """The quantity widened to the bound words that stand at it."""
    start, end, comparator = quantity.start, quantity.end, quantity.comparator
    bare = quantity.number.kind in ("bare", "fraction") or (quantity.unit_name in ("元", None) and quantity.value >= _LARGE_SUM)
    before = before_at(text, start, bare=bare)
    # 突破50项关键技术: what is broken through, not a bound.
    if before and not (text.startswith("突破", before[1]) and quantity.counted and pattern("bounds", "attained").match(text, end)):
        comparator, start = before
    money = _MONEY_WORD.match(text, end)
    after_start = money.end() if money else end
    after = after_at(text, after_start)
    if comparator in _INCLUDED and (closed := _CLOSED.match(text, end)) and after and after[1] == closed.end():
        comparator, end = _INCLUDED[comparator], closed.end()  # 不得超过2%（含）
    elif after and (quantity.value_max is None or after[0] != "le"):
        said, end = after
        if quantity.value_max is not None and _CLOSED.fullmatch(text, after_start, end):
            said = comparator  # 5万元至10万元（含）: the range is closed, not open above
        comparator = said if said != "approx" or comparator == "eq" else comparator
    if (comparator in ("lt", "gt") or quantity.value_max is not None) and (itself := _ITSELF.match(text, end)):
        comparator, end = _INCLUDED.get(comparator, comparator), itself.end()  # 不足3个（含3个）, 100—500亩（含500亩）
    if quantity.unit_name == "吨" and end > quantity.end and (fuel := _FUEL.match(text, end)):
        # 975万吨左右|标准煤
        return quantity._replace(start=start, end=fuel.end(), comparator=comparator, unit_name=f"吨{fuel.group()}")
    levelled = False
    if comparator == "eq" or start < quantity.start:
        # 升级 is a word.
        levels = quantity.unit is None or (quantity.unit.kind == "measure" and not (quantity.unit.name or "").endswith(("级", "升")))
        sized = bool(quantity.number.size) or quantity.number.kind in ("bare", "spelled") or quantity.value >= _LEAST_LEVEL
        if levels and sized and (level := _LEVELLED.match(text, end)):
            end, levelled = level.end(), True
            if comparator == "eq" and (bounding := after_at(text, end)):
                comparator, end = bounding
        levelled = levelled or (quantity.unit is None and text[start] != "上" and _is_size(text, quantity.number))
    if (start, end, comparator) == (quantity.start, quantity.end, quantity.comparator) and not levelled:
        return quantity
    return quantity._replace(start=start, end=end, comparator=comparator, levelled=levelled)


def _signed(text: str, quantity: Quantity) -> Quantity:
    """A share or a distance below nought with its sign: `增长|-3.2%`; the dash of `8-10%` and of `试点-20%` is none."""
    start = quantity.start - 1
    share = quantity.unit_name in ("%", "百分点") and quantity.value_max is None and quantity.start == quantity.core_start
    if not share or start < 1 or text[start] not in "-−" or not _BEFORE_SIGN.search(text[max(0, start - 2) : start]):
        return quantity
    return quantity._replace(start=start, core_start=start, value=-quantity.value)


def _ratio(text: str, at: int) -> Quantity | None:
    number = ratio_at(text, at)
    return _bounded(text, Quantity(at, number.end, at, number.end, number, None, number.value, None, None, "eq")) if number else None

"""Quantities in a text: number, unit and the bound words at them, on characters.

`不少于3家`, `50项以上`, `5～10万元`, `百分之二十`, `三万元以上十五万元以下`. Which of them are facts of the document and not names, dates
or labels is settled here as far as the next characters tell; phrases and places are the business of `exclusions`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.counts.bounds import after_at, before_at
from extractors.counts.numbers import START, Number, number_at, ratio
from extractors.counts.units import Unit, unit_at
from extractors.numerals import read_number
from extractors.records import Comparator

#: A run that is skipped whole when it is no number: its tail would be one by accident.
_CODE = re.compile(r"0\d{2,3} ?[-—–] ?\d{7,8}|1[3-9]\d{9}(?!\d)|\d+%[0-9A-Fa-f]{2}%?|\d{1,2}:\d{2}(?::\d{2})?", re.ASCII)
_RUN = re.compile(r"[0-9.,]*[0-9]|[零〇○一二三四五六七八九十廿卅两百千万亿几数壹贰叁肆伍陆柒捌玖拾佰仟]+|.", re.DOTALL)
_RANGE = re.compile(r" ?(?:——|--|[—–\-~～－―─至到]|(?<=[%元])[—–\-]) ?(?:人民币|新台币)?")
_TOLERANCE = re.compile(r" ?(?:±|\+/-) ?\d+(?:\.\d+)? ?[%℃]?")
_NUMBER_LIST = re.compile(r"(?: ?[、和及与] ?\d+(?:\.\d+)?){1,8}(?: ?[万亿])?", re.ASCII)
_RATIO = re.compile(r"(?P<part>\d+(?:\.\d+)?) ?[:：∶] ?(?P<whole>\d+(?:\.\d+)?)(?![\d:：∶])", re.ASCII)
_RATIO_BEFORE = re.compile(r"(?:比例?|比率|比值)[^，。；\n\d]{0,8}$")
_FROM = re.compile(r"[从由自] ?$")
#: 上百, 数十, 几千 name no number; 第三 and 第一、二 are ordinals; letters, points and strokes make identifiers.
_VAGUE = re.compile(r"(?:[数几]|成[百千]?|(?<![以线网岸路陆海地天身手船车水])上)$")
_VAGUE_TENS = re.compile("[数几]$")
_ORDINAL = re.compile(r"(?:附件|附表|附录|专栏|[表图]) ?$|第 ?[零一二三四五六七八九十百\d]+ $|第 ?(?:[零一二三四五六七八九十百\d]+[、和及与至到—\-~～])* ?$")
_OR_MORE = re.compile("或者?")
_LEVELLED = re.compile(r"级(?![别层])")
_MORE = re.compile("[余多来几]")
_CLOSED = re.compile(r"[（(]含(?:本数)?[）)]")
_RANKED = re.compile(r"(?<![目此以提当年之生日事史会])前 ?$")
_RANKED_FROM_END = re.compile(r"(?<![以之此今往随其先前最然])后 ?$")
_MONEY_WORD = re.compile(r" ?人民币(?!银行)")


#: No text speaks of more 县 or 园区 without a measure word: a greater number is a code or has run in from a table.
_MOST_PLACES = 400
#: A greater bare number after 达到 is a year or a code.
_MOST_INDEX = 1000
_REACHED = re.compile(r"(?<!码)(?<!号)(?<!话)(?<!编)(?<!箱)(?:(?P<level>达到?|提高[到至]|提升[到至]|降[到至]|下降[到至]|降低[到至]|控制在|稳定在|保持在|压减[到至])|为) ?$")
_ENDED = re.compile(r" ?(?:[，。；、）\n]|和|以[上下内]|左右|$)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and bound words.

    `start:end` is the text with bound words, `core_start:core_end` number and unit alone. `comparator` is what the words at the number
    say (`eq` when they say nothing); `bounded` whether they say anything.
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


def quantities(text: str) -> list[Quantity]:
    """Every quantity of `text` in order, without overlaps.

    `50项以上` and `翻两番` are; `第三个`, `上百家`, `GB3095`, `2020年` and `30分钟` are not.
    """
    found: list[Quantity] = []
    at = 0
    while start := START.search(text, at):
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


def _glued(text: str, at: int) -> bool:
    """Whether what stands before makes the number at `at` part of something else."""
    if not at:
        return False
    before = text[at - 1]
    if text[at].isascii():
        if before.isascii() and (before.isalnum() or before in "._#/\\=@"):
            return True
        if before in ":：∶" and at > 1 and text[at - 2].isdigit():
            return True
        if before in "-" and at > 1 and text[at - 2].isascii() and text[at - 2].isalnum():
            return True
    elif before.isascii() and before.isdigit():
        return True
    left = text[max(0, at - 8) : at]
    if _ORDINAL.search(left) or _RANKED.search(left):
        return True
    return bool(_VAGUE_TENS.search(left)) if text[at] == "十" else text[at] in "百千万亿" and bool(_VAGUE.search(left))


def _quantity(text: str, number: Number) -> Quantity | None:
    spelled = not text[number.start].isascii()
    end, more, unit = number.end, number.more, None
    levelled = number.value >= 10**8 and _LEVELLED.match(text, end)
    if not number.complete and not levelled:
        unit = unit_at(text, end, spelled=spelled)
        if unit is None and not more and number.kind != "product" and (_MORE.match(text, end)) and not number.value % 10:
            unit = unit_at(text, end + 1, spelled=spelled)
            more, end = unit is not None, end + 1 if unit else end
    if unit and unit.kind in ("time", "code"):
        return None
    if unit is None and number.kind == "digits" and not number.size and not more and not levelled:
        unit = _shared_unit(text, end)
    joined = _joined(text, number, unit, unit.end if unit and unit.end > unit.start else end, more)
    if joined is None:
        return None
    number, unit, value_max, core_end, comparator = joined
    quantity = Quantity(
        start=number.start, end=core_end, core_start=number.start, core_end=core_end, number=number, unit=unit,
        value=number.value, value_max=value_max, unit_name=unit.name if unit else number.unit, comparator=comparator,
    )
    return _accepted(text, _bounded(text, quantity, more))


def _shared_unit(text: str, end: int) -> Unit | None:
    """The unit a list of numbers has at its end (`5.9、2.6和3.8个百分点`), as an empty span at `end`; only shares and measures."""
    listed = _NUMBER_LIST.match(text, end)
    unit = unit_at(text, listed.end(), spelled=False) if listed else None
    return Unit(end, end, unit.name, unit.kind) if unit and unit.kind in ("measure", "percent") else None


def _joined(text: str, number: Number, unit: Unit | None, end: int, more: bool) -> tuple[Number, Unit | None, Decimal | None, int, Comparator] | None:
    """The number with the second number of a range, when one follows; None when that one makes it a date."""
    alone: tuple[Number, Unit | None, Decimal | None, int, Comparator] = (number, unit, number.value_max, end, "gt" if more else "eq")
    if tolerance := _TOLERANCE.match(text, end):
        return number, unit, None, tolerance.end(), "approx"
    if number.value_max is not None or more:
        return alone
    open_end, closed = end, after_at(text, end)
    sep = _RANGE.match(text, end)
    if unit and (again := _OR_MORE.match(text, end)):
        second = number_at(text, again.end()) if START.match(text, again.end()) else None
        second_unit = unit_at(text, second.end, spelled=not text[again.end()].isascii()) if second else None
        if second and second.value == number.value and second_unit and second_unit.name == unit.name:
            return number, unit, None, second_unit.end, "eq"
    if closed and closed[0] == "ge" and unit:  # 三万元以上十五万元以下
        open_end, sep = closed[1], None
    elif sep is None and (mark := _CLOSED.match(text, end)):
        sep = _RANGE.match(text, mark.end())
    at = sep.end() if sep else open_end
    if at == end or at >= len(text) or not START.match(text, at):
        return alone
    second = number_at(text, at)
    if second is None or second.value_max is not None:
        return alone
    second_unit = None if second.complete else unit_at(text, second.end, spelled=not text[at].isascii())
    if second_unit and second_unit.kind in ("time", "code"):
        return alone if unit else None
    second_name = second_unit.name if second_unit else second.unit
    first_name = unit.name if unit else number.unit
    if second_unit and second_unit.end > len(text):
        return alone
    second_end = second_unit.end if second_unit else second.end
    if first_name is None and unit is None and number.size == "" and second.size and number.value < second.value:
        scaled = number.value * (read_number(second.size) or 1)
        number = replace(number, value=scaled) if scaled < second.value else number
    if number.kind == "percent" and second.kind != "percent" and second.unit is None and second_unit is None:
        second_name = number.unit  # 百分之五至十
    if (first_name is not None and first_name != second_name) or second.value <= number.value:
        return alone
    if sep is None:
        after = after_at(text, second_end)
        return (number, second_unit or unit, second.value, after[1], "eq") if after and after[0] == "le" else alone
    if unit and _FROM.search(text[max(0, number.start - 8) : number.start]):
        return alone
    size = second.size or number.size
    return replace(number, size=size), second_unit or unit, second.value, second_end, "eq"


def _bounded(text: str, quantity: Quantity, more: bool) -> Quantity:
    """The quantity widened to the bound words that stand at it."""
    start, end, comparator = quantity.start, quantity.end, quantity.comparator
    if before := before_at(text, start, bare=quantity.number.kind in ("bare", "fraction")):
        comparator, start = before
    if money := _MONEY_WORD.match(text, end):
        after = after_at(text, money.end())
        if after:
            comparator, end = after
    elif after := after_at(text, end):
        if quantity.value_max is None or after[0] != "le":
            comparator, end = after if after[0] != "approx" or comparator == "eq" else (comparator, after[1])
    if quantity.number.more and comparator == "eq":
        comparator = "gt"
    levelled = False
    if comparator == "eq" or start < quantity.start:
        levels = quantity.unit is None or (quantity.unit.kind == "measure" and not (quantity.unit.name or "").endswith("级"))
        if levels and (quantity.number.size or quantity.number.kind in ("bare", "spelled")) and (level := _LEVELLED.match(text, end)):
            end, levelled = level.end(), True
    return replace(quantity, start=start, end=end, comparator=comparator, levelled=levelled)


def _accepted(text: str, quantity: Quantity) -> Quantity | None:
    """The quantity if number and unit (or the lack of one) can stand for an amount at all."""
    number, unit = quantity.number, quantity.unit
    if number.kind == "times":
        return quantity
    if number.complete:
        return quantity
    if unit is None:
        if quantity.levelled:
            return quantity if number.value >= 10**8 else None
        if number.kind == "digits" and number.size and number.size[-1] in "万亿":
            return quantity
        if number.kind in ("bare", "spelled") and quantity.bounded and number.value >= 10**4:
            return quantity
        if number.kind not in ("digits", "spelled") or _identifier_after(text, quantity.end):
            return None
        decimal = "." in text[number.start : number.end] or "点" in text[number.start : number.end]
        if quantity.bounded:
            return quantity if number.kind == "digits" or decimal else None
        reached = _REACHED.search(text[max(0, number.start - 16) : number.start])
        return quantity if reached and _ENDED.match(text, number.end) and (decimal or (reached["level"] and number.value < _MOST_INDEX)) else None
    if _is_label(text, quantity) or (unit.name in ("位", "名") and _RANKED_FROM_END.search(text[max(0, quantity.start - 3) : quantity.start])):
        return None
    if number.kind == "product" and unit.kind not in ("measure", "classifier"):
        return None
    if number.kind == "bare" and text[number.start : number.end] == "亿万":
        return None
    if number.kind == "bare" and number.value == 10**4 and not quantity.bounded and not quantity.levelled:
        return None
    if number.kind == "bare" and number.value == 10**8 and not quantity.bounded and not quantity.levelled:
        return None
    return quantity


def _is_label(text: str, quantity: Quantity) -> bool:
    """Whether the number is a section's (`3.1 市场监测`), a year's or a table's that has run into the next word (`2015店`)."""
    number, unit = quantity.number, quantity.unit
    if unit is None or number.kind != "digits":
        return False
    spaced = text[number.end : number.end + 1] == " "
    line_start = not text[text.rfind("\n", 0, number.start) + 1 : number.start].strip(" \t")
    if unit.kind in ("classifier", "noun") and not number.size and line_start and (
        spaced or number.value != number.value.to_integral_value()
    ):
        return True
    return unit.kind == "noun" and (spaced or number.value > _MOST_PLACES)


def _identifier_after(text: str, at: int) -> bool:
    after = text[at : at + 1]
    return after.isascii() and (after.isalnum() or after in "-/.")


def _ratio(text: str, at: int) -> Quantity | None:
    """`之比为1.5：1`: one number, the first over the second."""
    if not text[at].isdigit():
        return None
    found = _RATIO.match(text, at)
    if not found or not _RATIO_BEFORE.search(text[max(0, at - 12) : at]) or not Decimal(found["whole"]):
        return None
    value = ratio(Decimal(found["part"]), Decimal(found["whole"]))
    number = Number(at, found.end(), value, kind="fraction")
    quantity = Quantity(at, found.end(), at, found.end(), number, None, value, None, None, "eq")
    return _bounded(text, quantity, more=False)

"""What stands around a number and tells its unit: that of the last in its list, the places before it, what is measured; or that it needs none."""

from __future__ import annotations

import functools
import re

from extractors.counts.lexicon import words
from extractors.counts.quantities.bounds import last_characters
from extractors.counts.quantities.numbers import Number
from extractors.counts.quantities.units import Unit, unit_at

_NUMBER_LIST = re.compile(r"(?: ?[、和及与] ?\d+(?:\.\d+)?){1,8}(?: ?(?P<size>[万亿]))?", re.ASCII)
_SIZES = {"万": 10**4, "亿": 10**8}
_SIZED_LIST = re.compile(r"(?: ?[、和及与] ?\d+(?:\.\d+)? ?[万亿]){1,8}", re.ASCII)
#: 分别 before the first number of such a list, and as far before a number as it may stand.
_RESPECTIVELY = re.compile(r"分别[^，。；：、\d]{0,6}(?:\d+(?:\.\d+)? ?[、和及与] ?)*$", re.ASCII)
_LIST_START = 40
#: Measure words that only name things after other spelled numbers (三期, 一队): 两 never orders.
_AFTER_TWO = frozenset("期册队根瓶袋")
#: Behind such a measure word they say that it is one: 一册以上; not 五环以内.
_BOUND = frozenset("册本班队站口眼分")
_BOUNDS_AFTER = ("以上", "及以上", "以下", "以内")
#: Points given and taken: 记三分, 扣两分; not 三分之一.
_POINTS = re.compile("分(?![之钟别])")
_POINTS_BEFORE = frozenset("记扣加计满")
_SET_OUT = re.compile(r"[由从][^，。；由从]{0,16}$")
_LED_ON = re.compile(r"(?:逐步|进一步)?(?:下降|降低|缩小|收窄|减少|提高|提升|上升|扩大|增加|增长|优化|调整|降|升)[到至为]\d")
_LISTED_PLACES = 9
#: 四省一市: so many provinces with a city or a region.
_REGIONS = re.compile("[两三四五六七八九]省(?=[一两二三四五][市区])")
_PROVINCES = re.compile("[两三四五六七八九]省$")
_PLACE_SEPARATOR = re.compile("[、和与及]")
_PLACES_BEFORE = re.compile("[\u4e00-\u9fff]{2,5}(?:[、和与及][\u4e00-\u9fff]{2,5}){1,8}$")
#: 度 measures slopes and currents; else it is a part of names and of years that have run into words.
_ANGLE = re.compile("(?:[坡温纬经]度?|倾角|角度|(?:用电|电量|档)[^，。；]{0,12}|节电|[省每])(?:[约为达在超到低高大小于过不])*$")
_ANGLE_REACH = 24
#: What may follow a bare number that counts: the rest of a range, bounds, levels.
_AFTER_BARE = frozenset("至到—–-~～－―─ （(±+以及或之左上许内级")


def listed_places(text: str, number: Number) -> Unit | None:
    """The places a spelled number counts when as many stand before it: `湖岭、青汀两市`, `京津冀三地`; `六省一市`; not `四省`."""
    end = number.end
    region = text[end : end + 1] in ("市", "区") and _PROVINCES.search(text, max(0, number.start - 2), number.start)
    if region or _REGIONS.match(text, number.start):
        return Unit(end, end + 1, text[end], "noun")
    if text[end : end + 1] not in words("units", "listed_places") or number.value > _LISTED_PLACES:
        return None
    count = int(number.value)
    signs, before = text[max(0, number.start - count) : number.start], text[max(0, number.start - count - 1) : number.start - count]
    named = _PLACES_BEFORE.search(text, max(0, number.start - 8 * count), number.start)
    listed = named is not None and len(_PLACE_SEPARATOR.split(named[0])) == count
    known = words("units", "place_signs")
    if listed or (len(signs) == count and set(signs) <= known and before not in known):
        return Unit(end, end + 1, None, "noun")
    return None


def shared_unit(text: str, start: int, end: int, *, sized: bool = False) -> Unit | None:
    """The unit a list of numbers has at its end (`5.9、2.6和3.8个百分点`), as an empty span at `end`.

    Measure words only after 分别 (`分别有20、8和14个`): 1、2、3项 are labels elsewhere. `sized`: every number has a multiplier (`800万、900万千瓦`).
    """
    listed = (_SIZED_LIST if sized else _NUMBER_LIST).match(text, end)
    unit = unit_at(text, listed.end(), spelled=False) if listed else None
    if unit is None:
        return None
    shared = unit.kind in ("measure", "percent") or (unit.kind == "classifier" and _RESPECTIVELY.search(text[max(0, start - _LIST_START) : start]))
    return Unit(end, end, unit.name, unit.kind) if shared else None


def shared_size(text: str, end: int) -> int:
    """The multiplier a list of numbers has at its end: 10000 for the 0.48 of `分别达到0.48|、0.03、0.15万吨`, 1 where there is none."""
    listed = _NUMBER_LIST.match(text, end)
    return _SIZES.get(listed["size"] or "", 1) if listed else 1


def measures_degrees(text: str, start: int) -> bool:
    """Whether 度 after the number at `start` measures: `坡度25度`, `用电180度`; not `361度` and not `20152015度假村`."""
    return _ANGLE.search(text[max(0, start - _ANGLE_REACH) : start]) is not None


def reads_as_digits(text: str, start: int, end: int) -> bool:
    """Whether a spelled number takes the measure words of digits: `两期`, 记`三分`; not `一期`."""
    if text[start:end] == "两" and text[end : end + 1] in _AFTER_TWO:
        return True
    if text[end : end + 1] in _BOUND and text.startswith(_BOUNDS_AFTER, end + 1):
        return True
    return text[start - 1 : start] in _POINTS_BEFORE and _POINTS.match(text, end) is not None


def sets_out(text: str, start: int, end: int) -> bool:
    """Whether a bare number is the level an index sets out from: 系数由`1.04`下降到0.59; not 从`1.5`版升级到2.0版."""
    return _LED_ON.match(text, end) is not None and _SET_OUT.search(text[max(0, start - _LIST_START) : start]) is not None


def stands_alone(text: str, number: Number) -> bool:
    """Whether something at a number in digits without unit or multiplier may make it one that counts: a bound word, the rest of a range."""
    if sets_out(text, number.start, number.end):
        return True
    return text[number.end : number.end + 1] in _AFTER_BARE or text[number.start - 1 : number.start] in _before_bare()


@functools.cache
def _before_bare() -> frozenset[str]:
    return last_characters() | frozenset(" 到至达在为数差")

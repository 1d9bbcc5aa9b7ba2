"""Names that sums get from afar: the fee that the label of a line gives (`（三）膳食费：每人每日最高80元`), the help that a row of sums ends with."""

from __future__ import annotations

import re

from extractors.counts.noun_phrases.edges import listed

#: A label and the fee it names: （十五）杂费：, 1、国内差旅费：.
_LABEL = r"(?:[（(][一二三四五六七八九十\d]{1,4}[）)]|[一二三四五六七八九十]{1,4}、|\d{1,2}[.．、])"
_FEE_LINE = re.compile(rf"{_LABEL} ?(?P<fee>[^，。；：:\n（）()、]{{1,12}}(?:费|津贴|酬劳|加给))[：:](?P<rest>.?)")
_POINT = re.compile(_LABEL)
#: As far back as the line over a list of points is looked for.
_FAR = 800
#: What opens a row of sums, and what leads from one to the next.
_GIVING = re.compile("(?:给予|予以|发放)[^，。；]{0,12}(?:[\\d.]+[百千万亿]*元[、，][^，。；、]{0,12}){0,6}$")
_NEXT_SUM = re.compile("[、，][^，。；、\\d]{0,12}?(?:每[^，。；、\\d]{1,4})?(?:上限|最高|不超过)?")


def given_to(text: str, start: int, at: int) -> bool:
    """Whether a verb of giving opens the row of sums that goes up to `at`: `给予新建每平方米|100元、上限50万元`; not `给予补助，收入|100元`."""
    return _GIVING.search(text, start, at) is not None


def sums_joined(text: str, start: int, end: int) -> bool:
    """Whether nothing but what the next sum is for stands between two sums: `100元|、上限|50万元`, `100元|，改建每平方米|50元`."""
    return _NEXT_SUM.fullmatch(text, start, end) is not None


def names_sum(item: str) -> bool:
    """Whether an item is already the name of a sum (`杂费`, `生活补助`), and no mere word for giving (`补助`, `奖励`)."""
    return item.endswith("费") or (len(item) > len("补助") and item.endswith(tuple(listed("named_sums"))))


def fee_over(text: str, at: int) -> str:
    """The fee that the line around `at`, or the line over its points, is about; nothing where neither names one."""
    line = text.rfind("\n", 0, at) + 1
    if (own := _FEE_LINE.match(text, line)) and own.end("fee") < at:
        return own["fee"]
    while line and _POINT.match(text, line) and at - line < _FAR:
        line = text.rfind("\n", 0, line - 1) + 1
        if (over := _FEE_LINE.match(text, line)) and over["rest"] in ("", "\n"):
            return over["fee"]
    return ""

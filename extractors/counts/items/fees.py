"""Fees that the label of a line gives for all sums in it and in the points under it: `（三）膳食费：每人每日最高80元`."""

from __future__ import annotations

import re

#: A label and the fee it names: （十五）杂费：, 1、国内差旅费：.
_LABEL = r"(?:[（(][一二三四五六七八九十\d]{1,4}[）)]|[一二三四五六七八九十]{1,4}、|\d{1,2}[.．、])"
_FEE_LINE = re.compile(rf"{_LABEL} ?(?P<fee>[^，。；：:\n（）()、]{{1,12}}(?:费|津贴|酬劳|加给))[：:](?P<rest>.?)")
_POINT = re.compile(rf"{_LABEL}|[（(]\d{{1,2}}[）)]")
#: As far back as the line over a list of points is looked for.
_FAR = 800
#: What already is the name of a sum.
_SUMS = (
    "费",
    "费用",
    "金",
    "款",
    "津贴",
    "奖励",
    "薪",
    "薪资",
    "工资",
    "价",
    "价格",
    "额",
    "标准",
    "收入",
    "支出",
    "报酬",
    "经费",
    "投资",
    "税",
    "加给",
    "酬劳",
    "贷款",
    "上限",
)


def names_sum(item: str) -> bool:
    """Whether an item is already the name of a sum (`杂费`, `生活补助`), and no mere word for giving (`补助`, `奖励`)."""
    return (len(item) > len("补助") and item.endswith((*_SUMS, "补助", "补贴", "奖金"))) or item.endswith("费")


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

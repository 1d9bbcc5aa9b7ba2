"""Numbers that fill a bracket: `青汀电厂（30万千瓦）`, `创新性（比重30%）`."""

from __future__ import annotations

import re

from extractors.counts.quantities.finding import Quantity

#: What may open such a bracket before the number: the word for a weight.
_OPENED = re.compile(
    "[（(](?:建议|原则上|一般|通常)?(?:所占|占)?(?:比重|权重|比例|配分|分值|占比|占分|占|共计|合计|共|计|(?:[^（），]{1,6}，)?一式)?(?:为|：|:)? ?$"
)
_LONGEST_OPENING = 12
#: A greater whole that a figure is compared to.
_WHOLE = frozenset(["全国", "全省", "全市", "全区", "全国平均", "全省平均", "全国为", "目标", "上年", "上年为", "去年同期", "计划"])
#: What stands between a number and that of one kind of the same things.
_OF_THOSE = re.compile("[（(](?P<whose>[^，。；：、（）()\\d]{0,10})")
#: Ends of the names of agencies, which are no things that 项 and 件 count.
_AGENCIES = ("局", "委", "委员会", "厅", "部门", "办公室", "办", "院", "署", "政府", "总队", "支队", "大队")
#: Titles of lists, without who has decided on them.
_LISTS = ("目录", "清单", "名单", "名录", "一览表", "汇总表", "明细表", "统计表")
_LIST_TITLE = re.compile(
    "(?:^|[^\\u4e00-\\u9fff、（）])(?:[^的]{0,12}(?:政府|局|委|厅|部|办公室))?(?P<named>[^ 《》]{2,40}?)(?:目录|清单|名单|名录|[^的]{2}表)$"
)
#: A longer stretch before the bracket is named by what follows its last 的.
_LONG = 8
#: A name of so few characters says nothing without what describes it.
_TOO_GENERAL = 2


def fills_bracket(text: str, quantity: Quantity) -> bool:
    """Whether the quantity opens a bracket and says all, or the first thing, in it; not `（含培育5所）`."""
    opened = _OPENED.search(text, max(0, quantity.start - _LONGEST_OPENING), quantity.start)
    return opened is not None and text[quantity.end : quantity.end + 1] in ("）", ")", "，", ",")


def shares_bracket(text: str, previous: Quantity, quantity: Quantity) -> bool:
    """Whether the quantity stands in a bracket right after another of the same unit and is of the same things.

    `2个（乙类`1个）`轮椅区`, `覆盖率95%（全国`97%）; not `自然保护区31个（新增国家级`4个）.
    """
    if previous.unit_name != quantity.unit_name or text[quantity.end : quantity.end + 1] not in ("）", ")"):
        return False
    if not (said := _OF_THOSE.fullmatch(text, previous.end, quantity.start)):
        return False
    named_after = quantity.counted and "\u4e00" <= text[quantity.end + 1 : quantity.end + 2] <= "\u9fff"
    return named_after or said["whose"] in _WHOLE


def bracket_before(text: str, quantity: Quantity) -> int:
    """Where the thing that the quantity's bracket belongs to ends."""
    at = max(text.rfind(mark, max(0, quantity.start - _LONGEST_OPENING), quantity.start) for mark in "（(")
    while at > 0 and text[at - 1] in "。；，：":
        at -= 1
    return max(0, at)


def names_agency(owner: str) -> bool:
    """Whether a bracket stands after the agency that has so many of what a list is of: `市公安局`（3项）; not `公安业务`（3项）."""
    return owner.endswith(_AGENCIES)


def listed_in(text: str, floor: int, at: int) -> str:
    """What the list is of that `text[floor:at]` is the title of: `决定取消的审批事项` of `省政府决定取消的审批事项目录`; nothing for no list."""
    title = text[floor:at].strip()
    if not title.endswith(_LISTS):
        return ""
    named = _LIST_TITLE.search(title)
    return named["named"] if named else ""


def owner_start(text: str, floor: int, at: int) -> int:
    """Where in `text[floor:at]` the last thing of a list begins, without what is said of it before 的."""
    start = floor + max(text[floor:at].rfind(mark) + 1 for mark in "、）)和")
    stretch = text[start:at]
    if len(stretch) <= _LONG or "的" not in stretch[:-2]:
        return start
    named = start + stretch.rindex("的", 0, -1) + 1
    return start if at - named <= _TOO_GENERAL and len(stretch) <= 3 * _LONG else named  # 实现“跨省通办”的|事项

"""What the entries of a list are, which only its heading says: `（一）原油船运力。` over `1.某公司，新增`1艘, `绿色工厂名单` over `青汀市`（6家）.

An entry begins with the name of a firm, an agency or a place, whose things its numbers count. The nearest heading above that names something
the measure word counts, or a measure for a measured number, says what they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.counts.nounphrases import is_metric, tidy
from extractors.counts.nouns import agreement
from extractors.counts.quantities import Quantity
from extractors.words import cut

#: The names that entries of a list are told by: places, firms and agencies.
_PLACE_NAME = re.compile("[^的和、，。；：（）\\d\\s]{1,9}[省市县州盟旗区镇乡]|[^的和、，。；：（）\\d\\s]{2,6}(?:街道|新区|兵团)")
_BODY_NAME = re.compile("[^的，。；：\\d]{2,30}(?:公司|集团|有限责任公司|厂|银行|联社|医院|大学|学院|学校|局|委|委员会|厅|研究院|研究所|合作社)")
_LABEL = re.compile(r"(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3} ?[.．、](?!\d)|[①-⑳]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[类批组]) ?")
#: A heading: a short line or sentence, or what stands before a colon, without commas and numbers outside a bracket.
_HEADING = re.compile("(?P<name>[^，。；：（）\\t\\d]{2,30}?)(?:[（(][^（）()]{1,20}[）)])? ?[：:]?")
#: What titles of lists end in, which is none of the things listed.
_LIST_END = re.compile("(?:(?:建设|分配|下达)?(?:任务|指标|计划|名额)(?:分解|安排|分配)?(?:表|如下)?|汇总表|一览表|明细表|情况表?|名单|目录|清单|名录|分布|公示|如下)+$")
_LISTED_BY = re.compile("^(?:20\\d\\d年度?)?(?:第[一二三四五六七八九十]批)?(?:拟?(?:认定|入选|推荐|命名|支持|批准|同意|取消|公布|确定|新增|建设|下达|安排|授予|撤销)的?)?(?:省级|市级)?(?=..)")
_SPLIT = re.compile("[\\n。；]")
#: As far above an entry as its heading is looked for, and as many headings as are asked for what they name.
_FAR, _HEADINGS = 4000, 3


def names_owner(phrase: str) -> bool:
    """Whether a phrase is only the name of a place, a firm or an agency: `青汀市`, `云岚海运有限公司`; not `青汀市绿色工厂`."""
    return _PLACE_NAME.fullmatch(phrase) is not None or _BODY_NAME.fullmatch(phrase) is not None


class Headed:
    """The classes that headings give to the entries under them, for the quantities of one text in order."""

    def __init__(self, text: str, quantities: Sequence[Quantity]) -> None:
        self._text, self._quantities = text, quantities
        #: Where the last entry that had its class from a heading ended, the heading, and what it named; an entry after it goes no further.
        self._last: tuple[int, str] = (-1, "")

    def name(self, index: int, owner: str) -> str:
        """What the entry of `owner` has so many of; nothing where no heading says it."""
        quantity = self._quantities[index]
        if quantity.unit is None or quantity.unit.kind not in ("classifier", "measure") or not names_owner(owner) or self._is_counted(quantity, owner):
            return ""
        line = self._text.rfind("\n", max(0, quantity.start - _FAR), quantity.start) + 1
        at = self._text.rfind(owner, line, quantity.start)
        if at < 0:
            return self._under(quantity, self._last[1]) if self._last[0] >= line else ""
        heading = self._heading(quantity, at)
        if heading:
            self._last = (quantity.end, heading)
        return self._under(quantity, heading)

    def _heading(self, quantity: Quantity, at: int) -> str:
        """The nearest stretch before `at` that is a heading and fits the number; the last one again where entries lie between."""
        floor, asked = max(0, at - _FAR, self._last[0]), 0
        before = self._text[floor:at]
        colon = before.rfind("：", before.rfind("\n") + 1)
        stretches = _SPLIT.split(before[: colon + 1] if colon >= 0 else before)
        for stretch in reversed(stretches):
            label = _LABEL.match(stretch)
            found = _HEADING.fullmatch(stretch, label.end() if label else 0)
            if not found or names_owner(found["name"]):
                continue
            if self._under(quantity, found["name"]):
                return found["name"]
            asked += 1
            if asked == _HEADINGS:
                return ""
        return self._last[1] if floor == self._last[0] and floor > 0 else ""

    def _under(self, quantity: Quantity, heading: str) -> str:
        """What `heading` names that the number can count or measure: 原油船 (艘) and 原油船运力 (载重吨) of `原油船运力`."""
        name = tidy(_LISTED_BY.sub("", _LIST_END.sub("", heading)))
        if len(name) < 2:
            return ""
        words = cut(name)
        if quantity.counted:
            if is_metric(name) and len(words) > 1:
                name, words = "".join(words[:-1]), words[:-1]
            return name if self._is_counted(quantity, name) else ""
        return name if is_metric(name) or agreement(quantity.unit_name, name, words[-1]) == "counted" else ""

    def _is_counted(self, quantity: Quantity, phrase: str) -> bool:
        return agreement(quantity.unit_name, phrase, cut(phrase[-8:])[-1]) == "counted"

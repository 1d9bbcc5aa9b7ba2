"""What the entries of a list are, which only its heading says: `（一）原油船运力。` over `1.某公司，新增`1艘, `绿色工厂名单` over `青汀市`（6家）.

An entry begins with the name of a firm, an agency or a place, whose things its numbers count. The nearest heading above that names something
the measure word counts, or a measure for a measured number, says what they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.counts.noun_phrases.edges import endings, is_metric, read_before, tidy
from extractors.counts.noun_phrases.nouns import agreement, classes_of
from extractors.counts.noun_phrases.stretch import following
from extractors.counts.quantities.finding import Quantity
from extractors.words import cut, tag

#: The names that entries of a list are told by: places, firms and agencies.
_PLACE_NAME = re.compile("[^的和、，。；：（）\\d\\s]{1,9}[省市县州区镇乡]|[^的和、，。；：（）\\d\\s]{2,6}(?:街道|新区|兵团)")
_BODY_NAME = re.compile("[^的，。；：\\d]{2,30}(?:公司|集团|有限责任公司|厂|银行|联社|医院|大学|学院|学校|局|委|委员会|厅|研究院|研究所|合作社)")
#: A kind that the entries of a list are sorted into: （一）农业类（12个）.
_KIND = re.compile("[^的和、，。；：（）\\d\\s]{2,8}(?:类|类别|组别)")
_LABEL = re.compile(
    r"(?:附[件表] ?\d{0,2} ?[：:]?|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3} ?[.．、](?!\d)|[①-⑳]|[一二三四五六七八九十]{1,3}、"
    r"|第[一二三四五六七八九十]{1,3}[类批组]) ?(?:20\d\d(?:—20\d\d)?年度?)?"
)
#: A heading: a short line or sentence, or what stands before a colon, without commas and numbers outside a bracket.
_HEADING = re.compile("(?:20\\d\\d年度?)?(?P<name>(?:[^，。；：（）\\t\\d]|（[^（），。；\\d]{1,8}）){2,30}?)(?:[（(][^（）()]{1,20}[）)])? ?[：:]?")
#: What titles of lists end in, which is none of the things listed.
_LIST_END = re.compile(
    "(?:(?:建设|分配|下达)?(?:任务|指标|计划|名额)(?:分解|安排|分配)?(?:表|如下)?|(?:分配|分解|安排|下达)(?:情况)?(?:表|方案)"
    "|汇总表|一览表|明细表|情况表?|名单|目录|清单|名录|分布|公示|如下)+$"
)
#: How titles of lists open: the year, the batch, what has been decided on the things listed.
_LISTED_BY = re.compile(
    "^(?:20\\d\\d年度?)?(?:第[一二三四五六七八九十]批)?"
    "(?:拟?(?:认定|入选|推荐|命名|支持|批准|同意|取消|公布|确定|新增|建设|下达|安排|授予|撤销)的?|拟)?(?=..)"
)
#: Parts of speech (jieba) of names; a name that it does not know is cut into single characters and no longer than this.
_NAMES, _SHORT = frozenset(["ns", "nr", "nrt", "nz", "", None]), 4
#: No class has a shorter name.
_LEAST = 2
_STRETCH = re.compile("[^\\n。；]+")
#: As far above an entry as its heading is looked for, and as many headings as are asked for what they name.
_FAR, _HEADINGS = 4000, 3
#: As many numbers of a line are looked through for one of the same measure word.
_LISTED = 12
#: What may stand between an entry's name and its number.
_LED = re.compile("(?P<owner>[^，。；：\\d]{2,30}?)[：:]?(?:共|现有|有|新增|新建|建设|增加|完成|安排|下达|分配|计划|拟|各|约)*")


def names_place(phrase: str) -> bool:
    """Whether a phrase is only the name of a place: `青汀市`."""
    if tag(phrase) == "ns" and len(phrase) <= _SHORT and phrase not in following("no_places") and classes_of(phrase) <= {"place"}:
        return True  # 青汀, without 市
    if _PLACE_NAME.fullmatch(phrase) is None or phrase.endswith(endings("kinds_of_places")):
        return False
    words = cut(phrase[:-1])
    if len(words) > 1 and tag(words[0]) == "ns" and all(len(word) == 1 for word in words[1:]):
        return True  # 防城|港|市
    stem = [word for word in words if tag(word) not in _NAMES]
    return tag(phrase) == "ns" or not stem or (len(phrase) <= _SHORT and all(len(word) == 1 for word in stem))


def names_owner(phrase: str) -> bool:
    """Whether a phrase is only the name of a place, a firm, an agency or a kind: `青汀市`, `云岚海运有限公司`, `农业类`; not `青汀市绿色工厂`."""
    return names_place(phrase) or _BODY_NAME.fullmatch(phrase) is not None or _KIND.fullmatch(phrase) is not None


def _lists_places(phrase: str) -> bool:
    """Whether a phrase is a list of places' names, the members of an entry and no heading: `东岭区、西谷县`."""
    parts = phrase.split("、")
    return len(parts) > 1 and all(_PLACE_NAME.fullmatch(part) for part in parts)


class Headed:
    """The classes that headings give to the entries under them, for the quantities of one text in order."""

    def __init__(self, text: str, quantities: Sequence[Quantity], items: Sequence[str | None]) -> None:
        self._text, self._quantities, self._items = text, quantities, items
        #: For each measure word, where the last entry ended that a heading was sought for, and the heading; an entry after it goes no further.
        self._last: dict[str | None, tuple[int, str]] = {}

    def owner_at(self, start: int, quantity: Quantity) -> str:
        """The name that alone leads from the clause's start to the number: `临澜县：新增`2所; nothing where more is said."""
        label = _LABEL.match(self._text, start, quantity.start)
        led = _LED.fullmatch(self._text, label.end() if label else start, quantity.start)
        return led["owner"] if led and names_owner(led["owner"]) else ""

    def name(self, index: int, owner: str) -> str:
        """What the entry of `owner` has so many of; nothing where no heading says it."""
        quantity = self._quantities[index]
        if quantity.unit is None or quantity.unit.kind not in ("classifier", "measure") or not names_owner(owner):
            return ""
        if not names_place(owner) and self._is_counted(quantity, owner):
            return ""
        if same := self._alike(index):
            return same
        line = self._text.rfind("\n", max(0, quantity.start - _FAR), quantity.start) + 1
        at = self._text.rfind(owner, line, quantity.start)
        if at < 0:
            ended, heading = self._last.get(quantity.unit_name, (-1, ""))
            return self._under(quantity, heading) if ended >= line else ""
        heading = self._heading(quantity, at)
        self._last[quantity.unit_name] = (quantity.end, heading)
        return self._under(quantity, heading)

    def _alike(self, index: int) -> str:
        """What a number before in the same line counts with the same measure word, told of no place: `全市共有小镇12个，其中青汀区`5个."""
        quantity = self._quantities[index]
        for at in range(index - 1, max(-1, index - _LISTED), -1):
            previous, item = self._quantities[at], self._items[at]
            if any(self._text.find(mark, previous.end, quantity.start) >= 0 for mark in "\n："):
                break
            if previous.unit_name == quantity.unit_name and item and not names_owner(item):
                return item
        return ""

    def _heading(self, quantity: Quantity, at: int) -> str:
        """The nearest stretch before `at` that is a heading and fits the number; the last one again where entries lie between."""
        ended, last = self._last.get(quantity.unit_name, (-1, ""))
        floor, asked = max(0, at - _FAR, ended), 0
        colon = self._text.rfind("：", self._text.rfind("\n", floor, at) + 1, at)
        stretches = list(_STRETCH.finditer(self._text, floor, colon + 1 if colon >= 0 else at))
        for stretch in reversed(stretches):
            label = _LABEL.match(self._text, *stretch.span())
            found = _HEADING.fullmatch(self._text, label.end() if label else stretch.start(), stretch.end())
            if not found or not (label or stretch.end() == colon + 1 or self._is_line(*stretch.span())):
                continue
            if names_owner(found["name"]) or _lists_places(found["name"]):
                continue
            if self._under(quantity, found["name"]):
                return found["name"]
            asked += 1
            if asked == _HEADINGS:
                return ""
        return last if floor == ended and floor > 0 else ""

    def _is_line(self, start: int, end: int) -> bool:
        """Whether `start:end` is all of a line but its full stop."""
        return (not start or self._text[start - 1] == "\n") and self._text[end : end + 1].strip("。") in ("", "\n")

    def _under(self, quantity: Quantity, heading: str) -> str:
        """What `heading` names that the number can count or measure: 原油船 (艘) and 原油船运力 (载重吨) of `原油船运力`."""
        name = tidy(_LISTED_BY.sub("", _LIST_END.sub("", heading)))
        words = cut(name)
        acting = words and (words[0] in read_before("making") or words[0] in read_before("causing") or words[0] in read_before("acting"))
        if len(name) < _LEAST or acting:
            return ""
        if quantity.counted:
            if is_metric(name) and len(words) > 1:
                name, words = "".join(words[:-1]), words[:-1]
            return name if self._is_counted(quantity, name) else ""
        measured = agreement(quantity.unit_name, name, words[-1]) == "counted" and "organisation" not in classes_of(name)
        return name if is_metric(name) or measured else ""

    def _is_counted(self, quantity: Quantity, phrase: str) -> bool:
        return agreement(quantity.unit_name, phrase, cut(phrase[-8:])[-1]) == "counted"

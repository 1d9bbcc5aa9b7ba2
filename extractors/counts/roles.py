"""The part a quantity plays: a change, a part of the text's own structure, a condition or sum promised, a target, a fact."""

from __future__ import annotations

import re

from extractors.clauses import Borders
from extractors.counts.lexicon import pattern, words
from extractors.counts.nounphrases import is_metric
from extractors.counts.quantities import Quantity
from extractors.counts.tense import Tense
from extractors.records import CountRole
from extractors.words import tags

#: As far as any rule looks; keeps a clause without end cheap.
_WINDOW = 120
#: A change of these is a change whatever stands between verb and number.
_CHANGING = frozenset(["%", "‰", "百分点", "倍", "成", "位", "岁", None])
_STRUCTURE_UNITS = frozenset(["大", "大类", "方面", "阶段", "环节", "层面", "维度", "级", "县"])
_PART_UNITS = frozenset(["个", "项", "类", "种", "条", "部分", "方面", "章", "节", "层", "组", "步", "轮", "点"])
_ENUMERABLE = frozenset(["个", "项", "类", "种", "条", "所", "家", "门", "部分", "张", "支", "座", "区", "市", "省"])
_MONEY = ("元", "美元", "港元")
#: What a plant's or a project's size is told in.
_CAPACITIES = frozenset(["吨", "千瓦", "兆瓦", "千瓦时", "兆瓦时", "立方米", "台", "辆", "套", "吨级"])
#: What events and weight classes of a contest are named by.
_CONTESTED = frozenset(["米", "公里", "公斤", "千克", "kg", "m"])
_MEDALS = frozenset(["金", "银", "铜"])
#: No enumeration is longer; announced parts may be some more.
_MOST_LISTED, _MOST_PARTS = 20, 60
_LISTED_PARTS = re.compile("[、”和及与]")
_LIST_OF_NUMBERS = re.compile(r"[\d.]+[%‰倍]?(?:左右|以上)?、")
_LEVEL_SET = re.compile("(?:提高|达|提|调整|增加)(?:到|至)(?:每[人年月生]){0,3}$|不低于(?:每[人年月生]){0,3}$")
_LEVEL_REACHED = re.compile("达到?$|到$|至$|控制在$")


class Roles:
    """Says the role of each quantity of one document."""

    def __init__(self, text: str, borders: Borders, tense: Tense) -> None:
        self._text, self._borders, self._tense = text, borders, tense

    def role(self, quantity: Quantity, item: str | None, *, modifies: bool) -> CountRole:
        """The role of `quantity`, whose item is `item`; `modifies` says that it is a threshold inside a longer phrase."""
        start, end = self._borders.clause_at(quantity.start)
        left = self._text[max(start, quantity.start - _WINDOW) : quantity.start]
        right = self._text[quantity.end : min(max(end, quantity.end), quantity.end + _WINDOW)]
        if self._is_other_by_form(quantity, left, right, modifies=modifies):
            return "other"
        if self._is_structure(quantity, item, left, right):
            return "structure"
        if self._is_change(quantity, left, right):
            return "change"
        if self._is_condition(quantity, left, right) or self._is_capacity(quantity, left, right):
            return "other"
        if quantity.unit_name == "%" and pattern("roles", "duty").search(left):
            return "target"
        if self._is_dealt(quantity, item, left, right):
            return "achieved" if self._is_money(quantity) and not quantity.bounded and self._tense.reported(quantity.start) else "other"
        return self._without_target(quantity, item, left, right) or self._tense.of(quantity.start, quantity.end)

    def _without_target(self, quantity: Quantity, item: str | None, left: str, right: str) -> CountRole | None:
        """What looks like a target and is none: the level a change sets out from (`由30%`提高到50%), prizes, the places a policy is for."""
        if pattern("roles", "set_out_from").search(left) and pattern("roles", "leads_on").match(right):
            base = pattern("roles", "present").search(left)
            role = self._tense.of(quantity.start, quantity.end)
            return role if role != "target" else "achieved" if base else "other"
        if self._tense.of(quantity.start, quantity.end) != "target" or quantity.bounded or not quantity.counted:
            return None
        if item and item.endswith(tuple(words("roles", "prizes"))):
            return "other"
        if item and item.endswith(tuple(words("roles", "place_ends"))) and pattern("roles", "scope").search(left):
            return "structure"
        return "structure" if pattern("roles", "by_means").search(left) and pattern("roles", "means").match(right) else None

    def _is_capacity(self, quantity: Quantity, left: str, right: str) -> bool:
        """Whether a measure belongs to a project's name: 推动甲厂`60万吨`赖氨酸项目; not 建成`60万吨`产能."""
        if quantity.unit is None or quantity.bounded or quantity.unit_name not in _CAPACITIES:
            return False
        return bool(pattern("roles", "pushed").search(left)) and bool(pattern("roles", "project").match(right))

    def _is_money(self, quantity: Quantity) -> bool:
        return (quantity.unit_name or "").startswith(_MONEY)

    def role_in_table(self, quantity: Quantity, head: str) -> CountRole:
        """The role of a number that fills a table cell under `head`: what the head or the section says, else `other`."""
        if pattern("roles", "planned_head").search(head):
            return "target"
        return self._tense.in_table(quantity.start, head)

    def _is_other_by_form(self, quantity: Quantity, left: str, right: str, *, modifies: bool) -> bool:
        """Levels (百亿级), weights in brackets, ages and thresholds: `超10亿元的` 企业, but not `90%以上的` 村庄."""
        unit = quantity.unit_name or ""
        if quantity.levelled or unit.endswith("吨级"):
            return True
        if unit == "%" and _in_brackets(left, right) and (self._tense.ruling or len(left) < 3):
            return True
        if unit in ("岁", "周岁"):
            return "寿命" not in left
        if unit in _CONTESTED and pattern("roles", "contest").search(left):
            return True
        if unit in ("人", "名") and (quantity.bounded or quantity.value_max is not None) and pattern("roles", "casualties").match(right):
            return True
        if unit in ("%", "‰"):
            return modifies and right.startswith("的") and bool(pattern("roles", "share_of").search(left))
        return modifies

    def _is_structure(self, quantity: Quantity, item: str | None, left: str, right: str) -> bool:
        """`8大重点任务`, `五个方面`, `甲、乙、丙3个市`, `省市县三级`; not `建成8个领域标准`."""
        unit, kind = quantity.unit_name, quantity.unit.kind if quantity.unit else None
        if unit in _STRUCTURE_UNITS or (kind == "noun" and item not in _MEDALS):
            return not quantity.bounded
        if kind != "classifier" or quantity.bounded or quantity.value > _MOST_PARTS:
            return False
        making = pattern("roles", "making").match(left)
        if making:
            return False
        if item and unit in _PART_UNITS and item.endswith(tuple(words("roles", "parts"))):
            return True
        if unit not in _ENUMERABLE or not _is_han(right[:1]):
            return False
        if quantity.value == 2 and self._text[quantity.start] == "两" and self._noun_before(quantity.start):
            return True
        if quantity.value > _MOST_LISTED or not pattern("roles", "enumeration").search(left):
            return False
        return len(_LISTED_PARTS.findall(left)) + 1 >= quantity.value or left.endswith("等")

    def _noun_before(self, at: int) -> bool:
        """Whether a noun ends right before `at`: `内外网` 两个平台."""
        table = tags()
        return any(table.get(self._text[at - length : at]).startswith("n") for length in (3, 2) if at >= length)

    def _is_change(self, quantity: Quantity, left: str, right: str) -> bool:
        """`增长5%`, `15%的增速`, `减少费用3亿元`, `增加3项`; not `提高到5%`, `高于全国3个百分点`, `新增3项`."""
        if quantity.number.kind == "times":
            return "征" not in right[:2]
        changing = quantity.unit_name in _CHANGING
        if changing and pattern("roles", "change_after").match(right) and not left.endswith(("到", "至")):
            return True
        if quantity.unit_name == "百分点":
            return not pattern("roles", "distance").search(left)
        if changing and _in_brackets(left, right):
            return bool(pattern("roles", "growth").search(left))
        stretch = left if left.endswith("、") else left[max(left.rfind("、"), 0) :]
        if quantity.unit is not None and quantity.unit.kind == "classifier" and not changing:
            return self._is_change_of_number(stretch)
        before = pattern("roles", "change_before")
        if before.search(left[-14:]):
            return True
        if changing:
            return left.endswith("、") and bool(before.search(_LIST_OF_NUMBERS.sub("", left)[-14:]))
        found = pattern("roles", "change_amount").search(stretch)
        if not found or len(stretch) - found.end() > 24 or pattern("roles", "level").search(left):
            return False
        return not pattern("roles", "no_change").search(stretch, found.end())

    def _is_change_of_number(self, stretch: str) -> bool:
        found = pattern("roles", "change_of_number").search(stretch)
        return bool(found) and not re.search("达到?|到|至|突破|超过|为", stretch[-6:])

    def _is_condition(self, quantity: Quantity, left: str, right: str) -> bool:
        """`达到1亿元以上且…的企业`, `为2家的，`, `25%的，可申请…`, `按50%的标准`."""
        if quantity.bounded and (pattern("roles", "condition_joined").match(right) or (left.startswith("对") and "的" in right)):
            return True
        ahead = self._text[quantity.end : quantity.end + 70]
        if pattern("roles", "condition_then").match(ahead) or pattern("roles", "by_rate").match(right):
            return True
        if not pattern("roles", "condition_after").match(right):
            return False
        opened = bool(pattern("roles", "condition_before").search(left))
        if quantity.unit_name in ("%", "‰"):
            return bool(pattern("roles", "share_of").search(left.rstrip())) and (quantity.bounded or opened)
        counted = quantity.unit is not None and quantity.unit.kind == "classifier"
        return not counted or opened or right.startswith("的")

    def _is_dealt(self, quantity: Quantity, item: str | None, left: str, right: str) -> bool:
        """Sums and shares promised, demanded or reckoned: `奖励50万元`, `投资额的30%给予补助`, `享受一次`."""
        unit = quantity.unit_name or ""
        if unit == "次" and re.search("享受|享有", left):
            return True
        raised = pattern("roles", "benefit").search(left) and _LEVEL_SET.search(left)
        if (item and not raised and pattern("roles", "shared_cost").search(item)) or "最高可" in left[-16:]:
            return True
        if raised:
            return False
        dealing = pattern("roles", "dealing")
        near = bool(dealing.search(left[-24:])) or bool(dealing.search(right[:12]))
        if unit.startswith(("%", "‰", "倍")):
            return near and not (item and is_metric(item) and _LEVEL_REACHED.search(left))
        if not unit.startswith(("元", "美元", "港元", "分")):
            return False
        before = self._text[max(self._borders.sentence_at(quantity.start)[0], quantity.start - 30) : quantity.start]
        return near or (len(left) < 8 and bool(dealing.search(before)))


def _in_brackets(left: str, right: str) -> bool:
    return left.endswith(("（", "(")) and right.startswith(("）", ")"))


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"

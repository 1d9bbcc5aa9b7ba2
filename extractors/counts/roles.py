"""The part a quantity plays: a change, a part of the text's own structure, a condition or sum promised, a target, a fact."""

from __future__ import annotations

import functools
import re

from extractors.clauses import Borders
from extractors.counts.lexicon import alternation, table, words
from extractors.counts.nounphrases import is_metric
from extractors.counts.quantities import Quantity
from extractors.counts.tense import Tense
from extractors.records import CountRole
from extractors.words import tags

_ADVERBS = r"(?:了|约|近|超过?|幅度|率|再|至多|最高|可|不低于|不少于|不超过|人民币|至少|达|多达|将近|大约|又|均|各|分别|超| |、|接近|高达|了近|累计|平均|年均)*"
_SHARES = frozenset(["%", "‰", "百分点", "倍", "成", "个百分点", "位", "岁", None])
_STRUCTURE_UNITS = frozenset(["大", "方面", "阶段", "环节", "层面", "维度", "级", "县"])
_PART_UNITS = frozenset(["个", "项", "类", "种", "条", "部分", "方面", "章", "节", "层", "组", "步", "轮", "点"])
_ENUMERATED = re.compile(r"(?:[、”’）)]|和|与|及)[^，。；：]{0,18}$")
_ENUMERABLE = frozenset(["个", "项", "类", "种", "条", "所", "家", "门", "部分", "张", "支", "座", "区", "市", "省"])
_APPOSITIVE = re.compile(r"[\u4e00-\u9fff]$")
_MAKING = re.compile(r"[^、“”]{0,10}?(?:新增|新建|建成|建设|打造|创建|推出|简化为|压缩为|压减[为至]|实施|部署|培育|引进|完成|制定|发布|选[择取]|遴选|认定|形成|设立|开展|组建|启动|争创|布局|整合为|整合)")
_LISTED_PARTS = re.compile("[、”和及与]")
_COUNTED_CHANGE = re.compile(r"(?:^|[，、；：\u4e00-\u9fff])(?<!新)(?:增加|减少|净增|压减|缩减|削减|精简)[^，。；、]{0,16}$")
_NO_AMOUNT = re.compile("达到?|到|至|突破|超过|新增|新建|建成|建设|打造|完成|培育|的")
_SHARE_OF = re.compile("(?:率|比例|比重|幅度?|占比?|占[^，。；、]{1,16}|量|数|值|收入|费用|投入|水平|规模)(?:在|达到?|为|超过|低于|高于|不足)? ?$")
_GROWTH = re.compile("增长|增速|下降|增幅|降幅")
_AND_OF = re.compile(r"且[^，。；]{0,30}的|、[\d.]+[^，。；、]{1,8}以[上下]的")
_ON_CONDITION = re.compile(r"[^。；\n]{0,50}?的，(?:可|给予|予以|享受|按|由|经|将|不|应|一次性|每|处|责令|依)")
_BY_RATE = re.compile("的(?:标准|比例|额度|费率|税率)")
_SHARED_COST = re.compile("(?:支持|补助|补贴|奖励|资助|贴息|报销|分担)(?:比例|标准|额度|限额|上限|金额)")
_TO_LEVEL = re.compile("(?:至|到|为|成|达|在)$")


@functools.cache
def _change() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    at_end = re.compile(rf"(?<!新)(?:{alternation(words('roles', 'change'))}){_ADVERBS}$")
    amount = re.compile(rf"(?:{alternation(words('roles', 'change_amount'))})(?![至到为率])")
    after = re.compile(rf"(?:左右|以上|以下|以内)?的?(?:年均|平均|年|复合|市场|速度)*(?:{alternation(words('roles', 'change_after'))})")
    return at_end, amount, after


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    given = table("roles")["patterns"]
    return (
        re.compile(given["condition_before"]), re.compile(given["condition_after"]),
        re.compile(alternation(words("roles", "dealing"))), re.compile(rf"(?:{alternation(words('roles', 'distance'))})[^，。；、]{{1,14}}$"),
    )


class Roles:
    """Says the role of each quantity of one document."""

    def __init__(self, text: str, borders: Borders, tense: Tense) -> None:
        self._text, self._borders, self._tense = text, borders, tense

    def role(self, quantity: Quantity, item: str | None, *, modifies: bool) -> CountRole:
        """The role of `quantity`, whose item is `item`; `modifies` says that it is a threshold inside a longer phrase."""
        clause = self._borders.clause_at(quantity.start)
        left = self._text[clause[0] : quantity.start]
        right = self._text[quantity.end : max(clause[1], quantity.end)]
        if self._is_other_by_form(quantity, left, right, modifies=modifies):
            return "other"
        if self._is_structure(quantity, item, left, right):
            return "structure"
        if self._is_change(quantity, left, right):
            return "change"
        if self._is_other(quantity, item, left, right):
            return "other"
        return self._tense.of(quantity.start, quantity.end)

    def role_in_table(self, quantity: Quantity, head: str) -> CountRole:
        """The role of a number that fills a table cell under `head`: what the head or the section says, else `other`."""
        if re.search("目标|计划|预期", head):
            return "target"
        return self._tense.in_table(quantity.start, head)

    def _is_other_by_form(self, quantity: Quantity, left: str, right: str, *, modifies: bool) -> bool:
        if quantity.levelled:
            return True
        if left.endswith(("（", "(")) and right.startswith(("）", ")")) and quantity.unit_name == "%" and (self._tense.ruling or len(left) < 3):
            return True
        if (quantity.unit_name or "").endswith("吨级"):
            return True
        if quantity.unit_name in ("岁", "周岁"):
            return "寿命" not in left
        if not modifies:
            return False
        if quantity.unit_name in ("%", "‰"):
            return right.startswith("的") and bool(_SHARE_OF.search(left))
        return True

    def _is_change(self, quantity: Quantity, left: str, right: str) -> bool:
        if quantity.number.kind == "times":
            return "征" not in right[:2]
        at_end, amount, after = _change()
        _, _, _, distance = _patterns()
        share = quantity.unit_name in _SHARES
        if share and after.match(right) and not left.endswith(("到", "至")):
            return True
        if quantity.unit_name == "百分点":
            return not distance.search(left)
        if share and left.endswith(("（", "(")) and right.startswith(("）", ")")):
            return bool(_GROWTH.search(left))
        stretch = left[max(left.rfind("、"), 0) :] if not left.endswith("、") else left
        counted = quantity.unit is not None and quantity.unit.kind == "classifier" and not share
        if counted:
            return bool(_COUNTED_CHANGE.search(stretch)) and not re.search("达到?|到|至|突破|超过|为", stretch[-6:])
        if at_end.search(left[-14:]):
            return True
        if share:
            if re.match(r"[^，。；]*、$", left) and at_end.search(re.sub(r"[\d.]+[%‰倍]?(?:左右|以上)?、", "", left)[-14:]):
                return True
            return False
        found = amount.search(stretch)
        if not found or len(stretch) - found.end() > 24 or _TO_LEVEL.search(left):
            return False
        return not _NO_AMOUNT.search(stretch, found.end())

    def _is_structure(self, quantity: Quantity, item: str | None, left: str, right: str) -> bool:
        unit = quantity.unit_name
        if unit in _STRUCTURE_UNITS or (quantity.unit is not None and quantity.unit.kind == "noun" and item not in ("金", "银", "铜")):
            return not quantity.bounded
        if quantity.unit is None or quantity.unit.kind != "classifier" or quantity.bounded or quantity.value > 60:
            return False
        making = _MAKING.match(left)
        if item and unit in _PART_UNITS and item.endswith(tuple(words("roles", "parts"))) and not making:
            return True
        if unit not in _ENUMERABLE:
            return False
        if quantity.value == 2 and self._text[quantity.start] == "两" and not making and self._noun_before(quantity.start) and "\u4e00" <= right[:1] <= "\u9fff":
            return True
        if "\u4e00" <= right[:1] <= "\u9fff" and _ENUMERATED.search(left) and not making and quantity.value <= 20:
            marks = len(_LISTED_PARTS.findall(left))
            return marks + 1 >= quantity.value or left.endswith("等")
        return False

    def _noun_before(self, at: int) -> bool:
        """Whether a noun ends right before `at`: 内外网两个平台."""
        table_ = tags()
        return any(table_.get(self._text[at - length : at], "").startswith("n") for length in (3, 2) if at >= length) and bool(_APPOSITIVE.search(self._text[at - 1 : at]))

    def _is_other(self, quantity: Quantity, item: str | None, left: str, right: str) -> bool:
        before, after, dealing, _ = _patterns()
        if quantity.bounded and (_AND_OF.match(right) or (left.startswith("对") and "的" in right)):
            return True
        if _ON_CONDITION.match(self._text, quantity.end, min(len(self._text), quantity.end + 70)) or _BY_RATE.match(right):
            return True
        if after.match(right) and (quantity.unit_name not in ("%", "‰") or _SHARE_OF.search(left)) and (quantity.bounded or quantity.unit_name not in ("%",) or before.search(left)):
            if not (quantity.unit is not None and quantity.unit.kind == "classifier" and not before.search(left) and not right.startswith("的")):
                return True
        if item and _SHARED_COST.search(item):
            return True
        if "最高可" in left[-16:]:
            return True
        near = left[-24:] + "|" + right[:12]
        unit = quantity.unit_name or ""
        if unit == "次" and re.search("享受|享有", left):
            return True
        if unit.startswith(("%", "‰", "倍")):
            return bool(dealing.search(near)) and not (item and is_metric(item) and re.search("达到?$|到$|至$|控制在$", left))
        before_it = self._text[max(self._borders.sentence_at(quantity.start)[0], quantity.start - 30) : quantity.start]
        return bool(unit.startswith(("元", "美元", "港元", "分")) and (dealing.search(near) or (len(left) < 8 and dealing.search(before_it))))

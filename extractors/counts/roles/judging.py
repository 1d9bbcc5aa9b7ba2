"""The part a quantity plays: a change, a part of the text's own structure, a condition or sum promised, a target, a fact."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.clauses import Borders, Span
from extractors.counts.lexicon import endings, pattern, words
from extractors.counts.quantities.finding import Quantity
from extractors.counts.roles.conditions import Conditions
from extractors.counts.roles.forms import Forms
from extractors.counts.roles.scope import Scope
from extractors.counts.roles.situation import Situation, Verdict, situation
from extractors.counts.roles.tense import Tense
from extractors.records import CountRole, Section
from extractors.words import cut, tag

#: A change of these is a change whatever stands between verb and number.
_CHANGING = frozenset(["%", "‰", "百分点", "倍", "成", "位", "岁", None])
_LIST_OF_NUMBERS = re.compile(r"[\d.]+[%‰倍]?(?:个?百分点)?(?:左右|以上)?(?:、|和|及|与)")
#: As far before a number as the verb of its change stands, with adverbs alone between.
_VERB_REACH = 14
#: As far back as the clause before is looked at.
_CLAUSE = 60
#: What a number is when it is a part of one that is: 投资概算18亿元，其中中央投资10亿元.
_WHOLES = ("target", "achieved", "other")
_JOINERS = frozenset(["、", "和", "及", "与", "或", "以及"])


def agreed(text: str, quantities: Sequence[Quantity], verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with one for the numbers of each list: `分别给予50万元、30万元`, `收入超亿元和10亿元的企业`; not `新增3家、培育5家`.

    A list is what its first number is, unless one of them shows that they are conditions or sums dealt out.
    """
    done: list[Verdict] = []
    first = 0
    for index, (quantity, verdict) in enumerate(zip(quantities, verdicts, strict=True)):
        if not index or not _joined(text, quantities[index - 1], quantity):
            first = index
        elif verdict.role == "other" and done[first].role != "change":
            done[first:] = [verdict] * (index - first)
        else:
            verdict = done[first]
        done.append(verdict)
    return done


def _joined(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Whether two numbers stand in one list and count the same: `30%、50%`, `50万、10万元`; not `3家、5%`, `千亿级、3个`."""
    measured = quantity.unit is not None and quantity.unit.kind == "measure"
    same = before.unit_name == quantity.unit_name or (before.unit_name is None and measured and not before.levelled)
    return same and text[before.end : quantity.start].strip(" ") in _JOINERS


def _is_plain(verdict: Verdict, found: Situation) -> bool:
    """Whether nothing in the quantity's own clause says what it is."""
    plain = verdict.role in ("target", "achieved")
    return plain and (verdict.words is None or verdict.words[0] < found.start - len(found.left))


class Roles:
    """Says the role of each quantity of one document, which are to be asked in the order of the text."""

    def __init__(self, text: str, borders: Borders, sections: Sequence[Section], tense: Tense) -> None:
        self._text, self._borders, self._tense = text, borders, tense
        self._conditions = Conditions(text, borders, sections, tense)
        self._scope, self._forms = Scope(), Forms(text, borders, tense)
        self._whole: tuple[int, CountRole] | None = None
        self._changed: Quantity | None = None

    def verdict(self, quantity: Quantity, item: str | None, *, modifies: bool) -> Verdict:
        """What `quantity` by itself is, whose item is `item`; `modifies` says that it is a threshold inside a longer phrase."""
        found = situation(self._text, self._borders, quantity, item, modifies=modifies)
        verdict = self._verdict(found)
        if self._whole and found.left.startswith(("其中", "其余")) and verdict.role != self._whole[1] and _is_plain(verdict, found):
            near = self._whole[0] >= self._borders.sentence_at(found.start)[0]
            verdict = Verdict(self._whole[1], "a part of the number before") if near else verdict
        if self._changed and _is_plain(verdict, found) and (where := self._listed_change(found)):
            verdict = Verdict("change", "the next of a list of changes", where)
        self._changed = quantity if verdict.role == "change" and not found.is_share else None
        if not found.left.startswith(("其中", "其余")):
            self._whole = (quantity.end, verdict.role) if verdict.role in _WHOLES else None
        return verdict

    def _listed_change(self, found: Situation) -> Span | None:
        """`降低用能成本约80亿元、物流成本|约60亿元`; not `减少用地3万亩、新增造林5万亩`, whose second number has a verb of its own."""
        before = self._changed
        if before is None or before.unit_name != found.quantity.unit_name:
            return None
        listed = pattern("roles", "change_listed").fullmatch(self._text, before.end, found.start)
        return None if listed is None or (tag(cut(listed["next"])[0]) or "") == "v" else listed.span()

    def verdict_in_table(self, quantity: Quantity, head: str) -> Verdict:
        """What a number is that fills a table cell under `head`: what the head or the section says, else `other`."""
        role = self._tense.in_table(quantity.start, head)
        if quantity.unit_name in ("%", "‰", "百分点") and pattern("tense", "growth_head").search(head):
            role = "change"
        return Verdict(role, "the head of the table's column or the section it stands in")

    def _verdict(self, found: Situation) -> Verdict:
        conditions = self._conditions
        return (
            self._forms.verdict(found)
            or self._change_of_steps(found)
            or self._part(found)
            or self._change(found)
            or conditions.condition(found)
            or conditions.capacity(found)
            or conditions.duty(found)
            or conditions.dealt(found)
            or self._timed(found)
        )

    def _part(self, found: Situation) -> Verdict | None:
        """A part of the text; not `4条高速建成通车` in a part that looks back."""
        verdict = self._scope.structure(found)
        if verdict is None or not found.is_classified or not found.after("scope", "came_about") or not self._tense.reported(found.start):
            return verdict
        if found.before("scope", "listed_above") and found.after("scope", "great_works"):
            return verdict
        return verdict if (found.item or "").endswith(endings("scope", "undertaken")) else None

    def _timed(self, found: Situation) -> Verdict:
        """A fact or a target, and what looks like a target and is none: the level a change sets out from, prizes, the group it is for."""
        timed = self._tense.of(found.start, found.quantity.end)
        if (where := found.before("conditions", "compared_base")) and found.follows("conditions", "grows"):
            return Verdict("achieved", "what something is compared with", where)
        if (where := found.before("conditions", "set_out_from")) and found.follows("conditions", "leads_on"):
            planned = found.before("conditions", "planned_base")
            return Verdict("other" if planned else "achieved", "the level a change sets out from", planned or where)
        if timed.role != "target":
            return timed
        if where := found.after("scope", "upon"):
            return Verdict("achieved", "the level that is built upon", where)
        if found.text.startswith("不足", found.start):
            return Verdict("achieved", "short of it")
        aimed = pattern("tense", "aim").search(self._text, self._borders.sentence_at(found.start)[0], found.start)
        if found.is_money and not self._tense.kind.tells and not aimed and (where := found.before("conditions", "costs")):
            return Verdict("other", "what a project costs", where)
        if found.item and (not found.quantity.bounded or self._tense.kind.ruling) and found.item.endswith(endings("conditions", "prizes")):
            return Verdict("other", "prizes to be won")
        return self._scope.given(found) or timed

    def _change(self, found: Situation) -> Verdict | None:
        """`增长5%`, `15%的增速`, `减少费用3亿元`, `增加3项`; not `提高到5%`, `高于全国3个百分点`, `新增3项`."""
        quantity, left = found.quantity, found.left
        if found.is_money and (where := self._before("added_to_each", found.start, file="conditions")):
            return Verdict("other", "so much more to each", where)
        if found.unit == "倍" and (where := found.before("roles", "compares")):
            return Verdict("achieved", "how things compare", where)
        if quantity.number.kind == "times":
            return Verdict("change", "a multiple of what was") if not found.after("roles", "relief") else Verdict("other", "a relief")
        if quantity.bounded and found.before("conditions", "condition_of_growth") and (where := found.after("conditions", "condition_after")):
            return Verdict("other", "growth that is a condition", where)
        changing = quantity.unit_name in _CHANGING
        where = found.after("roles", "change_after") if changing and not left.endswith(("到", "至")) else None
        if where:
            return Verdict("change", "a noun of change after the share", where)
        if found.unit == "百分点" and (where := found.after("roles", "relief")):
            return Verdict("other", "a relief", where)
        if found.unit == "百分点":
            return None if found.before("roles", "distance") else Verdict("change", "percentage points are a difference")
        if changing and found.is_bracketed:
            where = found.before("roles", "growth")
            return Verdict("change", "growth told in a bracket", where) if where else None
        if found.is_money and found.before("roles", "relieved"):
            return None
        stretch = left if left.endswith("、") else left[max(left.rfind("、"), 0) :]
        if found.is_classified and not changing:
            return self._of_number(stretch)
        before = pattern("roles", "change_before")
        listed = changing and left.endswith(("、", "和", "及", "与"))
        upgraded = found.unit in words("roles", "upgraded") and left.endswith(("提升", "提高")) and found.right[:1].isalpha()
        if upgraded:
            return None
        if before.search(left[-_VERB_REACH:]) or (listed and before.search(_LIST_OF_NUMBERS.sub("", left)[-_VERB_REACH:])):
            return Verdict("change", "a verb of change before the number", found.before("roles", "change_before"))
        if found.before("roles", "by_so_much") and (where := found.after("roles", "goes_up")):
            return Verdict("change", "a verb of change after the amount", where)
        if changing and self._tense.kind.tells and (where := found.before("roles", "growth_told")):
            return Verdict("change", "a noun of growth in an article", where)
        if changing and (where := found.before("roles", "growth_compared")):
            return Verdict("change", "a noun of growth against another time", where)
        if quantity.value < 0:
            return Verdict("change", "growth below nought")
        if changing:
            where = found.before("roles", "change_of_share") or found.before("roles", "change_compared")
            if not where and not found.quantity.bounded:
                where = found.before("roles", "change_named")
            if not where and found.opens("roles", "strives") == (found.start - len(found.left), found.start):
                where = self._before("change_before_that", found.start - len(found.left))
            return Verdict("change", "a verb of change with its object", where) if where else None
        reach = 24
        if "分别" in left[-6:]:
            stretch, reach = left, 60  # 减少甲、乙、丙分别3吨、2吨、1吨
        amount = pattern("roles", "change_amount").search(stretch)
        if not amount or len(stretch) - amount.end() > reach or pattern("roles", "level").search(left):
            return None
        if pattern("roles", "no_change").search(stretch, amount.end()):
            return None
        return Verdict("change", "a verb of change with its object", found.before("roles", "change_amount"))

    def _before(self, name: str, at: int, *, file: str = "roles") -> Span | None:
        """Where a pattern ends right at the offset `at`, over the borders of clauses."""
        found = pattern(file, name).search(self._text, max(0, at - _CLAUSE), at)
        return found.span() if found else None

    def _change_of_steps(self, found: Situation) -> Verdict | None:
        """`提高2个等级`, `减少环节3个`, whose nouns are for parts elsewhere."""
        where = found.before("roles", "steps_before") if found.after("roles", "steps") else None
        if where:
            return Verdict("change", "so many steps up or down", where)
        last = found.is_classified and found.right[:1] in ("，", "。", "；", "、", "")
        return self._of_number(found.left[max(found.left.rfind("、"), 0) :]) if last else None

    def _of_number(self, stretch: str) -> Verdict | None:
        """`事项增加3项`; not `增加到3项`."""
        changed = pattern("roles", "change_of_number").search(stretch)
        if not changed or pattern("roles", "reached").search(stretch[-6:]):
            return None
        return Verdict("change", "more or fewer than before")

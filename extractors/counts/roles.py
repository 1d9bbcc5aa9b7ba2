"""The part a quantity plays: a change, a part of the text's own structure, a condition or sum promised, a target, a fact."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.clauses import Borders
from extractors.counts.conditions import Conditions
from extractors.counts.lexicon import pattern, words
from extractors.counts.quantities import Quantity
from extractors.counts.scope import Scope
from extractors.counts.situation import Situation, Verdict, situation
from extractors.counts.tense import Tense
from extractors.explain import because
from extractors.records import CountRole, Section

#: A change of these is a change whatever stands between verb and number.
_CHANGING = frozenset(["%", "‰", "百分点", "倍", "成", "位", "岁", None])
_LIST_OF_NUMBERS = re.compile(r"[\d.]+[%‰倍]?(?:个?百分点)?(?:左右|以上)?(?:、|和|及|与)")
#: As far before a number as the verb of its change stands, with adverbs alone between.
_VERB_REACH = 14


class Roles:
    """Says the role of each quantity of one document, which are to be asked in the order of the text."""

    def __init__(self, text: str, borders: Borders, sections: Sequence[Section], tense: Tense) -> None:
        self._text, self._borders, self._tense = text, borders, tense
        self._conditions = Conditions(text, borders, sections, tense)
        self._scope = Scope()

    def role(self, quantity: Quantity, item: str | None, *, modifies: bool) -> CountRole:
        """The role of `quantity`, whose item is `item`; `modifies` says that it is a threshold inside a longer phrase."""
        found = situation(self._text, self._borders, quantity, item, modifies=modifies)
        verdict = self._verdict(found)
        because("counts", quantity.start, "role", verdict.rule, verdict.words)
        return verdict.role

    def role_in_table(self, quantity: Quantity, head: str) -> CountRole:
        """The role of a number that fills a table cell under `head`: what the head or the section says, else `other`."""
        because("counts", quantity.start, "role", "the head of the table's column or the section it stands in")
        return self._tense.in_table(quantity.start, head)

    def _verdict(self, found: Situation) -> Verdict:
        conditions = self._conditions
        return (
            conditions.in_row(found)
            or conditions.by_form(found)
            or self._scope.structure(found)
            or self._change(found)
            or conditions.condition(found)
            or conditions.capacity(found)
            or conditions.duty(found)
            or conditions.dealt(found)
            or self._timed(found)
        )

    def _timed(self, found: Situation) -> Verdict:
        """A fact or a target, and what looks like a target and is none: the level a change sets out from, prizes, the group it is for."""
        timed = self._tense.of(found.start, found.quantity.end)
        if (where := found.before("conditions", "set_out_from")) and found.after("conditions", "leads_on"):
            planned = found.before("conditions", "planned_base")
            return Verdict("other" if planned else "achieved", "the level a change sets out from", planned or where)
        if timed.role != "target":
            return timed
        if found.item and not found.quantity.bounded and found.item.endswith(tuple(words("conditions", "prizes"))):
            return Verdict("other", "prizes to be won")
        return self._scope.given(found) or timed

    def _change(self, found: Situation) -> Verdict | None:
        """`增长5%`, `15%的增速`, `减少费用3亿元`, `增加3项`; not `提高到5%`, `高于全国3个百分点`, `新增3项`."""
        quantity, left = found.quantity, found.left
        if quantity.number.kind == "times":
            return Verdict("change", "a multiple of what was") if not found.after("roles", "relief") else Verdict("other", "a relief")
        changing = quantity.unit_name in _CHANGING
        where = found.after("roles", "change_after") if changing and not left.endswith(("到", "至")) else None
        if where:
            return Verdict("change", "a noun of change after the share", where)
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
        if before.search(left[-_VERB_REACH:]) or (listed and before.search(_LIST_OF_NUMBERS.sub("", left)[-_VERB_REACH:])):
            return Verdict("change", "a verb of change before the number", found.before("roles", "change_before"))
        if found.before("roles", "by_so_much") and (where := found.after("roles", "goes_up")):
            return Verdict("change", "a verb of change after the amount", where)
        if changing and self._tense.tells and (where := found.before("roles", "growth_told")):
            return Verdict("change", "a noun of growth in an article", where)
        if changing:
            where = found.before("roles", "change_of_share") or found.before("roles", "change_compared")
            if not where and not found.quantity.bounded:
                where = found.before("roles", "change_named")
            return Verdict("change", "a verb of change with its object", where) if where else None
        amount = pattern("roles", "change_amount").search(stretch)
        if not amount or len(stretch) - amount.end() > 24 or pattern("roles", "level").search(left):
            return None
        if pattern("roles", "no_change").search(stretch, amount.end()):
            return None
        return Verdict("change", "a verb of change with its object", found.before("roles", "change_amount"))

    def _of_number(self, stretch: str) -> Verdict | None:
        """`事项增加3项`; not `增加到3项`."""
        changed = pattern("roles", "change_of_number").search(stretch)
        if not changed or pattern("roles", "reached").search(stretch[-6:]):
            return None
        return Verdict("change", "more or fewer than before")

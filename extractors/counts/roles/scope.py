"""Numbers of parts, and of groups that a text takes as given: `8大重点任务`, `甲、乙、丙3个市`, `这5个方面`, `11个设区市全部…`."""

from __future__ import annotations

import re

from extractors.counts.lexicon import endings, pattern, words
from extractors.counts.roles.situation import Situation, Verdict
from extractors.words import tags

_MEDALS = frozenset(["金", "银", "铜"])
#: No enumeration is longer; announced parts may be some more.
_MOST_LISTED, _MOST_PARTS = 20, 60
#: A place has no more of a kind that a text takes as given.
_MOST_OF_A_KIND = 200
#: So few kinds are those that a text tells apart; of more it only has so many.
_MOST_KINDS = 9
_LISTED_PARTS = re.compile("[、”》和及与]")
#: So much of an item tells the group again when it is next spoken of.
_HEAD = 2
#: So much of what follows a number is the name that a group is given.
_NAME = 2
#: So soon after its tally a decision tells its parts.
_DECISION = 60


class Scope:
    """Tells the groups of one document, in the order of its text; a group told once is known when it comes again."""

    def __init__(self) -> None:
        self._known: set[tuple[object, str, str]] = set()
        #: What the text calls its groups: 以下统称|3个片区.
        self._called: list[str] = []
        self._decided = -_DECISION

    def structure(self, found: Situation) -> Verdict | None:
        """What is a part whatever the time: `省市县三级`, `五个方面`, `（共8项）`, `分为两类`; not `建成8个领域标准`, `50项以上`."""
        verdict = self._structure(found)
        if verdict:
            self._known.add(self._name(found))
        return verdict

    def given(self, found: Situation) -> Verdict | None:
        """What would be a target and is the group a target is for: `全省16个县`, `以44个专项为抓手`, `12条产业链` named before."""
        if found.quantity.bounded or not found.quantity.counted or found.quantity.value_max is not None:
            return None
        item = found.item or ""
        if item.endswith((*endings("scope", "place_ends"), *endings("scope", "fixed_places"))):
            made, fixed = found.opens("scope", "made"), item.endswith(endings("scope", "fixed_places"))
            if fixed and not made:
                return Verdict("structure", "places of which there is a fixed number")
            if not made and (where := found.before("scope", "scope")):
                return Verdict("structure", "the places a policy is for", where)
            if pattern("scope", "whom_for").search(found.text, max(found.start - 2 * _DECISION, 0), found.start):
                return Verdict("structure", "the places a policy is for")
        if where := found.after("scope", "whose"):
            return Verdict("structure", "a group whose parts are counted next", where)
        done = found.opens("scope", "made") or found.opens("scope", "pushed")
        done = done or (found.before("scope", "worked_on_before") and found.after("scope", "worked_on"))
        if found.quantity.value <= _MOST_OF_A_KIND and not done and (where := found.before("scope", "whole")):
            return Verdict("structure", "all of a kind that a place has", where)
        if found.before("scope", "among_before") and (where := found.after("scope", "chosen_among")):
            return Verdict("structure", "the group that some are chosen from", where)
        if found.before("scope", "built_on_before") and (where := found.after("scope", "built_on")):
            return Verdict("achieved", "what is built upon", where)
        if where := found.before("scope", "supported"):
            return Verdict("structure", "what is supported", where)
        helped = item.endswith(endings("scope", "standing")) and found.quantity.value <= _MOST_PARTS
        if helped and found.after("scope", "helped_on") and (where := found.before("scope", "helped")):
            return Verdict("structure", "a group that is there and is helped on", where)
        if item.endswith(endings("scope", "standing")) and (where := found.before("scope", "grown")):
            return Verdict("structure", "a group that is there and grows", where)
        if found.before("scope", "centred_before") and (where := found.after("scope", "centred")):
            return Verdict("structure", "what something is centred on", where)
        if found.before("scope", "comprises") and (where := found.after("scope", "comprised")):
            return Verdict("structure", "the parts that a place has", where)
        if where := found.before("scope", "turned_to"):
            return Verdict("structure", "what a policy turns to", where)
        if found.before("scope", "by_means") and (where := found.after("scope", "means")):
            return Verdict("structure", "the means of what is done", where)
        if found.opens("scope", "taken_apart_before") and (where := found.after("scope", "taken_apart")):
            return Verdict("structure", "what is there and is divided further", where)
        if where := found.after("scope", "where_places"):
            return Verdict("structure", "places of which there is a fixed number", where)
        again = item.endswith(endings("scope", "taken_up_parts")) and found.before("scope", "taken_up")
        if item and self._name(found) in self._known and not found.before("scope", "of_each") and (again or not found.before("scope", "made")):
            return Verdict("structure", "a group that the text has named before")
        return None

    def _name(self, found: Situation) -> tuple[object, str, str]:
        return found.quantity.value, found.unit, (found.item or "")[-_HEAD:]

    def _structure(self, found: Situation) -> Verdict | None:
        quantity = found.quantity
        kind = quantity.unit.kind if quantity.unit else None
        if found.unit == "倍":
            return None
        if found.unit in words("scope", "kinds") and found.right[:1] in ("", "，", "。", "；") and (where := found.before("scope", "sorted_into")):
            return Verdict("structure", "what is told apart into kinds", where)
        if found.unit in words("scope", "structure_units") or (kind == "noun" and found.item not in _MEDALS):
            return self._great_group(found)
        if found.unit in words("scope", "areas") and not quantity.bounded:
            where = found.before("scope", "extent_of") or found.before("scope", "extent_within")
            if pattern("scope", "extent_sentence").search(found.text, max(found.start - _DECISION, 0), found.start):
                return Verdict("achieved", "how large a zone is")
            return Verdict("achieved", "how large a zone is", where) if where and not found.opens("scope", "made") else None
        if quantity.value == 1 and not quantity.bounded and pattern("exclusions", "one_two_three").match(found.text, quantity.core_end):
            return Verdict("structure", "the first part of a picture")
        if pattern("scope", "formula_told").search(found.text, max(found.start - _DECISION, 0), found.start):
            return Verdict("structure", "what a formula stands for")
        if where := found.before("scope", "tallied_full"):
            return Verdict("structure", "how many parts there are in all", where)
        if found.unit in ("场", "大") and (found.item or "").endswith(endings("scope", "battles")):
            return Verdict("structure", "battles of a campaign")
        if found.unit in words("scope", "lots") and (where := found.before("scope", "by_lots")):
            return Verdict("structure", "what is done in lots", where)
        if kind != "classifier" or quantity.bounded or quantity.value_max is not None:
            return None
        if verdict := self._decreed(found):
            return verdict
        if (where := found.before("scope", "listed_above")) and found.after("scope", "great_works"):
            return Verdict("structure", "a list that others have drawn up", where)
        if where := found.before("scope", "called"):
            self._called.append(found.text[quantity.start : quantity.end + _NAME])
        elif any(found.text.startswith(name, quantity.start) for name in self._called):
            return Verdict("structure", "a group that the text has given its name")
        if pattern("scope", "made_up").search(found.text, max(found.start - 2 * _DECISION, 0), found.start):
            return Verdict("structure", "how many parts there are in all")
        if where := found.before("scope", "own_parts"):
            return Verdict("structure", "how many parts the text has", where)
        if (where := found.before("scope", "divided_into")) and found.after("scope", "divisions"):
            return Verdict("structure", "what a body is divided into", where)
        if found.before("scope", "honoured") and (where := found.after("scope", "honours")):
            return Verdict("structure", "those whom the text names", where)
        pictured = found.before("scope", "pictured_before") and found.after("scope", "pictured")
        if (
            pictured
            or ((not found.left or found.before("scope", "set_up")) and found.after("scope", "listed_next"))
            or found.after("scope", "deeds_next")
        ):
            return Verdict("structure", "parts that the text lists")
        if found.before("scope", "tallied_before") and found.after("scope", "tallied_after"):
            return Verdict("structure", "a tally in a bracket")
        if where := found.after("scope", "enacted"):
            return Verdict("achieved", "done by the act itself", where)
        if where := found.before("scope", "kinds_tallied"):
            return Verdict("structure", "how many there are in the kinds named", where)
        listed_work = found.left.endswith("等") and (found.item or "").endswith(endings("scope", "listed_work"))
        if listed_work and not found.opens("scope", "spread"):
            return Verdict("structure", "work that the text lists")
        if where := found.before("scope", "definite") or found.before("scope", "explained"):
            return Verdict("structure", "a group pointed at", where)
        if found.unit in words("scope", "levels") and (found.item or "").endswith(endings("scope", "levelled")):
            return Verdict("structure", "levels of one system")
        if where := found.after("scope", "announced") or (found.before("scope", "announced_before") and found.after("scope", "announced_then")):
            return Verdict("structure", "what a notice says of its own annexes", where)
        if quantity.value > _MOST_PARTS:
            return None
        where = found.before("scope", "divides")
        if where and found.unit not in ("名", "人", "位") and (found.text[where[0]] != "由" or found.after("scope", "divided")):
            return Verdict("structure", "what falls into parts", where)
        part = (
            quantity.value != 1
            and not found.before("scope", "dealt_with")
            and found.unit in words("scope", "part_units")
            and not found.after("scope", "out_of")
            and not found.before("scope", "out_of_before")
        )
        aspect = (found.item or "").endswith(endings("scope", "aspects")) or found.after("scope", "aspect_next")
        left_behind = found.before("conditions", "set_out_from") and found.follows("conditions", "leads_on")
        if part and aspect and not left_behind and not found.before("scope", "reshaped"):
            return Verdict("structure", "a noun for aspects and parts")
        two = quantity.value == 2 and found.text[quantity.start] == "两"
        if two and found.after("scope", "pairs") and (where := found.before("scope", "both_sides")):
            return Verdict("structure", "a pair that everybody knows", where)
        if two and (where := found.after("scope", "paired")):
            return Verdict("structure", "a pair that works together", where)
        if found.opens("scope", "drawn_up") and (where := found.after("scope", "planned_for")):
            return Verdict("structure", "places that a plan is drawn up for", where)
        if (
            left_behind
            or found.before("scope", "comes_to")
            or found.opens("scope", "made")
            or found.before("scope", "made_here")
            or found.before("scope", "reshaped")
        ):
            return None
        if part and ((found.item or "").endswith(endings("scope", "parts")) or found.after("scope", "part_next")):
            return Verdict("structure", "a noun for parts of a text")
        if found.unit in words("scope", "told_apart") and 1 < quantity.value <= _MOST_KINDS and not found.text[quantity.start].isascii():
            return Verdict("structure", "kinds that are told apart")
        return self._enumerated(found)

    def _decreed(self, found: Situation) -> Verdict | None:
        """`决定取消…，共计87项。其中，取消55项`, `目录（共55项）`, `一、市教育局（4项）`: what an act lists."""
        before = found.text[max(found.start - 2 * _DECISION, 0) : found.start]
        if pattern("scope", "decided").search(before) or pattern("scope", "decided_at_once").search(before):
            self._decided = found.quantity.end
            return Verdict("structure", "what a decision lists")
        if found.start - self._decided <= _DECISION and (where := found.before("scope", "decided_part")):
            self._decided = found.quantity.end
            return Verdict("structure", "what a decision lists", where)
        line = before[before.rfind("\n") + 1 :]
        if found.right[:1] in ("）", ")") and found.unit in words("scope", "tallied"):
            where = found.before("scope", "tallied_all")
            if where or (len(line) < 2 * _DECISION and pattern("scope", "tallied_label").search(line)):
                return Verdict("structure", "a tally in a bracket", where)
        return None

    def _great_group(self, found: Situation) -> Verdict | None:
        """`8大重点任务`, `省市县三级`; not `启动十大数据中心建设`, `7.3级地震`."""
        if found.unit == "级" and (found.before("scope", "degrees_before") or found.after("scope", "degrees_after")):
            return Verdict("other", "a degree that qualifies") if found.quantity.bounded else None
        if found.quantity.bounded:
            return None
        built = found.unit == "大" and (found.item or "").endswith(endings("scope", "built"))
        before = found.text[max(0, found.start - _DECISION) : found.start]
        after = found.text[found.quantity.end + len(found.item or "") :][:2]
        heads = pattern("scope", "heading_so_far").search(before) and (not after.strip("。\n") or after[0] == "\n")
        told = after[:1] in ("：", ":") or heads or pattern("scope", "in_a_row").search(before)
        if built and not told and (found.before("scope", "begun") or found.after("scope", "finished")):
            return None
        return Verdict("structure", "a measure word for parts or levels", (found.quantity.core_start, found.quantity.core_end))

    def _enumerated(self, found: Situation) -> Verdict | None:
        """`甲、乙、丙3个市`, `内外网两个平台`."""
        quantity = found.quantity
        if found.unit not in words("scope", "enumerable") or quantity.value == 1 or not _is_han(found.right[:1]):
            return None
        if quantity.value == 2 and found.text[quantity.start] == "两" and (self._noun_before(found) or found.after("scope", "pairs")):
            return Verdict("structure", "a pair just named")
        if found.left.endswith("各") or found.before("scope", "numbers_listed") or found.before("scope", "each"):
            return None  # 初中、小学各1所: so many of each
        among = found.left.endswith("等")
        built = among or ((found.item or "").endswith(endings("scope", "built")) and not found.right.startswith(endings("scope", "place_ends")))
        if built and found.opens("scope", "pushed") and found.after("scope", "pushed_on"):
            return None
        begun = pattern("scope", "work_begun").search(found.text, max(found.start - 2 * _DECISION, 0), found.start)
        if built and among and begun and pattern("scope", "work_ended").match(found.text, quantity.end):
            return None
        where = found.before("scope", "enumeration")
        if quantity.value > _MOST_LISTED or not (where or among):
            return None
        complete = len(_LISTED_PARTS.findall(found.left)) + 1 >= quantity.value
        if complete or (among and not found.opens("scope", "picked")):
            return Verdict("structure", "an enumeration before the number", where)
        return None

    def _noun_before(self, found: Situation) -> bool:
        """Whether a noun ends right before the number: `内外网` 两个平台."""
        table = tags()
        return any(table.get(found.left[-length:], "").startswith("n") for length in (3, 2) if len(found.left) >= length)


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"

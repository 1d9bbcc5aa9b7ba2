"""Numbers that are neither reached nor to be reached: conditions, limits, sums promised, rates, sizes that describe."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extractors.clauses import Borders
from extractors.counts.lexicon import pattern, words
from extractors.counts.noun_phrases.edges import is_metric
from extractors.counts.roles.headings import admits
from extractors.counts.roles.situation import Situation, Verdict
from extractors.counts.roles.tense import Tense
from extractors.records import Section

#: As far into the sentence after a number as its consequence is looked for.
_AHEAD = 70
_FILE = "conditions"
_COLONS = frozenset(":：∶")
#: What is paid, which a share of something else tells: 补偿额不低于投保费用的80%.
_PAID = ("补偿额", "补助额", "补贴额", "赔付额", "奖励额", "资助额", "补偿金额", "补助金额", "补贴金额", "奖励金额", "资助金额")
#: No more persons than these are named for a piece of work.
_FEW = 3


class Conditions:
    """Tells what in one document is a condition or is dealt out."""

    def __init__(self, text: str, borders: Borders, sections: Sequence[Section], tense: Tense) -> None:
        self._text, self._borders, self._tense = text, borders, tense
        self._sections = sections
        self._starts = [section.start for section in sections]

    def condition(self, found: Situation) -> Verdict | None:
        """`达到1亿元以上且…的企业`, `为2家的，`, `25%的，可申请…`, `按50%的标准`, a number under 申报条件."""
        if found.after(_FILE, "case"):
            return Verdict("other", "a case that something follows from")
        if found.quantity.bounded:
            if where := found.after(_FILE, "condition_joined"):
                return Verdict("other", "conditions joined", where)
            if found.quantity.comparator in ("le", "lt") and (where := found.before(_FILE, "granted")):
                return Verdict("other", "room that is granted", where)
            if found.left.startswith("对") and "的" in found.right and not self._tense.reported(found.start):
                return Verdict("other", "whom something is for")
        if where := found.after(_FILE, "condition_listed") or found.after(_FILE, "quality_listed") or found.before(_FILE, "excepted"):
            return Verdict("other", "thresholds listed", where)
        if found.is_classified and not self._tense.reported(found.start) and (where := found.before(_FILE, "allowed")):
            return Verdict("other", "what is allowed", where)
        if found.is_classified and found.quantity.bounded and not self._tense.kind.tells and (where := found.before(_FILE, "experienced")):
            return Verdict("other", "what somebody must have done", where)
        limited = found.is_classified and not found.quantity.bounded
        if limited and (where := found.before(_FILE, "limited") or found.after(_FILE, "limit_after")):
            return Verdict("other", "a limit on what one may have", where)
        if found.is_money and (where := found.before(_FILE, "needed")):
            return Verdict("achieved" if self._tense.told(found.start) else "other", "what a plan costs", where)
        ahead = self._text[found.quantity.end : found.quantity.end + _AHEAD]
        goes_on = found.opens(_FILE, "condition_opened") and pattern(_FILE, "condition_goes_on").match(ahead)
        if goes_on or pattern(_FILE, "condition_then").match(ahead):
            return Verdict("other", "a condition for what follows")
        if where := found.after(_FILE, "by_rate"):
            return Verdict("other", "a rate of reckoning", where)
        a_ratio = not _COLONS.isdisjoint(found.text[found.quantity.core_start : found.quantity.end])
        if a_ratio and (where := found.after(_FILE, "matched_sum")):
            return Verdict("other", "a rate of reckoning", where)
        if (found.is_share or found.is_money) and (where := found.after(_FILE, "policy_named")):
            return Verdict("other", "what a policy grants", where)
        if found.is_share and found.before(_FILE, "reckoned_by") and (where := found.after(_FILE, "reckoned")):
            return Verdict("other", "a rate of reckoning", where)
        if found.is_share or found.quantity.bounded:
            eased = pattern(_FILE, "eased").search(found.text, self._borders.sentence_at(found.start)[0], found.start)
            if eased and "比例" in found.text[eased.start() : found.start]:
                return Verdict("other", "a condition that is eased", eased.span())
        threshold = found.quantity.bounded and found.quantity.comparator != "approx"
        if (found.is_money or threshold) and not found.before(_FILE, "aimed") and pattern(_FILE, "rewarded").match(ahead):
            return Verdict("other", "what is rewarded")
        if verdict := self._of_persons(found) or self._of_rates(found):
            return verdict
        if where := found.before(_FILE, "awarded"):
            return Verdict("other", "a privilege to be had", where)
        if found.is_classified and (where := found.before(_FILE, "privilege")):
            return Verdict("other", "a privilege to be had", where)
        if rule := self._sized(found):
            return Verdict("other", rule)
        if not found.text.startswith("不得", found.start) and self._admits(found.start):
            return Verdict("other", "in a part about who is admitted")
        return self._defining(found)

    def _of_persons(self, found: Situation) -> Verdict | None:
        """Who makes up a body, comes forward or is named: `组长1名`, `由7名以上专家组成`, 申报单位 `不少于10人`; not 培养 `10名`."""
        persons = found.unit in ("名", "人", "位")
        if persons and (found.before(_FILE, "office") or (found.before(_FILE, "composed_before") and found.after(_FILE, "composed"))):
            return None if self._tense.reported(found.start) else Verdict("other", "whom a body is made up of")
        asked = (
            found.quantity.bounded and not found.text.startswith("不得", found.start) and self.duty(found) is None and not found.before(_FILE, "duty")
        )
        if asked and (where := found.before(_FILE, "applicants")):
            return Verdict("other", "asked of those who apply", where)
        if persons and found.quantity.value <= _FEW and (where := found.before(_FILE, "named_person") or found.after("exclusions", "one_is")):
            return Verdict("other", "who is named for the work", where)
        return None

    def _of_rates(self, found: Situation) -> Verdict | None:
        """Weights, prices and who pays what: 笔试成绩占`40%`, 每吨`500元`, 按`51%`比例投资, 固定人员`不少于20人` in rules."""
        if found.unit == "分" and not self._tense.kind.tells and not found.before(_FILE, "points_reached"):
            return Verdict("other", "points that are given")
        if found.is_share:
            where = (
                found.before(_FILE, "quality") or found.before(_FILE, "weighed") or (found.before(_FILE, "paid_by") and found.after(_FILE, "paid"))
            )
            return Verdict("other", "a weight or the share of one who pays", where) if where else None
        if found.is_money and (where := found.before(_FILE, "each_a_year")) and self._shared_out(found):
            return Verdict("other", "how much each is given", where)
        if found.is_money and not self._tense.reported(found.start) and (where := found.before(_FILE, "claim_bounds")):
            return Verdict("other", "where a claim begins and ends", where)
        if found.is_money and not self._tense.kind.tells and not self._tense.reported(found.start):
            if self._tense.kind.funds:
                return Verdict("other", "a sum that the notice hands out")
            where = found.before(_FILE, "price")
            if where and not found.before(_FILE, "level_set") and not found.before(_FILE, "set_out_from"):
                return Verdict("other", "a price", where)
        floor = self._tense.kind.ruling and found.quantity.comparator in ("ge", "gt")
        where = found.before(_FILE, "endowment") if floor and not found.text.startswith("不得", found.start) else None
        return Verdict("other", "what a body of its kind must have", where) if where else None

    def _shared_out(self, found: Situation) -> bool:
        """Whether the line says who bears the sum or what grant it is."""
        start = max(found.text.rfind("\n", 0, found.start) + 1, found.start - 2 * _AHEAD)
        return pattern(_FILE, "borne_by").search(found.text, start, found.quantity.end + _AHEAD) is not None

    def _sized(self, found: Situation) -> str | None:
        """Sizes that tell of other things: `产值50亿元企业5家`, `时速大于120公里的车`, `与9万辆汽车相匹配`, `每5公里一座的标准`."""
        sized = found.is_money and found.before(_FILE, "size_named") and not found.before(_FILE, "built_to_size")
        if sized and (found.after(_FILE, "size_of_counted") or found.after(_FILE, "size_describes")):
            return "a size that describes what is meant"
        if not (found.is_money or found.is_share or found.is_classified) and found.before(_FILE, "specification"):
            made = pattern(_FILE, "specified").search(found.text, self._borders.sentence_at(found.start)[0], found.start)
            if made and pattern(_FILE, "described").match(found.text, found.quantity.end, found.quantity.end + _AHEAD):
                return "what a product is built to do"
        if found.before(_FILE, "matched_before") and found.after(_FILE, "matched_after"):
            return "what something else is to match"
        if found.before(_FILE, "demand_before") and found.after(_FILE, "demand_after") and not self._tense.reported(found.start):
            return "whose demand is met"
        if not found.is_share and found.before(_FILE, "benefits") and found.right.startswith("的"):
            return "whom something is of use to"
        if found.before(_FILE, "per") and found.after(_FILE, "per_standard"):
            return "so much to each"
        graded = found.quantity.bounded and found.is_classified and not self._tense.kind.tells
        if graded and found.after(_FILE, "event") and not found.before(_FILE, "no_event"):
            return "an event of a grade"
        if found.unit in words(_FILE, "harvests") and found.after(_FILE, "named_action") and found.before(_FILE, "action_begun"):
            return "a size in the name of an action"
        return None

    def _defining(self, found: Situation) -> Verdict | None:
        if found.quantity.bounded and (where := found.after(_FILE, "when")):
            return Verdict("other", "a condition", where)
        if found.before(_FILE, "reaching_before") and (where := found.after(_FILE, "when_reached")):
            return Verdict("other", "a condition", where)
        where = found.after(_FILE, "condition_after")
        if not where:
            return None
        opened = found.before(_FILE, "condition_before")
        if found.is_share:
            left = pattern(_FILE, "share_of").search(found.left.rstrip())
            return Verdict("other", "a condition", where) if left and (found.quantity.bounded or opened) else None
        if not found.is_classified or opened or found.right.startswith("的"):
            return Verdict("other", "a condition", opened or where)
        return None

    def _admits(self, at: int) -> bool:
        """Whether a section above says who is admitted."""
        index: int | None = bisect_right(self._starts, at) - 1
        while index is not None and index >= 0:
            section = self._sections[index]
            if section.start <= at < section.end and admits(section.title):
                return True
            index = section.parent
        return False

    def capacity(self, found: Situation) -> Verdict | None:
        """A measure in a project's name: 推动甲厂`60万吨`赖氨酸项目; not 建成`60万吨`产能."""
        if found.quantity.unit is None or found.quantity.bounded or found.unit not in words(_FILE, "capacities"):
            return None
        if where := found.before(_FILE, "each"):
            return Verdict("other", "the size of each", where)
        if found.before(_FILE, "yearly") and (where := found.after(_FILE, "yearly_project")):
            return Verdict("other", "a size in a project's name", where)
        listed = found.after(_FILE, "project_listed") if found.right[:1].isalpha() else None
        if where := listed or (found.before(_FILE, "pushed") and found.after(_FILE, "project")) or None:
            return Verdict("other", "a size in a project's name", where)
        if not found.before(_FILE, "built") and (where := found.after(_FILE, "project_named")):
            return Verdict("other", "a size in a project's name", where)
        return None

    def duty(self, found: Situation) -> Verdict | None:
        """What those who are paid must raise themselves: 应自筹总经费的`20%`."""
        where = found.before(_FILE, "duty") if found.unit == "%" else None
        if found.unit == "%" and found.after(_FILE, "own_share"):
            where = where or found.before(_FILE, "must_raise")
        return Verdict("target", "demanded of those who are paid", where) if where else None

    def dealt(self, found: Situation) -> Verdict | None:
        """Sums and shares promised, demanded or reckoned: `奖励50万元`, `投资额的30%给予补助`, `享受一次`; achieved when it was done."""
        rule = self._dealing(found)
        if rule is None:
            return None
        limited = found.quantity.comparator in ("le", "lt")
        if (found.is_money or found.is_share) and not limited and self._tense.reported(found.start):
            return Verdict("achieved", "dealt out in the past")
        if not found.quantity.bounded and self._tense.recounts(found.start) and not pattern(_FILE, "promised").search(found.left + found.right[:12]):
            return Verdict("achieved", "dealt out, as an article recounts")
        return Verdict("other", rule)

    def _dealing(self, found: Situation) -> str | None:
        unit, item, left = found.unit, found.item or "", found.left
        if found.before("roles", "relieved") or (found.before(_FILE, "pool_before") and found.after(_FILE, "pool")):
            return None
        if found.is_money and not found.quantity.bounded and found.before(_FILE, "won"):
            return None
        if found.before(_FILE, "given_so") and found.after(_FILE, "reliefs"):
            return "a relief in kind"
        if found.is_share and left.endswith("使"):
            return None
        if unit == "次" and ("享受" in left or "享有" in left):
            return "how often it may be had"
        sentence = self._borders.sentence_at(found.start)[0]
        raised = found.before(_FILE, "level_set") and pattern(_FILE, "benefit").search(self._text, sentence, found.start)
        promised = pattern(_FILE, "shared_cost").search(item) or found.before(_FILE, "most_promised")
        if (found.is_money or found.is_share) and not raised and promised:
            return "how much is promised"
        if "最高可" in left[-16:]:
            return "the most that is granted"
        if raised or (found.before(_FILE, "set_out_from") and found.after(_FILE, "leads_on")):
            return None
        dealing = pattern(_FILE, "dealing")
        near = bool(dealing.search(left[-24:])) or bool(dealing.search(found.right[:12]))
        if unit.startswith(("%", "‰", "倍", "成")):
            if not found.quantity.bounded and found.before(_FILE, "bearing"):
                return "a share of a cost"
            dealt = dealing.search(found.right[:12])
            level = is_metric(item) and not item.endswith(_PAID) and (found.before(_FILE, "level_reached") or (found.quantity.bounded and not dealt))
            return "a share dealt out" if near and not (level or found.before(_FILE, "level_named")) else None
        if not (found.is_money or unit.startswith("分")):
            return None
        if near:
            return "a sum dealt out"
        if found.quantity.comparator == "ge" and pattern(_FILE, "invested").search(left):
            return None
        before = self._text[max(self._borders.sentence_at(found.start)[0], found.start - 30) : found.start]
        short = len(left) < 8 or found.before(_FILE, "each_time")
        return "a sum dealt out" if short and dealing.search(before) else None

"""From deadlines, counts and sections to targets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from extractors.clauses import Span, borders
from extractors.records import Count, Deadline, Facts, Mention, Target
from extractors.targets import clause_kinds as kinds
from extractors.targets.adverbials import adverbial_clauses
from extractors.targets.changes import Changes
from extractors.targets.columns import column_year
from extractors.targets.governance import Governance
from extractors.targets.lexicon import lexicon
from extractors.targets.periods import Periods
from extractors.targets.reasons import explain
from extractors.targets.rules import Hold, Rule
from extractors.targets.wording import action_of, strives, trimmed, without_deadlines
from extractors.words import cut, tags

#: A clause shorter than this names nothing that could be reached.
_SHORTEST = 4
#: Of a longer clause (a table run together, a list without commas) a target shows only what stands about its quantity.
_LONGEST = 300
#: A longer sentence at the head of a paragraph is a goal itself, not a heading.
_LONGEST_LEAD = 24
#: More digits than this share of a clause, and it is a row of a table.
_DIGITS = 0.3
#: As many spaces as only the cells of a table have that were run together.
_SPACES = 3
_MODIFIER = re.compile(
    r"[与和同][^，]{2,16}(?:相适应|相协调|互促发展|互促共进|融合发展|协调发展)$|以[^，]{2,30}为[^，的]{0,10}$"
    r"|[^，]{2,20}为(?:主体|主导|主|骨干|龙头|核心|支撑|基础|重点|依托|载体|纽带|补充|辅)$"
)
_LED_BY = re.compile(r"以[^，]{2,30}为[^，的]{1,4}$")
#: A span of years: `2021—2023年`.
_YEARS = re.compile(r"[0-9]{2,4} ?年?(?:[-—–~～至到]+)[0-9]{2,4} ?年")
_JOINTS = frozenset(["和", "、", "及", "与", "以及"])
_MODIFIED = re.compile(r"(?<!目)的(?:目的|[^的，]){2,20}$")
#: One whose attribute has not come to its noun: `形成一批拥有自主技术、在国内领先`.
_ATTRIBUTE = re.compile("一[批个家类][^，的]*(?:拥有|具有|具备|掌握|符合)[^，的]{2,}$")
_CORRELATED = re.compile(r"相(?:适应|匹配|协调|衔接|融合|统一)$")
#: Figures that make no table: a ratio, a year compared with, `比例达到13∶47∶40`, `与2015年持平`.
_RATIO = re.compile(r"[0-9.]+(?:[∶：:][0-9.]+)+|(?:与|比|较)(?:19|20)[0-9]{2}年")
#: A clause that says itself what is done, before one that says where it goes: `抓紧制定方案，`; not `各部门制定的方案，`, `将方案，`.
_PREDICATE = re.compile(
    "(?:[^，的]{0,10}(?:抓紧|认真|及时|尽快|[要应须]))?并?"
    "(?:制定|制订|编制|编写|撰写|提交|填写|形成|完成|总结|梳理|汇总|组织|开展|落实|做好|建立|研究)(?!的)"
)
_BUILDS = re.compile(r"(?:基本|初步|全面|率先|加快)?(?:建成|形成|构建|建立|打造|培育|建设)")


class Finder:
    """Finds the targets of one text; `targets()` is the answer."""

    def __init__(self, text: str, facts: Facts) -> None:
        self._text = text
        self._context = facts.context
        self._mentions: Sequence[Mention] = facts.mentions
        self._deadlines: Sequence[Deadline] = facts.deadlines
        self._counts: Sequence[Count] = facts.counts
        self._count_starts = [count.start for count in facts.counts]
        self._deadline_starts = [deadline.start for deadline in facts.deadlines]
        self._borders = borders(text)
        self._governance = Governance(text, self._borders, facts.deadlines, facts.sections, facts.counts)
        self._changes = Changes(text, self._borders, facts.context, facts.counts, self._governance)
        self._periods = Periods(facts.context, facts.mentions, facts.deadlines)
        self._bodies: dict[Span, Span] = {}
        self._adverbials_of: dict[Span, set[Span]] = {}

    def targets(self) -> list[Target]:
        """Every target, in the order of the text."""
        found: list[Target] = []
        measured: set[Span] = set()
        for number, count in enumerate(self._counts):
            if count.role == "target" or (count.role == "change" and self._changes.to_be_reached(count)):
                clause = self._borders.clause_at(count.start)
                measured.add(clause)
                found.append(self._quantity(number, clause))
        if self._context.genre != "other":
            found.extend(self._results(measured))
        return sorted(found, key=lambda target: (target.start, target.kind != "quantitative", target.count or 0))

    def _quantity(self, number: int, clause: Span) -> Target:
        count = self._counts[number]
        start, end = self._body(clause)
        if not start <= count.start < end:
            start, end = clause
        start, end = max(start, count.start - _LONGEST), min(max(end, count.end), count.end + _LONGEST)
        rule = self._governance.rule_at(count.start)
        due, words, origin, index = None, None, None, None
        if rule is not None:
            index, origin = self._own_of_several(number, clause, self._nearest(clause, count, rule)), rule.origin
            due, words = self._deadlines[index].date_to, self._deadlines[index].text
        recurrent = rule is None and self._governance.is_recurrent(count.start)
        if index is not None and (year := self._own_of_years(number, index)) is not None:
            due = date(year, 12, 31)
        if (column := column_year(self._text, count.start)) is not None and (rule is None or rule.origin == "section"):
            due, words, origin, index = date(column[0], 12, 31), column[1], "section", None
        elif rule is None and not recurrent:
            due = self._periods.end_at(count.start)
            origin = "policy_period" if due else None
        strive = strives(self._text, (max(clause[0], start - _LONGEST), count.start)) or (rule is not None and rule.strive)
        target = Target(
            start=start,
            end=end,
            text=self._text[start:end],
            kind="quantitative",
            indicator=count.item or without_deadlines(self._text, (start, end), self._inside((start, end))),
            action=action_of(self._text, (start, end), count.start),
            comparator=count.comparator,
            value=count.value,
            value_max=count.value_max,
            unit=count.unit,
            strength="strive" if strive else "firm",
            deadline_date=due,
            deadline_text=words,
            deadline_from=origin,
            count=number,
            deadline=index,
        )
        explain(self._text, target, rule, self._deadlines[index] if index is not None else None, count, recurrent=recurrent)
        return target

    def _nearest(self, clause: Span, count: Count, rule: Rule) -> int:
        """Of several deadlines in the clause of a quantity the last before it: `今年开工三座并于明年建成两座`."""
        if rule.origin == "clause":
            first = bisect_left(self._deadline_starts, clause[0])
            for index in range(bisect_left(self._deadline_starts, count.start) - 1, first - 1, -1):
                if self._deadlines[index].bound in ("by", "during") and self._deadlines[index].date_to is not None:
                    return index
        return rule.deadline

    def _own_of_several(self, number: int, clause: Span, index: int) -> int:
        """Of deadlines joined like the quantities they are for, the quantity's own: `到2022年和2030年，比例分别达到两成和三成`."""
        first, last = self._series(index)
        respectively = self._text.rfind("分别", clause[0], self._counts[number].start) if first < last else -1
        if respectively < 0:
            return index
        among = range(bisect_left(self._count_starts, respectively), bisect_left(self._count_starts, clause[1]))
        listed = [item for item in among if self._counts[item].role in ("target", "change")]
        return first + listed.index(number) if number in listed and len(listed) == last - first + 1 else index

    def _own_of_years(self, number: int, index: int) -> int | None:
        """Of the years of a span the one a quantity is for, where as many are listed: `2021—2023年，比例分别达到六成、七成、八成`."""
        deadline, counts = self._deadlines[index], self._counts
        if deadline.date_from is None or deadline.date_to is None or not _YEARS.search(deadline.text):
            return None
        years = deadline.date_to.year - deadline.date_from.year + 1
        first = last = number
        while first and self._lists(first - 1):
            first -= 1
        while last + 1 < len(counts) and self._lists(last):
            last += 1
        return deadline.date_from.year + number - first if years == last - first + 1 > 1 else None

    def _lists(self, number: int) -> bool:
        """Whether nothing but `、` or `和` stands between a quantity and the next of its unit."""
        one, next_one = self._counts[number], self._counts[number + 1]
        return self._text[one.end : next_one.start].strip() in _JOINTS and one.unit == next_one.unit

    def _joins(self, index: int) -> bool:
        """Whether nothing but `和` or `、` stands between a deadline and the next."""
        return self._text[self._deadlines[index].end : self._deadlines[index + 1].start] in _JOINTS

    def _results(self, measured: set[Span]) -> list[Target]:
        """The qualitative targets: governed clauses without a quantity to be reached."""
        found: list[Target] = []
        rules, clauses = self._governance.rules, self._borders.clauses
        news = self._context.genre == "news"
        titles = [self._context.title or "", *(mention.title for mention in self._mentions)]
        told_plan = any(lexicon().plan_name.search(title) for title in titles)
        if news and not told_plan and not lexicon().demand.search(self._text):
            return found  # a market report's outlook sets no goals
        demands = lexicon().plan_says if told_plan else lexicon().demand
        last = -1  # the last clause taken into a target already
        encouraged = -1  # the end of the segment in which a clause grants or encourages, with what others then may do
        spent: Rule | None = None  # a loose rule after which work of another kind has been told
        for number, (clause, rule) in enumerate(zip(clauses, rules, strict=True)):
            if number <= last or rule is None or rule.hold is Hold.NUMBERS or clause in measured:
                continue
            said = self._text[slice(*clause)]
            if rule.hold is Hold.LOOSE and (rule is spent or kinds.is_in_own_time(said) or kinds.turns_to_others(said)):
                spent = rule
                continue
            if news and (self._is_over(rule) or not told_plan) and not self._is_said_by_a_plan(clause, demands):
                continue
            if clause in self._adverbials(clause) or self._heads(clause, rule) or (rule.origin != "clause" and self._is_lead(clause)):
                continue
            start, end = self._body(clause)
            others = start < encouraged
            if kinds.encourages(self._text[start:end]) and not kinds.is_state(self._text[start:end]):
                encouraged = self._borders.segment_at(start)[1]
            joins = False
            if rule.hold in (Hold.INNER, Hold.FIRST) and number and rules[number - 1] is None and clauses[number - 1] not in measured:
                joined = self._joined_before(clauses[number - 1], (start, end))
                start, joins = joined, joined < start
            follower = self._joined_after(number, measured)
            end = clauses[follower][1] if follower > number else end
            first, final = self._series(rule.deadline)
            due = final if "分别" in self._text[clause[0] : self._deadlines[first].start] else rule.deadline  # `分别于七月、一月报送`
            deadline = self._deadlines[due]
            indicator = without_deadlines(self._text, (start, end), self._deadlines[slice(first, final + 1)])
            if (
                (not joins and not self._admits(indicator, rule, dated=self._is_dated(clause, deadline)))
                or self._is_achieved((start, end))
                or self._ends_in_number((start, end))
            ):
                continue
            if others and not kinds.is_brought_about(indicator):
                continue
            last = follower
            strive = rule.strive or strives(self._text, (start, end))
            found.append(
                Target(
                    start=start,
                    end=end,
                    text=self._text[start:end],
                    kind="qualitative",
                    indicator=indicator,
                    action=action_of(self._text, (start, end)),
                    comparator=None,
                    value=None,
                    value_max=None,
                    unit=None,
                    strength="strive" if strive else "firm",
                    deadline_date=deadline.date_to,
                    deadline_text=deadline.text,
                    deadline_from=rule.origin,
                    count=None,
                    deadline=due,
                )
            )
            explain(self._text, found[-1], rule, deadline, None)
        return found

    def _is_dated(self, clause: Span, deadline: Deadline) -> bool:
        """Whether the deadline stands in the clause itself, which is no cell of a table."""
        return clause[0] <= deadline.start < clause[1] and not self._text.endswith("\t", 0, clause[0])

    def _adverbials(self, clause: Span) -> set[Span]:
        """The clauses of the sentence around `clause` that are pieces of an adverbial."""
        sentence = self._borders.sentence_at(clause[0])
        if sentence not in self._adverbials_of:
            self._adverbials_of[sentence] = adverbial_clauses(self._text, self._borders.clauses_in(sentence))
        return self._adverbials_of[sentence]

    def _is_over(self, rule: Rule) -> bool:
        """Whether a deadline passed before the news page appeared: what was done by it, if no plan is said to have set it."""
        due, published = self._deadlines[rule.deadline].date_to, self._context.published
        return due is not None and published is not None and due < published

    def _is_said_by_a_plan(self, clause: Span, words: re.Pattern[str]) -> bool:
        """Whether the paragraph says before a clause that a plan or a meeting sets what it tells: `《方案》提出，到明年…`."""
        return words.search(self._text, self._text.rfind("\n", 0, clause[0]) + 1, clause[0]) is not None

    def _series(self, index: int) -> tuple[int, int]:
        """The first and the last of the deadlines that are listed with the one at `index`: `于3月、6月和9月底前报送`."""
        first = last = index
        while first and self._joins(first - 1):
            first -= 1
        while last + 1 < len(self._deadlines) and self._joins(last):
            last += 1
        return first, last

    def _admits(self, said: str, rule: Rule, *, dated: bool) -> bool:
        """Whether a clause under `rule` names something to be reached; `dated` where the deadline stands in the clause itself."""
        if len(said) < _SHORTEST and not (dated and lexicon().bare_completion.fullmatch(said)):
            return False
        if sum(map(str.isdigit, _RATIO.sub("", said))) > _DIGITS * len(said) or said.count(" ") >= _SPACES:
            return False
        if kinds.is_past(said) or kinds.is_benefit(said) or kinds.is_remark(said) or kinds.is_means(said) or kinds.is_topic(said, dated=dated):
            return False
        if rule.hold is Hold.INNER:
            return not kinds.is_upkeep(said)
        if rule.hold is Hold.LOOSE:
            return kinds.is_result(said) and not kinds.is_activity(said)
        if rule.hold is Hold.WORK:
            return kinds.is_brought_about(said)
        if rule.hold in (Hold.GOAL, Hold.LATER) and lexicon().effect.match(said):
            return True
        if (
            rule.hold is Hold.GOAL
            and rule.origin == "section"
            and not rule.vision
            and kinds.is_gradual(said)
            and not (rule.phase and kinds.is_one_off(said))
        ):
            return False
        return rule.vision or not kinds.is_open_work(said) or kinds.is_state(said)

    def _heads(self, clause: Span, rule: Rule) -> bool:
        """Whether the clause is a heading's, unless the heading is a whole sentence with the deadline in it: `1.六月底前，建成平台，开通热线。`"""
        heading = self._governance.headings.heading_of(clause)
        start = self._deadlines[rule.deadline].start
        if heading is None and clause[0] <= start < clause[1] and self._is_line(clause):
            heading = clause  # which the outline may have missed: `2021年重点任务`
        if heading is None:
            return False
        if not heading[0] <= start < heading[1]:
            return True
        start, end = self._body(clause)
        if self._text.startswith("关于", trimmed(self._text, clause)[0]):
            return True  # 一、关于2021年补贴标准: a matter
        if self._text.startswith("发展", start):  # `今年发展主要目标`: a noun here
            start += len("发展")
        return lexicon().heading_noun.search(self._text, start, end) is not None and not lexicon().verb_first.match(self._text, start, end)

    def _is_line(self, clause: Span) -> bool:
        """Whether the clause is a line of its own without a full stop."""
        return (clause[0] == 0 or self._text[clause[0] - 1] == "\n") and self._text[clause[1] : clause[1] + 1] in ("", "\n")

    def _is_lead(self, clause: Span) -> bool:
        """Whether the clause is the short sentence that heads a paragraph of goals: `创新能力显著增强。研发投入占比达到三成…`."""
        start, end = clause
        if end - start > _LONGEST_LEAD or self._text[end : end + 1] != "。":
            return False
        opens = start == 0 or self._text[start - 1] == "\n" or self._text.startswith("——", start)
        return opens and self._text[end + 1 : end + 2] not in ("", "\n")

    def _joined_before(self, before: Span, body: Span) -> int:
        """Where the target begins: with the clause before, when this one only says when that is done: `编制规划，年底前完成`."""
        said = without_deadlines(self._text, body, self._inside(body))
        only_when = lexicon().bare_completion.fullmatch(said) or lexicon().handing_in.fullmatch(said)
        if not only_when or self._borders.sentence_at(before[0]) != self._borders.sentence_at(body[0]):
            return body[0]
        start, end = self._body(before)
        if start >= end or (not lexicon().bare_completion.fullmatch(said) and _PREDICATE.match(self._text, start, end)):
            return body[0]  # `抓紧编制方案，于年底前报送省厅` says two things
        said = self._text[start:end]
        return body[0] if kinds.is_means(said) or kinds.is_past(said) or lexicon().granted.search(said) else start

    def _joined_after(self, number: int, measured: set[Span]) -> int:
        """The last clause of an object that commas interrupt: `建立涵盖各业，以甲为主体，基本满足需求的体系`, `…数据，以及…的共享`."""
        clauses = self._borders.clauses
        last = number
        modifiers = False
        for follower in range(number + 1, min(number + 8, len(clauses))):
            start, end = clauses[follower]
            if clauses[follower] in measured or self._text[clauses[follower - 1][1] : start].strip(" ") not in ("，", ","):
                break
            said = self._text[start:end]
            if said.startswith("以及"):
                last = follower
            elif _MODIFIER.match(said):
                modifiers = True
            elif _MODIFIED.search(said) and (modifiers or (self._is_open(clauses[follower - 1]) and not lexicon().verb_first.match(said))):
                return follower
            else:
                break
        return last

    def _is_open(self, clause: Span) -> bool:
        """Whether the clause has a verb of building without its object: `基本建成与经济社会发展相适应`, but not `基本建成服务体系`."""
        said = self._text[slice(*self._body(clause))]
        if not _BUILDS.match(said) or said.endswith(("建设", "工程", "工作")):
            return False
        if _CORRELATED.search(said) or _LED_BY.search(said) or _ATTRIBUTE.search(said):
            return True
        return tags().get(cut(said[-_LONGEST:])[-1], "").startswith("v")

    def _is_achieved(self, span: Span) -> bool:
        first, last = bisect_left(self._count_starts, span[0]), bisect_left(self._count_starts, span[1])
        return any(count.role == "achieved" for count in self._counts[first:last])

    def _ends_in_number(self, span: Span) -> bool:
        """Whether the clause says no more than a quantity that is none to be reached: `单笔不超过十万元`."""
        last = bisect_left(self._count_starts, span[1]) - 1
        return last >= 0 and self._counts[last].start >= span[0] and self._counts[last].end >= span[1]

    def _body(self, clause: Span) -> Span:
        """The clause without label, lead-in and the deadline that opens it."""
        if clause in self._bodies:
            return self._bodies[clause]
        start, end = trimmed(self._text, clause, self._governance.headings.end_inside(clause))
        for deadline in self._inside((start, end)):
            before = lexicon().time_preposition.sub("", self._text[start : deadline.start].strip())
            if lexicon().strive_opening.sub("", before) and (before not in _JOINTS or start == clause[0]):
                break
            start = deadline.end
            while start < end and self._text[start] in " ，,：:、":
                start += 1
        self._bodies[clause] = start, end
        return start, end

    def _inside(self, span: Span) -> list[Deadline]:
        first, last = bisect_left(self._deadline_starts, span[0]), bisect_left(self._deadline_starts, span[1])
        return [deadline for deadline in self._deadlines[first:last] if deadline.end <= span[1]]


def find_targets(text: str, facts: Facts) -> list[Target]:
    """The targets of `text`, given the counts, deadlines, sections and mentions found in it before.

    `到明年，建成三座，体系更加完善` gives a quantitative and a qualitative target; `去年建成三座` and `持续推进建设` none.
    """
    return Finder(text, facts).targets()

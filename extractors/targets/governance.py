"""Which deadline governs which clause: across commas, semicolons, sentences and from the headings above."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, IntEnum

from extractors.clauses import Borders, Span
from extractors.records import Count, Deadline, DeadlineFrom, Section
from extractors.targets.clause_kinds import is_achievement, is_copula, is_one_off, is_state
from extractors.targets.lexicon import lexicon
from extractors.targets.wording import trimmed


class Hold(IntEnum):
    """How strictly a deadline holds a clause; the looser the hold, the more a clause must say itself to be a target."""

    GOAL = 0
    """In a statement of goals: whatever the clause says is a goal."""
    INNER = 1
    """The clause that the deadline stands inside: `各市应于六月底前印发办法`."""
    FIRST = 2
    """The clause that the deadline opens, or the first one after a deadline that stands alone."""
    LATER = 3
    """A later clause of the sentence that the deadline opens."""
    LOOSE = 4
    """A later clause of a sentence in which the deadline stands inside an earlier clause."""
    NUMBERS = 5
    """Only the quantities of the clause."""


class Shape(Enum):
    """How a deadline stands in its clause."""

    ALONE = "the clause is nothing else"
    OPENING = "the clause begins with it"
    INNER = "it stands inside or at the end"
    NOTE = "it stands in brackets at the end, and dates its own clause only"
    VALIDITY = "it ends a period of validity, or is a note of its own"


@dataclass(frozen=True, slots=True)
class Rule:
    """What governs one clause: a deadline (index), where that stands, how it holds, and whether 力争 before the deadline reaches here."""

    deadline: int
    origin: DeadlineFrom
    hold: Hold
    strive: bool = False
    section: int | None = None
    phase: bool = False


#: A day-to-day span of time: a period in which a rule is in force, not one by whose end something is to be reached.
_WINDOW = re.compile(r"日.*(?:至|到|[-—–~～]).*日")
_WIDE = re.compile(r"到|截至|“|至|末|[0-9一二三四五六七八九十]+五")
#: A paragraph that opens like this states goals from its beginning to its end.
_GOAL_OPENING = re.compile(r"到|截至|[“\"]?十.五")
_BARE_YEAR = re.compile(r"[0-9]{4}年度?")
#: What may stand before a bare year that says when something is done: `力争2020年达到`, `计划于2020年`, `一期2020年建成`, labels, commas.
_YEAR_LEAD = re.compile(r"[^\u4e00-\u9fff]$|[在于到至并将要应保争划取拟定是为需期程目]$")
_BRACKET = re.compile(r"[（(]")
_BRACKET_END = re.compile(r"[^（(，]{0,8}[)）]")


def _wide(deadline: Deadline) -> bool:
    """Whether a deadline is of the size that goals have, a year or more: `到2025年`, `“十四五”期间`, but not `3月底前`."""
    return _WIDE.match(deadline.text) is not None or (deadline.bound == "by" and "月" not in deadline.text)


class Governance:
    """The rule of every clause of a text; `rules[i]` is that of `borders.clauses[i]`, None where nothing governs it."""

    def __init__(self, text: str, borders: Borders, deadlines: Sequence[Deadline], sections: Sequence[Section], counts: Sequence[Count]) -> None:
        self._text = text
        self._borders = borders
        self._deadlines = deadlines
        self._sections = sections
        self._targets = [count.start for count in counts if count.role in ("target", "change")]
        self._section_starts = [section.start for section in sections]
        self.heading_ends = self._headings()
        self._heading_rules = self._rules_of_headings()
        self.rules: list[Rule | None] = [None] * len(borders.clauses)
        self._index = {clause: index for index, clause in enumerate(borders.clauses)}
        self._goal_rule: dict[int, Rule] = {}
        self._recurrent: set[Span] = set()
        self._walk()

    def rule_at(self, position: int) -> Rule | None:
        """The rule of the clause that holds `position`."""
        index = self._index.get(self._borders.clause_at(position))
        return None if index is None else self.rules[index]

    def is_recurrent(self, position: int) -> bool:
        """Whether the clause that holds `position` is under 每年 or the like, which no period bounds."""
        return self._borders.clause_at(position) in self._recurrent

    def section_at(self, position: int) -> int | None:
        """The innermost section that holds `position`."""
        index: int | None = bisect_right(self._section_starts, position) - 1
        if index is None or index < 0:
            return None
        while index is not None and self._sections[index].end <= position:
            index = self._sections[index].parent
        return index

    def ancestors(self, section: int | None) -> list[int]:
        """The section and those it stands in, innermost first."""
        chain: list[int] = []
        while section is not None and section not in chain:
            chain.append(section)
            section = self._sections[section].parent
        return chain

    def heading_end(self, clause: Span) -> int:
        """Where the heading that runs into `clause` ends; 0 when none does."""
        index = bisect_right(self.heading_ends, (clause[1], 1 << 60)) - 1
        if index >= 0 and clause[0] < self.heading_ends[index][0] <= clause[1]:
            return self.heading_ends[index][0]
        return 0

    def in_heading(self, clause: Span) -> bool:
        """Whether the whole clause is a heading's."""
        index = bisect_left(self.heading_ends, (clause[1], 0))
        return index < len(self.heading_ends) and self.heading_ends[index][1] <= clause[0] + 6 and clause[1] <= self.heading_ends[index][0]

    def _headings(self) -> list[tuple[int, int]]:
        """(end, start) of the titles that something stands under, in order; an item that is all title is no heading but text."""
        found = []
        for section in self._sections:
            rest = self._text[section.title_end : section.end].strip(" \n。；;，,：:、")
            if rest and section.title_end > section.title_start:
                found.append((section.title_end, section.start))
        return sorted(found)

    def _rules_of_headings(self) -> dict[int, Rule]:
        """The deadline that a heading fixes for its section: `（一）2025年目标`, `第一阶段（2020年）`, but not `（一）到2025年建成三座`."""
        rules: dict[int, Rule] = {}
        starts = [deadline.start for deadline in self._deadlines]
        for number, section in enumerate(self._sections):
            title = self._text[section.title_start : section.title_end]
            first = bisect_left(starts, section.start)
            last = bisect_left(starts, section.title_end)
            for index in range(first, last):
                deadline = self._deadlines[index]
                if deadline.date_to is None or not lexicon().heading_year.search(title):
                    continue
                goal = lexicon().heading_goal.search(title) and not lexicon().heading_work.search(title)
                phase = lexicon().heading_phase.search(title) is not None
                rules[number] = Rule(index, "section", Hold.GOAL if goal or phase else Hold.NUMBERS, phase=phase)
        return rules

    def _inherited(self, section: int | None) -> Rule | None:
        for number in self.ancestors(section):
            if number in self._goal_rule:
                return self._goal_rule[number]
            if number in self._heading_rules:
                return self._heading_rules[number]
        return None

    def _walk(self) -> None:
        """Give every clause its rule, sentence by sentence, in order."""
        by_clause: dict[Span, list[int]] = {}
        for index, deadline in enumerate(self._deadlines):
            by_clause.setdefault(self._borders.clause_at(deadline.start), []).append(index)
        paragraph: Rule | None = None
        line_end = -1
        for sentence in self._borders.sentences:
            if sentence[0] > line_end:
                paragraph = None
                line_end = self._text.find("\n", sentence[0])
                line_end = line_end if line_end >= 0 else len(self._text)
            paragraph = self._sentence(self._borders.clauses_in(sentence), by_clause, paragraph)

    def _in_goal(self, section: int | None) -> bool:
        for number in self.ancestors(section):
            kind = self._sections[number].kind
            if kind == "goal":
                return True
            if kind in ("task", "safeguard"):
                return False
        return False

    def _tells_past(self, section: int | None) -> bool:
        """Whether the section tells of what has been reached or how things stand: `发展基础`, `面临形势`."""
        return any(lexicon().heading_past.search(self._text, self._sections[number].title_start, self._sections[number].title_end) for number in self.ancestors(section))

    def _sentence(self, clauses: Sequence[Span], by_clause: dict[Span, list[int]], paragraph: Rule | None) -> Rule | None:
        """Give the clauses of one sentence their rules; the rule that holds for the rest of the paragraph is returned."""
        if not clauses:
            return paragraph
        section = self.section_at(clauses[0][0])
        goal = self._in_goal(section)
        past = not goal and self._tells_past(section)
        if paragraph is not None and paragraph.section != section:
            paragraph = None
        if paragraph is not None and paragraph.hold is Hold.LATER and (any(clause in by_clause for clause in clauses) or not self._continues(clauses)):
            paragraph = None  # outside a paragraph of goals only an unbroken run of results is carried on
        current = self._carried(clauses, paragraph or self._inherited(section))
        outer = current
        alone = False  # the clause before is a deadline that stands alone
        for clause in clauses:
            number = self._index[clause]
            main = self._main(by_clause.get(clause, ()), clause, alone)
            if main is None:
                if alone and is_copula(self._text[clause[0] : clause[1]]):
                    current = None  # `“十四五”时期，是…的关键时期`
                first = alone and current is not None and current.hold is Hold.LATER
                self.rules[number] = replace(current, origin="clause", hold=Hold.FIRST) if first and current else current
                alone = False
                continue
            deadline = self._deadlines[main]
            alone = False
            if deadline.bound == "every" or deadline.date_to is None:
                if deadline.bound == "every":
                    self._recurrent.add(clause)
                current = outer if outer is not None and outer.hold is Hold.GOAL else None
                continue
            if deadline.bound == "from" or _WINDOW.search(deadline.text):
                self.rules[number] = Rule(main, "clause", Hold.NUMBERS) if deadline.bound != "from" else None
                current = None
                continue
            shape = self._shape(clause, deadline)
            if shape is Shape.VALIDITY or past:
                current = Rule(main, "sentence", Hold.NUMBERS) if past else current
                self.rules[number] = current if past else None
                continue
            in_goal = goal or (paragraph is not None and paragraph.hold is Hold.GOAL) or self._states_goal(clause, deadline) or (shape is Shape.ALONE and self._first_of_line(clause) and _GOAL_OPENING.match(deadline.text) is not None)
            strive = self._strive_before(clause, deadline)
            if shape is not Shape.ALONE:
                own = Hold.GOAL if in_goal else Hold.INNER if shape is Shape.INNER else Hold.FIRST
                self.rules[number] = Rule(main, "clause", own, strive)
            alone = shape is Shape.ALONE
            if shape is Shape.NOTE:
                continue
            if in_goal:
                hold = Hold.GOAL
            else:
                hold = Hold.LATER if alone or (shape is Shape.OPENING and _wide(deadline)) else Hold.LOOSE
            if current is not None and current.hold is Hold.GOAL and not alone and self._within(deadline, current):
                continue  # `到明年，甲建成，三月底前乙建成，丙建成`: an inner date governs its own clause only
            current = Rule(main, "sentence", hold, strive)
            if shape is not Shape.INNER and self._replaces(deadline, paragraph, in_goal):
                paragraph = Rule(main, "section", Hold.GOAL if in_goal else Hold.LATER, False, section)
                outer = current
                if goal:
                    self._set_goal(section, paragraph)
        return paragraph

    def _carried(self, clauses: Sequence[Span], rule: Rule | None) -> Rule | None:
        """The rule with which a sentence begins: that of its paragraph or section, if it goes on with the same list of results."""
        if rule is None or rule.hold is Hold.NUMBERS or self._continues(clauses):
            return rule
        if rule.hold is Hold.GOAL:
            return rule if self._tells_results(clauses, rule) else replace(rule, hold=Hold.NUMBERS)
        return None

    def _tells_results(self, clauses: Sequence[Span], rule: Rule) -> bool:
        """Whether a sentence in a statement of goals tells of results, not of the work for them: `全面建成体系` or `加强宣传，意识更加牢固`, but not `推动规模应用，拓展领域`."""
        at = bisect_left(self._targets, clauses[0][0])
        if at < len(self._targets) and self._targets[at] < clauses[-1][1]:
            return True
        said = [self._text[slice(*trimmed(self._text, clause, self.heading_end(clause)))] for clause in clauses]
        if any(is_state(clause) for clause in said):
            return True
        return is_achievement(said[0]) or (rule.phase and is_one_off(said[0]))

    def _shape(self, clause: Span, deadline: Deadline) -> Shape:
        """How a deadline stands in its clause."""
        start, end = trimmed(self._text, clause, self.heading_end(clause))
        prefix = self._text[start : deadline.start].strip() if start < deadline.start else ""
        suffix = self._text[deadline.end : end].strip(" ，,：:")
        if _BRACKET.search(prefix) and _BRACKET_END.fullmatch(suffix):
            return Shape.NOTE
        if not suffix:
            return Shape.VALIDITY if lexicon().validity.search(prefix) else Shape.ALONE
        prefix = lexicon().strive_opening.sub("", lexicon().time_preposition.sub("", prefix))
        return Shape.INNER if prefix else Shape.OPENING

    def _strive_before(self, clause: Span, deadline: Deadline) -> bool:
        before = lexicon().time_preposition.sub("", self._text[clause[0] : deadline.start].strip())
        return lexicon().strive_opening.search(before) is not None

    def _states_goal(self, clause: Span, deadline: Deadline) -> bool:
        """Whether the words before the deadline announce goals: `主要目标是：到明年…`."""
        start = trimmed(self._text, clause, self.heading_end(clause))[0]
        return "目标" in self._text[clause[0] : max(start, deadline.start)]

    def _set_goal(self, section: int | None, rule: Rule) -> None:
        for number in self.ancestors(section):
            if self._sections[number].kind != "goal":
                break
            self._goal_rule[number] = rule

    def _main(self, here: Sequence[int], clause: Span, alone: bool) -> int | None:
        """Of the deadlines in one clause the one that governs it: one with a date before 每年; after a deadline that stands alone 每年 is ignored."""
        for index in here:
            deadline = self._deadlines[index]
            if deadline.bound in ("by", "during") and deadline.date_to is not None:
                before = self._text[clause[0] : deadline.start]
                if before[:1] in ("为", "与", "对", "给") and not before.endswith(("于", "在")):
                    return None  # `为2030年前碳达峰奠定基础`, `对明年前投产的企业`: the date is another's
                if before.count("“") > before.count("”"):
                    continue  # `聚焦“2030年前碳达峰”目标`: a name
                if _BARE_YEAR.fullmatch(deadline.text) and before and not _YEAR_LEAD.search(before):
                    continue  # `兑现2022年盛会的承诺`: a year that only qualifies a noun
                return index
        recurrent = [index for index in here if self._deadlines[index].bound in ("from", "every")]
        return recurrent[0] if recurrent and not alone else None

    def _within(self, deadline: Deadline, rule: Rule) -> bool:
        outer = self._deadlines[rule.deadline].date_to
        return outer is not None and deadline.date_to is not None and deadline.date_to <= outer and not deadline.text.startswith("到")

    def _first_of_line(self, clause: Span) -> bool:
        before = self._text[max(0, clause[0] - 1) : clause[0]]
        return before in ("", "\n")

    def _replaces(self, deadline: Deadline, paragraph: Rule | None, in_goal: bool) -> bool:
        """Whether a deadline takes over the paragraph: `8月底前` after `到2021年底` does not, `年底前` after `到2021年8月底` does."""
        if paragraph is None:
            return in_goal or _GOAL_OPENING.match(deadline.text) is not None
        before = self._deadlines[paragraph.deadline].date_to
        if before is None or deadline.date_to is None:
            return True
        return deadline.date_to >= before or deadline.text.startswith("到")

    def _continues(self, clauses: Sequence[Span]) -> bool:
        """Whether a sentence without a deadline goes on with the results of the one before: it begins with a state reached or a quantity."""
        if not clauses:
            return False
        first = clauses[0]
        start, end = trimmed(self._text, first, self.heading_end(first))
        at = bisect_left(self._targets, start)
        if at < len(self._targets) and self._targets[at] < end:
            return True
        return is_state(self._text[start:end])

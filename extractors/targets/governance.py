"""Which deadline governs which clause: across commas, semicolons, sentences and from the headings above."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from extractors.clauses import Borders, Span
from extractors.records import Count, Deadline, Section
from extractors.targets.announcements import Announcements
from extractors.targets.clause_kinds import is_achievement, is_copula, is_state
from extractors.targets.headings import Headings
from extractors.targets.lexicon import lexicon
from extractors.targets.lists import items_after
from extractors.targets.rules import Hold, Rule, Shape
from extractors.targets.sentences import Sentences
from extractors.targets.standing import Standings, is_bare_year, is_wide, opens_goals, opens_row, sets_no_end, spans_a_year
from extractors.targets.wording import trimmed

#: The time that work is given is its end, also among principles: `用三年时间`, `三年内`, `通过五年努力`.
_EFFORT = re.compile(r"(?:用|再用|经过|通过).{1,8}|.{1,4}年(?:之?内|时间|努力)")
#: Where the text of a plan begins, after a notice or another plan.
_NEW_TEXT = re.compile("特?制[定订]本(?:行动)?(?:计划|方案|规划|办法|细则|意见|措施)$")
#: The sentence of a notice that hands its policy out: `为做好今年工作，现将任务分解如下`.
_COVERING = re.compile("现(?:将|就|把)")
#: A deadline so many years after that of a section's goals is a look ahead.
_FAR = 8
#: The label of an item inside a sentence: `一是…；二是…`, `（1）…；（2）…`.
_ITEM = re.compile(r"[一二三四五六七八九十][是要]|[（(][一二三四五六七八九十0-9]{1,2}[)）]|[①-⑳]|第[一二三四五六七八九十][，,、]")
#: A year by which something is to be, and how far off the next such year may stand.
_MILESTONE = re.compile("到[ ]?[0-9]{4}年")
_NEXT = 260
_BRACKETED = re.compile("[（(][^（()）]*[)）]")


class Governance:
    """The rule of every clause of a text; `rules[i]` is that of `borders.clauses[i]`, None where nothing governs it."""

    def __init__(self, text: str, borders: Borders, deadlines: Sequence[Deadline], sections: Sequence[Section], counts: Sequence[Count]) -> None:
        self._text = text
        self._borders = borders
        self._deadlines = deadlines
        self.headings = Headings(text, sections)
        self._sentences = Sentences(text, self.headings, [count.start for count in counts if count.role in ("target", "change")])
        self._standings = Standings(text, self.headings)
        self.rules: list[Rule | None] = [None] * len(borders.clauses)
        self._index = {clause: index for index, clause in enumerate(borders.clauses)}
        self._of_clause: dict[Span, list[int]] = {}
        for index, deadline in enumerate(deadlines):
            self._of_clause.setdefault(borders.clause_at(deadline.start), []).append(index)
        self._starts = [deadline.start for deadline in deadlines]
        self._announcements = Announcements(text, borders, deadlines, self.headings, self._standings)
        #: Whether another text begins somewhere, after a notice or a plan.
        self._texts = "制定本" in text or "制订本" in text
        self._recurrent: set[Span] = set()
        #: For the lines of a list of goals, by where they begin, the rule of the sentence that announces the list.
        self._listed: dict[int, Rule] = {}
        self._section_rules = self._rules_of_headings(sections)
        self._walk()
        self._date_rows()

    def rule_at(self, position: int) -> Rule | None:
        """The rule of the clause that holds `position`."""
        index = self._index.get(self._borders.clause_at(position))
        return None if index is None else self.rules[index]

    def is_recurrent(self, position: int) -> bool:
        """Whether the clause that holds `position` is under 每年 or the like, which no period bounds."""
        return self._borders.clause_at(position) in self._recurrent

    def _rules_of_headings(self, sections: Sequence[Section]) -> dict[int, Rule]:
        """The deadline that a heading fixes for its section: `（一）2025年目标`, `第一阶段（2020年）`, but not `（一）到2025年建成三座`."""
        rules: dict[int, Rule] = {}
        starts = self._starts
        words = lexicon()
        for number, section in enumerate(sections):
            title = self.headings.title(number)
            if "，" in _BRACKETED.sub("", title):
                continue  # a sentence, `结合规划年内完成前期工作，形成接续机制`, governs no more than itself
            for index in range(bisect_left(starts, section.start), bisect_left(starts, section.title_end)):
                alone = title.strip("：:。 ") == self._deadlines[index].text  # `（一）2027年8—10月：`, with what is to be done then
                phase = alone or words.heading_phase.search(title) is not None
                if not phase and not spans_a_year(self._deadlines[index]):
                    continue  # `监测内容 各地于7月统一开展监测工作`
                if self._deadlines[index].date_to is not None and (alone or words.heading_year.search(title)):
                    goal = words.heading_goal.search(title) is not None and not words.heading_work.search(title)
                    vision = goal and self.headings.is_vision(number)
                    rules[number] = Rule(index, "section", Hold.GOAL if goal or phase else Hold.NUMBERS, phase=phase, vision=vision)
        return rules

    def _walk(self) -> None:
        """Give every clause its rule, sentence by sentence, in order."""
        paragraph: Rule | None = None
        goals: Rule | None = None  # of the last paragraph of goals
        line, line_end = 0, -1
        for sentence in self._borders.sentences:
            if sentence[0] > line_end:
                paragraph = None
                line = sentence[0]
                line_end = self._text.find("\n", sentence[0])
                line_end = line_end if line_end >= 0 else len(self._text)
            clauses = self._borders.clauses_in(sentence)
            if paragraph is not None and paragraph.hold is not Hold.GOAL and self._text.startswith("——", sentence[0]):
                paragraph = None  # another item of a list that was run together
            if paragraph is None and goals is not None and clauses and line not in self._listed and self._is_motto(clauses):
                paragraph = replace(goals, section=self.headings.section_at(sentence[0]), origin="section")
            if clauses:
                paragraph = self._sentence(clauses, paragraph, line)
            if paragraph is not None and paragraph.hold is Hold.GOAL:
                goals = paragraph
            if paragraph is not None and paragraph.hold is Hold.GOAL and line_end - sentence[1] < 2 and line not in self._listed:
                self._listed.update(dict.fromkeys(items_after(self._text, line, line_end), paragraph))

    def _is_milestone(self, deadline: Deadline) -> bool:
        """Whether a deadline opens a sentence of goals before another for a later year: `到2030年，…。到2035年，…。`"""
        if not _MILESTONE.fullmatch(deadline.text) or not self._opens_sentence(deadline.start):
            return False
        first = bisect_left(self._starts, deadline.end)
        for later in self._deadlines[first : bisect_left(self._starts, deadline.end + _NEXT)]:
            if _MILESTONE.fullmatch(later.text) and later.date_to != deadline.date_to and self._opens_sentence(later.start):
                return "\n" not in self._text[deadline.end : later.start]
        return False

    def _opens_sentence(self, position: int) -> bool:
        return position == 0 or self._text.endswith(("。", "。 ", "\n"), 0, position)

    def _is_motto(self, clauses: Sequence[Span]) -> bool:
        """Whether a sentence is a dashed state, with which goals go on where nothing else dates it: `——群众生活更加便利。`"""
        start = clauses[0][0]
        section = self.headings.section_at(start)
        if len(clauses) > 1 or not self._text.startswith("——", start) or self.headings.tells_past(section, start):
            return False
        return self._inherited(section) is None and is_state(self._text[slice(*trimmed(self._text, clauses[0]))])

    def _date_rows(self) -> None:
        """Let a table cell that holds nothing but a deadline date the quantities in the other cells of its row."""
        for clause, indices in self._of_clause.items():
            start, end = self._text.rfind("\n", 0, clause[0]) + 1, self._text.find("\n", clause[1])
            end = end if end >= 0 else len(self._text)
            deadline = self._deadlines[indices[0]]
            if "\t" not in self._text[start:end] or deadline.date_to is None or deadline.bound not in ("by", "during"):
                continue
            if self._standings.shape(clause, deadline) is not Shape.ALONE or self._borders.sentence_at(clause[0]) != clause:
                continue
            for cell in self._borders.clauses_in((start, end)):
                if self.rules[self._index[cell]] is None:
                    self.rules[self._index[cell]] = Rule(indices[0], "sentence", Hold.NUMBERS)

    def _sentence(self, clauses: Sequence[Span], paragraph: Rule | None, line: int) -> Rule | None:
        """Give the clauses of one sentence of the line at `line` their rules; the rule for the rest of the paragraph is returned."""
        section = self.headings.section_at(clauses[0][0])
        if self._texts and any(_NEW_TEXT.search(self._text, *clause) for clause in clauses):
            self.headings.end_goals(clauses[0][0])
            self._section_rules = {number: rule for number, rule in self._section_rules.items() if not self.headings.is_ended(number)}
        in_goals = self.headings.is_goal(section) or line in self._listed
        if self._announcements.stand_in((clauses[0][0], clauses[-1][1])):
            self.headings.look_on(clauses[0][0])
        past = not in_goals and self.headings.tells_past(section, clauses[0][0])
        dated = any(clause in self._of_clause for clause in clauses)
        covers = dated and any(_COVERING.match(self._text, *clause) for clause in clauses)
        guided = dated and lexicon().guided_by.search(self._text, clauses[0][0], clauses[-1][1]) is not None
        guiding = guided or self.headings.guides(section)
        described = dated and any(
            self._text.startswith(("是", "既是", "也是"), clause[0]) and is_copula(self._text[slice(*clause)]) for clause in clauses[2:]
        )
        paragraph = self._still(paragraph, clauses, section)
        carried = paragraph or self._listed.get(line)
        if carried is None and (carried := self._inherited(section)) is not None and self._is_work_among_goals(section, carried, clauses):
            carried = replace(carried, hold=Hold.NUMBERS)
        outer = current = begun = self._carried(clauses, carried)
        comes_to = carried if begun is not None and begun is not carried else None  # what holds the outcome of work told among goals
        outcomes = self._sentences.outcomes(clauses) if comes_to is not None else set()
        alone = False  # the clause before is a deadline that stands alone
        yearly = False  # a clause before is under 每年, and nothing since says otherwise
        before_items: Rule | None = None  # what governed before the first of the items that the sentence enumerates
        enumerates = False
        bounded: Rule | None = None  # a rule that reaches no further …
        reach = -1  # … than the end of this segment
        for clause in clauses:
            number = self._index[clause]
            governor = self._governor(clause, alone)
            if _ITEM.match(self._text, *clause):
                if enumerates and (current is None or current.hold is not Hold.GOAL):
                    current, yearly = before_items, False
                before_items, enumerates = current, True
            if current is not None and current is bounded and clause[0] > reach:
                current = outer
            if yearly and clause[0] == self._borders.segment_at(clause[0])[0]:
                yearly = False
            if governor is None:
                if (current is not None or outer is not None) and lexicon().event.fullmatch(self._text, *clause):
                    current = outer = None  # `六月底前，甲建成；项目投产前，乙完成`: a time that no date tells
                if (current is None or current.hold is Hold.NUMBERS) and (announced_by := self._announcements.rule_for(clause, current)) is not None:
                    current = outer = paragraph = replace(announced_by, section=section)
                if (current is not None or outer is not None or paragraph is not None) and lexicon().horizon.search(self._text, *clause):
                    current = outer = paragraph = None
                if alone and is_copula(self._text[clause[0] : clause[1]]):
                    current = None  # `“十四五”时期，是…的关键时期`
                if alone and current is not None:
                    self.rules[number] = replace(current, origin="clause", hold=Hold.FIRST if current.hold is Hold.LATER else current.hold)
                elif comes_to is not None and current is begun and clause in outcomes:
                    self.rules[number] = comes_to
                else:
                    self.rules[number] = current
                if yearly and current is None and not lexicon().summed_up.search(self._text, *clause):
                    self._recurrent.add(clause)
                alone = False
                continue
            alone = False
            deadline = self._deadlines[governor]
            if sets_no_end(deadline):
                current = self._unbounded(clause, governor, outer, current)
                yearly = deadline.bound == "every"
                continue
            yearly = False
            shape = self._standings.shape(clause, deadline)
            if shape is Shape.VALIDITY:
                continue
            if shape is Shape.ALONE and section is not None and clause == clauses[0] and self.headings.opens_step(section, clause[0]):
                self._section_rules.setdefault(section, Rule(governor, "section", Hold.NUMBERS))
            strive = self._standings.strives(clause, deadline)
            announced = self._standings.announces_goals(clause, deadline) or (paragraph is not None and paragraph.hold is Hold.GOAL)
            stated = in_goals or announced
            works = not stated and shape is not Shape.INNER and self._standings.sets_work(clause, deadline, clauses[-1][1])
            opens = shape is Shape.ALONE and (self._standings.opens_paragraph(clause, deadline) or self._is_milestone(deadline))
            goal = stated or (not works and opens)
            if lexicon().guidance.search(self._text, *clause):
                guiding, announced = True, False
            if (
                past
                or covers
                or (described and shape is Shape.ALONE and deadline.bound == "during" and not stated)
                or opens_row(self._text, deadline)
                or self._standings.is_foreseen(clause, deadline)
                or (guiding and not announced and deadline.bound == "during" and not _EFFORT.match(deadline.text))
            ):
                current = self.rules[number] = Rule(governor, "sentence", Hold.NUMBERS)
                continue
            if shape is not Shape.ALONE:
                hold = Hold.GOAL if goal else Hold.WORK if works else Hold.INNER if shape is Shape.INNER else Hold.FIRST
                self.rules[number] = Rule(governor, "clause", hold, strive)
            alone = shape is Shape.ALONE
            # `2035年远景目标为：…` and in the next line `2025年目标为：…`
            anew = clause[0] == line and self._standings.announces_list(clause, deadline)
            within = current is not None and current.hold is Hold.GOAL and self._is_within(deadline, current)
            if shape is Shape.NOTE or (not alone and not anew and within):
                continue  # `到明年，甲建成，三月底前乙建成，丙建成`: an inner date governs its own clause only
            later = alone or (shape is Shape.OPENING and (is_wide(deadline) or is_bare_year(deadline)))
            current = Rule(governor, "sentence", Hold.GOAL if goal else Hold.WORK if works else Hold.LATER if later else Hold.LOOSE, strive)
            segment = self._borders.segment_at(clause[0])
            announces = self._standings.announces_list(clause, deadline)
            ends = (
                shape is Shape.OPENING
                and not announces
                and not opens_goals(deadline)
                and clause[0] != segment[0]
                and (outer is not None or self._standings.completes(clause, deadline) or clauses[0][0] < segment[0])
            )
            if (shape is Shape.INNER and not announces) or ends:
                bounded, reach = current, segment[1]  # `甲每年提高一成，六月底前达到五成；乙达到七成`
            if not ends and (shape is not Shape.INNER or announces) and (anew or self._takes_over(deadline, paragraph, goal)):
                vision = goal and self.headings.is_vision(section)
                paragraph = Rule(governor, "section", Hold.GOAL if goal else Hold.LATER, section=section, opened=goal and not stated, vision=vision)
                outer = current
                if in_goals:
                    self._remember(section, paragraph)
        return paragraph

    def _still(self, paragraph: Rule | None, clauses: Sequence[Span], section: int | None) -> Rule | None:
        """The paragraph's rule, if it still holds; outside a paragraph of goals only an unbroken run of results is carried on."""
        if paragraph is None:
            return None
        if paragraph.section != section and (paragraph.hold is not Hold.GOAL or paragraph.section not in [*self.headings.upwards(section)]):
            return None  # but items inside the paragraph go on with it: `主要指标：一是…。二是…。`
        dated = any(clause in self._of_clause for clause in clauses)
        if paragraph.hold is Hold.GOAL:
            goes_on = not paragraph.opened or dated or self._sentences.continues(clauses) or self._sentences.tells_results(clauses, paragraph)
            return paragraph if goes_on else None
        if dated or not self._sentences.continues(clauses) or self._sentences.begins_with_work(clauses):
            return None
        return paragraph

    def _inherited(self, section: int | None) -> Rule | None:
        for number in self.headings.upwards(section):
            if number in self._section_rules:
                return self._section_rules[number]
        return None

    def _is_work_among_goals(self, section: int | None, rule: Rule, clauses: Sequence[Span]) -> bool:
        """Whether a sentence that inherits the date of goals tells of the work that its own heading names: `2.推进连通。拆除围栏…`."""
        if section is None or rule.section == section or rule.hold is not Hold.GOAL or rule.phase or self.headings.lists_measure_at(clauses[0][0]):
            return False
        return self.headings.is_work(section) and not is_achievement(self.headings.title(section)) and not self._sentences.continues(clauses)

    def _remember(self, section: int | None, rule: Rule) -> None:
        """Let a deadline in a section of goals hold for the paragraphs that follow in it and in the sections that detail it."""
        if section is None or self._looks_ahead(rule, self._section_rules.get(section)):
            return
        for number in self.headings.upwards(section):
            if not self.headings.is_goal(number):
                break
            self._section_rules[number] = rule
            if self.headings.is_work(number) or not opens_goals(self._deadlines[rule.deadline]):
                break  # `（一）加快登记。到明年…` is no date for `（二）完善服务。`, nor is `1.明年前，…` for 2.

    def _looks_ahead(self, rule: Rule, known: Rule | None) -> bool:
        """Whether a deadline is a look far ahead, `到2035年` after `到2025年`, which the paragraphs that detail the plan's goals are not for."""
        until, before = self._deadlines[rule.deadline].date_to, self._deadlines[known.deadline].date_to if known is not None else None
        return until is not None and before is not None and until.year - before.year >= _FAR

    def _carried(self, clauses: Sequence[Span], rule: Rule | None) -> Rule | None:
        """The rule with which a sentence begins: that of its paragraph or section, if it goes on with the same list of results."""
        if rule is None or rule.hold is Hold.NUMBERS or self._sentences.continues(clauses) or self._announcements.opens_at(clauses[0][0]):
            return rule
        if rule.hold is Hold.GOAL:
            results = rule.vision or self._sentences.tells_results(clauses, rule)
            return rule if results else replace(rule, hold=Hold.NUMBERS)
        return None

    def _governor(self, clause: Span, alone: bool) -> int | None:
        """Of the deadlines in a clause the one that governs it: one with a date before 每年; after a deadline that stands alone 每年 is ignored."""
        recurrent: int | None = None
        for index in self._of_clause.get(clause, ()):
            deadline = self._deadlines[index]
            if deadline.bound not in ("by", "during"):
                if deadline.text.startswith("逐") and self._text.endswith("并", clause[0], deadline.start):
                    continue  # `事故零增长并逐年下降`: how it is reached
                recurrent = index if recurrent is None else recurrent
                continue
            if self._standings.is_anothers(clause, deadline):
                return None
            if not self._standings.is_attribute(clause, deadline):
                return index
        return None if alone else recurrent

    def _unbounded(self, clause: Span, governor: int, outer: Rule | None, current: Rule | None) -> Rule | None:
        """Rule a clause whose deadline sets no end (每年, 自…起, a window of days); the rule of the clauses after it is returned.

        A yearly quantity in a sentence that a goal's deadline opens is due with it: `到明年，建成三座，每年新增五座`.
        """
        deadline = self._deadlines[governor]
        if deadline.bound == "every":
            if current is not None and current.hold in (Hold.GOAL, Hold.LATER) and opens_goals(self._deadlines[current.deadline]):
                self.rules[self._index[clause]] = replace(current, hold=Hold.NUMBERS)
            self._recurrent.add(clause)
            return outer if outer is not None and outer.hold in (Hold.GOAL, Hold.LATER) else None
        if deadline.bound != "from" and deadline.date_to is not None:
            self.rules[self._index[clause]] = Rule(governor, "clause", Hold.NUMBERS)
        return None

    def _is_within(self, deadline: Deadline, rule: Rule) -> bool:
        outer = self._deadlines[rule.deadline].date_to
        return outer is not None and deadline.date_to is not None and deadline.date_to <= outer and not deadline.text.startswith("到")

    def _takes_over(self, deadline: Deadline, paragraph: Rule | None, goal: bool) -> bool:
        """Whether a deadline holds for the rest of the paragraph: `8月底前` after `到2021年底` does not, `年底前` after `到2021年8月底` does."""
        if paragraph is None:
            return goal or opens_goals(deadline)
        return not self._is_within(deadline, paragraph) or deadline.date_to == self._deadlines[paragraph.deadline].date_to

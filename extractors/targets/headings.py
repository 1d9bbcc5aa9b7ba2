"""What the headings above a place say about it: whether goals stand there, what was reached before, and what year they fix."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from extractors.clauses import Span
from extractors.counts.roles.headings import states_goals
from extractors.records import Section
from extractors.targets.lexicon import lexicon

#: Who does an item: `（责任单位：省教育厅）`, `〔省教育厅牵头〕`, a line `牵头单位：…`.
_WHO = re.compile(
    r"[（(〔【\[][^（()）〔〕【】\[\]\n]{0,300}(?:责任|牵头|负责|配合|单位|部门)[^（()）〔〕【】\[\]\n]{0,300}[)）〕】\]]"
    r"|^(?:责任|牵头|配合|分管|主办|协办|参加|参与|完成|部门分工|责任分工)[^：:\n]{0,12}[：:].*$",
    re.MULTILINE,
)
_GOALS = re.compile("[^，的]{0,6}目标(?:任务|指标)?[。：:]?")
_VISION = re.compile("(?:远景|远期|长远)(?:发展)?目标[。：:]?$|愿景[。：:]?$|远景展望[。：:]?$")
#: What stands between a title and its text.
_OPENING = 2
#: Who does an item takes no more room than this.
_LONGEST_WHO = 600


def _stands_under(text: str, section: Section) -> bool:
    """Whether something stands under a title besides who does it."""
    if section.end - section.title_end > _LONGEST_WHO:
        return True
    return bool(_WHO.sub("", text[section.title_end : section.end]).strip(" \n。；;，,：:、"))


class Headings:
    """The outline of a text, asked by position."""

    def __init__(self, text: str, sections: Sequence[Section]) -> None:
        self._text = text
        self._sections = sections
        self._told: dict[tuple[str, int | None], bool] = {}
        self._goals_end = -1
        self._looks_on = len(text) + 1
        self._starts = [section.start for section in sections]
        # Titles that something stands under, as (end, start); an item that is all title is no heading but text.
        self._titles = sorted(
            (section.title_end, section.start) for section in sections if section.title_end > section.title_start and _stands_under(text, section)
        )

    def section_at(self, position: int) -> int | None:
        """The innermost section that holds `position`."""
        index: int | None = bisect_right(self._starts, position) - 1
        if index is None or index < 0:
            return None
        while index is not None and self._sections[index].end <= position:
            index = self._sections[index].parent
        return index

    def upwards(self, section: int | None) -> Iterator[int]:
        """The section and those it stands in, innermost first."""
        while section is not None:
            yield section
            parent = self._sections[section].parent
            section = parent if parent is not None and parent < section else None

    def chapter_at(self, position: int) -> int | None:
        """The outermost section that holds `position`."""
        return next(iter([*self.upwards(self.section_at(position))][::-1]), None)

    def title(self, section: int) -> str:
        """The title of a section."""
        return self._text[self._sections[section].title_start : self._sections[section].title_end]

    def end_inside(self, clause: Span) -> int:
        """Where the heading that runs into `clause` ends, 0 when none does: in `二、目标 到明年` after 目标."""
        index = bisect_left(self._titles, (clause[1], 0)) - 1
        return self._titles[index][0] if index >= 0 and clause[0] < self._titles[index][0] else 0

    def heading_of(self, clause: Span) -> Span | None:
        """The heading that the whole clause belongs to, from its label to its end; None for a clause of running text."""
        index = bisect_left(self._titles, (clause[1], 0))
        if index == len(self._titles) or self._titles[index][1] > clause[0]:
            return None
        end, start = self._titles[index]
        return start, end

    def is_goal(self, section: int | None) -> bool:
        """Whether the section, or the one it details, states goals."""
        return self._once("goal", section, self._is_goal)

    def end_goals(self, position: int) -> None:
        """Note that another text begins at `position`: the sections that hold it state no goals from there on."""
        self._goals_end = position
        self._told.clear()

    def is_ended(self, section: int) -> bool:
        """Whether another text has begun since the section did."""
        return self._sections[section].start < self._goals_end

    def is_vision(self, section: int | None) -> bool:
        """Whether a section paints what is to be in the far future, where all that is said is to be reached: `2035年远景目标`."""
        return any(_VISION.search(self.title(number)) for number in self.upwards(section))

    def lists_measure_at(self, position: int) -> bool:
        """Whether a dashed item of a list of indicators begins at `position`, each of which is to be reached: `——落实政策。` under `发展指标`."""
        above = self.upwards(self.section_at(position)) if self._text.startswith("——", position) else ()
        return any(self.title(number).endswith("指标") for number in above)

    def opens_step(self, section: int, position: int) -> bool:
        """Whether the text of a step or stage begins at `position`: `（二）开展试点。` under `实施步骤`, whose first words say when."""
        parent = self._sections[section].parent
        if parent is None or not 0 <= position - self._sections[section].title_end <= _OPENING:
            return False
        return lexicon().heading_phase.search(self.title(parent)) is not None

    def is_work(self, section: int) -> bool:
        """Whether a title names work: `加快登记进度`, but not `总体目标` or `就业更加充分`."""
        title = self.title(section)
        return "目标" not in title and lexicon().verb_first.match(title) is not None

    def guides(self, section: int | None) -> bool:
        """Whether the section gives principles or definitions: what it says of a period (`“十四五”时期，要坚持…`) are no targets."""
        return self._once("guides", section, self._guides)

    def look_on(self, position: int) -> None:
        """Note that goals are announced at `position`: a report in whose section they stand, for want of a heading, is over there."""
        self._looks_on = min(self._looks_on, position)

    def tells_past(self, section: int | None, position: int) -> bool:
        """Whether the section tells at `position` what has been reached or how things stand: `发展基础`, but not `夯实发展基础`."""
        if section is not None and self._sections[section].start < self._looks_on <= position:
            return False
        return self._once("past", section, self._tells_past)

    def outlook(self, position: int) -> int:
        """What the headings above a place say about a change that stands there: 3 a goal, 2 something to do, -3 a report, 0 nothing."""
        section = self.section_at(position)
        if self.is_goal(section) or self._once("outer goal", section, self._stands_under_goals):
            return 3
        if self.tells_past(section, position):
            return -3
        for number in self.upwards(section):
            if self._sections[number].kind in ("task", "safeguard") or lexicon().heading_future.search(self.title(number)):
                return 2
        return 0

    def _once(self, question: str, section: int | None, answer: Callable[[int | None], bool]) -> bool:
        """The answer for a section, found once: a text has far more sentences than sections."""
        key = question, section
        if key not in self._told:
            self._told[key] = answer(section)
        return self._told[key]

    def _is_goal(self, section: int | None) -> bool:
        for number in self.upwards(section):
            if self._sections[number].kind in ("goal", "task", "safeguard"):
                return self._sections[number].kind == "goal" and not any(map(self.is_ended, self.upwards(number)))
            if self._goals_among_principles(number):
                return True
        return False

    def _stands_under_goals(self, section: int | None) -> bool:
        """Whether any heading above names goals, whatever the part of them is called: `——建设取得新进展` under 发展目标; not `目标完成情况`."""
        return any(states_goals(self._sections[number]) and not self.is_ended(number) for number in self.upwards(section))

    def _guides(self, section: int | None) -> bool:
        for number in self.upwards(section):
            if self._goals_among_principles(number):
                return False
            if self._sections[number].kind == "other" and self.is_work(number):
                return False  # `（一）推进燃料替代` under a chapter of principles is a task all the same
            if self._sections[number].kind in ("goal", "task", "safeguard", "principle", "definition"):
                return self._sections[number].kind in ("principle", "definition")
        return False

    def _goals_among_principles(self, section: int) -> bool:
        """Whether a section of a chapter of principles is the one with the goals: `（三）目标任务` under `二、指导思想与目标任务`."""
        return self._sections[section].kind == "principle" and _GOALS.fullmatch(self.title(section)) is not None

    def _tells_past(self, section: int | None) -> bool:
        return any(lexicon().heading_past.search(self.title(number)) for number in self.upwards(section))

"""Whether a passage tells what is or was, or sets out what shall be: by cues of sentence, paragraph and section, and by the years named."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right

from extractors.clauses import Borders
from extractors.counts.lexicon import table
from extractors.records import CountRole, Facts

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?= ?年| ?[-—–~～至])")
#: Titles of rules: most numbers in them are conditions, sums and rates.
_RULING = re.compile(
    r"(?:条例|办法|规定|(?<!意见实施)细则|规则|章程|准则|标准|须知|基准|规程|规范|(?<!工作)(?<!年)要点|作业计划|计划书)"
    r"(?:[（(][^（）()]*[）)]|》|〉|的?(?:通知|函|决定|公告|令|批复)|之?修正.{0,12}|部分条文.{0,6}|草案|总说明)*(?:[（(]|$)|令$|修正"
)
_PLANNING_FROM = 2
#: A text of so many articles is a set of rules whatever its title.
_RULES_FROM = 6


_DEMANDED = re.compile("不得(?:低于|少于|高于|超过|多于|大于|小于)|不(?:低于|少于|高于|超过)[^，。；]*$|应当?(?:达到|保持)|须达到?")
_DEALT = re.compile("补助|奖励|罚|申请|费|元|资格|处")


@functools.cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    given = table("roles")["patterns"]
    return re.compile(given["past"]), re.compile(given["future"]), re.compile(given["achieved_titles"]), re.compile(given["target_titles"])


@functools.cache
def _told() -> re.Pattern[str]:
    """In an article about a policy only these say that something shall be."""
    return re.compile(table("roles")["patterns"]["future_told"])


class Tense:
    """`of` says of a place in one document whether a plain quantity there is a target or an achieved fact."""

    def __init__(self, text: str, borders: Borders, facts: Facts) -> None:
        self._text, self._borders, self._facts = text, borders, facts
        self._sections = sorted(facts.sections, key=lambda section: section.start)
        self._starts = [section.start for section in self._sections]
        context = facts.context
        day = context.published or context.issued
        self._year = day.year if day else None
        self._default: CountRole = "target" if context.genre == "policy" else "achieved"
        articles = sum(section.label.startswith("第") and section.label.endswith("条") for section in facts.sections)
        # An article with dates of its own to come reports a plan; any other tells what was.
        planning = sum(deadline.bound in ("by", "during") for deadline in facts.deadlines) >= _PLANNING_FROM
        self._told = self._default == "achieved" and not (planning and context.genre == "news")
        self._phases = self._read_phases() if "报告" in (context.title or "") else []
        self.ruling = articles >= _RULES_FROM or bool(_RULING.search(context.title or ""))

    def of(self, start: int, end: int) -> CountRole:
        """`target` or `achieved` for the quantity at `start:end`."""
        sentence = self._borders.sentence_at(start)
        clause = self._borders.clause_at(start)
        past, future, _, _ = _cues()
        if self._told:
            future = _told()
        lead = self._text[sentence[0] : end]
        here = self._text[clause[0] : end]
        if self._bracketed(start, end):
            return "achieved"
        planned = self._section(start)
        if planned is None:
            planned = self._phase(start)
        if self._due(sentence, end):
            return "target"
        if self.ruling and not self._section(start):
            return "target" if _DEMANDED.search(here) and not _DEALT.search(here) else "other"
        if past.search(here):
            return "achieved"
        if planned is False:
            return "achieved"
        years = [int(year) for year in _YEAR.findall(lead)]
        if years and self._year:
            if years[-1] < self._year:
                return "achieved"
            if years[-1] > self._year:
                return "target"
        past_at = max((match.start() for match in past.finditer(lead)), default=-1)
        future_at = max((match.start() for match in future.finditer(lead)), default=-1)
        if past_at >= 0 or future_at >= 0:
            if self._default == "target":
                return "achieved" if past_at >= 0 and past_at >= future_at else "target"
            return "target" if future_at > past_at else "achieved"
        if planned:
            return "target"
        if self._default == "target":
            return self._paragraph(sentence[0])
        # An article that gives a policy's goals names their date once and lists on in the sentences after it.
        return "target" if self._due((self._text.rfind("\n", 0, start) + 1, end), end) and not past.search(lead) else "achieved"

    def _read_phases(self) -> list[tuple[int, bool]]:
        """Where a report turns to what was done (False) and to what shall be done (True)."""
        given = table("roles")["patterns"]
        marks = [(found.start(), False) for found in re.finditer(given["phase_past"], self._text)]
        return sorted(marks + [(found.start(), True) for found in re.finditer(given["phase_future"], self._text)])

    def _phase(self, at: int) -> bool | None:
        index = bisect_right(self._phases, (at, True)) - 1
        return self._phases[index][1] if index >= 0 else None

    def _due(self, sentence: tuple[int, int], end: int) -> bool:
        """Whether a date still to come governs the sentence before `end`."""
        for deadline in self._facts.deadlines:
            if sentence[0] <= deadline.start < end and deadline.bound in ("by", "during", "every"):
                return True
        return False

    def in_table(self, at: int, head: str) -> CountRole:
        """The role of a table cell: a year in its head against the document's, the words of its head, its section; else `other`."""
        years = [int(year) for year in re.findall(r"(?:19|20)\d{2}", head)]
        if re.search("实绩|实际|完成|现状|实现|基期", head) or (years and self._year and max(years) < self._year):
            return "achieved"
        if (years and self._year and max(years) >= self._year) or self._section(at):
            return "other" if self.ruling else "target"
        return "other"

    def _bracketed(self, start: int, end: int) -> bool:
        """A bracket that holds only the number states a property: `青汀电厂（30万千瓦）`."""
        return self._text[start - 1 : start] in ("（", "(") and self._text[end : end + 1] in ("）", ")") and start > 0

    def _section(self, at: int) -> bool | None:
        """True in a section of goals and tasks, False in one that looks back, None elsewhere; the innermost that says so decides."""
        _, _, achieved, target = _cues()
        index = bisect_right(self._starts, at) - 1
        found: bool | None = None
        while index >= 0:
            section = self._sections[index]
            if section.start <= at < section.end:
                if achieved.search(section.title) and section.kind in ("other", "definition"):
                    return False
                if found is None and (section.kind in ("goal", "task", "safeguard") or target.search(section.title)):
                    found = True
                if section.level == 1:
                    break
            index -= 1
        return found

    def _paragraph(self, at: int) -> CountRole:
        """What the paragraph has last been about before `at`, else the kind of document."""
        start = self._text.rfind("\n", 0, at) + 1
        past, future, _, _ = _cues()
        lead = self._text[max(start, at - 300) : at]
        past_at = max((match.start() for match in past.finditer(lead)), default=-1)
        future_at = max((match.start() for match in future.finditer(lead)), default=-1)
        if past_at > future_at:
            return "achieved"
        if future_at > past_at:
            return "target"
        return self._default

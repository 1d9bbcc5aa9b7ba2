"""Whether a passage tells what is or was, or sets out what shall be: by cues of sentence, paragraph and section, and by the years named."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from extractors.clauses import Borders
from extractors.counts.lexicon import pattern
from extractors.deadlines.reference import read_reference
from extractors.records import CountRole, Facts

#: As far back in a sentence or paragraph as cues are looked for.
_WINDOW = 300
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?= ?年| ?[-—–~～至])")
_ANY_YEAR = re.compile(r"(?:19|20)\d{2}")
#: An article with so many dates to come reports a plan; any other tells what was.
_PLANNING_FROM = 2
#: A text of so many articles is a set of rules whatever its title.
_RULES_FROM = 6


class Tense:
    """`of` says of a place in one document whether a plain quantity there is a target or an achieved fact.

    `ruling`: the document is a set of rules (条例, 办法), whose numbers are neither.
    """

    def __init__(self, text: str, borders: Borders, facts: Facts) -> None:
        self._text, self._borders = text, borders
        self._sections = facts.sections
        self._starts = [section.start for section in facts.sections]
        self._due_at = sorted(deadline.start for deadline in facts.deadlines if deadline.bound in ("by", "during", "every"))
        context = facts.context
        title = context.title or ""
        self._year = read_reference(text, context).year
        self._tells = context.genre != "policy"
        dated = sum(deadline.bound in ("by", "during") for deadline in facts.deadlines)
        plan = context.genre == "policy" or (context.genre == "news" and dated >= _PLANNING_FROM)
        self._past = pattern("roles", "past")
        self._future = pattern("roles", "future" if plan else "future_told")
        self._phases = self._read_phases() if "报告" in title else []
        articles = sum(section.label.startswith("第") and section.label.endswith("条") for section in facts.sections)
        self.ruling = articles >= _RULES_FROM or bool(pattern("roles", "ruling").search(title))

    def of(self, start: int, end: int) -> CountRole:
        """`target` or `achieved` for the quantity at `start:end`; in a set of rules `other` where it demands nothing."""
        sentence = self._borders.sentence_at(start)[0]
        lead = self._text[max(sentence, start - _WINDOW) : end]
        here = self._text[max(self._borders.clause_at(start)[0], start - _WINDOW) : end]
        if self._bracketed(start, end):
            return "achieved"
        if self._is_due(sentence, end):
            return "target"
        section = self._section(start)
        if self.ruling and not section:
            demanded = pattern("roles", "demanded").search(here) and not pattern("roles", "eligible").search(here)
            return "target" if demanded else "other"
        planned = self._phase(start) if section is None else section
        if self._past.search(here) or planned is False:
            return "achieved"
        return self._by_year(lead) or self._by_cues(lead) or ("target" if planned else self._by_paragraph(sentence, start, end, lead))

    def reported(self, start: int) -> bool:
        """Whether words of the past in the clause or a part that looks back say that what stands at `start` was done; never in rules."""
        if self.ruling:
            return False
        clause = self._borders.clause_at(start)[0]
        past = self._past.search(self._text, max(clause, start - _WINDOW), start)
        return bool(past) or self._section(start) is False or self._phase(start) is False

    def in_table(self, at: int, head: str) -> CountRole:
        """The role of a table cell: a year in its head against the document's, the words of its head, its section; else `other`."""
        years = [int(year) for year in _ANY_YEAR.findall(head)]
        if pattern("roles", "measured_head").search(head) or (years and self._year and max(years) < self._year):
            return "achieved"
        if (years and self._year and max(years) >= self._year) or self._section(at):
            return "other" if self.ruling else "target"
        return "other"

    def _by_year(self, lead: str) -> CountRole | None:
        """By the last year named before the number, against the document's own."""
        years = _YEAR.findall(lead)
        if not years or not self._year or int(years[-1]) == self._year:
            return None
        return "achieved" if int(years[-1]) < self._year else "target"

    def _by_cues(self, lead: str) -> CountRole | None:
        """By the last cue in the sentence: `已建成 …`, `力争 …`."""
        past_at = max((found.start() for found in self._past.finditer(lead)), default=-1)
        future_at = max((found.start() for found in self._future.finditer(lead)), default=-1)
        if past_at < 0 and future_at < 0:
            return None
        return "target" if future_at > past_at or (future_at == past_at and self._tells) else "achieved"

    def _by_paragraph(self, sentence: int, start: int, end: int, lead: str) -> CountRole:
        """By what the paragraph has been about before the sentence, else by the kind of document."""
        paragraph = self._text.rfind("\n", 0, start) + 1
        if self._tells:
            # An article that gives a policy's goals names their date once and lists on in the sentences after it.
            return "target" if self._is_due(paragraph, end) and not self._past.search(lead) else "achieved"
        return self._by_cues(self._text[max(paragraph, sentence - _WINDOW) : sentence]) or "target"

    def _bracketed(self, start: int, end: int) -> bool:
        """A bracket that holds only the number states a property: `青汀电厂（30万千瓦）`."""
        return start > 0 and self._text[start - 1] in "（(" and self._text[end : end + 1] in ("）", ")")

    def _is_due(self, start: int, end: int) -> bool:
        """Whether a date to come stands between `start` and `end`."""
        index = bisect_left(self._due_at, start)
        return index < len(self._due_at) and self._due_at[index] < end

    def _section(self, at: int) -> bool | None:
        """True in a section of goals and tasks, False in one that looks back, None elsewhere; one that looks back decides for all in it."""
        index: int | None = bisect_right(self._starts, at) - 1
        found: bool | None = None
        while index is not None and index >= 0:
            section = self._sections[index]
            if section.start <= at < section.end:
                if section.kind in ("other", "definition") and pattern("roles", "achieved_titles").search(section.title):
                    return False
                if section.kind in ("goal", "task", "safeguard") or pattern("roles", "target_titles").search(section.title):
                    found = True
            index = section.parent
        return found

    def _read_phases(self) -> list[tuple[int, bool]]:
        """Where a report turns to what was done (False) and to what shall be done (True)."""
        marks = [(found.start(), False) for found in pattern("roles", "phase_past").finditer(self._text)]
        return sorted(marks + [(found.start(), True) for found in pattern("roles", "phase_future").finditer(self._text)])

    def _phase(self, at: int) -> bool | None:
        index = bisect_right(self._phases, (at, True)) - 1
        return self._phases[index][1] if index >= 0 else None

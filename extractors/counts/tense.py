"""Whether a passage tells what is or was, or sets out what shall be: by cues of sentence, paragraph and section, and by the years named."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right

from extractors.clauses import Borders
from extractors.counts.lexicon import table
from extractors.records import CountRole, Facts

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?= ?年| ?[-—–~～至])")
_OBLIGING = re.compile(r"条例|办法|规定|细则|规则|章程|令$|要点|须知")


@functools.cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    given = table("roles")["patterns"]
    return re.compile(given["past"]), re.compile(given["future"]), re.compile(given["achieved_titles"]), re.compile(given["target_titles"])


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
        self._cache: dict[int, bool | None] = {}

    def of(self, start: int, end: int) -> CountRole:
        """`target` or `achieved` for the quantity at `start:end`."""
        sentence = self._borders.sentence_at(start)
        clause = self._borders.clause_at(start)
        past, future, _, _ = _cues()
        lead = self._text[sentence[0] : end]
        here = self._text[clause[0] : end]
        if self._bracketed(start, end):
            return "achieved"
        planned = self._section(start)
        if self._due(sentence, end):
            return "target"
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
        return self._paragraph(sentence[0])

    def _due(self, sentence: tuple[int, int], end: int) -> bool:
        """Whether a date still to come governs the sentence before `end`."""
        for deadline in self._facts.deadlines:
            if sentence[0] <= deadline.start < end and deadline.bound in ("by", "during", "every", "from"):
                return True
        return False

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

"""Whether a passage tells what is or was, sets out what shall be, or only foresees it: by evidence from the clause out to the document.

Every kind of evidence looks at one level and says `target`, `achieved`, `other` (a forecast) or nothing; the nearest that speaks decides.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from extractors.clauses import Borders, Span
from extractors.counts.lexicon import pattern
from extractors.counts.roles.document import read_kind
from extractors.counts.roles.headings import lists_results, looks_back, states_goals
from extractors.counts.roles.periods import first_in, is_over, span_of
from extractors.counts.roles.preface import describes
from extractors.counts.roles.situation import Verdict
from extractors.deadlines.reference import read_reference
from extractors.records import CountRole, Facts

#: As far back in a sentence or paragraph as cues are looked for.
_WINDOW = 300
_ANY_YEAR = re.compile(r"(?:19|20)\d{2}")
#: An attribute that stands so near to a number speaks of it whatever is done: 推动现有200家企业做强.
_DIRECTLY = 1
#: So far after a number what it is a forecast of may stand.
_AFTER = 20


class _Place(NamedTuple):
    """Where a quantity stands: its own span, its clause from the window's edge on, its sentence and its paragraph."""

    start: int
    end: int
    clause: int
    sentence: int
    paragraph: int
    section: bool | None


class Tense:
    """`of` says of a place in one document, which is of a `kind`, whether a plain quantity there is a target, an achieved fact or a forecast."""

    def __init__(self, text: str, borders: Borders, facts: Facts) -> None:
        self._text, self._borders = text, borders
        self._found: dict[tuple[str, int, int], Span | None] = {}
        self._sections = facts.sections
        #: Where the first part begins: what stands before it is a letter or a preface.
        self._body = self._sections[0].start if self._sections else 0
        self._starts = [section.start for section in facts.sections]
        self._dated = sorted((deadline.start, deadline.end) for deadline in facts.deadlines if deadline.bound in ("by", "during"))
        context = facts.context
        self._year = read_reference(text, context).year
        self.kind = read_kind(text, facts)
        due = [deadline for deadline in facts.deadlines if deadline.bound in ("by", "during", "every")]
        self._due = sorted((deadline.start, deadline.end) for deadline in due)
        #: Dates that are over when an article appears: goals only of a policy that it tells of.
        appeared = context.published if context.genre != "policy" else None
        self._over = {deadline.start for deadline in due if appeared and deadline.date_to and deadline.date_to < appeared}
        self._phases = self._read_phases() if self.kind.speaks or self.kind.accounts else []
        self._results = [(part.start, part.end) for part in facts.sections if lists_results(part.title)]
        self._evidence: tuple[Callable[[_Place], Verdict | None], ...] = (
            self._by_bracket,
            self._by_request,
            self._by_forecast,
            self._by_rule,
            self._by_deadline,
            self._by_invitation,
            self._by_clause,
            self._by_outline_past,
            self._by_year,
            self._by_speaker,
            self._by_sentence,
            self._by_outline_ahead,
            self._by_paragraph,
            self._by_document,
        )

    def of(self, start: int, end: int) -> Verdict:
        """The role of the quantity at `start:end`, with the words that decided."""
        sentence = max(self._borders.sentence_at(start)[0], start - _WINDOW)
        clause = max(self._borders.clause_at(start)[0], start - _WINDOW)
        paragraph = max(self._text.rfind("\n", max(sentence - _WINDOW, 0), start) + 1, sentence - _WINDOW, 0)
        place = _Place(start, end, clause, sentence, paragraph, self._section(start))
        return next(verdict for evidence in self._evidence if (verdict := evidence(place)))

    def reported(self, start: int) -> bool:
        """Whether words of the past in the clause or a part that looks back say that what stands at `start` was done; never in rules."""
        if self.kind.ruling:
            return False
        clause = max(self._borders.clause_at(start)[0], start - _WINDOW)
        return bool(self._past_in(clause, start)) or self._section(start) is False or self._phase(start) is False

    def told(self, start: int) -> bool:
        """Whether the last cue in the sentence before `start` is of the past: `目前尚未动工，估算投资…`."""
        if self.kind.ruling:
            return False
        cue = self._by_cues(max(self._borders.sentence_at(start)[0], start - _WINDOW), start, "in the sentence")
        return cue is not None and cue.role == "achieved"

    def recounts(self, start: int) -> bool:
        """Whether an article that is about no policy (an audit, a case, a market) tells at `start` what was, and not what a plan or rule says."""
        if not self.kind.reports or self.kind.ruling:
            return False
        sentence = max(self._borders.sentence_at(start)[0], start - _WINDOW)
        return not (self._last("plan_says", sentence, start) or self._last("aim", sentence, start) or self._last("foresight", sentence, start))

    def in_table(self, at: int, head: str) -> CountRole:
        """The role of a table cell: a year in its head against the document's, the words of its head, its section; else `other`."""
        years = [int(year) for year in _ANY_YEAR.findall(head)]
        if pattern("tense", "planned_head").search(head):
            return "target"
        if pattern("tense", "measured_head").search(head) or (years and self._year and max(years) < self._year):
            return "achieved"
        if (years and self._year and max(years) >= self._year) or self._section(at):
            return "other" if self.kind.ruling else "target"
        return "other"

    # --- evidence, the nearest first --------------------------------------------------------------------------------------------------

    def _by_bracket(self, place: _Place) -> Verdict | None:
        """A bracket that holds only the number states a property: `青汀电厂（30万千瓦）`."""
        text = self._text
        closed = text[place.end : place.end + 1] in ("）", ")")
        if closed and (text[place.start - 1 : place.start] in ("（", "(") or pattern("tense", "bracketed").search(text, place.clause, place.start)):
            return Verdict("achieved", "a property in a bracket of its own")
        return None

    def _by_forecast(self, place: _Place) -> Verdict | None:
        """What somebody reckons will be: in an article unless a plan says so, in a plan's own words of demand and gaps."""
        if self._past_in(place.clause, place.end):
            return None
        if self.kind.tells:
            if deed := self._deed(place):
                return Verdict("target", "what is to be done", deed)
            future = self._last("foresight", place.sentence, place.end)
            if not future:
                return None
            will = self._last("will_told", place.sentence, place.end)
            # Who reckons says so himself; the plain future of a paragraph about a plan is the plan's.
            reckons = self._last("reckoning", place.sentence, place.end)
            said = self._last("plan_says", place.sentence if reckons else place.paragraph, place.start)
            analyst = self._last("analyst", place.paragraph, place.end)
            if demand := self._last("foreseen", place.sentence, place.end):
                return Verdict("other", "a forecast of demand", demand)
            # In an article about a plan the plain future is the plan's.
            foresight = self._last("reckoning", place.sentence, place.end) if self.kind.about_plan else future
            if not foresight:
                return None
            if (will and will > foresight and not analyst) or (said and not (analyst and analyst > said)):
                return Verdict("target", "what a plan foresees", foresight)
            return Verdict("other", "a forecast, not a plan", foresight)
        forecast = self._last("forecast", place.sentence, place.end)
        if not forecast:
            return None
        if place.section is False or (self.kind.answers and self._last("expected", place.sentence, place.end)):
            return Verdict("other", "a forecast, where things are described", forecast)
        foreseen = pattern("tense", "foreseen").search(self._text, forecast[1], min(place.end + _AFTER, self._borders.sentence_at(place.start)[1]))
        return Verdict("other", "a forecast of demand", foreseen.span()) if foreseen else None

    def _deed(self, place: _Place) -> Span | None:
        """What an article says will be done (`将新建30所`); one about no policy only where it names the time (`今后五年将…`)."""
        if self._last("foreseen", place.sentence, place.end):
            return None
        if self.kind.reports and (self._last("analyst", place.paragraph, place.end) or not self._last("planned_time", place.sentence, place.start)):
            return None
        if deed := self._last("will_do", place.sentence, place.start):
            return deed
        behind = pattern("tense", "will_be_done").match(self._text, place.end)
        return behind.span() if behind else None

    def _by_request(self, place: _Place) -> Verdict | None:
        """What a letter that answers was asked for: `青汀市请求…，拟投资400亿元`."""
        told = not self.kind.answers or self._past_in(place.clause, place.end)
        asked = None if told else pattern("tense", "requested").search(self._text, place.sentence, place.start)
        return Verdict("other", "asked for in a letter that is answered", asked.span()) if asked else None

    def _by_deadline(self, place: _Place) -> Verdict | None:
        due = first_in(self._due, place.sentence, place.end)
        past = self._past_in(place.clause, place.end) if due else None
        if due and due[0] < place.clause and self._is_fact_of_a_year(place):
            return None
        if due and due[0] in self._over and not self._last("plan_says", place.sentence, place.start):
            return None
        if due and self.kind.accounts and self._phase(place.start) is False and not self._last("will", place.sentence, place.end):
            return None
        if not due or (past and past >= due) or (self.kind.tells and not self.kind.plans and not self._is_planned(place)):
            return None
        return Verdict("target", "due by a date in the sentence", due)

    def _by_rule(self, place: _Place) -> Verdict | None:
        if not self.kind.ruling or place.section or first_in(self._dated, place.sentence, place.end):
            return None
        here = self._text[place.clause : place.start]
        demanded = self._last("demanded", place.clause, place.end) or self._last("raised", place.sentence, place.end)
        if demanded and "：" in self._text[demanded[1] : place.start]:
            demanded = None  # 净宽不得小于二米设计：|容积百分之八
        if demanded and not pattern("tense", "eligible").search(here):
            return Verdict("target", "demanded by a rule", demanded)
        return Verdict("other", "a number in a set of rules")

    def _by_invitation(self, place: _Place) -> Verdict | None:
        """What a notice asks of each who comes forward: `每市限报2项`; not `拟支持20个左右`."""
        if not self.kind.invites or place.section:
            return None
        asked = self._last("asked_of_all", place.clause, place.end) or self._last("asked_conditions", place.sentence, place.start)
        return Verdict("other", "asked of those who come forward", asked) if asked else None

    def _by_clause(self, place: _Place) -> Verdict | None:
        past = self._past_in(place.clause, place.end) or self._present_at(place)
        if past:
            return Verdict("achieved", "words of the past in the clause", past)
        owned = self._last("owned", place.sentence, place.start)
        will = self._last("will", owned[1], place.end) if owned else None
        return Verdict("achieved", "what a place has", owned) if owned and not will else None

    def _by_outline_past(self, place: _Place) -> Verdict | None:
        planned = self._phase(place.start) if place.section is None else place.section
        return Verdict("achieved", "in a part that looks back") if planned is False else None

    def _by_year(self, place: _Place) -> Verdict | None:
        """By the last year named before the number, against the document's own."""
        years = list(pattern("tense", "named_years").finditer(self._text, place.sentence, place.end))
        if years and self._last("led_from", max(place.sentence, years[-1].start() - 1), place.start):
            years.pop()
        if not years or not self._year:
            return None
        first, last = span_of(years[-1])
        if first <= self._year <= last:
            return None
        if last < self._year:
            gone = years[-1]["period"] is not None
            if not self.kind.tells and not gone and (will := self._last("will", years[-1].end(), place.end)):
                return Verdict("target", "words of will after a year gone by", will)
            return Verdict("achieved", "a year before the document's", years[-1].span())
        return Verdict("target", "a year after the document's", years[-1].span())

    def _by_speaker(self, place: _Place) -> Verdict | None:
        """`——我们贯彻新理念，…。人均收入达到…` in a speech, where it does not say what shall be: 我们要."""
        planned = self._phase(place.start) if place.section is None else place.section
        did = self._last("we_did", place.paragraph, place.start) if self.kind.speaks and not planned else None
        if not did or self._last("will_told", did[1], place.end):
            return None
        return Verdict("achieved", "a speaker tells what was done", did)

    def _by_sentence(self, place: _Place) -> Verdict | None:
        """By the last cue in the sentence: `已建成 …`, `力争 …`."""
        cue = self._by_cues(place.sentence, place.end, "in the sentence")
        if cue is None and place.section is None and (compared := self._last("compared", place.sentence, place.end)):
            return Verdict("achieved", "compared with a time gone by", compared)
        ends = self._borders.sentence_at(place.start)[1]
        if cue is None and place.section is None and (there := self._last("describing", place.end, min(ends, place.end + _WINDOW))):
            return Verdict("achieved", "a sentence that says what there is", there)
        return cue

    def _by_outline_ahead(self, place: _Place) -> Verdict | None:
        planned = self._phase(place.start) if place.section is None else place.section
        return Verdict("target", "in a part of goals or tasks") if planned else None

    def _by_paragraph(self, place: _Place) -> Verdict | None:
        """By what the paragraph has been about before the sentence."""
        if not self.kind.tells:
            return self._by_cues(place.paragraph, place.sentence, "earlier in the paragraph")
        # An article that gives a policy's goals names their date once and lists on in the sentences after it.
        due = first_in(self._due, place.paragraph, place.end)
        if due and (self.kind.plans or self._is_planned(place)) and not self._past_in(place.sentence, place.end):
            return Verdict("target", "due by a date in the paragraph", due)
        # News that says what will be done goes on with it: 青汀还将全力推动…。新建园区5个.
        deed = None if self.kind.reports else self._last("will_do", place.paragraph, place.sentence)
        if deed and not self._past_in(deed[1], place.end):
            return Verdict("target", "what is to be done, told before", deed)
        return None

    def _by_document(self, place: _Place) -> Verdict:
        if self.kind.answers:
            if agreed := self._last("agreed", place.sentence, place.start):
                return Verdict("target", "agreed to", agreed)
            return Verdict("achieved", "an answer tells how things are")
        if self.kind.announces or any(start <= place.start < end for start, end in self._results):
            listed = pattern("tense", "list_label").match(self._text, place.paragraph, place.start)
            return Verdict("other", "a line of a list made known") if listed else Verdict("achieved", "an announcement tells what was decided")
        if self.kind.reviews and place.section is None and self._phase(place.start) is None:
            return Verdict("achieved", "a report that has not turned to what shall be")
        if self.kind.plans and place.start < self._body and describes(self._text, place.clause, place.start):
            return Verdict("achieved", "a preface that says how things are")
        return Verdict("achieved", "an article tells what was") if self.kind.tells else Verdict("target", "a policy sets out what it says plainly")

    # --- cues -------------------------------------------------------------------------------------------------------------------------

    def _by_cues(self, start: int, end: int, where: str) -> Verdict | None:
        past = self._past_in(start, end)
        wills = ("will", "foresight") if self.kind.plans else ("will_told",)
        will = max(filter(None, (self._last(name, start, end) for name in wills)), default=None)
        if will and pattern("tense", "reckoned").fullmatch(self._text, *will):
            will = self._last("will", start, end)
        if will and (not past or will > past or (will[0] == past[0] and self.kind.tells)):
            return Verdict("target", f"words of will {where}", will)
        return Verdict("achieved", f"words of the past {where}", past) if past else None

    def _last(self, name: str, start: int, end: int) -> Span | None:
        """The last match of a pattern between two offsets; several kinds of evidence ask for the same."""
        asked = (name, start, end)
        if asked not in self._found:
            self._found[asked] = max((found.span() for found in pattern("tense", name).finditer(self._text, start, end)), default=None)
        return self._found[asked]

    def _past_in(self, start: int, end: int) -> Span | None:
        """The last word of the past between two offsets that speaks of the sentence itself; not `在已建成…的基础上`."""
        last = self._last("past", start, end)
        aside = self._last("past_aside", start, end) if last else None
        return None if last and aside and aside[0] <= last[0] < aside[1] else last

    def _present_at(self, place: _Place) -> Span | None:
        """An attribute of what there is right before the number: 现有企业30家; not 推进现有企业改造30家."""
        found = pattern("tense", "present").search(self._text, place.clause, place.start)
        if not found:
            return None
        away = place.start - found.end("there") > _DIRECTLY
        if away and (pattern("scope", "made").match(self._text, place.clause, place.start) or self._last("will", place.clause, place.start)):
            return None
        return found.span("there")

    def _is_fact_of_a_year(self, place: _Place) -> bool:
        """`2010年覆盖率为72%` in a plan of 2012, whatever date the sentence began with."""
        found = pattern("tense", "year_of_fact").match(self._text, place.clause, place.start)
        year = _ANY_YEAR.search(found.group()) if found else None
        return year is not None and self._year is not None and int(year.group()) < self._year

    def _is_planned(self, place: _Place) -> bool:
        """Whether words of will or a plan's name stand before the number in an article's paragraph."""
        if self._last("plan_says", place.sentence if self.kind.reports else place.paragraph, place.start):
            return True
        return bool(self._last("aim" if self.kind.reports else "will_told", place.sentence, place.end))

    # --- sections and phases ----------------------------------------------------------------------------------------------------------

    def _section(self, at: int) -> bool | None:
        """True in a section of goals and tasks, False in one that looks back, None elsewhere.

        Goals decide for all that stands in them, whatever their parts are called (`——体系建设取得新进展` under 发展目标), then looking back
        (a 任务 under 工作成效 was done), then tasks.
        """
        backward = ahead = False
        index: int | None = bisect_right(self._starts, at) - 1
        while index is not None and index >= 0:
            section = self._sections[index]
            if section.start <= at < section.end:
                if states_goals(section):
                    return True
                if backward and pattern("tense", "subject_titles").search(section.title):
                    backward = False
                if section.kind in ("other", "definition") and looks_back(section.title):
                    backward, ahead = (backward, True) if self._turned(section.start, at) else (True, ahead)
                elif not self.kind.ruling:
                    sets_out = section.kind in ("task", "safeguard") or bool(pattern("tense", "target_titles").search(section.title))
                    ahead = ahead or (sets_out and (not self.kind.accounts or bool(pattern("tense", "account_turns").search(section.title))))
            index = section.parent
        return False if backward else ahead or None

    def _turned(self, start: int, at: int) -> bool:
        """Whether a line (`下一步，…`), or in a report any words, turned to what shall be done between the heading at `start` and `at`."""
        return pattern("tense", "turning" if self._phases else "next_step").search(self._text, start, at) is not None

    def _read_phases(self) -> list[tuple[int, bool]]:
        """Where a report turns to what was done (False) and to what shall be done (True)."""
        marks = [(found.start(), False) for found in pattern("tense", "phase_past").finditer(self._text)]
        ahead = [found for found in pattern("tense", "phase_future").finditer(self._text) if not is_over(found.group(), self._year)]
        if self.kind.accounts:
            turns = pattern("tense", "account_turns")
            marks += [
                (0, False),
                *((section.start, True) for section in self._sections if turns.search(section.title) and not looks_back(section.title)),
            ]
        return sorted(marks + [(found.start(), True) for found in ahead])

    def _phase(self, at: int) -> bool | None:
        index = bisect_right(self._phases, (at, True)) - 1
        return self._phases[index][1] if index >= 0 else None

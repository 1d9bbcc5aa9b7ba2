"""From candidates to dates: the year a bare month belongs to, what 今年 is, and the dates that lead and tail leave."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extractors.deadlines.dates import Extent, after, before, extent
from extractors.deadlines.grammar import number
from extractors.deadlines.lexicon import lexicon
from extractors.deadlines.patterns import FULL_DATE
from extractors.deadlines.points import NEAREST, NEXT_DAY, NOT_BEFORE_LEAD, VALIDITY, Candidate, Point
from extractors.deadlines.reference import Reference
from extractors.records import Bound, Precision, ResolvedFrom

_SENTENCE_END = re.compile(r"[。！？\n]")
#: What a page makes public on the day it states as its publication, as against what is signed: 公布之日.
_SHOWN = re.compile(rf"(?:{lexicon().alternatives('issue', 'shown')})(?:之日|当日|日|后)")
#: A statute names itself; the decision that amends it is 本决定.
_STATUTE = re.compile(r"(?:条例|办法|规定|细则|规则|法)")
#: 施行之日 is the day that the text names for it elsewhere, not the day of the issue.
_IN_FORCE = re.compile("(?:施行|实施|生效)之日起?\\Z")
_COMES_INTO_FORCE = re.compile(rf"自{FULL_DATE}起?(?:正式)?(?:施行|实施|生效)")
#: The years that a length in years means, in brackets after it: 用两年时间（2023年至2024年）.
_GLOSSED = re.compile(r" ?[（(](?P<first>(?:19|20)\d\d) ?年?(?:[-‐‑‒–—―−－~～〜∼]{1,2}|至|到)(?P<last>(?:19|20)\d\d) ?年?[）)]")
#: A month this far in the past is next year's, in a text that plans ahead.
_TOO_LATE = timedelta(days=75)


@dataclass(frozen=True, slots=True)
class Resolved:
    """The dates of a candidate.

    `covered` is what its own words cover, for judging whether it lies in the past; `rests_on` the earlier time, by its place, that a
    date taken from the context came from.
    """

    candidate: Candidate
    bound: Bound
    date_from: date | None
    date_to: date | None
    precision: Precision
    resolved_from: ResolvedFrom
    covered: Extent | None
    rests_on: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Named:
    """The year named last, and where."""

    year: int
    at: int
    end: int
    fine: bool
    opens: bool


class Resolver:
    """Resolves candidates in the order of the text; remembers the year named last."""

    def __init__(self, text: str, reference: Reference, timetabled: Mapping[int, int | None] | None = None) -> None:
        """`timetabled` gives the years of the times that open a timetable's rows, by the start of their candidates."""
        self._reference = reference
        self._timetabled = timetabled or {}
        self._text = text
        self._ends = [match.start() for match in _SENTENCE_END.finditer(text)]
        self._lines = [match.start() for match in re.finditer("\n", text)]
        self._resolvers = {
            "point": self._point,
            "range": self._range,
            "span": self._span,
            "issue": self._issue,
            "every": self._every,
            "earlier": self._earlier,
        }
        self._named: _Named | None = None
        self._last: Resolved | None = None
        self._begun: date | None = None
        #: When the lengths begin that the text says are counted from a year, `自2012年起5年内`: the next `5年内` is the same.
        self._stated: dict[tuple[int, str], date] = {}

    def resolve(self, candidate: Candidate) -> Resolved:
        """The candidate's dates; `resolved_from` is `none` where they cannot be told."""
        resolved = self._resolvers[candidate.kind](candidate)
        if resolved.resolved_from == "context":
            resolved = replace(resolved, rests_on=self._earlier_time(candidate))
        if candidate.kind in ("point", "range", "span") and resolved.covered is not None:
            point = candidate.last or candidate.first
            if point.year is not None or point.relative:
                opens = self._text[candidate.start - 1 : candidate.start] in ("", "\n", "。", "；", "：")
                self._named = _Named(resolved.covered.last.year, candidate.start, candidate.end, not point.only_year, opens)
            self._last = resolved
            self._begun = resolved.date_from if resolved.bound == "from" else self._begun
        return resolved

    def _earlier_time(self, candidate: Candidate) -> tuple[int, int] | None:
        """Where the time stands that gave a candidate its date: a point takes its year from the one named last."""
        if candidate.kind in ("point", "range"):
            return (self._named.at, self._named.end) if self._named else None
        return (self._last.candidate.start, self._last.candidate.end) if self._last else None

    def _point(self, candidate: Candidate) -> Resolved:
        year, source = self._year(candidate.first, candidate)
        covered = extent(candidate.first, year, self._reference.day.month if self._reference.day else None)
        bound = self._bound(candidate)
        if covered is None:
            return Resolved(candidate, bound, None, None, "year", "none", None)
        point, date_from, date_to = candidate.first, None, None
        if bound == "from":
            # 7月1日后 is meant as 7月1日起, 2025年后 begins when the year is over.
            over = candidate.tail == "after" and candidate.lead in ("", "到", "至") and covered.precision != "day"
            ends = point.edge in ("底", "末")  # 自2017年底起 begins with the year's last day
            date_from = covered.last + timedelta(days=1) if over else covered.last if ends else covered.first
        elif candidate.tail == "before":
            date_to = before(point, covered)
        elif bound == "by":
            date_to = covered.last
        else:
            date_from, date_to = covered.first, covered.last
        return Resolved(candidate, bound, date_from, date_to, covered.precision, source, covered)

    def _range(self, candidate: Candidate) -> Resolved:
        first, last = candidate.first, candidate.last or candidate.first
        if first.names_year or first.relative or not last.names_year:
            start, source = self._year(first, candidate)
            end = self._year(last, candidate)[0] if last.names_year or last.relative in lexicon().relative_years else start
            if last.relative in lexicon().antecedent_years and start is not None:
                end = start + lexicon().antecedent_years[last.relative or ""]
        else:
            end, source = self._year(last, candidate)
            start = end
        month = self._reference.day.month if self._reference.day else None
        opening, closing = extent(first, start, month), extent(last, end, month)
        begins = (opening.last if first.is_end else opening.first) if opening else None
        if begins and closing and closing.last < begins and not last.names_year and end is not None:
            closing = extent(last, end + 1, month)  # 2023年10月至3月, 年底到春节
        if begins is None or closing is None or closing.last < begins:
            return Resolved(candidate, "during", None, None, "period", "none", None)
        covered = Extent(begins, closing.last, "period")
        return Resolved(candidate, "during", covered.first, covered.last, "period", source, covered)

    def _span(self, candidate: Candidate) -> Resolved:
        amount = candidate.amount or 0
        if candidate.first != Point():
            year, source = self._year(candidate.first, candidate)
            begins = extent(candidate.first, year)
            start = begins.first if begins else None
            if start is not None:
                self._stated.setdefault((amount, candidate.measure), start)
        elif fitting := self._fitting(candidate) or self._stated.get((amount, candidate.measure)):
            start, source = fitting, "context"
        elif (own := self._reference.period) and candidate.measure == "年" and own[1] - own[0] + 1 == amount and not self._looks_back(candidate):
            start, source = date(own[0], 1, 1), "context"
        else:
            start, source = self._reference.day, "published"
            if start is None and self._reference.year:
                start = date(self._reference.year, 1, 1)
        end = after(start, amount, candidate.measure) if start else None
        if start is None or end is None or not amount:
            return Resolved(candidate, "during", None, None, "period", "none", None)
        if candidate.measure == "个月" and source == "published":
            end += timedelta(days=1)  # the day of the document itself is not counted
        return Resolved(candidate, "during", start, end, "period", source, Extent(start, end, "period"))

    def _looks_back(self, candidate: Candidate) -> bool:
        """Whether the time before it in the line is over when the document's period begins: `“十三五”期间，…，五年累计完成`."""
        last, own = self._last, self._reference.period
        if last is None or last.covered is None or own is None or candidate.tail != "during":
            return False
        return last.covered.last.year < own[0] and self._same(last.candidate.end, candidate.start, self._lines)

    def _fitting(self, candidate: Candidate) -> date | None:
        """The first day of the time before that a length goes with.

        In the same sentence that is a range of this length or a start (`2003—2007年，在5年时间内`, `自2020年1月1日起施行，有效期5年`,
        `从2003年起，再用5年时间`), for `5年期间` also a range of the sentence before.
        """
        if glossed := _GLOSSED.match(self._text, candidate.end):
            first, final = int(glossed["first"]), int(glossed["last"])
            return date(first, 1, 1) if candidate.measure == "年" and final - first + 1 == candidate.amount else None
        last = self._last
        borders = self._lines if candidate.tail == "during" else self._ends
        if last is None or last.covered is None or not self._same(last.candidate.end, candidate.start, borders):
            return None
        if last.bound == "from":
            return last.covered.first if candidate.lead in (VALIDITY, "用", "再用") else None
        years = last.covered.last.year - last.covered.first.year + 1
        return last.covered.first if candidate.measure == "年" and years == candidate.amount else None

    def _issue(self, candidate: Candidate) -> Resolved:
        if candidate.lead == "同日":
            same = self._begun
            return Resolved(candidate, "from", same, None, "day", "context" if same else "none", None)
        day = self._reference.shown if _SHOWN.search(self._text, candidate.start, candidate.end) else self._reference.day
        if candidate.last is not None:
            return self._until(candidate, candidate.last, day)
        if _IN_FORCE.search(self._text, candidate.start, candidate.end) and (named := _COMES_INTO_FORCE.findall(self._text)):
            year, month, date_of_month = map(number, named[-1])
            force = extent(Point(month=month, day=date_of_month), year)
            return Resolved(candidate, "from", force.first if force else None, None, "day", "context" if force else "none", None)
        if not self._reference.settled and _STATUTE.search(self._text, max(0, candidate.start - 6), candidate.end):
            day = None
        if candidate.amount is None:
            return Resolved(candidate, "from", day, None, "day", "published" if day else "none", None)
        if candidate.tail == "after":
            begins = after(day, candidate.amount, candidate.measure) if day else None
            return Resolved(candidate, "from", begins, None, "day", "published" if begins else "none", None)
        end = after(day, candidate.amount, candidate.measure) if day else None
        if day is None or end is None:
            return Resolved(candidate, "during", None, None, "day", "none", None)
        if candidate.lead == NEXT_DAY:
            day += timedelta(days=1)
        elif candidate.measure == "个月":
            end += timedelta(days=1)  # as with days, that of the issue itself is not counted; years are taken whole
        return Resolved(candidate, "during", day, end, "day", "published", None)

    def _until(self, candidate: Candidate, last: Point, day: date | None) -> Resolved:
        """From the document's own day to a time it names: `即日起至6月底`."""
        closing = extent(last, self._year(last, candidate)[0], day.month if day else None)
        if closing is None:
            return Resolved(candidate, "during", day, None, "period", "none", None)
        return Resolved(candidate, "during", day, closing.last, "period", "published" if day else "text", closing)

    def _every(self, candidate: Candidate) -> Resolved:
        return Resolved(candidate, "every", None, None, "period", "text", None)

    def _earlier(self, candidate: Candidate) -> Resolved:
        """`提前一年` before the deadline named last in the paragraph."""
        last = self._last
        if last is None or last.date_to is None or last.bound == "during" or not self._same(last.candidate.end, candidate.start, self._lines):
            return Resolved(candidate, "by", None, None, "year", "none", None)
        months = (candidate.amount or 0) * (12 if candidate.measure == "年" else 1)
        year, month = divmod(last.date_to.year * 12 + last.date_to.month - 1 - months, 12)
        covered = extent(Point(year=year, month=month + 1), year)
        day = covered.last if covered else None
        return Resolved(candidate, "by", None, day, last.precision, "context" if day else "none", covered)

    def _bound(self, candidate: Candidate) -> Bound:
        if candidate.tail == "on" and self._text.startswith("在", candidate.start - 1):
            return "during"  # 在2005年下半年开始建设
        if candidate.tail in ("on", "after") or (candidate.is_start and not candidate.tail) or candidate.lead == NOT_BEFORE_LEAD:
            return "from"
        if candidate.tail in ("before", "until") or (candidate.lead and not candidate.is_start and candidate.lead != "由"):
            return "by"
        if candidate.tail in ("within", "during"):
            return "during"
        return "by" if candidate.first.is_end else "during"

    def _year(self, point: Point, candidate: Candidate) -> tuple[int | None, ResolvedFrom]:
        """The year of a point and where it came from."""
        if point.plan:
            return None, "text"
        if point.year is not None:
            return point.year, "text"
        if (timetabled := self._timetabled.get(candidate.start)) is not None:
            return timetabled, "context"
        words, own = lexicon(), self._reference.year
        if point.relative in words.relative_years:
            # 今年 is the year the text is written in; a plan for next year does not move it.
            if self._reference.day:
                own = self._reference.day.year
            return (own + words.relative_years[point.relative], "published") if own is not None else (None, "none")
        named = self._named
        if point.relative in words.antecedent_years:
            step = words.antecedent_years[point.relative]
            if named and self._same(named.at, candidate.start, self._lines):
                return named.year + step, "context"
            return (own + step, "published") if own is not None else (None, "none")
        if named and self._same(named.at, candidate.start, self._ends):
            return named.year, "context"
        if named and self._same(named.at, candidate.start, self._lines):
            # A report goes on in its year (2022年，…。3月，…), a plan does not go on in a far one.
            told = own is not None and named.year < own and named.opens and not candidate.is_marked
            if own is None or named.fine or named.year == own or told:
                return named.year, "context"
        if own is None:
            return None, "none"
        return self._own_year(point, candidate, own), "published"

    def _own_year(self, point: Point, candidate: Candidate, own: int) -> int:
        """The document's year, or the next one for `3月底前` in a notice of December."""
        day = self._reference.day
        covered = extent(point, own, day.month if day else None)
        planned = candidate.kind == "point" and (candidate.tail == "before" or candidate.lead in ("到", "至") or point.is_end)
        too_late = timedelta() if point.feast else _TOO_LATE
        if day and covered and planned and point.relative != NEAREST and day.year == own and day - covered.last > too_late:
            return own + 1
        return own

    @staticmethod
    def _same(start: int, end: int, borders: list[int]) -> bool:
        """Whether no border lies between two offsets."""
        return bisect.bisect_left(borders, start) == bisect.bisect_left(borders, end)

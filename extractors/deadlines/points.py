"""What the grammar of times finds: points, and candidates made of points with the words around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: `point` one time, `range` from one to another, `span` a length (三年内), `issue` counted from the document's own issue (印发之日起),
#: `every` a recurring time, `earlier` before another limit (提前一年).
Kind = Literal["point", "range", "span", "issue", "every", "earlier"]
#: The word at the end of an expression: `before` 前, `within` 内, `during` 期间, `since` 以来, `after` 后, `on` 起, `until` 止; "" none.
Tail = Literal["", "before", "within", "during", "since", "after", "on", "until"]
#: `Point.relative` of 年底, 年内, 月底: the year named last nearby, else the document's own.
NEAREST = "年"
#: `Candidate.lead` where a label says the time is a limit (`完成时限：`).
LIMIT_LEAD = "限"
#: `Candidate.lead` where nothing may be done before the time (`不得早于2021年6月`).
NOT_BEFORE_LEAD = "早"
#: `Candidate.lead` where the days are counted from the one after the issue (`刊登公报之次日起60日内`).
NEXT_DAY = "次日"
#: `Candidate.lead` of how long a rule holds (`有效期5年`, `试行两年`).
VALIDITY = "有效期"


@dataclass(frozen=True, slots=True)
class Point:
    """One time as written; what the words leave open is None.

    `relative` is the word that stands for the year (今年), `plan` the number of a five-year plan, `part` a part of a year or plan
    (上半年, 末, 前三年), `feast` a day known by its name (春节), `edge` the end of the whole that is meant (底, 初, 中).
    """

    year: int | None = None
    relative: str | None = None
    month: int | None = None
    day: int | None = None
    ten_days: str | None = None
    quarter: int | None = None
    part: str | None = None
    plan: str | None = None
    feast: str | None = None
    edge: str | None = None

    @property
    def names_year(self) -> bool:
        """Whether the words themselves name the year, as a number or as that of a plan."""
        return self.year is not None or self.plan is not None

    @property
    def only_year(self) -> bool:
        """Whether nothing finer than a year, or a plan, is named."""
        return self.month is None and self.day is None and self.quarter is None and self.part is None and self.feast is None

    @property
    def is_end(self) -> bool:
        """Whether the end of something is meant: 2025年底, “十四五”末."""
        return self.edge in ("底", "末") or bool(self.plan and self.part and "末" in self.part)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A time expression at `[start, end)`; `core` is where the point stands, without lead and tail.

    `amount` and `measure` are the length of a `span` (三年内: 3 年) or of what follows an `issue` (印发之日起30日内: 30 日).
    """

    start: int
    end: int
    kind: Kind
    core: tuple[int, int]
    lead: str = ""
    tail: Tail = ""
    first: Point = Point()
    last: Point | None = None
    amount: int | None = None
    measure: str = ""

    @property
    def is_start(self) -> bool:
        """Whether the lead says from when: 自, 从."""
        return self.lead in ("自", "从", "自从")

    @property
    def is_cutoff(self) -> bool:
        """Whether the lead is 截至 or 截止, which state a balance as often as a limit."""
        return self.lead.startswith("截")

    @property
    def is_marked(self) -> bool:
        """Whether a word at the time says that it bounds something; a bare `2025年` does not."""
        return bool(self.lead or self.tail or (self.last or self.first).is_end)

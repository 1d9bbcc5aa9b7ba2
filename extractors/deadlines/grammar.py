"""The grammar of written times: where a time expression stands and what its parts are, before anything is resolved or judged.

A *point* is a year, month, day, quarter, half or plan period, with an edge (底 end, 末 end, 初 beginning, 中 middle). Around it
stand a *lead* (到 by, 自 from, …) and a *tail* (前 before, 起 from … on, 内 within, 期间 during, …): `到2021年6月底前` is the point
`2021年6月` with edge 底, lead 到 and tail 前. Reading starts only where a head such as a year or 每 stands, each reader looks at a
bounded stretch, so a text is read in linear time.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from extractors.deadlines import patterns
from extractors.deadlines.columns import stands_under
from extractors.deadlines.lexicon import lexicon
from extractors.deadlines.points import LIMIT_LEAD, NEAREST, NEXT_DAY, NOT_BEFORE_LEAD, VALIDITY, Candidate, Point, Tail
from extractors.numerals import read_number

if TYPE_CHECKING:
    import re

#: The Republic's year 1 is 1912.
_REPUBLIC_BEGINS = 1911
#: What stands between the members of a list of times.
_JOINTS = frozenset(["、", "和", "及", "与", "以及", "或"])
#: How far back a lead is looked for; 截止到 and 自从 are the longest, with a space and a quotation mark.
_LEAD_REACH = 6
_LABEL_REACH = 10
#: More years than anything is given: 争取2030年 names a year.
_LONGEST_SPENT = 20
#: 本公告 before 刊登公报.
_NOTICE = 3


def number(written: str) -> int:
    """A whole number as written in a date; the letters some texts put for zero are read as zero. `元` of 元月 is 1."""
    if written == "元":
        return 1
    value = read_number(patterns.ZERO.sub("〇", written) if written[0] in "一二" else written)
    return int(value) if value is not None else 0


def candidates(text: str) -> list[Candidate]:
    """Every time expression of `text`, in order, none overlapping; nothing is judged yet."""
    republic = "中华民国" in text
    head = patterns.REPUBLIC_HEAD if republic else patterns.HEAD
    found: list[Candidate] = []
    at = 0
    while match := head.search(text, at):
        candidate = _read(text, match.start(), republic)
        if candidate is None or candidate.end <= match.start():
            at = match.start() + 1
            continue
        if found and candidate.start < found[-1].end:
            candidate = replace(candidate, start=found[-1].end, lead="")
        found.append(candidate)
        at = candidate.end
    return _coordinated(text, found)


def _coordinated(text: str, found: list[Candidate]) -> list[Candidate]:
    """Give each member of a list what stands once: `到2023年和2025年` the lead, `7月9日、10月15日前` the tail and edge."""

    def joined(left: Candidate, right: Candidate) -> bool:
        return left.kind == right.kind == "point" and text[left.end : right.start] in _JOINTS

    for index in range(1, len(found)):
        left, right = found[index - 1], found[index]
        if left.lead and not (left.tail or right.lead or right.tail) and joined(left, right):
            found[index] = replace(right, lead=left.lead)
    for index in range(len(found) - 2, -1, -1):
        left, right = found[index], found[index + 1]
        if left.lead or left.tail or left.first.edge or not joined(left, right):
            continue
        if right.tail == "before" or right.first.edge or (right.tail == "during" and left.first.plan and right.first.plan):
            found[index] = replace(left, tail=right.tail, first=replace(left.first, edge=right.first.edge))
    return found


def _read(text: str, at: int, republic: bool) -> Candidate | None:
    return (
        _read_every(text, at)
        or _read_issue(text, at, republic)
        or _read_earlier(text, at)
        or _read_range(text, at, republic)
        or _read_single(text, at, republic)
        or _read_span(text, at)
    )


def _read_every(text: str, at: int) -> Candidate | None:
    """每年, 按月, and what belongs to them: 每年6月底前, 每年3月至5月, 每季度结束后10日内."""
    match = patterns.EVERY.match(text, at)
    if match is None or text.startswith(lexicon().words("every", "not_before"), match.end()):
        return None
    end = match.end()
    if match[0].startswith("每年"):
        of = end + text.startswith("的", end)
        inner = _read_range(text, of, False) or _read_single(text, of, False)
        while inner:
            end = inner.end
            joint = patterns.EVERY_AND.match(text, end)
            inner = _read_single(text, joint.end(), False) if joint else None
    if end == match.end() and (rest := patterns.EVERY_AFTER.match(text, end)):
        end = rest.end()
    return Candidate(at, end, "every", (at, end))


def _read_issue(text: str, at: int, republic: bool) -> Candidate | None:
    """本通知印发之日起30日内, 自即日起, 自同日, 即日起至6月底; the head is the verb, 自 and the document's own name stand before it."""
    if text.startswith("现在", at):
        now = patterns.NOW.match(text, at - 1) or patterns.NOW.match(text, at)
        return _read_until(text, now.span(), republic) if now else None
    if notice := patterns.GAZETTE.match(text, max(0, at - _NOTICE)) or patterns.GAZETTE.match(text, at):
        lead = "" if notice["next"] == "之日" else NEXT_DAY
        span = notice.span()
        return Candidate(*span, "issue", span, lead=lead, tail="within", amount=number(notice["n"]), measure=notice["measure"])
    reach = max(0, at - 2 * _LEAD_REACH)
    before = patterns.ISSUE_LEAD.search(text[reach:at])
    match = patterns.ISSUE.match(text, reach + before.start() if before else at) or patterns.ISSUE.match(text, at)
    if match is None or not (match["now"] or match["same"] or match["lead"] or match["self"]):
        return None
    # 本方案下发1个月内 counts from the issue too, but a verb alone names no day.
    if not (match["now"] or match["same"] or match["day"] or (match["self"] and match["n"])):
        return None
    core = match.span()
    if match["same"]:
        return Candidate(*core, "issue", core, lead="同日")
    if match["n"] is None and (until := _read_until(text, core, republic)):
        return until
    amount = number(match["n"]) if match["n"] else None
    tail: Tail = "after" if match["within"] == "后" else "within" if match["within"] else "on"
    return Candidate(*core, "issue", core, lead=(match["lead"] or "").strip(), tail=tail, amount=amount, measure=match["measure"] or "")


def _read_until(text: str, core: tuple[int, int], republic: bool) -> Candidate | None:
    """From the issue to a time that the words name: 即日起至6月底."""
    joint = patterns.ISSUE_UNTIL.match(text, core[1])
    read = _read_point(text, joint.end(), republic) if joint else None
    return Candidate(core[0], read[1], "issue", core, tail="until", last=read[0]) if read else None


def _read_earlier(text: str, at: int) -> Candidate | None:
    match = patterns.EARLIER.match(text, at)
    if match is None:
        return None
    return Candidate(at, match.end(), "earlier", match.span(), amount=number(match["n"]), measure=match["measure"])


def _is_spent(text: str, at: int, match: re.Match[str], lead: str, amount: int) -> bool:
    """Whether bare years are the time that something takes: `经过3—5年改革`, `争取5年培训茶农`; not `争取2030年建成`, `经过3年的协商`."""
    if match["measure"] != "年" or amount > _LONGEST_SPENT:
        return False
    if lead in ("经过", "通过"):
        return patterns.EFFORT.match(text, match.end()) is not None
    return not lead and text.endswith(("争取", "力争"), 0, at) and patterns.OUTRIGHT.match(text, match.end()) is not None


def _sums_up(text: str, at: int, match: re.Match[str], amount: int) -> bool:
    """Whether bare years open a clause that tells what they come to: `三年累计培训农民2万人`; not `三年总投资`, `连续三年完成`."""
    if match["measure"] != "年" or not 1 < amount <= _LONGEST_SPENT or match["to"] or match["time"]:
        return False
    return patterns.SUM_OPENS.search(text[max(0, at - 3) : at]) is not None and patterns.SUMMED.match(text, match.end()) is not None


def _read_span(text: str, at: int) -> Candidate | None:
    """三年内, 用3年时间, 未来五年, 有效期5年, 三年累计; a number and 年 alone is no time."""
    if valid := patterns.VALID.match(text, at):
        return Candidate(at, valid.end(), "span", valid.span(), lead=VALIDITY, tail="within", amount=number(valid["n"]), measure="年")
    match = patterns.SPAN.match(text, at)
    if match is None:
        return None
    lead, start = match["lead"] or "", at
    if not lead and (before := patterns.SPAN_LEAD.search(text[max(0, at - 4) : at])):
        lead, start = before[0].strip(), at - len(before[0])
    amount = number(match["to"] or match["from"])
    sums_up = not lead and not match["within"] and _sums_up(text, at, match, amount)
    if not (sums_up or match["within"] or (match["time"] and lead) or lead in ("未来", "今后") or _is_spent(text, at, match, lead, amount)):
        return None
    tail: Tail = "during" if sums_up or match["within"] == "期间" else "within"
    return Candidate(start, match.end(), "span", match.span(), lead=lead, tail=tail, amount=amount, measure=match["measure"])


def _read_range(text: str, at: int, republic: bool) -> Candidate | None:
    """`2018—2020年`, `2023年6月至12月`, `2月1日至2月底`, `2003年7—10月`, `今年9月至明年3月`, `2015年和2016年两个年度内`."""
    if (joined := patterns.JOINED_YEARS.match(text, at)) and number(joined["first"]) < number(joined["last"]):
        core = at, joined.end("last")
        first, last = (Point(year=number(joined[name])) for name in ("first", "last"))
        return Candidate(at, joined.end(), "range", core, tail="within", first=first, last=last)
    if shared := _read_quarters(text, at, republic) or _read_months(text, at, republic):
        return shared
    first_read = _read_point(text, at, republic)
    if first_read and (separator := patterns.SEPARATOR.match(text, first_read[1])):
        first = first_read[0]
        second = _read_point(text, separator.end(), republic) or _read_day(text, separator.end(), first)
        if second and not (first.plan and not second[0].plan):
            return _surround(text, (at, second[1]), first, second[0])
    if text[at - 1 : at].isdigit() or (first_read and first_read[0].part in lexicon().school_years):
        return None
    if (short := patterns.SHORT_RANGE.match(text, at)) and short["first"][2:] < short["last"]:
        first_year, last_year = short["first"], short["first"][:2] + short["last"]
        return _surround(text, (at, short.end()), Point(year=int(first_year)), Point(year=int(last_year)))
    if days := patterns.DAYS.match(text, at):
        month = number(days["month"])
        first = Point(year=number(days["year"]) if days["year"] else None, month=month, day=number(days["first"]))
        return _surround(text, (at, days.end()), first, Point(month=month, day=number(days["last"])))
    return _read_half_range(text, at, republic)


def _read_quarters(text: str, at: int, republic: bool) -> Candidate | None:
    """`三、四季度`, `2023年第一至三季度`: quarters in order that share one word. A label is no quarter (`三、二季度形势`)."""
    point, end = _read_year(text, at, republic)
    match = patterns.QUARTERS.match(text, end)
    if match is None or number(match["first"]) >= number(match["last"]):
        return None
    first, last = replace(point, quarter=number(match["first"])), replace(point, quarter=number(match["last"]))
    return _surround(text, (at, match.end()), first, last)


def _read_months(text: str, at: int, republic: bool) -> Candidate | None:
    """`7、8月`, `2023年七八月份`: months in order that share one word; `1、2月` at the head of a line is labelled, `6、12月` names two months."""
    point, end = _read_year(text, at, republic)
    match = patterns.MONTHS.match(text, end)
    if match is None or (end == at and text[at - 1 : at] in ("", "\n", "。", "；") and match["months"][0].isdigit()):
        return None
    named = [number(month) for month in (match["months"].split("、") if "、" in match["months"] else match["months"])]
    if named != list(range(named[0], named[0] + len(named))):
        return None
    return _surround(text, (at, match.end()), replace(point, month=named[0]), replace(point, month=named[-1]))


def _read_year(text: str, at: int, republic: bool) -> tuple[Point, int]:
    """The year or the word for it that stands at `at`, and where it ends; an empty point where none does."""
    if year := (patterns.REPUBLIC_YEAR if republic else patterns.YEAR).match(text, at):
        return Point(year=_year_number(year)), year.end()
    if relative := patterns.RELATIVE_YEAR.match(text, at):
        return Point(relative=relative["relative"]), relative.end()
    return Point(), at


def _year_number(year: re.Match[str]) -> int:
    """The year a match of `YEAR` names: 2023, 民国112年 2023, 05 2005."""
    if year["republic"]:
        return number(patterns.REPUBLIC_NAME.sub("", year["republic"])) + _REPUBLIC_BEGINS
    value = number(year["year"])
    return value if value >= 100 else value + (2000 if value < 50 else 1900)


def _read_half_range(text: str, at: int, republic: bool) -> Candidate | None:
    """A range whose first half leaves its unit to the second: `2018—2020年`, `7—10月`."""
    half = patterns.HALF_RANGE.match(text, at)
    if half is None or not (half["year"] or half["month"]):
        return None
    second = _read_point(text, half.end(), republic)
    if second is None or second[0].plan or second[0].relative:
        return None
    last = second[0]
    year, month, day = (number(half[part]) if half[part] else None for part in ("year", "month", "day"))
    first = Point(year=year, month=month, day=day)
    if first.month is None and last.year is None:
        return None
    if (first.month is None) != (last.month is None) and not (first.year and last.year):
        return None
    return _surround(text, (at, second[1]), first, last)


def _read_day(text: str, at: int, first: Point) -> tuple[Point, int] | None:
    """The day that ends a range inside one month (`6月1日至30日`)."""
    match = patterns.DAY.match(text, at) if first.day is not None else None
    return (Point(month=first.month, day=number(match["day"])), match.end()) if match else None


def _read_single(text: str, at: int, republic: bool) -> Candidate | None:
    read = _read_point(text, at, republic)
    return _surround(text, (at, read[1]), read[0], None) if read else None


def _surround(text: str, core: tuple[int, int], first: Point, last: Point | None) -> Candidate:
    """The candidate with the lead before and the tail after its point or range."""
    reach = max(0, core[0] - _LEAD_REACH)
    before = patterns.LEAD.search(text[reach : core[0]])
    start, lead = (reach + before.start(), before[0].strip(' “"')) if before else (core[0], "")
    end = core[1]
    tail: Tail = ""
    if not lead and last is None:
        labelled = patterns.LIMIT.search(text[max(0, core[0] - _LABEL_REACH) : core[0]])
        done_in = labelled is not None and patterns.DONE_IN.match(labelled[0]) is not None and text[core[1] - 1] in "月年"
        lead = LIMIT_LEAD if (labelled and not done_in) or stands_under(text, core, patterns.LIMIT_COLUMN) else ""
        if not lead and patterns.NOT_BEFORE.search(text[reach : core[0]]):
            lead = LIMIT_LEAD if text.startswith(("到期", "届满"), end) else NOT_BEFORE_LEAD
    clock = patterns.CLOCK.match(text, end)
    if match := patterns.TAIL.match(text, clock.end() if clock else end):
        end, tail = match.end(), cast(Tail, match.lastgroup)
        if "含" in text[core[1] : end] and tail == "before" and last is None:
            first = replace(first, edge=first.edge or "底")
    if tail == "before" and last is None and (included := patterns.INCLUDED.match(text, end)):
        end, first = included.end(), replace(first, edge=first.edge or "底")
    elif last is None and first.part and first.part[0] in patterns.SEASONS and (entrants := patterns.ENTRANTS.match(text, end)):
        end, tail = entrants.end(), "on"
    elif last and (same := patterns.SAME_SPAN.match(text, end)) and last.only_year and last.year and first.year:
        end = same.end() if last.year - first.year + 1 == number(same["n"]) else end
    if tail == "on" and last is None and (span := patterns.THEN_SPAN.match(text, end)):
        return Candidate(start, span.end(), "span", core, lead=lead, tail="on", first=first, amount=number(span["n"] or span["m"]), measure="年")
    return Candidate(start, end, "range" if last else "point", core, lead=lead, tail=tail, first=first, last=last)


def _read_point(text: str, at: int, republic: bool) -> tuple[Point, int] | None:
    """The point that starts at `at` and where it ends."""
    if school := patterns.SCHOOL_YEAR.match(text, at) or (patterns.REPUBLIC_SCHOOL_YEAR.match(text, at) if republic else None):
        return _school_year(school), school.end()
    point, end = _read_year(text, at, republic)
    if end > at:
        return _with_part(text, end, point)
    if plan := patterns.PLAN.match(text, at):
        return Point(plan=plan["quoted"] or plan["open"] or plan["ordinal"] + "五", part=plan["part"]), plan.end()
    if century := patterns.CENTURY.match(text, at):
        return Point(year=2050 if century["part"] == "中叶" else 2100), century.end()
    if centenary := patterns.CENTENARY.match(text, at):
        year, month = (2021, 7) if centenary["party"] else (2049, 10)
        return Point(year=year, month=month, day=1), centenary.end()
    if alone := patterns.ALONE.match(text, at):
        return _alone(alone), alone.end()
    part = patterns.PART.match(text, at)
    if part is None or part["year_edge"] or text[at] == " " or (part["part"] and part["part"][0] in patterns.SEASONS):
        return None
    return _with_part(text, at, Point())


def _school_year(match: re.Match[str]) -> Point:
    """2025—2026学年 is named by its first year; the Republic's school year begins a month earlier."""
    term = "上学期" if match["first"] else "下学期" if match["second"] else ""
    if "year" in match.re.groupindex:
        return Point(year=number(match["year"]), part=f"学年{term}")
    return Point(year=number(patterns.REPUBLIC_NAME.sub("", match["republic"])) + _REPUBLIC_BEGINS, part=f"民国学年{term}")


def _alone(match: re.Match[str]) -> Point:
    """年底, 年内, 本月底, 季末."""
    if match["month"]:
        return Point(relative=NEAREST, part="月", edge=match["month_edge"])
    if match["quarter"]:
        return Point(relative=NEAREST, part="季", edge="末")
    return Point(relative="当年" if match[0].startswith("当") else NEAREST, edge=match["year_edge"])


def _with_part(text: str, at: int, point: Point) -> tuple[Point, int]:
    """The point narrowed by the month, half, quarter or edge that follows, if any."""
    part = patterns.PART.match(text, at)
    if part is None:
        return point, at
    if part["month"]:
        day = number(part["day"]) if part["day"] else None
        return replace(point, month=number(part["month"]), day=day, ten_days=part["ten"], edge=part["month_edge"]), part.end()
    if part["part"]:
        return replace(point, part=part["part"], edge=part["part_edge"]), part.end()
    if part["feast"]:
        return replace(point, feast=part["feast"]), part.end()
    if part["quarter"]:
        return replace(point, quarter=number(part["quarter"]), edge=part["quarter_edge"]), part.end()
    return replace(point, edge=part["year_edge"]), part.end()

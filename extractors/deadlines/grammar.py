"""The grammar of written times: where a time expression stands and what its parts are, before anything is resolved or judged.

A *point* is a year, month, day, quarter, half or plan period, with an edge (底 end, 末 end, 初 beginning, 中 middle). Around it
stand a *lead* (到 by, 自 from, …) and a *tail* (前 before, 起 from … on, 内 within, 期间 during, …): `到2021年6月底前` is the point
`2021年6月` with edge 底, lead 到 and tail 前. Reading starts only where a head such as a year or 每 stands, each reader looks at a
bounded stretch, so a text is read in linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from extractors.deadlines.lexicon import lexicon
from extractors.numerals import read_number

#: `Point.relative` of 年底, 年内, 月底: the year named last nearby, else the document's own.
NEAREST = "年"

Kind = Literal["point", "range", "span", "issue", "every", "earlier"]


@dataclass(frozen=True, slots=True)
class Point:
    """One time as written; what the words leave open is None.

    `relative` is the word that stands for the year (今年), `plan` the number of a five-year plan, `part` a part of a year or plan
    (上半年, 末, 前三年), `edge` the end of the whole that is meant (底, 初, 中).
    """

    year: int | None = None
    relative: str | None = None
    month: int | None = None
    day: int | None = None
    ten_days: str | None = None
    quarter: int | None = None
    part: str | None = None
    plan: str | None = None
    edge: str | None = None

    @property
    def names_year(self) -> bool:
        """Whether the words themselves name the year, as a number or as that of a plan."""
        return self.year is not None or self.plan is not None

    @property
    def only_year(self) -> bool:
        """Whether nothing finer than a year, or a plan, is named."""
        return self.month is None and self.day is None and self.quarter is None and self.part is None


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
    tail: str = ""
    first: Point = Point()
    last: Point | None = None
    amount: int | None = None
    measure: str = ""


_QUOTES = "“”\"「」『』‘’"
_CJK_DIGITS = "一二三四五六七八九十"
_YEAR = rf"(?:19|20)\d\d|[一二][九〇○零OＯo0][〇○零OＯo0{_CJK_DIGITS}]{{2}}"
_REPUBLIC = rf"(?:中华)?民国 ?(?:\d{{1,3}}|[{_CJK_DIGITS}百零〇○]{{1,6}})"
#: In a text that names the Republic's calendar, a year needs no 民国.
_REPUBLIC_BARE = rf"(?<![\d{_CJK_DIGITS}百零〇○第])(?:[6-9]\d|1[0-4]\d|[六七八九]十[{_CJK_DIGITS}]?|一百[零〇○]?[{_CJK_DIGITS}]{{0,3}}|一[〇○零一二三四][〇○零{_CJK_DIGITS}])"
_MONTH = r"1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元"
_DAY = rf"[12]\d|3[01]|0?[1-9]|三十一?|二?十[{_CJK_DIGITS}]?|廿[{_CJK_DIGITS}]?|[一二三四五六七八九]"
_N = rf"(?:\d{{1,3}}|[两{_CJK_DIGITS}]{{1,3}})"
_NOT_IN_NUMBER = rf"(?<![\d{_CJK_DIGITS}百个.第两几])"
_RELATIVE = "|".join(sorted((*lexicon().relative_years, *lexicon().antecedent_years), key=len, reverse=True))
_PARTS = "|".join(sorted(lexicon().year_parts, key=len, reverse=True))
#: Seasons name a time only after a year; 冬季 alone is any winter, or winter sports.
_WHOLE_PARTS = "|".join(part for part in sorted(lexicon().year_parts, key=len, reverse=True) if part[0] not in "春夏秋冬")
_BOTTOM = r"底(?![线层数蕴座盘色气子本])|末(?![端梢位])|初(?![步级中次始创心等衷见期])"

_YEAR_AT = re.compile(rf"(?:(?P<republic>{_REPUBLIC})|(?P<year>{_YEAR})) ?年(?:度(?!计划|报|财政|预算|决算))?(?![代级版会鉴报])")
_REPUBLIC_YEAR_AT = re.compile(
    rf"(?:(?P<republic>{_REPUBLIC}|{_REPUBLIC_BARE})|(?P<year>{_YEAR})) ?年(?:度(?!计划|报|财政|预算|决算))?(?![代级版会鉴报])"
)
_RELATIVE_AT = re.compile(rf"(?P<relative>(?<!不){_RELATIVE})(?:度)?(?![代级版会鉴报龄])")
_PART_AT = re.compile(
    rf" ?(?:(?P<month>{_MONTH}) ?月(?:份|(?!度))?(?: ?\n?(?P<day>{_DAY}) ?[日号]|(?P<ten>[上中下])旬|(?P<medge>{_BOTTOM}|中(?=[，、。；]|之?前)))?"
    rf"|(?P<part>{_PARTS})度?(?P<pedge>[初底末])?|第?(?P<quarter>[一二三四1-4]) ?季度(?P<qedge>[初底末])?"
    rf"|年?(?P<yedge>{_BOTTOM}|中(?=[，、。；]|之?前)))"
)
_ALONE_AT = re.compile(
    rf"(?<![\d{_CJK_DIGITS}几两数多半零〇])(?:(?P<year>(?:当|本)?年)(?P<yedge>[底末初])(?![步级次始创等衷见])|年(?=内(?![容部外地需]))|(?P<month>[本当]?月)(?P<medge>底|末|初)|(?P<season>季)(?P<sedge>末))"
)
_PLAN_AT = re.compile(
    rf"(?:[{_QUOTES}] ?(?P<quoted>十[一二三四五六七八九]?五|[七八九]五) ?[{_QUOTES}]|(?P<open>十[一二三四五六七]五)(?=规划期|期间|时期|末|期末))"
    r"(?: ?(?:规划)?(?P<part>期末|末期?|前[两二三]年|后[两二三]年|头[两二三]年|初期?))?"
)
_DAY_AT = re.compile(rf"(?P<day>{_DAY}) ?[日号]")
_HALF_RANGE_AT = re.compile(
    rf"(?:(?P<year>{_YEAR}) ?年? ?)?(?:(?P<month>{_MONTH})(?: ?月份?)?(?: ?(?P<day>{_DAY}) ?[日号]?)?)?(?P<separator> ?(?:[—―–-]{{1,2}}|~|～|至|到) ?)"
)
_SEPARATOR_AT = re.compile(r" ?(?:[—―–-]{1,2}|~|～|(?:起，?)?(?:至|到)) ?")
_CLOCK_AT = re.compile(r" ?(?:（[^（）\n]{1,6}）)?(?:[上中下]午|晚)? ?(?:\d{1,2}(?:时|点|[:：]\d\d)(?:整|\d{1,2}分)?)?(?=之?前|以前|止)")
_TAIL_AT = re.compile(
    r" ?(?:（含）)?(?:(?P<before>之前|以前|前(?![三两二后列景期瞻沿端往提置五十四\d述款进半者任例身夕]))"
    r"|(?P<within>年内|以内|之内|内(?![容部外地需涵设在控陆蒙生贸河涝江网销循政审径含务]))"
    r"|(?P<during>规划期内|规划期间|期间|时期|期内)|(?P<since>以来)|(?P<after>以后|之后|后(?![续期备勤台盾方]))"
    r"|(?P<on>起(?![草步点来到诉源重降飞码初用因伏])(?:开始)?|开始(?!时))|(?P<until>为止|止(?![步跌损回])))"
)
_LEAD_BEFORE = re.compile(
    r"(?:(?P<until>截至|截止到?|直到|直至|[晚迟]于|(?<![达高复得看收谈降加升少涉回想说提遇碰找增测])到|(?<![高降升增加减乃甚])至)|(?P<on>自从|(?<![来各])自|从)|(?P<change>由)) ?[“\"]?\Z"
)
#: A label or clause that says the time is a limit, though no word stands at it: `完成时限：2022年6月`.
_LIMIT_BEFORE = re.compile(r"(?:完成时[限间]|截止(?:时间|日期|期限)|办结时[限间]|整改时限|有效期限?)(?:暂?定?为|是)?[：: \t]?\Z")
_EVERY_AT = re.compile(
    rf"(?:{lexicon().alternatives('every', 'fixed')})(?![薪计])"
    rf"|每(?:隔)?(?:[两二三四五六七八九十]|\d{{1,2}})?个?(?:半年|学年|学期|年度?|季度|季(?!度)|月份?|周|星期|天|日)"
)
_SPAN_AT = re.compile(
    rf"(?P<lead>未来|今后|用|利用|通过|经过|经)? ?(?P<from>{_N})(?: ?(?:到|至|—|-|～|~|、|或) ?(?P<to>{_N}))? ?(?P<measure>年|个月)(?:左右)?(?P<time>的?时间)?(?P<within>以内|之内|内(?![容部外地需涵设在]))?"
)
_THEN_SPAN_AT = re.compile(rf"，?(?:力争)?(?:再?用|利用|通过|经过|在)?(?P<n>{_N})年(?:左右)?的?时间内?")
_ISSUE_AT = re.compile(
    rf"(?P<lead>[自从] ?)?(?P<self>{lexicon().alternatives('issue', 'self')})?(?:正式)?(?:{lexicon().alternatives('issue', 'verbs')})"
    rf"(?:之日|当日|日)(?P<on>起)?(?:(?P<n>{_N}) ?(?P<measure>日|天|个月|年|个工作日)(?P<within>之内|以内|内|后))?"
    r"|(?P<now>[自从]?即日)起?|[自从](?P<same>同日)起?"
)
_VALID_AT = re.compile(rf"有效期限?(?:为|是)?(?P<n>{_N})年")
_EARLIER_AT = re.compile(rf"提前(?P<n>{_N}) ?(?P<measure>年|个月)")
_HEAD = re.compile(
    rf"{_YEAR}|(?:中华)?民国|今明两年|有效期|{_RELATIVE}|[{_QUOTES}] ?(?:十|[七八九]五)|十[一二三四五六七]五|{_NOT_IN_NUMBER}(?:{_MONTH})(?: ?[—–~～至-] ?(?:{_MONTH}))? ?月|{_WHOLE_PARTS}|第?[一二三四1-4] ?季度"
    rf"|[本当]?年[底末内初]|[本当]?月[底末初]|季末|即日|同日|每|逐|按|提前|未来|今后|{_NOT_IN_NUMBER}{_N}(?: ?(?:到|至|—|-|～|~|、|或) ?{_N})? ?(?:年|个月)"
    rf"|(?:{lexicon().alternatives('issue', 'verbs')})(?:之日|当日)"
)
_REPUBLIC_HEAD = re.compile(rf"{_REPUBLIC_BARE} ?年|{_HEAD.pattern}")


#: What stands between the members of a list of times.
_JOINTS = frozenset(["、", "和", "及", "与", "以及", "或"])


def number(written: str) -> int:
    """A whole number as written in a date; the letters some texts put for zero are read as zero. `元` of 元月 is 1."""
    if written == "元":
        return 1
    value = read_number(re.sub("[OＯo0○](?=[〇○零OＯo0一二三四五六七八九]|$)", "〇", written) if written[0] in "一二" else written)
    return int(value) if value is not None else 0


def candidates(text: str) -> list[Candidate]:
    """Every time expression of `text`, in order, none overlapping; nothing is judged yet."""
    republic = "中华民国" in text
    head = _REPUBLIC_HEAD if republic else _HEAD
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
        if not (left.lead or left.tail or left.first.edge) and (right.tail == "before" or right.first.edge) and joined(left, right):
            found[index] = replace(left, tail=right.tail, first=replace(left.first, edge=right.first.edge))
    return found


def _read(text: str, at: int, republic: bool) -> Candidate | None:
    for reader in (_read_every, _read_issue, _read_earlier):
        if candidate := reader(text, at):
            return candidate
    return _read_range(text, at, republic) or _read_single(text, at, republic) or _read_span(text, at)


def _read_every(text: str, at: int) -> Candidate | None:
    match = _EVERY_AT.match(text, at)
    if match is None or text.startswith(tuple(lexicon().words("every", "not_before")), match.end()):
        return None
    end = match.end()
    # 每年6月底前, 每年3月至5月, 每季度结束后10日内: one expression.
    if rest := re.compile(rf"(?:结束|终了)?后 ?{_N} ?(?:个工作日|日|天|个月)(?:之内|以内|内)?").match(text, end):
        end = rest.end()
    elif match[0].startswith("每年") and (inner := _read_range(text, end, False) or _read_single(text, end, False)):
        end = inner.end
        while (joint := re.compile("[、和及与]").match(text, end)) and (inner := _read_single(text, joint.end(), False)):
            end = inner.end
    elif rest := re.compile(r"(?:月|季|年)?[初底末](?:之?前)?").match(text, end):
        end = rest.end()
    return Candidate(at, end, "every", (at, end))


def _read_issue(text: str, at: int) -> Candidate | None:
    start = at
    # The head is the verb; 自 and the document's own name stand before it.
    before = re.compile(rf"(?:[自从] ?)?(?:{lexicon().alternatives('issue', 'self')})?(?:正式)?\Z").search(text[max(0, at - 12) : at])
    if before:
        start = max(0, at - 12) + before.start()
    match = _ISSUE_AT.match(text, start) or _ISSUE_AT.match(text, at)
    if match is None:
        return None
    if not (match["now"] or match["same"]) and not (match["lead"] or match["self"]):
        return None
    core = (match.start(), match.end())
    if match["same"]:
        return Candidate(*core, "issue", core, lead="自", tail="同日")
    amount = number(match["n"]) if match["n"] else None
    tail = "后" if match["within"] == "后" else "起"
    return Candidate(*core, "issue", core, lead=match["lead"] or "", tail=tail, amount=amount, measure=match["measure"] or "")


def _read_earlier(text: str, at: int) -> Candidate | None:
    match = _EARLIER_AT.match(text, at)
    return match and Candidate(at, match.end(), "earlier", (at, match.end()), amount=number(match["n"]), measure=match["measure"])


def _read_span(text: str, at: int) -> Candidate | None:
    if valid := _VALID_AT.match(text, at):
        return Candidate(at, valid.end(), "span", (at, valid.end()), lead="有效期", tail="内", amount=number(valid["n"]), measure="年")
    match = _SPAN_AT.match(text, at)
    if match is None:
        return None
    lead = match["lead"] or ""
    if not lead and (before := re.search(r"(?:未来|今后|再?用|利用|通过|经过|经) ?\Z", text[max(0, at - 4) : at])):
        lead = before[0].strip()
    if not (match["within"] or (match["time"] and lead) or lead in ("未来", "今后")):
        return None
    start = at - len(lead) if lead and not match["lead"] else at
    amount = number(match["to"] or match["from"])
    return Candidate(start, match.end(), "span", (at, match.end()), lead=lead, tail="内", amount=amount, measure=match["measure"])


def _read_range(text: str, at: int, republic: bool) -> Candidate | None:
    """`2018—2020年`, `2023年6月至12月`, `2月1日至2月底`, `2003年7—10月`, `今年9月至明年3月`."""
    first_read = _read_point(text, at, republic)
    if first_read and (separator := _SEPARATOR_AT.match(text, first_read[1])):
        first = first_read[0]
        second = _read_point(text, separator.end(), republic) or _read_day(text, separator.end(), first)
        if second and not (first.plan and not second[0].plan):
            return _surround(text, (at, second[1]), first, second[0])
    half = _HALF_RANGE_AT.match(text, at)
    if half is None or not (half["year"] or half["month"]) or text[at - 1 : at].isdigit():
        return None
    second = _read_point(text, half.end(), republic)
    if second is None or second[0].plan or second[0].relative:
        return None
    first = Point(year=number(half["year"]) if half["year"] else None, month=number(half["month"]) if half["month"] else None)
    if (first.month is None) != (second[0].month is None) and not (first.year and second[0].year):
        return None
    if first.month is None and second[0].year is None:
        return None
    if half["day"]:
        first = replace(first, day=number(half["day"]))
    return _surround(text, (at, second[1]), first, second[0])


def _read_day(text: str, at: int, first: Point) -> tuple[Point, int] | None:
    """The day that ends a range inside one month (`6月1日至30日`)."""
    match = _DAY_AT.match(text, at) if first.day is not None else None
    return (Point(month=first.month, day=number(match["day"])), match.end()) if match else None


def _read_single(text: str, at: int, republic: bool) -> Candidate | None:
    read = _read_point(text, at, republic)
    return _surround(text, (at, read[1]), read[0], None) if read else None


def _surround(text: str, core: tuple[int, int], first: Point, last: Point | None) -> Candidate:
    """The candidate with the lead before and the tail after its point or range."""
    before = _LEAD_BEFORE.search(text[max(0, core[0] - 6) : core[0]])
    start, lead = (max(0, core[0] - 6) + before.start(), before[0].strip(' “"')) if before else (core[0], "")
    end, tail = core[1], ""
    if not lead and last is None and _LIMIT_BEFORE.search(text[max(0, core[0] - 10) : core[0]]):
        lead = "限"
    if clock := _CLOCK_AT.match(text, end):
        end = clock.end()
    if tail_match := _TAIL_AT.match(text, end):
        end, tail = tail_match.end(), str(tail_match.lastgroup)
    elif clock:
        end = core[1]
    if tail == "on" and last is None and (span := _THEN_SPAN_AT.match(text, end)):
        return Candidate(start, span.end(), "span", core, lead=lead, tail="on", first=first, amount=number(span["n"]), measure="年")
    return Candidate(start, end, "range" if last else "point", core, lead=lead, tail=tail, first=first, last=last)


def _read_point(text: str, at: int, republic: bool) -> tuple[Point, int] | None:
    """The point that starts at `at` and where it ends."""
    if year := (_REPUBLIC_YEAR_AT if republic else _YEAR_AT).match(text, at):
        if year["republic"]:
            value = number(re.sub("(?:中华)?民国 ?", "", year["republic"])) + 1911
        else:
            value = number(year["year"])
        return _with_part(text, year.end(), Point(year=value))
    if relative := _RELATIVE_AT.match(text, at):
        return _with_part(text, relative.end(), Point(relative=relative["relative"]))
    if plan := _PLAN_AT.match(text, at):
        return Point(plan=plan["quoted"] or plan["open"], part=plan["part"]), plan.end()
    if alone := _ALONE_AT.match(text, at):
        return _alone(alone)
    part = _PART_AT.match(text, at)
    if part is None or part["yedge"] or text[at] == " " or (part["part"] and part["part"][0] in "春夏秋冬"):
        return None
    return _with_part(text, at, Point())


def _alone(match: re.Match[str]) -> tuple[Point, int]:
    if match["month"]:
        return Point(relative=NEAREST, part="月", edge=match["medge"]), match.end()
    if match["season"]:
        return Point(relative=NEAREST, part="季", edge="末"), match.end()
    return Point(relative="当年" if match[0].startswith("当") else NEAREST, edge=match["yedge"]), match.end()


def _with_part(text: str, at: int, point: Point) -> tuple[Point, int]:
    part = _PART_AT.match(text, at)
    if part is None:
        return point, at
    if part["month"]:
        month, day = number(part["month"]), number(part["day"]) if part["day"] else None
        return replace(point, month=month, day=day, ten_days=part["ten"], edge=part["medge"]), part.end()
    if part["part"]:
        return replace(point, part=part["part"], edge=part["pedge"]), part.end()
    if part["quarter"]:
        return replace(point, quarter=number(part["quarter"]), edge=part["qedge"]), part.end()
    return replace(point, edge=part["yedge"]), part.end()

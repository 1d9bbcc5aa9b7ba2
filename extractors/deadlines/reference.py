"""The document's own date: what 今年, 印发之日 and a month without a year are counted from, and what separates past from future."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from extractors.deadlines.grammar import number as read
from extractors.deadlines.lexicon import lexicon
from extractors.deadlines.patterns import FULL_DATE, YEAR_NUMBER
from extractors.records import Context

#: A date that stands alone in its line or after an agency's name, and nothing goes on from it: who issued the document signs with it.
_SIGNATURE = re.compile(
    rf"(?:(?:^|(?<=\n)) ?|(?<=(?P<agency>[府厅委局办会部院室司处团 ])) ?){FULL_DATE}(?= ?(?:\n|\Z|[（(]|印发|附|抄)|(?(agency) [^前起至到，]|(?!)))"
)
_TITLE_YEAR = re.compile(r"(?<![-—–~～至\d])((?:19|20)\d\d) ?年(?!版|[-—–~～至])")
#: The document's own number, near its head: 粤府〔2012〕47号.
_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,9}[〔\[（(]((?:19|20)\d\d)[〕\]）)] ?\d{1,4} ?号")
_CITED = re.compile(r"〔((?:19|20)\d\d)〕")
#: The history at the head of a statute: which session passed it, how often it was amended.
_AMENDED = re.compile(r"次修正|次修订|(?:人民代表大会|人大常委会|常务委员会)[^。]{0,60}通过")
#: The history at the head of a rule of the Taiwan gazette.
_REVISED = re.compile("号令(?:修正|修订)")
_HEAD_OF_STATUTE = 1500
#: The number stands before the text begins.
_HEAD_OF_NOTICE = 600
#: A heading that announces what is to be done in its year: 二、2022年工作安排.
_AGENDA = re.compile(
    rf"^[^，。；：\n]{{0,8}}?(?P<year>{YEAR_NUMBER}) ?年[^，。；：\n]{{0,16}}(?:任务|安排|要求|目标|重点工作|取向|打算)[^，。；：\n]{{0,8}}$",
    re.MULTILINE,
)
#: A heading that looks back on the year before the text's own: 一、2021年工作回顾.
_LOOKS_BACK = re.compile(
    rf"^[^，。；：\n]{{0,8}}?(?P<year>{YEAR_NUMBER}) ?年[^，。；：\n]{{0,12}}(?:回顾|工作总结)[^，。；：\n]{{0,4}}$", re.MULTILINE
)
#: A day told of, not one that bounds: nothing stands at it.
_TOLD_DAY = re.compile(rf"(?<![到至从自于—~-]){FULL_DATE}(?! ?(?:之?前|以[前后]|起|止|后|至|到|底|末|[—~-]))")
_PLAN_NAMED = re.compile(rf"[“\"]({'|'.join(lexicon().plans)})[”\"](?=规划|时期|期间|期?末)")
#: A page may be put online a little before the date its notice carries.
_SLACK = timedelta(days=45)
#: A page that appears later than this after the signature was made public before it.
_SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Reference:
    """`day` the document's own date, null when nothing states it; `year` the year its plans are for, as near as can be told.

    `settled` is whether words like 印发之日 have one day: a statute amended many times names none. `period` are the years that 未来五年
    means in a policy: its own, or in the first year of a five-year plan that it speaks of, those of the plan. `shown` is the day the
    page states as its publication, where that is soon after `day`. `revised` is whether the text is a revised rule, which keeps the times
    that its earlier versions set.
    """

    day: date | None
    year: int | None
    settled: bool = True
    period: tuple[int, int] | None = None
    shown: date | None = None
    revised: bool = False


def read_reference(text: str, context: Context) -> Reference:
    """The date `text` speaks from: its issue where known, the signature where the text has one, else its publication.

    A page of 2009 that carries a notice signed in 2003 speaks from 2003; a work plan `2021年…工作要点` signed in December 2020 is
    for 2021.
    """
    day = context.issued
    if day is None and context.genre == "policy":
        day = _signed(text, context.published)
    day = day or context.published
    settled = not _AMENDED.search(text, 0, _HEAD_OF_STATUTE)
    year = day.year if day else None
    title = context.title or ""
    named = {int(match[1]) for match in _TITLE_YEAR.finditer(title)}
    if day == context.published and context.issued is None and (number := _own_number(text, context)) and (year is None or number < year):
        day, year = None, number
    if len(named) == 1 and (year is None or abs(min(named) - year) <= 1) and not _spans_years(context):
        year = min(named)
    if year is None:
        year = _inferred(text, title)
    shown = context.published
    if shown is None or day is None or not day <= shown <= day + _SOON:
        shown = day
    revised = title.endswith("修正规定") or _REVISED.search(text, 0, _HEAD_OF_STATUTE) is not None
    return Reference(day, year, settled, _period(text, context, year), shown, revised)


def _inferred(text: str, title: str) -> int | None:
    """The year an undated text speaks from, by what it says of itself, else by what it cites and tells of.

    The year of its own agenda (`二、2022年工作安排`) decides, then the one after its review (`一、2021年工作回顾`); next the latest document
    it cites or day it tells of; last the five-year plan it speaks of most.
    """
    if agenda := [read(match["year"]) for match in _AGENDA.finditer(text)]:
        return max(agenda)
    if reviewed := [read(match["year"]) for match in _LOOKS_BACK.finditer(text)]:
        return max(reviewed) + 1
    known = [int(match[1]) for match in _CITED.finditer(text)]
    known += [years[0] for name, years in lexicon().plans.items() if f"“{name}”" in title]
    known += [read(match["year"]) for match in _TOLD_DAY.finditer(text)]
    if known:
        return max(known)
    plans = Counter(_PLAN_NAMED.findall(text))
    return lexicon().plans[max(plans, key=lambda name: (plans[name], name))][0] if plans else None


def _spans_years(context: Context) -> bool:
    return context.period is not None and context.period[0] < context.period[1]


def _period(text: str, context: Context, year: int | None) -> tuple[int, int] | None:
    if context.genre != "policy":
        return None
    if _spans_years(context):
        return context.period
    named = next((name for name, years in lexicon().plans.items() if years[0] == year), None)
    return lexicon().plans[named] if named and f"“{named}”" in text else None


def _own_number(text: str, context: Context) -> int | None:
    """The year in the document's own number, which stands in a line of its own or right after the title."""
    if context.genre != "policy":
        return None
    match = _NUMBER.search(text, 0, _HEAD_OF_NOTICE)
    return int(match[1]) if match and "《" not in text[: match.start()] else None


def _signed(text: str, published: date | None) -> date | None:
    """The latest signature that is not after the publication."""
    days = []
    for match in _SIGNATURE.finditer(text):
        try:
            day = date(read(match["year"]), read(match["month"]), read(match["day"]))
        except ValueError:
            continue
        if published is None or day <= published + _SLACK:
            days.append(day)
    return max(days) if days else None

"""Which times bound an action: not datelines, signatures, names of documents, comparisons or what has already happened.

`到2025年，建成…` bounds; `2020年，全省建成…` in a text of 2021 reports; `比2020年增长` compares; `2021年度工作计划` is a name. A time is past or
future against the document's own date; where it covers that date (今年), the words of the sentence decide.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from extractors.deadlines.grammar import Point
from extractors.deadlines.lexicon import lexicon
from extractors.deadlines.reference import Reference
from extractors.deadlines.resolving import Resolved
from extractors.words import tags

_WORDS = lexicon()
_PAST = re.compile(rf"{_WORDS.alternatives('judgement', 'past')}|(?<![为除罢])(?<!{')(?<!'.join(_WORDS.words('judgement', 'stating'))})了(?!解|结|如)")
_INTENT = re.compile(rf"(?<![已曾经])将|(?<![主重需不首])要(?!求)|{_WORDS.alternatives('judgement', 'future')}")
_FUTURE = re.compile(rf"{_INTENT.pattern}|{_WORDS.alternatives('judgement', 'action')}")
_DESCRIBING = tuple(_WORDS.words("judgement", "describing"))
#: 面临 "is faced with" as the predicate, not in 对面临困难的企业.
_FACED = re.compile(r"，?[^，。；\n]{0,16}(?<![对给为])面临")
_ADVERBIAL_AFTER = tuple(_WORDS.words("judgement", "adverbial_after"))
#: A verb and 的: the time belongs to a clause inside a noun phrase (`上半年开展的工作`).
_RELATIVE_CLAUSE = re.compile(r"[^，。；、\n]{1,4}的")
#: What was done by a time long gone describes a noun (`2000年底前建成的小区`).
_IN_NOUN = re.compile(r"[^，。；、\n]{1,16}的")
_PREDICATES = tuple(_WORDS.words("judgement", "predicates"))
_PLAN_VERBS = tuple(_WORDS.words("judgement", "plan_verbs"))
_NOT_AFTER = tuple(_WORDS.words("judgement", "not_after"))
_NOT_BEFORE = tuple(_WORDS.words("judgement", "not_before"))
_NAME = re.compile(rf"[^，。；：、！？\n]{{0,28}}?(?:{_WORDS.alternatives('judgement', 'names')})(?=[，。；：、》”）（()\s]|的|和|\Z|表)")
#: A rule's history names when its earlier versions came into force.
_HISTORY = re.compile(r"修正发布|修订发布|号令|令第")
#: How the name of a policy ends, before its period in brackets.
_TITLE_ENDS = ("方案", "规划", "计划", "纲要", "行动", "意见", "办法", "任书", "要点", "战略", "措施", "策略", "》", "〉")
#: The last character of an agency's name, which a signature's date follows.
_AGENCY_ENDS = tuple("府厅委局办会部院室司处团")
_SENTENCE_END = re.compile(r"[。！？；\n]")
_CLAUSE_EDGE = frozenset("，。；：、！？,;:.!?\n\t （）()“”《》【】—•·")
_FORCE = re.compile(r"(?:正式|开始)?(?:施行|实施|执行|生效|废止|停止执行|起效|适用)(?!的|以来|后|情况)")
_DATELINE = re.compile(r"[^，。\n]{0,6}(?:电|讯)(?:[（(，。： ]|记者)| ?[（(]此[件文]| ?印发|\s*\n|\s*\Z| [\u4e00-\u9fff]{2}| ?[^，。；\n]{0,40}(?:会议|大会|令第|通过|公布|修正|修订|发布)")
#: What a policy said is quoted with one of these.
_DEMANDED = re.compile(r"提出|要求|明确|规定|目标")
#: What can be finished within a length of time, as against what lasts that long.
_COMPLETION = re.compile(r"完成|实现|建成|到位|达到|解决|形成|翻番|覆盖|打造|基本|建设|培育|达标|消除|完毕|下降|降低|提高|提升|全面")
#: What says that a period of validity is the document's own.
_OWN_VALIDITY = re.compile(r"本(?:办法|意见|通知|方案|规定|细则|措施|政策|文件|实施|指南|条例|公告|规范|标准)|起(?:施行|实施|执行|生效)")
#: A page published a little after the day a text names may still speak of it as due.
_GRACE = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the judgement needs of the text: the document's date, its genre, where it looks back and where titles stand."""

    text: str
    reference: Reference
    news: bool
    reviews: Sequence[tuple[int, int]]
    titles: Sequence[tuple[int, int]]
    ends: Sequence[int]


def surroundings(text: str, reference: Reference, news: bool, reviews: Sequence[tuple[int, int]], titles: Sequence[tuple[int, int]]) -> Surroundings:
    """Collect the sentence borders of `text` once; spans must be in order."""
    return Surroundings(text, reference, news, reviews, titles, [match.start() for match in _SENTENCE_END.finditer(text)])


def within(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether an offset lies in one of the spans, which are in order and disjoint."""
    index = bisect.bisect_right(spans, (at, 1 << 62)) - 1
    return index >= 0 and at < spans[index][1]


def bounds_action(resolved: Resolved, around: Surroundings) -> bool:
    """Whether a resolved time expression is a deadline."""
    candidate = resolved.candidate
    kind = candidate.kind
    if kind == "every":
        return _is_regular(resolved, around)
    if kind == "issue":
        return True
    if kind == "earlier":
        return resolved.date_to is not None
    if kind == "span" and candidate.tail != "on":
        return _is_planned_span(resolved, around)
    return _is_bounding(resolved, around)


def _sentence(around: Surroundings, at: int) -> tuple[int, int]:
    index = bisect.bisect_left(around.ends, at)
    start = around.ends[index - 1] + 1 if index else 0
    return start, around.ends[index] if index < len(around.ends) else len(around.text)


def _cues(resolved: Resolved, around: Surroundings) -> tuple[bool, bool]:
    """Whether the words around speak of the past, and of the future.

    The clause that follows the time decides where it says anything, then the rest of the sentence, at most 120 characters on and
    40 back.
    """
    core = resolved.candidate.core
    start, end = _sentence(around, core[0])
    if _FUTURE.search(around.text[max(start, core[0] - 4) : core[0]]):
        return False, True
    near = around.text[core[1] : min(end, core[1] + 40)]
    past, future = _PAST.search(near), _FUTURE.search(near)
    if bool(past) != bool(future):
        return bool(past), bool(future)
    ahead = around.text[core[1] : min(end, core[1] + 120)]
    back = around.text[max(start, core[0] - 40) : core[0]]
    return bool(_PAST.search(ahead) or _PAST.search(back)), bool(_FUTURE.search(ahead) or _FUTURE.search(back))


def _is_intended(resolved: Resolved, around: Surroundings) -> bool:
    """Whether the time itself stands between words of intention (`预计“十五”期间`, `今年将…`)."""
    core = resolved.candidate.core
    start, end = _sentence(around, core[0])
    return bool(_INTENT.search(around.text[max(start, core[0] - 4) : core[0]]) or _INTENT.search(around.text[core[1] : min(end, core[1] + 40)]))


def _is_regular(resolved: Resolved, around: Surroundings) -> bool:
    """每年 as an adverb; not a rate (`每月300元`, `每年约5万元`) nor a noun (`每年的盈利`)."""
    start, end = resolved.candidate.start, resolved.candidate.end
    following = around.text[end : end + 12]
    if re.match(r"(?:约|近|不低于|不超过|不少于)? ?(?:\d[\d,.]*|[一二两三四五六七八九十百千]+) ?[万亿]?元|的", following):
        return False
    if around.text[start:end] in ("每日", "每天") and not _starts_verb(following) and not following.startswith(("上", "早", "晚", "中", "下")):
        return False
    past, future = _cues(resolved, around)
    return not (past and not future and (around.news or within(around.reviews, start)))


def _is_planned_span(resolved: Resolved, around: Surroundings) -> bool:
    """三年内 as a limit set by the text; not one that runs from an event (`毕业2年内`, `自登记之日起3年内`) or looks back (`近三年内`)."""
    candidate = resolved.candidate
    if candidate.measure != "年":
        return False
    start, end = _sentence(around, candidate.start)
    if candidate.lead == "有效期":
        return bool(_OWN_VALIDITY.search(around.text[max(start, candidate.start - 60) : candidate.start]))
    back = around.text[max(start, candidate.start - 12) : candidate.start]
    following = around.text[candidate.end : min(end, candidate.end + 40)]
    if "之日" in back or following.startswith(("的", "是", "不得", "不再", "未", "无", "免", "取消", "可", "不受理", "有", "对")):
        return False
    if candidate.lead in ("用", "利用", "经过", "通过", "经"):
        return True
    opens = not back or bool(re.search(r"(?:[，、：]|计划|力争|争取|确保|要在|应在|拟在?|必须在|在) ?\Z", back))
    return opens and (candidate.lead in ("未来", "今后") or bool(_COMPLETION.search(following)))


def _is_bounding(resolved: Resolved, around: Surroundings) -> bool:
    """A point or range: by its form, then by whether it lies ahead of the document's date."""
    candidate, text = resolved.candidate, around.text
    if candidate.tail in ("since", "after") or candidate.lead == "由" or _is_dateline(resolved, around) or _is_name(resolved, around):
        return False
    if candidate.first.relative in _WORDS.antecedent_years and (candidate.first.only_year or resolved.resolved_from != "context"):
        return False
    if candidate.lead in ("自", "从", "自从") and not candidate.tail and candidate.kind == "point" and not _FORCE.match(text, candidate.end):
        return text.startswith(("到", "至"), candidate.end)
    if text.startswith("已", candidate.end):
        return False
    if (not _is_marked(resolved) or resolved.bound == "during") and not _is_adverbial(resolved, around):
        return False
    past, future = _cues(resolved, around)
    if resolved.covered is None:
        return resolved.bound == "by" and not past
    ahead = _ahead(resolved, around)
    if ahead == "future":
        return not (past and candidate.lead.startswith("截"))
    if resolved.bound == "from":
        return _begins(resolved, around, past and not future)
    if not _is_marked(resolved) and text.startswith("适用", candidate.end):
        return True
    if ahead == "past":
        return _is_still_due(resolved, around, past)
    if within(around.reviews, candidate.start) and (past or not _is_intended(resolved, around)):
        return False
    if resolved.bound == "by":
        return not (past and candidate.lead.startswith("截"))
    if around.reference.year is None and around.news and not future:
        return False
    return not past or future


def _ends(point: Point) -> bool:
    return point.edge in ("底", "末") or bool(point.plan and point.part and "末" in point.part)


def _is_marked(resolved: Resolved) -> bool:
    candidate = resolved.candidate
    return bool(candidate.lead or candidate.tail or _ends(candidate.last or candidate.first))


def _ahead(resolved: Resolved, around: Surroundings) -> Literal["past", "present", "future"]:
    """Where the time lies against the document's own date; the present is a time that covers it, or an unknown one.

    A limit (`到2025年`) lies where its last day lies.
    """
    covered, own = resolved.covered, around.reference
    if covered is None or own.year is None:
        return "present"
    first, last = covered.first, resolved.date_to or covered.last
    if own.day is None:
        return "past" if last.year < own.year else "future" if first.year > own.year else "present"
    if last < own.day:
        return "past"
    return "future" if first > own.day or (resolved.bound == "by" and last > own.day) else "present"


def _begins(resolved: Resolved, around: Surroundings, told: bool) -> bool:
    """自…起: when a rule comes into force, or work begins, not long before the document's year."""
    candidate, covered, own = resolved.candidate, resolved.covered, around.reference
    start, end = _sentence(around, candidate.start)
    current = covered is not None and (own.year is None or covered.first.year >= own.year)
    if _FORCE.match(around.text, candidate.end):
        clause = around.text[max(start, candidate.start - 20) : candidate.start]
        return current or ("本" in clause and not _HISTORY.search(around.text, start, end))
    if told or covered is None or within(around.reviews, candidate.start):
        return False
    return current or (not around.news and own.year is not None and covered.first.year == own.year - 1)


def _is_still_due(resolved: Resolved, around: Surroundings, past: bool) -> bool:
    """A limit that has run out on the day of the page: just now, lately in a notice, or quoted from a policy (`要求到2021年底`)."""
    candidate, covered, own = resolved.candidate, resolved.covered, around.reference
    if past or resolved.bound != "by" or covered is None or candidate.lead.startswith("截") or within(around.reviews, candidate.start):
        return False
    if own.day is not None and covered.last >= own.day - _GRACE:
        return True
    start, end = _sentence(around, candidate.start)
    if not around.news and own.year is not None and _IN_NOUN.match(around.text, candidate.end) is None:
        if covered.last.year == own.year or (covered.last.year == own.year - 1 and candidate.tail == "before"):
            return True
    return bool(_DEMANDED.search(around.text[max(start, candidate.start - 30) : candidate.start]))


def _is_dateline(resolved: Resolved, around: Surroundings) -> bool:
    """A day that signs, dates or publishes the page, or that belongs to a meeting or an older document."""
    candidate, text = resolved.candidate, around.text
    if candidate.lead or candidate.tail or candidate.kind == "range" or candidate.first.day is None:
        return False
    if _DATELINE.match(text, candidate.end):
        return True
    signed = text[max(0, candidate.start - 3) : candidate.start].rstrip()
    return candidate.first.year is not None and signed.endswith(_AGENCY_ENDS) and text[candidate.end : candidate.end + 1] not in "，前、"


def _is_name(resolved: Resolved, around: Surroundings) -> bool:
    """A period in brackets after a policy's name, or a year that begins one (`2021年度工作要点`)."""
    candidate, text = resolved.candidate, around.text
    core = candidate.core
    back = text[max(0, core[0] - 16) : core[0]]
    if text.startswith(("）", ")"), core[1]) and (opening := re.search(r"\s*[（(][^（()）]*\Z", back)):
        before = back[: opening.start()]
        if not before or before.endswith((*_TITLE_ENDS, "时期")) or back[opening.start()] == "\n" or text.startswith(("）的", "）》"), core[1]):
            return True
    if not candidate.first.only_year or candidate.lead or candidate.tail or candidate.first.edge:
        return False
    return bool(_NAME.match(text, core[1]))


def _is_adverbial(resolved: Resolved, around: Surroundings) -> bool:
    """Whether the time stands as an adverb (`，2025年达到`, `2025年，`), not before or inside a noun phrase (`完成2016年度统计`)."""
    candidate, text = resolved.candidate, around.text
    core, end, marked = candidate.core, candidate.end, _is_marked(resolved)
    following = text[end : end + 10]
    back = text[max(0, candidate.start - 6) : candidate.start]
    if back.endswith(("早于", "先于")):
        return False
    if following.startswith((*_NOT_BEFORE, *_DESCRIBING)) or _FACED.match(text, end):
        return False
    verb = _starts_verb(following)
    if text[core[1] - 1] == "度" and not candidate.tail and not text.startswith("季", core[1] - 2) and not verb:
        return False
    if candidate.first.only_year and not candidate.tail and _is_cell(text, core):
        return False
    if candidate.first.plan and not candidate.tail and candidate.first.part is None:
        return following.startswith(_PLAN_VERBS)
    if marked:
        return not back.endswith(_NOT_AFTER) or bool(candidate.lead)
    opens = not back or back[-1] in _CLAUSE_EDGE or back.endswith(_ADVERBIAL_AFTER)
    if not opens and (not verb or _RELATIVE_CLAUSE.match(text, end)):
        return False
    return opens or not back.endswith(_NOT_AFTER)


def _is_cell(text: str, core: tuple[int, int]) -> bool:
    """Whether nothing else stands in the line or table cell: a column's head."""
    return (core[0] == 0 or text[core[0] - 1] in "\t\n ") and (core[1] == len(text) or text[core[1]] in "\t\n ")


def _starts_verb(following: str) -> bool:
    """Whether a predicate, or the end of the clause, comes next; a verbal noun is one only where the clause ends with it."""
    if not following or following[0] in _CLAUSE_EDGE or following.startswith(_PREDICATES):
        return True
    known = tags()
    word = next((following[:size] for size in (4, 3, 2, 1) if following[:size] in known), "")
    tag = known.get(word, "")
    return tag in ("v", "d", "p", "c", "vi", "vd") or (tag == "vn" and following[len(word) : len(word) + 1] in ("，", "。", "；"))

"""Which times bound an action: not datelines, signatures, names of documents, comparisons or what has already happened.

`到2025年，建成…` bounds; `2020年，全省建成…` in a text of 2021 reports; `比2020年增长` compares; `2021年度工作计划` is a name. A time is past or
future against the document's own date; where it covers that date (今年), the words of the sentence decide.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Literal

from extractors.deadlines.cues import Surroundings, cues, is_announced, is_intended, is_intended_here
from extractors.deadlines.lexicon import lexicon
from extractors.deadlines.points import NEAREST, VALIDITY
from extractors.deadlines.resolving import Resolved
from extractors.deadlines.wording import GOALS_FOLLOW, RELATIVE_CLAUSE, is_adverbial, is_dateline, is_described, is_name, is_rate

_WORDS = lexicon()
#: A page published a little after the day a text names may still speak of it as due.
_GRACE = timedelta(days=31)
#: 每月300元 is a rate, 每年的盈利 and 每年安排的资金 a noun; nothing is done regularly.
_RATE = re.compile(
    r"(?:[补资]助|补贴|奖励)?(?:约|近|不低于|不超过|不少于)? ?(?:\d[\d,.]*|[一二两三四五六七八九十百千]+) ?[万亿]?"
    r"(?:元|吨|方|立方米|千瓦|公斤|美元)|(?!达|实现|完成)[^，。；、\n]{0,4}的|最[高多] ?[\d.,]+ ?[万亿]?元的|固定"
)
#: What somebody must do within so many months: 各县要|在两个月内出台方案.
_SET_TO = re.compile("(?:(?<![主重需必只])要|(?<![反响供相])应|须|务必|必须)(?:在|于)?\\Z")
#: What has been done each month: 对已经按月、按季预缴税款的.
_DONE_BY_TURNS = re.compile("已经?(?:[按逐][年月季周度日]{1,2}[、或])*\\Z")
#: Told of what goes on or went on: 每月多了300元, 每年都进行, 每年就收入3万元.
_HABIT = re.compile(r"(?:都|就)(?!要|应|须|将|得)|[^，。；、\n]{0,20}(?<![为除罢终])了(?![解结如])")
_LAST_YEAR = tuple(word for word, step in _WORDS.relative_years.items() if step < 0)
#: What has gone on for years: 近年来，全市每年安排.
_FOR_YEARS = re.compile("过去[^，。；]{0,4}年|(?:近年|[几多]年|[一二两三四五六七八九十]年|以)来|长期以来|一直")
#: What is foreseen in the sentence: 预计“十四五”时期，城镇每年需解决就业….
_FORESEEN = re.compile("预计|预测|预期|(?<![已曾])将")
#: What was to come of a year that is over: 2021年产量超过亿吨的企业将达到6家; 将 alone may be 把 (2021年公司将股份转让).
_FORETOLD = re.compile(r"[^，。；\n]{0,24}将(?:要|会|达|超过|突破|增长)")
#: What happens by itself, unless the text intends it.
_TREND = re.compile(
    r"逐[年月季](?:下行|上行|走[低高强弱]|[递稳]?[增减升降上下攀][加长少小高低升降增减滑]?|提[高升]|减少|改善|好转|扩大|萎缩)[，。；、\n]"
)
#: What was done by a time long gone describes a noun (`2000年底前建成的小区`).
_IN_NOUN = re.compile(r"[^，。；、\n]{1,16}的")
#: How a rule comes into force or out of it.
_FORCE = re.compile(r"(?:正式|开始)?(?:施行|实施|执行|生效|废止|停止执行|起效|适用)(?!的|以来|后|情况)")
#: A rule in force says from when it has bound people, however long ago: 自2015年起，申请人应当….
_STANDING = re.compile("应当|应(?![用急对收届邀])|须|不得|方可|方得|始得|为限")
#: What must have been so by a time: `必须是2015年底前注册的`, `且于2015年底前取得资格`.
_CONDITION = re.compile(r"(?<!要)(?<!还)(?:是|系|属于|凡于?|且于|对于?)\Z")
#: What a year ends with, not what is due at its end: `年底结转资金不超过`, `预计年底可能形成结余的`.
_YEAR_END_BALANCE = re.compile(r"可能|[^，。；、\n]{0,12}(?:结余|结转|余额|存量|库存|欠款|欠税)")
#: What holds from a day on: `2021年7月1日后，新建项目执行新标准`, `7月1日以后不再受理`, but not `7月1日以后出厂的车辆`.
_FROM_THEN = re.compile("，|一律|不再|停止|全面|转入|执行|实行|实施|按|应当?(?![用急对])|须|不得|将|全部|正式")
#: What a revised rule set for a time that is over, and still holds of it: `2015年不得低于`.
_SETS_TERM = re.compile(r"[^。；\n]{0,40}?(?:不得|应当?(?![用急对])|须|至少)")
#: A rule's history names when its earlier versions came into force.
_HISTORY = re.compile(r"修正发布|修订发布|号令|令第")
#: What is done once, so that a plan put online late still means it for its time.
_DONE_ONCE = re.compile(r"[，：]?[^，。；\n了已]{0,16}?(?:编制|出台|制定|修订|完成|启动|印发|建成|开工|组建|成立|报送|上报)(?!的|了)")
#: What no one is told to have done is to be done: 2021年4月编制出台《…》.
_DRAWN_UP = re.compile(r"(?:编制|制定|研究|修订)?(?:出台|印发|发布|编制|制定|修订)《?[^，。；\n了已]{2,40}[。；，]")
#: A plan goes on to its next step: 一季度完成设计；二季度开工.
_NEXT_STEP = re.compile(
    r"[，；。、](?:\d{1,2} ?月份?底?前?|第?[二三四]季度|下半年|年底前?)[^，。；\n了已]{0,12}?"
    r"(?:完成|启动|开工|开展|建设|进行|建成|主体|竣工|投入|验收|推进|封顶)"
)
#: What sorts, and into how many.
_SORTS = re.compile("分[为成](?!别)|划分为|归为|归入")
_CLASSES = re.compile("[一两二三四五六七八九十\\d][个大]?(?:类|种(?!植)|档|等级|批次|情形|类别|类型)")
_NEAR, _FAR = 60, 80
#: 提前两年达到国家要求 is two years before others ask for it, not before a deadline of the text.
_AHEAD_OF_OTHERS = re.compile("(?:达到|完成|实现)(?:国家|全国|[省市]定)")
#: What a policy said is quoted with one of these.
_DEMANDED = re.compile(r"提出|要求|明确|规定|目标")
#: And so is what it sets a beginning for: 《通知》要求各茶站自2013年5月1日起.
_ORDERED = re.compile(r"》[^，。；\n]{0,4}(?:要求|规定|明确)")
#: What can be finished within a length of time, as against what lasts that long.
_COMPLETION = re.compile(_WORDS.alternatives("judgement", "completion"))
#: 年内完成…: what is to be done before the year is over, in an article too.
_WITHIN_YEAR = re.compile("(?<![0-9一二三四五六七八九十两几])年内$")
_WORK_DONE = re.compile("(?:全部|全面|基本|力争)?(?:完成|建成|实现|开工|启动|推出|出台|投产)(?!了)")
#: What begins what is said of a length of time: 力争三年内.
_SPAN_OPENS = re.compile(r"(?:[，、：而]|计划|力争|争取|确保|务求|要在|应在|拟在?|必须在|在) ?\Z")
#: After these a length of time is one that lasts or runs from an event: 三年内不得, 五年内免征, 2年内的.
_SPAN_LASTS = ("的", "是", "不得", "不再", "未", "无", "免", "取消", "可", "不受理", "有", "对", "享受", "不变")
#: A rule gives each case its time, from when the case arises: `取得土地的单位应当在两年内`, `对新形成的事项，要在2年内`; but not
#: `全省要在三年内`, `各市应在三年内`.
_RULED = re.compile(r"(?:(?P<duty>应当?|须|需)|要)在? ?\Z")
_EVERYONE = re.compile(r"(?:(?:本|我|全)[省市县区国]|各[^，。；\n的]{1,12}|国务院[^，。；\n的]{0,12})(?:都|均)?(?:应当?|须|需)在? ?\Z")
_CASE = re.compile(r"(?:^|[，：])(?:对于?(?!标|接|外|口|照|应|比)|凡|如|若|因|每)|的[^，。；\n]{0,12}，")
_SPENT = re.compile(r"[^，。；\n]{0,4}(?:使用|支出|执行|消化|发放)完毕|[^，。；\n]{0,4}(?:用完|缴清|还清|归还|偿还|补缴|补足)")
#: What says that a period of validity is the document's own.
_OWN_VALIDITY = re.compile(r"本(?:办法|意见|通知|方案|规定|细则|措施|政策|文件|实施|指南|条例|公告|规范|标准)|起(?:施行|实施|执行|生效)")


def bounds_action(resolved: Resolved, around: Surroundings) -> bool:
    """Whether a resolved time expression is a deadline."""
    candidate = resolved.candidate
    if candidate.kind == "every":
        return _is_regular(resolved, around)
    if candidate.kind == "issue":
        return True
    if candidate.kind == "earlier":
        return resolved.date_to is not None and not _AHEAD_OF_OTHERS.match(around.text, candidate.end)
    if candidate.kind == "span" and candidate.tail != "on":
        return _is_planned_span(resolved, around)
    return _is_well_formed(resolved, around) and _is_ahead(resolved, around)


def _is_regular(resolved: Resolved, around: Surroundings) -> bool:
    """每年 as an adverb; not a rate (`每月300元`), a noun (`每年的盈利`), a trend (`人数逐年增加。`) or a report of what went on each year."""
    candidate, text = resolved.candidate, around.text
    following = text[candidate.end : candidate.end + 12]
    if _RATE.match(following):
        return False
    if is_rate(candidate, text) or _DONE_BY_TURNS.search(text, max(0, candidate.start - 12), candidate.start):
        return False
    start, _ = around.sentence(candidate.start)
    if text[candidate.start - 1 : candidate.start] == "并":
        return True  # `有效控制并逐年下降`: what is to be brought about
    if (
        _TREND.match(text, candidate.start)
        or _HABIT.match(text, candidate.end)
        or _FOR_YEARS.search(text, max(start, candidate.start - _NEAR), candidate.start)
    ):
        return is_intended_here(candidate, around)
    if around.in_review(candidate.start) or around.tells:
        return is_intended(candidate, around) or _FORESEEN.search(text, start, candidate.start) is not None
    return True


def _is_planned_span(resolved: Resolved, around: Surroundings) -> bool:
    """三年内 as a limit set by the text; not one that runs from an event (`毕业2年内`, `自登记之日起3年内`) or looks back (`近三年内`)."""
    candidate, text = resolved.candidate, around.text
    if candidate.measure != "年" and not (candidate.measure == "个月" and _SET_TO.search(text, max(0, candidate.start - 4), candidate.start)):
        return False
    if candidate.tail == "during":
        if resolved.resolved_from != "context" or resolved.bound != "during":
            return False
        return text.endswith("期间", 0, candidate.end) or _is_still_to_come(resolved, around)
    start, end = around.sentence(candidate.start)
    if candidate.lead == VALIDITY:
        return _OWN_VALIDITY.search(text, max(start, candidate.start - 60), candidate.start) is not None
    back = text[max(start, candidate.start - 12) : candidate.start]
    hoped = back.endswith(("争取", "力争"))
    lasts = text.startswith(_SPAN_LASTS, candidate.end) and not GOALS_FOLLOW.match(text, candidate.end)
    if "之日" in back or (lasts and not (hoped and text[candidate.end - 1] == "年")):
        return False
    if _runs_from_a_case(resolved, around):
        return False
    if candidate.lead in ("用", "再用", "利用", "经过", "通过", "经"):
        past, future = cues(candidate, around)
        return future or not (past or around.in_review(candidate.start))
    if back and not _SPAN_OPENS.search(back):
        return False
    if hoped:
        return not around.tells or is_intended(candidate, around)
    if candidate.lead in ("未来", "今后"):
        return not (is_described(candidate, text) or (around.in_review(candidate.start) and not is_intended(candidate, around)))
    if around.tells:
        return is_intended(candidate, around)
    if resolved.resolved_from == "context":
        return True  # the years of the plan, whatever is done in them
    return _COMPLETION.search(text, candidate.end, min(end, candidate.end + 40)) is not None


def _is_still_to_come(resolved: Resolved, around: Surroundings) -> bool:
    """Whether the years of a plan that bare years stand for are not told of as over: `三年累计培训`, but not `五年累计完成了`."""
    past, _ = cues(resolved.candidate, around)
    return not (past or around.tells or around.in_review(resolved.candidate.start) or _tense(resolved, around) == "past")


def _runs_from_a_case(resolved: Resolved, around: Surroundings) -> bool:
    """Whether a length is what a rule gives each case it applies to: `收回的资金应在两年内使用完毕`, but not `全省要在三年内建成`."""
    candidate, text = resolved.candidate, around.text
    start, _ = around.sentence(candidate.start)
    before = text[max(start, candidate.start - _NEAR) : candidate.start]
    ruled = _RULED.search(before)
    if ruled is None:
        return False
    if _SPENT.match(text, candidate.end) or _CASE.search(before):
        return True
    return ruled["duty"] is not None and _EVERYONE.search(before) is None


def _is_well_formed(resolved: Resolved, around: Surroundings) -> bool:
    """Whether a point or range stands where a time that bounds something can stand."""
    candidate, text = resolved.candidate, around.text
    first, end = candidate.first, candidate.end
    if candidate.tail == "since" or candidate.lead == "由" or is_dateline(candidate, text) or is_name(candidate, text):
        return False
    if _names_class(resolved, around):
        return False
    if candidate.tail == "after":
        return _tense(resolved, around) == "future" and _FROM_THEN.match(text, end) is not None and not RELATIVE_CLAUSE.match(text, end)
    if first.relative in _WORDS.antecedent_years:
        # 申请年度之次一年度一月底前 counts from an event, 计入当年绩效 means any year.
        start, _ = around.sentence(candidate.start)
        if first.only_year or resolved.resolved_from != "context" or text.endswith(("之", "的"), 0, candidate.core[0]):
            return False
        if resolved.rests_on and text.startswith(_LAST_YEAR, resolved.rests_on[0]):
            return False  # the year after 上年度, in a rule for any year
        if "当年" in text[start : candidate.start]:
            return False
    if _WORDS.relative_years.get(first.relative or "", 0) < 0:
        return False
    if candidate.is_start and not candidate.tail and candidate.kind == "point" and not _FORCE.match(text, end):
        return text.startswith(("到", "至"), end)
    if text.startswith("已", end) and not (candidate.is_marked and _tense(resolved, around) != "past"):
        return False
    if candidate.tail == "before" and _tense(resolved, around) == "past" and RELATIVE_CLAUSE.match(text, end):
        return not text.endswith(("对", "对于"), 0, candidate.start)
    if not candidate.lead and not candidate.tail and first.is_end and RELATIVE_CLAUSE.match(text, end):
        return False
    if not candidate.lead and not candidate.tail and first.relative == NEAREST and _YEAR_END_BALANCE.match(text, end):
        return False
    return (candidate.is_marked and resolved.bound != "during") or is_adverbial(candidate, text)


def _names_class(resolved: Resolved, around: Surroundings) -> bool:
    """Whether a time names one of the classes that a sentence sorts into: `分为2020年前应登记、2020年应登记两类`."""
    start, end = around.sentence(resolved.candidate.start)
    sorts = _SORTS.search(around.text, max(start, resolved.candidate.start - _FAR), resolved.candidate.start)
    return sorts is not None and _CLASSES.search(around.text, resolved.candidate.end, min(end, resolved.candidate.end + _FAR)) is not None


def _is_ahead(resolved: Resolved, around: Surroundings) -> bool:
    """Whether a point or range is meant for the future, by its dates or, where it covers the present, by the words around it."""
    candidate, own = resolved.candidate, around.reference
    past, future = cues(candidate, around)
    if resolved.covered is None:
        return resolved.bound == "by" and not past
    tense = _tense(resolved, around)
    if tense == "future":
        return not (past and candidate.is_cutoff)
    if tense == "present" and around.news and candidate.first.day is not None and candidate.kind == "point" and not candidate.is_marked:
        return is_intended_here(candidate, around)  # an article tells of the day it appears on
    if resolved.bound == "from":
        return _begins(resolved, around, past and not future)
    if not candidate.is_marked and around.text.startswith("适用", candidate.end):
        return True
    if tense == "past":
        return _is_still_due(resolved, around, past)
    if around.in_review(candidate.start) and (past or not is_intended(candidate, around)):
        return False
    if candidate.kind == "range" and candidate.tail == "during" and not around.news:
        return True
    if resolved.bound == "by":
        return not (past and candidate.is_cutoff)
    if not past and _WITHIN_YEAR.search(around.text, max(0, candidate.end - 3), candidate.end) and _WORK_DONE.match(around.text, candidate.end):
        return True
    if around.tells:
        return is_intended(candidate, around) or (not past and around.in_forecast(candidate.start)) or (own.year is None and bool(candidate.lead))
    return future or not past


def _tense(resolved: Resolved, around: Surroundings) -> Literal["past", "present", "future"]:
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
    candidate, covered, own, text = resolved.candidate, resolved.covered, around.reference, around.text
    if covered is None:
        return False
    start, end = around.sentence(candidate.start)
    current = own.year is None or covered.first.year >= own.year
    if _FORCE.match(text, candidate.end):
        # A consolidated statute keeps the old day its first version came into force.
        named = text[max(start, candidate.start - 20) : candidate.start]
        old = "本" in named or (around.explains and named.endswith("》"))  # a page that explains 《通知》 a year later
        return current or (old and not _HISTORY.search(text, max(start, candidate.start - 60), min(end, candidate.end + 20)))
    if told or around.in_review(candidate.start):
        return False
    if (around.news or around.tells) and _ORDERED.search(text, max(start, candidate.start - 40), candidate.start):
        return True
    if around.tells and own.day is not None and covered.first <= own.day and not is_intended_here(candidate, around):
        return False
    if own.revised:
        return _HISTORY.search(text, max(start, candidate.start - 60), min(end, candidate.end + 20)) is None
    if around.news or own.year is None:
        return current
    return current or covered.first.year == own.year - 1 or _STANDING.search(text, candidate.end, end) is not None


def _is_still_due(resolved: Resolved, around: Surroundings, past: bool) -> bool:
    """A limit that has run out on the day of the page: just now, lately in a notice, or quoted from a policy (`要求到2021年底`)."""
    candidate, covered, own, text = resolved.candidate, resolved.covered, around.reference, around.text
    if past or covered is None or candidate.is_cutoff or around.in_review(candidate.start):
        return False
    if candidate.tail == "before" and _CONDITION.search(text, max(0, candidate.start - 4), candidate.start):
        return False
    if own.revised and _SETS_TERM.match(text, candidate.end):
        return True
    if around.explains and candidate.is_marked:
        return True
    if resolved.bound != "by":
        if own.year is None:
            return False
        if around.news:
            # A forecast put online late: 预计2010年将达到….
            return covered.last.year >= own.year - 1 and (is_announced(candidate, around) or _FORETOLD.match(text, candidate.end) is not None)
        return (covered.last.year >= own.year - 1 and _is_planned(resolved, around)) or _is_phase(resolved, text)
    if own.day is not None and covered.last >= own.day - _GRACE:
        return True
    if not around.news and own.year is not None and not _IN_NOUN.match(text, candidate.end):
        lately = own.year - 1 if candidate.tail == "before" else own.year
        if covered.last.year >= lately:
            return True
    start, _ = around.sentence(candidate.start)
    return _DEMANDED.search(text, max(start, candidate.start - 30), candidate.start) is not None


def _is_planned(resolved: Resolved, around: Surroundings) -> bool:
    """A time gone by that a plan still means: one it announces (`拟2023年内开工`), or a task's (`2015年4月编制出台办法。`)."""
    candidate = resolved.candidate
    if is_announced(candidate, around):
        return True
    text = around.text
    if resolved.precision == "year" or not _DONE_ONCE.match(text, candidate.end):
        return False
    start, _ = around.sentence(candidate.start)
    cell = text.rfind("\t", start, candidate.start) + 1
    opens = not text[cell or start : candidate.start].strip()
    if _NEXT_STEP.search(text, candidate.end, candidate.end + _NEAR):
        return opens or text[candidate.start - 1] in "，、 "
    return opens and (around.in_task(candidate.start) or _DRAWN_UP.match(text, candidate.end) is not None)


def _is_phase(resolved: Resolved, text: str) -> bool:
    """The time in brackets of a phase, which the plan still lists when it is over: `启动阶段（2021年9月—11月）`."""
    return resolved.candidate.kind == "range" and text.endswith(("阶段（", "阶段("), 0, resolved.candidate.start)

"""How a time stands in its clause: as an adverb, which can bound an action, or as part of a name, a date line or a noun phrase."""

from __future__ import annotations

import re

from extractors.deadlines.columns import stands_under
from extractors.deadlines.lexicon import lexicon
from extractors.deadlines.patterns import TERM_COLUMN
from extractors.deadlines.points import LIMIT_LEAD, Candidate
from extractors.words import tags

_WORDS = lexicon()
_NOT_AFTER = _WORDS.words("judgement", "not_after")
_NOT_BEFORE = _WORDS.words("judgement", "not_before")
_DESCRIBING = _WORDS.words("judgement", "describing")
_ADVERBIAL_AFTER = _WORDS.words("judgement", "adverbial_after")
_PREDICATES = _WORDS.words("judgement", "predicates")
_PLAN_VERBS = _WORDS.words("judgement", "plan_verbs")
_TITLE_ENDS = _WORDS.words("judgement", "title_ends")
#: What stands between a list's members, and the other members of a list of times: 2023年和 before 2024年, 、12月 after 11月.
_MEMBER = r"(?:(?:19|20)\d\d(?: ?年(?:\d{1,2} ?月)?)?|(?:\d{1,2}|[一二三四五六七八九十]{1,2}) ?月份?|第?[一二三四]季度|[上下]半年)"
_BEFORE_IN_LIST = re.compile(rf"(?:{_MEMBER} ?[、和与及]){{1,6}}\Z")
_AFTER_IN_LIST = re.compile(rf"(?: ?[、和与及] ?{_MEMBER}){{1,6}}")
_LIST_REACH = 48
_CLAUSE_EDGE = frozenset("，。；：、！？,;:.!?\n\t （）()“”《》【】—•·")
#: The last character of an agency's name, which a signature's date follows.
_AGENCY_ENDS = tuple("府厅委局办会部院室司处团")
#: What follows a date that signs, dates or publishes: the end of the line, 电 or 讯 of a news agency, a meeting, an older edition.
_DATELINE = re.compile(
    r"[^，。\n]{0,6}[电讯](?:[（(，。： ]|记者)| ?[（(]此[件文]| ?印发|\s*\n|\s*\Z| [\u4e00-\u9fff]"
    r"| ?[^，。；\n]{0,40}(?:会议|大会|令第|号令|号函|通过|公布|修正|修订|发布)"
)
#: The day on which a reporter learnt what is told: 3月12日从市发改委获悉, 3月12日，记者从….
_REPORTED = re.compile("[）)]?，?(?:(?:记者|笔者)|从[^，。\\n]{2,24}(?:获悉|了解到|得知))")
#: What an annex holds is named: 2022年纳入管理的行业见附件2.
_SEE_ANNEX = re.compile(r"[^，。；\n]{0,40}见附[件表]")
#: A year in quotes begins the name that they hold: 「2022年度加速内容开发补助申请案」.
_QUOTED_NAME = re.compile(r"[^，。；：！？\n「」“”\"将要]{2,40}[」”\"』]")
_NAME = re.compile(rf"[^，。；：、！？\n]{{0,28}}?(?:{_WORDS.alternatives('judgement', 'names')})(?=[，。；：、》”）（()\s]|的|和|\Z|表)")
#: The bracket that a time stands in, and the line it begins.
_OPENED = re.compile(r"\s*[（(](?=[^（()）]*\Z)")
#: `“十四五”时期（2021—2025年）是…`
_GLOSSED = re.compile(r"[（(][^（()）\n]{4,14}[）)]，?(?:是|处于)")
#: 面临 "is faced with" as the predicate, not in 对面临困难的企业.
_FACED = re.compile(r"，?[^，。；\n]{0,16}(?<![对给为])面临")
#: A verb and 的: the time belongs to a clause inside a noun phrase (`上半年开展的工作`).
RELATIVE_CLAUSE = re.compile(r"[^，。；、\n]{1,4}[的之](?![前后内])")
#: What the time itself is like: 具有重要地位, 迎来机遇, 进入新阶段.
_DESCRIBED = re.compile(
    r"，?[^，。；\n要应将]{0,24}?(?:具有|处于|迎来|开启|并存|并未|没有改变|更为紧迫|将?(?:带来|发生[^，。；\n]{0,4}变化)"
    r"|进入[^，。；\n]{0,24}(?:阶段|时期|窗口期|期(?=[，。；])))"
)
#: … unless the goals of that time follow: `未来五年是关键期，主要目标任务是：…`.
GOALS_FOLLOW = re.compile(r"[^。\n]{0,80}目标(?:任务)?(?:是|为|包括)?[：:]")
#: The goals that follow a plan period in quotes without 期间: `“十三五”茶业发展主要目标是：`.
_PLAN_GOALS = re.compile(r"[^，。；：\n]{0,16}目标(?:任务)?(?:是|为|包括)")
#: What a document is about stands before its period, and the place it is for: 指导我省“十四五”时期…, 是“十四五”时期…的纲领.
_ABOUT = re.compile(
    rf"(?:{_WORDS.alternatives('judgement', 'about')}|(?<!加快)推进|(?<!目标)(?<!任务)是)(?:[我全本][省市区县国]|[\u4e00-\u9fff]{{2,3}}[省市区县])?\Z"
)
_NEXT_CELL_YEAR = re.compile(r"\s*(?:19|20)\d\d ?年")
#: A table cell that says what is done by its time, unlike a column's head (`2017年产值`, `2017年建设内容`).
_DONE_IN_CELL = re.compile(
    r"[^\t\n]{0,24}(?:完成(?!情况|率|投资|值)|完工|建成|形成|通车|投产|开工|竣工|招标|达到|覆盖|启动|动工|续建|在建|核准|开展|出台|制定"
    r"|编制|印发|建立|实现|举办|新增|新建|上线|投用|力争|确保)(?![^\t\n，。；]{0,6}(?:内容|投资|计划|情况|目标|任务)(?:[（\t\n]|$))"
)
#: A cited document's date follows its title: 《…纲要》，2011年3月。
_CITED = re.compile(r"(?:[》〉]|\d ?号)[，,] ?\Z")
#: A list of nouns goes on (清理整顿、2020年登记工作), neither one of times nor after a label.
_LISTED = re.compile(r"(?<![一二三四五六七八九十\d年月日度])[、和与及]\Z")
#: A heading that announces what is to be done in the year, unlike the title of a document.
_AGENDA = re.compile(r"的?(?:经济社会发展|工作|政府)?(?:主要|重点|总体|预期|远景)*(?:工作|目标|任务|安排)+(?:和.{2,12})?$", re.MULTILINE)
#: What follows are the goals of the year: 2035年远景目标为：生态环境根本好转, 今年的主要任务是促进就业.
_AGENDA_TOLD = re.compile(r"的?(?:经济社会发展|工作)?(?:主要|重点|总体|预期|远景|奋斗|发展|中心)*(?:目标|任务)+(?:是|为)(?=[：，]?[\u4e00-\u9fff])")
_COLUMN_HEAD = re.compile(r"[^\t\n，。；：、]{1,24}。?[\t\n]")
#: How things stood at a time, as a column is headed: 至2021年底项目进展情况.
_STATUS = re.compile(r"[^，。；\t\n]{0,10}情况[\t\n]")
_PUNCTUATION = re.compile("[，。；：、！？]")
#: The label of a table or box before its title: 专栏1：, 表2.
_TABLE_LABEL = re.compile(r"(?:\A|\n)(?:附?[表图]|专栏) ?[\d一二三四五六七八九十]{0,3}[：:.、 ]? ?\Z")
#: A policy in a list without marks, by the number after its title: …达到60%的意见 云政发〔2014〕3号.
_LISTED_TITLE = re.compile(
    r"[^，。；：！？\n]{0,60}?的(?:实施)?(?:意见|通知|决定|批复|公告|通告|办法|函) ?[\u4e00-\u9fff]{2,9} ?[〔\[（(](?:19|20)\d\d[〕\]）)]"
)
#: A month in the last line of a title page, before the contents.
_TITLE_PAGE = re.compile(r"[\s]*目\s*[录次]|[\s]*前\s*言|\n")
#: 全年度… of the Taiwan gazette: 之 makes a noun of the clause (`本年度接受补助之车辆`).
_NOUN_BY_ZHI = re.compile(r"[^，。；\n]{1,16}之(?![前后内间])")
#: What a rule sets for a year, though its noun stands between: `2015年度甲类车辆附加值率至少达35%`, not `2015年度预算应…`.
_ANNUAL_RULE = re.compile(
    r"(?!预算|决算|计划|工作|报告|总结|财务|审计|绩效)[^。；\n之]{2,24}(?:，[^。；\n之]{2,24})?(?:不得|至少|须|另为公布|另行公布|不低于|不超过)"
)
#: A noun phrase that begins with the year of what was given out: 2021年省财政新增的专项资金.
_ALLOTTED = re.compile(r"[^，。；、\n]{0,10}(?:新增|安排|下达|拨付|发放|核定|确定|印发|出台|公布)的")
#: What the year just has: 今年高校毕业生达50万人, 今年发展任务繁重.
_GIVEN = re.compile(
    r"[^，。；\n]{0,6}(?:毕业生|考生)[^，。；\n]{0,6}\d"
    r"|[^，。；\n]{0,12}(?:任务|形势|压力)(?:十分|非常|更加?|依然|仍然?|很)?(?:艰巨|繁重|严峻|重(?!点|大)|大(?![幅力]))"
)
#: 做好今年工作 and 努力完成今年目标任务 set the work of the year, where 做好2022年统计工作 sets a kind of work.
_OWN_WORK = re.compile("做好|(?:努力|确保|全力|圆满|全面)(?:完成|实现)\\Z")
_WORK_OF_YEAR = re.compile("的?(?:[全我本][省市区县国])?(?:政府|各项)?工作|[^，。；、\\n]{0,10}(?:目标|工作)任务")
#: 实现今年预期目标 takes the year for its goal's.
_GOAL_OF_YEAR = re.compile("(?:经济社会|经济)?(?:发展|增长)?(?:主要)?(?:预期)?目标(?!任务)")
#: The figure that a year's work is to reach: 确保完成全年新增就业60万人; not 完成全年任务的60%, 完成全年目标任务.
_FIGURE_OF_YEAR = re.compile(r"(?!任务|计划|目标)[^，。；\n]{1,24}?(?<![的之]) ?\d")
#: The heads of a table's columns run together: 2010年2012年.
_GLUED = re.compile(r"(?:19|20)\d\d ?年 ?\Z")
#: How often those do something who are meant: 每周|参加1次以上锻炼的人数.
_OFTEN_OF = re.compile("[^，。；、\n]{0,6}\\d次[^，。；、\n]{1,16}的(?:人数|人口|人群|比例|比重)")
#: Times for each of which a sum is paid: 每月给予加给2000元, 每日最高80元.
_BY_SUM = ("每月", "每日", "每天")
_SUM = re.compile(r"[^，。；：、\n\d]{0,14}(?:\d[\d,.]*|[一二两三四五六七八九十百千万]+)[余多]? ?[百千万]?元")
#: What is given to each year, not done in it: 每年资助经费最高不超过.
_GRANT = re.compile(r"(?:资助|补助|补贴|奖励|奖补|支持|扶持)(?:经费|资金|金额)(?:最高|不超过|上限|为)")
#: What happens at a time though a subject stands between: 上半年产品面市, 2030年煤炭消费量有望达到.
_HAPPENS = re.compile(
    r"[^，。；：、\n的较比\t]{1,14}?(?:面市|上市|投产|达产|开工|动工|竣工|完工|通车|投用|投运|上线|开业|有望|将|达到?|突破|超过|不[低少]于|不超过|控制在"
    r"|高于|低于|增长|下降)"
    r"(?![^，。；、\n]{0,8}的)"
)
#: What cannot stand between 附件 and an item of its list.
_ANNEX_ENDS = re.compile(r"[。；]|附件[^：\d]")
_LONGEST_TITLE_LINE, _ANNEX_REACH = 60, 200
#: So far before a time its bracket may open, and so few letters (讨论稿) may stand before it in one that is its own.
_OPENED_REACH, _DRAFT = 60, 4
#: An amount that a rate makes up: 补贴总额, 最高额度.
_AMOUNT = re.compile(r"[^，。；、\n达]{0,8}?(?:总额|额度|限额|数额|标准)")
#: 每个学年度, with nothing belonging to it.
_EVERY_ALONE = 5


def is_dateline(candidate: Candidate, text: str) -> bool:
    """Whether a bare day signs, dates or publishes the page, or belongs to a meeting or an older document; or dates a cited one."""
    if candidate.is_marked or candidate.kind == "range":
        return False
    first = candidate.first
    if first.year and first.month and text[candidate.start - 1 : candidate.start] in ("）", ")", "》") and _TITLE_PAGE.match(text, candidate.end):
        return True
    if _CITED.search(text[max(0, candidate.start - 4) : candidate.start]) and text[candidate.end : candidate.end + 1] in "。；\n":
        return True
    if candidate.first.day is None:
        return False
    if _DATELINE.match(text, candidate.end) or _REPORTED.match(text, candidate.end):
        return True
    if text.endswith(("记者", "笔者", "昨天（", "昨日（", "今天（", "今日（"), 0, candidate.start):
        return True
    signed = text[max(0, candidate.start - 3) : candidate.start].rstrip()
    return candidate.first.year is not None and signed.endswith(_AGENCY_ENDS) and text[candidate.end : candidate.end + 1] not in "，前、"


def is_name(candidate: Candidate, text: str) -> bool:
    """Whether the time is a period in brackets after a policy's name, or a year that begins one (`2021年度工作要点`).

    The time of a phase in brackets (`启动阶段（2023年1—3月）`) is none.
    """
    core, first = candidate.core, candidate.first
    if _LISTED_TITLE.match(text, candidate.end) or _STATUS.match(text, candidate.end):
        return True
    if (
        candidate.lead != LIMIT_LEAD
        and text.startswith(("）", ")"), core[1])
        and (opening := _OPENED.search(text, max(0, core[0] - _OPENED_REACH), core[0]))
    ):
        opens_line = text[opening.start()] == "\n" and core[0] - opening.end() < _DRAFT
        before = text[max(0, opening.start() - 4) : opening.start()]
        if not before or before.endswith(_TITLE_ENDS) or opens_line or text.startswith(("）的", "）》"), core[1]):
            return True
    if not first.only_year or candidate.lead or first.edge:
        return False
    if candidate.tail and not (candidate.tail == "during" and first.plan):
        return False
    if text[core[0] - 1 : core[0]] in ("「", "『", "“") and not first.plan and _QUOTED_NAME.match(text, candidate.end):
        return True
    if _SEE_ANNEX.match(text, candidate.end):
        return True
    return _NAME.match(text, candidate.end) is not None and not text.startswith(("要", "将", "拟", "应", "须", "力争"), candidate.end)


def is_adverbial(candidate: Candidate, text: str) -> bool:
    """Whether the time stands as an adverb (`，2025年达到`, `2025年，`), not before or inside a noun phrase (`完成2016年度统计`)."""
    core, end, first = candidate.core, candidate.end, candidate.first
    if first.only_year and (candidate.is_marked or not first.plan) and _AGENDA.match(text, end) and not text.endswith("\t", 0, core[0]):
        return True
    begin = candidate.start
    if first.only_year and not first.plan and _AGENDA_TOLD.match(text, end) and _opens_clause(text, end, text[max(0, begin - 6) : begin]):
        return True
    if not candidate.is_marked and candidate.kind == "point":
        begin, end = _list_of_times(text, candidate.start, end)
    following = text[end : end + 10]
    back = text[max(0, begin - 6) : begin]
    if first.only_year and back.rstrip().endswith("展望"):
        return True
    if (back.endswith(("早于", "先于")) and not candidate.lead) or following.startswith((*_NOT_BEFORE, *_DESCRIBING)):
        return False
    if _GLOSSED.match(text, end) or (first.plan and is_described(candidate, text)) or _FACED.match(text, end):
        return False
    if first.plan and (_ABOUT.search(text[max(0, candidate.start - 8) : candidate.start]) or _is_heading(text, core)):
        return False
    if first.plan and not candidate.tail and _opens_clause(text, end, back) and _PLAN_GOALS.match(text, end):
        return True
    verb = starts_predicate(following)
    is_annual = text[core[1] - 1] == "度" and not candidate.tail and not text.startswith("季", core[1] - 2)
    if is_annual and (not verb or _NOUN_BY_ZHI.match(text, end)):
        return not verb and _opens_clause(text, end, back) and back[-1:] != "\t" and _ANNUAL_RULE.match(text, end) is not None
    if candidate.is_marked:
        return bool(candidate.lead) or not back.endswith(_NOT_AFTER)
    if first.relative == "今年" and _OWN_WORK.search(back) and _WORK_OF_YEAR.match(text, end):
        return True
    if (first.relative == "今年" or first.part == "全年") and back.endswith(("完成", "实现")) and _GOAL_OF_YEAR.match(text, end):
        return True
    if first.part == "全年" and back.endswith(("完成", "实现", "确保")) and _FIGURE_OF_YEAR.match(text, end):
        return True
    if first.only_year and _GLUED.search(back):
        return False
    if stands_under(text, core, TERM_COLUMN):
        return True
    if _is_cell(text, core, first.only_year) or (first.only_year and (_is_titled_line(text, core) or _is_column_head(text, core))):
        return False
    if first.plan and first.part is None:
        return following.startswith(_PLAN_VERBS)
    if first.only_year and (_ALLOTTED.match(text, end) or _GIVEN.match(text, end)):
        return False
    if first.only_year and _LISTED.search(back) and not following.startswith(("，", "应", *_PREDICATES)):
        return False
    if _opens_clause(text, end, back):
        return True
    if RELATIVE_CLAUSE.match(text, end) or back.endswith(_NOT_AFTER):
        return False
    return verb or (back[-1] not in '“"「『（(' and _HAPPENS.match(text, end) is not None)


def _list_of_times(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the list of times begins and ends that the time at `[start, end)` is a member of: `2023年和2024年各建成`."""
    before = _BEFORE_IN_LIST.search(text, max(0, start - _LIST_REACH), start)
    after = _AFTER_IN_LIST.match(text, end)
    return (before.start() if before else start), (after.end() if after else end)


def is_described(candidate: Candidate, text: str) -> bool:
    """Whether the sentence says what the time is like, not what is done in it: `未来五年是关键期`, `“十四五”时期，我省面临挑战`."""
    following = text[candidate.end : candidate.end + 4]
    if candidate.kind == "span" and GOALS_FOLLOW.match(text, candidate.end):
        return False
    return following.startswith(_DESCRIBING) or any(words.match(text, candidate.end) for words in (_FACED, _DESCRIBED))


def is_rate(candidate: Candidate, text: str) -> bool:
    """Whether a recurring time belongs to a noun: `每日使用费`, `按照其每年新发生业务额`, `机构每年补贴总额`, `平均每年`."""
    following = text[candidate.end : candidate.end + 10]
    back = text[max(0, candidate.start - 6) : candidate.start]
    if _OFTEN_OF.match(text, candidate.end):
        return True
    if text[candidate.start : candidate.end] in _BY_SUM and _SUM.match(text, candidate.end):
        return True
    if text[candidate.start : candidate.end] in ("每日", "每天"):
        return starts_noun(following)
    if not text.startswith("每", candidate.start) or candidate.end - candidate.start > _EVERY_ALONE:
        return False
    if back.endswith(("平均", "其", "的", "之", "已", "已经", "将", "把", "对", "按照", "按", "根据", "依据", "达到", "给予")):
        return True
    if _GRANT.match(following):
        return True
    inside = back and back[-1] not in _CLAUSE_EDGE and not back.endswith(_ADVERBIAL_AFTER)
    return bool(inside) and _AMOUNT.match(following) is not None


def starts_predicate(following: str) -> bool:
    """Whether a predicate, or the end of the clause, comes next; a verbal noun is one only where the clause ends with it."""
    if not following or following[0] in _CLAUSE_EDGE or following.startswith(_PREDICATES):
        return True
    word, tag = _first_word(following)
    return tag in ("v", "d", "p", "c", "vi", "vd") or (tag == "vn" and following[len(word) : len(word) + 1] in ("，", "。", "；"))


def starts_noun(following: str) -> bool:
    """Whether a noun comes next, of which the time says whose it is (`每日使用费`)."""
    return _first_word(following)[1].startswith("n")


def _first_word(following: str) -> tuple[str, str]:
    """The longest word of the dictionary that comes next, and its part of speech."""
    known = tags()
    word = next((following[:size] for size in (4, 3, 2, 1) if following[:size] in known), "")
    return word, known.get(word, "")


def _opens_clause(text: str, end: int, back: str) -> bool:
    """Whether the time begins its clause, or stands behind a word that begins what is said (力争, 预计)."""
    if not back or back.endswith(_ADVERBIAL_AFTER):
        return True
    return back[-1] in _CLAUSE_EDGE and (back[-1] != "\t" or _DONE_IN_CELL.match(text, end) is not None)


def _is_cell(text: str, core: tuple[int, int], only_year: bool) -> bool:
    """Whether nothing else stands in the line, as on a title page, or in the table cell, as in a column's head."""
    left, right = text[max(0, core[0] - 2) : core[0]].rstrip(" "), text[core[1] : core[1] + 2].lstrip(" ")
    if (not left or left[-1] == "\n") and (not right or right[0] == "\n"):
        return True
    if (left and left[-1] not in "\t\n") or (right and right[0] not in "\t\n"):
        return False
    return only_year or _NEXT_CELL_YEAR.match(text, core[1]) is not None


def _is_column_head(text: str, core: tuple[int, int]) -> bool:
    """Whether the year begins a table's cell that only names what the column holds: `2022年建设内容`, `2022年 指标属性`."""
    return text[core[0] - 1 : core[0]] == "\t" and _COLUMN_HEAD.match(text, core[1]) is not None and _DONE_IN_CELL.match(text, core[1]) is None


def _is_heading(text: str, core: tuple[int, int]) -> bool:
    """Whether the time begins a line without punctuation, such as a table's title, but for the table's label."""
    if core[0] and text[core[0] - 1] != "\n" and not _TABLE_LABEL.search(text, max(0, core[0] - 10), core[0]):
        return False
    end = text.find("\n", core[1], core[1] + _LONGEST_TITLE_LINE)
    if end < 0 and len(text) < core[1] + _LONGEST_TITLE_LINE:
        end = len(text)
    return end > core[1] and not _PUNCTUATION.search(text, core[1], end)


def _is_titled_line(text: str, core: tuple[int, int]) -> bool:
    """Whether the year begins a line without label or punctuation, or an item of a list of annexes."""
    if _is_heading(text, core):
        return True
    annex = text.rfind("附件", max(0, core[0] - _ANNEX_REACH), core[0])
    return annex >= 0 and not _ANNEX_ENDS.search(text, annex, core[0])

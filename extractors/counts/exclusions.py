"""Quantities that are none: in names and titles, in short quotations, set phrases, `一个` that only means a, ordinals spelled 二."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from extractors.counts.lexicon import alternation, pattern, words
from extractors.counts.noun_phrases.phrases import Words
from extractors.counts.quantities.finding import Quantity

Span = tuple[int, int]

#: A quotation longer than this is somebody's words, not a name.
_LONGEST_NAME = 16
_QUOTED = re.compile(rf"[“‘「『\"]([^“”‘’「」『』\"\n]{{1,{_LONGEST_NAME}}})[”’」』\"]")
#: Policies called by how many articles they have: “促进消费恢复发展19条”.
_ARTICLES_QUOTED = re.compile(r"“[^“”，。；\n]{2,40}\d+条(?:措施|政策|意见)?”")
#: A headline that fills two lines: 关于促进3岁以下婴幼儿照护的|实施意见, …行动计划|等三个行动计划的通知.
_INSTRUMENT = "(?:意见|方案|办法|规划|计划|措施|规定|通知|决定|细则)"
_HEADLINE_LINES = re.compile(
    rf"^[^\n，。；]{{0,40}}关于[^\n，。；]{{2,60}}\n(?:实施|指导|管理|工作|行动|若干){{0,2}}{_INSTRUMENT}$|(?<=\n)等[^\n，。；]{{2,30}}的{_INSTRUMENT}$",
    re.MULTILINE,
)
#: A document called by its name and number, without 《》: `关于印发贫困地区五项措施的通知（青政办发〔2015〕6号）`.
_NUMBERED_TITLE = re.compile(
    rf"关于[^，。；：《》]{{4,90}}?{_INSTRUMENT}\s{{0,3}}[（(]?[\u4e00-\u9fff]{{1,10}}\s?[〔[（(﹝]\s?(?:19|20)\d\d\s?[〕\]）)﹞]\s?第?\d{{1,5}}\s?号"
)
_SENTENCE_MARK = re.compile("[，。；！？]")
_TITLE = re.compile("《[^《》\n]{1,120}》")
_ANNEX = re.compile(r"^附(?:件|表|录) ?[\d一二三四五六七八九十]{0,3}(?P<rest>[：:.、 \t].*)?$", re.MULTILINE)
_ANNEX_NEXT = re.compile(r"\n[ \t]*(?:\d{1,2}|[一二三四五六七八九十]{1,2}) ?[.．、][^\n。；]{2,60}(?=\n|$)")
_TALLY = re.compile(r"[（(]共?计? ?\d{1,4} ?[项件个条份家][）)]")
_HEADLINE = re.compile(r"\n[^\n。；]{2,60}(?=\n|$)")
_ISSUED = re.compile(r"(?:关于)?(?:印发|转发|批转|下发)(?P<title>.+?)(?:的(?:通知|函|批复|请示|公告))?$")
_PERIOD = re.compile(r"\s*[（(][^（）()]*[）)]\s*$")
_NUMERALS = frozenset("0123456789一二三四五六七八九十百千两")
_SHORTEST_TITLE = 6
#: 二级, 二次 and the like are ordinals or names: what is counted is 两级, 两次.
_ORDINAL_UNITS = frozenset(["次", "级", "类", "期", "层", "批", "部", "代", "轮", "大", "等", "线", "方面", "阶段"])
#: Before these 一 is an article whatever stands around: 一批, 一类, 突破一批.
_ARTICLE_UNITS = frozenset(["大", "批", "类", "种", "层", "轮", "方", "方面", "部", "部分", "块", "段", "道"])
_TIMES = frozenset(["次", "轮", "轮次", "场", "遍"])
_PERSONS = frozenset(["人", "名", "位"])
#: Measure words of things that are ranked: 到2015年|前10家|水泥企业产能占….
_RANKS = frozenset(["家", "位", "名", "户", "个"])
#: No series of classes goes further: 一类 … 九类.
_MOST_CLASSES = 9
#: What rates are reckoned by.
_BASES = frozenset([100, 1_000, 10_000, 100_000, 1_000_000])
#: As far back as 每 may stand before the last of the things each has one of, in characters.
_CHAIN = 160
#: As far before a number as the head of its note stands, in characters.
_NOTE = 80
#: A row's number before a name that begins like a multiplier or a measure word.
_GLUED = re.compile(
    r"\d{1,2}[万亿]元(?=(?:地区|国内)?生产总值|(?:工业|农业)?增加值|GDP)"
    r"|\d{1,3}(?: [百千万亿](?=[\u4e00-\u9fff])(?!元|人|吨|亩|户|台|辆|平方|千瓦|立方|个|家|名)| ?个(?:人|体|性|税)(?!次))",
    re.ASCII,
)
#: Greater than any offset: makes `(start, _PAST_ALL)` sort after every span that begins at `start`.
_PAST_ALL = 1 << 60
#: As far from a class as another of its series is looked for, in characters.
_SERIES = 2000
#: 十万大山 is a range of mountains: nothing has more parts than this.
_MOST_PARTS = 200
_GOVERNMENT = re.compile("人民政府|政府|委(?:员会|办)?|人大")
_RANKED = re.compile("(?:排名|位次|名次|排位|位列|位居|跻身|进入(?:全国|全省|全市|全球|世界))[^，。；]{0,6}$")
_PER = re.compile(r"每 ?$")
#: What may follow 元 after a spelled digit: 五元以上; 五元价值评价 is another 元.
_AFTER_MONEY = frozenset("以的人至每左及到、，。；")
_AFTER_POINTS = frozenset("的者及以且")


@functools.cache
def _phrases() -> re.Pattern[str]:
    return re.compile(alternation(words("exclusions", "phrases")))


def hidden_spans(text: str, given: Iterable[Span]) -> list[Span]:
    """Stretches in which no number counts: those given (titles, times), 《titles》, annex names and short quotations; sorted, merged."""
    spans = [*given, *(match.span() for match in _TITLE.finditer(text)), *_annexes(text)]
    spans += [match.span() for match in _QUOTED.finditer(text) if not _SENTENCE_MARK.search(match[1])]
    spans += [match.span() for match in _HEADLINE_LINES.finditer(text)]
    spans += [match.span() for match in _ARTICLES_QUOTED.finditer(text)]
    spans += [match.span() for match in _NUMBERED_TITLE.finditer(text)]
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _annexes(text: str) -> list[Span]:
    """The lines that name annexes, and the headline after a bare 附件."""
    spans = []
    for annex in _ANNEX.finditer(text):
        end = annex.end()
        if not annex["rest"] or not annex["rest"].strip("：: "):
            headline = _HEADLINE.match(text, end)
            end = headline.end() if headline else end
        while follower := _ANNEX_NEXT.match(text, end):
            end = follower.end()
        # How many things an annex lists is counted: …目录（共17项）.
        start = annex.start()
        for tally in _TALLY.finditer(text, start, end):
            spans.append((start, tally.start()))
            start = tally.end()
        spans.append((start, end))
    return spans


def title_spans(text: str, titles: Iterable[str]) -> list[Span]:
    """Every place where one of `titles` stands in `text`.

    The policy that a covering notice announces is one too (`关于印发X的通知`: X), and so is a title without its period in brackets.
    """
    names: set[str] = set()
    for title in titles:
        issued = _ISSUED.search(title)
        for name in (title, issued["title"] if issued else title):
            names |= {name.strip("《》 "), _PERIOD.sub("", name).strip("《》 ")}
    spans: list[Span] = []
    for name in sorted(names):
        if len(name) < _SHORTEST_TITLE or _NUMERALS.isdisjoint(name):
            continue
        at = text.find(name)
        while at >= 0:
            spans.append((at, at + len(name)))
            at = text.find(name, at + len(name))
    return spans


def is_hidden(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether `start:end` touches one of the sorted, disjoint `spans`."""
    index = bisect_right(spans, (start, _PAST_ALL)) - 1
    if index >= 0 and spans[index][1] > start:
        return True
    return index + 1 < len(spans) and spans[index + 1][0] < end


def is_excluded(text: str, quantity: Quantity, tokens: Words) -> bool:
    """Whether the quantity is part of a set phrase, an article, an ordinal, or the base of a rate.

    `三大攻坚战`, `一个` (in `建设一个平台`), `二级医院` and the 千人 of `每千人床位数` are; `至少一个`, `两级`, `县乡二级` are not.
    """
    start, end = quantity.core_start, quantity.core_end
    window = max(0, start - 8)
    if any(start < window + found.end() and window + found.start() < end for found in _phrases().finditer(text[window : end + 8])):
        return True
    if _is_row_number(text, quantity) or _is_base(text, quantity):
        return True
    unit = quantity.unit
    sure = unit is None or unit.kind == "percent" or unit.name in words("units", "sure")
    if unit and not sure and not quantity.levelled and tokens.straddles(unit.end):
        return True
    left = text[max(0, quantity.start - 24) : quantity.start]
    if pattern("exclusions", "note").search(text, max(0, start - _NOTE), start) or (unit and _is_in_slogan(text, quantity, left)):
        return True
    if unit and unit.name is None and text[unit.start : unit.end] in ("部门", "部委") and pattern("exclusions", "issuers").match(text, unit.end):
        return True
    if unit and (_is_numbered_government(text, quantity) or (unit.name in ("名", "位") and _is_rank(text, quantity, left))):
        return True
    if unit and unit.name and _names_one(text, quantity, unit.name, left):
        return True
    if _is_one(quantity) and text[start] == "一":
        return _is_article(text, quantity, left)
    return bool(_PER.search(left)) and quantity.value >= 10 and not quantity.bounded and quantity.value_max is None


def _is_row_number(text: str, quantity: Quantity) -> bool:
    """Whether the number of a table's row is glued to the name in its first cell: `40 万润公司`, `25个人住房贷款`, `37个体工商户登记`,
    `3亿元地区生产总值事故死亡率`."""
    if quantity.core_start and text[quantity.core_start - 1] != "\n":
        return False
    return _GLUED.match(text, quantity.core_start) is not None


def _is_base(text: str, quantity: Quantity) -> bool:
    """Whether the number is what a rate is reckoned by, in the rate's name: `10万人|死亡率`, `百公里|油耗`; not `10万人口以上城镇`."""
    if quantity.bounded or quantity.value_max is not None or quantity.value not in _BASES:
        return False
    return pattern("exclusions", "rate_follows").match(text, quantity.core_end) is not None


def _is_in_slogan(text: str, quantity: Quantity, left: str) -> bool:
    """Whether the number is one of a row of them in a slogan: “一核一带`两片区`、六通道”; not “一核”和`两个片区`."""
    spelled = not text[quantity.core_start].isascii() and quantity.unit is not None and quantity.unit.kind == "noun"
    return spelled and pattern("exclusions", "slogan").search(left) is not None


def _is_numbered_government(text: str, quantity: Quantity) -> bool:
    """Whether a list's number is glued to the government it opens with: `121省人民政府关于…`, `〔1990〕2号7省政府…`; not `与8省人民政府签约`."""
    start, end = quantity.core_start, quantity.core_end
    opens = start == 0 or text[start - 1] in "\n\t 号度目录"
    return opens and text[start].isdigit() and text[end - 1] in "省市县区" and _GOVERNMENT.match(text, end) is not None


def _is_rank(text: str, quantity: Quantity, left: str) -> bool:
    """Whether a number of places is a rank: `全国排名100名以内`; not `控制在100名以内`."""
    return text.startswith(("以内", "之内"), quantity.core_end) and _RANKED.search(left) is not None


def _names_one(text: str, quantity: Quantity, unit: str, left: str) -> bool:
    """Whether number and measure word name one of a series, a place or a habit instead of counting: `二类`, `中山路1段`, `每年召开一次`."""
    start, end = quantity.core_start, quantity.core_end
    after = text[quantity.end : quantity.end + 1]
    if unit == "大":
        prize = quantity.value == 10 and bool(pattern("exclusions", "prize").search(left))
        return quantity.value > _MOST_PARTS or (text[start] == "二" and quantity.value == 2) or prize
    if unit == "级":
        return text[start] != "两" and (not _has_levels(text, quantity, left) or pattern("exclusions", "grades").search(left) is not None)
    if unit in _TIMES:
        asked = (
            (quantity.bounded and not pattern("exclusions", "how_often").search(left))
            or text.startswith("为限", end)
            or (text[start].isascii() and pattern("exclusions", "at_least").search(left))
            or (unit == "场" and pattern("exclusions", "shown").match(text, end))
        )
        if pattern("exclusions", "often_before").search(left) and pattern("exclusions", "often_of").match(text, end):
            return True
        habit = _is_one(quantity) and not asked and pattern("exclusions", "repeated").search(text[max(0, start - 30) : start])
        if habit or pattern("exclusions", "viewed").search(left) or pattern("exclusions", "session").search(left):
            return True
    if (
        unit in ("款", "条", "项")
        and pattern("exclusions", "amended_before").search(left)
        and pattern("exclusions", "amended_after").match(text, end)
    ):
        return True
    if unit == "轮" and pattern("exclusions", "wheels").match(text, end):
        return True
    if unit == "类" and _is_class(text, quantity, left):
        return True
    if unit in _RANKS and pattern("exclusions", "leading").search(left) and pattern("exclusions", "share_follows").match(text, end):
        return True
    if unit == "条" and pattern("exclusions", "named_articles").search(left):
        return True
    if unit == "段":
        return left.endswith(("路", "街"))
    if unit == "类" and left.endswith(("（", "(")) and text[end : end + 1] in ("）", ")"):
        return True
    if unit == "分":
        return quantity.end == end and _is_han(after) and after not in _AFTER_POINTS
    if unit == "期":
        return not (pattern("exclusions", "issues_before").search(left) or pattern("exclusions", "issues_after").match(text, end))
    if unit == "元" and end - start == 2 and not text[start].isascii():
        return quantity.value < 10 and _is_han(text[end : end + 1]) and text[end] not in _AFTER_MONEY
    if text[start] != "二" or quantity.value != 2 or unit not in _ORDINAL_UNITS or text.startswith(("为限", "为上限", "为原则"), end):
        return False
    return not (pattern("exclusions", "two_parted").search(left) or (unit != "次" and pattern("exclusions", "two_listed").search(left)))


def _is_class(text: str, quantity: Quantity, left: str) -> bool:
    """Whether 类 names the third of a series: `一类、二类和三类`, `三类维修` in a text that has `二类维修`; two kinds would be 两类."""
    start, end = quantity.core_start, quantity.core_end
    if text[start].isascii() or quantity.value > _MOST_CLASSES:
        return False
    if pattern("exclusions", "classes_before").search(left) or pattern("exclusions", "classes_after").match(text, end):
        return True
    # Where a series is told, its parts are near.
    after, near = text[end : end + 2], text[max(0, start - _SERIES) : end + _SERIES]
    return _is_han(after[:1]) and (f"二类{after}" in near or f"一类{after}" in near)


def _has_levels(text: str, quantity: Quantity, left: str) -> bool:
    """Whether 级 counts or measures: `县乡三级`, `三级审批`, `7.3级地震`; a grade (`三级医院`) does neither."""
    measured = quantity.value % 1 != 0 or pattern("exclusions", "magnitude").match(text, quantity.core_end)
    levels = not text[quantity.core_start].isascii() and pattern("exclusions", "levelled").match(text, quantity.core_end)
    return bool(measured or levels or pattern("exclusions", "levels").search(left))


def _is_one(quantity: Quantity) -> bool:
    return quantity.value == 1 and quantity.value_max is None and not quantity.number.complete


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _is_article(text: str, quantity: Quantity, left: str) -> bool:
    """Whether a spelled 一 only means a: `建设一个平台`, but not `至少一个`, `每县一个`, `一倍`."""
    if quantity.unit is None or quantity.unit.kind in ("measure", "percent") or quantity.unit.name in ("倍", "市", "区"):
        return False
    if quantity.unit.name in _ARTICLE_UNITS:
        return True
    if quantity.bounded or (quantity.unit.name == "份" and pattern("exclusions", "copies_before").search(left)):
        return False
    if _PER.search(left) or left.endswith("另"):
        return True  # 另|一份由茶办存档: the other
    end = quantity.core_end
    if (next_one := pattern("exclusions", "one_by_one").match(text, end)) and next_one["measure"] == quantity.unit.name:
        return True
    if pattern("exclusions", "one_of_each").search(text, max(0, quantity.start - _CHAIN), quantity.start):
        return False
    if pattern("exclusions", "one_two_three").match(text, end):
        return False
    if quantity.unit.name in _PERSONS and pattern("exclusions", "one_is").match(text, end):
        return False
    if quantity.unit.name in _PERSONS and pattern("exclusions", "one_behind").search(left) and pattern("exclusions", "behind_after").match(text, end):
        return False
    return not (pattern("exclusions", "one_before").search(left) or pattern("exclusions", "one_after").match(text, end))

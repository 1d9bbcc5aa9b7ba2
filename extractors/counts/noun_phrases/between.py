"""What leads from a phrase to its number and is no part of it: verbs of attainment and change, adverbs, times, comparisons.

`地区生产总值|较上年实际增长`5%, `婴儿死亡率|由“十二五”末期的`7‰, `用户数|有望在三年内达到`300万.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.counts.noun_phrases.edges import is_metric, joined, listed, read_before
from extractors.counts.noun_phrases.phrases import Word

#: What opens a verb with a bracket in its midst: 新|（改、扩）建.
_BUILDING = frozenset(["新", "改", "扩", "新改"])
_MARKS = frozenset("：:、，, 的之；;。")
_LEAST = frozenset(["不少", "不低", "不高", "不多", "不大", "不小"])
_STOPS = frozenset("，。；：！？\n\t;")
#: After a verb, these say that it leads to a result: 发展|至, 扩大|到.
_RESULTS = frozenset(["到", "至"])
_ORIGINS = frozenset(["从", "由", "自", "较", "比"])
_PAIR = 4
#: Parts of speech (jieba) that no ratio is named after.
_NOT_NAMED = frozenset("vdrpctmu")
_LYING = frozenset(["位于", "处于", "居于"])
_TAKING_UP = frozenset(["占", "约占", "仅占", "占到"])
_TOGETHER = ("相比", "同比", "比较")
#: Grades that things are better or worse than, without being compared with anything: 优于|Ⅲ|类.
_GRADES = frozenset("ⅠⅡⅢⅣⅤ一二三四五") | {"II", "III", "IV", "V"}
_COUNTING = "0123456789一二三四五六七八九十两"
_YEARS = frozenset(["年", "年来", "年间", "个月"])
_SPAN = re.compile("[一二三四五六七八九十两]{1,2}(?:个月|年|个季度|季度|周|天)(?:来|内|间|以来)?")
_LATELY = frozenset(["近", "前", "过去", "未来", "这", "连续"])
_MOMENTS = frozenset(["年底", "年末", "月底", "月末", "年", "月", "日", "季度", "期末"])
_AT = frozenset(["在", "于", "到", "至", "截至", "自"])
#: As many words as a comparison's other side or a place in time may have.
_LONGEST = 12
#: What a rate is for is no longer: 每|贫困户.
_LONGEST_OF_RATE = 3


def grouped(found: Sequence[Word]) -> list[Word]:
    """The words with every quoted name as one noun, a verb with its bracket as one verb (`新建（改造）`), 发放|贷款 and 占比|较
    apart, which jieba joins or cuts wrongly."""
    groups: list[Word] = []
    opened = opened_bracket = -1
    for word in found:
        groups.append(word)
        if word.text in "（(":
            opened_bracket = len(groups) - 1
        elif word.text == "“":
            opened = len(groups) - 1
        elif word.text == "”" and opened >= 0:
            inside = groups[opened + 1 : -1]
            tag = inside[0].tag if len(inside) == 1 else "nz"
            groups[opened:] = [Word(groups[opened].start, word.end, "“" + joined(inside) + "”", tag)]
            opened = -1
        elif word.text == "建" and len(groups) > 3 and groups[-2].text in ")）" and groups[max(0, opened_bracket - 1)].text in _BUILDING:
            groups[opened_bracket - 1 :] = [Word(groups[opened_bracket - 1].start, word.end, "新建", "v")]
        elif word.text in ")）" and opened_bracket >= 1 and groups[opened_bracket - 1].text in read_before("making"):
            verb = groups[opened_bracket - 1]
            groups[opened_bracket - 1 :] = [Word(verb.start, word.end, verb.text, verb.tag)]
        elif len(word.text) > 1 and word.text[0] in "年月日" and word.text not in read_before("times") and _is_number(groups[:-1]):
            groups[-1:] = [Word(word.start, word.start + 1, word.text[0], "m"), Word(word.start + 1, word.end, word.text[1:], "n")]
        elif len(word.text) == _PAIR and word.text[2:] in read_before("sums") and word.text[:2] in read_before("making"):
            groups[-1:] = [Word(word.start, word.start + 2, word.text[:2], "v"), Word(word.start + 2, word.end, word.text[2:], "n")]
        elif word.text == "于" and len(groups) > 1 and (groups[-2].text in _LEAST or groups[-2].text + "于" in read_before("compared")):
            groups[-2:] = [Word(groups[-2].start, word.end, groups[-2].text + "于", "v")]
        elif word.text == "财政投入":
            groups[-1:] = [Word(word.start, word.start + 2, "财政", "n"), Word(word.start + 2, word.end, "投入", "v")]
        elif len(word.text) > 2 and word.text[0] == "共" and word.text[1:] in read_before("making"):
            groups[-1:] = [Word(word.start, word.start + 1, "共", "d"), Word(word.start + 1, word.end, word.text[1:], "v")]
        elif word.text == "次" and len(groups) > 1 and groups[-2].text == "每人":
            groups[-2:] = [Word(groups[-2].start, word.end, "每人次", "r")]
        elif word.text == "比达" and len(groups) > 1:
            groups[-2:] = [Word(groups[-2].start, word.start + 1, groups[-2].text + "比", "n"), Word(word.start + 1, word.end, "达", "v")]
        elif word.text == "率控制":
            groups[-1:] = [Word(word.start, word.start + 1, "率", "n"), Word(word.start + 1, word.end, "控制", "v")]
        elif len(groups) > 2 and groups[-2].text == "比" and _follows_ratio(word, groups[-3]):
            groups[-3:-1] = [Word(groups[-3].start, word.start, groups[-3].text + "比", "n")]
        elif word.text == "比较" and len(groups) > 1 and groups[-2].text == "占":
            groups[-2:] = [Word(groups[-2].start, word.start + 1, "占比", "n"), Word(word.start + 1, word.end, "较", "p")]
    if len(groups) > 1 and groups[-1].text == "比" and groups[-2].tag[:1] in ("n", ""):
        groups[-2:] = [Word(groups[-2].start, groups[-1].end, groups[-2].text + "比", "n")]  # 存贷|比
    return groups


def _is_number(words: Sequence[Word]) -> bool:
    """Whether a number of years, months or days ends the words: `2020`, `4|个`."""
    return bool(words) and (words[-1].text.isdigit() or (words[-1].text == "个" and len(words) > 1 and words[-2].text.isdigit()))


def _follows_ratio(word: Word, named: Word) -> bool:
    """Whether 比 between the two is the noun: `收入|比|缩小到`, `总产值之|比|达到`; a comparison has its other side there."""
    nominal = named.text == "之" or named.tag[:1] not in _NOT_NAMED or is_metric(named.text)
    return nominal and (word.text in read_before("changing") or word.text in listed("reaching"))


def _results(word: Word) -> bool:
    """Whether a verb has its result grown on to it: 削减到, 扩展至."""
    verb = word.text[:-1]
    grown = word.text[-1] in _RESULTS and len(verb) > 1
    return grown and (verb in listed("attainment") or verb in read_before("making") or verb in read_before("changing"))


class Between:
    """Takes words from the end of a clause until its noun phrase ends it; `kept` is what is left, `attained` whether a verb of attainment
    or change was among those taken, so that the phrase is its subject."""

    def __init__(self, found: Sequence[Word], *, limited: bool) -> None:
        self.kept, self.attained = list(found), limited
        self._said = ""
        steps = (self._word, self._rate, self._origin, self._place, self._years, self._comparison)
        while self.kept and any(step() for step in steps):
            pass
        self._after_stop()

    def _pop(self) -> str:
        text = self.kept.pop().text
        self._said = text + self._said
        return text

    def _word(self) -> bool:
        """One word that cannot end a noun phrase."""
        last = self.kept[-1]
        changed = last.text in read_before("changing") and len(self.kept) > 1
        connects = changed or _results(last) or last.text in listed("attainment") or last.text in read_before("between")
        adverb = last.tag == "t" or (last.tag == "d" and len(last.text) > 1)
        adverb = adverb or (last.text == "计划" and self.attained and len(self.kept) > 1 and is_metric(self.kept[-2].text))  # 投资|计划|增长
        if not connects and not adverb and last.text not in _MARKS and last.text != "中":
            return False
        self._pop()
        self.attained = self.attained or changed or _results(last) or last.text in listed("reaching") or last.text in _ORIGINS
        if self.kept and self._leads(self.kept[-1], last.text):
            self._pop()
        return True

    def _rate(self) -> bool:
        """Of whom or in what time so much is: `低保标准提高到|每人每月`, `学费|每生每学年`; a phrase of nothing else stays (`每组`)."""
        last = self.kept[-1]
        if last.text[0] == "每" and 1 < len(last.text) < _PAIR + 1 and len(self.kept) > 1:
            self._pop()
            return True
        if len(self.kept) > _PAIR - 1 and self.kept[-3].text == "每" and self.kept[-2].text[0].isdigit():
            self._cut(len(self.kept) - 3)  # 收购价为|每50公斤
            return True
        if len(self.kept) > 2 and self.kept[-2].text == "每" and len(last.text) <= _LONGEST_OF_RATE and not is_metric(last.text):
            self._cut(len(self.kept) - 2)
            return True
        return False

    def _leads(self, verb: Word, result: str) -> bool:
        """Whether a verb goes with the result after it: `发展|至`, `巩固|在`, `下调|为`."""
        if result in ("在", "为"):
            return verb.text[-2:] in read_before("raising") or verb.text in read_before("setting")
        return result in _RESULTS and (verb.tag.startswith("v") or verb.text in read_before("making")) and not is_metric(verb.text)

    def _origin(self) -> bool:
        """Where a change began: `从|“十二五”末期的`, `由|原来的`."""
        timely = True
        for position in range(len(self.kept) - 1, max(-1, len(self.kept) - _LONGEST), -1):
            word = self.kept[position]
            if word.text in _STOPS:
                return False
            if word.text in _ORIGINS and not self._is_degree(position) and (timely or (position and is_metric(self.kept[position - 1].text))):
                self._cut(position)
                self.attained = True
                return True
            timely = timely and (word.tag in ("t", "m") or word.text in read_before("times") or word.text[0].isdigit())
        return False

    def _is_degree(self, position: int) -> bool:
        """Whether 较 at `position` is an adverb of a quality said of what stands before it (`寿命|较长的`), and opens no comparison."""
        quality = [other.tag[:1] for other in self.kept[position + 1 :]]
        return self.kept[position].text == "较" and quality == ["a"] and self._said.startswith("的")

    def _place(self) -> bool:
        """Where or within what: `在|五年之内`, `在|2020年的基础上`, `年底|前`."""
        if self.kept[-1].text not in read_before("localizers") and self.kept[-1].tag != "f":
            return False
        if len(self.kept) > 1 and (self.kept[-2].tag == "t" or self.kept[-2].text in _MOMENTS):
            self._cut(len(self.kept) - 2)
            while self.kept and (self.kept[-1].text[0].isdigit() or self.kept[-1].text in _MOMENTS or self.kept[-1].text in _AT):
                self._pop()
            return True
        for position in range(len(self.kept) - 2, max(-1, len(self.kept) - _LONGEST), -1):
            if self.kept[position].text in ("在", "于", "位于", "处于"):
                self._cut(position)
                return True
            if self.kept[position].text in _STOPS:
                return False
        return False

    def _years(self) -> bool:
        """`近3年`, `年` of 年增长."""
        if self.kept and _SPAN.fullmatch(self.kept[-1].text) and (len(self.kept) < 2 or self.kept[-2].text not in "○〇零"):
            self._pop()
            return True
        if len(self.kept) < 2 or self.kept[-1].text not in _YEARS:
            return False
        if self.kept[-2].text[0] not in _COUNTING:
            if self.kept[-1].text == "年":
                self._pop()
                return True
            return False
        self._cut(len(self.kept) - 2)
        while self.kept and self.kept[-1].text in _LATELY:
            self._pop()
        return True

    def _comparison(self) -> bool:
        """The other side of a comparison: `较|上年同期`, `比|美国`; 与 and 同 compare only with 相比 or 同比."""
        for position in range(len(self.kept) - 1, max(-1, len(self.kept) - _LONGEST), -1):
            word = self.kept[position]
            if word.text in ("、", "和") or word.text in _STOPS or word.text in _TAKING_UP:
                return False
            if word.text in _LYING and position:
                self._cut(position)
                return True
            if word.text not in read_before("compared") or (position + 1 < len(self.kept) and self.kept[position + 1].text.isdigit()):
                continue  # 服役超过12年的…: a threshold has a number, and no other side.
            if self._is_degree(position):
                continue
            if word.text.endswith("于") and self.kept[position + 1 : position + 2] and self.kept[position + 1].text in _GRADES:
                continue  # 优于Ⅲ类的水体比例: the grade is part of the measure's name.
            said = joined(self.kept[position:]) + self._said
            if word.text not in ("与", "同") or any(sign in said for sign in _TOGETHER):
                self._cut(position)
                self.attained = True
                return True
        return False

    def _cut(self, position: int) -> None:
        self._said = joined(self.kept[position:]) + self._said
        del self.kept[position:]

    def _after_stop(self) -> None:
        for position in range(len(self.kept) - 1, -1, -1):
            if self.kept[position].text in _STOPS:
                del self.kept[: position + 1]
                return

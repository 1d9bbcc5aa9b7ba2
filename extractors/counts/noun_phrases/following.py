"""The noun phrase after a number: `50项以上|国际标准和国家标准`, up to the verb that is said of it."""

from __future__ import annotations

import re

from extractors.counts.noun_phrases.edges import CLOSING, OPENING, SEPARATORS, STOPS, joined, listed, read_before
from extractors.counts.noun_phrases.nouns import agreement, classes_of
from extractors.counts.noun_phrases.phrases import Word
from extractors.counts.noun_phrases.predicates import is_predicate, is_time, opens_with_verb
from extractors.counts.noun_phrases.relatives import relative_end
from extractors.counts.noun_phrases.stretch import Stretch, following

_PLAN = re.compile("[一二三四五六七八九十]+五")
#: A number of things after their name.
_SO_MANY = re.compile("[一二两三四五六七八九十]+[份名个家台套辆座间部本册张枚支块幅条所处项只件篇]")
_VAGUE = frozenset(["一批", "若干", "一系列", "N", "相关", "有关"])
#: Rates whose amount a share before them is: 3%|征收率; and as many words as such a rate has at most.
_RATES, _RATE_WORDS = "率", 4
_RATED = frozenset(["%", "‰"])
_QUOTES_OPEN, _QUOTES_CLOSE = "“‘「『《", "”’」』》"
#: Parts of speech (jieba) of a word before 的 that describes: a verb, an adjective, a set phrase.
_WITHIN = frozenset(["中", "内", "里", "上", "之中", "之内", "当中", "周边", "周围", "附近"])
_LEFT_OUT = frozenset(["除外", "以外", "外", "下同"])
_DESCRIBING = frozenset(["v", "vn", "a", "ad", "i", "l", "b", "f", "an"])
#: Classes of what has things of its own, of which the 的 after it speaks: 城市的|工作, but not 类型的|企业.
_OWNERS = frozenset(["place", "organisation", "person", "household", "group", "facility", "line", "machine", "land"])
#: As many words as a quotation inside a phrase may have, and as many characters as a bracket.
_LONGEST_QUOTATION, _LONGEST_BRACKET = 12, 12
#: Measure words of parts of a whole, and what joins another thing to them.
_PARTED, _JOINING = frozenset(["大", "级"]), frozenset(["和", "与", "及", "以及"])
_EACH_TIME = frozenset(["每年", "每月", "每周", "每天", "每学期", "每季度"])
#: Measure words that count things of nearly every class.
_GENERAL = frozenset(["个", "项", "类", "种", "大", "批", "级"])
#: After the things counted, what is about them.
_REGARDING = frozenset(["相关", "有关", "所在"])
#: As many words as name another party, and what they do together.
_LONGEST_PARTY = 6


def leading(stretch: Stretch) -> tuple[int, int, int]:
    """The noun phrase that opens the stretch: its start, where a relative clause that opens it ends (else its start), its end, as offsets.

    It is empty (start == end) when a verb opens it that is no relative clause's. `国际标准和国家标准，…` is taken up to the comma, of
    `残疾人提供服务` only 残疾人.
    """
    if not stretch.words:
        return 0, 0, 0
    start = stretch.words[0].start
    relative = relative_end(stretch)
    if relative < 0 and opens_with_verb(stretch):
        return start, start, start
    return start, max(start, relative), _Reader(stretch, relative).end()


class _Reader:
    """Walks over the words after a number until its phrase ends."""

    def __init__(self, stretch: Stretch, relative: int) -> None:
        self._stretch, self._found, self._relative = stretch, stretch.words, relative
        self._nouns = self._depth = self._quoted = 0

    def end(self) -> int:
        """Where the phrase ends."""
        end = self._found[0].start
        for position, word in enumerate(self._found):
            if word.start >= self._stretch.limit or self._breaks(position, word):
                break
            if self._depth or self._quoted or word.text in SEPARATORS or word.text == "的":
                continue
            end = word.end
        return end

    def _breaks(self, position: int, word: Word) -> bool:
        """Whether the phrase ends before `word`; keeps count of brackets, quotations and nouns on the way."""
        if any(start <= word.start < end for start, end in self._stretch.inner):
            return False
        if word.text in OPENING or word.text in CLOSING:
            return self._bracket(position, word)
        if self._depth:
            return False
        if word.text in _QUOTES_OPEN or word.text in _QUOTES_CLOSE:
            return self._quotation(position, word)
        if self._quoted or word.end <= self._relative:
            return False
        after = self._stretch.next(position)
        if word.text == "+":
            return True
        if word.text == "并" and after is not None and after.tag[:1] in ("v", "a", "d", "p"):
            return True
        if self._stretch.measure in _RATED and 0 < position < _RATE_WORDS and self._found[position - 1].text.endswith(_RATES):
            return True  # 3%征收率|征税
        if self._nouns and word.text in self._stretch.closing:
            return True  # 千亿元|产业|及战略性新兴产业
        if self._nouns and self._stretch.measure is None and word.tag[:1] == "v" and "person" in classes_of(self._found[position - 1].text):
            return True  # 3万居民|规划设置
        if self._nouns and (word.text in _EACH_TIME or self._ends_parts(position, word)):
            return True
        if self._nouns and _SO_MANY.fullmatch(word.text) and self._stretch.stops_after(position):
            return True  # 成果简介|一份
        if word.text in SEPARATORS:
            if self._nouns and after is not None and self._joins_else(position, after):
                return True
            return not self._nouns or not self._goes_on(position) or self._stretch.joins_another(position)
        if word.text == "的":
            return not self._nouns or self._is_possessive(position)
        if word.text in STOPS or word.text == "者" or is_predicate(self._stretch, position, named=self._nouns > 0):
            return True
        if self._nouns and (is_time(self._stretch, position) or self._is_within(position)):
            return True
        if word.text in _REGARDING and self._nouns and self._ends_counted(position):
            return True  # 九张名片|相关扶持政策
        if word.text == "等" and (self._stretch.share or (after is not None and after.text in STOPS)):
            return True
        self._nouns += word.tag[:1] not in ("d", "p", "u")
        return False

    def _bracket(self, position: int, word: Word) -> bool:
        if word.text in CLOSING:
            self._depth -= 1
            return self._depth < 0
        after = self._stretch.next(position)
        said = after.text if after else ""
        opened = joined(self._found[position + 1 : position + 3]).startswith(("以下", "责任", "不含", "不包括"))
        if not self._depth and (opened or said in following("asides") or self._excepts(position) or self._is_long(position)):
            return True
        self._depth += 1
        return False

    def _ends_parts(self, position: int, word: Word) -> bool:
        """Whether a name of so many great parts (大, 级), or of the places in which something is done, ends before the word.

        `四大主导产业|和园区`, `两大体系|的资源`, 在`8个县|建设基地`.
        """
        if self._stretch.agreement(position) != "counted":
            return False
        if word.text in _JOINING:
            return self._stretch.measure in _PARTED
        located = self._stretch.located and word.text in following("building") and "place" in classes_of(self._stretch.noun_before(position))
        return located or (word.text == "的" and self._stretch.measure == "大")

    def _ends_counted(self, position: int) -> bool:
        """Whether the name before the word at `position` may be that of the things counted."""
        of_thing = self._stretch.agreement(position)
        if any(word.text in SEPARATORS for word in self._found[:position]):
            return False
        return of_thing == "counted" or (of_thing == "unknown" and self._stretch.measure not in _GENERAL)

    def _excepts(self, position: int) -> bool:
        """Whether the bracket that opens at `position` says what is left out: `成员|（基金会除外）`."""
        inside = (word.text for word in self._found[position + 1 : position + 1 + _LONGEST_BRACKET])
        return next((text for text in inside if text in _LEFT_OUT or text in CLOSING), "") in _LEFT_OUT

    def _is_long(self, position: int) -> bool:
        """Whether the bracket that opens at `position` holds more than a name can."""
        start = self._found[position].end
        inside = self._found[position + 1 : position + 1 + _LONGEST_BRACKET]
        return not any(word.text in CLOSING and word.start - start <= _LONGEST_BRACKET for word in inside)

    def _quotation(self, position: int, word: Word) -> bool:
        after = self._stretch.next(position)
        if self._nouns and word.text == "“" and after is not None and _PLAN.fullmatch(after.text):
            return True
        if word.text in _QUOTES_CLOSE:
            self._quoted -= 1
            self._nouns += 1
            return self._quoted < 0
        if self._nouns and self._names_title(position):
            return True
        described = bool(self._nouns) and self._found[position - 1].tag not in ("a", "b", "f", "s")
        told = self._stretch.measure not in _GENERAL and self._stretch.agreement(position) == "counted"
        if described and (told or self._closes_phrase(position)):
            return True
        self._quoted += 1
        return False

    def _names_title(self, position: int) -> bool:
        """Whether the quotation that opens at `position` is what the things counted are honoured with: 授予80个示范区|“县级示范区”称号."""
        for at in range(position + 1, min(position + _LONGEST_QUOTATION, len(self._found))):
            if self._found[at].text in _QUOTES_CLOSE:
                after = self._stretch.next(at)
                return after is not None and after.text.startswith(("称号", "荣誉", "光荣称号"))
        return False

    def _closes_phrase(self, position: int) -> bool:
        """Whether the quotation that opens at `position` is followed by another or by nothing: it is no name inside the phrase."""
        for at in range(position + 1, min(position + _LONGEST_QUOTATION, len(self._found))):
            if self._found[at].text in _QUOTES_CLOSE:
                after = self._stretch.next(at)
                return after is None or after.text in STOPS or after.text in "“‘、"
        return True

    def _is_within(self, position: int) -> bool:
        """Whether the word says that something is in the things counted: `17个行业|中经营困难的企业`."""
        word, after = self._found[position], self._stretch.next(position)
        within = word.text in _WITHIN and after is not None and after.text not in CLOSING and after.text not in "”"
        fitting = word.text == "中" and after is not None and after.text in following("fitting")  # 400万元以上的工程|中适宜由…提供的
        return within and (fitting or self._stretch.agreement(position) == "counted")

    def _is_possessive(self, position: int) -> bool:
        """Whether the 的 at `position` joins a thing to what is said of it (`产业的进展`) rather than a quality to a thing."""
        stretch, word, before = self._stretch, self._found[position], self._found[position - 1]
        after = stretch.next(position)
        of_thing = stretch.agreement(position)
        if stretch.measure is None and "person" in classes_of(stretch.noun_before(position)):
            return True  # 600万中国人|的饭碗
        if (stretch.share and of_thing != "counted") or any(word.start == end or word.end == start for start, end in stretch.inner):
            return False
        if after is None or after.text in STOPS or (after.tag.startswith("v") and stretch.next(position + 1) and stretch.stops_after(position + 1)):
            return True
        if before.tag in _DESCRIBING or before.text in "”）)":
            return False
        counts_one_class = stretch.measure not in _GENERAL and of_thing == "counted" and not stretch.counted_after(position)
        owned = counts_one_class or (of_thing == "counted" and classes_of(stretch.noun_before(position)) & _OWNERS)
        owning = before.text in following("owning") and (of_thing == "counted" or stretch.measure in _GENERAL or not stretch.counted_after(position))
        if owned or owning or (of_thing == "not" and stretch.counted_before(position)):
            return True
        return not (after.tag.startswith("n") or stretch.counted_after(position))

    def _joins_else(self, position: int, after: Word) -> bool:
        """Whether what 和 or 及 joins to the things counted is none of them: what lies beside them, a place by its name."""
        named = after.tag == "ns" and after.text not in following("no_places") and not classes_of(after.text, whole=True)
        if named and self._found[0].tag != "ns" and self._stretch.agreement(position) == "counted":
            return True
        return self._found[position].text != "、" and (after.text in following("besides") or self._ends_quoted(position))

    def _ends_quoted(self, position: int) -> bool:
        """Whether a thing counted by its name in quotation marks ends before the separator at `position`: 9个“云茶交流中心”|和主要口岸."""
        if self._found[position - 1].text not in _QUOTES_CLOSE or position < 2:
            return False
        name = self._found[position - 2].text
        return agreement(self._stretch.measure, name, name) == "counted" and self._found[position + 1].text not in _QUOTES_OPEN

    def _is_mutual(self, position: int) -> bool:
        """Whether 与 or 和 at `position` joins those counted to others with whom they do something: 青年文明号|与贫困户结对."""
        if self._found[position].text not in ("与", "和", "同"):
            return False
        if self._found[position].text == "和" and self._stretch.agreement(position) != "counted":
            return False
        for number, word in enumerate(self._found[position + 1 : position + 1 + _LONGEST_PARTY]):
            if word.start >= self._stretch.limit or word.text in STOPS or word.text in SEPARATORS:
                return False
            if number and word.text in following("mutual"):
                rest = [later.tag[:1] for later in self._found[position + 2 + number : position + 4 + number]]
                return all(tag in ("v", "x", "") for tag in rest[:1]) or word.text in following("predicates")
        return False

    def _goes_on(self, position: int) -> bool:
        """Whether the list goes on after the separator at `position`.

        Not when a verb or `一批` follows, and not when what follows leads to the next number (`三大数据库|和政务应用、民生应用两大应用`).
        """
        first = self._stretch.next(position)
        if self._is_mutual(position):
            return False
        if first is not None and first.text[0] in "每各" and not self._stretch.counted_after(position):
            return False  # 额度、|每个获奖县
        if first is None or first.tag == "m" or first.text in _VAGUE or first.text in following("predicates") or first.text in listed("strong"):
            return False
        paired = position > 0 and self._found[position - 1].tag[:1] == "v" and self._stretch.counted_after(position)  # 土壤治理|与修复工程
        if first.tag == "v" and first.text in read_before("governing") and self._stretch.agreement(position) != "unknown" and not paired:
            return False
        for number, word in enumerate(self._found[position + 1 :]):
            if word.start >= self._stretch.limit:
                return number > 0 and self._found[position + number].text in SEPARATORS
            if word.text in STOPS or word.text in CLOSING:
                return number > 0
            if word.text in SEPARATORS and not number:
                return False
            if word.text in following("predicates"):
                return True
        return True

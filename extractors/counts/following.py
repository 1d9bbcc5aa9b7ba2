"""The noun phrase after a number: `50项以上|国际标准和国家标准`, up to the verb that is said of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.counts.nounphrases import CLOSING, OPENING, SEPARATORS, STOPS, is_metric, joined, listed
from extractors.counts.phrases import Word

#: Verbs of the predicates that may nevertheless open a relative clause: 具有代表性的项目.
_RELATIVE = frozenset(["有", "具有", "具备", "符合", "满足", "覆盖", "在", "对", "获得", "进入"])
_YEARS = re.compile("[一二三两四五六七八九十]年")
#: Words of the attainments that may nevertheless begin a noun phrase.
_NOMINAL = frozenset(["全面", "总", "高", "低", "多", "少", "年", "上", "基本", "保障", "控制", "调整", "平均"])
_VAGUE = frozenset(["一批", "若干", "一系列", "N", "相关", "有关"])
#: Parts of speech (jieba) of a word before 的 that describes: a verb, an adjective, a set phrase.
_DESCRIBING = frozenset(["v", "vn", "a", "ad", "i", "l", "b", "f", "an"])
#: Places with the kinds in a bracket, after which more is said: 省（市）|扩大…, but not 县（市）级.
_PLACES = re.compile("[省市区县州]（[省市区县旗州、]{1,8}）(?![级域属直及、和与]|$)")
#: Verbs that take an object but name a noun before these: 教师|培养|基地.
_NAMING = frozenset(["培养", "培育", "改造", "推广", "转移"])
_NAMED = ("基地", "中心", "平台", "工程", "计划", "项目", "机构")
_LONGEST_RELATIVE, _LONGEST_QUOTATION, _LONGEST_HEAD = 40, 12, 6


def leading(found: Sequence[Word], limit: int, inner: Sequence[tuple[int, int]] = (), *, share: bool = False) -> tuple[int, int]:
    """The noun phrase that opens `found`, as offsets; empty (start == end) when a verb opens it that is no relative clause's.

    Separators are followed up to `limit`, where the next number stands; `inner` are quantities that belong to the phrase
    (`销售额超千万元的市场主体`); `share` says that the number is one of a whole (90%以上村庄的生活垃圾). `国际标准和国家标准，…` is taken up to the
    comma, of `残疾人提供服务` only 残疾人.
    """
    if not found:
        return 0, 0
    start = found[0].start
    if _relative_end(found, limit) < 0 and _opens_with_verb(found, limit):
        return start, start
    return start, _Reader(found, limit, inner, share=share).end()


def _opens_with_verb(found: Sequence[Word], limit: int) -> bool:
    first, following = found[0], found[1] if len(found) > 1 else None
    if first.text in listed("attainment") and first.text not in _NOMINAL:
        return True
    ends = following is None or following.text in STOPS or following.start >= limit or following.text[0].isdigit()
    return ends and first.text in listed("strong")


class _Reader:
    """Walks over the words after a number until its phrase ends."""

    def __init__(self, found: Sequence[Word], limit: int, inner: Sequence[tuple[int, int]], *, share: bool) -> None:
        self._found, self._limit, self._inner, self._share = found, limit, inner, share
        self._relative = _relative_end(found, limit)
        self._nouns = self._depth = self._quoted = 0

    def end(self) -> int:
        """Where the phrase ends."""
        end = self._found[0].start
        for position, word in enumerate(self._found):
            if word.start >= self._limit or self._breaks(position, word):
                break
            if self._depth or self._quoted or word.text in SEPARATORS or word.text == "的":
                continue
            end = word.end
        return end

    def _breaks(self, position: int, word: Word) -> bool:
        """Whether the phrase ends before `word`; keeps count of brackets, quotations and nouns on the way."""
        if any(start <= word.start < end for start, end in self._inner):
            return False
        if word.text in OPENING or word.text in CLOSING:
            return self._bracket(position, word)
        if self._depth:
            return False
        if word.text in "“‘「『”’」』":
            return self._quotation(position, word)
        if self._quoted or word.end <= self._relative:
            return False
        if word.text == "并" and self._found[position + 1 : position + 2] and self._found[position + 1].tag.startswith("v"):
            return True
        if word.text in SEPARATORS:
            return not self._nouns or not _goes_on(self._found, position, self._limit)
        if word.text == "的":
            after_inner = any(end == word.start for _, end in self._inner)
            return not self._nouns or (not self._share and not after_inner and _possessive(self._found, position))
        if word.text in STOPS or word.text == "者" or self._is_predicate(position, word) or self._is_time(position, word):
            return True
        following = self._found[position + 1] if position + 1 < len(self._found) else None
        if word.text == "等" and (self._share or (following is not None and following.text in STOPS)):
            return True
        self._nouns += word.tag[:1] not in ("d", "p", "u")
        return False

    def _bracket(self, position: int, word: Word) -> bool:
        if word.text in CLOSING:
            self._depth -= 1
            return self._depth < 0
        following = self._found[position + 1].text if position + 1 < len(self._found) else ""
        if not self._depth and (following in listed("asides") or following.startswith(("以下", "责任"))):
            return True
        self._depth += 1
        return False

    def _quotation(self, position: int, word: Word) -> bool:
        if word.text in "”’」』":
            self._quoted -= 1
            self._nouns += 1
            return self._quoted < 0
        described = bool(self._nouns) and self._found[position - 1].tag not in ("a", "b", "f", "s")
        if described and _closes_phrase(self._found, position):
            return True
        self._quoted += 1
        return False

    def _is_nominal(self, word: Word) -> bool:
        """Whether the first word belongs to the noun after it: 基本指标, but not 基本解决."""
        following = self._found[1] if len(self._found) > 1 else None
        return word.text in _NOMINAL and following is not None and following.tag[:1] in ("n", "b")

    def _is_given(self, position: int, word: Word) -> bool:
        """Whether `word` is help named as a thing: 资金|支持, but not 支持 in `10家企业支持…`."""
        following = self._found[position + 1] if position + 1 < len(self._found) else None
        money = not position or self._found[position - 1].text in listed("money")
        return money and word.text in listed("money") and (following is None or following.text in STOPS)

    def _is_time(self, position: int, word: Word) -> bool:
        """Whether a number of years begins at `word`: 重点改革|三年任务."""
        following = self._found[position + 1] if position + 1 < len(self._found) else None
        if self._nouns and _YEARS.fullmatch(word.text):
            return True
        return bool(self._nouns) and word.tag == "m" and following is not None and following.text in ("年", "年内", "年度", "个月")

    def _is_predicate(self, position: int, word: Word) -> bool:
        if word.text in listed("predicates") and (position or (word.text != "未" and not self._is_nominal(word))):
            if self._is_given(position, word):
                return False
            # Two single characters in a row are a word jieba does not know: 赋|能.
            previous = self._found[position - 1] if position else None
            alone = previous is None or len(previous.text) > 1 or previous.tag == "m" or previous.text in CLOSING
            return len(word.text) > 1 or alone
        if not self._nouns:
            return False
        return word.tag in ("d", "p", "c") or (word.tag == "v" and word.text in listed("strong") and not self._names(position))

    def _names(self, position: int) -> bool:
        """Whether the verb at `position` names a noun rather than governs it: 教师|培养|培训|基地."""
        following = self._found[position + 1] if position + 1 < len(self._found) else None
        return self._found[position].text in _NAMING and following is not None and following.text.endswith(_NAMED)


def _closes_phrase(found: Sequence[Word], position: int) -> bool:
    """Whether the quotation that opens at `position` is followed by another or by nothing: it is no name inside the phrase."""
    for at in range(position + 1, min(position + _LONGEST_QUOTATION, len(found))):
        if found[at].text in "”’」』":
            following = found[at + 1 : at + 2]
            return not following or following[0].text in STOPS or following[0].text in "“‘、"
    return True


def _relative_end(found: Sequence[Word], limit: int) -> int:
    """Where a relative clause that opens the phrase ends (`具有代表性的` 项目, `有特色、有规模的` 基地), or -1."""
    first = found[0]
    verbal = first.tag.startswith("v") or first.tag in ("p", "a", "d", "l", "i")
    if first.tag.startswith("n") or (first.text in listed("predicates") and first.text not in _RELATIVE):
        return _quality_end(found, limit)
    if not verbal:
        return -1
    end = -1
    for position, word in enumerate(found[:_LONGEST_RELATIVE]):
        if word.start >= limit or word.text in "，。；：！？\n\t":
            break
        if word.text == "的":
            end = word.end
            following = found[position + 1 : position + 2]
            if not following or following[0].text not in SEPARATORS:
                break
    return end


def _quality_end(found: Sequence[Word], limit: int) -> int:
    """Where a clause of qualities that opens the phrase ends (`规模大、特色鲜明的` 企业), or -1."""
    for position, word in enumerate(found[1:_LONGEST_RELATIVE], 1):
        if word.start >= limit or word.text in "，。；：！？\n\t（(":
            return -1
        if word.text == "的":
            return word.end if found[position - 1].text in listed("qualities") else -1
        if word.text in "、和且" and found[position - 1].text not in listed("qualities"):
            return -1
    return -1


def _possessive(found: Sequence[Word], position: int) -> bool:
    """Whether the 的 at `position` joins a thing to what is said of it (`产业的进展`) rather than a quality to a thing."""
    before = found[position - 1]
    after = found[position + 1] if position + 1 < len(found) else None
    if after is None or after.text in STOPS:
        return True
    if before.tag in _DESCRIBING or before.text in "”）)":
        return False
    return not after.tag.startswith("n") or before.text in listed("heads")


def _goes_on(found: Sequence[Word], position: int, limit: int) -> bool:
    """Whether the list goes on after the separator at `position`: no number, no verb and no `一批` follows before the next separator."""
    for number, word in enumerate(found[position + 1 :]):
        if word.text in STOPS or word.text in SEPARATORS or word.text in CLOSING:
            return number > 0
        if word.start >= limit:
            return False
        if not number and (word.text in _VAGUE or word.text in listed("predicates") or word.text in listed("strong")):
            return False
    return position + 1 < len(found)


def head_cut(found: Sequence[Word], start: int, end: int) -> int:
    """Where a phrase counted with 个, 大, 类 … ends when it opens with a head noun and more is said: `行政村|生活污水治理`."""
    inside = [word for word in found if start <= word.start and word.end <= end]
    if len(inside) < 2 or any(word.text == "的" for word in inside):
        return end
    heads, said = listed("heads"), inside[-1].text in listed("said_of_heads")
    if places := _PLACES.match(joined(inside)):
        return next(word.end for word in inside if word.end - start >= places.end())
    for word, following in pairwise(inside[:_LONGEST_HEAD]):
        goes_on = following.text in heads or following.text in SEPARATORS or following.text in "（(级”"
        if word.text == "方面" and inside[-1] is following and following.text in listed("after_aspects"):
            return end
        if word.text in heads and not goes_on and (said or word.text in listed("always_heads")):
            return word.end
    return end


def without_action(found: Sequence[Word], start: int, end: int) -> int:
    """The phrase's end without the action that is done to the thing: `特色小镇总体规划|编制`."""
    inside = [word for word in found if start <= word.start and word.end <= end]
    if len(inside) > 2 and inside[-1].text == "应用" and inside[-2].text in listed("actions"):
        inside.pop()
    if len(inside) > 1 and inside[-2].text == "方面":
        return end
    dropped = listed("said_at_end") | listed("actions")
    while len(inside) > 1 and (inside[-1].text in dropped or inside[-1].tag in ("d", "p", "c", "u")):
        inside.pop()
    return inside[-1].end if inside else end


def without_measure(found: Sequence[Word], start: int, end: int, *, owners: bool = False) -> int:
    """The phrase's end without what is measured of the things, when the measure's own number follows: `产业集聚区|主营业务收入`超过….

    `owners`: the measure word (座, 家) only counts things that have measures (`水电站|上网电量`), so that no number need follow.
    """
    inside = [word for word in found if start <= word.start and word.end <= end]
    if not is_metric(joined(inside)):
        return end
    if owners and inside[-1].text in listed("measured"):
        return _owner_end(inside)
    following = next((word for word in found if word.start >= end and not word.text.isspace()), None)
    if following is None or (following.text not in listed("reaching") and following.text not in listed("measured_ends")):
        return end
    for position in range(len(inside) - 2, 0, -1):
        if inside[position].text == "的":
            return inside[position - 1].end
    return _owner_end(inside)


def _owner_end(inside: list[Word]) -> int:
    """Where the words before a measure's name end."""
    kept = len(inside)
    while kept > 1 and inside[kept - 1].text in listed("measured"):
        kept -= 1
    return inside[kept - 1].end

"""Bound words: `不少于`, `超过`, `约` before a number, `以上`, `以内`, `左右` after it, and those that stand away from it.

A bound word directly at the number belongs to the quantity's text; one further off in the clause is only read.
"""

from __future__ import annotations

import functools
import re

from extractors.counts.lexicon import alternation, pattern, table
from extractors.records import Comparator

#: Words these close bound words are the tail of: 节约, 最近, 高超.
_NOT_BEFORE = {
    "约": frozenset("节预合签契条公制缔特简集"),
    "近": frozenset("最附邻靠亲远临逼相就贴"),
    "超": frozenset("高赶反"),
    "低于": frozenset("远"),
    "高于": frozenset("远"),
    "过": frozenset("通经不超"),
    "上": frozenset("以线网岸路陆海地天身手船车水础本场会界面晚早马加际程史式之向迈跃登站跨踏升走"),
}
#: Bound words before a number that is only multipliers.
_BARE: dict[str, Comparator] = {"过": "gt", "上": "ge"}
_LONGEST_BEFORE = 6
#: What a bound after a number says when the number itself is left out: 30万千瓦以下（不含）.
_BEYOND: dict[Comparator, Comparator] = {"ge": "gt", "le": "lt"}


@functools.cache
def _before() -> dict[str, Comparator]:
    return {word: comparator for comparator, listed in table("bounds")["before"].items() for word in listed.split()}


@functools.cache
def last_characters() -> frozenset[str]:
    """The characters that bound words before a number end in."""
    return frozenset(word[-1] for word in _before()) | _BARE.keys()


@functools.cache
def _after() -> tuple[re.Pattern[str], dict[str, Comparator]]:
    listed: dict[str, Comparator] = {word: comparator for comparator, entry in table("bounds")["after"].items() for word in entry.split()}
    plain = alternation(listed.keys() - {"内"}, spaced=True)
    # The number may be said again in the bracket: 3万元（含3万元）以下, 50岁以内（含50岁）.
    included = r"[（(]含[^（）()\n]{0,10}[）)]"
    # 内 alone is a bound only at the end of a phrase: 48万吨内, but not 5%内容 or 三市内陆.
    without = r"(?P<without>[（(]不含[^（）()\n]{0,10}[）)])"
    word = rf" ?(?:{included} ?)?(?P<word>(?!上下[游级联])(?:{plain})|内(?=[，。；、）)\n]|$))(?: ?(?:{included}|{without}))?"
    return re.compile(rf"{word}|[（(]含(?:本数)?[）)](?! ?[至到—\-~～])"), listed


def before_at(text: str, start: int, *, bare: bool = False) -> tuple[Comparator, int] | None:
    """The bound word that ends at `start` (one space may stand between), with the offset it begins at.

    `bare`: the number is 百, 千 … or 半数, before which 过 and 上 are bound words too (过百, 上千万). `超过` before `300万` is gt; `节约` is not 约.
    """
    if text[start - 1 : start] not in last_characters() and text[start - 1 : start] != " ":
        return None
    # One stray space may stand inside the word.
    places = [at for at in range(max(0, start - _LONGEST_BEFORE - 2), start) if text[at] != " "][-_LONGEST_BEFORE:]
    written = "".join([text[at] for at in places])
    for length in range(len(places), 0, -1):
        word = written[-length:]
        comparator = _before().get(word)
        if comparator is None and bare and (word != "上" or text[start] in "百千万亿"):
            comparator = _BARE.get(word)
        if comparator is None:
            continue
        begin = places[-length]
        if word in _NOT_BEFORE and begin and text[begin - 1] in _NOT_BEFORE[word]:
            return None
        return comparator, begin
    return None


def after_at(text: str, end: int) -> tuple[Comparator, int] | None:
    """The bound word that begins at `end`, with the offset it ends at: `以上` ge, `（含）以上` ge, `以下（不含）` lt, `内` le before a mark.

    A bare `（含）` says that the number itself is reached: ge.
    """
    regex, listed = _after()
    found = regex.match(text, end)
    if not found:
        return None
    word = (found["word"] or "").replace(" ", "")
    comparator = listed[word] if word else "ge"
    return (_BEYOND.get(comparator, comparator) if found["without"] else comparator), found.end()


_GAP_LIMIT = 20
_LISTED = re.compile("[、“”（）的]")
#: What may stand between a bound word and its number: 不得低于新台币200万元, 未达到50%.
_DIRECT = re.compile(
    r"(?:[^，。；：、\d]{0,8}每[百千万]?人口?"
    r"|(?:每[人年月生户亩次天个班]|其|新台币|人民币|可达|可|应|须|要|为|达到?|占|需|有|共|的| ){0,4})"
)
#: 不低于采购金额的30%, 不得逾总经费之百分之四十九: the number is a part of something.
_PART_OF = re.compile(r"[^，。；：\d]{1,40}[的之] ?")
#: 超过检测路线里程30%, a part of a sum or a length.
_PART_OF_SUM = re.compile(r"(?!全[国省市]|去年|上年|同期)[^，。；、：\d的]{2,12}(?:总额|总量|总数|总面积|里程|总长|总长度|总收入|总投资)")
#: 不超过总经费百分之八十, which needs no 的.
_PART_OF_WHOLE = re.compile(r"[^，。；、：\d的]{1,16}")


@functools.cache
def _far() -> tuple[re.Pattern[str], dict[str, Comparator]]:
    listed: dict[str, Comparator] = {word: comparator for comparator, entry in table("bounds")["far"].items() for word in entry.split()}
    return re.compile(alternation(listed)), listed


def far_bound(text: str, floor: int, start: int, end: int, *, points: bool = False) -> Comparator | None:
    """What bound words away from the number say: between `floor` (the clause's beginning) and `start`, or `为限` at `end`.

    `不低于采购金额的` 30%, `至少建成` 20个 and 4000吨/日 `规模以上` are ge, `最高可达` 10% and `以二名为限` le, `约占全省` 71% approx. For
    `points` (percentage points, 倍) a comparison is a distance, not a bound: `高于全国` 0.7个百分点 is none, 未超过最低生活费的`2.5倍` is.
    """
    left = text[max(floor, start - 40) : start]
    if left.rstrip().endswith(("从", "由")):
        return None  # 最高限额从|20万元|提高到40万元
    if pattern("bounds", "limit_after").match(text, end) or left.rstrip().endswith("控制在"):
        return "le"
    if scaled := pattern("bounds", "scaled").match(text, end):
        return "ge" if scaled["ge"] else "le"
    said: Comparator | None = None
    for found in pattern("bounds", "anywhere").finditer(left):
        gap = left[found.end() :].rstrip().removesuffix("的")
        if len(gap) <= _GAP_LIMIT and not _LISTED.search(gap):
            said = "ge" if found["ge"] else "le" if found["le"] else "approx"
    if said:
        return said
    regex, listed = _far()
    words = [found for found in regex.finditer(left) if not pattern("bounds", "unbounded").match(left, found.start())]
    if not words:
        return None
    word, gap = words[-1].group(), left[words[-1].end() :]
    if word == "突破" and not gap:
        return None  # 突破50项关键技术: what is broken through
    denied = word.startswith(("不", "未"))
    if points and not (denied and text[end - 1 : end] == "倍"):
        return None
    missed = word.startswith(("未达", "达不到")) and len(gap) <= _GAP_LIMIT
    share = "分之" in text[start:end] or (denied and text[end - 1 : end] in ("%", "倍"))
    part = _PART_OF.fullmatch(gap) or (share and _PART_OF_WHOLE.fullmatch(gap))
    part = part or (text[end - 1 : end] == "%" and _PART_OF_SUM.fullmatch(gap))
    return listed[word] if missed or _DIRECT.fullmatch(gap) or part else None

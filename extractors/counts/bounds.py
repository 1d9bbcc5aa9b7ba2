"""Bound words: `不少于`, `超过`, `约` before a number, `以上`, `以内`, `左右` after it, and those that stand away from it.

A bound word directly at the number belongs to the quantity's text; one further off in the clause is only read.
"""

from __future__ import annotations

import functools
import re

from extractors.counts.lexicon import alternation, table
from extractors.records import Comparator

#: Words these close bound words are the tail of: 节约, 最近, 高超.
_NOT_BEFORE = {"约": frozenset("节预合签契条公制缔特简集"), "近": frozenset("最附邻靠亲远临逼相就贴"), "超": frozenset("高赶反"), "过": frozenset("通经不超")}
_LONGEST_BEFORE = 6


@functools.cache
def _before() -> dict[str, Comparator]:
    return {word: comparator for comparator, listed in table("bounds")["before"].items() for word in listed.split()}


@functools.cache
def _last_characters() -> frozenset[str]:
    return frozenset(word[-1] for word in _before()) | {"过"}


@functools.cache
def _after() -> tuple[re.Pattern[str], dict[str, Comparator]]:
    listed: dict[str, Comparator] = {word: comparator for comparator, entry in table("bounds")["after"].items() for word in entry.split()}
    # 内 alone is a bound only at the end of a phrase: 48万吨内, but not 5%内容 or 三市内陆.
    plain = alternation(listed.keys() - {"内"}, spaced=True)
    # The number may be said again in the bracket: 3万元（含3万元）以下, 50岁以内（含50岁）.
    included = r"[（(]含[^（）()\n]{0,10}[）)]"
    return re.compile(rf" ?(?:{included} ?)?(?P<word>{plain}|内(?=[，。；、）)\n]|$))(?: ?{included})?|[（(]含(?:本数)?[）)](?! ?[至到—\-~～])"), listed


def before_at(text: str, start: int, *, bare: bool = False) -> tuple[Comparator, int] | None:
    """The bound word that ends at `start` (one space may stand between), with the offset it begins at.

    `bare`: the number is 百, 千 … or 半数, before which 过 is a bound word too (过百, 过半数). `超过` before `300万` is gt; `节约` is not 约.
    """
    if text[start - 1 : start] not in _last_characters() and text[start - 1 : start] != " ":
        return None
    places = [at for at in range(max(0, start - _LONGEST_BEFORE - 2), start) if text[at] != " "][-_LONGEST_BEFORE:]
    for length in range(len(places), 0, -1):
        word = "".join(text[at] for at in places[-length:])
        comparator = _before().get(word)
        if comparator is None and word == "过" and bare:
            comparator = "gt"
        if comparator is None:
            continue
        begin = places[-length]
        if word in _NOT_BEFORE and begin and text[begin - 1] in _NOT_BEFORE[word]:
            return None
        return comparator, begin
    return None


def after_at(text: str, end: int) -> tuple[Comparator, int] | None:
    """The bound word that begins at `end`, with the offset it ends at: `以上` ge, `（含）以上` ge, `内` le before a mark.

    A bare `（含）` says that the number itself is reached: ge.
    """
    pattern, listed = _after()
    found = pattern.match(text, end)
    if not found:
        return None
    word = (found["word"] or "").replace(" ", "")
    return (listed[word] if word else "ge"), found.end()


_DIRECT = re.compile(r"^(?:(?:其|新台币|人民币|可|应|须|要|为|达|达到|占|需|有|可达|共|的)| ){0,4}$")
_PART_OF = re.compile(r"^[^，。；、：\d]{1,28}的 ?$")
_ANYWHERE = re.compile(r"(?P<ge>至少|最少|起码)|(?P<le>至多|最多|最高(?=可|达|给予|奖|补|支持|不|为|额|按|限|提高|上浮|贷|资助|扶持|返|减|享受|增加)|上限)|(?P<approx>(?:大)?约(?=为|占|需|有|达|合|可|计|共|能|相当于|是))")
_AS_LIMIT = re.compile(r" ?(?:为限|封顶|为上限)")
_GAP_LIMIT = 20
_LISTED = re.compile("[、“”（）的]")


@functools.cache
def _far() -> tuple[re.Pattern[str], dict[str, Comparator]]:
    listed: dict[str, Comparator] = {word: comparator for comparator, entry in table("bounds")["far"].items() for word in entry.split()}
    return re.compile(rf"(?:{alternation(listed)})"), listed


def far_bound(text: str, floor: int, start: int, end: int, *, points: bool = False) -> Comparator | None:
    """What bound words away from the number say: between `floor` (the clause's beginning) and `start`, or `为限` at `end`.

    `不低于采购金额的` 30% and `至少建成` 20个 are ge, `最高可达` 10% and `以二名为限` le, `约占全省` 71% approx. For `points` (percentage
    points) a comparison is a distance, not a bound: `高于全国` 0.7个百分点 is none.
    """
    if _AS_LIMIT.match(text, end):
        return "le"
    left = text[max(floor, start - 40) : start]
    if left.rstrip().endswith("控制在"):
        return "le"
    close: Comparator | None = None
    found = None
    for found in _ANYWHERE.finditer(left):
        if not _LISTED.search(left[found.end() :].rstrip().removesuffix("的")) and len(left) - found.end() <= _GAP_LIMIT:
            close = "ge" if found["ge"] else "le" if found["le"] else "approx"
    if close:
        return close
    if points:
        return None
    pattern, listed = _far()
    last = None
    for last in pattern.finditer(left):
        pass
    if last is None:
        return None
    gap = left[last.end() :]
    if _DIRECT.match(gap) or _PART_OF.match(gap) or (last.group().startswith(("未达", "达不到")) and len(gap) <= _GAP_LIMIT):
        return listed[last.group()]
    return None

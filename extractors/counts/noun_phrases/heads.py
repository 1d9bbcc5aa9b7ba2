"""Where the thing counted ends in a phrase that goes on to what is said of it: `三家医院|住院人次`, `行政村|生活污水治理`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.counts.lexicon import table
from extractors.counts.noun_phrases.edges import CLOSING, OPENING, SEPARATORS, joined
from extractors.counts.noun_phrases.nouns import agreement, classes_of, counts_goods, means_first
from extractors.counts.noun_phrases.phrases import Word
from extractors.counts.noun_phrases.stretch import following

#: Places with the kinds in a bracket, after which more is said: 省（市）|扩大…, but not 县（市）级.
_PLACES = re.compile("[省市区县州]（[省市区县旗州、]{1,8}）(?![级域属直及、和与]|$)")
#: Measure words whose phrase may open with a topic (see `_topic_end`).
_TOPICAL = frozenset(["个", "大", "类", "级", "元"])
#: What makes another word of the noun before it: 集群|化, 企业|性.
_SUFFIXED = frozenset("化性率度式型级（(")
#: Before a deed, these name it: 专项|整治.
_CAMPAIGNS = frozenset(["专项", "综合", "集中"])
#: Places that say of what kind a thing is as often as they are counted: 城市|黑臭水体.
_QUALITIES = frozenset(["城市", "城镇", "农村", "乡村"])
#: Places that say of what rank a thing is.
_RANKING = frozenset(["省", "市", "县", "区"])
#: As many words as may stand before a topic.
_LONGEST_TOPIC = 6
#: Classes of places and works, of which something may be said.
_TOPICS = frozenset(["place", "line", "facility", "land"])
#: As many words as name a thing, its measure, what is wrong with it, and 问题.
_LEAST_TROUBLED = 4
#: What makes no field one by its name (重点领域), who or what sits in a place, and what is named after a topic: 领域企业.
_GENERAL_FIELDS = frozenset(["重点", "关键", "优势", "特色", "前沿", "民生", "行业"])
_SEATED = frozenset(["organisation", "facility"])
_BUILT_ON = frozenset(["organisation", "place", "person", "group", "unit"])


def counted_end(found: Sequence[Word], start: int, body: int, end: int, measure: str | None) -> int:
    """Where the phrase `start:end`, after a relative clause up to `body`, ends when it goes on to what is said of the things that `measure` counts.

    `行政村|生活污水治理` (个), `医院|住院人次` (家), `重点产业链|上的龙头企业` (条); not `产业链数据中心` (个), which is a thing to count itself.
    """
    inside = [word for word in found if body <= word.start and word.end <= end]
    if not inside:
        return end
    inside = _without_said(inside)
    if len(inside) > 1 and inside[-2].text == "方面" and inside[-1].text in following("after_aspects"):
        return inside[-1].end
    if len(inside) > 1 and measure in _TOPICAL and (cut := _topic_end(inside, measure)):
        return cut
    if len(inside) > 1 and inside[-2].text in _CAMPAIGNS and inside[-1].text in following("actions"):
        return inside[-1].end
    if inside[-1].text == "问题" and (troubled := _troubled_end(inside, measure)):
        return troubled
    if len(inside) > 1 and (owner := _owner_end(inside, measure)):
        return owner
    said = next((word for word in reversed(inside) if not word.tag.startswith("v")), inside[-1])
    if measure == "级" and said.text.endswith(tuple(following("levelled"))):
        return said.end  # 省市县三级|人口健康信息系统
    if means_first(measure) or (len(inside) > 1 and agreement(measure, joined(inside), inside[-1].text) == "not"):
        for position in _heads(inside, measure):
            if _may_end(inside, position) and _is_counted(inside, position, measure):
                while means_first(measure) and position + 2 < len(inside) and _is_counted(inside, position + 1, measure):
                    position += 1
                owner = _owner_end(inside[: position + 1], measure)
                capable = counts_goods(measure) and inside[position + 1].text in following("capacities")  # 钢铁|产能
                return owner or inside[position + capable].end
    return _without_action(inside, measure)


def _troubled_end(inside: Sequence[Word], measure: str | None) -> int:
    """Where the works or places end whose state is the trouble: `污水处理厂|进水浓度低问题`; 0 for `突出问题`, which are counted themselves."""
    if len(inside) < _LEAST_TROUBLED or inside[-2].tag[:1] != "a":
        return 0
    for position in range(len(inside) - 3, -1, -1):
        if classes_of(inside[position].text) & _TOPICS and _is_counted(inside, position, measure):
            return inside[position].end
    return 0


def _owner_end(inside: Sequence[Word], measure: str | None) -> int:
    """Where the thing counted ends whose officers, firms or arrangements the phrase goes on to: `部门|主要负责同志`, `行业|企业`, `功能区|联动机制`.

    0 where it does not: of `重点行业平台` the 平台 are counted.
    """
    for group in table("following")["belonging"]:
        if measure not in group["measures"].split() or not joined(inside).endswith(tuple(group["heads"].split())):
            continue
        owners, between = group["owners"].split(), group["between"].split()
        for position, (word, after) in enumerate(pairwise(inside)):
            if classes_of(word.text) & frozenset(owners) and word.text not in group["never"].split() and after.text.startswith(tuple(between)):
                return inside[position].end if _may_end(inside, position) else 0
    return 0


def _heads(inside: Sequence[Word], measure: str | None) -> Iterator[int]:
    """Where the thing counted may end, likeliest first: the first person of an age, a place of a list, else the last thing that is counted."""
    last = len(inside) - 1
    if means_first(measure):
        yield from range(last)
        return
    for position in range(last):
        if inside[position].text in SEPARATORS:
            break
        compound = len(inside[position].text) == 1 and classes_of(inside[position + 1].text) & _SEATED  # 村|卫生室
        ranked = inside[position].text in _RANKING and inside[position + 1].text == "重点"  # 省|重点实验室
        quality = (inside[position].text in _QUALITIES or ranked) and any(_is_counted(inside, at, measure) for at in range(position + 1, last))
        if inside[position].text in following("places") and not compound and not quality:
            yield position
    yield from range(last - 1, -1, -1)


def _is_counted(inside: Sequence[Word], position: int, measure: str | None) -> bool:
    """Whether the noun that ends at `position`, a bracket after it left aside (`服务中心（站）`), is counted."""
    if inside[position].text in CLOSING:
        position = next((at - 1 for at in range(position, 0, -1) if inside[at].text in OPENING), position)
    return agreement(measure, joined(inside[: position + 1]), inside[position].text) == "counted"


def _may_end(inside: Sequence[Word], position: int) -> bool:
    """Whether a phrase may end here: not before a bracket (`县（市）`), a suffix (`集群|化`, `区|县级`) or inside a word that jieba does not know."""
    after = inside[position + 1]
    if inside[position].text in OPENING or after.text in OPENING or after.text in CLOSING or after.text[0] in _SUFFIXED or after.text[-1] == "级":
        return False
    unknown = len(after.text) == 1 and not after.tag.startswith(("v", "u", "f"))
    return not (unknown and position + 2 < len(inside) and len(inside[position + 2].text) == 1)


def _topic_end(inside: Sequence[Word], measure: str | None) -> int:
    """Where 领域, 方面 and the like end, of which something is said (`领域|数字化转型`), or places with a bracket (`省（市）|扩大规模`).

    0 for neither.
    """
    if places := _PLACES.match(joined(inside)):
        return next(word.end for word in inside if word.end - inside[0].start >= places.end())
    if any(word.text == "的" for word in inside):
        return 0
    said = measure == "大" and inside[-1].text in following("said_of_topics")
    for position, (word, after) in enumerate(pairwise(inside[:_LONGEST_TOPIC])):
        named = joined(inside[max(0, position - 1) : position + 1])  # 设区|市
        topic = (
            word.text in following("topics")
            or named in following("topics")
            or (said and (word.text in following("large_topics") or classes_of(word.text) & _TOPICS))
        )
        built = classes_of(after.text) & _BUILT_ON and after.text != "政府"  # 领域|企业, but 领域|政府信息公开
        if topic and after.text not in SEPARATORS and after.text not in "（(级”" and not (built or _is_of_field(inside, position)):
            return word.end
    return 0


def _is_of_field(inside: Sequence[Word], position: int) -> bool:
    """Whether the topic at `position` is one field by its name, in which the works counted are: `数字经济|领域|工程研究中心`.

    Not of `重点领域|数字平台建设`, which may be any fields.
    """
    if not position or inside[position].text != "领域":
        return False
    named = inside[position - 1]
    if not named.tag.startswith("n") or named.text in _GENERAL_FIELDS:
        return False
    rest = inside[position + 1 :]
    head = next((at for at, word in enumerate(rest) if word.text in SEPARATORS), len(rest))
    return bool(classes_of(joined(rest[:head])) & _SEATED)


def _without_said(inside: list[Word]) -> list[Word]:
    """The words without those at the end that no phrase ends in: adverbs, prepositions, 占."""
    while len(inside) > 1 and (inside[-1].text in following("said_at_end") or inside[-1].tag in ("d", "p", "c", "u")):
        inside = inside[:-1]
    return inside


def _without_action(inside: list[Word], measure: str | None) -> int:
    """The phrase's end without the action that is done to the thing: `特色小镇总体规划|编制`, `主殿|封顶`; not `重点工作`."""
    if len(inside) == 2 and inside[-1].text == "工作" and not inside[0].tag.startswith("v"):
        return inside[-1].end
    if len(inside) > 2 and inside[-1].text == "应用" and inside[-2].text in following("actions"):
        inside = inside[:-1]
    while len(inside) > 1 and inside[-1].text in following("actions") and inside[-2].text not in _CAMPAIGNS:
        inside = inside[:-1]
    if len(inside) > 1 and measure not in _TOPICAL and agreement(measure, joined(inside), inside[-1].text) == "not":
        bare = [at for at, word in enumerate(inside) if at and not _is_deed(word)]
        kept = inside[: max(bare, default=0) + 1]
        if kept[-1].tag.startswith("n") and "nothing" not in classes_of(kept[-1].text):
            inside = kept
    return inside[-1].end


def _is_deed(word: Word) -> bool:
    return word.tag == "v" or classes_of(word.text) == {"action"}

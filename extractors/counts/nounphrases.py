"""Where a noun phrase before or after a number begins and ends, decided on words."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.counts.lexicon import words
from extractors.counts.phrases import Word

STOPS = frozenset("，。；：！？\n\t,;:!?|…/")
SEPARATORS = frozenset(["、", "和", "与", "及", "或", "以及", "或者", "并"])
OPENING, CLOSING = "（(【〔[", "）)】〕]"
_MEASURES = ("率", "额", "量", "数", "面积", "人次", "里程", "装机", "费用", "经费", "投入", "能力", "水平", "强度", "密度")
_NEVER_MEASURED = frozenset(["实现", "完成", "取得", "获得", "达成", "新增"])
_EDGE = " 、，：:；;的之—－-·."
_VERBS = ("v", "vd", "vi", "vg")
_SPAN = "(?: ?[-—–~～至到] ?"
_TIME = re.compile(
    rf"(?:[到至自从在]|截至)?(?:\d{{4}}{_SPAN}\d{{4}})?年?(?:\d{{1,2}}{_SPAN}\d{{1,2}})?月)?(?:上半年|下半年)?|[近前]\d+年(?:来|间)?|\d{{1,2}}{_SPAN}\d{{1,2}})?月"
    r"|“?[一二三四五六七八九十]+五”?)(?:期间|时期|末期?|规划|[底末初前起内份度]|以来)*的?"
)


@functools.cache
def listed(name: str) -> frozenset[str]:
    """One list of items.toml."""
    return words("items", name)


@functools.cache
def _metric_ends() -> tuple[str, ...]:
    return tuple(sorted(listed("metric_ends")))


def is_metric(phrase: str) -> bool:
    """Whether a phrase names a measure: `农村自来水普及率`, `总投资`; not `龙头企业`."""
    return phrase.endswith(_metric_ends())


def tidy(phrase: str) -> str:
    """A phrase without separators at its edges and without a quotation mark or bracket that has lost its partner."""
    phrase = phrase.strip(_EDGE)
    for opening, closing in ("“”", "（）", "()", "‘’", "《》"):
        if phrase.count(opening) > phrase.count(closing):
            before, _, after = phrase.rpartition(opening)
            phrase = before or after
        elif phrase.count(closing) > phrase.count(opening):
            before, _, after = phrase.partition(closing)
            phrase = after or before
    return phrase.strip(_EDGE)


def leading(found: Sequence[Word], limit: int, inner: Sequence[tuple[int, int]] = (), *, share: bool = False) -> tuple[int, int]:
    """The noun phrase that opens `found`, as offsets; separators are followed up to `limit`, before which no further number stands.

    `inner` are quantities that belong to the phrase (`销售额超千万元的市场主体`). `国际标准和国家标准，…`: all up to the comma; `残疾人提供服务`: 残疾人; `领域数字化转型` after 三大: 领域 is left to `head_cut`.
    An empty span (start == end) when a verb opens it that is no relative clause's.
    """
    if not found:
        return 0, 0
    start = end = found[0].start
    following = found[1] if len(found) > 1 else None
    if found[0].text in listed("attainment") and found[0].text not in ("全面", "总", "高", "低", "多", "少", "年", "上"):
        return start, start
    if found[0].text in listed("strong") and (following is None or following.text in STOPS or following.start >= limit or following.text[0].isdigit()):
        return start, start
    relative = _relative_end(found, limit)
    depth, nouns, quoted = 0, 0, 0
    for position, word in enumerate(found):
        if word.start >= limit:
            break
        if any(a <= word.start < b for a, b in inner):
            end = word.end
        elif word.text in OPENING:
            following = found[position + 1].text if position + 1 < len(found) else ""
            if depth == 0 and (following in listed("asides") or following[:2] in ("以下", "责任")):
                break
            depth += 1
        elif word.text in CLOSING:
            depth -= 1
            if depth < 0:
                break
            end = word.end
        elif depth:
            continue
        elif word.text in "“‘「『":
            if nouns and depth == 0 and found[position - 1].tag not in ("a", "b", "f", "s") and _closes_phrase(found, position):
                break
            quoted += 1
        elif word.text in "”’」』":
            quoted -= 1
            if quoted < 0:
                break
            end, nouns = word.end, nouns + 1
        elif quoted:
            continue
        elif word.end <= relative:
            end = word.end
        elif word.text in STOPS:
            break
        elif word.text in SEPARATORS:
            if not nouns or not _goes_on(found, position, limit):
                break
        elif word.text == "的":
            if not nouns or (not share and _possessive(found, position) and not any(b == word.start for _, b in inner)):
                break
        elif (word.text in listed("predicates") and not (len(word.text) == 1 and position and len(found[position - 1].text) == 1 and found[position - 1].tag != "m")) or (nouns and (word.tag in ("d", "p", "c") or (word.text in listed("strong") and word.tag == "v"))):
            break
        elif word.text == "等" and (share or (position + 1 < len(found) and found[position + 1].text in STOPS)):
            break
        elif word.text == "者":
            break
        else:
            end, nouns = word.end, nouns + (word.tag[:1] not in ("d", "p", "u"))
    return start, end


def _closes_phrase(found: Sequence[Word], position: int) -> bool:
    """Whether the quotation that opens at `position` is followed by another or by nothing: it is no name inside the phrase."""
    for at in range(position + 1, min(position + 12, len(found))):
        if found[at].text in "”’」』":
            following = found[at + 1 : at + 2]
            return not following or following[0].text in STOPS or following[0].text in "“‘、"
    return True


def _relative_end(found: Sequence[Word], limit: int) -> int:
    """Where a relative clause that opens the phrase ends (`具有代表性的` 项目, `有特色、有规模的` 基地), or -1."""
    first = found[0]
    if not (first.tag.startswith("v") or first.tag in ("p", "a", "d", "l", "i")):
        return -1
    end = -1
    for position, word in enumerate(found[:40]):
        if word.start >= limit or word.text in "，。；：！？\n\t":
            break
        if word.text == "的":
            end = word.end
            following = found[position + 1 : position + 2]
            if not following or following[0].text not in SEPARATORS:
                break
    if first.text in listed("predicates") and first.text not in ("有", "具有", "具备", "符合", "满足", "覆盖", "在", "对", "获得", "进入"):
        return -1
    return end


def _possessive(found: Sequence[Word], position: int) -> bool:
    """Whether the 的 at `position` joins a thing to what is said of it (`产业的进展`) rather than a quality to a thing."""
    before = found[position - 1]
    after = found[position + 1] if position + 1 < len(found) else None
    if after is None or after.text in STOPS:
        return True
    if before.tag in ("v", "vn", "a", "ad", "i", "l", "b", "f", "an") or before.text in "”）)":
        return False
    return not after.tag.startswith("n") or before.text in listed("heads")


def _goes_on(found: Sequence[Word], position: int, limit: int) -> bool:
    """Whether the list goes on after the separator at `position`: no number, no verb and no `一批` follows before the next separator."""
    first = True
    for word in found[position + 1 :]:
        if word.text in STOPS or word.text in SEPARATORS or word.text in CLOSING:
            return not first
        if word.start >= limit:
            return False
        if first and (word.text in listed("predicates") or word.text in ("一批", "若干", "一系列", "N", "相关", "有关") or word.text in listed("strong")):
            return False
        first = False
    return not first


def head_cut(found: Sequence[Word], start: int, end: int) -> int:
    """Where a phrase counted with 个, 大, 类 … ends when it opens with a head noun and more is said: `行政村|生活污水治理`."""
    inside = [word for word in found if start <= word.start and word.end <= end]
    if len(inside) < 2 or any(word.text == "的" for word in inside):
        return end
    said = inside[-1].text in listed("said_of_heads")
    for word, following in pairwise(inside[:6]):
        if word.text in listed("heads") and following.text not in SEPARATORS and following.text not in "（(级”" and following.text not in listed("heads"):
            if said or word.text in listed("always_heads"):
                return word.end
    return end


def without_action(found: Sequence[Word], start: int, end: int) -> int:
    """The phrase's end without the action that is done to the thing: `特色小镇总体规划|编制`."""
    inside = [word for word in found if start <= word.start and word.end <= end]
    while len(inside) > 1 and (inside[-1].text == "全" or inside[-1].text in listed("actions") or inside[-1].tag in ("d", "p", "c", "u")):
        inside.pop()
    return inside[-1].end if inside else end


def trailing(found: Sequence[Word], *, limited: bool = False) -> tuple[list[Word], bool]:
    """The words before a number that may name what is counted, and whether a verb of attainment or change stood at the end.

    `limited`: a bound word (超过) stands at the number. `全省地区生产总值年均增长`: 全省地区生产总值, True; `建设高标准农田`: 高标准农田, False.
    """
    kept = list(found)
    attained, removed = limited, ""
    while kept and (kept[-1].text in listed("attainment") or kept[-1].text in "：:、，, 的"):
        attained = attained or kept[-1].text in listed("reaching")
        removed += kept.pop().text
    if len(kept) > 1 and kept[-1].text in listed("strong") and kept[-1].tag == "v":
        attained = False
        while len(kept) > 1 and kept[-1].text in listed("strong") and kept[-1].tag == "v":
            kept.pop()
    kept = _without_basis(_after_last_stop(kept))
    kept, compared = _without_comparison(_without_years(kept), removed)
    while kept and (kept[-1].text in listed("attainment") or kept[-1].text in "：:、，, 的中" or kept[-1].tag == "t"):
        kept.pop()
    attained = attained or compared
    for _ in range(3):
        before = len(kept)
        kept = _without_openers(_without_time(kept), attained)
        if len(kept) == before:
            break
    if all(word.tag.startswith("v") and (word.text in listed("governing") or word.text in listed("strong")) for word in kept):
        kept = []
    return kept, attained


def _without_basis(kept: list[Word]) -> list[Word]:
    """`排放量在2020年的基础上` without the basis it is measured from."""
    if not any(word.text in ("基础", "基础上") for word in kept[-2:]):
        return kept
    for position in range(len(kept) - 1, -1, -1):
        if kept[position].text == "在":
            return kept[:position]
    return kept


def _without_years(kept: list[Word]) -> list[Word]:
    """`比例近3年提升` without 近3年."""
    if len(kept) > 1 and kept[-1].text == "年" and kept[-2].text[0] not in "0123456789一二三四五六七八九十两":
        return kept[:-1]
    if len(kept) > 1 and kept[-1].text in ("年", "年来", "年间", "个月") and kept[-2].text[0] in "0123456789一二三四五六七八九十两":
        kept = kept[:-2]
        while kept and kept[-1].text in ("近", "前", "过去", "未来", "这", "连续"):
            kept = kept[:-1]
    return kept


def _without_time(kept: list[Word]) -> list[Word]:
    """`2025年全省畜牧业产值` without 2025年."""
    if not kept:
        return kept
    found = _TIME.match("".join(word.text for word in kept))
    length = found.end() if found else 0
    while kept and length > 0:
        length -= len(kept[0].text)
        kept = kept[1:]
    return kept


def _after_last_stop(kept: list[Word]) -> list[Word]:
    for position in range(len(kept) - 1, -1, -1):
        if kept[position].text in "，。；：！？\n\t;":
            return kept[position + 1 :]
    return kept


def _without_comparison(kept: list[Word], removed: str) -> tuple[list[Word], bool]:
    """`营业收入较上年同期` is 营业收入; `消费总量比美国` is 消费总量; a comparison with nothing before it leaves nothing."""
    for position in range(len(kept) - 1, max(-1, len(kept) - 12), -1):
        word = kept[position]
        if word.text in ("、", "和"):
            break
        if word.text in listed("compared") and not (
            word.text in ("与", "同") and not any(sign in removed or sign in "".join(w.text for w in kept[position:]) for sign in ("相比", "同比", "比较"))
        ):
            return kept[:position], True
    return kept, False


def _without_openers(kept: list[Word], attained: bool) -> list[Word]:
    """The phrase without the verbs, times and places before it."""
    cut, opening = 0, True
    for position, word in enumerate(kept):
        rest = kept[position + 1 :]
        if opening and (word.text in listed("openers") or word.text in listed("governing") or word.tag in ("d", "r", "p", "c", "t", "m") or word.text in SEPARATORS):
            if not (word.tag.startswith("v") and word.text not in _NEVER_MEASURED and _names_measure(rest, word)):
                cut = position + 1
            continue
        if opening and word.tag == "v" and word.text not in listed("attributive") and sum(len(w.text) for w in rest) >= 4 and rest[0].text not in SEPARATORS:
            cut = position + 1
            continue
        if opening and word.text in listed("adverbs") and rest and (rest[0].text in listed("governing") or rest[0].text in listed("strong")):
            cut = position + 1
            continue
        opening = False
        if word.text in listed("strong") and rest and not _names_measure(rest) and rest[0].text not in ("的", "率", "额", "量", "、", "和"):
            if not (attained and is_metric("".join(w.text for w in rest)) and (position == 0 or kept[position - 1].tag not in ("d", "m"))):
                cut, opening = position + 1, True
    return kept[cut:]


def _names_measure(rest: Sequence[Word], verb: Word | None = None) -> bool:
    """Whether what follows a verb only makes a measure of it: 建成|面积, 培训|人数, 就业|."""
    if not rest:
        return False
    joined = "".join(word.text for word in rest)
    total = joined.startswith("总") and not (verb and verb.text in listed("attributive"))
    return (len(joined) <= 3 and joined.endswith(_MEASURES) and not total) or joined == "就业"

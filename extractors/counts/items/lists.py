"""Numbers that share one list of things: `A、B分别达到34%、36%`."""

from __future__ import annotations

import re
from itertools import accumulate

from extractors.counts.noun_phrases.edges import is_metric, listed, tidy
from extractors.counts.noun_phrases.nouns import agreement, classes_of
from extractors.words import cut, tag

_SEPARATOR = re.compile("、|以及|(?<!饱)和|(?<![普涉惠危])及(?!格|以[上下内外])|(?<!参)与")
_GRADE = re.compile("(?:国家|省|市|县|部|世界)级(?:及?以上)?")
_PERIOD = "(?:第?[一二三四]季度|[上下]半年|前[二三两]季度|全年|\\d{1,2}月份?|\\d{4}年底?|[今去明]年)"
#: Times that as many numbers are of, and not things: 一季度、上半年和全年|增速分别达到….
_TIMES = re.compile(f"{_PERIOD}(?:(?:、|和|及|与|以及){_PERIOD})+的?")
#: Where, before the first of the things.
_EVERYWHERE = re.compile("^[全我本][国省市县区州](?=..)")
_BRACKET = re.compile("（[^）]*）")
#: What a measure's name opens with after the names of the things that have it.
_OPENING_A_MEASURE = frozenset(["的", "单位", "人均", "户均", "亩均", "地均", "平均", "年均", "日均", "每", "年", "总"])
#: Ends of shares, said once for a list of amounts: 装机、电量|比重.
_SHARES = ("比重", "比例", "占比", "比率", "份额")
#: A metric's own word without what it is measured of: 起数, 人数, 率.
_LONGEST_METRIC = 4
#: Words of a list's last part, the first of which names a thing and the others what is said for all.
_PARTED_LEAST = 2


def shared(phrase: str, count: int, measure: str | None = None, *, alike: bool = True) -> list[str] | None:
    """The parts of a list of `count` things, each with what the list says once; None when it has another number of parts.

    `measure` is the unit of the first number; where the units are not `alike`, the parts have nothing in common but a measure.
    `花生种植、收获机械化率` is 花生种植机械化率 and 花生收获机械化率; `人参、食用菌产值` 人参产值 and 食用菌产值; `事故起数和死亡人数` 事故起数
    and 事故死亡人数. Things that the measure word counts are whole names, which share no more than a grade: `省级实验室、技术中心` (家).
    """
    if timeless := _TIMES.sub("", phrase) if _TIMES.search(phrase) else "":
        return [tidy(timeless)] * count
    parts = [part for part in _SEPARATOR.split(phrase) if part.strip()]
    if len(parts) != count or count < 2:
        return None
    last_words = cut(parts[-1])
    if "等" in last_words:
        at = last_words.index("等")
        tail = "".join(last_words[at + 1 :])
        parts[-1] = "".join(last_words[:at])
        return [tidy(part + tail) for part in parts]
    first_words = cut(parts[0])
    if all(agreement(measure, part, cut(part)[-1]) == "counted" for part in parts):
        grade = _GRADE.match(parts[0])
        return [tidy(parts[0]), *(tidy(part if grade is None or _GRADE.match(part) else grade[0] + part) for part in parts[1:])]
    if not (alike or is_metric(parts[-1])) or _alike(parts, first_words[-1]):
        return [tidy(part) for part in parts]
    end = next((end for end in _SHARES if parts[-1].endswith(end)), "")
    if end and "占" not in parts[-1] and all(is_metric(part) and not part.endswith(_SHARES) for part in parts[:-1]):
        return [tidy(part.removesuffix("的") + ("" if part.endswith(end) else end)) for part in parts]
    if not _measures(parts[0]) or (is_metric(parts[-1]) and not all(_measures(part) for part in parts)):
        tail = "".join(last_words[_parted(first_words[-1], parts[:-1], last_words) :])
        alike_so_far = all(_like(first_words[-1], cut(part)[0]) for part in parts[1:-1])
        head = _head(first_words, last_words) if len(first_words) > 1 and alike_so_far else ""
        return [tidy(parts[0] + tail), *(tidy(head + part + tail) for part in parts[1:-1]), tidy(head + parts[-1])]
    heads = ["".join(first_words[: _metric_at(first_words, part)]) for part in parts]
    return [tidy(parts[0]), *(tidy(head + part if len(part) <= _LONGEST_METRIC else part) for head, part in zip(heads[1:], parts[1:], strict=True))]


def _measures(part: str) -> bool:
    """Whether a part names a measure and no substance: 化学需氧量 before 氨氮|排放量."""
    return is_metric(part) and not part.endswith(tuple(listed("substances")))


def _alike(parts: list[str], end: str) -> bool:
    """Whether all parts have the same ending, so that none lacks anything: `国家标准、行业标准`; not `学前教育普惠率、公办率`."""
    return (len(end) > 1 or not is_metric(parts[0])) and all(part.endswith(end) for part in parts)


def _metric_at(words: list[str], other: str) -> int:
    """Which of the words begin the measure's own name; one that is cut up is as long as the `other` measure (普|惠|率 before 公办率)."""
    at = len(words) - 1
    while at > 0 and len(words[-1]) == 1 and len("".join(words[at:])) < len(other):
        at -= 1
    return at


def _parted(common: str, others: list[str], last: list[str]) -> int:
    """Where in the words of a list's last part that begins which it says for all: after the word it has in `common` with the first, or
    after the name most like the `others`, as long and of the same kind: `乡镇卫生院、村卫生室|达标率`, `车辆、船舶|单位周转量能耗`."""
    for position in range(len(last) - 2, -1, -1):
        if last[position] == common:
            return position + 1
    least = max(1, next((at for at, word in enumerate(last) if word in _OPENING_A_MEASURE), len(last) - 1))
    named = [cut(_EVERYWHERE.sub("", _BRACKET.sub("", other).rpartition("的")[2])) for other in others]
    if len(last) < _PARTED_LEAST:
        return 1
    ends = [end for end in range(1, min(least, len(last) - 1) + 1) if not last[end][0].isdigit()]  # PM|2.5
    return min(ends, key=lambda end: sum(_unlike(name, last[:end]) for name in named if name), default=1)


def _unlike(one: list[str], other: list[str]) -> float:
    """How little two names have in common: the number of words, the kind, length and end of the last word, the length in all."""
    kinds = (tag(one[-1]) or "")[:1] != (tag(other[-1]) or "")[:1]
    lengths = abs(len("".join(one)) - len("".join(other)))
    no_name = is_metric(other[-1]) or (tag(other[-1]) or "m")[0] in "mqf"
    ends = one[-1][-1] == other[-1][-1]
    return abs(len(one) - len(other)) + kinds - ends + (len(one[-1]) != len(other[-1])) / 2 + lengths / 5 + 3 * no_name


def _head(first: list[str], last: list[str]) -> str:
    """What the first part says for all: all but its last word, when the last part begins with its like (`花生|种植、收获机械化率`;
    not `卫生|技术人员、护士`); all but as many words as the last part has up to the word both end in (`血友病|基因诊断和产前诊断率`)."""
    common = next((at for at, word in enumerate(last[:-1]) if len(first[-1]) > 1 and word.endswith(first[-1])), -1)
    own, written = len("".join(last[: common + 1])), "".join(first)
    deed = (tag(first[-1]) or "").startswith("v") and first[0] != last[0]
    if common >= 0 and deed and len(first[-1]) < own < len(written) and written[:-own] in accumulate(first):
        return written[:-own]
    return "".join(first[:-1]) if len(first) == 2 and len(last) <= 3 and _like(first[-1], last[0]) else ""


def _like(one: str, other: str) -> bool:
    """Whether two words are as long and of one kind."""
    return len(one) == len(other) and (tag(one) or "")[:1] == (tag(other) or "")[:1]


def last_line(phrase: str) -> str:
    """The last of several things in a list, where it alone is a line that has a length: 环园路 of `商业区及环园路`; else nothing."""
    *others, last = _SEPARATOR.split(phrase) if "（" not in phrase else [phrase]
    lines = [bool(classes_of(thing) & {"line"}) for thing in others]
    return last if others and "line" in classes_of(last) and not any(lines) else ""

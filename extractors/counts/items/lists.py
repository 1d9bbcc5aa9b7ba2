"""Numbers that share one list of things: `A、B分别达到34%、36%`."""

from __future__ import annotations

import re

from extractors.counts.noun_phrases.edges import is_metric, tidy
from extractors.counts.noun_phrases.nouns import agreement
from extractors.words import cut, tag

_SEPARATOR = re.compile("、|以及|(?<!饱)和|(?<![普涉惠危])及(?!格)|(?<!参)与")
_GRADE = re.compile("(?:国家|省|市|县|部|世界)级(?:及?以上)?")
#: A metric's own word without what it is measured of: 起数, 人数, 率.
_LONGEST_METRIC = 4


def shared(phrase: str, count: int, measure: str | None = None) -> list[str] | None:
    """The parts of a list of `count` things, each with what the list says once; None when it has another number of parts.

    `花生种植、收获机械化率` is 花生种植机械化率 and 花生收获机械化率; `人参、食用菌产值` 人参产值 and 食用菌产值; `事故起数和死亡人数` 事故起数
    and 事故死亡人数. Things that the measure word counts are whole names, which share no more than a grade: `省级实验室、技术中心` (家).
    """
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
    if all(part.endswith(first_words[-1]) for part in parts):
        return [tidy(part) for part in parts]
    if not is_metric(parts[0]):
        tail = _tail(first_words, last_words)
        head = _head(first_words, last_words) if len(first_words) > 1 else ""
        return [tidy(parts[0] + tail), *(tidy(head + part + tail) for part in parts[1:-1]), tidy(head + parts[-1])]
    head = "".join(first_words[:-1])
    return [tidy(parts[0]), *(tidy(head + part) if len(part) <= _LONGEST_METRIC and head else tidy(part) for part in parts[1:])]


def _tail(first: list[str], last: list[str]) -> str:
    """What the last part says for all: after the word it has in common with the first, or all but its first word."""
    for position in range(len(last) - 2, -1, -1):
        if last[position] == first[-1]:
            return "".join(last[position + 1 :])
    return "".join(last[1:])


def _head(first: list[str], last: list[str]) -> str:
    """What the first part says for all: all but its last word, when the last part begins with its like (`花生|种植、收获机械化率`;
    not `卫生|技术人员、护士`)."""
    like = len(first[-1]) == len(last[0]) and (tag(first[-1]) or "")[:1] == (tag(last[0]) or "")[:1]
    return "".join(first[:-1]) if len(first) == 2 and len(last) <= 3 and like else ""

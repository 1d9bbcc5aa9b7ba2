"""Quantities that are none: in names and titles, in short quotations, set phrases, `一个` that only means a, ordinals spelled 二."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from extractors.counts.lexicon import alternation, words
from extractors.counts.phrases import Words
from extractors.counts.quantities import Quantity

Span = tuple[int, int]

#: A quotation longer than this is somebody's words, not a name.
_LONGEST_NAME = 16
_QUOTED = re.compile(rf"[“‘「『\"]([^“”‘’「」『』\"\n]{{1,{_LONGEST_NAME}}})[”’」』\"]")
_SENTENCE_MARK = re.compile("[，。；！？]")
_TITLE = re.compile("《[^《》\n]{1,120}》")
_ANNEX = re.compile(r"^附(?:件|表|录) ?[\d一二三四五六七八九十]{0,3}(?P<rest>[：:.、 \t].*)?$", re.MULTILINE)
_ANNEX_NEXT = re.compile(r"\n[ \t]*(?:\d{1,2}|[一二三四五六七八九十]{1,2}) ?[.．、][^\n。；]{2,60}(?=\n|$)")
_HEADLINE = re.compile(r"\n[^\n。；]{2,60}(?=\n|$)")
_ISSUED = re.compile(r"(?:关于)?(?:印发|转发|批转|下发)(?P<title>.+?)(?:的(?:通知|函|批复|请示|公告))?$")
_PERIOD = re.compile(r"\s*[（(][^（）()]*[）)]\s*$")
#: 二级, 二次 and the like are ordinals or names: what is counted is 两级, 两次.
_ORDINAL_UNITS = frozenset(["次", "级", "类", "期", "层", "批", "部", "代", "轮", "大", "等", "线", "方面", "阶段"])
#: 十万大山 is a range of mountains: nothing has more parts than this.
_MOST_PARTS = 200
_PER = re.compile(r"每 ?$")
_REPEATED = re.compile(r"每(?:[一二三两半\d]{0,2}个?(?:年|月|季度|季|周|日|天|学期|学年|星期)|逢|隔)")
_LEVELS = re.compile(r"(?:[省市州县区乡镇村校院部国屯旗][）)]?){2}$|(?:[省市州县区乡镇村校院部道央家][）)]?)[、和与及至到][^，。；、和与]{0,5}[省市州县区乡镇村校院道旗屯组户社园][）)]?$")
_NAMED_CLASS = re.compile(r"[（(]$")
_VIEWED = re.compile(r"(?:点击|浏览|阅读|访问|下载)(?:次数|量|数)?[：: ]*$")
_SESSION = re.compile(r"届$|届[一二三四五六七八九十]+次[、和至]$")


@functools.cache
def _phrases() -> re.Pattern[str]:
    return re.compile(alternation(words("exclusions", "phrases")))


@functools.cache
def _one() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, close, after = words("exclusions", "one_before"), words("exclusions", "one_close"), words("exclusions", "one_after")
    gap = r"[^，。；：、\n\d的“”]"
    return re.compile(rf"(?:(?:{alternation(before)}){gap}{{0,14}}|(?:{alternation(close)}){gap}{{0,3}})$"), re.compile(alternation(after))


def hidden_spans(text: str, given: Iterable[Span]) -> list[Span]:
    """Stretches in which no number counts: those given (titles, times), 《titles》, annex names and short quotations; sorted, merged."""
    spans = [*given, *(match.span() for match in _TITLE.finditer(text))]
    spans += [match.span() for match in _QUOTED.finditer(text) if not _SENTENCE_MARK.search(match[1])]
    for annex in _ANNEX.finditer(text):
        end = annex.end()
        if not annex["rest"] or not annex["rest"].strip("：: "):
            headline = _HEADLINE.match(text, end)
            end = headline.end() if headline else end
        while follower := _ANNEX_NEXT.match(text, end):
            end = follower.end()
        spans.append((annex.start(), end))
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def title_spans(text: str, titles: Iterable[str]) -> list[Span]:
    """Every place where one of `titles` stands in `text`, also the policy a covering notice announces (`关于印发X的通知` is X too), without its period."""
    names: set[str] = set()
    for title in titles:
        issued = _ISSUED.search(title)
        for name in (title, issued["title"] if issued else title):
            names.add(name.strip("《》 "))
            names.add(_PERIOD.sub("", name).strip("《》 "))
    spans: list[Span] = []
    for name in sorted(names):
        if len(name) < 6 or not any(c in name for c in "0123456789一二三四五六七八九十百千两"):
            continue
        at = text.find(name)
        while at >= 0:
            spans.append((at, at + len(name)))
            at = text.find(name, at + len(name))
    return spans


def is_hidden(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether `start:end` touches one of the sorted, disjoint `spans`."""
    index = bisect_right(spans, (start, 1 << 60)) - 1
    if index >= 0 and spans[index][1] > start:
        return True
    return index + 1 < len(spans) and spans[index + 1][0] < end


def is_excluded(text: str, quantity: Quantity, words_: Words) -> bool:
    """Whether the quantity is part of a set phrase, an article, an ordinal, or the base of a rate.

    `三大攻坚战`, `一个` (in `建设一个平台`), `二级医院` and the 千人 of `每千人床位数` are; `至少一个`, `两级`, `县乡二级` are not.
    """
    start, end = quantity.core_start, quantity.core_end
    window = max(0, start - 8)
    if any(start < window + found.end() and window + found.start() < end for found in _phrases().finditer(text[window : end + 8])):
        return True
    if quantity.unit and quantity.unit.kind != "percent" and quantity.unit.name not in words("units", "sure") and words_.straddles(quantity.unit.end):
        return True
    left = text[max(0, quantity.start - 24) : quantity.start]
    unit = quantity.unit.name if quantity.unit else None
    one = quantity.value == 1 and quantity.value_max is None and not quantity.number.complete
    if unit == "大" and quantity.value > _MOST_PARTS:
        return True
    if unit == "级":
        return text[start] != "两" and not _LEVELS.search(left)
    if unit in ("次", "轮", "轮次", "场", "遍") and (_VIEWED.search(left) or _SESSION.search(left) or (one and _REPEATED.search(text[max(0, start - 30) : start]))):
        return True
    if unit == "段" and left.endswith(("路", "街")):
        return True
    if unit == "类" and _NAMED_CLASS.search(left) and text[end : end + 1] in ("）", ")"):
        return True
    if unit and text[start] == "二" and quantity.value == 2 and unit in _ORDINAL_UNITS:
        return True
    if unit == "分" and "\u4e00" <= text[quantity.end : quantity.end + 1] and text[quantity.end] not in "的者及以且":
        return True
    if unit == "元" and end - start == 2 and not text[start].isascii() and "\u4e00" <= text[end : end + 1] and text[end] not in "以的人至每左及到、，。；":
        return True
    if one and text[start] == "一":
        return _is_article(text, quantity, left)
    return bool(_PER.search(left)) and quantity.value >= 10 and not quantity.bounded


def _is_article(text: str, quantity: Quantity, left: str) -> bool:
    if quantity.unit is None or quantity.unit.kind in ("measure", "percent"):
        return False
    if quantity.unit.name in ("大", "批", "类", "种", "层", "轮", "方", "条", "方面", "部", "道", "门", "片", "块", "段", "份"):
        return True
    if quantity.bounded:
        return False
    before, after = _one()
    return bool(_PER.search(left)) or not (before.search(left) or after.match(text, quantity.core_end))

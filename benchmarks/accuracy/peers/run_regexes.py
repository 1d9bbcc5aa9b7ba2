"""What a careful person writes in an afternoon: two regular expressions, a list of measure words, and a few words for bounds and roles."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from exchange import Count, Deadline, Document, bounded, run

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_TENS = {"十": 10, "百": 100, "千": 1000}
_TIMES = {"万": 10**4, "亿": 10**8, "万亿": 10**12}
_UNITS = (
    "平方公里|平方米|立方米|个百分点|百分点|人次|公里|千瓦时|千瓦|公顷|公斤|千克|吨标准煤|美元|所|家|个|项|种|类|名|人|户|件|条|台|套|座|次|"
    "批|元|吨|米|亩|倍|张|支|处|辆|艘|岁|级|大|位|%"
)
_BEFORE = {
    **dict.fromkeys(("不少于", "不低于", "至少"), "ge"),
    **dict.fromkeys(("不超过", "不高于"), "le"),
    **dict.fromkeys(("超过", "突破", "高于"), "gt"),
    **dict.fromkeys(("低于", "不足"), "lt"),
    **dict.fromkeys(("约", "近"), "approx"),
}
_AFTER = {"以上": "ge", "以内": "le", "以下": "le", "左右": "approx"}
_AMOUNT = r"[0-9][0-9,]*(?:\.[0-9]+)?|[零一二两三四五六七八九十百千]+"
COUNT = re.compile(
    rf"(?P<before>{'|'.join(_BEFORE)})?(?P<value>{_AMOUNT})(?:[—\-～~至](?P<value_max>{_AMOUNT}))?(?P<over>余|多)?(?P<times>万亿|万|亿)?"
    rf"(?P<more>余|多)?(?P<unit>{_UNITS})(?P<after>{'|'.join(_AFTER)})?"
)
DEADLINE = re.compile(
    r"(?:到|至|截至|自)?(?:(?P<year>20[0-9]{2})(?:[—\-～~至](?P<last>20[0-9]{2}))?年|(?P<this>今年|明年))?(?:(?P<month>1[0-2]|[1-9])月)?"
    r"(?:(?P<day>3[01]|[12][0-9]|[1-9])日)?(?P<end>年?底|年?末)?(?P<before>之?前)?(?P<from>起)?"
    r"|“?(?P<plan>十[二三四五六]五)”?(?:期间|时期|末)|(?P<every>每年|每季度|每月)"
)
_PLANS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031}
_NOUN = re.compile(r"[\w“”（）、]{2,20}")
_VERB = re.compile(r".*(?:达到|达|为|实现|新增|建成|培育|制定|完成|建设|提高|增长|引进|打造|形成|的)")


def counts(document: Document) -> Iterator[Count]:
    text = document.text
    for match in COUNT.finditer(text):
        if text[max(0, match.start() - 1) : match.start()] == "第":
            continue
        times = _TIMES.get(match["times"], 1)
        value, value_max = number(match["value"]) * times, number(match["value_max"]) * times if match["value_max"] else None
        comparator = _AFTER.get(match["after"]) or _BEFORE.get(match["before"]) or ("gt" if match["over"] or match["more"] else "eq")
        after = _NOUN.match(text, match.end())
        before = re.search(r"[\w“”]+$", text[max(0, match.start() - 30) : match.start()])
        item = after[0] if after else _VERB.sub("", before[0]) if before else None
        sentence = text[max(text.rfind("。", 0, match.start()), text.rfind("\n", 0, match.start())) + 1 : match.start()]
        unit = match["unit"].replace("个百分点", "百分点")
        yield Count(match.start(), match.end(), match[0], value, value_max, unit, comparator, item, role(sentence))


def role(before: str) -> str:
    if re.search(r"(?:增长|提高|下降|降低|减少)[^，]{0,4}$", before):
        return "change"
    return "achieved" if re.search(r"已|累计|同比|实现了|完成了|目前", before) else "target"


def number(words: str) -> Decimal:
    words = words.replace(",", "")
    if words[0].isascii():
        return Decimal(words)
    total = digit = 0
    for character in words:
        if character in _TENS:
            total += (digit or 1) * _TENS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return Decimal(total + digit)


def deadlines(document: Document) -> Iterator[Deadline]:
    for match in DEADLINE.finditer(document.text):
        if match["every"]:
            yield Deadline(match.start(), match.end(), match[0], None, None, "every")
        elif match["plan"]:
            first, last = date(_PLANS[match["plan"]], 1, 1), date(_PLANS[match["plan"]] + 4, 12, 31)
            yield Deadline(match.start(), match.end(), match[0], *dated("末" in match[0], first, last))
        elif match["year"] or match["this"] or (match["month"] and (match["end"] or match["before"])):
            year = int(match["year"]) if match["year"] else document.published.year + (match["this"] == "明年")
            final = int(match["last"] or year)
            month = int(match["month"] or 0)
            day = min(int(match["day"] or 31), monthrange(final, month or 12)[1])
            first, last = date(year, month or 1, int((match["day"] and day) or 1)), date(final, month or 12, day)
            bound, date_from, date_to = bounded(match[0], "", first, last)
            yield Deadline(match.start(), match.end(), match[0], date_from, date_to, bound)


def dated(by: bool, first: date, last: date) -> tuple[date | None, date, str]:
    return (None, last, "by") if by else (first, last, "during")


if __name__ == "__main__":
    run(counts, deadlines)

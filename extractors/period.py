"""The years a policy is for, as a title says them."""

from __future__ import annotations

import re

_YEAR = r"(?:19|20)\d\d"
#: A range of years, `2021-2025年`, `2021年至2025年`, `（2011～2020）`, `2021—25年`; not one of dates or months. 一 is a dash misread.
RANGE = re.compile(
    rf"(?<!\d)(?P<from>{_YEAR})\s*年?\s*(?:[-‐‑‒–—―−－~～∼〜一]{{1,2}}|至|到)\s*"
    rf"(?P<to>{_YEAR}|\d\d(?=\s*年))(?!\d|\s*[-‐–—年]\s*\d)(?:\s*年)?(?!度?\s*\d+\s*月)"
)
_DIGITS = "一二三四五六七八九十"
#: The five-year plans by number: “十四五”, 第十二个五年规划; without quotes where a plan is named after it, 十三五水利规划.
_FIVE = re.compile(
    rf"[“‘\"『「]\s*([{_DIGITS}]{{1,3}})五\s*[”’\"』」]|(?<![{_DIGITS}])(十[{_DIGITS}]?)五(?=时期|期间|规划|计划|末)|第([{_DIGITS}]{{1,3}})个?五年"
    r"|(?<![第二三四五六七八九十])(十[一二三四五六七])五(?![届次年日号条章项个十])(?=.{0,40}(?:规划|计划|方案|纲要))"
)
#: A single year a policy is for, `2022年工作要点`, `2019年度`; not a deadline (`到2025年`), a version, a month or a number (`2016年第57号`).
_SINGLE = re.compile(
    rf"(?<![\d到至—–~～-])({_YEAR})\s*年度?"
    rf"(?!\s*(?:[底末前初后起版内级]|本(?![年级省市县区])|修[订正改]|以[前后来]|第(?:\d|[一二三四五六七八九十百]+届)|\d{{1,2}}\s*月))|\A({_YEAR})(?=[\u4e00-\u9fff])(?!年)"
)
#: A year of the Republic era in a Taiwan title: 一百零六年度, 106年度.
_ERA = re.compile(r"(?<!\d)(?:(1[01]\d)|一百([零〇一二][一二三四五六七八九十]?))\s*年度")
#: A plan for a year, whose edition is named: 监测工作方案（2018年版）; not 目录（2018年版）, 预案（2018年版）.
_EDITION = re.compile(rf"(?:(?<!应急)方案|计划|要点)[（(]({_YEAR})\s*年?版[)）]")
_COVERING = re.compile("印发|转发|批转|发布|公布")
_INNER_MARKS = str.maketrans("《》", "〈〉")
_LONGEST = 400
#: No policy plans further; a longer range is that of documents listed (公布现行有效文件（1979—2016年）).
_LONGEST_PERIOD = 35
_INNER = re.compile(r"〈[^〈〉]*〉|《[^《》]*》(?=.)")


def _numeral(words: str) -> int:
    """十四 is 14, 九 is 9."""
    if "十" not in words:
        return _DIGITS.index(words[0]) + 1
    tens, _, ones = words.partition("十")
    return (10 * (_DIGITS.index(tens) + 1) if tens else 10) + (_DIGITS.index(ones) + 1 if ones else 0)


def five_years(numeral: str) -> tuple[int, int]:
    """The first and the last year of a five-year plan by its number: 十四 (“十四五”) is (2021, 2025).

    Raises ValueError for what is no Chinese numeral.
    """
    first = 1951 + 5 * _numeral(numeral)
    return first, first + 4


def period_of(title: str) -> tuple[int, int] | None:
    """The first and last year a policy is for, as its title says, or None.

    `某行动计划（2021—2025年）` is (2021, 2025), `“十四五”某规划` too, `2022年某工作要点` is (2022, 2022). The period of another
    policy named inside (`贯彻〈某纲要（2016—2030年）〉实施方案`) is not its own; neither is a deadline in a headline (`到2025年建成`).
    """
    # A whole title in marks, and what a covering notice carries, is looked into; a title within it is not.
    text = title[:_LONGEST].strip()
    first, last = text.find("《"), text.rfind("》")
    if first >= 0 and last > first and ((first == 0 and last == len(text) - 1) or _COVERING.search(text, 0, first)):
        text = text[:first] + text[first + 1 : last].translate(_INNER_MARKS) + text[last + 1 :]
    own = _INNER.sub("", text)
    for found in RANGE.finditer(own):
        first = int(found["from"])
        last = int(found["to"]) if len(found["to"]) == 4 else first // 100 * 100 + int(found["to"])
        if first <= last <= first + _LONGEST_PERIOD:
            return first, last
    if five := _FIVE.search(own):
        numeral = five[1] or five[2] or five[3] or five[4]
        if 6 <= _numeral(numeral) <= 30:
            return five_years(numeral)
    if singles := [found[1] or found[2] for found in _SINGLE.finditer(own)]:
        return int(singles[-1]), int(singles[-1])
    if edition := _EDITION.search(own):
        return int(edition[1]), int(edition[1])
    if era := _ERA.search(own):
        year = 1911 + (int(era[1]) if era[1] else 100 + _era_numeral(era[2]))
        return year, year
    return None


def _era_numeral(words: str) -> int:
    digits = words.lstrip("零〇")
    return _numeral(digits) if digits else 0

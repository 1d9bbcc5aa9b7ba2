"""The labels that Chinese documents number their parts with, and the character classes all rules of cleaning share."""

from __future__ import annotations

import re
from typing import NamedTuple

#: Ideographs, for use inside a character class: the basic block and its extensions, 〇 and the ○ that is typed for it.
HAN = "\u3400-\u9fff\u3007○\U00020000-\U0003ffff"
#: Chinese punctuation, inside a character class: nothing of it has a space at its side.
MARKS = "、。〈〉《》「」『』【】〔〕〖〗“”‘’…—–―·！（），：；？～－"
#: The spaces that are left after folding: a plain one, tab, ideographic and no-break space.
SPACES = " \t\u3000\xa0"
#: What ends a sentence or a clause that a list item may be; and what may stand after it (also in place of a lost character).
ENDS = "。！？；"
CLOSERS = '”’』」）)》〉】〕"'

NUMERAL = "[一二三四五六七八九十百零〇○]"
_DIGIT = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}

#: A label at the beginning of a line.
LABEL = re.compile(
    rf"第 ?(?:{NUMERAL}{{1,5}}|\d{{1,3}}) ?(?:[章节条编篇款]|部分)"  # 第一章 chapter, 第二节 section, 第三条 article
    rf"|{NUMERAL}{{1,4}}[、．.]|{NUMERAL}{{1,3}}是"  # 一、 … 一是
    rf"|[（(] ?(?:{NUMERAL}{{1,4}}|\d{{1,3}}) ?[）)]"  # （一） (1)
    r"|\d{1,3}(?:\.\d{1,3}){0,3} ?[.、)）](?![\d年月])"  # 1. 1、 1） 2.1.
    rf"|\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}[ \u3000]+(?=[{HAN}“《])|\d(?:\.\d{{1,2}}){{1,3}}(?=[{HAN}])(?![年月日个项万亿元倍吨米公平立千百])"  # 4.3 开发
    r"|[①-⑳❶-❿]|(?:附件|附表|附录|附图|专栏)(?: ?\d+|[一二三四五六七八九十])?[ \u3000：:]?"
    r"|[●◆▲■★※□•▪◇◎☆△]|—{1,3}(?=[^—])"
)
#: A bare number that labels a line and is set off by a space alone: `1 推进…`, `4.3 开发…`, `专栏2 …`.
BARE = re.compile(r"(?:专栏|附件|附表|表|图)? ?\d{1,3}(?:\.\d{1,3}){0,3}")
#: What makes a number before it a quantity or a date and no label.
MEASURES = frozenset("年月日号时点分秒个项家户人万亿千百十元吨公米平立座台套件次倍成条名所处只批亩℃度至到以余多类种期届级")


class Place(NamedTuple):
    """A label inside a line: its style, its number, and where it stands."""

    style: str
    number: int
    start: int
    end: int


#: Labels whose number can be followed from one to the next, by style.
INSIDE = re.compile(
    rf"(?P<part>第(?P<p>{NUMERAL}{{1,5}})(?P<unit>[章节条]))"
    rf"|(?P<roman>(?P<r>[一二三四五六七八九十]{{1,3}})、)"
    rf"|(?P<bracket>[（(](?P<b>[一二三四五六七八九十]{{1,3}})[）)])"
    r"|(?P<digit>(?<![\d.,，〔\[(（])(?P<d>\d{1,2})[.、](?!\d))"
    r"|(?P<round>[（(](?P<c>\d{1,2})[）)])"
    r"|(?P<annex>(?:附件|附表|专栏) ?(?P<a>\d{1,2})(?!\d|[、，。》”）)]))"
)
#: What they begin with: this class is found many times faster than the alternatives.
_START = re.compile("[第一二三四五六七八九十（(0-9附专]")


def places(text: str) -> list[Place]:
    """Whatever in `text` could be a numbered label, in order; whether it is one only its surroundings and its sequence can tell."""
    found = []
    end = 0
    for start in _START.finditer(text):
        match = INSIDE.match(text, start.start()) if start.start() >= end else None
        if not match:
            continue
        end = match.end()
        if match["part"]:
            style, written = "第" + match["unit"], match["p"]
        else:
            written = match["r"] or match["b"] or match["d"] or match["c"] or match["a"]
            style = next(name for name in ("roman", "bracket", "digit", "round", "annex") if match[name])
        number = int(written) if written.isdigit() else counted(written)
        if number:
            found.append(Place(style, number, match.start(), match.end()))
    return found


def counted(numeral: str) -> int:
    """The value of a numeral up to 999 as labels have it (`十二`, `一百零三`, `二十一`); 0 for what is none."""
    if not any(unit in numeral for unit in "十百"):
        return int("".join(str(_DIGIT[c]) for c in numeral)) if all(c in _DIGIT for c in numeral) else 0
    total, digit = 0, 0
    for character in numeral:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = _DIGIT[character]
    return total + digit

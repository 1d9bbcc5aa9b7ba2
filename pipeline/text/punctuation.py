"""Punctuation and the signs inside numbers, as the cleaned text has them. Every rule here keeps the length of the text."""

from __future__ import annotations

import re
from itertools import accumulate

from pipeline.text.labels import HAN, MARKS, SPACES

_CHINESE = re.compile(f"[{HAN}{MARKS}]")
_ANY_HAN = re.compile(f"[{HAN}]")
_SIGNS = re.compile("[,;:?!∶︰]")
_BRACKETS = re.compile("[()（）]")
_WIDE = str.maketrans(",;:?!()∶︰", "，；：？！（）：：")
_SKIPPED = frozenset(",;:?!∶︰，；：？！")
_SKIPPED_AT_BRACKETS = _SKIPPED | frozenset("()（）")
#: How far the next character that counts may stand, and behind how many signs.
_FAR, _SIGNS_SKIPPED = 40, 4
#: An entity that was not decoded: its semicolon is no punctuation.
_ENTITY = re.compile(r"&#?\w{1,8}$", re.ASCII)

_NUMERALS = "一二三四五六七八九十百"

_UNIT = "%|‰|℃|[万亿千百兆]|个|元|美元|倍|吨|公里|公斤|千米|平方|立方|米|亩|人|户|家|件|岁|辆|台|座|艘|棵|株|头|只|次|项|名|所|套"
#: `36·5%`: a dot of the wrong kind in a quantity. In `“6·18”` it stands between month and day.
_ODD_POINT = re.compile(rf"(?<![\d·•・.“‘\"「])(\d+)[·•・](\d+)(?= ?(?:{_UNIT}))")
#: `1，200元`: a full-width comma as thousands separator. With three digits before it (`100，200元`) it may be a list.
_ODD_COMMA = re.compile(rf"(?<![\d.，、,第])(\d{{1,2}})，(\d{{3}})(?:，(\d{{3}}))?(?= ?(?:{_UNIT}))(?!，)")
#: A year in Chinese digits with letters or an Arabic zero among them: `二O三五年`, `二0二五年`. (○ is a zero in its own right and stays.)
_FALSE_ZERO = "OoОоΟο0◯"
_YEAR = re.compile(rf"(?<![\d{HAN}])?[一二][九八零〇○{_FALSE_ZERO}][一二三四五六七八九零〇○{_FALSE_ZERO}]{{2}}(?=年|[—–～~\-至到][一二])")
_ZEROS = str.maketrans(_FALSE_ZERO, "〇" * len(_FALSE_ZERO))


def punctuate(text: str) -> str:
    """One line with its punctuation full-width where it belongs to Chinese, and its numbers' signs plain.

    `建成3个,完成` has `，`; `1,200`, `16:55`, `3.5`, `a, b` and `http://…` stay; `(一)` and `(2021-2025年)` get `（）`. `36·5%` is
    `36.5%` and `1，200元` is `1,200元`, but `“6·18”` and `100，200元` stay. `二O三五年` is `二〇三五年`.
    """
    if not _ANY_HAN.search(text):
        return text
    if "(" in text or ")" in text:
        text = _with_brackets(text)
    if _SIGNS.search(text):
        text = _SIGNS.sub(lambda match: match[0].translate(_WIDE) if _belongs(text, match.start()) else match[0], text)
    if "，" in text:
        text = _ODD_COMMA.sub(lambda match: match[0].replace("，", ","), text)
    if "·" in text or "•" in text or "・" in text:
        text = _ODD_POINT.sub(r"\1.\2", text)
    return _YEAR.sub(lambda match: match[0].translate(_ZEROS), text)


def _belongs(text: str, at: int) -> bool:
    """Whether the sign at `at` is punctuation of Chinese words, not of a number, an address or Latin words."""
    sign = text[at]
    before, after = _neighbour(text, at, -1, _SKIPPED), _neighbour(text, at, 1, _SKIPPED)
    chinese_before, chinese_after = bool(_CHINESE.match(before)), bool(_CHINESE.match(after))
    if sign in "?!":
        return chinese_before and (not after or chinese_after) and text[at : at + 2] not in ("?;", "?；")
    if sign == ";" and (text[at - 1 : at] in ("?", "？") or (before.isalnum() and before.isascii() and _ENTITY.search(text[max(0, at - 10) : at]))):
        # `?;` is left of a damaged character (see `mojibake`); `&nbsp;` of a page decoded badly.
        return False
    if sign in "∶︰":
        # Between numbers these are signs of a ratio, `1∶350`; elsewhere they are typed for a colon.
        return chinese_before and not (before.isdigit() or (after.isdigit() and before in _NUMERALS))
    if sign == ":" and text[at + 1 : at + 2] == "/":
        return False
    if chinese_before or chinese_after:
        return True
    return bool(before) and (not after or before in "%‰℃")


def _neighbour(text: str, at: int, step: int, skipped: frozenset[str]) -> str:
    """The next character on that side that is not `skipped`; nothing at the end of the line or too far away.

    Skipped are the signs that may be widened, narrow and wide: what becomes of one must not depend on what became of another.
    """
    signs = 0
    for place in range(at + step, at + step * _FAR, step):
        if not 0 <= place < len(text) or signs > _SIGNS_SKIPPED:
            return ""
        character = text[place]
        if character in skipped:
            signs += 1
        elif character not in SPACES:
            return character
    return ""


def _with_brackets(text: str) -> str:
    """Round brackets in pairs: both full-width when either touches Chinese or Chinese stands between them."""
    han = [0, *accumulate(1 if _ANY_HAN.match(character) else 0 for character in text)]
    characters = list(text)
    open_at: list[int] = []
    for match in _BRACKETS.finditer(text):
        at = match.start()
        if match[0] in "(（":
            open_at.append(at)
        elif open_at:
            start = open_at.pop()
            wide = "（" in text[start] or "）" in text[at] or han[at] > han[start] or _touches(text, start) or _touches(text, at)
            if wide or not text[:start].strip():
                characters[start], characters[at] = "（", "）"
        elif _touches(text, at):
            characters[at] = "）"
    for at in open_at:
        if _touches(text, at):
            characters[at] = "（"
    return "".join(characters)


def _touches(text: str, at: int) -> bool:
    return any(_CHINESE.match(_neighbour(text, at, step, _SKIPPED_AT_BRACKETS)) for step in (-1, 1))

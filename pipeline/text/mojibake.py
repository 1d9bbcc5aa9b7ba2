"""Text that was decoded or converted wrongly, found by what such damage leaves behind."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

UTF8_AS_LATIN, UTF8_AS_GBK = "UTF-8 read as Latin-1", "UTF-8 read as GBK"
#: How much of the text around a damaged place the message quotes.
_AROUND = 12
#: Damaged stretches of one sentence with no more than this between them are one: what stands between is damaged too, or of no use.
_NEAR = 16
_APART = re.compile("[\n。]")
#: What windows-1252 makes of the bytes 80–9F, where Latin-1 has controls.
_C1 = "\x80-\x9f€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"


@dataclass(frozen=True, slots=True)
class Damage:
    """A damaged stretch of a text, and what seems to have happened to it."""

    start: int
    end: int
    cause: str


def _always(_: str) -> bool:
    return True


def _is_utf8_as_latin(run: str) -> bool:
    """Whether the characters are the bytes of UTF-8 text, Chinese or at least not ASCII."""
    for encoding in ("cp1252", "latin-1"):
        try:
            run.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        return True
    return False


def looks_like_gbk_as_latin(run: str) -> bool:
    """Whether the characters are the bytes of Chinese text in GBK: pairs in the range of the common characters."""
    data = run.encode("latin-1", "ignore")
    pairs = len(data) // 2
    return pairs > 1 and len(set(data)) > 3 and sum(0xB0 <= data[at] <= 0xD7 for at in range(0, pairs * 2, 2)) > pairs * 0.7


def _is_utf8_as_gbk(run: str) -> bool:
    """Whether the characters, written in GBK, are the bytes of UTF-8 text (the last may be cut)."""
    data = run.encode("gb18030")
    for start in range(3):
        text = data[start:].decode("utf-8", "replace")
        good = len(text) - text.count("\ufffd")
        if good > 1 and len(text) - good <= 1 + len(text) // 6:
            return True
    return False


#: What must occur in the text (a class of characters, found quickly), the pattern, a further test of what it found, and the cause.
_KINDS: tuple[tuple[re.Pattern[str], re.Pattern[str], Callable[[str], bool], str], ...] = (
    (re.compile("\ufffd"), re.compile("\ufffd+(?:.{0,4}\ufffd+)*"), _always, "bytes that could not be decoded"),
    (re.compile("锟"), re.compile("锟斤拷(?:锟斤拷|锟|斤|拷)*|锟(?:斤|拷|捷|解|侥)"), _always, "replacement characters decoded once more, as GBK"),
    # GBK text in which two bytes of neighbouring characters, A3 and BB, were taken for a full-width semicolon: `?;` or `?；` remains.
    (
        re.compile(r"\?[;；]"),
        re.compile(r"(?<![A-Za-z0-9_&=/?])\?[;；](?:[A-Z0-9](?=[\u3400-\u9fff]))?"),
        _always,
        "bytes replaced inside a character",
    ),
    (
        re.compile("[\xc2-\xef]"),
        re.compile(rf"(?:[\xc2-\xdf][\x80-\xbf{_C1}]|[\xe0-\xef][\x80-\xbf{_C1}]{{2}}){{2,}}"),
        _is_utf8_as_latin,
        UTF8_AS_LATIN,
    ),
    (re.compile("[\xa1-\xfe]"), re.compile("[\xa1-\xfe]{4,}"), looks_like_gbk_as_latin, "GBK read as Latin-1"),
    # 锛 銆 鈥 are what the first bytes of `，（：`, `。、《` and `—“”` become.
    (
        re.compile("[锛銆鈥]"),
        re.compile("[\u3400-\u9fff€\ue000-\uf8ff?]{0,12}[锛銆鈥][\u3400-\u9fff€\ue000-\uf8ff?]{1,12}"),
        _is_utf8_as_gbk,
        UTF8_AS_GBK,
    ),
    (
        re.compile("[\u3105-\u3129\u30a1-\u30f6\uff66-\uff9d]"),
        re.compile("(?<=[\u3400-\u9fff。，；、])[\u3105-\u3129\u30a1-\u30f6\uff66-\uff9d]{1,3}(?=[\u3400-\u9fff：，。])"),
        _always,
        "stray kana or phonetic signs",
    ),
    (
        re.compile(r"\?{3}"),
        re.compile(r"(?<=[\u3400-\u9fff])\?{3,}|\?{3,}(?=[\u3400-\u9fff])"),
        _always,
        "characters lost in another encoding",
    ),
)


def damages(text: str) -> list[Damage]:
    """Every damaged stretch of `text`, in order, none over another; near ones of one sentence are one, its cause that of the longest.

    `��`, `锟斤拷`, `政策` as `æ”¿ç­–` or `鏀跨瓥锛`, and `平台?；A设施` (for 平台。基础设施) are damage; `中国?` and a foreign name are not.
    """
    found: list[Damage] = []
    for hint, pattern, test, cause in _KINDS:
        if hint.search(text):
            found += [Damage(match.start(), match.end(), cause) for match in pattern.finditer(text) if test(match[0])]
    found.sort(key=lambda damage: (damage.start, -damage.end))
    apart: list[Damage] = []
    longest = 0
    for damage in found:
        length = damage.end - damage.start
        last = apart[-1] if apart else None
        if last is None or damage.start - last.end > _NEAR or _APART.search(text, last.end, damage.start):
            apart.append(damage)
            longest = length
            continue
        apart[-1] = Damage(last.start, max(last.end, damage.end), damage.cause if length > longest else last.cause)
        longest = max(longest, length)
    return apart


def quoted(text: str, damage: Damage) -> str:
    """A finding's message: what stands there and what seems to have happened."""
    around = text[max(0, damage.start - _AROUND) : damage.end + _AROUND].replace("\n", " ").strip()
    return f"Damaged text “…{around[:120]}…”: {damage.cause}. Figures and names near it may be wrong."

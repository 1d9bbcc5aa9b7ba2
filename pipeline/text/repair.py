"""Damaged text put right where its bytes can be had back: Chinese that was decoded or changed byte by byte in a wrong encoding."""

from __future__ import annotations

import heapq
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.text.convert import simplify
from pipeline.text.mojibake import UTF8_AS_GBK, UTF8_AS_LATIN, looks_like_gbk_as_latin

#: Where a full-width semicolon (A3 BB in GBK) was replaced by a half one though its bytes belonged to two characters.
_STRUCK = re.compile(r"(?<![A-Za-z0-9_&=/?])\?[;；]")
#: What may follow until the characters are right again: a run read one byte off has few characters.
_LONGEST_RUN = 14
#: Around the run, what is read with it to see whether it makes sense.
_SIDE = 6
#: A reading must be so much likelier than the next and than the text as it stands (in natural logarithms).
_CLEARLY = 3.0
#: Chinese that makes sense is no unlikelier a character than this.
_LEAST = -9.0
#: As much of a repaired run as a message shows.
_SHOWN = 60
#: A mark between words costs a reading little.
_MARK = -4.0
_LATIN_RUN = re.compile("[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{4,}")
_GBK_RUN = re.compile("[^\x00-\u02ff]{4,}")
_HINT = re.compile(r"\?[;；]|[\u0080-\u00ff]{2}|[锛銆鈥]")
_MARKS = "。、，；：（）“”！？—…《》·"


@dataclass(frozen=True, slots=True)
class Repair:
    """`text[start:end]` of the published text should read `meant`; `cause` says what had happened."""

    start: int
    end: int
    meant: str
    cause: str


def repairs(text: str) -> list[Repair]:
    """What of `text` can be put right, in order, none over another; a place that has no one clear reading is left alone.

    `平台?;\\ue2a6A设施` (GBK bytes in traditional script) is 平台。基礎設施, `æ”¿ç­–` is 政策; `什么?;` and a foreign name are not touched.
    """
    if not _HINT.search(text):
        return []
    found = [*_struck(text), *_misread(text)]
    found.sort(key=lambda repair: repair.start)
    apart: list[Repair] = []
    for repair in found:
        if not apart or repair.start >= apart[-1].end:
            apart.append(repair)
    return apart


def mending(text: str, repair: Repair) -> str:
    """A finding's message: what stood there, what it was read as, and what had happened."""
    before, after = text[max(0, repair.start - _SIDE) : repair.start], text[repair.end : repair.end + _SIDE]
    stood, meant = (" ".join(f"{before}{words[:_SHOWN]}{after}".split()) for words in (text[repair.start : repair.end], repair.meant))
    return f"Damaged text “…{stood}…” was read as “…{meant}…”: {repair.cause}. Compare with the source before you rest anything on it."


def _misread(text: str) -> Iterator[Repair]:
    """Runs whose bytes are text in another encoding, the whole of them."""
    for run in _LATIN_RUN.finditer(text):
        if meant := _decoded(run[0], ("cp1252", "latin-1"), "utf-8"):
            yield Repair(run.start(), run.end(), meant, UTF8_AS_LATIN)
        elif looks_like_gbk_as_latin(run[0]) and (meant := _decoded(run[0], ("latin-1",), "gb18030")) and _makes_sense(meant):
            yield Repair(run.start(), run.end(), meant, "GBK read as Latin-1")
    if any(sign in text for sign in "锛銆鈥"):
        for run in _GBK_RUN.finditer(text):
            if meant := _decoded(run[0], ("gb18030",), "utf-8"):
                yield Repair(run.start(), run.end(), meant, UTF8_AS_GBK)


def _decoded(run: str, written: tuple[str, ...], meant: str) -> str:
    """`run` written in one of the encodings and read in the one meant; nothing when that fails or gives no Chinese."""
    for encoding in written:
        try:
            text = run.encode(encoding).decode(meant)
        except UnicodeError:
            continue
        if text.isprintable() and any("\u3400" <= sign <= "\u9fff" for sign in text):
            return text
    return ""


def _struck(text: str) -> Iterator[Repair]:
    for place in _STRUCK.finditer(text):
        if repair := _shifted(text, place.start(), place.end()):
            yield repair


def _shifted(text: str, start: int, end: int) -> Repair | None:
    """The place where A3 BB was struck out of two neighbouring characters, with the run read one byte off after it.

    The first character's lead byte is lost, and a byte that found no partner at the run's end (`?`) too: they are guessed by what the
    words around make likely.
    """
    left, readings = text[max(0, start - _SIDE) : start], dict[str, tuple[int, str]]()
    data: list[int | None] = [None, 0xA3, 0xBB]
    for length in range(1, min(_LONGEST_RUN, len(text) - end) + 1):
        written = _bytes(text[end + length - 1])
        if written is None:
            break
        data += written
        if len(data) % 2 == 0:
            right = text[end + length : end + _LONGEST_RUN + _SIDE]
            for meant in _read(data, left, right):
                # A longer run that reads the same only takes in what was right again.
                readings.setdefault(left + meant + right, (length, meant))
    likely = heapq.nlargest(2, ((_likelihood(whole), *found) for whole, found in readings.items()))
    as_it_stands = _likelihood(f"{left}，{text[end : end + _LONGEST_RUN + _SIDE]}")
    rivals = [as_it_stands, *(chance for chance, _, _ in likely[1:])]
    if not likely or likely[0][0] - max(rivals) < _CLEARLY:
        return None
    return Repair(start, end + likely[0][1], likely[0][2], "GBK bytes A3 BB were replaced inside two characters")


def _bytes(sign: str) -> list[int | None] | None:
    """A character's bytes in GBK, a `?` as one unknown byte; None where no run goes on."""
    if sign == "?":
        return [None]
    if sign.isspace():
        return None
    written = sign.encode("gb18030", "replace")
    return list(written) if len(written) <= 2 else None


def _read(data: list[int | None], left: str, right: str) -> Iterator[str]:
    """The texts that `data` (None is a lost byte) may be, in pairs of bytes; few, because what is lost must make words with its neighbours."""
    pairs = list(zip(data[::2], data[1::2], strict=True))
    known = [_pair(*pair) if None not in pair else "" for pair in pairs]
    if any(sign is None for sign in known) or sum(pair.count(None) for pair in pairs) > 2 or (None, None) in pairs:
        return
    whole = [sign or "" for sign in known]
    options: list[list[str]] = []
    for at, pair in enumerate(pairs):
        if whole[at]:
            options.append([whole[at]])
            continue
        before = whole[at - 1] if at else left[-1:]
        after = whole[at + 1] if at + 1 < len(whole) else right[:1]
        # Of a word of three characters the outer two may be lost: 危化品.
        near = at > 1 and not whole[at - 2]
        options.append([sign for sign in _candidates(*pair) if sign in _MARKS or near or _joins(before, sign, after)])
    for signs in itertools.product(*options):
        yield "".join(signs)


def _pair(lead: int | None, trail: int | None) -> str | None:
    """The Chinese character or mark of two bytes, None when they are none."""
    if lead is None or trail is None:
        return None
    try:
        sign = bytes((lead, trail)).decode("gbk")
    except UnicodeError:
        return None
    return sign if len(sign) == 1 and ("\u4e00" <= sign <= "\u9fff" or sign in _MARKS) else None


def _candidates(lead: int | None, trail: int | None) -> Iterator[str]:
    for lost in range(0x40 if lead is not None else 0x81, 0xFF):
        if sign := _pair(lost if lead is None else lead, lost if trail is None else trail):
            yield sign


def _joins(before: str, sign: str, after: str) -> bool:
    """Whether `sign` begins or ends a word with its neighbour (an unknown neighbour allows all that begins or ends any)."""
    from extractors.words import dictionary

    before, sign, after = simplify(before), simplify(sign), simplify(after)
    words = dictionary().shard(sign)
    if after and sign + after in words:
        return True
    return bool(before) and before + sign in dictionary().shard(before)


def _makes_sense(meant: str) -> bool:
    return _likelihood(meant) >= _LEAST * len(meant)


def _likelihood(text: str) -> float:
    """How likely the words of `text` are, as the natural logarithm of their chances by jieba's dictionary."""
    from extractors.words import segmenter

    total, words = 0.0, segmenter()
    for piece in re.split(f"([{_MARKS}])", simplify(text)):
        if not piece:
            continue
        if piece in _MARKS:
            total += _MARK
            continue
        total += words.chance(piece)
    return total

"""From bytes to text: which encoding Chinese bytes are in.

UTF-8 proves itself; GB18030 and Big5 do not, since most bytes of the one are valid in the other. What tells them apart is
how the decoded text looks: in real Chinese about half of the characters are among the few hundred commonest, in a wrong
decoding hardly any. What the page declares is a hint only, for pages lie about it.
"""

from __future__ import annotations

import codecs
import functools
import re
from dataclasses import dataclass

from extractors.records import Finding
from pipeline.reading.folding import lexicon
from pipeline.reading.signatures import signature

#: What is looked at to weigh a decoding; enough of any document.
_SAMPLE = 100_000
#: Share of common characters among all that are not ASCII: real text has 0.4 and more, a list of names 0.15, a wrong decoding less.
_LOOKS_CHINESE = 0.12
#: Up to this share of broken bytes a text is still read in the encoding it is otherwise in.
_TOLERATED = 0.02

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_DECLARED = re.compile(
    rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,24})|<\?xml[^>]{0,80}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,24})""", re.IGNORECASE
)
_FAMILIES = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "gb_2312", "gb_2312-80", "cp936", "x-gbk"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "big5hkscs", "cp950", "x-x-big5"), "big5"),
    **dict.fromkeys(("utf8", "utf-8"), "utf-8"),
    **dict.fromkeys(("utf16", "utf-16"), "utf-16"),
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding it was read in; `text` is None when it could not be read, and a finding says why.

    `encoding` is in lower case (`utf-8`, `gb18030`, `big5`, `big5hkscs`, `utf-16` …), `confidence` from 0 to 1.
    """

    text: str | None
    encoding: str | None
    confidence: float
    findings: tuple[Finding, ...] = ()


def decode(data: bytes) -> Decoded:
    """Read bytes as text, or say why they are none. Never raises.

    A file cut in the middle of a character is still in its encoding (finding `truncated`); a few broken bytes are replaced by
    U+FFFD (`undecodable`, an error, because text was lost); pictures, archives and Office files are `unsupported-format`.
    """
    if not data.strip(b"\x00 \t\r\n\x0b\x0c"):
        return _rejected("empty-text", "the file is empty")
    if found := signature(data):
        return _rejected("unsupported-format", f"this is {found.what}, not a page or a text: {found.advice}")
    decoded = _by_mark(data) or _wide(data) or _plain(data)
    if decoded.text is not None and "\x00" in decoded.text:
        return _without_nulls(decoded)
    return decoded


def declared_encoding(data: bytes) -> str | None:
    """The encoding family a page declares in its first 4 KB (`gb2312` is the family gb18030), or None."""
    found = _DECLARED.search(data, 0, 4096)
    if not found:
        return None
    name = found[1].decode("ascii").lower()
    return _FAMILIES.get(name, name)


def _rejected(code: str, message: str) -> Decoded:
    return Decoded(None, None, 0.0, (Finding("error", code, message),))


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            # UTF-16 and UTF-32 need their mark to know the order of bytes; elsewhere it is no part of the text.
            body = data if encoding.startswith(("utf-16", "utf-32")) else data[len(mark) :]
            strict = _strict(body, encoding)
            if strict:
                return strict
            lenient = _lenient(body, encoding)
            if _broken(lenient) <= _TOLERATED:
                return Decoded(lenient, encoding, 0.8, (_lost(lenient),))
    return None


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: zero bytes at even places or at odd ones, and Chinese or Latin text when read so."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    zeros = (sample[::2].count(0), sample[1::2].count(0))
    if 2 * min(zeros) > max(zeros) or max(zeros) == 0:
        return None
    encoding = "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    text = sample.decode(encoding, errors="replace")
    latin = sum(character.isascii() and character.isprintable() for character in text) / len(text)
    if max(_common_share(text), latin / 2) < 2 * _LOOKS_CHINESE or _broken(text) > _TOLERATED:
        return None
    whole = _lenient(data, encoding)
    return Decoded(whole, encoding, 0.9, (_lost(whole),) if "\ufffd" in whole else ())


def _plain(data: bytes) -> Decoded:
    if data.isascii():
        return _hz(data) or Decoded(data.decode("ascii"), "utf-8", 1.0)
    utf8 = _strict(data, "utf-8")
    if utf8:
        return utf8
    best = _national(data)
    if best:
        return best
    lenient = _lenient(data, "utf-8")
    if _broken(lenient) <= _TOLERATED:
        return Decoded(lenient, "utf-8", 0.8, (_lost(lenient),))
    return _guessed(data) or _rejected("undecodable", "the bytes are no text in any encoding tried: fetch the page again or convert it to UTF-8")


def _hz(data: bytes) -> Decoded | None:
    """HZ, the seven-bit form of GB2312 of old news servers: `~{<:Ky~}`."""
    if b"~{" not in data:
        return None
    strict = _strict(data, "hz")
    return Decoded(strict.text, "hz", 0.9, strict.findings) if strict and _common_share(strict.text or "") >= _LOOKS_CHINESE else None


def _national(data: bytes) -> Decoded | None:
    """GB18030 or Big5, whichever makes Chinese of the bytes; whole first, then with a few bytes replaced."""
    hint = declared_encoding(data)
    for reader in (_strict, _tolerant):
        candidates: list[tuple[float, bool, int, Decoded]] = []
        for encoding, family in (("gb18030", "gb18030"), ("big5", "big5"), ("big5hkscs", "big5")):
            read = reader(data, encoding)
            if read and read.text:
                share = _common_share(read.text[:_SAMPLE])
                # Plain Big5 comes before its Hong Kong superset where both read the bytes; the hint only breaks ties.
                candidates.append((round(share, 2), family == hint, -len(candidates), read))
        if candidates:
            share, hinted, _, read = max(candidates, key=lambda candidate: candidate[:3])
            if share >= _LOOKS_CHINESE or (hinted and share >= _LOOKS_CHINESE / 2):
                return Decoded(read.text, read.encoding, min(1.0, 0.5 + share), read.findings)
    return None


def _strict(data: bytes, encoding: str) -> Decoded | None:
    """The text when every byte is valid; bytes that only lack the end of the last character count as cut off, not as wrong."""
    try:
        return Decoded(data.decode(encoding), encoding, 1.0)
    except UnicodeDecodeError as error:
        if len(data) - error.start > 3 or not (error.reason.startswith(("unexpected end", "incomplete", "truncated")) or error.end == len(data)):
            return None
        start = error.start
    try:
        text = data[:start].decode(encoding)
    except UnicodeDecodeError:
        return None
    finding = Finding("warning", "truncated", "the file ends in the middle of a character: fetch the page again, its end is missing")
    return Decoded(text, encoding, 0.9, (finding,)) if text else None


def _tolerant(data: bytes, encoding: str) -> Decoded | None:
    text = _lenient(data, encoding)
    return Decoded(text, encoding, 0.6, (_lost(text),)) if _broken(text) <= _TOLERATED else None


def _lenient(data: bytes, encoding: str) -> str:
    return data.decode(encoding, errors="replace")


def _lost(text: str) -> Finding:
    return Finding("error", "undecodable", f"{text.count(chr(0xFFFD))} stretches of bytes could not be decoded and stand as U+FFFD in the text")


def _broken(text: str) -> float:
    return text.count("\ufffd") / max(1, len(text))


def _guessed(data: bytes) -> Decoded | None:
    """What charset-normalizer makes of it: other languages' encodings, and Chinese too short to weigh."""
    from charset_normalizer import from_bytes

    match = from_bytes(data[:_SAMPLE], threshold=0.15).best()
    if match is None:
        return None
    encoding = codecs.lookup(match.encoding).name
    text = _lenient(data, encoding)
    if _broken(text) > _TOLERATED or _letters_share(text[:_SAMPLE]) < 0.5:
        return None
    finding = Finding("warning", "encoding-guessed", f"read as {encoding}, which is a guess: check the text")
    return Decoded(text, encoding, 0.3, (finding,))


def _without_nulls(decoded: Decoded) -> Decoded:
    """A stray zero byte in a text is dropped with a finding; a file full of them is no text."""
    text = decoded.text or ""
    zeros = text.count("\x00")
    if zeros > max(8, 0.01 * len(text)):
        return _rejected("unsupported-format", "the file holds binary data, not a page or a text: convert it to HTML or text first")
    finding = Finding("warning", "control-characters", f"{zeros} zero bytes were removed from the text")
    return Decoded(text.replace("\x00", ""), decoded.encoding, decoded.confidence, (*decoded.findings, finding))


@functools.cache
def _common() -> frozenset[str]:
    return frozenset(lexicon()["characters"]["common"])


def _common_share(text: str) -> float:
    """Share of the commonest Chinese characters and marks among the characters that are not ASCII."""
    foreign = [character for character in text if character > "\x7f"]
    if not foreign:
        return 0.0
    common = _common()
    return sum(character in common for character in foreign) / len(foreign)


def _letters_share(text: str) -> float:
    """Share of letters, digits and spaces: what any written language mostly consists of."""
    return sum(character.isalnum() or character.isspace() for character in text) / max(1, len(text))

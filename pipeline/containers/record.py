"""A document in a container, and what bounds the reading of one: nothing an archive claims of itself is believed."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING

from extractors.records import Finding
from pipeline.reading.find import Problem
from pipeline.reading.page import UNKNOWN, Metadata

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed import WriteableBuffer

#: What may be unpacked from one file: so much in any case, and so many times its own size. Text shrinks to a tenth, a bomb to a thousandth.
LEAST_UNPACKED, MOST_RATIO = 256 << 20, 50
#: What a document counts for at least, so that a bomb of empty documents is one too.
LEAST_COST = 1 << 10
#: Containers in containers in containers.
DEEPEST = 4

_BUFFER = 128 << 10
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


class BombError(Exception):
    """More came out of a file than any honest one holds."""


@dataclass(frozen=True, slots=True)
class Record:
    """A document in a container: `name` is `file#record`, `metadata` what the container says of it, `findings` what was wrong with it there."""

    name: str
    data: bytes
    metadata: Metadata = UNKNOWN
    findings: tuple[Finding, ...] = ()


class Budget:
    """What is still allowed to come out of a file of `size` bytes, however deep its contents lie."""

    def __init__(self, size: int) -> None:
        self.left = max(LEAST_UNPACKED, MOST_RATIO * size)

    def take(self, amount: int) -> None:
        """Count `amount` bytes. Raises BombError when there is no more room for them."""
        self.left -= amount
        if self.left < 0:
            raise BombError


class _Metered(io.RawIOBase):
    def __init__(self, stream: IO[bytes], budget: Budget) -> None:
        # One read of what lies below at a time: when the next one fails, what came before it is not lost.
        self._read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        room = memoryview(buffer).cast("B")
        try:
            data = self._read(len(room))
        except EOFError as error:  # warcio takes it for an end that is meant
            raise OSError("it ends in the middle: the file was cut off") from error
        self._budget.take(len(data))
        room[: len(data)] = data
        return len(data)


def metered(stream: IO[bytes], budget: Budget) -> io.BufferedReader:
    """`stream`, each byte of it counted, with a `peek` of the beginning. Closing it leaves `stream` open."""
    return io.BufferedReader(_Metered(stream, budget), _BUFFER)


def inner_name(name: str) -> str:
    """The name of a member as it stands after the `#`: with `/`, on one line, without a root, a drive or a `..` to climb out by.

    Nothing is ever written under such a name; it only tells a person where the document is.
    """
    parts = [part for part in PurePosixPath(_CONTROL.sub(" ", name).replace("\\", "/")).parts if part.strip("./ ")]
    if parts and re.fullmatch("[A-Za-z]:", parts[0]):
        parts = parts[1:]
    return "/".join(parts) or "unnamed"


def is_hidden(name: str) -> bool:
    """Whether a member is passed over, as hidden files and the forks that macOS adds are in a folder."""
    return any((part.startswith(".") and part.strip(".")) or part == "__MACOSX" for part in name.replace("\\", "/").split("/"))


def climbs(name: str) -> bool:
    """Whether a member's name leads out of the folder that it would be unpacked to."""
    spelled = name.replace("\\", "/")
    return spelled.startswith("/") or ".." in spelled.split("/") or bool(re.match("[A-Za-z]:/", spelled))


def readable_name(name: str, *, utf8: bool) -> str:
    """A ZIP member's name: without the mark for UTF-8 it was read as the code page of DOS, but Chinese archives mean GB18030."""
    if utf8:
        return name
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name


def lost(name: str, code: str, message: str) -> Problem:
    """A document, or all that is left of a container, that cannot be had; `message` goes on after the name."""
    return Problem(name, Finding("error", code, f"{name} {message}"))

"""The name an agency is compared under: a body's full name and its abbreviations are one."""

from __future__ import annotations

import functools
import re
import tomllib
from pathlib import Path

_SPACES = re.compile(r"\s+")


@functools.cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of all names at the end of a word, longest first, and the name each is compared under."""
    data: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("agencies.toml").read_text("utf-8"))["names"]
    named = {other: name for name, others in data.items() for other in (name, *others)}
    return re.compile(f"(?:{'|'.join(sorted(map(re.escape, named), key=len, reverse=True))})\\Z"), named


@functools.lru_cache(maxsize=65536)
def agency_key(agency: str) -> str:
    """The name an agency is compared under, with its level or place as written.

    省发展和改革委员会 and 省发改委 are 省发展改革委, 云岚市市场监督管理局 is 云岚市市场监管局; 省发展改革委 and 市发展改革委 are two.
    """
    words = _SPACES.sub("", agency)
    pattern, named = _names()
    if found := pattern.search(words):
        return words[: found.start()] + named[found[0]]
    return words

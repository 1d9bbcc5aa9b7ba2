"""The counts extractor's word lists and patterns, read once from the TOML files beside this module and the user's additions."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extractors.additions import load

_PLACEHOLDER = re.compile(r"(?<!\?P)<([a-z_]+)>")


@functools.cache
def table(name: str) -> dict[str, Any]:
    """The lexicon file `name`.toml. Raises OSError when it is missing, TOMLDecodeError when it is not TOML."""
    return load(Path(__file__).with_name(f"{name}.toml"))


@functools.cache
def words(file: str, *keys: str) -> frozenset[str]:
    """The words of one white-space separated list, `words("units", "times")`. Raises KeyError for a list that is not there."""
    entry: Any = table(file)
    for key in keys:
        entry = entry[key]
    return frozenset(str(entry).split())


@functools.cache
def endings(file: str, *keys: str) -> tuple[str, ...]:
    """`words` as `str.endswith` takes them."""
    return tuple(words(file, *keys))


def alternation(terms: Iterable[str], *, spaced: bool = False) -> str:
    """A regex alternative of literal words, the longest first so that it wins; `spaced` lets one stray space stand between characters."""
    joint = " ?" if spaced else ""
    return "|".join(joint.join(map(re.escape, term)) for term in sorted(terms, key=lambda term: (-len(term), term)))


@functools.cache
def pattern(file: str, name: str) -> re.Pattern[str]:
    """The regular expression `name` of a file's [patterns].

    White space in it is laid out for reading and means nothing; `<list>` stands for any word of the file's list of that name.
    """
    written = "".join(table(file)["patterns"][name].split())
    return re.compile(_PLACEHOLDER.sub(lambda found: f"(?:{alternation(words(file, found[1]))})", written))

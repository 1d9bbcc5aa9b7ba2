"""What kind of part a heading opens: goal, principle, task, safeguard, definition or other."""

from __future__ import annotations

import functools
import re
import tomllib
from pathlib import Path
from typing import NamedTuple, cast

from extractors.outline.verbs import verb
from extractors.records import SectionKind

#: Longer headings are sentences; only how they begin says anything.
_LONGEST_NAME = 24
_SPACE = re.compile(r"\s+")
#: `（2021—2025年）` and other asides say nothing of the kind; what stands before a colon names the part.
_ASIDE = re.compile(r"[（(][^（）()]*[）)]|[：:。；]$")


class _Words(NamedTuple):
    whole: tuple[str, ...]
    ends: tuple[str, ...]
    begins: tuple[str, ...]
    holds: tuple[str, ...]


@functools.cache
def _lexicon() -> dict[SectionKind, _Words]:
    with Path(__file__).with_name("kinds.toml").open("rb") as file:
        tables = tomllib.load(file)
    return {
        cast(SectionKind, kind): _Words(*(tuple(table.get(key, ())) for key in ("whole", "ends", "begins", "holds")))
        for kind, table in tables.items()
    }


@functools.cache
def container_names() -> frozenset[str]:
    """Every heading that only names a part (`重点任务`, `保障措施`), whatever its kind."""
    return frozenset(name for words in _lexicon().values() for name in words.whole)


@functools.cache
def _prefixes() -> re.Pattern[str]:
    begun = (name for words in _lexicon().values() for name in words.begins)
    names = sorted({name for name in (*container_names(), *begun) if len(name) > 2}, key=len, reverse=True)
    return re.compile("|".join(names))


def leading_name(text: str, start: int, end: int) -> int | None:
    """Where a container's name ends that `text[start:end]` begins with: 4 for `总体要求以…为指导`, None for `加强总体要求`."""
    match = _prefixes().match(text, start, end)
    return match.end() if match else None


@functools.lru_cache(maxsize=4096)
def kind_of(title: str) -> SectionKind | None:
    """The kind a heading states itself, None where it states none (`加快构建标准体系`) and its container decides.

    `（四）主要目标` is a goal whatever it stands in; `推进目标管理` states nothing.
    """
    name = _ASIDE.sub("", _SPACE.sub("", title)).strip('“”"。：:')
    for kind, words in _lexicon().items():
        if name in words.whole or (words.begins and name.startswith(words.begins)):
            return kind
    if len(name) > _LONGEST_NAME:
        return None
    verbal = verb().match(name) is not None
    for kind, words in _lexicon().items():
        if any(word in name for word in words.holds):
            return kind
        if "，" not in name and any(name.endswith(end) and (not verbal or kind == "safeguard" or end.startswith("的")) for end in words.ends):
            return kind
    return None

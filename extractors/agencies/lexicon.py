"""The words of `agencies.toml`, compiled once."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from extractors.additions import load

#: What a note says of those it names: that they lead, that they are named, that they help.
Part = Literal["lead", "named", "support"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns over the text; each `before` and `after` pattern has one group a part."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    organ_end: tuple[str, ...]
    not_organ: tuple[str, ...]
    of_itself: re.Pattern[str]
    group: tuple[str, ...]
    nobody: re.Pattern[str]
    joint: re.Pattern[str]
    joined: frozenset[str]
    places: tuple[str, ...]
    generic: frozenset[str]
    first_leads: re.Pattern[str]


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _broken(words: Iterable[str]) -> str:
    """As `_any`, but a word may be broken by one space (`牵头 单位`)."""
    return "|".join("[ \\n]?".join(map(re.escape, word)) for word in sorted(words, key=len, reverse=True))


@functools.cache
def lexicon() -> Lexicon:
    """The lexicon, read and compiled at the first call."""
    data = load(Path(__file__).with_name("agencies.toml"))
    before, after, names = data["before"], data["after"], data["names"]
    parts = ("lead", "named", "support")
    heads = "|".join(f"(?P<{part}>{_broken(before[part])})" for part in parts)
    tails = "|".join(f"(?P<{part}>{_any(after[part])})" for part in parts)
    return Lexicon(
        before=re.compile(
            rf"(?:{heads})(?:[ \n]?(?:{_broken(before['organs'])})(?:及责任人)?[ ]?[：:]|(?<=[；;，,（(〔\[【。\n ]..)[：:])"
            rf"|(?:{_any(before['division'])})[ ]?[：:]"
            # scraping lost the front of `责任单位：`, but what helps still stands behind
            r"|(?<!单)位[：:](?=[^；;。\n]{2,120}[；;][ ]?(?:配合|协办|参与)(?:单位|部门)[：:])"
        ),
        after=re.compile(rf"(?:{_any(after['manner'])})*(?:{tails})(?:(?:做好)?(?:等|相关|有关|各项)?工作)?$"),
        organ_end=tuple(names["ends"]),
        not_organ=tuple(names["not_ends"]),
        of_itself=re.compile(_any(names["of_itself"])),
        group=tuple(names["group"]),
        nobody=re.compile(rf"(?:{_any(names['nobody'])})(?:$|[。.]|(?:以及|[及和与])(?!{_any(names['joined'])}))"),
        joint=re.compile(f"[省市区]?(?:{_any(names['joint'])})(?=$|[，、；。）) ])"),
        joined=frozenset(names["joined"]),
        places=tuple(names["places"]),
        generic=frozenset(names["generic"]),
        first_leads=re.compile(
            rf"(?:(?:{_any(data['first']['ranks'])})(?:在|于)?(?:第一|首)|第一(?:个|位|家|名))[^。；，\n（）()]{{0,14}}?牵头|首(?:位|个|家)[^。；，\n（）()]{{0,8}}?牵头"
        ),
    )

"""The verbs that measures begin with."""

from __future__ import annotations

import functools
import re
import tomllib
from pathlib import Path


@functools.cache
def verb() -> re.Pattern[str]:
    """Matches the verb or adverb that a measure begins with: 加快 in `加快标准研制`; nothing in `标准研制`."""
    with Path(__file__).with_name("verbs.toml").open("rb") as file:
        words = set(tomllib.load(file)["verbs"])
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))

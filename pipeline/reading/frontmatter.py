"""The YAML that blog generators (Hexo, Jekyll) put before a post, broken as often as not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_BLOCK = re.compile(r"\A\s*(?:---[ \t]*\r?\n(?P<yaml>.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z))", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_][\w-]{0,40})[ \t]*:[ \t]*(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of the front matter as text, by lower-case name, and the text after it; `broken` when it is no valid YAML."""

    fields: dict[str, str]
    body: str
    broken: bool = False


def split(text: str) -> FrontMatter:
    """Take the front matter off a text; without one, the fields are empty and the body is the text.

    Values of broken YAML (`title: "A" 与 "B"`, a tab for indentation) are read line by line. Lists and mappings are dropped.
    """
    found = _BLOCK.match(text)
    if not found or not _FIELD.search(found["yaml"]):
        return FrontMatter({}, text)
    # Imported late: few documents have any.
    import yaml

    body = text[found.end() :]
    try:
        # BaseLoader keeps every scalar as it is written: a date stays the text the page states.
        loaded: Any = yaml.load(found["yaml"], Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        loaded = None
    if isinstance(loaded, dict):
        return FrontMatter({str(name).lower(): value for name, value in loaded.items() if isinstance(value, str) and value.strip()}, body)
    fields = {name.lower(): _unquoted(value) for name, value in _FIELD.findall(found["yaml"])}
    return FrontMatter({name: value for name, value in fields.items() if value}, body, broken=True)


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1].strip() if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"" else value

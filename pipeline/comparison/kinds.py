"""Which kind of policy a title names, so that policies of one kind and period from several places stand side by side."""

from __future__ import annotations

import functools
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.policies.places import short_place, without_place

if TYPE_CHECKING:
    from pipeline.tables.model import Row

_YEAR = r"(?:(?:19|20)\d\d|二[〇○零]{1,2}?[〇○零一二三四五六七八九]{2,3})年?度?"
_PERIODS = re.compile(
    rf"[（(〔][^（）()〔〕]*[）)〕]|{_YEAR}(?:[-—–~～至到]{{1,2}}{_YEAR})?|[“\"]?十[一二三四五六七]?五[”\"]?(?:时期|期间)?|(?:近期|年度)(?=工作|计划)"
)
_SPACE = re.compile(r"[\s“”\"‘’]+")


@functools.cache
def _kinds() -> list[tuple[re.Pattern[str], str]]:
    data = tomllib.loads(Path(__file__).with_name("kinds.toml").read_text("utf-8"))
    return [(re.compile(kind["title"]), kind["name"]) for kind in data["kind"]]


@functools.lru_cache(maxsize=8192)
def kind_of(title: str, region: str | None = None) -> str:
    """A policy's title without place, year and period: `2026年云岚省政府工作报告` and `云岚省人民政府工作报告（2026年）` are 政府工作报告.

    `云岚省“十四五”数字经济发展规划` is 数字经济发展规划; of a title that has nothing else it is the title itself.
    """
    for pattern, name in _kinds():
        if pattern.search(title):
            return name
    words = without_place(title)
    if region:
        words = words.replace(region, "").replace(short_place(region) + "省", "").replace(short_place(region) + "市", "")
    words = _SPACE.sub("", _PERIODS.sub("", words)).strip("—–-：:、，的和")
    return words if len(words) > 3 else title


def period_of_policy(policy: Row) -> str | None:
    """The years a policy is for: `2026`, `2021–2025`; of one that names none, the year of its issue."""
    first, last, issued = policy["period_start"], policy["period_end"], policy["issued"]
    if isinstance(first, int) and isinstance(last, int):
        return str(first) if first == last else f"{first}–{last}"
    return str(issued)[:4] if issued else None

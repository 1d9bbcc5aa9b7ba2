"""What went before a policy: the earlier one that a text names as such, or the one before it in a series."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from extractors.period import RANGE
from pipeline.policies.places import without_place
from pipeline.policies.policy import Policy
from pipeline.policies.titles import bare, key_of, lexicon, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from extractors.records import Mention
    from pipeline.tables.model import Row

_SENTENCE = re.compile(r"[。！？；\n]")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
#: What tells one policy of a series from the next: its years, the number of its five-year plan, its phase.
_FIVE = re.compile(r"(?:二?十)?[一二三四五六七八九十]五(?=规划|计划|时期|国民|期间|[\u4e00-\u9fff]{2,}(?:规划|计划|方案|纲要|意见|行动))")
_WHEN = re.compile(r"(?:19|20)\d\d(?:(?:19|20)\d\d|年度?)?")
_REVISED = re.compile(r"[（(](?:修订版?|修订本|修订稿|修正版?|修编|\d{4}年?修[订正]版?)[）)]\Z")
#: How alike two names must be, as the share of their pairs of characters, to be of one series.
_ALIKE = 0.45
#: A policy of a series begins within so many years of the end of the one before.
_GAP = 2


@functools.cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, lexicon()["lineage"][name])))


def with_predecessors(text: str, named: Sequence[tuple[Mention, Policy | None]], policies: Sequence[Policy]) -> dict[str, str]:
    """For policies of one text the id of the policy that it names as what went before, by id.

    The text says so of the earlier one (早在2018年…印发了《甲》, 《甲》同时废止) or of the later (再度发布《乙》); both are of one place and kind and
    alike in name, and their years agree. `在《甲》基础上` alone, or another place's plan, tells of no predecessor.
    """
    found: dict[str, str] = {}
    spoken = [(mention, policy) for mention, policy in named if policy]
    over = {policy.policy_id for mention, policy in spoken if _says(text, mention, "", "ended")}
    for mention, earlier in spoken:
        if not _says(text, mention, "earlier", "ended"):
            continue
        later = [policy for policy in policies if policy.policy_id not in over and follows(policy, earlier, _year_before(text, mention))]
        if later:
            found.setdefault(later[0].policy_id, earlier.policy_id)
    for mention, later_one in spoken:
        if _says(text, mention, "again", ""):
            before = [policy for other, policy in spoken if other.start < mention.start and follows(later_one, policy, _year_before(text, other))]
            if before:
                found.setdefault(later_one.policy_id, before[-1].policy_id)
    return found


def _says(text: str, mention: Mention, before: str, after: str) -> bool:
    """Whether a word of the list `before` stands before a mention in its sentence, or one of `after` behind it."""
    head = text[max(0, mention.start - 60) : mention.start]
    head = _SENTENCE.split(head)[-1]
    tail = _SENTENCE.split(text[mention.end : mention.end + 60])[0].split("《")[0]
    return (bool(before) and _words(before).search(head) is not None) or (bool(after) and _words(after).search(tail) is not None)


def _year_before(text: str, mention: Mention) -> int | None:
    """The year that the sentence names before a mention: 早在2018年."""
    years = _YEAR.findall(_SENTENCE.split(text[max(0, mention.start - 60) : mention.start])[-1])
    return int(years[-1]) if years else None


def follows(later: Policy, earlier: Policy, year: int | None = None) -> bool:
    """Whether `later` may be what followed `earlier`, told of with a `year`: one place, one kind, names alike, years in order."""
    if later.policy_id == earlier.policy_id or later.region != earlier.region or kind(later.title) != kind(earlier.title):
        return False
    began = _start(earlier) or year
    begins = _start(later)
    if began and begins and began >= begins:
        return False
    if later.key == earlier.key.rsplit("/", 1)[0]:
        return True
    return bool(began or begins) and likeness(later.title, earlier.title) >= _ALIKE


def _start(policy: Policy) -> int | None:
    return policy.period[0] if policy.period else policy.issued.year if policy.issued else None


def kind(title: str) -> str:
    """The kind of instrument by the end of its title: 方案, 规划; 规划纲要 is a 规划."""
    name = bare(tidy(title)).removesuffix("纲要") or title
    return name[-2:]


def likeness(one: str, other: str) -> float:
    """How much of the pairs of characters two names share, years and numbers of five-year plans apart: 1 for the same name."""
    first, second = (Counter(pairwise(name)) for name in (series(one), series(other)))
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


def series(title: str) -> str:
    """A title without what tells it from the next of its series: 某省“十三五”公园规划, 某省公园规划（2021—2025年） are both 某省公园规划."""
    return _WHEN.sub("", _FIVE.sub("", key_of(RANGE.sub("", tidy(title))))) or key_of(title)


def succeeded(rows: Iterable[Row]) -> dict[str, str]:
    """For policies of a corpus the id of the one before in its series, by id: of one place and one name but for their years, the latest that
    ends before the other begins, when no more than two years lie between; or the edition that a revision revises.

    `云岚省“十三五”公园规划` comes before `云岚省“十四五”公园规划`, `2022年工作要点` before `2023年工作要点`, 某方案 before 某方案（修订版）.
    """
    groups: dict[tuple[object, str], list[Row]] = defaultdict(list)
    rows = list(rows)
    for row in rows:
        if row["period_start"] and row["period_end"]:
            groups[row["region"], series(str(row["title"]))].append(row)
    found = _revised(rows)
    for group in groups.values():
        ordered = sorted(group, key=_years)
        for at, row in enumerate(ordered):
            before = [other for other in ordered[:at] if 0 < _years(row)[0] - _years(other)[1] <= _GAP]
            if before:
                found[str(row["policy_id"])] = str(max(before, key=lambda other: (_years(other)[1], str(other["policy_id"])))["policy_id"])
    return found


def _revised(rows: Sequence[Row]) -> dict[str, str]:
    """For revisions (`某方案（修订版）`) the edition of the same title without the remark, by id."""
    plain = {(row["region"], _plain_name(str(row["title"]), row["region"])): str(row["policy_id"]) for row in rows}
    revisions = [(row, _REVISED.sub("", str(row["title"]))) for row in rows]
    return {
        str(row["policy_id"]): before
        for row, title in revisions
        if title != row["title"] and (before := plain.get((row["region"], _plain_name(title, row["region"]))))
    }


def _plain_name(title: str, region: object) -> str:
    return key_of(without_place(title) if region else title)


def _years(row: Row) -> tuple[int, int]:
    start, end = row["period_start"], row["period_end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    return start, end


def told(policies: Iterable[Policy | None], before: Mapping[str, str]) -> tuple[Policy | None, ...]:
    """Policies with the predecessors found in their text."""
    return tuple(replace(policy, predecessor=before[policy.policy_id]) if policy and policy.policy_id in before else policy for policy in policies)

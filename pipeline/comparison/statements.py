"""What one document says for the comparison: its rows of targets as statements about its policy."""

from __future__ import annotations

import functools
import re
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.comparison.compare import Statement
from pipeline.comparison.indicators import NO_NAMES, Key, Names, clause_key, indicator_key
from pipeline.comparison.subjects import is_bare

if TYPE_CHECKING:
    from pipeline.policies.policy import Policy
    from pipeline.policies.resolve import DocumentPolicies
    from pipeline.tables.model import Row

#: 年均 and 累计 before a number, and the base year of a change that lasts several: 比2020年下降14%.
_YEARLY = re.compile("年均|平均每年|每年平均|年平均")
_TOTAL = re.compile(r"累计|五年(?:共|合计)|(?:比|较|与)[“\"]?(?:十[一二三四五六]五[”\"]?末|(?P<base>20\d\d)年?)")
_MAY_RELATE = re.compile("[步致平升]|增长|提质|下降|降低|减少|扩大|[快高超过领好慢低]于|跑赢|超过|领先|完成|达到|符合|控制在")
_LIST = re.compile("[、和与及]")
#: How far before the number such a word may stand.
_NEAR = 24
#: A decline over at least so many years is that over all of them, as nobody plans one a year without saying so.
_LONG = 3


class Relation(NamedTuple):
    """A growth set by another's (居民收入增长与经济增长同步): the key of what grows and the words that stand for the number."""

    key: Key
    words: str


@functools.cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("relations.toml").read_text("utf-8"))


@functools.cache
def _relations() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern["words"]), pattern["shown"]) for pattern in _data()["relation"]]


@functools.cache
def _shared_out() -> list[tuple[str, tuple[str, ...]]]:
    return [(word, tuple(parts.split())) for word, parts in _data()["shared_out"].items()]


def statements(rows: Iterable[Row], source: str, policies: DocumentPolicies, changes: Collection[object], names: Names) -> Iterator[Statement]:
    """The rows of targets of the document at `source` as statements about the policies they belong to.

    `changes` are the ids of its counts that are the amount of a change, `names` the user's own.
    """
    for row in _apart(list(rows)):
        if policy := policies.by_id(row["policy_id"]) or policies.main:
            changed = row["count_id"] in changes
            for one in _members(row, changed, policy.region, names):
                yield _statement(one, source, policy, changed, names)


def _apart(rows: list[Row]) -> list[Row]:
    """The rows with what a clause says of several things by 分别 shared out.

    城乡居民收入分别增长5%、6% is 5 for 城镇居民, 6 for 农村居民; the verb of the first number holds for the others.
    """
    by_clause: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if row["value"] is not None and "分别" in str(row["text"]):
            by_clause[row["start"], row["end"]].append(at)
    for indexes in by_clause.values():
        verb = next((rows[at]["action"] for at in indexes if rows[at]["action"]), None)
        same = len({rows[at]["indicator"] for at in indexes}) == 1
        indicator, text = str(rows[indexes[0]]["indicator"]), str(rows[indexes[0]]["text"])
        parts = _parts(indicator, text) if same else ()
        for number, at in enumerate(indexes):
            rows[at] = {**rows[at], "action": rows[at]["action"] or verb}
            if len(parts) == len(indexes):
                rows[at] |= {"indicator": parts[number], "subject": None}
    return rows


def _parts(indicator: str, text: str) -> tuple[str, ...]:
    """The indicators that a word for several groups stands for, whole or cut (一二三产业增加值 read as 产业增加值); none for others."""
    for word, groups in _shared_out():
        for cut in range(len(word) - 1):
            rest = indicator.removeprefix(word[cut:]) if cut else indicator.replace(word, "", 1)
            if rest != indicator and f"{word}{rest}" in text:
                return tuple(group + rest for group in groups)
    return ()


def _members(row: Row, changed: bool, region: str | None, names: Names) -> list[Row]:
    """A row for each indicator of a list that grows by one number (甲、乙均增长5%), when all of them are known; else the row itself."""
    indicator, unit = str(row["indicator"]), None if row["unit"] is None else str(row["unit"])
    if row["value"] is None or not (changed or "均" in str(row["text"])) or not _LIST.search(indicator):
        return [row]
    members = _LIST.split(indicator)
    if all(indicator_key(member, None, changed, region, unit, names).concept for member in members):
        return [{**row, "indicator": member} for member in members]
    return [row]


def _statement(row: Row, source: str, policy: Policy, changed: bool, names: Names) -> Statement:
    value, value_max, due = row["value"], row["value_max"], row["deadline_date"]
    start, end = row["start"], row["end"]
    assert isinstance(value, Decimal | None)
    assert isinstance(value_max, Decimal | None)
    assert isinstance(due, date | None)
    assert isinstance(start, int)
    assert isinstance(end, int)
    text = str(row["text"])
    indicator, action, unit, comparator, subject = (
        None if row[name] is None else str(row[name]) for name in ("indicator", "action", "unit", "comparator", "subject")
    )
    indicator = indicator or text
    relation = ""
    if value is not None:
        basis = _basis(text, indicator, changed, due, policy)
        key = indicator_key(indicator, action, changed, policy.region, unit, names, basis)
        whole = indicator_key(subject + indicator, action, changed, policy.region, unit, names, basis) if subject else key
        if subject and whole.concept:
            # 粮食面积1万亩、产量5亿斤: the subject makes the indicator whole.
            key, subject = whole, None
        elif subject and key.concept:
            # 汽车产业…出口: a part of what the concept is.
            key = Key(key.name.replace(key.concept, clause_key(indicator, policy.region), 1), "same words")
    elif found := relation_of(indicator, policy.region, names):
        key, relation = found
    else:
        key = Key(clause_key(indicator, policy.region), "same words", settled=True)
    return Statement(
        policy_id=str(row["policy_id"] or policy.policy_id),
        key=key.name,
        indicator=indicator,
        unit=unit,
        comparator=comparator,
        value=value,
        value_max=value_max,
        due=due,
        doc_id=str(row["doc_id"]),
        source=source,
        rank=policy.rank,
        start=start,
        end=end,
        text=text,
        target_id=str(row["target_id"]),
        subject=subject or "",
        relation=relation,
        origin=key.origin,
        concept=key.concept,
        settled=key.settled or is_bare(indicator),
    )


def relation_of(clause: str, region: str | None = None, names: Names = NO_NAMES) -> Relation | None:
    """The growth of a concept that a clause sets by another's instead of a number, None for other clauses.

    `居民收入增长与经济增长基本同步` and `城乡居民收入增速与经济增速保持同步` are relations; `居民收入稳步增长` is none.
    """
    for pattern, shown in _relations() if _MAY_RELATE.search(clause) else ():
        if found := pattern.search(clause):
            item = clause[: found.start()] or found.groupdict().get("item") or ""
            item = item.strip("，、")
            # What is to be met is a fall where less is better (能耗, 排放), else a level.
            asked, told = shown == _data()["asked"], found.expand(shown)
            falls = any(word in (clause if asked else told) for word in _data()["falling"])
            key = indicator_key(item, "下降" if falls else None, falls or not asked, region, "%", names)
            return Relation(key, told) if key.concept else None
    return None


def _basis(text: str, indicator: str, changed: bool, due: date | None, policy: Policy) -> str:
    """`年均` for what is told by the year, `累计` for a change over several years, "" otherwise."""
    at = text.find(indicator)
    before = text[at + len(indicator) :][:_NEAR] if at >= 0 else text
    number = re.search(r"[0-9]", before)
    near = text[:at][-4:] + (before[: number.start()] if number and number.start() else before)
    if _YEARLY.search(near):
        return "年均"
    if not changed:
        return ""
    if found := _TOTAL.search(text[: text.rfind(indicator) + len(indicator) + _NEAR]):
        base = found["base"]
        return "累计" if base is None or (due and due.year - int(base) >= 2) else ""
    begun = policy.period[0] - 1 if policy.period else policy.issued.year if policy.issued else None
    falls = any(word in text for word in ("下降", "降低", "降幅", "减少", "压减"))
    return "累计" if falls and due and begun and due.year - begun >= _LONG else ""

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
#: What a clause begins with behind a heading that could go on with an object: `加强组织领导各县要…`.
_NEW_CLAUSE = re.compile("[各由要把将以按对为在本我从]|通过|[（( \n]")
_SPACE = re.compile(r"\s+")
#: `（2021—2025年）` and other asides say nothing of the kind; what stands before a colon names the part.
_ASIDE = re.compile(r"[（(][^（）()]*[）)]|[：:。；]$")
#: Who does what is said beside a part of tasks: `主要任务和部门分工`.
_DIVIDED = re.compile("(?<=任务)(?:以?及|[和与、])[^，。；和与及、]{0,4}分工$|(?<=[措举]施)(?:以?及|[和与、])[^，。；和与及、]{0,4}分工$")
#: What a heading of several names lists them with: `指导方针和主要目标`.
_LISTED = re.compile("以及|[、和及与]")
#: Inside a heading these take what follows as their object: `分类制定办理流程` says what to do, `办理流程` names a matter.
_INNER_VERB = re.compile(
    "制定|制订|整合|优化|完善|规范|简化|健全|推进|推动|加强|强化|建立|构建|实施|提升|提高|改善|放宽|公布|公开|明确|统一|精简|压减|取消|清理|落实|出台|指导|完成|实现|锚定|分解|下达|聚焦|围绕"
)


#: Verbs that name what a plan is about before the name of one of its parts: `发展基础及面临的形势`, `改革主要任务`; `分析形势`,
#: `落实重点任务` say what to do.
_FIELD = re.compile("(?:发展|改革|建设|转型|升级|治理|整治|开发|创新|试点|就业|创业|规划|编制)+")
#: Of tasks only these names take such a verb for a noun: `建设重点工程` says what to do.
_TASKS = ("任务", "措施", "举措")
#: What is provided for is a field of work, no safeguard of a plan: `完善住房保障体系`.
_PROVIDED = re.compile(
    "(?:社会|能源|住房|医疗|就业|健康|食物|粮食|水源?|养老|供[应给]|生活|安全|民生|交通|生态|教育|救助|应急|物资|权益|人口)[^，]{0,4}(?:服务)?保障(?:体系|机制|能力|水平)?$"
)


#: `切实加强对整治工作的领导` sees to a plan, whatever it is about.
_LED = re.compile("(?:切实|进一步|全面)?(?:加强|强化|改进)对[^，。]{2,24}的(?:组织)?领导")


class _Words(NamedTuple):
    whole: tuple[str, ...]
    ends: tuple[str, ...]
    begins: tuple[str, ...]
    holds: tuple[str, ...]
    matters: tuple[str, ...]
    closes: tuple[str, ...]


@functools.cache
def _lexicon() -> dict[SectionKind, _Words]:
    with Path(__file__).with_name("kinds.toml").open("rb") as file:
        tables = tomllib.load(file)
    return {
        cast(SectionKind, kind): _Words(*(tuple(table.get(key, ())) for key in ("whole", "ends", "begins", "holds", "matters", "closes")))
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


@functools.cache
def _verbs() -> re.Pattern[str]:
    return re.compile(f"(?:{verb().pattern})+")


def leading_name(text: str, start: int, end: int) -> int | None:
    """Where a container's name ends that `text[start:end]` begins with: 4 for `总体要求以…为指导`, None for `加强总体要求`, `组织实施茶山计划`."""
    match = _prefixes().match(text, start, end)
    if match is None:
        return None
    takes_object = _verbs().fullmatch(match.group()) is not None
    return None if takes_object and not (_NEW_CLAUSE.match(text, match.end()) or verb().match(text, match.end())) else match.end()


@functools.lru_cache(maxsize=4096)
def kind_of(title: str) -> SectionKind | None:
    """The kind a heading states itself, None where it states none (`加快构建标准体系`) and its container decides.

    `（四）主要目标` is a goal whatever it stands in; `推进目标管理` states nothing.
    """
    name = _DIVIDED.sub("", _ASIDE.sub("", _SPACE.sub("", title)).strip('“”"。：:'))
    for kind, words in _lexicon().items():
        if name in words.whole or (words.begins and name.startswith(words.begins)):
            return kind
    if _LED.fullmatch(name):
        return "safeguard"
    if len(name) > _LONGEST_NAME:
        return next((kind for kind, words in _lexicon().items() if name.endswith(words.closes)), None)
    listed = _LISTED.split(name)
    if len(listed) > 1 and all(part in container_names() for part in listed):
        kinds = [kind_of(part) for part in listed]
        return next((kind for kind in reversed(kinds) if kind != "other"), "other")
    verbal = verb().match(name) is not None
    field = _FIELD.match(name)
    acting = verbal or _INNER_VERB.search(name, 1, len(name) - 2) is not None
    for kind, words in _lexicon().items():
        if any(word in name for word in words.holds):
            return kind
        if "，" in name:
            continue
        if kind == "safeguard" and verbal and _PROVIDED.search(name):
            continue
        named = not verbal or kind == "safeguard" or (field is not None and (kind != "task" or name.endswith(_TASKS)))
        if any(name.endswith(end) and (named or end.startswith("的")) for end in words.ends):
            return kind
        if not acting and name.endswith(words.matters):
            return kind
    return None

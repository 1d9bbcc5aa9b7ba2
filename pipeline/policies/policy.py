"""What a document says of one policy, and the key by which all documents that name it come to one id."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractors.period import period_of
from pipeline.policies.places import local_place, without_place
from pipeline.policies.titles import Title, is_body, key_of
from pipeline.tables.ids import policy_id

if TYPE_CHECKING:
    from datetime import date

#: How much a statement about a policy is worth: its own text, an article about it, its draft, a mention, a page that stands in for one.
FULLTEXT, REPORTED, DRAFT, MENTIONED, STAND_IN = range(5)

#: The place's own words at the head of a title, where they stand for its name: 2017年全省…, 自治区….
_HOME_AT_HEAD = re.compile(r"\A((?:(?:19|20)\d\d年度?)?)(?:[全我本](?:省|市|县|区)|自治区|省(?![级际域属]))")
#: A draft is the instrument it becomes, at an earlier stage: the same row, and worth less than the final text.
_MARKS = str.maketrans("<>＜＞《》", "〈〉〈〉〈〉")
_DRAFT = re.compile(r"[（(](?:公开)?(?:草案|草稿|征求意见稿?|意见稿|送审稿|审议稿|讨论稿|草案送审稿)[）)]")


@dataclass(frozen=True, slots=True)
class Policy:
    """What one document says of a policy; `key` is what its id is made from, `rank` how much the statement is worth.

    `predecessor` is the id of the policy that the text names as what went before.
    """

    policy_id: str
    key: str
    title: str
    region: str | None
    issuer: str | None
    doc_number: str | None
    issued: date | None
    period: tuple[int, int] | None
    rank: int
    predecessor: str | None = None


def policy_of(title: Title, region: str | None, rank: int, words: str, **known: object) -> Policy:
    """A policy from its title, with the key that all documents that name it come to; what is None in `known` leaves what the title says."""
    key = policy_key(title.title, region)
    # The period of another policy within the title (贯彻〈某纲要（2016—2030年）〉实施方案) is not its own.
    marked = words.translate(_MARKS)
    period = period_of(marked) or (None if "〈" in marked else period_of(title.title))
    policy = Policy(policy_id(key), key, title.title, region, title.issuer, title.doc_number, None, period, rank)
    return replace(policy, **{name: value for name, value in known.items() if value is not None})  # type: ignore[arg-type]


def policy_key(title: str, region: str | None) -> str:
    """Place and name.

    云岚省公园方案, and 公园方案 of 云岚省人民政府, are `云岚省/公园方案`; 国务院关于公园的意见, and 《关于公园的意见》, `公园意见`.
    A draft has the key of the instrument it is of; a trial edition (试行), a revision (修订) and an edition (2023年版) have keys of their own.

    A title that nobody gives a place is taken for a national one.
    """
    issuer, of, rest = title.partition("关于")
    name = _DRAFT.sub("", rest if of and is_body(issuer) else without_place(title))
    place = local_place(title, region)
    if place:
        name = _HOME_AT_HEAD.sub(r"\1", name)
    key = key_of(name) or key_of(title)
    return f"{place}/{key}" if place else key


def is_draft(title: str) -> bool:
    """Whether a title is that of a draft: `某方案（征求意见稿）`, `某纲要（草案）`; not `某办法（试行）`."""
    return _DRAFT.search(title) is not None


def earlier_edition(policy: Policy, mark: str) -> Policy:
    """The policy of the same title that went before, which its document number (`mark`), or nothing, tells apart."""
    key = f"{policy.key}/{mark or '前'}"
    return replace(policy, policy_id=policy_id(key), key=key, issuer=None, doc_number=mark or None, issued=None, rank=MENTIONED, predecessor=None)

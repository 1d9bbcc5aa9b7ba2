"""Which policy a document carries or reports, and which each of its 《…》 mentions names.

What is decided here depends on the one document alone, so that ids are the same whatever else is in the input.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.policies.period import RANGE, period_of
from pipeline.policies.places import is_national, is_taiwan, names_place, place_at_head, region_of
from pipeline.policies.titles import (
    DOC_NUMBER,
    Title,
    canonical,
    find_number,
    is_body,
    is_generic,
    is_instrument,
    key_of,
    named_body,
    tidy,
)
from pipeline.tables.ids import policy_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from extractors.records import Mention
    from pipeline.result import DocumentResult

#: How much a statement about a policy is worth: its own text, an article about it, a mention, a page that stands in for one.
FULLTEXT, REPORTED, MENTIONED, STAND_IN = range(4)

#: 《…方案》（以下简称《方案》）, with or without a document number before.
_ALIAS = re.compile(r"\s*(?:[（(][^（）()\n]{0,40}?)?(?:以下|下)?(?:简称|称)为?\s*[《“‘\"「]?([^《》“”‘’\"「」（）()\n]{1,30})")
#: The words between a body and the title it issued: 国务院印发的《…》.
_ISSUING = re.compile(r"(?:联合|正式|近日|日前|最新|新近)*(?:印发|发布|出台|制定|公布|下发|颁布|转发|编制)(?:实施|施行)?(?:的|了)*\Z")
#: What stands before a body's name in running text: 根据国务院…, 为贯彻落实省政府….
_PREPOSITIONS = re.compile(
    r"(?:为|根据|按照|依据|依照|贯彻|落实|执行|遵照|对照|结合|深入|认真|全面|切实|进一步|抓好|严格|经|由|与|和|及|以及|了|近日|日前)+"
)
_RELATIVE = re.compile(r"(?:本|我|全)?(?:省|市|县|区|州|自治区)(?:委|人民|政府|人大|办)")
_QUOTED = re.compile(r"[《「『]([^《》「」『』]{4,80})[》」』]")
_PERIOD_BRACKET = re.compile(rf"[（(〔]\s*{RANGE.pattern}\s*[）)〕]")


@dataclass(frozen=True, slots=True)
class Policy:
    """What one document says of a policy; `key` is what its id is made from, `rank` how much the statement is worth."""

    policy_id: str
    key: str
    title: str
    region: str | None
    issuer: str | None
    doc_number: str | None
    issued: date | None
    period: tuple[int, int] | None
    rank: int


@dataclass(frozen=True, slots=True)
class DocumentPolicies:
    """`main` is the document's own or reported policy; `mentions` runs parallel to the facts' mentions, None where one names no policy."""

    main: Policy | None
    mentions: tuple[Policy | None, ...]

    def all(self) -> list[Policy]:
        """Everything the document says of policies, its main policy first."""
        return [policy for policy in (self.main, *self.mentions) if policy]


def resolve(document: DocumentResult) -> DocumentPolicies:
    """The policies of one document.

    A short title is joined to the full one that the same document names, when there is only one: 《某规划》 to 《某规划（2021—2025年）》,
    《方案》 to what it was introduced for (`以下简称《方案》`), else to the document's main policy when that is a 方案.
    """
    home = _home(document)
    main = _carried(document, home)
    found = [_mentioned(mention, document, home) for mention in document.facts.mentions]
    known = {policy.policy_id: policy for policy in ([main] if main else []) + [policy for policy in found if policy]}
    shorter = _by_short_title(known.values())
    found = [_joined(policy, shorter) if policy else None for policy in found]
    mentions = _with_short_names(document, found, main)
    if main is None:
        main = _reported(document, mentions, home)
        mentions = [policy or _generic_of(mention, [main]) for mention, policy in zip(document.facts.mentions, mentions, strict=True)]
    if main is None and (document.facts.targets or document.facts.tasks):
        main = _stand_in(document, home)
    return DocumentPolicies(main, tuple(mentions))


def _home(document: DocumentResult) -> str | None:
    """The place a document comes from, for titles that only say 全省."""
    for words in (document.issuer, document.title, document.publisher):
        if words and (place := place_at_head(tidy(words))):
            return place
    return None


def _policy(title: Title, region: str | None, rank: int, words: str, **known: object) -> Policy:
    """A policy from its title: its key takes in the region where the title does not say it."""
    key = title.key if not region or names_place(title.title, region) else f"{region}/{title.key}"
    policy = Policy(policy_id(key), key, title.title, region, title.issuer, title.doc_number, None, period_of(words) or period_of(title.title), rank)
    return replace(policy, **{name: value for name, value in known.items() if value is not None})  # type: ignore[arg-type]


def _carried(document: DocumentResult, home: str | None) -> Policy | None:
    """The policy a document is the text of, or None."""
    full = next((mention for mention in document.facts.mentions if mention.role == "fulltext" and is_instrument(tidy(mention.title))), None)
    if document.genre != "policy" and not (full and document.genre == "other"):
        return None
    words = document.title or ""
    if full and (not words or document.genre == "other" or is_generic(canonical(words).title) or not is_instrument(canonical(words).title)):
        words = full.title
    if not words:
        return None
    title = canonical(words)
    issuer = named_body(tidy(document.issuer)) if document.issuer else None
    number = find_number(document.doc_number) if document.doc_number else None
    region = region_of(title.title, title.issuer or issuer, number or title.doc_number, title.cover or issuer)
    if document.script == "hant" and region in (None, "全国") and is_taiwan(document.text):
        region = "台湾"
    return _policy(
        title,
        region or home,
        FULLTEXT,
        words,
        issuer=title.issuer or document.issuer,
        doc_number=title.doc_number or number or document.doc_number,
        issued=document.issued,
        period=period_of(words) or document.facts.context.period,
    )


def _mentioned(mention: Mention, document: DocumentResult, home: str | None) -> Policy | None:
    """The policy a mention names by its own words and those around it, or None."""
    text = document.text
    title = canonical(mention.title)
    if is_generic(title.title) or not is_instrument(title.title):
        return None
    before = named_body_before(text, mention.start)
    issuer = title.issuer or before
    if title.issuer is None and before and tidy(mention.title).startswith("关于") and not _RELATIVE.match(before):
        title = canonical(before + tidy(mention.title))
    place = home if before and _RELATIVE.match(before) else None
    number = DOC_NUMBER.match(text[mention.end : mention.end + 48].lstrip(" （(〔["))
    written = find_number(number[0]) if number else None
    region = region_of(title.title, issuer, written, title.cover) or place
    if region is None and mention.role == "reports" and document.genre != "policy":
        region = home
    return _policy(title, region, MENTIONED, mention.title, issuer=issuer if not (issuer and _RELATIVE.match(issuer)) else None, doc_number=written)


def named_body_before(text: str, at: int) -> str | None:
    """The body named right before a title in running text: `根据国务院办公厅印发的` gives 国务院办公厅; `严格执行` None."""
    head = re.split(r"[\n。；，：、！？《》（）“”\t ]", text[max(0, at - 30) : at])[-1]
    head = _ISSUING.sub("", head)
    if found := _PREPOSITIONS.match(head):
        head = head[found.end() :]
    if not 2 <= len(head) <= 24 or not is_body(head):
        return None
    return head if is_national(head) or _RELATIVE.match(head) or place_at_head(head) else None


def _short_keys(policy: Policy) -> set[str]:
    """The keys of the shorter titles a text may call a policy by: without its period, without its place or issuer."""
    titles = {policy.title, _PERIOD_BRACKET.sub("", policy.title)}
    for title in tuple(titles):
        place = place_at_head(title)
        if place and title.startswith(place):
            titles.add(title[len(place) :])
        issuer, of, rest = title.partition("关于")
        if of and is_body(issuer):
            titles.add(rest)
    return {key_of(title) for title in titles if title and not is_generic(title)}


def _by_short_title(policies: Iterable[Policy]) -> dict[str, list[Policy]]:
    """Policies by each key they may be called by."""
    shorter: dict[str, list[Policy]] = {}
    for policy in policies:
        for key in _short_keys(policy):
            shorter.setdefault(key, []).append(policy)
    return shorter


def _joined(policy: Policy, shorter: Mapping[str, list[Policy]]) -> Policy:
    """The one fuller policy of the document whose short title this is, else the policy itself."""
    named = shorter.get(key_of(policy.title), ())
    fuller = [other for other in named if other.policy_id != policy.policy_id and not _contradict(policy, other)]
    return replace(fuller[0], rank=max(policy.rank, MENTIONED), doc_number=fuller[0].doc_number or policy.doc_number) if len(fuller) == 1 else policy


def _contradict(one: Policy, other: Policy) -> bool:
    """Two policies of one short title are different when their regions are both known and differ."""
    return one.region is not None and other.region is not None and one.region != other.region


def _with_short_names(document: DocumentResult, found: list[Policy | None], main: Policy | None) -> list[Policy | None]:
    """Mentions by a short name that the text introduces (`以下简称《方案》`), or by the bare kind of instrument."""
    aliases: dict[str, Policy] = {}
    named: list[Policy] = [main] if main else []
    resolved: list[Policy | None] = []
    for mention, policy in zip(document.facts.mentions, found, strict=True):
        short = key_of(mention.title)
        policy = aliases.get(short) or policy or _generic_of(mention, named)
        resolved.append(policy)
        if policy is None:
            continue
        if alias := _ALIAS.match(document.text[mention.end : mention.end + 90]):
            aliases[key_of(alias[1])] = policy
        if policy not in named:
            named.append(policy)
    return resolved


def _generic_of(mention: Mention, named: list[Policy | None] | list[Policy]) -> Policy | None:
    """The policy a bare 《方案》 means: the first, main one of `named` if it is a 方案, else the one named last that is."""
    word = tidy(mention.title)
    if not is_generic(word):
        return None
    fitting = [policy for policy in named if policy and _PERIOD_BRACKET.sub("", policy.title).rstrip("（试行）").endswith(word)]
    if not fitting:
        return None
    return replace(fitting[0] if fitting[0] is named[0] else fitting[-1], rank=MENTIONED)


def _reported(document: DocumentResult, mentions: list[Policy | None], home: str | None) -> Policy | None:
    """The policy an article is about: the one its headline quotes, else the one its text reports most often, the first of equals."""
    reports = [policy for mention, policy in zip(document.facts.mentions, mentions, strict=True) if policy and mention.role == "reports"]
    for quoted in _QUOTED.finditer(tidy(document.title or "")):
        title = canonical(quoted[1])
        if not is_instrument(title.title) or is_generic(title.title):
            continue
        own = _policy(title, region_of(title.title, title.issuer, title.doc_number, title.cover) or home, REPORTED, quoted[1])
        known = {policy.policy_id: policy for policy in mentions if policy}
        return replace(_joined(known.get(own.policy_id, own), _by_short_title(known.values())), rank=REPORTED)
    if not reports:
        return None
    often = Counter(policy.policy_id for policy in reports)
    chosen = max(reports, key=lambda policy: often[policy.policy_id])
    return replace(chosen, rank=REPORTED)


def _stand_in(document: DocumentResult, home: str | None) -> Policy:
    """A policy row for a document that states targets and names no policy: its own headline, else its file name."""
    if document.title:
        title = canonical(document.title)
        key = title.key if is_instrument(title.title) else f"page/{title.key}"
        region = region_of(title.title, title.issuer, title.doc_number, title.cover) or home
    else:
        name = document.source.rsplit("/", 1)[-1]
        title, key, region = Title(name, name), f"page/{document.source}", home
    issuer, period = title.issuer or document.issuer, document.facts.context.period
    return Policy(policy_id(key), key, title.title, region, issuer, title.doc_number, document.issued, period, STAND_IN)

"""Which policy a document carries or reports, and which each of its 《…》 mentions names.

What is decided here depends on the one document alone, so that ids are the same whatever else is in the input.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractors.period import RANGE, period_of
from pipeline.policies.places import NATION, is_national, is_taiwan, is_to_provinces, local_place, place_at_head, region_of, without_place
from pipeline.policies.titles import (
    DOC_NUMBER,
    Title,
    bare,
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

    from extractors.records import Mention, MentionRole
    from pipeline.result import DocumentResult

#: How much a statement about a policy is worth: its own text, an article about it, a mention, a page that stands in for one.
FULLTEXT, REPORTED, MENTIONED, STAND_IN = range(4)
_ROLES: dict[int, MentionRole] = {FULLTEXT: "fulltext", REPORTED: "reports"}

#: 《…方案》（以下简称《方案》）, with or without a document number before.
_ALIAS = re.compile(r"\s*(?:[（(][^（）()\n]{0,40}?)?(?:以下|下)?(?:简称|称)为?\s*[《“‘\"「]?([^《》“”‘’\"「」（）()\n]{1,30})")
#: The words between a body and the title it issued: 国务院印发的《…》.
_ISSUING = re.compile(r"(?:联合|正式|近日|日前|最新|新近)*(?:印发|发布|出台|制定|公布|下发|颁布|转发|编制)(?:实施|施行)?(?:的|了)*\Z")
#: What stands before a body's name in running text: 根据国务院…, 为贯彻落实省政府….
_PREPOSITIONS = re.compile(
    r"(?:为|根据|按照|依据|依照|贯彻|落实|执行|遵照|对照|结合|深入|认真|全面|切实|进一步|抓好|严格|经|由|与|和|及|以及|了|近日|日前)+"
)
#: The words by which an article tells that a policy is new: 《…》近日印发, 出台了《…》.
_NEWS_AFTER = re.compile(r"[^。；\n]{0,12}?(?:印发|发布|出台|出炉|公布|公开|亮相|通过|实施|解读)")
_NEWS_BEFORE = re.compile(r"(?:印发|发布|出台|公布|公开|通过|制定|解读)(?:实施)?(?:的|了|关于)*\Z")
_RELATIVE = re.compile(r"(?:本|我|全)?(?:省|市|县|区|州|自治区)(?:委|人民|政府|人大|办)")
#: A title that speaks of the place it comes from: 全省, 我市, 省委….
_OF_HOME = re.compile("[全我本](?:省|市|县|区)|(?:^|年)(?:省(?![级际域属])|市(?=[委政]))|省(?=委|政府)|市(?=委|政府)")
#: The same at the head of a title, where it stands for the place's name: 2017年全省…, 自治区….
_HOME_AT_HEAD = re.compile(r"\A((?:(?:19|20)\d\d年度?)?)(?:[全我本](?:省|市|县|区)|自治区|省(?![级际域属]))")
#: A title that is only a form: 某部令, 某部公告; and how such a text names what it makes or amends.
_FORM = re.compile(r"(?P<body>.{2,30}?)(?:令|公告|函|通知|通告|公报)\Z")
_SUBJECT = re.compile(r"(?:订定|修正|预告|发布|制定|修订|核定)[^「《。\n]{0,20}[「《]([^「」《》\n]{3,80})[」》]")
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

    def role(self, index: int, said: MentionRole) -> MentionRole:
        """The role of a mention: that of the main policy where it names it, else what the text says of it (`said`)."""
        policy = self.mentions[index]
        if policy and self.main and policy.policy_id == self.main.policy_id and self.main.rank in _ROLES:
            return _ROLES[self.main.rank]
        return "cites" if said == "fulltext" else said

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
        mentions = [policy or _generic_of(mention, main, {}) for mention, policy in zip(document.facts.mentions, mentions, strict=True)]
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
    """A policy from its title, with the key that all documents that name it come to."""
    key = _key(title.title, region)
    policy = Policy(policy_id(key), key, title.title, region, title.issuer, title.doc_number, None, period_of(words) or period_of(title.title), rank)
    return replace(policy, **{name: value for name, value in known.items() if value is not None})  # type: ignore[arg-type]


def _key(title: str, region: str | None) -> str:
    """Place and name.

    云岚省公园方案, and 公园方案 of 云岚省人民政府, are `云岚省/公园方案`; 国务院关于公园的意见, and 《关于公园的意见》, `公园的意见`.

    A title that nobody gives a place is taken for a national one.
    """
    issuer, of, rest = title.partition("关于")
    name = rest if of and is_body(issuer) else without_place(title)
    place = local_place(title, region)
    if place:
        name = _HOME_AT_HEAD.sub(r"\1", name)
    key = key_of(name) or key_of(title)
    return f"{place}/{key}" if place else key


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
    words = _subject(words, document)
    title = canonical(words)
    issuer = named_body(tidy(document.issuer)) if document.issuer else None
    number = find_number(document.doc_number) if document.doc_number else None
    region = region_of(title.title, title.issuer or issuer, number or title.doc_number, title.cover or issuer)
    if document.script == "hant" and region in (None, NATION) and is_taiwan(document.text):
        region = "台湾"
    if not (region or home) and is_to_provinces(document.text[:800]):
        region = NATION
    return _policy(
        title,
        region or home,
        FULLTEXT,
        words,
        issuer=title.issuer or (tidy(document.issuer) if document.issuer else None),
        doc_number=title.doc_number or number or document.doc_number,
        issued=document.issued,
        period=period_of(words) or document.facts.context.period,
    )


def _subject(words: str, document: DocumentResult) -> str:
    """What a bare form of document is about: `内政部公告` that opens with 预告修正「某办法」 is taken for 某办法, else its number is added.

    A title that any year's document has, `政府工作报告`, is given its year.
    """
    day = document.issued or document.published
    if is_generic(canonical(words).title) and period_of(words) is None and day:
        return f"{day.year}年{canonical(words).title}"
    form = _FORM.match(tidy(words))
    if not form or not is_body(form["body"]):
        return words
    if (found := _SUBJECT.search(document.text, 0, 600)) and is_instrument(tidy(found[1])):
        return f"{words}：修正「{found[1]}」"
    return f"{words}〔{document.doc_number}〕" if document.doc_number else words


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
    place = home if before and _RELATIVE.match(before) else _place_of_home(title.title, home)
    number = DOC_NUMBER.match(text[mention.end : mention.end + 48].lstrip(" （(〔["))
    written = find_number(number[0]) if number else None
    region = region_of(title.title, issuer, written, title.cover) or place
    if region is None and mention.role == "reports" and document.genre != "policy":
        region = home
    return _policy(title, region, MENTIONED, mention.title, issuer=issuer if not (issuer and _RELATIVE.match(issuer)) else None, doc_number=written)


def _place_of_home(title: str, home: str | None) -> str | None:
    """`home` when a title says that it is for the province or city the document comes from: `全省公园方案` in a text of 云岚省."""
    found = _OF_HOME.search(title)
    return home if home and found and home[-1] == found[0].strip("年")[-1] else None


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
    named: dict[str, Policy] = {}
    resolved: list[Policy | None] = []
    for mention, policy in zip(document.facts.mentions, found, strict=True):
        policy = aliases.get(key_of(mention.title)) or policy or _generic_of(mention, main, named)
        resolved.append(policy)
        if policy is None:
            continue
        if alias := _ALIAS.match(document.text, mention.end, mention.end + 90):
            aliases[key_of(alias[1])] = policy
        # Put last, as the one named most recently.
        named.pop(policy.policy_id, None)
        named[policy.policy_id] = policy
    return resolved


def _generic_of(mention: Mention, main: Policy | None, named: dict[str, Policy]) -> Policy | None:
    """The policy a bare 《方案》 means: the main one if it is a 方案, else the one named last that is."""
    word = bare(tidy(mention.title))
    if not is_generic(word):
        return None
    for policy in (main, *reversed(named.values())):
        if policy and bare(policy.title).endswith(word):
            return replace(policy, rank=MENTIONED)
    return None


def _reported(document: DocumentResult, mentions: list[Policy | None], home: str | None) -> Policy | None:
    """The policy an article is about, or None.

    The one its headline quotes or contains; else of those that its text reports or tells of as new, or names more than once, the one named
    most often, the first of equals. `据《某条例》规定` in passing makes an article about nothing.
    """
    if document.genre == "policy":
        return None
    headline = tidy(document.title or "")
    for quoted in _QUOTED.finditer(headline):
        title = canonical(quoted[1])
        if not is_instrument(title.title) or is_generic(title.title):
            continue
        own = _policy(title, region_of(title.title, title.issuer, title.doc_number, title.cover) or home, REPORTED, quoted[1])
        known = {policy.policy_id: policy for policy in mentions if policy}
        return replace(_joined(known.get(own.policy_id, own), _by_short_title(known.values())), rank=REPORTED)
    named = [(mention, policy) for mention, policy in zip(document.facts.mentions, mentions, strict=True) if policy]
    often = Counter(policy.policy_id for _, policy in named)
    inside = key_of(headline)
    reported = (
        [policy for _, policy in named if any(len(short) >= 6 and short in inside for short in _short_keys(policy))]
        or [policy for mention, policy in named if mention.role == "reports"]
        or [policy for mention, policy in named if often[policy.policy_id] > 1 or _told_as_new(document.text, mention)]
    )
    if not reported or document.genre != "news":
        return None
    chosen = max(reported, key=lambda policy: often[policy.policy_id])
    return replace(chosen, region=chosen.region or home, rank=REPORTED)


def _told_as_new(text: str, mention: Mention) -> bool:
    return bool(_NEWS_AFTER.match(text, mention.end, mention.end + 24) or _NEWS_BEFORE.search(text[max(0, mention.start - 10) : mention.start]))


def _stand_in(document: DocumentResult, home: str | None) -> Policy:
    """A policy row for a document that states targets and names no policy: its own headline, else its file name."""
    if document.title:
        title = canonical(document.title)
        region = region_of(title.title, title.issuer, title.doc_number, title.cover) or home
        key = _key(title.title, region) if is_instrument(title.title) else f"page/{title.key}"
    else:
        name = document.source.rsplit("/", 1)[-1]
        title, key, region = Title(name, name), f"page/{document.source}", home
    issuer, period = title.issuer or document.issuer, document.facts.context.period
    return Policy(policy_id(key), key, title.title, region, issuer, title.doc_number, document.issued, period, STAND_IN)

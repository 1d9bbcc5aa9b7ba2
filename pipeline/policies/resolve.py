"""Which policy a document carries or reports, which each of its 《…》 mentions names, and which a stretch of its text tells of.

What is decided here depends on the one document alone, so that ids are the same whatever else is in the input.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from extractors.period import period_of
from pipeline.policies.lineage import told, with_predecessors
from pipeline.policies.named import by_short_title, full_body, home_of, joined, kind_of, mentioned, resolved, short_keys
from pipeline.policies.passages import Passages, attached, reported
from pipeline.policies.places import NATION, TAIWAN, is_national, is_taiwan, is_to_provinces, place_of_number, region_of
from pipeline.policies.policy import DRAFT, FULLTEXT, REPORTED, STAND_IN, Policy, is_draft, policy_key, policy_of
from pipeline.policies.titles import Title, canonical, find_number, is_body, is_generic, is_instrument, key_of, named_body, tidy
from pipeline.tables.ids import policy_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractors.records import Mention, MentionRole
    from pipeline.result import DocumentResult

_ROLES: dict[int, MentionRole] = {FULLTEXT: "fulltext", DRAFT: "fulltext", REPORTED: "reports"}

#: The words by which an article tells that a policy is new: 《…》近日印发, 出台了《…》.
_NEWS_AFTER = re.compile(r"[^。；\n]{0,12}?(?:印发|发布|出台|出炉|公布|公开|亮相|通过|实施|解读)")
_NEWS_BEFORE = re.compile(r"(?:印发|发布|出台|公布|公开|通过|制定|解读)(?:实施)?(?:的|了|关于)*\Z")
#: A title that is only a form: 某部令, 某部公告; and how such a text names what it makes or amends.
_FORM = re.compile(r"(?P<body>.{2,30}?)(?:令|公告|函|通知|通告|公报)\Z")
_SUBJECT = re.compile(r"(?:订定|修正|预告|发布|制定|修订|核定)[^「《。\n]{0,20}[「《]([^「」《》\n]{3,80})[」》]")
_QUOTED = re.compile(r"[《「『]([^《》「」『』]{4,80})[》」』]")
_AND = re.compile(r"[和与及、以]")
#: A title in a covering notice and in its text are one from this likeness on, as shares of their characters.
_SAME = 0.8


@dataclass(frozen=True, slots=True)
class DocumentPolicies:
    """`main` is the document's own or reported policy; `mentions` runs parallel to the facts' mentions, None where one names no policy.

    `passages` are the stretches of the text that tell of another policy, `carried` the ids of all that the document is the text of.
    """

    main: Policy | None
    mentions: tuple[Policy | None, ...]
    passages: Passages = field(default_factory=Passages)
    carried: frozenset[str] = frozenset()

    def of(self, start: int, end: int) -> Policy | None:
        """The policy that the stretch from `start` to `end` tells of: that of the passage it begins in, else the main one."""
        return self.passages.at(start) or self.main

    def by_id(self, policy: object) -> Policy | None:
        """What the document says of a policy that facts of it belong to; None for another."""
        facts_of = (self.main, *self.passages.policies())
        return next((said for said in facts_of if said and said.policy_id == policy), None)

    def role(self, index: int, said: MentionRole) -> MentionRole:
        """The role of a mention: that of the main policy where it names it, else what the text says of it (`said`)."""
        policy = self.mentions[index]
        if policy and policy.policy_id in self.carried:
            return "fulltext"
        if policy and self.main and policy.policy_id == self.main.policy_id and self.main.rank in _ROLES:
            return _ROLES[self.main.rank]
        return "cites" if said == "fulltext" else said

    def all(self) -> list[Policy]:
        """Everything the document says of policies, its main policy first."""
        return [policy for policy in (self.main, *self.mentions, *self.passages.policies()) if policy]


def resolve(document: DocumentResult) -> DocumentPolicies:
    """The policies of one document.

    A short title is joined to the full one that the same document names, when there is only one: 《某规划》 to 《某规划（2021—2025年）》,
    《方案》 to what it was introduced for (`以下简称《方案》`), else to the document's main policy when that is a 方案. The texts that one notice
    carries are each their own; in an article a fact belongs to the policy that its passage reports.
    """
    taiwan = document.script == "hant" and is_taiwan(document.text)
    home = TAIWAN if taiwan else home_of(document)
    main = _carried(document, home, taiwan)
    found = [mentioned(mention, document, home, taiwan) for mention in document.facts.mentions]
    if main and len({tidy(mention.title) for mention in document.facts.mentions if mention.role == "fulltext"}) == 1:
        found = [_own(mention, policy, main) for mention, policy in zip(document.facts.mentions, found, strict=True)]
    mentions = resolved(document, found, main)
    if main is None:
        main = _reported(document, mentions, home)
        mentions = [policy or kind_of(mention, main, {}) for mention, policy in zip(document.facts.mentions, mentions, strict=True)]
    if main is None and (document.facts.targets or document.facts.tasks):
        main = _stand_in(document, home)
    if main is None:
        return DocumentPolicies(None, tuple(mentions))
    several = _several(document, main, mentions)
    passages = attached(document, several)
    own = {key_of(passage.policy.title): passage.policy for passage in passages}
    mentions = [own.get(key_of(policy.title), policy) if policy else None for policy in mentions]
    if passages and _is_joint(main, several):
        main = passages[0].policy
    passages = passages or reported(document, mentions, main)
    named = list(zip(document.facts.mentions, mentions, strict=True))
    before = with_predecessors(document.text, named, list({policy.policy_id: policy for policy in (main, *mentions) if policy}.values()))
    (main,) = told((main,), before)
    return DocumentPolicies(main, told(mentions, before), Passages(passages), frozenset(policy.policy_id for policy in own.values()))


def _carried(document: DocumentResult, home: str | None, taiwan: bool) -> Policy | None:
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
    stated = tidy(document.issuer).strip("、，；： ") if document.issuer else None
    issuer = named_body(stated) if stated else None
    number = find_number(document.doc_number) if document.doc_number else None
    region = region_of(title.title, title.issuer or issuer, number or title.doc_number, title.cover or issuer)
    if taiwan and region in (None, NATION):
        region = TAIWAN
    if not (region or home) and is_to_provinces(document.text[:800]):
        region = NATION
    region = region or home
    policy = policy_of(
        title,
        region,
        DRAFT if is_draft(words) else FULLTEXT,
        words,
        issuer=full_body(title.issuer or stated or "", home if region in (None, NATION) else region) or None,
        doc_number=title.doc_number or number or document.doc_number,
        issued=document.issued,
        period=period_of(words) or document.facts.context.period,
    )
    return _passed_on(policy, title)


def _passed_on(policy: Policy, title: Title) -> Policy:
    """A policy of the centre that a place passes on has neither the number nor the date of the place's notice."""
    number = place_of_number(policy.doc_number) if policy.doc_number else None
    local_cover = title.cover is not None and title.cover != title.issuer and not is_national(title.cover)
    if policy.region != NATION or not (local_cover or number not in (None, NATION)):
        return policy
    return replace(policy, doc_number=None if number != NATION else policy.doc_number, issued=None)


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


def _own(mention: Mention, policy: Policy | None, main: Policy) -> Policy | None:
    """The main policy for a mention that the text carries under nearly its title: 《2013年全省…工作计划》 in the notice of 2013年…工作计划."""
    if policy is None or mention.role != "fulltext" or policy.policy_id == main.policy_id:
        return policy
    own, named = (key.rsplit("/", 1)[-1] for key in (main.key, policy.key))
    alike = SequenceMatcher(None, own, named, autojunk=False).ratio() >= _SAME and policy.period in (None, main.period)
    return replace(main, rank=policy.rank) if alike or named.endswith(own) or own.endswith(named) else policy


def _several(document: DocumentResult, main: Policy, mentions: Sequence[Policy | None]) -> list[Policy]:
    """The policies that one notice carries, when it carries more than one, with what it says of itself."""
    if main.rank != FULLTEXT:
        return []
    carried = {
        policy.policy_id: policy
        for mention, policy in zip(document.facts.mentions, mentions, strict=True)
        if policy and mention.role == "fulltext" and policy.region in (None, main.region)
    }
    return [
        policy_of(
            Title(policy.title, key_of(policy.title)),
            main.region,
            FULLTEXT,
            policy.title,
            issuer=main.issuer,
            doc_number=main.doc_number,
            issued=main.issued,
            period=policy.period,
        )
        for policy in carried.values()
        if policy.policy_id != main.policy_id or len(carried) > 1
    ]


def _is_joint(main: Policy, several: Sequence[Policy]) -> bool:
    """Whether the headline only strings titles together: `甲方案和乙方案`."""
    first = next((policy for policy in several if key_of(main.title).startswith(key_of(policy.title))), None)
    return first is not None and _AND.match(key_of(main.title), len(key_of(first.title))) is not None


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
        own = policy_of(title, region_of(title.title, title.issuer, title.doc_number, title.cover) or home, REPORTED, quoted[1])
        known = {policy.policy_id: policy for policy in mentions if policy}
        return replace(joined(known.get(own.policy_id, own), by_short_title(known.values())), rank=REPORTED)
    named = [(mention, policy) for mention, policy in zip(document.facts.mentions, mentions, strict=True) if policy]
    often = Counter(policy.policy_id for _, policy in named)
    inside = key_of(headline)
    told_of = (
        [policy for _, policy in named if any(len(short) >= 6 and short in inside for short in short_keys(policy))]
        or [policy for mention, policy in named if mention.role == "reports"]
        or [policy for mention, policy in named if often[policy.policy_id] > 1 or _told_as_new(document.text, mention)]
    )
    if not told_of or document.genre != "news":
        return None
    chosen = max(told_of, key=lambda policy: often[policy.policy_id])
    return replace(chosen, region=chosen.region or home, rank=REPORTED)


def _told_as_new(text: str, mention: Mention) -> bool:
    return bool(_NEWS_AFTER.match(text, mention.end, mention.end + 24) or _NEWS_BEFORE.search(text[max(0, mention.start - 10) : mention.start]))


def _stand_in(document: DocumentResult, home: str | None) -> Policy:
    """A policy row for a document that states targets and names no policy: its own headline, else its file name."""
    if document.title:
        title = canonical(document.title)
        region = region_of(title.title, title.issuer, title.doc_number, title.cover) or home
        key = policy_key(title.title, region) if is_instrument(title.title) else f"page/{title.key}"
    else:
        name = document.source.rsplit("/", 1)[-1]
        title, key, region = Title(name, name), f"page/{document.source}", home
    issuer, period = title.issuer or document.issuer, document.facts.context.period
    return Policy(policy_id(key), key, title.title, region, issuer, title.doc_number, document.issued, period, STAND_IN)

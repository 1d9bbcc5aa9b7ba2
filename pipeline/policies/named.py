"""Which policy a 《…》 in a text names, by its own words, those around it and the other policies that the text names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.period import RANGE
from pipeline.policies.places import NATION, TAIWAN, is_national, outer_place, place_at_head, region_of
from pipeline.policies.policy import MENTIONED, Policy, earlier_edition, policy_of
from pipeline.policies.titles import DOC_NUMBER, bare, canonical, find_number, is_body, is_generic, is_instrument, key_of, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from extractors.records import Mention
    from pipeline.result import DocumentResult

#: 《…方案》（以下简称《方案》）, with or without a document number before.
_ALIAS = re.compile(r"\s*(?:[（(][^（）()\n]{0,40}?)?(?:以下|下)?(?:简称|称)为?\s*[《“‘\"「]{0,2}([^《》“”‘’\"「」（）()\n]{1,30})")
#: The words between a body and the title it issued: 国务院印发的《…》.
_ISSUING = re.compile(
    r"(?:联合|正式|近日|日前|最新|新近|正在|组织|牵头|共同|研究|官网|网站|官方)*(?:印发|发布|出台|制定|公布|下发|颁布|转发|编制|批准|批复|审议通过)(?:实施|施行)?(?:的|了)*\Z"
)
_PASSING_ON = re.compile(r"(?:印发|转发|批转|发布|会同|审议通过|通过)了?")
#: What stands before a body's name in running text: 根据国务院…, 为贯彻落实省政府….
_PREPOSITIONS = re.compile(
    r"(?:为|根据|按照|依据|依照|贯彻|落实|执行|遵照|对照|结合|深入|认真|全面|切实|进一步|抓好|严格|经|由|与|和|及|以及|了|近日|日前)+"
)
_RELATIVE = re.compile(r"(?:本|我|全)?(?:省|市|县|区|州|自治区)(?:委|人民|政府|人大|办)")
#: A body's name that leaves its place out: 省计委, 市人民政府, 自治区党委.
_RELATIVE_HEAD = re.compile(r"(?:本|我|全)?(自治区|省|市|县|区|州)(?=[\u4e00-\u9fff])(?![内外直属级域际])")
_SHORT_GOVERNMENT = re.compile(r"(?<=[省市县区州])政府(?=\Z|办公)")
#: The same behind other words: 会议审议了省人民政府.
_RELATIVE_AT_END = re.compile(r"(?:省|市|县|区|州|自治区)(?:委|人民政府|政府|人大常委会)(?:办公厅|办公室)?\Z")
#: A title that speaks of the place it comes from: 全省, 我市, 省委….
_OF_HOME = re.compile("[全我本](?:省|市|县|区)|(?:^|年)(?:省(?![际域])|市(?=[委政]))|省(?=委|政府)|市(?=委|政府)")
#: What makes a policy text's own place the maker of what it names: 研究制定《甲》《乙》; not 落实国家制定的《甲》.
_MADE = re.compile(r"(?:出台|制定|制订|制（修）订|制修订|编制|修订|起草|编写)(?:实施|完善|并实施|了)?\Z")
_OTHERS = re.compile("国家|中央|国务院|部委")
_LIST = re.compile(r"(?:《[^《》\n]{0,80}》(?:（[^（）\n]{0,40}）)?[、和及与]{0,2}(?:以及)?)+\Z")
#: What follows a standard of the nation: （GB 3095—2012）, 《甲指南》和《乙规范》国家标准.
_STANDARD = re.compile(
    r"[（(\s]*(?:GB|HJ|JT|CJ|JG|NY|GA|QC|SB|WS|YY|TD|DZ|LY|TB|SL|建标)[A-Z]*(?:/T)?\s*[\d—-]"
    r"|(?:[、和及与]{1,2}《[^《》\n]{0,80}》)*[^，。；《》\n]{0,6}(?:国家|行业)标准"
)
#: The basis of a policy, which is another's: 根据《甲》，结合我省实际，制定本方案.
_BASIS_BEFORE = re.compile(r"(?:根据|贯彻|落实|依据|按照)[^，。；\n]{0,30}\Z")
_BASIS_AFTER = re.compile(r"[^。\n]{0,80}(?:制定|结合(?:我|本)?[省市县区])")
#: An edition that the text ends: 《…》（云政发〔2008〕7号）同时废止.
_ENDED = re.compile(r"(?:[（(][^（）()\n]{0,60}[）)])*\s*[^。；《》\n]{0,12}(?:废止|停止执行|失效)")
#: What a short form of a title leaves out: （试行）, the number of a standard.
_TRIAL = re.compile(r"[（(](?:试行|暂行|试点|草案|征求意见稿|送审稿|(?:[A-Z]{2}|建标)[A-Z\d/—―–\-. ]*)[）)]\Z")
_PERIOD_BRACKET = re.compile(rf"[（(〔]\s*{RANGE.pattern}\s*[）)〕]")


def home_of(document: DocumentResult) -> str | None:
    """The place a document comes from, for titles that only say 全省; 全国 for a policy of the centre."""
    for words in (document.issuer, document.title, document.publisher):
        if words and (place := place_at_head(tidy(words))):
            return place
    stated = [tidy(words) for words in (document.issuer, document.title) if words]
    return NATION if document.genre == "policy" and any(is_national(words) for words in stated) else None


def full_body(issuer: str, region: str | None) -> str:
    """The name of a body in full: 省计委 of 云岚省 is 云岚省计委, 省政府 云岚省人民政府."""
    found = _RELATIVE_HEAD.match(issuer)
    place = outer_place(region, found[1]) if found and region else None
    name = place + issuer[found.end() :] if place and found else issuer
    return _SHORT_GOVERNMENT.sub("人民政府", name)


def mentioned(mention: Mention, document: DocumentResult, home: str | None, taiwan: bool) -> Policy | None:
    """The policy a mention names by its own words and those around it, or None."""
    text = document.text
    title = canonical(mention.title)
    if is_generic(title.title) or not is_instrument(title.title):
        return None
    before = named_body_before(text, mention.start)
    issuer = title.issuer or before
    if title.issuer is None and before and tidy(mention.title).startswith("关于") and not _RELATIVE.match(before):
        title = canonical(before + tidy(mention.title))
    number = DOC_NUMBER.match(text[mention.end : mention.end + 48].lstrip(" （(〔["))
    written = find_number(number[0]) if number else None
    region = region_of(title.title, issuer, written, title.cover)
    if region in (None, NATION) and taiwan:
        region = TAIWAN
    region = region or _region_around(mention, document, home, before, title.title)
    policy = policy_of(title, region, MENTIONED, mention.title, doc_number=written)
    issuer = full_body(issuer, home if region in (None, NATION) else region) if issuer else None
    return replace(policy, issuer=None if issuer and _RELATIVE.match(issuer) else issuer)


def _region_around(mention: Mention, document: DocumentResult, home: str | None, before: str | None, title: str) -> str | None:
    """The region of a mention that does not say its own: from who issued it, who makes it, what kind it is."""
    if home == NATION:
        return NATION
    if before and _RELATIVE.match(before):
        return home
    found = _OF_HOME.search(title)
    if home and found and (place := outer_place(home, found[0].strip("年")[-1])):
        return place
    if _STANDARD.match(document.text, mention.end, mention.end + 200):
        return NATION
    if document.genre == "policy":
        return home if _is_made(document.text, mention.start) else None
    return home if mention.role == "reports" else None


def _is_made(text: str, start: int) -> bool:
    """Whether the text sets the task to make what it names, alone or in a list of titles."""
    head = _LIST.sub("", text[max(0, start - 300) : start])[-40:]
    clause = re.split(r"[\n。；，：]", head)[-1]
    return _MADE.search(clause) is not None and _OTHERS.search(clause) is None


def named_body_before(text: str, at: int) -> str | None:
    """The body named right before a title in running text: `根据国务院办公厅印发的` gives 国务院办公厅; `严格执行` None."""
    head = re.split(r"[\n。；，：、！？《》（）“”\t ]", text[max(0, at - 30) : at])[-1]
    # 国务院办公厅去年转发了某委《…》: the last body is nearest.
    head = _PASSING_ON.split(_ISSUING.sub("", head))[-1]
    if found := _PREPOSITIONS.match(head):
        head = head[found.end() :]
    if 2 <= len(head) <= 24 and is_body(head) and (is_national(head) or _RELATIVE.match(head) or place_at_head(head)):
        return head
    found = _RELATIVE_AT_END.search(head)
    return found[0] if found else None


def short_keys(policy: Policy) -> set[str]:
    """The keys of the shorter titles a text may call a policy by: without its period, its place or issuer, （试行） and the like."""
    titles = {policy.title, _PERIOD_BRACKET.sub("", policy.title), _TRIAL.sub("", policy.title)}
    for title in tuple(titles):
        place = place_at_head(title)
        if place and title.startswith(place):
            titles.add(title[len(place) :])
        issuer, of, rest = title.partition("关于")
        if of and is_body(issuer):
            titles.add(rest)
    return {key_of(title) for title in titles if title and not is_generic(title)}


def by_short_title(policies: Iterable[Policy]) -> dict[str, list[Policy]]:
    """Policies by each key they may be called by."""
    shorter: dict[str, list[Policy]] = {}
    for policy in policies:
        for key in short_keys(policy):
            shorter.setdefault(key, []).append(policy)
    return shorter


def joined(policy: Policy, shorter: Mapping[str, Sequence[Policy]]) -> Policy:
    """The one fuller policy of the document whose short title this is, else the policy itself."""
    named = shorter.get(key_of(policy.title), ())
    fuller = [
        other for other in named if other.policy_id != policy.policy_id and _fullness(other) > _fullness(policy) and not _contradict(policy, other)
    ]
    if len({other.policy_id for other in fuller}) != 1:
        return policy
    return replace(fuller[0], rank=max(policy.rank, MENTIONED), doc_number=fuller[0].doc_number or policy.doc_number)


def _fullness(policy: Policy) -> tuple[int, bool]:
    """How much a title says, for two that may be one: the longer says more, then the one whose place is known."""
    return len(key_of(policy.title)), policy.region is not None


def _contradict(one: Policy, other: Policy) -> bool:
    """Two policies of one short title are different when their regions are both known and differ."""
    return one.region is not None and other.region is not None and one.region != other.region


def is_basis(text: str, mention: Mention) -> bool:
    """Whether a mention is what the text rests on, which its own policy is not: `根据《甲》，结合我省实际，制定本方案`."""
    before, after = text[max(0, mention.start - 40) : mention.start], text[mention.end : mention.end + 100]
    return _BASIS_BEFORE.search(before) is not None and _BASIS_AFTER.match(after) is not None


def resolved(document: DocumentResult, found: Sequence[Policy | None], main: Policy | None) -> list[Policy | None]:
    """For each mention the policy it names: by itself (`found`), as a fuller title's short form, by a short name that the text introduces
    (`以下简称《方案》`), by the kind of instrument alone; an edition of the main policy that the text ends is the one before."""
    known = {policy.policy_id: policy for policy in (main, *found) if policy}
    shorter = by_short_title(known.values())
    others = by_short_title(policy for policy in known.values() if main is None or policy.policy_id != main.policy_id)
    aliases: dict[str, Policy] = {}
    named: dict[str, Policy] = {}
    made: list[Policy | None] = []
    for mention, policy in zip(document.facts.mentions, found, strict=True):
        if policy:
            policy = joined(policy, others if is_basis(document.text, mention) else shorter)
        policy = aliases.get(key_of(mention.title)) or policy or kind_of(mention, main, named)
        if policy and main and policy.policy_id == main.policy_id and (ended := _ended(document.text, mention)) is not None:
            policy = earlier_edition(policy, ended)
        made.append(policy)
        if policy is None:
            continue
        if alias := alias_after(document.text, mention):
            aliases[key_of(alias)] = policy
        # Put last, as the one named most recently.
        named.pop(policy.policy_id, None)
        named[policy.policy_id] = policy
    return made


def _ended(text: str, mention: Mention) -> str | None:
    """The document number, or "", of a mention that the text ends; None for one that it does not."""
    found = _ENDED.match(text, mention.end, mention.end + 120)
    return (find_number(found[0]) or "") if found else None


def kind_of(mention: Mention, main: Policy | None, named: Mapping[str, Policy]) -> Policy | None:
    """The policy a bare 《方案》 means: the main one if it is a 方案, else the one named last that is."""
    word = bare(tidy(mention.title))
    if not is_generic(word):
        return None
    for policy in (main, *reversed(tuple(named.values()))):
        if policy and bare(policy.title).endswith(word):
            return replace(policy, rank=MENTIONED)
    return None


def alias_after(text: str, mention: Mention) -> str | None:
    """The short name that the text gives a policy where it names it: 《…规划》（以下简称“规划”）."""
    found = _ALIAS.match(text, mention.end, mention.end + 90)
    return found[1] if found else None

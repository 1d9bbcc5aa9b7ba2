"""Deadlines: the times a text sets for what is to be done (`到2025年底`, `“十四五”期间`, `6月底前`, `每年`).

The component reads candidates by grammar, resolves them against the document's own date and keeps those that bound an action.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from extractors.deadlines.cues import Surroundings, within
from extractors.deadlines.grammar import candidates
from extractors.deadlines.judging import bounds_action
from extractors.deadlines.lexicon import lexicon
from extractors.deadlines.outlook import merged, read_outlook
from extractors.deadlines.reasons import explain
from extractors.deadlines.reference import read_reference
from extractors.deadlines.resolving import Resolved, Resolver
from extractors.deadlines.timetables import timetable_years
from extractors.language import facts_of, mark, text_of
from extractors.records import Context, Deadline, Finding, Mention, Section

__all__ = ["deadlines", "find_deadlines"]

#: An article about a policy says what that sets out, though it does not name it in 《》: `方案明确，“十四五”期间…`.
_PLAN_SAYS = re.compile("(?:方案|规划|计划|意见|措施|办法|纲要|通知|要点|条例)[》”]?(?:中)?(?:提出|明确|要求|规定)")
#: A title shorter than this may occur in a text as ordinary words.
_SHORTEST_TITLE = 6
#: A page carries few policies; each title is looked for in the whole text.
_MOST_TITLES = 12
#: An article that explains a policy says what it sets: 《…的通知》解读.
_EXPLAINS = re.compile("解读|政策问答|一图读懂")


def find_deadlines(text: str, context: Context | None = None, sections: Sequence[Section] = (), mentions: Sequence[Mention] = ()) -> list[Deadline]:
    """Every deadline of a cleaned, simplified text, in order, none overlapping.

    `context` gives the document's date, `sections` where it looks back at the past, `mentions` the titles in 《》 whose years say
    nothing. `到2021年底，初步建成` matches; `2020年，全省已建成` in a text of 2021 must not.
    """
    context = context or Context()
    own = read_reference(text, context)
    own_titles = dict.fromkeys([context.title or "", *(mention.title for mention in mentions if mention.role == "fulltext")])
    named = [span for title in list(own_titles)[:_MOST_TITLES] for span in _headlines(text, title)]
    titles = merged(sorted([*((mention.start, mention.end) for mention in mentions), *named]))
    news = context.genre != "policy"
    explains = news and _EXPLAINS.search(context.title or "") is not None
    tells = (
        news
        and not explains
        and all(mention.role == "cites" for mention in mentions)
        and not _PLAN_SAYS.search(text)
        and not any(word in text for word in lexicon().words("review", "orders"))
    )
    written = candidates(text)
    years = timetable_years(text, written, own)
    around = Surroundings(text, own, news, tells, read_outlook(text, sections, context.title or ""), explains)
    resolver = Resolver(text, own, years)
    found = []
    for candidate in written:
        if within(titles, candidate.core[0]):
            continue
        resolved = resolver.resolve(candidate)
        if years[candidate.start] is not None if candidate.start in years else bounds_action(resolved, around):
            explain(resolved)
            found.append(_record(text, resolved))
    return found


def _record(text: str, resolved: Resolved) -> Deadline:
    candidate = resolved.candidate
    return Deadline(
        start=candidate.start,
        end=candidate.end,
        text=text[candidate.start : candidate.end],
        date_from=resolved.date_from,
        date_to=resolved.date_to,
        precision=resolved.precision,
        bound=resolved.bound,
        resolved_from=resolved.resolved_from,
    )


def _headlines(text: str, title: str) -> list[tuple[int, int]]:
    """Where a title of the page's own stands in the text, however it is spaced or broken."""
    letters = re.sub(r"\s", "", title)
    if len(letters) < _SHORTEST_TITLE:
        return []
    return [match.span() for match in re.finditer(r"\s?".join(map(re.escape, letters)), text)]


@Language.component("deadlines")
def deadlines(doc: Doc) -> Doc:
    """Fill `facts.deadlines`, and a finding for each one whose date could not be told."""
    facts = facts_of(doc)
    facts.deadlines = find_deadlines(text_of(doc), facts.context, facts.sections, facts.mentions)
    for found in facts.deadlines:
        if found.resolved_from == "none":
            message = f"the date of {found.text!r} could not be told"
            facts.findings.append(Finding("info", "unresolved-deadline", message, found.start, found.end))
    mark(doc, "deadlines", ((found.start, found.end) for found in facts.deadlines))
    return doc

"""What kind of document a text is, as far as its numbers go: a plan, an article, a set of rules, a report, a notice of money."""

from __future__ import annotations

from typing import NamedTuple

from extractors.counts.lexicon import pattern
from extractors.records import Facts

#: An article with so many dates to come reports a plan; any other tells what was.
_PLANNING_FROM = 2
#: A text of so many articles is a set of rules whatever its title.
_RULES_FROM = 6
#: As far into a text as it is looked at for whom it is read to.
_OPENING = 3000


class Kind(NamedTuple):
    """A document as its numbers are judged by.

    `tells`: an article, which tells what was unless it says otherwise; `reports`: one that is about no policy; `plans`: a policy or an article
    that reports one; `about_plan`: one that names an instrument; `accounts`: an account given of work; `speaks`: read to an assembly;
    `reviews`: a review; `ruling`: a set of rules (条例, 办法), whose numbers are neither reached nor to be; `funds`: it hands out money;
    `announces`: a notice of an event; `answers`: an answer to a proposal; `invites`: a call for applications.
    """

    tells: bool
    reports: bool
    plans: bool
    about_plan: bool
    accounts: bool
    speaks: bool
    reviews: bool
    ruling: bool
    funds: bool
    announces: bool
    answers: bool
    invites: bool


def read_kind(text: str, facts: Facts) -> Kind:
    """The kind of the document with these facts, by its genre, its title, its dates and its articles."""
    genre, title = facts.context.genre, facts.context.title or ""

    def titled(name: str) -> bool:
        return pattern("tense", name).search(title) is not None

    dated = sum(deadline.bound in ("by", "during") for deadline in facts.deadlines)
    names = [title, *(mention.title for mention in facts.mentions)]
    articles = sum(section.label.startswith("第") and section.label.endswith("条") for section in facts.sections)
    return Kind(
        tells=genre != "policy",
        reports=genre == "other",
        plans=genre == "policy" or (genre == "news" and dated >= _PLANNING_FROM),
        about_plan=genre != "other" and any(pattern("tense", "instrument").search(name) for name in names),
        accounts=titled("accounting") and not titled("asked_for"),
        speaks=titled("phased") or pattern("tense", "addressed").search(text, 0, _OPENING) is not None,
        reviews=titled("reviewing"),
        ruling=articles >= _RULES_FROM or titled("ruling"),
        funds=titled("funding"),
        announces=titled("announcing"),
        answers=titled("answering"),
        invites=titled("inviting"),
    )

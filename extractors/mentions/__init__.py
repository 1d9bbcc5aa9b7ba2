"""Mentions: every 《…》 in a text, and whether the document is that policy, reports on it, or merely cites it."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language import facts_of, mark, text_of
from extractors.mentions.marks import marked, title_of
from extractors.mentions.roles import roles
from extractors.records import Context, Mention

__all__ = ["find_mentions", "mentions"]


def find_mentions(text: str, context: Context | None = None) -> list[Mention]:
    """Every 《…》 of `text`, in order, none overlapping; of nested marks the outermost.

    `context` gives the page's title and genre, by which the roles are told.
    """
    spans = [span for span in marked(text) if title_of(text, *span)]
    titles = [title_of(text, *span) for span in spans]
    found = zip(spans, titles, roles(text, spans, titles, context or Context()), strict=True)
    return [Mention(start, end, title, role) for (start, end), title, role in found]


@Language.component("mentions")
def mentions(doc: Doc) -> Doc:
    """Fill `facts.mentions`."""
    facts = facts_of(doc)
    facts.mentions = find_mentions(text_of(doc), facts.context)
    mark(doc, "mentions", ((found.start, found.end) for found in facts.mentions))
    return doc

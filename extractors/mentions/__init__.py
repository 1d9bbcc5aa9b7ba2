"""Mentions: every 《…》 in a text, and whether the document is that policy, reports on it, or merely cites it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language import facts_of, mark
from extractors.records import Context, Mention, MentionRole

__all__ = ["find_mentions", "mentions"]

#: A title is seldom longer; an opening mark without its partner must not swallow the text.
_LONGEST = 160
_MARKS = re.compile(r"[《》]")


def find_mentions(text: str, context: Context | None = None) -> list[Mention]:
    """Every 《…》 of `text`, in order; of nested marks the outermost."""
    context = context or Context()
    return [Mention(start, end, re.sub(r"\s*\n\s*", "", text[start + 1 : end - 1]).strip(), "cites") for start, end in _marked(text)]


def _marked(text: str) -> Iterator[tuple[int, int]]:
    depth, start = 0, -1
    for match in _MARKS.finditer(text):
        if depth and match.start() - start > _LONGEST:
            depth = 0
        if match[0] == "《":
            if depth == 0:
                start = match.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield start, match.end()


@Language.component("mentions")
def mentions(doc: Doc) -> Doc:
    """Fill `facts.mentions`."""
    facts = facts_of(doc)
    facts.mentions = find_mentions(doc.text, facts.context)
    mark(doc, "mentions", ((found.start, found.end) for found in facts.mentions))
    return doc

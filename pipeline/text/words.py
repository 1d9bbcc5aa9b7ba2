"""Whether a word of the dictionary stands across a place in a text."""

from __future__ import annotations

#: How much on each side is looked at: few words are longer.
_SIDE = 6


def word_across(before: str, after: str) -> bool:
    """Whether the end of `before` and the beginning of `after` make one word: `…市国` and `资委…` do, `…建设` and `平台…` do not."""
    # Imported late: it loads spaCy and the dictionary, which few documents need for their lines.
    from extractors.words import cut

    border = min(len(before), _SIDE)
    at = 0
    for word in cut(before[-_SIDE:] + after[:_SIDE]):
        if at < border < at + len(word):
            return True
        at += len(word)
    return False

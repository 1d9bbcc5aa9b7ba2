"""Where the quotes of an annotation stand in the cleaned text."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.evaluation.likeness import squeezed

if TYPE_CHECKING:
    from pipeline.evaluation.model import Document, Span

#: Where the text has not the whole context, that much of it is tried on both sides of the quote, the most first.
_NARROWER = (8, 5, 3, 2)
_SENTENCE_ENDS = "。！？!?\n"
#: Of a longer sentence (a text scraped without punctuation, a long list) only the words around the place are shown.
_LONGEST = 200


class Located:
    """A cleaned text in which quotes are found whatever their spacing, width and dashes."""

    def __init__(self, text: str) -> None:
        self.text = text
        pieces = [squeezed(character) for character in text]
        self._squeezed = "".join(pieces)
        #: For each squeezed character the place of the character it was made from.
        self._origin = list(itertools.chain.from_iterable([place] * len(piece) for place, piece in enumerate(pieces)))

    def places(self, quote: str) -> tuple[Span, ...]:
        """Every place where `quote` stands."""
        wanted = squeezed(quote)
        if not wanted:
            return ()
        found, at = [], self._squeezed.find(wanted)
        while at >= 0:
            found.append(self._span(at, len(wanted)))
            at = self._squeezed.find(wanted, at + 1)
        return tuple(found)

    def place(self, quote: str, context: str | None) -> tuple[Span, ...]:
        """The first place of `quote` inside `context`, or anywhere when no context is given; () when there is none.

        Where the text has the context only in part (cleaning took something out of it), its part around the quote will do.
        """
        wanted, around = squeezed(quote), squeezed(context or "")
        if not wanted:
            return ()
        window = self._window(wanted, around)
        at = self._squeezed.find(wanted, *window) if window else -1
        return () if at < 0 else (self._span(at, len(wanted)),)

    def sentence(self, span: Span) -> str:
        """The sentence that `span` stands in (or sentences), cut to the words around it when it is very long."""
        start, end = span
        first = 1 + max(self.text.rfind(mark, 0, start) for mark in _SENTENCE_ENDS)
        ends = (self.text.find(mark, max(end - 1, start)) for mark in _SENTENCE_ENDS)
        last = min((at + 1 for at in ends if at >= 0), default=len(self.text))
        if last - first <= _LONGEST:
            return self.text[first:last].strip()
        margin = max(0, (_LONGEST - (end - start)) // 2)
        left, right = max(first, start - margin), min(last, end + margin)
        return ("…" if left > first else "") + self.text[left:right].strip() + ("…" if right < last else "")

    def _window(self, wanted: str, around: str) -> Span | None:
        if not around:
            return 0, len(self._squeezed)
        if (at := self._squeezed.find(around)) >= 0:
            return at, at + len(around)
        if (inside := around.find(wanted)) < 0:
            return None
        for margin in _NARROWER:
            part = around[max(0, inside - margin) : inside + len(wanted) + margin]
            if (at := self._squeezed.find(part)) >= 0:
                return at, at + len(part)
        return None

    def _span(self, at: int, length: int) -> Span:
        return self._origin[at], self._origin[at + length - 1] + 1


def locate(annotated: Document, text: Located) -> Document:
    """The annotation with the places of its counts, deadlines and targets in `text`; tasks are told by their titles."""
    return replace(
        annotated,
        counts=tuple(replace(count, spans=text.place(count.text, count.context)) for count in annotated.counts),
        deadlines=tuple(replace(deadline, spans=text.place(deadline.text, deadline.context)) for deadline in annotated.deadlines),
        targets=tuple(replace(target, spans=text.places(target.text)) for target in annotated.targets),
    )

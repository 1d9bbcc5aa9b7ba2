"""What the tests of items share."""

from __future__ import annotations

from extractors.counts.counting import find_counts
from extractors.records import Facts
from tests.counts.test_exclusions import spans


def item_of(written: str, text: str) -> str | None:
    """The item of the last count of `text` that reads `written`; KeyError where none does."""
    return {count.text: count.item for count in find_counts(text, Facts(), spans(text))}[written]

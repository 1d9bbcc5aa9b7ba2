"""Counts: every quantity with what it counts and the part it plays, `50项以上` 国家标准, target.

`find_counts` is the pure function, `counts` the spaCy component around it.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.counts.counting import MOST_QUANTITIES, find_counts
from extractors.language import facts_of, mark, text_of
from extractors.records import Finding

__all__ = ["counts", "find_counts"]


@Language.component("counts")
def counts(doc: Doc) -> Doc:
    """Fill `facts.counts` and `doc.spans["counts"]`; reads the sections, mentions and deadlines found before."""
    facts = facts_of(doc)
    facts.counts = find_counts(text_of(doc), facts, [(start, start + length) for start, length in doc.to_array(["IDX", "LENGTH"]).tolist()])
    if len(facts.counts) >= MOST_QUANTITIES:
        last = facts.counts[-1]
        message = f"This document has {MOST_QUANTITIES:,} quantities or more; those after the first {MOST_QUANTITIES:,} were not read, split it."
        facts.findings.append(Finding("error", "truncated", message, last.start, last.end))
    mark(doc, "counts", ((count.start, count.end) for count in facts.counts))
    return doc

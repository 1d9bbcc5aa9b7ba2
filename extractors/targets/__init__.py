"""Targets: what a policy sets out to reach, with its value, its date and how firmly it is meant."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language import facts_of, mark, text_of
from extractors.targets.find import find_targets

__all__ = ["find_targets", "targets"]


@Language.component("targets")
def targets(doc: Doc) -> Doc:
    """Fill `facts.targets` and `doc.spans["targets"]` from what the components before have found."""
    facts = facts_of(doc)
    facts.targets = find_targets(text_of(doc), facts)
    mark(doc, "targets", ((target.start, target.end) for target in facts.targets))
    return doc

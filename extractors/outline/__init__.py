"""The component `outline`: fills `facts.sections`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language import facts_of, mark, text_of
from extractors.outline.outline import find_sections

__all__ = ["find_sections", "outline"]


@Language.component("outline")
def outline(doc: Doc) -> Doc:
    """Read the sections of `doc` from its text and the headings its page marks up."""
    facts = facts_of(doc)
    facts.sections = find_sections(text_of(doc), facts.context.headings, facts.context.title)
    mark(doc, "sections", ((section.title_start, section.title_end) for section in facts.sections))
    return doc

"""The spaCy pipeline: jieba as tokenizer, one component a kind of fact, in the order they depend on each other."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Iterable

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractors.records import Context, Facts
from extractors.words import JiebaTokenizer

#: Order matters: each component reads what those before it found.
COMPONENTS = ("outline", "mentions", "deadlines", "counts", "targets", "tasks")


def build(components: Iterable[str] = COMPONENTS) -> Language:
    """A blank Chinese pipeline with jieba as tokenizer and the given extractors added.

    Raises ModuleNotFoundError for a component that does not exist.
    """
    nlp = spacy.blank("zh")
    nlp.tokenizer = JiebaTokenizer(nlp.vocab)
    # spaCy's limit is made for parsers that need 1 GB for 100,000 characters; the rules need little.
    nlp.max_length = 100_000_000
    for name in components:
        # An entry point of spaCy's, which is not there when the project is run from its folder without being installed.
        importlib.import_module(f"extractors.{name}")
        nlp.add_pipe(name)
    return nlp


#: Where a document keeps its text once it was put together.
_TEXT = "zhengce.text"


@functools.cache
def shared() -> Language:
    """The full pipeline, built once a process."""
    return build()


def analyse(text: str, context: Context | None = None, nlp: Language | None = None) -> Facts:
    """Read one cleaned, simplified text into `Facts`."""
    nlp = nlp or shared()
    doc = nlp.make_doc(text)
    doc._.facts = Facts(context=context or Context())
    for _, component in nlp.pipeline:
        doc = component(doc)
    return facts_of(doc)


if not Doc.has_extension("facts"):
    Doc.set_extension("facts", default=None)


def facts_of(doc: Doc) -> Facts:
    """The facts read so far; in a pipeline of somebody else's, where nothing set them, an empty set is begun."""
    if doc._.facts is None:
        doc._.facts = Facts()
    facts: Facts = doc._.facts
    return facts


def text_of(doc: Doc) -> str:
    """`doc.text`, which spaCy puts together from the tokens every time it is asked for, put together once."""
    text: str = doc.user_data.get(_TEXT) or doc.user_data.setdefault(_TEXT, doc.text)
    return text


def mark(doc: Doc, key: str, spans: Iterable[tuple[int, int]]) -> None:
    """Put character spans into `doc.spans[key]`, widened to whole tokens where another tokenizer cuts elsewhere."""
    found = (doc.char_span(start, end, label=key, alignment_mode="expand") for start, end in spans)
    doc.spans[key] = [span for span in found if span is not None]

"""Rule extractors for Chinese policy language, each a spaCy component with its lexicon beside it.

The components are entry points of spaCy's: `nlp.add_pipe("counts")` finds them in any Chinese pipeline without an import.
"""

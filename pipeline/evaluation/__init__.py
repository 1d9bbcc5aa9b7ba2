"""Scoring against documents annotated by hand: `run.evaluate(folder)` gives precision, recall and F1 a measure, and every error.

`annotations` (over `fields`) reads what people wrote, `outputs` what was found, `model` has the types of both. `located` finds the
quotes of the one in the text of the other, `likeness` and `pairing` say which facts are the same, `measures` counts and adds up, `shown`
words the errors; `run` puts these together. Nothing here prints.
"""

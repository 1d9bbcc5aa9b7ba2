"""Scoring against documents annotated by hand: `evaluate(folder)` gives precision, recall and F1 a measure, and every error.

`annotations` reads what people wrote, `outputs` what was found, `model` has the types of both; `located` finds the quotes of the one in
the text of the other; `pairing` and `measures` compare them, `score` adds up; `run` puts these together. Nothing here prints.
"""

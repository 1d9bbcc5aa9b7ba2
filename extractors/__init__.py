"""Rule extractors for Chinese policy language, each a spaCy component with its lexicon beside it.

Importing this package registers the factories, so that `nlp.add_pipe("counts")` works in any Chinese pipeline.
"""
import contextlib
import importlib

for _name in ("outline", "mentions", "deadlines", "counts", "targets", "tasks"):
    with contextlib.suppress(ModuleNotFoundError):
        importlib.import_module(f"extractors.{_name}")

"""trafilatura, set to lose as little as it can: `favor_recall`, tables in, comments out, no page refused for its size or its language."""

from __future__ import annotations

from exchange import serve
from trafilatura import extract as extract_text
from trafilatura.settings import use_config

settings = use_config()
settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", "0")
settings.set("DEFAULT", "MIN_OUTPUT_SIZE", "0")


def extract(markup: str) -> str:
    return extract_text(markup, favor_recall=True, include_tables=True, include_comments=False, config=settings) or ""


serve(extract)

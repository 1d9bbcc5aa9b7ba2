"""GNE, the general news extractor: the `content` it finds."""

from __future__ import annotations

from exchange import serve
from gne import GeneralNewsExtractor
from gne.exceptions import NoContentException

extractor = GeneralNewsExtractor()


def extract(markup: str) -> str:
    try:
        return str(extractor.extract(markup)["content"] or "")
    except NoContentException:
        return ""


serve(extract)

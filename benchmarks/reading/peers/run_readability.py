"""readability-lxml: the summary it makes, as text."""

from __future__ import annotations

import lxml.html
from exchange import serve
from lxml.etree import ParserError
from readability import Document
from readability.readability import Unparseable


def extract(markup: str) -> str:
    try:
        return str(lxml.html.fromstring(Document(markup).summary()).text_content())
    except (Unparseable, ParserError, ValueError):
        return ""


serve(extract)

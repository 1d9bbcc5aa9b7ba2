"""What an HTML page declares about itself in its head: `<title>`, `<meta>`, JSON-LD, its canonical address."""

from __future__ import annotations

import functools
import json
import re
from typing import TYPE_CHECKING, Any

from pipeline.reading.dates import read_date
from pipeline.reading.folding import lexicon
from pipeline.reading.headline import clean_title, without_site

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_JSON = 200_000


def read_declared(root: _Element) -> dict[str, Any]:
    """Fields by name (`title`, `page_title`, `published`, `publisher`, `author`, `url`), each where the page declares it.

    `page_title` is the `<title>` without the site's name, which the page's own headline goes before.
    """
    fields: dict[str, Any] = {}
    for element in root.iter("meta"):
        name = (element.get("name") or element.get("property") or element.get("itemprop") or "").strip().lower()
        field = _meta_fields().get(name)
        content = re.sub(r"\s+", " ", element.get("content") or "").strip()
        if field and content and len(content) < 2000:
            _add(fields, field, content)
    for element in root.iter("script"):
        if element.get("type", "").lower() == "application/ld+json" and element.text and len(element.text) < _LONGEST_JSON:
            _from_json(fields, element.text)
    for element in root.iter("link"):
        if element.get("rel", "").lower() == "canonical" and element.get("href", "").startswith("http"):
            fields.setdefault("url", element.get("href", "").strip())
    title = next(iter(root.iter("title")), None)
    if title is not None and title.text:
        site = fields.get("site")
        text = title.text.replace(site, "") if site and len(site) < len(title.text) / 2 else title.text
        fields["page_title"] = without_site(re.sub(r"\s+", " ", text))
    return {name: value for name, value in fields.items() if value and name != "site"}


def _add(fields: dict[str, Any], field: str, value: str) -> None:
    if field == "published":
        day = read_date(value)
        if day:
            fields.setdefault(field, day)
    elif field != "url" or value.startswith("http"):
        fields.setdefault(field, clean_title(value) if field == "title" else value)


def _from_json(fields: dict[str, Any], text: str) -> None:
    try:
        loaded: Any = json.loads(text)
    except (ValueError, RecursionError):
        return
    items = loaded if isinstance(loaded, list) else [loaded]
    for item in items[:20]:
        if not isinstance(item, dict):
            continue
        for name, field in (("headline", "title"), ("datePublished", "published"), ("pubDate", "published"), ("url", "url")):
            value = item.get(name)
            if isinstance(value, str) and value.strip():
                _add(fields, field, value.strip())
        for name in ("author", "publisher"):
            value = item.get(name)
            named = value.get("name") if isinstance(value, dict) else value
            if isinstance(named, str) and named.strip():
                _add(fields, name, named.strip())


@functools.cache
def _meta_fields() -> dict[str, str]:
    return {name: field for field, names in lexicon()["meta"].items() for name in names}

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
    from bs4 import BeautifulSoup, Tag

_LONGEST_TITLE = 1000


def read_declared(head: BeautifulSoup | None) -> dict[str, Any]:
    """Fields by name (`meta_title`, `page_title`, `published`, `publisher`, `author`, `url`), each where the page declares it.

    `page_title` is the `<title>` without the site's name; the page's own headline goes before both titles.
    """
    fields: dict[str, Any] = {}
    if head is None:
        return fields
    for meta in head.find_all("meta"):
        name = (_value(meta, "name") or _value(meta, "property") or _value(meta, "itemprop")).strip().lower()
        field = _meta_fields().get(name)
        content = re.sub(r"\s+", " ", _value(meta, "content")[:2000]).strip()
        if field and content:
            _add(fields, field, content)
    for script in head.find_all("script", type=re.compile("^application/ld\\+json$", re.IGNORECASE)):
        _from_json(fields, script.get_text())
    for link in head.find_all("link", rel=re.compile("^canonical$", re.IGNORECASE)):
        _add(fields, "url", _value(link, "href").strip())
    site = fields.pop("site", None)
    title = head.title.get_text()[:_LONGEST_TITLE] if head.title else ""
    if site and len(site) < len(title) / 2:
        title = title.replace(site, "")
    fields["page_title"] = without_site(re.sub(r"\s+", " ", title))
    return {name: value for name, value in fields.items() if value}


def _value(tag: Tag, name: str) -> str:
    """An attribute's value, "" where there is none."""
    return str(tag.get(name, ""))


def _add(fields: dict[str, Any], field: str, value: str) -> None:
    if field == "published":
        day = read_date(value)
        if day:
            fields.setdefault(field, day)
    elif field != "url" or value.startswith("http"):
        fields.setdefault(field, clean_title(value) if field == "meta_title" else value)


def _from_json(fields: dict[str, Any], text: str) -> None:
    try:
        loaded: Any = json.loads(text)
    except (ValueError, RecursionError):
        return
    items = loaded if isinstance(loaded, list) else [loaded]
    for item in items[:20]:
        if not isinstance(item, dict):
            continue
        for name, field in (("headline", "meta_title"), ("datePublished", "published"), ("pubDate", "published"), ("url", "url")):
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
    return {name: "meta_title" if field == "title" else field for field, names in lexicon()["meta"].items() for name in names}

"""Deadlines as rows of a specification: `text bound from..to`, an empty side being null."""

from __future__ import annotations

from datetime import date

from extractors.deadlines import find_deadlines
from extractors.mentions import find_mentions
from extractors.records import Context

Row = tuple[str, str, list[str], str]


def shown(text: str, published: str, title: str | None = None, genre: str = "policy", period: tuple[int, int] | None = None) -> list[str]:
    """Every deadline of `text` as a row of the tables below writes it."""
    day = date.fromisoformat(published) if published else None
    context = Context(title=title, published=day, genre=genre, period=period)  # type: ignore[arg-type]
    found = find_deadlines(text, context, (), find_mentions(text, context))
    return [f"{x.text} {x.bound} {x.date_from or ''}..{x.date_to or ''}" for x in found]

"""Where the item of a quantity was found, for `extractors.explain`."""

from __future__ import annotations

from extractors.clauses import Borders
from extractors.counts.items.brackets import fills_bracket
from extractors.counts.quantities.finding import Quantity
from extractors.explain import because

#: As far before a number and after it as its item is looked for.
_BEFORE, _AFTER = 300, 100


def explain_item(text: str, borders: Borders, quantity: Quantity, item: str | None, *, distributed: bool) -> None:
    """Note what the item rests on, with its place when it stands in one piece; `distributed` says that a list gave each of its numbers a part."""
    at = quantity.start
    if not item:
        because("counts", at, "item", "no noun phrase before the number, after it or in the sentence")
        return
    before, after = text.rfind(item, max(0, at - _BEFORE), at), text.find(item, quantity.core_start, quantity.end + _AFTER)
    spot = (before, before + len(item)) if before >= 0 else None
    if distributed:
        because("counts", at, "item", "its part of a list that gives each of its numbers one", spot)
    elif after >= 0 and (spot is None or after - quantity.end <= at - spot[1]):
        because("counts", at, "item", "noun phrase after the number", (after, after + len(item)))
    elif spot is None:
        because("counts", at, "item", "put together from the words at the number and those it goes on from")
    elif fills_bracket(text, quantity):
        because("counts", at, "item", "what the number's bracket stands after", spot)
    elif spot[0] >= borders.clause_at(at)[0]:
        because("counts", at, "item", "noun phrase before the number, without its verb, times and adverbs", spot)
    else:
        because("counts", at, "item", "carried over from what the sentence has spoken of before", spot)

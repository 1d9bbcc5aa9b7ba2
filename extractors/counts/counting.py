"""From a document's text and what earlier components found to its counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.clauses import Borders, borders
from extractors.counts.bounds import far_bound
from extractors.counts.exclusions import Span, hidden_spans, is_excluded, is_hidden, title_spans
from extractors.counts.items import Items
from extractors.counts.phrases import Words
from extractors.counts.quantities import Quantity, quantities
from extractors.counts.roles import Roles
from extractors.counts.tables import Tables
from extractors.counts.tense import Tense
from extractors.records import Count, Facts

_JOINED = frozenset(["", "、", "，", "和", "及", "与", "或"])


def find_counts(text: str, facts: Facts, tokens: Sequence[Span]) -> list[Count]:
    """Every count of `text`, in order, spans disjoint.

    `facts` gives the context, sections, mentions and deadlines already found; `tokens` the words' spans in order.
    """
    named = title_spans(text, [facts.context.title or "", *{mention.title for mention in facts.mentions}])
    hidden = hidden_spans(text, named + [(m.start, m.end) for m in facts.mentions] + [(d.start, d.end) for d in facts.deadlines])
    words = Words(text, tokens)
    found = [
        quantity
        for quantity in quantities(text)
        if not is_hidden(hidden, quantity.start, quantity.end) and not is_excluded(text, quantity, words)
    ]
    tables = Tables(text)
    in_cells = [quantity for quantity in tables.quantities(found) if not is_hidden(hidden, quantity.start, quantity.end)]
    found = sorted([*found, *in_cells], key=lambda quantity: quantity.start)
    if not found:
        return []
    cuts = borders(text)
    found = _with_far_bounds(text, found, cuts)
    items = Items(words, cuts, found)
    roles = Roles(text, cuts, Tense(text, cuts, facts))
    counts = []
    for index, quantity in enumerate(found):
        in_cell = tables.item(quantity)
        item = in_cell or items.items[index]
        head = tables.time_head(quantity) if in_cell else ""
        role = roles.role_in_table(quantity, head) if in_cell else roles.role(quantity, item, modifies=items.modifies(index))
        written = text[quantity.start : quantity.end]
        counts.append(Count(quantity.start, quantity.end, written, quantity.value, quantity.value_max, quantity.unit_name, quantity.comparator, item, role))
    return counts


def _with_far_bounds(text: str, found: list[Quantity], cuts: Borders) -> list[Quantity]:
    """Comparators from words away from the number, and shared by the numbers of one list (`不低于50%、70%`)."""
    done: list[Quantity] = []
    for quantity in found:
        previous = done[-1] if done else None
        floor = cuts.clause_at(quantity.start)[0]
        comparator = quantity.comparator
        if previous and text[previous.end : quantity.start].strip() in _JOINED and previous.unit_name == quantity.unit_name:
            if comparator == "eq" and previous.comparator in ("ge", "gt", "le", "lt") and previous.end == previous.core_end:
                comparator = previous.comparator
        elif comparator == "eq" or (comparator == "ge" and "未" in text[max(floor, quantity.start - 24) : quantity.start]):
            floor = max(floor, previous.end if previous else 0)
            far = far_bound(text, floor, quantity.start, quantity.end, points=quantity.unit_name in ("百分点", "倍"))
            comparator = far if far and (comparator == "eq" or far == "lt") else comparator
        done.append(replace(quantity, comparator=comparator) if comparator != quantity.comparator else quantity)
    return done

"""From a document's text and what earlier components found to its counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.clauses import Borders, borders
from extractors.counts.exclusions import Span, hidden_spans, is_excluded, is_hidden, title_spans
from extractors.counts.items.finding import Items
from extractors.counts.noun_phrases.phrases import Words
from extractors.counts.quantities.bounds import far_bound
from extractors.counts.quantities.finding import Quantity, quantities
from extractors.counts.quantities.reasons import explain
from extractors.counts.quantities.tables import Tables
from extractors.counts.roles.judging import Roles, agreed
from extractors.counts.roles.tense import Tense
from extractors.explain import asked, because
from extractors.records import Count, Facts

#: Quantities of one document that are read, four times as many as the densest real one has: text made of nothing else would take minutes.
MOST_QUANTITIES = 6_000
#: Between the numbers of one list, which share a bound word before the first.
_JOINED = frozenset(["", "、", "，", "和", "及", "与", "或"])

#: Says that the numbers of a list are dealt out to things named before: 分别达到.
_DEALT = re.compile(r"分别[^，。；、\d]{0,8}$")

#: At least one of these or one of those: 至少选择1家企业或|1所学校.
_OR_ELSE = re.compile(r"[^，。；：、\d]{1,12}或者?")

#: Says that the number itself is reached, whatever word before bounds it: 不超过基准利率的30%|（含）.
_INCLUDED = re.compile(" ?[（(]含(?:本数)?[）)]")


def find_counts(text: str, facts: Facts, tokens: Sequence[Span]) -> list[Count]:
    """Every count of `text`, the first `MOST_QUANTITIES`, in order, spans disjoint.

    `facts` gives the context, sections, mentions and deadlines already found; `tokens` the words' spans in order.
    """
    words, tables = Words(text, tokens), Tables(text)
    found = _quantities(text, facts, words, tables)[:MOST_QUANTITIES]
    if not found:
        return []
    cuts = borders(text)
    read, found = found, _with_far_bounds(text, found, cuts)
    items = Items(words, cuts, found)
    roles = Roles(text, cuts, facts.sections, Tense(text, cuts, facts))
    cells = [(cell := tables.item(quantity)) and (items.of_entry(index, cell) or cell) for index, quantity in enumerate(found)]
    verdicts = [
        roles.verdict_in_table(quantity, tables.head(quantity))
        if cell or (tables.named(quantity) and tables.head(quantity))
        else roles.verdict(quantity, items.items[index], modifies=items.modifies(index))
        for index, (quantity, cell) in enumerate(zip(found, cells, strict=True))
    ]
    counts, explaining = [], asked()
    for index, (quantity, cell, verdict) in enumerate(zip(found, cells, agreed(text, found, verdicts), strict=True)):
        because("counts", quantity.start, "role", verdict.rule, verdict.words)
        named = tables.named(quantity)
        if named:
            because("counts", quantity.start, "item", "the name that opens the row of a table of indicators")
        elif cell:
            because("counts", quantity.start, "item", "headings of the table's row and column")
        if explaining:
            explain(text, quantity, read[index])
        counts.append(
            Count(
                start=quantity.start,
                end=quantity.end,
                text=text[quantity.start : quantity.end],
                value=quantity.value,
                value_max=quantity.value_max,
                unit=quantity.unit_name,
                comparator=quantity.comparator,
                item=named or cell or items.items[index],
                role=verdict.role,
            )
        )
    return counts


def _quantities(text: str, facts: Facts, words: Words, tables: Tables) -> list[Quantity]:
    """The quantities of running text and table cells that count something, in order."""
    titles = [facts.context.title or "", *{mention.title for mention in facts.mentions if mention.role != "cites"}]
    marks = [(mention.start, mention.end) for mention in facts.mentions] + [(deadline.start, deadline.end) for deadline in facts.deadlines]
    hidden = hidden_spans(text, [*title_spans(text, titles), *marks])
    found = [
        quantity for quantity in quantities(text) if not is_hidden(hidden, quantity.start, quantity.end) and not is_excluded(text, quantity, words)
    ]
    # A bare number in a cell may have its unit from the table.
    in_cells = {
        quantity.core_start: quantity
        for quantity in tables.quantities([quantity for quantity in found if quantity.unit_name])
        if not is_hidden(hidden, quantity.start, quantity.end)
    }
    found = [quantity for quantity in found if quantity.core_start not in in_cells]
    return sorted([*found, *in_cells.values()], key=lambda quantity: quantity.start)


def _with_far_bounds(text: str, found: Sequence[Quantity], cuts: Borders) -> list[Quantity]:
    """Comparators from words away from the number, and shared by the numbers of one list (`不低于50%、70%`)."""
    done: list[Quantity] = []
    about = False
    for quantity in found:
        previous = done[-1] if done else None
        comparator = quantity.comparator
        if previous and text[previous.end : quantity.start].strip(" ") in _JOINED and previous.unit_name == quantity.unit_name:
            about = previous.comparator == "approx" and (about or _DEALT.search(text[max(0, previous.start - 12) : previous.start]) is not None)
            shared = (about or previous.comparator in ("ge", "gt", "le", "lt")) and previous.end == previous.core_end
            comparator = previous.comparator if shared and comparator == "eq" else comparator
        elif comparator in ("eq", "ge") and quantity.value_max is None:
            floor = max(cuts.clause_at(quantity.start)[0], previous.end if previous else 0)
            far = far_bound(text, floor, quantity.start, quantity.end, points=quantity.unit_name in ("百分点", "倍"))
            included = comparator == "ge" and _INCLUDED.fullmatch(text, quantity.core_end, quantity.end)
            if far in ("gt", "lt"):
                far = ("ge" if far == "gt" else "le") if included else far
            if far is None and previous and previous.comparator == "ge" and previous.end == previous.core_end:
                far = "ge" if _OR_ELSE.fullmatch(text, previous.end, quantity.start) else None
            # 未达计划总经费百分之二十以上 is lt, whatever stands at the number.
            comparator = far if far and (comparator == "eq" or included or far == "lt") else comparator
        done.append(quantity._replace(comparator=comparator) if comparator != quantity.comparator else quantity)
        if quantity.comparator == "ge" and quantity.end > quantity.core_end:
            _bound_backwards(text, done)
    return done


def _bound_backwards(text: str, done: list[Quantity]) -> None:
    """以上 after the last of numbers that are dealt out holds for all: `分别达到40%、80%以上`; not 左右 and not `增长5%、10%以上`."""
    first = len(done) - 1
    while first and done[first - 1].comparator == "eq" and _dealt_with(text, done[first - 1], done[first]):
        first -= 1
    listed = done[first:-1]
    if listed and _DEALT.search(text[max(0, listed[0].start - 12) : listed[0].start]):
        done[first:-1] = [quantity._replace(comparator="ge") for quantity in listed]


def _dealt_with(text: str, before: Quantity, quantity: Quantity) -> bool:
    same = before.unit_name == quantity.unit_name and before.value_max is None
    return same and text[before.end : quantity.start].strip(" ") in _JOINED - {"", "，"}

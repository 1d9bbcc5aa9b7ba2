"""JioNLP's money and time expressions as counts and deadlines. It knows no other quantities.

Its money extractor reads one sentence at a time, its time extractor a paragraph; both are given lines.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import jionlp
from exchange import Count, Deadline, Document, bounded, lines, run

# It logs a traceback for every stretch it tries and gives up.
logging.disable()


def counts(document: Document) -> Iterator[Count]:
    for start, line in lines(document.text):
        for found in jionlp.ner.extract_money(line):
            (first, last), detail = found["offset"], found["detail"]
            numbers = detail["num"] if isinstance(detail["num"], list) else [detail["num"]]
            value, value_max = Decimal(numbers[0]), Decimal(numbers[1]) if len(numbers) > 1 else None
            # `300元/人`: JioNLP has the `/人` in the text and the currency in `case`.
            unit = detail["case"] + (found["text"][found["text"].index("/") :] if "/" in found["text"] else "")
            yield Count(start + first, start + last, found["text"], value, value_max, unit, comparator(found["text"], detail["definition"]))


def comparator(text: str, definition: str) -> str:
    """JioNLP says that an amount is more (`blur+`), less (`blur-`) or about that; how sharply, its words say."""
    if definition == "blur+":
        return "gt" if any(word in text for word in ("超", "突破", "多", "余", "高于")) else "ge"
    if definition == "blur-":
        return "lt" if any(word in text for word in ("不足", "低于", "不到", "少于")) else "approx" if "近" in text else "le"
    return "approx" if definition == "blur" and any(word in text for word in ("约", "左右", "上下")) else "eq"


def deadlines(document: Document) -> Iterator[Deadline]:
    base = {"year": document.published.year, "month": document.published.month, "day": document.published.day}
    for start, line in lines(document.text):
        for found in jionlp.ner.extract_time(line, time_base=base):
            (first, last), kind = found["offset"], found["type"]
            place = start + first, start + last, found["text"]
            if kind == "time_period":
                yield Deadline(*place, None, None, "every")
            elif kind in ("time_point", "time_span"):
                begin, end = (day(moment) for moment in found["detail"]["time"])
                bound, date_from, date_to = bounded(found["text"], line[:first], begin, end)
                yield Deadline(*place, date_from, date_to, bound)


def day(moment: str) -> date | None:
    """The day of a moment; JioNLP's open ends are words instead."""
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None


if __name__ == "__main__":
    run(counts, deadlines)

"""Why a quantity reads as it does, for `extractors.explain`: what stands at the number and what stands away from it."""

from __future__ import annotations

from extractors.counts.quantities.finding import Quantity
from extractors.explain import because

_NUMBERS = {
    "digits": "a number in digits",
    "spelled": "a number in Chinese numerals",
    "percent": "a share of a hundred",
    "fraction": "a fraction",
    "product": "a multiple said as a verb",
    "bare": "a power of ten that stands for a number",
}
_UNITS = {
    "classifier": "measure word after the number",
    "noun": "noun counted without a measure word",
    "measure": "unit of measure after the number",
    "percent": "percent sign after the number",
}


def explain(text: str, quantity: Quantity, read: Quantity) -> None:
    """Note why there is a row and what its value, unit and comparator rest on.

    `quantity` is as it goes into the table, `read` as it was read at its number, before words further off were looked at.
    """
    at, core = quantity.start, (quantity.core_start, quantity.core_end)
    because("counts", at, "row", _NUMBERS.get(quantity.number.kind, "a number"), core)
    number = (quantity.number.start, quantity.number.end)
    if quantity.number.size:
        because("counts", at, "value", f"{quantity.number.size} multiplied out", number)
    if quantity.unit:
        written = (quantity.unit.start, quantity.unit.end)
        if written[0] < written[1]:
            because("counts", at, "unit", _UNITS.get(quantity.unit.kind, "unit after the number"), written)
        else:
            because("counts", at, "unit", "unit that the numbers of a list or a table share")
    elif quantity.unit_name:
        because("counts", at, "unit", "unit written into the number or said by its table", core)
    because("counts", at, "comparator", *_comparator(quantity, read))


def _comparator(quantity: Quantity, read: Quantity) -> tuple[str, tuple[int, int] | None]:
    if quantity.comparator != read.comparator:
        return "bound word away from the number, or shared by a list", None
    if quantity.end > quantity.core_end:
        return "bound word after the number", (quantity.core_end, quantity.end)
    if quantity.start < quantity.core_start:
        return "bound word before the number", (quantity.start, quantity.core_start)
    if quantity.comparator != "eq":
        return "余, 多 or a tolerance at the number", (quantity.core_start, quantity.core_end)
    return "no bound word: the number itself", None

"""What a quantity's role is judged by: its clause on both sides, and the verdict with the words it rests on."""

from __future__ import annotations

from typing import NamedTuple

from extractors.clauses import Borders, Span
from extractors.counts.lexicon import pattern
from extractors.counts.quantities.finding import Quantity
from extractors.records import CountRole

#: As far as any rule looks; keeps a clause without end cheap.
_WINDOW = 120
_SHARES = frozenset(["%", "‰"])
_MONEY = ("元", "美元", "港元", "欧元", "日元", "英镑")


class Verdict(NamedTuple):
    """A role, the rule that decided it in a few plain words, and the words of the text the rule rests on, if any."""

    role: CountRole
    rule: str
    words: Span | None = None


class Situation(NamedTuple):
    """One quantity in its clause: `left` and `right` are what the clause has before and after it; `modifies` that it is a threshold in a phrase.

    `start` is where the quantity begins, `unit` its unit's name (empty where there is none); `is_share`: it is a percentage or the like, or a
    fraction; `is_money`: a sum of money or a rate in money (元/吨); `is_classified`: a measure word follows the number (五个, 30家);
    `number_is_power`: the number is a power of ten that stands for itself (千亿元).
    """

    text: str
    quantity: Quantity
    item: str | None
    modifies: bool
    left: str
    right: str
    start: int
    unit: str
    is_share: bool
    is_money: bool
    is_classified: bool
    number_is_power: bool

    def before(self, file: str, name: str) -> Span | None:
        """Where the pattern `name` of a lexicon file is found in what the clause has before the quantity."""
        found = pattern(file, name).search(self.left)
        offset = self.start - len(self.left)
        return (offset + found.start(), offset + found.end()) if found else None

    def opens(self, file: str, name: str) -> Span | None:
        """The pattern at the clause's beginning."""
        found = pattern(file, name).match(self.left)
        offset = self.start - len(self.left)
        return (offset + found.start(), offset + found.end()) if found else None

    def after(self, file: str, name: str) -> Span | None:
        """The pattern right after the quantity; an empty match is none."""
        found = pattern(file, name).match(self.right)
        return (self.quantity.end + found.start(), self.quantity.end + found.end()) if found and found.end() else None

    def ahead(self, file: str, name: str) -> Span | None:
        """The pattern anywhere in what the clause has after the quantity."""
        found = pattern(file, name).search(self.right)
        return (self.quantity.end + found.start(), self.quantity.end + found.end()) if found else None

    def follows(self, file: str, name: str) -> Span | None:
        """The pattern right after the quantity, over the borders of its clause; an empty match is none."""
        found = pattern(file, name).match(self.text, self.quantity.end, self.quantity.end + _WINDOW)
        return found.span() if found and found.end() > self.quantity.end else None

    @property
    def is_bracketed(self) -> bool:
        """Whether a bracket holds only the quantity: `青汀电厂（30万千瓦）`."""
        return self.text[max(self.start - 1, 0) : self.start] in ("（", "(") and self.text[self.quantity.end : self.quantity.end + 1] in ("）", ")")


def situation(text: str, borders: Borders, quantity: Quantity, item: str | None, *, modifies: bool) -> Situation:
    """The situation of `quantity`, whose item is `item`."""
    start, end = borders.clause_at(quantity.start)
    left = text[max(start, quantity.start - _WINDOW) : quantity.start]
    right = text[quantity.end : min(max(end, quantity.end), quantity.end + _WINDOW)]
    unit, kind = quantity.unit_name or "", quantity.number.kind
    return Situation(
        text,
        quantity,
        item,
        modifies,
        left,
        right,
        start=quantity.start,
        unit=unit,
        is_share=unit in _SHARES or (not unit and kind == "fraction"),
        is_money=unit.startswith(_MONEY),
        is_classified=quantity.unit is not None and quantity.unit.kind == "classifier",
        number_is_power=kind == "bare",
    )

"""A text that knows where each of its characters stood in the text it was made from."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

#: Replace `text[start:end]` by the string.
Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Traced:
    """`text`, and for each of its characters the offset (in code points) of the published character it comes from.

    Origins never decrease. A character made of several published ones points at the first, and each of several made
    of one points at that one.
    """

    text: str
    origin: array[int]

    @classmethod
    def whole(cls, text: str) -> Traced:
        """A text that is its own origin."""
        return cls(text, array("L", range(len(text))))

    @classmethod
    def joined(cls, parts: Iterable[Traced]) -> Traced:
        """The parts one after the other; they must be in the order of their origins."""
        parts = list(parts)
        origin: array[int] = array("L")
        for part in parts:
            origin.extend(part.origin)
        return cls("".join(part.text for part in parts), origin)

    def __len__(self) -> int:
        return len(self.text)

    def part(self, start: int, end: int) -> Traced:
        """The characters from `start` to `end` (exclusive)."""
        return Traced(self.text[start:end], self.origin[start:end])

    def stripped(self, spaces: str) -> Traced:
        """Without those characters at both ends."""
        kept = self.text.strip(spaces)
        if len(kept) == len(self.text):
            return self
        start = len(self.text) - len(self.text.lstrip(spaces))
        return Traced(kept, self.origin[start : start + len(kept)])

    def rewritten(self, text: str) -> Traced:
        """The same places with other characters; `text` must be as long as the old one (ValueError)."""
        if len(text) != len(self.text):
            raise ValueError(f"a rewritten text must keep its length: {len(self.text)} became {len(text)}")
        return self if text == self.text else Traced(text, self.origin)

    def edited(self, edits: Sequence[Edit]) -> Traced:
        """With `edits` made; they must be in order, must not overlap, and replace at least one character each.

        A replacement's characters point one by one at the characters replaced, those beyond their number at the last.
        """
        if not edits:
            return self
        pieces: list[str] = []
        origin: array[int] = array("L")
        done = 0
        for start, end, new in edits:
            pieces += self.text[done:start], new
            origin.extend(self.origin[done:start])
            if new:
                origin.extend(self.origin[min(start + offset, end - 1)] for offset in range(len(new)))
            done = end
        pieces.append(self.text[done:])
        origin.extend(self.origin[done:])
        return Traced("".join(pieces), origin)

"""How things are, as the preface of a plan describes them: `全省分布有海岛2215个`, `岸线总长3752千米`."""

from __future__ import annotations

from extractors.counts.lexicon import words
from extractors.words import cut, tag


def describes(text: str, clause: int, number: int) -> bool:
    """Whether the clause from `clause` up to a number at `number` only says what there is: `近海有鱼类|752种`, not `建成渔港|12个`."""
    return not any(_does(word) for word in cut(text[clause:number]))


def _does(word: str) -> bool:
    """建成 and 建设 do, 有 and 养殖 (in 养殖面积) do not."""
    kind = tag(word) or ""
    return kind.startswith("v") and (kind != "vn" or word in words("scope", "making")) and word not in words("tense", "stative")

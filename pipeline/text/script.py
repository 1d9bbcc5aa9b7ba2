"""Which script a Chinese text is in, by the characters that only one of the two has."""

from __future__ import annotations

import functools
from collections import Counter
from typing import Literal

from pipeline.text.characters import folded_characters
from pipeline.text.convert import read_dictionary

#: So many characters tell the script of any document.
_ENOUGH = 100_000

Script = Literal["hans", "hant"]


def script_of(text: str) -> Script:
    """`hant` when more characters of `text` are traditional only (`國`, `業`) than simplified only (`国`, `业`), else `hans`.

    A simplified page may quote a traditional name, and a page converted by machine keeps a few simplified characters: the greater
    number decides. Characters of both scripts (`后`, `乾`, `著`) say nothing, and so does a text without Chinese: it is `hans`.
    """
    weights = _weights()
    return "hant" if sum(weights.get(character, 0) * number for character, number in Counter(text[:_ENOUGH]).items()) > 0 else "hans"


@functools.cache
def _weights() -> dict[str, int]:
    """What a character says: 1 when only traditional script has it, -1 when only simplified has; the characters that look like it the same."""
    hans, hant = _only()
    weights = dict.fromkeys(hans, -1) | dict.fromkeys(hant, 1)
    return weights | {character: weights.get(plain, 0) for character, plain in folded_characters().items()}


@functools.cache
def _only() -> tuple[frozenset[str], frozenset[str]]:
    """The characters that only simplified and only traditional script have."""
    simplified = read_dictionary("STCharacters.txt")
    traditional = read_dictionary("TSCharacters.txt")
    # What either dictionary gives as a rendering is in use in that script, whatever else it stands for.
    in_hans = set(simplified) | {form for forms in traditional.values() for form in forms}
    in_hant = set(traditional) | {form for forms in simplified.values() for form in forms}
    return frozenset(in_hans - in_hant), frozenset(in_hant - in_hans)

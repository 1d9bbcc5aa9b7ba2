"""Traditional script to simplified, by OpenCC's own dictionaries (its configuration `t2s`), many times faster than OpenCC's code.

OpenCC takes in each stretch between separators the longest phrase it knows, wherever it stands, of equally long ones the first,
and goes on with what is left on both sides; characters in no phrase are converted one by one. `乾隆` is a phrase and stays, `乾淨` is
one and becomes `干净`, a lone `乾` becomes `干`.
"""

from __future__ import annotations

import functools
import importlib.util
import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from pipeline.text.traced import Edit

_PHRASES, _CHARACTERS = "TSPhrases.txt", "TSCharacters.txt"
#: OpenCC cuts the text at these before it looks for phrases, so that a phrase that holds one is never found.
_SEPARATORS = re.compile(
    r"[\s\-,.?!*，。、；：？！…“”‘’『』「」﹁﹂—－（）《》〈〉～．／＼︒︑︔︓︿﹀︹︺︙︐［﹇］﹈︕︖︰︳︴︽︾︵︶｛︷｝︸﹃﹄【︻】︼]"
)


class _Dictionaries(NamedTuple):
    phrases: dict[str, str]
    starts: re.Pattern[str]
    lengths: dict[str, tuple[int, ...]]
    characters: dict[int, str]


def simplify(text: str) -> str:
    """`text` in simplified script, exactly as `OpenCC("t2s").convert(text)` has it, and as long as it was.

    A text that is simplified already may change too (`乾` in a name): ask `script_of` first.
    """
    edits = _phrase_edits(text)
    if not edits:
        return text.translate(_dictionaries().characters)
    table = _dictionaries().characters
    pieces: list[str] = []
    done = 0
    for start, end, new in edits:
        pieces += text[done:start].translate(table), new
        done = end
    pieces.append(text[done:].translate(table))
    return "".join(pieces)


def _phrase_edits(text: str) -> list[Edit]:
    """The phrases to be replaced: the longest first, of equally long ones the leftmost, none over another."""
    known = _dictionaries()
    found: list[tuple[int, int]] = []
    for match in known.starts.finditer(text):
        start = match.start()
        found += [
            (length, start)
            for length in known.lengths.get(text[start : start + 2], ())
            if start + length <= len(text) and text[start : start + length] in known.phrases
        ]
    if not found:
        return []
    found.sort(key=lambda one: (-one[0], one[1]))
    taken: set[int] = set()
    chosen: list[Edit] = []
    for length, start in found:
        if taken.isdisjoint(range(start, start + length)):
            taken.update(range(start, start + length))
            chosen.append((start, start + length, known.phrases[text[start : start + length]]))
    return sorted(chosen)


@functools.cache
def _dictionaries() -> _Dictionaries:
    # Of several renderings OpenCC takes the first.
    phrases = {old: new[0] for old, new in read_dictionary(_PHRASES).items() if not _SEPARATORS.search(old)}
    characters = {old: new[0] for old, new in read_dictionary(_CHARACTERS).items()}
    lengths: dict[str, set[int]] = defaultdict(set)
    for phrase in phrases:
        lengths[phrase[:2]].add(len(phrase))
    # Two classes of characters are tried 50 times faster than the alternation of all phrases; every phrase has at least two.
    first, second = ("".join(sorted({re.escape(pair[place]) for pair in lengths})) for place in (0, 1))
    return _Dictionaries(
        phrases,
        re.compile(f"[{first}](?=[{second}])"),
        {pair: tuple(sorted(some)) for pair, some in lengths.items()},
        {ord(old): new for old, new in characters.items()},
    )


def read_dictionary(name: str) -> dict[str, list[str]]:
    """One of OpenCC's dictionaries: a phrase or character and its renderings in the other script, the usual one first."""
    entries = (line.split("\t") for line in (_folder() / name).read_text(encoding="utf-8").splitlines() if line.strip())
    return {old: new.split() for old, new in entries}


@functools.cache
def _folder() -> Path:
    """Where the installed `opencc` package keeps its dictionaries (ModuleNotFoundError if it is not installed).

    The package is only located: importing it would read and compile what is not needed here.
    """
    spec = importlib.util.find_spec("opencc")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    for folder in folders:
        if (Path(folder) / "dictionary" / _PHRASES).is_file():
            return Path(folder) / "dictionary"
    raise ModuleNotFoundError("opencc-python-reimplemented is not installed, or the C++ binding `opencc` stands in its place: pip install it")

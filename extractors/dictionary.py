"""jieba's dictionary in shards by first character, so that a short text loads the words it needs and not all 350,000.

jieba's own loading takes 0.7 s, more than reading most documents. Here the words are cut by their first character into marshalled
dicts in one file in the user's cache folder, made once for each version of the words; a shard is loaded when a text first needs it.
"""

from __future__ import annotations

import hashlib
import logging
import marshal
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from math import log
from pathlib import Path

import jieba
import platformdirs

jieba.setLogLevel(logging.WARNING)

#: Bumped when the file's layout changes.
_LAYOUT = 1

#: The log probability of a word that no other way through its characters can beat.
_SURE = 0.0

#: A word's log probability (None for a mere beginning of longer words) and its part of speech.
_Entry = tuple[float | None, str | None]
_Shard = dict[str, _Entry]


class _Shards(dict[str, _Shard]):
    """Shards made when they are first looked up."""

    def __init__(self, make: Callable[[str], _Shard]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, first: str) -> _Shard:
        found = self[first] = self._make(first)
        return found


class Dictionary:
    """The words jieba knows, and those of `extra`, a file of `word frequency tag` lines as jieba's user dictionaries have them.

    `nouns` are a user's words: nouns that are never cut.
    """

    def __init__(self, extra: Path | None = None, nouns: Iterable[str] = ()) -> None:
        sources = [Path(jieba.__file__).with_name("dict.txt"), *([extra] if extra else [])]
        #: The shards by their first character, loaded as they are asked for.
        self.shards = _Shards(self._made)
        self._nouns: dict[str, list[str]] = {}
        for noun in nouns:
            self._nouns.setdefault(noun[0], []).append(noun)
        self._file = _cached(sources)
        self._unknown, self._index, self._base = _read_index(self._file)

    def shard(self, first: str) -> _Shard:
        """The entries of the words that begin with the character `first`, and of their beginnings."""
        return self.shards[first]

    def _made(self, first: str) -> _Shard:
        at = self._index.get(first)
        found = self._load(*at) if at else {}
        for noun in self._nouns.get(first, ()):
            found |= {noun[:end]: (None, None) for end in range(1, len(noun)) if noun[:end] not in found}
            found[noun] = (_SURE, "n")
        return found

    def tag(self, word: str) -> str | None:
        """The word's part of speech in jieba's tag set (n noun, v verb, vn verbal noun, a adjective, m numeral, q measure …)."""
        return self.shard(word[0]).get(word, (None, None))[1] if word else None

    def get(self, word: str, default: str = "") -> str:
        """`tag`, or `default` for a word that is not there."""
        return self.tag(word) or default

    def __contains__(self, word: str) -> bool:
        return self.tag(word) is not None

    @property
    def unknown(self) -> float:
        """The log probability of a character that is no word."""
        return self._unknown

    def _load(self, offset: int, length: int) -> _Shard:
        with self._file.open("rb") as file:
            file.seek(self._base + offset)
            shard: _Shard = marshal.loads(file.read(length))
            return shard


class Segmenter(jieba.Tokenizer):  # type: ignore[misc]  # jieba has no types
    """jieba's tokenizer over a `Dictionary`, which cuts in one pass over the sentence and so in half the time.

    It takes sentences without Latin letters and digits, which jieba joins to words of their own.
    """

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__()
        self.words = dictionary
        self.initialized = True

    def cut(self, sentence: str) -> list[str]:
        """The likeliest words of `sentence`, in order: those of `jieba.cut(sentence, HMM=False)`."""
        _, ends = self._ways(sentence)
        words, at = [], 0
        while at < len(sentence):
            words.append(sentence[at : ends[at]])
            at = ends[at]
        return words

    def chance(self, sentence: str) -> float:
        """The natural logarithm of the likelihood of those words together."""
        return self._ways(sentence)[0][0]

    def _ways(self, sentence: str) -> tuple[list[float], list[int]]:
        """For each position the likelihood of the best way from there to the end, and where its first word ends; of equal ones the longer."""
        length, unknown, shards = len(sentence), self.words.unknown, self.words.shards
        chances, ends = [0.0] * (length + 1), [0] * length
        for start in range(length - 1, -1, -1):
            find = shards[sentence[start]].get
            best, best_end, end = None, start + 1, start + 1
            entry = find(sentence[start])
            while entry is not None:
                chance = entry[0]
                if chance is not None:
                    chance += chances[end]
                    if best is None or chance >= best:
                        best, best_end = chance, end
                if end == length:
                    break
                end += 1
                entry = find(sentence[start:end])
            chances[start] = unknown + chances[start + 1] if best is None else best
            ends[start] = best_end
        return chances, ends


def _cached(sources: list[Path]) -> Path:
    """The shard file for these sources, made if it is not there; in a temporary folder when the cache cannot be written."""
    key = hashlib.sha256(repr(_LAYOUT).encode())
    for source in sources:
        stat = source.stat()
        key.update(f"{source}\0{stat.st_size}\0{stat.st_mtime_ns}\0".encode())
    name = f"words-{key.hexdigest()[:16]}.bin"
    user = os.getuid() if hasattr(os, "getuid") else "user"
    folders = (Path(os.environ.get("ZHENGCE_CACHE") or platformdirs.user_cache_dir("zhengce")), Path(tempfile.gettempdir()) / f"zhengce-{user}")
    for folder in folders:
        if (folder / name).exists():
            return folder / name
    data = _pack(_entries(sources))
    for folder in folders:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handle, part = tempfile.mkstemp(dir=folder)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(part).replace(folder / name)
        except OSError:
            continue
        return folder / name
    raise OSError(f"no folder to keep the word index in: tried {' and '.join(map(str, folders))}; set ZHENGCE_CACHE to one that can be written")


def _entries(sources: Iterable[Path]) -> Iterator[tuple[str, int, str]]:
    for source in sources:
        with source.open(encoding="utf-8") as lines:
            for line in lines:
                if line.strip() and not line.startswith("#"):
                    word, frequency, tag = line.split()
                    yield word, int(frequency), tag


def _pack(entries: Iterable[tuple[str, int, str]]) -> bytes:
    frequencies: dict[str, tuple[int, str]] = {}
    for word, frequency, tag in entries:
        frequencies[word] = (frequency, tag)
    total = log(sum(frequency for frequency, _ in frequencies.values()))
    shards: dict[str, _Shard] = {}
    for word, (frequency, tag) in frequencies.items():
        shard = shards.setdefault(word[0], {})
        shard[word] = (log(frequency or 1) - total, tag)
        for end in range(1, len(word)):
            shard.setdefault(word[:end], (None, None))
    index, blobs, offset = {}, [], 0
    for first, shard in shards.items():
        blob = marshal.dumps(shard)
        index[first] = (offset, len(blob))
        blobs.append(blob)
        offset += len(blob)
    head = marshal.dumps((-total, index))
    return len(head).to_bytes(4, "big") + head + b"".join(blobs)


def _read_index(path: Path) -> tuple[float, dict[str, tuple[int, int]], int]:
    with path.open("rb") as file:
        length = int.from_bytes(file.read(4), "big")
        unknown, index = marshal.loads(file.read(length))
    return unknown, index, 4 + length

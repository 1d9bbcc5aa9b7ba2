"""Words: jieba as spaCy's tokenizer, with the part of speech jieba's dictionary gives each word."""

from __future__ import annotations

import functools
import re
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.additions import in_use
from extractors.dictionary import Dictionary, Segmenter

#: Stretches that are cut before jieba sees the text, so that a number never shares a token with its neighbours.
_PIECE = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[A-Za-z]+|[\u3400-\u9fff\U00020000-\U0003ffff]+|\s|[^\s]")

#: Ends of phrases are asked for again and again: what is no longer is remembered.
_SHORT = 12


@functools.cache
def dictionary() -> Dictionary:
    """jieba's words, the project's domain words (`words.txt`) and the user's, opened once a process."""
    return Dictionary(Path(__file__).with_name("words.txt"), in_use().words)


@functools.cache
def segmenter() -> Segmenter:
    """jieba over that dictionary."""
    return Segmenter(dictionary())


def tag(word: str) -> str | None:
    """Part of speech of a word (jieba's tag set: n noun, v verb, vn verbal noun, a adjective, m numeral, q measure, …), None if unknown."""
    return dictionary().tag(word)


def tags() -> Dictionary:
    """`tags().get(word, default)`: the parts of speech as a mapping."""
    return dictionary()


def cut(text: str) -> list[str]:
    """The words of `text`, in order; joined they are `text` again."""
    return list(_cut_short(text)) if len(text) <= _SHORT else _cut(text)


@functools.lru_cache(maxsize=1 << 14)
def _cut_short(text: str) -> tuple[str, ...]:
    return tuple(_cut(text))


def _cut(text: str) -> list[str]:
    words: list[str] = []
    cut_words = segmenter().cut
    for piece in _PIECE.findall(text):
        if len(piece) > 1 and piece[0] >= "\u3400":
            words += cut_words(piece)
        else:
            words.append(piece)
    return words


class JiebaTokenizer:
    """spaCy's tokenizer: `doc.text` is the text given, whatever white space it holds."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The words of `text` as a Doc without spaces of its own."""
        words = cut(text)
        return Doc(self.vocab, words=words, spaces=[False] * len(words))

    def to_bytes(self, **_: object) -> bytes:
        """Nothing: all it needs is in the project."""
        return b""

    def from_bytes(self, _: bytes, **__: object) -> JiebaTokenizer:
        """Nothing to restore."""
        return self

    def to_disk(self, _path: object, **__: object) -> None:
        """Nothing to keep."""
        return None

    def from_disk(self, _path: object, **__: object) -> JiebaTokenizer:
        """Nothing to restore."""
        return self

"""Words: jieba as spaCy's tokenizer, with the part of speech jieba's dictionary gives each word."""

from __future__ import annotations

import functools
import logging
import re
from pathlib import Path

import jieba
import jieba.posseg
from spacy.tokens import Doc
from spacy.vocab import Vocab

jieba.setLogLevel(logging.WARNING)

#: Stretches that are cut before jieba sees the text, so that a number never shares a token with its neighbours.
_PIECE = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[A-Za-z]+|[\u3400-\u9fff\U00020000-\U0003ffff]+|\s|[^\s]")


@functools.cache
def segmenter() -> jieba.Tokenizer:
    """jieba with its own dictionary and the project's domain words, loaded once a process."""
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    domain = Path(__file__).with_name("words.txt")
    if domain.exists():
        tokenizer.load_userdict(str(domain))
    return tokenizer


@functools.cache
def tags() -> dict[str, str]:
    """Word → part of speech (jieba's tag set: n noun, v verb, vn verbal noun, a adjective, m numeral, q measure, …)."""
    path = Path(jieba.__file__).with_name("dict.txt")
    table = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            word, _, tag = line.split(" ")
            table[word] = tag.rstrip()
    return table


def cut(text: str) -> list[str]:
    """The words of `text`, in order; joined they are `text` again."""
    words: list[str] = []
    for piece in _PIECE.findall(text):
        if len(piece) > 1 and piece[0] >= "\u3400":
            words.extend(segmenter().cut(piece, HMM=False))
        else:
            words.append(piece)
    return words


class JiebaTokenizer:
    """spaCy's tokenizer: `doc.text` is the text given, whatever white space it holds."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words = cut(text)
        return Doc(self.vocab, words=words, spaces=[False] * len(words))

    def to_bytes(self, **_: object) -> bytes:
        return b""

    def from_bytes(self, _: bytes, **__: object) -> JiebaTokenizer:
        return self

    def to_disk(self, _path: object, **__: object) -> None:
        return None

    def from_disk(self, _path: object, **__: object) -> JiebaTokenizer:
        return self

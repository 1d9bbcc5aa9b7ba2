"""A block for the tests of the text stage, and the cleaned lines that blocks give."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.text import clean


@dataclass(frozen=True)
class Block:
    text: str
    kind: str = "paragraph"
    level: int | None = None


def cleaned(*texts: str, kind: str = "paragraph") -> list[str]:
    """The lines that blocks of one kind are cleaned to."""
    return clean([Block(text, kind) for text in texts]).text.split("\n")

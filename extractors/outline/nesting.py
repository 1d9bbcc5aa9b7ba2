"""How sections nest: levels are read off the document, which label style counts on across which, before any custom is assumed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.outline.labels import STYLES, Label

#: Boxes are counted through a whole document, whatever they stand in.
_UNCOUNTED = frozenset({"box"})
_CUSTOM = {style: position for position, style in enumerate(STYLES)}


@dataclass(frozen=True, slots=True)
class Node:
    """A label with its place in the tree; `end` is where the next one of its level or above begins."""

    label: Label
    level: int
    parent: int | None
    end: int


def nest(labels: Sequence[Label], resets: Sequence[int], length: int) -> list[Node]:
    """The tree of `labels`; at a reset (an annex, a signature) everything open is closed.

    In `1.…（一）…（二）…2.…` the bracketed numerals are children of the numbers, whatever the custom.
    """
    outer = _Outer(labels)
    parents: list[int | None] = []
    levels: list[int] = []
    ends = [length] * len(labels)
    frames: list[int] = []
    pending = list(resets)[::-1]
    for index, label in enumerate(labels):
        while pending and pending[-1] <= label.start:
            at = pending.pop()
            for open_index in frames:
                ends[open_index] = min(ends[open_index], at)
            if frames and labels[frames[0]].start < at:
                frames = []
        keep = _frames_kept(labels, frames, label, outer)
        for open_index in frames[keep:]:
            ends[open_index] = min(ends[open_index], label.start)
        frames = frames[:keep]
        parents.append(frames[-1] if frames else None)
        levels.append(len(frames) + 1)
        frames.append(index)
    for at in reversed(pending):
        for open_index in frames:
            if labels[open_index].start < at:
                ends[open_index] = min(ends[open_index], at)
    return [Node(label, levels[i], parents[i], ends[i]) for i, label in enumerate(labels)]


def _frames_kept(labels: Sequence[Label], frames: Sequence[int], label: Label, outer: _Outer) -> int:
    """How many of the open sections stay open when `label` comes: those that hold it."""
    if label.style == "box":
        return _matching(labels, frames, label, label.style) or len(frames)
    if label.style == "multi":
        keep = len(frames)
        while keep and (labels[frames[keep - 1]].style != "multi" or labels[frames[keep - 1]].parts != label.parts[:-1]):
            if labels[frames[keep - 1]].style not in ("multi", "box") and not outer(label.style, labels[frames[keep - 1]].style):
                break
            keep -= 1
        return keep
    same = [k for k, open_index in enumerate(frames) if labels[open_index].style == label.style]
    for k in reversed(same):
        if not label.value or labels[frames[k]].value + 1 == label.value:
            return k
    if same and label.value == 1 and any(labels[open_index].style == "box" for open_index in frames[same[-1] :]):
        return len(frames)
    if same:
        return same[-1]
    keep = len(frames)
    while keep and outer(label.style, labels[frames[keep - 1]].style):
        keep -= 1
    return keep


def _matching(labels: Sequence[Label], frames: Sequence[int], label: Label, style: str) -> int | None:
    for k in range(len(frames) - 1, -1, -1):
        if labels[frames[k]].style == style:
            return k
    return None


class _Outer:
    """Whether one style stands outside another in this document.

    A style stands inside another when most of the other's items hold some of it. A list that is counted through (`一、1.2.二、3.`) holds
    the outer labels too, but between few of its items.
    """

    def __init__(self, labels: Sequence[Label]) -> None:
        steps: dict[str, int] = defaultdict(int)
        holding: dict[tuple[str, str], int] = defaultdict(int)
        last: dict[str, int] = {}
        for index, label in enumerate(labels):
            before = last.get(label.style)
            if before is not None and label.value == labels[before].value + 1:
                steps[label.style] += 1
                for style, at in last.items():
                    if at > before:
                        holding[label.style, style] += 1
            last[label.style] = index
        self._share = {pair: count / steps[pair[0]] for pair, count in holding.items()}

    def __call__(self, style: str, other: str) -> bool:
        """True when `style` is outside `other`."""
        holds, held = self._share.get((style, other), 0.0), self._share.get((other, style), 0.0)
        if holds != held and not {style, other} & _UNCOUNTED:
            return holds > held
        return _CUSTOM[_family(style)] < _CUSTOM[_family(other)]


def _family(style: str) -> str:
    return "heading" if style.startswith("heading") else style

"""Paragraphs of a task that are tasks of their own: each with a heading and with who does it at its end, but without a label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractors.agencies import Note
from extractors.tasks.actions import is_action, only_names
from extractors.words import cut, tags

#: `培训茶农。` before more about it; a comma makes a sentence of it.
_HEADING = re.compile(r"[ ]?(?P<title>[^，。；：:\n（(]{4,26}(?<!等))。(?=[^\n]{8})")
_CLOSED = " \n。；;"
#: One paragraph with a heading is a first sentence that happens to be short.
_FEWEST = 2
#: Longer headings are more than the name of a field.
_LONGEST_NAME = 6


class Paragraph(NamedTuple):
    """A headed paragraph, the span of its heading, and its notes."""

    start: int
    end: int
    title_start: int
    title_end: int
    notes: tuple[Note, ...]


def find_paragraphs(text: str, start: int, end: int, notes: Sequence[Note]) -> list[Paragraph]:
    """The headed paragraphs of `text[start:end]`, which holds `notes`, in order; none where one of the notes stands elsewhere.

    `培训茶农。办班十期。（县茶办牵头）` over `修整茶路。铺石三里。（县交通局牵头）` are two; paragraphs without headings are parts of one
    task, and so are headings in the middle of a line.
    """
    if len(notes) < _FEWEST:
        return []
    found = []
    position = start
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        inside = tuple(note for note in notes if position <= note.start < stop)
        heading = _HEADING.match(text, position, stop)
        if heading and len(inside) == 1 and not text[inside[0].end : stop].strip(_CLOSED):
            found.append(Paragraph(heading.start("title"), stop, *heading.span("title"), inside))
        elif inside:
            return []
        position = stop + 1
    names = sum(_is_name(text[paragraph.title_start : paragraph.title_end]) for paragraph in found)
    return found if len(found) >= _FEWEST and names * 2 < len(found) else []


def _is_name(title: str) -> bool:
    """Whether a heading names a matter: `实施步骤`, `学前教育`; not `整修山道`."""
    if only_names(title):
        return True
    return len(title) <= _LONGEST_NAME and not is_action(title) and tags().get(cut(title)[0], "n")[0] != "v"

"""The words a task is known by."""

from __future__ import annotations

import re

from extractors.outline.titles import sentence_end
from extractors.outline.verbs import verb
from extractors.records import Section

_ARTICLE_HEADING = re.compile(r"[（(\[【]([^（()）\[\]【】\n]{2,24})[）)\]】](?=[\u4e00-\u9fff])")
#: Longer than this before a colon and it is a sentence; shorter and it is the item's name.
_LONGEST_NAME = 14


def heading_sentence(text: str, section: Section, provision: bool) -> tuple[int, int]:
    """The span of the sentence a task is known by: its heading, and where that only names a matter (`学校：提出…`) the sentence it opens.

    The points of a directive (`provision`) name their matter even with a verb before the colon: `申请方式：备文提出…`.
    """
    start, end = section.title_start, section.title_end
    if text[end : end + 1] not in ("：", ":") or end - start > _LONGEST_NAME or (not provision and verb().match(text, start, end)):
        return start, end
    stop = sentence_end(text, end + 1, section.end, "")
    line_end = text.find("\n", end, stop)
    stop = stop if line_end < 0 else line_end
    while stop > end + 1 and text[stop - 1] in " ；;，、：:。":
        stop -= 1
    return start, stop if stop > end + 1 and text[end + 1] not in "（(" else end


def article_heading(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the heading in brackets before an article's sentence (`（县政府职责）县政府应当…`), else that of the sentence."""
    heading = _ARTICLE_HEADING.match(text, start, end)
    return heading.span(1) if heading else (start, end)

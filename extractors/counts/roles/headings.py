"""Whether the heading of a part says that goals stand under it, or that it looks back on what was."""

from __future__ import annotations

import functools

from extractors.counts.lexicon import pattern
from extractors.records import Section

#: A longer title is a sentence of the text.
LONGEST_TITLE = 40


def states_goals(section: Section) -> bool:
    """`主要目标` is, `目标完成情况` is not."""
    if len(section.title) > LONGEST_TITLE or _matches("tense", "goals_met", section.title):
        return False
    return section.kind == "goal" or _matches("tense", "goal_titles", section.title)


def admits(title: str) -> bool:
    """Whether a part says who is admitted: `申报条件` does."""
    return _matches("conditions", "eligibility_titles", title)


def looks_back(title: str) -> bool:
    """`工作成效` and `发展基础` do, `夯实基础` does not."""
    if len(title) > LONGEST_TITLE:
        return False
    if _matches("tense", "achieved_titles", title):
        return True
    return _matches("tense", "described_titles", title) and not _matches("tense", "worked_on", title)


def lists_results(title: str) -> bool:
    """Whether a part lists what has been decided: `评审结果`."""
    return len(title) <= LONGEST_TITLE and _matches("tense", "result_titles", title)


@functools.lru_cache(maxsize=4096)
def _matches(file: str, name: str, title: str) -> bool:
    """Every number of a part asks for the same headings above it."""
    return pattern(file, name).search(title) is not None

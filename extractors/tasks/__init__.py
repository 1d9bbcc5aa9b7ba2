"""The component `tasks`: fills `facts.tasks`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language import facts_of, mark, text_of
from extractors.tasks.build import find_tasks

__all__ = ["find_tasks", "tasks"]


@Language.component("tasks")
def tasks(doc: Doc) -> Doc:
    """Read the tasks of `doc` from its sections and deadlines."""
    facts = facts_of(doc)
    facts.tasks, findings = find_tasks(text_of(doc), facts.sections, facts.deadlines, facts.context.genre)
    facts.findings.extend(findings)
    mark(doc, "tasks", ((task.start, task.end) for task in facts.tasks))
    return doc

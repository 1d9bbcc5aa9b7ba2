"""Tasks of policies put together for the views: each once, with who does it and when it is due."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pipeline.comparison.agencies import agency_key
from pipeline.comparison.indicators import clause_key
from pipeline.tables.columns import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pipeline.policies.policy import Policy
    from pipeline.policies.resolve import DocumentPolicies
    from pipeline.tables.model import Row


@dataclass(frozen=True, slots=True)
class Assignment:
    """A task as one document tells it; `agencies` are pairs (name as written, role), `rank` is the document's authority, 0 for the policy's own
    text."""

    policy_id: str
    task_id: str
    doc_id: str
    source: str
    rank: int
    start: int
    label: str | None
    title: str
    due: date | None
    agencies: tuple[tuple[str, str], ...]

    @property
    def authority(self) -> tuple[int, str, int]:
        """Sorts the most authoritative first."""
        return self.rank, self.source, self.start


@dataclass(frozen=True, slots=True)
class SharedTask:
    """One task of a policy: what the most authoritative document tells of it, and the documents that tell it."""

    told: Assignment
    doc_ids: tuple[str, ...]


def assignments(tasks: Iterable[Row], agencies: Iterable[Row], source: str, policies: DocumentPolicies) -> list[Assignment]:
    """The tasks of one document that have an agency or are due on a date, from its rows of `tasks` and `task_agencies`."""
    named: dict[object, list[tuple[str, str]]] = defaultdict(list)
    for row in agencies:
        named[row["task_id"]].append((str(row["agency"]), str(row["role"])))
    return [
        _assignment(row, tuple(named[row["task_id"]]), source, policy)
        for row in tasks
        if (named[row["task_id"]] or row["deadline_date"]) and (policy := policies.by_id(row["policy_id"]) or policies.main)
    ]


def _assignment(row: Row, agencies: tuple[tuple[str, str], ...], source: str, policy: Policy) -> Assignment:
    due, start = row["deadline_date"], row["start"]
    assert isinstance(due, date | None)
    assert isinstance(start, int)
    label = None if row["label"] is None else str(row["label"])
    title, task_id, doc_id = str(row["title"]), str(row["task_id"]), str(row["doc_id"])
    return Assignment(str(row["policy_id"] or policy.policy_id), task_id, doc_id, source, policy.rank, start, label, title, due, agencies)


def shared_tasks(told: Iterable[Assignment]) -> list[SharedTask]:
    """The tasks behind what documents tell, those of one policy and title put together where no document tells two of them.

    By policy, then in the order of the most authoritative document.
    """
    groups: dict[tuple[str, str], list[Assignment]] = defaultdict(list)
    for one in told:
        groups[one.policy_id, clause_key(one.title)].append(one)
    tasks = [task for group in groups.values() for task in _united(group)]
    return sorted(tasks, key=lambda task: (task.told.policy_id, task.told.authority))


def _united(group: list[Assignment]) -> Iterator[SharedTask]:
    by_document: dict[str, list[Assignment]] = defaultdict(list)
    for one in sorted(group, key=lambda one: one.authority):
        by_document[one.doc_id].append(one)
    if any(len(own) > 1 for own in by_document.values()):
        yield from (SharedTask(one, (one.doc_id,)) for one in group)
        return
    first = next(iter(by_document.values()))[0]
    yield SharedTask(first, tuple(by_document))


def agency_rows(tasks: Iterable[SharedTask], policies: Mapping[str, Row]) -> list[Row]:
    """Rows of tasks_by_agency: a row a task of an agency, the agencies with most tasks first; `policies` are the policies' rows by id."""
    rows: list[Row] = [
        {
            "agency_key": agency_key(agency),
            "agency": agency,
            "role": role,
            "policy_id": task.told.policy_id,
            "policy": policies[task.told.policy_id]["title"],
            "region": policies[task.told.policy_id]["region"],
            "label": task.told.label,
            "title": task.told.title,
            "deadline_date": task.told.due,
            "task_id": task.told.task_id,
            "sources": len(task.doc_ids),
            "doc_ids": SEPARATOR.join(task.doc_ids),
        }
        for task in tasks
        for agency, role in task.told.agencies
    ]
    many = _tasks_of(rows)
    return sorted(
        rows, key=lambda row: (-many[row["region"], row["agency_key"]], str(row["region"] or ""), str(row["agency_key"]), row["role"] != "lead")
    )


def _tasks_of(rows: Sequence[Row]) -> dict[tuple[object, object], int]:
    """How many tasks each agency of a region has: 省财政厅 of two provinces are two."""
    tasks: dict[tuple[object, object], set[object]] = defaultdict(set)
    for row in rows:
        tasks[row["region"], row["agency_key"]].add(row["task_id"])
    return {key: len(found) for key, found in tasks.items()}

"""What is due when: targets and tasks of all policies in the order of their dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.comparison.compare import shown_amount
from pipeline.tables.columns import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pipeline.comparison.assignments import SharedTask
    from pipeline.comparison.compare import Fact
    from pipeline.tables.model import Row


def timeline_rows(facts: Iterable[Fact], tasks: Iterable[SharedTask], policies: Mapping[str, Row]) -> list[Row]:
    """Rows of timeline: every fact and task that is due on a date, by date and policy; `policies` are the policies' rows by id."""
    rows = [_target(fact) for fact in facts if fact.told.due] + [_task(task) for task in tasks if task.told.due]
    for row in rows:
        policy = policies[str(row["policy_id"])]
        row.update(policy=policy["title"], region=policy["region"])
    return sorted(rows, key=lambda row: (str(row["deadline_date"]), str(row["policy"]), str(row["policy_id"]), str(row["kind"]), str(row["row_id"])))


def _target(fact: Fact) -> Row:
    told = fact.told
    return {
        "deadline_date": told.due,
        "policy_id": told.policy_id,
        "kind": "qualitative" if told.value is None else "quantitative",
        "subject": told.subject or None,
        "what": told.indicator,
        "amount": shown_amount(told.comparator, told.value, told.value_max, told.relation) if told.relation or told.value is not None else None,
        "unit": told.unit,
        "lead_agency": None,
        "agreement": fact.agreement,
        "sources": len(fact.doc_ids),
        "doc_ids": SEPARATOR.join(fact.doc_ids),
        "row_id": told.target_id,
    }


def _task(task: SharedTask) -> Row:
    told = task.told
    return {
        "deadline_date": told.due,
        "policy_id": told.policy_id,
        "kind": "task",
        "subject": None,
        "what": told.title,
        "amount": None,
        "unit": None,
        "lead_agency": next((agency for agency, role in told.agencies if role == "lead"), None),
        "agreement": "agreed" if len(task.doc_ids) > 1 else "single",
        "sources": len(task.doc_ids),
        "doc_ids": SEPARATOR.join(task.doc_ids),
        "row_id": told.task_id,
    }

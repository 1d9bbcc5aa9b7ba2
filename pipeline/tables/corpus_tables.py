"""The tables that need all documents at once: the policies, the comparison and other views, what a person should look at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractors import records
from pipeline.policies.places import Level
from pipeline.tables.columns import (
    COMPARATOR,
    CORRECTED,
    DOC_ID,
    END,
    POLICY_ID,
    START,
    SUBJECT,
    TO_DOCUMENT,
    TO_POLICY,
    UNIT,
    VALUE,
    VALUE_MAX,
    required,
    values,
)
from pipeline.tables.model import Column, ForeignKey, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

POLICIES = Table(
    "policies",
    "One row a policy instrument (方案, 规划, 意见, 纲要 …) met anywhere in the corpus.",
    (
        replace(POLICY_ID, description="Stable id of the policy, made from its canonical title.", required=True),
        Column("title", "string", "Canonical title without book-title marks, covering notice stripped.", required=True),
        Column("region", "string", "The place it is for: 浙江省, 上海市, 北京市通州区; 全国 for a national one; empty when nothing says."),
        Column(
            "level",
            "string",
            "How high the place of the body that issued it stands: a municipality's or autonomous region's is province, their districts' county.",
            enum=values(Level),
        ),
        Column("issuer", "string", "The body that issued it."),
        Column("doc_number", "string", "Document number: 浙政办发〔2018〕70号."),
        Column("issued", "date", "Date of issue."),
        Column("period_start", "integer", "First year of its own period, from the title or the text.", unit="year", minimum=1900),
        Column("period_end", "integer", "Last year of its own period.", unit="year", minimum=1900),
        replace(
            POLICY_ID,
            name="predecessor_id",
            description="The policy before it in its series, as a text says (早在2018年…) or by its years: “十三五” before “十四五”.",
        ),
        CORRECTED,
    ),
    primary_key=("policy_id",),
    foreign_keys=(ForeignKey("predecessor_id", "policies", "policy_id"),),
)

INDICATOR_KEY = Column("indicator_key", "string", "Canonical indicator, shared across policies; growth has a key of its own.", required=True)

COMPARISON_LONG = Table(
    "comparison_long",
    "One row an indicator in a policy, with how many documents state it.",
    (
        INDICATOR_KEY,
        SUBJECT,
        Column("indicator", "string", "The indicator as written.", required=True),
        UNIT,
        required(POLICY_ID),
        Column("policy", "string", "Title of the policy.", required=True),
        Column("region", "string", "Region of the policy."),
        COMPARATOR,
        VALUE,
        VALUE_MAX,
        Column("relation", "string", "What stands for the number of a growth set by another's: 同步于经济增长, 高于全国平均水平, 完成国家下达目标."),
        Column("deadline_date", "date", "The date it is due."),
        Column("sources", "integer", "How many documents state it; copies of one document count once.", unit="documents", required=True, minimum=1),
        Column("doc_ids", "string", "Those documents, the most authoritative first, joined by ；.", required=True),
        Column(
            "agreement",
            "string",
            "single: one document; agreed: several say the same; conflict: they disagree, the row shows the policy's own text first.",
            required=True,
            enum=("single", "agreed", "conflict"),
        ),
        Column(
            "key_from",
            "string",
            "How the key came about: same words; concept NAME (as written); similar to “…” (likeness); user's file (as written).",
            required=True,
        ),
        Column("target_ids", "string", "The rows of targets it rests on, of the documents in that order, joined by ；.", required=True),
    ),
    unique=("policy_id", "indicator_key", "subject", "unit", "comparator", "value", "value_max", "relation", "deadline_date"),
    foreign_keys=(TO_POLICY,),
)

COMPARISON = Table(
    "comparison",
    "comparison_long in wide form: one row an indicator and unit, one column a policy; rows shared by several policies first.",
    (
        INDICATOR_KEY,
        SUBJECT,
        UNIT,
        Column("policies", "integer", "How many policies have the indicator.", unit="policies", required=True, minimum=1),
    ),
    unique=("indicator_key", "subject", "unit"),
)

TIMELINE = Table(
    "timeline",
    "What is due when: one row a target or task of a policy that is due on a date, the earliest first.",
    (
        Column("deadline_date", "date", "The date it is due.", required=True),
        required(POLICY_ID),
        Column("policy", "string", "Title of the policy.", required=True),
        Column("region", "string", "Region of the policy."),
        Column("kind", "string", "What is due.", required=True, enum=("quantitative", "qualitative", "task")),
        Column("subject", "string", "What a bare indicator is of, as in targets."),
        Column("what", "string", "The indicator, the state to reach, or the task's title.", required=True),
        Column("amount", "string", "The value with its bound: ≥50, ≈20, 3–5; the words for a growth set by another's."),
        UNIT,
        Column("lead_agency", "string", "Who leads the task."),
        Column("agreement", "string", "As in comparison_long.", required=True, enum=("single", "agreed", "conflict")),
        Column("sources", "integer", "How many documents state it; copies of one document count once.", unit="documents", required=True, minimum=1),
        Column("doc_ids", "string", "Those documents, the most authoritative first, joined by ；.", required=True),
        Column("row_id", "string", "Its row in targets or tasks, of the first of these documents.", required=True),
    ),
    foreign_keys=(TO_POLICY,),
)

TASKS_BY_AGENCY = Table(
    "tasks_by_agency",
    "One row a task of an agency; the agencies with most tasks first, those of one region and name together.",
    (
        Column("agency_key", "string", "The agency by one name: 省发改委 and 省发展和改革委员会 are 省发展改革委.", required=True),
        Column("agency", "string", "The agency as written.", required=True),
        Column("role", "string", "lead or support.", required=True, enum=values(records.AgencyRole)),
        required(POLICY_ID),
        Column("policy", "string", "Title of the policy.", required=True),
        Column("region", "string", "Region of the policy: 省财政厅 of two provinces are two agencies."),
        Column("label", "string", "The task's number as written."),
        Column("title", "string", "The task's title.", required=True),
        Column("deadline_date", "date", "The date the task is due."),
        Column("task_id", "string", "The task, in the most authoritative document that tells it.", required=True),
        Column("sources", "integer", "How many documents tell it; copies of one document count once.", unit="documents", required=True, minimum=1),
        Column("doc_ids", "string", "Those documents, the most authoritative first, joined by ；.", required=True),
    ),
    foreign_keys=(TO_POLICY, ForeignKey("task_id", "tasks", "task_id")),
)

BY_REGION = Table(
    "by_region",
    "Policies of one kind and period side by side, where at least two regions have one: one row an indicator and unit, one column a region.",
    (
        Column("kind", "string", "Kind of policy, from its title without place and year: 政府工作报告.", required=True),
        Column("period", "string", "The years the policies are for (2026, 2021–2025), else that of their issue; empty where nothing says."),
        INDICATOR_KEY,
        SUBJECT,
        UNIT,
        Column("regions", "integer", "How many regions have the indicator.", unit="regions", required=True, minimum=1),
    ),
    unique=("kind", "period", "indicator_key", "subject", "unit"),
)

FINDINGS = Table(
    "findings",
    "One row a thing a person should look at.",
    (
        DOC_ID,
        Column("severity", "string", "error, warning, info.", required=True, enum=("error", "warning", "info")),
        Column("code", "string", "What it is about: undecodable, mojibake, declared-mismatch, conflict, duplicate-document ….", required=True),
        Column("message", "string", "What was found.", required=True),
        replace(START, required=False, description="Where it begins in texts/DOC_ID.txt; empty when it concerns the whole document."),
        replace(END, required=False, minimum=0),
    ),
    foreign_keys=(TO_DOCUMENT,),
)

CORRECTIONS = Table(
    "corrections",
    "One row a line of the user's corrections, with what became of it.",
    (
        Column("line", "integer", "Its line in the file, the header being 1.", required=True, minimum=2),
        Column(
            "outcome",
            "string",
            "applied; needless: the tables say so already; unmatched: no such row any more; ambiguous: several rows; invalid: a column or value"
            " that cannot be.",
            required=True,
            enum=("applied", "needless", "unmatched", "ambiguous", "invalid"),
        ),
        Column("message", "string", "What was there before, or why the line was not applied."),
        Column("table", "string", "The table of the row it was applied to, or names."),
        Column("id", "string", "The row it was applied to, or names."),
        replace(DOC_ID, description="The document of that row.", required=False),
        Column("source", "string", "The document as the line names it."),
        Column("words", "string", "The words of the row as the line gives them."),
        Column("column", "string", "The column to correct, or row."),
        Column("value", "string", "The right value as the line gives it; delete for a row to be taken out."),
        Column("who", "string", "Who corrected it."),
        Column("why", "string", "Why."),
    ),
    primary_key=("line",),
    foreign_keys=(TO_DOCUMENT,),
)

CHANGES = Table(
    "changes",
    "What the run has changed in the tables that stood in the output folder before; no rows on the first run.",
    (
        Column("table", "string", "The table whose row it is.", required=True),
        Column("id", "string", "The row, by its key; parts joined by /. Of a row that is gone, the key it had.", required=True),
        Column("change", "string", "added, removed: a row; changed: a cell.", required=True, enum=("added", "removed", "changed")),
        Column("column", "string", "The column of a changed cell; empty for a row that came or went."),
        Column("before", "string", "The cell before; of a removed row, its words."),
        Column("after", "string", "The cell now; of an added row, its words."),
        Column("since", "string", "When the tables before were published, UTC: 2026-11-21T02:00:05Z.", required=True),
    ),
)


def comparison_table(policies: Sequence[str]) -> Table:
    """The wide comparison with a column a policy, headed by `policies` (distinct names)."""
    described = tuple(
        Column(name, "string", f"What “{name}” sets: ≥50 (2020-12-31), ✓ for a state to reach; several facts joined by ；, rival statements by ≠.")
        for name in policies
    )
    return replace(COMPARISON, columns=COMPARISON.columns + described)


def region_table(regions: Sequence[str]) -> Table:
    """The view by region with a column a region."""
    described = tuple(Column(name, "string", f"What the policies of {name} set, in cells as in comparison.") for name in regions)
    return replace(BY_REGION, columns=BY_REGION.columns + described)

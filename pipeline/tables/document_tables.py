"""The tables whose rows come from one document alone."""

from __future__ import annotations

from dataclasses import replace

from extractors import records
from pipeline import result
from pipeline.tables.columns import (
    COMPARATOR,
    CORRECTED,
    DOC_ID,
    END,
    POLICY_ID,
    SECTION_ID,
    START,
    SUBJECT,
    TO_DOCUMENT,
    TO_POLICY,
    TO_SECTION,
    UNIT,
    VALUE,
    VALUE_MAX,
    id_column,
    required,
    text_column,
    values,
)
from pipeline.tables.model import Column, ForeignKey, Table

DOCUMENTS = Table(
    "documents",
    "One row a document read, good or bad.",
    (
        replace(DOC_ID, description="Stable id of the document, made from source."),
        Column("source", "string", "Path relative to the input, / separators, with #RECORD in a container file.", required=True, exact=True),
        Column("content_sha256", "string", "SHA-256 of the raw bytes.", required=True, pattern=r"[0-9a-f]{64}"),
        Column("url", "string", "Address of the page, as it or its front matter states it."),
        Column("title", "string", "Headline of the page or of the policy, in simplified characters."),
        Column("publisher", "string", "Who published the page, as stated."),
        Column("author", "string", "Who wrote it, as stated."),
        Column("published", "date", "Publication date of the page."),
        Column("genre", "string", "policy: the text of a policy itself; news: an article about one.", required=True, enum=values(result.Genre)),
        Column("script", "string", "As found, before conversion; empty when there is no Chinese text.", enum=values(result.Script)),
        Column("encoding", "string", "Character encoding the bytes were read with."),
        Column("chars", "integer", "Length of the cleaned text.", unit="code points", required=True, minimum=0),
        Column(
            "status",
            "string",
            "partial: read, with an error-level finding; rejected: nothing could be read.",
            required=True,
            enum=values(result.Status),
        ),
        replace(POLICY_ID, description="The document's main policy: the one it is the text of, or the one it reports."),
        CORRECTED,
    ),
    primary_key=("doc_id",),
    unique=("source",),
    foreign_keys=(TO_POLICY,),
)

MENTIONS = Table(
    "mentions",
    "Every 《…》 mention in a text.",
    (
        DOC_ID,
        replace(POLICY_ID, description="The policy mentioned; empty for 《…》 that name none, or a bare 《方案》."),
        Column("role", "string", "fulltext: the document is its text; reports: is about it; cites.", required=True, enum=values(records.MentionRole)),
        START,
        END,
        text_column("The mention with its marks."),
    ),
    primary_key=("doc_id", "start", "end"),
    foreign_keys=(TO_DOCUMENT, TO_POLICY),
)

SECTIONS = Table(
    "sections",
    "The outline of a document.",
    (
        id_column("section_id", "s", "section"),
        DOC_ID,
        Column("parent_id", "string", "The section this one is part of."),
        Column("level", "integer", "Depth in the outline, 1 at the top.", required=True, minimum=1),
        Column("label", "string", "The number as written: 一、, （二）, 3., 第五条, 一是."),
        Column("title", "string", "The heading without its label and without the sentence it runs into."),
        Column("kind", "string", "What the section is for.", required=True, enum=values(records.SectionKind)),
        START,
        END,
        CORRECTED,
    ),
    primary_key=("section_id",),
    foreign_keys=(TO_DOCUMENT, ForeignKey("parent_id", "sections", "section_id")),
)

COUNTS = Table(
    "counts",
    "One row a quantity: a number with what it counts or measures.",
    (
        id_column("count_id", "c", "quantity"),
        DOC_ID,
        SECTION_ID,
        START,
        END,
        text_column("The quantity with its bound words: 50项以上, 不少于3家, 3%."),
        required(VALUE),
        VALUE_MAX,
        UNIT,
        required(COMPARATOR),
        Column("item", "string", "The noun phrase counted or measured, without the verb."),
        Column(
            "role",
            "string",
            "target: still to be reached; achieved: stated as fact; change: the amount of a change; structure: parts the text itself has; other.",
            required=True,
            enum=values(records.CountRole),
        ),
        CORRECTED,
    ),
    primary_key=("count_id",),
    foreign_keys=(TO_DOCUMENT, TO_SECTION),
)

DEADLINES = Table(
    "deadlines",
    "One row a time expression that bounds an action.",
    (
        id_column("deadline_id", "d", "time expression"),
        DOC_ID,
        SECTION_ID,
        START,
        END,
        text_column("The expression: 到2021年底, 4月底前, “十四五”期间, 每年."),
        Column("date_from", "date", "First day, inclusive; empty when it only says until when."),
        Column("date_to", "date", "Last day, inclusive; 2030年前 is 2029-12-31, 6月30日前 includes the day."),
        Column("precision", "string", "How fine the expression is.", required=True, enum=values(records.Precision)),
        Column("bound", "string", "by 到…/…前, during …期间/年内, from …起, every 每年.", required=True, enum=values(records.Bound)),
        Column(
            "resolved_from",
            "string",
            "text: it says all; context: the year came from an earlier expression; published: from the document's date; none: not resolved.",
            required=True,
            enum=values(records.ResolvedFrom),
        ),
        CORRECTED,
    ),
    primary_key=("deadline_id",),
    foreign_keys=(TO_DOCUMENT, TO_SECTION),
)

TARGETS = Table(
    "targets",
    "One row a thing to be reached.",
    (
        id_column("target_id", "t", "target"),
        DOC_ID,
        POLICY_ID,
        SECTION_ID,
        START,
        END,
        text_column("The clause."),
        Column("kind", "string", "quantitative: has a count; qualitative: a state to reach.", required=True, enum=values(records.TargetKind)),
        Column("indicator", "string", "What is to be reached: the count's item, or the clause without its deadline.", required=True),
        SUBJECT,
        Column("action", "string", "The governing verb: 制定, 新增, 达到."),
        COMPARATOR,
        VALUE,
        VALUE_MAX,
        UNIT,
        Column("strength", "string", "strive: 力争, 争取, 努力; otherwise firm.", required=True, enum=values(records.Strength)),
        Column("deadline_date", "date", "The date it is due."),
        Column("deadline_text", "string", "The words that say so."),
        Column(
            "deadline_from",
            "string",
            "Where they stand: clause, sentence, section (an earlier sentence or the heading), policy_period (the policy's own period).",
            enum=values(records.DeadlineFrom),
        ),
        Column("count_id", "string", "The quantity it rests on."),
        Column("deadline_id", "string", "The time expression it rests on."),
        CORRECTED,
    ),
    primary_key=("target_id",),
    foreign_keys=(
        TO_DOCUMENT,
        TO_POLICY,
        TO_SECTION,
        ForeignKey("count_id", "counts", "count_id"),
        ForeignKey("deadline_id", "deadlines", "deadline_id"),
    ),
)

TASKS = Table(
    "tasks",
    "One row a task: a numbered or enumerated item that says what is to be done.",
    (
        id_column("task_id", "k", "task"),
        DOC_ID,
        POLICY_ID,
        SECTION_ID,
        Column("parent_id", "string", "The task this one is part of."),
        START,
        END,
        Column("level", "integer", "Depth in the outline, 1 at the top.", required=True, minimum=1),
        Column("label", "string", "The number as written; empty for an item listed without one."),
        Column("title", "string", "The heading sentence without its label; the whole item where it has no heading.", required=True),
        text_column("The whole item with its body."),
        Column("lead_agency", "string", "The agency that leads; empty when nothing says who does."),
        Column("agencies", "string", "All agencies named, in order, joined by ；."),
        Column("deadline_date", "date", "The date the task is due."),
        Column("declared", "integer", "How many items the text itself announces for this list (8大重点任务).", unit="items", minimum=0),
        Column("kind", "string", "safeguard: an implementation measure (加强组织领导).", required=True, enum=values(records.TaskKind)),
        CORRECTED,
    ),
    primary_key=("task_id",),
    foreign_keys=(TO_DOCUMENT, TO_POLICY, TO_SECTION, ForeignKey("parent_id", "tasks", "task_id")),
)

TASK_AGENCIES = Table(
    "task_agencies",
    "One row an agency named at a task.",
    (
        Column("task_id", "string", "The task.", required=True),
        DOC_ID,
        Column("agency", "string", "The agency as written.", required=True),
        Column("role", "string", "lead or support.", required=True, enum=values(records.AgencyRole)),
        Column("position", "integer", "Its place in the task's list, from 1.", required=True, minimum=1),
    ),
    primary_key=("task_id", "position"),
    foreign_keys=(ForeignKey("task_id", "tasks", "task_id"), TO_DOCUMENT),
)

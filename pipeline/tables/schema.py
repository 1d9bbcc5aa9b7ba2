"""The one definition of every published table and column.

The CSV headers and their order, the checks on rows, `datapackage.json` and the data dictionary all come from `TABLES`; a column is
described nowhere else. Columns may be added, never given another meaning.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

from extractors import records
from pipeline import result
from pipeline.policies.places import Level
from pipeline.tables.model import Column, ForeignKey, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What stands between the parts of a cell with several values (`agencies`, `doc_ids`).
SEPARATOR = "；"


def _values(literal: Any) -> tuple[str, ...]:
    return tuple(get_args(literal))


DOC_ID = Column("doc_id", "string", "The document.", required=True, pattern=r"d[0-9a-f]{12}")
POLICY_ID = Column("policy_id", "string", "The policy the row belongs to.", pattern=r"p[0-9a-f]{12}")
SECTION_ID = Column("section_id", "string", "The innermost section the row stands in; empty before the first heading.")
START = Column("start", "integer", "Where the row begins in texts/DOC_ID.txt.", unit="code points", required=True, minimum=0)
END = Column("end", "integer", "Where the row ends in texts/DOC_ID.txt, exclusive.", unit="code points", required=True, minimum=1)
COMPARATOR = Column(
    "comparator",
    "string",
    "How the value bounds: ge 以上/不少于, gt 超过/突破, le 以内/不超过, lt 低于/不足, approx 约/左右, eq otherwise.",
    enum=_values(records.Comparator),
)
VALUE = Column("value", "number", "The number with 十百千万亿 multiplied out; 40% is 40.", unit="as in the column unit")
VALUE_MAX = Column("value_max", "number", "The upper end of a range (3—5个); otherwise empty.", unit="as in the column unit")
SUBJECT = Column("subject", "string", "What a bare indicator (产值, 投资, 企业) is of: 石化产业; empty where the indicator says so itself.")
UNIT = Column("unit", "string", "Measure word or unit without its multiplier: 项, 家, 元, %, 平方公里.")
CORRECTED = Column("corrected", "string", "What a person put right here (corrections.csv): the column, what it was, who and why; parts joined by ；.")


def _id(name: str, letter: str, what: str) -> Column:
    return Column(name, "string", f"Stable id of the {what}.", required=True, pattern=rf"d[0-9a-f]{{12}}-{letter}[0-9]+(\.[0-9]+)?")


def _text(description: str) -> Column:
    return Column("text", "string", description, required=True, exact=True)


def _required(column: Column) -> Column:
    return replace(column, required=True)


_DOCUMENT = ForeignKey("doc_id", "documents", "doc_id")
_POLICY = ForeignKey("policy_id", "policies", "policy_id")
_SECTION = ForeignKey("section_id", "sections", "section_id")

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
        Column("genre", "string", "policy: the text of a policy itself; news: an article about one.", required=True, enum=_values(result.Genre)),
        Column("script", "string", "As found, before conversion; empty when there is no Chinese text.", enum=_values(result.Script)),
        Column("encoding", "string", "Character encoding the bytes were read with."),
        Column("chars", "integer", "Length of the cleaned text.", unit="code points", required=True, minimum=0),
        Column(
            "status",
            "string",
            "partial: read, with an error-level finding; rejected: nothing could be read.",
            required=True,
            enum=_values(result.Status),
        ),
        replace(POLICY_ID, description="The document's main policy: the one it is the text of, or the one it reports."),
        CORRECTED,
    ),
    primary_key=("doc_id",),
    unique=("source",),
    foreign_keys=(_POLICY,),
)

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
            enum=_values(Level),
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

MENTIONS = Table(
    "mentions",
    "Every 《…》 mention in a text.",
    (
        DOC_ID,
        replace(POLICY_ID, description="The policy mentioned; empty for 《…》 that name none, or a bare 《方案》."),
        Column(
            "role", "string", "fulltext: the document is its text; reports: is about it; cites.", required=True, enum=_values(records.MentionRole)
        ),
        START,
        END,
        _text("The mention with its marks."),
    ),
    primary_key=("doc_id", "start", "end"),
    foreign_keys=(_DOCUMENT, _POLICY),
)

SECTIONS = Table(
    "sections",
    "The outline of a document.",
    (
        _id("section_id", "s", "section"),
        DOC_ID,
        Column("parent_id", "string", "The section this one is part of."),
        Column("level", "integer", "Depth in the outline, 1 at the top.", required=True, minimum=1),
        Column("label", "string", "The number as written: 一、, （二）, 3., 第五条, 一是."),
        Column("title", "string", "The heading without its label and without the sentence it runs into."),
        Column("kind", "string", "What the section is for.", required=True, enum=_values(records.SectionKind)),
        START,
        END,
        CORRECTED,
    ),
    primary_key=("section_id",),
    foreign_keys=(_DOCUMENT, ForeignKey("parent_id", "sections", "section_id")),
)

COUNTS = Table(
    "counts",
    "One row a quantity: a number with what it counts or measures.",
    (
        _id("count_id", "c", "quantity"),
        DOC_ID,
        SECTION_ID,
        START,
        END,
        _text("The quantity with its bound words: 50项以上, 不少于3家, 3%."),
        _required(VALUE),
        VALUE_MAX,
        UNIT,
        _required(COMPARATOR),
        Column("item", "string", "The noun phrase counted or measured, without the verb."),
        Column(
            "role",
            "string",
            "target: still to be reached; achieved: stated as fact; change: the amount of a change; structure: parts the text itself has; other.",
            required=True,
            enum=_values(records.CountRole),
        ),
        CORRECTED,
    ),
    primary_key=("count_id",),
    foreign_keys=(_DOCUMENT, _SECTION),
)

DEADLINES = Table(
    "deadlines",
    "One row a time expression that bounds an action.",
    (
        _id("deadline_id", "d", "time expression"),
        DOC_ID,
        SECTION_ID,
        START,
        END,
        _text("The expression: 到2021年底, 4月底前, “十四五”期间, 每年."),
        Column("date_from", "date", "First day, inclusive; empty when it only says until when."),
        Column("date_to", "date", "Last day, inclusive; 2030年前 is 2029-12-31, 6月30日前 includes the day."),
        Column("precision", "string", "How fine the expression is.", required=True, enum=_values(records.Precision)),
        Column("bound", "string", "by 到…/…前, during …期间/年内, from …起, every 每年.", required=True, enum=_values(records.Bound)),
        Column(
            "resolved_from",
            "string",
            "text: it says all; context: the year came from an earlier expression; published: from the document's date; none: not resolved.",
            required=True,
            enum=_values(records.ResolvedFrom),
        ),
        CORRECTED,
    ),
    primary_key=("deadline_id",),
    foreign_keys=(_DOCUMENT, _SECTION),
)

TARGETS = Table(
    "targets",
    "One row a thing to be reached.",
    (
        _id("target_id", "t", "target"),
        DOC_ID,
        POLICY_ID,
        SECTION_ID,
        START,
        END,
        _text("The clause."),
        Column("kind", "string", "quantitative: has a count; qualitative: a state to reach.", required=True, enum=_values(records.TargetKind)),
        Column("indicator", "string", "What is to be reached: the count's item, or the clause without its deadline.", required=True),
        SUBJECT,
        Column("action", "string", "The governing verb: 制定, 新增, 达到."),
        COMPARATOR,
        VALUE,
        VALUE_MAX,
        UNIT,
        Column("strength", "string", "strive: 力争, 争取, 努力; otherwise firm.", required=True, enum=_values(records.Strength)),
        Column("deadline_date", "date", "The date it is due."),
        Column("deadline_text", "string", "The words that say so."),
        Column(
            "deadline_from",
            "string",
            "Where they stand: clause, sentence, section (an earlier sentence or the heading), policy_period (the policy's own period).",
            enum=_values(records.DeadlineFrom),
        ),
        Column("count_id", "string", "The quantity it rests on."),
        Column("deadline_id", "string", "The time expression it rests on."),
        CORRECTED,
    ),
    primary_key=("target_id",),
    foreign_keys=(_DOCUMENT, _POLICY, _SECTION, ForeignKey("count_id", "counts", "count_id"), ForeignKey("deadline_id", "deadlines", "deadline_id")),
)

TASKS = Table(
    "tasks",
    "One row a task: a numbered or enumerated item that says what is to be done.",
    (
        _id("task_id", "k", "task"),
        DOC_ID,
        POLICY_ID,
        SECTION_ID,
        Column("parent_id", "string", "The task this one is part of."),
        START,
        END,
        Column("level", "integer", "Depth in the outline, 1 at the top.", required=True, minimum=1),
        Column("label", "string", "The number as written; empty for an item listed without one."),
        Column("title", "string", "The heading sentence without its label; the whole item where it has no heading.", required=True),
        _text("The whole item with its body."),
        Column("lead_agency", "string", "The agency that leads; empty when nothing says who does."),
        Column("agencies", "string", "All agencies named, in order, joined by ；."),
        Column("deadline_date", "date", "The date the task is due."),
        Column("declared", "integer", "How many items the text itself announces for this list (8大重点任务).", unit="items", minimum=0),
        Column("kind", "string", "safeguard: an implementation measure (加强组织领导).", required=True, enum=_values(records.TaskKind)),
        CORRECTED,
    ),
    primary_key=("task_id",),
    foreign_keys=(_DOCUMENT, _POLICY, _SECTION, ForeignKey("parent_id", "tasks", "task_id")),
)

TASK_AGENCIES = Table(
    "task_agencies",
    "One row an agency named at a task.",
    (
        Column("task_id", "string", "The task.", required=True),
        DOC_ID,
        Column("agency", "string", "The agency as written.", required=True),
        Column("role", "string", "lead or support.", required=True, enum=_values(records.AgencyRole)),
        Column("position", "integer", "Its place in the task's list, from 1.", required=True, minimum=1),
    ),
    primary_key=("task_id", "position"),
    foreign_keys=(ForeignKey("task_id", "tasks", "task_id"), _DOCUMENT),
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
        _required(POLICY_ID),
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
    foreign_keys=(_POLICY,),
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
        _required(POLICY_ID),
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
    foreign_keys=(_POLICY,),
)

TASKS_BY_AGENCY = Table(
    "tasks_by_agency",
    "One row a task of an agency; the agencies with most tasks first, those of one region and name together.",
    (
        Column("agency_key", "string", "The agency by one name: 省发改委 and 省发展和改革委员会 are 省发展改革委.", required=True),
        Column("agency", "string", "The agency as written.", required=True),
        Column("role", "string", "lead or support.", required=True, enum=_values(records.AgencyRole)),
        _required(POLICY_ID),
        Column("policy", "string", "Title of the policy.", required=True),
        Column("region", "string", "Region of the policy: 省财政厅 of two provinces are two agencies."),
        Column("label", "string", "The task's number as written."),
        Column("title", "string", "The task's title.", required=True),
        Column("deadline_date", "date", "The date the task is due."),
        Column("task_id", "string", "The task, in the most authoritative document that tells it.", required=True),
        Column("sources", "integer", "How many documents tell it; copies of one document count once.", unit="documents", required=True, minimum=1),
        Column("doc_ids", "string", "Those documents, the most authoritative first, joined by ；.", required=True),
    ),
    foreign_keys=(_POLICY, ForeignKey("task_id", "tasks", "task_id")),
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
    foreign_keys=(_DOCUMENT,),
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
    foreign_keys=(_DOCUMENT,),
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

#: Every table, in the order of the data package.
TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        DOCUMENTS,
        POLICIES,
        MENTIONS,
        SECTIONS,
        COUNTS,
        DEADLINES,
        TARGETS,
        TASKS,
        TASK_AGENCIES,
        COMPARISON_LONG,
        COMPARISON,
        BY_REGION,
        TIMELINE,
        TASKS_BY_AGENCY,
        FINDINGS,
        CORRECTIONS,
        CHANGES,
    )
}

#: The tables whose rows come from one document alone.
PER_DOCUMENT = ("documents", "mentions", "sections", "counts", "deadlines", "targets", "tasks", "task_agencies")


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

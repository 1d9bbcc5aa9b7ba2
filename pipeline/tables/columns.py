"""What the tables have in common: the columns that several of them have, and what their keys point at."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

from extractors import records
from pipeline.tables.model import Column, ForeignKey

#: What stands between the parts of a cell with several values (`agencies`, `doc_ids`).
SEPARATOR = "；"


def values(literal: Any) -> tuple[str, ...]:
    """The values that a type of literals allows, for `enum`."""
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
    enum=values(records.Comparator),
)
VALUE = Column("value", "number", "The number with 十百千万亿 multiplied out; 40% is 40.", unit="as in the column unit")
VALUE_MAX = Column("value_max", "number", "The upper end of a range (3—5个); otherwise empty.", unit="as in the column unit")
SUBJECT = Column("subject", "string", "What a bare indicator (产值, 投资, 企业) is of: 石化产业; empty where the indicator says so itself.")
UNIT = Column("unit", "string", "Measure word or unit without its multiplier: 项, 家, 元, %, 平方公里.")
CORRECTED = Column("corrected", "string", "What a person put right here (corrections.csv): the column, what it was, who and why; parts joined by ；.")


def id_column(name: str, letter: str, what: str) -> Column:
    """The column of a row's own id."""
    return Column(name, "string", f"Stable id of the {what}.", required=True, pattern=rf"d[0-9a-f]{{12}}-{letter}[0-9]+(\.[0-9]+)?")


def text_column(description: str) -> Column:
    """The column of a row's own words."""
    return Column("text", "string", description, required=True, exact=True)


def required(column: Column) -> Column:
    """The column, where it is never empty."""
    return replace(column, required=True)


TO_DOCUMENT = ForeignKey("doc_id", "documents", "doc_id")
TO_POLICY = ForeignKey("policy_id", "policies", "policy_id")
TO_SECTION = ForeignKey("section_id", "sections", "section_id")

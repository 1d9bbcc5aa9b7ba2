"""Ids are stable, short, and no reader takes one for a number."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from pipeline.tables.ids import doc_id, policy_id, row_ids


def test_ids_do_not_change() -> None:
    """Published ids are a promise: what these calls give may never change."""
    assert doc_id("云岚/规划.html") == "dbf1a763a2b5f"
    assert policy_id("云岚省数字云岚建设规划20212025") == "p87504771c0b5"
    assert row_ids("dbf1a763a2b5f", "c", [3, 3, 10]) == ["dbf1a763a2b5f-c3", "dbf1a763a2b5f-c3.2", "dbf1a763a2b5f-c10"]


def test_one_file_has_one_id_on_every_file_system() -> None:
    assert doc_id(unicodedata.normalize("NFD", "é/规划.html")) == doc_id("é/规划.html")


@given(st.text(), st.lists(st.integers(min_value=0, max_value=50)))
def test_row_ids_are_distinct(source: str, starts: list[int]) -> None:
    made = row_ids(doc_id(source), "t", starts)
    assert len(set(made)) == len(starts)

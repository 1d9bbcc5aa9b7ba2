"""Two hundred made-up documents: every planted agreement, contradiction, renaming, copy and correction is found, and none that is not there."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import pytest

from pipeline.corrections import read_corrections
from pipeline.process import process_file
from pipeline.tables.publish import publish
from pipeline.tables.verify import verify
from tests.comparison.planted import Planted, plant
from tests.published import rows

if TYPE_CHECKING:
    from pathlib import Path

Rows = list[dict[str, str]]


class Compared(NamedTuple):
    """What was planted, and the tables without and with the corrections."""

    planted: Planted
    before: Path
    after: Path


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Compared:
    folder = tmp_path_factory.mktemp("planted")
    documents = folder / "in"
    planted = plant(documents)
    corrections = read_corrections(documents / "corrections.csv")
    sources = sorted(path for path in documents.rglob("*") if path.is_file() and path.name != "corrections.csv")
    results = [process_file(path, path.relative_to(documents).as_posix()) for path in sources]
    publish(results, folder / "before")
    publish(results, folder / "after", corrections=corrections)
    return Compared(planted, folder / "before", folder / "after")


#: What tells each planted indicator from the others in any of the ways it is written.
_SIGNS = {
    "地区生产总值增长": ("生产总值", "GDP"),
    "城镇新增就业": ("就业",),
    "一般公共预算收入增长": ("预算收入",),
    "固定资产投资增长": ("投资增", "资产投资"),
    "社会消费品零售总额增长": ("零售",),
    "森林覆盖率": ("森林",),
    "研发投入强度": ("强度",),
}


def planted_name(indicator: str) -> str:
    (name,) = (name for name, signs in _SIGNS.items() if any(sign in indicator for sign in signs))
    return name


def told(output: Path) -> dict[tuple[str, str], Rows]:
    """Rows of comparison_long by policy (its title without the period) and planted indicator."""
    found: dict[tuple[str, str], Rows] = defaultdict(list)
    for row in rows(output, "comparison_long"):
        found[row["policy"].partition("（")[0], planted_name(row["indicator"])].append(row)
    return found


def test_there_are_two_hundred_documents(compared: Compared) -> None:
    assert len(rows(compared.before, "documents")) == compared.planted.documents == 200
    verify(compared.before)
    verify(compared.after)


def test_a_policy_is_one_row_however_its_title_is_written(compared: Compared) -> None:
    assert len(rows(compared.before, "policies")) == compared.planted.policies
    assert {row["policy_id"] for row in rows(compared.before, "documents")} == {row["policy_id"] for row in rows(compared.before, "policies")}


def test_an_indicator_has_one_key_however_it_is_written(compared: Compared) -> None:
    keys: dict[str, set[str]] = defaultdict(set)
    for row in rows(compared.before, "comparison_long"):
        keys[planted_name(row["indicator"])].add(row["indicator_key"])
    assert {name: len(found) for name, found in keys.items()} == dict.fromkeys(_SIGNS, 1)
    assert len(set.union(*keys.values())) == len(_SIGNS)


def test_every_fact_is_one_row_with_all_that_tell_it(compared: Compared) -> None:
    found = told(compared.before)
    assert {key: len(facts) for key, facts in found.items()} == dict.fromkeys(compared.planted.agreed, 1)
    # The page that contradicts tells it too.
    expected = {key: count + (key in compared.planted.conflicts) for key, count in compared.planted.agreed.items()}
    assert {key: int(facts[0]["sources"]) for key, facts in found.items()} == expected


def test_contradictions_are_found_and_none_invented(compared: Compared) -> None:
    found = {key for key, facts in told(compared.before).items() for fact in facts if fact["agreement"] == "conflict"}
    assert found == {*compared.planted.conflicts}
    findings = [row["message"] for row in rows(compared.before, "findings") if row["code"] == "conflict"]
    assert len(findings) == len(found)


def test_agreement_is_told_of_what_several_say_and_of_nothing_else(compared: Compared) -> None:
    agreed = {key for key, facts in told(compared.before).items() for fact in facts if fact["agreement"] == "agreed"}
    assert agreed == {key for key, count in compared.planted.agreed.items() if count > 1 and key not in compared.planted.conflicts}


def test_copies_are_marked_and_count_once(compared: Compared) -> None:
    sources = {row["doc_id"]: row["source"] for row in rows(compared.before, "documents")}
    marked = sorted(sources[row["doc_id"]] for row in rows(compared.before, "findings") if row["code"] == "duplicate-document")
    assert marked == sorted(compared.planted.copies)


def test_corrections_settle_what_they_were_written_for(compared: Compared) -> None:
    outcomes = [row["outcome"] for row in rows(compared.after, "corrections")]
    assert sorted(outcomes) == ["applied"] * len(compared.planted.settled) + ["unmatched"]
    left = {key for key, facts in told(compared.after).items() for fact in facts if fact["agreement"] == "conflict"}
    assert left == {*compared.planted.conflicts} - compared.planted.settled
    assert {row["corrected"] for row in rows(compared.after, "targets")} - {""}

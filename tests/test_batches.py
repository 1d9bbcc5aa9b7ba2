"""Batches on worker processes: order, what a dying worker costs, and results that survive a file."""

from __future__ import annotations

import os
from pathlib import Path, PosixPath
from typing import NoReturn

import pytest

from pipeline import batches
from pipeline.process import process

PLAN = "到2023年底，临澜县建成智慧码头12个以上。（责任单位：县港航局）\n"


class Deadly(PosixPath):
    """A document that takes the process down with it, as a crash in a C library or the kernel's out-of-memory killer does."""

    def open(self, *args: object, **named: object) -> NoReturn:  # type: ignore[override]
        os._exit(9)


@pytest.fixture
def jobs(tmp_path: Path) -> list[batches.Job]:
    made = []
    for number in range(batches.WORTH_A_POOL):
        path = tmp_path / f"{number:03}.txt"
        path.write_text(PLAN.replace("12", str(number + 2)), encoding="utf-8")
        made.append(batches.Job(path.name, path))
    return made


def test_results_come_in_the_order_of_the_jobs(jobs: list[batches.Job]) -> None:
    seen = []
    with batches.Workers(2) as workers:
        results = workers.read(jobs, lambda: seen.append(1))
    assert [result.source for result in results] == [job.source for job in jobs]
    assert [str(result.facts.counts[0].value) for result in results] == [str(number + 2) for number in range(len(jobs))]
    assert len(seen) == len(jobs)


def test_a_document_that_kills_its_worker_costs_itself_alone(jobs: list[batches.Job]) -> None:
    jobs[3] = batches.Job("deadly.txt", Deadly(jobs[3].path))
    with batches.Workers(2) as workers:
        results = workers.read(jobs)
    assert [result.source for result in results if result.status == "rejected"] == ["deadly.txt"]
    assert "deadly.txt" in results[3].findings[0].message


def test_one_worker_is_this_process(jobs: list[batches.Job]) -> None:
    with batches.Workers(1) as workers:
        assert [result.status for result in workers.read(jobs[:2])] == ["ok", "ok"]


def test_stored_results_are_loaded_as_they_were(tmp_path: Path) -> None:
    results = [process(PLAN.encode(), "a.txt"), process(b"", "b.txt")]
    batches.store(results, tmp_path / "batch.jsonl")
    assert list(batches.load([tmp_path / "batch.jsonl"])) == results
    assert [path.name for path in tmp_path.iterdir()] == ["batch.jsonl"]

"""Figure by figure the same as the scorer in ../shared/score, on the real output and on outputs spoilt in every way."""

from __future__ import annotations

import csv
import json
import random
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.evaluation.annotations import read_annotations
from pipeline.evaluation.measures import total
from pipeline.evaluation.outputs import published_in
from pipeline.evaluation.run import evaluate, scored
from pipeline.process import process_file
from pipeline.tables.publish import publish
from zhengce.evaluation import figures

pytestmark = pytest.mark.shared

Rows = list[dict[str, str]]
TABLES = ("documents", "counts", "deadlines", "targets", "tasks")


@pytest.fixture(scope="module")
def output(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run over the annotated documents publishes."""
    folder = tmp_path_factory.mktemp("published") / "out"
    publish([process_file(path, path.name) for path in sorted((shared / "gold" / "docs").iterdir())], folder)
    return folder


def judged(shared: Path, output: Path) -> dict[str, dict[str, float]]:
    """The measures by the shared scorer."""
    report = output / "report.json"
    subprocess.run([sys.executable, shared / "score" / "score.py", shared / "gold", output, "--json", report], check=True, capture_output=True)
    measures: dict[str, dict[str, float]] = json.loads(report.read_text(encoding="utf-8"))["measures"]
    return measures


def ours(shared: Path, output: Path) -> dict[str, dict[str, float | int | None]]:
    """The measures by our own; those of nothing at all are left out, as the scorer does."""
    measured = figures(total(one.score for one in scored(read_annotations(shared / "gold").documents, published_in(output))))
    return {name: row for name, row in measured.items() if row.get("of") != 0}


def test_on_the_real_output(shared: Path, output: Path) -> None:
    assert ours(shared, output) == judged(shared, output)


def test_evaluate_gives_what_a_published_run_scores(shared: Path, output: Path) -> None:
    measured = figures(evaluate(shared / "gold", workers=1).total())
    assert {name: row for name, row in measured.items() if row.get("of") != 0} == judged(shared, output)


def whole(measures: dict[str, dict[str, float]]) -> dict[str, float]:
    """F1 or accuracy a measure."""
    return {name: row.get("f1", row.get("accuracy", 0.0)) for name, row in measures.items()}


def drop(rows: Rows, chance: random.Random) -> Rows:
    """Rows go missing."""
    return [row for row in rows if chance.random() < 0.7]


def double(rows: Rows, chance: random.Random) -> Rows:
    """Rows come twice, and in another order."""
    rows = [*rows, *(row for row in rows if chance.random() < 0.3)]
    chance.shuffle(rows)
    return rows


def shift(rows: Rows, chance: random.Random) -> Rows:
    """Places move a little or far, so that facts lie over each other."""
    for row in rows:
        if "start" in row:
            by = chance.choice((0, 0, 1, -3, 5, 12, 400))
            row["start"], row["end"] = str(max(0, int(row["start"]) + by)), str(max(1, int(row["end"]) + by))
    return rows


def swap(rows: Rows, chance: random.Random) -> Rows:
    """Fields come from other rows of the table, or are empty."""
    swapped = {
        *("value", "value_max", "unit", "comparator", "item", "role", "date_from", "date_to", "bound", "indicator", "deadline_date", "kind"),
        *("label", "title", "agencies", "lead_agency", "published", "genre", "script"),
    }
    for row in rows:
        for name in swapped & row.keys():
            if chance.random() < 0.15:
                row[name] = chance.choice(rows)[name]
    return rows


def cut(rows: Rows, chance: random.Random) -> Rows:
    """Titles, indicators and items lose their ends, or get punctuation."""
    for row in rows:
        for name in {"title", "indicator", "item", "text", "label"} & row.keys():
            if row[name]:
                row[name] = chance.choice((row[name], row[name][: 1 + len(row[name]) // 2], f"（{row[name]}）。", row[name][::-1]))
    return rows


SPOILERS: tuple[Callable[[Rows, random.Random], Rows], ...] = (drop, double, shift, swap, cut)


@pytest.mark.parametrize("seed", [0, 1])
def test_on_spoilt_tables(seed: int, shared: Path, output: Path, tmp_path: Path) -> None:
    """Each document's facts are spoilt in one way, with the other seed in another; titles, dates and kinds change places."""
    folder = shutil.copytree(output, tmp_path / "out")
    chance = random.Random(seed)
    for name in TABLES:
        path = folder / "tables" / f"{name}.csv"
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.DictReader(file)
            documents: dict[str, Rows] = defaultdict(list)
            for row in lines:
                documents[row["doc_id"] if name != "documents" else ""].append(row)
            header = lines.fieldnames or ()
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, header)
            writer.writeheader()
            for number, rows in enumerate(documents.values(), seed):
                spoil = SPOILERS[number % len(SPOILERS)] if name != "documents" else swap
                writer.writerows(spoil(rows, chance))
    judgement = judged(shared, folder)
    assert ours(shared, folder) == judgement
    spoilt = {name: share for name, share in whole(judgement).items() if not name.startswith("documents")}
    assert all(0 < share < 0.99 for share in spoilt.values()), f"too little was spoilt, or too much: {spoilt}"


def test_on_empty_tables(shared: Path, output: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(output, tmp_path / "out")
    for name in TABLES[1:]:
        path = folder / "tables" / f"{name}.csv"
        path.write_bytes(path.read_bytes().split(b"\r\n")[0] + b"\r\n")
    assert ours(shared, folder) == judged(shared, folder)


def test_on_spoilt_texts(shared: Path, output: Path, tmp_path: Path) -> None:
    """A cleaning that loses words and sentences: quotes are found by part of their context, or not at all."""
    folder = shutil.copytree(output, tmp_path / "out")
    chance = random.Random(7)
    for path in (folder / "texts").iterdir():
        text = list(path.read_text(encoding="utf-8"))
        for at in range(0, len(text), 40):
            if chance.random() < 0.4:
                text[at] = chance.choice(("○", " ", "\n"))
        path.write_text("".join(text), encoding="utf-8")
    assert ours(shared, folder) == judged(shared, folder)

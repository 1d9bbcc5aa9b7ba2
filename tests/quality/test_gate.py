"""The quality gate: scores over the annotated documents stay above the pinned floors."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.evaluation.run import evaluate
from tests.quality import measure

pytestmark = pytest.mark.shared


def test_the_annotations_are_those_the_floors_were_measured_on(shared: Path) -> None:
    pinned, _ = measure.floors()
    assert measure.fingerprint(shared / "gold") == pinned, (
        "the annotations changed: read what changed, then pin anew with `python -m tests.quality.measure --raise`"
    )


def test_no_score_is_below_its_floor(shared: Path) -> None:
    measured = measure.scores(evaluate(shared / "gold"))
    _, floors = measure.floors()
    assert floors, "no floors are pinned"
    low = {name: (measured.get(name), floor) for name, floor in floors.items() if (measured.get(name) or 0.0) < floor}
    assert not low, f"below the floor (score, floor): {low}; see `zhengce evaluate ../shared/gold --errors`"

"""Scores over the annotated documents of ../shared, and the floors below which they may not fall.

python -m tests.quality.measure            print the scores beside the floors
python -m tests.quality.measure --raise    raise the floors to the scores (a floor is never lowered)
"""

from __future__ import annotations

import argparse
import hashlib
import math
import tomllib
from pathlib import Path

from pipeline.evaluation.run import Evaluation, evaluate
from tests.conftest import SHARED
from zhengce.evaluation import figures, print_errors

FLOORS = Path(__file__).with_name("floors.toml")


def fingerprint(gold: Path) -> str:
    """A digest over every annotation and annotated document: scores over other documents are other scores."""
    digest = hashlib.sha256()
    for path in sorted([*gold.glob("*.json"), *(gold / "docs").iterdir()]):
        digest.update(path.name.encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def scores(evaluation: Evaluation) -> dict[str, float]:
    """Each measure's F1 or accuracy, as `zhengce evaluate` prints it; measures of nothing at all are left out."""
    measured = {name: row.get("f1", row.get("accuracy")) for name, row in figures(evaluation.total()).items()}
    return {name: value for name, value in measured.items() if value is not None}


def floors() -> tuple[str, dict[str, float]]:
    """The pinned fingerprint and floors."""
    pinned = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return pinned["fingerprint"], pinned["floors"]


def write(digest: str, values: dict[str, float]) -> None:
    """Pin fingerprint and floors."""
    lines = [
        "# Scores over ../shared/gold may not fall below these. `python -m tests.quality.measure --raise` raises them; nothing lowers them.",
        f'fingerprint = "{digest}"',
        "",
        "[floors]",
        *(f'"{name}" = {value}' for name, value in sorted(values.items())),
    ]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="raise_", action="store_true", help="raise the floors to the scores")
    parser.add_argument("--errors", action="store_true", help="print every miss and every false hit")
    args = parser.parse_args()
    evaluation = evaluate(SHARED / "gold")
    measured = scores(evaluation)
    digest, pinned = floors() if FLOORS.exists() else ("", {})
    for name, value in measured.items():
        print(f"{name:<22} {value:.4f}   floor {pinned.get(name, 0):.3f}")
    if args.errors:
        print_errors(evaluation)
    if args.raise_:
        now = fingerprint(SHARED / "gold")
        kept = pinned if digest == now else {}
        write(now, {name: max(kept.get(name, 0.0), math.floor(value * 1000) / 1000) for name, value in measured.items()})


if __name__ == "__main__":
    main()

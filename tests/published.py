"""What a run has published, as its readers find it."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def rows(output: Path, name: str) -> list[dict[str, str]]:
    """A published table as the words of its cells."""
    with (output / "tables" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))

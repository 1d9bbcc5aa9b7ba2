"""Documents in, tables out, for peers that run in environments of their own: nothing but the standard library."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path


@dataclass(frozen=True)
class Document:
    """A cleaned text as zhengce published it, and the date that relative times count from."""

    doc_id: str
    text: str
    published: date


@dataclass(frozen=True)
class Count:
    start: int
    end: int
    text: str
    value: Decimal
    value_max: Decimal | None = None
    unit: str | None = None
    comparator: str = "eq"
    item: str | None = None
    role: str | None = None


@dataclass(frozen=True)
class Deadline:
    start: int
    end: int
    text: str
    date_from: date | None
    date_to: date | None
    bound: str


def lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text, each a paragraph, with where they start."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


def bounded(expression: str, before: str, first: date | None, last: date | None) -> tuple[str, date | None, date | None]:
    """Bound and dates by the expression's own words and the one before it, for peers that know periods but no bounds.

    `到2025年` and `2025年底前` are by their last day, `2030年前` and `2020年6月前` before their first (as zhengce's tables have it),
    `2020年1月1日起` from its first; any other period is during it.
    """
    if expression.endswith(("起", "后", "以来", "开始")) or before.endswith("自"):
        return "from", first, None
    if last and expression.endswith("年前"):
        return "by", None, date(last.year - 1, 12, 31)
    if last and expression.endswith("月前"):
        return "by", None, last.replace(day=1) - timedelta(1)
    if expression.startswith(("到", "至", "截至")) or before.endswith(("到", "至")) or expression.endswith(("前", "底", "末", "止")):
        return "by", None, last
    return "during", first, last


def run(counts: Callable[[Document], Iterable[Count]], deadlines: Callable[[Document], Iterable[Deadline]]) -> None:
    """Read the output folder named first on the command line, write the peer's tables to the folder named second."""
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    (target / "tables").mkdir(parents=True, exist_ok=True)
    with _table(target, "counts", Count) as count_rows, _table(target, "deadlines", Deadline) as deadline_rows:
        for document in _documents(source):
            count_rows.write(document, counts(document))
            deadline_rows.write(document, deadlines(document))


def _documents(folder: Path) -> Iterator[Document]:
    with (folder / "tables" / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            text = (folder / "texts" / f"{row['doc_id']}.txt").read_bytes().decode("utf-8")
            yield Document(row["doc_id"], text, date.fromisoformat(row["published"] or "2020-01-01"))


class _table:  # noqa: N801 - used like a function
    def __init__(self, folder: Path, name: str, kind: type) -> None:
        self.file = (folder / "tables" / f"{name}.csv").open("w", encoding="utf-8-sig", newline="")
        self.rows = csv.DictWriter(self.file, ["doc_id", *(field.name for field in fields(kind))])
        self.rows.writeheader()

    def __enter__(self) -> _table:
        return self

    def __exit__(self, *error: object) -> None:
        self.file.close()

    def write(self, document: Document, facts: Iterable[Count] | Iterable[Deadline]) -> None:
        for fact in facts:
            cells = {name: format(cell, "f") if isinstance(cell, Decimal) else cell for name, cell in asdict(fact).items()}
            self.rows.writerow({"doc_id": document.doc_id, **cells})

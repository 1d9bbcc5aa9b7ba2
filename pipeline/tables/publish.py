"""The whole stage: results of documents, in any order, to an output folder of checked tables."""

from __future__ import annotations

import csv
import logging
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.changes import Earlier, changes_since, earlier_tables
from pipeline.comparison.indicators import NO_NAMES, Names
from pipeline.corrections import Correction, Corrections
from pipeline.tables.check import TableError
from pipeline.tables.corpus import Corpus
from pipeline.tables.datapackage import write_data_package
from pipeline.tables.files import Spool, write_table, write_text
from pipeline.tables.ids import doc_id
from pipeline.tables.schema import PER_DOCUMENT, TABLES
from pipeline.tables.staging import staged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pipeline.result import DocumentResult
    from pipeline.tables.model import Row

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Changes:
    """How the tables differ from those of the run before: rows added and removed, cells changed. `since` is None on the first run.

    `unread` says why the tables before could not be compared with, "" when they could.
    """

    since: str | None = None
    counts: Counter[str] = field(default_factory=Counter)
    unread: str = ""


@dataclass(slots=True)
class Summary:
    """What was published: rows a table, documents by status, findings by severity and code, and what is new since the run before."""

    output: Path
    rows: dict[str, int] = field(default_factory=dict)
    documents: Counter[str] = field(default_factory=Counter)
    findings: Counter[tuple[str, str]] = field(default_factory=Counter)
    changes: Changes = field(default_factory=Changes)
    #: Lines of the user's corrections by what became of them.
    corrections: Counter[str] = field(default_factory=Counter)

    @property
    def tables(self) -> Path:
        """The folder of the CSV files."""
        return self.output / "tables"

    @property
    def texts(self) -> Path:
        """The folder of the cleaned texts."""
        return self.output / "texts"


def publish(results: Iterable[DocumentResult], output: Path, names: Names = NO_NAMES, corrections: Iterable[Correction] = ()) -> Summary:
    """Write every table and text of `results` to `output`, all or nothing: when it raises, what was published before stays.

    `names` are a user's own names of indicators, `corrections` what a user put right.

    `tables/` and `texts/` in `output` are replaced whole; `changes.csv` tells how the tables differ from those that stood there. Equal results
    give byte-identical files in whatever order they come, `changes.csv` apart.

    Raises TableError when two documents have one source, or when rows break the schema across documents (a bug of ours; inconsistent
    rows of one document cost that document its facts and give a finding instead), and PublishError when `output` cannot be published to.
    """
    with staged(output) as folder:
        summary = write_tables(results, folder, names, earlier_tables(output), corrections)
    summary.output = output
    return summary


def write_tables(
    results: Iterable[DocumentResult],
    folder: Path,
    names: Names = NO_NAMES,
    earlier: Earlier | None = None,
    corrections: Iterable[Correction] = (),
) -> Summary:
    """Write the tables and texts into `folder`, which must not have any; for callers that stage more outputs than these.

    `earlier` are the tables to tell the changes from.
    """
    (folder / "tables").mkdir(parents=True)
    (folder / "texts").mkdir()
    corpus = Corpus(names, Corrections(corrections))
    counts: dict[str, int] = {}
    with ExitStack() as stack:
        spools = {name: stack.enter_context(Spool(folder, TABLES[name])) for name in PER_DOCUMENT}
        for result in results:
            published, rows = corpus.add(result)
            write_text(folder, doc_id(published.source), published.text)
            for name, spool in spools.items():
                spool.add(published.source, rows[name])
        for name, spool in spools.items():
            spool.finish()
            counts[name] = spool.count
    findings: Counter[tuple[str, str]] = Counter()
    corrected: Counter[str] = Counter()
    schemas = dict(TABLES)
    for name, made in corpus.tables().items():
        schemas[name] = made.table
        counts[name] = write_table(folder, made.table, made.rows)
        if name == "findings":
            findings.update((str(row["severity"]), str(row["code"])) for row in made.rows)
        elif name == "corrections":
            corrected.update(str(row["outcome"]) for row in made.rows)
    changes = _write_changes(folder, earlier)
    counts["changes"] = changes.counts.total()
    write_data_package(folder, schemas.values(), counts)
    return Summary(folder, {name: counts[name] for name in TABLES}, corpus.statuses, findings, changes, corrected)


def _write_changes(folder: Path, earlier: Earlier | None) -> Changes:
    changes = Changes(earlier.since if earlier else None)
    try:
        write_table(folder, TABLES["changes"], _change_rows(folder, earlier, changes.counts))
    except (OSError, UnicodeError, csv.Error, TableError, KeyError) as error:
        # Somebody's edit of the tables before must not cost this run.
        log.warning("the tables before cannot be compared with", exc_info=True)
        changes.unread = f"{type(error).__name__}: {error}"
        changes.counts.clear()
        write_table(folder, TABLES["changes"], ())
    return changes


def _change_rows(folder: Path, earlier: Earlier | None, counts: Counter[str]) -> Iterator[Row]:
    if earlier is None:
        return
    for change in changes_since(earlier, folder):
        counts[change.change] += 1
        yield {
            "table": change.table,
            "id": change.id,
            "change": change.change,
            "column": change.column or None,
            "before": change.before or None,
            "after": change.after or None,
            "since": earlier.since,
        }


def tables_of(results: Iterable[DocumentResult]) -> dict[str, list[Row]]:
    """Every table of `results` as rows in memory, in the order and with the values that `publish` writes.

    Raises TableError as `publish` does.
    """
    corpus = Corpus()
    added = sorted((corpus.add(result) for result in results), key=lambda pair: pair[0].source)
    across = corpus.tables()
    return {name: list(across[name].rows) if name in across else [row for _, rows in added for row in rows.get(name, ())] for name in TABLES}

"""The whole stage: results of documents, in any order, to an output folder of checked tables."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.tables.corpus import Corpus
from pipeline.tables.datapackage import write_data_package
from pipeline.tables.files import Spool, write_table, write_text
from pipeline.tables.ids import doc_id
from pipeline.tables.schema import PER_DOCUMENT, TABLES
from pipeline.tables.staging import staged

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pipeline.comparison.indicators import Synonyms
    from pipeline.result import DocumentResult
    from pipeline.tables.model import Row


@dataclass(slots=True)
class Summary:
    """What was published: rows a table, documents by status, findings by severity and code."""

    output: Path
    rows: dict[str, int] = field(default_factory=dict)
    documents: Counter[str] = field(default_factory=Counter)
    findings: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def tables(self) -> Path:
        """The folder of the CSV files."""
        return self.output / "tables"

    @property
    def texts(self) -> Path:
        """The folder of the cleaned texts."""
        return self.output / "texts"


def publish(results: Iterable[DocumentResult], output: Path, synonyms: Synonyms = ()) -> Summary:
    """Write every table and text of `results` to `output`, all or nothing: when it raises, what was published before stays.

    `synonyms` are a user's pairs of (a term of an indicator, the name it is compared under).

    `tables/` and `texts/` in `output` are replaced whole. Equal results give byte-identical files in whatever order they come.

    Raises TableError when two documents have one source, or when rows break the schema across documents (a bug of ours; inconsistent
    rows of one document cost that document its facts and give a finding instead), and PublishError when `output` cannot be published to.
    """
    with staged(output) as folder:
        summary = write_tables(results, folder, synonyms)
    summary.output = output
    return summary


def write_tables(results: Iterable[DocumentResult], folder: Path, synonyms: Synonyms = ()) -> Summary:
    """Write the tables and texts into `folder`, which must not have any; for callers that stage more outputs than these."""
    (folder / "tables").mkdir(parents=True)
    (folder / "texts").mkdir()
    corpus = Corpus(synonyms)
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
    schemas = dict(TABLES)
    for name, made in corpus.tables().items():
        schemas[name] = made.table
        counts[name] = write_table(folder, made.table, made.rows)
        if name == "findings":
            findings.update((str(row["severity"]), str(row["code"])) for row in made.rows)
    write_data_package(folder, schemas.values(), counts)
    return Summary(folder, {name: counts[name] for name in TABLES}, corpus.statuses, findings)


def tables_of(results: Iterable[DocumentResult]) -> dict[str, list[Row]]:
    """Every table of `results` as rows in memory, in the order and with the values that `publish` writes.

    Raises TableError as `publish` does.
    """
    corpus = Corpus()
    added = sorted((corpus.add(result) for result in results), key=lambda pair: pair[0].source)
    across = corpus.tables()
    return {name: list(across[name].rows) if name in across else [row for _, rows in added for row in rows[name]] for name in TABLES}

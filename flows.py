"""The Prefect flow: a thin shell over `pipeline`. Nothing else in the project knows of Prefect.

Prefect sees batches, not documents: a task costs 10 to 40 ms and its arguments are traversed, so a batch is passed as the path
of a file that lists it and handed to a warm process pool inside the task.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import platformdirs


def _home() -> Path:
    """Where Prefect keeps its database: among the user's state, or where that cannot be written in a folder that goes with the process."""
    lasting = Path(platformdirs.user_state_dir("zhengce")) / "prefect"
    try:
        lasting.mkdir(parents=True, exist_ok=True)
        if os.access(lasting, os.W_OK | os.X_OK):
            return lasting
    except OSError:
        pass
    passing = tempfile.mkdtemp(prefix="zhengce-prefect-")
    atexit.register(shutil.rmtree, passing, ignore_errors=True)
    return Path(passing)


# Before Prefect is imported: its settings are read once. A home of our own, unless the operator has one; no telemetry.
if "PREFECT_HOME" not in os.environ:
    os.environ["PREFECT_HOME"] = str(_home())
os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
# The server of a run without one configured starts in 10 to 20 s, more on a busy machine; Prefect gives it 20.
os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "180")

from prefect import flow, get_run_logger, task  # noqa: E402 - after the settings above
from prefect.artifacts import create_markdown_artifact  # noqa: E402
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings  # noqa: E402

from extractors.additions import Additions, read_additions  # noqa: E402
from pipeline import batches  # noqa: E402
from pipeline.comparison.indicators import Names as IndicatorNames  # noqa: E402
from pipeline.containers import Columns  # noqa: E402
from pipeline.corrections import corrections_file, read_corrections  # noqa: E402
from pipeline.documents import Documents, Names  # noqa: E402
from pipeline.process import unreadable  # noqa: E402
from pipeline.reading.find import find_sources  # noqa: E402
from pipeline.tables.publish import Summary, publish  # noqa: E402
from zhengce.report import markdown  # noqa: E402

#: Documents a task; fewer than 50 and Prefect's own cost per task is felt.
BATCH_SIZE = 50


@dataclass(frozen=True, slots=True)
class Progress:
    """Called back as a run goes on: `found` with the number of documents, again when an opened container shows more; `read` after each."""

    found: Callable[[int], None]
    read: Callable[[], None]


_progress: ContextVar[Progress | None] = ContextVar("progress", default=None)
_workers: ContextVar[batches.Workers | None] = ContextVar("workers", default=None)


@task(name="read-batch", task_run_name="{name}", retries=2, retry_delay_seconds=5, persist_result=False, log_prints=False)
def read_batch(name: str, jobs: tuple[batches.Job, ...], store: Path) -> None:
    """Read the documents of one batch on the run's workers and store the results beside the other batches'."""
    workers, progress = _workers.get(), _progress.get()
    if workers is None:  # the task was run by itself
        with batches.Workers() as alone:
            batches.store(alone.read(jobs), store)
        return
    batches.store(workers.read(jobs, progress.read if progress else _nothing), store)
    get_run_logger().info("%s: %d documents read", name, len(jobs))


@flow(name="zhengce", persist_result=False, validate_parameters=False)
def tabulate(
    input: str,
    output: str,
    batch_size: int = BATCH_SIZE,
    workers: int | None = None,
    lexicon: str | None = None,
    columns: tuple[str, ...] = (),
    corrections: str | None = None,
) -> Summary:
    """Read every document under `input` and publish the tables in `output`; `lexicon` is a TOML file of the user's own words.

    `corrections` is a CSV file of what the user put right; without it, `corrections.csv` in the folder `input`, when there is one.

    `columns` say which fields of records in JSON and CSV are read, as `ROLE=NAME` (`text=正文`), where their names do not tell.

    A document that fails costs itself alone. If the run fails, nothing is published and what was published before stays.

    Raises AdditionsError, ColumnsError or CorrectionsError when `lexicon`, `columns` or `corrections` cannot be used, before a document is
    read, and PublishError when `output` cannot be written.
    """
    path = corrections_file(Path(input), Path(corrections) if corrections else None)
    corrected = read_corrections(path) if path else ()
    additions = read_additions(Path(lexicon)) if lexicon else Additions()
    chosen = Columns.parsed(columns)
    found = find_sources(Path(input))
    published = Path(output).resolve()
    sources = [source for source in found.sources if published not in source.path.resolve().parents and source.path != path]
    names = Names()
    documents = Documents(sources, names, chosen)
    problems = [(names.apart(problem.source), problem.finding) for problem in found.problems]
    told = _telling(documents)
    with tempfile.TemporaryDirectory(prefix="zhengce-") as folder, batches.Workers(workers, additions) as pool:
        reset = _workers.set(pool)
        stores: list[Path] = []
        try:
            for number, batch in enumerate(documents.in_batches(batch_size, Path(folder)), start=1):
                told()
                stores.append(Path(folder) / f"batch-{number:05}.jsonl")
                # One at a time: the batch has every core already, and memory holds one batch.
                read_batch(f"batch {number}", batch, stores[-1])
        finally:
            _workers.reset(reset)
        lost = (unreadable(name, finding) for name, finding in problems)
        summary = publish(chain(lost, batches.load(stores)), Path(output), IndicatorNames(additions.item_synonyms, additions.indicators), corrected)
    create_markdown_artifact(key="run-summary", markdown=markdown(summary), description=f"{input} → {output}")
    return summary


def run(
    input: Path,
    output: Path,
    *,
    workers: int | None = None,
    lexicon: Path | None = None,
    columns: tuple[str, ...] = (),
    corrections: Path | None = None,
    batch_size: int = BATCH_SIZE,
    progress: Progress | None = None,
) -> Summary:
    """Run the flow in this process, on the Prefect server configured or, without one, on a server of its own for the run.

    Raises what `tabulate` raises, and OSError at once when Prefect's home cannot be written: its server would try for minutes.
    """
    home = Path(os.environ["PREFECT_HOME"]).expanduser()
    home.mkdir(parents=True, exist_ok=True)
    tempfile.TemporaryFile(dir=home).close()
    with _reporting(progress), temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):  # the heartbeat costs a second a flow
        given = [str(path) if path else None for path in (lexicon, corrections)]
        return tabulate(str(input), str(output), batch_size, workers, given[0], columns, given[1])


@contextmanager
def _reporting(progress: Progress | None) -> Iterator[None]:
    reset = _progress.set(progress)
    try:
        yield
    finally:
        _progress.reset(reset)


def _telling(documents: Documents) -> Callable[[], None]:
    """Tells whoever watches how many documents there are, when that is more or less than was told last."""
    progress = _progress.get()
    last = -1

    def tell() -> None:
        nonlocal last
        if progress and documents.known != last:
            last = documents.known
            progress.found(last)

    return tell


def _nothing() -> None:
    return None

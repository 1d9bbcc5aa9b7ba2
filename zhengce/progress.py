"""A progress bar on a terminal, quiet lines in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from flows import Progress

#: Seconds between two lines in a log.
LOG_EVERY = 30


@contextmanager
def showing() -> Iterator[Progress]:
    """Show a run's progress on standard error."""
    with _bar() if sys.stderr.isatty() else _lines() as progress:
        yield progress


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        shown = bar.add_task("starting", total=None)
        yield Progress(
            found=lambda total: bar.update(shown, description="reading", total=total),
            read=lambda: bar.advance(shown),
        )


@contextmanager
def _lines() -> Iterator[Progress]:
    total, read, last = 0, 0, time.monotonic()

    def found(documents: int) -> None:
        nonlocal total, last
        if total == 0:
            last = time.monotonic()
            print(f"reading {documents} documents", file=sys.stderr, flush=True)
        total = documents

    def one() -> None:
        nonlocal read, last
        read += 1
        if time.monotonic() - last >= LOG_EVERY:
            last = time.monotonic()
            print(f"read {read} of {total}", file=sys.stderr, flush=True)

    yield Progress(found, one)

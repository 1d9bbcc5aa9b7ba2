"""Batches of documents on a warm pool of processes, and their results as files that any process can read."""

from __future__ import annotations

import logging
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

import msgspec

from extractors.additions import Additions, usable, use
from extractors.records import Finding
from pipeline.process import process_file, unreadable
from pipeline.reading.page import UNKNOWN, Metadata
from pipeline.result import DocumentResult

log = logging.getLogger(__name__)

#: Below this many documents a pool's start (each worker loads spaCy and jieba's dictionary) costs more than it saves.
WORTH_A_POOL = 24


class Job(NamedTuple):
    """A document to read: its name in the tables, where its bytes are, and what the container that it lay in says of it.

    `lost` says why there are no bytes of it to be had; then `path` means nothing.
    """

    source: str
    path: Path
    metadata: Metadata = UNKNOWN
    noted: tuple[Finding, ...] = ()
    lost: Finding | None = None


class Workers:
    """A pool of warm worker processes that outlives a batch; with one worker, or few documents, this process itself.

    `additions` are a user's own words: when this process has read its lexicons without them, workers of their own read the documents.
    A document that kills its worker (out of memory, a crash in a C library) is rejected; the others of its batch are read all the same.
    """

    def __init__(self, count: int | None = None, additions: Additions | None = None) -> None:
        self.count = count or _cores()
        self.additions = additions or Additions()
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._drop()

    def read(self, jobs: Sequence[Job], done: Callable[[], None] = lambda: None) -> list[DocumentResult]:
        """The results of `jobs` in their order; `done` is called after each document."""
        few = self.count < 2 or (self._pool is None and len(jobs) < WORTH_A_POOL)
        if few and usable(self.additions):
            use(self.additions)
            return [_one(job, done) for job in jobs]
        results: dict[int, DocumentResult] = {}
        pool = self._ready()
        pending = [(number, pool.submit(_work, job)) for number, job in enumerate(jobs)]
        try:
            for number, future in pending:
                results[number] = future.result()
                done()
        except BrokenProcessPool:
            self._drop()
            for number, future in pending:
                if number not in results and future.done() and not future.exception():
                    results[number] = future.result()
                    done()
            self._one_by_one(jobs, results, done)
        return [results[number] for number in range(len(jobs))]

    def _one_by_one(self, jobs: Sequence[Job], results: dict[int, DocumentResult], done: Callable[[], None]) -> None:
        """Read what a dead worker left unread, in one process, so that it is known which document kills it."""
        while left := [number for number in range(len(jobs)) if number not in results]:
            log.warning("a worker process died; reading the %d documents left of its batch one by one", len(left))
            with ProcessPoolExecutor(1, mp_context=_processes(), initializer=_warm_up, initargs=(self.additions,)) as alone:
                for number, future in [(number, alone.submit(_work, jobs[number])) for number in left]:
                    try:
                        results[number] = future.result()
                        done()
                    except BrokenProcessPool:
                        source = jobs[number].source
                        message = f"{source}: reading it kills the process. It may need more memory than there is; leave it out or split it."
                        results[number] = unreadable(source, Finding("error", "worker-died", message))
                        done()
                        break

    def _ready(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self.count, mp_context=_processes(), initializer=_warm_up, initargs=(self.additions,))
        return self._pool

    def _drop(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def store(results: Iterable[DocumentResult], path: Path) -> None:
    """Write results to a file, a JSON line a document; it appears under its name only when it is whole."""
    part = path.with_suffix(".part")
    with part.open("wb") as lines:
        for result in results:
            lines.write(msgspec.json.encode(result) + b"\n")
    part.replace(path)


def load(paths: Iterable[Path]) -> Iterator[DocumentResult]:
    """The results stored in `paths`, in order, one at a time."""
    decode = msgspec.json.Decoder(DocumentResult).decode
    for path in paths:
        with path.open("rb") as lines:
            for line in lines:
                yield decode(line)


def _cores() -> int:
    """The cores this process may use, which a container or `taskset` may have cut down."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _processes() -> multiprocessing.context.BaseContext:
    # Prefect runs threads; a fork of a process with threads may hang.
    return multiprocessing.get_context("spawn")


def _warm_up(additions: Additions) -> None:
    from extractors.language import shared

    use(additions)

    shared()


def _work(job: Job) -> DocumentResult:
    if job.lost:
        return unreadable(job.source, job.lost)
    return process_file(job.path, job.source, job.metadata, job.noted)


def _one(job: Job, done: Callable[[], None]) -> DocumentResult:
    result = _work(job)
    done()
    return result

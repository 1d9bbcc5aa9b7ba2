"""Batches of documents on a warm pool of processes, and their results as files that any process can read."""

from __future__ import annotations

import logging
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

import msgspec

from extractors.records import Finding
from pipeline.process import process_file, unreadable
from pipeline.result import DocumentResult

log = logging.getLogger(__name__)

#: Below this many documents a pool's start (each worker loads spaCy and jieba's dictionary) costs more than it saves.
WORTH_A_POOL = 24


class Job(NamedTuple):
    """A document to read: its name in the tables and where its bytes are."""

    source: str
    path: Path


class Workers:
    """A pool of warm worker processes that outlives a batch; with one worker, or few documents, this process itself.

    A document that kills its worker (out of memory, a crash in a C library) is tried once more alone and then rejected; the others
    of its batch are read all the same.
    """

    def __init__(self, count: int | None = None) -> None:
        self.count = count or _cores()
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._drop()

    def read(self, jobs: Sequence[Job], done: Callable[[], None] = lambda: None) -> list[DocumentResult]:
        """The results of `jobs` in their order; `done` is called after each document."""
        if self.count < 2 or (self._pool is None and len(jobs) < WORTH_A_POOL):
            return [_one(job, done) for job in jobs]
        pending: list[tuple[Job, Future[DocumentResult]]] = [(job, self._ready().submit(_work, job)) for job in jobs]
        results: list[DocumentResult] = []
        for job, future in pending:
            try:
                results.append(future.result())
            except BrokenProcessPool:
                results.append(self._again(job))
            done()
        return results

    def _again(self, job: Job) -> DocumentResult:
        """Read a document whose worker died, in a pool of its own: it may have been a neighbour's doing."""
        log.warning("%s: its worker process died; reading it again alone", job.source)
        self._drop()
        try:
            with ProcessPoolExecutor(1, mp_context=_processes()) as alone:
                return alone.submit(_work, job).result()
        except BrokenProcessPool:
            message = f"{job.source}: reading it killed the process twice. It may need more memory than there is; leave it out or split it."
            return unreadable(job.source, Finding("error", "worker-died", message))

    def _ready(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self.count, mp_context=_processes(), initializer=_warm_up)
        return self._pool

    def _drop(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def in_batches(jobs: Iterable[Job], size: int) -> list[tuple[Job, ...]]:
    """`jobs` in batches of `size`, the last one shorter."""
    rest = tuple(jobs)
    return [rest[at : at + size] for at in range(0, len(rest), size)]


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


def _warm_up() -> None:
    from extractors.language import shared

    shared()


def _work(job: Job) -> DocumentResult:
    return process_file(job.path, job.source)


def _one(job: Job, done: Callable[[], None]) -> DocumentResult:
    result = _work(job)
    done()
    return result

"""The documents of a run: files, and what lies in the files that are containers, opened as they come and handed on in batches."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.batches import Job
from pipeline.containers import Columns, Record, open_container
from pipeline.reading.find import Problem, Source
from pipeline.tables.ids import doc_id

#: Bytes of documents out of containers that lie on disk at a time; a batch is handed on when it has more.
MOST_SPOOLED = 256 << 20


class Names:
    """The names of a run's documents, each given once."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._last: dict[str, int] = {}

    def apart(self, name: str) -> str:
        """`name`, with `#2`, `#3` … after it when it would share an id with one before.

        On a disk two files may have one name: 政策.txt in UTF-8 and 政策.txt in GB18030 are read as the same words, and é may be one
        character or two. A ZIP may have any number of members of one name.
        """
        own, number = name, self._last.get(doc_id(name), 1)
        while doc_id(own) in self._given:
            number += 1
            own = f"{name}#{number}"
        if number > 1:
            self._last[doc_id(name)] = number
        self._given.add(doc_id(own))
        return own


class Documents:
    """What is to be read, in the order of the files; `known` is how many documents there are as far as one can tell yet.

    A container is opened when its turn comes and read as a stream, so that neither memory nor disk holds more than a batch of it.
    """

    def __init__(self, sources: Iterable[Source], names: Names, columns: Columns | None = None) -> None:
        self._sources = [Source(names.apart(source.name), source.path) for source in sources]
        self._names = names
        self._columns = columns or Columns()
        self.known = len(self._sources)

    def in_batches(self, size: int, folder: Path, most_spooled: int = MOST_SPOOLED) -> Iterator[tuple[Job, ...]]:
        """The documents as jobs, `size` at a time; what came out of a container lies in `folder` until the next batch is asked for."""
        with tempfile.TemporaryDirectory(prefix="spool-", dir=folder) as spool:
            jobs: list[Job] = []
            spooled = 0
            for document in self._each():
                if isinstance(document, Record):
                    path = Path(spool) / str(len(jobs))
                    path.write_bytes(document.data)
                    spooled += len(document.data)
                    jobs.append(Job(document.name, path, document.metadata, document.findings))
                elif isinstance(document, Problem):
                    jobs.append(Job(document.source, Path(), lost=document.finding))
                else:
                    jobs.append(Job(document.name, document.path))
                if len(jobs) >= size or spooled > most_spooled:
                    yield tuple(jobs)
                    jobs, spooled = [], 0
                    for path in Path(spool).iterdir():
                        path.unlink()
            if jobs:
                yield tuple(jobs)

    def _each(self) -> Iterator[Source | Record | Problem]:
        for source in self._sources:
            inside = open_container(source.path, source.name, self._columns)
            if inside is None:
                yield source
                continue
            self.known -= 1
            own = source.name
            for document in inside:
                self.known += 1
                called = document.name if isinstance(document, Record) else document.source
                # The container's own name stands for what is said of it as a whole, or for the one document that it packs.
                name, own = (called, "") if called == own else (self._names.apart(called), own)
                yield (
                    Record(name, document.data, document.metadata, document.findings)
                    if isinstance(document, Record)
                    else Problem(name, document.finding)
                )

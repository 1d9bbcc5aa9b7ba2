"""Reads damaged documents, thousands of them: `python benchmarks/fuzz/run.py [--seed 1] [--inputs 10000] [--keep FOLDER]`.

A document fails when it raises, ends in an error of zhengce's own, gives a row that points elsewhere than it says, takes ten seconds, or lets the
process grow beyond a gigabyte. What fails is kept in FOLDER, to become a row of tests/reading/test_fuzzed.py.
"""

from __future__ import annotations

import argparse
import itertools
import logging
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.mutated import faults, mutants, read_all

SECONDS, MEGABYTES = 10.0, 1024


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, default=Path("fuzzed"))
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    failed, slowest, statuses = 0, 0.0, dict[str, int]()
    with tempfile.TemporaryDirectory() as folder:
        for number, made in enumerate(itertools.islice(mutants(given.seed), given.inputs)):
            begun = time.process_time()
            try:
                results = read_all(made, Path(folder))
                wrong = faults(results)
                for result in results:
                    status = getattr(result, "status", "lost")
                    statuses[status] = statuses.get(status, 0) + 1
            except Exception as error:  # whatever it is, it must not happen
                wrong = [f"{type(error).__name__}: {error}"]
            seconds = time.process_time() - begun
            slowest = max(slowest, seconds)
            if seconds > SECONDS:
                wrong.append(f"{seconds:.1f} seconds")
            if memory() > MEGABYTES:
                wrong.append(f"{memory()} MB")
            if wrong:
                failed += 1
                given.keep.mkdir(parents=True, exist_ok=True)
                (given.keep / f"{given.seed}-{number}-{made.name}").write_bytes(made.data)
                print(f"{given.seed}-{number}-{made.name}: {wrong[0][:200]}", flush=True)
            if memory() > MEGABYTES:
                break
    print(f"{given.inputs} files, seed {given.seed}: {failed} failed; slowest {slowest:.2f} s, {memory()} MB at most; documents {statuses}")
    return bool(failed)


def memory() -> int:
    """The most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    raise SystemExit(main())

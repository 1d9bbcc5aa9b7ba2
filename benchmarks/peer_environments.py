"""Makes an environment of its own for each peer of a benchmark: `python benchmarks/peer_environments.py reading accuracy`. Needs the network.

A peer's packages, pinned in BENCHMARK/environments/NAME.txt, must not meet ours: they are old, and want old versions of what they rest on. What is
installed as it is pinned is left. Without arguments: those of all benchmarks.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parent


def interpreter(benchmark: str, peer: str) -> Path:
    """The Python that runs a peer: this one for a peer that has nothing pinned."""
    folder = BENCHMARKS / benchmark / "environments"
    binaries = folder / peer / ("Scripts" if sys.platform == "win32" else "bin")
    return binaries / "python" if (folder / f"{peer}.txt").exists() else Path(sys.executable)


def make(benchmark: str, peer: str) -> None:
    """Make the environment of `peer` anew unless its packages are those that are pinned."""
    wanted = BENCHMARKS / benchmark / "environments" / f"{peer}.txt"
    stamp = wanted.with_suffix("") / "installed.txt"
    if stamp.exists() and stamp.read_bytes() == wanted.read_bytes():
        return
    venv.create(wanted.with_suffix(""), clear=True, with_pip=True)
    subprocess.run([interpreter(benchmark, peer), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", wanted], check=True)
    stamp.write_bytes(wanted.read_bytes())


if __name__ == "__main__":
    for pinned in sorted(BENCHMARKS.glob("*/environments/*.txt")):
        if not sys.argv[1:] or pinned.parts[-3] in sys.argv[1:]:
            make(pinned.parts[-3], pinned.stem)
            print(f"{pinned.stem}: {interpreter(pinned.parts[-3], pinned.stem)}")

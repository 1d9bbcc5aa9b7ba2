"""Makes an environment of its own for each peer: `python benchmarks/reading/environments.py`. Needs the network; what is there is left."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

ENVIRONMENTS = Path(__file__).resolve().parent / "environments"
#: The peers that are installed; zhengce runs in the environment that runs this.
INSTALLED = ("gne", "readability", "trafilatura")


def interpreter(peer: str) -> Path:
    """The Python that runs a peer."""
    binaries = ENVIRONMENTS / peer / ("Scripts" if sys.platform == "win32" else "bin")
    return binaries / "python" if peer in INSTALLED else Path(sys.executable)


def make(peer: str) -> None:
    """Make the environment of `peer` anew unless its packages are those that are pinned."""
    wanted = ENVIRONMENTS / f"{peer}.txt"
    stamp = ENVIRONMENTS / peer / "installed.txt"
    if stamp.exists() and stamp.read_bytes() == wanted.read_bytes():
        return
    venv.create(ENVIRONMENTS / peer, clear=True, with_pip=True)
    subprocess.run([interpreter(peer), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", wanted], check=True)
    stamp.write_bytes(wanted.read_bytes())


if __name__ == "__main__":
    for peer in INSTALLED:
        make(peer)
        print(f"{peer}: {interpreter(peer)}")

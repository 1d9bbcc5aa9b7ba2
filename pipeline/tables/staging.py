"""Publishing all or nothing: files are written to a folder beside the old ones and change places with them when all are there."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEW, _OLD = ".zhengce-new-", ".zhengce-old"


class PublishError(Exception):
    """The output folder cannot be published to; the message says why and what to do."""


@contextlib.contextmanager
def staged(output: Path) -> Iterator[Path]:
    """A new folder to write in; its files and folders replace those of the same names in `output` when the block ends well.

    When it raises, `output` stays as it was. Whatever stood under a replaced name goes, so no file of an earlier run stays among the new
    ones; what has another name is left alone. A run that was killed while it exchanged the folders is made good by the next one.

    Raises PublishError when `output` is not a folder or another run is publishing to it.
    """
    if output.exists() and not output.is_dir():
        raise PublishError(f"{output} is a file; the output must be a folder. Name another, or remove it.")
    output.mkdir(parents=True, exist_ok=True)
    with _locked(output):
        _recover(output)
        folder = Path(tempfile.mkdtemp(prefix=_NEW, dir=output))
        try:
            yield folder
            _exchange(folder, output)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _locked(output: Path) -> Iterator[None]:
    """Holds an advisory lock on the folder itself, where the system has them; it goes with the process, so none is ever stale."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handle = os.open(output, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PublishError(f"another run is publishing to {output}. Wait for it to end, or name another output folder.") from None
        except OSError:
            # Some network file systems have no locks; publishing works all the same.
            pass
        yield
    finally:
        os.close(handle)


def _exchange(folder: Path, output: Path) -> None:
    """Moves the old entries aside and the new ones in; undone when a step fails."""
    aside = output / _OLD
    aside.mkdir()
    placed: list[str] = []
    try:
        for name in sorted(entry.name for entry in folder.iterdir()):
            if (output / name).exists() or (output / name).is_symlink():
                (output / name).rename(aside / name)
            placed.append(name)
            (folder / name).rename(output / name)
    except BaseException:
        for name in placed:
            if (output / name).exists() and not (folder / name).exists():
                (output / name).rename(folder / name)
        _put_back(aside, output)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _put_back(aside: Path, output: Path) -> None:
    for entry in sorted(aside.iterdir()):
        if not (output / entry.name).exists():
            entry.rename(output / entry.name)
    shutil.rmtree(aside, ignore_errors=True)


def _recover(output: Path) -> None:
    """Undo what a killed run left: put back entries it had moved aside and not replaced, remove what it was writing."""
    if (output / _OLD).is_dir():
        _put_back(output / _OLD, output)
    for left in output.glob(_NEW + "*"):
        shutil.rmtree(left, ignore_errors=True)

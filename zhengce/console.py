"""Where everything is printed for people."""

from __future__ import annotations

import sys

from rich.console import Console

#: Columns of what is no terminal: a file or another program.
_WIDTH = 160


def console() -> Console:
    """Standard output, as wide as the terminal; wide enough for tables where it is none. Words are printed as they are, not coloured in."""
    return Console(width=None if sys.stdout.isatty() else _WIDTH, highlight=False)

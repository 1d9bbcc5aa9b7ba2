"""A comparison from published tables, on the terminal or for another program."""

from __future__ import annotations

import csv
import json
import sys
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.table import Table

from pipeline.comparison.select import Selected, Selection, side_by_side
from pipeline.tables.check import TableError
from pipeline.tables.files import read_table, table_path
from pipeline.tables.schema import TABLES
from zhengce.console import console

if TYPE_CHECKING:
    from pathlib import Path

#: Rows a terminal is given unless it asks for more.
SHOWN = 40
#: The width of a policy's column on a terminal, in characters of half a Chinese one.
_WIDTH = 26


class NoTablesError(Exception):
    """The folder has no tables that can be compared; the message says what to do."""


def selected(output: Path, selection: Selection) -> Selected:
    """What `selection` asks for of the tables a run published in `output`.

    Raises NoTablesError when there are none, or when another version wrote them.
    """
    if not table_path(output, "comparison_long").is_file():
        raise NoTablesError(f"{output} has no tables to compare: is it the output folder of `zhengce run`?")
    try:
        return side_by_side(row for row in read_table(output, TABLES["comparison_long"]) if selection.takes(row))
    except TableError as error:
        raise NoTablesError(f"The tables in {output} are not as this version of zhengce writes them ({error}): run it again.") from error


def print_comparison(chosen: Selected, format_: str, limit: int | None) -> None:
    """Print as `table`, `csv`, `md` or `json`; of a table for the terminal the first `limit` rows and the policies it has room for."""
    given = chosen.first(limit)
    if not chosen.lines:
        sys.stderr.write("Nothing matches. zhengce compare OUT shows all that there is.\n")
    if format_ == "csv":
        lines = csv.writer(sys.stdout, lineterminator="\n")
        lines.writerow([*given.names, *given.policies])
        lines.writerows([*key, *cells] for key, cells in given.lines)
    elif format_ == "md":
        for line in _markdown(given):
            sys.stdout.write(line + "\n")
    elif format_ == "json":
        json.dump(_records(given), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    else:
        _print_table(chosen, limit or SHOWN)


def _records(chosen: Selected) -> list[dict[str, object]]:
    return [
        {
            **{name: part or None for name, part in zip(chosen.names, key, strict=True)},
            "policies": {policy: cell for policy, cell in zip(chosen.policies, cells, strict=True) if cell},
        }
        for key, cells in chosen.lines
    ]


def _markdown(chosen: Selected) -> list[str]:
    width = len(chosen.names) + len(chosen.policies)
    rows = [[*chosen.names, *chosen.policies], ["---"] * width, *([*key, *cells] for key, cells in chosen.lines)]
    return ["| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |" for row in rows]


def _print_table(chosen: Selected, limit: int) -> None:
    terminal = console()
    lines = chosen.lines[:limit]
    widths = [max(8, min(30, max((cell_len(key[at]) for key, _ in lines), default=0))) for at in range(len(chosen.names))]
    room = max(1, (terminal.width - sum(widths) - 3 * len(widths)) // (_WIDTH + 3))
    # Of the policies those that have most of the rows shown.
    filled = [sum(bool(cells[at]) for _, cells in lines) for at in range(len(chosen.policies))]
    shown = sorted(sorted(range(len(filled)), key=lambda at: (-filled[at], at))[:room])
    table = Table()
    for name in chosen.names:
        table.add_column(name, overflow="fold")
    for at in shown:
        table.add_column(chosen.policies[at], overflow="fold", max_width=_WIDTH)
    for key, cells in lines:
        table.add_row(*key, *(cells[at] for at in shown))
    if lines:
        terminal.print(table, markup=False)
    left = [f"{len(chosen.lines) - limit} more indicators (--limit)"] if len(chosen.lines) > limit else []
    left += [f"{len(chosen.policies) - room} more policies (--policies, --region, or --format csv)"] if len(chosen.policies) > room else []
    if left:
        terminal.print("Not shown: " + ", ".join(left) + ".", markup=False)

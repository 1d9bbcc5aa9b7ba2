"""An evaluation on the terminal: a table of measures, splits and errors, or JSON."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from rich import box
from rich.table import Table

from pipeline.evaluation.model import Tally
from zhengce.console import console

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import Console

    from pipeline.evaluation.model import Score
    from pipeline.evaluation.run import Evaluation, Split

#: Figures are printed, and agree with other scorers, to this many digits.
_DIGITS = 4


def print_evaluation(evaluation: Evaluation, splits: Sequence[Split], errors: bool) -> None:
    """Print precision, recall and F1 a measure, F1 by group for each of `splits`, and with `errors` every error with its sentence."""
    terminal = console()
    score = evaluation.total()
    _print_measures(terminal, score)
    for split in splits:
        _print_split(terminal, split, score, evaluation.by(split))
    if errors:
        print_errors(evaluation, terminal)


def print_evaluation_json(evaluation: Evaluation, splits: Sequence[Split], errors: bool) -> None:
    """Print the same as one JSON object."""
    score = evaluation.total()
    everything: dict[str, Any] = {"documents": score.documents, "measures": figures(score)}
    if splits:
        everything["by"] = {
            split: {group: {"documents": part.documents, "measures": figures(part)} for group, part in evaluation.by(split).items()}
            for split in splits
        }
    if errors:
        everything["errors"] = [
            {"source": fault.source, "measure": fault.measure, "wanted": fault.wanted, "found": fault.found, "sentence": fault.sentence}
            for fault in score.faults
        ]
    json.dump(everything, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def figures(score: Score) -> dict[str, dict[str, float | int | None]]:
    """Every measure's figures, rounded as they are printed: `p`, `r`, `f1`, `tp`, `fp`, `fn`, or `accuracy`, `right`, `of`."""
    measured: dict[str, dict[str, float | int | None]] = {}
    for name, tally in score.tallies.items():
        ratios = {"p": tally.precision, "r": tally.recall, "f1": tally.f1}
        measured[name] = {**{key: round(ratio, _DIGITS) for key, ratio in ratios.items()}, "tp": tally.tp, "fp": tally.fp, "fn": tally.fn}
    for name, share in score.shares.items():
        measured[name] = {"accuracy": None if share.accuracy is None else round(share.accuracy, _DIGITS), "right": share.right, "of": share.of}
    return measured


def _print_measures(terminal: Console, score: Score) -> None:
    table = Table(title=f"{score.documents} documents", title_justify="left", title_style="bold", box=box.SIMPLE_HEAD)
    table.add_column("measure")
    for column in ("precision", "recall", "F1", "right", "false hits", "missed"):
        table.add_column(column, justify="right")
    for name, tally in score.tallies.items():
        ratios = (_figure(ratio) for ratio in (tally.precision, tally.recall, tally.f1))
        table.add_row(name, *ratios, str(tally.tp), str(tally.fp), str(tally.fn))
    terminal.print(table, markup=False)
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("of what was found")
    for column in ("accuracy", "right", "of"):
        table.add_column(column, justify="right")
    for name, share in score.shares.items():
        table.add_row(name, _figure(share.accuracy), str(share.right), str(share.of))
    terminal.print(table, markup=False)


def _print_split(terminal: Console, split: Split, score: Score, groups: Mapping[str, Score]) -> None:
    table = Table(title=f"F1 and accuracy by {split}", title_justify="left", title_style="bold", box=box.SIMPLE_HEAD)
    table.add_column("measure")
    for group, part in groups.items():
        table.add_column(f"{group} ({part.documents})", justify="right")
    for name in score.tallies:
        # Where there is nothing to find and nothing was found, a 1 would say too much.
        tallies = (part.tallies[name] for part in groups.values())
        table.add_row(name, *(_figure(tally.f1 if tally != Tally() else None) for tally in tallies))
    for name in score.shares:
        table.add_row(name, *(_figure(part.shares[name].accuracy) for part in groups.values()))
    terminal.print(table, markup=False)


def print_errors(evaluation: Evaluation, terminal: Console | None = None) -> None:
    """Print every error under its document: what was wanted, what was found, and the sentence."""
    terminal = terminal or console()
    for one in evaluation.documents:
        if one.score.faults:
            terminal.print(f"\n{one.annotated.source}", markup=False, style="bold", soft_wrap=True)
        for fault in one.score.faults:
            if fault.found is None:
                lines = [f"missed     {fault.wanted}"]
            elif fault.wanted is None:
                lines = [f"false hit  {fault.found}"]
            else:
                lines = [f"wanted     {fault.wanted}", f"found      {fault.found}"]
            if fault.absent:
                lines.append("           (the cleaned text has no such words)")
            if fault.sentence:
                lines.append(f"in         {' '.join(fault.sentence.split())}")
            for number, line in enumerate(lines):
                terminal.print(f"  {fault.measure if not number else '':<22}{line}", markup=False, soft_wrap=True)


def _figure(ratio: float | None) -> str:
    return "-" if ratio is None else f"{ratio:.{_DIGITS}f}"

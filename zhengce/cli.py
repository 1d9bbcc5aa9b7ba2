"""The command `zhengce`.

Only `click` is imported at the top: `--help` answers at once, and `extract` does without Prefect and pandas.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

if TYPE_CHECKING:
    from datetime import datetime

    from extractors.additions import Additions
    from pipeline.evaluation.run import Split

#: Exit statuses; click's own for wrong usage is 2 too.
REJECTED, WRONG, FAILED = 1, 2, 3


_LEXICON = click.option(
    "--lexicon", type=click.Path(path_type=Path), metavar="FILE", help="Words of your own, in TOML: measure words, agencies, bound words …"
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="zhengce")
def main() -> None:
    """Turn Chinese policy releases into tables people can compare."""


@main.command()
@click.argument("input", type=click.Path(path_type=Path))
@click.option("--output", "-o", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder for the tables and texts.")
@click.option("--workers", "-w", type=click.IntRange(min=1), help="Processes that read documents. [default: one a core]")
@click.option(
    "--column",
    "columns",
    metavar="ROLE=NAME",
    multiple=True,
    help="Which column of a CSV or JSON file has the documents' text (text=NAME), title, url, published, publisher or author; may be given several"
    " times. [default: recognised by name]",
)
@click.option(
    "--corrections",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What you put right in the tables, as CSV. [default: corrections.csv in the folder INPUT]",
)
@_LEXICON
def run(input: Path, output: Path, workers: int | None, columns: tuple[str, ...], corrections: Path | None, lexicon: Path | None) -> None:
    """Read every document under INPUT, a folder or a file, and write the tables to the output folder.

    Archives (ZIP, tar), crawls (WARC) and exports of records (CSV, JSON, JSON Lines), packed with gzip or not, are opened: each document in
    them is one of its own.

    \b
    Exit status: 0 all documents read, if only in part; 1 some were rejected, the rest is published;
    2 wrong usage; 3 the run failed and nothing was published.
    """
    _check_input(input)
    _check_output(output)
    _additions(lexicon)
    _check_columns(columns)
    _check_corrections(input, corrections)
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING")
    import flows
    from zhengce.progress import showing
    from zhengce.report import lines

    try:
        with showing() as progress:
            summary = flows.run(input, output, workers=workers, lexicon=lexicon, columns=columns, corrections=corrections, progress=progress)
    except Exception as error:
        if os.environ.get("ZHENGCE_TRACEBACK"):
            raise
        click.echo(f"zhengce: the run failed, nothing was published: {type(error).__name__}: {error}", err=True)
        click.echo("Set ZHENGCE_TRACEBACK=1 to see where.", err=True)
        sys.exit(FAILED)
    for line in lines(summary):
        click.echo(line)
    sys.exit(REJECTED if summary.documents["rejected"] else 0)


@main.command()
@click.argument("file", type=click.File("rb"))
@click.option("--format", "-f", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True, help="How to print it.")
@click.option("--explain", is_flag=True, help="Say of every row which rule made it and what each inferred field rests on.")
@_LEXICON
def extract(file: BinaryIO, format_: str, explain: bool, lexicon: Path | None) -> None:
    """Read one document (FILE, or - for standard input) and print what was found.

    Exit status: 0 read; 1 nothing could be read, a finding says why; 2 wrong usage.
    """
    from extractors.additions import use
    from zhengce import extract as read
    from zhengce.display import print_json, print_reasons, print_tables

    if additions := _additions(lexicon):
        use(additions)
    extraction = read(file.read(), "-" if file.name in ("-", "<stdin>") else Path(file.name).name, explain=explain)
    if format_ == "json":
        print_json(extraction)
    else:
        (print_reasons if explain else print_tables)(extraction)
    sys.exit(REJECTED if extraction.document["status"] == "rejected" else 0)


@main.command()
@click.argument("output", metavar="OUT", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--policies", "-p", multiple=True, metavar="TEXT", help="Only policies with this in their title, or of this id; may be given several times."
)
@click.option("--indicators", "-i", multiple=True, metavar="TEXT", help="Only indicators with this in their name; may be given several times.")
@click.option("--region", "-r", "regions", multiple=True, metavar="TEXT", help="Only policies of this region; may be given several times.")
@click.option("--due-before", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Only what is due before this day (2026-01-01).")
@click.option(
    "--format", "-f", "format_", type=click.Choice(["table", "csv", "md", "json"]), default="table", show_default=True, help="How to print it."
)
@click.option("--limit", "-n", type=click.IntRange(min=1), help="At most so many indicators. [default: 40 in a table, else all]")
def compare(
    output: Path,
    policies: tuple[str, ...],
    indicators: tuple[str, ...],
    regions: tuple[str, ...],
    due_before: datetime | None,
    format_: str,
    limit: int | None,
) -> None:
    """Print a comparison from the tables that a run wrote to OUT, without reading the documents again.

    A row an indicator, a column a policy; indicators that several policies have come first. ≠ marks what documents disagree on.

    Exit status: 0 printed; 1 nothing matches; 2 wrong usage.
    """
    from pipeline.comparison.select import Selection
    from zhengce.comparing import NoTablesError, print_comparison, selected

    try:
        chosen = selected(output, Selection(policies, indicators, regions, due_before.date() if due_before else None))
    except NoTablesError as error:
        raise click.UsageError(str(error)) from error
    print_comparison(chosen, format_, limit)
    sys.exit(0 if chosen.lines else REJECTED)


@main.command()
@click.argument("gold_dir", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--errors", is_flag=True, help="List every miss, false hit and wrong field with its sentence.")
@click.option("--by", "splits", type=click.Choice(["genre", "script", "format"]), multiple=True, help="Split by this; may be given several times.")
@click.option("--format", "-f", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True, help="How to print it.")
@click.option("--workers", "-w", type=click.IntRange(min=1), help="Processes that read documents. [default: one a core]")
@_LEXICON
def evaluate(gold_dir: Path, errors: bool, splits: tuple[Split, ...], format_: str, workers: int | None, lexicon: Path | None) -> None:
    """Score what is found in the documents of GOLD_DIR/docs against the annotations GOLD_DIR/*.json.

    Exit status: 0 scored; 2 wrong usage, or annotations that cannot be used.
    """
    from pipeline.evaluation.annotations import AnnotationError
    from pipeline.evaluation.run import evaluate as score
    from zhengce.evaluation import print_evaluation, print_evaluation_json

    additions = _additions(lexicon)
    try:
        evaluation = score(gold_dir, workers, additions=additions)
    except AnnotationError as error:
        for problem in error.problems:
            click.echo(f"zhengce: {problem}", err=True)
        sys.exit(WRONG)
    for note in evaluation.notes:
        click.echo(f"zhengce: {note}", err=True)
    (print_evaluation_json if format_ == "json" else print_evaluation)(evaluation, splits, errors)


def _additions(path: Path | None) -> Additions | None:
    """The user's words in the file given, read before any work is done."""
    if path is None:
        return None
    from extractors.additions import AdditionsError, read_additions

    try:
        return read_additions(path)
    except AdditionsError as error:
        raise click.UsageError(str(error)) from error


def _check_columns(columns: tuple[str, ...]) -> None:
    if not columns:
        return
    from pipeline.containers import Columns, ColumnsError

    try:
        Columns.parsed(columns)
    except ColumnsError as error:
        raise click.UsageError(str(error)) from error


def _check_corrections(input: Path, given: Path | None) -> None:
    from pipeline.corrections import CorrectionsError, corrections_file, read_corrections

    if path := corrections_file(input, given):
        try:
            read_corrections(path)
        except CorrectionsError as error:
            raise click.UsageError(str(error)) from error


def _check_input(path: Path) -> None:
    if not path.exists():
        broken = ", a broken link" if path.is_symlink() else ""
        raise click.UsageError(f"{path} does not exist{broken}. Name a folder of documents or one document.")
    if path.is_dir() and not os.access(path, os.R_OK | os.X_OK):
        raise click.UsageError(f"The folder {path} cannot be read: permission denied.")


def _check_output(path: Path) -> None:
    """Fail before any work is done when the output cannot be written."""
    nearest = next(folder for folder in (path, *path.absolute().parents) if folder.exists())
    if not nearest.is_dir():
        raise click.UsageError(f"{path} cannot be made: {nearest} is not a folder.")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise click.UsageError(f"{path} cannot be written: no permission to write in {nearest}. Name another folder with --output.")

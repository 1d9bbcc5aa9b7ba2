"""`zhengce evaluate` as its users meet it."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from tests.evaluation.invented import SOURCE, annotation, write
from zhengce.cli import main


def evaluate(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


def test_the_table_has_every_measure(tmp_path: Path) -> None:
    done = evaluate(write(tmp_path))
    assert done.exit_code == 0, done.output
    rows = {line.split()[0]: line.split()[1:] for line in done.stdout.splitlines() if line.strip()}
    assert rows["counts.strict"] == ["1.0000", "1.0000", "1.0000", "2", "0", "0"]
    assert rows["targets.due"] == ["1.0000", "2", "2"]
    assert rows["documents.title"] == ["1.0000", "1", "1"]


def test_json_has_figures_splits_and_errors(tmp_path: Path) -> None:
    raw = annotation()
    raw["counts"][0]["value"] = 13
    done = evaluate(write(tmp_path, raw), "--format", "json", "--errors", "--by", "genre", "--by", "format")
    printed = json.loads(done.stdout)
    assert printed["documents"] == 1
    assert printed["measures"]["counts.strict"] == {"p": 0.5, "r": 0.5, "f1": 0.5, "tp": 1, "fp": 1, "fn": 1}
    assert list(printed["by"]) == ["genre", "format"]
    assert printed["by"]["format"]["txt"]["measures"] == printed["measures"]
    assert list(printed["by"]["genre"]) == ["policy"]
    (error,) = [error for error in printed["errors"] if error["measure"] == "counts.strict"]
    assert error["source"] == SOURCE
    assert error["wanted"] == "12个以上 (value 13, value_max -, unit 个, comparator ge)"
    assert error["sentence"] == "到2023年底，建成智慧码头12个以上，航运数据覆盖率达到90%。"


def test_errors_are_listed_with_their_sentences(tmp_path: Path) -> None:
    raw = annotation()
    del raw["counts"][0], raw["targets"][0]
    raw["deadlines"][0]["context"] = "到2023年底，拆除智慧码头"
    raw["targets"].append(raw["targets"][0] | {"context": "疏浚航道90公里", "value": 90, "unit": "公里"})
    done = evaluate(write(tmp_path, raw), "--errors", "--by", "script")
    assert "hans (1)" in done.stdout
    listed = done.stdout[done.stdout.index(SOURCE) :]
    assert "false hit  12个以上 (value 12, unit 个, comparator ge, item 智慧码头, role target)" in listed
    assert "in         到2023年底，建成智慧码头12个以上，航运数据覆盖率达到90%。" in listed
    assert "missed     疏浚航道90公里" in listed
    assert "the cleaned text has no such words" in listed


def test_annotations_that_cannot_be_used_are_status_2_and_every_mistake_is_named(tmp_path: Path) -> None:
    raw = annotation()
    raw["counts"][0]["role"] = "goal"
    raw["deadlines"][0]["date_to"] = "2023"
    done = evaluate(write(tmp_path, raw))
    assert done.exit_code == 2
    assert "qingting.json: counts[0].role: must be one of target" in done.stderr
    assert "qingting.json: deadlines[0].date_to: must be a date" in done.stderr
    assert done.stdout == ""


def test_an_unknown_field_is_told_and_does_no_harm(tmp_path: Path) -> None:
    raw = annotation()
    raw["counts"][0]["nuit"] = "个"
    done = evaluate(write(tmp_path, raw))
    assert done.exit_code == 0
    assert "counts[0].nuit: is not a known field" in done.stderr


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    done = evaluate(tmp_path / "nowhere")
    assert done.exit_code == 2
    assert "does not exist" in done.stderr


def test_a_document_that_cannot_be_read_is_told_and_missed(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "docs" / SOURCE).write_bytes(bytes(range(256)) * 8)
    done = evaluate(folder)
    assert done.exit_code == 0
    assert f"{SOURCE} could not be read" in done.stderr
    assert "counts.span               1.0000   0.0000   0.0000" in done.stdout

"""Annotations: what is read, and that each mistake is named with its file and field."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.evaluation.annotations import AnnotationError, read_annotations
from tests.conftest import ROOT
from tests.evaluation.invented import SOURCE, annotation, write


def test_an_annotation_is_read_with_its_types(tmp_path: Path) -> None:
    (document,) = read_annotations(write(tmp_path)).documents
    assert (document.source, document.genre, document.published) == (SOURCE, "policy", None)
    assert [(count.value, count.unit, count.comparator, count.role) for count in document.counts] == [
        (12, "个", "ge", "target"),
        (90, "%", "eq", "target"),
    ]
    assert document.deadlines[0].date_to == date(2023, 12, 31)
    assert [target.deadline_date for target in document.targets] == [date(2023, 12, 31)] * 2


def test_quotes_of_a_document_in_traditional_script_are_simplified_and_its_name_is_not(tmp_path: Path) -> None:
    raw = annotation()
    raw["source"] = "青汀灣.txt"
    raw["doc"]["script"] = "hant"
    raw["counts"][0]["item"] = "智慧碼頭"
    folder = write(tmp_path, raw)
    (folder / "docs" / "青汀灣.txt").write_text("青汀灣", encoding="utf-8")
    (document,) = read_annotations(folder).documents
    assert document.source == "青汀灣.txt"
    assert document.counts[0].item == "智慧码头"


def put(*path: str | int, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(raw: Any) -> None:
        for step in path[:-1]:
            raw = raw[step]
        raw[path[-1]] = value

    return change


def take(*path: str | int) -> Callable[[dict[str, Any]], None]:
    def change(raw: Any) -> None:
        for step in path[:-1]:
            raw = raw[step]
        del raw[path[-1]]

    return change


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (put("counts", 1, "role", value="goal"), 'counts[1].role: must be one of target, achieved, change, structure, other, not "goal"'),
        (put("counts", 0, "comparator", value=">="), "counts[0].comparator: must be one of ge, gt, le, lt, approx, eq"),
        (put("counts", 0, "value", value="12"), 'counts[0].value: must be a number, not "12"'),
        (put("counts", 0, "value", value=None), "counts[0].value: must be a number, not null"),
        (put("counts", 0, "value", value=True), "counts[0].value: must be a number, not true"),
        (put("counts", 0, "value", value=float("nan")), "counts[0].value: must be a number, not NaN"),
        (take("counts", 0, "value"), "counts[0].value: is missing"),
        (take("counts", 0, "unit"), "counts[0].unit: is missing"),
        (put("counts", 0, "text", value="　"), "counts[0].text: is empty"),
        (put("counts", 0, "text", value=12), "counts[0].text: must be a text, not 12"),
        (put("counts", 0, value={}), "counts[0].text: is missing"),
        (put("counts", 0, value="12个"), 'counts[0]: must be an object {…}, not "12个"'),
        (put("counts", value={}), "counts: must be a list […], not {}"),
        (put("deadlines", 0, "bound", value="until"), "deadlines[0].bound: must be one of by, during, from, every"),
        (put("deadlines", 0, "date_to", value="2023-12"), 'deadlines[0].date_to: must be a date (2025-12-31) or null, not "2023-12"'),
        (put("deadlines", 0, "date_to", value="20231231"), "deadlines[0].date_to: must be a date"),
        (put("deadlines", 0, "date_to", value=2023), "deadlines[0].date_to: must be a date"),
        (put("targets", 0, "kind", value="quantitive"), "targets[0].kind: must be one of quantitative, qualitative"),
        (take("targets", 0, "value"), "targets[0].value: is missing"),
        (put("tasks", value=[{"title": "建码头", "agencies": "省港航局"}]), 'tasks[0].agencies: must be a list of names, not "省港航局"'),
        (put("tasks", value=[{"label": "一、"}]), "tasks[0].title: is missing"),
        (put("doc", "genre", value="report"), "doc.genre: must be one of policy, news, other"),
        (put("doc", "script", value="zh"), "doc.script: must be one of hans, hant"),
        (take("doc"), "doc: is missing"),
        (put("doc", value=[]), "doc: must be an object"),
        (take("source"), "source: is missing"),
        (put("source", value="gone.txt"), "source: there is no document 'gone.txt'"),
    ],
)
def test_a_mistake_is_named_with_file_and_field(change: Callable[[dict[str, Any]], None], message: str, tmp_path: Path) -> None:
    raw = annotation()
    change(raw)
    with pytest.raises(AnnotationError) as raised:
        read_annotations(write(tmp_path, raw))
    assert f"qingting.json: {message}" in str(raised.value)


def test_every_mistake_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    raw = annotation()
    raw["counts"][0]["role"] = raw["counts"][1]["role"] = "goal"
    write(tmp_path, raw, "one")
    (tmp_path / "two.json").write_text("{", encoding="utf-8")
    (tmp_path / "three.json").write_text("[]", encoding="utf-8")
    with pytest.raises(AnnotationError) as raised:
        read_annotations(tmp_path)
    assert [problem.split(": ")[:2] for problem in raised.value.problems] == [
        ["one.json", "counts[0].role"],
        ["one.json", "counts[1].role"],
        ["three.json", "the file"],
        ["two.json", "is not JSON in UTF-8"],
    ]


def test_a_document_annotated_twice_is_a_mistake(tmp_path: Path) -> None:
    write(tmp_path, name="one")
    with pytest.raises(AnnotationError, match="annotated in another file too"):
        read_annotations(write(tmp_path, name="two"))


def test_a_folder_without_annotations_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match="holds no annotations"):
        read_annotations(tmp_path)


def test_an_unknown_field_is_noted_and_left_alone(tmp_path: Path) -> None:
    raw = annotation()
    raw["counts"][0]["vlaue_max"] = 15
    raw["annotator"] = "LL"
    annotated = read_annotations(write(tmp_path, raw))
    assert len(annotated.documents) == 1
    assert [note.split(": ")[1] for note in annotated.notes] == ["counts[0].vlaue_max", "annotator"]


def test_the_example_in_the_documentation_is_an_annotation(tmp_path: Path) -> None:
    (example,) = re.findall(r"```json\n(.*?)```", (ROOT / "docs" / "annotating.md").read_text(encoding="utf-8"), flags=re.S)
    folder = write(tmp_path, json.loads(example))
    (folder / "docs" / "qingting.html").write_text("<p>", encoding="utf-8")
    annotated = read_annotations(folder)
    assert not annotated.notes
    assert [len(facts) for document in annotated.documents for facts in (document.counts, document.deadlines, document.targets, document.tasks)] == [
        1
    ] * 4

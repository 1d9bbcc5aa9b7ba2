"""Exports of records: which of their columns are read, and what broken ones cost."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from pipeline.containers import Columns, ColumnsError, Record
from pipeline.reading.find import Problem
from pipeline.reading.page import Metadata
from tests.containers.made import PLAN, faults, opened, texts


def lines(*records: object) -> bytes:
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in records).encode()


@pytest.mark.parametrize(
    ("name", "data", "expected", "why"),
    [
        ("a.jsonl", lines({"content": "一"}, {"content": "二"}), {"a.jsonl#1": "一", "a.jsonl#2": "二"}, "a record a line"),
        ("a.txt", lines({"content": "一"}), {"a.txt#1": "一"}, "known by what it begins with"),
        ("a.jsonl", b'{"content": "x"}\r\n\r\n{"content": "y"}\r\n', {"a.jsonl#1": "x", "a.jsonl#3": "y"}, "numbered by lines"),
        ("a.jsonl", "\ufeff".encode() + lines({"content": "一"}), {"a.jsonl#1": "一"}, "with a byte order mark"),
        ("a.jsonl", lines({"正文": "航运政策的通知内容"}).decode().encode("gb18030"), {"a.jsonl#1": "航运政策的通知内容"}, "in GB18030"),
        ("a.json", lines([{"content": "一"}, {"content": "二"}]), {"a.json#1": "一", "a.json#2": "二"}, "a list"),
        ("a.json", json.dumps([{"content": "一"}] * 2, indent=2).encode(), {"a.json#1": "一", "a.json#2": "一"}, "a list over many lines"),
        ("a.json", json.dumps({"content": "一"}, indent=2).encode(), {"a.json#1": "一"}, "one record"),
        ("a.json", lines({"code": 0, "data": {"list": [{"content": "一"}]}}), {"a.json#1": "一"}, "a list that an answer wraps"),
        ("a.json", json.dumps({"rows": [{"content": "一"}]}, indent=1).encode(), {"a.json#1": "一"}, "wrapped, over many lines"),
        ("a.jsonl", lines({"_source": {"content": "一"}}), {"a.jsonl#1": "一"}, "a record in a record"),
        ("a.jsonl", lines({"content": ["一", "二"]}), {"a.jsonl#1": "一\n二"}, "a text as a list of its paragraphs"),
        ("a.jsonl", lines({"text": "一", "html": "<p>一</p>"}), {"a.jsonl#1": "<p>一</p>"}, "HTML has more than text"),
        ("a.jsonl", lines({"html": "", "text": "一"}), {"a.jsonl#1": "一"}, "an empty column is no text"),
        ("a.csv", "标题,正文\n甲,一\n乙,二\n".encode(), {"a.csv#1": "一", "a.csv#2": "二"}, "a table"),
        ("a.csv", "\ufefftitle,Content\nx,一\n".encode(), {"a.csv#1": "一"}, "as Excel saves it"),
        ("a.csv", "标题;正文\n甲;一，二\n".encode(), {"a.csv#1": "一，二"}, "parted by semicolons"),
        ("a.tsv", "标题\t正文\n甲\t一\n".encode(), {"a.tsv#1": "一"}, "parted by tabs"),
        ("a.csv", '正文\n"一\n""二"""\n'.encode(), {"a.csv#1": '一\n"二"'}, "a text over several lines"),
        ("a.csv", "正文\n航运政策的通知内容\n".encode("gb18030"), {"a.csv#1": "航运政策的通知内容"}, "in GB18030"),
        ("a.csv", "标题\t正文\n甲\t一\n".encode("utf-16"), {"a.csv#1": "一"}, "Excel's Unicode text"),
    ],
)
def test_each_record_is_a_document(tmp_path: Path, name: str, data: bytes, expected: dict[str, str], why: str) -> None:
    documents = opened(tmp_path, name, data)
    assert texts(documents) == expected, why
    assert faults(documents) == {}, why


@pytest.mark.parametrize(
    ("fields", "expected", "why"),
    [
        ({"title": "某方案", "url": "http://a.cn/1", "date": "2021-03-02"}, Metadata("http://a.cn/1", "某方案", date(2021, 3, 2)), "plain"),
        ({"标题": "某方案", "发布日期": "2021年3月2日"}, Metadata(None, "某方案", date(2021, 3, 2)), "in Chinese"),
        ({"發布日期": "2021/3/2", "Page_Title": "某方案"}, Metadata(None, "某方案", date(2021, 3, 2)), "traditional script, any spelling"),
        ({"pubtime": 1614639600}, Metadata(published=date(2021, 3, 2)), "seconds since 1970, in China"),
        ({"publishTime": "1614639600000"}, Metadata(published=date(2021, 3, 2)), "milliseconds"),
        ({"published": "昨天", "date": "2021-03-02"}, Metadata(published=date(2021, 3, 2)), "what cannot be read gives way"),
        ({"url": "a/1.html"}, Metadata(), "no address"),
        ({"来源": "青汀日报", "作者": "无"}, Metadata(publisher="青汀日报"), "nothing said in a word"),
        ({"title": "null", "author": {"name": "某人"}}, Metadata(), "nothing that is a name"),
    ],
)
def test_a_record_says_what_it_is(tmp_path: Path, fields: dict[str, object], expected: Metadata, why: str) -> None:
    (document,) = opened(tmp_path, "a.jsonl", lines({**fields, "content": "一"}))
    assert isinstance(document, Record)
    assert document.metadata == expected, why


def test_the_user_names_columns_that_say_nothing(tmp_path: Path) -> None:
    data = "c1,c2,html\n甲方案,一,二\n".encode()
    (document,) = opened(tmp_path, "a.csv", data, "text=c2", "title=c1")
    assert isinstance(document, Record)
    assert (document.data.decode(), document.metadata.title) == ("一", "甲方案")


@pytest.mark.parametrize("choice", ["text", "=正文", "text=", "body=正文"])
def test_a_choice_that_names_no_column_is_refused(choice: str) -> None:
    with pytest.raises(ColumnsError, match="write ROLE=NAME"):
        Columns.parsed([choice])


@pytest.mark.parametrize(
    ("name", "data", "choices"),
    [
        ("INDEX.jsonl", lines(*[{"file": f"{number}.txt", "title": "某方案", "year": 2021} for number in range(200)]), ()),
        ("INDEX.csv", "file,title,year\n1.txt,某方案,2021\n".encode() * 3, ()),
        ("INDEX.json", lines([{"file": "1.txt", "title": "某方案", "year": 2021}]), ()),
        ("INDEX.jsonl", lines({"file": "1.txt", "title": "x", "year": 2021, "text": "一"}), ("text=正文",)),
    ],
)
def test_an_export_without_texts_is_one_finding(tmp_path: Path, name: str, data: bytes, choices: tuple[str, ...]) -> None:
    (problem,) = opened(tmp_path, name, data, *choices)
    assert isinstance(problem, Problem)
    assert (problem.source, problem.finding.code) == (name, "no-text-column")
    assert "file, title, year" in problem.finding.message
    assert "--column text=NAME" in problem.finding.message


def test_a_record_without_a_text_or_broken_costs_itself(tmp_path: Path) -> None:
    data = lines({"content": PLAN}, {"content": ""}, {"title": "x"}) + b'\n{"content": "cut\n[1]\n' + lines({"content": "二"})
    documents = opened(tmp_path, "a.jsonl", data)
    assert texts(documents) == {"a.jsonl#1": PLAN, "a.jsonl#6": "二"}
    assert faults(documents) == {
        "a.jsonl#2": "empty-text",
        "a.jsonl#3": "empty-text",
        "a.jsonl#4": "damaged-record",
        "a.jsonl#5": "damaged-record",
    }


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", b'[{"a": ' + b"[" * 200_000),
        ("a.json", b'{"a":' * 200_000),
        ("a.jsonl", b'{"text": 1' + b"0" * 10_000 + b"}"),
        ("a.jsonl", b'{"text": "x"}\n' + b'{"text"\n' * 1000),
        ("a.csv", b"text\n" + b'"' + b"x,\n" * 100_000),
    ],
)
def test_hostile_records_are_given_up(tmp_path: Path, name: str, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.containers.rows.MOST_BYTES", 100_000)
    documents = opened(tmp_path, name, data)
    assert len(documents) < 100
    assert isinstance(documents[-1], Problem)


def test_a_long_list_is_read_as_a_stream(tmp_path: Path) -> None:
    """Records across the borders of what is read at a time."""
    data = json.dumps([{"text": f"{number}" + "一" * (number * 7 % 5000)} for number in range(300)], indent=1).encode()
    assert [text.rstrip("一") for text in texts(opened(tmp_path, "a.json", data)).values()] == [str(number) for number in range(300)]

"""What holds of any document: whole documents in the genre, put together from invented pieces, and bytes of every kind."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import zhengce
from extractors.records import Facts
from pipeline.process import process
from pipeline.result import DocumentResult
from pipeline.tables import tables_of
from pipeline.tables.ids import doc_id
from pipeline.tables.publish import publish
from pipeline.tables.schema import PER_DOCUMENT, TABLES
from pipeline.tables.verify import verify

SPANNED = ("mentions", "counts", "deadlines", "targets", "tasks")

# Pieces of the language of policies. Their order makes no sense, and must not have to.
WHEN = ["到2025年，", "2023年底前，", "“十四五”期间，", "6月底前，", "每年", "二〇二五年前", "到2035年", "力争到2022年，", "自印发之日起30日内", ""]
DONE = ["建成", "新增", "力争达到", "覆盖率达到", "完成", "不少于", "培育", "比2020年提高", "控制在", "实现", "开展", ""]
MUCH = [
    "50个以上",
    "3—5家",
    "90%",
    "约1.2万亿元",
    "一百二十项",
    "不超过3个百分点",
    "八大",
    "1,200公里",
    "两",
    "翻一番",
    "0",
    "第三",
    "99999999999999999999吨",
    "",
]
WHAT = ["滨海绿道", "智慧码头", "地方标准", "“浪花”通用户数", "《青汀市航运条例》", "人才（团队）", "港口吞吐量", "体系基本完善", "重点任务", ""]
WHO = [
    "（责任单位：省港航局、省财政厅）",
    "（市农业农村局牵头，市财政局配合）",
    "责任单位：各县（区）政府",
    "（列第一的为牵头单位）",
    "",
]
LABEL = ["一、", "（二）", "3.", "第四条 ", "一是", "① ", "（５）", "十二、", "", ""]
HEAD = ["总体目标", "重点任务", "保障措施", "基本原则", "加快航运发展", "附则", "名词解释"]
MARK = ["。", "；", "，", "\n", "。\n", "：", "\t", "、", "（", "》", " "]
TITLE = ["云岚省智慧航运发展行动方案（2021—2023年）", "关于印发《临澜县绿道规划》的通知", "云政办发〔2021〕7号", "各市、县人民政府：", "2021年5月6日"]
WRAP = [
    "{}",
    "<html><body>{}</body></html>",
    "---\ntitle: {}\ndate: 2021-05-06\n---\n{}",
    "<table><tr><td>{}</td><td>3</td></tr></table>",
    "# {}",
    "<p>{}</p><p>{}",
]
ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "utf-16"]

CLAUSES = st.tuples(*map(st.sampled_from, (WHEN, DONE, MUCH, WHAT, WHO, MARK))).map("".join)
ITEMS = st.tuples(st.sampled_from(LABEL), st.sampled_from(HEAD), st.sampled_from(MARK), st.lists(CLAUSES, max_size=4).map("".join)).map("".join)
PURE = st.lists(ITEMS | CLAUSES | st.sampled_from(TITLE), min_size=1, max_size=12).map("\n".join)
BODIES = st.lists(PURE | st.text(max_size=8), min_size=1, max_size=3).map("\n".join)
OPENING = "临澜县人民政府关于加快发展海上绿道的通知\n各乡镇人民政府，县政府各部门：为了让群众走得近、看得见海，现将有关事项通知如下。"


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """A document in the genre: titles, numbered items, clauses and noise, in one of the formats and encodings."""
    body, wrap = draw(BODIES), draw(st.sampled_from(WRAP))
    return wrap.replace("{}", body).encode(draw(st.sampled_from(ENCODINGS)), "replace")


DOCUMENTS = documents()
ANYTHING = st.binary(max_size=300) | DOCUMENTS | st.tuples(DOCUMENTS, st.binary(max_size=20), DOCUMENTS).map(b"".join)


def check(tables: dict[str, list[dict[str, Any]]], texts: dict[str, str]) -> None:
    """Every row lies where it says, and every id that a row names has its row."""
    for name, rows in tables.items():
        for row in rows:
            if "start" in row and row["start"] is not None:
                text = texts[row["doc_id"]]
                assert 0 <= row["start"] <= row["end"] <= len(text), (name, row)
                if name in SPANNED:
                    assert text[row["start"] : row["end"]] == row["text"] != "", (name, row)
        for key in TABLES[name].foreign_keys:
            known = {other[key.key] for other in tables[key.table]}
            assert {row[key.column] for row in rows} <= known | {None}, (name, key)


def unharmed(result: DocumentResult) -> bool:
    """No error of our own was caught on the way: it would hide behind a finding."""
    return not any(finding.code in ("internal-error", "inconsistent-facts") for finding in result.findings)


@given(ANYTHING)
def test_any_bytes_give_one_document_and_never_an_error_of_ours(data: bytes) -> None:
    result = process(data, "any.html")
    assert unharmed(result), result.findings
    tables = tables_of([result])
    assert not any(row["code"] == "inconsistent-facts" for row in tables["findings"]), tables["findings"]
    (row,) = tables["documents"]
    assert row["chars"] == len(result.text)
    assert row["status"] != "rejected" or (result.facts == Facts() and result.text == "" and tables["findings"])
    check(tables, {row["doc_id"]: result.text})


@settings(max_examples=40)
@given(PURE, st.sampled_from(["gb18030", "utf-8-sig", "utf-16"]), st.sampled_from(["\n", "\r\n", "\r"]))
def test_the_same_text_gives_the_same_facts_in_any_encoding(body: str, encoding: str, line_end: str) -> None:
    """Enough of it stands at the top for the encoding to be told."""
    text = f"{OPENING}\n{body}"
    expected, found = zhengce.extract(text), zhengce.extract(text.replace("\n", line_end).encode(encoding))
    assert found.text == expected.text
    for name in TABLES.keys() - {"documents"}:
        assert found.tables[name] == expected.tables[name], name


@settings(max_examples=40)
@given(st.lists(DOCUMENTS, min_size=2, max_size=5), st.integers(0, 4), st.randoms(use_true_random=False))
def test_a_document_gives_the_same_rows_whatever_else_is_in_the_input(contents: list[bytes], chosen: int, random: Any) -> None:
    """Alone and among others, in whatever order they come."""
    results = [process(content, f"{number}/页.txt") for number, content in enumerate(contents)]
    chosen %= len(results)
    alone = tables_of([results[chosen]])
    random.shuffle(results)
    together = tables_of(results)
    identifier = doc_id(f"{chosen}/页.txt")
    check(together, {doc_id(result.source): result.text for result in results})
    for name in PER_DOCUMENT:
        assert [row for row in together[name] if row["doc_id"] == identifier] == alone[name], name


@settings(max_examples=15)
@given(st.lists(ANYTHING, min_size=1, max_size=6))
def test_two_runs_are_byte_identical_and_keep_the_schema(tmp_path_factory: pytest.TempPathFactory, contents: list[bytes]) -> None:
    """As published: the second run meets the documents in the opposite order, and fresh results of them."""
    folder = tmp_path_factory.mktemp("twice")
    publish([process(content, f"{number}.txt") for number, content in enumerate(contents)], folder / "first")
    publish([process(content, f"{number}.txt") for number, content in reversed(list(enumerate(contents)))], folder / "second")
    assert files(folder / "first") == files(folder / "second")
    assert verify(folder / "first")["documents"] == len(contents)


def files(folder: Path) -> Sequence[tuple[str, bytes]]:
    return [(str(path.relative_to(folder)), path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()]


@pytest.fixture(autouse=True)
def _quiet() -> None:
    """What an error of ours writes to the log, the assertion shows."""
    logging.getLogger("pipeline").setLevel(logging.CRITICAL)

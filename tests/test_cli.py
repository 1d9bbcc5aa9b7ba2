"""The command as its users meet it: as a process."""

from __future__ import annotations

import csv
import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.process import process
from pipeline.tables.publish import publish
from tests.published import rows
from zhengce.cli import main

ROOT = Path(__file__).resolve().parent.parent
PLAN = "青汀市智慧航运发展行动方案（2021—2023年）\n\n到2023年底，建成智慧码头12个以上，航运数据覆盖率达到90%。\n"


def zhengce(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `zhengce` and give its exit status and what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "zhengce", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        timeout=300,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.parametrize("arguments", [(), *((command,) for command in main.commands)])
def test_help_is_everywhere(arguments: tuple[str, ...]) -> None:
    done = zhengce(*arguments, "--help")
    assert done.returncode == 0
    assert "Usage:" in done.stdout


def test_extract_prints_aligned_tables() -> None:
    done = zhengce("extract", "-", stdin=PLAN.encode())
    assert done.returncode == 0, done.stderr
    assert "12个以上" in done.stdout
    assert "2023-12-31" in done.stdout


def test_extract_prints_json() -> None:
    done = zhengce("extract", "-", "--format", "json", stdin=PLAN.encode("gb18030"))
    found = json.loads(done.stdout)
    assert found["tables"]["documents"][0]["encoding"] == "gb18030"
    count = found["tables"]["counts"][0]
    assert found["text"][count["start"] : count["end"]] == count["text"] == "12个以上"


def test_extract_does_without_prefect_and_pandas() -> None:
    code = (
        "import sys, runpy; sys.argv = ['zhengce', 'extract', '-']\n"
        "try:\n runpy.run_module('zhengce', run_name='__main__')\n"
        "except SystemExit: pass\n"
        "print(sorted({'prefect', 'pandas', 'flows'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], input=PLAN.encode(), capture_output=True, timeout=120)
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_extract_says_what_is_wrong_with_what_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 8)
    done = zhengce("extract", tmp_path / "noise.bin")
    assert done.returncode == 1
    assert "noise.bin" in done.stdout
    assert "rejected" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("run", "nowhere", "--output", "out"), "nowhere does not exist"),
        (("run", ".", "--output", "plan.txt/out"), "plan.txt is not a folder"),
        (("run", "."), "Missing option '--output'"),
        (("run", ".", "--output", "out", "--workers", "0"), "--workers"),
        (("extract", "nowhere.html"), "nowhere.html"),
        (("run", ".", "--output", "out", "--column", "正文"), "write ROLE=NAME"),
        (("tabulate",), "No such command"),
    ],
)
def test_wrong_usage_is_status_2_and_says_what_is_wrong(
    arguments: tuple[str, ...], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    done = zhengce(*arguments, PYTHONPATH=str(ROOT))
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def held_to_permissions() -> list[str]:
    """What to put before a command so that file permissions hold for it: root passes over them unless it gives that up."""
    if os.geteuid() != 0:
        return []
    if not shutil.which("setpriv"):
        pytest.skip("run as root, and there is no setpriv to give up root's right to read everything")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("run", "in", "--output", "closed/out"), "closed/out cannot be written: no permission to write in "),
        (("run", "closed", "--output", "out"), "closed"),
        (("extract", "in/closed.txt"), "closed.txt"),
    ],
)
def test_what_may_not_be_read_or_written_is_said_before_any_work(arguments: tuple[str, ...], message: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "closed.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "in" / "closed.txt").chmod(0)
    (tmp_path / "closed").mkdir(mode=0o100)
    command = [*held_to_permissions(), sys.executable, "-m", "zhengce", *arguments]
    done = subprocess.run(command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2, done.stderr
    assert message in done.stderr
    assert "Traceback" not in done.stderr


#: File names as scrapers and old archives leave them.
NAMES = [
    "政策.txt".encode(),
    "政策.txt".encode("gb18030"),
    b"\xff\xfe.txt",
    b"two\nlines.txt",
    b"a\ttab.txt",
    b"quote\"'.txt",
    b" .txt",
    b"back\\slash.txt",
    b"-o.txt",
    b"[red]bold.txt",
]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[bytes]]:
    """A folder of everything that has gone wrong with input, run into a folder inside itself, twice; the second run's output."""
    folder = tmp_path_factory.mktemp("bad") / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    (folder / "same.txt").write_text(PLAN, encoding="utf-8")
    (folder / "deep" / "plan.html").write_text(f"<html><body><p>{PLAN}</p></body></html>", encoding="gb18030")
    for number, name in enumerate(NAMES):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(PLAN.replace("12", str(number + 20)), encoding="utf-8")
    (folder / "records.jsonl").write_text(json.dumps({"c": PLAN.replace("12", "61"), "url": "http://a.cn/61"}), encoding="utf-8")
    (folder / "INDEX.jsonl").write_text(json.dumps({"file": "plan.txt", "title": "方案"}), encoding="utf-8")
    (folder / "cut.zip").write_bytes(b"PK\x03\x04")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "noise.bin").write_bytes(random.Random(7).randbytes(4096))
    (folder / "broken.html").symlink_to(folder / "gone.html")
    (folder / "deep" / "loop").symlink_to("..")
    (folder / "itself").symlink_to("itself")
    os.mkfifo(folder / "pipe")
    (folder / "closed.txt").write_text(PLAN, encoding="utf-8")
    (folder / "closed.txt").chmod(0)
    command = [*held_to_permissions(), sys.executable, "-m", "zhengce", "run", str(folder), "--output", str(folder / "out"), "--column", "text=c"]
    for _ in range(2):
        done = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, timeout=300)
    return folder / "out", done


REJECTED = {"empty.txt", "noise.bin", "broken.html", "deep/loop", "itself", "pipe", "closed.txt", "INDEX.jsonl", "cut.zip"}


@pytest.mark.flow
class TestRun:
    def test_some_rejected_is_status_1_and_a_summary(self, published: tuple[Path, subprocess.CompletedProcess[bytes]]) -> None:
        output, done = published
        assert done.returncode == 1, done.stderr
        told = done.stdout.decode()
        assert f"{len(REJECTED)} rejected" in told
        assert str(output / "tables" / "comparison.csv") in told
        assert "Traceback" not in done.stderr.decode()

    def test_every_file_has_its_row_and_the_bad_ones_say_why(self, published: tuple[Path, subprocess.CompletedProcess[bytes]]) -> None:
        """Nothing of the output, which lies in the input, is read by the second run."""
        documents = {row["source"]: row for row in rows(published[0], "documents")}
        assert {source for source, row in documents.items() if row["status"] == "rejected"} == REJECTED
        assert len(documents) == len(NAMES) + 4 + len(REJECTED)
        assert documents["records.jsonl#1"]["url"] == "http://a.cn/61"
        told = {row["doc_id"]: row["message"] for row in rows(published[0], "findings") if row["severity"] == "error"}
        for source in REJECTED:
            assert source in told[documents[source]["doc_id"]]

    def test_a_document_is_read_whatever_its_name(self, published: tuple[Path, subprocess.CompletedProcess[bytes]]) -> None:
        """Two files may have one name, in two encodings: they are told apart."""
        documents = {row["source"]: row for row in rows(published[0], "documents")}
        assert documents["deep/plan.html"]["encoding"] == "gb18030"
        assert {"政策.txt", "政策.txt#2", "two\nlines.txt", "a\ttab.txt", " .txt", "back\\slash.txt"} <= documents.keys()
        values = {row["value"] for row in rows(published[0], "counts") if row["unit"] == "个"}
        assert values == {"12", "61", *(str(number + 20) for number in range(len(NAMES)))}

    def test_copies_are_found_out(self, published: tuple[Path, subprocess.CompletedProcess[bytes]]) -> None:
        documents = {row["source"]: row["doc_id"] for row in rows(published[0], "documents")}
        copies = {row["doc_id"]: row["message"] for row in rows(published[0], "findings") if row["code"] == "duplicate-document"}
        assert "plan.txt" in copies[documents["same.txt"]]

    def test_rows_point_at_their_words(self, published: tuple[Path, subprocess.CompletedProcess[bytes]]) -> None:
        for row in rows(published[0], "counts"):
            text = (published[0] / "texts" / f"{row['doc_id']}.txt").read_text(encoding="utf-8")
            assert text[int(row["start"]) : int(row["end"])] == row["text"]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compared")
    shown = "{}智慧航运发展行动方案（2021—{}年）\n\n到{}年底，建成智慧码头{}个以上，航运数据覆盖率达到90%。\n"
    results = [
        process(shown.format(place, year, year, value).encode(), f"{place}.txt")
        for place, year, value in (("青汀市", 2023, 12), ("云岚省", 2025, 40), ("临澜市", 2023, 7))
    ]
    publish(results, folder)
    return folder


class TestCompare:
    """`zhengce compare` reads the published tables, not the documents."""

    def test_a_row_an_indicator_and_a_column_a_policy(self, output: Path) -> None:
        done = zhengce("compare", output, "--format", "csv")
        header, *lines = csv.reader(done.stdout.splitlines())
        by_name = {line[0]: dict(zip(header, line, strict=True)) for line in lines}
        berths = next(cells for name, cells in by_name.items() if "智慧码头" in name)
        assert {cell for name, cell in berths.items() if "方案" in name} == {"≥12 (2023-12-31)", "≥40 (2025-12-31)", "≥7 (2023-12-31)"}

    @pytest.mark.parametrize(
        ("options", "policies", "indicators", "why"),
        [
            (["--region", "云岚"], 1, 2, "one region"),
            (["--policies", "2023年"], 2, 2, "a part of the title"),
            (["--policies", "青汀", "-p", "云岚"], 2, 2, "either of two"),
            (["--indicators", "码头"], 3, 1, "a part of the indicator"),
            (["--due-before", "2024-01-01"], 2, 2, "what is due earlier"),
            (["--limit", "1"], 3, 1, "the first rows"),
        ],
    )
    def test_a_part_of_it(self, output: Path, options: list[str], policies: int, indicators: int, why: str) -> None:
        header, *lines = csv.reader(zhengce("compare", output, "--format", "csv", *options).stdout.splitlines())
        assert (sum("方案" in name for name in header), len(lines)) == (policies, indicators), why

    def test_as_json(self, output: Path) -> None:
        found = json.loads(zhengce("compare", output, "-f", "json", "-i", "码头").stdout)
        assert [len(one["policies"]) for one in found] == [3]
        assert found[0]["unit"] == "个"

    def test_as_markdown(self, output: Path) -> None:
        lines = zhengce("compare", output, "-f", "md").stdout.splitlines()
        assert lines[1].startswith("| --- |")
        assert len({line.count("|") for line in lines}) == 1

    def test_as_a_table_for_the_terminal(self, output: Path) -> None:
        done = zhengce("compare", output)
        assert "智慧码头" in done.stdout
        assert "≥12 (2023-12-31)" in done.stdout

    def test_a_terminal_is_told_what_it_is_not_shown(self, output: Path) -> None:
        assert "1 more indicators (--limit)" in zhengce("compare", output, "-n", "1").stdout

    def test_nothing_that_matches(self, output: Path) -> None:
        done = zhengce("compare", output, "-i", "铁路")
        assert (done.returncode, done.stderr) == (1, "Nothing matches. zhengce compare OUT shows all that there is.\n")

    def test_a_folder_without_tables(self, tmp_path: Path) -> None:
        done = zhengce("compare", tmp_path)
        assert done.returncode == 2
        assert "has no tables to compare: is it the output folder of `zhengce run`?" in done.stderr

    def test_tables_of_another_version(self, output: Path, tmp_path: Path) -> None:
        (tmp_path / "tables").mkdir()
        (tmp_path / "tables" / "comparison_long.csv").write_text("indicator_key,value\n", "utf-8")
        done = zhengce("compare", tmp_path)
        assert done.returncode == 2
        assert "run it again" in done.stderr


def test_corrections_that_cannot_be_read_stop_the_run_before_it_begins(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(PLAN, "utf-8")
    (tmp_path / "corrections.csv").write_text("id,right\n", "utf-8")
    done = zhengce("run", tmp_path, "--output", tmp_path / "out")
    assert done.returncode == 2
    assert "no column column, value; unknown column right" in done.stderr
    assert not (tmp_path / "out").exists()

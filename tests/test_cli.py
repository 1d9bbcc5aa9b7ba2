"""The command as its users meet it: as a process."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

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


def rows(output: Path, table: str) -> list[dict[str, str]]:
    with (output / "tables" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("arguments", [(), ("run",), ("extract",)])
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
        (("tabulate",), "No such command"),
    ],
)
def test_wrong_usage_is_status_2_and_says_what_is_wrong(arguments: tuple[str, ...], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    done = zhengce(*arguments, PYTHONPATH=str(Path(__file__).resolve().parent.parent))
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.flow
def test_run_publishes_what_can_be_read_and_names_what_cannot(tmp_path: Path) -> None:
    """Each kind of bad input costs itself alone, exit status 1 and a finding that names it."""
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    (folder / "deep" / "plan.html").write_text(f"<html><body><p>{PLAN}</p></body></html>", encoding="gb18030")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "noise.bin").write_bytes(os.urandom(4096))
    (folder / "broken.html").symlink_to(folder / "gone.html")
    done = zhengce("run", folder, "--output", tmp_path / "out")
    assert done.returncode == 1, done.stderr
    documents = {row["source"]: row for row in rows(tmp_path / "out", "documents")}
    assert documents["plan.txt"]["status"] == "ok"
    assert documents["deep/plan.html"]["status"] == "ok"
    assert documents["deep/plan.html"]["encoding"] == "gb18030"
    bad = {"empty.txt", "noise.bin", "broken.html"}
    assert {source for source, row in documents.items() if row["status"] == "rejected"} == bad
    told = {row["doc_id"]: row["message"] for row in rows(tmp_path / "out", "findings") if row["severity"] == "error"}
    for source in bad:
        assert source in told[documents[source]["doc_id"]]
    for row in rows(tmp_path / "out", "counts"):
        text = (tmp_path / "out" / "texts" / f"{row['doc_id']}.txt").read_text(encoding="utf-8")
        assert text[int(row["start"]) : int(row["end"])] == row["text"]

"""The Prefect flow as it is run: one process with one server of its own, everything it may write in a folder of the test's."""

from __future__ import annotations

import importlib.metadata
import json
import os
import subprocess
import sys
import textwrap
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from tests.published import rows

ROOT = Path(__file__).resolve().parent.parent
PLAN = "青汀市智慧航运发展行动方案（2021—2023年）\n\n到2023年底，建成智慧码头{0}个以上，航运数据覆盖率达到9{0}%。\n"
GOOD, BATCH = 7, 3

# What the process does: a run that goes well, two that cannot publish, and what Prefect's own record says of them.
SCRIPT = textwrap.dedent(
    """
    import asyncio, fcntl, json, os
    from pathlib import Path

    def main():
        import flows
        from prefect.client.orchestration import get_client

        told = {"found": [], "read": 0}
        def read(): told["read"] += 1
        summary = flows.run(Path("in"), Path("out"), workers=2, batch_size=BATCH, progress=flows.Progress(told["found"].append, read))
        told["documents"], told["rows"] = dict(summary.documents), summary.rows

        before = {str(path): path.read_bytes() for path in sorted(Path("out").rglob("*")) if path.is_file()}
        told["failed"] = []
        held = os.open("out", os.O_RDONLY)
        fcntl.flock(held, fcntl.LOCK_EX)
        for output in ("out", "in/plan-0.txt"):
            try:
                flows.run(Path("in"), Path(output), workers=1)
            except Exception as error:
                told["failed"].append([type(error).__name__, str(error)])
        os.close(held)
        after = {str(path): path.read_bytes() for path in sorted(Path("out").rglob("*")) if path.is_file()}
        told["untouched"] = before == after

        async def recorded():
            async with get_client() as client:
                # Not `read_artifacts`: it sends nulls that the server refuses.
                made = (await client.request("POST", "/artifacts/filter", json={})).json()
                told["artifacts"] = [[artifact["flow_run_id"], artifact["data"]] for artifact in made if artifact["key"] == "run-summary"]
                told["tasks"] = sorted([task.name, task.state.type.value] for task in await client.read_task_runs(limit=200, sort="NAME_ASC"))
                told["flows"] = sorted([run.state.type.value, str(run.id)] for run in await client.read_flow_runs(limit=200, sort="ID_DESC"))
        asyncio.run(recorded())
        told["environment"] = {name: os.environ.get(name) for name in ("DO_NOT_TRACK", "PREFECT_SERVER_ANALYTICS_ENABLED", "PREFECT_HOME")}
        Path("told.json").write_text(json.dumps(told))

    if __name__ == "__main__":
        main()
    """
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the flow has run: `home`, `tmp` and `prefect` are all it was given beside its input and output."""
    folder = tmp_path_factory.mktemp("flow")
    for name in ("home", "tmp", "in/deep"):
        (folder / name).mkdir(parents=True)
    for number in range(GOOD):
        (folder / "in" / f"plan-{number}.txt").write_text(PLAN.format(number), encoding="utf-8")
    (folder / "in" / "deep" / "empty.html").write_bytes(b"")
    (folder / "in" / "lost.txt").symlink_to("nowhere.txt")
    (folder / "in" / "corrections.csv").write_text(
        "source,words,column,value\nplan-3.txt,93%,item,航运数据上线率\nplan-99.txt,93%,item,无\n", encoding="utf-8"
    )
    script = folder / "script.py"
    script.write_text(SCRIPT.replace("BATCH", str(BATCH)), encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT", "XDG", "DO_NOT_TRACK"))}
    own = {"HOME": folder / "home", "TMPDIR": folder / "tmp", "PREFECT_HOME": folder / "prefect", "PYTHONPATH": ROOT, "PYTHONDONTWRITEBYTECODE": 1}
    done = subprocess.run(
        [sys.executable, script.name], cwd=folder, env=kept | {name: str(value) for name, value in own.items()}, capture_output=True, timeout=300
    )
    assert done.returncode == 0, done.stderr.decode()
    return folder


@pytest.fixture(scope="module")
def told(place: Path) -> dict[str, Any]:
    """What the process reported."""
    report: dict[str, Any] = json.loads((place / "told.json").read_text(encoding="utf-8"))
    return report


@pytest.mark.flow
class TestFlow:
    def test_a_failing_document_costs_itself_alone(self, place: Path, told: dict[str, Any]) -> None:
        statuses = {row["source"]: row["status"] for row in rows(place / "out", "documents")}
        assert statuses == {f"plan-{number}.txt": "ok" for number in range(GOOD)} | {"deep/empty.html": "rejected", "lost.txt": "rejected"}
        assert told["documents"] == {"ok": GOOD, "rejected": 2}
        assert {row["value"] for row in rows(place / "out", "counts") if row["unit"] == "%"} == {f"9{number}" for number in range(GOOD)}

    def test_corrections_in_the_folder_are_applied_and_are_no_document(self, place: Path) -> None:
        assert [(row["outcome"], row["source"]) for row in rows(place / "out", "corrections")] == [
            ("applied", "plan-3.txt"),
            ("unmatched", "plan-99.txt"),
        ]
        assert [row["indicator"] for row in rows(place / "out", "targets") if row["corrected"]] == ["航运数据上线率"]

    def test_progress_counts_every_document_that_is_there_to_be_read(self, told: dict[str, Any]) -> None:
        """The broken link is known to be lost before reading begins."""
        assert told["found"] == [GOOD + 1]
        assert told["read"] == GOOD + 1

    def test_prefect_sees_batches_not_documents(self, told: dict[str, Any]) -> None:
        """Three of the run that goes well, one of each that fails."""
        assert [name for name, _ in told["tasks"] if name.startswith("batch")] == ["batch 1"] * 3 + ["batch 2", "batch 3"]
        assert {state for _, state in told["tasks"]} == {"COMPLETED"}

    def test_the_summary_is_an_artifact_of_the_run_that_published(self, told: dict[str, Any]) -> None:
        ((run, data),) = told["artifacts"]
        assert ["COMPLETED", run] in told["flows"]
        assert f"- {GOOD} ok" in data
        assert "- 2 rejected" in data
        for name, count in told["rows"].items():
            assert f"| {name} | {count} |" in data

    def test_a_run_that_fails_publishes_nothing_and_leaves_what_was_there(self, told: dict[str, Any]) -> None:
        """Once because another run holds the output, once because the output is a file."""
        (first, busy), (second, a_file) = told["failed"]
        assert first == second == "PublishError"
        assert "another run is publishing" in busy
        assert "is a file" in a_file
        assert told["untouched"]
        assert [state for state, _ in told["flows"]] == ["COMPLETED", "FAILED", "FAILED"]

    def test_nothing_is_written_but_the_output_prefects_home_and_the_cache_of_words(self, place: Path) -> None:
        assert (place / "prefect").is_dir()
        assert {path.relative_to(place / "home").parts[:2] for path in (place / "home").rglob("*") if path.is_file()} <= {(".cache", "zhengce")}
        assert list((place / "tmp").iterdir()) == []
        assert sorted(path.name for path in place.iterdir()) == ["home", "in", "out", "prefect", "script.py", "tmp", "told.json"]
        assert sorted(path.name for path in (place / "out").iterdir()) == ["datapackage.json", "tables", "texts"]

    def test_nothing_is_told_to_anyone_unless_the_operator_says_so(self, told: dict[str, Any]) -> None:
        assert told["environment"]["DO_NOT_TRACK"] == "1"
        assert told["environment"]["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"


def test_the_operators_settings_of_prefect_stand(tmp_path: Path) -> None:
    """What is set in the environment is used as it is."""
    own = {"PREFECT_HOME": str(tmp_path / "own"), "DO_NOT_TRACK": "0", "PREFECT_SERVER_ANALYTICS_ENABLED": "true"}
    code = "import flows\nfrom prefect.settings import get_current_settings\ns = get_current_settings()\nprint(s.home, s.server.analytics_enabled)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=os.environ | own | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=120
    )
    assert done.stdout.splitlines() == [f"{tmp_path / 'own'} True"], done.stderr


def test_fastapi_is_below_the_version_that_breaks_prefects_server() -> None:
    """prefect 3.8.8 itself allows fastapi 0.155, with which its server fails at import."""
    assert Version(importlib.metadata.version("fastapi")) < Version("0.155")
    declared = map(Requirement, tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"])
    (pin,) = [requirement for requirement in declared if requirement.name == "fastapi"]
    assert "0.154.0" in pin.specifier
    assert "0.155.0" not in pin.specifier
    (locked,) = [line for line in (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8").splitlines() if line.startswith("fastapi==")]
    assert pin.specifier.contains(locked.split("==")[1].split()[0].rstrip("\\").strip())

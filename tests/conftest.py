"""What every test runs under: Prefect at home in a temporary folder, and the shared documents where they are."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Before anything imports Prefect: nothing is written outside this folder, nothing is sent.
_HOME = tempfile.TemporaryDirectory(prefix="zhengce-prefect-")
os.environ["PREFECT_HOME"] = _HOME.name
os.environ["DO_NOT_TRACK"] = "1"
os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] = "false"

# Times differ between machines: a property fails for what it finds, not for how long it takes.
settings.register_profile("zhengce", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=bool(os.environ.get("CI")))
settings.load_profile("zhengce")

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("ZHENGCE_SHARED", ROOT.parent / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of annotated and real documents, which is not part of the project; without it the test is skipped."""
    if not (SHARED / "gold").is_dir():
        pytest.skip(f"no annotated documents at {SHARED}: set ZHENGCE_SHARED to the folder that holds gold/, corpus/ and score/")
    return SHARED

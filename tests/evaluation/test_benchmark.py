"""The accuracy benchmark: what it hands to other programs and takes back. The peers that must be installed are not run here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pipeline.evaluation.annotations import read_annotations
from pipeline.evaluation.measures import total
from pipeline.evaluation.outputs import published_in
from pipeline.evaluation.run import scored
from pipeline.process import process_file
from pipeline.tables.publish import publish
from tests.conftest import ROOT
from tests.evaluation.invented import SOURCE, write


def test_a_peer_reads_our_texts_and_its_tables_are_scored(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold")
    publish([process_file(gold / "docs" / SOURCE, SOURCE)], tmp_path / "ours")
    peer = ROOT / "benchmarks" / "accuracy" / "peers" / "run_regexes.py"
    subprocess.run([sys.executable, peer, tmp_path / "ours", tmp_path / "theirs"], check=True, timeout=60)
    found = published_in(tmp_path / "ours", tmp_path / "theirs")
    score = total(one.score for one in scored(read_annotations(gold).documents, found))
    assert (score.tallies["counts.strict"].tp, score.tallies["counts.strict"].fp) == (2, 0)
    assert score.tallies["deadlines.span"].tp == 1
    assert score.tallies["targets.quantitative"].fn == 2, "it writes no targets"

"""zhengce beside other programs, on the same annotated documents with the same scorer.

    python benchmarks/peer_environments.py accuracy       once: an environment for each peer
    python benchmarks/accuracy/measure.py GOLD_DIR        runs all, prints a table in markdown

Every program reads the texts that zhengce cleaned. Peers that do not know a field have `-` there.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from peer_environments import interpreter

from pipeline.evaluation.annotations import read_annotations
from pipeline.evaluation.measures import total
from pipeline.evaluation.model import Document, Score
from pipeline.evaluation.outputs import published_in
from pipeline.evaluation.run import scored
from pipeline.process import process_file
from pipeline.tables.publish import publish

PEERS = Path(__file__).resolve().parent / "peers"
NAMES = {"zhengce": "zhengce", "jionlp": "JioNLP", "recognizers": "Recognizers-Text", "regexes": "regular expressions of an afternoon"}
TALLIES = ("counts.span", "counts.strict", "deadlines.span", "deadlines.strict")
SHARES = ("counts.item", "counts.role")
#: Those that give items and roles at all.
SAYING_MORE = ("zhengce", "regexes")


def money_only(document: Document) -> Document:
    """The document with the counts whose unit is a currency, the only ones JioNLP looks for."""
    return replace(document, counts=tuple(count for count in document.counts if (count.unit or "").endswith(("元", "元/人"))))


def row(name: str, score: Score, money: Score, seconds: float) -> str:
    tallies = [score.tallies[measure] for measure in TALLIES]
    shares = [score.shares[measure].accuracy if name in SAYING_MORE else None for measure in SHARES]
    cells = [f"{tally.precision:.3f} / {tally.recall:.3f} / {tally.f1:.3f}" for tally in tallies]
    amount = money.tallies["counts.strict"]
    cells.insert(2, f"{amount.precision:.3f} / {amount.recall:.3f} / {amount.f1:.3f}")
    return " | ".join((f"| {NAMES[name]}", *cells, *("-" if share is None else f"{share:.3f}" for share in shares), f"{seconds:.1f} |"))


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    gold = Path(sys.argv[1])
    annotated = read_annotations(gold).documents
    print("| | counts.span | counts.strict | … of money | deadlines.span | deadlines.strict | counts.item | counts.role | seconds |")
    print("| --- |" + " --- |" * 8)
    with tempfile.TemporaryDirectory(prefix="zhengce-accuracy-") as folder:
        output = Path(folder) / "zhengce"
        start = time.monotonic()
        publish([process_file(gold / "docs" / one.source, one.source) for one in annotated], output)
        for name in NAMES:
            tables = Path(folder) / name
            if name != "zhengce":
                if not interpreter("accuracy", name).exists():
                    print(f"{NAMES[name]} is left out: make its environment with peer_environments.py.", file=sys.stderr)
                    continue
                start = time.monotonic()
                subprocess.run([interpreter("accuracy", name), PEERS / f"run_{name}.py", output, tables], check=True, stdout=subprocess.DEVNULL)
            seconds = time.monotonic() - start
            found = published_in(output, tables)
            score = total(one.score for one in scored(annotated, found))
            money = total(one.score for one in scored(list(map(money_only, annotated)), {key: money_only(one) for key, one in found.items()}))
            print(row(name, score, money, seconds), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

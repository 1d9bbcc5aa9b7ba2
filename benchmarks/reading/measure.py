"""Content extraction of zhengce beside gne, readability-lxml and trafilatura, over pages marked by hand.

    python benchmarks/peer_environments.py reading          once: an environment for each peer
    python benchmarks/reading/measure.py PAGES [--errors]   PAGES holds the pages that marks.toml marks; prints tables in markdown

Two suites: the pages as they were saved, and each of them inside every site of sites/, whose words are invented.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

from flatten import lines, page
from peer_environments import interpreter
from scoring import Tally, add, judge

HERE = Path(__file__).resolve().parent
NAMES = {"zhengce": "zhengce", "gne": "gne", "readability": "readability-lxml", "trafilatura": "trafilatura"}
_BODY = re.compile(r"<body[^>]*>(.*?)(?:</body>|$)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Marked:
    """A page and which of its lines are the site's, or data that count neither way."""

    name: str
    markup: str
    lines: list[str]
    site: set[int]
    data: set[int]


def marked_pages(folder: Path) -> list[Marked]:
    """The pages that marks.toml marks, which must be the ones that were marked."""
    pages = []
    for name, marks in tomllib.loads((HERE / "marks.toml").read_text(encoding="utf-8")).items():
        path = folder / name
        if not hashlib.sha256(path.read_bytes()).hexdigest().startswith(marks["sha256"]):
            raise SystemExit(f"{path} is not the page that was marked: its bytes differ. Mark it anew (flatten.py) or leave it out of marks.toml.")
        markup = page(path)
        pages.append(Marked(name, markup, lines(markup), numbers(marks["site"]), numbers(marks["data"])))
    return pages


def numbers(ranges: str) -> set[int]:
    """`1-3 7` as {1, 2, 3, 7}."""
    ends = [[int(end) for end in part.split("-")] for part in ranges.split()]
    return {number for end in ends for number in range(end[0], end[-1] + 1)}


def in_sites(pages: list[Marked]) -> list[Marked]:
    """Every page inside every site: the site's own lines are added to those that must not be let in."""
    wrapped = []
    for site in sorted((HERE / "sites").glob("*.html")):
        above, below = site.read_text(encoding="utf-8").split("{article}")
        first, last = len(lines(above)), len(lines(above + below))
        for one in pages:
            found = _BODY.search(one.markup)
            markup = above + (found[1] if found else one.markup) + below
            inside = lines(markup)
            end = len(inside) - (last - first)
            if inside[first:end] != one.lines:
                continue  # what is broken in the page takes hold of the site around it: no line can be told from another
            around = {*range(1, first + 1), *range(end + 1, len(inside) + 1)}
            wrapped.append(
                Marked(f"{one.name} in {site.stem}", markup, inside, {first + n for n in one.site} | around, {first + n for n in one.data})
            )
    return wrapped


def run(peer: str, pages: list[Marked]) -> list[tuple[str, float]]:
    """What `peer` extracts from each page, and the processor's seconds it took."""
    given = "".join(json.dumps({"markup": one.markup}) + "\n" for one in pages)
    command = [interpreter("reading", peer), HERE / "peers" / f"run_{peer}.py"]
    output = subprocess.run(command, input=given, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    answers = [json.loads(line) for line in output.splitlines()]
    return [(answer["text"], answer["seconds"]) for answer in answers]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--errors", action="store_true", help="show what zhengce lost and let in")
    parser.add_argument("--peers", default=",".join(NAMES))
    given = parser.parse_args()
    pages = marked_pages(given.pages)
    for title, suite in (("As saved", pages), ("Inside sites", in_sites(pages))):
        print(f"\n**{title}** ({len(suite)} pages)\n")
        print("| | sentences kept | recall | let in | precision | pages without a fault | ms a page |")
        print("| --- |" + " --- |" * 6)
        for peer in given.peers.split(","):
            tally, faults = Tally(), []
            for one, (text, seconds) in zip(suite, run(peer, suite), strict=True):
                verdict = judge(one.lines, one.site, one.data, text)
                add(tally, verdict, seconds)
                faults += [f"{one.name}: lost {said[:60]}" for said in verdict.lost] + [f"{one.name}: let in {said[:60]}" for said in verdict.let_in]
            print(row(NAMES[peer], tally))
            if given.errors and peer == "zhengce":
                print(*faults, sep="\n", file=sys.stderr)
    return 0


def row(name: str, tally: Tally) -> str:
    share = f"{tally.kept} of {tally.kept + tally.lost} | {tally.recall:.4f} | {tally.let_in} | {tally.precision:.4f}"
    return f"| {name} | {share} | {tally.perfect} of {tally.pages} | {1000 * tally.seconds / max(1, tally.pages):.1f} |"


if __name__ == "__main__":
    raise SystemExit(main())

"""Draws `docs/comparison.png`, the README's picture, from a published comparison: `python docs/picture.py outputs/samples`.

Needs a Chromium on the path and a font with Chinese. The cells are those of the file, chosen: the policies on one subject, the
indicators they share, and some goals that one alone has.
"""

from __future__ import annotations

import csv
import html
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

#: The policies shown, by a word of their titles.
SUBJECT = "乡村数字服务"
#: Of the rows that one policy has alone, those shown with a number and without, and how long their words may be.
NUMBERS, STATES, LONGEST = 4, 2, 14
WIDTH, SCALE = 1120, 2
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
STYLE = """
body { margin: 0; padding: 18px; background: #fff; color: #1f2328;
  font: 15px/1.45 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border: 1px solid #d0d7de; padding: 7px 10px; text-align: left; vertical-align: top; }
th { background: #f6f8fa; font-weight: 600; }
th small { display: block; font-weight: 400; color: #59636e; }
td.key { background: #fbfcfd; }
td.conflict { background: #ffebe9; }
tr.alone td { color: #59636e; }
td span { white-space: nowrap; }
col.key { width: 222px; } col.unit { width: 52px; }
"""


def page(comparison: Path) -> str:
    """The part of a comparison that is shown, as an HTML page.

    Raises SystemExit when the table has no policies on the subject.
    """
    with comparison.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    shown = [index for index, name in enumerate(header) if SUBJECT in name]
    if not shown:
        raise SystemExit(f"{comparison} has no policy whose title holds {SUBJECT}: run the samples first (make run)")
    columns = "".join(f"<th>{_title(header[index])}</th>" for index in shown)
    shared = [row for row in rows if sum(bool(row[index]) for index in shown) > 1]
    single = [row for row in rows if row[2] == "1" and any("(" in row[index] for index in shown) and len(row[0]) <= LONGEST]
    alone = [row for row in single if row[1]][:NUMBERS] + [row for row in single if not row[1]][:STATES]
    lines = "".join(_line(row, shown, "") for row in shared) + "".join(_line(row, shown, "alone") for row in alone)
    return (
        f"<!doctype html><meta charset=utf-8><style>{STYLE}</style><table><colgroup><col class=key><col class=unit></colgroup>"
        f"<tr><th>indicator_key</th><th>unit</th>{columns}</tr>{lines}</table>"
    )


def _title(name: str) -> str:
    """The years of a title stand on a line of their own."""
    head, mark, years = html.escape(name).partition("（")
    return f"{head}<small>{mark}{years}</small>" if mark else head


def _line(row: list[str], shown: list[int], kind: str) -> str:
    cells = "".join(f"<td class='{'conflict' if '≠' in row[index] else ''}'>{_facts(row[index])}</td>" for index in shown)
    return f"<tr class='{kind}'><td class=key>{html.escape(row[0])}</td><td>{html.escape(row[1])}</td>{cells}</tr>"


def _facts(cell: str) -> str:
    """A cell whose facts stay in one piece each where its line is broken."""
    return "<wbr>".join(f"<span>{html.escape(fact)}</span>" for fact in re.split("(?<=；)|(?<=≠ )", cell))


def draw(markup: str, picture: Path) -> None:
    """Write the page's picture.

    Raises SystemExit when there is no browser, CalledProcessError when it fails.
    """
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise SystemExit(f"no browser to draw with: install one of {', '.join(BROWSERS)}")
    with tempfile.TemporaryDirectory() as folder:
        document = Path(folder) / "page.html"
        # The page tells its own height in its title, so that the picture ends where the table does.
        document.write_text(f"{markup}<script>document.title = document.body.scrollHeight</script>", encoding="utf-8")
        common = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", f"--user-data-dir={folder}/profile"]
        told = subprocess.run([*common, f"--window-size={WIDTH},400", "--dump-dom", document.as_uri()], capture_output=True, text=True, check=True)
        height = int(told.stdout.partition("<title>")[2].partition("</title>")[0])
        view = [f"--window-size={WIDTH},{height}", f"--force-device-scale-factor={SCALE}", "--hide-scrollbars"]
        subprocess.run([*common, *view, f"--screenshot={picture}", document.as_uri()], capture_output=True, check=True)


if __name__ == "__main__":
    output = Path(sys.argv[1] if len(sys.argv) > 1 else "outputs/samples")
    draw(page(output / "tables" / "comparison.csv"), Path(__file__).with_name("comparison.png").resolve())

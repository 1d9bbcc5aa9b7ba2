"""Time and memory of hostile and outsized documents, each read in a process of its own: `python benchmarks/bounds/measure.py [--only WORD]`.

Prints a table in markdown and fails when a document takes more than 10 seconds of the processor, more than 1 GB of memory, or ends the process.
The time is that of reading, cleaning and analysing (`pipeline.process.process_file`), without the start of Python, spaCy and jieba; the memory is the
process's most, with them.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

MOST_SECONDS, MOST_MEGABYTES = 10.0, 1024
#: A paragraph as policies have them, about an invented place.
PARAGRAPH = (
    "（一）推进水务改革。到2025年，云岚省建成水文站120个以上，供水普及率达到98%，比2020年提高3个百分点，"
    "制定地方标准50项，力争完成投资35亿元。（牵头单位：省水利厅；配合单位：省财政厅、各市人民政府）\n"
)
_MILLION = 1_000_000


def cases() -> dict[str, Callable[[], str]]:
    """The documents by name, each made only when it is its turn."""
    page = "<html><body>"
    ways = {
        "ten million <td>": lambda: page + "<table><tr>" + "<td>" * (10 * _MILLION),
        "a table of a million rows": lambda: page + "<table>" + "<tr><td>一<td>二" * _MILLION,
        "200 MB page": lambda: page + ("<p>" + PARAGRAPH.strip() + "</p>\n") * (200 * _MILLION // len(PARAGRAPH.encode())),
        "200 MB text": lambda: PARAGRAPH * (200 * _MILLION // len(PARAGRAPH.encode())),
        "200 MB on one line": lambda: PARAGRAPH.strip() * (200 * _MILLION // len(PARAGRAPH.encode())),
        "a million characters of a plan": lambda: PARAGRAPH * (_MILLION // len(PARAGRAPH)),
        "the same on one line": lambda: PARAGRAPH.strip() * (_MILLION // len(PARAGRAPH)),
        "100,000 nested tags": lambda: page + "<div>" * 100_000 + PARAGRAPH + "</div>" * 100_000,
        "50,000 nested tables": lambda: page + "<table><tr><td>" * 50_000 + PARAGRAPH,
        "100,000 nested inline tags": lambda: page + "<b><i>" * 50_000 + PARAGRAPH,
        "a million links": lambda: page + "<a href=/x>云岚</a> " * _MILLION,
        "a million classes": lambda: page + "".join(f"<div class='c{number}'>云</div>" for number in range(300_000)),
        "a tag of a million attributes": lambda: page + "<p " + " ".join(f"a{number}=1" for number in range(_MILLION)) + ">文</p>",
        "an attribute of 50 MB": lambda: page + "<p style='" + "color:red;" * 5 * _MILLION + "'>文</p>",
        "a million unclosed comments": lambda: page + "<!--" * _MILLION + PARAGRAPH,
        "a million entities": lambda: page + "<p>" + "&amp;nbsp;&lt;" * _MILLION,
        "entities that multiply": lambda: (
            "<!DOCTYPE html [<!ENTITY a0 '云岚'>"
            + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
            + "]><html><body><p>&a11;</p><p>文</p></body></html>"
        ),
        "a script of 50 MB": lambda: page + "<script>" + "var a='<p>';" * 4 * _MILLION + "</script>" + PARAGRAPH,
        "front matter of aliases": lambda: (
            "---\na0: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)) + "---\n正文\n"
        ),
    }
    for piece in REPEATED:
        ways[f"{piece!r} a million times"] = lambda piece=piece: piece * (_MILLION // len(piece))  # type: ignore[misc]
        ways[f"{piece!r} a million times on a page"] = lambda piece=piece: f"{page}<p>{piece * (_MILLION // len(piece))}</p>"  # type: ignore[misc]
    return ways


#: What regular expressions start at, repeat or go back over.
REPEATED = (
    *"01，。：；（《“　一第年月-/.%<&[*#|$~_\t\n",
    *("一、", "（一）", "1.", "第一条", "到2025年", "2025年1月1日", "12.5%", "1,", "50项以上", "《关于", "》《", "（（"),
    *("责任单位：", "发布日期：", "关 于 ", "各市、", "人民政府", "〔2018〕", "到", "、", "和", "的", "十", "八m", "。\n", "\t1\t"),
    *("<%", "<!--", "<!-- -->", "<![CDATA[", "${", "&#", "</p>", "<br>", "< ", "**", "[](", "| "),
)


def read(path: Path, answer: multiprocessing.connection.Connection) -> None:
    """Read a document in this process and say how long it took, and what came of it."""
    from extractors.language import shared
    from pipeline.process import process_file

    shared()
    process_file(Path(__file__), "warm.txt")
    begun = time.process_time()
    result = process_file(path, path.name)
    seconds = time.process_time() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    answer.send((seconds, memory, result.status, len(result.text or ""), sorted({finding.code for finding in result.findings})))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="the documents whose name holds this")
    given = parser.parse_args()
    processes, failed = multiprocessing.get_context("fork"), 0
    print("| document | MB | seconds | memory (MB) | status | characters | findings |")
    print("| --- |" + " --- |" * 6)
    for name, make in cases().items():
        if given.only not in name:
            continue
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "document.txt"
            path.write_text(make(), encoding="utf-8")
            ours, theirs = processes.Pipe()
            process = processes.Process(target=read, args=(path, theirs))
            process.start()
            theirs.close()
            process.join(120)
            process.kill()
            size = path.stat().st_size / 1e6
            if not ours.poll():
                failed += 1
                print(f"| {name} | {size:.1f} | the process ended or took two minutes |", flush=True)
                continue
            seconds, memory, status, characters, codes = ours.recv()
            failed += (too_much := seconds > MOST_SECONDS or memory > MOST_MEGABYTES)
            cells = f"{size:.1f} | {seconds:.2f} | {memory:.0f} | {status} | {characters} | {', '.join(codes)}"
            print(f"| {name} | {cells} |{' TOO MUCH' if too_much else ''}", flush=True)
    print(f"\n{failed} too slow, too large or lost", file=sys.stderr)
    return bool(failed)


if __name__ == "__main__":
    raise SystemExit(main())

"""Damaged documents: the samples and small files of every format that is read, changed at random. The same seed gives the same documents."""

from __future__ import annotations

import functools
import gzip
import io
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from extractors.records import Finding
from pipeline.containers import Columns, Record, open_container
from pipeline.process import process
from pipeline.result import DocumentResult
from tests.containers.made import PLAN, tarred, warc, zipped
from tests.reading.printed import pdf

SAMPLES = Path(__file__).parents[1] / "corpus" / "samples"
#: A document is cut to so much, so that many of them take no time.
LONGEST = 2500
#: What readers and their regular expressions trip over.
PIECES = (
    *(
        "<",
        ">",
        "&",
        "&#x110000;",
        "&#0;",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<%",
        "%>",
        "<?xml",
        "<script>",
        "</script>",
        "<td>",
        "</table>",
        "<base>",
    ),
    *(
        "\x00",
        "\ufeff",
        "\ufffd",
        "\u2028",
        "\x85",
        "\u200b",
        "\ue000",
        "\ud800",
        "\U000e0001",
        "\r",
        "\t\t",
        "\u3000\u3000",
        "٣",
        "Ⅻ",
        "⑳",
        "㈠",
        "ﬁ",
        "⼈",
    ),
    *(
        "---\n",
        "a: &a [*a]\n",
        "# ",
        "**",
        "[](",
        "|--|",
        "一、",
        "（一）",
        "第一条",
        "1.",
        "到2025年",
        "99999999999999999999999亿元",
        "1/0",
        "2月30日",
        "－１",
    ),
    *(
        "（" * 60,
        "《" * 60,
        "一" * 60,
        "1" * 60,
        "," * 60,
        " " * 200,
        "，。" * 40,
        "（责任单位：",
        "各市：",
        "发布日期：",
        "0年0月0日",
        "?;",
        "锛",
        "Â·",
    ),
)
ENCODINGS = ("utf-8", "utf-8", "gb18030", "big5", "big5hkscs", "utf-16", "utf-16-le", "utf-8-sig", "hz", "utf-7", "latin-1", "utf-32")


class Made(NamedTuple):
    """A document as bytes, and a name with the ending that it came with."""

    name: str
    data: bytes


def mutants(seed: int) -> Iterator[Made]:
    """Damaged documents without end."""
    chance = random.Random(seed)
    sources, packed = _documents(), _containers()
    while True:
        if chance.random() < 0.25:
            one = chance.choice(packed)
            yield Made(one.name, _bytes_changed(chance, one.data, chance.choice((1, 1, 3, 10, 40))))
            continue
        one = chance.choice(sources)
        text = one.data.decode("utf-8", "replace")
        start = chance.randrange(max(1, len(text) - LONGEST // 2)) if chance.random() < 0.4 else 0
        text = text[start : start + chance.randrange(1, LONGEST)]
        for _ in range(chance.choice((0, 1, 1, 3, 8, 30))):
            text = chance.choice(CHANGES)(chance, text)
        data = text.encode(chance.choice(ENCODINGS), chance.choice(("replace", "ignore", "xmlcharrefreplace")))
        if chance.random() < 0.4:
            data = _bytes_changed(chance, data, chance.choice((1, 2, 5, 20)))
        yield Made(one.name, data)


def read_all(made: Made, folder: Path) -> list[DocumentResult | Finding]:
    """What a run makes of a file: its document, or those in it, with what could not be had."""
    path = folder / f"fuzzed{Path(made.name).suffix}"
    path.write_bytes(made.data)
    inside = open_container(path, made.name, Columns())
    if inside is None:
        return [process(made.data, made.name)]
    return [process(one.data, one.name, one.metadata, one.findings) if isinstance(one, Record) else one.finding for one in inside]


def faults(results: list[DocumentResult | Finding]) -> list[str]:
    """What must not come of any file: an error of ours, or a row that points elsewhere than it says."""
    found = []
    for result in results:
        findings = (result,) if isinstance(result, Finding) else result.findings
        found += [finding.message for finding in findings if finding.code == "internal-error"]
        if isinstance(result, Finding):
            continue
        if result.status == "rejected" and not result.findings:
            found.append("rejected without a reason")
        facts = result.facts
        for row in (*facts.counts, *facts.deadlines, *facts.targets, *facts.tasks):
            if result.text[row.start : row.end] != row.text:
                found.append(f"{type(row).__name__} at {row.start}: {row.text!r}")
    return found


@functools.cache
def _documents() -> tuple[Made, ...]:
    kept = [Made(path.name, path.read_bytes()) for path in sorted(SAMPLES.rglob("*")) if path.suffix in (".html", ".md", ".txt")]
    return (*kept, Made("plan.txt", PLAN.encode()))


@functools.cache
def _containers() -> tuple[Made, ...]:
    plan = PLAN.encode()
    page = f"<html><body><p>{PLAN}</p></body></html>".encode()
    answers = [("http://a.example/1", "200 OK", "text/html; charset=utf-8", page)] * 2
    made = [
        Made("a.zip", zipped({"x.txt": PLAN, "y.zip": zipped({"z.html": page})})),
        Made("a.tar", tarred({"x.txt": plan, "y.txt": plan})),
        Made("a.tar.gz", gzip.compress(tarred({"x.txt": plan}))),
        Made("a.html.gz", gzip.compress(page)),
        Made("a.warc", warc(*answers)),
        Made("a.warc.gz", warc(*answers, packed=True)),
        Made("a.json", json.dumps([{"text": PLAN, "date": "2021-02-03"}] * 3, indent=1).encode()),
        Made("a.jsonl", b"\n".join([json.dumps({"content": PLAN}).encode()] * 3)),
        Made("a.csv", f'text,title\n"{PLAN}",一\n'.encode() * 3),
        Made("a.pdf", pdf([[(2, 1, "一、总体要求"), (2, 2, "到2025年，建成码头10个。")]] * 2)),
    ]
    try:
        import docx
    except ModuleNotFoundError:
        return tuple(made)
    document = docx.Document()
    document.add_heading("一、目标", 1)
    document.add_paragraph("到2025年建成码头12个。")
    document.add_table(2, 2).cell(0, 0).text = "甲"
    written = io.BytesIO()
    document.save(written)
    return (*made, Made("a.docx", written.getvalue()))


def _bytes_changed(chance: random.Random, data: bytes, times: int) -> bytes:
    changed = bytearray(data)
    for _ in range(times):
        at, way = chance.randrange(len(changed) + 1), chance.random()
        if way < 0.6 and at < len(changed):
            changed[at] = chance.randrange(256)
        elif way < 0.75:
            del changed[at : at + chance.randrange(1, 200)]
        elif way < 0.92:
            changed[at:at] = chance.randbytes(chance.randrange(1, 30))
        else:
            del changed[at:]
    return bytes(changed)


def _insert(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(PIECES) * chance.choice((1, 1, 2, 20)) + text[at:]


def _drop(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.randrange(1, 60) :]


def _repeat(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at : at + chance.randrange(1, 80)] * chance.choice((1, 2, 10)) + text[at:]


def _move(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[at:] + text[:at]


def _swap(chance: random.Random, text: str) -> str:
    old, new = chance.choice(
        (("\n", ""), ("\n", " \n "), ("。", ""), ("，", ","), ("<", "＜"), ("1", "１"), (" ", "\u3000"), ("年", "年 "), ("、", "\n"), ("p>", "td>"))
    )
    return text.replace(old, new)


def _character(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chr(chance.choice((chance.randrange(0x250), chance.randrange(0x2000, 0x3400), chance.randrange(0x110000)))) + text[at + 1 :]


CHANGES: tuple[Callable[[random.Random, str], str], ...] = (_insert, _insert, _drop, _repeat, _move, _swap, _character)

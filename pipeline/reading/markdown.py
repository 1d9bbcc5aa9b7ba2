"""Markdown to HTML, as far as clippings and blog sources use it, so that one reader serves both.

Not a Markdown library on purpose: `1.` begins a task here and no list, text may be indented by four spaces without being
code, and `**（一）目标。**到` is bold although the standard says that a mark after `。` does not close. A line is a paragraph.
"""

from __future__ import annotations

import html
import re

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+([^\s#].*?)[\s#]*", re.DOTALL)
_RULE = re.compile(r"[-\s]{3,}|[*\s]{3,}|[_\s]{3,}|=+")
_ITEM = re.compile(r"[-*+]\s+(.*)", re.DOTALL)
_TABLE_RULE = re.compile(r"\|[\s:|-]+\|")
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^()\n]{0,1000}(?:\([^()\n]{0,200}\)[^()\n]{0,500})?\)")
_LINK = re.compile(r"""\[([^\[\]\n]{0,300})\]\(\s*([^()\s\n]{0,1000})(?:\s+["'][^"'\n]{0,300}["'])?\s*\)""")
_AUTOLINK = re.compile(r"<((?:https?|mailto|ftp):[^<>\s]{1,1000})>")
_BOLD = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,500}?)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]{1,300}?)(?<=\S)\1(?![\w*])")
_CLIPPED = re.compile(r"原文(?:地址|链接)\s*[:：]?\s*(?:\[[^\]\n]{0,300}\])?[(<]?(https?://[^\s()<>\]]{4,1000})")
_ALONE = re.compile(r"^<(https?://[^<>\s]{4,1000})>[ \t]*$", re.MULTILINE)
_TAG = re.compile(r"<(?:!--|/?[a-zA-Z][^<>]{0,2000}>)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~|>])")


def source_url(text: str) -> str | None:
    """The address a clipping came from: `原文地址 [某网](https://…)` at its top, or an address alone on a line."""
    found = _CLIPPED.search(text[:3000]) or _ALONE.search(text)
    return found[1] if found else None


def to_html(text: str) -> str:
    """HTML for a Markdown text; HTML that is in it already stays as it is."""
    out: list[str] = []
    rows: list[str] = []
    for line in text.splitlines():
        stripped = line.strip()
        if len(stripped) > 2 and stripped[0] == "|" == stripped[-1]:
            if not _TABLE_RULE.fullmatch(stripped):
                rows.append(stripped)
            continue
        if rows:
            out.append(_table(rows))
            rows = []
        out.append(_line(line))
    if rows:
        out.append(_table(rows))
    return "\n".join(out)


def _table(rows: list[str]) -> str:
    cells = [[f"<td>{_inline(cell.strip())}</td>" for cell in row[1:-1].split("|")] for row in rows]
    return "<table>" + "".join(f"<tr>{''.join(row)}</tr>" for row in cells) + "</table>"


def _line(line: str) -> str:
    stripped = line.strip()
    if not stripped:
        return ""
    first = stripped[0]
    if first == "#":
        heading = _HEADING.fullmatch(line)
        if heading:
            level = len(heading[1])
            return f"<h{level}>{_inline(heading[2])}</h{level}>"
    elif first == ">":
        stripped = stripped[1:].lstrip()
    elif first in "-*+_=":
        if _RULE.fullmatch(stripped):
            return ""
        item = _ITEM.fullmatch(stripped)
        if item:
            return f"<li>{_inline(item[1])}</li>"
    content = _inline(stripped)
    # A line that is HTML brings its own blocks; so does the inside of one that was opened before.
    return content if stripped.endswith(">") or _TAG.match(stripped) else f"<p>{content}</p>"


def _inline(text: str) -> str:
    text = _AUTOLINK.sub(r'<a href="\1">\1</a>', text)
    text = _IMAGE.sub("", text)
    if "](" in text:
        text = _LINK.sub(lambda found: f'<a href="{html.escape(found[2])}">{found[1]}</a>', text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(r"\2", _BOLD.sub(r"<b>\2</b>", text))
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text

"""Labels of headings and items: `一、` `（一）` `1.` `（1）` `①` `第三章` `第五条` `一是` `第一，` `第一阶段：` `——` `专栏1` `1.2`.

A scan for everything that looks like a label and is none of the look-alikes; which of them really open a section is decided
by `extractors.outline.choose`, which sees how they count on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extractors.numerals import read_number

Place = Literal["line", "sentence", "glued"]

#: Styles from the outermost to the innermost, as official documents nest them; the document's own nesting goes before it.
STYLES = (
    "part", "chapter", "division", "article", "heading", "numeral", "named", "bracketed_numeral", "box", "multi", "number", "bracketed_number",
    "half_bracket", "circled", "letter", "small_letter", "stage", "first", "dash", "ordinal",
)  # fmt: skip

_HAN = "一二三四五六七八九十百零〇"
_LABEL = re.compile(
    rf"""
    第[ ]?(?P<part>[{_HAN}\d]{{1,4}})[ ]?(?:部分|[编篇])(?![之第])
  | 第[ \t]?(?P<chapter>[{_HAN}\d]{{1,5}})[ \t]?章(?!程)
  | 第[ ]?(?P<division>[{_HAN}\d]{{1,5}})[ ]?节(?!能|约|点|假|课|目|日|水|余|奏|庆)
  | 第[ \t]?(?P<article>[{_HAN}\d]{{1,6}})[ \t]?条(?:之[{_HAN}]{{1,2}})?(?![件款例线规约第])
  | 第(?P<first>[{_HAN}]{{1,3}})[ ]?[，、,：:](?!第)
  | 第[ ]?(?P<stage>[{_HAN}]{{1,2}})[ ]?阶段(?=[ ]?[：:])
  | [（(][ ]?(?P<bracketed_numeral>[{_HAN}]{{1,5}})[ ]?[）)]
  | [（(][ ]?(?P<bracketed_number>\d{{1,3}})[ ]?[）)]
  | (?P<ordinal>[{_HAN}]{{1,3}})(?:是|要(?![素点件求闻义领道务员]))
  | (?P<numeral>[{_HAN}]{{1,5}})[ ]?[、.．]
  | (?P<multi>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}})(?![\d.．]|[ ]?月)
  | (?P<plain>\d{{1,2}})[ ]?(?=[\u4e00-\u9fff、]{{2,14}}\n)
  | (?P<number>\d{{1,3}})[ ]?[.．、](?!\d(?!\d{{3}}年|[2-6]?G|\d?月(?:[底末初]|[上中下]旬|\d{{1,2}}日)))
  | (?P<half_bracket>\d{{1,3}})[ ]?[）)]
  | (?P<letter>[A-H])[ ]?[、.．](?=[\u4e00-\u9fff「“《])
  | (?P<small_letter>[a-h])[ ]?[、.．](?=[\u4e00-\u9fff「“《])
  | (?P<circled>[\u2460-\u2473\u2474-\u2487\u3251-\u325f])
  | (?P<dash>[—–―\u2500-]{{2}}|—)
  | (?:行动|任务|工程|专项|举措|措施)[ ]?(?P<named>[一二三四五六七八九十]{{1,3}}|\d{{1,2}})(?=[：:、，. \n]|[\u4e00-\u9fff“《])
  | 专栏[ ]?(?P<box>[{_HAN}\d]{{1,3}})(?![）)》”’])
    """,
    re.VERBOSE | re.ASCII,
)
#: Letters count from these.
_LETTERS = {"letter": "A", "small_letter": "a"}
#: After a sentence or an item an inline label may stand.
_SENTENCE_END = frozenset("。；！？：;!?:”’」）)〕]】")
#: Only these open an item behind a comma (`一是…，二是…`).
_COMMA = frozenset("，,、")
_HEADING_MARKS = " \u3000#>*·"
#: `一、二、三产业`, `1、2号楼`: the next numeral follows at once, but not in `1.二〇三五年目标`.
_LISTED = re.compile(
    rf"[ ]?(?![{_HAN}]{{4}}年)(?:[{_HAN}]{{1,3}}[、，,]|[{_HAN}]{{1,3}}(?=[三次产级类线本轮]|年级|星级|[号期批]))|[ ]?\d{{1,3}}[、号#]", re.ASCII
)
#: `按照（一）、（二）项`, `（一）项`, `（二）款`: a label that is being talked about.
_CITED = re.compile(r"[ ]?(?:项(?!目)|款(?!项)|目(?![标录前的])|条(?![件例理])|点(?![面线多对位])|[、和及至或—-][ ]?[（(])")
_CITING = re.compile(r"(?:第|按|按照|符合|依照|依据|前述|上述|所列|本条|本款)$")
#: `1.5亿元`, `2.0版`: a decimal, not the heading 1.5.
_QUANTITY = re.compile(r"[ ]?(?:[%‰万亿个百千倍米公平立吨元版度以年月日周至余]|[左以]右|\d|[A-Za-z]|[—～~-])")
#: `任务三十项`, `措施4条`
_AMOUNT = re.compile("[ ]?[大个项条类种年月起期次揽体]|[ ]?[、，,]?[十百千万]")
#: `统一是`, `唯一是` never are labels; `一是` is where these do not stand before it.
_DASH_FALSE = re.compile(r"[ ]?(?:\d|[—-]|在|记|就|写在|摘自|访)")


@dataclass(frozen=True, slots=True)
class Label:
    """A candidate: `text[start:end]` is the label with its mark, `value` what it counts (1, 2, …; 0 where the style does not count)."""

    start: int
    end: int
    style: str
    value: int
    place: Place
    parts: tuple[int, ...] = ()


def scan(text: str) -> Iterator[Label]:
    """Every candidate label of `text`, in order.

    `一、总体要求` is one, `一、二、三产业` is none; `2.到2025年` is one, `2.5万亩` is none; `（二）完善…` is one, `第（二）项` is none.
    """
    line_start, line_end, label_end = 0, -1, -1
    for match in _LABEL.finditer(text):
        start, end = match.span()
        style = match.lastgroup or ""
        while line_end < start:
            line_start = line_end + 1
            line_end = text.find("\n", line_start)
            line_end = len(text) if line_end < 0 else line_end
        place = "sentence" if start == label_end else _place(text, line_start, start)
        if not _plausible(text, match, style, place):
            continue
        value, parts = _value(match, style)
        if value is None:
            continue
        label_end = end
        yield Label(start, end, "multi" if style == "plain" else style, value, place, parts)


def _place(text: str, line_start: int, start: int) -> Place:
    before = start
    while before > line_start and text[before - 1] in _HEADING_MARKS:
        before -= 1
    if before == line_start:
        return "line"
    return "sentence" if text[before - 1] in _SENTENCE_END else "glued"


def _value(match: re.Match[str], style: str) -> tuple[int | None, tuple[int, ...]]:
    written = match.group(style)
    if style == "dash":
        return 0, ()
    if style == "plain":
        return int(written) or None, (int(written),)
    if style == "multi":
        parts = tuple(int(part) for part in re.split("[.．]", written))
        return (parts[-1] or None), parts
    if style == "circled":
        code = ord(written)
        return (code - 0x2460) % 20 + 1 if code < 0x2488 else code - 0x3251 + 21, ()
    if style in _LETTERS:
        return ord(written) - ord(_LETTERS[style]) + 1, ()
    number = read_number(written)
    if number is None or not 0 < number < 1000:
        return None, ()
    return int(number), ()


def _plausible(text: str, match: re.Match[str], style: str, place: Place) -> bool:
    start, end = match.span()
    before = text[start - 1 : start]
    if style in ("numeral", "number") and (_LISTED.match(text, end) or (before.isalnum() and before.isascii())):
        return False
    if style == "numeral":
        return place != "glued" or before not in "第之十百千万几数、"
    if style == "number":
        return place != "glued" or (before >= "\u3400" and before not in "第至到约达为超共近于比的、，")
    if style in ("bracketed_numeral", "bracketed_number", "half_bracket"):
        if _CITED.match(text, end) or _CITING.search(text, max(0, start - 4), start):
            return False
        return style == "bracketed_numeral" or place != "glued"
    if style == "ordinal":
        return place != "glued" or before in _COMMA
    if style == "first":
        return place != "glued" or before in _COMMA
    if style in _LETTERS or style == "stage":
        return place == "line"
    if style in ("multi", "plain"):
        return place == "line" and not _QUANTITY.match(text, end)
    if style == "dash":
        return place in ("line", "sentence") and (not before or before not in "”’）)〕]】：:") and not _DASH_FALSE.match(text, end)
    if style == "named":
        return place == "line" and not _AMOUNT.match(text, end)
    if style in ("part", "chapter", "division", "article"):
        return place != "glued" or before == " " or (style != "article" and text[end : end + 1] == " ")
    return place != "glued"

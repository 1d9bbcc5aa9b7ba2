"""Where a heading's own words end: before the sentence it runs into, at the line's end, or at the next label."""

from __future__ import annotations

import re

from extractors.outline.kinds import container_names, kind_of, leading_name
from extractors.outline.verbs import verb

#: Items that are sentences themselves; a semicolon ends them.
ENUMERATED = frozenset({"ordinal", "first"})
_STOP = re.compile(r"[。！？；\n\t（(“《【〔\[]")
_CLOSING = {"（": "）", "(": "）", "“": "”", "《": "》", "【": "】", "〔": "〕", "[": "]"}
_TRAILING = frozenset("。；：，、;:,.")
#: `（责任单位：…）` behind a heading belongs to the item, not to its name.
_NOTE = re.compile(
    r"[ ]?[（(〔\[【](?:考核)?(?:责任|牵头|配合|主办|承办|协办|参与)[^（(〔\[【：:]{0,6}[：:][^\n]*$"
    r"|[ ]?[（(〔\[【][^（(〔\[【\n]*(?:负责|牵头|配合|落实)[）)〕\]】]$"
)
_NAME_BEFORE_COLON = re.compile(r"[^，。；：:（(〔【\[\n]{2,14}[：:]")
#: Only between two Chinese characters a space can stand for the full stop behind a heading.
_GAP = re.compile(r"(?<=[\u4e00-\u9fff”》）]) (?=[\u4e00-\u9fff“《])")
#: Numbered items are sentences as often as headings; of these styles only a name is taken for a heading by the space behind it.
_ITEMS = frozenset({"number", "bracketed_number", "half_bracket", "circled", "letter", "small_letter"})
#: What goes on with the words before a stray space: `建设管理 工作，推进…`; a clause of its own may begin with `今年，` or `同时，`.
_CONTINUES = re.compile("(?!今年|目前|当前|近年|近期|同时|此外)[\u4e00-\u9fff]{1,6}，")
#: A name with nothing behind it but when it is done, where the space between was lost.
_DATED_NAME = re.compile(r"(?P<name>[^，。；：\d]{3,12})[ ]?\d{4}年\d{1,2}月(?:\d{1,2}日)?[底末]?前完成")
#: The name of a part whose first item follows in the line: `民生类指标——低保全覆盖`.
_LISTED = re.compile(r"(?P<name>[^，。；：\d—]{3,16})[ ]?——")
_LONGEST_ASIDE = 80
#: What a line begins with that goes on with the heading before it.
_GOES_ON = frozenset("“《，")
#: A measure's name in quotes, at which a line was broken: `实施茶业` before `“强茶”行动。`
_NAMED = re.compile(r"“[^”\n]{1,12}”[^，。；：\n]{0,6}(?:行动|工程|计划|专项|活动)[。\n]")
#: A heading this short may be followed by a space and its text; a sentence this long is not a heading.
_LONGEST_HEADING = 30
_LONG_SENTENCE = 40
_LONGEST_MATTER = 8


def sentence_end(text: str, start: int, limit: int, style: str) -> int:
    """Where the sentence ends that begins at `start`, its full stop left out; never beyond `limit`.

    Brackets and quotes are passed over whole: `推进改革（试点。）。下一句` ends before the last full stop but one.
    """
    position = start
    while match := _STOP.search(text, position, limit):
        mark, at = match.group(), match.start()
        if mark in _CLOSING:
            closed = text.find(_CLOSING[mark], at, min(limit, at + _LONGEST_ASIDE))
            position = closed if closed > 0 and "\n" not in text[at:closed] else at + 1
            continue
        if mark == "；" and style not in ENUMERATED:
            position = at + 1
            continue
        return at
    return limit


def title_span(text: str, start: int, limit: int, style: str) -> tuple[int, int]:
    """The span of the title of a section whose label ends at `start` and whose words end at `limit` at the latest.

    `强化协同。完善机制…` gives `强化协同`, `工作目标：到2030年…` gives `工作目标`. The span holds a line break only where the heading itself is
    broken over two lines.
    """
    while start < limit and (text[start].isspace() or text[start] in "：:，、."):
        start += 1
    end = sentence_end(text, start, limit, style)
    while end + 1 < limit and text[end] == "\n" and _unfinished(text, start, end) and end - start < _LONGEST_HEADING * 3:
        end = sentence_end(text, end + 1, limit, style)
    if style not in ENUMERATED:
        end = _shorten(text, start, end, style)
    end = _trim(text, start, end)
    note = _NOTE.search(text, start, end)
    if note and note.start() > start:
        end = _trim(text, start, note.start())
    return start, end


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether words before a space name a part or a matter: `组织领导`, `小学阶段`; not the `加快茶园` of `加快茶园 建设`."""
    words = text[start:end]
    return kind_of(words) is not None or (len(words) <= _LONGEST_MATTER and verb().match(words) is None)


def _unfinished(text: str, start: int, end: int) -> bool:
    """Whether a heading is broken over two lines: `推进甲、` wants more, and a verb whose object in quotes begins the next line."""
    if text[end + 1] in _GOES_ON:
        return text[end + 1] == "，" or _only_verbs(text, start, end) or _NAMED.match(text, end + 1) is not None
    return text[end - 1] in "，、和与及" or (text[end - 1] == "的" and text[end - 2] != "目")


def _only_verbs(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is a verb without its object: `培育`, `深入实施`."""
    while match := verb().match(text, start, end):
        start = match.end()
    return start == end


def _trim(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1] in _TRAILING or text[end - 1].isspace()):
        end -= 1
    return end


def _shorten(text: str, start: int, end: int, style: str) -> int:
    """Cut a heading off the text it runs into without a full stop: at a colon, a space, or behind a name such as 总体要求."""
    colon = _NAME_BEFORE_COLON.match(text, start, end)
    if colon:
        return colon.end() - 1
    listed = _LISTED.match(text, start, end)
    if listed and kind_of(listed["name"]) is not None:
        return listed.end("name")
    dated = _DATED_NAME.fullmatch(text, start, end)
    if dated and verb().match(text, start) is None:
        return dated.end("name")
    found = _GAP.search(text, start, min(end, start + _LONGEST_HEADING))
    space = found.start() if found else -1
    short_name = space == start + 2 and text[start:space] in container_names()
    if (short_name or space > start + 3) and not _CONTINUES.match(text, space + 1):
        named = _is_name(text, start, space)
        if named if style in _ITEMS else end - start > _LONG_SENTENCE or ("，" in text[space:end] and (style == "numeral" or named)):
            return space
    if end - start <= _LONG_SENTENCE:
        return end
    name = leading_name(text, start, end)
    return name if name is not None else end

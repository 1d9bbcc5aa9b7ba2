"""Lists of tasks that are announced and carry no labels (`5项重点任务：甲；乙；丙`), and how many items an announcement promises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.clauses import Borders, borders
from extractors.numerals import read_number
from extractors.tasks.actions import is_action
from extractors.tasks.lexicon import lexicon

_NUMBER = r"(?P<number>\d{1,3}|[一二三四五六七八九十两]{1,3})"
#: `8大重点任务`, `五项主要措施`, `21条举措`, `做好八个方面工作`
_DECLARED = re.compile(
    _NUMBER
    + r"[ ]?(?:大类|大项|个方面|方面|大|项|个|条|类)"
    + r"(?P<noun>[^，。；：:、\n（）0-9“”]{0,10}?(?:任务|举措|措施|行动|工程|工作|政策))(?![^，。；：:、\n—]{0,2}的)"
)
_INTRODUCES = re.compile(r"[：:]|——|[，,](?=(?:具体|主要|分别)?(?:包括|为|是|有)|即)|(?:具体|主要)?(?:包括|为|有)(?=[^，。；]{4})")
_LEAD_IN = re.compile(r"(?:(?:具体|主要|分别|重点)?(?:包括|是|为|有|即|涵盖|涉及)|即)?[：:，,]?")
#: `主要任务包括：A、B、C`, `重点任务有A、B、C`: what announces a list by its name, without a number.
_NAMED = re.compile(
    r"(?:主要|重点|核心|具体|工作|目标|建设|改革|试点|重大)(?:工作|建设|改革|试点)?(?:任务|举措|措施)"
    r"(?:和(?:措施|举措))?(?:(?:主要|具体|分别|重点)?(?:包括|包含|涵盖|有|是|为|分为)[：:]?|[：:])(?=[^\n])"
)
_AND_SO_ON = re.compile(r"等(?:内容|方面|任务|工作|措施|举措|[一二三四五六七八九十\d]+[^，。；]{0,20})?$")
#: What announces a list that comes before its number: `方案明确了扩种茶树、修整茶路、培训茶农等三项任务`.
_LED = re.compile("(?:明确|提出|部署|确定|推出|列出|包括|安排|聚焦|围绕|从)(?:了)?[：:，,]?|[：:]")
_MARKED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}是|[①-⑳]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．]|第[一二三四五六七八九十]{1,2}[，、])"
)
_QUOTED = re.compile(r"[“《（(][^”》）)]*[”》）)]")
#: Before a number that counts nothing (an ordinal), and one that may be a label.
_NO_AMOUNT = ("第", "之")
_LINE_START = ("\n", "")
_MOST_ANNOUNCED = 200
_LONGEST_LIST = 1500
#: How long a list before its number may be, with what leads to it.
_LONGEST_BEFORE = 300
_LONGEST_LEAD = 4
#: How far behind the number the list begins.
_REACH = 40
#: The share of items whose verb must be known for the list to be one of tasks: at all, and when there are as many as announced.
_MOST, _SOME = 0.75, 0.4
_SHORTEST_ITEM = 4
#: Two items may be a verb's two objects; three make a list.
_FEWEST_NAMED = 3
_LONGEST_ITEM = 120


@dataclass(frozen=True, slots=True)
class Announced:
    """An announcement: its span, the number it states if any, and the spans of the unlabelled items behind it (none when they carry labels).

    `marked` where bullets mark the items.
    """

    start: int
    end: int
    declared: int | None
    items: tuple[tuple[int, int], ...]
    marked: bool = False


def find_announced(text: str) -> list[Announced]:
    """Every announcement of tasks, by their number or by their name, with its list where that has no labels.

    `明确了3项重点任务：完善制度；建设平台；培养人才` and `主要任务包括：完善制度、建设平台、培养人才等` have three items;
    `提出三大目标：…` announces no tasks.
    """
    sentences = borders(text)
    found = list(_numbered(text, sentences))
    known = {start for announcement in found for start, _ in announcement.items}
    found.extend(named for named in _named(text, sentences) if known.isdisjoint(start for start, _ in named.items))
    return sorted(found, key=lambda announcement: announcement.start)


def _numbered(text: str, sentences: Borders) -> Iterator[Announced]:
    """Announcements with a number."""
    for match in _DECLARED.finditer(text):
        declared = read_number(match["number"])
        if declared is None or not 1 < declared <= _MOST_ANNOUNCED or text[max(0, match.start() - 1) : match.start()] in _NO_AMOUNT:
            continue
        if text[max(0, match.start() - 1) : match.start()] in _LINE_START and not _INTRODUCES.match(text, match.end()):
            continue
        _, sentence_end = sentences.sentence_at(match.start())
        line_end = text.find("\n", match.end())
        end = min(max(sentence_end, match.end()), line_end if line_end >= 0 else len(text), match.end() + _LONGEST_LIST)
        items: tuple[tuple[int, int], ...] = ()
        if any(word in match["noun"] for word in lexicon().announces):
            start, _ = sentences.sentence_at(match.start())
            items = tuple(_items(text, match.end(), end, int(declared))) or _items_before(text, start, match.start(), int(declared))
        yield Announced(match.start(), match.end(), int(declared), items)


def _named(text: str, sentences: Borders) -> Iterator[Announced]:
    """Lists announced by their name alone; believed only when every item acts."""
    for match in _NAMED.finditer(text):
        _, end = sentences.sentence_at(match.end())
        end = min(end, match.end() + _LONGEST_LIST)
        if _MARKED.match(text, match.end()) or "\n" in text[max(match.end() - 1, 0) : match.end() + 1]:
            continue
        for marks in ("；;", "、"):
            spans = [_trim(text, s, e) for s, e in _cut(text, match.end(), end, marks)]
            listed = len(spans) >= _FEWEST_NAMED and all(_SHORTEST_ITEM <= e - s <= _LONGEST_ITEM for s, e in spans)
            if listed and all(is_action(text[s:e]) and (marks != "、" or "，" not in text[s:e]) for s, e in spans):
                yield Announced(match.start(), match.end(), None, tuple(spans))
                break


def _items(text: str, start: int, end: int, declared: int) -> Iterator[tuple[int, int]]:
    """The items of the list that begins behind `start` and ends with its sentence at `end`.

    As many as were announced are believed when the verbs of some are known, others only when those of most are.
    """
    introduced = _INTRODUCES.search(text, start, min(end, start + _REACH))
    if not introduced or "。" in text[start : introduced.start()]:
        return
    begin = _LEAD_IN.match(text, introduced.end(), end)
    position = begin.end() if begin else introduced.end()
    if _MARKED.match(text, position):
        return
    spans = list(_cut(text, position, end, "；;"))
    if len(spans) < 2:
        spans = list(_cut(text, position, end, "、"))
        if any("，" in text[s:e] for s, e in spans):
            return
    spans = [(s, e) for s, e in (_trim(text, s, e) for s, e in spans) if e > s]
    sized = all(_SHORTEST_ITEM <= e - s <= _LONGEST_ITEM for s, e in spans)
    share = _SOME if len(spans) == declared else _MOST
    if len(spans) < 2 or not sized or sum(is_action(text[s:e]) for s, e in spans) < share * len(spans):
        return
    yield from spans


def _items_before(text: str, start: int, end: int, declared: int) -> tuple[tuple[int, int], ...]:
    """The items of a list that ends with its announcement at `end`; believed only when there are as many as announced, and every one acts."""
    end -= text.endswith("等", start, end)
    start = max(start, end - _LONGEST_BEFORE)
    for marks in ("，,", "、"):
        cuts = [at for at in range(start, end) if text[at] in marks]
        if len(cuts) < declared - 1:
            continue
        first = cuts[-declared] if len(cuts) >= declared else start
        for led in _LED.finditer(text, max(start, first - _LONGEST_LEAD), cuts[1 - declared]):
            spans = [_trim(text, s, e) for s, e in _cut(text, led.end(), end, marks)]
            if len(spans) == declared and all(_SHORTEST_ITEM < e - s <= _LONGEST_ITEM and is_action(text[s:e]) for s, e in spans):
                return tuple(spans)
    return ()


def _cut(text: str, start: int, end: int, marks: str) -> Iterator[tuple[int, int]]:
    hidden = [match.span() for match in _QUOTED.finditer(text, start, end)]
    position = start
    for match in re.finditer(f"[{marks}]", text[start:end]):
        at = start + match.start()
        if not any(s < at < e for s, e in hidden):
            yield position, at
            position = at + 1
    yield position, end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \n":
        start += 1
    while end > start and text[end - 1] in " \n。；;，、！!":
        end -= 1
    more = _AND_SO_ON.search(text, start, end)
    return start, more.start() if more else end

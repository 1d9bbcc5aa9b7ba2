"""Notes that say who does a task: `（责任单位：…）`, `牵头单位：…；配合单位：…`, `（…牵头，…配合）`, `（…负责）`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.agencies.lexicon import Lexicon, Part, lexicon
from extractors.agencies.names import Span, cut_names, is_name, without_lead_mark, written
from extractors.records import Agency

_BRACKETS = {"（": "）", "(": ")", "〔": "〕", "[": "]", "【": "】"}
_CLOSING = {closing: opening for opening, closing in _BRACKETS.items()}
_BRACKET = re.compile("[（(〔\\[【）)〕\\]】]")
#: Whose organ it is, which a list of several says only once.
_OWN_LEVEL = re.compile(r"^(?:省|市|区|县|自治区|州)(?=[\u4e00-\u9fff]{2,}[厅局委办会]$)")
#: A note that names more than this names a province's every county; longer brackets hold prose.
_LONGEST = 900
#: Where a note without brackets ends.
_END_OF_LINE_NOTE = re.compile(
    r"[。\n\t]|(?:完成|办结|工作|时间)[ ]?时限|完成时间|时限要求|时间节点|时间安排|进度安排"
    r"|(?:时序|工作|推进|完成|整改|实施|形象|节点)?(?:进度|时限|期限|时间|节点)(?:安排|要求)?[ ]?[：:]|联系(?:人|方式|电话)|责任人[：:]|[（(]咨询"
    r"|(?<![\d第])\d{1,3}[ ]?[.．、](?=[\u4e00-\u9fff“])|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]"
)
#: What follows a full stop inside a note holds for all tasks or for nobody: `以下各项任务，各市政府均为责任主体，不再列出`.
_AFTERTHOUGHT = re.compile(
    r"。|[；，,;][ ]?(?=由?(?:多|几|两)个[^；，,;。]{0,12}(?:负责|牵头))"
    r"|[；，,;][ ]?(?=(?:排|列|居|位|名列|首位|以第一|第一)[^；，,;]{0,14}牵头)|[；，,;][ ]?(?:以下|下同|下列|其中[^；。]{0,12}不再)"
)
#: `丙市人民政府` at the end of a list of places.
_GOVERNMENT = re.compile("[市州盟区县旗](?:人民)?政府$")
_LONGEST_PLACE = 3
#: A paragraph's last sentence that only says who does it: `甲局、乙局按职责分工负责。`
_CLOSING_SENTENCE = re.compile(r"(?<=。)[^。；：\n]{4,400}(?:按(?:照)?(?:各自)?职责(?:分工)?负责|分工负责|牵头[^。；\n]{0,80}配合)(?=。?(?:\n|$))")
_CHARGES = re.compile("牵头|负责")
_NAMED_IN_BRACKET = r"[^（()）〔〕【】。：:\n\d]"
#: A bracket behind a sentence with nothing in it but what may be names: `…。（县茶办、县财政局）`.
_BARE_NOTE = re.compile(
    rf"(?<=[。；])[ ]?[（(〔【](?P<names>{_NAMED_IN_BRACKET}{{3,400}}(?:[（(][^（()）\n]{{1,20}}[）)]{_NAMED_IN_BRACKET}{{0,300}}){{0,9}})[）)〕】]"
    r"(?=。?(?:\n|$|[ ]?[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])|[ ]?[\u4e00-\u9fff]{2})"
)
#: So many of them in a document are notes and no sources, credits or asides.
_FEWEST_BARE = 3
#: Behind an aside inside a sentence: `（茶校内由县茶办负责），县政府…`.
_RUNS_ON = re.compile("[，、\u4e00-\u9fff]")
_SAYS = re.compile("负责|按职责分工|按照职责分工|按各自职责分工|牵头|配合|参与|参加|落实|实施|协助|指导|承担|支持|推进|协办|协同|单位|部门|机构|主体")


@dataclass(frozen=True, slots=True)
class Note:
    """A note with the agencies it names, in order; `contrast` when it says itself who leads."""

    start: int
    end: int
    agencies: tuple[Agency, ...]
    contrast: bool


def find_notes(text: str) -> list[Note]:
    """Every note of `text` that names agencies, in order.

    `（责任单位：省财政厅）` and `（省财政厅牵头，省教育厅配合）` are notes; `（以下简称牵头单位）` and `（由甲方负责）` are none.
    """
    words = lexicon()
    notes: list[Note] = []
    brackets = list(_bracketed(text))
    for start, end in brackets:
        note = _read_bracket(text, start, end, words)
        if note:
            notes.append(note)
    notes.extend(_closing_notes(text, words))
    known = {note.start for note in notes}
    notes.extend(note for note in _bare_notes(text, words, len(known)) if note.start not in known)
    notes.sort(key=lambda note: note.start)
    taken = [(note.start, note.end) for note in notes]
    notes.extend(_line_notes(text, taken, words))
    return sorted(notes, key=lambda note: note.start)


def first_leads_from(text: str, notes: Sequence[Note]) -> int | None:
    """The offset from which the first named leads, None where the text does not say so.

    `（责任单位：…；列第一位者为牵头单位，下同）` holds from that note on; said behind the last note (`注：…`) it holds for all.
    """
    match = lexicon().first_leads.search(text)
    if not match:
        return None
    holder = next((note for note in notes if note.start <= match.start() < note.end), None)
    at = holder.start if holder else match.start()
    return at if any(note.end > at for note in notes) else 0


def read_cell(text: str, start: int, end: int, part: Part) -> list[Agency]:
    """The agencies listed in a table cell under a heading such as 责任单位 (`named`) or 配合单位 (`support`)."""
    words = lexicon()
    agencies, _ = _read_chunks(text, start, end, part, words)
    return agencies


def read_closing(text: str, start: int, end: int) -> tuple[Agency, ...]:
    """The agencies of a sentence that says nothing but who does it: `甲局牵头，乙局配合`; none where it says anything else."""
    words = lexicon()
    if not words.after.search(text, start, end):
        return ()
    agencies, _ = _read_chunks(text, start, end, None, words)
    return tuple(agencies) if agencies and _all_named(agencies) else ()


def unique(agencies: Iterable[Agency]) -> list[Agency]:
    """Each agency once, where it comes first; 省人社厅 and the elliptic 人社厅 are the same one."""
    seen: dict[str, Agency] = {}
    for agency in agencies:
        seen.setdefault(_OWN_LEVEL.sub("", agency.name), agency)
    return list(seen.values())


def _bracketed(text: str) -> Iterator[Span]:
    """Outermost pairs of brackets that could hold a note, by the offsets inside the marks."""
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        mark, at = match.group(), match.start()
        if mark in _BRACKETS:
            if opened and at - opened[0] > _LONGEST:
                opened.clear()
            opened.append(at)
        elif opened and (len(opened) == 1 or text[opened[-1]] == _CLOSING[mark]):
            start = opened.pop()
            if not opened and at - start <= _LONGEST and _SAYS.search(text, start, at):
                yield start + 1, at


def _read_bracket(text: str, start: int, end: int, words: Lexicon) -> Note | None:
    marked = words.before.search(text, start, end)
    if marked:
        agencies, contrast = _read_chunks(text, marked.start(), _cut(text, marked.end(), end), "named", words)
    else:
        stop = _cut(text, start, end)
        tail = words.after.search(text, start, stop)
        if not tail and not _CHARGES.search(text, start, stop):
            return None
        agencies, contrast = _read_chunks(text, start, stop, None, words)
        if not _all_named(agencies) or (text.find("由", start, stop) >= 0 and _RUNS_ON.match(text, end + 1)):
            return None
    return Note(start - 1, end + 1, tuple(agencies), contrast) if agencies else None


def _all_named(agencies: Sequence[Agency]) -> bool:
    """Whether all that a note without a heading lists are names; `甲、乙、丙市人民政府` names the places 甲 and 乙 too."""
    elliptic = any(_GOVERNMENT.search(agency.name) for agency in agencies)
    return all(is_name(agency.name) or (elliptic and len(agency.name) <= _LONGEST_PLACE) for agency in agencies)


def _cut(text: str, start: int, end: int) -> int:
    """Where the afterthought of a note begins; a full stop before another `…单位：` is none."""
    position = start
    while match := _AFTERTHOUGHT.search(text, position, end):
        inside = any(text.count(mark, start, match.start()) > text.count(closing, start, match.start()) for mark, closing in _BRACKETS.items())
        if not inside and not lexicon().before.match(text, match.end(), end):
            return match.start()
        position = match.end()
    return end


def _closing_notes(text: str, words: Lexicon) -> Iterator[Note]:
    """Notes that are a sentence at the end of a paragraph; one that holds anything but names is prose."""
    for match in _CLOSING_SENTENCE.finditer(text):
        agencies, contrast = _read_chunks(text, *match.span(), None, words)
        if agencies and _all_named(agencies):
            yield Note(match.start(), match.end(), tuple(agencies), contrast)


def _bare_notes(text: str, words: Lexicon, others: int) -> list[Note]:
    """Brackets that hold names alone, in a document that closes its items so: `…。（县茶办、县财政局）`; not one `（新华社）`.

    So many `others`, notes that say more, show that it does.
    """
    notes = []
    for match in _BARE_NOTE.finditer(text):
        start, end = match.span("names")
        agencies, contrast = _read_chunks(text, start, _cut(text, start, end), None, words)
        if agencies and _all_named(agencies):
            notes.append(Note(match.start(), match.end(), tuple(agencies), contrast))
    return notes if len(notes) >= _FEWEST_BARE or others >= _FEWEST_BARE else []


def _line_notes(text: str, taken: list[Span], words: Lexicon) -> Iterator[Note]:
    """Notes without brackets: `责任单位：甲、乙；配合单位：丙。`"""
    position, index = 0, 0
    while match := words.before.search(text, position):
        position = match.end()
        while index < len(taken) and taken[index][1] <= match.start():
            index += 1
        if index < len(taken) and taken[index][0] <= match.start():
            continue
        stop = _line_note_end(text, match.end())
        agencies, contrast = _read_chunks(text, match.start(), _cut(text, match.end(), stop), "named", words)
        agencies = [agency for agency in agencies if is_name(agency.name)]
        if agencies:
            yield Note(match.start(), stop, tuple(agencies), contrast)
        position = max(position, stop)


def _line_note_end(text: str, start: int) -> int:
    limit = min(len(text), start + _LONGEST)
    position = start
    while match := _END_OF_LINE_NOTE.search(text, position, limit):
        if match.group() == "\n" and text[match.start() - 1] in "、，":
            position = match.end()
            continue
        limit = match.start()
        break
    closing = _unmatched_closing(text, start, limit)
    return limit if closing is None else closing


def _unmatched_closing(text: str, start: int, end: int) -> int | None:
    """The first closing bracket whose partner stands before `start`."""
    depth = 0
    for match in _BRACKET.finditer(text, start, end):
        depth += 1 if match.group() in _BRACKETS else -1
        if depth < 0:
            return match.start()
    return None


def _read_chunks(text: str, start: int, end: int, part: Part | None, words: Lexicon) -> tuple[list[Agency], bool]:
    """The agencies of a note and whether it says itself who leads.

    A head (`牵头单位：`) holds until the next; a tail (`…牵头`) holds for what stands before it since the last tail. 责任单位 or 负责 beside
    配合 says whose business it is, not who leads.
    """
    found: list[tuple[Span, Part]] = []
    pending: list[Span] = []
    current = part
    for chunk_start, chunk_end in _chunks(text, start, end):
        headed = False
        while head := words.before.search(text, chunk_start, chunk_end):
            if headed or text[head.start() - 1].isspace():
                pending.extend(_names(text, chunk_start, head.start()))  # `牵头单位：甲局配合单位：乙局`, but not the 物资 of `物资牵头单位：丙局`
            headed = True
            found.extend((span, current or "named") for span in pending)
            pending = []
            current = _part(head)
            chunk_start = head.end()
        chunk_end_names, tail = _tail(text, chunk_start, chunk_end, words)
        together = text.find("会同", chunk_start, chunk_end_names)
        if together > chunk_start:
            spans = list(_names(text, chunk_start, together))
            found.extend((span, "lead") for span in pending + spans)
            pending = []
            found.extend((span, "support") for span in _names(text, together + 2, chunk_end_names))
            continue
        pending.extend(_names(text, chunk_start, chunk_end_names))
        if tail:
            said = _part(tail)
            found.extend((span, said) for span in pending)
            pending = []
    found.extend((span, current or "named") for span in pending)
    agencies = [_agency(text, span, said) for span, said in found]
    agencies.sort(key=lambda agency: agency.role != "lead")
    return unique(agencies), any(agency.role == "lead" for agency in agencies)


def _agency(text: str, span: Span, said: Part) -> Agency:
    marked = without_lead_mark(text, span)
    leads = marked is not None or said == "lead"
    start, end = marked or span
    return Agency(written(text, (start, end)), "lead" if leads else "support", start, end)


def _names(text: str, start: int, end: int) -> Iterator[Span]:
    return cut_names(text, start, end)


def _part(match: re.Match[str]) -> Part:
    name = match.lastgroup
    return "lead" if name == "lead" else "support" if name == "support" else "named"


def _tail(text: str, start: int, end: int, words: Lexicon) -> tuple[int, re.Match[str] | None]:
    """Where the names of a chunk end, and the verb behind them."""
    while end > start and text[end - 1] in " \n。":
        end -= 1
    match = words.after.search(text, start, end)
    return (match.start(), match) if match and match.start() > start else (end, None)


def _chunks(text: str, start: int, end: int) -> Iterator[Span]:
    """What `；` and `，` outside brackets keep apart."""
    position, chunk = start, start
    while position < end:
        char = text[position]
        if char in _BRACKETS:
            closed = text.find(_BRACKETS[char], position, min(end, position + 60))
            position = closed if closed >= 0 else position
        elif char in "；;，,。":
            yield chunk, position
            chunk = position + 1
        position += 1
    yield chunk, end

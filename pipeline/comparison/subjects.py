"""What a bare indicator is of: `产值` under 石化产业, in its clause, its sentence, its heading or its table row.

Three industries' 产值 are three indicators; an indicator that says itself what it is of (`石化产业产值`) has no subject.
"""

from __future__ import annotations

import functools
import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractors.clauses import borders
from extractors.words import cut, tag
from pipeline.comparison.indicators import clause_key, indicator_key
from pipeline.policies.places import short_place, without_place

if TYPE_CHECKING:
    from extractors.records import Count, Deadline, Facts, Target

_BRACKETS = re.compile(r"[（(][^（）()\n]*[）)]")
_NOT_WORDS = re.compile(r"[^0-9a-zA-Z\u3400-\u9fff]+")
_HAN = re.compile(r"[\u3400-\u9fff]{2}")
_NUMBER = re.compile(r"[0-9〇一二三四五六七八九十百千万亿两]+(?:\.\d+)?")
_PERIOD = re.compile(r"[（(〔][^（）()〔〕]*[）)〕]|(?:19|20)\d\d年?度?|[“\"]?十[一二三四五六]五[”\"]?(?:时期)?|关于|印发")
_FORM_OF_TITLE = re.compile(
    r"(?:中长期|三年|五年|专项|总体|发展|建设|实施|行动|工作|高质量)*(?:规划|计划|方案|意见|纲要|办法|措施|通知|细则|条例|规定|指引|报告|决定)+\Z"
)
#: The longest subject; what is longer is a sentence and no topic.
_LONGEST = 24
#: How far back on the line a topic is looked for, in sentences.
_SENTENCES = 3
_MARKS = '“”‘’"《》、'
_NUMBERED = re.compile(r"\A[0-9]+[ .、]+|[（(][^（）()]*\Z")
#: What a topic does not hold: half a bracket, the end of a clause.
_BROKEN = re.compile("[（()）】【，。；\t]")
_QUANTITY_FIRST = re.compile(r"[（(]?[^0-9\u3400-\u9fff]|.{0,3}[0-9]")


@functools.cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("subjects.toml").read_text("utf-8"))


def _words(*names: str) -> list[str]:
    return sorted({word for name in names for word in _data()[name].split()}, key=lambda word: (-len(word), word))


@functools.cache
def _bare() -> re.Pattern[str]:
    measure, thing, owner, about = ("|".join(_words(name)) for name in ("measures", "things", "owners", "qualifiers"))
    about = f"(?:{about}|[0-9.])*"
    return re.compile(f"{about}(?:(?:(?:{owner})*{about}(?:{measure}){{0,2}})|(?:{thing})?){about}")


@functools.cache
def _general() -> frozenset[str]:
    return frozenset(_words("general"))


@functools.cache
def _states() -> frozenset[str]:
    return frozenset(_words("states"))


@functools.cache
def _thing() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(_words('things'))})\\Z")


@functools.cache
def _ending_measure() -> re.Pattern[str]:
    long = (word for word in _words("measures", "qualifiers") if len(word) > 1)
    return re.compile(f"(?:{'|'.join(long)})+\\Z")


@functools.cache
def _openings() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(_words('openings'))}|[，,、：:])+")


@functools.cache
def _entity() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(_words('entities'))})\\Z")


@functools.cache
def _no_topic() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_data()["no_topic"]["headings"]), re.compile(_data()["no_topic"]["titles"])


@functools.lru_cache(maxsize=65536)
def is_bare(indicator: str) -> bool:
    """Whether an indicator says nothing by itself: `产值`, `项目总投资`, `县（市、区）`; not `石化产业产值`, `森林覆盖率`."""
    words = _NOT_WORDS.sub("", _BRACKETS.sub("", indicator)) or _NOT_WORDS.sub("", indicator)
    return len(words) < 2 or _bare().fullmatch(words) is not None


@dataclass(frozen=True, slots=True)
class _Document:
    """A document's text and facts, with what stands where."""

    text: str
    facts: Facts
    counts: list[Count]
    deadlines: list[Deadline]

    @classmethod
    def of(cls, text: str, facts: Facts) -> _Document:
        return cls(text, facts, sorted(facts.counts, key=_start), sorted(facts.deadlines, key=_start))

    def counts_in(self, start: int, end: int) -> list[Count]:
        """The counts that begin there, the last first."""
        return self.counts[bisect_left(self.counts, start, key=_start) : bisect_left(self.counts, end, key=_start)][::-1]

    def deadlines_in(self, start: int, end: int) -> list[Deadline]:
        """The time expressions that begin there."""
        return self.deadlines[bisect_left(self.deadlines, start, key=_start) : bisect_left(self.deadlines, end, key=_start)]


def _start(record: Count | Deadline) -> int:
    return record.start


def subjects(text: str, facts: Facts, title: str | None, region: str | None, sections: Sequence[int | None]) -> list[str | None]:
    """The subject of each target, None for one that is not bare or whose topic is not found.

    `title` and `region` are those of the policy, `sections` the innermost section of each target.
    """
    document = _Document.of(text, facts)
    found: list[str | None] = []
    for target, section in zip(facts.targets, sections, strict=True):
        general = target.value is not None and target.indicator in _general()
        if not (general or (_is_bare_state(target.indicator) if target.value is None else _is_bare_measure(target.indicator, target.unit))):
            found.append(None)
            continue
        candidates = _near_topics(document, target) if general else _topics(document, target, section, title)
        topics = (_tidy(topic, region) for topic in candidates)
        found.append(next((topic for topic in topics if topic), None))
    return found


def _tidy(topic: str, region: str | None) -> str | None:
    """A topic as it is shown, None when it says no more than the indicator."""
    shown = _NUMBERED.sub("", topic).removesuffix("方面").removesuffix("领域").strip(" 的等及和与在对将，、：:；;。.…\t" + '“”"‘’')
    if region:
        shown = shown.removeprefix(region).removeprefix(short_place(region))
    shown = _openings().sub("", shown, count=1) if (opening := _openings().match(shown)) and len(shown) - opening.end() >= 2 else shown
    if not 2 <= len(shown) <= _LONGEST or not _HAN.search(shown) or is_bare(shown) or _no_topic()[0].fullmatch(shown):
        return None
    if _BROKEN.search(_BRACKETS.sub("", shown)) or 3 * sum(map(str.isdigit, shown)) > len(shown) or (tag(shown) or "n")[0] in "il":
        return None
    return shown


def _topics(document: _Document, target: Target, section: int | None, title: str | None) -> Iterator[str]:
    """Candidates for a target's topic, the nearest first."""
    text, facts = document.text, document.facts
    line_start = text.rfind("\n", 0, target.start) + 1
    line_end = text.find("\n", target.start)
    if "\t" in (line := text[line_start : line_end if line_end >= 0 else len(text)]):
        yield from _row_heads(line, target.start - line_start)
    count = facts.counts[target.count] if target.count is not None else None
    at = target.start + max(target.text.find(target.indicator, count.end - target.start if count else 0), 0)
    if at > target.start and _thing().search(_BRACKETS.sub("", target.indicator)):
        # 20家企业开展试点: what the things counted do.
        rest = text[at + len(target.indicator) : target.end].strip("。；，;】")
        if not _QUANTITY_FIRST.match(rest):
            yield re.split("[，；。]", rest)[0]
    else:
        at = target.start + max(target.text.find(target.indicator), 0)
    if "\t" not in line:
        yield from _in_sentences(document, target, at, line_start, line)
    yield from _headings(facts, section)
    if title and not _no_topic()[1].search(title):
        yield _FORM_OF_TITLE.sub("", _PERIOD.sub("", without_place(title)))


def _near_topics(document: _Document, target: Target) -> Iterator[str]:
    """The topic in the clause before a general indicator, when an industry or the like."""
    at = target.start + max(target.text.find(target.indicator), 0)
    line_start = document.text.rfind("\n", 0, at) + 1
    start = line_start + borders(document.text[line_start : target.end]).segment_at(at - line_start)[0]
    if (subject := _subject_of(document, start, at)) and _entity().search(subject):
        yield subject


def _is_bare_state(clause: str) -> bool:
    return clause_key(clause) in _states()


def _is_bare_measure(indicator: str, unit: str | None) -> bool:
    return is_bare(indicator) and not _is_known(indicator, unit)


def _is_known(indicator: str, unit: str | None) -> bool:
    return bool(indicator_key(indicator, unit=unit).concept)


def _row_heads(line: str, at: int) -> Iterator[str]:
    """The names that head a table row: its first cells of words before the one that holds the indicator."""
    start = 0
    for cell in line.split("\t"):
        if start + len(cell) >= at and start:
            return
        start += len(cell) + 1
        words = _NUMBER.sub("", cell).strip(" .、）)（(")
        if _HAN.search(words):
            yield words


def _in_sentences(document: _Document, target: Target, at: int, line_start: int, line: str) -> Iterator[str]:
    """Topics of the clause before the indicator, then of the counts, clauses and sentences before it on its line."""
    # The borders of one line are found faster than those of the text, and often again.
    cuts = borders(line)
    at -= line_start
    clause, segment, sentence = cuts.clause_at(at), cuts.segment_at(at), cuts.sentence_at(at)
    yield _subject_of(document, min(line_start + clause[0], target.start), line_start + at)
    for count in document.counts_in(line_start + segment[0], line_start + at):
        # 能源工程13项，总投资…: what was counted or measured before it.
        if count.item and not is_bare(count.item):
            topic = _ending_measure().sub("", count.item)
            # 粮食面积…、产量: of a known indicator, only what makes this one known; 地区生产总值 is no topic.
            if not _is_known(count.item, count.unit) or _is_known(topic + target.indicator, target.unit):
                yield topic
    sentences = [sentence]
    while len(sentences) <= _SENTENCES and sentences[-1][0] > 0:
        sentences.append(cuts.sentence_at(sentences[-1][0] - 1))
    opens = clause[0] <= sentence[0]
    for one in sentences[: len(sentences) if opens else 1]:
        first = next(iter(cuts.clauses_in(one)), None)
        if first and first[1] <= at and _entity().search(subject := _subject_of(document, line_start + first[0], line_start + first[1])):
            yield subject
    for one in sentences:
        for before in reversed(cuts.clauses_in(one)):
            if before[1] <= at and _entity().search(words := _object_of(line[before[0] : before[1]])):
                yield words


def _headings(facts: Facts, section: int | None) -> Iterator[str]:
    while section is not None:
        heading = facts.sections[section]
        words = re.split(r"[，。；：,;:\n\t]", _BRACKETS.sub("", heading.title))[0]
        if not _no_topic()[0].fullmatch(_NOT_WORDS.sub("", words)):
            yield _without_verbs(words)
        section = heading.parent


def _subject_of(document: _Document, start: int, end: int) -> str:
    """The noun phrase a clause begins with, after dates and openings: `普通省道完成` gives 普通省道, `两年力争完成` nothing."""
    words = document.text[start:end]
    for deadline in document.deadlines_in(start, end):
        if deadline.end <= end:
            words = words[: deadline.start - start] + "，" * (deadline.end - deadline.start) + words[deadline.end - start :]
    if opening := _openings().match(words):
        words = words[opening.end() :]
    taken: list[str] = []
    for word in cut(words):
        kind = tag(word) or ("n" if _HAN.match(word) else "")
        if word in _MARKS or kind[:1] in "nabjszl" or kind in ("vn", "eng", "an"):
            taken.append(word)
        else:
            break
    phrase = "".join(taken).strip(_MARKS)
    return phrase if taken and len(phrase) >= 2 else ""


def _object_of(words: str) -> str:
    """The noun phrase a clause ends with: `打造世界级石化产业基地` gives 世界级石化产业基地."""
    taken: list[str] = []
    for word in reversed(cut(words.rstrip("。；，、"))):
        kind = tag(word) or ("n" if _HAN.match(word) else "")
        if kind[:1] in "nabjsl" or kind in ("vn", "eng") or word in "“”":
            taken.append(word)
        else:
            break
    while taken and len(taken[-1]) == 1 and (tag(taken[-1]) or "")[:1] in "ab":
        # 做大做强石化产业: the end of a verb.
        taken.pop()
    return "".join(reversed(taken)).strip(_MARKS)


def _without_verbs(heading: str) -> str:
    """A heading without the verbs it begins with: `做大做强石化产业` gives 石化产业."""
    if (opening := _openings().match(heading)) and len(heading) - opening.end() >= 2:
        heading = heading[opening.end() :]
    words = cut(heading)
    while words and len(words) > 1 and ((tag(words[0]) or "")[:1] in "vdpc" or _openings().fullmatch(words[0])) and tag(words[0]) != "vn":
        words = words[1:]
    return "".join(words)

"""Which sections of the outline are tasks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.agencies import Note
from extractors.outline.kinds import kind_of
from extractors.outline.titles import sentence_end
from extractors.outline.verbs import verb
from extractors.records import Section, SectionKind
from extractors.tasks.actions import amends, is_action, lexicon, obliges, only_names

_EXCLUDED = frozenset({"goal", "principle", "definition", "other"})
_ARTICLE = re.compile(r"第.+条")
_PART = re.compile(r"第.+[编篇章节]|第.+部分")
_ORDINAL = re.compile(r".+是$|第[一二三四五六七八九十]+$")
#: What a list of conditions, cases or papers is announced with.
_CRITERIA = re.compile(
    r"(?:下列|以下|如下|符合|具备|满足|提交|提供|附上|检附|包括|[应须需])[^，。：]{0,20}(?:条件|材料|情形|资料|文件|标准|要件|资格|内容|之一|包括|范围)(?:之一)?(?:的|者)?[：:]?$"
    r"|^[^，。：]{0,10}(?:条件|材料|情形|资料|文件|标准|要件|资格)[：:]?$"
)
#: Directives and points of the Taiwanese gazettes, whose numbered points are provisions.
_PROVISIONS = re.compile("中华民国|新台币")
_MATTER = re.compile("资格|条件|对象|额度|金额|经费|范围|文件|资料|定义|标准|规范|申请表|上限|比率|期程|项目|方式及|原则|清单|凭证|公式|基准")
_STATIC = re.compile("应(?:为|具|系|属|符合|无|以.{1,16}为|就[^，]{1,12}认定)|应备|准用")
_FILES = re.compile("向[^，。]{1,12}(?:提出申请|申请|报到|通报|联系)|与[^，。]{1,12}联系")
#: Longer than this before a colon and it is a sentence; shorter and it is the item's name.
_LONGEST_NAME = 14
#: Where the words stand that announce an enumeration.
_ANNOUNCEMENT = 80
_SENTENCE_START = re.compile(r"[。\n]")
_FIRST = re.compile(r"[（(第]?[ ]?[一1][ ]?[）)]?[、.．是，条]?|①")
_SHORTEST_TITLE = 2
_LONGEST_HEADING = 30


@dataclass(frozen=True, slots=True)
class Item:
    """A section that is a task, with the span of its heading sentence."""

    section: int
    title_start: int
    title_end: int
    safeguard: bool


def find_items(text: str, sections: Sequence[Section], notes: Sequence[Note], genre: str = "policy") -> list[Item]:
    """The sections that say what is to be done, in order.

    Children of `重点任务` and `保障措施` are, whatever their words; elsewhere the words must say so. What stands under goals, principles,
    definitions and backgrounds is not. A page that is neither a policy nor an article about one (`genre` other) has tasks only where it
    calls them so or names who does them.
    """
    stated = _stated_kinds(sections)
    note_starts = [note.start for note in notes]
    provisions = _PROVISIONS.search(text) is not None
    legal = sum(bool(_ARTICLE.fullmatch(section.label)) for section in sections) > 2
    runs = _runs(sections)
    spans = [heading_sentence(text, section) for section in sections]
    accepted: set[int] = set()
    doubtful: list[int] = []
    for index, section in enumerate(sections):
        start, end = spans[index]
        sentence = text[start:end]
        if len(sentence) < _SHORTEST_TITLE or not section.label or section.label.startswith("专栏") or (legal and _PART.fullmatch(section.label)):
            continue
        if stated[index] in _EXCLUDED:
            continue
        if _ARTICLE.fullmatch(section.label):
            taken = obliges(sentence)
        elif (legal and _under_article(sections, section)) or _under_criteria(sections, spans, section, text):
            continue
        elif provisions:
            taken = _is_provision(sections, section, sentence)
        elif _ORDINAL.fullmatch(section.label):
            taken = genre != "other" and is_action(sentence) and _announced(text, sections[runs[index]])
        else:
            taken = (_is_task(sections, stated, index, sentence) and (genre != "other" or stated[index] is not None)) or (not only_names(section.title) and _has_note(section, sections, index, note_starts))
            contained = section.parent is not None and kind_of(sections[section.parent].title) in ("task", "safeguard")
            if not taken and genre != "other" and not only_names(section.title) and not _PART.fullmatch(section.label) and (contained or end - start <= _LONGEST_HEADING):
                doubtful.append(index)
        if taken:
            accepted.add(index)
    accepted.update(_carried(runs, accepted, doubtful))
    return [Item(index, *spans[index], stated[index] == "safeguard") for index in sorted(accepted)]


def _carried(runs: Sequence[int], accepted: set[int], doubtful: Sequence[int]) -> Iterator[int]:
    """Headings whose verb the lexicon does not know, among neighbours that are tasks: most of a list says what the rest is."""
    counts = Counter(runs[index] for index in accepted)
    missing: dict[int, list[int]] = defaultdict(list)
    for index in doubtful:
        missing[runs[index]].append(index)
    for run, indices in missing.items():
        if counts[run] > len(indices):
            yield from indices


def _runs(sections: Sequence[Section]) -> list[int]:
    """For each section the list it is an item of, by the index of the list's first item."""
    current: dict[tuple[int | None, str], int] = {}
    runs = []
    for index, section in enumerate(sections):
        key = section.parent, _shape(section.label)
        if key not in current or _FIRST.fullmatch(section.label):
            current[key] = index
        runs.append(current[key])
    return runs


def _shape(label: str) -> str:
    return re.sub(r"[一二三四五六七八九十百零〇\d]+", "1", label)


def heading_sentence(text: str, section: Section) -> tuple[int, int]:
    """The span of the sentence a task is known by: its heading, and where that only names a matter (`申请方式：提出…`) the sentence it opens."""
    start, end = section.title_start, section.title_end
    if text[end : end + 1] in ("：", ":") and end - start <= _LONGEST_NAME and not verb().match(text, start, end):
        stop = sentence_end(text, end + 1, section.end, "")
        line_end = text.find("\n", end, stop)
        stop = stop if line_end < 0 else line_end
        while stop > end + 1 and text[stop - 1] in " ；;，、：:。":
            stop -= 1
        return start, stop if stop > end + 1 and text[end + 1 : end + 2] not in "（(" else end
    return start, end


def _stated_kinds(sections: Sequence[Section]) -> list[SectionKind | None]:
    """For each section the kind that it or the nearest section around it states; None where nobody states any."""
    stated: list[SectionKind | None] = []
    for section in sections:
        own = kind_of(section.title)
        if own == "goal" and re.search("任务|措施|举措", section.title):
            own = None
        stated.append(own or (stated[section.parent] if section.parent is not None else None))
    return stated


def _is_task(sections: Sequence[Section], stated: Sequence[SectionKind | None], index: int, sentence: str) -> bool:
    section = sections[index]
    if only_names(section.title):
        behind = sentence[len(section.title) + 1 :]
        return bool(behind) and is_action(behind) and kind_of(section.title) is None
    parent = section.parent
    if stated[index] and parent is not None and kind_of(sections[parent].title) == "task":
        return not lexicon().excuses.search(sentence)
    return is_action(sentence) or (stated[index] == "task" and sentence.endswith(lexicon().measures))


def _is_provision(sections: Sequence[Section], section: Section, sentence: str) -> bool:
    """Whether a point of a Taiwanese directive tells somebody to act; what it says of eligibility, sums and papers does not."""
    parent = sections[section.parent].title if section.parent is not None else ""
    if kind_of(parent) == "task":
        return not only_names(section.title) or not _MATTER.search(section.title)
    return not _MATTER.search(parent) and not _STATIC.search(sentence) and (obliges(sentence) or _FILES.search(sentence) is not None)


def _has_note(section: Section, sections: Sequence[Section], index: int, note_starts: Sequence[int]) -> bool:
    """Whether a note that names who does it stands in the item before any item of its own."""
    stop = section.end
    if index + 1 < len(sections):
        stop = min(stop, sections[index + 1].start)
    at = bisect_left(note_starts, section.start)
    return at < len(note_starts) and note_starts[at] < stop


def _under_article(sections: Sequence[Section], section: Section) -> bool:
    parent = section.parent
    while parent is not None:
        if _ARTICLE.fullmatch(sections[parent].label):
            return True
        parent = sections[parent].parent
    return False


def _under_criteria(sections: Sequence[Section], spans: Sequence[tuple[int, int]], section: Section, text: str) -> bool:
    """Whether the item stands in a list of conditions or papers: `申请人应当符合下列条件：（一）…`."""
    if section.parent is None:
        return False
    start, end = spans[section.parent]
    heading = text[start:end]
    return amends(heading) or (_CRITERIA.search(heading) is not None and not _improves(heading))


def _improves(heading: str) -> bool:
    """`改善基础条件` is a heading of measures, not of conditions."""
    return verb().match(heading) is not None and not re.search("下列|以下|如下", heading)


def _announced(text: str, first: Section) -> bool:
    """Whether an enumeration that begins with `first` stands in a task or is announced as tasks, and not as goals, problems or results."""
    before = text[max(0, first.start - _ANNOUNCEMENT) : first.start].rstrip()
    cut = max((match.end() for match in _SENTENCE_START.finditer(before, 0, max(0, len(before) - 1))), default=0)
    words = before[cut:]
    tasks = max(words.rfind(word) for word in lexicon().announces)
    others = max(words.rfind(word) for word in lexicon().announces_other)
    if tasks != others:
        return tasks > others
    return first.parent is not None

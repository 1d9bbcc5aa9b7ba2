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
from extractors.records import Section
from extractors.tasks.actions import amends, begins_with_measure, is_action, is_present, obliges, only_names, prescribes
from extractors.tasks.lexicon import lexicon
from extractors.tasks.provisions import are_provisions, is_provision
from extractors.tasks.stated import label_shape, stated_kinds

_EXCLUDED = frozenset({"goal", "principle", "definition", "other"})
#: A document with such parts is a policy or tells of one, whatever it was taken for.
_OF_POLICIES = frozenset({"goal", "principle", "task", "safeguard"})
_ARTICLE = re.compile(r"第.+条")
_PART = re.compile(r"第.+[编篇章节]|第.+部分")
_ORDINAL = re.compile(r".+是$|第[一二三四五六七八九十]+$")
_FIRST = re.compile(r"[（(第]?[ ]?[一1][ ]?[）)]?[、.．是，条]?|①")
#: With more articles than this the document is a regulation.
_FEW_ARTICLES = 2
#: What a list of conditions, cases or papers is announced with.
_CRITERIA = re.compile(
    r"(?:下列|以下|如下|符合|具备|满足|提交|提供|附上|检附|包括|[应须需])[^，。：]{0,20}(?:条件|材料|情形|资料|文件|标准|要件|资格|内容|之一|包括|范围)(?:之一)?(?:的|者)?[：:]?$"
    r"|^[^，。：]{0,10}(?:条件|材料|情形|资料|文件|标准|要件|资格)[：:]?$"
    r"|(?:符合|具备|满足|存在|具有|有)(?:下列|以下|如下)[^，。：]{0,6}(?:要求|条件|问题|情形|行为|情况)[^，。：]{0,12}(?:予以|给予|不予|应|要|可)"
)
_PAPERS = re.compile("(?:下列|以下|下述)[^，。：]{0,6}(?:文件|资料|材料|书件|表件|证件|单据)")
_LISTING = re.compile("下列|以下|如下")
_DASHES = "—–―─-"
#: A case or a condition: `擅自转让档案的`.
_CASE = re.compile("(?<!目)的[）)”]?$")
#: `茶业是支柱产业`, `我们建成了茶城`, `同意茶山规划`: what is, what was, and what is agreed to.
_STATEMENT = re.compile("[^，；：是]{0,15}[^，；：是求]是(?=[\u4e00-\u9fff])(?!否)|我们[^，]|(?:原则)?同意")
#: An article that supports, and what it gives.
_SUPPORTS = re.compile("(?:大力|积极|重点)?(?:支持|扶持|鼓励|资助|奖励|聚焦)")
_GIVES = re.compile("给予[^，。；]{0,24}(?:支持|补贴|补助|奖励|资助|贴息|资金)")
#: The heading of a part of steps, and of a stage; the names of what is settled about them.
_STEPS = re.compile("(?:步骤|时间安排|阶段安排|进度安排|阶段划分|(?:检查|督查|抽查|监测|普查|评估|整治|工作|活动)(?:组织)?(?:方式|实施))(?:和要求)?$")
_STAGE = re.compile("阶段(?:[（(][^（）()]*[）)])?$|^第[一二三四五六]阶段")
_BY_DATE = re.compile(r"(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?[底末]?前，?")
_NO_STEP = re.compile("目标|原则|范围|对象|内容|要求|标准|情况$")
#: Longer than this before a colon and it is a sentence; shorter and it is the item's name.
_LONGEST_NAME = 14
#: Where the words stand that announce an enumeration.
_ANNOUNCEMENT = 80
_SENTENCE_START = re.compile(r"[。\n]")
#: Tasks in tasks are found level by level; texts are not nested deeper.
_PASSES = 6
#: So many neighbours that are tasks make one of any sentence.
_LONG_LIST = 8
#: How much of an item's text is read for what it says to do.
_OPENING = 240
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

    Children of `重点任务` are, whatever their words; elsewhere the words must say so, or a note who does it. What stands under goals,
    principles, definitions and backgrounds is not. A page that is neither a policy nor an article about one (`genre` other) has tasks
    only where it calls them so or names who does them.
    """
    return _Judge(text, sections, notes, genre).items()


def heading_sentence(text: str, section: Section, provision: bool) -> tuple[int, int]:
    """The span of the sentence a task is known by: its heading, and where that only names a matter (`学校：提出…`) the sentence it opens.

    The points of a directive (`provision`) name their matter even with a verb before the colon: `申请方式：备文提出…`.
    """
    start, end = section.title_start, section.title_end
    if text[end : end + 1] not in ("：", ":") or end - start > _LONGEST_NAME or (not provision and verb().match(text, start, end)):
        return start, end
    stop = sentence_end(text, end + 1, section.end, "")
    line_end = text.find("\n", end, stop)
    stop = stop if line_end < 0 else line_end
    while stop > end + 1 and text[stop - 1] in " ；;，、：:。":
        stop -= 1
    return start, stop if stop > end + 1 and text[end + 1] not in "（(" else end


class _Judge:
    """What is known of one document while its sections are judged."""

    def __init__(self, text: str, sections: Sequence[Section], notes: Sequence[Note], genre: str) -> None:
        self.text = text
        self.sections = sections
        self.note_starts = [note.start for note in notes]
        self.provisions = are_provisions(text)
        self.spans = [heading_sentence(text, section, self.provisions) for section in sections]
        self.stated = stated_kinds(text, sections)
        self.policy = genre != "other" or bool(notes) or any(kind in _OF_POLICIES for kind in self.stated)
        self.runs = _runs(sections)
        self.legal = sum(bool(_ARTICLE.fullmatch(section.label)) for section in sections) > _FEW_ARTICLES
        self.holds_articles = {section.parent for section in sections if _ARTICLE.fullmatch(section.label)}
        self.accepted: set[int] = set()

    def items(self) -> list[Item]:
        judged = [index for index in range(len(self.sections)) if self._judged(index)]
        for _ in range(_PASSES):  # what is found to be a task can make tasks of the items in it
            before = len(self.accepted)
            for index in judged:
                if index not in self.accepted and self._accepted(index):
                    self.accepted.add(index)
            self.accepted.update(list(self._carried([index for index in judged if index not in self.accepted])))
            self.accepted.update(list(self._groups([index for index in judged if index not in self.accepted])))
            if before == len(self.accepted):
                break
        return [Item(index, *self.spans[index], self.stated[index] == "safeguard") for index in sorted(self.accepted)]

    def _judged(self, index: int) -> bool:
        """Whether a section can be a task at all."""
        label, (start, end) = self.sections[index].label, self.spans[index]
        if not label or end - start < _SHORTEST_TITLE or label.startswith("专栏"):
            return False
        if self.legal and (_PART.fullmatch(label) or index in self.holds_articles):
            return False
        excluded = _EXCLUDED - {"other"} if self.provisions else _EXCLUDED
        if self._under_criteria(index) or (self.stated[index] in excluded and not self._named_inside(index)):
            return False
        return not self.legal or bool(_ARTICLE.fullmatch(label)) or not self._under_article(index)

    def _named_inside(self, index: int) -> bool:
        """Whether an item among goals or principles is said to be somebody's all the same (a text that scraping shuffled)."""
        section = self.sections[index]
        return self._has_note(index) and kind_of(section.title) is None and section.label[0] not in _DASHES

    def _accepted(self, index: int) -> bool:
        section, sentence = self.sections[index], self._sentence(index)
        if _ARTICLE.fullmatch(section.label):
            return obliges(sentence) or self._grants(index)
        if self.provisions:
            return is_provision(sentence, section.title, [self.sections[at].title for at in self._ancestors(index)])
        if _ORDINAL.fullmatch(section.label):
            return self.policy and self._announced(index) and (is_action(sentence) or (self._in_task(index) and prescribes(sentence)))
        if kind_of(section.title) is not None and only_names(section.title):
            return self._is_step(index)
        if self._has_note(index):
            return True
        if not (self.policy or self.stated[index] is not None):
            return False
        if only_names(section.title) and not (self._in_task(index) and section.title.endswith(lexicon().names.areas)):
            return is_action(sentence[len(section.title) + 1 :]) or self._is_step(index)
        return not _CASE.search(sentence) and (self._says_so(index) or self._is_step(index))

    def _grants(self, index: int) -> bool:
        """Whether an article supports something and its text says what is given: `支持茶企研发。按投入给予补贴。`; not mere encouragement."""
        return _SUPPORTS.match(self._sentence(index)) is not None and _GIVES.search(self._body(index)) is not None

    def _is_step(self, index: int) -> bool:
        """Whether an item that names a step or a stage (`现场抽检`, `自查阶段`) stands in a part of steps and says what is done in it."""
        section = self.sections[index]
        stage = _STAGE.search(section.title) is not None
        if not (stage or len(section.title) <= _LONGEST_NAME) or _STATEMENT.match(section.title) or _NO_STEP.search(section.title):
            return False
        if not any(_STEPS.search(self.sections[at].title) for at in self._ancestors(index)):
            return False
        body = _BY_DATE.sub("", self._body(index))
        return prescribes(body) or (stage and verb().search(body) is not None and is_present(body))

    def _says_so(self, index: int) -> bool:
        """Whether the words of an item, or those of the part it stands in, say that it is to be done."""
        sentence = self._sentence(index)
        if is_action(sentence):
            return True
        if not self._in_task(index) or lexicon().excuses.search(sentence) or _STATEMENT.match(sentence):
            return False
        if self.stated[index] == "task":
            if kind_of(self._parent_title(index)) == "task" and not only_names(sentence):
                return True
            if sentence.endswith(lexicon().names.measures):
                return True
        if len(sentence) > _LONGEST_NAME or "，" in sentence:
            return prescribes(sentence)
        body = self._body(index)
        return begins_with_measure(body) or (self.stated[index] != "safeguard" and prescribes(body))

    def _in_task(self, index: int) -> bool:
        """Whether an item stands in a part of tasks or safeguards, or inside a task."""
        return self.stated[index] in ("task", "safeguard") or self.sections[index].parent in self.accepted

    def _doubtful(self, index: int, neighbours: int) -> bool:
        """Whether an item could be a task if most of its neighbours are, of which so many are known to be."""
        section, (start, end) = self.sections[index], self.spans[index]
        if not self.policy or self.provisions or (only_names(section.title) and not section.title.endswith(lexicon().names.areas)):
            return False
        if _ORDINAL.fullmatch(section.label) and not self._announced(index):
            return False
        if _CASE.search(self._sentence(index)) or _STATEMENT.match(self._sentence(index)):
            return False
        if _PART.fullmatch(section.label) or _ARTICLE.fullmatch(section.label):
            return False
        short = end - start <= _LONGEST_HEADING
        return short or neighbours >= _LONG_LIST or self._in_task(index) or prescribes(self._sentence(index))

    def _groups(self, indices: Sequence[int]) -> Iterator[int]:
        """Headings that name a matter whose items are tasks, inside what is a task itself: `（一）林业` over `1.改良…` and `2.扩种…`."""
        children: dict[int | None, list[int]] = defaultdict(list)
        for index, section in enumerate(self.sections):
            children[section.parent].append(index)
        for index in indices:
            section = self.sections[index]
            if self.provisions or _ARTICLE.fullmatch(section.label) or not self._in_task(index):
                continue
            if kind_of(section.title) is not None or only_names(section.title):
                continue
            inside = children[index]
            if inside and sum(child in self.accepted for child in inside) > len(inside) / 2:
                yield index

    def _carried(self, rest: Sequence[int]) -> Iterator[int]:
        """Headings whose verb the lexicon does not know, among neighbours that are tasks: most of a list says what the rest is."""
        counts = Counter(self.runs[index] for index in self.accepted)
        missing: dict[int, list[int]] = defaultdict(list)
        for index in rest:
            if self._doubtful(index, counts[self.runs[index]]):
                missing[self.runs[index]].append(index)
        for run, indices in missing.items():
            if counts[run] > len(indices) or (counts[run] == len(indices) and self.stated[run] == "task"):
                yield from indices

    def _sentence(self, index: int) -> str:
        start, end = self.spans[index]
        return self.text[start:end]

    def _body(self, index: int) -> str:
        """The first two sentences behind the heading of an item, before any item of its own."""
        end = self.spans[index][1] + 1
        stop = min(self.sections[index].end, end + _OPENING)
        if index + 1 < len(self.sections):
            stop = min(stop, max(end, self.sections[index + 1].start))
        second = self.text.find("。", self.text.find("。", end, stop) + 1, stop)
        return self.text[end : stop if second < 0 else second]

    def _ancestors(self, index: int) -> Iterator[int]:
        parent = self.sections[index].parent
        while parent is not None:
            yield parent
            parent = self.sections[parent].parent

    def _parent_title(self, index: int) -> str:
        parent = self.sections[index].parent
        return "" if parent is None else self.sections[parent].title

    def _has_note(self, index: int) -> bool:
        """Whether a note that names who does it stands in the item before any item of its own."""
        section = self.sections[index]
        stop = section.end
        if index + 1 < len(self.sections):
            stop = min(stop, self.sections[index + 1].start)
        at = bisect_left(self.note_starts, section.start)
        return at < len(self.note_starts) and self.note_starts[at] < stop

    def _under_article(self, index: int) -> bool:
        return any(_ARTICLE.fullmatch(self.sections[at].label) for at in self._ancestors(index))

    def _under_criteria(self, index: int) -> bool:
        """Whether the item stands in a list of conditions or papers (`申请人应当符合下列条件：（一）…`) or in an amendment."""
        return any(self._lists_criteria(self._sentence(at)) for at in self._ancestors(index))

    @staticmethod
    def _lists_criteria(heading: str) -> bool:
        if amends(heading) or _PAPERS.search(heading):
            return True
        measure = verb().match(heading) is not None and not _LISTING.search(heading)  # `改善基础条件`
        return not measure and _CRITERIA.search(heading) is not None

    def _announced(self, index: int) -> bool:
        """Whether an enumeration stands in a task or is announced as tasks, and not as goals, problems or results."""
        first = self.sections[self.runs[index]]
        before = self.text[max(0, first.start - _ANNOUNCEMENT) : first.start].rstrip()
        cut = max((match.end() for match in _SENTENCE_START.finditer(before, 0, max(0, len(before) - 1))), default=0)
        words = before[cut:]
        tasks = max(words.rfind(word) for word in lexicon().announces)
        others = max(words.rfind(word) for word in lexicon().announces_other)
        return tasks > others if tasks != others else first.parent is not None


def _runs(sections: Sequence[Section]) -> list[int]:
    """For each section the list it is an item of, by the index of the list's first item."""
    current: dict[tuple[int | None, str], int] = {}
    runs = []
    for index, section in enumerate(sections):
        key = section.parent, label_shape(section.label)
        if key not in current or _FIRST.fullmatch(section.label):
            current[key] = index
        runs.append(current[key])
    return runs

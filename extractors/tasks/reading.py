"""What is known of one document's sections before they are judged: their sentences, their texts, the headings around them, their lists."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from extractors.agencies import Note
from extractors.outline.kinds import kind_of
from extractors.records import Section
from extractors.tasks.actions import is_action, is_present, prescribes
from extractors.tasks.articles import lists_duties, lists_procedure
from extractors.tasks.criteria import announces_measures, calls_tasks, sets_out_procedure
from extractors.tasks.headings import heading_sentence
from extractors.tasks.provisions import are_provisions
from extractors.tasks.stated import label_shape, stated_kinds
from extractors.tasks.steps import names_no_step

ARTICLE = re.compile(r"第.+条")
_FIRST = re.compile(r"[（(第]?[ ]?[一1][ ]?[）)]?[、.．是，条]?|①")
_RULE = re.compile("[一二三四五六七八九十]{1,3}[、.．]")
#: In brackets only where the article is named after what is done in turn: `申报流程`.
_STEP_IN_BRACKETS, _PROCEDURE = re.compile("[（(][一二三四五六七八九十]{1,3}[）)]"), ("流程", "程序", "步骤")
_SENTENCE_END = re.compile(r"[。\n]")
DASHES = "—–―─-"
#: Where the words stand that announce an enumeration.
_ANNOUNCEMENT = 80
#: Longer than this before a colon and it is a sentence; shorter and it is the item's name.
LONGEST_NAME = 14
#: What names of measures end with, and how short they may be.
_MEASURES = ("工程", "行动", "专项", "攻坚战", "行动计划")
_SHORTEST_MEASURE = 5
#: Longer than this and an article does not only name a step.
_LONGEST_STEP = 14
#: How much of an item's text is read for what it says to do.
_OPENING = 240


class Reading:
    """One document: `spans`, `stated` and `runs` have an entry a section, and every method takes the index of one.

    `runs` names the list of an item by the index of its first, and `lists` has the items of each.
    """

    def __init__(self, text: str, sections: Sequence[Section], notes: Sequence[Note]) -> None:
        self.text = text
        self.sections = sections
        self.note_starts = [note.start for note in notes]
        self.provisions = are_provisions(text)
        self.spans = [heading_sentence(text, section, self.provisions) for section in sections]
        self.stated = stated_kinds(text, sections)
        self.runs = _runs(sections)
        self.lists: dict[int, list[int]] = defaultdict(list)
        for index, run in enumerate(self.runs):
            self.lists[run].append(index)

    def sentence(self, index: int) -> str:
        """The sentence the item is known by."""
        start, end = self.spans[index]
        return self.text[start:end]

    def body(self, index: int) -> str:
        """The first two sentences behind the heading of an item, before any item of its own."""
        end = self.spans[index][1] + 1
        stop = min(self.own_end(index), end + _OPENING)
        second = self.text.find("。", self.text.find("。", end, stop) + 1, stop)
        return self.text[end : stop if second < 0 else second]

    def own_end(self, index: int) -> int:
        """Where the text of an item ends before any item of its own."""
        end = self.sections[index].end
        if index + 1 < len(self.sections):
            end = min(end, max(self.spans[index][1] + 1, self.sections[index + 1].start))
        return end

    def ancestors(self, index: int) -> Iterator[int]:
        """The sections an item stands in, the nearest first."""
        parent = self.sections[index].parent
        while parent is not None:
            yield parent
            parent = self.sections[parent].parent

    def headings(self, index: int) -> Iterator[str]:
        """The headings an item stands under, the nearest first."""
        return (self.sections[at].title for at in self.ancestors(index))

    def parent_title(self, index: int) -> str:
        """The nearest heading an item stands under; empty where there is none."""
        parent = self.sections[index].parent
        return "" if parent is None else self.sections[parent].title

    def has_note(self, index: int) -> bool:
        """Whether a note that names who does it stands in the item before any item of its own."""
        section = self.sections[index]
        stop = section.end
        if index + 1 < len(self.sections):
            stop = min(stop, self.sections[index + 1].start)
        at = bisect_left(self.note_starts, section.title_start + 1)  # `一、主办单位：县茶办` is no task of the organ's
        return at < len(self.note_starts) and self.note_starts[at] < stop

    def under_article(self, index: int) -> bool:
        """Whether an item stands in an article of a regulation."""
        return any(ARTICLE.fullmatch(self.sections[at].label) for at in self.ancestors(index))

    def is_rule(self, index: int) -> bool:
        """Whether an item is a numbered rule of an article that only names a step: `第八条 初审` over `一、经办人核对申请。`"""
        parent = self.sections[index].parent
        if parent is None or not ARTICLE.fullmatch(self.sections[parent].label):
            return False
        label, in_turn = self.sections[index].label, self.sentence(parent).endswith(_PROCEDURE)
        if not (_RULE.fullmatch(label) or (in_turn and _STEP_IN_BRACKETS.fullmatch(label))):
            return False
        return len(self.sentence(parent)) <= _LONGEST_STEP and not names_no_step(self.sentence(parent))

    def is_in_procedure(self, index: int) -> bool:
        """Whether an item is one of those that an article lists as what must be done in turn."""
        parent = self.sections[index].parent
        return parent is not None and bool(ARTICLE.fullmatch(self.sections[parent].label)) and lists_procedure(self.sentence(parent))

    def is_among_duties(self, index: int) -> bool:
        """Whether an item is one of those that an article lists as somebody's duties."""
        parent = self.sections[index].parent
        return parent is not None and bool(ARTICLE.fullmatch(self.sections[parent].label)) and lists_duties(self.opening(index))

    def opening(self, index: int) -> str:
        """The last sentence before the list that an item is of."""
        end = self.sections[self.runs[index]].start
        before = self.text[max(0, end - _OPENING) : end].rstrip()
        return before[max((match.end() for match in _SENTENCE_END.finditer(before, 0, len(before) - 1)), default=0) :]

    def is_among_measures(self, index: int) -> bool:
        """Whether the words right before a list announce it as measures: `采取以下措施：1.…2.…`."""
        first = self.sections[self.runs[index]].start
        if self.stated[index] == "other" or not is_present(self.sentence(index)):
            return False
        return announces_measures(self.text[max(0, first - _ANNOUNCEMENT) : first])

    def is_called(self, index: int) -> bool:
        """Whether the words right before a list call it tasks, whatever the page is: `做好五项重点任务：一是…；二是…`."""
        first = self.sections[self.runs[index]].start
        return calls_tasks(self.text[max(0, first - _ANNOUNCEMENT) : first])

    def is_dashed_name(self, index: int) -> bool:
        """Whether a dash inside an item names a project or a field: `——茶芯专项` under `（一）茶业`; a part such as `重点任务` may list them."""
        section = self.sections[index]
        if section.label[0] not in DASHES or section.parent is None or kind_of(self.parent_title(index)) is not None:
            return False
        return not self.has_note(index) and not is_action(self.sentence(index).removesuffix("专项"))

    def is_step_set_out(self, index: int) -> bool:
        """Whether an item is a step of the procedure that a task of somebody's is to set out: `1.申请` under `制定茶园审批流程`."""
        parent = self.sections[index].parent
        if parent is None or not sets_out_procedure(self.sections[parent].title):
            return False
        return self.has_note(parent) and not self.has_note(index)

    def is_headed_article(self, index: int) -> bool:
        """Whether an article has a heading that says what to do, and its text says how: `第四条 优化审批服务。建立联审机制。`"""
        sentence = self.sentence(index)
        return len(sentence) <= LONGEST_NAME and is_action(sentence) and prescribes(self.body(index))

    def names_work(self, index: int) -> bool:
        """Whether an item is the name of a work of its own: `零碳茶园工程`; not `工程`, `重点工程`."""
        sentence = self.sentence(index)
        return sentence.endswith(_MEASURES) and len(sentence) > _SHORTEST_MEASURE and "，" not in sentence

    def announcement(self, index: int) -> str:
        """The sentence right before the list that an item stands in, or what the last characters before it have of one."""
        first = self.sections[self.runs[index]]
        before = self.text[max(0, first.start - _ANNOUNCEMENT) : first.start].rstrip()
        cut = max((match.end() for match in _SENTENCE_END.finditer(before, 0, max(0, len(before) - 1))), default=0)
        return before[cut:]


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

"""Which sections of the outline are tasks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.agencies import Note
from extractors.outline.kinds import container_names, kind_of
from extractors.outline.verbs import verb
from extractors.records import Section
from extractors.tasks.actions import amends, is_action, is_present, obliges, only_names, prescribes
from extractors.tasks.articles import closes_regulation, directs, grants, is_duty, is_regulation, obliges_later, only_lists
from extractors.tasks.criteria import (
    announces_principles,
    answers,
    are_minutes,
    asks,
    asks_why,
    charges,
    cuts_approvals,
    describes,
    holds_approvals,
    is_question,
    lists_criteria,
    lists_occasions,
    names_aspect,
    names_shortcoming,
    names_wrong,
    opens_approvals,
    pays,
    rounds_off,
    sets_frame,
    settles_scope,
)
from extractors.tasks.headings import article_heading
from extractors.tasks.lexicon import lexicon
from extractors.tasks.provisions import announces_duties, is_listed_duty, is_provision
from extractors.tasks.reading import ARTICLE, DASHES, LONGEST_NAME, Reading
from extractors.tasks.steps import is_response, is_stage, is_step, names_response, plans_for_emergencies, settles_levels

_EXCLUDED = frozenset({"goal", "principle", "definition", "other"})
#: A document with such parts is a policy or tells of one, whatever it was taken for.
_OF_POLICIES = frozenset({"goal", "principle", "task", "safeguard"})
_PART = re.compile(r"第.+[编篇章节]|第.+部分")
_ENCOURAGES = ("鼓励", "提倡", "倡导")
_ORDINAL = re.compile(r".+[是要]$|第[一二三四五六七八九十]+$")
#: With more articles than this the document is a regulation.
_FEW_ARTICLES = 2
#: A case, a condition or what earns points: `擅自转让档案的`, `按时报送的，得5分`.
_CASE = re.compile("(?<!目)的[）)”]?$|，(?:[计得扣加减]|最高得|酌情扣)\\d{1,3}(?:\\.\\d)?分")
#: `茶业是支柱产业`, `我们建成了茶城`, `同意茶山规划`: what is, what was, and what is agreed to.
_STATEMENT = re.compile("[^，；：是]{0,15}[^，；：是求]是(?=[\u4e00-\u9fff])(?!否)|我们[^，]|(?:原则)?同意")
#: `（考核责任单位：…）` names who assesses a goal.
_ASSESSED = re.compile("考核(?:责任)?(?:单位|部门)")
#: What is to be seen to, not who sits where and how he counts: `各县要安排经费`, `加强茶办`.
_PRESSES = re.compile(
    "(?<![主重需首只])要(?![求素点件])|应(?![急用对])|必须|(?<![申邀聘])请(?!求|款|示)|报送|上报"
    "|(?:^|[，。；\n])(?:加强|加大|强化|落实|健全|建立|完善|统筹|确保|明确|优化|支持|鼓励|将)"
)
_DUTY = "duty that an article lists"
_STEP = "step or stage whose text says what is done"
#: Tasks in tasks are found level by level; texts are not nested deeper.
_PASSES = 6
#: So many neighbours that are tasks make one of any sentence.
_LONG_LIST = 8
_SHORTEST_TITLE = 2
#: The share of a list's names whose texts must say what to do, where no heading says so.
_MOST_PRESSING = 0.6
_LONGEST_HEADING = 30
#: How much of an article is read for what it gives.
_GRANT = 600


@dataclass(frozen=True, slots=True)
class Item:
    """A section that is a task, with the span of its heading sentence."""

    section: int
    title_start: int
    title_end: int
    safeguard: bool
    reason: str


def find_items(text: str, sections: Sequence[Section], notes: Sequence[Note], genre: str = "policy") -> list[Item]:
    """The sections that say what is to be done, in order.

    Children of `重点任务` are, whatever their words; elsewhere the words must say so, or a note who does it. What stands under goals,
    principles, definitions and backgrounds is not. A page that is neither a policy nor an article about one (`genre` other) has tasks
    only where it calls them so or names who does them.
    """
    return [] if answers(text) and not notes else _Judge(text, sections, notes, genre).items()


class _Judge(Reading):
    """What is known of one document while its sections are judged."""

    def __init__(self, text: str, sections: Sequence[Section], notes: Sequence[Note], genre: str) -> None:
        super().__init__(text, sections, notes)
        stated = any(kind in _OF_POLICIES for kind in self.stated)
        self.policy = genre != "other" or bool(notes) or stated or are_minutes(text)
        self.cuts_approvals = cuts_approvals(text)
        self.emergencies = plans_for_emergencies(text)
        self.legal = sum(bool(ARTICLE.fullmatch(section.label)) for section in sections) > _FEW_ARTICLES
        #: Whether a text of articles is no regulation but a policy's measures: `第一条 对新茶企给予奖励。`
        self.measures = self.legal and not is_regulation(text)
        self.holds_articles = {section.parent for section in sections if ARTICLE.fullmatch(section.label)}
        self.parents = {section.parent for section in sections}
        self.accepted: dict[int, str] = {}
        self.held: set[int | None] = set()
        self.pressing: dict[int, bool] = {}

    def items(self) -> list[Item]:
        judged = [index for index in range(len(self.sections)) if self._judged(index)]
        for _ in range(_PASSES):  # what is found to be a task can make tasks of the items in it
            before = len(self.accepted)
            for index in judged:
                if index not in self.accepted:
                    self._accept([index], self._reason(index))
            self._accept(list(self._carried([index for index in judged if index not in self.accepted])), "among items that are tasks")
            self._accept(list(self._groups([index for index in judged if index not in self.accepted])), "names a matter whose items are tasks")
            if before == len(self.accepted):
                break
        return [self._item(index) for index in sorted(self.accepted)]

    def _item(self, index: int) -> Item:
        start, end = self.spans[index]
        if ARTICLE.fullmatch(self.sections[index].label):
            start, end = article_heading(self.text, start, end)
        return Item(index, start, end, self.stated[index] == "safeguard", self.accepted[index])

    def _accept(self, indices: Sequence[int], reason: str) -> None:
        if reason:
            self.accepted.update(dict.fromkeys(indices, reason))
            self.held.update(self.sections[index].parent for index in indices if reason != _DUTY)

    def _judged(self, index: int) -> bool:
        """Whether a section can be a task at all."""
        label, (start, end) = self.sections[index].label, self.spans[index]
        if not label or end - start < _SHORTEST_TITLE or label.startswith("专栏"):
            return False
        if self.legal and (_PART.fullmatch(label) or index in self.holds_articles):
            return False
        if self.emergencies and self._names_part(index):
            return False
        if any(self.sections[at].label.startswith("专栏") for at in self.ancestors(index)):
            return False
        if self.is_step_set_out(index) or announces_principles(self.announcement(index)):
            return False
        if amends(self.sentence(index)) or (self.cuts_approvals and opens_approvals(self.sections[index].title)):
            return False
        if not self.legal and not self.has_note(index) and describes(self.sections[index].title, self.body(index)):
            return False
        if self.is_among_duties(index):
            return True
        excluded = _EXCLUDED - {"other"} if self.provisions else _EXCLUDED
        if self.legal and ARTICLE.fullmatch(label):
            excluded = _EXCLUDED if closes_regulation(self.parent_title(index)) else frozenset()
        if self._under_criteria(index) or (self.stated[index] in excluded and not self._named_inside(index)):
            return False
        if not self.legal or ARTICLE.fullmatch(label) or not self.under_article(index):
            return True
        return self.is_rule(index) or self.is_in_procedure(index)

    def _names_part(self, index: int) -> bool:
        """Whether a heading of a plan for emergencies names a part of it, or levels: `预防与预警` over its items, `响应分级`."""
        title = self.sections[index].title
        return settles_levels(title) or (index in self.parents and names_response(title))

    def _named_inside(self, index: int) -> bool:
        """Whether an item among goals or principles is said to be somebody's all the same (a text that scraping shuffled)."""
        section = self.sections[index]
        if not self.has_note(index) or kind_of(section.title) is not None or section.label[0] in DASHES or not is_action(self.sentence(index)):
            return False
        return _ASSESSED.search(self.text, section.start, self.own_end(index)) is None

    def _reason(self, index: int) -> str:
        """Why a section is a task; empty when it is none."""
        section, sentence = self.sections[index], self.sentence(index)
        if ARTICLE.fullmatch(section.label):
            if only_lists(sentence) or kind_of(sentence.strip("（）()")) == "definition":
                return ""
            if obliges(sentence):
                return "article that obliges somebody to act"
            if grants(sentence, self.text[self.spans[index][1] : section.end][:_GRANT]):
                return "article that grants support"
            if obliges_later(sentence, self.text[self.spans[index][1] + 1 : self.own_end(index)]):
                return "article whose later sentence obliges somebody to act"
            if self.is_headed_article(index):
                return "article whose heading says what to do"
            if directs(sentence) or (self.measures and is_action(sentence) and not sentence.startswith((*lexicon().verbs.nominal, *_ENCOURAGES))):
                return "article that says what to do"
            return "article that names a step whose rules are tasks" if index in self.held and len(sentence) <= LONGEST_NAME else ""
        if self.is_in_procedure(index):
            return "" if _CASE.search(sentence) else "step of a procedure that an article lays down"
        if self.is_among_duties(index):
            return "" if _CASE.search(sentence) or not is_duty(sentence) else _DUTY
        if self.legal and self.under_article(index):
            rule = obliges(sentence) or (prescribes(sentence) and lexicon().forbids.search(sentence) is None)
            return "rule of an article that names a step" if rule else ""
        if self.provisions:
            if announces_duties(self.announcement(index)) and is_listed_duty(sentence, section.title):
                return "duty that a point lists"
            provision = is_provision(sentence, section.title, list(self.headings(index)))
            return "provision that tells somebody to act" if provision else ""
        if _ORDINAL.fullmatch(section.label):
            if any(asks_why(heading) for heading in self.headings(index)):
                return ""
            acting = is_action(sentence) or (self._in_task(index) and prescribes(sentence))
            return "enumerated item that says what to do" if (self.policy or self.is_called(index)) and self._announced(index) and acting else ""
        if self.emergencies and is_response(section.title, sentence, self.headings(index), self.body(index)):
            return "measure of a plan for emergencies"
        if self.is_dashed_name(index):
            return ""
        if kind_of(section.title) is not None and only_names(section.title):
            return self._reason_of_name(index)
        if self.has_note(index):
            return "its note says who does it"
        if names_wrong(sentence) or is_question(section.title):
            return ""
        if self.is_among_measures(index):
            return "item of a list that is announced as measures"
        if lists_occasions(self.parent_title(index)) and not prescribes(self.body(index)):
            return _STEP if self._is_step(index) else ""
        if not (self.policy or self.stated[index] is not None):
            return ""
        if section.title.startswith("关于") and self._is_pressing_list(index):
            return "matter in a list whose texts say what to do"
        if only_names(section.title) and not (self._in_task(index) and section.title.endswith(lexicon().names.areas)):
            if not sets_frame(section.title) and is_action(sentence[len(section.title) + 1 :]):
                return "sentence behind its name says what to do"
            return _STEP if self._is_step(index) else ""
        if _CASE.search(sentence):
            return ""
        return self._says_so(index) or (_STEP if self._is_step(index) else "")

    def _reason_of_name(self, index: int) -> str:
        if self._is_step(index):
            return _STEP
        if self._is_measure(index):
            return "names a measure in a part of measures"
        return "says what is to be seen to, among safeguards" if self._is_seen_to(index) else ""

    def _is_measure(self, index: int) -> bool:
        """Whether an item names a measure of its own in a part of measures: `茶山信息化专项行动`; not `重点工程`."""
        title, parent = self.sections[index].title, self.sections[index].parent
        if title in container_names() or not title.endswith(lexicon().names.measures) or parent is None:
            return False
        return kind_of(self.sections[parent].title) == "task" or parent in self.accepted

    def _is_seen_to(self, index: int) -> bool:
        """Whether an item among safeguards or tasks names what is seen to and says how: `（三）经费保障。各县…`; not a part with items of its own."""
        section = self.sections[index]
        if kind_of(section.title) != "safeguard" or section.parent is None or index in self.parents:
            return False
        if self.stated[section.parent] not in ("safeguard", "task") and section.parent not in self.accepted:
            return False
        body = self.body(index)
        return _PRESSES.search(body) is not None and is_present(body)

    def _is_step(self, index: int) -> bool:
        """Whether an item names a step or a stage in a part of steps, and says what is done in it."""
        section = self.sections[index]
        if is_stage(section.label, self.headings(index), self.sentence(index)):
            return True
        return _STATEMENT.match(section.title) is None and is_step(section.title, self.headings(index), self.body(index))

    def _says_so(self, index: int) -> str:
        """Which words of an item, or of the part it stands in, say that it is to be done."""
        sentence = self.sentence(index)
        if is_action(sentence):
            return "heading that says what to do"
        if self._is_named_measure(index):
            return "names a measure, and its text says what to do"
        if lexicon().excuses.search(sentence) or _STATEMENT.match(sentence):
            return ""
        if not self._in_task(index):
            return "name in a list whose texts say what to do" if self._is_pressing_list(index) else ""
        if self.stated[index] == "task":
            listed = kind_of(self.parent_title(index)) == "task" and not only_names(sentence)
            if listed or sentence.endswith(lexicon().names.measures):
                return "item of a part that lists tasks"
        if len(sentence) > LONGEST_NAME or "，" in sentence:
            return "item of a task that says what to do" if prescribes(sentence) else ""
        body = self.body(index)
        pressing = prescribes(body) and (self.stated[index] != "safeguard" or _PRESSES.search(body) is not None)
        return "text of the item says what to do" if pressing else ""

    def _is_pressing_list(self, index: int) -> bool:
        """Whether an item is a name in a list of names whose texts mostly say what to do, though no heading says so: `（一）茶叶。建设茶园…`."""
        if self.stated[index] is not None or not self.policy or self.provisions:
            return False
        run = self.runs[index]
        if run not in self.pressing:
            listed = self.lists[run]
            named = len(listed) > 1 and all(self._names_matter(at) for at in listed)
            self.pressing[run] = named and sum(prescribes(self.body(at)) for at in listed) >= _MOST_PRESSING * len(listed)
        return self.pressing[run]

    def _names_matter(self, index: int) -> bool:
        """Whether an item is a name of what can be worked at: `轨道交通`; not `人才缺口大`, `其他问题`, a chapter or an item of an enumeration."""
        sentence, label = self.sentence(index), self.sections[index].label
        if len(sentence) > LONGEST_NAME or "，" in sentence or names_shortcoming(sentence):
            return False
        return not _ORDINAL.fullmatch(label) and not _PART.fullmatch(label) and kind_of(sentence) is None

    def _is_named_measure(self, index: int) -> bool:
        """Whether an item names a measure, whatever part it stands in, and says what is done: `零碳茶园工程。推动茶园改造。`"""
        return index not in self.parents and self.names_work(index) and prescribes(self.body(index))

    def _in_task(self, index: int) -> bool:
        """Whether an item stands in a part of tasks or safeguards, or inside a task."""
        return self.stated[index] in ("task", "safeguard") or self.sections[index].parent in self.accepted

    def _doubtful(self, index: int, neighbours: int) -> bool:
        """Whether an item could be a task if most of its neighbours are, of which so many are known to be."""
        section, (start, end) = self.sections[index], self.spans[index]
        if not self.policy or self.provisions or self.is_among_duties(index) or self.is_dashed_name(index):
            return False
        if only_names(section.title) and not section.title.endswith(lexicon().names.areas):
            return False
        if _ORDINAL.fullmatch(section.label) and not self._announced(index):
            return False
        if rounds_off(self.sentence(index)):
            return False
        if _CASE.search(self.sentence(index)) or _STATEMENT.match(self.sentence(index)) or lexicon().static.search(self.sentence(index)):
            return False
        if _PART.fullmatch(section.label) or ARTICLE.fullmatch(section.label):
            return False
        short = end - start <= _LONGEST_HEADING
        return short or neighbours >= _LONG_LIST or self._in_task(index) or prescribes(self.sentence(index))

    def _is_pressed(self, index: int) -> bool:
        """Whether an item that only names a matter says itself what is to be done about it: `自查情况。各县要及时报送。`"""
        if self.provisions or not self.policy or not self._in_task(index) or kind_of(self.sections[index].title) is not None:
            return False
        return only_names(self.sections[index].title) and _PRESSES.search(self.body(index)) is not None

    def _groups(self, indices: Sequence[int]) -> Iterator[int]:
        """Headings that name a matter whose items are tasks, inside what is a task itself: `（一）林业` over `1.改良…` and `2.扩种…`.

        So do those that name a work of its own (`茶路工程`), and those whose items are the steps of something (`茶站检测` over `1.准备阶段`).
        """
        children: dict[int | None, list[int]] = defaultdict(list)
        for index, section in enumerate(self.sections):
            children[section.parent].append(index)
        for index in indices:
            section = self.sections[index]
            stepped = any(self.accepted.get(child) == _STEP for child in children[index])
            stepped = stepped or (self.emergencies and section.title.endswith("行动"))
            if self.provisions or ARTICLE.fullmatch(section.label) or not (stepped or self._in_task(index) or self.names_work(index)):
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
        names: dict[int, list[int]] = defaultdict(list)
        for index in rest:
            if self._doubtful(index, counts[self.runs[index]]):
                missing[self.runs[index]].append(index)
            elif self._is_pressed(index):
                names[self.runs[index]].append(index)
        for run, indices in missing.items():
            if counts[run] > len(indices) or (counts[run] == len(indices) and self.stated[run] == "task"):
                yield from indices
        for run, indices in names.items():
            if counts[run] > len(missing[run]) and counts[run] >= len(indices):
                yield from indices

    def _under_criteria(self, index: int) -> bool:
        """Whether the item stands in a list of conditions, papers or approvals (`申请人应当符合下列条件：（一）…`) or in an amendment."""
        if charges(self.sentence(index)) and not _CASE.search(self.sentence(index)):
            return False
        if any(lists_criteria(self.sentence(at)) for at in self.ancestors(index)):
            return True
        if self.cuts_approvals and holds_approvals(self.parent_title(index)):
            return True
        return settles_scope(self.parent_title(index)) and (verb().match(self.sentence(index)) is None or pays(self.sentence(index)))

    def _announced(self, index: int) -> bool:
        """Whether an enumeration stands in a task or is announced as tasks, and not as goals, problems or results."""
        first = self.sections[self.runs[index]]
        words = self.announcement(index)
        if first.parent in self.accepted:
            return lexicon().announces_other.search(words) is None
        tasks = max(words.rfind(word) for word in lexicon().announces)
        others = max((match.start() for match in lexicon().others.finditer(words)), default=-1)
        if tasks == others and (names_aspect(words) or asks(words)):
            return is_present(self.sentence(index))
        return tasks > others if tasks != others else first.parent is not None

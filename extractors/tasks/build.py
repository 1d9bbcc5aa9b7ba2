"""Task records: sections that are tasks, announced lists and table rows, with who does them and until when."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from extractors.agencies import Note, find_notes, first_leads_from
from extractors.agencies.names import Span
from extractors.agencies.notes import unique
from extractors.explain import because
from extractors.outline.kinds import kind_of
from extractors.outline.outline import joined
from extractors.records import Agency, Deadline, Finding, Section, Task
from extractors.tasks.bullets import find_bulleted
from extractors.tasks.flattened import find_flattened
from extractors.tasks.items import Item, find_items
from extractors.tasks.lists import Announced, find_announced
from extractors.tasks.paragraphs import Paragraph, find_paragraphs
from extractors.tasks.stated import label_shape
from extractors.tasks.tables import Row, find_rows

_DUE = re.compile(r"(?:(?:完成|工作|办结|办理)?时限|时限要求|完成(?:时间|期限)|(?:时序|工作|推进)进度|时间(?:要求|节点|进度|安排))[ ]?[：:]")
#: How far behind `完成时限：` its date may stand.
_DUE_REACH = 30
_LONGEST_INTRODUCTION = 60
#: The rest of the sentence that announces a list: `（以下简称八项任务）。`
_REST = re.compile(r"[^。；\n]{0,40}[。；]?\s*")
_FIRST = re.compile(r"[（(第]?[一1][）)]?[、.．是，]?|①|——")
_TRAILING = " \t\n\u3000"
#: Items of an enumeration inside a paragraph, at whose end a note is the paragraph's.
_INLINE = re.compile("[一二三四五六七八九十]+[是要]|第[一二三四五六七八九十]+|[①-⑳]")
_LISTED_BY_NUMBER = "item of a list without labels that is announced by its number"
_LISTED_BY_NAME = "item of a list without labels that is announced as tasks"
_LISTED_BY_MARK = "item of a list with bullets that says what is done"
_HEADED = "paragraph with a heading and a note of its own in a task"
#: In such parts a note is no task's, though scraping put them behind one.
_NOBODYS = frozenset({"goal", "principle"})
_NO_TASKS = _NOBODYS | {"definition"}


def find_tasks(text: str, sections: Sequence[Section], deadlines: Sequence[Deadline], genre: str = "policy") -> tuple[list[Task], list[Finding]]:
    """Every task of a document in order of their starts, and a finding for each list that is shorter or longer than announced."""
    notes = find_notes(text)
    tabbed = list(find_rows(text))
    starts = {row.start for row in tabbed}
    flattened = [row for row in find_flattened(text) if row.start not in starts]
    notes = _outside(notes, flattened)
    items = find_items(text, sections, notes, genre)
    announced = sorted([*find_announced(text), *find_bulleted(text)], key=lambda found: found.start) if genre != "other" else []
    tasks = _from_sections(text, sections, deadlines, items, notes)
    listed = _from_lists(text, sections, tasks, announced, deadlines)
    known = {task.start for task in tasks}
    rows = [row for row in (*tabbed, *flattened) if row.start not in known]
    tabled = _from_rows(text, rows, sections, tasks, deadlines, first_leads_from(text, notes))
    tasks = _merged(tasks, [*listed, *tabled])
    return _with_declared(text, tasks, announced)


def _outside(notes: Sequence[Note], rows: Sequence[Row]) -> list[Note]:
    """The notes that are no part of a table's row."""
    starts = [row.start for row in rows]
    places = ((note, bisect_right(starts, note.start) - 1) for note in notes)
    return [note for note, at in places if at < 0 or note.start >= rows[at].end]


def _from_sections(text: str, sections: Sequence[Section], deadlines: Sequence[Deadline], items: Sequence[Item], notes: list[Note]) -> list[Task]:
    first_from = first_leads_from(text, notes)
    by_section = {item.section: position for position, item in enumerate(items)}
    held: dict[int, list[Note]] = defaultdict(list)
    for note, holder in zip(notes, _note_holders(text, sections, items, notes), strict=True):
        if holder is not None:
            held[holder].append(note)
    tasks: list[Task] = []
    headed: list[Task] = []
    for position, item in enumerate(items):
        section = sections[item.section]
        paragraphs = find_paragraphs(text, *_own(text, sections, item), held[position])
        if paragraphs:
            headed.extend(_from_paragraphs(text, paragraphs, sections, item, position, deadlines, first_from))
            held[position] = []
        end = section.end
        while end > item.title_end and text[end - 1] in _TRAILING:
            end -= 1
        agencies, lead = _who(held[position], first_from)
        if item.safeguard:
            because("tasks", section.start, "kind", "its heading, or one above it, names safeguards")
        because("tasks", section.start, "row", item.reason, (item.title_start, item.title_end))
        _explain_who(section.start, agencies, lead, held[position], first_from)
        tasks.append(
            Task(
                section.start, end, text[section.start : end], section.level, section.label, _closed(joined(text[item.title_start : item.title_end])),
                "safeguard" if item.safeguard else "task", _parent(sections, section, by_section), item.section,
                agencies, lead, _due(text, item, section, deadlines),
            )
        )  # fmt: skip
    return _merged(tasks, headed)


def _own(text: str, sections: Sequence[Section], item: Item) -> Span:
    """The text of an item behind its heading and before any item of its own."""
    start, end = item.title_end, sections[item.section].end
    if item.section + 1 < len(sections):
        end = max(start, min(end, sections[item.section + 1].start))
    return start + (text[start : start + 1] in ("。", "\n", " ", "：")), end


def _from_paragraphs(
    text: str,
    paragraphs: Sequence[Paragraph],
    sections: Sequence[Section],
    item: Item,
    parent: int,
    deadlines: Sequence[Deadline],
    first_from: int | None,
) -> Iterator[Task]:
    """The headed paragraphs of the item at `parent`, one level below it."""
    for start, end, title_start, title_end, notes in paragraphs:
        agencies, lead = _who(notes, first_from)
        because("tasks", start, "row", _HEADED, (title_start, title_end))
        _explain_who(start, agencies, lead, notes, first_from)
        yield Task(
            start, end, text[start:end], sections[item.section].level + 1, "", text[title_start:title_end], "safeguard" if item.safeguard else "task",
            parent, item.section, agencies, lead, _dated(deadlines, title_start, title_end),
        )  # fmt: skip


def _closed(title: str) -> str:
    """A title without the bracket at its end that closes what stands around the item: `（1.取消甲证。2.不再要求声明|）`."""
    return title[:-1] if title.endswith(("）", ")")) and title.count("（") + title.count("(") < title.count("）") + title.count(")") else title


def _from_lists(
    text: str, sections: Sequence[Section], tasks: Sequence[Task], announced: Sequence[Announced], deadlines: Sequence[Deadline]
) -> Iterator[Task]:
    """The items of unlabelled lists; `parent` is an index into `tasks`."""
    for announcement in announced:
        for start, end in announcement.items:
            section, level, parent = _place(sections, tasks, start)
            if announcement.marked and section is not None and (sections[section].kind in _NO_TASKS or kind_of(sections[section].title) == "other"):
                break
            words = text[start:end]
            reason = _LISTED_BY_MARK if announcement.marked else _LISTED_BY_NUMBER if announcement.declared else _LISTED_BY_NAME
            because("tasks", start, "row", reason, (announcement.start, announcement.end))
            yield Task(
                start, end, words, level, "", words, "task", parent, section,
                deadline_date=_dated(deadlines, start, end), declared=announcement.declared,
            )  # fmt: skip


def _from_rows(
    text: str, rows: Sequence[Row], sections: Sequence[Section], tasks: Sequence[Task], deadlines: Sequence[Deadline], first_from: int | None
) -> Iterator[Task]:
    """The rows of task tables; `parent` is an index into `tasks`. A note under a table says who leads in all its rows."""
    for row in rows:
        section, level, parent = _place(sections, tasks, row.start)
        agencies, lead = _led(row.agencies, first_from is not None)
        due = _dated(deadlines, *row.due) if row.due else _dated(deadlines, row.start, row.end)
        because("tasks", row.start, "row", "numbered row of a table of tasks", (row.start, row.end))
        _explain_who(row.start, agencies, lead, (), first_from)
        yield Task(row.start, row.end, text[row.start : row.end], level, row.label, row.title, "task", parent, section, agencies, lead, due)


def _place(sections: Sequence[Section], tasks: Sequence[Task], offset: int) -> tuple[int | None, int, int | None]:
    """The section that holds `offset`, the level of an item there, and the task around it."""
    section = next((i for i in range(len(sections) - 1, -1, -1) if sections[i].start <= offset < sections[i].end), None)
    parent = next((i for i in range(len(tasks) - 1, -1, -1) if tasks[i].start <= offset < tasks[i].end), None)
    return section, 1 if section is None else sections[section].level + 1, parent


def _merged(tasks: Sequence[Task], added: Sequence[Task]) -> list[Task]:
    """Both in order of start, with their parents' new places."""
    if not added:
        return list(tasks)
    order = sorted([*tasks, *added], key=lambda task: (task.start, -task.end))
    places = {id(task): place for place, task in enumerate(order)}
    return [replace(task, parent=None if task.parent is None else places[id(tasks[task.parent])]) for task in order]


def _with_declared(text: str, tasks: list[Task], announced: Sequence[Announced]) -> tuple[list[Task], list[Finding]]:
    """Give each list the number announced for it, and report where that is not the number listed."""
    findings = []
    starts = [task.start for task in tasks]
    for announcement in announced:
        if announcement.declared is None:
            continue
        first = bisect_left(starts, announcement.end)
        if first == len(tasks) or not _introduces(text, announcement.end, tasks[first]):
            continue
        if first and announcement.start < tasks[first - 1].end and tasks[first].parent == tasks[first - 1].parent:
            continue  # said inside one item of the list, about something else
        listed = _listed(tasks, first)
        if len(listed) < 2:
            continue
        for i in listed:
            tasks[i] = replace(tasks[i], declared=announcement.declared)
        if announcement.declared != len(listed):
            words = text[announcement.start : announcement.end]
            message = f"{words}: {announcement.declared} announced, {len(listed)} listed"
            findings.append(Finding("warning", "declared-mismatch", message, announcement.start, announcement.end))
    return tasks, findings


def _introduces(text: str, announced_end: int, first: Task) -> bool:
    """Whether a list begins behind an announcement, with nothing but the rest of its sentence between."""
    if first.start - announced_end > _LONGEST_INTRODUCTION or (first.label and not _FIRST.fullmatch(first.label)):
        return False
    return _REST.fullmatch(text, announced_end, first.start) is not None


def _listed(tasks: Sequence[Task], first: int) -> list[int]:
    """The items of the list that begins with the task `first`, without their children."""
    listed = [first]
    for index in range(first + 1, len(tasks)):
        task = tasks[index]
        if task.parent == tasks[first].parent and task.level == tasks[first].level and bool(task.label) == bool(tasks[first].label):
            if not _counts_on(tasks[listed[-1]], task):
                break
            listed.append(index)
        elif task.level <= tasks[first].level:
            break
    return listed


def _counts_on(before: Task, task: Task) -> bool:
    """Whether two items are neighbours of one list: the same kind of label, and not a list begun anew."""
    return label_shape(before.label) == label_shape(task.label) and not _FIRST.fullmatch(task.label)


def _parent(sections: Sequence[Section], section: Section, by_section: dict[int, int]) -> int | None:
    parent = section.parent
    while parent is not None and parent not in by_section:
        parent = sections[parent].parent
    return None if parent is None else by_section[parent]


def _note_holders(text: str, sections: Sequence[Section], items: Sequence[Item], notes: Sequence[Note]) -> list[int | None]:
    """For each note the innermost task it stands in; a line of its own behind a list whose other items have none is of the task that lists them.

    `1.修整茶路` over `（1）清淤` and `（2）铺石` and then, in a new line, `责任单位：县茶办`: the note is of `1.`.
    """
    holders = _innermost(text, sections, items, notes)
    siblings = _siblings(sections, items)
    by_section = {item.section: position for position, item in enumerate(items)}
    noted = set(holders)
    for at, (note, holder) in enumerate(zip(notes, holders, strict=True)):
        if holder is None or not (_opens_line(text, note) or _INLINE.fullmatch(sections[items[holder].section].label)):
            continue
        parent = _parent(sections, sections[items[holder].section], by_section)
        listed = siblings[sections[items[holder].section].parent]
        if parent is not None and len(listed) > 1 and holder == listed[-1] and noted.isdisjoint(listed[:-1]):
            holders[at] = parent
    return holders


def _siblings(sections: Sequence[Section], items: Sequence[Item]) -> dict[int | None, list[int]]:
    """The tasks under each section, in order."""
    siblings: dict[int | None, list[int]] = defaultdict(list)
    for position, item in enumerate(items):
        siblings[sections[item.section].parent].append(position)
    return siblings


def _innermost(text: str, sections: Sequence[Section], items: Sequence[Item], notes: Sequence[Note]) -> list[int | None]:
    """For each note the innermost task it stands in; None for one inside a paragraph of goals or principles that scraping put into a task."""
    holders: list[int | None] = [None] * len(notes)
    starts = [note.start for note in notes]
    tasks = {item.section: position for position, item in enumerate(items)}
    for index, section in enumerate(sections):  # sections come in order of start, children behind their parents
        position = tasks.get(index)
        first, last = bisect_left(starts, section.start), bisect_left(starts, section.end)
        if position is not None:
            holders[first:last] = [position] * (last - first)
        elif section.kind in _NOBODYS:
            for at in range(first, last):
                holders[at] = holders[at] if _opens_line(text, notes[at]) else None
    return holders


def _opens_line(text: str, note: Note) -> bool:
    return note.start == 0 or text[note.start - 1] == "\n"


def _who(notes: Sequence[Note], first_from: int | None) -> tuple[tuple[Agency, ...], str | None]:
    """The union of the notes' agencies, and who leads: who is said to, or the first named where the text says that."""
    agencies = unique(agency for note in notes for agency in note.agencies)
    return _led(agencies, bool(notes) and first_from is not None and notes[0].start >= first_from)


def _led(agencies: Sequence[Agency], first_leads: bool) -> tuple[tuple[Agency, ...], str | None]:
    """The agencies with the leading one first, and its name."""
    lead = next((agency.name for agency in agencies if agency.role == "lead"), None)
    if agencies and first_leads:
        lead = agencies[0].name
    if lead is None:
        return tuple(agencies), None
    leading = [agency for agency in agencies if agency.name == lead]
    return (*(Agency(a.name, "lead", a.start, a.end) for a in leading), *(a for a in agencies if a.name != lead)), lead


def _explain_who(start: int, agencies: Sequence[Agency], lead: str | None, notes: Sequence[Note], first_from: int | None) -> None:
    """Say where the agencies of the task at `start` stand, and why one leads."""
    if not agencies:
        return
    words = (notes[0].start, notes[0].end) if notes else (agencies[0].start, agencies[-1].end)
    because("tasks", start, "agencies", "named in a note of the item" if notes else "named in the row", words)
    if lead is None:
        return
    leading = agencies[0].start, agencies[0].end
    if not any(note.contrast for note in notes) and first_from is not None:
        because("tasks", start, "lead_agency", "named first, where the text says that the first leads", (first_from, first_from + 1))
    else:
        because("tasks", start, "lead_agency", "said to lead", leading)


def _due(text: str, item: Item, section: Section, deadlines: Sequence[Deadline]) -> date | None:
    """The date a `完成时限：…` note gives, else the one in the heading."""
    note = _DUE.search(text, section.start, section.end)
    if note:
        because("tasks", section.start, "deadline_date", "date behind the word for a time limit", note.span())
        return _dated(deadlines, note.end(), note.end() + _DUE_REACH)
    due = _dated(deadlines, item.title_start, item.title_end)
    if due:
        because("tasks", section.start, "deadline_date", "date in the heading", (item.title_start, item.title_end))
    return due


def _dated(deadlines: Sequence[Deadline], start: int, end: int) -> date | None:
    """The date of the first deadline that begins in `[start, end)` and has one."""
    first = bisect_left(deadlines, start, key=lambda deadline: deadline.start)
    for deadline in deadlines[first:]:
        if deadline.start >= end:
            break
        if deadline.date_to:
            return deadline.date_to
    return None

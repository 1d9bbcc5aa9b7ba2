"""A notation for texts whose deadlines, quantities and headings are known, so that a row tests the rules for targets alone.

`<到2025年=2025-12-31>` is a deadline with bound `by`, `<2020年=2020-01-01/2020-12-31>` one with bound `during`, `<每年=every>` and
`<今年起=from>` have no end; `{30家:target}` is a quantity with its role, `{5%:change:approx}` one with a comparator. A line `@goal 二、目标` is a heading
with the kind of its section; `@@task …` one a level below; a heading ends with its line or at `|`.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from extractors.records import Bound, Comparator, Context, Count, CountRole, Deadline, Facts, Mention, Precision, Section, Target
from extractors.targets.find import find_targets

_TOKEN = re.compile(
    r"<(?P<when>[^<>=]+)=(?P<due>[^<>]+)>|\{(?P<quantity>[^{}:]+):(?P<role>[a-z]+)(?::(?P<comparator>[a-z]+))?\}|(?P<level>@+)(?P<kind>[a-z]+) (?P<title>[^\n|]*)\|?"
)


def read(marked: str, context: Context | None = None) -> tuple[str, Facts]:
    """The plain text of a marked one and the facts its marks say."""
    facts = Facts(context=context or Context())
    text = ""
    at = 0
    for token in _TOKEN.finditer(marked):
        text += marked[at : token.start()]
        at = token.end()
        start = len(text)
        if token["when"]:
            text += token["when"]
            facts.deadlines.append(_deadline(token["when"], token["due"], start))
        elif token["quantity"]:
            text += token["quantity"]
            facts.counts.append(_count(token["quantity"], token["role"], token["comparator"], start))
        else:
            inner, found = read(token["title"])
            facts.deadlines += [_deadline(item.text, f"{item.date_from or ''}/{item.date_to}", start + item.start) for item in found.deadlines]
            text += inner
            level = len(token["level"])
            parent = next((i for i in range(len(facts.sections) - 1, -1, -1) if facts.sections[i].level < level), None)
            facts.sections.append(Section(start, -1, level, "", inner, token["kind"], parent, start, start + len(inner)))  # type: ignore[arg-type]
    text += marked[at:]
    for number, section in enumerate(facts.sections):
        end = next((later.start for later in facts.sections[number + 1 :] if later.level <= section.level), len(text))
        facts.sections[number] = Section(
            section.start, end, section.level, "", section.title, section.kind, section.parent, section.title_start, section.title_end
        )
    facts.mentions = [Mention(found.start(), found.end(), found[1], "reports") for found in re.finditer(r"《([^《》]*)》", text)]
    return text, facts


def _deadline(words: str, due: str, start: int) -> Deadline:
    if due in ("every", "from"):
        return Deadline(start, start + len(words), words, None, None, "year", "every" if due == "every" else "from", "text")
    first, slash, last = due.rpartition("/")
    bound: Bound = "during" if slash and first else "by"
    opened, due_on = date.fromisoformat(first) if first else None, date.fromisoformat(last)
    precision: Precision = "period" if opened and (opened.month, opened.day, opened.year) != (1, 1, due_on.year) else "year"
    return Deadline(start, start + len(words), words, opened, due_on, precision, bound, "text")


def _count(words: str, role: str, comparator: str | None, start: int) -> Count:
    number = re.search(r"[0-9.]+", words)
    value = Decimal(number[0]) if number else Decimal(1)
    unit = re.search(r"[^0-9.]", words)
    kinds: tuple[CountRole, Comparator] = (role, comparator or "eq")  # type: ignore[assignment]
    return Count(start, start + len(words), words, value, None, unit[0] if unit else None, kinds[1], None, kinds[0])


def told(marked: str, **context: object) -> list[str]:
    """The targets of a marked text, a line each: `N` or `L`, the due date, `!` for strive, and the clause (for `L` the indicator)."""
    text, facts = read(marked, Context(**context))  # type: ignore[arg-type]
    return [line(target) for target in find_targets(text, facts)]


def line(target: Target) -> str:
    """One target in a line, as `told` gives it."""
    kind = "N" if target.kind == "quantitative" else "L"
    strive = "!" if target.strength == "strive" else ""
    return f"{kind} {target.deadline_date or '-'}{strive} {target.text if kind == 'N' else target.indicator}"

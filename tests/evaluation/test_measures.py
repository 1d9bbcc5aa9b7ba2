"""What each measure counts, on one invented document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from pipeline.evaluation.measures import SHARES, TALLIES, score, total
from pipeline.evaluation.model import Count, Deadline, Document, Score, Share, Tally, Target, Task

TEXT = "到2023年底，建成智慧码头12个以上。"
COUNT = Count("12个以上", 12, "个", "ge", "target", item="智慧码头", context="建成智慧码头12个以上")
DEADLINE = Deadline("到2023年底", "by", None, date(2023, 12, 31), "到2023年底，建成")
TARGET = Target("建成智慧码头12个以上", "quantitative", "智慧码头", 12, "个", date(2023, 12, 31))
STATE = Target("建成智慧码头12个以上", "qualitative", "智慧码头体系基本建成", deadline_date=date(2023, 12, 31))
TASK = Task("建设智慧码头", "（一）", "省港航局", ("省港航局", "省财政厅"))
WANTED = Document(
    "plan.txt", "青汀市方案", date(2021, 3, 1), "policy", "hans", counts=(COUNT,), deadlines=(DEADLINE,), targets=(TARGET, STATE), tasks=(TASK,)
)
FOUND = replace(
    WANTED,
    text=TEXT,
    counts=(replace(COUNT, spans=((13, 18),)),),
    deadlines=(replace(DEADLINE, spans=((0, 7),)),),
    targets=(replace(TARGET, spans=((8, 18),)), replace(STATE, spans=((8, 18),))),
    tasks=(replace(TASK, spans=((0, 7),)),),
)


def changed(kind: str, number: int = 0, **fields: object) -> Document:
    """`FOUND` with fields of one of its facts changed."""
    facts = list(getattr(FOUND, kind))
    facts[number] = replace(facts[number], **fields)
    return replace(FOUND, **{kind: tuple(facts)})  # type: ignore[arg-type]


def without(kind: str) -> Document:
    return replace(FOUND, **{kind: ()})  # type: ignore[arg-type]


def twice(kind: str) -> Document:
    return replace(FOUND, **{kind: (*getattr(FOUND, kind), getattr(FOUND, kind)[0])})  # type: ignore[arg-type]


def flawed(scored: Score) -> dict[str, tuple[int, ...]]:
    """The measures that are not perfect: false hits and misses, or how many of how many are right."""
    low: dict[str, tuple[int, ...]] = {name: (tally.fp, tally.fn) for name, tally in scored.tallies.items() if tally.fp or tally.fn}
    return low | {name: (share.right, share.of) for name, share in scored.shares.items() if share.right < share.of}


@pytest.mark.parametrize(
    ("found", "expected", "why"),
    [
        (FOUND, {}, "everything right"),
        (without("counts"), {"counts.span": (0, 1), "counts.strict": (0, 1)}, "a miss is no wrong item or role"),
        (twice("counts"), {"counts.span": (1, 0), "counts.strict": (1, 0)}, "found twice is a false hit"),
        (changed("counts", spans=((0, 7),)), {"counts.span": (1, 1), "counts.strict": (1, 1)}, "at another place"),
        (changed("counts", spans=((17, 19),)), {}, "a place that overlaps will do"),
        (changed("counts", value=13.0), {"counts.strict": (1, 1)}, "another number"),
        (changed("counts", value_max=15.0), {"counts.strict": (1, 1)}, "a range where there is none"),
        (changed("counts", unit=None), {"counts.strict": (1, 1)}, "no unit"),
        (changed("counts", comparator="gt"), {"counts.strict": (1, 1)}, "another bound"),
        (changed("counts", item="智慧码头建设"), {}, "an item nearly the same"),
        (changed("counts", item="航道"), {"counts.item": (0, 1)}, "another item"),
        (changed("counts", role="achieved"), {"counts.role": (0, 1)}, "another role"),
        (without("deadlines"), {"deadlines.span": (0, 1), "deadlines.strict": (0, 1)}, "no deadline"),
        (changed("deadlines", date_to=date(2024, 12, 31)), {"deadlines.strict": (1, 1)}, "another day"),
        (changed("deadlines", date_from=date(2023, 1, 1)), {"deadlines.strict": (1, 1)}, "a beginning it does not have"),
        (changed("deadlines", bound="during"), {"deadlines.strict": (1, 1)}, "another bound"),
        (without("targets"), {"targets.quantitative": (0, 1), "targets.qualitative": (0, 1)}, "no targets"),
        (changed("targets", value=13.0), {"targets.quantitative": (1, 1)}, "another number"),
        (changed("targets", indicator="航道"), {"targets.indicator": (1, 2)}, "another indicator"),
        (changed("targets", deadline_date=None), {"targets.due": (1, 2)}, "no date"),
        (changed("targets", 1, indicator="航道", text="疏浚"), {"targets.qualitative": (1, 1)}, "another clause"),
        (changed("targets", 1, indicator="航道"), {"targets.indicator": (1, 2)}, "the clause as it stands will do"),
        (without("tasks"), {"tasks.found": (0, 1), "tasks.agencies": (0, 1)}, "with a task its agencies are missed"),
        (changed("tasks", label="（二）"), {"tasks.found": (1, 1), "tasks.agencies": (0, 1)}, "another label"),
        (changed("tasks", lead_agency=None), {"tasks.agencies": (1, 1)}, "nobody leads"),
        (changed("tasks", agencies=("省财政厅", "省港航局")), {}, "the order of agencies does not matter"),
        (changed("tasks", agencies=("省港航局",)), {"tasks.agencies": (1, 1)}, "an agency less"),
        (changed("tasks", agencies=(), lead_agency=None), {"tasks.agencies": (0, 1)}, "no agencies: missed, and nothing false"),
        (replace(FOUND, title="另一份通知", published=None), {"documents.title": (0, 1), "documents.published": (0, 1)}, "another document's head"),
        (replace(FOUND, genre="news", script="hant"), {"documents.genre": (0, 1), "documents.script": (0, 1)}, "another kind"),
        (
            replace(FOUND, text=""),
            {"counts.span": (1, 1), "counts.strict": (1, 1), "deadlines.span": (1, 1), "deadlines.strict": (1, 1)}
            | {"targets.quantitative": (1, 1), "targets.qualitative": (1, 1)},
            "a text without the quotes",
        ),
    ],
)
def test_what_a_difference_costs(found: Document, expected: dict[str, tuple[int, ...]], why: str) -> None:
    assert flawed(score(WANTED, found)) == expected, why


def test_agencies_where_none_are_annotated_are_false_hits() -> None:
    wanted = replace(WANTED, tasks=(replace(TASK, agencies=(), lead_agency=None),))
    assert flawed(score(wanted, FOUND)) == {"tasks.agencies": (1, 0)}


def test_a_document_that_was_not_read_has_everything_missed() -> None:
    scored = score(WANTED, Document("plan.txt"))
    assert {name: tally.fn for name, tally in scored.tallies.items()} == dict.fromkeys(TALLIES, 1)
    assert all(fault.absent for fault in scored.faults if fault.measure.startswith(("counts", "deadlines", "targets")))


def faults(found: Document) -> list[tuple[str, str | None, str | None, str]]:
    return [(fault.measure, fault.wanted, fault.found, fault.sentence) for fault in score(WANTED, found).faults]


COUNTED = "12个以上 (value 12, unit 个, comparator ge, item 智慧码头, role target)"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (without("counts"), ("counts.span", COUNTED, None, TEXT)),
        (twice("counts"), ("counts.span", None, COUNTED, TEXT)),
        (changed("counts", role="achieved"), ("counts.role", "12个以上 (role target)", "12个以上 (role achieved)", TEXT)),
        (replace(FOUND, genre="news"), ("documents.genre", "policy", "news", "")),
    ],
)
def test_a_fault_shows_the_fact_and_its_sentence(found: Document, expected: tuple[str, str | None, str | None, str]) -> None:
    assert faults(found) == [expected]


@pytest.mark.parametrize(
    ("change", "number"),
    [(lambda: without("counts"), 1), (lambda: changed("deadlines", bound="from"), 1), (lambda: replace(FOUND, title=None), 1), (lambda: FOUND, 0)],
)
def test_every_difference_is_one_fault(change: Callable[[], Document], number: int) -> None:
    assert len(score(WANTED, change()).faults) == number


def test_documents_add_up_and_every_measure_is_there() -> None:
    both = total([score(WANTED, FOUND), score(WANTED, without("counts"))])
    assert both.documents == 2
    assert (tuple(both.tallies), tuple(both.shares)) == (TALLIES, SHARES)
    assert both.tallies["counts.span"] == Tally(1, 0, 1)
    assert both.shares["counts.role"] == Share(1, 1)
    assert len(both.faults) == 1


@pytest.mark.parametrize(
    ("tally", "expected"),
    [
        (Tally(3, 1, 2), (0.75, 0.6, 2 * 0.75 * 0.6 / 1.35)),
        (Tally(), (1.0, 1.0, 1.0)),
        (Tally(0, 2, 0), (0.0, 1.0, 0.0)),
        (Tally(0, 0, 2), (1.0, 0.0, 0.0)),
    ],
)
def test_precision_recall_and_f1(tally: Tally, expected: tuple[float, float, float]) -> None:
    assert (tally.precision, tally.recall, tally.f1) == pytest.approx(expected)


def test_a_share_of_nothing_has_no_accuracy() -> None:
    assert Share().accuracy is None
    assert Share(1, 4).accuracy == 0.25

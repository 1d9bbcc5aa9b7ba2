"""What went before a policy, as texts say and as years show."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.policies.lineage import kind, likeness, series
from pipeline.policies.register import Register
from tests.policies.test_passages import policies

FIRST, SECOND = "云岚省公园建设方案（2018—2020年）", "云岚省公园提质建设方案（2021—2025年）"


def before(text: str, **more: Any) -> dict[str, str]:
    """For policies of a text the titles of those before them."""
    found = policies(text, "reports", **more)
    register = Register()
    for policy in found.all():
        register.add(policy, "页.html")
    rows = {str(row["policy_id"]): row for row in register.rows()}
    return {str(row["title"]): str(rows[str(row["predecessor_id"])]["title"]) for row in rows.values() if row["predecessor_id"]}


NEWS = {"genre": "news", "title": f"《{SECOND}》出台"}


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (f"早在2018年，云岚省就印发了《{FIRST}》。《{SECOND}》近日印发。", {SECOND: FIRST}, "早在"),
        (f"2018年云岚省印发《{FIRST}》。2021年再度发布《{SECOND}》。", {SECOND: FIRST}, "再度"),
        (f"《{FIRST}》圆满收官，《{SECOND}》印发。", {SECOND: FIRST}, "收官"),
        (f"根据《{FIRST}》，《{SECOND}》印发。", {}, "nothing says that it went before"),
        (f"早在2018年，沧渚省就印发了《沧渚省公园建设方案（2018—2020年）》。《{SECOND}》近日印发。", {}, "another place's"),
        (f"早在2018年，云岚省就印发了《云岚省公园条例》。《{SECOND}》近日印发。", {}, "another kind"),
        (f"早在2018年，云岚省就印发了《云岚省海产养殖方案（2018—2020年）》。《{SECOND}》近日印发。", {}, "about something else"),
        (f"早在2018年，云岚省就印发了《{FIRST}》。", {SECOND: FIRST}, "before the one in the headline"),
    ],
)
def test_what_a_text_says(text: str, expected: dict[str, str], why: str) -> None:
    assert before(text, **NEWS) == expected, why


def test_an_edition_of_the_same_title_that_a_text_ends_is_another_policy() -> None:
    text = "云岚省公园办法\n本办法自印发之日起施行，《云岚省公园办法》（云政发〔2008〕7号）同时废止。"
    found = policies(text, genre="policy", title="云岚省公园办法", issuer="云岚省人民政府", doc_number="云政发〔2020〕9号")
    assert found.main is not None
    (old,) = found.mentions
    assert old is not None
    assert (old.title, old.doc_number) == (found.main.title, "云政发〔2008〕7号")
    assert found.main.predecessor == old.policy_id != found.main.policy_id


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("《云岚省“十三五”公园规划》《云岚省“十四五”公园规划》", {"云岚省“十四五”公园规划": "云岚省“十三五”公园规划"}, "the next five years"),
        ("《云岚省“十二五”公园规划》《云岚省“十四五”公园规划》", {}, "one is missing between"),
        ("《云岚省“十三五”公园规划》《沧渚省“十四五”公园规划》", {}, "another place"),
        ("《云岚省“十三五”公园规划》《云岚省“十四五”道路规划》", {}, "about something else"),
        (
            "《云岚省国民经济和社会发展第十三个五年规划纲要》《云岚省国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要》",
            {"云岚省国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要": "云岚省国民经济和社会发展第十三个五年规划纲要"},
            "the outlines, whatever they are called",
        ),
        (
            "《云岚省公园行动计划（2018—2020年）》《云岚省公园行动计划（2021—2023年）》",
            {"云岚省公园行动计划（2021—2023年）": "云岚省公园行动计划（2018—2020年）"},
            "by the years in brackets",
        ),
        ("《云岚省2022年公园要点》《云岚省2023年公园要点》", {"云岚省2023年公园要点": "云岚省2022年公园要点"}, "year by year"),
        ("《云岚省公园方案》《云岚省公园方案（修订版）》", {"云岚省公园方案（修订版）": "云岚省公园方案"}, "a revision"),
    ],
)
def test_what_the_years_say(text: str, expected: dict[str, str], why: str) -> None:
    assert before(text) == expected, why


@pytest.mark.parametrize(
    ("title", "expected"),
    [("云岚省“十四五”公园规划", "云岚省公园规划"), ("云岚省公园规划（2021—2025年）", "云岚省公园规划"), ("2022年云岚省公园要点", "云岚省公园要点")],
)
def test_a_series_has_one_name(title: str, expected: str) -> None:
    assert series(title) == expected


def test_kinds_and_likeness() -> None:
    assert kind("云岚省公园发展规划纲要（2011—2020年）") == kind("云岚省公园规划") == "规划"
    assert likeness(FIRST, FIRST) == 1 > likeness(FIRST, SECOND) > 0.45 > likeness(FIRST, "云岚省海产养殖方案")

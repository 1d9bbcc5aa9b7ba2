"""Deadlines in their document: its own date, parts that look back, titles, findings."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.deadlines import find_deadlines
from extractors.deadlines.reference import read_reference
from extractors.language import analyse, build
from extractors.mentions import find_mentions
from extractors.records import Context, Section

REFERENCES = [
    ("云岚省人民政府\n2018年7月16日\n", Context(published=date(2018, 7, 23)), (date(2018, 7, 16), 2018), "the signature in a line of its own"),
    (
        "云岚省发展改革委2018年7月16日（此件公开发布）",
        Context(published=date(2018, 7, 23)),
        (date(2018, 7, 16), 2018),
        "the signature after the agency",
    ),
    ("二○○三年四月二十一日\n方案", Context(published=date(2009, 9, 15)), (date(2003, 4, 21), 2003), "an old notice on a new page"),
    ("2030年1月1日\n", Context(published=date(2018, 7, 23)), (date(2018, 7, 23), 2018), "a day after the publication signs nothing"),
    ("中新网7月8日电", Context(published=date(2021, 7, 8), genre="news"), (date(2021, 7, 8), 2021), "an article is of its day"),
    ("云政〔2011〕47号\n各市人民政府：", Context(published=date(2018, 1, 13)), (None, 2011), "the document's number is older than the page"),
    ("任务如下", Context(title="2021年工作要点", published=date(2020, 12, 20)), (date(2020, 12, 20), 2021), "a plan for next year"),
    ("任务如下", Context(title="行动方案（2021—2025年）", published=date(2020, 12, 20)), (date(2020, 12, 20), 2020), "a period is no single year"),
    ("任务如下", Context(issued=date(2019, 5, 1), published=date(2020, 12, 20)), (date(2019, 5, 1), 2019), "the issue as read from the page"),
    ("依据云政〔2014〕5号文件", Context(), (None, 2014), "nothing but cited documents"),
    ("一、2021年工作回顾\n二、2022年工作安排\n今年要建成公园10个。", Context(), (None, 2022), "its own agenda"),
    ("2011年7月20日，法院开庭。记者获悉", Context(genre="news"), (None, 2011), "the last day it tells of"),
    ("自2017年10月1日起施行。", Context(), (None, None), "a day that bounds tells nothing of its own"),
    ("“十二五”期间新增，“十二五”规划，与“十三五”规划衔接", Context(), (None, 2011), "the plan it speaks of most"),
    ("没有日期", Context(), (None, None), "nothing at all"),
]


@pytest.mark.parametrize(("text", "context", "expected", "why"), REFERENCES, ids=[row[3] for row in REFERENCES])
def test_reference(text: str, context: Context, expected: tuple[date | None, int | None], why: str) -> None:
    """The document's own date and the year it plans for."""
    reference = read_reference(text, context)
    assert (reference.day, reference.year) == expected, why


def section(text: str, title: str, end: int, kind: str = "other", parent: int | None = None) -> Section:
    """A section that begins at its title in `text`."""
    start = text.index(title)
    return Section(start, end, 1, "", title, kind, parent, start, start + len(title))  # type: ignore[arg-type]


def test_review_section() -> None:
    """Under a heading that looks back 全年 is over; under the next it is to come."""
    text = "一、工作回顾\n全年新建公园20个。\n二、工作安排\n全年新建公园30个。"
    sections = [section(text, "工作回顾", text.index("二、")), section(text, "工作安排", len(text), "task")]
    found = find_deadlines(text, Context(published=date(2022, 2, 1)), sections)
    assert [row.start for row in found] == [text.rindex("全年")]


@pytest.mark.parametrize("heading", ["面临形势", "充分认识物资保障的重要性和紧迫性"])
def test_situation_section(heading: str) -> None:
    """Where a text describes its situation, only what is intended is to be done."""
    text = f"{heading}\n“十四五”时期，物资需求上升。“十四五”时期，必须补齐短板。主要目标\n“十四五”时期，新增床位3万张。"
    sections = [section(text, heading, text.index("主要目标")), section(text, "主要目标", len(text), "goal")]
    found = find_deadlines(text, Context(published=date(2022, 2, 1)), sections)
    assert [row.start for row in found] == [text.index("“十四五”时期，必须"), text.rindex("“十四五”时期")]


def test_task_put_online_late() -> None:
    """A task's month that has gone by when the page appears is still planned; a sentence that tells what was done is not."""
    text = "主要任务\n2021年11月出台实施办法。2021年12月出台了细则。2021年10月，省政府召开会议。"
    sections = [section(text, "主要任务", len(text), "task")]
    found = find_deadlines(text, Context(published=date(2022, 2, 1)), sections)
    assert [row.text for row in found] == ["2021年11月"]


def test_review_is_inherited() -> None:
    """What stands under a review looks back too, unless its own heading sets goals."""
    text = "发展基础\n就业情况\n全年新增岗位5万个。\n发展目标\n全年新增岗位6万个。"
    sections = [
        section(text, "发展基础", len(text)),
        section(text, "就业情况", text.index("发展目标"), parent=0),
        section(text, "发展目标", len(text), "goal", parent=0),
    ]
    found = find_deadlines(text, Context(published=date(2022, 2, 1)), sections)
    assert [row.start for row in found] == [text.rindex("全年")]


def test_intention_in_review() -> None:
    """A forecast inside a review is still one."""
    text = "发展形势\n预计“十四五”期间全省新增产能300万吨。"
    sections = [section(text, "发展形势", len(text))]
    assert [row.text for row in find_deadlines(text, Context(published=date(2022, 2, 1)), sections)] == ["“十四五”期间"]


def test_titles_say_nothing() -> None:
    """Years in 《》 and in the page's own title, however it is broken, are no deadlines."""
    title = "云岚省2022年底前完成事项清单"
    text = "云岚省2022年\n底前完成事项清单\n按照《到2025年行动方案》，到2023年完成。"
    context = Context(title=title, published=date(2022, 2, 1))
    assert [row.text for row in find_deadlines(text, context, (), find_mentions(text, context))] == ["到2023年"]


def test_title_of_annex() -> None:
    """The title of a policy that the page carries, named in its covering notice, gives nothing where it stands without marks."""
    text = "现将《云岚省2022年扩大消费专项行动方案》印发给你们。\n云岚省2022年扩大消费\n专项行动方案\n全年举办展会20场。"
    context = Context(title="云岚省印发促消费文件的通知", published=date(2022, 2, 1))
    assert [row.text for row in find_deadlines(text, context, (), find_mentions(text, context))] == ["全年"]


def test_precision_and_source() -> None:
    """How fine a time is, and where its year came from."""
    text = "到2023年，建成平台。6月底前出台细则。2024年上半年验收。2024年三季度推广。2024年3月1日施行。“十四五”期间巩固。"
    found = find_deadlines(text, Context(published=date(2022, 2, 1)))
    assert [(row.precision, row.resolved_from) for row in found] == [
        ("year", "text"),
        ("month", "published"),
        ("half", "text"),
        ("quarter", "text"),
        ("day", "text"),
        ("period", "text"),
    ]


def test_statute_without_day() -> None:
    """A statute amended many times names no one day by 自公布之日起."""
    text = "2009年11月27日 云岚省人大常委会第九次会议第二次修正\n第九条 本条例自公布之日起施行。"
    (found,) = find_deadlines(text, Context(published=date(2017, 11, 30)))
    assert (found.bound, found.date_from, found.resolved_from) == ("from", None, "none")


def test_component_reports_unresolved() -> None:
    """The component fills the facts, marks spans, and tells a person of a date it could not tell."""
    nlp = build(["mentions", "deadlines"])
    facts = analyse("6月底前完成清查。", nlp=nlp)
    assert [(row.text, row.date_to) for row in facts.deadlines] == [("6月底前", None)]
    (finding,) = facts.findings
    assert (finding.severity, finding.code, finding.start, finding.end) == ("info", "unresolved-deadline", 0, 4)
    assert finding.message == "the date of '6月底前' could not be told"
    doc = nlp("到2025年建成。")
    assert [span.text for span in doc.spans["deadlines"]] == ["到2025年"]


@pytest.mark.parametrize(
    ("title", "expected"), [("《关于做好茶叶检测的通知》解读", ["2015年5月31日前", "自2014年1月1日起"]), ("茶叶检测工作开展", [])]
)
def test_terms_of_a_policy_that_is_explained(title: str, expected: list[str]) -> None:
    """What an article that explains a policy says of its terms holds, though they are over; any other tells what was."""
    text = "茶叶检测试点自愿申报。2015年5月31日前，各县茶办提出申请。《通知》自2014年1月1日起施行。"
    found = find_deadlines(text, Context(title=title, published=date(2019, 8, 28), genre="news"), [])
    assert [row.text for row in found] == expected

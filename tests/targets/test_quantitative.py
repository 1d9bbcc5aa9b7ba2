"""Quantities to be reached: which changes are, how firmly, by which verb, under which deadline."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from extractors.records import Context
from extractors.targets.find import find_targets
from tests.targets.notation import read, told

CHANGES = [
    ("<到2025年=2025-12-31>，产值增长{5%:change}。", 1, "a change under a deadline"),
    ("力争产值增长{5%:change}。", 1, "a change striven for"),
    ("全省要压减产能{300万吨:change}。", 1, "a change that must be"),
    ("生均经费提高{30%:change}，建成学校{5所:target}。", 1, "a change beside a target"),
    ("产值增长{5%:change}，建成园区{5个:achieved}。", 0, "a change beside what was reached"),
    ("去年全省产值增长{5%:change}。", 0, "a change of last year"),
    ("产值同比增长{5%:change}。", 0, "a change on the year before"),
    ("产值增长{5%:change}，均超额完成了任务。", 0, "a change that the sentence goes on to tell of as done"),
    ("<到2025年=2025-12-31>，产值增长{5%:change}，取得了成效的要总结推广。", 1, "but 取得了 of those who did something tells nothing of it"),
    ("全省已压减产能{300万吨:change}。", 0, "a change already made"),
    ("高级岗位比例最高可提高{10%:change}。", 0, "room that is granted"),
    ("奖励标准上浮{10%:change}。", 0, "a rate of calculation"),
    ("产值增长{5%:change}。", 0, "a bare change in running text"),
    ("@goal 二、主要目标\n产值增长{5%:change}。", 1, "a change among goals"),
    ("@other 一、2025年工作回顾\n产值增长{5%:change}。", 0, "a change in a report"),
    ("@task 二、2026年工作安排\n一般性支出压减{22%:change}。", 1, "a change among tasks"),
    ("@other 一、工作回顾\n@@task 加强创新\n转化成果增长{24%:change}。\n建成园区{5个:achieved}。", 0, "a task-like heading in a report"),
    ("<三年内=2013-01-01/2015-12-31>饭店的单位GDP能耗降低{20%:change}。", 1, "的单位 inside an indicator grants nothing"),
    ("<到2025年=2025-12-31>，可再生能源消费提高{20%:change}。", 1, "nor does 可 inside a word"),
    ("<到2025年=2025-12-31>，对重点县可将投资要求降低{20%:change}。", 0, "room that is granted before a deadline"),
    ("有关部门预计增长{11%:change}，市场有望回升。", 0, "a forecast"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CHANGES)
def test_changes(text: str, expected: int, why: str) -> None:
    assert sum("%" in target or "万吨" in target for target in told(text) if target.startswith("N")) == expected, why


def test_statistics_in_the_news_are_no_targets() -> None:
    """A change that an article reports without a deadline is a statistic, the same words in a policy's tasks are not."""
    assert told("@task 一、项目\n消费增长{5%:change:approx}。", genre="news") == []
    assert told("@task 一、项目\n消费增长{5%:change:approx}。") == ["N - 消费增长5%"]


STRENGTH = [
    ("力争达到{50家:target}，新增{3家:target}。", ["N -! 力争达到50家", "N - 新增3家"], "力争 reaches its own clause"),
    ("总量力争突破{4万亿元:target}。", ["N -! 总量力争突破4万亿元"], "wherever it stands in it"),
    ("总量突破{4万亿元:target}后力争再翻番。", ["N - 总量突破4万亿元后力争再翻番"], "but not backwards"),
    ("争创国家中心{2家:target}。", ["N -! 争创国家中心2家"], "争创 is one too"),
    ("争取建成实验室{4家:target}。", ["N -! 争取建成实验室4家"], "争取 is one too"),
    ("努力实现覆盖率{90%:target}。", ["N -! 努力实现覆盖率90%"], "努力 is one too"),
    (
        "力争<到2025年=2025-12-31>，产值达到{5亿元:target}，新增{2家:target}。",
        ["N 2025-12-31! 产值达到5亿元", "N 2025-12-31! 新增2家"],
        "before the deadline it reaches every clause",
    ),
    (
        "力争<到2025年=2025-12-31>产值达到{5亿元:target}，品牌更加响亮。",
        ["N 2025-12-31! 产值达到5亿元", "L 2025-12-31! 品牌更加响亮"],
        "with or without a comma",
    ),
    (
        "<到2025年=2025-12-31>，力争产值达到{5亿元:target}，新增{2家:target}。",
        ["N 2025-12-31! 力争产值达到5亿元", "N 2025-12-31 新增2家"],
        "after the deadline only its own",
    ),
    (
        "力争<7月前=2003-06-30>完成研究，确定方案；<10月底=2003-10-31>完成招标。",
        ["L 2003-06-30! 完成研究", "L 2003-06-30! 确定方案", "L 2003-10-31 完成招标"],
        "until the next deadline",
    ),
    ("确保达到{50家:target}。", ["N - 确保达到50家"], "确保 is firm"),
]


@pytest.mark.parametrize(("text", "expected", "why"), STRENGTH)
def test_strength(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why


CLAUSES = [
    (
        "打造工厂{20家:target}、车间{350家:target}。",
        ["N - 打造工厂20家、车间350家", "N - 打造工厂20家、车间350家"],
        "a row a quantity, the clause the same",
    ),
    ("@goal 目标 |<到2025年=2025-12-31>，三级医院达到{30家:target}。", ["N 2025-12-31 三级医院达到30家"], "without the heading that runs into it"),
    ("主要目标包括：增加值占比{25%:target}，森林覆盖率{60%:target}。", ["N - 增加值占比25%", "N - 森林覆盖率60%"], "without the announcement"),
    ("覆盖率：城市{95%:target}", ["N - 覆盖率：城市95%"], "a label of the indicator is kept"),
    (
        "<今年=2003-01-01/2003-12-31>开工{1104万千瓦:target}并在<2007年前=2006-12-31>建成{255万千瓦:target}。",
        ["N 2003-12-31 开工1104万千瓦并在2007年前建成255万千瓦", "N 2006-12-31 开工1104万千瓦并在2007年前建成255万千瓦"],
        "of two deadlines in a clause the nearer before",
    ),
    (
        "<到2022年=2022-12-31>和<2030年=2030-12-31>，比例分别达到{23%:target}和{35%:target}。",
        ["N 2022-12-31 比例分别达到23%和35%", "N 2030-12-31 比例分别达到23%和35%"],
        "two dates and two quantities are for each other",
    ),
    (
        "<上半年=2020-06-30>、<前三季度=2020-09-30>和<全年=2020-12-31>增速分别达到{6%:target}、{7%:target}和{8%:target}。",
        [f"N 2020-{day} 增速分别达到6%、7%和8%" for day in ("06-30", "09-30", "12-31")],
        "three and three in one clause",
    ),
    (
        "<到2022年=2022-12-31>和<2030年=2030-12-31>，知晓率达到{90%:target}。",
        ["N 2022-12-31 知晓率达到90%"],
        "one quantity for two dates is due at the first",
    ),
    ("含税率{5%:other}的产品{3种:structure}，共有企业{9家:achieved}。", [], "other roles give no target"),
    (
        "<到2025年=2025-12-31>，全省所有{12个:structure}地市水质更好。",
        ["L 2025-12-31 全省所有12个地市水质更好"],
        "a scope does not make a target quantitative",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), CLAUSES)
def test_clauses(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why


ACTIONS = [
    ("新增企业{5家:target}。", "新增", "the first verb where the number follows its noun"),
    ("全面建成{5个:target}园区。", "建成", "after an adverb"),
    ("比例达到{30%:target}。", "达到", "the verb before the value"),
    ("比例总体达到{30%:target}。", "总体达到", "with its adverb where they make one word of measure"),
    ("排放量下降到{30万吨:target}。", "下降到", "with its complement"),
    ("失业率控制在{5%:target}左右。", "控制在", "with its complement"),
    ("规模突破{5亿元:target}。", "突破", "a verb that is a comparator too"),
    ("城镇新建住房{5万套:target}。", "新建", "after the subject"),
    ("涨幅{2%:target}左右。", None, "none where there is none"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ACTIONS)
def test_action(text: str, expected: str | None, why: str) -> None:
    plain, facts = read(text)
    assert [target.action for target in find_targets(plain, facts)] == [expected], why


ORIGINS = [
    ("<到2025年=2025-12-31>建成{5个:target}。", "clause", "到2025年", "in the clause"),
    ("<到2025年=2025-12-31>，建成{5个:target}。", "clause", "到2025年", "the first clause after a deadline that stands alone"),
    ("<到2025年=2025-12-31>，体系完善，建成{5个:target}。", "sentence", "到2025年", "earlier in the sentence"),
    ("<到2025年=2025-12-31>，体系完善。占比达到{5%:target}。", "section", "到2025年", "in an earlier sentence"),
    ("@task <2025年=2025-01-01/2025-12-31>重点工作\n建成{5个:target}。", "section", "2025年", "in the heading"),
    ("建成{5个:target}。", None, None, "nowhere"),
]


@pytest.mark.parametrize(("text", "origin", "words", "why"), ORIGINS)
def test_where_the_deadline_stands(text: str, origin: str | None, words: str | None, why: str) -> None:
    plain, facts = read(text)
    found = next(target for target in find_targets(plain, facts) if target.kind == "quantitative")
    assert (found.deadline_from, found.deadline_text) == (origin, words), why


def test_the_policys_period_bounds_what_nothing_else_does() -> None:
    """A quantity without a deadline is due at the end of the policy's period; a qualitative clause without one is no target."""
    plain, facts = read("建成园区{5个:target}，体系更加完善。", Context(period=(2018, 2020)))
    (found,) = find_targets(plain, facts)
    assert (found.deadline_date, found.deadline_from, found.deadline_text, found.deadline) == (date(2020, 12, 31), "policy_period", None, None)


def test_records_the_target_rests_on() -> None:
    """A target names its count and its deadline by index and copies the value."""
    plain, facts = read("<到2025年=2025-12-31>，体系完善，建成{5个:target:ge}园区。")
    state, number = find_targets(plain, facts)
    assert (state.count, state.deadline, state.value, state.comparator, state.unit) == (None, 0, None, None, None)
    assert (number.count, number.deadline, number.value, number.comparator, number.unit) == (0, 0, Decimal(5), "ge", "个")


YEARS = [
    (
        "<2021—2023年=2021-01-01/2023-12-31>，比例分别达到{6%:target}、{7%:target}、{8%:target}。",
        ["2021-12-31", "2022-12-31", "2023-12-31"],
        "as many quantities as years",
    ),
    (
        "<2021—2023年=2021-01-01/2023-12-31>，比例不低于{6%:target}、{7%:target}和{8%:target}。",
        ["2021-12-31", "2022-12-31", "2023-12-31"],
        "without 分别",
    ),
    ("<2021—2023年=2021-01-01/2023-12-31>，比例分别达到{6%:target}、{7%:target}。", ["2023-12-31"] * 2, "fewer than years"),
    ("<2021—2023年=2021-01-01/2023-12-31>，建成{6座:target}、{7公里:target}、{8处:target}。", ["2023-12-31"] * 3, "quantities of several things"),
    ("<到2023年=2023-12-31>，比例分别达到{6%:target}、{7%:target}、{8%:target}。", ["2023-12-31"] * 3, "a limit is no span"),
]


@pytest.mark.parametrize(("marked", "expected", "why"), YEARS)
def test_successive_years(marked: str, expected: list[str], why: str) -> None:
    text, facts = read(marked)
    assert [str(target.deadline_date) for target in find_targets(text, facts)] == expected, why

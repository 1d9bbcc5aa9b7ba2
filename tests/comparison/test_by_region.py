"""Policies of one kind and period side by side: an invented corpus of provincial reports that word their goals in every way we know."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from pipeline.comparison.kinds import kind_of, period_of_policy
from tests.comparison.reports import compared, report

if TYPE_CHECKING:
    from pipeline.tables.model import Row

GDP, JOBS, RATE, PRICES = "地区生产总值（增幅）", "城镇新增就业", "城镇调查失业率", "居民消费价格涨幅"
REVENUE, INDUSTRY, INVESTMENT = "一般公共预算收入（增幅）", "规模以上工业增加值（增幅）", "固定资产投资（增幅）"
RETAIL, GRAIN, INCOME, TRADE = "社会消费品零售总额（增幅）", "粮食产量", "居民人均可支配收入（增幅）", "进出口总额（增幅）"
ENERGY = "单位地区生产总值能耗（降幅）"

#: A province's goals as its report words them, and its tasks, with the cells that they must come to (due at the end of 2026).
REPORTS: dict[str, tuple[str, str, dict[str, str]]] = {
    "云岚省": (
        (
            "全省经济社会发展的主要预期目标是：经济增长5%左右；城镇新增就业90万人以上，城镇调查失业率不高于5.5%；居民消费价格涨幅控制在2%左右；"
            "居民收入与经济增长基本同步；粮食总产稳定在700亿斤以上；单位地区生产总值能耗下降3%左右。"
        ),
        "（一）扩大内需。社会消费品零售总额增长5%左右，固定资产投资增长3%。",
        {GDP: "≈5", JOBS: "≥900000", RATE: "≤5.5", PRICES: "≈2", INCOME: "同步于经济增长", GRAIN: "≥70000000000", ENERGY: "≈3"}
        | {RETAIL: "≈5", INVESTMENT: "3"},
    ),
    "沧渚省": (
        (
            "主要预期目标为：全省生产总值增长5%以上、力争5.5%，规上工业增加值增长6.5%左右，固投增长3%，社零总额增长5%，外贸进出口稳中提质，"
            "一般公共预算收入同口径增长3%左右，CPI涨幅2%左右。"
        ),
        "（一）稳定就业。城镇新增就业40万人。",
        {GDP: "≥5；5.5", INDUSTRY: "≈6.5", INVESTMENT: "3", RETAIL: "5", TRADE: "稳中提质", REVENUE: "≈3", PRICES: "≈2", JOBS: "400000"},
    ),
    "青汀省": (
        (
            "综合考虑，今年发展主要目标是：GDP增长5.5%以上，全社会固定资产投资增长4%以上，社会消费品零售总额增长4.5%左右，地方一般公共预算收入增长2%以上，"
            "规模以上工业增加值增速达到6%，居民人均可支配收入增速快于经济增速，城镇调查失业率控制在5%以内，居民消费价格总水平上涨2%左右。"
        ),
        "（一）抓好农业。粮食产量保持在360亿斤以上。",
        {GDP: "≥5.5", INVESTMENT: "≥4", RETAIL: "≈4.5", REVENUE: "≥2", INDUSTRY: "6", INCOME: "快于经济增速", RATE: "≤5", PRICES: "≈2"}
        | {GRAIN: "≥36000000000"},
    ),
    "望海省": (
        (
            "今年全省发展的主要预期目标建议为：地区生产总值增长5%—5.5%；居民消费价格指数涨幅2%左右；新增城镇就业38万人；粮食产量保持在360亿斤以上；"
            "单位GDP能耗降幅完成国家下达目标；城乡居民人均可支配收入与经济增长同步。"
        ),
        "（一）扩大开放。外贸进出口总值增长8%以上。",
        {GDP: "5–5.5", PRICES: "≈2", JOBS: "380000", GRAIN: "≥36000000000", ENERGY: "完成国家下达目标", INCOME: "同步于经济增长", TRADE: "≥8"},
    ),
    "临澜省": (
        (
            "建议今年主要预期目标：地区生产总值增长6%左右，在实际工作中力争更好结果。规模以上工业增加值、固定资产投资、社会消费品零售总额分别增长8%、6%、5%以上，"
            "进出口总值增长10%，城镇新增就业46万人以上，居民消费价格涨幅保持在2%左右，地方财政收入增长5%，万元GDP能耗下降2%。"
        ),
        "（一）改善民生。全体居民人均可支配收入增长6%。",
        {
            GDP: "≈6",
            INDUSTRY: "≥8",
            INVESTMENT: "≥6",
            RETAIL: "≥5",
            TRADE: "10",
            JOBS: "≥460000",
            PRICES: "≈2",
            REVENUE: "5",
            ENERGY: "2",
            INCOME: "6",
        },
    ),
    "松屏省": (
        (
            "经济社会发展主要预期目标：经济增速5%左右，居民收入增长和经济增长同步，城镇调查失业率5.5%左右，城镇新增就业目标60万人，居民消费价格涨幅2%左右，"
            "粮食产量继续稳定在1000亿斤以上。“十五五”时期，地区生产总值年均增长5%左右，到2030年，常住人口城镇化率达到70%，单位GDP能耗累计下降14%。"
        ),
        "（一）夯实产业。规上工业增加值增长7%以上。",
        {GDP: "≈5", INCOME: "同步于经济增长", RATE: "≈5.5", JOBS: "600000", PRICES: "≈2", GRAIN: "≥100000000000", INDUSTRY: "≥7"},
    ),
    "映川省": (
        (
            "全年主要预期目标是：生产总值预期增长5%左右，社会消费品零售额增长5.5%，固定资产投资力争增长3%，规上工业预期增长6%，外贸进出口增长与全国同步，"
            "一般公共预算收入预期增长3%，居民人均可支配收入增长5%以上，城镇新增就业6万人以上，城镇调查失业率全年控制在5.5%左右，物价涨幅2%左右。"
        ),
        "（一）防范风险。守牢底线。",
        {GDP: "≈5", RETAIL: "5.5", INVESTMENT: "3", INDUSTRY: "6", TRADE: "同步于全国", REVENUE: "3", INCOME: "≥5", JOBS: "≥60000", RATE: "≈5.5"}
        | {PRICES: "≈2"},
    ),
    "汀州省": (
        (
            "主要预期目标如下：\n——地区生产总值增长5%左右；\n——规模以上工业增加值增长6%；\n——固定资产投资增长3.5%；\n——社会消费品零售总额增长5%；\n"
            "——一般公共预算收入增长3%；\n——城镇新增就业40万人；\n——城镇调查失业率5.5%以内；\n——居民消费价格涨幅2%左右；\n——粮食产量120亿斤以上。"
        ),
        "（一）稳外贸。进出口总额增长4%左右。",
        {GDP: "≈5", INDUSTRY: "6", INVESTMENT: "3.5", RETAIL: "5", REVENUE: "3", JOBS: "400000", RATE: "≤5.5", PRICES: "≈2"}
        | {GRAIN: "≥12000000000", TRADE: "≈4"},
    ),
    "河桥省": (
        (
            "综合研判，提出今年全省经济社会发展主要预期目标：全省地区生产总值增长5.5%左右，力争更好结果；城镇新增就业70万人左右，城镇调查失业率5.3%左右；"
            "居民消费价格涨幅2%左右；粮食产量280亿斤左右；居民人均可支配收入增长5.5%左右；节能降碳减排完成进度目标。"
        ),
        "（一）促进消费。力争社会消费品零售总额增长5%以上。",
        {GDP: "≈5.5", JOBS: "≈700000", RATE: "≈5.3", PRICES: "≈2", INCOME: "≈5.5", GRAIN: "≈28000000000", RETAIL: "≥5"},
    ),
    "岭南山省": (
        (
            "主要预期目标建议为：经济增长4.5%-5%，在实际工作中努力争取更好结果；就业稳定、物价平稳，城镇新增就业30万人以上、城镇调查失业率5.5%左右、"
            "居民消费价格涨幅2%左右；居民收入和经济同步增长，国际收支保持平衡；粮食产量1600亿斤左右。"
        ),
        "（一）提质增效。一般公共预算收入增长2.5%左右。",
        {GDP: "4.5–5", JOBS: "≥300000", RATE: "≈5.5", PRICES: "≈2", INCOME: "同步于经济增长", GRAIN: "≈160000000000", REVENUE: "≈2.5"},
    ),
    "原上省": (
        (
            "2026年主要预期目标是：地区生产总值增长5.5%左右；社会消费品零售总额突破1.2万亿元、增长5%；城镇新增就业50万人以上；居民消费价格涨幅不超过2%；"
            "居民收入增长快于经济增长，粮食产量稳定在380亿斤以上；单位地区生产总值能耗进一步下降。"
        ),
        "（一）扩大有效投资。固定资产投资增长5%以上，规模以上工业增加值增长6%左右。",
        {GDP: "≈5.5", RETAIL: "5", JOBS: "≥500000", PRICES: "≤2", INCOME: "快于经济增长", GRAIN: "≥38000000000", ENERGY: "进一步下降"}
        | {INVESTMENT: "≥5", INDUSTRY: "≈6"},
    ),
}
_UNITS = {JOBS: "人", GRAIN: "斤"}


@pytest.fixture(scope="module")
def table() -> list[Row]:
    return compared(report(region, goals, tasks) for region, (goals, tasks, _) in REPORTS.items())["by_region"]


def cells(table: list[Row], region: str) -> dict[str, str]:
    """The headline cells of a region, without the date that all of them have; what is due later is left out."""
    found = {}
    for row in table:
        key, told = str(row["indicator_key"]), row[region]
        if told and row["unit"] == _UNITS.get(key, "%"):
            parts = [part.removesuffix(" (2026-12-31)") for part in str(told).split("；") if "(2026-12-31)" in part]
            found[key] = "；".join(parts)
    return found


@pytest.mark.parametrize("region", REPORTS)
def test_the_headline_targets_of_a_report(table: list[Row], region: str) -> None:
    """Every stated target has its cell, nothing of the year before is one."""
    found = cells(table, region)
    headline = {GDP, JOBS, RATE, PRICES, REVENUE, INDUSTRY, INVESTMENT, RETAIL, GRAIN, INCOME, TRADE, ENERGY}
    assert {key: told for key, told in found.items() if key in headline} == REPORTS[region][2]


def test_what_most_regions_have_comes_first(table: list[Row]) -> None:
    assert [row["indicator_key"] for row in table[:2]] == [GDP, PRICES]
    assert table[0]["regions"] == len(REPORTS)
    assert {(row["kind"], row["period"]) for row in table} == {("政府工作报告", "2026")}
    counts = [int(str(row["regions"])) for row in table]
    assert counts == sorted(counts, reverse=True)


def test_the_order_of_documents_does_not_matter(table: list[Row]) -> None:
    results = [report(region, goals, tasks) for region, (goals, tasks, _) in list(REPORTS.items())[:4]]
    once = compared(results)["by_region"]
    random.Random(7).shuffle(results)
    assert compared(results)["by_region"] == once


def test_one_region_gives_no_table() -> None:
    goals, tasks, _ = REPORTS["云岚省"]
    assert compared([report("云岚省", goals, tasks)])["by_region"] == []


@pytest.mark.parametrize(
    ("title", "region", "kind"),
    [
        ("2026年云岚省政府工作报告", "云岚省", "政府工作报告"),
        ("云岚省人民政府工作报告（2026年）", "云岚省", "政府工作报告"),
        ("政府工作报告——2026年1月26日在云岚省第十四届人民代表大会第四次会议上", "云岚省", "政府工作报告"),
        ("2026年省政府工作报告重点任务分工方案", "云岚省", "省政府工作报告重点任务分工方案"),
        ("云岚省国民经济和社会发展第十四个五年规划和2035年远景目标纲要", "云岚省", "国民经济和社会发展五年规划纲要"),
        ("云岚省国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要", "云岚省", "国民经济和社会发展五年规划纲要"),
        ("云岚省“十四五”数字经济发展规划", "云岚省", "数字经济发展规划"),
        ("云岚省数字经济发展规划（2021—2025年）", "云岚省", "数字经济发展规划"),
        ("云岚省推动潮汐设备更新实施方案", "云岚省", "推动潮汐设备更新实施方案"),
        ("云岚省碳达峰实施方案", "云岚省", "碳达峰实施方案"),
    ],
)
def test_the_kind_of_a_policy(title: str, region: str, kind: str) -> None:
    assert kind_of(title, region) == kind


def test_the_period_of_a_policy() -> None:
    assert period_of_policy({"period_start": 2026, "period_end": 2026, "issued": None}) == "2026"
    assert period_of_policy({"period_start": 2021, "period_end": 2025, "issued": None}) == "2021–2025"
    assert period_of_policy({"period_start": None, "period_end": None, "issued": None}) is None

"""What a target says for the comparison: growths set by another's, numbers shared out, what a growth is told by."""

from __future__ import annotations

import pytest

from pipeline.comparison.statements import relation_of
from tests.comparison.reports import compared, report


@pytest.mark.parametrize(
    ("clause", "key", "shown", "why"),
    [
        ("居民收入增长与经济增长同步", "居民人均可支配收入（增幅）", "同步于经济增长", "as the economy"),
        ("居民人均可支配收入增速与经济增长保持同步", "居民人均可支配收入（增幅）", "同步于经济增长", "about"),
        ("城乡居民收入增速和经济增速同步", "居民人均可支配收入（增幅）", "同步于经济增长", "as a noun"),
        ("居民收入与经济增长基本同步", "居民人均可支配收入（增幅）", "同步于经济增长", "with its growth left out"),
        ("居民人均可支配收入增速快于经济增速", "居民人均可支配收入（增幅）", "快于经济增速", "faster"),
        ("农村居民收入增长高于城镇居民", "农村居民人均可支配收入（增幅）", "高于城镇居民", "than another group"),
        ("规上工业增加值增速高于全国平均水平", "规模以上工业增加值（增幅）", "高于全国平均水平", "than the country"),
        ("外贸进出口增长与全国同步", "进出口总额（增幅）", "同步于全国", "as the country"),
        ("外贸进出口稳中提质", "进出口总额（增幅）", "稳中提质", "a direction only"),
        ("单位GDP能耗进一步下降", "单位地区生产总值能耗（降幅）", "进一步下降", "a fall"),
        ("单位地区生产总值能耗降幅完成国家下达目标", "单位地区生产总值能耗（降幅）", "完成国家下达目标", "a task from above"),
        ("单位地区生产总值二氧化碳排放完成国家下达任务", "单位地区生产总值二氧化碳排放（降幅）", "完成国家下达目标", "the same turned round"),
    ],
)
def test_growth_set_by_anothers(clause: str, key: str, shown: str, why: str) -> None:
    found = relation_of(clause)
    assert found is not None, why
    assert (found.key.name, found.words) == (key, shown), why


@pytest.mark.parametrize(
    "clause",
    ["居民收入稳步提高到新台阶", "产业链与创新链同步布局", "重点项目建设与环境保护同步", "主要经济指标增速高于全国平均水平", "安全生产形势稳定"],
)
def test_clauses_that_set_no_concepts_growth(clause: str) -> None:
    assert relation_of(clause) is None


@pytest.mark.parametrize(
    ("goals", "expected", "why"),
    [
        (
            "城乡居民人均可支配收入分别增长5%、6%左右。",
            {("城镇居民人均可支配收入（增幅）", "%"): "5", ("农村居民人均可支配收入（增幅）", "%"): "≈6"},
            "two groups in one word",
        ),
        (
            "一二三产业增加值分别增长4%、6%、5.5%。",
            {("第一产业增加值（增幅）", "%"): "4", ("第二产业增加值（增幅）", "%"): "6", ("第三产业增加值（增幅）", "%"): "5.5"},
            "three sectors in one word",
        ),
        (
            "规上工业增加值、社会消费品零售总额、固定资产投资均增长5%左右。",
            {("规模以上工业增加值（增幅）", "%"): "≈5", ("社会消费品零售总额（增幅）", "%"): "≈5", ("固定资产投资（增幅）", "%"): "≈5"},
            "three that grow by one number",
        ),
        ("粮食面积7135万亩、产量610亿斤以上。", {("粮食播种面积", "亩"): "71350000", ("粮食产量", "斤"): "≥61000000000"}, "the thing is named once"),
        ("地区生产总值增长预期目标为5.5%左右。", {("地区生产总值（增幅）", "%"): "≈5.5"}, "a target of a growth"),
        ("单位GDP能耗、用水量分别下降3%、4%。", {("单位地区生产总值能耗（降幅）", "%"): "3"}, "one verb for two"),
        ("地区生产总值增长5%以上、力争5.5%。", {("地区生产总值（增幅）", "%"): "≥5；5.5"}, "a second aim without a verb"),
        (
            "城镇新增就业30万人以上、城镇调查失业率5.5%左右。",
            {("城镇新增就业", "人"): "≥300000", ("城镇调查失业率", "%"): "≈5.5"},
            "a rate is not added",
        ),
        (
            "社会消费品零售总额突破1万亿元、增长5%。",
            {("社会消费品零售总额", "元"): ">1000000000000", ("社会消费品零售总额（增幅）", "%"): "5"},
            "level and growth",
        ),
    ],
)
def test_numbers_that_share_words(goals: str, expected: dict[tuple[str, str], str], why: str) -> None:
    rows = compared([report("云岚省", f"今年主要预期目标是：{goals}")])
    told: dict[tuple[str | None, str | None], str] = {}
    for row in rows["comparison"]:
        (cell,) = [str(value) for name, value in row.items() if "政府工作报告" in name and value]
        told[str(row["indicator_key"]), str(row["unit"])] = cell.replace(" (2026-12-31)", "")
    assert expected.items() <= told.items(), why


def test_growth_in_a_year_and_a_year_on_average() -> None:
    rows = compared(
        [report("云岚省", "今年主要预期目标是：地区生产总值增长5%左右。“十五五”时期，地区生产总值年均增长6%左右，到2030年单位GDP能耗累计下降14%。")]
    )
    keys = {row["indicator_key"] for row in rows["comparison_long"]}
    assert {"地区生产总值（增幅）", "地区生产总值（年均增幅）", "单位地区生产总值能耗（累计降幅）"} <= keys

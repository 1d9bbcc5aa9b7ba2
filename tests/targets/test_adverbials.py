"""Frames that commas cut up: how, on what ground or for whom the rest of a sentence is done."""

from __future__ import annotations

import pytest

from tests.targets.notation import told

DUE = "<到2025年=2025-12-31>，"

FRAMES = [
    ("全省将采取优化布局，推动合并等措施，提升治理效率", ["提升治理效率"], "measures summed up after several clauses"),
    ("通过兼并重组，淘汰落后产能等方式，产业结构更加优化", ["产业结构更加优化"], "ways"),
    ("借助集中采购，统一配送等途径，药品价格明显下降", ["药品价格明显下降"], "roads"),
    ("出台扶持措施，体系更加健全", ["出台扶持措施", "体系更加健全"], "measures that are issued are a result"),
    ("在能耗总量有所增长，电力需求持续上升的基础上，排放强度明显下降", ["排放强度明显下降"], "a ground"),
    ("在改造传统产业，淘汰落后产能的同时，新兴产业不断壮大", ["新兴产业不断壮大"], "a circumstance"),
    ("在确保质量安全，稳定供应的前提下，价格水平稳步下降", ["价格水平稳步下降"], "a condition"),
    ("在用地条件允许，资金来源落实的情况下，建成三座水厂", ["建成三座水厂"], "another"),
    ("在线监测全面覆盖，治理基础更加牢固", ["在线监测全面覆盖", "治理基础更加牢固"], "在 inside a word opens none"),
    ("除山区县，边境乡镇以外，各县全部达标", ["各县全部达标"], "an exception"),
    ("对转出或者报废旧车，在本市购买新车的个人给予一次性补助", [], "whom a benefit is for"),
    ("各市借鉴试点地区经验，建立审批制度", ["建立审批制度"], "whose example is followed"),
    ("各县参照省级流程示范文本，制定流程图", ["制定流程图"], "which model is followed"),
    ("城市按“三百米见绿”的标准，公园布局更加均衡", ["公园布局更加均衡"], "by which standard"),
    ("结合上述措施推进实施，排放总量明显下降", ["排放总量明显下降"], "with what"),
]


@pytest.mark.parametrize(("clauses", "expected", "why"), FRAMES)
def test_frames(clauses: str, expected: list[str], why: str) -> None:
    assert told(f"{DUE}{clauses}。") == [f"L 2025-12-31 {clause}" for clause in expected], why

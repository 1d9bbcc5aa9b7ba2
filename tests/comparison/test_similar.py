"""Indicators in other words are joined; what may be another thing is not."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest

from pipeline.comparison.compare import Statement
from pipeline.comparison.similar import joined


def said(key: str, policy: str, **more: Any) -> Statement:
    known: dict[str, Any] = {"indicator": key, "unit": "%", "comparator": "ge", "value": Decimal(5), "value_max": None, "due": None}
    known |= {"doc_id": policy, "source": policy, "rank": 0, "start": 0, "end": 1, "text": key}
    return Statement(policy_id=policy, key=key, **(known | more))


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("潮汐秸秆年利用率", "潮汐秸秆利用率", "年 a year"),
        ("云潮坊的节水器具覆盖率", "云潮坊节水器具覆盖率", "a particle"),
        ("国家级潮汐创新中心数量", "国家级潮汐创新中心", "how many there are"),
        ("国家级潮汐创新中心", "国家潮汐创新中心", "the state's level in two words"),
        ("广播电视人口综合覆盖率", "广播电视综合人口覆盖率", "the same words in another order"),
        ("潮汐能发电装机比重", "潮汐能装机比重", "what is installed generates"),
        ("潮汐旅游业收入（增幅）", "潮汐旅游收入（增幅）", "two growths"),
    ],
)
def test_similar_indicators_are_joined(one: str, other: str, why: str) -> None:
    first, second = joined([said(one, "甲"), said(other, "乙")])
    assert first.key == second.key, why
    moved = first if first.origin != "same words" else second
    assert moved.origin.startswith(f"similar to “{moved.key}” (0.")


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("省级潮汐创新中心", "市级潮汐创新中心", "another level"),
        ("国家级潮汐创新中心", "省级潮汐创新中心", "another level"),
        ("城镇潮汐用水普及率", "农村潮汐用水普及率", "town and country"),
        ("规上潮汐工业收入", "潮汐工业收入", "large firms and all"),
        ("重点潮汐企业", "潮汐企业", "some and all"),
        ("10万千瓦以上潮汐电站", "10万千瓦以下潮汐电站", "above and below"),
        ("10万千瓦潮汐电站", "30万千瓦潮汐电站", "another size"),
        ("青汀市污水处理率", "沧渚市污水处理率", "another place"),
        ("非潮汐能源比重", "潮汐能源比重", "a negation"),
        ("大型潮汐灌区防渗率", "中型潮汐灌区防渗率", "another size in words"),
        ("潮汐产业占海洋产业比重", "海洋产业占潮汐产业比重", "a share turned round"),
        ("潮汐旅游收入", "潮汐旅游收入（增幅）", "level and growth"),
        ("潮汐旅游收入（增幅）", "潮汐旅游收入（年均增幅）", "in one year and a year on average"),
        ("潮汐高中教育毛入学率", "潮汐高等教育毛入学率", "another school"),
    ],
)
def test_other_indicators_are_not(one: str, other: str, why: str) -> None:
    assert [statement.key for statement in joined([said(one, "甲"), said(other, "乙")])] == [one, other], why


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"unit": "家"}, "another unit"),
        ({"subject": "石化产业"}, "another subject"),
        ({"settled": True}, "named by the user, or bare"),
        ({"value": None, "comparator": None}, "a state to reach"),
    ],
)
def test_what_keeps_the_same_words_apart(more: dict[str, Any], why: str) -> None:
    one, other = "潮汐秸秆年利用率", "潮汐秸秆利用率"
    assert [statement.key for statement in joined([said(one, "甲", **more), said(other, "乙")])] == [one, other], why


def test_a_concept_gives_the_name_and_keeps_it() -> None:
    statements = joined([said("潮汐能利用率", "甲", concept="潮汐能利用率"), said("潮汐能年利用率", "乙"), said("潮汐能的年利用率", "丙")])
    assert {statement.key for statement in statements} == {"潮汐能利用率"}


def test_the_order_of_documents_does_not_matter() -> None:
    """Of several wordings that of most policies holds, then the shortest."""
    told = [said("潮汐秸秆年利用率", "甲"), said("潮汐秸秆利用率", "乙"), said("潮汐秸秆年利用率", "丙"), said("潮汐秸秆的利用率", "丁")]
    for order in permutations(told):
        assert {statement.key for statement in joined(order)} == {"潮汐秸秆年利用率"}

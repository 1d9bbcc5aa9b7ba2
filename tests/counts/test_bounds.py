"""Bound words away from the number: read, but not part of the text."""

from __future__ import annotations

import pytest

from extractors.counts.counting import find_counts
from extractors.counts.quantities.bounds import after_at, before_at, far_bound
from extractors.records import Facts
from tests.counts.test_exclusions import spans

FAR = [
    ("每家上限企业奖励10万元。", "10万元", "eq", "上限企业 are those above a limit"),
    ("4000吨/日规模及以上的应达标。", "4000吨/日", "ge", "the size that is bounded behind its name"),
    ("关停4000吨/日规模以下的窑炉。", "4000吨/日", "le", "from above too"),
    ("达到4000吨/日规模后，以上各项停止。", "4000吨/日", "eq", "not where other words stand between"),
    ("奖励金额最高新台币十万元。", "十万元", "le", "with the currency between"),
    ("给予不超过总投资30%的补助。", "30%", "le", "a part of something that is named"),
    ("收入未超过最低生活费二点五倍者。", "二点五倍", "le", "so many times of something"),
    ("补助金额不得逾总经费百分之四十九。", "百分之四十九", "le", "literary"),
    ("甲、乙占比分别达到40%、80%以上。", "40%", "ge", "以上 holds for all that is dealt out"),
    ("甲、乙占比分别达到40%和80%左右。", "40%", "eq", "左右 does not"),
    ("先增长35%，再增长75%以上。", "35%", "eq", "no list"),
    ("甲、乙、丙分别约46万吨、3万吨、19万吨。", "19万吨", "approx", "约 before a list that is dealt out"),
    ("突破30项“卡脖子”技术。", "30项", "eq", "what is broken through"),
    ("按不低于采购金额的30%预付。", "30%", "ge", "a part of something that is bounded"),
    ("将不超过总编制的30%用于聘请。", "30%", "le", "likewise"),
    ("到明年至少建成20个。", "20个", "ge", "a verb between"),
    ("各县至少要办好1所学校。", "1所", "ge", "more between"),
    ("比例最高可达10%。", "10%", "le", "at most"),
    ("最高给予200元补助。", "200元", "le", "at most so much money"),
    ("支持比例上限提高至80%。", "80%", "le", "an upper limit"),
    ("每人补助额度至多为新台币一万元。", "一万元", "le", "with the currency between"),
    ("保额不得低于新台币二百万元。", "二百万元", "ge", "likewise"),
    ("报酬应不低于中央、省级资金的15%。", "15%", "ge", "a part of a list"),
    ("补助不超过总经费百分之八十。", "百分之八十", "le", "百分之 needs no 的"),
    ("每案最高以二万元为原则。", "二万元", "le", "最高以"),
    ("至少为六至三十人。", "六至三十人", "eq", "a range has both its ends"),
    ("每队以二名为限。", "二名", "le", "a limit after the number"),
    ("失业率控制在5%。", "5%", "le", "held at is a cap"),
    ("失业率控制在5.5%左右。", "5.5%左右", "approx", "unless 左右 says otherwise"),
    ("消费量约为46公斤。", "46公斤", "approx", "about, with a verb"),
    ("能耗约占全省71%。", "71%", "approx", "about, with a verb and a noun"),
    ("自筹款项未达总经费百分之二十以上者。", "百分之二十以上", "lt", "not reached wins over 以上"),
    ("比例分别不低于50%、70%。", "70%", "ge", "shared by a list"),
    ("增幅高于全国0.7个百分点。", "0.7个百分点", "eq", "a distance is no bound"),
    ("达到90%以上。", "90%以上", "ge", "达到 says nothing"),
    ("最多跑一次、一窗办等三个阶段。", "三个", "eq", "a bound word of another thing"),
    ("含硫量高出大机组1—2倍。", "1—2倍", "eq", "a distance in multiples"),
    ("床位不少于县域内每千人口1.4张。", "1.4张", "ge", "reckoned by heads between"),
    ("至少选择1家医院或2所学校。", "2所", "ge", "at least one or the other"),
    ("至少选择1家医院，建成2所学校。", "2所", "eq", "another clause"),
    ("补助不得逾申请额度二分之一。", "二分之一", "le", "a spelled fraction"),
    ("未达标城市浓度为47微克/立方米。", "47微克/立方米", "eq", "未达标 names cities and bounds nothing"),
    ("每户最高额度增加4000元。", "4000元", "eq", "a cap that is raised by so much"),
    ("每户最高额度提高到4000元。", "4000元", "le", "and one that is raised to it"),
    ("淘汰30万千瓦以下（不含）机组。", "30万千瓦以下（不含）", "lt", "a limit that is itself left out"),
    ("新增65吨以上（不含65吨）锅炉。", "65吨以上（不含65吨）", "gt", "likewise"),
    ("返还比例由60%最高提至90%。", "90%", "le", "最高 before 提至"),
    ("顺延里程超过检测路线里程30%，应报批。", "30%", "gt", "a part of a length that is named"),
    ("产值超过全省平均30%。", "30%", "eq", "how far from another's is a distance"),
    ("收看不到电视的村有55个。", "55个", "eq", "a verb that fails bounds nothing"),
    ("监管不到位的企业20家。", "20家", "eq", "nor does 不到位"),
    ("得于四千万元范围内补助。", "四千万元", "le", "within a sum"),
    ("对500米范围内的住户摸底。", "500米", "eq", "within a distance is where, not how much"),
    ("补助不得逾计划书所载总经费之百分之四十九。", "百分之四十九", "le", "之 for 的"),
    ("占比达到20%或更多。", "20%或更多", "ge", "or more"),
    ("字画差不多50万元。", "差不多50万元", "approx", "nearly"),
    ("最高贷款限额从20万元提高到40万元。", "20万元", "eq", "the level that a limit is raised from"),
]


@pytest.mark.parametrize(("text", "written", "comparator", "why"), FAR)
def test_far_bound(text: str, written: str, comparator: str, why: str) -> None:
    """The comparator of the count whose text is `written`."""
    found = {count.text: count.comparator for count in find_counts(text, Facts(), spans(text))}
    assert found.get(written) == comparator, why


def test_before_at_gives_the_beginning_of_the_word() -> None:
    """Offsets count characters, a stray space included."""
    assert before_at("达到不超过 30人", 6) == ("le", 2)
    assert before_at("节约30人", 2) is None


def test_after_at_gives_the_end_of_the_word() -> None:
    """The bracket that says the number is included belongs to the bound."""
    assert after_at("3人（含）以上者", 2) == ("ge", 7)
    assert after_at("3人参加", 2) is None


def test_far_bound_stops_at_the_floor() -> None:
    """Words before the clause are not read."""
    text = "至少三家，建成20个"
    assert far_bound(text, 5, 7, 10) is None
    assert far_bound(text, 0, 2, 4) == "ge"

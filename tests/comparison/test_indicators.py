"""Two policies that set the same thing have the same key, and different things have different ones.

A row is `(one, other, why)`. An indicator may be written with its verb and unit: `指标|增长|%` is the amount by which it grows, `指标||家` a
level in 家, `指标|新增|家` what is added to it.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.comparison import indicators
from pipeline.comparison.indicators import Names, clause_key, indicator_key

_CHANGES = ("增长", "下降", "提高", "降低", "上涨", "提升")


def key(written: str) -> str:
    """The key of an indicator as the rows below write it."""
    indicator, action, unit = (*written.split("|"), "", "")[:3]
    return indicator_key(indicator, action or None, action in _CHANGES, unit=unit or None).name


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        # How a thing is written.
        ("数据中心", "“数据中心”", "quotes"),
        ("数据中心", "数据 中心", "spaces"),
        ("全省数据中心", "数据中心", "the province the policy is for"),
        ("我市的数据中心", "数据中心", "the city too"),
        ("辖区内数据中心", "数据中心", "what it governs"),
        ("其中数据中心", "数据中心", "a part of what was named before"),
        ("数据中心（机房）", "数据中心", "an explanation in brackets"),
        ("5Ｇ基站", "5g基站", "width and case"),
        ("正常年景下粮食产量", "粮食产量", "the usual reserve"),
        ("年景下粮食产量", "粮食产量", "what is left of it"),
        ("甲产业和乙产业产值", "甲产业、乙产业产值", "a conjunction and a mark"),
        ("甲产业以及乙产业产值", "甲产业及乙产业产值", "two conjunctions"),
        ("绿色建筑占比", "绿色建筑比例", "two words for a share"),
        ("绿色建筑占新建建筑的比重", "绿色建筑占新建建筑比重", "a particle"),
        ("节水器具覆盖面", "节水器具覆盖率", "two words for coverage"),
        ("县级及以上水源达标率", "县级以上水源达标率", "及以上 is 以上"),
        ("海洋经济占全省GDP比重||%", "海洋经济占地区生产总值||%", "of the province's own product, with 比重 left out"),
        ("新增停车位||个", "停车位|新增|个", "an addition in the name or as a verb"),
        ("停车位新增量|新增|个", "停车位量|新增|个", "both"),
        ("潮汐能装机||千瓦", "潮汐能装机容量||千瓦", "a word left out"),
        ("潮汐能装机规模||千瓦", "潮汐能装机容量||千瓦", "two words for it"),
        ("制（修）订国家标准||项", "国家标准||项", "how a standard comes about"),
        ("主导或参与制定国际标准和国家标准||项", "国际标准、国家标准||项", "and who made it"),
        ("制（修）订国际标准、国家标准、行业标准或地方标准||项", "参与制定国际标准、国家标准、行业标准和地方标准||项", "four kinds in one order"),
        ("新发布地方标准及团体标准||项", "地方标准、团体标准||项", "published or not"),
        # Product and growth.
        ("GDP", "地区生产总值", "two names of one thing"),
        ("GDP增速", "地区生产总值增长", "growth of two names of one concept"),
        ("生产总值预期增长||%", "GDP增速||%", "expected growth"),
        ("地区生产总值|增长|%", "GDP|增长|%", "growth by the verb"),
        ("地区生产总值|增长|%", "经济|增长|%", "经济增长5%"),
        ("经济增速||%", "地区生产总值增速||%", "the same as a noun"),
        ("全省生产总值|增长|%", "全市生产总值|增长|%", "each its own"),
        ("地区生产总值||%", "地区生产总值|增长|%", "增长5%以上、力争5.5%: per cent of an amount is its growth"),
        ("国内生产总值|增长|%", "生产总值|增长|%", "the nation's name for it"),
        ("经济总量||元", "地区生产总值||元", "its amount"),
        ("人均GDP||元", "人均地区生产总值||元", "a head"),
        ("GDP年均增速||%", "地区生产总值年均增长||%", "a year on average"),
        # Headline targets of government reports.
        ("城镇新增就业||人", "新增城镇就业||人", "jobs"),
        ("城镇新增就业|新增|人", "城镇新增就业||人", "the addition is in the name"),
        ("城镇就业|新增|人", "城镇新增就业||人", "新增城镇就业"),
        ("城镇新增就业目标||人", "城镇新增就业||人", "a target is what it is a target of"),
        ("城镇调查失业率||%", "调查失业率||%", "unemployment by survey"),
        ("CPI涨幅||%", "居民消费价格||%", "a growth that has a name of its own"),
        ("居民消费价格指数涨幅||%", "居民消费价格|上涨|%", "prices"),
        ("居民消费价格总水平|上涨|%", "CPI||%", "prices at large"),
        ("物价涨幅||%", "居民消费价格涨幅||%", "prices in short"),
        ("地方一般公共预算收入|增长|%", "一般公共预算收入|增长|%", "revenue"),
        ("一般公共预算收入同口径|增长|%", "一般公共预算收入|增长|%", "on the same basis"),
        ("规上工业增加值|增长|%", "全省规模以上工业增加值|增长|%", "an abbreviation"),
        ("规模以上工业增加值增速||%", "规上工业增加值|增长|%", "as a noun"),
        ("全社会固定资产投资|增长|%", "固定资产投资|增长|%", "investment"),
        ("固投|增长|%", "固定资产投资|增长|%", "in short"),
        ("社零总额|增长|%", "社会消费品零售总额|增长|%", "retail"),
        ("社会消费品零售额|增长|%", "社会消费品零售总额|增长|%", "retail, a letter less"),
        ("外贸进出口总值|增长|%", "货物进出口总额|增长|%", "what trade is called"),
        ("进出口|增长|%", "外贸进出口|增长|%", "in short"),
        ("粮食总产||吨", "粮食产量||吨", "grain"),
        ("粮食总产量||斤", "粮食产量||斤", "in the other unit"),
        ("居民收入|增长|%", "全体居民人均可支配收入|增长|%", "incomes"),
        ("城镇常住居民人均可支配收入|增长|%", "城镇居民人均可支配收入|增长|%", "of townsfolk"),
        ("农民人均纯收入|增长|%", "农村居民人均可支配收入|增长|%", "of villagers, the older name"),
        ("单位GDP能耗|下降|%", "万元地区生产总值能耗|降低|%", "energy"),
        ("能耗强度|下降|%", "单位生产总值能耗|下降|%", "energy in short"),
        ("碳排放强度|下降|%", "单位GDP二氧化碳排放|下降|%", "carbon"),
        ("单位地区生产总值能耗降幅||%", "单位GDP能耗|下降|%", "a fall as a noun"),
        # Innovation.
        ("研发投入强度||%", "全社会研发经费投入占GDP比重||%", "the share of research"),
        ("R&D经费占GDP比重||%", "研究与试验发展经费投入强度||%", "in letters"),
        ("全社会研发经费支出相当于全市生产总值的比例||%", "研发经费投入强度||%", "a share spelled out and its name"),
        ("研发经费占地区生产总值的比重||%", "研发投入强度||%", "with a particle"),
        ("全社会研发投入|增长|%", "研发经费投入|增长|%", "its growth"),
        ("高新技术企业数量||家", "高新技术企业||家", "how many there are"),
        ("国家高新技术企业总数||家", "高企||家", "all of them"),
        ("“专精特新”中小企业||家", "省级专精特新中小企业||家", "provinces name them"),
        ("国家级专精特新“小巨人”企业||家", "“小巨人”企业||家", "the state names these"),
        ("技术合同成交金额||元", "技术合同成交额||元", "contracts"),
        ("万人有效发明专利拥有量||件", "每万人口发明专利拥有量||件", "patents a head"),
        ("万人高价值发明专利拥有量||件", "每万人口高价值发明专利拥有量||件", "those worth more"),
        ("5G基站数量||个", "5G基站||个", "masts"),
        ("数字经济核心产业增加值占GDP比重||%", "数字经济核心产业占比||%", "the digital core"),
        # People.
        ("城镇化率||%", "常住人口城镇化率||%", "towns"),
        ("平均预期寿命||岁", "人均预期寿命||岁", "life"),
        ("每千人口拥有执业医师数||人", "每千人口执业（助理）医师数||人", "doctors"),
        ("高中阶段毛入学率||%", "高中阶段教育毛入学率||%", "schools"),
        ("义务教育巩固率||%", "九年义务教育巩固率||%", "nine years of it"),
        ("老旧小区||个", "城镇老旧小区改造||个", "houses"),
        ("旅游收入||元", "旅游总收入||元", "visitors' money"),
        # Land and air.
        ("高标准农田面积||亩", "高标准农田||亩", "good fields"),
        ("农田灌溉水利用系数||", "农业灌溉用水有效利用系数||", "water on fields"),
        ("耕种收综合机械化率||%", "主要农作物耕种收综合机械化率||%", "machines on them"),
        ("农作物秸秆综合利用率||%", "秸秆综合利用率||%", "straw"),
        ("空气优良天数比率||%", "空气质量优良天数比例||%", "good air"),
        ("环境空气质量优良天数比例||%", "优良天数比例||%", "the air around"),
        ("PM2.5浓度", "细颗粒物（PM2.5）浓度", "a name and its sign"),
        ("国考断面水质优良比例||%", "地表水优良水质断面比例||%", "good water"),
        ("工业固废综合利用率||%", "一般工业固体废弃物综合利用率||%", "waste"),
        ("非化石能源占一次能源消费比重||%", "非化石能源消费比重||%", "clean energy"),
        ("非化石能源占能源消费总量的比重||%", "非化石能源占比||%", "clean energy, written out"),
        ("风电装机规模||千瓦", "风电装机||千瓦", "wind"),
        ("高速公路总里程||公里", "高速公路通车里程||公里", "roads"),
        ("高速公路||公里", "高速公路通车里程||公里", "a length of road"),
        ("铁路通车里程||公里", "铁路营业里程||公里", "rails"),
    ],
)
def test_one_indicator(one: str, other: str, why: str) -> None:
    assert key(one) == key(other), why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        # Level, growth, fall, addition, and what they are told by.
        ("产值|达到|元", "产值|增长|%", "a level and its growth"),
        ("地区生产总值||元", "地区生产总值增长||%", "of a concept too"),
        ("能耗|提高|%", "能耗|下降|%", "a growth and a fall"),
        ("基站|建成|个", "基站|新增|个", "a stock and an addition"),
        ("地区生产总值|增长|%", "地区生产总值年均增长||%", "in one year and a year on average"),
        ("单位GDP能耗|下降|%", "单位GDP能耗累计下降||%", "in one year and over all"),
        ("城镇化率||%", "城镇化率|提高|百分点", "a rate and how it rises"),
        # Of whom and of what.
        ("地区生产总值|增长|%", "人均地区生产总值|增长|%", "all and a head"),
        ("粮食产量||吨", "粮食综合生产能力||吨", "what is harvested and what could be"),
        ("粮食产量||吨", "粮食播种面积||亩", "grain and the land for it"),
        ("居民人均可支配收入|增长|%", "城镇居民人均可支配收入|增长|%", "all and townsfolk"),
        ("城镇居民人均可支配收入|增长|%", "农村居民人均可支配收入|增长|%", "townsfolk and villagers"),
        ("城镇调查失业率||%", "城镇登记失业率||%", "two counts of the unemployed"),
        ("城镇新增就业||人", "失业人员再就业||人", "jobs and jobs regained"),
        ("一般公共预算收入|增长|%", "一般公共预算支出|增长|%", "earned and spent"),
        ("一般公共预算收入|增长|%", "财政总收入|增长|%", "the local share and all of it"),
        ("规上工业增加值|增长|%", "工业增加值|增长|%", "large firms and all"),
        ("规上工业增加值|增长|%", "规上工业总产值|增长|%", "value added and output"),
        ("固定资产投资|增长|%", "工业投资|增长|%", "all and one branch"),
        ("固定资产投资|增长|%", "民间投资|增长|%", "all and private"),
        ("社会消费品零售总额|增长|%", "限额以上消费品零售额|增长|%", "all shops and large ones"),
        ("社会消费品零售总额|增长|%", "网上零售额|增长|%", "all and on line"),
        ("进出口总额|增长|%", "出口总额|增长|%", "both ways and one"),
        ("出口总额|增长|%", "进口总额|增长|%", "out and in"),
        ("进出口总额|增长|%", "服务贸易进出口总额|增长|%", "goods and services"),
        ("进出口总额|增长|%", "跨境电商进出口|增长|%", "all and on line"),
        ("实际使用外资||美元", "对外直接投资||美元", "in and out"),
        # Shares of different things.
        ("高新技术产业增加值占GDP比重||%", "高新技术产业增加值占规上工业增加值比重||%", "of the product and of industry"),
        ("战略性新兴产业增加值占GDP比重||%", "战略性新兴产业增加值占规模以上工业增加值比重||%", "the same of new industries"),
        ("战略性新兴产业增加值||元", "战略性新兴产业增加值占比||%", "an amount and a share"),
        ("数字经济增加值占GDP比重||%", "数字经济核心产业增加值占GDP比重||%", "the digital economy and its core"),
        ("研发经费投入||元", "研发经费投入强度||%", "an amount and an intensity"),
        ("研发投入强度||%", "规上工业企业研发投入强度||%", "everyone's and industry's"),
        ("研发投入强度||%", "基础研究经费占研发经费比重||%", "research and basic research"),
        ("科技进步贡献率||%", "农业科技进步贡献率||%", "all and farming"),
        ("甲产业占乙产业比重||%", "乙产业占甲产业比重||%", "of which which"),
        # Levels and sorts that must stay apart.
        ("新型研发机构||家", "省级新型研发机构||家", "all and the province's"),
        ("省级工业互联网平台||个", "国家级工业互联网平台||个", "the province's and the state's"),
        ("重点实验室||家", "国家重点实验室||家", "the state's"),
        ("省级制造业创新中心||家", "市级制造业创新中心||家", "the province's and the city's"),
        ("专精特新中小企业||家", "专精特新“小巨人”企业||家", "many and few"),
        ("高新技术企业||家", "科技型中小企业||家", "two lists"),
        ("规上企业||家", "规上工业企业||家", "all large firms and industrial ones"),
        ("充电桩||个", "公共充电桩||个", "all and public"),
        ("上市公司||家", "境内上市公司||家", "everywhere and at home"),
        ("有效发明专利||件", "高价值发明专利||件", "all and those worth more"),
        ("国家标准||项", "国际标准||项", "two kinds"),
        ("国际标准和国家标准||项", "地方标准及团体标准||项", "two pairs of kinds"),
        ("国际标准、国家标准、行业标准或地方标准||项", "国际标准和国家标准||项", "four kinds and two"),
        ("地方标准||项", "农业地方标准||项", "a field"),
        ("标准体系||个", "标准||个", "a system of standards"),
        ("第二产业增加值|增长|%", "第三产业增加值|增长|%", "two sectors"),
        ("第一产业增加值|增长|%", "农林牧渔业增加值|增长|%", "two counts of farming"),
        ("生活垃圾回收利用率||%", "生活垃圾资源化利用率||%", "two measures"),
        ("生活垃圾回收利用率||%", "生活垃圾无害化处理率||%", "used and made harmless"),
        ("城市污水处理率||%", "城镇污水处理率||%", "cities and towns"),
        ("城市污水处理率||%", "县城污水处理率||%", "cities and county seats"),
        ("农村生活污水治理率||%", "农村自来水普及率||%", "out and in"),
        ("农村卫生厕所普及率||%", "农村无害化卫生厕所普及率||%", "a narrower sort"),
        ("森林覆盖率||%", "林木覆盖率||%", "two measures of wood"),
        ("森林覆盖率||%", "林草覆盖率||%", "with grass"),
        ("森林蓄积量||立方米", "活立木蓄积量||立方米", "two measures of timber"),
        ("造林面积||亩", "营造林面积||亩", "planted, and tended too"),
        ("水土保持率||%", "水土流失治理率||%", "two rates"),
        ("空气质量优良天数比例||%", "地表水优良水质断面比例||%", "air and water"),
        ("单位GDP能耗|下降|%", "单位工业增加值能耗|下降|%", "all and industry"),
        ("单位GDP能耗|下降|%", "单位GDP用水量|下降|%", "energy and water"),
        ("单位GDP能耗|下降|%", "单位GDP二氧化碳排放|下降|%", "energy and carbon"),
        ("能源消费总量||吨标准煤", "煤炭消费总量||吨标准煤", "all and coal"),
        ("风电装机||千瓦", "光伏装机||千瓦", "wind and sun"),
        ("光伏发电装机||千瓦", "太阳能发电装机||千瓦", "cells, and heat too"),
        ("港口货物吞吐量||吨", "沿海港口货物吞吐量||吨", "all ports and the sea's"),
        ("铁路营业里程||公里", "高速铁路营业里程||公里", "all and fast"),
        ("农村公路||公里", "公路||公里", "a qualifier that narrows"),
        ("小（一）型水库||座", "小型水库||座", "a class in brackets"),
        ("接待游客||人次", "接待入境游客||人次", "all and from abroad"),
        ("旅游总收入||元", "国内旅游收入||元", "all and at home"),
        ("养老床位||张", "每千名老年人养老床位数||张", "beds and beds a head"),
        ("出口||家", "出口总额||元", "a unit that the concept does not have"),
        ("基本养老保险参保率||%", "基本医疗保险参保率||%", "two insurances"),
        ("学前教育毛入园率||%", "高中阶段教育毛入学率||%", "two schools"),
        ("亩均税收||元/亩", "亩均增加值||元/亩", "two things an acre"),
    ],
)
def test_different_indicators(one: str, other: str, why: str) -> None:
    assert key(one) != key(other), why


@pytest.mark.parametrize(
    ("indicator", "region", "expected", "why"),
    [
        ("云岚省数据中心", "云岚省", "数据中心", "the policy's own place"),
        ("云岚数据中心", "云岚省", "数据中心", "by its short name"),
        ("青汀市数据中心", "云岚省", "青汀市数据中心", "a part of it stays"),
        ("云岚省", "云岚省", "云岚省", "nothing but the place"),
        ("“云岚标准”", "云岚省", "云岚标准", "a name that has the place in it"),
        ("全国、省级研究中心", "云岚省", "全国、省级研究中心", "one of two levels is no filler"),
    ],
)
def test_the_policys_own_region_goes(indicator: str, region: str, expected: str, why: str) -> None:
    assert indicator_key(indicator, region=region).name == expected, why


def test_a_state_to_reach() -> None:
    assert clause_key("云岚将初步建成“云平台”", "云岚省") == clause_key("初步建成云平台")
    assert clause_key("产值实现增长") == "产值实现增长"


def test_growth_as_noun_and_as_verb() -> None:
    assert indicator_key("产值增速").name == indicator_key("产值", "增长", True).name == "产值（增幅）"
    assert indicator_key("产值年均增长").name == indicator_key("产值", "增长", True, basis="年均").name == "产值（年均增幅）"


@pytest.mark.parametrize(
    ("indicator", "names", "expected"),
    [
        ("数据中心", Names(), ("数据中心", "same words", "")),
        ("GDP", Names(), ("地区生产总值", "concept 地区生产总值 (GDP)", "地区生产总值")),
        ("地区生产总值", Names(), ("地区生产总值", "concept 地区生产总值", "地区生产总值")),
        ("云潮坊产值", Names(terms=(("云潮坊", "潮坊"),)), ("潮坊产值", "user's file (云潮坊)", "")),
        ("智慧岛营收", Names(whole=(("智慧岛营收", "数据岛收入"),)), ("数据岛收入", "user's file (智慧岛营收)", "")),
        ("粮食总产", Names(whole=(("粮食总产", "粮食总产"),)), ("粮食总产", "user's file (粮食总产)", "")),
    ],
    ids=["words", "concept", "its name", "a user's term", "a user's join", "a user's parting"],
)
def test_a_key_says_how_it_came_about(indicator: str, names: Names, expected: tuple[str, str, str]) -> None:
    found = indicator_key(indicator, names=names)
    assert (found.name, found.origin, found.concept) == expected
    assert found.settled == (names != Names())


@given(st.text(min_size=1), st.none() | st.text(max_size=4), st.booleans())
def test_every_indicator_has_a_key(indicator: str, action: str | None, changed: bool) -> None:
    """Even one of punctuation alone."""
    assert indicator_key(indicator, action, changed).name
    assert "\n" not in indicator_key(f"{indicator}\n甲", action, changed).name


def test_no_name_belongs_to_two_concepts() -> None:
    """Each name leads to the concept it stands under, and there are enough of them for plans of every kind."""
    tables = tomllib.loads((Path(indicators.__file__).with_name("concepts.toml")).read_text(encoding="utf-8"))
    entries = {name: entry for table in tables.values() for name, entry in table.items()}
    assert len(entries) >= 150
    for name, entry in entries.items():
        unit = next(iter(entry["unit"].split()), None)
        for written in (name, *entry["also"].split()):
            assert indicator_key(written, unit=unit).name == name, f"{written} under {name}"

"""How far goals reach in a paragraph or a section: until a sentence tells of work; and what does not open goals at all."""

from __future__ import annotations

import pytest

from tests.targets.notation import told

OPENED = [
    (
        "分阶段推进。<到2020年=2020-12-31>，政策体系初步形成。茶站覆盖到大多数县，各市建成一批茶市。<到2022年=2022-12-31>，体系基本完善。支持茶农增收的机制基本完备，满足茶农需求。",
        [
            "L 2020-12-31 政策体系初步形成",
            "L 2020-12-31 茶站覆盖到大多数县",
            "L 2020-12-31 各市建成一批茶市",
            "L 2022-12-31 体系基本完善",
            "L 2022-12-31 支持茶农增收的机制基本完备",
            "L 2022-12-31 满足茶农需求",
        ],
        "one year after another: each has its sentences up to the next",
    ),
    (
        "完善设施。<到2020年=2020-12-31>，茶农收入稳步提高。大力推进茶旅融合，实现茶园提质增效。",
        ["L 2020-12-31 茶农收入稳步提高"],
        "one year alone, and work after it",
    ),
    (
        "<“十四五”期间=2021-01-01/2025-12-31>，治理河道{90公里:target}。建立通报机制。持续完善制度，基本实现全覆盖。",
        ["N 2025-12-31 治理河道90公里"],
        "a paragraph whose deadline opens it ends with the first sentence of work",
    ),
    (
        "<到2025年=2025-12-31>，体系基本建成。治理能力显著增强。加强宣传。公众意识明显提高。",
        ["L 2025-12-31 体系基本建成", "L 2025-12-31 治理能力显著增强"],
        "results before that sentence are its goals, those after it are none",
    ),
    (
        "@goal 二、目标\n<到2025年=2025-12-31>，体系基本建成。加强宣传。公众意识明显提高。",
        ["L 2025-12-31 体系基本建成", "L 2025-12-31 公众意识明显提高"],
        "under a heading of goals they go on after a sentence of work",
    ),
    (
        "主要目标是：<到2025年=2025-12-31>，体系基本建成。加强宣传。公众意识明显提高。",
        ["L 2025-12-31 体系基本建成", "L 2025-12-31 公众意识明显提高"],
        "so they do where goals are announced",
    ),
    (
        "推进创建，<到“十四五”末=2025-12-31>，学校实力显著增强。加快推进{7所:target}大学的学科建设，打造创新平台。",
        ["L 2025-12-31 学校实力显著增强", "N - 加快推进7所大学的学科建设"],
        "a sentence that begins with work is no result though it has a quantity",
    ),
    (
        "推进创建，<到2025年=2025-12-31>，学校实力显著增强。新增学科{3个:target}，打造创新平台。",
        ["L 2025-12-31 学校实力显著增强", "N 2025-12-31 新增学科3个", "L 2025-12-31 打造创新平台"],
        "one that begins with an act counted is",
    ),
    (
        "先行先试。力争<到2025年=2025-12-31>，改革取得重大成果。实现规划确定的主要目标，即人均产值达到{4万元:target}，绿化率提高{2个百分点:change}，用水量持续下降。",
        [
            "L 2025-12-31! 改革取得重大成果",
            "N 2025-12-31 即人均产值达到4万元",
            "N 2025-12-31 绿化率提高2个百分点",
            "L 2025-12-31 用水量持续下降",
        ],
        "a sentence that says what the goals met come to goes on with them",
    ),
    (
        "先行先试。力争<到2025年=2025-12-31>，改革取得重大成果。实现错位经营，人均产值达到{4万元:target}。",
        ["L 2025-12-31! 改革取得重大成果", "N - 人均产值达到4万元"],
        "one of something else does not",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), OPENED)
def test_paragraphs(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why


INDICATORS = [
    (
        "@goal 三、“十一五”发展目标\n<“十一五”期间=2006-01-01/2010-12-31>的目标是：\n@@goal 1、民生类指标\n——落实茶农补贴政策，茶农医保基本全覆盖。",
        ["L 2010-12-31 茶农医保基本全覆盖"],
        "a dashed item of a list of indicators, though it begins with work",
    ),
    (
        "@other 三、实施步骤\n@@task （二）开展试点\n<自2021年3月起至2022年底=2021-03-01/2022-12-31>，各县建成一批茶站。\n@@@task 1.开展托管试点\n建成{3家:target}茶站。",
        ["L 2022-12-31 各县建成一批茶站", "N 2022-12-31 建成3家茶站"],
        "the first words of a step date the quantities of its items",
    ),
    (
        "各县应于<7月5日前=2019-07-05>将总结送省茶办汇总，省茶办要全面总结经验，形成总结报告，上报省政府。",
        ["L 2019-07-05 各县应将总结送省茶办汇总"],
        "what somebody else has to do then",
    ),
    (
        "<4月=2019-04-01/2019-04-30>组织开展茶山观摩，由县领导带队深入茶山。",
        ["L 2019-04-30 组织开展茶山观摩"],
        "who leads it",
    ),
    ("于<6月底前=2019-06-30>，依旧规申请评估，其报告书，得视为本规定之报告书。", [], "what it is only taken for"),
    (
        "加快茶城升级；推进茶路建设，力争<2019年9月前=2019-08-31>通过县级验收并开放；提升茶桥通行效率，完善设施。",
        ["L 2019-08-31! 通过县级验收并开放"],
        "in a list of works a date of one item dates no other; an examination that is passed is a result",
    ),
    (
        "@goal 二、主要目标\n<到2025年=2025-12-31>，能力大幅提升。\n培育引进一批茶业大师，完善设施。",
        ["L 2025-12-31 能力大幅提升", "L 2025-12-31 培育引进一批茶业大师"],
        "a number, however vague, behind two verbs",
    ),
    ("<到2025年=2025-12-31>，茶业事故零增长并<逐年=every>减少。", ["L 2025-12-31 茶业事故零增长并逐年减少"], "how a goal is reached, year by year"),
]


@pytest.mark.parametrize(("text", "expected", "why"), INDICATORS)
def test_lists_and_steps(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why


GOALS = "@goal 二、主要目标\n<到2025年=2025-12-31>，能力大幅提升。\n"
SECTIONS = [
    (
        "推动园区联通，实现数据共享。提升保障能力，服务更加便捷。",
        ["L 2025-12-31 实现数据共享", "L 2025-12-31 服务更加便捷"],
        "change without an end among states",
    ),
    (
        "服务更加便捷，推动制度逐步完备，促进供给与需求相匹配。",
        [
            "L 2025-12-31 服务更加便捷",
            "L 2025-12-31 推动制度逐步完备",
            "L 2025-12-31 促进供给与需求相匹配",
        ],
        "unless it says what is reached",
    ),
    ("服务更加便捷，引领行业转型升级，促进企业建立可持续模式。", ["L 2025-12-31 服务更加便捷"], "which 持续 in 可持续 does not"),
    ("适度增加资源总量，完善保障体系，规范采购。服务更加便捷。", ["L 2025-12-31 服务更加便捷"], "nor is what is improved or put in order a state"),
    (
        "——建立分工明确的服务体系，促进居民享有均等服务。\n——体系建设。构建城市智慧平台。\n——完善供应体系，推动制度实施。",
        ["L 2025-12-31 建立分工明确的服务体系", "L 2025-12-31 促进居民享有均等服务", "L 2025-12-31 构建城市智慧平台"],
        "what a dashed goal builds, at its head or after its short title",
    ),
    ("除保护区外，车辆全部实现清洁化。", ["L 2025-12-31 车辆全部实现清洁化"], "an exception before the result"),
    ("加快建设铁路，实现各县通高铁。", ["L 2025-12-31 实现各县通高铁"], "what work among goals comes to"),
    (
        "加密航线，基本建成内河主通道，初步形成网络。",
        ["L 2025-12-31 基本建成内河主通道", "L 2025-12-31 初步形成网络"],
        "wherever it stands in the sentence",
    ),
    ("推动社会办医，基本满足群众就医需求。", ["L 2025-12-31 基本满足群众就医需求"], "a need met"),
    (
        "推动社会办医，打造一批特色医院，形成两个医疗集聚区。",
        ["L 2025-12-31 打造一批特色医院", "L 2025-12-31 形成两个医疗集聚区"],
        "all that closes a sentence of work is its outcome",
    ),
    ("打造特色医院集群，加强行业监管。", [], "what is built before more work is work"),
    ("发展先进交通文化，形成文明品牌，引领风尚。", ["L 2025-12-31 形成文明品牌"], "形成 is an outcome wherever it stands"),
    ("推动产业转型，打造绿色低碳园区。", ["L 2025-12-31 打造绿色低碳园区"], "something new at the end"),
    ("推动产业转型，加强园区建设。", [], "work alone comes to nothing that could be reached"),
    ("@@other 推进绿道连通。|\n拆除部分围栏，打造开放环境；建设林荫道{20条:target}。", ["N 2025-12-31 建设林荫道20条"], "work under its own heading"),
    (
        "@@other 推进绿道连通。|\n慢行环境明显改善，打造开放空间。",
        ["L 2025-12-31 慢行环境明显改善", "L 2025-12-31 打造开放空间"],
        "a state told there is a goal all the same",
    ),
    (
        "创新环境进一步优化，重点行业取得突破。",
        ["L 2025-12-31 创新环境进一步优化", "L 2025-12-31 重点行业取得突破"],
        "a subject that begins like a verb",
    ),
    ("推动能力显著增强。", [], "a verb before a state makes it work"),
    ("形成供给体系，保障消费安全。", ["L 2025-12-31 形成供给体系", "L 2025-12-31 保障消费安全"], "what a result secures"),
    ("产业结构优化，三次产业比例达到13∶47∶40。", ["L 2025-12-31 产业结构优化", "L 2025-12-31 三次产业比例达到13∶47∶40"], "a ratio is one figure"),
    (
        "健康服务加快发展，初步形成新业态。",
        ["L 2025-12-31 健康服务加快发展", "L 2025-12-31 初步形成新业态"],
        "发展 with its manner is a state",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), SECTIONS)
def test_work_among_goals(text: str, expected: list[str], why: str) -> None:
    assert told(GOALS + text) == ["L 2025-12-31 能力大幅提升", *expected], why


UNGOVERNED = [
    ("落实<2030年前=2029-12-31>碳达峰目标，制定实施方案。", [], "a goal set elsewhere that is carried out"),
    ("围绕<2035年=2035-01-01/2035-12-31>基本实现现代化的目标，体系更加健全。", [], "one that work is centred on"),
    ("如期实现<2030年前=2029-12-31>碳达峰目标。", ["L 2029-12-31 如期实现碳达峰目标"], "one that is itself to be reached"),
    ("预计<到2025年=2025-12-31>，需求总量明显增加，压力进一步加大。", [], "a forecast opens no goals"),
    (
        "<“十四五”时期=2021-01-01/2025-12-31>推动转型，要以高质量发展为主题，深化信息融合，培育新兴产业。",
        [],
        "a sentence of guiding thought about a period",
    ),
    (
        "<到2025年=2025-12-31>，以绿色低碳为主线，产业结构更加优化。",
        ["L 2025-12-31 产业结构更加优化"],
        "a date by which something is to be sets goals there too",
    ),
    (
        "@other 结合规划<年内=2022-01-01/2022-12-31>完成报批阶段储备，形成接续机制|\n打造服务平台，项目全部开工。",
        ["L 2022-12-31 结合规划完成报批阶段储备", "L 2022-12-31 形成接续机制"],
        "a sentence for a title dates nothing under it",
    ),
    ("@other 二、<今年=2020-01-01/2020-12-31>主要目标和下一阶段工作部署\n坚决打好攻坚战，全面建成小康社会。", [], "nor does one as much about work"),
    (
        "@other 二、<今年=2020-01-01/2020-12-31>工作目标\n就业形势稳定，全面建成小康社会。",
        ["L 2020-12-31 就业形势稳定", "L 2020-12-31 全面建成小康社会"],
        "the goals of work are goals",
    ),
    (
        "@other 二、检测 各地统一于<7—8月=2018-07-01/2018-08-31>开展工作\n每村采集土壤{1份:target}。",
        ["N - 每村采集土壤1份"],
        "a heading in which months stand is no heading over a year",
    ),
    ("@goal 二、目标\n<到2025年=2025-12-31>，能力增强。\n专栏1 “十四五”发展主要指标", ["L 2025-12-31 能力增强"], "the caption of a box"),
    ("附件\n<2021年=2021-01-01/2021-12-31>民生实事分解任务\n", [], "a line that is a title the outline may have missed"),
    ("<2014年=2014-01-01/2014-12-31>建设内容\t<2014年=2014-01-01/2014-12-31>计划投资（万元）责任部门", [], "the head of a table"),
]


@pytest.mark.parametrize(("text", "expected", "why"), UNGOVERNED)
def test_what_opens_no_goals(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why


PRINCIPLES = [
    (
        "@principle 二、总体思路\n@@other 优化能源结构|\n<2017年=2017-01-01/2017-12-31>全面淘汰燃煤锅炉，完成改造任务。",
        ["L 2017-12-31 全面淘汰燃煤锅炉", "L 2017-12-31 完成改造任务"],
        "a heading of work under a chapter of principles holds a task",
    ),
    (
        "@principle 二、总体思路\n@@other 绿色引领|\n<“十四五”时期=2021-01-01/2025-12-31>，推动转型，构建体系。",
        [],
        "one that names a principle does not",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), PRINCIPLES)
def test_work_under_principles(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why


YEARLY = [
    (
        "<到2022年=2022-12-31>，近视率<每年=every>降低{0.5%:change}，新发近视明显下降。",
        ["N 2022-12-31 近视率每年降低0.5%", "L 2022-12-31 新发近视明显下降"],
        "after a yearly rate the date that opens the sentence holds again",
    ),
    (
        "遗留隐患在<4月底前=2022-04-30>登记造册，<6月底前=2022-06-30>整改完毕。",
        ["L 2022-04-30 遗留隐患登记造册", "L 2022-06-30 整改完毕"],
        "a short act with a date of its own",
    ),
    (
        "各市分别于<3月=2022-03-31>、<6月=2022-06-30>和<9月底前=2022-09-30>报送总结。",
        ["L 2022-09-30 各市分别报送总结"],
        "listed dates go together",
    ),
    (
        "<6月底前=2022-06-30>，制定管理办法，明确审查主体、办事流程和完成时限等。",
        ["L 2022-06-30 制定管理办法", "L 2022-06-30 明确审查主体、办事流程和完成时限等"],
        "a time limit among what is fixed is no note",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), YEARLY)
def test_dates_in_the_sentence(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why


REPORTED = [
    (
        "<“十三五”时期=2016-01-01/2020-12-31>，推动服务业大发展，形成现代服务业体系，是实现目标的重要举措。",
        [],
        "a sentence that says what doing all this is sets no goals",
    ),
    (
        "<“十三五”时期=2016-01-01/2020-12-31>，服务业更加繁荣，现代服务业体系基本形成，成为重要支撑。",
        ["L 2020-12-31 服务业更加繁荣", "L 2020-12-31 现代服务业体系基本形成", "L 2020-12-31 成为重要支撑"],
        "unlike one that says what becomes of it",
    ),
    (
        "@other 一、<2021年=2021-01-01/2021-12-31>工作回顾\n产值增长。\n<今年=2022-01-01/2022-12-31>主要预期目标是：收入与经济同步增长，就业形势稳定。",
        ["L 2022-12-31 收入与经济同步增长", "L 2022-12-31 就业形势稳定"],
        "goals announced in a report's section, for want of a heading, are goals",
    ),
    (
        "@other 一、<2021年=2021-01-01/2021-12-31>工作回顾\n<2021年=2021-01-01/2021-12-31>，收入稳步增长，就业形势稳定。",
        [],
        "what it reports is none",
    ),
    (
        "@other 充分认识节能工作的紧迫性\n<“十二五”时期=2011-01-01/2015-12-31>，我省将加快建设，资源约束日趋强化，节能形势更加严峻。",
        [],
        "nor is what makes it urgent",
    ),
    ("研究结果表明，<“九五”期间=1996-01-01/2000-12-31>，地震活动将进一步增强。", [], "what a study shows is a forecast"),
    ("<到2009年=2009-12-31>，随着工程蓄水，监测点进一步增多，监测手段需要改进。", [], "what comes with something else is one too"),
    (
        "建议<“九五”期间=1996-01-01/2000-12-31>防震工作的目标是：\n大中城市抗震能力显著增强，带动全国防御能力提高。\n加强宣传，意识增强。",
        ["L 2000-12-31 大中城市抗震能力显著增强", "L 2000-12-31 带动全国防御能力提高"],
        "the line after an announcement tells the goals without a label",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), REPORTED)
def test_reports_and_forecasts(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why


VISIONS = [
    (
        "@goal 三、2035年远景目标\n<到2035年=2035-12-31>，建成茶业强市。完善治理体系，发展现代茶文化，为茶旅融合提供支撑。作为茶都，让茶农安居乐业。",
        [
            "L 2035-12-31 建成茶业强市",
            "L 2035-12-31 完善治理体系",
            "L 2035-12-31 发展现代茶文化",
            "L 2035-12-31 为茶旅融合提供支撑",
            "L 2035-12-31 让茶农安居乐业",
        ],
        "all that a vision of the far future paints is to be reached",
    ),
    (
        "@goal 三、2025年目标\n<到2025年=2025-12-31>，建成茶业强市。完善治理体系，发展现代茶文化，规范服务。",
        ["L 2025-12-31 建成茶业强市"],
        "among other goals a sentence of work is none",
    ),
    (
        "@goal 三、目标\n<到2025年=2025-12-31>，实现以下目标：\n——质量更优。突破一批关键技术，培育若干茶业大师。",
        ["L 2025-12-31 突破一批关键技术", "L 2025-12-31 培育若干茶业大师"],
        "a number, however vague, of what is brought forth is reached",
    ),
    (
        "@goal 三、目标\n<2035年=2035-12-31>远景目标为：茶都基本建成。\n<2025年=2025-12-31>主要目标为：茶路更加畅通，茶农更加富裕。",
        ["L 2035-12-31 茶都基本建成", "L 2025-12-31 茶路更加畅通", "L 2025-12-31 茶农更加富裕"],
        "a line that announces goals of its own is not for the year of the line before",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), VISIONS)
def test_visions(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why

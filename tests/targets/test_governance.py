"""How far a deadline reaches: over commas, semicolons and sentences, from headings, and back from an inner date."""

from __future__ import annotations

import pytest

from tests.targets.notation import told

SENTENCE = [
    (
        "<到2025年=2025-12-31>，云岚省三级医院达到{30家:target}，服务体系更加健全。",
        ["N 2025-12-31 云岚省三级医院达到30家", "L 2025-12-31 服务体系更加健全"],
        "a deadline governs every clause until the full stop",
    ),
    ("<到2025年=2025-12-31>，体系基本建成；机制更加完善。", ["L 2025-12-31 体系基本建成", "L 2025-12-31 机制更加完善"], "also across a semicolon"),
    (
        "<到2025年=2025-12-31>建成{3座:target}，新增{5座:target}。",
        ["N 2025-12-31 建成3座", "N 2025-12-31 新增5座"],
        "a deadline that opens its clause without a comma too",
    ),
    ("加强统筹，<到2025年=2025-12-31>，建成示范区。", ["L 2025-12-31 建成示范区"], "what stands before the deadline is not governed"),
    ("建设{20所:target}，<到2025年=2025-12-31>建成{5所:target}。", ["N - 建设20所", "N 2025-12-31 建成5所"], "nor are quantities before it"),
    (
        "<到2021年底=2021-12-31>，平台初步建成，<8月底前=2021-08-31>，上线综合应用。",
        ["L 2021-12-31 平台初步建成", "L 2021-08-31 上线综合应用"],
        "an inner deadline takes over within the sentence",
    ),
    (
        "<6月底前=2021-06-30>，制定方案；<年底前=2021-12-31>，完成试点。",
        ["L 2021-06-30 制定方案", "L 2021-12-31 完成试点"],
        "each part of a list has its own date",
    ),
    ("各县办法应于<2017年底前=2017-12-31>印发。", ["L 2017-12-31 各县办法应印发"], "a deadline inside the clause is taken out with its preposition"),
    ("危房改造在<“十五”期间=2001-01-01/2005-12-31>要全部完成。", ["L 2005-12-31 危房改造要全部完成"], "so is 在 before a period"),
    (
        "支持临澜公司<上半年=2026-01-01/2026-06-30>产品面市。",
        ["L 2026-06-30 支持临澜公司产品面市"],
        "a time inside the clause makes open work a result",
    ),
    ("<2020年=2020-01-01/2020-12-31>启动示范工程。", ["L 2020-12-31 启动示范工程"], "a bare year in which something is done"),
    (
        "<到2020年=2020-12-31>，各县全部达标，东部<提前一年=2019-12-31>完成。",
        ["L 2020-12-31 各县全部达标", "L 2019-12-31 东部完成"],
        "a date relative to the outer one dates its own clause",
    ),
    ("确保机场<2025年=2025-01-01/2025-12-31>建成。", ["L 2025-12-31 确保机场建成"], "a bare year before what comes to pass"),
    ("兑现<2025年=2025-01-01/2025-12-31>盛会的承诺，建成三座。", [], "but not one that belongs to a noun"),
    (
        "<一季度=2025-01-01/2025-03-31>完成选址，<年内=2025-01-01/2025-12-31>开工。",
        ["L 2025-03-31 完成选址", "L 2025-12-31 开工"],
        "as short as that",
    ),
    ("<六月底前=2025-06-30>仍未整改的，依法关停。", [], "a case, in which something is done"),
    (
        "三年内（<2021—2023年=2021-01-01/2023-12-31>），培训茶师{3000名:target}。",
        ["N 2023-12-31 培训茶师3000名"],
        "a length of time with its dates behind it",
    ),
    (
        "建成{30座:target}，其中<2021年=2021-01-01/2021-12-31>不少于{8座:target}。",
        ["N - 建成30座", "N 2021-12-31 其中2021年不少于8座"],
        "of them in a year",
    ),
    (
        "力争<2020年=2020-01-01/2020-12-31>达到{80%:target}，不少于{60%:target}。",
        ["N 2020-12-31! 达到80%", "N 2020-12-31! 不少于60%"],
        "力争 before the deadline belongs to the opening",
    ),
    (
        "<到2025年=2025-12-31>，为全国<2030年前=2029-12-31>碳达峰奠定坚实基础。",
        ["L 2025-12-31 为全国2030年前碳达峰奠定坚实基础"],
        "the date of somebody else's goal does not govern",
    ),
    ("聚焦“<2030年前=2029-12-31>碳达峰”目标，优化能源结构。", [], "nor does a date in a quoted name"),
    ("兑现<2022年=2022-01-01/2022-12-31>冬季盛会的承诺，建成场馆。", [], "nor a year that only qualifies a noun"),
    ("完成清理整顿、<2020年=2020-01-01/2020-12-31>发证登记。", [], "nor a year that qualifies one item of a list"),
    ("切实做好<“十四五”时期=2021-01-01/2025-12-31>规划工作。", [], "work without an end stays so with a period inside"),
    ("对<2020年底前=2020-12-31>投产的企业，建立台账。", [], "nor a date inside what a clause is about"),
    ("建设数据平台（<2021年6月底前=2021-06-30>），完善制度。", ["L 2021-06-30 建设数据平台"], "a date in brackets dates its own clause only"),
    ("建设数据平台（完成时限：<2021年6月底前=2021-06-30>）。", [], "a note on the time limit dates the task, not its clauses"),
    ("完成时限：<2022年底前=2022-12-31>。", [], "as a line of its own too"),
    ("本办法有效期至<2025年12月31日=2025-12-31>。", [], "a period of validity is no target"),
    ("实施期限为<2021—2025年=2021-01-01/2025-12-31>，建立台账。", [], "nor is the term of a policy"),
    ("<2019年1月1日至12月31日=2019-01-01/2019-12-31>，困难企业可组织培训，建立台账。", [], "a window of days is a rule in force"),
    ("从<2019年起=from>，实施见习计划，建立台账。", [], "what begins at a date is not due at it"),
    ("<自印发之日起=from>施行。", [], "entry into force is no target"),
    (
        "一是企业欠款<年底前=2019-12-31>清偿{50%:target}；二是服务体系建成。",
        ["N 2019-12-31 企业欠款年底前清偿50%"],
        "a date inside one item of an enumeration does not reach the next",
    ),
    (
        "<到2025年=2025-12-31>，一是体系建成；二是机制完善。",
        ["L 2025-12-31 体系建成", "L 2025-12-31 机制完善"],
        "one before the items reaches them all",
    ),
    (
        "各县办法应于<六月底前=2019-06-30>印发，建立台账；各地建立通报制度。",
        ["L 2019-06-30 各县办法应印发", "L 2019-06-30 建立台账"],
        "a date inside a clause ends at the semicolon",
    ),
    (
        "<2019年=2019-01-01/2019-12-31>扶持产品{20个:target}，推动广告登陆省级媒体；新设县级展销点。",
        ["N 2019-12-31 扶持产品20个", "L 2019-12-31 推动广告登陆省级媒体", "L 2019-12-31 新设县级展销点"],
        "a bare year that opens a sentence governs all of it",
    ),
    ("<3月份=2003-03-31>，省委常委会提出，落实责任。", [], "who says what is no result"),
    ("<“十四五”时期=2021-01-01/2025-12-31>，是全面建设的关键时期，也是奠定基础的五年。", [], "what a time is, is no target"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SENTENCE)
def test_within_a_sentence(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why


BEYOND = [
    (
        "@goal 二、目标\n<到2035年=2035-12-31>，品质全面提升。到本世纪中叶，建设达到更高水平，实现现代化。",
        ["L 2035-12-31 品质全面提升"],
        "a time beyond every deadline ends its reach",
    ),
    (
        "为做好<今年=2026-01-01/2026-12-31>工作，努力完成目标任务，现将工作要点印发，并明确分工。",
        [],
        "the sentence that hands a policy out sets no goals",
    ),
    ("<今年=2026-01-01/2026-12-31>工作总体要求是：坚持稳中求进，推动经济实现质的提升，保持稳定。", [], "how to work in a year is no target of it"),
]


@pytest.mark.parametrize(("text", "expected", "why"), BEYOND)
def test_what_no_deadline_reaches(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why


RECURRENT = [
    ("<每年=every>培育{100家:target}。", ["N - 培育100家"], "a yearly quantity has no date"),
    ("<每年=every>举办活动{100场:target}，服务企业{1万家:target}。", ["N - 举办活动100场", "N - 服务企业1万家"], "nor what goes on with it"),
    (
        "力争<每年=every>撬动贷款{100亿元:target}，总计达到{300亿元:target}。",
        ["N -! 撬动贷款100亿元", "N - 总计达到300亿元"],
        "nor has it when it is striven for",
    ),
    (
        "<到2020年=2020-12-31>，两地高校<每年=every>联合培养{2000名:target}。",
        ["N 2020-12-31 两地高校每年联合培养2000名"],
        "after an outer deadline the yearly rate is due with it",
    ),
    ("<到2025年=2025-12-31>，力争近视率<每年=every>下降{0.5%:change}。", ["N 2025-12-31! 力争近视率每年下降0.5%"], "a change as well"),
    (
        "<到2022年=2022-12-31>，优良率达到{50%:target}，近视率<每年=every>降低{0.5%:change}。",
        ["N 2022-12-31 优良率达到50%", "N 2022-12-31 近视率每年降低0.5%"],
        "also after another quantity",
    ),
    (
        "<2015年底前=2015-12-31>，出台指导意见，<每年=every>遴选一批案例，定期发布报告。",
        ["L 2015-12-31 出台指导意见"],
        "a yearly act after a one-off one is no target, nor what follows it",
    ),
    ("<每年=every>选定一批项目开展评价，建立调整机制。", [], "a yearly act is no target"),
    ("<每年=every>新建学校{30所:target}，建成{5所:target}。", ["N - 新建学校30所", "N - 建成5所"], "每年 dates nothing"),
    ("<从2016年起=from>，新建学校{30所:target}。", ["N - 新建学校30所"], "自…起 gives no due date"),
]


@pytest.mark.parametrize(("text", "expected", "why"), RECURRENT)
def test_recurrent(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why


def test_yearly_quantities_are_not_bound_by_the_policys_period() -> None:
    """What is done every year has no due date, its sum over the years has the period's end."""
    text = "<每年=every>举办活动{100场:target}，服务企业{1万家:target}，累计投入{5亿元:target}。"
    assert told(text, period=(2021, 2025)) == ["N - 举办活动100场", "N - 服务企业1万家", "N 2025-12-31 累计投入5亿元"]


PARAGRAPH = [
    (
        "<到2020年=2020-12-31>，创新能力持续提升。农机总动力达到{10亿千瓦:target}，作业条件加快改善。",
        ["L 2020-12-31 创新能力持续提升", "N 2020-12-31 农机总动力达到10亿千瓦", "L 2020-12-31 作业条件加快改善"],
        "a paragraph that opens with a goal deadline is governed to its end",
    ),
    (
        "<到2021年底=2021-12-31>，平台建成。<4月底前=2021-04-30>，上线门户。配套制度初步建立。",
        ["L 2021-12-31 平台建成", "L 2021-04-30 上线门户", "L 2021-12-31 配套制度初步建立"],
        "after an inner date the paragraph's holds again",
    ),
    (
        "<到2021年8月底=2021-08-31>，上线应用；<年底前=2021-12-31>，完成各项任务。掌上执法率达到{90%:target}。",
        ["L 2021-08-31 上线应用", "L 2021-12-31 完成各项任务", "N 2021-12-31 掌上执法率达到90%"],
        "a later date replaces the paragraph's",
    ),
    (
        "<到2022年=2022-12-31>，框架基本形成。<到2025年=2025-12-31>，体系全面建成。能力大幅提升。",
        ["L 2022-12-31 框架基本形成", "L 2025-12-31 体系全面建成", "L 2025-12-31 能力大幅提升"],
        "so does the next stage",
    ),
    ("<到2021年底=2021-12-31>，平台建成。\n配套制度初步建立。", ["L 2021-12-31 平台建成"], "a deadline does not reach the next paragraph"),
    ("<到2021年底=2021-12-31>，平台建成。推动规模应用，拓展服务领域。", ["L 2021-12-31 平台建成"], "a sentence of work is no goal even among goals"),
    (
        "<到2021年底=2021-12-31>，平台建成。推进大脑建设，数据中枢基本建成。",
        ["L 2021-12-31 平台建成", "L 2021-12-31 推进大脑建设", "L 2021-12-31 数据中枢基本建成"],
        "but work told together with its result is",
    ),
    (
        "完善体系。<到2020年=2020-12-31>，装机比重达到{39%:target}。煤炭比重降至{58%:target}。",
        ["N 2020-12-31 装机比重达到39%", "N 2020-12-31 煤炭比重降至58%"],
        "in a paragraph of work a next sentence that begins with a quantity is governed",
    ),
    (
        "完善体系。<到2020年=2020-12-31>，处理率达到{85%:target}。提升再生水平，推进处置，处置率达到{90%:target}。",
        ["N 2020-12-31 处理率达到85%", "N - 处置率达到90%"],
        "one that begins with work is not",
    ),
    (
        "完善体系。<到2020年=2020-12-31>，处理率达到{85%:target}。加强监管。煤炭比重降至{58%:target}。",
        ["N 2020-12-31 处理率达到85%", "N - 煤炭比重降至58%"],
        "nor one after a sentence of work",
    ),
    (
        "加强建设。<到2023年=2023-12-31>建成{50所:target}。申报基地，建设平台。",
        ["N 2023-12-31 建成50所"],
        "plain work after a target is not governed",
    ),
    (
        "<6月底前=2020-06-30>，报装实现网上办。简化为{2个:target}环节。",
        ["L 2020-06-30 报装实现网上办", "N - 简化为2个环节"],
        "a month's cut-off does not outlast its sentence",
    ),
    (
        "《纲要》提出，<到2025年=2025-12-31>全域基本转变。标准化更加有效推动竞争力提升，促进高质量发展。",
        ["L 2025-12-31 全域基本转变", "L 2025-12-31 标准化更加有效推动竞争力提升", "L 2025-12-31 促进高质量发展"],
        "a report goes on with the results of its plan",
    ),
    (
        "主要目标是：<到2030年=2030-12-31>，产值增长{5%:change}。实力明显增强。",
        ["N 2030-12-31 产值增长5%", "L 2030-12-31 实力明显增强"],
        "a sentence that announces goals opens a paragraph of them",
    ),
    (
        "<今年=2026-01-01/2026-12-31>主要预期目标是：产值增长{5%:change}，努力跑赢全国；对标先进全力缩小差距。",
        ["N 2026-12-31 产值增长5%", "L 2026-12-31! 努力跑赢全国", "L 2026-12-31 对标先进全力缩小差距"],
        "the announcement may stand after the deadline",
    ),
    (
        "@task 二、<2026年=2026-01-01/2026-12-31>工作\n统筹各方面因素，建议<今年=2026-01-01/2026-12-31>主要预期目标为：产值增长{5%:change}；就业形势保持稳定。",
        ["N 2026-12-31 产值增长5%", "L 2026-12-31 就业形势保持稳定"],
        "an announcement reaches over semicolons wherever in its sentence it begins",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), PARAGRAPH)
def test_across_sentences(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why


ANNOUNCED = [
    (
        "<今年=2026-01-01/2026-12-31>是开局之年。\n全省发展的主要预期目标是：产值增长{5%:change}，实际工作中争取更好结果；减排完成国家任务。",
        ["N 2026-12-31 产值增长5%", "L 2026-12-31! 实际工作中争取更好结果", "L 2026-12-31 减排完成国家任务"],
        "goals announced without a year are for the year told of before",
    ),
    (
        "@task 二、<2026年=2026-01-01/2026-12-31>工作安排\n主要预期目标是：产值增长{5%:change}，就业形势保持稳定。",
        ["N 2026-12-31 产值增长5%", "L 2026-12-31 就业形势保持稳定"],
        "or for that of the heading",
    ),
    (
        "到<2035年=2035-12-31>，基本实现现代化。\n未来五年，主要目标是：体系更加健全。",
        ["L 2035-12-31 基本实现现代化"],
        "not where they have a time of their own",
    ),
    (
        "@goal 一、总体目标\n到<2030年=2030-12-31>，体系更加健全。\n@other 二、重点领域\n@@other （一）健康\n主要目标：\n1.群众更加健康。",
        ["L 2030-12-31 体系更加健全"],
        "the year told of in another chapter is not that of goals announced without one",
    ),
    ("<今年=2026-01-01/2026-12-31>是开局之年。\n预期目标的设定统筹了各方面因素，效果良好。", [], "a sentence about goals announces none"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ANNOUNCED)
def test_announced_goals(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why


TABLE = [
    (
        "工作任务\t责任单位\t完成时限\n更新管网{1200公里:target}，损耗率降至{9%:target}\t省建设厅\t<2022年6月底前=2022-06-30>",
        ["N 2022-06-30 更新管网1200公里", "N 2022-06-30 损耗率降至9%"],
        "a cell with a date dates the quantities of its row",
    ),
    (
        "更新管网{1200公里:target}\t省建设厅\t<2022年6月底前=2022-06-30>\n改造泵站{30处:target}\t省水利厅\t",
        ["N 2022-06-30 更新管网1200公里", "N - 改造泵站30处"],
        "but not those of the next row",
    ),
    (
        "指标\t2020年\t2025年目标\n绿地占比（%）\t{60:achieved}\t{62:target}",
        ["N 2025-12-31 62"],
        "the head of a column dates what stands under it",
    ),
    ("指标\t2025年\n绿地占比（%）\t{60:target}\t{62:target}", ["N - 60", "N - 62"], "but not in a row of another width"),
    (
        "更新管网{1200公里:target}\t<2022年6月底前=2022-06-30>开工\t",
        ["N - 更新管网1200公里"],
        "a cell with an act dates that alone",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), TABLE)
def test_table_rows(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why

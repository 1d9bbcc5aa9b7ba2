"""The part a number plays by the kind of document it stands in, and by what it weighs, costs or describes."""

from __future__ import annotations

import pytest

from extractors.records import Context
from tests.counts.roles import (
    ACCOUNT,
    AUDIT_REPORT,
    BULLETIN,
    CIRCULAR,
    FUNDING,
    LATE_PLAN,
    LEAFLET,
    MARKET,
    NEWS,
    PLAN,
    PURCHASE,
    REPORT,
    RESULTS,
    RULES,
    SPEECH,
    TARIFF,
    VACANCIES,
    role_of,
)

#: (context, passage, text of the count, role, why)
ROLES = [
    (BULLETIN, "达标率高于上一轮3.1个百分点。", "3.1个百分点", "change", "against a time gone by"),
    (PLAN, "依据2013年度统计数据，抽取里程的15%检测。", "15%", "target", "a year that is only referred to"),
    # --- accounts that have not turned to what shall be
    (REPORT, "地区生产总值突破3万亿元，开工项目超1万个。", "超1万个", "achieved", "a report on the year gone by"),
    (REPORT, "今年工作安排：开工项目1万个。", "1万个", "target", "which has turned"),
    (CIRCULAR, "2022年，全市共筛查12万人，3个县未完成任务。", "12万人", "achieved", "a circular tells what was found"),
    (BULLETIN, "人口自然增长率2.2‰。", "2.2‰", "achieved", "a rate, no change"),
    (BULLETIN, "费用率比全国平均水平高0.4个百分点。", "0.4个百分点", "achieved", "a distance is no change"),
    (BULLETIN, "费用率比上年高0.4个百分点。", "0.4个百分点", "change", "but a time gone by is none"),
    (MARKET, "全年新增产能预计不超过1.5亿吨。", "不超过1.5亿吨", "other", "a cap that is only foreseen"),
    (MARKET, "5月来水偏枯12%。", "12%", "change", "less than usual"),
    # --- prices, allowances, what a rule of reckoning adds
    (TARIFF, "第一档水量为180立方米/年.户及以下。", "180立方米/年.户及以下", "other", "a step of a tariff"),
    (TARIFF, "基础水价调整为1.20元/立方米。", "1.20元/立方米", "other", "the price of a step"),
    (LEAFLET, "大病保险的起付标准为3万元。", "3万元", "other", "where a claim begins, told in a leaflet"),
    (LEAFLET, "3万元以上的部分，由保险资金支付65%。", "65%", "other", "what a fund pays of it"),
    (LEAFLET, "家庭人口每增加一人，增加20万元。", "20万元", "other", "so much more to each"),
    (LEAFLET, "土地价值未超过本市规定的280万元，即符合资格。", "280万元", "other", "a condition for what follows"),
    (RULES, "第三条引进项目，引进80名左右。", "80名左右", "target", "how many a scheme is to bring in"),
    # --- plans told in articles
    (LEAFLET, "今后五年，青汀市交通局将重点研究5个枢纽。", "5个", "target", "what will be done in a time to come"),
    (LEAFLET, "“十三五”期间，云岚省将实现70%的乡镇通公交。", "70%", "target", "with a period's name"),
    (LEAFLET, "“十三五”末，9条接头路将全部打通。", "9条", "target", "the deed behind the number"),
    (LEAFLET, "预计“十三五”开工建设4段。", "4段", "target", "reckoned, but a deed"),
    (LEAFLET, "预计今年用电量将达到300亿千瓦时。", "300亿千瓦时", "other", "a demand is a forecast still"),
    (NEWS, "通知指出，实施任务是支持完成20万农户改造。", "20万", "target", "a task that is named"),
    (NEWS, "青汀还将全力推动工业项目落地。开工建设6个工业项目。", "6个", "target", "goes on with what will be done"),
    (NEWS, "青汀还将全力推动工业项目落地。去年已开工建设6个工业项目。", "6个", "achieved", "but not into the past"),
    # --- facts told in articles
    (LEAFLET, "到2013年年底，全市共认定团队64个。", "64个", "achieved", "a date gone by when the article appears"),
    (LEAFLET, "2010年与2005年相比，高炉比重由21%上升到52%。", "52%", "achieved", "two years compared"),
    (LEAFLET, "云岚省将风电摆在优先位置，风电比重调整为12.5%。", "12.5%", "achieved", "将 that takes an object is no future"),
    (LEAFLET, "云岚省共投入65亿多元资金用于教育。", "65亿多元", "achieved", "a rounded number is no threshold"),
    # --- documents that look back, make known or hand out
    (LATE_PLAN, "一、基础性地质调查\n部署区域调查120幅。", "120幅", "target", "基础 in a heading's midst looks back on nothing"),
    (LATE_PLAN, "一、工作基础和条件\n完成区域调查120幅。", "120幅", "achieved", "基础 at a heading's end does"),
    (LATE_PLAN, "二、面临形势\n预计到2020年，用电量将达到3000亿千瓦时。", "3000亿千瓦时", "other", "foreseen where things are described"),
    (NEWS, "2018年，青汀印发《青汀公园方案》，要求到2020年建成公园20个。", "20个", "target", "what a policy set out, though its time is over"),
    (NEWS, "到2020年，青汀建成公园20个。", "20个", "achieved", "a time that was over, and no policy"),
    (PLAN, "青汀市岸线总长520千米，近海有鱼类752种。\n一、总体要求\n推进海洋保护。", "520千米", "achieved", "a preface says how things are"),
    (PLAN, "青汀市岸线总长520千米，近海有鱼类752种。\n一、总体要求\n推进海洋保护。", "752种", "achieved", "with a verb that only says what there is"),
    (PLAN, "全市建设渔港12个。\n一、总体要求\n推进海洋保护。", "12个", "target", "a letter may set out what is to be done"),
    (PLAN, "一、总体要求\n岸线总长520千米。", "520千米", "target", "in its parts a plan sets out what it says plainly"),
    (LATE_PLAN, "前言\n一、自然条件\n全市湿地86万公顷。", "86万公顷", "achieved", "a part about the lie of the land"),
    (ACCOUNT, "一、主要工作\n修订规章5件。", "5件", "achieved", "the work an account tells of was done"),
    (ACCOUNT, "三、下一步打算\n制定规章3件。", "3件", "target", "until it turns"),
    (RESULTS, "一、评审结果\n1.青汀航运公司，新增1艘。", "1艘", "other", "a line of a list made known"),
    (RESULTS, "本次评审12家企业参加。", "12家", "achieved", "what an announcement tells besides"),
    (SPEECH, "——我们推动改革发展。改造住房四千二百多套。", "四千二百多套", "achieved", "a speaker tells what was done"),
    (SPEECH, "我们要推动改革发展。改造住房四千二百多套。", "四千二百多套", "target", "or what shall be"),
    (FUNDING, "下达补助资金1200万元，其中职业培训800万元。", "800万元", "other", "money handed out"),
    (PURCHASE, "采购数量30台。", "30台", "other", "what is to be bought"),
    (NEWS, "下一步，该市年内新建充电桩3000个。", "3000个", "target", "下一步 in an article"),
    (NEWS, "1.茶业推广情况如何？\n茶路渐通。\n下一步，将抓好两项工作：一是开路。新辟茶路20条。", "20条", "target", "until a line of an answer turns"),
    (NEWS, "1.茶业推广情况如何？\n茶路渐通，谁也不问下一步，新辟茶路20条。", "20条", "achieved", "not at the word inside a sentence"),
    # --- weights, prices, shares of a cost, sizes
    (PLAN, "笔试成绩占40%。", "40%", "other", "a weight"),
    (PLAN, "由甲方按51%比例投资。", "51%", "other", "who pays what"),
    (PLAN, "电价每千瓦时0.52元。", "0.52元", "other", "a price"),
    (PLAN, "中考总分750分。", "750分", "other", "points that are given"),
    (PLAN, "满意度达到90分。", "90分", "target", "a score to be reached"),
    (PLAN, "项目总投资20亿元。", "20亿元", "other", "what a project costs"),
    (PLAN, "项目总投资20亿元，其中省级5亿元。", "5亿元", "other", "a part of the number before"),
    (PLAN, "完成投资20亿元，其中省级5亿元。", "5亿元", "target", "a part of what is to be reached"),
    (RULES, "第八条 实验室固定人员不少于20人。", "不少于20人", "other", "what a body of its kind must have"),
    (PLAN, "建设实训中心，满足年均3000人次的培训需求。", "3000人次", "other", "whose demand is met"),
    (PLAN, "苗木胸径5厘米。", "5厘米", "other", "how large a thing of its kind is"),
    # --- levels and groups
    (PLAN, "在拨款水平达到12000元的基础上逐步提高。", "12000元", "achieved", "what is built upon"),
    (PLAN, "全省湿地86万公顷，现有公园62处。", "86万公顷", "achieved", "a sentence that says what there is"),
    (PLAN, "全市现有小学320所、教学点150个。", "150个", "achieved", "all that a place has"),
    (PLAN, "推动减少甲、乙排放分别约46万吨、3万吨。", "3万吨", "change", "amounts taken away, each"),
    (PLAN, "降水较常年偏多20%。", "20%", "change", "偏多"),
    (PLAN, "开发应用场景50个。", "50个", "target", "made, though 场景 are often parts"),
    (NEWS, "35个行业中30个行业实现增长。", "30个", "achieved", "so many of so many"),
    (PLAN, "新签约亿元以上项目100个，其中十亿元以上10个。", "10个", "target", "以上 of a bound points at nothing"),
    (RULES, "第三条 业务根据对象分为汽车维修、摩托车维修和其他维修三类。", "三类", "structure", "told apart into kinds"),
    (SPEECH, "新的一年，签约项目260个。", "260个", "target", "where a speech turns"),
    (NEWS, "全市完成投资56亿元，占年度目标的58%。", "58%", "achieved", "how much of a goal was done"),
    (MARKET, "该公司计划未来三年投资50亿元。", "50亿元", "target", "未来三年 is a time, no forecast"),
    (AUDIT_REPORT, "有3个市少安排资金2400万元。", "2400万元", "achieved", "an account of what was found"),
    (BULLETIN, "年末常住人口286.4万人。", "286.4万人", "achieved", "an account, whatever date it names"),
    (VACANCIES, "招聘工作人员15名，其中硕士研究生及以上5名。", "5名", "target", "及以上 says nothing of the number"),
    (RULES, "自筹款应达总经费的30%以上。", "30%以上", "target", "demanded of those it binds"),
    (RULES, "单套面积控制在60平方米以内。", "60平方米以内", "target", "a cap"),
    (RULES, "每班安保人员不得少于二人。", "不得少于二人", "target", "a floor that is laid down"),
    (RULES, "每条路线应配置专用车一辆以上。", "一辆以上", "target", "likewise"),
    (NEWS, "下一步，将新开工农村公路200公里。", "200公里", "target", "what somebody sets out is no forecast"),
]


@pytest.mark.parametrize(("context", "text", "written", "role", "why"), ROLES)
def test_role(context: Context, text: str, written: str, role: str, why: str) -> None:
    """The role of the count whose text is `written`."""
    assert role_of(written, text, context) == role, why

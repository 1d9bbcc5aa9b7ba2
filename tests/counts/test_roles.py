"""The part each number plays, in its clause, sentence, section and document."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.explain import reasons
from extractors.language import analyse
from extractors.records import Context
from tests.counts.roles import ANSWER, AUDIT, MARKET, NEWS, NLP, PLAN, PLAN_TO_COME, PRAISE, REPORT, RULES, role_of

#: (context, sentence, text of the count, role, why)
ROLES = [
    (PLAN, "到2025年，建成示范区30个。", "30个", "target", "due in the future"),
    (PLAN, "推动成立产业联盟3家以上。", "3家以上", "target", "set out without a date"),
    (PLAN, "覆盖率达到90%以上。", "90%以上", "target", "what a policy says plainly it sets out"),
    (PLAN, "目前，全市已建成示范区30个。", "30个", "achieved", "stated as done"),
    (PLAN, "截至2020年底，覆盖率达到60%。", "60%", "achieved", "up to a day gone by"),
    (PLAN, "2020年，全市产值为300亿元。", "300亿元", "achieved", "a year before the document's"),
    (PLAN, "一、发展基础\n全市产值为300亿元。\n二、主要目标\n全市产值达到500亿元。", "300亿元", "achieved", "a section that looks back"),
    (PLAN, "一、发展基础\n全市产值为300亿元。\n二、主要目标\n全市产值达到500亿元。", "500亿元", "target", "a section of goals"),
    (PLAN, "设男子100米、女子200米两项。", "100米", "other", "an event"),
    (PLAN, "造成3人以上死亡的，由省政府调查。", "3人以上", "other", "the grade of an accident"),
    (PLAN, "建设跑道100米。", "100米", "target", "no event"),
    (PLAN, "由226项减少至28项。", "28项", "target", "a level still to be reached"),
    (PLAN, "压缩比例不高于30%。", "不高于30%", "target", "a cap for those it binds"),
    (PLAN, "到2025年，产值年均增长10%以上。", "10%以上", "change", "the size of a change, though due"),
    (PLAN, "覆盖率提高3个百分点。", "3个百分点", "change", "percentage points gained"),
    (PLAN, "覆盖率提高到30%。", "30%", "target", "提高到 leads to a level"),
    (PLAN, "降本8%。", "8%", "change", "a verb with its object inside"),
    (PLAN, "压减粗钢产能3000万吨。", "3000万吨", "change", "an amount taken away"),
    (PLAN, "新增企业30家。", "30家", "target", "新增 makes, it does not change"),
    (PLAN, "事项增加3项以上。", "3项以上", "change", "增加 does"),
    (PLAN, "产值翻一番。", "翻一番", "change", "doubled"),
    (PLAN, "到2023年底，降低用能成本约80亿元、物流成本约60亿元。", "约60亿元", "change", "the next of a list of what is made less"),
    (PLAN, "到2023年底，减少用地3万亩、新增造林5万亩。", "5万亩", "target", "which has a verb of its own"),
    (PLAN, "到2023年底，为企业减负约300亿元。", "约300亿元", "change", "a burden made lighter"),
    (PLAN, "产量同比降幅由2%扩大到5%。", "5%", "change", "growth against another time"),
    (PLAN, "去年出口额增速为-3%。", "-3%", "change", "growth below nought"),
    (PLAN, "修建提升21公里景观走廊。", "21公里", "target", "upgraded, not made more"),
    (PLAN, "到2025年底，待售面积比2020年底的900万平方米减少15%。", "900万平方米", "achieved", "what something is compared with"),
    (PLAN, "茶业资金由目前的每年5000万元增加到2.4亿元。", "2.4亿元", "target", "the level it is raised to"),
    (PLAN, "办理环节由8个压减至3个。", "8个", "achieved", "the level left behind, though a noun for parts"),
    (PLAN, "实现11%左右的增长。", "11%左右", "change", "the change named after the share"),
    (PLAN, "增幅高于全国0.7个百分点。", "0.7个百分点", "target", "a distance is no change"),
    (PLAN, "落实8大重点任务。", "8大", "structure", "how many parts the text has"),
    (PLAN, "从三个方面发力。", "三个", "structure", "aspects"),
    (PLAN, "支持甲、乙、丙3个市先行。", "3个", "structure", "an enumeration before the number"),
    (PLAN, "完善省、市、县三级网络。", "三级", "structure", "levels"),
    (PLAN, "推出便利店、餐饮等10个行业许可证。", "10个", "target", "made, not part of the text"),
    (PLAN, "对年收入500万元以上的企业给予支持。", "500万元以上", "other", "a condition"),
    (PLAN, "给予每户5万元补助。", "5万元", "other", "money promised"),
    (PLAN, "按投资额的30%给予奖励。", "30%", "other", "a rate of reckoning"),
    (PLAN, "培育千亿级产业。", "千亿级", "other", "a level inside a name"),
    (PLAN, "照护3岁以下婴幼儿。", "3岁以下", "other", "an age"),
    (PLAN, "人均预期寿命达到79岁。", "79岁", "target", "an age that is a measure"),
    (PLAN, "符合条件的企业为2家的，采取议价采购。", "2家", "other", "a case"),
    (PLAN, "投资达到1亿元以上且税收超过500万元的企业，优先供地。", "1亿元以上", "other", "conditions joined by 且"),
    (PLAN, "占比由原来的30%提高到50%。", "30%", "achieved", "the level a change sets out from"),
    (PLAN, "占比由2019年的30%提高到50%。", "30%", "achieved", "which a year makes a fact"),
    (PLAN, "占比由原来的30%提高到50%。", "50%", "target", "the level it leads to"),
    (PLAN, "设一等奖2个。", "2个", "other", "a prize to be won"),
    (PLAN, "对全省16个县开展评估。", "16个", "structure", "the places a policy is for"),
    (PLAN, "以44个专项为抓手。", "44个", "structure", "its means"),
    (PLAN, "推动青汀60万吨赖氨酸项目达产。", "60万吨", "other", "a size in a project's name"),
    (PLAN, "建成60万吨产能。", "60万吨", "target", "a capacity to be built"),
    (PLAN, "医保补助标准提高到每人每年200元。", "200元", "target", "what the public is due is reached"),
    (PLAN, "劳务报酬应不低于补助资金的15%。", "15%", "target", "a duty of those who are paid"),
    (PLAN, "目前，已发放补贴86亿元。", "86亿元", "achieved", "money given in the past"),
    (RULES, "申请单位应自筹总经费百分之二十以上。", "百分之二十以上", "target", "a duty in rules"),
    (RULES, "处一万元以上三万元以下罚款。", "一万元以上三万元以下", "other", "a fine"),
    (RULES, "申请单位应有专职人员三人以上。", "三人以上", "other", "eligibility"),
    (RULES, "样品合格率不得低于90%。", "不得低于90%", "target", "a floor for those it binds"),
    (NEWS, "全市建成保障房1.2万套。", "1.2万套", "achieved", "an article tells what was"),
    (NEWS, "产量同比增长10%。", "10%", "change", "and by how much it grew"),
    (NEWS, "负责人表示，明年将新开线路10条。", "10条", "target", "what a place sets out to do"),
    (NEWS, "该负责人说，将把审批事项压减到200项以内。", "200项以内", "target", "what a place sets out to do"),
    (NEWS, "业内人士预计，明年销量将突破2800万辆。", "突破2800万辆", "other", "only foreseen"),
    (PLAN, "促进已就业的残疾人稳定就业。组织千所左右院校开展行动。", "千所左右", "target", "已 says something of whom it is for"),
    (NEWS, "力争到2025年，建成示范区30个。", "30个", "target", "unless it tells what shall be"),
    # --- structure: parts of the text, and groups it takes as given
    (PLAN, "抓好八个方面的工作。", "八个", "structure", "aspects, whatever is done to them"),
    (PLAN, "办理流程简化为3个环节。", "3个", "target", "cut down to so many"),
    (PLAN, "构筑事前、事中、事后三道防线。", "三道", "structure", "levels of one system"),
    (PLAN, "建立县乡村三层服务网络。", "三层", "structure", "levels of one system that is built"),
    (PLAN, "推进上述5个试点。", "5个", "structure", "pointed at"),
    (PLAN, "对其余6项一并取消。", "6项", "structure", "the rest of a group"),
    (PLAN, "以上共计28项指标。", "28项", "structure", "what was listed above"),
    (PLAN, "取消的事项（共13项）\n甲事项。", "13项", "structure", "a tally in a bracket"),
    (PLAN, "市农业局（2项）\n甲事项。", "2项", "structure", "a tally at a heading"),
    (PLAN, "岸线分为两类。", "两类", "structure", "what falls into parts"),
    (PLAN, "设置约束性指标，共包括7项。", "7项", "structure", "what it is made up of"),
    (PLAN, "领导小组由三个部门组成。", "三个", "structure", "of what it is made up"),
    (PLAN, "《甲方案》《乙方案》等5个方案已经省政府同意，现印发给你们。", "5个", "structure", "a notice of its own annexes"),
    (PLAN, "现将23项目录予以公布。", "23项", "structure", "what is announced"),
    (PLAN, "统筹利用国际国内两个市场、两种资源。", "两个", "structure", "a pair everybody knows"),
    (PLAN, "选择甲、乙、丙3个市先行先试。", "3个", "structure", "picked, and every one is named"),
    (PLAN, "选择3个市先行先试。", "3个", "target", "picked, and none is named"),
    (PLAN, "选择1～2个有条件的市试点。", "1～2个", "target", "a range is to be reached"),
    (PLAN, "开通甲站、乙站、丙站3座车站。", "3座", "target", "every one named, but they are made"),
    (PLAN, "推进甲基地等5个项目建设。", "5个", "target", "a list not told to its end is pushed on"),
    (PLAN, "支持甲、乙、丙3个实验室高效运营。", "3个", "structure", "supported as they are"),
    (PLAN, "抽取3座悬索桥、5座斜拉桥。", "5座", "target", "a list of numbers enumerates nothing"),
    (PLAN, "初中、小学各2所。", "2所", "target", "so many of each"),
    (PLAN, "11个设区市全部建成平台。", "11个", "structure", "a fixed number of places"),
    (PLAN, "将全省13个市（地）划为三类区域。", "13个", "structure", "all of the province's places"),
    (PLAN, "在10个县开展试点。", "10个", "target", "nobody says which: so many are to be reached"),
    (PLAN, "完成1000个行政村污水治理。", "1000个", "target", "done to so many"),
    (PLAN, "为10万名残疾人提供服务。", "10万名", "target", "done for so many"),
    (PLAN, "围绕12条产业链开展对接。", "12条", "structure", "what a policy turns to"),
    (PLAN, "打造12条产业链。", "12条", "target", "made"),
    (PLAN, "加大对10所院校的支持力度。", "10所", "structure", "whom support is stepped up for"),
    (PLAN, "启动十大数据中心建设。", "十大", "target", "a great fixed group that is built"),
    (PLAN, "实施5大赋能行动。", "5大", "structure", "a great fixed group of actions"),
    (PLAN, "每个乡镇建立2个站点。", "2个", "target", "so many in each"),
    (PLAN, "发挥山区26县优势。", "26县", "structure", "places without a measure word"),
    (PLAN, "实施甲、乙、丙3个专项。", "3个", "target", "put into effect"),
    # --- change
    (PLAN, "工业增加值达到650亿元。", "650亿元", "target", "增加值 is a level"),
    (PLAN, "数字经济核心产业增加值超过6000亿元。", "超过6000亿元", "target", "增加值 is a level"),
    (PLAN, "平均减材料54%。", "54%", "change", "the verb, its object and the share"),
    (PLAN, "力争削减排放总量40%。", "40%", "change", "the verb, its object and the share"),
    (PLAN, "合计减少约40万吨排放量。", "约40万吨", "change", "about so much less"),
    (PLAN, "较2015年增加80亿元，增幅60%。", "60%", "change", "a clause that only gives the size"),
    (PLAN, "居民消费价格涨幅2%左右。", "2%左右", "target", "a rate that is kept"),
    (PLAN, "入学率由83.2%提升至90.3%。", "90.3%", "target", "the level it leads to"),
    (PLAN, "入学率、巩固率分别由83.2%、94%提升至90.3%、96%。", "94%", "achieved", "the second level a change sets out from"),
    (PLAN, "最低工资标准年均增幅3.94%。", "3.94%", "target", "a rate, not a change"),
    # --- tense and mood: clause, sentence, section, document
    (PLAN, "有序推进现有填埋场封场，完成停用40座以上。", "40座以上", "target", "现有 speaks of the places only"),
    (PLAN, "推动现有企业改造30家。", "30家", "target", "done to what there is"),
    (PLAN, "在已建成40个园区的基础上，新建20个。", "20个", "target", "what is done on top of what there is"),
    (PLAN, "制定了《规划》，新增了228个项目。", "228个", "achieved", "了 completes"),
    (PLAN, "力争在建里程超过1000公里。", "超过1000公里", "target", "a word of will before the attribute"),
    (PLAN, "自2015年秋季起取消择校，尽快实现比例达到50%。", "50%", "target", "a word of will after a year gone by"),
    (PLAN, "预计到2025年，全省人才需求将达1167万人。", "1167万人", "other", "a forecast of demand"),
    (PLAN, "到2025年，新建岗位100万个，而现在每年只有10万个。", "10万个", "achieved", "a word of the past after the date"),
    (PLAN, "一、工作成效\n建成园区40个。\n二、工作安排\n建成园区20个。", "40个", "achieved", "under what was reached"),
    (PLAN, "一、工作成效\n建成园区40个。\n二、工作安排\n建成园区20个。", "20个", "target", "under what is planned"),
    (PLAN, "一、面临形势\n人均水平为全国的80%。\n二、主要任务\n覆盖率达到90%。", "80%", "achieved", "under how things stand"),
    (PLAN, "一、着力缓解困难地区就业压力\n确保新增就业20万人。", "20万人", "target", "困难 is worked on"),
    (PLAN, "一、夯实发展基础\n新建园区20个。", "20个", "target", "a foundation is laid"),
    (PLAN, "二、主要目标\n网络零售额同比增长10%，上云系统数超过300个。", "超过300个", "target", "a plan compares too"),
    (RULES, "每年最多以补助五次为原则。", "五次", "other", "每年 makes no goal in rules"),
    (RULES, "同一单位可申请案件数上限为三案。", "三案", "other", "a limit in rules"),
    (RULES, "到2025年，建成示范区30个。", "30个", "target", "a date to come does"),
    (NEWS, "分析师认为，到2025年市场规模有望达到500亿元。", "500亿元", "other", "an analyst's forecast"),
    (NEWS, "未来五年全国天然气缺口将达1600亿立方米。", "1600亿立方米", "other", "a forecast of demand"),
    (NEWS, "《方案》提出，到2025年，产业规模将达到500亿元。", "500亿元", "target", "a plan says so"),
    (NEWS, "推动产业升级，建成园区20个。", "20个", "achieved", "推动 tells as well"),
    (MARKET, "预计2015年消费量在8亿吨左右。", "8亿吨左右", "other", "a market report foresees"),
    (MARKET, "2010年消费量达到6亿吨。", "6亿吨", "achieved", "and tells what was"),
    (MARKET, "今年产销量有望达2700万只，国内市场占有率为40%。", "40%", "other", "the forecast goes on in the sentence"),
    # --- from the outline
    (PLAN, "三、发展目标\n——能源体系建设取得新进展。供电可靠率达到99.9%。", "99.9%", "target", "a goal told as if it were reached"),
    (PLAN, "一、发展背景\n（三）发展目标\n森林覆盖率达到47.2%。", "47.2%", "target", "goals under a heading that looks back"),
    (PLAN, "一、工作回顾\n（一）目标完成情况\n建成园区40个。", "40个", "achieved", "how goals were met"),
    (REPORT, "一、“十四五”时期工作回顾\n“十四五”时期是不平凡的五年。建成园区40个。", "40个", "achieved", "a period that is over"),
    (
        REPORT,
        "一、2025年工作回顾\n建成园区40个。\n今年发展主要预期目标是：失业率控制在5%以内。\n新建园区20个。",
        "20个",
        "target",
        "the report has turned",
    ),
    # --- articles about no policy recount
    (AUDIT, "该公司向各单位收取业务收入239万元。", "239万元", "achieved", "money taken, as an article recounts"),
    (AUDIT, "红十字会在采购中按照原采购预算164万元签订合同。", "164万元", "achieved", "会 is the end of a name, 预算 a sum that stood"),
    (AUDIT, "该县将17户不合格企业认定为先进。", "17户", "achieved", "将 marks the object"),
    (AUDIT, "企业享受税收优惠26亿元。", "26亿元", "achieved", "relief enjoyed, as an article recounts"),
    (AUDIT, "对符合条件的企业最高奖励50万元。", "50万元", "other", "what one may have, whoever says it"),
    # --- words that only look like cues
    (PLAN, "一、工作情况\n积极响应倡议，各单位供应物资30件。", "30件", "achieved", "应 is part of 响应 and 供应"),
    (ANSWER, "目前主要问题是资金缺口，总投资相应调整为8.5亿元。", "8.5亿元", "achieved", "应 is part of 相应"),
    (ANSWER, "目前项目尚未动工，估算总投资5亿元。", "5亿元", "achieved", "what it costs, as the matter stands"),
    (PLAN, "完成任务约需投资5亿元。", "5亿元", "other", "what it costs, as is planned"),
    (PLAN, "自2012年秋季起免除学费，目标人群覆盖率100%。", "100%", "target", "a year from which a rule holds"),
    (PLAN, "甲项目，2018—2026年，新建厂房3栋。", "3栋", "target", "a range of years that is not over"),
    (PLAN, "二、目标\n生产总值达5250亿元（2010年可比价），人均达到3万元。", "3万元", "target", "a year whose prices are meant"),
    (PLAN, "专项资金由目前的每年6000万元增加到3亿元。", "3亿元", "target", "目前 speaks of the level set out from"),
    (PLAN_TO_COME, "“十三五”规划提出的入学率90%的目标提前实现。", "90%", "achieved", "a plan's period gone by"),
    (PLAN, "今年高校毕业生达80万人，要做好就业服务。", "80万人", "achieved", "a number that is known"),
    # --- numbers of one list
    (PLAN, "分别按照80%、60%、40%的比例补助。", "80%", "other", "the last of a list shows what it is"),
    (PLAN, "对获奖项目分别给予50万、30万、10万元奖励。", "50万", "other", "the unit stands at the last"),
    (PLAN, "培育销售收入超亿元和10亿元的优秀企业。", "10亿元", "other", "the first of a list too"),
    (PLAN, "补助标准分别再提高30元和5元。", "5元", "change", "a list after a verb of change"),
    (PLAN, "建设3个国家级、10个省级基地。", "10个", "target", "two numbers of what is made"),
    # --- who a body is made up of, what is listed
    (PLAN, "领导小组设组长1名、副组长2名。", "2名", "other", "whom a body is made up of"),
    (PLAN, "专家组由7名以上专家组成。", "7名以上", "other", "whom a body is made up of"),
    (PLAN, "领导小组下设5个专项工作组。", "5个", "structure", "what a body is divided into"),
    (PLAN, "决定授予张三等10名同志先进工作者称号。", "10名", "structure", "those whom the text names"),
    (PLAN, "市政府决定取消、下放12项审批事项。其中，取消8项，下放4项。", "12项", "structure", "what a decision lists"),
    (PLAN, "市政府决定取消、下放12项审批事项。其中，取消8项，下放4项。", "4项", "structure", "a part of what it lists"),
    (PLAN, "一、市水务局（市海洋局）（3项）设站审批", "3项", "structure", "a tally after a bracket"),
    (PLAN, "10.云岚省（30个）青汀市：市区、临澜县", "30个", "structure", "a tally at a numbered label"),
    (PLAN, "规划包括了主要治理任务，共190个项目。", "190个", "structure", "how many it is made up of"),
    (PLAN, "四个能力：检查能力、扑救能力、疏散能力、宣传能力。", "四个", "structure", "the list follows"),
    (PLAN, "形成“一个走廊、两个密集区、三条发展轴、多个节点”的空间格局。", "三条", "structure", "parts of a picture"),
    (PLAN, "构建以3个中心城市为核心的城镇体系。", "3个", "structure", "the means"),
    (PLAN, "推动4个产业基地提质升级。", "4个", "structure", "a group that is there and is helped on"),
    (PLAN, "推动400家企业转型升级。", "400家", "target", "no fixed group"),
    (PLAN, "确保甲高铁、乙机场等3个项目建成投用。", "3个", "target", "a list not told to its end is finished"),
    (PLAN, "一、工作成效\n甲、乙、丙等14条产业链初步建成。", "14条", "achieved", "told of as done"),
    (PLAN, "一、工作成效\n稳增长、防风险、保民生三项任务圆满完成。", "三项", "structure", "tasks stay parts"),
    (PLAN, "各市各选择1所医院试点。", "1所", "target", "so many of each"),
    (PLAN, "（一）监测内容\n1.校园环境情况\n每个乡镇选择学校2所。", "2所", "target", "情况 is what is looked into"),
    # --- change
    (PLAN, "到2025年，能耗下降14%，力争达到14.5%。", "14.5%", "change", "the change before, raised"),
    (PLAN, "总产值由原定的1.1万亿元，提高到1.5万亿元。", "1.1万亿元", "other", "a level that was only planned"),
    (PLAN, "等级提高2个等级。", "2个", "change", "steps up"),
    (PLAN, "申请材料精简30%。", "30%", "change", "a verb of change"),
    (PLAN, "减少审批环节3个。", "3个", "change", "fewer, though the noun is one for parts"),
    (PLAN, "对未完成的扣减10%补助资金。", "10%", "other", "扣减 takes away money"),
    (PLAN, "人均产值是全国平均水平的1.5倍。", "1.5倍", "achieved", "how things compare"),
    (PLAN, "力争人均产值达到全国平均水平的1.5倍。", "1.5倍", "target", "what is to be reached"),
    # --- facts told without words of the past
    (PLAN, "我市有规上企业1200家，其中高新技术企业300家。", "300家", "achieved", "what a place has"),
    (PLAN, "我市有序推进改造，完成老旧小区30个。", "30个", "target", "有序 has nothing"),
    (PLAN, "仍有20%的村未通公交。", "20%", "achieved", "what is still so"),
    (PLAN, "平均每个乡镇不足1所。", "不足1所", "achieved", "short of it"),
    (PLAN, "涉及5个县、32个乡镇。", "32个", "achieved", "what is touched"),
    (PLAN, "在15个县试点的基础上，全面推开。", "15个", "achieved", "what is built upon"),
    (PLAN, "截至目前，完成年度目标任务的80%。", "80%", "achieved", "目标任务 wants nothing here"),
    (PLAN, "“十二五”规划目标为3000公里，实际完成3200公里。", "3000公里", "achieved", "a goal of a plan gone by"),
    (PLAN, "青汀水库（库容1.2亿立方米）除险加固。", "1.2亿立方米", "achieved", "a property in a bracket"),
    (PLAN, "一、工作成效\n累计减免税费30亿元。", "30亿元", "achieved", "a relief that was given"),
    (PLAN, "为企业减免税费30亿元。", "30亿元", "target", "a relief to be given"),
    (PLAN, "年内分3批推介项目。", "3批", "structure", "what is done in lots"),
    (PLAN, "建设2台机组。", "2台", "target", "设 is part of 建设"),
    (PLAN, "本措施共20条。", "20条", "structure", "how many parts the text has"),
    # --- articles
    (NEWS, "会议要求，确保全年新增就业10万人。", "10万人", "target", "a meeting sets out"),
    (NEWS, "项目建成后，年产值可达10亿元。", "10亿元", "other", "what somebody reckons with"),
    (PLAN, "进一步保障项目前期经费，每年安排不少于50万元用于储备。", "不少于50万元", "target", "no 目前 in 项目前期"),
    (PLAN, "整合国际国内两个市场。", "两个", "structure", "a pair that everybody knows"),
    (PLAN, "完成（以下统称2个片区）布局。2个片区口岸做大规模。", "2个", "structure", "a group that was given its name"),
    (PLAN, "将工程纳入国家90项重大工程。", "90项", "structure", "a list that others have drawn up"),
    (PLAN, "壮大13条重点产业链，培育企业。", "13条", "structure", "a group that is there and grows"),
    (PLAN, "新培育13条产业链。", "13条", "target", "made, not grown"),
    (PLAN, "一、实施对象。我省山区19个县的儿童。", "19个", "structure", "the heading says for whom"),
    (PLAN, "确保全市140个重点项目完成投资60亿元。", "140个", "structure", "those whose sum is told"),
    (PLAN, "确保全市140个重点项目完成投资60亿元。", "60亿元", "target", "the sum"),
    (PLAN, "加快青汀、临澜等6条高铁，云岚等17条高速公路，以及湖岭水库等水利工程建设。", "17条", "target", "built, over commas"),
    (PLAN, "筑牢一个底座，建设两大枢纽，强化三项支撑。", "一个", "structure", "the first part of a picture"),
    (PLAN, "筑牢一个底座，建设两大枢纽，强化三项支撑。", "两大", "structure", "the second"),
    (PLAN, "到2025年，建成电子档案、电子病历、人口三大数据库。", "三大", "target", "built by a date"),
    (PLAN, "按照1+2+N（1所医院为龙头、2所医院和N个机构）模式。", "2所", "structure", "what a formula stands for"),
    (REPORT, "一、2025年工作回顾\n临澜至青汀4条高铁加快建设。", "4条", "achieved", "on their way, in a part that looks back"),
    (NEWS, "通知指出，2022年底前支持全国26万农户改造危房。", "26万", "target", "a notice sets it out, and the news tells it"),
    (PLAN, "五、抢抓机遇，实现突破\n安排经费增至2亿元。", "2亿元", "target", "a chance that is seized, no account of chances"),
    (PLAN, "力争储备项目800项以上，总投资规模超过1万亿元。", "超过1万亿元", "target", "aimed at, no cost"),
    (ANSWER, "一、港口项目。青汀市请求，由甲公司与乙公司合作，拟投资400亿元。", "400亿元", "other", "what was asked for"),
    (ANSWER, "一、曲轴项目。2004年预计国产柴油机94台。", "94台", "other", "what a letter expects"),
    (NEWS, "5月销量降幅创纪录，同比增长幅度达到148%。", "148%", "change", "growth, however it is called"),
    (PLAN, "产值年均增长将超过15%。", "超过15%", "change", "将 between"),
    (PLAN, "湖岭市（6个）甲县、乙县。青汀市（7个）丙县。", "7个", "structure", "a tally in the middle of a line"),
    (PRAISE, "61.青汀市推出3个“信贷通”破解难题。", "3个", "achieved", "what somebody is praised for was done"),
    (PRAISE, "青汀市助学贷款提标降息惠及1100多万学生。", "1100多万", "achieved", "whom it reaches is no change"),
    (PLAN, "由区建设委、区房屋局、区茶办三家单位推进。", "三家", "structure", "建设 in the name of an agency builds nothing"),
    (PLAN, "计划采购1000吨以上的脐橙。", "1000吨以上", "target", "goods that change hands, however much"),
    (PLAN, "采购1000吨级以上的货轮。", "1000吨级以上", "other", "but not what is of a size"),
    (PLAN, "以云岚5个茶业帮扶县为重点，巩固成果。", "5个", "structure", "what something is centred on"),
    (PLAN, "加大对老区、52个贫困县、安置区的支持。", "52个", "structure", "whom help is for"),
    (PLAN, "东里市（含10个县、2个涉农区，129个乡镇）修路。", "129个", "structure", "what a place is made up of"),
    (PLAN, "培育5家以上年销售收入过百亿元、2家以上年销售收入达500亿元的企业。", "2家以上", "target", "以上年 is no 上年"),
]


@pytest.mark.parametrize(("context", "text", "written", "role", "why"), ROLES)
def test_role(context: Context, text: str, written: str, role: str, why: str) -> None:
    """The role of the count whose text is `written`."""
    assert role_of(written, text, context) == role, why


def test_report_without_headings() -> None:
    """A report turns from what was to what shall be in running text."""
    context = Context(title="2026年云岚省政府工作报告", published=date(2026, 2, 1))
    text = "这是扬优聚势的五年。现代产业体系加快形成，建成园区40个。\n今年经济社会发展主要预期目标是：新建园区20个。"
    assert [(count.text, count.role) for count in analyse(text, context, NLP).counts] == [("40个", "achieved"), ("20个", "target")]


def test_a_base_has_its_own_year() -> None:
    """The year of the level that a change sets out from is not that of the level it leads to."""
    text = "茶园能效标准由“十三五”时期的0.6吨标准煤/万元调整至0.52吨标准煤/万元。"
    assert [count.role for count in analyse(text, Context(title="青汀市“十四五”茶业规划"), NLP).counts] == ["achieved", "target"]


def test_those_whose_measure_is_meant() -> None:
    """Battles of a campaign and things whose measure is to be reached are given, things to be built are not."""
    text = "打好三场攻坚战。20个断面水质优良比例、达标率均达到要求。新建20个断面。"
    assert [count.role for count in analyse(text, PLAN, NLP).counts] == ["structure", "structure", "target"]


def test_what_is_wrong_is_the_case() -> None:
    """A clause behind the number that tells what is wrong describes how things are; `目标` does not."""
    context = Context(title="青汀市茶区规划", published=date(2021, 3, 1))
    text = "茶区生态脆弱地带占全市面积42.5%，地下水超采问题突出。"
    assert [count.role for count in analyse(text, context, NLP).counts] == ["achieved"]
    assert [count.role for count in analyse("茶区绿地占全市面积42.5%，地下水超采得到治理。", context, NLP).counts] == ["target"]


def test_a_group_told_once_is_known() -> None:
    """`7座` named as a group is the same group when it comes again as what something is for."""
    text = "甲、乙、丙、丁4座水电站由省管理。\n省里向4座水电站征收水费。\n新建4座水电站。"
    assert [count.role for count in analyse(text, PLAN, NLP).counts] == ["structure", "structure", "target"]


def test_a_group_taken_up_again() -> None:
    """`7个专项` that a text has explained is the same group when it is begun."""
    text = "“7”即7个专项。\n全面启动7个专项。"
    assert [count.role for count in analyse(text, PLAN, NLP).counts] == ["structure", "structure"]


def test_summary_and_plan_in_one() -> None:
    """A notice that carries last year's summary and this year's plan turns at their headings."""
    context = Context(title="关于印发2021年工作总结和2022年工作要点的通知", published=date(2022, 2, 12))
    text = "2021年工作总结\n收到作品44篇。\n2022年工作要点\n征集作品50篇。"
    assert [count.role for count in analyse(text, context, NLP).counts] == ["achieved", "target"]


#: (sentence, words of the rule, the words of the text it rests on)
REASONS = [
    ("到2025年，建成示范区30个。", "due by a date", "到2025年"),
    ("目前，城区有示范区30个。", "words of the past in the sentence", "目前"),
    ("全市已建成示范区30个。", "words of the past", "已"),
    ("产值增长5%。", "verb of change", "增长"),
    ("给予每户5万元补助。", "dealt out", None),
    ("建设500千伏主网架。", "grade", None),
    ("推进上述5个试点。", "pointed at", "上述"),
    ("建成示范区30个。", "plainly", None),
]


@pytest.mark.parametrize(("text", "rule", "words"), REASONS)
def test_reasons(text: str, rule: str, words: str | None) -> None:
    """Every role says what it rests on."""
    with reasons() as found:
        analyse(text, PLAN, NLP)
    (reason,) = [reason for reason in found if (reason.table, reason.field) == ("counts", "role")]
    assert rule in reason.rule
    assert words is None or (reason.start is not None and text[reason.start : reason.end] == words)

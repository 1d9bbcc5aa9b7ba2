"""Where the noun phrase before a number begins and ends, phenomenon by phenomenon."""

from __future__ import annotations

import pytest

from extractors.counts.counting import find_counts
from extractors.records import Facts
from tests.counts.test_exclusions import spans

#: What leads from the phrase to its number: (sentence, text of the count, its item, why)
BETWEEN = [
    ("云岚省粮食产量稳定在900亿斤以上。", "900亿斤以上", "云岚省粮食产量", "a verb of keeping"),
    ("住院分娩率巩固在99%以上。", "99%以上", "住院分娩率", "a verb grown together with 在"),
    ("返还比例由30%下调为20%。", "20%", "返还比例", "a verb with 为 that sets a figure"),
    ("民办学校由160所发展至210所。", "160所", "民办学校", "由 opens where the change began"),
    ("民办学校由160所发展至210所。", "210所", "民办学校", "any verb with 至 leads to a level"),
    ("入院人数占比从“十二五”末期的13%降到9%。", "13%", "入院人数占比", "the period where it began"),
    ("渠系水利用系数从2012年的0.44提高到0.51。", "0.51", "渠系水利用系数", "with its figure"),
    ("信用产业规模将在未来五年内翻番。", "翻番", "信用产业规模", "将 with a place in time is no object mark"),
    ("服务质量分值位于全行业八十百分位以上。", "八十百分位以上", "服务质量分值", "where it lies"),
    ("年龄一般不超过70周岁。", "不超过70周岁", "年龄", "an adverb of the predicate"),
    ("跨境电商交易额首次突破30亿元。", "突破30亿元", "跨境电商交易额", "likewise"),
    ("产销量有望达2700万只。", "2700万只", "产销量", "likewise"),
    ("餐厨垃圾处置率要于2023年底前达到90%。", "90%", "餐厨垃圾处置率", "a deadline after a verb of duty"),
    ("拖欠的债务年底前清偿一半以上。", "一半以上", "拖欠的债务", "a verb said of what stands before it"),
    ("床位占比较去年提高3%。", "3%", "床位占比", "占比|较, not 占|比较"),
    ("上网电价较当地平均水平低5%。", "5%", "上网电价", "what it is compared with"),
    ("产品中高端销售占总销量超40%。", "超40%", "产品中高端销售占总销量", "A占B stays whole"),
    ("输气量稳定在每日100万立方米左右。", "100万立方米左右", "输气量", "每日 goes with the number"),
    ("轻客销量环比下滑近10%。", "近10%", "轻客销量", "a verb of change with 环比"),
    ("企业数量日均净增1万户。", "1万户", "企业数量", "likewise"),
    ("产量从略有盈余演变成下滑近6%。", "近6%", "产量", "从 after a measure, whatever it says"),
    ("级别工资由十五级至一级每人每月85元提高到115元。", "115元", "级别工资", "likewise 由"),
    ("今年4月销量环比下降15%。", "15%", "销量", "月|销量, not 月销量"),
    ("招生计划数每年递增10%。", "10%", "招生计划数", "递增 is a verb of change"),
    ("补助金额不得逾制作总成本之百分之三十。", "百分之三十", "补助金额", "逾, as Taiwan writes it"),
    ("云岚省人均草地拥有面积不足全国平均水平的一半。", "一半", "云岚省人均草地拥有面积", "A falls short of B"),
    ("青汀河达到或优于Ⅲ类水体比例达到81%。", "81%", "青汀河达到或优于Ⅲ类水体比例", "a grade is no other side of a comparison"),
    ("生态林面积保持在全县林地面积的30%以上。", "30%以上", "生态林面积", "A kept at a share of B"),
    ("以该点为中心，向四周各延伸500米。", "500米", "延伸", "a verb alone after 各"),
    ("所需资金由市县财政承担50%。", "50%", "资金", "what those after 由 bear"),
    ("国道沿线百里车死亡率为2%，万车死亡率为3%。", "3%", "万车死亡率", "a size that opens a rate's name"),
]

#: The objects of news and audits, thresholds and lists before the figure: (sentence, text of the count, its item, why)
TOLD = [
    ("市里决定取消和调整一批审批事项，共计41项。", "41项", "审批事项", "一批 after a verb is no part of the phrase"),
    ("农户种植各种药材152公顷。", "152公顷", "药材", "likewise 各种"),
    ("该站少计结余12万元。", "12万元", "结余", "a verb of booking"),
    ("审计部门查出“账外账”3亿元。", "3亿元", "“账外账”", "a verb of finding out"),
    ("合同价款超出中标价款42万元。", "42万元", "合同价款", "what it exceeds is another thing's figure"),
    ("副科长张某因受贿80余万，被判刑。", "80余万", "受贿", "what somebody is charged with"),
    ("科长李某涉嫌在招标过程中贪污64万元。", "64万元", "贪污", "likewise, with the occasion between"),
    ("全县开展各类宣传活动280场。", "280场", "宣传活动", "活动 is a noun, whatever jieba says"),
    ("救援队伍共接警出动6.4万起。", "6.4万起", "接警出动", "a verb that is counted itself"),
    ("使用超过12年的车辆占车辆总数23%。", "23%", "使用超过12年的车辆占车辆总数", "a threshold is no comparison"),
    ("新建生产线要安装效率不低于60%的装置。", "不低于60%", "效率", "效率 names a quality and no share"),
    ("建设设施配套、环境优越、产值在50亿元以上的园区。", "50亿元以上", "产值", "a list of qualities ends in a measure"),
    ("提供不高于实际代偿总额20%的补偿。", "20%", "实际代偿总额", "what a share of is given"),
    ("其中年初结余14万元。", "14万元", "年初结余", "the time says which balance"),
    ("按0.5%的费率收取担保费。", "0.5%", "担保费", "the fee is levied at the rate"),
    ("加上调入资金，支出规模28亿元、比上年增加1亿元。", "1亿元", "支出规模", "a figure's change after the figure"),
    ("卫生技术人员、护士分别达到8人、4人。", "4人", "护士", "the list shares no head"),
    ("花生种植、收获机械化率分别达到30%、40%。", "40%", "花生收获机械化率", "this list does"),
    ("抓好24项重点工作。", "24项", "重点工作", "工作 after an adjective is the thing counted"),
    ("公布事项目录。\n省政府决定取消的审批事项目录（共15项）", "15项", "决定取消的审批事项", "the list's title says what it is of"),
    ("审批事项共9项。\n一、市公安局（3项）", "3项", "审批事项", "an agency has so many of what the list counts"),
    ("一、公安业务（3项）", "3项", "公安业务", "a field of work is no agency"),
]

#: What opens the clause and is dropped.
OPENING = [
    ("“十四五”期间，累计治理河道300公里。", "300公里", "河道", "an adverb of time before the verb"),
    ("299.建设绿色农房3000栋。", "3000栋", "绿色农房", "a label without a space"),
    ("3年内共投资100万元。", "100万元", "投资", "a number of years"),
    ("在市县医院成立临床基地3个。", "3个", "临床基地", "where it is done"),
    ("沿江两岸建设防洪堤2公里。", "2公里", "防洪堤", "along what it is done"),
    ("按实际投资额的15%给予补贴。", "15%", "实际投资额", "by what it is reckoned"),
    ("经评审按照项目投资总额的30%给予补助。", "30%", "项目投资总额", "likewise in the midst"),
    ("该行业协会预计钢材消费量将增长6%。", "6%", "钢材消费量", "who reckons"),
    ("数据显示，全市用电量增长6%。", "6%", "全市用电量", "where it is said"),
    ("一次性奖励50万元。", "50万元", "一次性奖励", "but not what says which"),
    ("未通水的有106个。", "106个", "未通水", "nor a denial"),
    ("保费收入2005年约500亿元。", "约500亿元", "保费收入", "a year between"),
    ("该县渔民2004年人均纯收入3000元。", "3000元", "渔民人均纯收入", "a year in the midst"),
    ("单个项目每年补助不超过100万元。", "不超过100万元", "单个项目补助", "每年 in the midst"),
]

#: Verbs and their objects.
VERBS = [
    ("开工改造老旧小区1000个。", "1000个", "老旧小区", "two verbs in a row"),
    ("新建和改善绿水长廊900公里。", "900公里", "绿水长廊", "joined by 和"),
    ("修订废止和宣布失效行业标准12项。", "12项", "行业标准", "a chain of verbs"),
    ("新建（改造）供电线路70公里。", "70公里", "供电线路", "a verb with another in a bracket"),
    ("提请省人大审议法规草案8部。", "8部", "法规草案", "what somebody is asked to do"),
    ("扶持移民种植经济作物2万亩。", "2万亩", "经济作物", "what somebody is helped to do"),
    ("支持银行向小微企业发放贷款不低于800亿元。", "不低于800亿元", "贷款", "with those it is done for"),
    ("供气公司向全市供应天然气11亿立方米。", "11亿立方米", "天然气", "向 lets a verb govern that may also describe"),
    ("全省重点领域累计准入市场主体80家。", "80家", "市场主体", "累计 before any verb"),
    ("集团争取到国家补贴600万元。", "600万元", "国家补贴", "a verb with its result"),
    ("全省完成工业增加值2000亿元。", "2000亿元", "工业增加值", "完成 even before a figure's name"),
    ("云岚服务业实现税收90亿元。", "90亿元", "云岚服务业实现税收", "but a figure stays with those it is said of"),
    ("规模以上食品企业实现营业收入4亿元。", "4亿元", "规模以上食品企业实现营业收入", "likewise of firms"),
    ("全年退税减税约2万亿元。", "约2万亿元", "退税减税", "two verbs with their objects inside"),
    ("实现城镇新增人口70万。", "70万", "城镇新增人口", "people of a kind of place"),
    ("每千名老年人拥有养老床位30张。", "30张", "每千名老年人拥有养老床位", "a rate with its base"),
    ("服务业新增从业人员20万人。", "20万人", "服务业新增从业人员", "so do people who are new"),
    ("“票根经济”带动旅游收入增长7倍。", "7倍", "旅游收入", "a verb of effect before a figure"),
    ("引导机构将平均担保费率降至1%以下。", "1%以下", "平均担保费率", "what 将 marks"),
    ("企业研发经费投入增长14%。", "14%", "企业研发经费投入", "研发 only describes a figure"),
    ("投放资金80万元。", "80万元", "资金", "money is a thing given"),
    ("每年资助经费100万元。", "100万元", "资助经费", "but 资助 names it"),
    ("引进培训机构20家。", "20家", "培训机构", "after a verb, 培训 names the noun"),
    ("建设培训基地5个。", "5个", "培训基地", "likewise"),
    ("政务服务平台办件网办率达到80%。", "80%", "政务服务平台办件网办率", "a verb inside a share's name"),
    ("压缩比例不高于30%。", "不高于30%", "压缩比例", "a share's name alone needs its verb"),
    ("提高森林覆盖率2个百分点。", "2个百分点", "森林覆盖率", "a verb that raises a share"),
    ("使用清洁能源的比例达到60%。", "60%", "使用清洁能源的比例", "a whole clause that a share is of"),
    ("设一等奖1个。", "1个", "一等奖", "a verb of one character"),
    ("完成造林200万亩。", "200万亩", "造林", "a verb with its object inside"),
    ("完成老旧小区改造9万户。", "9万户", "老旧小区改造", "an action done, after 完成"),
    ("农村劳动力转移就业200万人。", "200万人", "农村劳动力转移就业", "a verb that ends a name"),
    ("每月督查2轮次。", "2轮次", "督查", "an action that is counted itself"),
    ("举办“乐购云岚”活动4000场。", "4000场", "“乐购云岚”活动", "a quoted name hides its verbs"),
    ("全县企业研发投入累计20亿元。", "20亿元", "全县企业研发投入", "a verb in a figure's name"),
    ("把茶叶、蚕桑、花卉培育成为产值超100亿元的产业。", "超100亿元", "产值", "成为 leads to what it becomes"),
    ("新（改、扩）建污水处理设施两座。", "两座", "污水处理设施", "a verb with a bracket in its midst"),
    ("全市新增未来工厂5家。", "5家", "未来工厂", "a time that says of what kind"),
    ("临澜县现代服务业工程24项。", "24项", "临澜县现代服务业工程", "likewise"),
    ("全市每月督查3轮次。", "3轮次", "督查", "what is done so often"),
    ("对小微企业收取的担保费率不超过1%。", "不超过1%", "担保费率", "a figure without whom it is dealt with"),
    ("其他事项应经全体理事二分之一以上同意。", "二分之一以上", "全体理事", "经 opens who is asked"),
]

#: What describes the thing, and who acts.
DESCRIBING = [
    ("省政府公布历史街区25片。", "25片", "历史街区", "who acts goes"),
    ("各地可对担保费率不超过1%的业务给予补助。", "不超过1%", "担保费率", "who may do something"),
    ("协会对拖欠民企的款项清偿一半以上。", "一半以上", "拖欠民企的款项", "a clause that says which"),
    ("机构在企业首轮融资中的实际投资额达800万元。", "800万元", "实际投资额", "but not where it is measured"),
    ("有自主品牌的企业数量增长7%。", "7%", "有自主品牌的企业数量", "有 opens a relative clause"),
    ("村民对数字服务的满意度不低于90%。", "不低于90%", "村民对数字服务的满意度", "A对B的 belongs to the measure"),
    ("每团队最高补助上限8万元。", "8万元", "每团队最高补助上限", "每 belongs to a measure"),
    ("每组4人。", "4人", None, "but names nothing alone"),
    ("新认定产品的每件奖励2万元。", "2万元", "每件奖励", "from 每 on"),
    ("单笔补贴不超过50万元。", "不超过50万元", "单笔补贴", "so does 单笔"),
    ("“双师型”教师（同时具备理论和实践教学能力的教师）占专业教师总数60%。", "60%", "“双师型”教师占专业教师总数", "without a long aside"),
    ("智能工厂（数字化车间）30家。", "30家", "智能工厂（数字化车间）", "but with another name"),
    ("计划新建66千伏开关站9座、35千伏线路3条。", "9座", "66千伏开关站", "a size before the thing"),
    ("全年共发生5级以上地震48次。", "48次", "5级以上地震", "a grade before the thing"),
    ("甲国、乙国等国家的机械化率都达到了100%。", "100%", "机械化率", "not where it is measured"),
    ("紧密型医共体45个。", "45个", "紧密型医共体", "共 inside a word sums nothing up"),
    ("经常参加阅读活动人数比例达到40%。", "40%", "经常参加阅读活动人数比例", "an adverb inside a share's name"),
    ("可再生能源消费比重达到14%。", "14%", "可再生能源消费比重", "可 inside a word is no verb of duty"),
    ("城镇居民人均可支配收入增长5%。", "5%", "城镇居民人均可支配收入", "likewise"),
    ("退休职工采暖补贴标准总体上调4%。", "4%", "退休职工采暖补贴标准", "a verb that says which people"),
    ("抽水蓄能电站装机容量达到1000万千瓦。", "1000万千瓦", "抽水蓄能电站装机容量", "a verb that opens a figure's name"),
]

#: Phrases said before.
SAID_BEFORE = [
    ("全省教育投入达到2800亿元，增幅60%。", "60%", "全省教育投入", "what only says that something changed"),
    ("家电产值提高到1.5万亿元，上调四成。", "四成", "家电产值", "likewise a verb"),
    ("烘干机械化率达到80%、高于全县平均水平9个百分点。", "9个百分点", "烘干机械化率", "the other side of a comparison is not it"),
    ("海洋产业产值达到800亿元，占比30%。", "30%", "海洋产业产值占比", "a share of what was said before"),
    ("甲市收入只有全省平均的60%、临澜县48%。", "48%", "临澜县收入", "a place takes the measure, not its place"),
    ("全县范围内稻谷损耗率控制在3%以下，大豆控制在2%以下。", "2%以下", "大豆损耗率", "likewise a kind"),
    ("货运增速始终保持在7%以上的水平，累计同比增长9%。", "9%", "货运增速", "the measure that a clause before speaks of"),
    ("货运增速呈放缓态势，分别为8%、7%。", "7%", "货运增速", "likewise"),
    ("服务业占全省产值的12%，五年年均增长9%。", "9%", "服务业", "A of A占B, when it is no share"),
    ("制造业比重达到55%、服务业超过7%。", "超过7%", "服务业比重", "a share that another thing has too"),
    ("生活垃圾利用率达到30%，云岚城市群达到60%。", "60%", "云岚城市群生活垃圾利用率", "a place has the whole measure"),
    ("煤炭消费量由2015年的1100万吨削减到2020年的130万吨，占比降为1%。", "130万吨", "煤炭消费量", "a verb grown together with 到"),
    ("按下列标准增加退休费：处级130元、科级100元。", "130元", "处级退休费", "nouns that jieba takes for verbs"),
    ("增长超过15%的省份依次是甲省（31%）、乙省（21%）。", "31%", "甲省", "the first of a list of brackets"),
    ("试用期工资标准为：大学毕业生每月400元；研究生每月460元。", "460元", "研究生试用期工资标准", "a measure that a colon announces"),
    ("新增潮汐能装机6万千瓦，累计达到20万千瓦。", "20万千瓦", "潮汐能装机", "nothing but verbs"),
    ("现代服务业增加值占服务业比重达到50%，占生产总值比重达到30%。", "30%", "现代服务业增加值占生产总值比重", "占 once more"),
    ("软件业收入超过900亿元，年均增长率超过15%。", "超过15%", "软件业收入", "a bare rate of what was said before"),
    ("生产总值跨越2个千亿元台阶，达到5000亿元。", "5000亿元", "生产总值", "not the step"),
    ("拥挤指数5.4（2019年数据），比上年下降3%。", "3%", "拥挤指数", "a measure without its own number"),
    ("建成省级重点实验室20家，其中国家级9家。", "9家", "国家级重点实验室", "a grade of the noun before"),
    ("建设管廊350公里，其中甲乙9市建设200公里。", "200公里", "管廊", "the same unit before, not the places"),
    ("大客车应不低于八分之一；一○四年不得低于七分之一。", "不得低于七分之一", "大客车", "a year in Chinese figures is a time"),
    ("特大城市公交分担率达到45%，大城市达到35%。", "35%", "大城市公交分担率", "a kind of place takes the measure"),
    ("给予30%的补助，单个项目最高50万元。", "最高50万元", "补助", "those who get it are not it"),
]


#: What a heading, a worked sum or an earlier clause lends: (text, text of the count, its item, why)
LENT = [
    # -- lists under a heading that names the class (headed.py)
    ("（一）散货船运力。\n1.云岚远航海运有限公司，新增2艘。", "2艘", "散货船", "the heading names what each firm has"),
    ("二、拟认定的绿色工厂名单\n青汀市（6家）\n临澜县（4家）", "4家", "绿色工厂", "the title of a list, past its first entry"),
    ("高标准农田建设任务：青汀市12万亩，云溪县5万亩。", "5万亩", "高标准农田", "what a colon announces for places"),
    ("全市共有特色小镇12个，其中青汀区5个、云溪县3个。", "3个", "特色小镇", "what the sentence counts with the same measure word"),
    ("（二）普惠性幼儿园\n青汀区：新增3所，提供学位810个；临澜县：新增2所。", "2所", "普惠性幼儿园", "past another noun of the entry before"),
    ("一、加强组织领导\n改造老旧小区100个。", "100个", "老旧小区", "but a kind of place is a thing counted"),
    # -- worked sums (worked.py)
    ("完税价格300万元，税率30%，税额为45万元（300万元x 30%税率x 1/2=45万元）。", "45万元", "税额", "a result is what its sum is told for"),
    ("单位缴费8000元×16%=1280元。", "1280元", "单位缴费", "and what the sum begins with"),
    # -- subjects, plans and rates before the phrase (subjects.py, between.py)
    ("经营主体活力增强，总量达到120万户。", "120万户", "经营主体活力总量", "a bare total is of what the clause before tells of"),
    ("项目规划设计床位600张。", "600张", "床位", "without the project and its planning"),
    ("规划人口15万人。", "15万人", "规划人口", "but a planned figure keeps its name"),
    ("工程概算总投资36亿元。", "36亿元", "总投资", "likewise of money"),
    ("条例第3条第1款规定税率30%。", "30%", "税率", "without the rule it rests on"),
    ("学费每生每学年4500元。", "4500元", "学费", "without those whom it is paid for"),
    ("农村低保标准提高到每人每年7200元。", "7200元", "农村低保标准", "and past the verb before them"),
    ("补偿标准由每亩16元提高到20元。", "20元", "补偿标准", "from one value of a thing to the next"),
    ("对收入在2亿元（含）以下的企业给予补贴。", "2亿元（含）以下", "收入", "a figure is no verb"),
    ("因污染造成直接经济损失500万元以上的。", "500万元以上", "直接经济损失", "what is caused"),
    ("制度健全的得10分，未建立台账的扣3分。", "3分", "未建立台账", "points are of their criterion"),
    ("甲、乙用电增速低位徘徊，累计同比分别增长7.5%和6.7%。", "6.7%", "乙用电增速", "the measure a whole clause speaks of"),
    ("受理费按照标的额的2%收取，最低100元。", "最低100元", "受理费", "a sum is of the charge, not of its base"),
    ("申请人资产净值不少于新台币五百万元。", "五百万元", "申请人资产净值", "past a currency and its bound word"),
    ("自建房安全排查：累计排查42万栋。", "42万栋", "自建房安全排查", "the topic before a colon where the clause has none"),
    ("今年主要预期目标是地区生产总值增长6%。", "6%", "地区生产总值", "without the goals it is among"),
    # -- what is done with things whose measure stands before (antecedents.py)
    ("高速公路投资200亿元，续建770公里。", "770公里", "高速公路", "kilometres are of the roads, not of what they cost"),
    ("新能源汽车产能达到50万辆，销售30万辆。", "30万辆", "新能源汽车销售", "another measure of the same things"),
    ("新能源汽车产能达到50万辆，力争60万辆。", "60万辆", "新能源汽车产能", "but the same measure where nothing else is done"),
]


@pytest.mark.parametrize(("text", "written", "item", "why"), [*TOLD, *BETWEEN, *OPENING, *VERBS, *DESCRIBING, *SAID_BEFORE, *LENT])
def test_item_before(text: str, written: str, item: str | None, why: str) -> None:
    """The item of the last count whose text is `written`."""
    found = {count.text: count.item for count in find_counts(text, Facts(), spans(text))}
    assert written in found, why
    assert found[written] == item, why

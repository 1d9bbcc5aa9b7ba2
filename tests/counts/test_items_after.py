"""What a number counts when the noun phrase follows it: where the phrase begins and ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.counts.counting import find_counts
from extractors.counts.noun_phrases.nouns import agreement
from extractors.records import Facts
from tests.counts.test_exclusions import spans

#: (sentence, text of the count, its item, why)
AFTER = [
    # the measure word picks out its noun: what is said of the things is left out
    ("三家医院门诊人次占全市一半。", "三家", "医院", "家 counts hospitals, not visits"),
    ("28个流行县人群患病率明显下降。", "28个", "流行县", "个 counts no rates"),
    ("4门科目成绩计入总分。", "4门", "科目", "门 counts subjects, not marks"),
    ("扶持12条重点产业链上的骨干企业。", "12条", "重点产业链", "条 counts chains, not companies"),
    ("对32个城市的垃圾分类工作开展评估。", "32个", "城市", "cities, not the work done there"),
    ("6座水电站利润按比例分成。", "6座", "水电站", "座 counts stations, not profits"),
    ("落实8个行业增值税留抵退税政策。", "8个", "行业", "a head with what is levied on it"),
    ("40条公交线路跨线联运。", "40条", "公交线路", "lines, not what they do"),
    ("支持5所高校一流学科建设。", "5所", "高校", "所 counts no disciplines"),
    ("改善70个建制村通行条件。", "70个", "建制村", "villages, not their roads"),
    ("40所中小学校心理辅导室建设进展顺利。", "40所", "中小学校", "schools, not what is built there"),
    ("惠及120户困难家庭住房改造。", "120户", "困难家庭", "households, not their houses"),
    ("新增15台大型医疗设备采购。", "15台", "大型医疗设备", "台 counts machines"),
    ("接入90万辆共享单车动态数据。", "90万辆", "共享单车", "辆 counts vehicles, not data"),
    ("600名乡村教师的工资性支出由省财政承担。", "600名", "乡村教师", "名 counts people, not their pay"),
    ("对18座水库大坝安全开展鉴定。", "18座", "水库大坝", "the last noun that 座 counts"),
    ("加大9条产业链各类要素投放力度。", "9条", "产业链", "条 counts no resources"),
    ("18家企业负责人参加座谈。", "18家", "企业", "家 counts no people"),
    ("近300家企业安装在线监控系统。", "近300家", "企业", "a verb in no list, with nothing 家 counts after it"),
    ("聘请20位专家学者授课。", "20位", "专家学者", "授课 is no 课"),
    ("为5000户居民办理燃气过户。", "5000户", "居民", "户 counts residents"),
    ("强化县乡两级政府主体责任。", "两级", "政府", "levels of government"),
    ("9个地级市空气质量达到国家标准。", "9个", "地级市", "cities, not their air"),
    ("四大行业用电量较快增长。", "四大", "行业", "大 counts no amounts"),
    ("全面推进三项医疗保险参保率提升。", "三项", "医疗保险", "项 counts no rates"),
    ("十大产业园区供热改造启动。", "十大", "产业园区", "not what is done there"),
    ("完成63个老旧小区配电网更换。", "63个", "老旧小区", "a place, not its net"),
    ("31座供热中心清洁能源改造完工。", "31座", "供热中心", "座 counts centres"),
    ("完成两座主殿封顶。", "两座", "主殿", "a deed that jieba takes for a noun"),
    ("两股力量汇合推动转型。", "两股", "力量", "股 counts powers"),
    ("通报27个行业企业排放情况。", "27个", "行业", "lines of business, not the firms in them"),
    ("深化4个功能区协同联动机制。", "4个", "功能区", "what the areas have set up between them"),
    ("15个部门主要负责同志参加。", "15个", "部门", "offices, not their heads"),
    ("研究3个行业的碳达峰方案。", "3个", "行业", "what is made for each of them"),
    ("支持省、市、县三级医院建设特色专科。", "三级", "医院", "a deed and its object"),
    ("完成500个村卫生室标准化建设。", "500个", "村卫生室", "村 only says where"),
    ("推进300栋老旧危房改造。", "300栋", "老旧危房", "a deed that jieba joins to its object"),
    ("设置16个采样点位方便群众。", "16个", "采样点位", "a verb that jieba joins to its object"),
    ("600名救援人员赶赴现场。", "600名", "救援人员", "likewise"),
    ("需提交80字左右的成果简介一份。", "80字左右", "成果简介", "a number of the same things after their name"),
    ("实现98%的行政村通硬化路。", "98%", "行政村", "通"),
    ("组建1名村医+1名专家的团队。", "1名", "专家", "a sum of people"),
    # … but a compound whose own head is counted stays whole
    ("建设10个重点产业链数据中心。", "10个", "重点产业链数据中心", "data centres are counted"),
    ("组建6个紧密型县域医共体。", "6个", "紧密型县域医共体", "a head made of characters jieba does not join"),
    ("提交七项相关附件材料（见附件）。", "七项", "相关附件材料", "not cut before a bracket"),
    ("建成15个街道社区卫生服务中心。", "15个", "街道社区卫生服务中心", "街道 only describes"),
    ("修订7项劳动保障地方性法规。", "7项", "劳动保障地方性法规", "保障 names here"),
    ("遴选45所普通高中劳动教育试点学校。", "45所", "普通高中劳动教育试点学校", "试点 describes the schools"),
    ("形成4个零部件配套产业集群。", "4个", "零部件配套产业集群", "配套 describes the cluster"),
    ("提升5个产业集聚区主营业务收入。", "5个", "产业集聚区", "集聚 belongs to 集聚区"),
    ("建立27个海岛特别保护区。", "27个", "海岛特别保护区", "特别 describes"),
    ("建成100台图书自助借阅系统。", "100台", "图书自助借阅系统", "自助 describes"),
    ("认定15家文化休闲购物街区。", "15家", "文化休闲购物街区", "购物 describes"),
    ("形成三条生态防护带。", "三条", "生态防护带", "防护 describes"),
    ("开通26条出省通道。", "26条", "出省通道", "出 belongs to the noun"),
    ("建立3个产业转移合作示范区。", "3个", "产业转移合作示范区", "转移 describes"),
    ("建设44个监测预警与控制区域站。", "44个", "监测预警与控制区域站", "站 is a noun here"),
    ("推进3个产业链协同创新试点。", "3个", "产业链协同创新试点", "试点 ends the name"),
    ("保护50个无居民海岛。", "50个", "无居民海岛", "无 belongs to the noun"),
    ("布设2000多个监测站位。", "2000多个", "监测站位", "位 belongs to the noun"),
    ("建立15支应急救援队伍培训基地。", "15支", "应急救援队伍培训基地", "training bases"),
    ("推进省市两级运营管理系统升级。", "两级", "运营管理系统", "运营 opens the name, not the places before"),
    ("逐步取消市县两级配套资金。", "两级", "配套资金", "likewise"),
    ("实现五项业务系统的互联互通。", "五项", "业务系统", "a possessive before a deed"),
    ("从事三类汽车维修业务。", "三类", "汽车维修业务", "kinds of business"),
    ("推广130项地方典型经验做法。", "130项", "地方典型经验做法", "做法 is a noun"),
    ("设置30个科普教育基地。", "30个", "科普教育基地", "bases"),
    ("开展八类专项整治行动。", "八类", "专项整治行动", "campaigns"),
    ("设置90个乡村公益性岗位。", "90个", "乡村公益性岗位", "posts"),
    ("取消26项行政审批事项。", "26项", "行政审批事项", "matters"),
    ("推动300项高频政务服务事项跨省通办。", "300项", "高频政务服务事项", "not that they are done everywhere"),
    # verbs end the phrase
    ("6大因素导致销量连续下滑。", "6大", "因素", "a verb of effect"),
    ("实现2.8万个停车位错时共享。", "2.8万个", "停车位", "what is done with them"),
    ("推动1600个项目转移落户北部地区。", "1600个", "项目", "two verbs"),
    ("84个涉农县（市、区）初步建成治理体系。", "84个", "涉农县（市、区）", "after a bracket"),
    ("90多个国家和地区先后加入。", "90多个", "国家和地区", "an adverb"),
    ("7个国家级试点落户云岚。", "7个", "国家级试点", "试点 before a verb"),
    ("30万名农民工参加岗前培训。", "30万名", "农民工", "参加"),
    ("60%以上的国有资本集中在关键领域。", "60%以上", "国有资本", "a verb before 在"),
    ("6000个移民人均增加耕地。", "6000个", "移民", "人均"),
    ("14个旅游中心年内验收使用。", "14个", "旅游中心", "a word of time"),
    ("四类客运班线的班车经营者应当自有客车。", "四类", "客运班线", "应当"),
    ("除上述2个项目之外的事项另行规定。", "2个", "项目", "之外"),
    ("落实70个高频事项“只跑一回”。", "70个", "高频事项", "a quotation that closes the clause"),
    ("推动800家企业上云用数。", "800家", "企业", "a verb of our time"),
    ("选派300名科技特派员到基层服务。", "300名", "科技特派员", "到"),
    ("8辆新能源公交车投入运营。", "8辆", "新能源公交车", "投入"),
    ("100家企业与帮扶县对接。", "100家", "企业", "与 before another party and a verb"),
    ("两大客户今年以来销量远超同行。", "两大", "客户", "a time within the sentence"),
    ("2家企业中有1家盈利。", "2家", "企业", "中"),
    ("将两类企业扩大到符合条件的全部企业。", "两类", "企业", "a verb before 到"),
    ("11个设区市各选择1个县试点。", "11个", "设区市", "各 after a place of two words"),
    ("推动18个电子商务进农村示范县申报。", "18个", "电子商务进农村示范县", "进 belongs to the name"),
    # … and what is named with a verb of bettering
    ("实施300个农村全民健身提升工程。", "300个", "农村全民健身提升工程", "提升 names the works"),
    ("实施9个专项推进行动计划。", "9个", "专项推进行动计划", "推进 names the plan"),
    ("建成15个接入点位。", "15个", "接入点位", "接入 describes the points"),
    # who is chosen, without 的
    ("扶持23家纳入省级试点建设企业培育工作。", "23家", "纳入省级试点建设企业", "纳入 describes the firms"),
    ("对12家通过资格审核企业开展核查。", "12家", "通过资格审核企业", "通过 describes the firms"),
    ("3家通过企业认证。", "3家", None, "what they have passed, not the firms"),
    ("公布了85家拟认定单位名单。", "85家", "拟认定单位", "in a list of them"),
    ("认定37家纳入培育计划的试点示范企业。", "37家", "纳入培育计划的试点示范企业", "试点 is part of the name after 的"),
    ("由1个经济较发达县对口协作。", "1个", "经济较发达县", "a quality with its degree"),
    ("打造3个特色鲜明、功能完备、辐射力强的枢纽。", "3个", "特色鲜明、功能完备、辐射力强的枢纽", "qualities in no list after one that is"),
    ("健全省、市、县三级应急平台互联互通的指挥体系。", "三级", "应急平台", "what the things counted do"),
    ("建设集科研、教学四大功能于一体的医学中心。", "四大", "功能", "what the whole unites"),
    ("经两次修理仍不能使用的，应当更换。", "两次", "修理", "a clause that ends in 的 and describes nothing"),
    # relative clauses before the noun
    ("建设3个以新能源为主的产业园区。", "3个", "以新能源为主的产业园区", "以…为主"),
    ("支持近百家直接或间接从事外贸的企业。", "近百家", "直接或间接从事外贸的企业", "adverbs open it"),
    ("培育10家拥有自主品牌、主业突出、竞争力强的流通企业。", "10家", "拥有自主品牌、主业突出、竞争力强的流通企业", "a verb that else governs"),
    ("培育20家主业突出、竞争力强、专注于细分市场的企业。", "20家", "主业突出、竞争力强、专注于细分市场的企业", "qualities and a verb"),
    ("推荐1家符合条件且基础较好的开发区。", "1家", "符合条件且基础较好的开发区", "a set phrase opens it"),
    ("审核12个发布公告的单位。", "12个", "发布公告的单位", "a verb and its object"),
    ("形成4个在全国有影响力的产业集群。", "4个", "在全国有影响力的产业集群", "在 opens it"),
    ("7名院士领衔的专家团队入驻。", "7名", "院士领衔的专家团队", "a clause with its own subject"),
    ("引进2个总投资50亿元的项目。", "2个", "总投资50亿元的项目", "with a size of its own"),
    ("新建5座装机10万千瓦以上的风电场。", "5座", "装机10万千瓦以上的风电场", "with a threshold of its own"),
    ("建成3个连片的千亩果园。", "3个", "连片的千亩果园", "with a size after 的"),
    ("新增1条通往海港的出省通道。", "1条", "通往海港的出省通道", "two ways in one"),
    ("18个厅局为成员单位的领导小组已经成立。", "18个", "厅局", "the clause speaks of the number's own things"),
    ("由12个成员单位组成的领导小组统筹推进。", "12个", "成员单位", "likewise"),
    # 的: a possessive ends the phrase
    ("统筹三大领域的基本公共服务体系。", "三大", "领域", "domains of which something is said"),
    ("明确四个方面的财政事权。", "四个", "方面", "likewise"),
    ("98条移民村的生产生活设施得到改善。", "98条", "移民村", "the villages' own"),
    ("粤北五个地级市的城区联动发展。", "五个", "地级市", "the cities' own"),
    ("43种矿产的保有资源储量居前。", "43种", "矿产", "kinds of ore"),
    ("至少完成3个社区试点的创建。", "3个", "社区试点", "a deed done to them"),
    ("改造存栏500头以上规模养殖场的设施。", "500头以上", "规模养殖场的设施", "a threshold keeps the whole"),
    ("1亩山地的移民由当地安置。", "1亩", "山地", "land, not its owners"),
    # lists
    ("推进优势行业，在10个左右行业和产业集群推广应用。", "10个左右", "行业和产业集群", "both are counted"),
    ("建成5所应用型高校、人才培养专业体系。", "5所", "应用型高校", "所 counts no systems"),
    ("实施三大基础数据库和政务应用、民生应用两大应用建设。", "三大", "基础数据库", "what leads to the next number"),
    ("对60名企业家和管理人员、90名技师开展培训。", "60名", "企业家和管理人员", "up to the next number"),
    ("建设1个以上试点县（市）和智慧景区。", "1个以上", "试点县（市）和智慧景区", "after a bracket"),
    ("10家水泥企业、玻璃企业产能占比较高。", "10家", "水泥企业、玻璃企业", "up to the adverbial"),
    ("新建500个服务站、改扩建13个养老院。", "500个", "服务站", "a verb begins the next item"),
    ("建成10个国家级、20个省级重点实验室。", "10个", "国家级重点实验室", "the noun at the end of the list"),
    ("建强4支重型、12支轻型救援队。", "4支", "重型救援队", "likewise after a size"),
    ("加大3个片区协作力度。", "3个", "片区", "个 counts no efforts"),
    ("市、区两级700个惠企项目免申即享。", "两级", "惠企项目", "the next number counts for both"),
    ("建成40家以上实验室、工程中心等省级以上创新平台。", "40家以上", "实验室、工程中心等省级以上创新平台", "a list summed up"),
    ("引进5家以上银行、证券等持牌金融机构。", "5家以上", "银行、证券等持牌金融机构", "a list of which not all is counted, summed up"),
    ("新开工超过15个港池、防波堤等海工项目。", "超过15个", "港池、防波堤等海工项目", "likewise"),
    ("依托9个“云茶交流中心”和周边口岸。", "9个", "“云茶交流中心”", "the name in quotation marks is counted"),
    ("建设七个重点开发区及沿江地带。", "七个", "重点开发区", "what lies beside them"),
    ("推进6个设区市和上海港共建。", "6个", "设区市", "a place by its name"),
    ("组织600个文明岗与困难儿童结对帮扶。", "600个", "文明岗", "with whom they do it"),
    # brackets
    ("建设2个快递圈（国内1天、周边2天、全球3天）。", "2个", "快递圈", "a bracket too long for a name"),
    ("30个以上的理事（机关除外）。", "30个以上", "理事", "what a bracket leaves out is no name"),
    ("建成5万吨级泊位（除油气码头外）。", "5万吨级", "泊位", "what a bracket excepts"),
    ("推进县乡两级残疾人服务中心（站）改建。", "两级", "残疾人服务中心（站）", "a variant of the name"),
    ("4所原苏区（老区）高校获得支持。", "4所", "原苏区（老区）高校", "inside the phrase"),
    ("提交三份《营运证发放登记册》。", "三份", "《营运证发放登记册》", "a title is one name"),
    # ages, sizes, weights: the first thing they may describe
    ("建立60岁以上老年人信息台账。", "60岁以上", "老年人", "people, not the file on them"),
    ("5岁以下儿童死亡率降至4‰。", "5岁以下", "儿童", "people, not the rate"),
    ("落实35岁以上首诊患者测血压制度。", "35岁以上", "首诊患者", "people, not the rule"),
    ("按照财力情况确定90周岁以上高龄老人津贴办法。", "90周岁以上", "高龄老人", "not what stands before"),
    ("9000千瓦及以上火电机组供电煤耗下降。", "9000千瓦及以上", "火电机组", "machines, not their use of coal"),
    ("35千伏及以上电网变电容量增加。", "35千伏及以上", "电网", "the grid, not its capacity"),
    ("330千伏变电站县城全覆盖。", "330千伏", "变电站", "stations, not where they are"),
    ("报送25吨/小时以上燃煤锅炉名册。", "25吨/小时以上", "燃煤锅炉", "boilers, not the list of them"),
    ("释放120万吨乙烯转型升级项目产能。", "120万吨", "乙烯", "the substance that is weighed"),
    ("600万吨煤炭产能全部退出。", "600万吨", "煤炭产能", "what so much of it can be made in"),
    ("形成年产2万辆城轨车辆生产能力。", "2万辆", "城轨车辆生产能力", "likewise"),
    ("建设年产5万台套新能源汽车驱动系统生产基地。", "5万台套", "新能源汽车驱动系统", "the goods, not where they are made"),
    ("水泵80万台项目开工。", "80万台", "水泵", "台 counts no projects: the goods stand before"),
    ("建设8英寸集成电路生产线。", "8英寸", "集成电路生产线", "a size of what is made in the line"),
    ("万吨级以上泊位达到40个。", "万吨级以上", "泊位", "a level with its bound"),
    ("进入15个亿吨大港行列。", "15个", "亿吨大港", "not the rank"),
    ("培育百亿级零部件配套产业集群。", "百亿级", "零部件配套产业集群", "a level of size counts clusters"),
    ("发展500亿级以软件为主的产业集群。", "500亿级", "以软件为主的产业集群", "over a relative clause"),
    ("掌握百万千瓦级核电装备。", "百万千瓦级", "核电装备", "a level of power"),
    # money
    ("发行1万亿元抗疫特别国债。", "1万亿元", "抗疫特别国债", "bonds"),
    ("安排50亿元产业发展基金并充分发挥作用。", "50亿元", "产业发展基金", "并 ends it"),
    ("投资404亿元重点建设水利枢纽。", "404亿元", "投资", "an adverb and a verb open a new clause"),
    ("给予不超过40万元/年的财政后补助。", "不超过40万元/年", "财政后补助", "后 belongs to the name"),
    ("对小微企业减半征收房产税。", "减半", "房产税", "the tax that is halved"),
    ("转让二手车减按0.5%征收增值税。", "0.5%", "增值税", "the tax of which so much is due"),
    ("适用3%征收率的应税收入。", "3%", "征收率", "the rate of which so much is"),
    ("省级中心按51%比例投资。", "51%", "投资", "not that it is a share"),
    # what is said of the number itself is no thing
    ("县城住宅以6层为主。", "6层", "县城住宅", "为主"),
    ("保有量由10万辆向20万辆跃升。", "20万辆", "保有量", "a verb alone"),
    ("加强市、县两级特别是基层人员培训。", "两级", "市、县", "特别是"),
    ("一份合同采用两种支付方式时（指签订时已明确的），只填一种。", "两种", "支付方式", "the 的 in a bracket describes nothing outside"),
    ("12座中型水库除险加固工程。", "12座", "中型水库", "座 counts no projects"),
    ("推进5万吨级泊位、福州防波堤等工程。", "5万吨级", "泊位", "the next of the list has a name of its own"),
    ("接收18万吨产品及副产品给下游使用。", "18万吨", "产品及副产品", "给"),
    ("测评点60项，59项测评点中有22项达标。", "59项", "测评点", "中有"),
    # circumstances are no things
    ("在缓缴三项社会保险的基础上扩大范围。", "三项", "社会保险", "not the basis"),
    ("综合考虑三方面因素的情况下确定。", "三方面", "因素", "not the case"),
    # what stands before is no thing
    ("着力在8大重点产业打造骨干企业。", "8大", "重点产业", "着力 is nothing counted"),
    ("力争让行政村100%通客车。", "100%", "行政村", "a verb after a share leaves what stands before"),
    ("人均2亩果园已经分到户。", "2亩", "果园", "人均 alone names nothing"),
    ("统筹科技、经济三方面体制机制改革。", "三方面", "体制机制改革", "方面 is no place (山区26县)"),
    ("推动学校在10个紧缺领域开展培训。", "10个", "紧缺领域", "a preposition before the number"),
    ("全省仍有11万移民缺少饮水。", "11万", "移民", "what somebody has"),
    ("各单位须有3个项目报名。", "3个", "项目", "likewise"),
    ("7个行业中经营困难的企业。", "7个", "行业", "what is in the things counted"),
    ("18个省辖市周边的蔬菜基地。", "18个", "省辖市", "what is around them"),
    ("全市新增3个、累计8个村庄得到治理。", "3个", "村庄", "a noun said once, after 累计"),
    ("新开工9个、完工18个老旧小区。", "9个", "老旧小区", "likewise, after a verb"),
    ("实现30组60条线路联运。", "30组", "线路", "groups of what the next number counts"),
    ("8个行业“十四五”期间关停的企业。", "8个", "行业", "a time after the noun"),
    ("95%的乡镇卫生院设有中药房。", "95%", "乡镇卫生院", "a verb of having"),
    ("预留40%以上预算总额专门面向中小企业。", "40%以上", "预算总额", "whom it is for"),
    ("建立15个海洋自然（特别）保护区。", "15个", "海洋自然（特别）保护区", "a bracket in the midst of a word"),
    ("健全县乡村三级医疗机构协作机制。", "三级", "医疗机构", "not what they have set up"),
    ("建设1个集购物、休闲、饮食于一体的街区。", "1个", "集购物、休闲、饮食于一体的街区", "集…一体的"),
    ("有30万元以上的注册资本和固定场所。", "30万元以上", "注册资本", "a sum is of money only"),
    ("落实对用户不少于5%的通行费优惠。", "不少于5%", "通行费优惠", "not whom it is given to"),
    ("415万人次参加技能鉴定。", "415万人次", "技能鉴定", "what those without a noun do"),
    ("两次降低准备金率。", "两次", "准备金率", "likewise what is done so often"),
    ("投资500亿元统筹推进供水工程。", "500亿元", "投资", "an adverb and its verb"),
    ("实现5个先行引领。", "5个", "先行引领", "deeds with no noun"),
    ("设置2个（乙类1个）固定轮椅区。", "1个", "固定轮椅区", "so many of them of a kind"),
    ("城市供水普及率95.5%（全国97.8%）。", "97.8%", "城市供水普及率", "the same of a greater whole"),
    ("覆盖全省99%陆域面积的预警系统。", "99%", "陆域面积", "what the system covers"),
    ("新建2条年产10万吨的饲料生产线。", "2条", "年产10万吨的饲料生产线", "with what they make a year"),
    # a clause that says something of the things, their noun at its end
    ("划定15个重点加强保护的水源区域。", "15个", "重点加强保护的水源区域", "stress, verb, 的"),
    ("引进3家总部设在本省的软件企业。", "3家", "总部设在本省的软件企业", "what is said has a subject that belongs to the thing"),
    ("办好20件群众反映强烈的实事。", "20件", "群众反映强烈的实事", "a subject that is not counted itself"),
    ("有3个村民代表参加的会议。", "3个", "村民代表", "a subject that is counted: no such clause"),
    ("每县至少有一所达到二级水平的公办医院。", "一所", "达到二级水平的公办医院", "a verb of attainment opens the clause"),
    ("形成2家具有国际影响力、5家具有国内竞争力的装备企业。", "2家", "具有国际影响力的装备企业", "the noun said once, after the last quality"),
    ("治理45个不达标断面。", "45个", "不达标断面", "a quality denied"),
    ("撤销17家逾期未年检社会组织的证书。", "17家", "逾期未年检社会组织", "a quality denied inside the name"),
    ("抽查发现12家不合格。", "12家", None, "said of the things, and no noun"),
    # a verb inside a name
    ("设立20家科技创新再贷款支持银行。", "20家", "科技创新再贷款支持银行", "支持 names the bank, the thing counted"),
    ("配备1名技术负责人员和质量检验人员。", "1名", "技术负责人员和质量检验人员", "负责 names those who do so"),
    ("检查了41个市直、区直部门网站。", "41个", "市直、区直部门网站", "two kinds of offices"),
    # the object of a verb of extent ends before 的
    ("建设覆盖12个行业的公共数据平台。", "12个", "行业", "the platform covers the lines of business"),
    ("有三名以上注册安全工程师，其中至少一名具有高级职称。", "至少一名", "注册安全工程师", "one of those spoken of"),
    ("并处货值金额百分之五以上百分之十以下罚款。", "百分之五以上百分之十以下", "罚款", "the fine, not what it is reckoned by"),
]


@pytest.mark.parametrize(("text", "written", "item", "why"), AFTER)
def test_item_after(text: str, written: str, item: str | None, why: str) -> None:
    """The item of the last count whose text is `written`."""
    found = {count.text: count.item for count in find_counts(text, Facts(), spans(text))}
    assert found.get(written) == item, why


#: (measure word, noun phrase, its last word, whether it counts such things, why)
AGREEMENTS = [
    ("家", "三甲医院", "医院", "counted", "an organisation"),
    ("家", "医院住院人次", "人次", "not", "a measure"),
    ("条", "重点产业链", "产业链", "counted", "what has a length, in a figure"),
    ("条", "龙头企业", "企业", "not", "an organisation"),
    ("个", "患病率", "患病率", "not", "a measure"),
    ("个", "评估验收", "验收", "not", "a deed"),
    ("项", "重点改革", "改革", "unknown", "项 may count deeds"),
    ("名", "骨干教师", "教师", "counted", "people"),
    ("名", "示范学校", "学校", "not", "no people"),
    ("个", "农贸市场", "市场", "counted", "市场 is no 场 of its own kind"),
    ("个", "企业上市", "上市", "not", "上市 is no 市"),
    ("个", "三产融合", "融合", "not", "a verb that is in no list"),
    ("位", "专家授课", "授课", "not", "授课 is no 课"),
    ("元/年", "财政补助", "补助", "counted", "money by the year"),
    ("扎", "气球", "气球", "unknown", "a measure word of which nothing is known"),
    (None, "龙头企业", "企业", "unknown", "no measure word"),
]


@pytest.mark.parametrize(("measure", "phrase", "last", "expected", "why"), AGREEMENTS)
def test_agreement(measure: str | None, phrase: str, last: str, expected: str, why: str) -> None:
    """Whether a measure word counts what a phrase names."""
    assert agreement(measure, phrase, last) == expected, why


_PIECES = st.sampled_from(
    [*"的、和，。（）“”《》", "3家", "12条", "50%", "20亿元", "企业", "产业链", "保障", "开展", "以上", "试点", "县", "建设", "人均", "医院"]
)


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_items_are_words_of_the_text(text: str) -> None:
    """Whatever the text, reading it never fails and no item has white space at its edges or is empty."""
    for count in find_counts(text, Facts(), spans(text)):
        assert count.item is None or count.item == count.item.strip() != ""

"""What each number counts."""

from __future__ import annotations

import pytest

from extractors.counts.items.lists import shared
from tests.counts.items import item_of

#: (sentence, text of the count, its item, why)
ITEMS = [
    # after the number
    ("制定50项以上国际标准和国家标准。", "50项以上", "国际标准和国家标准", "the noun phrase that follows"),
    ("推动50个以上存量社区先试先用。", "50个以上", "存量社区", "up to the verb"),
    ("为10万名残疾人提供康复服务。", "10万名", "残疾人", "up to the verb that is said of it"),
    ("在10个左右优势行业推广应用。", "10个左右", "优势行业", "推广 is not counted"),
    ("建成10个对接产业的专业群。", "10个", "对接产业的专业群", "a relative clause belongs to it"),
    ("支持50个具有代表性的研发项目。", "50个", "具有代表性的研发项目", "likewise"),
    ("统筹七大产业的发展进度。", "七大", "产业", "a possessive does not"),
    ("完成300个行政村河道治理。", "300个", "行政村", "the head, not what is done there"),
    ("夯实12个领域改革基础。", "12个", "领域", "domains"),
    ("建设20所（含培育5所）高水平学院。", "20所", "高水平学院", "over a bracket"),
    ("建设6个水产业示范区（以下简称示范区）。", "6个", "水产业示范区", "not into an aside"),
    ("打造300个“云岚正品”品牌。", "300个", "“云岚正品”品牌", "a quoted name inside"),
    ("落实40%主要领域核心业务。", "40%", "主要领域核心业务", "a share of what follows"),
    ("90%以上村庄的生活垃圾得到治理。", "90%以上", "村庄的生活垃圾", "with its possessive"),
    ("设立总规模2亿元的青汀发展基金。", "2亿元", "青汀发展基金", "总规模 is only the number's name"),
    ("建设10万亩高标准农田。", "10万亩", "高标准农田", "a measure after a verb"),
    ("给予企业50万元奖励。", "50万元", "奖励", "money given"),
    ("实施20个项目、改造30座水库。", "20个", "项目", "the list goes on with another verb"),
    ("建设5个千亿级产业链。", "5个", "千亿级产业链", "a threshold inside the phrase"),
    ("形成2个千亿级、3个百亿级产业集群。", "2个", "千亿级产业集群", "the head stands at the end of the list"),
    ("培育2—3家有行业影响力的服务企业。", "2—3家", "有行业影响力的服务企业", "有 opens a relative clause"),
    ("支持1万名未就业毕业生到基层就业。", "1万名", "未就业毕业生", "未 belongs to what follows"),
    ("惠及近千万家庭。", "近千万家庭", "家庭", "a noun counted without a measure word"),
    ("遴选10个带动能力突出、特色鲜明的大企业。", "10个", "带动能力突出、特色鲜明的大企业", "qualities before 的 belong to it"),
    ("甲、乙、丙三大集团的市场份额已达三成。", "三大", "集团", "not what is measured of the things"),
    ("5个园区主营业务收入超过1000亿元。", "5个", "园区", "likewise, when its number follows"),
    ("完成五项重点改革三年任务。", "五项", "重点改革", "up to a number of years"),
    ("改善840个建制村通畅条件。", "840个", "建制村", "the head noun"),
    ("做好八个方面工作。", "八个", "方面工作", "工作 is part of the noun after 方面"),
    ("培育600家专精特新“小巨人”和一批冠军企业。", "600家", "专精特新“小巨人”", "a quality before a quoted name"),
    ("每个街道有1所社区卫生中心。", "1所", "社区卫生中心", "what each has"),
    ("推进10万台平板电脑、液晶电视等25个项目。", "10万台", "平板电脑", "the first of a list that another number ends"),
    ("提供九类基本公共卫生服务。", "九类", "基本公共卫生服务", "基本 opens a noun phrase"),
    ("2家企业占全市产值的80%。", "2家", "企业", "not 占, which leads to the share"),
    ("12个省（市）扩大云岚籍学生招生规模。", "12个", "省（市）", "places with a bracket are the head"),
    ("4个县（市）被评为先进。", "4个", "县（市）", "被 after a bracket"),
    ("落实省市县三级会商制度并做好登记。", "三级", "会商制度", "并 before a verb ends it"),
    ("核定5座水电站上网电量。", "5座", "水电站", "a measure of the things, though no number follows"),
    ("达到2000名的招生规模。", "2000名", "招生规模", "but after 的 the measure is what is numbered"),
    ("促进三大区域协调发展。", "三大", "区域", "what is said of the head"),
    ("吸引30亿元社会资本投资教育。", "30亿元", "社会资本", "capital is the head"),
    ("完成8大类60项民生实事项目。", "8大类", "民生实事项目", "classes of what the next number counts"),
    ("培育4个世界级、9个国家级产业集群。", "4个", "世界级产业集群", "a grade shares the noun of its list"),
    ("建立50个骨干教师培养培训基地。", "50个", "骨干教师培养培训基地", "a verb that names the noun after it"),
    ("每家给予20万元资金支持。", "20万元", "资金支持", "支持 as a thing"),
    ("从专项资金中给予最高不超过200万元的资助。", "最高不超过200万元", "资助", "what is given, not the fund it is from"),
    ("按每人1500元的标准，给予企业一次性扩岗补助。", "1500元", "一次性扩岗补助", "what the next clause gives at that rate"),
    ("全省共为5万名劳动者追回工资。", "5万名", "劳动者", "not the place"),
    ("全省有20万农民纳入保险范围。", "20万", "农民", "likewise without a measure word"),
    # before the number
    ("在优势产区布局骨干冷链基地3—5个。", "3—5个", "骨干冷链基地", "where it is done stands before the verb"),
    ("6月底前新接通海岛村120个。", "120个", "海岛村", "an adverb grown together with its verb"),
    ("独居长者送餐涵盖率达到85%。", "85%", "独居长者送餐涵盖率", "a verb that says which people"),
    ("建设高标准农田910万亩。", "910万亩", "高标准农田", "after the verb that governs it"),
    ("新建改造供水管网862公里。", "862公里", "供水管网", "after two verbs"),
    ("水产领域累计培育冠军企业6家。", "6家", "冠军企业", "the verb may stand in the middle"),
    ("国际标准、国家标准或地方标准50项以上。", "50项以上", "国际标准、国家标准或地方标准", "the whole list before a final number"),
    ("软件、芯片等新兴领域地方标准20项。", "20项", "新兴领域地方标准", "what 等 sums up"),
    ("规模以上企业数字化转型比例达到70%。", "70%", "规模以上企业数字化转型比例", "without the verb of attainment"),
    ("2025年全省畜牧业产值力争达到3500亿元。", "3500亿元", "全省畜牧业产值", "without the year and the adverb"),
    ("地区生产总值年均增长5%以上。", "5%以上", "地区生产总值", "without the verb of change"),
    ("营业收入较上年增长8%。", "8%", "营业收入", "without the comparison"),
    ("排放量在2020年的基础上削减20%。", "20%", "排放量", "without the basis"),
    ("农业产值近3年提升10%。", "10%", "农业产值", "without the years"),
    ("城镇新增就业22万人。", "22万人", "城镇新增就业", "新增 is part of the name"),
    ("建成面积占永久农田比例达到66%。", "66%", "建成面积占永久农田比例", "so is 建成"),
    ("招生规模不低于学校计划的60%。", "60%", "招生规模", "A, not what it is a share of"),
    ("按不低于采购金额的30%预付。", "30%", "采购金额", "B where no A is there"),
    ("民营投资占全部投资的40%。", "40%", "民营投资占全部投资", "A占B stays whole"),
    ("全行业平均提质3%、增效8%。", "8%", "增效", "a change that names itself"),
    ("青汀电厂（30万千瓦）已投产。", "30万千瓦", "青汀电厂", "a bracket that holds only the number"),
    ("维修危房65万平方米。", "65万平方米", "危房", "after a verb of its own"),
    ("移民区修建小桥434座。", "434座", "小桥", "after who acts and the verb"),
    ("云岚、青汀共培训村民1.7万人次。", "1.7万人次", "村民", "after a place and an adverb of summing up"),
    ("村民共自筹资金2亿元。", "2亿元", "自筹资金", "but the verb stays where the noun alone says too little"),
    ("省政府安排的专项资金达6000万元。", "6000万元", "专项资金", "without the agent's clause"),
    ("收回拖欠企业的款项3亿元。", "3亿元", "拖欠企业的款项", "a clause without an agent stays"),
    ("设立研发中心20家。", "20家", "研发中心", "研发 names the centre"),
    ("农药使用量减少3%。", "3%", "农药使用量", "使用 names the measure"),
    ("出口额目标由原来的500亿元提高到600亿元。", "500亿元", "出口额", "without the words of the level before"),
    ("规划将变频空调占比目标由原定的30%提高到50%。", "50%", "变频空调占比", "what 将 marks"),
    ("全省排放二氧化碳2亿吨。", "2亿吨", "二氧化碳", "after a place and what is done there"),
    ("全省排放总量2亿吨。", "2亿吨", "全省排放总量", "排放 is part of the measure"),
    ("移民兴建食水工程20宗。", "20宗", "食水工程", "after who acts and the verb"),
    ("德国出口的设备20台。", "20台", "德国出口的设备", "a clause that describes"),
    ("担保机构要重点支持单户担保金额500万元以下的企业。", "500万元以下", "单户担保金额", "after a verb of duty"),
    ("企业应缴纳社会保险费的50%由财政承担。", "50%", "企业应缴纳社会保险费", "what is owed is described"),
    ("每股收益达0.2元。", "0.2元", "每股收益", "a rate with its base"),
    ("每千人口拥有执业医师3.1人。", "3.1人", "每千人口拥有执业医师", "likewise"),
    ("水电装机56万千瓦，风电装机30万千瓦，分别占到总装机的10%、5%。", "5%", "风电装机占总装机", "占 after 分别"),
    ("工序数控化率、设计工具普及率分别达到69%、89%。", "69%", "工序数控化率", "普及 is one word in a list"),
    ("返还比例由30%提至50%。", "50%", "返还比例", "提至 leads to a level"),
    # thresholds
    ("支持年收入500万元以上的企业。", "500万元以上", "年收入", "a threshold of a measure"),
    ("招引10亿元以上项目6个。", "10亿元以上", "项目", "a threshold of a thing"),
    ("招引10亿元以上项目6个。", "6个", "10亿元以上项目", "which stays in the outer item"),
    ("产值超百亿元龙头企业6家。", "6家", "产值超百亿元龙头企业", "with its measure"),
    ("超30亿元的骨干茶企新增3家、超5亿元的新增12家。", "12家", "超5亿元的骨干茶企", "an elided head"),
    ("超8亿元的骨干茶企新增4家、总数达到9家。", "9家", "超8亿元的骨干茶企总数", "a total of the same"),
    ("完善3岁以下婴幼儿照护服务。", "3岁以下", "婴幼儿", "an age describes what follows"),
    # from elsewhere
    ("树脂产量为841万吨，同比下降3%。", "3%", "树脂产量", "the antecedent of the sentence"),
    ("无害化处理率达到90%，甲乙区域达到95%。", "95%", "甲乙区域无害化处理率", "a place takes the measure said before"),
    ("电视销量75万台、销售额199亿元，分别增长11%和25%。", "25%", "销售额", "as many things before as numbers after 分别"),
    ("设一等奖1个、二等奖2个，分别奖励8万元、7万元。", "7万元", "二等奖", "prizes likewise"),
    ("给予一次性奖励10万元。", "10万元", "一次性奖励", "money with its manner"),
    ("山区26县加快发展。", "26县", "山区", "so many 县 of what stands before"),
    ("落实国家7部委局文件。", "7部委局", "部委局", "the noun itself"),
    ("给予补助，最高不超过50万元。", "最高不超过50万元", "补助", "money of the clause before"),
    ("共取消审批事项87项。其中，取消55项。", "55项", "审批事项", "the sentence before, with 其中"),
    ("花生种植、收获机械化率分别达到65%和55%。", "55%", "花生收获机械化率", "a distributed list"),
    ("南、北机场吞吐量均达到300万人次。", "300万人次", "南、北机场吞吐量", "one number for a list"),
    ("超50亿元的企业2家、超10亿元的5家。", "超10亿元", "企业", "a threshold of the noun before, not the count"),
    ("年满18周岁并符合要求。", "18周岁", "年龄", "an age reached"),
    ("10万人口以上城镇通高速。", "10万人口以上", "人口", "a threshold of people"),
    ("面积1200米×1000米。", "1000米", "面积", "a size of two sides"),
    ("计划书（附件2，一式两份）。", "两份", "计划书", "so many copies"),
]


@pytest.mark.parametrize(("text", "written", "item", "why"), ITEMS)
def test_item(text: str, written: str, item: str, why: str) -> None:
    """The item of the last count whose text is `written`."""
    assert item_of(written, text) == item, why


SHARED = [
    ("花生种植、收获机械化率", ["花生种植机械化率", "花生收获机械化率"], "a shared tail and head"),
    ("人参、食用菌产值", ["人参产值", "食用菌产值"], "a shared tail"),
    ("食品、石化、信息等产业增加值", ["食品产业增加值", "石化产业增加值", "信息产业增加值"], "after 等"),
    ("事故起数和死亡人数", ["事故起数", "事故死亡人数"], "a shared head"),
    ("县级医院、乡镇卫生院、村卫生室达标率", ["县级医院达标率", "乡镇卫生院达标率", "村卫生室达标率"], "after names as long as each other"),
    ("营运车辆、船舶单位周转量能耗", ["营运车辆单位周转量能耗", "船舶单位周转量能耗"], "from a word that opens a measure on"),
    ("化学需氧量、氨氮排放量", ["化学需氧量排放量", "氨氮排放量"], "also to what ends like a measure itself"),
    ("学前教育普惠率、公办率", ["学前教育普惠率", "学前教育公办率"], "a head before a measure that is cut up"),
    ("“云岚标准”、“云岚品牌”", ["“云岚标准”", "“云岚品牌”"], "nothing shared by names of one kind"),
    ("马凡综合征基因诊断和产前诊断率", ["马凡综合征基因诊断率", "马凡综合征产前诊断率"], "what stands before both"),
    ("清洁能源装机、电量比重", ["清洁能源装机比重", "电量比重"], "the share said once for amounts"),
    ("新能源汽车、集成电路、工业机器人产量", ["新能源汽车产量", "集成电路产量", "工业机器人产量"], "nothing shared with the first but the measure"),
    ("旅游业、现代服务业、高新技术产业增加值", ["旅游业增加值", "现代服务业增加值", "高新技术产业增加值"], "names that end alike"),
    ("SO2、PM10、PM2.5排放总量", ["SO2排放总量", "PM10排放总量", "PM2.5排放总量"], "a number inside a name"),
]


@pytest.mark.parametrize(("phrase", "parts", "why"), SHARED)
def test_shared(phrase: str, parts: list[str], why: str) -> None:
    """What a list says once is said of each part."""
    assert shared(phrase, len(parts)) == parts, why


def test_shared_of_other_units() -> None:
    """Beds and nurses have no tail in common where their numbers have other units."""
    assert shared("医院床位、注册护士", 2, "张", alike=False) == ["医院床位", "注册护士"]


def test_shared_needs_as_many_parts_as_numbers() -> None:
    """A list of three things does not share two numbers."""
    assert shared("甲率、乙率、丙率", 2) is None

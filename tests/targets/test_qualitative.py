"""Which governed clauses name something to be reached."""

from __future__ import annotations

from datetime import date

import pytest

from tests.targets.notation import told

DUE = "<到2025年=2025-12-31>，"

RESULTS = [
    ("体系基本建成", "a state reached"),
    ("绿色茶乡初具雏形", "a state that begins to show"),
    ("茶路与茶港高效衔接", "a state in a verb and its manner"),
    ("茶区率先建成环山铁路", "a subject with what it builds"),
    ("审批时间压缩至两周以内", "a limit given as a duration"),
    ("发展动力更加强劲", "a state in an adjective"),
    ("整体治理成效显著", "a state without a verb"),
    ("产业大脑迭代升级、试点扩面", "two states joined by 、"),
    ("水质达到三类标准", "a standard reached"),
    ("全省医院全部达标", "a state of all"),
    ("走在全国前列", "a rank"),
    ("建成一批示范园区", "a thing built"),
    ("形成可复制推广的经验", "可 inside a word grants nothing"),
    ("可再生能源利用更加广泛", "nor at its beginning"),
    ("有效支撑城市转型", "an effect"),
    ("为全国积累一批经验", "an effect on others"),
    ("推动工作由经验决策向数据决策转变", "a change from and to"),
    ("将专项审查并入设计审查", "将 with a one-off change"),
    ("其他部门不再单独审查", "something ended"),
    ("办理时限由{45个:other}工作日压缩至{15个:other}工作日", "a duration cut short"),
    ("实现服务事项应上尽上", "a set phrase"),
    ("以数字化赋能推进治理协同", "means that go on to a result"),
    ("依托平台集成三类服务", "the same with 依托"),
    ("在覆盖的社区中推广更多场景", "a place before the verb"),
    ("市级层面设定的许可全面取消", "abolished"),
    ("拖欠五年以上的债务全部清零", "cleared"),
    ("制定实施办法", "a one-off act"),
    ("各市确定建设任务", "a one-off act with its subject"),
    ("启动遴选工作", "a start"),
    ("覆盖全省{12个:structure}领域的网络基本形成", "a number that only gives the scope"),
    ("符合条件的农户全部参加保险", "whom a condition picks, with what they reach"),
    ("达到标准的企业全部纳入名录", "the same"),
    ("主要污染物排放与2020年持平", "a year compared with is no table"),
    ("政务服务覆盖教育、医疗等方面", "等方面 ends what is reached"),
    ("企业活力进一步激发", "an effect on people"),
    ("系统架构基本成型", "基本 before a verb is an adverb"),
    ("县级医院适应需求能力更加增强", "应 inside a word exhorts nobody"),
    ("“掌上办事之省”基本建成", "a quoted name"),
    ("具有云岚特色的体系进一步完善", "an adjective clause before the subject"),
    ("医疗费用支付比例保持总体稳定", "a state kept"),
    ("对内对外开放水平显著提高", "a state whose subject begins with 对"),
    ("对困难企业应延尽延", "a set phrase after 对"),
    ("按规定完成审核任务", "按规定 before a completion is an adverb"),
    ("向社会公开评估结果", "a one-off publication"),
    ("机构不再承担已下放单位管理的事项", "已 inside an attribute tells no past"),
    ("设区市达到国家建设标准要求", "要求 as what is met"),
]


@pytest.mark.parametrize(("clause", "why"), RESULTS)
def test_results(clause: str, why: str) -> None:
    plain = clause.replace("{", "").replace(":other}", "").replace(":structure}", "")
    assert told(f"{DUE}{clause}。") == [f"L 2025-12-31 {plain}"], why


NO_RESULTS = [
    ("已完成转制的企业", "those whom the next clause is about"),
    ("涵盖水、空气、土壤质量", "what a set of things holds"),
    ("即治水、治气两大行动", "what is meant by the clause before"),
    ("建制镇也要积极推进", "work without an end, its subject before it"),
    ("经审核公布后方可参赛", "a permission"),
    ("费用标准由主管部门另为公布", "a rule to come"),
    ("在总体规模上", "a topic with 上"),
    ("在各类企业中", "a topic with 中"),
    ("城市更新的物流车辆中", "likewise without 在"),
    ("与2017年相比", "what it is compared with"),
    ("居住区充电方面", "a topic with 方面"),
    ("奖励引导与监督管理相结合", "a way of working"),
    ("依靠全社会共同努力", "means"),
    ("具体体现在以下“四个一”", "an announcement"),
    ("主要表现为三个转变", "the same"),
    ("启动实施阶段", "the name of a phase"),
    ("改革探索", "what the years are filled with, `经过三年改革探索`"),
    ("现将重点工作予以分解", "about the text"),
    ("通过合并、托管等方式", "means"),
    ("充分运用改革成果", "means"),
    ("依托数字平台", "means without a result"),
    ("以改革创新为动力和导向", "means of the form 以…为…"),
    ("按照统一部署", "in accordance with"),
    ("在各地大力支持下", "a circumstance"),
    ("除确有必要保留的外", "an exception"),
    ("湖水水质除总磷外", "an exception after its subject"),
    ("在污染严重地区和大中型灌区", "a place"),
    ("经主管部门批准后", "a condition"),
    ("围绕薄弱环节", "a focus"),
    ("聚焦“确保如期实现碳达峰”目标", "a verb in a quotation is no result"),
    ("未来乡村", "a bare topic"),
    ("乡村服务", "a bare topic that a dictionary takes for a verb"),
    ("对改革成效明显的学校", "whom the next clause is about"),
    ("具备直接接通条件的", "a condition without a head"),
    ("持续推进试点", "work without an end"),
    ("做好宣传引导", "work without an end"),
    ("加强队伍建设", "work without an end"),
    ("支持企业开展培训", "support"),
    ("鼓励社会力量参与", "encouragement"),
    ("允许学生转专业", "permission"),
    ("定期发布报告", "a recurrent act"),
    ("可登记为事业单位", "a permission"),
    ("对达标企业给予{1000万元:other}奖励", "a benefit"),
    ("请于公告之次日起内陈述意见或洽询", "an invitation to comment"),
    ("由财政核定补助经费", "who pays"),
    ("已建成三个园区", "a fact"),
    ("目前共有五家企业", "a fact"),
    ("制定了三项标准", "a fact in 了"),
    ("建成园区{30个:achieved}", "a clause whose quantity has been reached"),
    ("具体办法另行制定", "a remark on procedure"),
    ("详见附件二", "a remark on the text"),
    ("收到诉求1个工作日内启动核实", "a standing rule with a duration"),
    ("突出重点帮扶对象", "emphasis"),
    ("预计需求总量增长较快", "a forecast"),
    ("完善标准研制、监督评价等工作", "work summed up as work"),
    ("制定本规划", "the occasion of the text"),
    ("现将有关事项通知如下", "the opening of a notice"),
    ("各地要根据事业发展的需要", "means after a subject"),
    ("省政府领导多次召开会议", "a fact"),
    ("虽然两项政策即将终止", "an argument"),
    ("这预示着行业保持高速发展", "a conclusion"),
    ("就业公共服务基本标准", "the caption of a table"),
    ("序号项目名称建设内容备注", "the head of a table"),
    ("建设内容 一期工程 在建 市住建局", "the cells of a row run together"),
    ("收到各地审查意见后", "a condition in time"),
    ("园区企业可免缴管理费", "a permission after its subject"),
    ("企业曾发生安全事故", "a fact about those a rule excludes"),
    ("符合下列条件者", "whom a rule is about"),
    ("各类活动对环境影响情况", "an object of a list of things to be checked"),
    ("制度执行情况等", "the end of such a list"),
    ("采取优化结构、提高效率等措施", "means summed up"),
    ("由省环保厅会同省发展改革委", "who acts, without the act"),
    ("连同有关证明材料", "what goes with it"),
    ("在发展产业的同时", "a circumstance"),
    ("专门用于支持项目建设", "what money is for"),
    ("资金由各部门按原渠道下达", "where money comes from"),
    ("其余由省财政补足", "who pays the rest"),
    ("在本市上牌的消费者给予补贴", "a benefit after whom it is for"),
    ("同时可结合实际", "a permission after a joining word"),
    ("要进一步提高认识", "an appeal"),
    ("继续实施阶段性政策", "what goes on"),
    ("会议要求", "who says what"),
    ("我省防灾工作的目标是", "an announcement"),
    ("统计内容包括单位基本情况", "what a thing is made of"),
    ("最快将完成目标", "a forecast"),
    ("产业规模将进入快速增长期", "another"),
    ("要以科学发展为主题", "means in an appeal"),
    ("对于病情稳定、普遍开展的慢性病", "whom the next clause is about, whatever it attributes"),
    ("为配合完成法制工作", "a purpose"),
    ("工作的主要考虑", "the head of a list"),
    ("“六保”是稳定工作的着力点", "what a thing is"),
    ("监测手段需要改进", "a need"),
    ("继续执行下调费率等制度", "what goes on"),
    ("小微企业暂缓缴存保证金", "a deferral"),
    ("大力推动成果应用", "work"),
    ("并留有适当弹性", "how strictly a rule is meant"),
    ("原料用能不纳入总量控制", "how something is reckoned"),
    ("包括立项和验收各阶段的制度", "what a thing is made of"),
    ("单笔不超过{10万元:other}", "no more than a quantity that is none to be reached"),
    ("为加快茶区汽车电动化", "a purpose"),
    ("选择污染较重的茶园地块", "what is picked for it"),
    ("认真进行研究", "open-ended work"),
    ("我委继续在全县范围内开展监测工作", "work that goes on"),
    ("（星期日）上班", "an ordinary day"),
]


@pytest.mark.parametrize(("clause", "why"), NO_RESULTS)
def test_no_results(clause: str, why: str) -> None:
    assert told(f"{DUE}{clause}。") == [], why


LATER = [
    (
        "<2017年底前=2017-12-31>，各园区建成污水处理设施，并安装监控装置；逾期未完成的，暂停审批，并撤销其称号。",
        ["L 2017-12-31 各园区建成污水处理设施", "L 2017-12-31 并安装监控装置"],
        "what follows a goal missed is none",
    ),
    (
        "<2017年底前=2017-12-31>，锅炉全部改造，仍不达标的，撤销许可。",
        ["L 2017-12-31 锅炉全部改造"],
        "the same with 仍不",
    ),
    (
        "近期目标（<2015年=2015-12-31>）：海洋环境得到有效控制。",
        ["L 2015-12-31 海洋环境得到有效控制"],
        "nothing is left of the brackets about a date",
    ),
    (
        "<年内=2017-01-01/2017-12-31>实现省对市全覆盖，开展重点督察，适时通报情况。",
        ["L 2017-12-31 实现省对市全覆盖"],
        "after an inner deadline work is not governed",
    ),
    (
        "会同有关部门于<6月底前=2017-06-30>完成排查，建立联席会议制度，召开推进会，现场观摩典型。",
        ["L 2017-06-30 完成排查", "L 2017-06-30 建立联席会议制度", "L 2017-06-30 召开推进会"],
        "one-off acts are",
    ),
    ("<6月底前=2020-06-30>设立平台，3个工作日内答复，办结后回访。", ["L 2020-06-30 设立平台"], "standing rules are not"),
    (
        "确保<“十四五”时期=2021-01-01/2025-12-31>投入增长{15%:change}，着力提升效能。",
        ["N 2025-12-31 确保“十四五”时期投入增长15%"],
        "a manner of working is not",
    ),
    (
        "<2017年=2017-01-01/2017-12-31>生均拨款不低于{12000元:target}，逐步达到本科水平。",
        ["N 2017-12-31 生均拨款不低于12000元", "L 2017-12-31 逐步达到本科水平"],
        "a standard to be reached is",
    ),
    (
        "<2016年3月前=2016-02-29>，出台指导意见，统一招生政策，统一经费标准。",
        ["L 2016-02-29 出台指导意见", "L 2016-02-29 统一招生政策", "L 2016-02-29 统一经费标准"],
        "every act of a list under one cut-off",
    ),
    (
        "联席会议<四季度=2019-12-31>组织专项督查，确保各项任务按时完成，并在全省组织开展宣传工作。",
        ["L 2019-12-31 联席会议组织专项督查"],
        "what goes with a dated act is not",
    ),
    ("各县<年底前=2019-12-31>印发办法，进一步优化环境。", ["L 2019-12-31 各县印发办法"], "nor work without a subject"),
    ("<2016年6月前=2016-05-31>，出台意见，支持学校开展培训。", ["L 2016-05-31 出台意见"], "support is no act that ends"),
    ("<2016年3月前=2016-02-29>，出台管理办法，对办学规范的学校，可登记为法人。", ["L 2016-02-29 出台管理办法"], "a permission is none"),
]


@pytest.mark.parametrize(("text", "expected", "why"), LATER)
def test_later_clauses(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why


JOINED = [
    (
        "<到2025年=2025-12-31>，形成一批拥有自主技术、在国内占据优势，国外享有声誉的材料企业。",
        ["L 2025-12-31 形成一批拥有自主技术、在国内占据优势，国外享有声誉的材料企业"],
        "an attribute that a comma cuts before its noun",
    ),
    (
        "机构不再承担下放的事项，请科技厅、财政厅等部门在<2019年2月底前=2019-02-28>完成。",
        ["L 2019-02-28 机构不再承担下放的事项，请科技厅、财政厅等部门完成"],
        "also one that names who is to complete it",
    ),
    (
        "选址确定商务区，编制三项规划，<年底前=2017-12-31>完成。",
        ["L 2017-12-31 编制三项规划，完成"],
        "a completion without an object dates the clause before",
    ),
    ("编制三项规划，<年内=2017-01-01/2017-12-31>全部完成并报批。", ["L 2017-12-31 编制三项规划，全部完成并报批"], "also with what follows it"),
    (
        "对困难毕业生给予求职补贴，<5月底前=2020-05-31>发放到位。",
        ["L 2020-05-31 对困难毕业生给予求职补贴，发放到位"],
        "payment completed as well",
    ),
    ("可渐进调整支付标准，<三年内=2019-01-17/2022-01-17>调整到位。", ["L 2022-01-17 调整到位"], "not what may be done"),
    (
        "合计选取{17台:target}，保证在<2005年底前=2005-12-31>建成投产。",
        ["N - 合计选取17台", "L 2005-12-31 保证建成投产"],
        "a quantity before stays a target of its own",
    ),
    (
        "各部门制定的实施办法，于<12月底前=2018-12-31>报送省政府办公厅。",
        ["L 2018-12-31 各部门制定的实施办法，报送省政府办公厅"],
        "what is handed in stands before",
    ),
    (
        "各县抓紧制定方案，于<12月底前=2018-12-31>报送省茶办。",
        ["L 2018-12-31 报送省茶办"],
        "handing in alone, where the clause before says itself what is done",
    ),
    ("并于<5月25日前=2013-05-25>将复查情况表上报省厅。", ["L 2013-05-25 并将复查情况表上报省厅"], "or in the clause itself"),
    ("按季度通报进展，<年底前=2016-12-31>报送年度任务完成情况。", ["L 2016-12-31 报送年度任务完成情况"], "or after the verb"),
    (
        "<到2019年=2019-12-31>，建立涵盖各领域，以国家标准为主体，以团体标准为补充，满足需要的标准体系。",
        ["L 2019-12-31 建立涵盖各领域，以国家标准为主体，以团体标准为补充，满足需要的标准体系"],
        "commas inside the object do not cut the target",
    ),
    (
        "<到2025年=2025-12-31>，文化强省全面建成，以茶文化为代表的传统文化全面复兴，茶文化影响力不断提升。",
        ["L 2025-12-31 文化强省全面建成", "L 2025-12-31 以茶文化为代表的传统文化全面复兴", "L 2025-12-31 茶文化影响力不断提升"],
        "以…为… inside a clause that says itself what is reached goes on with nothing",
    ),
    (
        "<12月底前=2020-12-31>实现规划、土地等数据，以及水电气公共数据的共享。",
        ["L 2020-12-31 实现规划、土地等数据，以及水电气公共数据的共享"],
        "以及 goes on with the object",
    ),
    (
        "<到2018年=2018-12-31>，建成与经济发展相适应，布局科学、功能完善的设施体系。",
        ["L 2018-12-31 建成与经济发展相适应，布局科学、功能完善的设施体系"],
        "a verb of building waits for its object",
    ),
    (
        "<到2025年=2025-12-31>，建立以省级医院为龙头，县级医院为骨干，社会办医为补充，覆盖城乡的医疗体系。",
        ["L 2025-12-31 建立以省级医院为龙头，县级医院为骨干，社会办医为补充，覆盖城乡的医疗体系"],
        "one that says what leads waits for it too",
    ),
    (
        "对装卸实施深度治理，临澜地区<2019年底前=2019-12-31>完成。",
        ["L 2019-12-31 对装卸实施深度治理，临澜地区完成"],
        "a completion of a place dates the clause before it",
    ),
    (
        "<到2018年=2018-12-31>，建成服务体系，形成特色鲜明的品牌。",
        ["L 2018-12-31 建成服务体系", "L 2018-12-31 形成特色鲜明的品牌"],
        "one that has its object does not",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), JOINED)
def test_joined_clauses(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why


LABELS = [
    ("（一）<到2025年=2025-12-31>，体系基本建成。", ["L 2025-12-31 体系基本建成"], "a label before the deadline"),
    (
        "<到2025年=2025-12-31>，一是体系基本建成；二是机制更加完善。",
        ["L 2025-12-31 体系基本建成", "L 2025-12-31 机制更加完善"],
        "labels inside the sentence",
    ),
    ("<到2025年=2025-12-31>，一体化平台建成。", ["L 2025-12-31 一体化平台建成"], "a word that begins like a label is none"),
    (
        "<到2025年=2025-12-31>，要实现以下目标：体系基本建成，能力增强。",
        ["L 2025-12-31 体系基本建成", "L 2025-12-31 能力增强"],
        "an announcement before a colon is left out",
    ),
    ("（责任单位：省教育厅）<2015年底前=2015-12-31>，出台专门文件。", ["L 2015-12-31 出台专门文件"], "a note to the item before is left out"),
]


@pytest.mark.parametrize(("text", "expected", "why"), LABELS)
def test_labels_and_lead_ins(text: str, expected: list[str], why: str) -> None:
    assert told(text) == expected, why


NEWS = [
    ("某市出台园区建设方案", "<到2025年=2025-12-31>，园区全面建成。", ["L 2025-12-31 园区全面建成"], "a page whose headline names a plan"),
    ("市场快讯", "《园区建设方案》提出，<到2025年=2025-12-31>，园区全面建成。", ["L 2025-12-31 园区全面建成"], "one whose text does"),
    ("园区快讯", "会议要求，<年底前=2021-12-31>，园区全面建成。", ["L 2021-12-31 园区全面建成"], "nor does it where a meeting demands something"),
    ("市场快讯", "<今年下半年=2021-07-01/2021-12-31>，供应形势明显好转。", [], "one that names none sets no goals"),
    ("某市园区建设规划回眸", "<2020年=2020-01-01/2020-12-31>，园区全面建成。", [], "what was done before the page appeared is no target"),
    (
        "某市园区建设规划回眸",
        "规划提出，<到2020年=2020-12-31>，园区全面建成。",
        ["L 2020-12-31 园区全面建成"],
        "unless a plan is said to have set it",
    ),
]


@pytest.mark.parametrize(("title", "text", "expected", "why"), NEWS)
def test_news_pages(title: str, text: str, expected: list[str], why: str) -> None:
    assert told(text, genre="news", title=title, published=date(2021, 3, 1)) == expected, why


def test_other_pages_have_no_qualitative_targets() -> None:
    """A page that is neither a policy nor an article about one sets no goals: a market report's outlook is none."""
    assert told("<到2015年=2015-12-31>，市场规模进一步扩大。", genre="other") == []

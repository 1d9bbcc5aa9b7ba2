"""Tasks as a specification: which items say what is to be done, by what title, for whom and until when.

A row is `(text, expected, why)`; an expected task is `label|title`. Places and policies are invented.
"""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.outline import find_sections
from extractors.records import Deadline, Finding, Task
from extractors.tasks import find_tasks
from extractors.tasks.actions import is_action, obliges, only_names
from extractors.tasks.lists import find_announced
from extractors.tasks.tables import find_rows

Row = tuple[str, list[str], str]


def read(text: str, deadlines: tuple[Deadline, ...] = (), genre: str = "policy") -> tuple[list[Task], list[Finding]]:
    return find_tasks(text, find_sections(text), deadlines, genre)


def shown(text: str, genre: str = "policy") -> list[str]:
    """The tasks of `text` as the tables below write them."""
    return [f"{task.label}|{task.title}" for task in read(text, genre=genre)[0]]


ITEMS: list[Row] = [
    ("一、重点任务\n（一）培育茶企。扶强扶优。\n（二）建设茶市。", ["（一）|培育茶企", "（二）|建设茶市"], "a container names a part and is none"),
    ("一、提升茶园品质\n1.改良品种。\n2.改造设施。", ["一、|提升茶园品质", "1.|改良品种", "2.|改造设施"], "parents and children both are"),
    ("一、主攻方向\n——春茶产业。做优。\n——秋茶产业。做强。", ["——|春茶产业", "——|秋茶产业"], "in a container of tasks even nouns are"),
    ("一、总体要求\n（一）坚持绿色发展。\n（二）强化创新引领。", [], "requirements are none"),
    ("一、基本原则\n（一）坚持统筹规划。\n（二）突出重点。", [], "principles are none"),
    ("一、主要目标\n（一）提升茶产量。\n（二）扩大茶园面积。", [], "goals are none"),
    ("一、定义\n1.建设茶山是指种茶于山。", [], "definitions are none"),
    ("一、2029年工作回顾\n一是推动茶园改造；二是建设茶市。", [], "what was done is none"),
    ("一、保障措施\n（一）加强组织领导。\n（二）落实资金。", ["（一）|加强组织领导", "（二）|落实资金"], "safeguards are"),
    ("一、组织形式\n（一）成立领导小组。\n1.督导组。\n2.专家组。", ["（一）|成立领导小组"], "members are none"),
    ("一、茶园范围及形式\n（一）参加企业。\n（二）茶叶范围。", [], "names of matters are none"),
    ("一、申请方式：备齐资料，向县茶办提出申请。", [], "nor is a matter with its explanation"),
    ("一、全面推进茶山治理\n（一）开展普查。（二）修复生态。（三）茶农增收致富。", ["一、|全面推进茶山治理", "（一）|开展普查", "（二）|修复生态", "（三）|茶农增收致富"], "an unknown verb among tasks"),
    ("明确3项重点任务：一是扩大种植；二是改良品种；三是拓展市场。", ["一是|扩大种植", "二是|改良品种", "三是|拓展市场"], "an enumeration announced as tasks"),
    ("明确4项重点任务：一是扩大种植；二是改良茶种；三是点燃茶农热情；四是拓展市场。", ["一是|扩大种植", "二是|改良茶种", "三是|点燃茶农热情", "四是|拓展市场"], "an unknown verb among them"),
    ("存在三个问题：一是推进缓慢；二是落实不力；三是建设滞后。", [], "an enumeration of problems"),
    ("披露了三大目标：一是构建茶业体系；二是扩大种植；三是拓展市场。", [], "an enumeration of goals"),
    ("一、强化茶园管理。一是建立台账；二是定期巡查。", ["一、|强化茶园管理", "一是|建立台账", "二是|定期巡查"], "an enumeration inside a task"),
    ("第一章 总则\n第一条 为护茶山，制定本办法。\n第二条 本办法所称茶山，是指种茶之山。\n第三条 茶农应当护林。\n第四条 县茶办主管全县茶山管理工作。\n第五条 违反本办法的，处以罚款。", ["第三条|茶农应当护林"], "articles only where they oblige"),
    ("第一条 茶企应当建档。\n第二条 茶企不得掺假。\n第三条 申请补助应当符合下列条件：\n（一）建有茶园；\n（二）依法经营。", ["第一条|茶企应当建档"], "a prohibition and conditions are none"),
    ("一、第六条修改为：“茶农应当护林。”\n二、增加一条，作为第七条：“建设茶园应当报批。”", [], "amendments are none"),
    ("第三章 推进茶业升级\n第一节 改良品种\n开展选育。", ["第三章|推进茶业升级", "第一节|改良品种"], "chapters of a plan are"),
    ("专栏1 建设茶山公路\n略。", [], "a box is none"),
    ("1.茶园面积达到3万亩。责任单位：市茶办。\n2.茶企突破百家。责任单位：市商务局。", ["1.|茶园面积达到3万亩", "2.|茶企突破百家"], "items with somebody to do them are"),
    ("一、2029年以来的主要成效\n（一）推进茶园改造。", [], "results are none"),
    ("第一条 茶企应当建档。\n第二条 茶农应当护林。\n第三条 修改茶规应当履行下列程序：\n（一）论证；\n（二）报县政府批准。", ["第一条|茶企应当建档", "第二条|茶农应当护林", "第三条|修改茶规应当履行下列程序", "（一）|论证", "（二）|报县政府批准"], "a procedure that an article lays down"),
    ("第一条 茶企应当建档。\n第二条 骗取补助的，由县茶办追回。\n第三条 申报补助的茶企应是县内企业。", ["第一条|茶企应当建档"], "what is done about wrongdoing and who is eligible"),
    ("第一条 优化茶业审批。建立联审机制。\n第二条 鼓励种茶，给予茶农补贴。\n第三条 鼓励种竹。", ["第一条|优化茶业审批", "第二条|鼓励种茶，给予茶农补贴"], "an article with a heading that acts, and one that grants"),
    ("为防茶灾，制定本预案。\n2 组织体系\n2.1 指挥部\n县政府负责指挥。\n3 监测与预警\n3.1 灾情监测\n县茶办要加强监测。\n3.2 预警分级\n预警分四级，由县茶办制定标准。\n3.3 预警级别调整\n县茶办应当适时调整级别。", ["3.1|灾情监测", "3.3|预警级别调整"], "a plan for emergencies: what is done, not organs and levels"),
    ("一、重点整治内容\n（一）非法采茶行为。\n（二）假冒名茶现象。", [], "what is looked for"),
    ("一、重点任务\n（一）修整茶路。\n专栏1 茶路工程\n1.茶溪路工程。\n2.云水路工程。", ["（一）|修整茶路"], "items of a box are none"),
    ("会议议定：\n一、关于用地问题。由县茶办牵头，4月底前报批。\n二、关于资金问题。由县财政局安排。", ["一、|关于用地问题", "二、|关于资金问题"], "minutes that settle who does what"),
    ("在减税降费方面，一是落实减免政策；二是减免茶站房租。", ["一是|落实减免政策", "二是|减免茶站房租"], "an enumeration about an aspect of work"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), ITEMS)
def test_items(text: str, expected: list[str], why: str) -> None:
    assert shown(text) == expected, why


def test_pages_that_are_no_policies_have_no_tasks() -> None:
    text = "一、推进缓慢的市场回暖\n分析略。\n二、扩大的需求支撑茶价\n分析略。"
    assert shown(text, "other") == []


def test_points_of_a_directive_that_oblige() -> None:
    """In the directives of the Taiwanese gazettes a point is a task only where it tells somebody to act."""
    text = "一、补助额度：每案新台币十万元。\n二、申请应备文件：\n(一) 企划书。\n三、受补助单位应于计划结束后一个月内函报本会备查。"
    assert shown(text) == ["三、|受补助单位应于计划结束后一个月内函报本会备查"]


ACTIONS = [
    "加快标准研制", "全面推进茶园改造", "对成效明显的县给予奖励", "将茶业纳入考核", "企业应当如实申报", "分类优化财产登记", "全省域拓展茶旅应用",
    "政策衔接，三医联动", "健全机构", "明确职责", "支持龙头企业", "推广新型建造方式", "稳投资促消费扩大内需", "到2030年底前完成茶园改造", "实施茶山重点项目", "不得掺杂使假", "服务茶农增收", "低碳引领茶业改革",
]  # fmt: skip
NAMES = [
    "监督组", "审查项目", "申请方式", "发展基础", "发展基础和环境", "实施步骤", "补助对象", "组织机构", "重点任务", "2030年工作安排", "转型升级主要任务", "茶园面积", "组织指挥体系",
    "开放能级明显提升", "供应主要要素", "服务满意度", "增加补贴的办法", "实施范围和类别", "茶园用地审批", "损害评估", "取消的茶业审批事项", "规划面积12平方公里", "茶都引领带动作用",
]  # fmt: skip


@pytest.mark.parametrize("title", ACTIONS)
def test_actions(title: str) -> None:
    assert is_action(title)


@pytest.mark.parametrize("title", NAMES)
def test_no_actions(title: str) -> None:
    assert not is_action(title)


@pytest.mark.parametrize("title", ["保障措施", "重点领域", "工作要求", "审查项目"])
def test_only_names(title: str) -> None:
    assert only_names(title)


OBLIGES = ["茶农应当护林", "县茶办须按月通报", "由承包商负责维修", "茶企应于年底前建档", "推行茶园确权登记制度"]
OBLIGES_NOBODY = [
    "本办法所称茶山，是指种茶之山", "本办法自公布之日起施行", "茶企可以申请补助", "茶叶供应和主要要素充足", "违反规定的，处以罚款", "县茶业主管部门主管全县茶山管理工作", "申请人应当具备下列条件",
]  # fmt: skip


@pytest.mark.parametrize("sentence", OBLIGES)
def test_obliges(sentence: str) -> None:
    assert obliges(sentence)


@pytest.mark.parametrize("sentence", OBLIGES_NOBODY)
def test_obliges_nobody(sentence: str) -> None:
    assert not obliges(sentence)


TITLES: list[tuple[str, str, str]] = [
    ("（一）强化协同，形成合力。完善机制。", "强化协同，形成合力", "the heading sentence"),
    ("一、对茶业发展好的县，在资金上予以倾斜。（省财政厅负责）", "对茶业发展好的县，在资金上予以倾斜", "a whole sentence, without the note"),
    ("一、加强领导：各县要成立专班，统筹推进。", "加强领导", "a measure before a colon"),
    ("（一）完善制度（责任单位：省茶业局）。", "完善制度", "a note inside the heading"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "why"), TITLES)
def test_titles(text: str, title: str, why: str) -> None:
    assert [task.title for task in read(text)[0]] == [title], why


LISTS: list[Row] = [
    ("《方案》明确了8大重点任务：包括完善茶园标准；建设茶业平台；打造茶山品牌等内容。", ["|完善茶园标准", "|建设茶业平台", "|打造茶山品牌"], "包括 and semicolons"),
    ("提出五大主要任务，具体包括：完善标准体系、建设服务平台、打造“一镇、一品”品牌。", ["|完善标准体系", "|建设服务平台", "|打造“一镇、一品”品牌"], "、 outside quotes"),
    ("明确了3项重点任务——提升茶园品质、推动茶市建设、促进茶农增收。", ["|提升茶园品质", "|推动茶市建设", "|促进茶农增收"], "a dash"),
    ("三大行动包括：推动茶站提质；以茶屋为重点设置茶窗；把茶路修到山村。", ["|推动茶站提质", "|以茶屋为重点设置茶窗", "|把茶路修到山村"], "as many as announced, at the start of a line"),
    ("三大行动包括：茶站提质；茶屋设窗；茶路进村。", [], "but some must say what to do"),
    ("提出三大目标：完善茶园标准；建设茶业平台。", [], "goals"),
    ("种植五大类作物，包括茶、竹、稻。", [], "things"),
    ("实施四项措施：茶；竹；稻；桑。", [], "names of things"),
    ("完成8项重点任务的县受到表扬：青汀县、临澜县。", [], "no list of tasks"),
    ("青汀片区建设。主要任务包括：修整茶路、培训茶农、办好茶节、打造茶业高地等4个方面12项重点工作。", ["|修整茶路", "|培训茶农", "|办好茶节", "|打造茶业高地"], "announced by name, with the number behind"),
    ("重点任务有扩种茶树、修整茶路、培训茶农。", ["|扩种茶树", "|修整茶路", "|培训茶农"], "有 instead of a colon"),
    ("主要措施为：推进茶园改造，提升品质；支持茶企上市；引导茶农入社。", ["|推进茶园改造，提升品质", "|支持茶企上市", "|引导茶农入社"], "semicolons"),
    ("主要任务是加强茶园管护和病虫害防治。", [], "one thing, not a list"),
    ("重点任务包括茶路、茶市、茶节三个方面。", [], "names of matters"),
    ("主要任务包括修整茶路、茶市、茶节。", [], "one verb with its objects"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), LISTS)
def test_unlabelled_lists(text: str, expected: list[str], why: str) -> None:
    assert shown(text) == expected, why


def test_declared_number_and_mismatch() -> None:
    """A list knows the number announced for it; a shorter one is reported where the number stands."""
    text = "明确了3项重点任务：一是扩大种植；二是改良品种；三是拓展市场。"
    tasks, findings = read(text)
    assert [task.declared for task in tasks] == [3, 3, 3]
    assert findings == []
    tasks, findings = read(text.replace("3项", "8项"))
    assert [task.declared for task in tasks] == [8, 8, 8]
    (finding,) = findings
    assert (finding.severity, finding.code) == ("warning", "declared-mismatch")
    assert finding.message == "8项重点任务: 8 announced, 3 listed"
    assert (finding.start, finding.end) == (3, 9)


def test_declared_of_headings() -> None:
    text = "一、重点任务\n做好两个方面工作。\n（一）培育茶企。做强。\n（二）建设茶市。做大。\n二、保障措施\n（一）落实资金。"
    assert [(task.label, task.declared) for task in read(text)[0]] == [("（一）", 2), ("（二）", 2), ("（一）", None)]


def test_announcements_need_a_number_of_tasks() -> None:
    assert [found.declared for found in find_announced("部署21条措施，第三项任务")] == [21]
    assert find_announced("3 项任务已完成") == []


TABLE = "云岚县茶业任务分工表\n序号\t主要任务\t牵头单位\t配合单位\t完成时限\n1\t建设茶市。选址在城东。\t县商务局\t县财政局、县水利局\t2030年6月底前\n2\t改造茶园\t县茶办\t\t2030年底\n备注\t略\t\t\t"


def test_table_rows() -> None:
    """Numbered rows are tasks: the label is the number, agencies come from their columns."""
    rows = list(find_rows(TABLE))
    assert [(row.label, row.title) for row in rows] == [("1", "建设茶市"), ("2", "改造茶园")]
    assert [[(agency.name, agency.role) for agency in row.agencies] for row in rows] == [
        [("县商务局", "lead"), ("县财政局", "support"), ("县水利局", "support")],
        [("县茶办", "lead")],
    ]


def test_a_cell_over_several_rows_holds_for_all() -> None:
    """The reading gives a cell over two rows once: the empty cell below takes what stands above, unless the row names somebody itself."""
    text = (
        "序号\t工作任务\t牵头单位\t配合单位\t完成时限\n1\t改造茶园\t县茶办\t县财政局\t2030年底\n2\t建设茶市\t\t\t\n3\t整修茶路\t县交通局\t\t2031年底"
    )
    rows = list(find_rows(text))
    assert [[agency.name for agency in row.agencies] for row in rows] == [["县茶办", "县财政局"], ["县茶办", "县财政局"], ["县交通局"]]
    assert [text[slice(*row.due)] for row in rows if row.due] == ["2030年底", "2030年底", "2031年底"]


def test_a_note_under_a_table_says_who_leads() -> None:
    """`注：列第一位的为牵头单位` holds for every row; a row may lack its last cells, which scraping drops when they are empty."""
    text = "序号\t类别\t工作任务\t责任单位\t完成时限\n1\t茶园\t改造茶园\t县茶办、县水利局\t2030年底\n2\t\t建设茶市\t县商务局、县茶办\n注：责任单位中列第一位的为牵头单位。"
    assert [(task.label, task.title, task.lead_agency) for task in read(text)[0]] == [("1", "改造茶园", "县茶办"), ("2", "建设茶市", "县商务局")]


def test_projects() -> None:
    """The rows of a table of projects are tasks where it says who answers for them; units of measure in brackets are no part of a head."""
    text = "序号\t项目名称\t总投资（亿元）\t建设期限（年）\t责任单位\n1\t青汀茶市扩建工程\t3.5\t2029—2030年\t县商务局\n2\t茶山公路项目\t12\t2031年\t县交通局、县茶办\n"
    rows = list(find_rows(text))
    assert [(row.label, row.title, [agency.name for agency in row.agencies]) for row in rows] == [
        ("1", "青汀茶市扩建工程", ["县商务局"]),
        ("2", "茶山公路项目", ["县交通局", "县茶办"]),
    ]
    assert [text[slice(*row.due)] for row in rows if row.due] == ["2029—2030年", "2031年"]


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("序号\t项目名称\t建设地点\n1\t茶山公路\t城东", "a table of projects"),
        ("序号\t项目名称\t单位\t数量\n1\t茶苗\t株\t300", "单位 is the unit they are counted in"),
        ("指标\t2029年\t2030年\n茶园面积\t3\t4", "a table of figures"),
        ("1\t建设茶市\t县商务局", "no heading row"),
    ],
)
def test_other_tables(table: str, why: str) -> None:
    assert list(find_rows(table)) == [], why


def test_dates() -> None:
    """A task is due when its 完成时限 note says, or its heading, or its cell."""
    text = "一、重点任务\n（一）建设茶市。到2029年动工。\n完成时限：2030年底前\n（二）2031年改造茶园。做优。\n" + TABLE
    spans = [("2029年", date(2029, 12, 31)), ("2030年底前", date(2030, 12, 31)), ("2031年", date(2031, 12, 31)), ("2030年6月底前", date(2030, 6, 30))]
    deadlines = tuple(Deadline(text.index(words), text.index(words) + len(words), words, None, until, "year", "by", "text") for words, until in spans)
    assert [(task.title, task.deadline_date) for task in read(text, deadlines)[0]] == [
        ("建设茶市", date(2030, 12, 31)),
        ("2031年改造茶园", date(2031, 12, 31)),
        ("建设茶市", date(2030, 6, 30)),
        ("改造茶园", None),
    ]


AGENCIES: list[tuple[str, list[tuple[str | None, list[str]]], str]] = [
    ("1.建设茶市。（责任单位：甲局、乙局）\n2.改造茶园。（责任单位：丙局）", [(None, ["甲局", "乙局"]), (None, ["丙局"])], "nobody is said to lead"),
    ("1.建设茶市。（责任单位：甲局、乙局，列第一的为牵头单位，下同）\n2.改造茶园。（责任单位：丙局）", [("甲局", ["甲局", "乙局"]), ("丙局", ["丙局"])], "the first named leads from there on"),
    ("1.建设茶市。选址。（省茶业局牵头，乙局配合）招商。（责任单位：丙局、茶业局）", [("省茶业局", ["省茶业局", "乙局", "丙局"])], "several notes, and the elliptic 茶业局 of 省茶业局"),
    ("一、发展茶业\n1.建设茶市。（责任单位：甲局）\n2.改造茶园。（责任单位：乙局）", [(None, []), (None, ["甲局"]), (None, ["乙局"])], "a child's note is not its parent's"),
    ("1.建设茶市。（甲局牵头，乙局牵头）", [("甲局", ["甲局", "乙局"])], "of several leaders the first"),
    ("1.修整茶路。\n（1）清理水沟。\n（2）铺设石板。\n责任单位：县茶办牵头，县水利局配合。\n2.培训茶农。", [("县茶办", ["县茶办", "县水利局"]), (None, []), (None, []), (None, [])], "a line behind a list is of the task that lists"),
    ("1.修整茶路。\n（1）清理水沟。\n责任单位：县水利局。\n（2）铺设石板。\n责任单位：县茶办。", [(None, []), (None, ["县水利局"]), (None, ["县茶办"])], "where each item has its own line, it keeps it"),
    ("1.修整茶路。\n（1）清理水沟。\n（2）铺设石板。（责任单位：县茶办）", [(None, []), (None, []), (None, ["县茶办"])], "a note in the item's own line is the item's"),
    ("1.修整茶路。\n（一）主要目标。茶路畅通。（责任单位：县茶办）茶农增收。", [(None, [])], "a note inside a paragraph of goals that scraping put there"),
    ("1.修整茶路。铺石。（县茶办、县水利局）\n2.建设茶市。选址。（县商务局，各镇（街道）政府）\n3.培训茶农。（县茶办）", [(None, ["县茶办", "县水利局"]), (None, ["县商务局", "各镇（街道）政府"]), (None, ["县茶办"])], "brackets of names alone that close the items"),
    ("1.修整茶路。铺石。（县茶办）\n2.建设茶市。", [(None, []), (None, [])], "a single one may be a credit"),
    ("序号 事项 场景 牵头部门 配合单位 方式 完成时限\n1 茶企年检（含换证）县茶办 县财政局 全程网办2030年底前\n2 茶农登记 异地可办 县农业局 县茶办 就近联办 已完成", [("县茶办", ["县茶办", "县财政局"]), ("县农业局", ["县农业局", "县茶办"])], "a table whose cells ran together, with more columns"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), AGENCIES)
def test_agencies(text: str, expected: list[tuple[str | None, list[str]]], why: str) -> None:
    assert [(task.lead_agency, [agency.name for agency in task.agencies]) for task in read(text)[0]] == expected, why


def test_tree() -> None:
    """Children know their parents, though a container that is no task stands between."""
    text = "一、提升茶园品质\n（一）主要措施\n1.改良品种。\n二、保障措施\n（一）落实资金。"
    assert [(task.label, task.parent, task.kind, task.level) for task in read(text)[0]] == [
        ("一、", None, "task", 1),
        ("1.", 0, "task", 3),
        ("（一）", None, "safeguard", 2),
    ]


_TEXT = st.lists(
    st.sampled_from(
        [
            "一、",
            "（一）",
            "（二）",
            "1.",
            "2.",
            "第一条",
            "一是",
            "二是",
            "\n",
            "。",
            "；",
            "推进改造",
            "重点任务",
            "8项任务：",
            "（责任单位：甲局）",
            "\t",
            "序号\t任务\t责任单位\n",
            "应当",
        ]
    )
    | st.text("一二茶，。；：（）\t", max_size=5),
    max_size=50,
).map("".join)


@given(_TEXT)
def test_any_text(text: str) -> None:
    """Tasks come in order, their text is where they say, parents come before children."""
    tasks, _ = read(text)
    assert [task.start for task in tasks] == sorted(task.start for task in tasks)
    for index, task in enumerate(tasks):
        assert task.text == text[task.start : task.end]
        assert task.parent is None or task.parent < index
        assert task.title


@pytest.mark.parametrize(
    "piece",
    ["一、推进", "（一）", "8项任务：", "一是推进；", "序号\t任务\t责任单位\n", "1\t推进\t甲局\n", "——推进。", "“", "第一条应当", "目录一、茶"],
)
def test_long_texts_take_linear_time(piece: str) -> None:
    """Twenty thousand characters of anything are read in a fraction of a second."""
    text = piece * (20_000 // len(piece))
    begun = time.perf_counter()
    read(text)
    assert time.perf_counter() - begun < 2.0

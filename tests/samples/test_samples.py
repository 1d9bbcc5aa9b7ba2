"""The shipped samples, read from their bytes to their tables: the facts a reader would name first."""

from __future__ import annotations

import functools
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import zhengce
from pipeline.process import process
from pipeline.tables.publish import publish
from tests.published import rows as published

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
NAMES = sorted(path.name for path in SAMPLES.iterdir())

PLAN_2018 = "yunlan-rural-digital-2018.txt"
PLAN_2021 = "yunlan-rural-digital-2021.html"
CITY = "qingting-rural-digital-2021.txt"
REPRINT = "rural-digital-2018-reprint.hant.md"
REPORT = "linlan-work-report-2023.txt"
MEALS = "lanyu-elder-meals.html"
WATER = "island-water-plan.txt"
NIGHT = "linlan-night-bus-news.txt"
TABLE = "water-task-table.html"
JOBS = "qingting-jobs-flat.txt"
LAW = "qingting-village-regulation.md"
NEWS = ("news-clipping.md", "news-farm-net.html", "news-yunlan-daily.md")


@functools.cache
def read(name: str) -> zhengce.Extraction:
    """One sample by itself."""
    return zhengce.extract((SAMPLES / name).read_bytes(), source=name)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, str]]]:
    """All samples together, as a run publishes them: a table's name to its rows, every cell a string."""
    output = tmp_path_factory.mktemp("samples") / "published"
    publish([process((SAMPLES / name).read_bytes(), name) for name in NAMES], output)
    return {path.stem: published(output, path.stem) for path in sorted((output / "tables").glob("*.csv"))}


def rows(table: str, name: str) -> list[dict[str, Any]]:
    return list(read(name).tables[table])


@pytest.mark.parametrize("name", NAMES)
def test_every_sample_is_read_and_its_rows_point_at_their_words(name: str) -> None:
    """`text[start:end]` is the row's `text`, in every table that has both."""
    found = read(name)
    assert found.document["status"] != "rejected"
    assert found.document["chars"] == len(found.text)
    for table in ("counts", "deadlines", "targets"):
        for row in found.tables[table]:
            assert found.text[row["start"] : row["end"]] == row["text"], (table, row)


@pytest.mark.parametrize(
    ("name", "title", "published", "genre", "script", "why"),
    [
        (
            PLAN_2018,
            "云岚省人民政府办公厅关于印发云岚省乡村数字服务建设行动方案（2018—2020年）的通知",
            date(2018, 5, 21),
            "policy",
            "hans",
            "the page's headline",
        ),
        (
            PLAN_2021,
            "云岚省人民政府关于印发云岚省乡村数字服务提升行动方案（2021—2025年）的通知",
            date(2021, 7, 6),
            "policy",
            "hans",
            "headline broken over two lines",
        ),
        (
            CITY,
            "青汀市人民政府关于印发青汀市乡村数字服务实施方案（2021—2025年）的通知",
            date(2021, 9, 24),
            "policy",
            "hans",
            "the day it was put out, not signed",
        ),
        ("news-yunlan-daily.md", "云岚发布乡村数字服务新方案  2025年建站8000个以上", date(2021, 7, 7), "news", "hans", "front matter"),
        ("news-farm-net.html", "《云岚省乡村数字服务提升行动方案》出炉", date(2021, 7, 8), "news", "hans", "h1 and a byline run together"),
        ("news-clipping.md", "五年建站八千个！云岚乡村数字服务有了新目标", date(2021, 7, 9), "news", "hans", "the bold line, not the clipper's note"),
        (NIGHT, "临澜县出台海岛夜航保障若干举措 8项重点任务护航晚归路", date(2022, 3, 16), "news", "hans", "first line"),
        (REPORT, "2023年临澜县政府工作报告", date(2023, 1, 11), "policy", "hans", "the day the report was given"),
        (MEALS, "岚屿县离岛长者送餐服务推动计划", date(2021, 3, 12), "policy", "hant", "year 110 of the Republic"),
        (REPRINT, "云岚省乡村数字服务建设行动方案（2018—2020年）（摘登）", date(2018, 6, 2), "policy", "hant", "the script as found"),
        (WATER, "云岚省海岛供水保障三年行动计划（2022—2024年）", date(2022, 1, 20), "policy", "hans", "one garbled paragraph does not hide the head"),
        (
            JOBS,
            "青汀市人民政府办公室关于印发《青汀市促进小微企业稳岗扩岗若干措施》的通知",
            date(2022, 5, 16),
            "policy",
            "hans",
            "metadata on the headline's line",
        ),
        (LAW, "青汀市古渔村保护条例", date(2019, 11, 29), "policy", "hans", "the day of approval stands last"),
    ],
)
def test_title_date_genre_script(name: str, title: str, published: date | None, genre: str, script: str, why: str) -> None:
    document = read(name).document
    wanted = ("".join(title.split()), published, genre, script)
    assert ("".join((document["title"] or "").split()), document["published"], document["genre"], document["script"]) == wanted, why


@pytest.mark.parametrize(("name", "encoding"), [(PLAN_2021, "gb18030"), (MEALS, "big5"), (CITY, "utf-8"), (PLAN_2018, "utf-8")])
def test_the_bytes_are_read_in_their_encoding(name: str, encoding: str) -> None:
    """A GB18030 page that says `gb2312`, a Big5 page, a UTF-8 file with a byte order mark."""
    assert read(name).document["encoding"].lower().replace("_", "-").startswith(encoding)


END_2020, END_2025 = date(2020, 12, 31), date(2025, 12, 31)

#: (sample, indicator, comparator, value, value_max, unit, due, why)
TARGETS = [
    (PLAN_2018, "村级数字服务站", "ge", "1500", None, "个", date(2019, 12, 31), "the nearer of two deadlines in a sentence"),
    (PLAN_2018, "村级数字服务站", "ge", "3000", None, "个", END_2020, "the further one"),
    (PLAN_2018, "行政村光纤通达率", "ge", "98", None, "%", END_2020, "a rate"),
    (PLAN_2018, "农产品网络零售额", "gt", "20000000000", None, "元", END_2020, "突破 and 亿 multiplied out"),
    (PLAN_2018, "产地冷藏保鲜库容", "eq", "200000", None, "吨", END_2020, "万 multiplied out of 万吨"),
    (PLAN_2018, "县域直播基地", "approx", "15", None, "家", END_2020, "左右"),
    (PLAN_2018, "村民对数字服务的满意度", "ge", "90", None, "%", END_2020, "不低于"),
    (PLAN_2018, "海岛村", "eq", "120", None, "个", date(2019, 6, 30), "底前 takes in the month's last day"),
    (PLAN_2018, "下沉事项", "ge", "50", None, "项", END_2020, "only the plan's own period bounds it"),
    (PLAN_2018, "农村网商", "eq", "20000", None, "人次", None, "under 每年 alone nothing is due"),
    (PLAN_2021, "村级数字服务站", "ge", "8000", None, "个", END_2025, "goal of the later plan"),
    (PLAN_2021, "农产品网络零售额", "eq", "50000000000", None, "元", END_2025, "达到 says eq"),
    (PLAN_2021, "乡村数字辅导员", "eq", "12000", None, "名", END_2025, "1.2万名"),
    (PLAN_2021, "村级常办事项线上可办率", "eq", "10", None, "百分点", END_2025, "a change to be reached is a target too"),
    (PLAN_2021, "三星级以上站点占比", "ge", "50", None, "%", date(2023, 6, 30), "上半年"),
    (PLAN_2021, "骨干冷链基地", "eq", "3", "5", "个", END_2025, "a range"),
    (PLAN_2021, "县级冷链集配中心", "eq", "20", None, "家", END_2025, "Chinese numeral"),
    (PLAN_2021, "流通损耗率", "le", "8", None, "%", END_2025, "控制在…以内"),
    (PLAN_2021, "乡村5G基站", "eq", "15000", None, "座", END_2025, "“十四五”期间"),
    (CITY, "村级数字服务站", "ge", "480", None, "个", date(2023, 12, 31), "number and noun on two lines of the file"),
    (CITY, "村级数字服务站", "ge", "650", None, "个", END_2025, "a word broken over two lines"),
    (CITY, "农产品网络零售额", "ge", "4500000000", None, "元", END_2025, "45亿元以上"),
    (CITY, "流动服务船", "eq", "6", None, "艘", date(2022, 12, 31), "底前 governs the rest of its sentence"),
    ("news-yunlan-daily.md", "村级数字服务站", "ge", "8000", None, "个", END_2025, "reported goals are targets"),
    ("news-farm-net.html", "村级数字服务站", "ge", "8000", None, "个", END_2025, "a tag inside the number"),
    ("news-clipping.md", "农产品网络零售额", "eq", "55000000000", None, "元", END_2025, "what this page says, right or wrong"),
    (REPORT, "地区生产总值", "approx", "5", None, "%", date(2023, 12, 31), "今年 of a report for 2023"),
    (REPORT, "城镇调查失业率", "le", "5.5", None, "%", date(2023, 12, 31), "控制在…以内"),
    (REPORT, "进出口总额", "eq", "3", "5", "%", date(2023, 12, 31), "a range of rates"),
    (REPORT, "地区生产总值", "gt", "48000000000", None, "元", END_2025, "a later year in the same report"),
    (REPRINT, "村级数字服务站", "ge", "3000", None, "个", END_2020, "traditional script"),
    (MEALS, "社区厨房", "ge", "20", None, "处", date(2022, 12, 31), "民國111年"),
    (MEALS, "独居长者送餐涵盖率", "ge", "85", None, "%", date(2023, 12, 31), "百分之八十五以上"),
    (MEALS, "采购比率", "ge", "40", None, "%", None, "不得低於"),
    (WATER, "海岛居民人均日供水量", "ge", "120", None, "升", date(2024, 12, 31), "不低于"),
    (NIGHT, "夜航准点率", "ge", "95", None, "%", date(2024, 12, 31), "news about a county's scheme"),
    (TABLE, "水库水质自动监测站", "eq", "15", None, "座", date(2022, 12, 31), "a cell of a table"),
]


@pytest.mark.parametrize(("name", "indicator", "comparator", "value", "value_max", "unit", "due", "why"), TARGETS)
def test_quantitative_targets(
    name: str, indicator: str, comparator: str, value: str, value_max: str | None, unit: str, due: date | None, why: str
) -> None:
    wanted = (indicator, comparator, Decimal(value), Decimal(value_max) if value_max else None, unit, due)
    found = [
        (row["indicator"], row["comparator"], row["value"], row["value_max"], row["unit"], row["deadline_date"])
        for row in rows("targets", name)
        if row["kind"] == "quantitative"
    ]
    assert wanted in found, why


def test_the_goals_of_the_first_plan_hold_nine_quantities() -> None:
    """No more, no less: years, labels and the plan's own period are not counted."""
    goals = read(PLAN_2018).text.index("二、基本原则")
    found = [row["value"] for row in rows("targets", PLAN_2018) if row["kind"] == "quantitative" and row["end"] <= goals]
    assert found == [Decimal(n) for n in ("1500", "3000", "98", "20000000000", "200000", "15", "5000", "85", "90")]


@pytest.mark.parametrize(
    ("name", "clause", "due"),
    [
        (PLAN_2018, "海岛乡镇移动网络实现全覆盖", END_2020),
        (PLAN_2021, "省级乡村数字服务平台上线运行", date(2022, 12, 31)),
        (CITY, "实现乡镇全覆盖", date(2023, 12, 31)),
        (REPORT, "建成全省海洋经济先行县", END_2025),
        (MEALS, "送餐服务涵盖全部有人离岛", date(2022, 12, 31)),
    ],
)
def test_states_to_reach(name: str, clause: str, due: date) -> None:
    """A clause without a quantity is a target where a deadline governs it."""
    assert (clause, due) in [(row["indicator"], row["deadline_date"]) for row in rows("targets", name) if row["kind"] == "qualitative"]


def test_striving_reaches_its_own_clause_only() -> None:
    """`…提高10个百分点，力争…翻一番`: only the doubling is striven for."""
    strength = {(row["value"], row["unit"]): row["strength"] for row in rows("targets", PLAN_2021)}
    assert strength[(Decimal(10), "百分点")] == "firm"
    assert strength[(Decimal(2), "倍")] == "strive"


@pytest.mark.parametrize(
    ("name", "text", "role"),
    [
        (PLAN_2021, "3126个", "achieved"),
        (PLAN_2021, "68%", "change"),
        (PLAN_2021, "六大", "structure"),
        (PLAN_2021, "不超过30万元", "other"),
        (CITY, "1186个", "achieved"),
        (REPORT, "386.4亿元", "achieved"),
        (REPORT, "4.6%", "change"),
        (REPORT, "203家", "achieved"),
        (JOBS, "不高于5.5%", "other"),
        (JOBS, "1500元", "other"),
        (JOBS, "1200个", "target"),
        (NIGHT, "8项", "structure"),
    ],
)
def test_what_a_quantity_is_for(name: str, text: str, role: str) -> None:
    """Past facts, changes, the text's own structure, subsidies and thresholds are told apart from what is to be reached."""
    assert (text, role) in [(row["text"], row["role"]) for row in rows("counts", name)]


@pytest.mark.parametrize(
    ("name", "text", "date_from", "date_to", "bound"),
    [
        (PLAN_2018, "2018年底前", None, date(2018, 12, 31), "by"),
        (PLAN_2018, "每年", None, None, "every"),
        (PLAN_2021, "“十四五”期间", date(2021, 1, 1), END_2025, "during"),
        (PLAN_2021, "自2021年8月1日起", date(2021, 8, 1), None, "from"),
        (PLAN_2021, "至2025年12月31日", None, END_2025, "by"),
        (CITY, "“十四五”末", None, END_2025, "by"),
        (CITY, "2022年起", date(2022, 1, 1), None, "from"),
        (CITY, "2021年11月15日前", None, date(2021, 11, 15), "by"),
        (REPORT, "6月底前", None, date(2023, 6, 30), "by"),
        (REPORT, "上半年", date(2023, 1, 1), date(2023, 6, 30), "during"),
        (REPORT, "三季度", date(2023, 7, 1), date(2023, 9, 30), "during"),
        (JOBS, "自本措施印发之日起三年内", date(2022, 5, 16), date(2025, 5, 15), "during"),
        (MEALS, "110年12月底前", None, date(2021, 12, 31), "by"),
        ("news-yunlan-daily.md", "年底前", None, date(2021, 12, 31), "by"),
    ],
)
def test_deadlines(name: str, text: str, date_from: date | None, date_to: date | None, bound: str) -> None:
    """`text` may take in a word or two beside the words given here."""
    found = [row for row in rows("deadlines", name) if text in row["text"] or row["text"] in text]
    assert (date_from, date_to, bound) in [(row["date_from"], row["date_to"], row["bound"]) for row in found]


@pytest.mark.parametrize(
    ("name", "label", "title", "kind", "lead", "agencies"),
    [
        (PLAN_2018, "（一）", "建好村口的服务站", "task", None, []),
        (PLAN_2018, "1、", "统一站点标准", "task", "省数字发展局", ["省数字发展局", "省农业农村厅", "省邮政管理局"]),
        (PLAN_2018, "8、", "开设田间课堂", "task", "省农业农村厅", ["省农业农村厅", "省教育厅", "云岚农业大学"]),
        (PLAN_2018, "（一）", "加强统筹协调", "safeguard", None, []),
        (PLAN_2021, "（一）", "实施站点提质行动", "task", "省数字发展局", ["省数字发展局", "省农业农村厅", "省邮政管理局"]),
        (CITY, "1.", "分类建站", "task", None, ["市数字发展局", "市农业农村局", "各县（市、区）人民政府"]),
        (CITY, "4.", "畅通冷链物流", "task", "市商务局", ["市商务局", "市交通运输局", "市海洋渔业局"]),
        (WATER, "（四）", "推进节约用水", "task", None, ["省水利厅", "省经济和信息化厅"]),
        (MEALS, "(二)", "建立送餐路线", "task", "社会处", ["社会处", "交通旅游处"]),
        (JOBS, "（五）", "组织“百企千岗”进渔村", "task", "市总工会", ["市总工会", "市工商联", "市人力社保局"]),
        (TABLE, "1", "划定乡镇级饮用水水源保护区68个", "task", "省生态环境厅", ["省生态环境厅", "省水利厅"]),
        (TABLE, "5", "改造二次供水设施340处", "task", "省住房城乡建设厅", ["省住房城乡建设厅", "省卫生健康委"]),
        (REPORT, "（二）", "聚力扩大有效投资", "task", None, []),
        ("news-farm-net.html", "三是", "强化冷链基础，改造提升县级冷链集配中心二十家", "task", None, []),
        ("news-yunlan-daily.md", "", "遴选支持电商示范村", "task", None, []),
    ],
)
def test_tasks_and_their_agencies(name: str, label: str, title: str, kind: str, lead: str | None, agencies: list[str]) -> None:
    found = [((row["label"] or "").translate(HALF), row["title"], row["kind"], row["lead_agency"], row["agencies"]) for row in rows("tasks", name)]
    assert (label.translate(HALF), title, kind, lead, "；".join(agencies) or None) in found


#: Brackets of labels may be full-width or not: the label is as written, the cleaned text may widen it.
HALF = str.maketrans("（）", "()")


@pytest.mark.parametrize(
    ("name", "tasks", "safeguards"),
    [(PLAN_2018, 11, 3), (PLAN_2021, 6, 3), (CITY, 10, 3), (TABLE, 8, 0), (NIGHT, 7, 0), ("news-farm-net.html", 6, 0)],
)
def test_how_many_tasks(name: str, tasks: int, safeguards: int) -> None:
    """Items of goals and principles are no tasks; parents and children both are."""
    kinds = [row["kind"] for row in rows("tasks", name)]
    assert (kinds.count("task"), kinds.count("safeguard")) == (tasks, safeguards)


def test_a_table_cell_over_two_rows_dates_both() -> None:
    """The cell `2022年12月底前` stands beside tasks 4 and 5."""
    due = {row["label"].strip("."): row["deadline_date"] for row in rows("tasks", TABLE)}
    assert due["1"] == date(2022, 6, 30)
    assert due["4"] == due["5"] == date(2022, 12, 31)


def test_a_regulation_sets_no_targets() -> None:
    """Articles oblige; fines (`一万元以上五万元以下`) are no goals."""
    assert rows("targets", LAW) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (PLAN_2021, ["访问者", "分享到", "政务服务互动交流", "1024×768", "相关链接", "document.write"]),
        ("news-farm-net.html", ["杨梅季", "站内搜", "许可证", "上一篇", "hm.src"]),
        (MEALS, ["浏览人次", "全文检索"]),
        ("news-clipping.md", ["简悦", "免责声明"]),
        ("news-yunlan-daily.md", ["thumbnail", "责任编辑", "qr_wrap"]),
    ],
)
def test_no_facts_come_from_what_surrounds_the_text(name: str, words: list[str]) -> None:
    """Navigation, footers, scripts and related links are gone, or at least give no rows."""
    found = read(name)
    for table in ("counts", "deadlines", "targets", "tasks"):
        for row in found.tables[table]:
            line = found.text[found.text.rfind("\n", 0, row["start"]) + 1 :].split("\n", 1)[0] if "start" in row else row["title"]
            assert not [word for word in words if word in line], (table, row)


Corpus = dict[str, list[dict[str, str]]]


def found_in(corpus: Corpus, code: str) -> list[tuple[str, dict[str, str]]]:
    """The findings of one code, each with the name of its document."""
    names = {row["doc_id"]: row["source"] for row in corpus["documents"]}
    return [(names[row["doc_id"]], row) for row in corpus["findings"] if row["code"] == code]


def test_eight_tasks_announced_seven_listed(corpus: Corpus) -> None:
    """The finding names the document, and only that one: elsewhere six are announced and six listed."""
    assert [name for name, _ in found_in(corpus, "declared-mismatch")] == [NIGHT]


def test_a_garbled_paragraph_is_found_where_it_stands(corpus: Corpus) -> None:
    """One finding, whose span covers the garbled words and none beside them."""
    ((name, row),) = found_in(corpus, "mojibake")
    assert name == WATER
    garbled = read(WATER).text[int(row["start"]) : int(row["end"])]
    assert "鎺樿搫" in garbled
    assert "海水淡化" not in garbled
    assert "节约用水" not in garbled


def test_the_same_bytes_twice_are_reported_once(corpus: Corpus) -> None:
    """Which of the two is the copy is the program's choice."""
    assert [name for name, _ in found_in(corpus, "duplicate-document")] in (["news-farm-net.html"], ["news-farm-net-copy.html"])


def test_one_instrument_is_one_policy_however_it_is_scripted(corpus: Corpus) -> None:
    """The plan, its reprint in traditional script; the later plan and three news pages about it."""
    policy = {row["source"]: row["policy_id"] for row in corpus["documents"]}
    assert policy[PLAN_2018]
    assert policy[PLAN_2018] == policy[REPRINT]
    assert {policy[name] for name in NEWS} == {policy[PLAN_2021]}
    assert len({policy[PLAN_2018], policy[PLAN_2021], policy[CITY]}) == 3


def compared(corpus: Corpus, indicator: str, unit: str) -> list[dict[str, str]]:
    return [row for row in corpus["comparison_long"] if row["indicator"] == indicator and row["unit"] == unit]


def test_three_plans_meet_in_one_row(corpus: Corpus) -> None:
    """`村级数字服务站`: 3000 by 2020, 8000 by 2025, 650 in the city, under one key."""
    found = [row for row in compared(corpus, "村级数字服务站", "个") if row["deadline_date"] in ("2020-12-31", "2025-12-31")]
    assert {(row["value"], row["deadline_date"]) for row in found} == {("3000", "2020-12-31"), ("8000", "2025-12-31"), ("650", "2025-12-31")}
    assert len({row["indicator_key"] for row in found}) == 1
    assert len({row["policy_id"] for row in found}) == 3
    assert {row["region"] for row in found} == {"云岚省", "青汀市"}
    (wide,) = [row for row in corpus["comparison"] if row["indicator_key"] == found[0]["indicator_key"] and row["unit"] == "个"]
    cells = " ".join(wide.values())
    assert all(cell in cells for cell in ("≥3000 (2020-12-31)", "≥8000 (2025-12-31)", "≥650 (2025-12-31)"))


def test_pages_that_agree_are_one_fact_with_several_sources(corpus: Corpus) -> None:
    """The plan and three news pages say 8000; the copy of one of them is no further source."""
    (row,) = [row for row in compared(corpus, "村级数字服务站", "个") if row["value"] == "8000"]
    assert row["agreement"] == "agreed"
    assert row["sources"] == "4"


def test_the_page_with_one_wrong_number_is_a_conflict(corpus: Corpus) -> None:
    """Three documents say 500亿元, the clipping 550亿元; nothing else in the samples conflicts."""
    conflicts = [row for row in corpus["comparison_long"] if row["agreement"] == "conflict"]
    assert {row["indicator"] for row in conflicts} == {"农产品网络零售额"}
    assert {row["value"] for row in conflicts} <= {"50000000000", "55000000000"}
    assert found_in(corpus, "conflict")

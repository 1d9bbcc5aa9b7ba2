"""The outline as a specification: what is a label, where a title ends, how sections nest, and what kind of part a heading opens.

A row is `(text, expected, why)`. Places and policies are invented.
"""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.outline import find_sections
from extractors.outline.kinds import kind_of
from extractors.outline.outline import joined
from extractors.records import Section

Row = tuple[str, list[str], str]


def shown(sections: list[Section]) -> list[str]:
    """Sections as the tables below write them: a dot a level, the label, a bar, the title."""
    return [f"{'.' * (section.level - 1)}{section.label}|{section.title}" for section in sections]


LABELS: list[Row] = [
    ("一、总体要求\n以绿色为底色。\n二、重点任务\n加快建设。", ["一、|总体要求", "二、|重点任务"], "numerals with 、 at the start of lines"),
    ("（一）推进改造。先行试点。\n（二）强化监管。", ["（一）|推进改造", "（二）|强化监管"], "bracketed numerals"),
    ("(一) 推进改造。\n(二) 强化监管。", ["(一)|推进改造", "(二)|强化监管"], "ASCII brackets and a space"),
    ("第一阶段：普查茶山。\n第二阶段：建设茶园。", ["第一阶段|普查茶山", "第二阶段|建设茶园"], "stages with a colon"),
    ("第一阶段普查茶山。\n第二阶段建设茶园。", [], "a stage that a sentence is about"),
    ("第\t十一\t条 茶园应当建档。\n第\t十二\t条 茶企应当体检。", ["第 十一 条|茶园应当建档", "第 十二 条|茶企应当体检"], "blanks inside an article's label"),
    ("1.培育企业。扶强扶优。\n2.引进人才。", ["1.|培育企业", "2.|引进人才"], "numbers with a full stop"),
    ("1.二〇三五年目标\n茶山常绿。\n2.近期目标\n茶路畅通。", ["1.|二〇三五年目标", "2.|近期目标"], "a year in Chinese numerals behind a number is no list of numerals"),
    ("1、3月底前报送。\n2、6月15日前验收。", ["1、|3月底前报送", "2、|6月15日前验收"], "a month behind a number is no decimal"),
    ("1、培育企业。\n2、引进人才。", ["1、|培育企业", "2、|引进人才"], "numbers with 、"),
    ("1．培育企业。\n2．引进人才。", ["1．|培育企业", "2．|引进人才"], "numbers with a full-width stop"),
    ("（1）培育企业；\n（2）引进人才。", ["（1）|培育企业", "（2）|引进人才"], "bracketed numbers; the semicolon is no part of the title"),
    ("①培育企业；\n②引进人才。", ["①|培育企业", "②|引进人才"], "circled numbers"),
    ("第一章 总则\n第一条 为护茶山，制定本办法。", ["第一章|总则", ".第一条|为护茶山，制定本办法"], "chapter and article"),
    ("第一章 总则\n第一节 范围\n第一条 适用于茶山。", ["第一章|总则", ".第一节|范围", "..第一条|适用于茶山"], "chapter, section, article"),
    ("第一部分 背景\n一、现状\n二、形势", ["第一部分|背景", ".一、|现状", ".二、|形势"], "parts"),
    ("一是扩大种植；二是改良品种；三是拓展市场。", ["一是|扩大种植", "二是|改良品种", "三是|拓展市场"], "an enumeration inside one paragraph"),
    ("一是扩大种植。先定规划。二是改良品种。", ["一是|扩大种植", "二是|改良品种"], "items of several sentences"),
    ("一要扩大种植。先定规划。二要改良品种。", ["一要|扩大种植", "二要|改良品种"], "what shall be done, first and second"),
    ("统一要求明确。一要素之外还有二要素。", [], "一要求 and 一要素 are words"),
    ("要求：第一，摸清底数。第二，分类施策。", ["第一|摸清底数", "第二|分类施策"], "第一， is a label, its comma is not"),
    ("——茶产业。做优品质。\n——竹产业。做大规模。", ["——|茶产业", "——|竹产业"], "dashes at the start of lines"),
    ("专栏1 重大项目\n茶山公路。", ["专栏1|重大项目"], "boxes"),
    ("1.1 编制目的\n为防旱情。\n1.2 适用范围\n全省。\n1.3 工作原则\n预防为主。", ["1.1|编制目的", "1.2|适用范围", "1.3|工作原则"], "decimal numbers"),
    ("1总则\n1.1编制目的\n为防旱。\n1.2编制依据\n依法。\n1.3范围\n全省。", ["1|总则", ".1.1|编制目的", ".1.2|编制依据", ".1.3|范围"], "a plain number above them"),
    ("二十一、强化督导。\n二十二、严格考核。", ["二十一、|强化督导", "二十二、|严格考核"], "numerals beyond ten"),
    ("十一是护林；十二是护水。", [], "an enumeration whose beginning is elsewhere is none"),
    ("一、二、三产业融合发展。", [], "一、二、三产业 are no labels"),
    ("到2030年建成3.5万亩茶园，比例1.5：1。", [], "numbers inside sentences"),
    ("2.5万亩茶园已经建成。\n3.6万亩正在建设。", [], "a decimal at the start of a line"),
    ("1.2025年底前建成茶园。\n2.2026年底前建成茶市。", ["1.|2025年底前建成茶园", "2.|2026年底前建成茶市"], "a year behind the label's full stop"),
    ("按照第（二）项、（三）项的规定办理。", [], "labels that are talked about"),
    ("（一）项目建设加快。\n（二）目标管理加强。", ["（一）|项目建设加快", "（二）|目标管理加强"], "项目 is not the 项 of （一）项"),
    ("第一批试点完成，第二批启动。", [], "ordinals inside sentences"),
    ("这是唯一是正确的。统一是大势。", [], "统一是 is no label"),
    ("2020年12月印发。\n12月底前完成。", [], "dates"),
    ("一、加大投入（一）设立资金。设立茶业资金。（二）减轻负担。免收租金。二、保障复产（三）保障用工。", ["一、|加大投入", ".（一）|设立资金", ".（二）|减轻负担", "二、|保障复产", ".（三）|保障用工"], "a text scraped onto one line"),
    ("做好工作。1.摸底。查清底数。2.建档。一户一档。", ["1.|摸底", "2.|建档"], "inline numbers that count on"),
    ("建成后。1.5倍增长。", [], "an inline decimal"),
    ("联系人：青某。附件：1.茶园名单2.茶企名单", [], "a list of enclosures"),
    ("附件：1.茶园名单\n2.茶企名单\n云岚省人民政府\n2030年1月2日", [], "a list of enclosures over lines"),
    ("一、做优茶品………（3）\n二、做强茶企......12\n一、做优茶品\n略。", ["一、|做优茶品"], "nor are lines with a page number behind dots"),
    ("目 录\n一、总体要求\n二、重点任务\n一、总体要求\n略。\n二、重点任务\n略。", ["一、|总体要求", "二、|重点任务"], "the table of contents is none of the outline"),
    (
        ("茶业规划 目录前言第一章总体要求一、指导思想二、基本原则三、发展目标第二章重点任务一、扩大茶园面积二、建设茶叶市场三、培育茶业龙头企业四、推广茶艺\n"
        "前 言\n略。\n第一章 总体要求\n一、指导思想\n略。"),
        ["第一章|总体要求", ".一、|指导思想"],
        "also where its entries have run into one line",
    ),
    (
        ("茶业规划\n目录前言第一章总体要求一、指导思想二、基本原则三、发展目标第二章重点任务一、扩大茶园面积\n二、建设茶叶市场第三章保障措施\n一、加强领导\n"
        "二、加大投入\n本规划到2030年。\n第二章重点任务\n一、扩大茶园面积\n略。"),
        ["第二章|重点任务", ".一、|扩大茶园面积"],
        "and where its first entries never come again, in a part of the plan",
    ),
    ("目录\n一、茶园\n二、茶企\n略。", ["一、|茶园", "二、|茶企"], "two labels make no contents"),
    ("行动一：推广茶艺\n行动二：修缮茶馆", ["行动一|推广茶艺", "行动二|修缮茶馆"], "labels that say what they count"),
    ("任务三十项。\n措施4条。\n工程10月开工。", [], "amounts and dates behind such words"),
    ("二、主要任务（一）改良茶种。\n1.选种。", ["二、|主要任务", ".（一）|改良茶种", "..1.|选种"], "a container's name run into its first item"),
    ("茶站不够。（责任单位：甲局）4.建设乡村茶站。选址。", ["4.|建设乡村茶站"], "a measure inside a line, in a shuffled text"),
    ("比例为3.加快部分为4.其余不计。", [], "numbers in a sentence"),
    ("注：1.茶园含竹园。2.茶企含竹企。", [], "notes under a table"),
    ("（1）乙类车：\nA、茶厂出车。\nB、茶社派人。\na、先验车。\nb、后装茶。", ["（1）|乙类车", ".A、|茶厂出车", ".B、|茶社派人", "..a、|先验车", "..b、|后装茶"], "letters that count on"),
    ("A、乙类茶不论产地。", [], "but not one that nothing follows"),
    ("2.规范三、四轮车载茶。\n3.整治占道。", ["2.|规范三、四轮车载茶", "3.|整治占道"], "numerals that count wheels"),
    ("二、二季度茶市预测\n略。\n三、建议\n略。", ["二、|二季度茶市预测", "三、|建议"], "a quarter behind a label"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), LABELS)
def test_labels(text: str, expected: list[str], why: str) -> None:
    assert shown(find_sections(text)) == expected, why


TITLES: list[tuple[str, str, str]] = [
    ("1、民生类指标 ——茶农医保全覆盖，茶苗补贴到户。", "民生类指标", "the name of a part, whose first item follows in its line"),
    ("1.实施茶业\n“强茶”行动。鼓励茶企扩种。", "实施茶业“强茶”行动", "a name in quotes that a line break parts from its verb"),
    ("（一）强化协同。完善机制，统一领导。", "强化协同", "the title ends before the sentence it runs into"),
    ("一、总体要求\n以绿色为底色，", "总体要求", "or at the end of its line"),
    ("一、工作目标：到2030年建成茶园。", "工作目标", "or at a colon behind a name"),
    ("二、目标任务 到2030年，建成茶园十座，全面投产。", "目标任务", "or at a space where the full stop was lost"),
    ("（二）目标 到2030年，茶园全面投产。", "目标", "behind a part's name of two characters too"),
    ("（二）茶山 到2030年，茶园全面投产。", "茶山 到2030年，茶园全面投产", "not behind another word of two"),
    ("（一）推进“最美茶园”（含竹园。）建设。做优品质。", "推进“最美茶园”（含竹园。）建设", "full stops in brackets do not end it"),
    ("（一）完善制度（责任单位：省茶业局）。", "完善制度", "a note of who does it is no part of it"),
    ("（一）完善制度（省茶业局、省财政厅负责）", "完善制度", "nor is one without a heading"),
    ("（一）完善茶园（含竹园）管理", "完善茶园（含竹园）管理", "other brackets are"),
    ("三、组织实施\n", "组织实施", "no line break at its end"),
    ("1.\n培育龙头企业。扶强扶优。", "培育龙头企业", "the label alone on its line"),
    ("1.培育\n“小巨人”企业。扶强扶优。", "培育“小巨人”企业", "a verb alone on its line"),
    ("（一）推进茶园、\n茶市建设。做优品质。", "推进茶园、茶市建设", "a heading broken at 、"),
    ("一、扩大开放\n促进茶市发展。", "扩大开放", "a heading of verbs ends with its line"),
    ("1.创新引领\n，融合发展。做优。", "创新引领，融合发展", "a heading broken before its comma"),
    ("一、改造茶馆（含茶楼\n）。", "改造茶馆（含茶楼", "a bracket is closed on its line"),
    ("一、改造茶馆\t县茶办", "改造茶馆", "a cell ends a title"),
    ("一是扩大种植面积，改良品种；", "扩大种植面积，改良品种", "an enumerated item goes to its semicolon"),
    ("（一）小学阶段 由各乡统筹安排，就近入学。", "小学阶段", "a short name, a space and its text"),
    ("（一）加快茶园 建设，提升品质。", "加快茶园 建设，提升品质", "but not a measure with a stray space"),
    ("一、总体要求以绿色发展为引领，坚持生态优先，统筹保护和开发，建设美丽茶山，让群众得到实惠。", "总体要求", "a name run into its text"),
    ("1.加强茶园建设管理 工作，推广绿色防控技术，健全茶园病虫害监测预警体系，减少农药用量。", "加强茶园建设管理 工作，推广绿色防控技术，健全茶园病虫害监测预警体系，减少农药用量", "a numbered sentence with a stray space"),
    ("二、突出茶乡特色，传承茶道 文化精神，办好茶节，推动茶旅融合发展，让更多游人走进茶山茶园茶坊。", "突出茶乡特色，传承茶道 文化精神，办好茶节，推动茶旅融合发展，让更多游人走进茶山茶园茶坊", "words behind a space that go on with those before it"),
    ("（一）茶路抽检2030年10月底前完成。", "茶路抽检", "a name and when it is done"),
    ("（一）建设茶路2030年10月底前完成。", "建设茶路2030年10月底前完成", "but not a measure"),
    ("二、茶市形势 今年，全县茶市总体平稳，价格稳中有升，绿茶和红茶销量均有增长，茶农收入持续增加。", "茶市形势", "a clause of its own behind it"),
    ("（一）压减SO 2排放。", "压减SO 2排放", "a space at a formula does not end it"),
    ("（一）组织实施云岚省茶业振兴计划，运用数据等手段筛选质量较高、前景较好的茶种，支持各地试种并推广到更多的山区茶园", "组织实施云岚省茶业振兴计划，运用数据等手段筛选质量较高、前景较好的茶种，支持各地试种并推广到更多的山区茶园", "组织实施 with its object is no container"),
    ("（一）组织实施各县要按照本方案的要求结合实际制定细则，明确分工，落实责任，确保各项工作取得实效并按时上报", "组织实施", "without one it is"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "why"), TITLES)
def test_titles(text: str, title: str, why: str) -> None:
    sections = find_sections(text)
    assert [section.title for section in sections] == [title], why


NESTING: list[Row] = [
    ("一、甲事\n（一）乙事。\n1.丙事。\n（1）丁事。\n二、戊事", ["一、|甲事", ".（一）|乙事", "..1.|丙事", "...（1）|丁事", "二、|戊事"], "the custom of official documents"),
    ("1.甲事\n（一）乙事。\n（二）丙事。\n2.丁事\n（一）戊事。", ["1.|甲事", ".（一）|乙事", ".（二）|丙事", "2.|丁事", ".（一）|戊事"], "numbers that hold bracketed numerals"),
    ("一、甲事\n1.乙事。\n2.丙事。\n二、丁事\n3.戊事。\n4.己事。", ["一、|甲事", ".1.|乙事", ".2.|丙事", "二、|丁事", ".3.|戊事", ".4.|己事"], "numbers counted through"),
    ("第一章 甲\n第一条 乙。\n第二条 丙。\n第二章 丁\n第三条 戊。", ["第一章|甲", ".第一条|乙", ".第二条|丙", "第二章|丁", ".第三条|戊"], "articles counted through"),
    ("（一）甲事。\n1.乙事。\n专栏1 丙项目\n1.丁园。\n2.戊园。\n2.己事。\n（二）庚事。", ["（一）|甲事", ".1.|乙事", "..专栏1|丙项目", "...1.|丁园", "...2.|戊园", ".2.|己事", "（二）|庚事"], "a box with numbers of its own"),
    ("一、甲事\n（一）乙事。\n附件\n一、丙事\n（一）丁事。", ["一、|甲事", ".（一）|乙事", "一、|丙事", ".（一）|丁事"], "an annex begins anew"),
    ("（一）甲事。一是乙事；二是丙事。\n（二）丁事。", ["（一）|甲事", ".一是|乙事", ".二是|丙事", "（二）|丁事"], "an enumeration inside an item"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), NESTING)
def test_nesting(text: str, expected: list[str], why: str) -> None:
    assert shown(find_sections(text)) == expected, why


def test_extent() -> None:
    """A section ends where the next of its level or above begins; an enumerated item not beyond its paragraph."""
    text = "一、甲事\n（一）乙事。一是丙；二是丁。\n后文。\n二、戊事"
    spans = {section.label: text[section.start : section.end] for section in find_sections(text)}
    assert spans["一、"].endswith("后文。\n")
    assert spans["（一）"].endswith("后文。\n")
    assert spans["二是"] == "二是丁。"
    assert spans["二、"] == "二、戊事"


def test_signature_ends_sections() -> None:
    text = "一、甲事\n办好。\n云岚省人民政府\n2030年1月2日\n后附表。"
    (section,) = find_sections(text)
    assert text[section.start : section.end] == "一、甲事\n办好。\n"


def test_the_documents_own_heading_is_no_section() -> None:
    """A notice's full title stands over all: what it holds begins at level 1."""
    text = "云岚省茶业厅令\n一、春茶\n（一）采摘\n二、夏茶"
    assert [section.level for section in find_sections(text, ((0, 7, 1),), "云岚省茶叶采摘办法")] == [1, 2, 1]


def test_headings_without_labels() -> None:
    """What the page marks up as a heading is a section; what repeats the title or carries a label of its own is not one more."""
    text = "云岚茶业方案\n春茶\n采摘。\n一、夏茶\n采摘。"
    headings = ((0, 6, 1), (7, 9, 2), (14, 18, 2))
    assert shown(find_sections(text, headings, "云岚茶业方案")) == ["|春茶", ".一、|夏茶"]


KINDS: list[tuple[str, str | None, str]] = [
    ("主要目标", "goal", "a goal by name"),
    ("“十四五”发展目标", "goal", "by its end"),
    ("总体要求和主要目标", "goal", "the last of two names"),
    ("指导思想", "principle", "a principle by name"),
    ("基本原则", "principle", "principles"),
    ("考核原则", "principle", "nor of 考核原则"),
    ("奋斗目标", "goal", "a goal"),
    ("工作项目", "task", "what Taiwanese plans call tasks"),
    ("施行时间", "other", "validity"),
    ("清理整顿的原则", "principle", "a verb does not make 的原则 a measure"),
    ("准确把握总体要求", "principle", "总体要求 anywhere"),
    ("重点任务", "task", "tasks by name"),
    ("2030年重点工作", "task", "by their end"),
    ("三年行动重点任务（2028—2030年）", "task", "an aside says nothing"),
    ("保障措施", "safeguard", "safeguards by name"),
    ("组织实施", "safeguard", "implementation"),
    ("强化组织领导", "safeguard", "by its beginning"),
    ("加强政策保障", "safeguard", "a verb does not keep it from being one"),
    ("名词解释", "definition", "definitions"),
    ("适用范围", "definition", "scope"),
    ("发展背景", "other", "background"),
    ("2029年工作回顾", "other", "a look back"),
    ("开展茶园普查的必要性", "other", "why it is needed"),
    ("附则", "other", "supplementary provisions"),
    ("加快构建标准体系", None, "a measure states no kind"),
    ("明确工作目标", None, "a verb makes a measure of it"),
    ("紧扣战略定位", None, "here too"),
    ("推进目标管理", None, "目标 inside another word"),
    ("指导方针和主要目标", "goal", "the last of several names"),
    ("工作任务及职责分工", "task", "but for one that is neither goal nor task"),
    ("环境质量目标", "goal", "a goal of anything"),
    ("分类指导排放控制目标", None, "a verb behind its adverbial"),
    ("办理流程", None, "steps, which may be tasks"),
    ("办理条件", "other", "a matter"),
    ("切实加强对茶业工作的领导", "safeguard", "leadership of a work"),
    ("分类制定办理流程", None, "what is done about one"),
    ("“一张表单”整合申报材料", None, "with a verb inside"),
    ("新时期实施茶山振兴的重大意义", "other", "a verb does not make a measure of a meaning"),
    ("工作规则和要求", "other", "rules of procedure"),
    ("优先行动", "task", "a part of measures"),
    ("发展基础及面临的形势", "other", "a verb that names the field"),
    ("改革主要任务", "task", "and before 任务"),
    ("建设重点工程", None, "but its object is what to do"),
    ("落实重点任务", None, "as behind any other verb"),
    ("完善住房保障体系", None, "what is provided for, no safeguard"),
    ("健全保障机制", "safeguard", "a safeguard of the plan itself"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "kind", "why"), KINDS)
def test_kinds(title: str, kind: str | None, why: str) -> None:
    assert kind_of(title) == kind, why


def test_children_inherit_unless_they_say_otherwise() -> None:
    text = "一、总体要求\n（一）坚持绿色。\n（二）主要目标。\n二、保障措施\n（一）落实资金。"
    assert [section.kind for section in find_sections(text)] == ["principle", "principle", "goal", "safeguard", "safeguard"]


_PIECES = st.lists(
    st.sampled_from(
        [
            "一、",
            "（一）",
            "1.",
            "2.",
            "（1）",
            "①",
            "第一章",
            "第一条",
            "一是",
            "二是",
            "——",
            "专栏1",
            "1.1",
            "\n",
            "。",
            "；",
            "茶园",
            "目 录\n",
            "附件：1.",
        ]
    )
    | st.text(string.printable + "一二三茶，。；：（）“”", max_size=6),
    max_size=60,
).map("".join)


@given(_PIECES)
def test_any_text(text: str) -> None:
    """Sections come in order, lie inside their parents, and their titles are stretches of the text inside them."""
    sections = find_sections(text)
    for index, section in enumerate(sections):
        assert 0 <= section.start < section.end <= len(text)
        assert section.title == joined(text[section.title_start : section.title_end])
        assert "\n" not in section.title
        assert section.title == section.title.strip()
        assert section.start <= section.title_start <= section.title_end
        if section.parent is None:
            assert section.level == 1
        else:
            parent = sections[section.parent]
            assert section.parent < index
            assert parent.start <= section.start
            assert section.level == parent.level + 1
    assert [section.start for section in sections] == sorted(section.start for section in sections)

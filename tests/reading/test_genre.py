"""What kind of document a text is."""

from __future__ import annotations

import pytest

from pipeline.reading.genre import genre_of
from pipeline.reading.page import Block, Genre


@pytest.mark.parametrize(
    ("title", "lines", "expected", "why"),
    [
        (
            "云岚省供水重点任务分解表",
            ("现将供水重点任务分解如下，请各单位完成。", "序号\t任务\t责任单位", "1\t改造管网\t省水利厅"),
            "policy",
            "a table that assigns tasks",
        ),
        (
            "雲嵐省鄉村服務行動方案（摘登）",
            ("編者按：雲嵐省日前公布方案。", "一、總體目標", "到2020年，建成服務站1500個。", "二、重點任務", "加快建設站點。"),
            "policy",
            "a reprint in traditional script, with an editor's word before it",
        ),
        (
            None,
            ("云岚省人民政府决定对《云岚省水务条例》作如下修改：", "一、删去第三条。", "本决定自发布之日起施行。"),
            "policy",
            "an act that amends",
        ),
        (
            "云岚出台供水方案 20项任务落地",
            ("记者日前获悉，《云岚省供水保障行动方案》正式印发。", "方案提出20项任务。"),
            "news",
            "an article about one",
        ),
        (
            None,
            tuple(f"（{number}）茶园改造持续深入。（责任单位：省农业厅）" for number in "一二三四"),
            "policy",
            "a chapter that has lost its title page, each item with who does it",
        ),
        (None, tuple(f"（{number}）茶园改造持续深入。（省农业厅牵头负责）" for number in "一二三四"), "policy", "the notes in other words"),
        (None, tuple(f"（{number}）茶园改造持续深入。（来源：省农业厅）" for number in "一二三四"), "other", "notes of another kind"),
        ("临澜县加快茶业发展的若干意见", ("对新建茶园每亩补助500元。",), "policy", "an instrument's own name over nothing but its text"),
        ("云岚省2026年政府工作报告", ("五年来，全省面貌焕然一新。",), "policy", "a report whose address was cut"),
        ("临澜县关于加快茶业发展若干意见出台", ("对新建茶园每亩补助500元。",), "other", "a headline, not a name"),
        ("云岚公布十二五交通规划 建两纵两横通道", ("今后五年，全省将实施重点项目。",), "news", "a plan that is made known"),
        ("四部门：做好危房改造工作", ("通知要求，补助对象为困难家庭。",), "news", "what a notice demands"),
        ("云岚如何实现增长6%", ("政府工作报告提出，全年增长6%左右。",), "news", "what a report sets out"),
        ("今年钢材市场走势分析", ("一季度需求平稳，价格小幅上涨。", "后市仍有压力。"), "other", "an article about no policy"),
        ("云岚划定年度目标", ("记者从近日召开的全省畜牧工作会议上获悉，今年生猪出栏600万头。",), "news", "what a meeting sets out"),
        (
            "A类人才政策",
            ("顶尖人才，给予每人60万元的购房补贴，每年发放12万元津贴；", "领军人才，给予每人40万元的补贴；"),
            "policy",
            "clauses that grant",
        ),
        ("茶博会见闻", ("顶尖茶师，现场制茶，观众给予了热烈掌声；", "茶农，带来新茶，游客络绎不绝。"), "other", "but not what was given"),
        ("茶局预计交易额大增", ("近日出炉的《茶业发展规划》预计，交易额将大增。",), "news", "what has just come out"),
        ("水价上涨引热议", ("记者日前走访多家超市，矿泉水价格上涨。", "商家表示，成本提高。"), "other", "news about no policy"),
    ],
)
def test_genre(title: str | None, lines: tuple[str, ...], expected: Genre, why: str) -> None:
    assert genre_of([Block(line, "table_row" if "\t" in line else "paragraph") for line in lines], title) == expected, why

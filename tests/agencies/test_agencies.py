"""Agencies as a specification: what a note is, which names it holds, who leads.

A row is `(text, expected, why)`; expected names are in order, the leading ones marked `*`. Places and agencies are invented.
"""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.agencies import find_notes, first_leads_from, read_cell
from extractors.agencies.names import cut_names, is_name, written

Row = tuple[str, list[str], str]


def shown(text: str) -> list[str]:
    """The agencies of all notes of `text`, the leading ones marked."""
    return [("*" if agency.role == "lead" else "") + agency.name for note in find_notes(text) for agency in note.agencies]


NOTES: list[Row] = [
    ("做优茶业。（责任单位：省茶业局、省财政厅）", ["省茶业局", "省财政厅"], "a note in brackets; nobody is said to lead"),
    ("做优茶业。[责任单位：省茶业局、省财政厅]", ["省茶业局", "省财政厅"], "square brackets"),
    ("做优茶业。〔责任单位：省茶业局，省财政厅〕", ["省茶业局", "省财政厅"], "tortoise-shell brackets and a comma"),
    ("做优茶业。【责任部门：省茶业局；省财政厅】", ["省茶业局", "省财政厅"], "责任部门 and a semicolon"),
    ("做优茶业（考核责任单位：省茶业局）和竹业。", ["省茶业局"], "inside a sentence"),
    ("（牵头单位：省茶业局；配合单位：省财政厅、省水利厅）", ["*省茶业局", "省财政厅", "省水利厅"], "who leads and who helps"),
    ("（牵头单位：市茶办；责任单位：市财政局，各区县政府）", ["*市茶办", "市财政局", "各区县政府"], "责任单位 beside 牵头单位"),
    ("（责任单位：省茶业局、省财政厅；牵头单位：省茶业局 青山-69500001）", ["*省茶业局", "省财政厅"], "the leader named last, with a person and a telephone"),
    ("（责任单位：区茶办；茶园牵头单位：区农业局 青山-69500001，茶市牵头单位：区商务局 白水-69500002）", ["*区农业局", "*区商务局", "区茶办"], "two leaders, each for a part"),
    ("（省茶业局牵头，省财政厅、省水利厅配合）", ["*省茶业局", "省财政厅", "省水利厅"], "verbs behind the names"),
    ("（省茶业局牵头，省财政厅等参与）", ["*省茶业局", "省财政厅"], "参与 helps, 等 is dropped"),
    ("（省茶业局、省财政厅牵头负责）", ["*省茶业局", "*省财政厅"], "several lead"),
    ("（省茶业局、省财政厅等按职责分工负责）", ["省茶业局", "省财政厅"], "nobody leads"),
    ("（茶业部、财政部，各省级人民政府按职责分工负责）", ["茶业部", "财政部", "各省级人民政府"], "the verb holds for what stands before it"),
    ("（省茶业局牵头，省级相关部门及各市（区）按职责分工负责）", ["*省茶业局", "省级相关部门", "各市（区）"], "及 between two names"),
    ("（茶业部会同有关部门负责）", ["*茶业部", "有关部门"], "会同 says who leads"),
    ("（茶业部、财政部会同有关部门负责）", ["*茶业部", "*财政部", "有关部门"], "for both"),
    ("（茶业部等有关部门和单位负责）", ["茶业部", "有关部门和单位"], "a group named behind 等"),
    ("（省茶业局、财政厅等部门负责）", ["省茶业局", "财政厅"], "a group without a name is nobody"),
    ("（市茶办负责，领导小组成员单位配合）", ["市茶办", "领导小组成员单位"], "负责 beside 配合 marks nobody as leading"),
    ("责任单位：市茶办；配合单位：市财政局、市水利局。\n下文", ["市茶办", "市财政局", "市水利局"], "a note without brackets; 责任单位 says whose business it is, not who leads"),
    ("（责任单位：市茶办；配合单位：市财政局）", ["市茶办", "市财政局"], "in brackets neither"),
    ("责任单位：市茶办、市财政局\n完成时限：12月底", ["市茶办", "市财政局"], "to the end of its line"),
    ("责任单位：市茶办、市财政局完成时限：12月底", ["市茶办", "市财政局"], "or to the next heading of the note"),
    ("责任单位：市茶办。12.建设茶市。责任单位：市商务局。", ["市茶办", "市商务局"], "or to the next item"),
    ("牵头单位：市茶办配合单位：市财政局、市水利局", ["*市茶办", "市财政局", "市水利局"], "two headings run together"),
    ("责任单位：市茶办；配合：市财政局、市水利局。", ["市茶办", "市财政局", "市水利局"], "配合 without 单位"),
    ("（牵头：市茶办；配合：市财政局）", ["*市茶办", "市财政局"], "牵头 too"),
    ("大力支持：市财政局已经拨款。", [], "but not at the end of another word"),
    ("（陆运由县交通局负责，水运由县航运局负责）", ["县交通局", "县航运局"], "each for a share"),
    ("（自由贸易区管委会负责）", ["自由贸易区管委会"], "自由 is no 由"),
    ("（主办机关：茶业处；协办机关：教育处、各乡公所）", ["*茶业处", "教育处", "各乡公所"], "主办机关 and 协办机关"),
    ("第一责任单位：区茶办产业科", ["*区茶办产业科"], "第一责任单位 leads"),
    ("（责任单位：市茶办（牵头）、市财政局）", ["*市茶办", "市财政局"], "牵头 behind one name"),
    ("（责任单位：省茶业局、省财政厅，列第一位者为牵头单位，下同）", ["省茶业局", "省财政厅"], "the clause names nobody"),
    ("（责任单位：省茶业局和各设区市人民政府。以下各项任务，各市均为责任主体，不再列出）", ["省茶业局", "各设区市人民政府"], "nor does an afterthought"),
    ("（责任单位：省茶 业局、省财\n政厅）", ["省茶业局", "省财政厅"], "names broken over lines"),
    ("建好茶站。省茶业局、省财政厅等按职责分工负责。", ["省茶业局", "省财政厅"], "a paragraph's last sentence"),
    ("建好茶站。省茶业局牵头，省财政厅配合。\n下文", ["*省茶业局", "省财政厅"], "with who leads"),
    ("建好茶站。各茶企要统一思想，按职责分工负责。", [], "but not prose"),
    ("（青汀、临澜、白沙市人民政府，茶青团中央按职责分工负责）", ["青汀、临澜、白沙市人民政府", "茶青团中央"], "places that share one word are one name, as written"),
    ("（省茶业局、财政厅负责，由几个厅局共同负责的，排第一位的为牵头单位，下同）", ["省茶业局", "财政厅"], "a clause about several"),
    ("颁发茶证（茶校内由县茶办负责），年底公布。", [], "an aside inside a sentence"),
    ("做优茶业。（省茶业局、省财政厅等按职责分工）", ["省茶业局", "省财政厅"], "no verb behind 按职责分工"),
    ("做优茶业。（责任单位：县茶办、销售、市住建16.整修茶站）", ["县茶办"], "a verb, and a name that runs into the next item, are nobody"),
    ("做优茶业。（责任单位：市茶办、各区县（含青山新区，以下统称区县））", ["市茶办", "各区县"], "what a name is short for is no part of it"),
    ("（省茶业局，青汀市、临澜市政府负责）", ["省茶业局", "青汀市、临澜市政府"], "also where each place says that it is a 市"),
    ("（省财政厅、白沙市政府、各市政府负责）", ["省财政厅", "白沙市政府", "各市政府"], "an organ is no place"),
    ("（福州、临澜及茶路沿线各市政府负责）", ["福州、临澜及茶路沿线各市政府"], "with those along the way"),
    ("（国家茶税总局云岚省、白沙省税务局负责）", ["国家茶税总局云岚省、白沙省税务局"], "provinces that share an office"),
    ("（省委、省政府茶业建设领导小组办公室及成员单位负责）", ["省委、省政府茶业建设领导小组办公室及成员单位"], "a group of two bodies, with its members"),
    ("部门分工：省茶业局、省财政厅牵头，省水利厅等配合。", ["*省茶业局", "*省财政厅", "省水利厅"], "a heading without 单位"),
    ("（省茶业局、各茶市运营商按职责分工负责）", ["省茶业局", "各茶市运营商"], "an operator"),
    ("（以下简称牵头单位）", [], "a definition"),
    ("（本办法由省茶业局负责解释）", [], "who explains it is not who does it"),
    ("（由企业自主申报，依法如实负责）", [], "a clause is no name"),
    ("明确牵头部门、责任单位和时限。", [], "words about notes"),
    ("省茶业局负责全省茶业工作。", [], "a sentence is no note"),
    ("（省茶业局、省财政厅等省级相关部门及各市按职责分工负责）", ["省茶业局", "省财政厅", "各市"], "nor do those of a level, before another name"),
    ("（茶业部、财政部等有关部门负责）", ["茶业部", "财政部"], "等有关部门 only rounds off the list"),
    ("（茶业部、有关部门负责）", ["茶业部", "有关部门"], "written apart they are named"),
    ("（责任单位：市茶办，市科委、中关村管委会，市财政局）", ["市茶办", "市科委、中关村管委会", "市财政局"], "one body with two names"),
    ("责任单位：省茶业局、财政厅时序进度：持续推进\n下文", ["省茶业局", "财政厅"], "or to any label of times"),
    ("（省茶办、茶检所等省直有关单位负责）", ["省茶办", "茶检所"], "those of a level only round off the list"),
    ("〔省茶业局按照职责抓好落实，省财政厅配合做好相关工作〕", ["省茶业局", "省财政厅"], "抓好落实, and 配合 with 做好相关工作"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), NOTES)
def test_notes(text: str, expected: list[str], why: str) -> None:
    assert shown(text) == expected, why


NAMES: list[Row] = [
    ("省茶业局、财政厅、水利厅", ["省茶业局", "财政厅", "水利厅"], "an elliptic list is kept as written"),
    ("各市、县（市、区）人民政府", ["各市、县（市、区）人民政府"], "one name"),
    ("有关市、县〔市、区〕政府、省茶业局", ["有关市、县〔市、区〕政府", "省茶业局"], "with other brackets, and another behind it"),
    ("市州、县市区人民政府", ["市州、县市区人民政府"], "without 各"),
    ("青汀市、临澜市、白沙市", ["青汀市", "临澜市", "白沙市"], "places are three"),
    ("青汀、临澜、白沙市政府", ["青汀、临澜、白沙市政府"], "bare places name nobody: one name, as written"),
    ("有关区县（自治县，以下简称区县）政府", ["有关区县（自治县，以下简称区县）政府"], "a bracket inside a name"),
    ("省委组织部〔省委人才办〕、省茶业局", ["省委组织部〔省委人才办〕", "省茶业局"], "a name with its other name"),
    ("省茶业和竹业厅、省财政厅", ["省茶业和竹业厅", "省财政厅"], "和 inside a name"),
    ("省人力资源和社会保障厅", ["省人力资源和社会保障厅"], "here too"),
    ("省财政厅和省茶业局", ["省财政厅", "省茶业局"], "和 between names"),
    ("省财政厅以及各市政府", ["省财政厅", "各市政府"], "以及 between names"),
    ("各有关部门和单位", ["各有关部门和单位"], "部门和单位 is one"),
    ("天水市和平区政府", ["天水市和平区政府"], "和平 is a place"),
    ("省财政厅等", ["省财政厅"], "等 names nobody"),
    ("省财政厅等和各区县政府", ["省财政厅", "各区县政府"], "等和 ends one name and begins the next"),
    ("省财政厅 省茶业局", ["省财政厅", "省茶业局"], "two names with a space between"),
    ("云岚新区 管委会", ["云岚新区管委会"], "one name broken by a space"),
    ("国网云岚省、青汀省电力公司", ["国网云岚省、青汀省电力公司"], "organs of two provinces that share a word"),
    ("省财政厅、等、下同", ["省财政厅"], "fillers"),
    ("各茶镇、区属国企", ["各茶镇", "区属国企"], "firms that the state owns"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), NAMES)
def test_names(text: str, expected: list[str], why: str) -> None:
    assert [written(text, span) for span in cut_names(text, 0, len(text))] == expected, why


FIRST: list[tuple[str, bool, str]] = [
    ("（责任单位：省茶业局、省财政厅；列第一位者为牵头单位，下同）", True, "列第一位者"),
    ("（责任单位：省茶业局、省财政厅，列第一的为牵头单位，下同）", True, "列第一的"),
    ("（省茶业局、省财政厅负责。列第一位者为牵头单位，下同）", True, "behind a full stop"),
    ("（责任单位：省茶业局、省财政厅，排名第一的为牵头单位）", True, "排名第一"),
    ("（责任单位：省茶业局、省财政厅，排在第一位的部门为牵头部门，下同）", True, "排在第一位"),
    ("（责任单位：省茶业局、省财政厅，第一个为牵头单位）", True, "第一个"),
    ("（责任单位：省茶业局、省财政厅，首位单位为牵头单位）", True, "首位"),
    ("（责任单位：省茶业局、省财政厅，下同）", False, "下同 alone says nothing of leading"),
    ("第一季度由省茶业局牵头调研。（责任单位：省财政厅）", False, "第一季度 is no rank"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "why"), FIRST)
def test_first_leads(text: str, said: bool, why: str) -> None:
    notes = find_notes(text)
    assert (first_leads_from(text, notes) is not None) == said, why


def test_first_leads_holds_from_its_note_on() -> None:
    text = "（责任单位：甲局、乙局）做优。（责任单位：丙局、丁局，列第一的为牵头单位，下同）做强。（责任单位：戊局、己局）"
    notes = find_notes(text)
    assert first_leads_from(text, notes) == notes[1].start


def test_first_leads_said_behind_all_notes_holds_for_all() -> None:
    text = "（责任单位：甲局、乙局）\n注：列第一位的为牵头单位。"
    assert first_leads_from(text, find_notes(text)) == 0


def test_bare_notes() -> None:
    """Brackets of names alone, of any kind and also inside a paragraph, in a text that closes its items so; a lone one is a source."""
    text = "建好茶路。〔县茶办，各乡（镇）政府〕\n修整茶站。（县茶办、县财政局）推广茶票。（县商务局）\n"
    found = [[agency.name for agency in note.agencies] for note in find_notes(text)]
    assert found == [["县茶办", "各乡（镇）政府"], ["县茶办", "县财政局"], ["县商务局"]]
    assert find_notes("建好茶路。〔县茶办，各乡（镇）政府〕\n") == []


def test_cells() -> None:
    text = "省茶业局、省财政厅"
    assert [(agency.name, agency.role) for agency in read_cell(text, 0, len(text), "lead")] == [("省茶业局", "lead"), ("省财政厅", "lead")]
    assert {agency.role for agency in read_cell(text, 0, len(text), "support")} == {"support"}


@pytest.mark.parametrize("name", ["省茶业局", "各市、县（区）人民政府", "云岚大学", "省内网办", "有关企业", "省茶业局（竹业局）"])
def test_is_name(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("name", ["依法查处", "全程网办", "茶园面积", "局", "", "按要求如实申报并接受检查"])
def test_is_no_name(name: str) -> None:
    assert not is_name(name)


_TEXT = st.lists(
    st.sampled_from(
        [
            "（",
            "）",
            "〔",
            "责任单位：",
            "牵头",
            "配合单位：",
            "省茶业局",
            "、",
            "；",
            "，",
            "等",
            "和",
            "会同",
            "各市、县（市、区）政府",
            "负责",
            "\n",
            "。",
        ]
    )
    | st.text("省市县区局厅委、，；（）和等 ", max_size=5),
    max_size=40,
).map("".join)


@given(_TEXT)
def test_any_text(text: str) -> None:
    """Notes come in order and names stand where they say."""
    notes = find_notes(text)
    assert [note.start for note in notes] == sorted(note.start for note in notes)
    for note in notes:
        for agency in note.agencies:
            assert note.start <= agency.start < agency.end <= note.end
            assert agency.name == "".join(text[agency.start : agency.end].split())


@pytest.mark.parametrize("piece", ["（", "（责任单位：", "责任单位：", "（省茶业局、", "各市、县", "省财政厅和", "等", "负责（", "甲局会同"])
def test_long_texts_take_linear_time(piece: str) -> None:
    """Twenty thousand characters of anything are read in a fraction of a second."""
    text = piece * (20_000 // len(piece))
    begun = time.perf_counter()
    find_notes(text)
    assert time.perf_counter() - begun < 2.0


@pytest.mark.parametrize(("words", "named"), [("省茶业局", True), ("有关部门", True), ("分工负责为各部门", False), ("依法查处", False)])
def test_what_is_a_name(words: str, named: bool) -> None:
    """What a note says of itself is no name, though it ends like one."""
    assert is_name(words) is named

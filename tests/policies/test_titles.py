"""One instrument, one title, however it is written; two instruments, two."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.period import period_of
from pipeline.policies.policy import is_draft, policy_key
from pipeline.policies.titles import canonical, find_number, is_body, is_generic, is_instrument, key_of, simplified, tidy

PLAN = "云岚省数字云岚建设规划（2021—2025年）"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (PLAN, "as it is shown"),
        (f"《{PLAN}》", "book marks"),
        ("云岚省数字云岚建设规划(2021-2025年)", "half-width brackets and dash"),
        ("云岚省数字云岚建设规划（2021至2025年）", "a range in words"),
        ("云岚省数字云岚建设规划（2021年—2025年）", "the year named twice"),
        ("云岚省数字云岚建设规划（2021～2025）", "a wave, no 年"),
        ("云岚省数字云岚建设规划（2021—25年）", "a short second year"),
        ("云岚省 数字云岚建设规划（ 2021—2025 年 ）", "spaces"),
        ("云岚省数字云岚建设规划（２０２１－２０２５年）", "full-width digits"),
        ("雲嵐省數字雲嵐建設規劃（2021—2025年）", "traditional characters"),
        (f"{PLAN}（全文）", "a remark of the page"),
        (f"{PLAN}（云政办发〔2021〕7号）", "a document number after it"),
        (f"云岚省人民政府关于印发《{PLAN}》的通知", "a covering notice"),
        (f"云岚省人民政府关于印发{PLAN}的通知", "a covering notice without marks"),
        (f"云岚省人民政府办公厅印发{PLAN}的通知", "without 关于"),
        (f"关于印发《{PLAN}》的通知", "without an issuer"),
        (f"四部门关于印发《{PLAN}》的通知", "with issuers only counted"),
        (f"转发云岚省人民政府关于印发{PLAN}的通知", "a notice that passes on a notice"),
        (f"云岚省人民政府办公厅转发省数据局《{PLAN}》的通知", "passed on for a department"),
        (f"云岚省人民政府关于印发＜br／＞{PLAN}的通知＜br／＞（云政发〔2021〕7号）", "mark-up that leaked into the headline"),
        (f"云岚省人民政府关于印发{PLAN}的通知_2021-01-06", "a date from the file's name"),
    ],
)
def test_spellings_of_one_title(words: str, why: str) -> None:
    title = canonical(words)
    assert title.key == key_of(PLAN), why
    assert title.title == PLAN, why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("关于建设公园意见的实施细则", "建设公园意见实施细则", "covering notices leave 的 out"),
        ("云岚省二〇三五年公园纲要", "云岚省2035年公园纲要", "a year in Chinese digits"),
        (
            "云岚省国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要",
            "云岚省国民经济和社会发展“十四五”规划和2035年远景目标纲要",
            "the number short",
        ),
        ("云岚省国民经济和社会发展第十四个五年规划和2035年远景目标纲要", "云岚省国民经济和社会发展第十四个五年规划纲要", "without its long view"),
        ("云岚省“十三五”时期国民经济和社会发展规划纲要", "云岚省国民经济和社会发展第十三个五年规划", "纲要 left out, the number in front"),
    ],
)
def test_one_key(one: str, other: str, why: str) -> None:
    assert key_of(one) == key_of(other), why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("云岚省国民经济和社会发展第十四个五年规划纲要", "云岚省国民经济和社会发展第十三个五年规划纲要", "another five years"),
        ("云岚省国民经济和社会发展第十四个五年规划纲要", "云岚省国民经济和社会发展第十四个五年规划纲要任务分工方案", "the plan to carry it out"),
        ("云岚省公园办法", "云岚省公园办法（2023年版）", "an edition"),
        ("云岚省公园办法", "云岚省公园办法（修订）", "a revision"),
        (PLAN, "云岚省数字云岚建设规划（2016—2020年）", "another period"),
        (PLAN, "云岚省数字云岚建设规划", "no period: joined within a document only"),
        (PLAN, "青汀市数字云岚建设规划（2021—2025年）", "another place"),
        ("云岚省公园办法", "云岚省公园办法（试行）", "a trial version is another instrument"),
        ("云岚省人民政府关于修改《云岚省公园办法》的决定", "云岚省公园办法", "the decision that amends it is an instrument of its own"),
        ("关于做好公园建设工作的通知", "关于做好道路建设工作的通知", "other words"),
    ],
)
def test_different_titles(one: str, other: str, why: str) -> None:
    assert canonical(one).key != canonical(other).key, why


@pytest.mark.parametrize(
    ("words", "title", "issuer", "number", "why"),
    [
        (f"云岚省人民政府关于印发{PLAN}的通知（云政发[2021]7号）", PLAN, "云岚省人民政府", "云政发〔2021〕7号", "all from a headline"),
        ("四部门关于印发《公园办法》的通知", "公园办法", None, None, "a number of departments is no issuer"),
        ("云岚省人民政府关于加快公园建设的意见", "云岚省人民政府关于加快公园建设的意见", "云岚省人民政府", None, "opinions keep their issuer"),
        ("云岚省人民政府办公厅转发省林业局关于公园建设意见的通知", "省林业局关于公园建设意见", "省林业局", None, "the inner body is nearer"),
        ("云岚省人民政府关于做好公园工作的通知", "云岚省人民政府关于做好公园工作的通知", "云岚省人民政府", None, "a notice that carries nothing"),
        ("国家林业局颁布公园管理暂行办法通知", "公园管理暂行办法", "国家林业局", None, "颁布 for 印发"),
        ("云岚省人民政府关于印发公园名单的通知", "云岚省人民政府关于印发公园名单的通知", "云岚省人民政府", None, "a list is no instrument"),
        ("贯彻落实国务院关于公园的意见分工方案", "贯彻落实国务院关于公园的意见分工方案", None, None, "贯彻落实国务院 is no body"),
        (
            "交通运输部关于废止公园规章的决定（交通运输部令2016年第9号）",
            "交通运输部关于废止公园规章的决定",
            "交通运输部",
            "交通运输部令2016年第9号",
            "an order",
        ),
        ("内政部令：修正「公园办法」第3条", "公园办法", "内政部", None, "an order that amends, in Taiwan's way"),
        ("国务院办公厅印发关于加强公园管理的意见", "关于加强公园管理的意见", "国务院办公厅", None, "a notice cut short"),
        (
            "云岚省贯彻落实〈国务院关于公园的意见〉的实施意见",
            "云岚省贯彻落实国务院关于公园的意见的实施意见",
            None,
            None,
            "whom it carries out is no issuer",
        ),
        ("国务院办公厅转发林业局关于公园问题请示的通知", "国务院办公厅转发林业局关于公园问题请示的通知", None, None, "转发 is in no body's name"),
        ("印发《公园方案》和《道路方案》的通知", "公园方案和道路方案", None, None, "two instruments in one notice"),
        ("《云岚省贯彻《公园纲要》实施方案》", "云岚省贯彻公园纲要实施方案", None, None, "marks within marks"),
        ("云岚省贯彻〈公园纲要（2016-2030年）〉实施方案", "云岚省贯彻公园纲要（2016—2030年）实施方案", None, None, "no marks inside either"),
    ],
)
def test_parts_of_a_title(words: str, title: str, issuer: str | None, number: str | None, why: str) -> None:
    found = canonical(words)
    assert (found.title, found.issuer, found.doc_number) == (title, issuer, number), why


@pytest.mark.parametrize(
    ("title", "expected", "why"),
    [
        ("云岚省公园规划", True, "a plan"),
        ("公园建设三年行动计划（2021—2023年）", True, "a period after it"),
        ("公园管理办法（试行）", True, "a remark after it"),
        ("中华人民共和国公园法", True, "a law"),
        ("云岚制造2025", True, "a plan named by its year"),
        ("云岚日报", False, "a newspaper"),
        ("公园经营许可证", False, "a licence"),
        ("谈判的艺术", False, "a book"),
        ("修路的方法", False, "a method is no law"),
        ("水质检测报告", False, "a test report"),
        ("抽样取证物品清单", False, "a form"),
        ("名称变更通知", False, "a form"),
    ],
)
def test_instruments(title: str, expected: bool, why: str) -> None:
    assert is_instrument(title) is expected, why


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("云岚省人民政府办公厅", True),
        ("云岚省数据局", True),
        ("教育部等六部门", True),
        ("切实做好", False),
        ("成立领导小组", False),
        ("对外贸易部", True),
    ],
)
def test_bodies(words: str, expected: bool) -> None:
    assert is_body(words) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（云政办发［2018］ 70号）", "云政办发〔2018〕70号"),
        ("云政办发〔2018〕70号文", "云政办发〔2018〕70号"),
        ("云建城字(2018)第70号", "云建城字〔2018〕70号"),
        ("某某部令2016年第57号", "某某部令2016年第57号"),
        ("中华人民共和国某某部令2016年第57号", "某某部令2016年第57号"),
        ("某某部公告2018年第67号", "某某部公告2018年第67号"),
        ("2018年70号楼", None),
    ],
)
def test_document_numbers(text: str, expected: str | None) -> None:
    assert find_number(text) == expected


@pytest.mark.parametrize(
    "part", ["《", "》", "〈〉", "（）", "（甲）", "印发", "关于印发《", "2021—", "甲〔2021〕", " ", "省", "「」", "转发关于印发"]
)
def test_a_hostile_title_takes_no_time(part: str) -> None:
    """Nothing in the taking apart of a title grows faster than its length."""
    began = time.process_time()
    words = part * (100_000 // len(part)) + "号"
    canonical(words)
    period_of(words)
    is_instrument(canonical(words).title)
    assert time.process_time() - began < 2


def test_simplified_text_is_not_converted() -> None:
    """The converter is slow to load; text without a traditional character does not ask for it."""
    assert simplified("云岚省规划") == "云岚省规划"
    assert simplified("雲嵐省規劃") == "云岚省规划"


@given(st.text(alphabet="云岚省规划方案关于印发转发的通知《》〈〉（）()2021-2025年—“”「」令： 〔〕号第", max_size=40))
def test_a_canonical_title_is_its_own(words: str) -> None:
    """Taking a title apart ends, leaves no outer marks, and a key is not empty when there is a letter in it."""
    title = canonical(words)
    assert not set(title.title) & set("《》") or not title.key or title.title == tidy(words)
    assert key_of(title.title) == title.key or not key_of(title.title)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("方案", True),
        ("纲要（草案）", True),
        ("“十四五”规划", True),
        ("十三五规划纲要", True),
        ("决议", True),
        ("“十四五”公园规划", False),
        ("公园方案", False),
    ],
)
def test_titles_that_name_nothing(title: str, expected: bool) -> None:
    assert is_generic(title) is expected


@pytest.mark.parametrize(
    ("title", "draft", "why"),
    [
        ("云岚省公园办法（征求意见稿）", True, "a draft is the instrument it becomes"),
        ("云岚省公园办法（草案）", True, "put before the assembly"),
        ("云岚省公园办法（试行）", False, "a trial edition is in force"),
        ("云岚省公园办法（修订）", False, "a revision is another"),
        ("云岚省公园办法（2023年版）", False, "an edition is another"),
    ],
)
def test_drafts(title: str, draft: bool, why: str) -> None:
    assert is_draft(title) is draft, why
    assert (policy_key(title, None) == policy_key("云岚省公园办法", None)) is draft, why


SPELLINGS = {
    "dash": st.sampled_from("-—–~～至－"),
    "brackets": st.sampled_from(["（）", "()", "〔〕", "[]"]),
    "marks": st.sampled_from([("《", "》"), ("", ""), ("〈", "〉"), ("「", "」")]),
    "script": st.sampled_from(["云岚省", "雲嵐省"]),
    "year": st.sampled_from(["", "年"]),
}


@given(st.fixed_dictionaries(SPELLINGS), st.lists(st.integers(0, 24), max_size=4), st.sampled_from([" ", "\u3000", "\u00a0", "\n"]))
def test_no_spelling_changes_the_key(spelt: dict[str, str], gaps: list[int], space: str) -> None:
    """Spaces, brackets, dashes, marks and script do not change which policy a title names."""
    (first, last), (opened, closed) = spelt["marks"], spelt["brackets"]
    place = spelt["script"]
    words = f"{place}公园和湿地建设规划{opened}2021{spelt['year']}{spelt['dash']}2025年{closed}"
    for gap in gaps:
        at = min(gap, len(words))
        # A space inside a number would make it another.
        if not (0 < at < len(words) and words[at - 1].isdigit() and words[at].isdigit()):
            words = words[:at] + space + words[at:]
    assert policy_key(canonical(first + words + last).title, None) == policy_key("云岚省公园和湿地建设规划（2021—2025年）", None)

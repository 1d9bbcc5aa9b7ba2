"""Where a line that runs on is cut."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.breaks import breaks

ROWS = [
    (
        "云政发〔2018〕12号各有关单位：现将方案印发给你们。",
        "云政发〔2018〕12号|各有关单位：|现将方案印发给你们。",
        "the parts of a letter (test_letters.py)",
    ),
    (
        "特制定本方案。一、总体要求二、重点任务",
        "特制定本方案。|一、总体要求|二、重点任务",
        "the first label after a sentence, the second right after a heading",
    ),
    ("工作如下：（一）建平台。（二）育人才。", "工作如下：|（一）建平台。|（二）育人才。", "a list announced by a colon"),
    ("一、建平台（责任单位：市教委）二、育人才", "一、建平台（责任单位：市教委）|二、育人才", "after a note in brackets"),
    ("三、重点任务（一）建平台。加快建设。", "三、重点任务|（一）建平台。加快建设。", "a first part right under its heading"),
    ("第二章 总体要求一、指导思想", "第二章 总体要求|一、指导思想", "a first part right under its chapter"),
    ("措施：1.建平台。2.育人才。", "措施：|1.建平台。|2.育人才。", "digits"),
    ("7.建平台。完成时限：12月底8.育人才。", "7.建平台。完成时限：12月底|8.育人才。", "the next number right after words"),
    ("7.建平台。完成时限：持续推进12.育人才。", "7.建平台。完成时限：持续推进|12.育人才。", "any number after a task's last note"),
    ("7.（1）建平台（2）育人才（3）强监管", "7.（1）建平台|（2）育人才|（3）强监管", "a list that begins right behind the number it stands under"),
    ("（1）建平台。电话：60120034（2）育人才", "（1）建平台。电话：60120034|（2）育人才", "after a telephone number"),
    ("第一条 为了规范。 第二条 本办法适用。", "第一条 为了规范。 |第二条 本办法适用。", "articles"),
    ("印发给你们。　　推进改革", "印发给你们。　　|推进改革", "a paragraph's indentation after a sentence"),
    ("分管领导：李明　　部门分工：市教委", "分管领导：李明　　|部门分工：市教委", "the indentation before a key"),
    ("云岚省政府办公厅　　　　2025年3月1日", "云岚省政府办公厅　　　　|2025年3月1日", "a signature and its date"),
    ("如期建成。附件1重点任务清单", "如期建成。|附件1重点任务清单", "an annex"),
    ("如期建成。\ufffd 一、总体要求", "如期建成。\ufffd |一、总体要求", "a lost character does not hide the sentence's end"),
    (
        "9.改善茶站服务，提高效率（1）茶站应当主动上门。（2）大力推行站长负责制。",
        "9.改善茶站服务，提高效率|（1）茶站应当主动上门。|（2）大力推行站长负责制。",
        "a list of the third rank right behind its heading",
    ),
]

WHOLE = [
    ("3.按照方案（1）实施，并报县茶办。", "a number in brackets that no second follows"),
    ("推动一、二、三产业融合", "numbers that belong together"),
    ("一、二季度完成施工", "two quarters"),
    ("坚持质量第一、效益优先，标准统一、上下衔接", "一 at a word's end"),
    ("按照第（一）（二）项办理", "items named in a sentence"),
    ("（一）型水库，小（二）型水库", "classes in brackets"),
    ("扩大产能5000（2）吨", "a bracket behind a number that is no telephone's"),
    ("7.（1）所称茶企含（2）类茶企", "a class in brackets"),
    ("依照第三条办理。违反第四条的，责令改正。", "articles named in a sentence"),
    ("增长3.5%。2.0版上线", "decimals and versions"),
    ("目　　录", "letters set apart"),
    ("组　　长：李明", "letters set apart before a colon"),
    ("第一章　　总体要求", "a label and its heading"),
    ("联系人：李　明", "a name"),
    ("主要任务。二、建平台", "a second part without a first"),
    ("各县（市、区）人民政府", "no label in the brackets"),
    ("", "nothing"),
]


def pieces(text: str) -> str:
    cuts = [0, *breaks(text, {}), len(text)]
    return "|".join(text[start:end] for start, end in itertools.pairwise(cuts))


@pytest.mark.parametrize(("text", "expected", "why"), ROWS)
def test_cut(text: str, expected: str, why: str) -> None:
    """Where a new line begins."""
    assert pieces(text) == expected, why


@pytest.mark.parametrize(("text", "why"), WHOLE)
def test_whole(text: str, why: str) -> None:
    """What stays one line."""
    assert pieces(text) == text, why


def test_sequence_goes_on_over_lines() -> None:
    """The number expected next is known from the lines before."""
    seen: dict[str, int] = {}
    assert breaks("一、总体要求", seen) == []
    assert breaks("如期建成。二、重点任务", seen) == [5]


def test_list_inside_a_sentence() -> None:
    """A list that begins in the middle of a line, and is not one of lines, does not make its second item one."""
    seen = {"digit": 1}
    assert breaks("包括：1.甲；", seen) == []
    assert "digit" not in seen


@given(st.text("一二三、（）12.。；：第条章云岚　 \xa0附件", max_size=60))
def test_any_text(text: str) -> None:
    """Cuts are in order, inside the text, and a second look at the pieces cuts no more than the first."""
    cuts = breaks(text, {})
    assert cuts == sorted(set(cuts))
    assert all(0 < cut < len(text) for cut in cuts)

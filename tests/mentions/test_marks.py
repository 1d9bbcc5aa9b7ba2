"""Where 《…》 stands: nested, broken over lines, unbalanced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.mentions import find_mentions

ROWS = [
    ("根据《云岚省绿色发展规划》办理。", ["云岚省绿色发展规划"], "one title"),
    ("《甲办法》《乙办法》和《丙办法》", ["甲办法", "乙办法", "丙办法"], "titles in a row"),
    ("《关于印发〈甲方案〉的通知》", ["关于印发〈甲方案〉的通知"], "single marks inside"),
    ("《关于印发《甲方案》的通知》执行。", ["关于印发《甲方案》的通知"], "double marks inside: the outermost"),
    ("《关于修改〈违反《甲条例》处罚办法〉的决定》", ["关于修改〈违反《甲条例》处罚办法〉的决定"], "three levels"),
    ("《云岚省海洋\n环境保护规划》", ["云岚省海洋环境保护规划"], "broken over a line"),
    ("《 甲方案 》", ["甲方案"], "spaces at the marks"),
    ("《甲方案和《乙方案》。", ["乙方案"], "an opening mark too many"),
    ("甲方案》和《乙方案》。", ["乙方案"], "a closing mark too many"),
    ("《甲方案。根据《乙方案》执行。", ["乙方案"], "never closed before the sentence ends"),
    ("《甲\t乙》《丙》", ["丙"], "a table cell ends it"),
    ("《甲\n乙\n丙\n丁\n戊》《己》", ["己"], "broken over too many lines"),
    ("《" + "长" * 200 + "》《丙》", ["丙"], "too long for a title"),
    ("《》《甲》", ["甲"], "nothing between the marks"),
    ("没有书名号", [], "none"),
]


@pytest.mark.parametrize(("text", "titles", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_rows(text: str, titles: list[str], why: str) -> None:
    """Each row's titles are found."""
    assert [mention.title for mention in find_mentions(text)] == titles, why


@given(st.text(alphabet="《》〈〉（）。，\n\t 甲乙方案印发现将", max_size=300))
def test_any_text(text: str) -> None:
    """Mentions are in order and disjoint, bear their marks, and hold a title."""
    end = 0
    for mention in find_mentions(text):
        assert mention.start >= end
        end = mention.end
        assert text[mention.start] == "《"
        assert text[mention.end - 1] == "》"
        assert mention.title
        assert "\n" not in mention.title

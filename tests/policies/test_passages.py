"""Which policy a fact belongs to, on pages that tell of more than one."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.records import Facts, Mention, Section
from pipeline.policies.resolve import resolve
from pipeline.process import process
from pipeline.tables.corpus import Corpus
from tests.tables.invented import document

if TYPE_CHECKING:
    from extractors.records import MentionRole
    from pipeline.policies.resolve import DocumentPolicies

OWN = "云岚省公园建设方案（2021—2025年）"
OTHER = "沧渚省湿地保护规划"
NEWS = {"genre": "news", "title": f"《{OWN}》出台"}


def policies(text: str, role: MentionRole = "cites", **more: Any) -> DocumentPolicies:
    """The policies of a document with every 《…》 of its text as a mention."""
    mentions = [Mention(found.start(), found.end(), found[1], role) for found in re.finditer("《([^《》]*)》", text)]
    return resolve(document("页.html", text, Facts(mentions=mentions), **more))


def belongs(text: str, words: str, **more: Any) -> str | None:
    """The title of the policy that `words` in `text` belong to."""
    start = text.index(words)
    policy = policies(text, **more).of(start, start + len(words))
    return policy.title if policy else None


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (f"《{OWN}》提出，建成公园30个。", OWN, "the only policy"),
        (f"《{OWN}》提出绿化。沧渚省去年发布《{OTHER}》，提出建成公园30个。", OTHER, "what the other says"),
        (f"《{OWN}》提出绿化。\n沧渚省发布《{OTHER}》。到2025年，建成公园30个。", OTHER, "the paragraph that it introduces"),
        (f"《{OWN}》提出绿化。\n到2025年，《{OTHER}》要求建成公园30个。", OTHER, "the sentence from its beginning"),
        (f"沧渚省发布《{OTHER}》。\n建成公园30个。", OWN, "the next paragraph is the article's own"),
        (f"沧渚省《{OTHER}》提出湿地保护。《{OWN}》要求建成公园30个。", OWN, "the main policy takes over again"),
        (f"《{OWN}》提出绿化。为落实《{OTHER}》，建成公园30个。", OWN, "what is only carried out says nothing"),
        (f"《{OWN}》提出绿化。《{OTHER}》提出的目标，将建成公园30个。", OWN, "提出的: said in passing"),
        (f"《{OWN}》提出绿化。根据《{OTHER}》，建成公园30个。", OTHER, "根据…， tells what it says"),
        (f"《{OWN}》提出绿化。根据《{OTHER}》要求，云岚将建成公园30个。", OWN, "根据…要求 is why the province does it"),
        (f"《{OWN}》提出绿化。根据《{OTHER}》要求，到2025年，建成公园30个。", OTHER, "根据…要求，到2025年 tells its goal"),
        (f"沧渚省发布《{OTHER}》，提出以下目标：\n一是绿化；\n二是建成公园30个。", OTHER, "the list that its colon announces"),
        (f"沧渚省发布《{OTHER}》，提出以下目标：\n一是绿化。\n云岚建成公园30个。", OWN, "the list is over"),
        (f"沧渚省发布《{OTHER}》。\n从湿地保护规划的指标看，建成公园30个。", OTHER, "its name, which is not the main one's"),
        (f"沧渚省发布《{OTHER}》，推进“碧水”行动。\n“碧水”行动将建成公园30个。", OTHER, "a term that it brought"),
        (f"沧渚省发布《{OTHER}》。\n该规划提出，建成公园30个。", OTHER, "该规划: the last one of its kind"),
        (f"沧渚省发布《{OTHER}》。\n方案提出，建成公园30个。", OWN, "方案: the last one of its kind"),
        (f"沧渚省发布《{OTHER}》（以下简称《规划》）。\n云岚不同。\n《规划》提出，建成公园30个。", OTHER, "by the short name that the text gave"),
        (
            f"早在2016年，云岚省就印发了《云岚省公园建设方案（2016—2020年）》，已建成公园30个。\n《{OWN}》提出绿化。",
            "云岚省公园建设方案（2016—2020年）",
            "an earlier one",
        ),
    ],
)
def test_news(text: str, expected: str, why: str) -> None:
    words = "已建成公园30个" if "已建成" in text else "建成公园30个"
    assert belongs(text, words, **NEWS) == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("根据《国家公园纲要》，结合我省实际，制定本方案。建成公园30个。", OWN, "a plan's own targets"),
        ("《国家公园纲要》提出，到2025年建成公园30个。", "国家公园纲要", "another as the subject of the sentence"),
        ("《国家公园纲要》提出，推进绿化。我省建成公园30个。", OWN, "the next sentence is its own again"),
        ("《国家公园纲要》提出两项指标：一是绿化。二是建成公园30个。", "国家公园纲要", "the list goes on over sentences"),
        ("全省要达到《国家公园纲要》要求，建成公园30个。", OWN, "要求 is what must be met"),
        ("近日国家发布《国家公园纲要》。建成公园30个。", OWN, "that it came out is background"),
    ],
)
def test_a_policys_own_text(text: str, expected: str, why: str) -> None:
    assert belongs(text, "建成公园30个", genre="policy", title=OWN, issuer="云岚省人民政府") == expected, why


NOTICE = """各市人民政府：
现将《云岚省公园方案》和《云岚省道路方案》印发给你们，请认真贯彻执行。
附件：1.云岚省公园方案
2.云岚省道路方案
云岚省公园方案
到2025年，建成公园30个。
云岚省
道路方案
到2025年，建成道路50公里。
"""


def test_each_text_that_one_notice_carries_is_its_own() -> None:
    title = "云岚省人民政府关于印发《云岚省公园方案》和《云岚省道路方案》的通知"
    found = policies(NOTICE, "fulltext", genre="policy", title=title, issuer="云岚省人民政府", doc_number="云政发〔2021〕7号")
    assert found.main is not None
    assert found.main.title == "云岚省公园方案"
    road = found.of(NOTICE.index("建成道路"), len(NOTICE))
    assert road is not None
    assert (road.title, road.rank, road.issuer, road.doc_number) == ("云岚省道路方案", 0, "云岚省人民政府", "云政发〔2021〕7号")
    assert {found.role(index, "cites") for index in range(2)} == {"fulltext"}
    assert "云岚省公园方案和云岚省道路方案" not in {policy.title for policy in found.all()}


PAGE = """---
title: 沧渚要建一批标准化公园
date: 2022-04-21
---
4月20日，沧渚省人民政府官网发布《沧渚省标准化公园建设方案》（以下简称“《方案》”）全文。

《方案》提出，到2023年底，沧渚将新建公园100个以上。

《方案》的出台是落实《国家公园发展纲要》（下称“《纲要》”）的体现。

2021年10月发布的《国家公园发展纲要》要求，到2025年，全国公园达到20000个。

在公园建设上，沧渚并不是最早的。

2018年8月，云岚省印发《云岚省公园建设方案（2018—2020年）》，要求到2020年建成公园20个。

到2021年7月，云岚再度发布《云岚省公园建设方案(2021-2025年)》，提出到2025年底，建成公园60个。

与云岚省不同，沧渚省将在2024年底前建成山地公园10个。
"""
FULL = """云岚省人民政府关于印发云岚省公园建设方案（2021—2025年）的通知
云政发〔2021〕7号

各市人民政府：
现将《云岚省公园建设方案（2021—2025年）》印发给你们，请认真贯彻执行。
云岚省人民政府
2021年7月1日
云岚省公园建设方案（2021—2025年）
一、主要目标
到2025年底，建成公园60个。
"""


def test_a_page_of_several_policies_from_its_bytes_to_the_comparison() -> None:
    """Each number stands under its own policy; the plan's own text and the article agree, in one cell."""
    corpus = Corpus()
    for name, text in (("页.md", PAGE), ("全文.txt", FULL)):
        corpus.add(process(text.encode(), name))
    tables = {name: list(table.rows) for name, table in corpus.tables().items()}
    cells = {(row["policy"], str(row["value"])): (row["sources"], row["agreement"]) for row in tables["comparison_long"] if row["value"]}
    assert cells == {
        ("沧渚省标准化公园建设方案", "100"): (1, "single"),
        ("沧渚省标准化公园建设方案", "10"): (1, "single"),
        ("国家公园发展纲要", "20000"): (1, "single"),
        ("云岚省公园建设方案（2018—2020年）", "20"): (1, "single"),
        ("云岚省公园建设方案（2021—2025年）", "60"): (2, "agreed"),
    }
    rows = {str(row["title"]): row for row in tables["policies"]}
    latest, first = rows["云岚省公园建设方案（2021—2025年）"], rows["云岚省公园建设方案（2018—2020年）"]
    assert (latest["level"], latest["issuer"], latest["doc_number"]) == ("province", "云岚省人民政府", "云政发〔2021〕7号")
    assert latest["predecessor_id"] == first["policy_id"]
    assert rows["国家公园发展纲要"]["level"] == "national"


@given(st.text(alphabet="《》公园方案规划提出发布，。：\n一二、（）该到2025年“”", max_size=200))
def test_any_text(text: str) -> None:
    """Every place of a text belongs to a policy that the document names; passages are in order and apart."""
    found = policies(text, "reports", **NEWS)
    names = {policy.policy_id for policy in found.all()}
    assert all((policy := found.of(at, at + 1)) and policy.policy_id in names for at in range(len(text)))


@pytest.mark.parametrize("part", ["《甲规划》提出，", "该规划提出", "《甲方案》。\n", "（" * 50 + "《甲规划》", "发布《甲规划》：\n一是", "甲方案\n"])
def test_a_hostile_text_takes_no_time(part: str) -> None:
    text = part * (20_000 // len(part))
    began = time.process_time()
    policies(text, "fulltext", genre="policy", title="甲规划和乙规划")
    policies(text, "reports", **NEWS)
    assert time.process_time() - began < 3


def test_a_heading_a_line_takes_no_time() -> None:
    line = "《甲规划》提出\n"
    text = line * 8_000
    starts = range(0, len(text), len(line))
    sections = [Section(at, at + len(line), 1, "", "《甲规划》", "other", None, at, at + len(line) - 1) for at in starts]
    mentions = [Mention(at, at + len(line) - 3, "甲规划", "reports") for at in starts]
    page = document("页.html", text, Facts(sections=sections, mentions=mentions), **NEWS)
    began = time.process_time()
    assert resolve(page).main is not None
    assert time.process_time() - began < 4


def test_of_headings_in_headings_the_inner_governs() -> None:
    lines = ["《沧渚省湿地保护规划》", "建成公园1个。", "《国家公园纲要》", "建成公园2个。", "《国家道路纲要》", "建成公园3个。", "建成公园4个。"]
    text = "\n".join([*lines, f"沧渚省《{OTHER}》提出绿化。"])
    at = [text.index(line) for line in lines]
    outer, inner, after = (at[0], at[6]), (at[2], at[4]), (at[4], at[6])
    sections = [
        Section(start, end, 1, "", "", "other", None, start, start + len(lines[number]))
        for (start, end), number in ((inner, 2), (after, 4), (outer, 0))
    ]
    mentions = [Mention(found.start(), found.end(), found[1], "cites") for found in re.finditer("《([^《》]*)》", text)]
    found = resolve(document("页.html", text, Facts(sections=sections, mentions=mentions), **NEWS))
    told = [policy.title if (policy := found.of(start, start + 1)) else None for start in (at[1], at[3], at[5], at[6])]
    assert told == [OTHER, "国家公园纲要", "国家道路纲要", OWN]

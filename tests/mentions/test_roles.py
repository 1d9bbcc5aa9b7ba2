"""What a document has to do with the policies it names."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest

from extractors.language import analyse, build
from extractors.mentions import find_mentions
from extractors.records import Context

POLICY = [
    ("现将《云岚省绿色发展规划》印发给你们，请认真组织实施。", "", ["fulltext"], "现将 … 印发给你们"),
    ("各市人民政府：\n《云岚省绿色发展规划》已经省政府同意，现印发给你们。", "", ["fulltext"], "已经同意，现印发"),
    ("《甲规划》《乙规划》等2个规划已经省政府同意，现印发给你们。", "", ["fulltext", "fulltext"], "all of a list"),
    ("省教育厅《关于加强校园安全的意见》已经省政府同意，现转发给你们。", "", ["fulltext"], "forwarded"),
    ("为促进发展，我部制定了《甲管理办法》，现予发布。", "", ["fulltext"], "制定了 … 现予发布"),
    ("《关于修改〈甲办法〉的决定》已于2021年3月1日经第3次部务会议通过，现予公布。", "", ["fulltext"], "an order that publishes"),
    ("应急管理。" * 700 + "制定《甲规范》，发布，实施。", "", ["cites"], "a task far below the head"),
    ("根据《甲条例》，现将《乙办法》印发给你们。", "", ["cites", "fulltext"], "what it rests on is cited"),
    ("为贯彻落实《甲规划》，制定本方案。", "云岚省甲规划实施方案", ["cites"], "what it implements is cited"),
    (
        "现将《云岚省绿色发展规划》（以下简称《规划》）印发给你们。\n各市要按照《规划》要求抓好落实。",
        "",
        ["fulltext", "fulltext", "fulltext"],
        "the short name stands for it everywhere",
    ),
    (
        "《云岚省绿色发展规划》是今后五年的行动纲领。",
        "云岚省人民政府关于印发云岚省绿色发展规划的通知",
        ["fulltext"],
        "the covering notice's title names it",
    ),
    ("《关于促进就业的若干意见》", "关于促进就业的若干意见", ["fulltext"], "the page's own title"),
    ("本办法施行后，《云岚省甲办法》同时废止。", "云岚省甲办法", ["cites"], "an earlier edition is ended"),
    ("违反《甲条例》的，依法处理。", "", ["cites"], "a law"),
]
NEWS = [
    ("近日，云岚省印发《绿色发展规划》。", "", ["reports"], "近日印发"),
    ("《方案》提出，到2025年建成百个园区。", "", ["reports"], "what it says"),
    ("《方案》还明确了责任分工。", "", ["reports"], "what it also says"),
    ("记者获悉，《绿色发展规划》（以下简称《规划》）已正式印发。该《规划》共八章。", "", ["reports", "reports", "reports"], "the short name too"),
    ("早在2018年，该省就印发了《数字转型方案》，部署三项工作。", "", ["cites"], "an earlier one"),
    ("2018年8月，该省印发《数字转型方案》。", "", ["cites"], "a year before the page's"),
    ("2018年印发的《标准化纲要》要求，五年内实现转变。", "", ["reports"], "old, but what it requires is told"),
    ("《绿色发展规划》的亮点很多。", "《绿色发展规划》出台", ["reports"], "named in the headline"),
    ("对《云岚日报》表示，市场向好。", "", ["cites"], "a newspaper"),
]


def found(text: str, title: str, genre: Literal["policy", "news"]) -> list[str]:
    """The roles in `text` on a page of 2021."""
    return [mention.role for mention in find_mentions(text, Context(title=title or None, published=date(2021, 7, 8), genre=genre))]


@pytest.mark.parametrize(("text", "title", "expected", "why"), POLICY, ids=[row[3] for row in POLICY])
def test_policy(text: str, title: str, expected: list[str], why: str) -> None:
    """In a policy text a title is its own or cited."""
    assert found(text, title, "policy") == expected, why


@pytest.mark.parametrize(("text", "title", "expected", "why"), NEWS, ids=[row[3] for row in NEWS])
def test_news(text: str, title: str, expected: list[str], why: str) -> None:
    """In an article a title is reported on or cited."""
    assert found(text, title, "news") == expected, why


def test_component() -> None:
    """The component fills the facts and marks spans that displaCy can draw."""
    nlp = build(["mentions"])
    facts = analyse("现将《甲规划》印发给你们。", nlp=nlp)
    assert [(mention.title, mention.role) for mention in facts.mentions] == [("甲规划", "fulltext")]
    doc = nlp("根据《甲条例》办理")
    assert [span.text for span in doc.spans["mentions"]] == ["《甲条例》"]

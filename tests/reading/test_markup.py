"""Events are those of BeautifulSoup's tree, and what a page declares is found wherever it stands."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from bs4 import BeautifulSoup, CData, Tag
from bs4.builder._lxml import LXMLTreeBuilder
from bs4.element import PreformattedString
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading import html
from pipeline.reading.declared import read_declared
from pipeline.reading.markup import Target, head, tell

PAGES = [
    ("<p>新<b>增发</b>布</p>", "a tag inside a word"),
    ("<table><tr><td rowspan=2>序号<td>任务</table>", "tags that are never closed"),
    ("<div class='main text'><!-- <p>注</p> --><script>var a='<p>';</script>正文</div>", "comments and scripts"),
    ("<script type='application/ld+json'>{\"a\":1}</script><title>标题</title>", "data in the head"),
    ("</p></div>文<br>字<li>一<li>二</ul>", "ends of what never began"),
    ("<div>" * 200 + "深" + "</div>" * 200, "deep nesting"),
    ("文字", "no markup"),
]


class Told:
    """Keeps what it is told, pieces of one text joined, spaces apart."""

    full = False

    def __init__(self) -> None:
        self.events: list[tuple[str, object]] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.events.append((tag, dict(attributes)))

    def end(self, tag: str) -> None:
        self.events.append(("end", tag))

    def data(self, text: str) -> None:
        text = "".join(text.split())
        if text and self.events and self.events[-1][0] == "text":
            text = f"{self.events.pop()[1]}{text}"
        if text:
            self.events.append(("text", text))

    def close(self) -> None:
        """Nothing more comes."""


def told(page: str) -> list[tuple[str, object]]:
    target = Told()
    tell(page, target)
    return target.events


def walked(page: str) -> list[tuple[str, object]]:
    """The events of a walk through BeautifulSoup's tree."""
    target = Told()
    walk(BeautifulSoup(page, builder=LXMLTreeBuilder(multi_valued_attributes=None)), target)
    return target.events


def walk(parent: Tag, target: Target) -> None:
    for node in parent.children:
        if isinstance(node, Tag):
            target.start(node.name, {name: str(value) for name, value in node.attrs.items()})
            walk(node, target)
            target.end(node.name)
        elif not isinstance(node, PreformattedString) or isinstance(node, CData):
            target.data(str(node))


@pytest.mark.parametrize(("page", "why"), PAGES, ids=[why for _, why in PAGES])
def test_events_are_those_of_a_tree(page: str, why: str) -> None:
    assert told(page) == walked(page), why


@given(
    st.lists(
        st.sampled_from(["<div>", "</div>", "<p>", "</p>", "<td>", "<tr>", "<table>", "</table>", "<b>", "</b>", "<br>", "<li>", "字", "一 ", "\n"]),
        min_size=1,
    )
)
def test_any_tag_soup_gives_the_events_of_a_tree(pieces: list[str]) -> None:
    page = "".join(pieces)
    if page.strip():
        assert told(page) == walked(page)


DECLARED = [
    ("<html><head><title>某某管理办法_某网</title></head><body>正文</body></html>", {"page_title": "某某管理办法"}, "a title with its site"),
    ("<META NAME='ArticleTitle' CONTENT='某办法'><BODY>正文", {"meta_title": "某办法"}, "capitals, and no head"),
    (
        "<body><p>正文</p><meta name=ArticleTitle content=某办法></body>",
        {"meta_title": "某办法"},
        "a tag that belongs into the head stands in the body",
    ),
    ('<body>正文<script type="application/ld+json">{"headline": "某办法"}</script>', {"meta_title": "某办法"}, "data at the page's end"),
    ("<head><link rel=Canonical href=https://a.example/1></head>", {"url": "https://a.example/1"}, "an address"),
    ("<head><!-- <title>旧标题</title> --><title>某某新办法</title></head>", {"page_title": "某某新办法"}, "what stands in a comment is not said"),
    ("<head><script>document.write('<title>假标题</title>')</script></head>", {}, "nor what stands in a script"),
    ("<p>没有声明的正文</p>", {}, "a fragment"),
]


@pytest.mark.parametrize(("page", "fields", "why"), DECLARED, ids=[why for *_, why in DECLARED])
def test_what_a_page_declares(page: str, fields: dict[str, str], why: str) -> None:
    assert read_declared(head(page)) == fields, why


def test_a_fragment_costs_no_tree() -> None:
    assert html.read_lines("<p>正文</p>").head is None


def test_tags_nested_a_hundred_thousand_deep_are_told_in_balance() -> None:
    events = told("<div>" * 100_000 + "深")
    assert ("text", "深") in events
    assert sum(name == "div" for name, _ in events) == sum(event == ("end", "div") for event in events)

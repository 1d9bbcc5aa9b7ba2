"""The events of a page are the same whether a tree is built of it or not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading import html, markup

PAGES = [
    ("<p>新<b>增发</b>布</p>", "a tag inside a word"),
    ("<table><tr><td rowspan=2>序号<td>任务</table>", "tags that are never closed"),
    ("<div class='main text'><!-- <p>注</p> --><script>var a='<p>';</script>正文</div>", "comments and scripts"),
    ("<script type='application/ld+json'>{\"a\":1}</script><title>标题</title>", "data in the head"),
    ("</p></div>文<br>字<li>一<li>二</ul>", "ends of what never began"),
    ("<div>" * 3000 + "深" + "</div>" * 3000, "deep nesting"),
    ("文字", "no markup"),
    ("", "nothing"),
]


def both(page: str, monkeypatch: pytest.MonkeyPatch) -> tuple[html.Reading, html.Reading]:
    with monkeypatch.context() as patch:
        patch.setattr(markup, "LARGE", 10**9)
        tree = html.read_lines(page)
        patch.setattr(markup, "LARGE", 0)
        return tree, html.read_lines(page)


@pytest.mark.parametrize(("page", "why"), PAGES, ids=[why for _, why in PAGES])
def test_with_and_without_a_tree(page: str, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tree, events = both(page, monkeypatch)
    assert tree == events, why


@given(st.lists(st.sampled_from(["<div>", "</div>", "<p>", "</p>", "<td>", "<tr>", "<table>", "</table>", "<b>", "</b>", "<br>", "<li>", "字", "一 ", "\n"])))
def test_any_tag_soup_with_and_without_a_tree(pieces: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        tree, events = both("".join(pieces), patch)
    assert tree == events

"""Which documents tell the same text."""

from __future__ import annotations

import random
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.comparison.duplicates import Copy, Sketch, copies, sketch

_PLACES = ["青汀市", "临澜县", "云浦区", "青溪镇", "山海街道", "竹溪乡", "白鹭村", "南屏社区"]
_ACTS = ["新建", "改造", "提升", "整合", "推广", "完善", "落实", "巩固"]
_THINGS = ["公交场站", "社区食堂", "口袋公园", "农产品冷库", "图书阅览点", "便民驿站", "污水管网", "健身步道", "智慧停车", "养老助餐点"]


def policy(seed: int, paragraphs: int = 24) -> list[str]:
    """An invented policy, another one for every seed."""
    chance = random.Random(seed)
    return [
        f"（{number}）{chance.choice(_PLACES)}{chance.choice(_ACTS)}{chance.choice(_THINGS)}{chance.randint(2, 980)}处，"
        f"{chance.choice(_ACTS)}{chance.choice(_THINGS)}，由{chance.choice(_PLACES)}牵头、{chance.choice(_PLACES)}配合，{chance.randint(2, 11)}月底前完成。"
        for number in range(1, paragraphs + 1)
    ]


def of(source: str, text: str, **known: object) -> Sketch:
    return sketch(source, source, text, **known)  # type: ignore[arg-type]


TEXT = policy(1)
NEAR = [
    ("本网讯\n" + "\n".join(TEXT) + "\n转自某网", "another site puts words of its own around it"),
    ("".join(TEXT), "the line ends are lost"),
    ("\n".join([*TEXT, *TEXT]), "a scrape repeats it"),
    ("\n".join([*TEXT[12:], *TEXT[:12]]), "the page's columns were read in another order"),
    ("\n".join(TEXT[:22]), "the end is cut off"),
    ("\n".join(TEXT).replace("，", ",").replace("。", ".").replace("（", "("), "other punctuation"),
]
OTHER = [
    ("\n".join(policy(2)), "another policy in the same words"),
    ("\n".join(TEXT[:10]), "less than two thirds of it: an excerpt states less"),
    ("\n".join([*TEXT[:12], *policy(3)[12:]]), "half of it is another policy's"),
    ("\n".join(TEXT).replace("月底前", "月中旬").replace("1", "7").replace("2", "8"), "a notice on the same pattern with other numbers"),
]


@pytest.mark.parametrize(("text", "why"), NEAR, ids=[why for _, why in NEAR])
def test_nearly_the_same(text: str, why: str) -> None:
    found = copies([of("a", "\n".join(TEXT)), of("b", text)])
    assert [copy.likeness for copy in found] == ["near"], why


@pytest.mark.parametrize(("text", "why"), OTHER, ids=[why for _, why in OTHER])
def test_another_text(text: str, why: str) -> None:
    assert copies([of("a", "\n".join(TEXT)), of("b", text)]) == [], why


def test_the_first_of_the_same_and_the_longest_of_nearly_the_same_counts() -> None:
    whole = "\n".join(TEXT)
    cut = "\n".join(TEXT[:22])
    given = [of("d", whole), of("c", whole), of("a", cut), sketch("b", "a", cut)]
    assert copies(given) == [Copy("a", "c", "near"), Copy("b", "c", "near"), Copy("d", "c", "text")]


def test_editions_are_no_copies() -> None:
    old, new = "\n".join(TEXT), "\n".join(TEXT).replace("牵头、", "牵头，", 1)
    assert copies([of("a", old), of("b", new)])
    assert not copies([of("a", old, doc_number="云政发〔2019〕3号"), of("b", new, doc_number="云政发〔2022〕8号")])
    assert not copies([of("a", old, issued=date(2019, 3, 1)), of("b", new, issued=date(2022, 8, 15))])


def test_short_and_empty_texts() -> None:
    assert copies([of("a", ""), of("b", ""), of("c", " \n")]) == []
    assert copies([of("a", "关于印发的通知"), of("b", "关于印发的通告")]) == []
    assert copies([of("a", "特此通知"), of("b", "特此通知")]) == [Copy("b", "a", "text")]


@given(st.lists(st.sampled_from(["", "特此通知", "\n".join(TEXT), *(text for text, _ in NEAR + OTHER)]), max_size=8), st.randoms())
def test_the_order_of_documents_does_not_matter(texts: list[str], chance: random.Random) -> None:
    documents = [of(f"{number}", text) for number, text in enumerate(texts)]
    found = copies(documents)
    chance.shuffle(documents)
    assert copies(documents) == found


def test_thousands_of_documents_take_seconds() -> None:
    given = [of(f"{number:04}", "\n".join(policy(number))) for number in range(1500)]
    given += [of(f"x{number:04}", "\n".join(policy(number)[:22])) for number in range(50)]
    begun = time.process_time()
    found = copies(given)
    assert time.process_time() - begun < 10
    assert [(copy.source, copy.original) for copy in found] == [(f"x{number:04}", f"{number:04}") for number in range(50)]

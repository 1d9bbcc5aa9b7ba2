"""Frames that commas cut up: clauses that only say how, on what ground or for whom the rest of their sentence is done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.clauses import Span

#: What ends such a frame, and what it must have begun with.
_FRAMES = (
    (
        re.compile("等(?:多?种|各[类种项]|一系列|综合)?(?:政策)?(?:措施|方式|手段|途径|办法|形式|举措|方法|渠道|路径)$"),
        re.compile("(?:通过|采取|采用|运用|利用|借助|依靠|以)"),
    ),
    (
        re.compile("(?:基础之?上|(?:前提|条件|情况|框架|背景|格局|形势)之?下|过程之?中|的同时)$"),
        re.compile("^.{0,16}?(?<!存)(?<!现)(?<!旨)在(?!线|建|校|岗|职|编|册|库)"),
    ),
    (  # whom a benefit is for: `对报废旧车，购买新车的个人给予补贴`
        re.compile("(?:给予|予以|发放|享受).{0,40}(?:补贴|补助|奖励|奖补|资助|优惠|减免|补偿|支持)$"),
        re.compile("^.{0,12}?对(?!标|接|外|口|照|应|比)"),
    ),
    (re.compile("[以之]?外$"), re.compile("^.{0,12}?除(?!了?险|尘|害|草|雪)")),
)
#: An adverbial is cut into no more clauses than this.
_LONGEST = 6


def adverbial_clauses(text: str, clauses: Sequence[Span]) -> set[Span]:
    """Those of the clauses of one sentence that are pieces of an adverbial.

    `将采取优化布局，推动合并等措施，提升效率` gives the first two, `形成优化布局，推动合并的机制` none.
    """
    found: set[Span] = set()
    for last, clause in enumerate(clauses):
        said = text[slice(*clause)]
        for closing, opening in _FRAMES:
            if not closing.search(said):
                continue
            for first in range(last, max(last - _LONGEST, 0) - 1, -1):
                if opening.search(text[slice(*clauses[first])]):
                    found.update(clauses[first : last + 1])
                    break
    return found

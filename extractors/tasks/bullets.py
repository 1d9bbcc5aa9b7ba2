"""Lists of undertakings whose items bullets mark (`●建设茶园；`, `◆为茶农提供培训；`), each on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.tasks.actions import is_action, is_present
from extractors.tasks.lexicon import lexicon
from extractors.tasks.lists import Announced

_BULLET = re.compile(r"^ ?(?P<mark>[●○◆◇■□▲△★☆※➢►▪•▶❖]) ?(?=[^\n ])", re.MULTILINE)
#: What is given to whom: `为茶农免费提供培训`, `对贫困茶农给予补助`.
_GIVES = re.compile("(?:为|对|向|给)[^，。；]{2,40}(?:免费|无偿|优先|低收费)?(?:提供|给予|予以|发放|落实|实施|开展|配备|办理)")
#: What is done for whom it fits: `有条件的县实行免费制度`.
_WHERE_FIT = re.compile("(?:有条件|符合条件)的[^，。；]{1,8}(?:实行|推行|开展|建立|实施)")
_ITEM_END = re.compile("[。；;\n]")
_FEWEST, _LONGEST_ITEM, _SHORTEST_ITEM, _LEAD, _NAMED = 2, 160, 4, 80, 24
#: The share of items that must say what is done.
_MOST = 0.6


def find_bulleted(text: str) -> Iterator[Announced]:
    """Each run of bulleted lines that mostly say what is done, with the spans of their first sentences.

    `◆为茶农提供培训；` over `◆建设茶站。` is one; `●1980年参加工作。` over `●2001年任茶办主任。` is none, nor is a list of goals.
    """
    marks = list(_BULLET.finditer(text))
    run: list[re.Match[str]] = []
    for mark in marks:
        if run and (mark["mark"] != run[-1]["mark"] or text.find("\n", run[-1].end(), mark.start() - 1) >= 0):
            yield from _list(text, run)
            run = []
        run.append(mark)
    yield from _list(text, run)


def _list(text: str, run: list[re.Match[str]]) -> Iterator[Announced]:
    if len(run) < _FEWEST:
        return
    start = run[0].start()
    lead = text[text.rfind("\n", max(0, start - _LEAD), max(0, start - 1)) + 1 : start]
    if lexicon().others.search(lead[-_NAMED:]) and not any(word in lead[-_NAMED:] for word in lexicon().announces):
        return
    spans = [(mark.end(), end.start() if (end := _ITEM_END.search(text, mark.end())) else len(text)) for mark in run]
    said = [text[first:last] for first, last in spans]
    acting = sum(_SHORTEST_ITEM <= len(words) <= _LONGEST_ITEM and is_present(words) and _does(words) for words in said)
    if acting >= _MOST * len(said):
        yield Announced(start, run[0].end(), None, tuple(spans), marked=True)


def _does(words: str) -> bool:
    return is_action(words) or _GIVES.match(words) is not None or _WHERE_FIT.match(words) is not None

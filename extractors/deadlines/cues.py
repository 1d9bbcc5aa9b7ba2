"""What the words around a time say of it: told of the past, or meant for the future."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from extractors.deadlines.lexicon import lexicon
from extractors.deadlines.outlook import NOTHING, Outlook
from extractors.deadlines.points import Candidate
from extractors.deadlines.reference import Reference

_WORDS = lexicon()
_NOT_STATING = "".join(f"(?<!{word})" for word in _WORDS.words("judgement", "stating"))
#: 了 marks the past, but not in 为了, 除了, nor in 了解, 了如指掌.
_PAST = re.compile(rf"{_WORDS.alternatives('judgement', 'past')}|(?<![为除罢]){_NOT_STATING}了(?![解结如])")
_DONE = re.compile(rf"(?<![为除罢]){_NOT_STATING}了(?![解结如])")
#: 将 "will" unless it says what has happened (已将…); 要 "shall", not in 主要, 重要, 不要, 首要, 纲要, 要求; 会 "would", not in 社会, 会议;
#: 应 "should", not in 供应, 应用; 拟 "plans to", not in 模拟; 计划 "plans to", not the noun (行动计划, 计划财务处).
_INTENT = re.compile(
    r"(?<![已曾经])将(?![^，。；\n]{0,24}(?<![为除罢])了(?![解结如]))|(?<!行动)(?<!工作)(?<!年度)(?<!专项)计划(?![财处的》”，。、；：）单经生委书表任指])|(?:(?<![主重不首纲概摘提])|(?<=比重))要(?!求)|(?<![才都社协大委全集开聚例两峰展博盛晚年])会(?![议同员计场展商务])"
    rf"|(?<![供响效适相反对呼])应(?![用急对收届邀])|(?<![虚模])拟|{_WORDS.alternatives('judgement', 'future')}"
)
_FUTURE = re.compile(rf"{_INTENT.pattern}|{_WORDS.alternatives('judgement', 'action')}")
#: What the authorities did at the time, whatever it was about: `2015年，中央一号文件|提出要加快发展`.
_TOLD = re.compile(_WORDS.data["judgement"]["told"])
_SENTENCE_END = re.compile(r"[。！？；\n]")
#: How many characters before a time, right after it, and further on are read.
_CLOSE, _NEAR, _FAR, _BACK = 4, 40, 120, 40


@dataclass(frozen=True)
class Surroundings:
    """What the judgement needs of a text: the document's date, whether it is an article, and where it looks back.

    `tells` is whether it is an article that carries no policy, so that it states facts unless it says otherwise; `explains` whether it
    explains one, whose terms may be over when it appears.
    """

    text: str
    reference: Reference
    news: bool
    tells: bool
    outlook: Outlook = NOTHING
    explains: bool = False

    @cached_property
    def _ends(self) -> list[int]:
        return [match.start() for match in _SENTENCE_END.finditer(self.text)]

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence that holds offset `at`, without its end mark; `；` ends one too."""
        index = bisect.bisect_left(self._ends, at)
        start = self._ends[index - 1] + 1 if index else 0
        return start, self._ends[index] if index < len(self._ends) else len(self.text)

    def in_review(self, at: int) -> bool:
        """Whether offset `at` lies in a part that reviews the past or describes the situation."""
        return within(self.outlook.reviews, at)

    def in_task(self, at: int) -> bool:
        """Whether offset `at` lies in what says what is to be done."""
        return within(self.outlook.tasks, at)

    def in_forecast(self, at: int) -> bool:
        """Whether offset `at` lies under a heading that forecasts."""
        return within(self.outlook.forecasts, at)


def within(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether an offset lies in one of the spans, which are in order and disjoint."""
    index = bisect.bisect_right(spans, (at, 1 << 62)) - 1
    return index >= 0 and at < spans[index][1]


def cues(candidate: Candidate, around: Surroundings) -> tuple[bool, bool]:
    """Whether the words around speak of the past, and of the future.

    What stands right before the time decides (`预计2025年`), then the clause that follows it, then the rest of the sentence.
    """
    text, core = around.text, candidate.core
    start, end = around.sentence(core[0])
    if _FUTURE.search(text[max(start, core[0] - _CLOSE) : core[0]]):
        return False, True
    near = text[core[1] : min(end, core[1] + _NEAR)]
    if not candidate.is_marked and _TOLD.match(near):
        return True, False
    past = _PAST.search(near) is not None
    # Words of work are said of either; beside a word of the past they say nothing of the future.
    future = (_INTENT if past else _FUTURE).search(near) is not None
    if future and not past and not candidate.is_marked and _DONE.search(text, core[1], min(end, core[1] + _FAR)) and not _INTENT.search(near):
        return True, False  # `2002年至2005年，县茶办连续四年组织对全县茶园进行了普查`
    if past != future:
        return past, future
    stretches = (text[core[1] : min(end, core[1] + _FAR)], text[max(start, core[0] - _BACK) : core[0]])
    return any(_PAST.search(stretch) for stretch in stretches), any(_FUTURE.search(stretch) for stretch in stretches)


def is_announced(candidate: Candidate, around: Surroundings) -> bool:
    """Whether a word of intention stands right before the time: `拟2023年内开工`, `预计8月投产`."""
    start, _ = around.sentence(candidate.core[0])
    return _INTENT.search(around.text, max(start, candidate.start - _CLOSE), candidate.start) is not None


def is_intended_here(candidate: Candidate, around: Surroundings) -> bool:
    """Whether a word of intention stands in the time's own clause: `将从6月起下调`, `从6月起，将…`, but not `从6月起恢复正常，预计…`."""
    text = around.text
    start, end = around.sentence(candidate.core[0])
    opens = max(start, text.rfind("，", start, candidate.core[0]) + 1)
    closes = text.find("，", candidate.end + text.startswith("，", candidate.end), end)
    return _INTENT.search(text, opens, closes if closes > 0 else end) is not None


def is_intended(candidate: Candidate, around: Surroundings) -> bool:
    """Whether a word of intention stands in the clause before the time or near it: `预计产品今年上市`, `今年将…`, but not `全年组织演出`."""
    text, core = around.text, candidate.core
    start, end = around.sentence(core[0])
    if not candidate.is_marked and _TOLD.match(text, core[1]):
        return False
    before = text[max(start, core[0] - _BACK) : core[0]]
    clause = before[before.rfind("，") + 1 :]
    return any(_INTENT.search(stretch) for stretch in (clause, text[core[1] : min(end, core[1] + _NEAR)]))

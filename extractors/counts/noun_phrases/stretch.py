"""The words after a number, and what among them the number's measure word counts."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from extractors.counts.lexicon import words
from extractors.counts.noun_phrases.edges import CLOSING, OPENING, SEPARATORS, STOPS, joined
from extractors.counts.noun_phrases.nouns import Agreement, agreement, classes_of
from extractors.counts.noun_phrases.phrases import Word
from extractors.words import tags

#: As many words as make up a noun, as may follow a verb in a name, and as a list may have before 等.
_LONGEST_NOUN, _LONGEST_NAME, _LONGEST_LIST = 4, 8, 20
#: As long as such words are that jieba's dictionary joins, parts of speech of those that are one, and classes of what something is done to.
_JOINED = 4
_COMPOUND = frozenset(["vn", "m", "t"])
_WORKED_ON = frozenset(["place", "facility", "project", "line", "machine", "organisation"])


@functools.cache
def following(name: str) -> frozenset[str]:
    """One list of following.toml. Raises KeyError for a list that is not there."""
    return words("following", name)


def unjoined(found: Sequence[Word]) -> list[Word]:
    """The words, those of jieba's that are a verb and its object (方便|群众) or a thing and what is done to it (危房|改造) cut in two."""
    apart: list[Word] = []
    for word in found:
        if len(word.text) == _JOINED and word.tag not in _COMPOUND and _is_joined(word.text):
            middle = word.start + _JOINED // 2
            halves = ((word.start, middle, word.text[: _JOINED // 2]), (middle, word.end, word.text[_JOINED // 2 :]))
            apart += [Word(start, end, text, tags().get(text, "")) for start, end, text in halves]
        else:
            apart.append(word)
    return apart


def _is_joined(written: str) -> bool:
    first, second = written[: _JOINED // 2], written[_JOINED // 2 :]
    if first in following("predicates") and first not in following("naming"):
        return second not in following("compound_ends")
    return (second in following("actions") or second in following("listings")) and bool(classes_of(first, whole=True) & _WORKED_ON)


def ends_names(word: Word) -> bool:
    """Whether the word is said of things and never part of their names: 实现, but not 保障."""
    return word.text in following("predicates") and word.text not in following("naming")


class Stretch:
    """The words from a number on.

    `limit` is the offset where the next number of the text stands, `inner` are the quantities before it that belong to the phrase
    (`农产品网络销售额|超千万元|的市场主体`), `measure` is the measure word or unit, `share` says that the number is no count of things but a share or
    a measure of what follows (90%以上|村庄的生活垃圾), and at the words `closing`
    its phrase ends: a size is of the first of a list (千亿元|产业|和园区). `located` says that something is done in the things counted (在).
    """

    def __init__(
        self,
        found: Sequence[Word],
        limit: int,
        inner: Sequence[tuple[int, int]] = (),
        *,
        measure: str | None = None,
        share: bool = False,
        closing: frozenset[str] = frozenset(),
        located: bool = False,
    ) -> None:
        self.words, self.limit, self.inner, self.measure, self.share = found, limit, inner, measure, share
        self.closing, self.located = closing, located

    def next(self, position: int) -> Word | None:
        """The word after that at `position`."""
        return self.words[position + 1] if position + 1 < len(self.words) else None

    def stops_after(self, position: int) -> bool:
        """Whether the clause ends with the word at `position`."""
        word = self.next(position)
        return word is None or word.text in STOPS

    def agreement(self, position: int) -> Agreement:
        """Whether the measure word counts the noun that ends before the word at `position`, a bracket after it left aside (`县（市、区）`)."""
        if not position:
            return "unknown"
        if self.words[position - 1].text in CLOSING:
            position = next((at for at in range(position - 1, 0, -1) if self.words[at].text in OPENING), position)
        return agreement(self.measure, joined(self.words[max(0, position - _LONGEST_NOUN) : position]), self.words[position - 1].text)

    def noun_before(self, position: int) -> str:
        """The last words before `position`, as many as make up a noun."""
        return joined(self.words[max(0, position - _LONGEST_NOUN) : position])

    def counted_before(self, position: int) -> bool:
        """Whether a thing that is counted stands anywhere in the name before the word at `position`: 科目|成绩|计入."""
        return any(self.agreement(at) == "counted" for at in range(max(1, position - _LONGEST_NAME), position + 1))

    def counted_after(self, position: int, *, joined_on: bool = False) -> bool:
        """Whether a thing that is counted follows, with the word at `position` or after it, before the name can go on no more.

        `joined_on`: 和 and the like do not end the name (`节能|改造和设备更新项目`).
        """
        for at in range(position + 1, min(position + 1 + _LONGEST_NAME, len(self.words))):
            word = self.words[at]
            if self._is_aside(at) or (joined_on and word.text in SEPARATORS and word.text != "、"):
                continue
            if self._ends_name(word) or (word.tag in ("d", "p", "c") and word.text not in following("describing")):
                return False
            if agreement(self.measure, joined(self.words[position : at + 1]), word.text) == "counted":
                return True
        return False

    def counted_only_after(self, position: int) -> bool:
        """Whether the thing counted follows the word at `position` and does not stand right before it: 6项|劳动|保障|地方性法规."""
        return self.agreement(position) != "counted" and self.counted_after(position, joined_on=True)

    def joins_another(self, position: int) -> bool:
        """Whether the separator at `position` joins a thing that is counted to one that is not: 5所|高校、|人才培养体系."""
        if self.agreement(position) != "counted" or self._sums_up(position):
            return False
        end = position + 1
        while end < min(len(self.words), position + _LONGEST_NAME) and not self._ends_name(self.words[end]):
            end += 1
        ends = [self.agreement(at) for at in range(position + 2, end + 1)]
        return bool(ends) and ends[-1] == "not" and "counted" not in ends

    def _sums_up(self, position: int) -> bool:
        """Whether the list that goes on at `position` is summed up as things that are counted: 5家|银行、证券|等|金融机构."""
        for at in range(position + 1, min(position + _LONGEST_LIST, len(self.words) - 1)):
            word = self.words[at]
            if word.start >= self.limit or word.text in STOPS:
                return False
            if word.text == "等":
                return self.counted_after(at + 1)
        return False

    def _is_aside(self, position: int) -> bool:
        """Whether the word is part of a bracket of one word in the midst of a name: 自然|（特别）|保护区."""
        brackets = range(max(0, position - 2), min(position, len(self.words) - 3) + 1)
        return any(self.words[at].text in OPENING and self.words[at + 2].text in CLOSING for at in brackets)

    def _ends_name(self, word: Word) -> bool:
        marked = word.text in STOPS or word.text in SEPARATORS or word.text in "的（(“”"
        return word.start >= self.limit or marked or ends_names(word)

"""What each quantity counts: the noun phrase after it or before it, or the one that a list or an earlier clause lends it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.clauses import Borders
from extractors.counts.brackets import bracket_before, fills_bracket, owner_start
from extractors.counts.following import head_cut, leading, without_action, without_measure
from extractors.counts.lists import shared
from extractors.counts.money import is_dealt, is_given, money_in, money_near, money_paid_at
from extractors.counts.nounphrases import CLOSING, OPENING, is_metric, listed, tidy
from extractors.counts.phrases import Word, Words
from extractors.counts.preceding import rated, trailing
from extractors.counts.quantities import Quantity
from extractors.words import cut, tag

#: As far as a phrase is looked for before and after a number; keeps a clause without end cheap.
_BEFORE, _AFTER = 100, 80
#: As many numbers of a list, or thresholds in a phrase, as are looked through for what they share.
_LISTED = 8
#: No thing is named after a smaller size without a unit (千亿产业).
_LEAST_SIZE = 10**8
_LEAST_PEOPLE = 100
#: As far after a phrase as the 等 may stand that makes it the first of a list.
_LIST_TAIL = 40
_JOIN = re.compile(r" ?(?:、|和|与|及|或|以及|或者|至|、?分别为?) ?")
#: A threshold before one of these does not describe what follows: 达到1亿元以上且…
_NOT_DESCRIBED = frozenset("且并或均都和与及以用作为由在不才可方")
_SEPARATOR = re.compile("[、和及与]")
_BREAK = re.compile(r"[，。；：！？\n\t、]")
#: Units whose phrase may open with a head noun of which more is said (see `head_cut`).
_CUT_UNITS = frozenset(["元", "个", "大", "类", "级", "条", "岁", "周岁", "所"])
#: Units of things that have measures and are none: 7座水电站|上网电量, but 三项收入.
_OWNER_UNITS = frozenset(["个", "家", "座", "所", "户", "名", "位", "台", "条", "口"])
_SHARES = frozenset(["%", "‰", "成", "倍", "百分点", None])
_LIMITS = frozenset(["ge", "gt", "le", "lt"])
_AT_MOST_WORDS = ("至少", "最少", "最高", "最多", "最低", "至多")
#: Places that are no thing counted: 全省|共为5万名劳动者….
_WHOLE = frozenset(["全国", "全省", "全市", "全县", "全区", "全州", "全镇", "全乡", "全村", "我国"])
#: A quality of grade whose noun is said once for a list: 6个世界级、7个国家级|产业集群.
_GRADED = re.compile("[^级]{1,4}级(.+)")
_LABEL = re.compile(
    r"(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2} ?[.．、](?!\d)|[①-⑳]"
    r"|[一二三四五六七八九十]{1,3}、|[一二三四五六七八九十]是) ?"
)
_EACH = re.compile("均|都|各")
_HAD = re.compile("每[^，。；每]{1,10}[有设建](?:立|置|成)?$")
_RESPECTIVELY = re.compile("^[，；]?[^，；]{0,12}分别")
_ET_CETERA = re.compile("等(?!级)(?=[^，。；、”]{4,}$)")
_THRESHOLD = re.compile(r"^[^的]*?(?:\d|[十百千万亿])[^的]*?(?:的|级|以上|以下)")
#: What may stand between a thing and its threshold: 产值|超百亿元.
_LEADING_TO = frozenset(["", "在", "达", "达到", "为"])


class Items:
    """The items of one document's quantities, in order: `items[i]` is that of `quantities[i]`, None when nothing says it."""

    def __init__(self, words: Words, borders: Borders, quantities: Sequence[Quantity]) -> None:
        self._words, self._text, self._borders, self._quantities = words, words.text, borders, quantities
        self.items: list[str | None] = []
        for index in range(len(quantities)):
            self.items.append(self._item(index) or None)
        self._distribute()

    def modifies(self, index: int) -> bool:
        """Whether the quantity is a threshold inside a longer phrase: `超10亿元的龙头企业`, `10亿元以上项目`, `百亿级产业`."""
        quantity = self._quantities[index]
        if quantity.levelled:
            return True
        if quantity.counted:
            return False
        previous = self._quantities[index - 1] if index else None
        after = self._text[quantity.end : quantity.end + 1]
        led = previous and previous.end == quantity.start and previous.unit and previous.unit.kind == "classifier"
        if led and not (quantity.start < quantity.core_start and after in "，。；、\n"):
            return True
        if quantity.number.kind == "fraction" and after not in ("的", "者"):
            return False
        if quantity.unit is None and _LEAST_PEOPLE <= quantity.value < _LEAST_SIZE and after not in ("的", "者"):
            return False  # 近5000移民 counts people.
        following = self._quantities[index + 1] if after == "、" and index + 1 < len(self._quantities) else None
        if following and following.start == quantity.end + 1 and following.bounded and following.unit_name == quantity.unit_name:
            return quantity.bounded and self._text[following.end : following.end + 1] == "的"
        return quantity.bounded and "\u4e00" <= after <= "\u9fff" and after not in _NOT_DESCRIBED

    def _item(self, index: int) -> str:
        quantity = self._quantities[index]
        if quantity.unit and quantity.unit.kind == "noun" and quantity.unit.name is None:
            return self._text[quantity.unit.start : quantity.unit.end]
        right = self._right(index)
        if self._alone(index) and not (right and (quantity.counted or self.modifies(index))):
            return self._item_before(index)
        if fills_bracket(self._text, quantity):
            return self._phrase(trailing(self._owner_of_bracket(index))[0]) or self._item_before(index)
        left, attained = self._left(index)
        if right and left and all(tag(word) == "v" for word in cut(left)):
            left = ""
        if quantity.unit and quantity.unit.kind == "noun" and left and not attained and self._text[quantity.start - 1] == left[-1]:
            return self._words.between(max(0, quantity.start - 8), quantity.start)[-1].text
        return self._chosen(index, left, right, attained=attained)

    def _chosen(self, index: int, left: str, right: str, *, attained: bool) -> str:
        """The phrase before or after the number; measure words count what follows, measures and shares mostly what stands before."""
        quantity = self._quantities[index]
        if right and (quantity.levelled or self._describes(quantity, left, attained=attained)):
            return right
        if right in listed("manners") and (money := money_paid_at(self._words, quantity)):
            return money
        if right.endswith(tuple(listed("money"))) and is_given(self._text, quantity):
            return right
        if right and quantity.counted and left in _WHOLE:
            return right
        if right and quantity.counted and not (left and attained and not self._is_had(quantity)):
            return right
        dealt_from = max(self._left_edge(index), quantity.start - _BEFORE)
        dealt = quantity.unit_name == "元" and not is_metric(left) and is_dealt(self._text, dealt_from, quantity.start)
        if dealt and (money := right or money_near(self._words, self._borders, quantity)):
            return money
        loose = not attained and (not is_metric(left) or left in listed("totals"))
        if right and (left in _WHOLE or (left and tag(left) == "ns")):
            return right
        if left and right and loose and right not in listed("manners"):
            return right
        return left or right or self._antecedent(index)

    def _describes(self, quantity: Quantity, left: str, *, attained: bool) -> bool:
        """Ages and measures after 的 describe what follows: `3岁以下` 婴幼儿, `条件较好的12万千瓦以上` 机组."""
        if quantity.unit_name in ("岁", "周岁"):
            return not is_metric(left)
        if self._text[quantity.start - 1 : quantity.start] == "在" and self._text[quantity.end : quantity.end + 1] == "的":
            return not is_metric(left)
        relative = self._text[quantity.start - 1 : quantity.start] == "的"
        return relative and not attained and not quantity.counted and quantity.unit_name not in _SHARES

    def _is_had(self, quantity: Quantity) -> bool:
        """Whether each of something has the number: `每村至少有`1名全科医生."""
        return bool(_HAD.search(self._text, max(0, quantity.start - 24), quantity.start))

    # -- to the right ---------------------------------------------------------------------------------------------

    def _right(self, index: int, depth: int = 0) -> str:
        """The phrase after the number, over a bracket, 的 and the thresholds that belong to it (5个|百亿级产业链)."""
        quantity, text = self._quantities[index], self._text
        at = self._past_bracket(quantity.end)
        at += text[at : at + 1] == "的"
        if text[at : at + 1] in ("、", "和", "与", "及") and self._alone(index + 1):
            return self._right(index + 1, depth + 1) if depth < _LISTED else ""
        limit, inner = self._limit(index, at)
        if at == quantity.end and self._is_divided(index) and depth < _LISTED:
            return self._right(index + 1, depth + 1)
        if not inner or self._quantities[inner[0]].start != at:
            found = self._right_from(quantity, at, limit, inner)
            return found + self._noun_of_next(index, at + len(found), depth) if found.endswith("级") else found
        threshold = self._quantities[inner[0]]
        joint = "的" if text[threshold.end : threshold.end + 1] == "的" else ""
        rest = self._right_from(quantity, threshold.end + len(joint), limit, inner)
        if not rest and self._alone(inner[0] + 1) and depth < _LISTED:
            rest = self._head(self._right(inner[0] + 1, depth + 1))
        return tidy(text[threshold.start : threshold.end] + joint + rest) if rest else ""

    def _is_divided(self, index: int) -> bool:
        """Whether the next number says how many things the classes of this one hold: `10大类|55项` 民生实事."""
        if index + 1 >= len(self._quantities) or not (self._quantities[index].unit_name or "").endswith("类"):
            return False
        following = self._quantities[index + 1]
        return following.start == self._quantities[index].end and following.counted

    def _noun_of_next(self, index: int, at: int, depth: int) -> str:
        """The noun that a grade shares with the next item of its list, or nothing: `6个世界级、7个国家级产业集群`."""
        following = self._quantities[index + 1] if index + 1 < len(self._quantities) else None
        same = following is not None and following.unit_name == self._quantities[index].unit_name
        if following is None or not same or depth >= _LISTED or not _JOIN.fullmatch(self._text, at, following.start):
            return ""
        shared_noun = _GRADED.match(self._right(index + 1, depth + 1))
        return shared_noun[1] if shared_noun else ""

    def _right_from(self, quantity: Quantity, at: int, limit: int, inner: Sequence[int]) -> str:
        line = self._text.find("\n", at, at + _AFTER)
        found = self._words.between(at, line if line >= 0 else min(len(self._text), at + _AFTER))
        spans = [(self._quantities[number].start, self._quantities[number].end) for number in inner]
        start, end = leading(found, limit, spans, share=not quantity.counted)
        if start == end:
            return ""
        if quantity.unit_name in ("岁", "周岁"):
            end = next((word.end for word in found if word.end <= end and word.text in listed("heads")), end)
        if quantity.unit_name in _CUT_UNITS:
            end = min(end, head_cut(found, start, end))
        if quantity.counted:
            end = without_measure(found, start, end, owners=quantity.unit_name in _OWNER_UNITS and at == quantity.end)
        phrase = tidy(self._text[start : without_action(found, start, end)])
        if "、" in phrase and self._text[max(0, limit - 1) : limit] == "等" and limit - end < _LIST_TAIL:
            phrase = phrase.partition("、")[0]  # 10万台平板、液晶屏等25个项目: the list is of projects.
        return "" if phrase in listed("totals") or (phrase.startswith("等") and not phrase.startswith("等级")) else phrase

    def _limit(self, index: int, at: int) -> tuple[int, list[int]]:
        """Where the next number ends the phrase, and the thresholds before it that belong to the phrase."""
        inner: list[int] = []
        for number in range(index + 1, min(index + 1 + _LISTED, len(self._quantities))):
            following = self._quantities[number]
            if following.start < at:
                continue
            listed_next = self._quantities[index].levelled and self._text[following.start - 1] in "和及与"
            if listed_next or not self.modifies(number) or _BREAK.search(self._text, at, following.start):
                return following.start, inner
            inner.append(number)
        return len(self._text), inner

    def _past_bracket(self, at: int) -> int:
        if self._text[at : at + 1] not in ("（", "("):
            return at
        closed = self._text.find("）" if self._text[at] == "（" else ")", at, at + 40)
        return closed + 1 if closed >= 0 else at

    # -- to the left ----------------------------------------------------------------------------------------------

    def _left(self, index: int) -> tuple[str, bool]:
        """The phrase before the number, and whether a verb leads from it to the number."""
        quantity = self._quantities[index]
        start = self._left_edge(index)
        if index and start == self._quantities[index - 1].end and self.modifies(index - 1) and not self._alone(index):
            return self._around_threshold(index)
        return self._named(index, self._words_between(start, quantity.start))

    def _words_between(self, start: int, end: int) -> list[Word]:
        return [word for word in self._words.between(max(start, end - _BEFORE), end) if not word.text.isspace()]

    def _phrase(self, kept: Sequence[Word]) -> str:
        return tidy(self._text[kept[0].start : kept[-1].end]) if kept else ""

    def _named(self, index: int, found: list[Word]) -> tuple[str, bool]:
        quantity = self._quantities[index]
        kept, attained = trailing(self._owner(quantity, found), limited=self._limited(quantity))
        if not kept or (kept[0].text in ("每", "各") and not is_metric(kept[-1].text)):
            return "", attained
        opening = next((word for word in found if word.text not in ("分别", "约", "，")), found[0])
        if opening.text in ("占", "占到", "占全国", "占全省") and (whole := self._antecedent(index)):
            return tidy(whole + self._text[opening.start : kept[-1].end]).replace("占到", "占"), True
        phrase = tidy(self._text[rated(self._text, kept[0].start) : kept[-1].end])
        if "或者" in phrase[:-2] and not quantity.counted:
            phrase = phrase.rpartition("或者")[2]
        if phrase in listed("totals"):
            base = self._same_unit(index)
            return (base if base.endswith(phrase) else base + phrase), attained or bool(base)
        if kept[-1].text in listed("self_named"):
            return kept[-1].text, attained
        if quantity.counted:
            if etc := list(_ET_CETERA.finditer(phrase)):
                phrase = phrase[etc[-1].end() :]
        elif attained and phrase.endswith(tuple(listed("places"))) and is_metric(base := self._same_unit(index)):
            return phrase + base, True
        return phrase, attained

    def _limited(self, quantity: Quantity) -> bool:
        """Whether a bound word that a thing may reach (超过, 不低于) stands right before the number."""
        bound = self._text[quantity.start : quantity.core_start]
        return quantity.comparator in _LIMITS and bool(bound) and not bound.startswith(_AT_MOST_WORDS)

    def _owner(self, quantity: Quantity, found: list[Word]) -> list[Word]:
        """`A不低于B的60%`: the words of A; of B when no A is there."""
        if quantity.unit_name not in _SHARES or len(found) < 3:
            return found
        for position in range(len(found) - 2, 0, -1):
            word, previous = found[position].text, found[position - 1].text
            if word in "，；。：":
                break
            if word in ("占", "占比"):
                return found
            if word in listed("shared_of") and found[-1].text not in listed("attainment"):
                kept, _ = trailing(found[:position])
                if not kept and word in listed("equalling"):
                    return []
                return found[:position] if kept and previous not in listed("taking") else found[position + 1 :]
            if word == "在" and is_metric(previous) and found[-1].text == "的":
                return found[:position]
        return found[:-1] if found[-1].text == "的" else found

    def _around_threshold(self, index: int) -> tuple[str, bool]:
        """The phrase around the threshold before: `产值超百亿元|龙头企业`; after `超10亿元的|新增` the head said before."""
        threshold, quantity = self._quantities[index - 1], self._quantities[index]
        after = [word for word in self._words_between(threshold.end, quantity.start) if word.text != "的"]
        kept, attained = trailing(after)
        before, _ = trailing(self._words_between(self._left_edge(index - 1), threshold.start))
        leads = bool(before) and self._text[before[-1].end : threshold.start].strip() in _LEADING_TO
        stem = self._text[before[0].start if leads else threshold.start : threshold.end]
        joint = "的" if self._text[threshold.end : threshold.end + 1] == "的" else ""
        phrase = self._phrase(kept)
        if not phrase or phrase in listed("totals"):
            phrase = self._head(self._same_unit(index).removesuffix("总数")) + phrase
        return tidy(stem + joint + phrase), attained

    def _head(self, phrase: str) -> str:
        """The head of a phrase that a threshold opens: 龙头企业 of 超50亿元的龙头企业."""
        return _THRESHOLD.sub("", phrase)

    def _left_edge(self, index: int) -> int:
        """Where the words that may name what is counted begin: after the clause's label, an opening bracket, the number before."""
        quantity = self._quantities[index]
        start = self._borders.clause_at(quantity.start)[0]
        if label := _LABEL.match(self._text, start, quantity.start):
            start = label.end()
        for at in range(quantity.start - 1, max(start, quantity.start - _BEFORE) - 1, -1):
            if self._text[at] in CLOSING:
                break
            if self._text[at] in OPENING:
                start = at + 1
                break
        previous = self._quantities[index - 1] if index else None
        if previous is None or previous.end <= start:
            return start
        start = previous.end + (self._text[previous.end : previous.end + 1] in ("）", ")"))
        joint = _SEPARATOR.search(self._text, start, quantity.start) if previous.unit and previous.unit.kind == "classifier" else None
        return joint.end() if joint and joint.start() > start else start

    def _owner_of_bracket(self, index: int) -> list[Word]:
        """The words of what a bracket that opens with the number belongs to: `青汀电厂（30万千瓦）`."""
        at = bracket_before(self._text, self._quantities[index])
        floor = max(self._borders.clause_at(max(0, at - 1))[0], at - _BEFORE, self._quantities[index - 1].end if index else 0)
        return self._words_between(owner_start(self._text, floor, at), at) if floor < at else []

    # -- from elsewhere -------------------------------------------------------------------------------------------

    def _alone(self, index: int) -> bool:
        """Whether only a separator stands between this number and the one before."""
        if not 0 < index < len(self._quantities):
            return False
        return bool(_JOIN.fullmatch(self._text, self._quantities[index - 1].end, self._quantities[index].start))

    def _item_before(self, index: int) -> str:
        return (self.items[index - 1] or "") if index else ""

    def _same_unit(self, index: int) -> str:
        """The item of the nearest quantity before, in the same sentence, that is counted in the same unit."""
        quantity = self._quantities[index]
        sentence = self._borders.sentence_at(quantity.start)[0]
        for at in range(index - 1, max(-1, index - _LISTED), -1):
            previous = self._quantities[at]
            if previous.start < sentence:
                break
            if previous.unit_name == quantity.unit_name and self.modifies(at) == self.modifies(index):
                return self.items[at] or ""
        return ""

    def _antecedent(self, index: int) -> str:
        """What a number with no phrase of its own in its clause is about: what the sentence has spoken of before."""
        quantity = self._quantities[index]
        sentence = self._borders.sentence_at(quantity.start)[0]
        if self.modifies(index) and (same := self._same_unit(index)):
            return self._head(same)
        if quantity.unit_name == "元" and (money := money_in(self._words, max(sentence, quantity.start - _BEFORE), quantity.start)):
            return money
        if index and self._quantities[index - 1].start >= sentence:
            return self._item_before(index)
        for clause in self._borders.clauses_in((sentence, quantity.start))[: -_LISTED - 1 : -1]:
            if clause[1] <= quantity.start and (phrase := self._phrase(trailing(self._words_between(*clause))[0])):
                return phrase
        return self._item_before(index) if self._follows_up(index) else ""

    def _follows_up(self, index: int) -> bool:
        """Whether the sentence before, of the same paragraph, ends with a number of the same unit: `…共87项。其中，取消55项`."""
        if not index:
            return False
        quantity, previous = self._quantities[index], self._quantities[index - 1]
        between = self._text[previous.end : min(quantity.start, previous.end + _BEFORE)]
        return quantity.counted and previous.unit_name == quantity.unit_name and "\n" not in between and "其中" in between

    def _distribute(self) -> None:
        """`A、B分别达到34%、36%`: each number its own item, unless 均 or 各 gives one number to all."""
        index = 0
        while index < len(self._quantities):
            last = index
            while self._alone(last + 1):
                last += 1
            item = self.items[index]
            if last > index and item and len(set(self.items[index : last + 1])) == 1:
                parts = shared(item, last - index + 1)
                start = self._quantities[index].start
                if parts and not _EACH.search(self._text, max(0, start - 4), start):
                    self.items[index : last + 1] = parts
                elif self._follows_list(index, last - index + 1):
                    self.items[index : last + 1] = self.items[2 * index - last - 1 : index]
            index = last + 1

    def _follows_list(self, index: int, count: int) -> bool:
        """Whether the numbers from `index` on say more of as many things before: `销量75万台，收入199亿元，分别增长11%和25%`."""
        first, start = index - count, self._quantities[index].start
        if first < 0 or self._quantities[first].start < self._borders.sentence_at(start)[0]:
            return False
        said = self._text[self._quantities[index - 1].end : start]
        before = self.items[first:index]
        loose = not self._named_since(index) or self.items[index] in listed("money")
        return _RESPECTIVELY.search(said) is not None and loose and len(set(before)) == count and all(before)

    def _named_since(self, index: int) -> bool:
        """Whether the number at `index` has a phrase of its own since the number before."""
        return bool(self._left(index)[0]) and self.items[index] != self.items[index - 1]

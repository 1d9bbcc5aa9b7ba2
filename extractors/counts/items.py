"""What each quantity counts: the noun phrase after it or before it, or the one that a list or an earlier clause lends it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.clauses import Borders
from extractors.counts.lists import shared
from extractors.counts.following import head_cut, leading, without_action
from extractors.counts.nounphrases import CLOSING, OPENING, is_metric, listed, tidy
from extractors.counts.phrases import Word, Words
from extractors.counts.preceding import trailing
from extractors.counts.quantities import Quantity
from extractors.words import cut, tag

_JOIN = re.compile(r"^ ?(?:、|和|与|及|或|以及|或者|至|、?分别为?) ?$")
_NOT_MODIFIED = frozenset("且并或均都和与及以用作为由在不才可方")
_SEPARATOR = re.compile("[、和及与]")
_BREAK = re.compile(r"[，。；：！？\n\t、]")
_CUT_UNITS = frozenset(["个", "大", "类", "级", "条", "岁", "周岁", "所"])
_SHARES = frozenset(["%", "‰", "成", "倍", "百分点", None])
_LIMITS = frozenset(["ge", "gt", "le", "lt"])
#: What a phrase that only names a place or a group ends in; what is measured there was said before (京津冀区域达到95%).
_PLACES = ("区域", "地区", "区", "县", "市", "省", "村", "镇", "乡", "城市", "农村", "城镇", "企业", "学校", "院校", "高校", "东部", "中部", "西部", "州", "男性", "女性", "燃油", "煤电")
_DEALT = re.compile("给予|予以|奖励|补助|补贴|资助|发放|奖补")
_LABEL = re.compile(r"(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2} ?[.．、](?!\d)|[①-⑳]|[一二三四五六七八九十]{1,3}、|[一二三四五六七八九十]是) ?")
_EACH = re.compile("均|都|各")
_ET_CETERA = re.compile("等(?=[^，。；、]{4,}$)(?!级)")


class Items:
    """The items of one document's quantities, in order: `items[i]` is that of `quantities[i]`, None when nothing says it."""

    def __init__(self, words: Words, borders: Borders, quantities: Sequence[Quantity]) -> None:
        self._words, self._text, self._borders, self._quantities = words, words.text, borders, quantities
        self.items: list[str | None] = []
        for index in range(len(quantities)):
            self.items.append(self._item(index) or None)
        self._distribute()

    def _item(self, index: int) -> str:
        quantity = self._quantities[index]
        counted = quantity.unit is not None and quantity.unit.kind in ("classifier", "noun")
        if quantity.unit and quantity.unit.kind == "noun" and quantity.unit.name is None:
            return self._text[quantity.unit.start : quantity.unit.end]
        alone = self._alone(index)
        right = self._right(index)
        if alone and not (right and (counted or self.modifies(index))):
            return self._before_item(index)
        if self._bracketed(quantity):
            return self._bracket_item(index) or self._before_item(index)
        left, attained = self._left(index)
        if right and left and all(tag(word) == "v" for word in cut(left)):
            left = ""
        if quantity.unit and quantity.unit.kind == "noun" and left and not attained and self._text[quantity.start - 1] == left[-1]:
            return self._words.between(max(0, quantity.start - 8), quantity.start)[-1].text
        relative = right and not attained and not counted and quantity.unit_name not in _SHARES and self._text[quantity.start - 1 : quantity.start] == "的"
        if relative or quantity.levelled or (quantity.unit_name in ("岁", "周岁") and not is_metric(left)):
            return right or left or self._antecedent(index)
        if right and counted and not (left and attained):
            return right
        if quantity.unit_name == "元" and not is_metric(left) and _DEALT.search(self._text, self._left_edge(index), quantity.start):
            clause = self._borders.clause_at(quantity.start)
            if money := right or self._money(quantity.end, clause[1]) or self._money(clause[0], quantity.start):
                return money
        if left and right and not attained and right not in listed("manners") and (not is_metric(left) or left in listed("totals")):
            return right
        return left or right or self._antecedent(index)

    # -- to the right ---------------------------------------------------------------------------------------------

    def _right(self, index: int) -> str:
        quantity = self._quantities[index]
        at = self._past_bracket(quantity.end)
        if self._text[at : at + 1] == "的":
            at += 1
        if self._text[at : at + 1] in "、和与及" and index + 1 < len(self._quantities) and self._alone(index + 1):
            return self._right(index + 1) if self._text[at : at + 1] else ""
        limit, inner = self._limit(index, at)
        if inner and inner[0][0] == at:
            rest = self._right_from(index, inner[0][1] + (self._text[inner[0][1] : inner[0][1] + 1] == "的"), limit, inner)
            if not rest:
                following = self._number_at(inner[0][0]) + 1
                rest = self._right(following) if following < len(self._quantities) and self._alone(following) else ""
                rest = self._head(rest)
            joint = "的" if self._text[inner[0][1] : inner[0][1] + 1] == "的" else ""
            return tidy(self._text[inner[0][0] : inner[0][1]] + joint + rest) if rest else ""
        return self._right_from(index, at, limit, inner)

    def _right_from(self, index: int, at: int, limit: int, inner: Sequence[tuple[int, int]]) -> str:
        quantity = self._quantities[index]
        stop = self._text.find("\n", at)
        found = self._words.between(at, min(stop if stop >= 0 else len(self._text), at + 80))
        start, end = leading(found, limit, inner, share=quantity.unit is None or quantity.unit.kind not in ("classifier", "noun"))
        if start == end:
            return ""
        unit = quantity.unit.name if quantity.unit else None
        if unit in ("岁", "周岁"):
            end = next((word.end for word in found if word.end <= end and word.text in listed("heads")), end)
        if unit in _CUT_UNITS:
            end = min(end, head_cut(found, start, end))
        phrase = tidy(self._text[start : without_action(found, start, end)])
        return "" if phrase in listed("totals") else phrase

    def _limit(self, index: int, at: int) -> tuple[int, list[tuple[int, int]]]:
        """The next number that ends the phrase, and the thresholds before it that belong to the phrase."""
        inner: list[tuple[int, int]] = []
        for number in range(index + 1, len(self._quantities)):
            following = self._quantities[number]
            if following.start < at:
                continue
            if not self.modifies(number) or _BREAK.search(self._text, at, following.start):
                return following.start, inner
            inner.append((following.start, following.end))
        return len(self._text), inner

    def _past_bracket(self, at: int) -> int:
        if self._text[at : at + 1] in ("（", "("):
            closed = self._text.find("）" if self._text[at] == "（" else ")", at, at + 40)
            return closed + 1 if closed >= 0 else at
        return at

    def _number_at(self, start: int) -> int:
        return next(i for i, quantity in enumerate(self._quantities) if quantity.start == start)

    # -- to the left ----------------------------------------------------------------------------------------------

    def _left(self, index: int) -> tuple[str, bool]:
        quantity = self._quantities[index]
        start = self._left_edge(index)
        previous = self._quantities[index - 1] if index else None
        if previous and start == previous.end and self.modifies(index - 1) and not self._alone(index):
            return self._outer(index, previous)
        found = [word for word in self._words.between(start, quantity.start) if not word.text.isspace()]
        return self._named(index, found)

    def _limited(self, quantity: Quantity) -> bool:
        """Whether a bound word that a thing may reach (超过, 不低于) stands right before the number."""
        bound = self._text[quantity.start : quantity.core_start]
        return quantity.comparator in _LIMITS and bool(bound) and not bound.startswith(("至少", "最少", "最高", "最多", "最低", "至多"))

    def _named(self, index: int, found: list[Word]) -> tuple[str, bool]:
        quantity = self._quantities[index]
        kept, attained = trailing(self._owner(index, found), limited=self._limited(quantity))
        if not kept or (kept[0].text in ("每", "各") and not is_metric(kept[-1].text)):
            return "", attained
        if found[0].text == "占" and (whole := self._antecedent(index)):
            return tidy(whole + self._text[found[0].start : kept[-1].end]), True
        phrase = tidy(self._text[kept[0].start : kept[-1].end])
        if "或者" in phrase[:-2] and (quantity.unit is None or quantity.unit.kind != "classifier"):
            phrase = phrase.rpartition("或者")[2]
        if phrase in listed("totals"):
            base = self._same_unit(index)
            return (base if base.endswith(phrase) else base + phrase), True
        unit = self._quantities[index].unit
        if kept[-1].text in listed("self_named"):
            return kept[-1].text, attained
        if unit and unit.kind in ("classifier", "noun") and (etc := list(_ET_CETERA.finditer(phrase))):
            phrase = phrase[etc[-1].end() :]
        if attained and phrase.endswith(_PLACES) and (base := self._same_unit(index)) and is_metric(base) and (unit is None or unit.kind not in ("classifier", "noun")):
            return phrase + base, True
        return phrase, attained

    def _owner(self, index: int, found: list[Word]) -> list[Word]:
        """`A不低于B的60%`: the words of A; of B when no A is there."""
        quantity = self._quantities[index]
        if quantity.unit_name not in _SHARES or len(found) < 3:
            return found
        for position in range(len(found) - 2, 0, -1):
            word = found[position]
            if word.text in "，；。：":
                break
            if word.text == "占" or word.text == "占比":
                return found
            if word.text in listed("shared_of") and found[-1].text not in listed("attainment"):
                kept, _ = trailing(found[:position])
                if not kept and word.text in ("为", "仅为", "约为", "仅", "是", "相当于"):
                    return []
                if found[position - 1].text in ("将", "把", "按", "按照", "以"):
                    kept = []
                return found[:position] if kept else found[position + 1 :]
            if word.text == "在" and is_metric(found[position - 1].text) and found[-1].text == "的":
                return found[:position]
        if found[-1].text == "的":
            return found[:-1]
        return found

    def _outer(self, index: int, threshold: Quantity) -> tuple[str, bool]:
        """The phrase around a threshold: `产值超百亿元|龙头企业`; after `超10亿元的|新增` the head said before."""
        quantity = self._quantities[index]
        inner = self._number_at(threshold.start)
        after = [word for word in self._words.between(threshold.end, quantity.start) if word.text != "的" and not word.text.isspace()]
        kept, attained = trailing(after)
        before, _ = trailing([word for word in self._words.between(self._left_edge(inner), threshold.start) if not word.text.isspace()])
        begin = before[0].start if before and self._text[before[-1].end : threshold.start].strip() in ("", "在", "达", "达到", "为") else threshold.start
        stem = self._text[begin : threshold.end]
        joint = "的" if self._text[threshold.end : threshold.end + 1] == "的" else ""
        phrase = tidy(self._text[kept[0].start : kept[-1].end]) if kept else ""
        if not phrase or phrase in listed("totals"):
            phrase = self._head(self._same_unit(index).removesuffix("总数")) + phrase
        return tidy(stem + joint + phrase), attained

    def _head(self, phrase: str) -> str:
        """The head of a phrase that a threshold opens: 龙头企业 of 超50亿元的龙头企业."""
        return re.sub(r"^[^的]*?(?:\d|[十百千万亿])[^的]*?(?:的|级|以上|以下)", "", phrase)

    def _left_edge(self, index: int) -> int:
        quantity = self._quantities[index]
        start = self._borders.clause_at(quantity.start)[0]
        if label := _LABEL.match(self._text, start, quantity.start):
            start = label.end()
        for at in range(quantity.start - 1, start - 1, -1):
            if self._text[at] in CLOSING:
                break
            if self._text[at] in OPENING:
                start = at + 1
                break
        if index and self._quantities[index - 1].end > start:
            previous = self._quantities[index - 1]
            start = previous.end
            if self._text[start : start + 1] in ("）", ")"):
                start += 1
            if previous.unit and previous.unit.kind == "classifier" and (joint := _SEPARATOR.search(self._text, start, quantity.start)):
                return joint.end() if joint.start() > start else start
        return start

    def _bracketed(self, quantity: Quantity) -> bool:
        return self._text[quantity.start - 1 : quantity.start] in ("（", "(") and self._text[quantity.end : quantity.end + 1] in ("）", ")", "，", ",")

    def _bracket_item(self, index: int) -> str:
        """What a bracket that holds only the number belongs to: `青汀电厂（30万千瓦）`."""
        quantity = self._quantities[index]
        at = quantity.start - 1
        while at and self._text[at - 1] in "。；，：":
            at -= 1
        start = self._borders.clause_at(max(0, at - 1))[0]
        if index and self._quantities[index - 1].end > start:
            start = self._quantities[index - 1].end
        stretch = self._text[start:at]
        start += max(stretch.rfind(mark) + 1 for mark in "、）)和")
        stretch = self._text[start:at]
        if len(stretch) > 8 and "的" in stretch[:-2]:
            start += stretch.rindex("的", 0, len(stretch) - 1) + 1
        kept, _ = trailing([word for word in self._words.between(start, at) if not word.text.isspace()])
        return tidy(self._text[kept[0].start : kept[-1].end]) if kept else ""

    # -- from elsewhere -------------------------------------------------------------------------------------------

    def _alone(self, index: int) -> bool:
        """Whether only a separator stands between this number and the one before."""
        return index > 0 and bool(_JOIN.match(self._text[self._quantities[index - 1].end : self._quantities[index].start]))

    def modifies(self, index: int) -> bool:
        """Whether the quantity is a threshold inside a longer phrase: `超10亿元的龙头企业`, `10亿元以上项目`, `百亿级产业`."""
        quantity = self._quantities[index]
        after = self._text[quantity.end : quantity.end + 1]
        if quantity.levelled:
            return True
        if quantity.unit is not None and quantity.unit.kind in ("classifier", "noun"):
            return False
        previous = self._quantities[index - 1] if index else None
        if previous and previous.end == quantity.start and previous.unit and previous.unit.kind == "classifier":
            return True
        if not quantity.bounded:
            return False
        return "\u4e00" <= after <= "\u9fff" and after not in _NOT_MODIFIED

    def _before_item(self, index: int) -> str:
        return (self.items[index - 1] or "") if index else ""

    def _same_unit(self, index: int) -> str:
        """The item of the nearest quantity before, in the same sentence, that is counted in the same unit."""
        quantity = self._quantities[index]
        sentence = self._borders.sentence_at(quantity.start)
        for at in range(index - 1, max(-1, index - 6), -1):
            previous = self._quantities[at]
            if previous.start < sentence[0]:
                break
            if previous.unit_name == quantity.unit_name and self.modifies(at) == self.modifies(index):
                return self.items[at] or ""
        return ""

    def _antecedent(self, index: int) -> str:
        """What a number with no phrase of its own in its clause is about: what the sentence has spoken of before."""
        quantity = self._quantities[index]
        sentence = self._borders.sentence_at(quantity.start)
        if self.modifies(index) and (same := self._same_unit(index)):
            return self._head(same)
        if quantity.unit_name == "元" and (money := self._money(sentence[0], quantity.start)):
            return money
        if index and self._quantities[index - 1].start >= sentence[0]:
            return self._before_item(index)
        for clause in reversed(self._borders.clauses_in((sentence[0], quantity.start))):
            if clause[1] <= quantity.start:
                kept, _ = trailing(self._words.between(*clause))
                if kept:
                    return tidy(self._text[kept[0].start : kept[-1].end])
        return ""

    def _money(self, start: int, end: int) -> str:
        for word in reversed(self._words.between(start, end)):
            if word.text in listed("money"):
                return word.text
        return ""

    def _distribute(self) -> None:
        """`A、B分别达到34%、36%`: each number its own item, unless 均 or 各 gives one number to all."""
        index = 0
        while index < len(self._quantities):
            last = index
            while last + 1 < len(self._quantities) and self._alone(last + 1):
                last += 1
            item = self.items[index]
            if last > index and item and len({self.items[at] for at in range(index, last + 1)}) == 1:
                parts = shared(item, last - index + 1)
                left = self._text[self._borders.clause_at(self._quantities[index].start)[0] : self._quantities[index].start]
                if parts and not _EACH.search(left[-4:]):
                    self.items[index : last + 1] = parts
            index = last + 1

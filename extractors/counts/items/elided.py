"""What a phrase before a number leaves out because the number before was of it: a measure, a share, whose figure it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.counts.items.antecedents import SHARES, Antecedents
from extractors.counts.items.neighbours import LISTED
from extractors.counts.noun_phrases.edges import endings, is_metric, joined, listed, read_before
from extractors.counts.noun_phrases.phrases import Word
from extractors.counts.quantities.finding import Quantity
from extractors.words import cut, tag

_PLACE = re.compile("[^的和、]{1,4}[省市县州区]")
#: Several places: `临澜、东里、云浮市`, `临澜市和东里市`.
_PLACES = re.compile("(?:[^的、和]{1,5}(?:、|和))+[^的和、]{1,5}?[省市县州区]")
#: As many characters as the name of an entry has that is a deed's: 采购, 生产制造.
_LEAST_ENTRY, _LONGEST_ENTRY = 2, 6
#: What is done with a measure, before its name: 大幅提高|铁路运输比例.
_RAISED = re.compile("^.{0,16}?(?:提高|提升|增加|扩大|加大|降低|减少|压减|控制)(?=..)")
#: What else the name of a part of a land ends in.
_REGIONS = ("地区", "区域")
_CHANGED = re.compile("[增降减升涨跌翻]|提高|扩大|缩小|上调|下调|回落|下滑")
#: Ends of one-word names of places, which are no longer.
_KINDS, _LONGEST_PLACE = frozenset("省市县区州镇乡村"), 6
#: Where a measure was said of first: `控制区内的`, `全省范围内`.
_SAID_OF = re.compile("^.*?(?:[内区县市省村镇域]的|范围内)")
#: That of which each has so many: 每千人口|医师.
_BASE = re.compile("每(?:[百千万]|百万)(?:名|常住|户籍|老年)?(?:人口|居民|老人|人)(?:拥有)?")
#: Stocks of animals and those sold from them.
HERDED = ("存栏量", "出栏量", "存栏", "出栏")


class Elided(Antecedents):
    """What the quantities of one document were said to be of before."""

    def herd(self, index: int) -> str:
        """The animals whose stock the number before told, which is told on: `生猪存栏5万头，出栏`6万头, `肉鸡总量为9万只，存栏`8万只."""
        said = self.same_unit(index)
        return next((said[: -len(end)] for end in (*HERDED, "总量", "饲养量") if said.endswith(end)), "")

    def grown(self, index: int) -> str:
        """The figure whose growth a bare rate tells after it: `茶业收入超过350亿元，年均增长率|超过12%`."""
        sentence = self._borders.sentence_at(self._quantities[index].start)[0]
        for at in range(index - 1, max(-1, index - LISTED), -1):
            if self._quantities[at].start < sentence:
                break
            if self._quantities[at].unit_name not in SHARES:
                item = self._items[at] or ""
                return item if is_metric(item) else ""
        return ""

    def growing(self, index: int) -> str:
        """What the clause before told the growth of, whose sum comes next: `外贸进出口增长8%，|总额`突破8000亿元."""
        if not index or self._quantities[index].counted or self._quantities[index - 1].unit_name not in SHARES:
            return ""
        previous = self._quantities[index - 1]
        if previous.start < self._borders.sentence_at(self._quantities[index].start)[0]:
            return ""
        led = self._text[max(0, previous.start - 4) : previous.start]
        return self.item_before(index) if _CHANGED.search(led) else ""

    def rate_said(self, index: int, start: int) -> str:
        """The base that a list of rates says once: `每千人口` before 护士 in `每千人口医师1.7人、|护士|1.6人`; nothing over a comma."""
        base = _BASE.match(self._items[index - 1] or "") if index and self._quantities[index].counted else None
        if not base or self._text[self._quantities[index - 1].end : start] not in ("、", "和", "及"):
            return ""
        return base.group()

    def owner_of_last(self, index: int) -> str:
        """Whose figure the clause before told, which goes on with another of theirs: `软件产业总产值达到800亿元，增加值|达到300亿元`."""
        previous = self._quantities[index - 1] if index else None
        if previous is None or previous.start < self._borders.sentence_at(self._quantities[index].start)[0]:
            return ""
        said = self._items[index - 1] or ""
        figure = next((name for name in sorted(listed("owned_figures"), key=len, reverse=True) if said.endswith(name)), "")
        owner = said.removesuffix(figure)
        return owner if figure and owner.endswith(endings("owners")) and not self._neighbours.modifies(index - 1) else ""

    def is_place(self, quantity: Quantity, kept: Sequence[Word], *, attained: bool) -> bool:
        """Whether the phrase only names a place or a group whose measure was named before: `京津冀区域|达到`95%, `青汀|`48%."""
        added = not quantity.counted and self._text.startswith("新增", kept[-1].end)  # 污水处理能力9万吨，其中乡镇|新增
        if (attained or added) and kept[-1].text.endswith(endings("places")):
            return True
        named = kept[0].tag == "ns" and not is_metric(kept[0].text) if len(kept) == 1 else _PLACE.fullmatch(joined(kept)) is not None
        return named and quantity.unit_name in SHARES

    def is_entry(self, index: int, found: Sequence[Word]) -> bool:
        """Whether the words are what one more share of a list is of, though they name a deed: `经理40%、|采购|9%`; not `经理40%，增长9%`."""
        previous = self._quantities[index - 1] if index else None
        if previous is None or self._quantities[index].unit_name != "%" or previous.unit_name != "%" or not found:
            return False
        said = self._text[previous.end : self._quantities[index].start]
        entry, before = said[1:], self.item_before(index)
        if not joined(found).endswith(entry) or said[:1] not in ("、", "，") or not _LEAST_ENTRY <= len(entry) <= _LONGEST_ENTRY:
            return False
        told = any(word.text in listed("attainment") or word.text in listed("strong") or word.text in read_before("changes") for word in found)
        return not told and bool(before) and not _CHANGED.search(entry) and self._text.endswith(before, 0, previous.start)

    def spoken_measure(self, index: int) -> str:
        """The measure that an earlier clause of the sentence says something of without a number: `颗粒物浓度|全面下降，青汀市下降`15%."""
        start = self._borders.clause_at(self._quantities[index].start)[0]
        for clause in self._borders.clauses_in((self._borders.sentence_at(start)[0], start))[: -LISTED - 1 : -1]:
            if index and self._quantities[index - 1].start >= clause[0]:
                break
            if is_metric(topic := _RAISED.sub("", self._topic(*clause))):
                return topic
        return ""

    def threshold_elsewhere(self, index: int, place: str) -> str:
        """The measure of the threshold before for another place: 农村地区容量 of `城市地区容量160千瓦以下、农村地区|100千瓦以下|的企业`."""
        if not index or self._quantities[index].counted or self._quantities[index - 1].unit_name != self._quantities[index].unit_name:
            return ""
        before = self.item_before(index)
        told = _is_land(place) and is_metric(before) and self._text.endswith(place, 0, self._quantities[index].start)
        return place + self.measure_of(before, place) if told else ""

    def measure_of_whole(self, index: int, kept: Sequence[Word]) -> str:
        """The measure that was told of the whole, where the phrase names a sector of it: `排放总量下降6%，其中工业|下降`5%`、农业|下降`4%."""
        if kept[-1].text not in listed("sectors"):
            return ""
        sentence = self._borders.sentence_at(kept[0].start)[0]
        parts = self._text.rfind("其中", sentence, kept[0].start)
        whole = next((at for at in range(index - 1, -1, -1) if self._quantities[at].end <= parts), None) if parts >= 0 else None
        if whole is None or self._quantities[whole].start < sentence or self._quantities[whole].unit_name != self._quantities[index].unit_name:
            return ""
        measure = self._items[whole] or ""
        measure = measure[max((measure.rfind(sector) + len(sector) for sector in listed("sectors") if sector in measure), default=0) :]
        return measure if is_metric(measure) else ""

    def share_of(self, quantity: Quantity, kept: Sequence[Word], index: int) -> str:
        """The share that the number before was of, when this one gives the same share of another thing: `制造业比重55%、服务业|超过`7%."""
        phrase, led = joined(kept), self._text[kept[-1].end : quantity.core_start]
        if quantity.unit_name not in ("%", "‰") or is_metric(phrase) or "占" in phrase + led or _CHANGED.search(led):
            return ""
        base = self.item_before(index)
        joint = self._text[self._quantities[index - 1].end : kept[0].start] if index else ""
        if not base.endswith(endings("shares")) or "占" in base or joint.strip("，；、其中而") or not joint:
            return ""
        words = cut(base)
        return words[-1] if len(words[-1]) > 1 else "".join(words[-2:])

    def measure_of(self, base: str, place: str) -> str:
        """The measure without the place or kind that it was said of first: `含硫量` of `控制区内的含硫量`, `移民收入` of `云岚移民收入`,
        `公交分担率` of `特大城市公交分担率` before `大城市`."""
        if len(place) > 1 and (at := base.rfind(place[-2:])) >= 0 and is_metric(base[at + 2 :]):
            return base[at + 2 :]
        if (several := _PLACES.match(base)) and is_metric(base[several.end() :]):
            return base[several.end() :]
        land = max((kind for kind in listed("lands") if base.startswith(kind)), key=len, default="")
        if land and _is_land(place) and is_metric(base[len(land) :]):
            return base[len(land) :]  # 城市|污水处理率 before 县城
        measure = _SAID_OF.sub("", base)
        if 0 < (at := measure.find(place[-1])) < _LONGEST_PLACE and place[-1] in _KINDS and is_metric(measure[at + 1 :]):
            return measure[at + 1 :]
        words = cut(measure)
        rest = "".join(words[1:])
        alike = words[0][-1] == place[-1] or (len(words[0]) == len(place) and words[0][0] == place[0])
        if is_metric(rest) and (tag(words[0]) == "ns" or alike):
            return rest.removeprefix("地区").removeprefix("区域")  # 燃油: of 燃煤|含硫量
        if (named := _PLACE.match(measure)) and is_metric(measure[named.end() :]):
            return measure[named.end() :]
        return rest if rest and tag(words[0]) == "ns" else measure


def _is_land(place: str) -> bool:
    return place.endswith((*listed("lands"), *_REGIONS))

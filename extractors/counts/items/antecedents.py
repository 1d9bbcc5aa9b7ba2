"""What a number with no phrase of its own is about: what its sentence, or the line it stands in, has spoken of before."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from extractors.clauses import Borders
from extractors.counts.items.money import money_in
from extractors.counts.items.neighbours import LISTED, Neighbours
from extractors.counts.items.phrase_after import head_after_threshold
from extractors.counts.noun_phrases.edges import OPENING, endings, is_metric, listed, tidy
from extractors.counts.noun_phrases.nouns import agreement
from extractors.counts.noun_phrases.phrases import Word, Words
from extractors.counts.noun_phrases.preceding import trailing
from extractors.counts.noun_phrases.subjects import is_step, subject
from extractors.counts.quantities.finding import Quantity
from extractors.words import cut

#: As far as a phrase is looked for before a number; keeps a clause without end cheap.
BEFORE = 100
SHARES = frozenset(["%", "‰", "成", "倍", "百分点", None])
#: A figure's change after the figure: 收入28亿元、比上年增加|1亿元.
_COMPARED = re.compile("[，、](?:同?比|较)[^，。；、]{0,12}[增减升降涨跌多少加]+[长幅]?(?:了|约|近)?")
_CHARGED_AT = re.compile("(?:统一|一律|原则上)?(?:按照?|以|不(?:得|能)?(?:超过|低于|高于|少于))")
#: How a figure fares, before what it does: 用电增速|低位徘徊.
_FARING = frozenset(["成倍", "低位", "高位", "小幅", "双双", "总体", "整体", "大体", "呈", "均", "普遍", "继续"])
_LABEL = re.compile(
    r"(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2} ?[.．、](?!\d)|[①-⑳]"
    r"|第[一二三四五六七八九十百零\d]{1,5}条 |[A-Z][、.．](?![A-Za-z\d])|[一二三四五六七八九十]{1,3}、|[一二三四五六七八九十]是) ?"
)
#: What leads from those who reach a measure to its name: 公路建设|累计完成|投资.
_YIELDED = re.compile("(?:累计|共|全年|计划)?(?:完成|实现|落实|安排)")
_EVERYWHERE = re.compile("^全[国省市县区州]")
#: As far back as the line that announces a list is looked for.
_LEAD = 300
#: Steps that a figure takes: 跨上两个千亿元|台阶.
_STEPS = ("台阶", "大关", "关口", "门槛")
ET_CETERA = re.compile("等(?!级)(?=[^，。；、”]{4,}$)")


#: As long as a sentence is that only says how something fares, before its figures.
_MOTTO = 14
#: Things have names of so many characters.
_LEAST = 2
#: A thing and the other whose multiple it is (人均收入是|全省平均的`2倍`), and another such after the first.
_TIMES_OF = re.compile("(?P<of>[^，。；：]{2,30})?(?:约?是|相当于)[^，。；：、是]{1,16}的")
_TIMES_ANOTHER = re.compile("[、，和](?:约?是)?[^，。；：、]{1,12}的")
#: What is divided into so many kinds, and on what grounds: 业务|根据对象|分为|甲类和乙类|两类.
_DIVIDED = re.compile("(?:一般|统一|共|可|应|依次|由[高重大低轻]到[低轻小高重])?(?:划分|区分|分)[为成]")
_PARTS = frozenset(["级", "类", "种", "档", "等", "型", "大类", "层级", "档次"])
_GROUNDS = re.compile("(?:根据|按照?|依据|视|依)[^，；。]{2,16}$")
_STOP = re.compile("[，；。：]")
#: What a clause says of the measure before: 收入进一步提高，|实现与经济发展同步|，年均增长….
_IN_STEP = re.compile("(?:努力|基本|力争)?(?:实现|保持|做到)?[与和同][^，。；]{2,16}(?:同步|相当|相适应|一致|相匹配|协调)(?:增长|提高)?")


def _any_of(name: str) -> str:
    return "|".join(sorted(listed(name), key=len, reverse=True))


@functools.cache
def _deed() -> re.Pattern[str]:
    """What stands before a number when only what is done is said, after the number before: `，续建`, `，实现销售约`."""
    openings = f"(?:{_any_of('deed_openings')})*"
    return re.compile(f"[，、；]?{openings}(?:(?P<dealing>{_any_of('dealings')})|{_any_of('deeds')})了?[约近超达]?")


@functools.cache
def _deed_measure() -> re.Pattern[str]:
    return re.compile(f"(?:的?(?:{_any_of('deed_measures')}))\\Z")


class Antecedents:
    """What the clauses of one document speak of; `items` are those found so far, which later numbers may refer to."""

    def __init__(self, words: Words, borders: Borders, neighbours: Neighbours, items: Sequence[str | None]) -> None:
        self._words, self._text, self._borders = words, words.text, borders
        self._neighbours, self._quantities, self._items = neighbours, neighbours.quantities, items

    def item_before(self, index: int) -> str:
        """The item of the number before, or nothing."""
        return (self._items[index - 1] or "") if index else ""

    def same_unit(self, index: int) -> str:
        """The item of the nearest quantity before, in the same sentence, that is counted in the same unit."""
        quantity = self._quantities[index]
        sentence = self._borders.sentence_at(quantity.start)[0]
        for at in range(index - 1, max(-1, index - LISTED), -1):
            previous = self._quantities[at]
            if previous.start < sentence:
                break
            if previous.unit_name == quantity.unit_name and self._neighbours.modifies(at) == self._neighbours.modifies(index):
                return self._items[at] or ""
        return ""

    def done_with(self, index: int) -> str:
        """What a number is of whose clause only says what is done: with the things whose measure the clause before gave, not with the measure.

        `高速公路投资200亿元，续建|770公里` is of 高速公路, `汽车产能达到50万辆，销售|30万辆` of 汽车销售; nothing for `产能达到50万辆，力争|60万辆`.
        """
        if not index:
            return ""
        quantity, previous = self._quantities[index], self._quantities[index - 1]
        start = max(self._borders.clause_at(quantity.start)[0], previous.end)
        deed = _deed().fullmatch(self._text, start, quantity.start)
        if not deed or previous.start < self._borders.sentence_at(quantity.start)[0]:
            return ""
        if quantity.counted and previous.unit_name == quantity.unit_name and not is_metric(self.item_before(index)):
            return self.item_before(index)  # 其中，公路项目新开工|9项，续建|5项
        things = _deed_measure().sub("", said := self.item_before(index))
        if said and not things:  # 公路建设|完成|投资
            clause = self._borders.clause_at(previous.start)[0]
            yielding = _YIELDED.search(self._text, clause, previous.start)
            things = self._of_clause(clause, yielding.start()) if yielding else ""
            said += things
        things = _EVERYWHERE.sub("", things).removesuffix("项目").removesuffix("建设")
        return things + (deed["dealing"] or "") if _LEAST <= len(things) < len(said) else ""

    def multiplied(self, index: int, start: int) -> str:
        """What is so many times another thing's: `死亡率为4.6，是甲国的|5.9倍、乙国的|1.6倍`; nothing where the other thing is not named."""
        at = self._quantities[index].start
        if index and self._quantities[index - 1].unit_name == "倍" and _TIMES_ANOTHER.fullmatch(self._text, self._quantities[index - 1].end, at):
            return self.item_before(index)
        if not (times := _TIMES_OF.fullmatch(self._text, start, at)):
            return ""
        return self._of_clause(start, times.end("of")) if times["of"] else self.antecedent(index)

    def divided(self, quantity: Quantity, start: int) -> str:
        """What is divided into as many kinds: `茶害分为重大、较大和一般|三级`, `将预警分为|三级`."""
        divided = _DIVIDED.search(self._text, start, quantity.start) if quantity.unit_name in _PARTS else None
        if not divided or self._text[divided.end() : divided.end() + 1] == "" or _STOP.search(self._text, divided.end(), quantity.start):
            return ""
        grounds = _GROUNDS.search(self._text, start, divided.start())
        found = self._words_between(start, grounds.start() if grounds and grounds.start() > start else divided.start())
        named = [word for word in found if word.text not in ("将", "把")]
        return self._phrase(trailing(named)[0] or named[-1:])

    def antecedent(self, index: int) -> str:
        """What a number with no phrase of its own in its clause is about: what the sentence has spoken of before."""
        quantity = self._quantities[index]
        sentence = self._borders.sentence_at(quantity.start)[0]
        if index and is_step(self._text, self._quantities[index - 1].end, quantity.start):
            return self.item_before(index)
        if self._neighbours.modifies(index) and (same := self.same_unit(index)):
            return head_after_threshold(same)
        if (
            index
            and quantity.unit_name == self._quantities[index - 1].unit_name
            and _COMPARED.fullmatch(self._text, self._quantities[index - 1].end, quantity.start)
        ):
            return self._subject_before(index)
        if quantity.unit_name == "元" and (money := money_in(self._words, max(sentence, quantity.start - BEFORE), quantity.start)):
            return money
        if quantity.unit_name == "元" and (lead := self._lead(quantity.start)) and (money := money_in(self._words, *lead)):
            return money
        if index and self._quantities[index - 1].start >= sentence:
            return self.topic_since(index) or self._subject_before(index)
        for clause in self._borders.clauses_in((sentence, quantity.start))[: -LISTED - 1 : -1]:
            if clause[1] <= quantity.start and (phrase := self._topic(*clause)):
                if quantity.unit_name == "元" and phrase.endswith("者"):
                    return (self.item_before(index) if self._follows_sum(index) else "") or phrase  # 情形特殊者，不超过|一千元
                etc = list(ET_CETERA.finditer(phrase)) if quantity.counted else []
                return phrase[etc[-1].end() :].removesuffix("建设") if etc else phrase
        return self._whole_of(index) or self.announced_topic(quantity)

    def _subject_before(self, index: int) -> str:
        """The item of the number before; A of `A占B` for a number that is no share; what that number's clause is about for one that only
        tells of a step on the way (`生产总值|跨越3个台阶，达到`1.5万亿元)."""
        item, quantity, previous = self.item_before(index), self._quantities[index], self._quantities[index - 1]
        if quantity.unit_name == "元" and previous.unit_name in ("%", "‰") and (charged := self._charged(previous)):
            return charged
        if quantity.counted and item.endswith(endings("shares")) and (same := self.same_unit(index)):
            return same
        if previous.unit and previous.unit.kind == "noun" and not quantity.counted and (same := self.same_unit(index)):
            return same
        start = self._borders.clause_at(previous.start)[0]
        if not quantity.counted and item.endswith(_STEPS) and (topic := self._topic(start, self._first_in(start, index - 1))) and is_metric(topic):
            return topic
        whole, taking, _ = item.partition("占")
        return whole if taking and whole and "占比" not in item and quantity.unit_name == "%" and not item.endswith(endings("shares")) else item

    def _first_in(self, start: int, index: int) -> int:
        """Where the first number of the clause that begins at `start` stands, up to the number at `index`."""
        while index and self._quantities[index - 1].start >= start:
            index -= 1
        return self._quantities[index].start

    def _charged(self, share: Quantity) -> str:
        """The charge that is a share of something else: `受理费|按照诉讼标的额的`1.5%`收取，最低`100元."""
        start = self._borders.clause_at(share.start)[0]
        rated = _CHARGED_AT.search(self._text, start, share.start)
        charge = self._of_clause(start, rated.start()) if rated else ""
        return charge if is_metric(charge) or charge.endswith(("费", "税", "金", "款")) else ""

    def topic_since(self, index: int) -> str:
        """The measure that a whole clause since the number before speaks of: `…四大行业，甲、乙用电增速较快，同比分别增长|19.8%`."""
        quantity = self._quantities[index]
        previous = self._quantities[index - 1]
        said_in = self._borders.clause_at(previous.start)
        if quantity.counted and said_in[1] <= quantity.start:  # 16个城市的|廉租住房，有4407套…
            owned = self._text[previous.end : said_in[1]].rpartition("的")[2]
            if owned and owned != self.item_before(index) and agreement(quantity.unit_name, owned, cut(owned)[-1]) == "counted":
                return tidy(owned) if "的" in self._text[previous.end : said_in[1]] else ""
        charged = said_in[1] <= quantity.start and self._text.endswith("费", previous.end, said_in[1])
        if charged and not quantity.counted and self._neighbours.modifies(index - 1):
            return tidy(self._text[self._after_label(*said_in) : said_in[1]])  # 金额500万元以上的|业务收费，不高于…
        clauses = self._borders.clauses_in((said_in[1], quantity.start))
        whole = [clause for clause in clauses if clause[1] <= quantity.start]
        topic = self._topic(*whole[-1]) if whole else ""
        return topic if is_metric(topic) else ""

    def _subject_of_sentence(self, index: int) -> str:
        """What the clause before, of the same sentence, says something of without a number: `经营主体|活力增强，总量达到`120万户."""
        start = self._borders.clause_at(self._quantities[index].start)[0]
        sentence = self._borders.sentence_at(start)[0]
        clauses = self._borders.clauses_in((sentence, start))
        if sentence == start and start > 0 and self._text[start - 1] == "。":  # 经营主体稳中培优。总量达|1461万户
            before = self._borders.sentence_at(start - 1)
            clauses = self._borders.clauses_in(before) if before[1] - before[0] <= _MOTTO else ()
        if not clauses or (index and self._quantities[index - 1].start >= clauses[-1][0]):
            return ""
        return subject(self._words_between(self._after_label(*clauses[-1]), clauses[-1][1]))

    def _counted_before(self, index: int) -> str:
        """What the clause before, of the same sentence and without a number, ends with, when the number counts it: `争创一批|示范村，总数`150个."""
        quantity = self._quantities[index]
        start = self._borders.clause_at(quantity.start)[0]
        clauses = self._borders.clauses_in((self._borders.sentence_at(start)[0], start)) if quantity.counted else []
        if not clauses or (index and self._quantities[index - 1].start >= clauses[-1][0]):
            return ""
        things = self._of_clause(*clauses[-1])
        return things if things and agreement(quantity.unit_name, things, cut(things)[-1]) == "counted" else ""

    def _lead(self, at: int) -> tuple[int, int] | None:
        """Where the line that announces the labelled lines up to the one at `at` stands (`津贴按就业人数发给，其标准如下：`), or None."""
        floor = max(0, at - _LEAD)
        line = self._text.rfind("\n", floor, at)
        while line > 0 and _LABEL.match(self._text, line + 1):
            above = self._text.rfind("\n", floor, line)
            if self._text[line - 1] in "：:":
                return (above + 1 if above > 0 else floor, line - 1)
            line = above
        return None

    def _of_clause(self, start: int, end: int) -> str:
        """The noun phrase that ends a whole clause."""
        return self._phrase(trailing(self._words_between(self._after_label(start, end), end))[0])

    def _topic(self, start: int, end: int) -> str:
        """What a clause speaks of: the measure that it says something of (`用电增速|呈放缓趋势`), or the noun phrase that ends it."""
        if _IN_STEP.fullmatch(self._text, start, end):
            return ""
        words = self._words_between(self._after_label(start, end), end)
        for position, word in enumerate(words[:-1]):
            following = words[position + 1]
            if following.text == "（" and position + 4 < len(words) and words[position + 3].text == "）":
                following = words[position + 4]
            valued = following.text[0].isdigit() and (position + 2 >= len(words) or words[position + 2].text in OPENING)
            said = following.tag[:1] in ("v", "d", "a", "i", "l") or following.text in _FARING or valued
            if is_metric(word.text) and said and not is_metric(following.text):
                words = words[: position + 1]
                break
        return self._phrase(trailing(words)[0])

    def announced_topic(self, quantity: Quantity) -> str:
        """What stands before the colon of the number's own clause: `自建房安全排查：|累计排查`42万栋."""
        start = self._borders.clause_at(quantity.start)[0]
        colon = self._text.rfind("：", start, quantity.start)
        return self._of_clause(start, colon) if colon > 0 else ""

    def _whole_of(self, index: int) -> str:
        """What a number tells part of: the things that the sentence before, of the same paragraph, counts with the same measure word.

        `公路项目|87项，投资9亿元。其中，新开工|55项`.
        """
        quantity = self._quantities[index]
        for at in range(index - 1, max(-1, index - LISTED), -1) if quantity.counted else ():
            previous = self._quantities[at]
            between = self._text[previous.end : min(quantity.start, previous.end + BEFORE)]
            if "\n" in between:
                break
            if previous.unit_name == quantity.unit_name and "其中" in between:
                return self._items[at] or ""
        return ""

    def _follows_sum(self, index: int) -> bool:
        """Whether the number before, of the same paragraph, is a sum too."""
        previous = self._quantities[index - 1] if index else None
        return previous is not None and previous.unit_name == "元" and "\n" not in self._text[previous.end : self._quantities[index].start]

    def _after_label(self, start: int, end: int) -> int:
        label = _LABEL.match(self._text, start, end)
        return label.end() if label else start

    def _words_between(self, start: int, end: int) -> list[Word]:
        found = [word for word in self._words.between(max(start, end - BEFORE), end) if not word.text.isspace()]
        closed = next((at for at in range(len(found) - 1, -1, -1) if found[at].text == "】"), -1)
        opened = next((at for at in range(closed, -1, -1) if found[at].text == "【"), -1)
        return found[:opened] + found[closed + 1 :] if opened >= 0 else found

    def _phrase(self, kept: Sequence[Word]) -> str:
        return tidy(self._text[kept[0].start : kept[-1].end]) if kept else ""

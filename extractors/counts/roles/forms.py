"""Numbers whose form says what they are: sizes in names, grades, ages, papers, places, samples, thresholds in noun phrases."""

from __future__ import annotations

from extractors.clauses import Borders
from extractors.counts.lexicon import endings, pattern, words
from extractors.counts.roles.situation import Situation, Verdict
from extractors.counts.roles.tense import Tense

_FILE = "conditions"
#: A row of a table that has run together is short and has no marks of a sentence.
_LINE = 200
_MARKS = frozenset("，。；：\t")
_ROUNDED = frozenset("余多")
_SIGNS = frozenset("<>＜＞≥≤≧≦")


class Forms:
    """Tells by the words that stand at a number of one document what it can only be, whatever the time."""

    def __init__(self, text: str, borders: Borders, tense: Tense) -> None:
        self._text, self._borders, self._tense = text, borders, tense

    def verdict(self, found: Situation) -> Verdict | None:
        """`百亿级`, `500千伏`, `3岁以下`, `一式两份`, `超10亿元的` 企业, `位于…北1500米`; not `90%以上的` 村庄, `建设跑道100米`."""
        return (
            self._in_row(found)
            or self._in_name(found)
            or self._of_papers(found)
            or self._of_places(found)
            or self._graded(found)
            or self._threshold(found)
        )

    def _in_row(self, found: Situation) -> Verdict | None:
        """A number in a row of a table that has run into lines: `能2003 2005 0.58%以`; not `覆盖率达到90%`."""
        if not found.is_share:
            return None
        near = max(0, found.start - _LINE)
        start, end = self._text.rfind("\n", near, found.start) + 1, self._text.find("\n", found.start, found.start + _LINE)
        line = self._text[max(start, near) : end if end >= 0 else found.start + _LINE]
        if not _MARKS.isdisjoint(line):
            return None
        scattered = sum(map(str.isdigit, line)) >= sum("\u4e00" <= char <= "\u9fff" for char in line)
        return Verdict("other", "a row of a table run together") if scattered else None

    def _in_name(self, found: Situation) -> Verdict | None:
        """Levels (百亿级, 千亿元产业), grades (500千伏), weights in brackets, the most that is granted."""
        unit = found.unit
        if found.quantity.levelled or unit.endswith("吨级"):
            return None if self._is_come_to(found) else Verdict("other", "a level in a name")
        if unit in words(_FILE, "grades") and found.right[:1].isalpha() and not found.before(_FILE, "level_reached"):
            return Verdict("other", "a grade of a thing")
        if found.is_share and found.left.endswith("前"):
            return Verdict("other", "a rank told as a share")
        if found.is_bracketed and ((found.is_share and (self._tense.kind.ruling or len(found.left) < 3)) or unit == "分"):
            return Verdict("other", "a weight in a bracket of its own")
        if where := found.before(_FILE, "weather"):
            return Verdict("other", "under what weather", where)
        if found.is_share and found.is_bracketed and found.before(_FILE, "graded_before"):
            return Verdict("other", "a grade in a bracket of its own")
        if found.is_money and ((found.before(_FILE, "spent_before") and found.after(_FILE, "spent")) or found.before(_FILE, "saved")):
            return Verdict("other", "what a voucher asks and gives")
        if found.is_money and found.text.startswith("最高", found.start):
            return Verdict("other", "the most that is granted")
        of_size = found.number_is_power or found.before(_FILE, "size_beside")
        if of_size and found.is_money and found.after(_FILE, "named_by_size"):
            return Verdict("other", "a level in a name")
        return None

    def _is_come_to(self, found: Situation) -> bool:
        """`能力提升至20万吨级`; not `达到20万吨级码头的标准`."""
        return found.before(_FILE, "level_come_to") is not None and found.right[:1] in ("", "、", "，", "。", "；")

    def _of_papers(self, found: Situation) -> Verdict | None:
        """`一式两份`, `照片5张`, `2000字以内`; not `床位30张`."""
        unit = found.unit
        if unit in ("张", "份", "个") and found.before(_FILE, "attached"):
            return Verdict("other", "papers to be handed in")
        papers = endings(_FILE, "copies")
        if (
            unit == "份"
            and not found.before(_FILE, "cut")
            and ("一式" in found.left or (found.item or "").endswith(papers) or found.before(_FILE, "copied"))
        ):
            return Verdict("other", "copies to be handed in")
        if unit in words(_FILE, "writing") and found.quantity.bounded:
            return Verdict("other", "how long a paper may be")
        return None

    def _of_places(self, found: Situation) -> Verdict | None:
        """`位于县城北1500米`, `5—20cm` 土壤, `红线宽度不低于24米`, `岸线1公里` 范围内."""
        unit, quantity = found.unit, found.quantity
        sentence = self._borders.sentence_at(found.start)[0]
        if unit in words(_FILE, "sampled") and pattern(_FILE, "sampling").search(found.text, sentence, found.start):
            return Verdict("other", "how samples are taken")
        if unit in words(_FILE, "lengths"):
            if where := found.before(_FILE, "of_size"):
                return Verdict("other", "how large a thing of its kind is", where)
            if where := found.after(_FILE, "dimension"):
                return Verdict("other", "a dimension of a thing", where)
            if quantity.comparator in ("eq", "approx") and (where := found.before(_FILE, "located")):
                return Verdict("achieved", "where something lies", where)
            if (where := found.before(_FILE, "width")) and not self._tense.kind.tells:
                return Verdict("other", "how something is to be built", where)
            if quantity.bounded and (where := found.before(_FILE, "built_so")):
                return Verdict("other", "how something is to be built", where)
        where = found.before(_FILE, "extent_told") if self._tense.kind.ruling else None
        if where and pattern(_FILE, "lies").search(found.text, sentence, found.start):
            return Verdict("achieved", "how large something is", where)
        counted = found.is_classified or (quantity.unit is not None and quantity.unit.kind == "noun")
        where = None if counted else found.after(_FILE, "extent")
        return Verdict("other", "how far something reaches", where) if where else None

    def _graded(self, found: Situation) -> Verdict | None:
        """`3岁以下`, `男子100米`, `3人以上` 死亡; not 人均预期寿命 `79岁`."""
        unit = found.unit
        if unit in ("岁", "周岁", "个月"):
            return None if "寿命" in found.left else Verdict("other", "an age")
        if unit in words(_FILE, "contested") and (where := found.before(_FILE, "contest")):
            return Verdict("other", "an event of a contest", where)
        ranged = found.quantity.bounded or found.quantity.value_max is not None
        if unit in ("人", "名") and ranged and (where := found.after(_FILE, "casualties")):
            return Verdict("other", "the grade of an accident", where)
        return None

    def _threshold(self, found: Situation) -> Verdict | None:
        """`超10亿元的` 企业, `千亩以上` 60个; not `突破千亿元` 大关, 构成 `2500公里以上的` 轨道网."""
        if found.before(_FILE, "reaching") and found.after(_FILE, "size_reached"):
            return None
        if found.before(_FILE, "set_out_from") and found.follows(_FILE, "leads_on"):
            return None
        if found.quantity.bounded and found.text[found.start] in _SIGNS and (found.is_bracketed or found.right[:1].isalpha()):
            return Verdict("other", "a threshold written as a sign")
        bound_here = found.quantity.end - found.quantity.start > found.quantity.core_end - found.quantity.core_start
        if bound_here and not found.is_share and (where := found.after(_FILE, "elided")):
            return Verdict("other", "a threshold whose noun was said before", where)
        if where := found.after(_FILE, "under") or found.before(_FILE, "designed"):
            return Verdict("other", "under what conditions", where)
        counting = found.is_classified or found.quantity.value_max is not None
        if counting and not found.quantity.bounded and (where := found.before(_FILE, "base_of_rate")):
            return Verdict("other", "the base of a rate", where)
        if found.quantity.bounded and (where := found.after(_FILE, "large_scale") or found.after(_FILE, "too_large")):
            return Verdict("other", "on what scale", where)
        if found.quantity.bounded and found.before(_FILE, "size_told") and (where := found.after(_FILE, "size_of")):
            return Verdict("other", "how large those are that are meant", where)
        if found.quantity.bounded and found.unit in ("人", "户") and (where := found.after(_FILE, "peopled")):
            return Verdict("other", "how large those are that are meant", where)
        power = found.quantity.number.kind == "bare" and found.quantity.unit is not None and found.quantity.unit.kind == "measure"
        if power and found.right[:1].isalpha() and (where := found.before(_FILE, "counted_of_size")):
            return Verdict("other", "how large those are that are counted", where)
        if found.quantity.bounded and found.is_classified and (where := found.after(_FILE, "whose_rate")):
            return Verdict("other", "whose rate is told", where)
        if found.quantity.bounded and found.right.startswith("的") and (where := found.before(_FILE, "counted_next")):
            return Verdict("other", "how large those are that are counted", where)
        if found.is_money and (where := found.after(_FILE, "of_income")):
            return Verdict("other", "whose income is so large", where)
        if found.quantity.bounded and found.quantity.counted and found.before(_FILE, "serving") and (where := found.after(_FILE, "served")):
            return Verdict("other", "who serves so many", where)
        if found.quantity.bounded and found.before(_FILE, "herded") and (where := found.after(_FILE, "herders")):
            return Verdict("other", "who has so many", where)
        if found.is_share:
            defines = found.modifies and found.right.startswith("的") and not found.after(_FILE, "demanded_so")
            where = found.before(_FILE, "share_of") if defines else None
            return Verdict("other", "a share that defines what follows", where) if where else None
        if not found.is_money and found.right.startswith("的") and found.before(_FILE, "made_of_size"):
            return None
        if found.unit in words(_FILE, "harvests") and found.before(_FILE, "traded"):
            return None
        if found.is_money and found.before(_FILE, "found_before") and found.after(_FILE, "found_money"):
            return None
        # 稳住上亿市场主体, 投入65亿多元资金: 余 and 多 only say that the number is rounded.
        core = found.text[found.quantity.core_start : found.quantity.core_end]
        rounded = len(core) == found.quantity.end - found.start and not _ROUNDED.isdisjoint(core) and not found.right.startswith("的")
        rough = rounded or found.quantity.comparator == "approx" or found.text[found.start] == "上"
        rough = rough or (found.quantity.levelled and self._is_come_to(found))
        threshold = found.modifies and not rough and not found.right.startswith("大关")
        return Verdict("other", "a threshold in a noun phrase") if threshold else None

"""Clauses that describe what is counted and end in 的: `具有代表性的` 项目, `规模大、特色鲜明的` 企业."""

from __future__ import annotations

from extractors.counts.noun_phrases.edges import CLOSING, OPENING, SEPARATORS, STOPS, read_before
from extractors.counts.noun_phrases.nouns import agreement, classes_of
from extractors.counts.noun_phrases.stretch import Stretch, ends_names, following

#: Verbs that are mostly said of things but open such a clause whatever is counted.
_OPENING = frozenset(["有", "具有", "具备", "符合", "满足", "覆盖", "在", "对", "获得", "进入", "以", "面向", "集"])
#: What something is subjected to (受洪水|影响|村庄), and as many words as say by what.
_SUBJECTED, _LONGEST_CAUSE = frozenset(["影响", "威胁", "污染", "制约", "破坏", "灾", "困扰"]), 5
_STOPPED = "，。；：！？\n\t"
#: As many words as such a clause may have.
_LONGEST = 40
_LONGEST_STATEMENT = 12
#: Verbs of those who have an institution.
_FOUNDING = frozenset(["举办", "主办", "开办", "兴办", "创办", "领办", "设立", "管理", "运营", "主导", "承载", "参与", "共建", "组建", "所属"])
#: Classes of what has things of its own.
_OWNERS = frozenset(["place", "organisation", "facility", "machine"])


def relative_end(stretch: Stretch) -> int:
    """The offset where a relative clause that opens the phrase ends, or -1.

    `有特色、有规模的|基地`; `拥有品牌的|流通企业` where the measure word counts 企业; not `认定为重点的` after 家.
    """
    first, second = stretch.words[0], stretch.next(0)
    if first.text in following("selecting") and (head := _head_start(stretch)) > 0:
        return head
    if first.text == "受" and (subjected := _subjected_end(stretch)) > 0:
        return subjected
    stressed = first.text in following("adverbs") and second is not None and second.tag == "v"  # 重点|加强勘查的区域
    if first.tag.startswith("n") and first.text not in _OPENING and not stressed:
        return max(_quality_end(stretch), _statement_end(stretch))
    if not (first.tag.startswith("v") or first.tag in ("p", "a", "d", "l", "i") or first.text in _OPENING or stressed):
        return -1
    predicate = stressed or first.text in following("predicates")
    if stretch.measure == "次" and first.tag.startswith("v"):
        return -1  # three times, something is done: 3次|抽检|不合格的企业
    end = _clause_end(stretch)
    nominal = first.tag == "vn" or first.text in read_before("attributive")
    if end > 0 and nominal and (_acts(stretch, end) or _names_thing(stretch, end)):
        return -1
    if end < 0:
        return _quality_end(stretch) if predicate else -1
    return end if not predicate or first.text in _OPENING or counted_next(stretch, end) else -1


def _head_start(stretch: Stretch) -> int:
    """Where the thing counted begins that a clause without 的 describes (`通过资格审核|企业`, `拟认定|单位`), or -1.

    Only where the name ends with it: `通过国家级|企业认证` is no such clause.
    """
    for position, word in enumerate(stretch.words[:_LONGEST_STATEMENT]):
        if word.start >= stretch.limit or word.text in STOPS or word.text == "的":
            return -1
        if position and stretch.agreement(position + 1) == "counted":
            after = stretch.next(position)
            if after is None or after.start >= stretch.limit or after.text in STOPS or after.text in following("listings"):
                return word.start
            acted_on = stretch.words[0].text not in following("granting") and classes_of(after.text) == {"action"}
            return word.start if acted_on or after.tag[:1] in ("d", "p", "c") or ends_names(after) else -1
    return -1


def _subjected_end(stretch: Stretch) -> int:
    """Where what the things counted are subjected to ends (`受洪水影响|村庄`), or -1 where it is what happens to them (`村庄|受洪水影响`)."""
    for word in stretch.words[1 : 1 + _LONGEST_CAUSE]:
        if word.start >= stretch.limit or word.text in STOPS:
            return -1
        if word.text in _SUBJECTED:
            return word.end if counted_next(stretch, word.end) else -1
    return -1


def counted_next(stretch: Stretch, start: int) -> bool:
    """Whether a thing that the measure word counts follows from the offset `start` on, before a verb or a stop."""
    name = ""
    for word in stretch.words:
        if word.start < start:
            continue
        ends = len(word.text) > 1 and ends_names(word)  # 社会|办|医院
        if word.start >= stretch.limit or word.text in STOPS or ends:
            return False
        name += word.text
        if agreement(stretch.measure, name, word.text) == "counted":
            return True
    return False


def _acts(stretch: Stretch, end: int) -> bool:
    """Whether a thing that is counted does something before the offset `end`: `应急平台|互联|的指挥体系` is of the platforms."""
    inside = [position for position, word in enumerate(stretch.words) if position and word.end <= end]
    return any(stretch.words[position].tag == "v" and stretch.agreement(position) == "counted" for position in inside)


def _names_thing(stretch: Stretch, end: int) -> bool:
    """Whether what stands before the 的 at `end` is only the name of a thing that is counted: `综合改革试点县|的` 服务能力."""
    inside = [word for word in stretch.words if word.end < end]
    nominal = all(word.tag[:1] in ("n", "b", "j", "a") or word.tag == "vn" or word.text in read_before("attributive") for word in inside)
    return nominal and stretch.agreement(len(inside)) == "counted" and bool(classes_of(inside[-1].text) & _OWNERS)


def _clause_end(stretch: Stretch) -> int:
    """Where the 的 stands that ends a clause without a stop, the last of several joined (`有特色、有规模的`), or -1."""
    end = -1
    named, bracketed, depth = stretch.words[0].text not in ("以", "由", "集"), False, 0
    for position, word in enumerate(stretch.words[:_LONGEST]):
        depth += (word.text in OPENING) - (word.text in CLOSING)
        if depth > 0 and word.start < stretch.limit:
            continue  # 支付方式（合同已明确|的）
        if word.start >= stretch.limit or word.text in _STOPPED or (position and named and word.text in ("为", "是")):
            break
        if word.text == "了" and any(before.tag[:1] != "d" for before in stretch.words[: max(0, position - 1)]):
            break  # 展商|预定了明年的展会
        bracketed = bracketed or word.text in CLOSING
        if bracketed and ends_names(word):
            break  # 涉农县（市、区）|建成…的体系: the bracket has closed the name.
        if position and word.text == "并" and (said := stretch.next(position)) is not None and said.tag == "p":
            break  # 应用|并向有条件的县延伸
        if word.text in ("的", "之"):
            end = word.end
            after = stretch.next(position)
            if after is None or after.text in STOPS:
                return -1  # 修理仍不能使用的，…: said of no noun
            if after.text not in SEPARATORS:
                break
    return end


def _statement_end(stretch: Stretch) -> int:
    """Where a statement about the things counted ends whose subject stands first (`总部设在本省的|企业`, `群众反映强烈的|问题`), or -1.

    None when the subject is itself counted: `12个|成员单位参加的会议`.
    """
    verbal = False
    for position, word in enumerate(stretch.words[:_LONGEST_STATEMENT]):
        if word.start >= stretch.limit or word.text in _STOPPED or word.text in SEPARATORS or word.text in "（(“”":
            return -1
        if word.text == "的":
            return word.end if verbal and counted_next(stretch, word.end) else -1
        if word.text in ("于", "了"):
            return -1  # 集四大职能|于一体的基地; 参展商|预订了下届的展位
        if position and not verbal and (word.tag == "v" or (word.tag in ("d", "p") and word.text != "与")):
            verbal = True
            founded = word.text in _FOUNDING and all(before.tag[:1] in ("n", "b", "j") for before in stretch.words[:position])
            if stretch.counted_before(position) and stretch.words[0].text not in following("parts") and not founded:
                return -1  # but 政府|举办|的机构
    return -1


def _quality_end(stretch: Stretch) -> int:
    """Where a clause of qualities ends (`规模大、特色鲜明的`, `竞争力强、专注于主业的`), or -1."""
    described = False
    for position, word in enumerate(stretch.words[1:_LONGEST], 1):
        if word.start >= stretch.limit or word.text in _STOPPED or word.text in "（(":
            return -1
        quality = stretch.words[position - 1].text in following("conditions" if position == 1 else "qualities")
        if word.text == "的":
            return word.end if quality or described else -1
        if word.text in "、和且":
            if not quality and not described:
                return -1
            described = True
    return -1

"""Cutting a list of agencies into names, each as written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.agencies.lexicon import lexicon
from extractors.words import tags

Span = tuple[int, int]

_OPEN = {"（": "）", "(": ")", "〔": "〕", "[": "]", "【": "】", "“": "”", "《": "》"}
_SEPARATORS = frozenset("、，,；;/\t")
#: White space may stand between two names or inside one that was broken over lines.
_SPACE = " \u3000\n"
_EDGE = " \u3000\n\t。.、，,；;：:"
_LEADING = re.compile(r"单?位[：:]|(?:以及|会同|由|和|及|与|并|还有)(?=[\u4e00-\u9fff]{2})")
#: `水运由县航运局负责`: whose share it is; `自由贸易区管委会` holds no such 由.
_SHARE = re.compile("[^由]{1,12}(?<![自缘理事])由")
#: `县农业局负责茶园`: what somebody's share is.
_FIELD = re.compile("(?:分别|具体)?负责(?!解释)(?=[\u4e00-\u9fff])")
_AND = re.compile(r"以及|会同|[和及与]")
_AND_OTHERS = re.compile(r"等(?:(?:和|及|以及|，)|$|(?=[\u4e00-\u9fff]))")
#: `区财政局 张某某-69500000`: whom to ring is not who does it.
_PERSON = re.compile(r"[ ]?(?:[\u4e00-\u9fff][ ]?){2,4}[-—－:：]?[ ]?(?:\d{3,4}-)?\d{5,}(?:[、/]\d{5,})*")
_LEAD_MARK = re.compile(r"[（(〔\[](?:为)?(?:牵头|主办|主责)(?:单位|部门)?[）)〕\]]")
#: Levels of government that one organ's name lists: `各市、县（市、区）人民政府`.
_LEVEL = r"(?:自治[州县旗区]|地区|街道|开发区|省辖市|直辖市|[市州盟区县旗乡镇地省])+"
_ASIDE = r"(?:[（(〔][^（()）〔〕]{0,24}[）)〕])?"
_GOVERNMENT = r"(?:党委|委|人民)?(?:政府|行署|管委会|人民政府)"
_LEVELS = re.compile(
    rf"(?:各|有关|相关|沿线|沿海|沿江|所在|其他|其它|全省|全市|试点|重点)(?:设区|地级|省辖|有关|相关)?的?{_LEVEL}{_ASIDE}(?:、(?:各)?{_LEVEL}{_ASIDE})+{_GOVERNMENT}?"
)
#: Without 各 only at the start of a name, and only with what they are the levels of: `市州、县市区人民政府`, not `合肥市、县医院`.
_BARE_LEVELS = re.compile(rf"(?:设区的?)?{_LEVEL}{_ASIDE}(?:、(?:各)?{_LEVEL}{_ASIDE})+{_GOVERNMENT}")
#: Places whose organs share one word: `甲、乙、丙市人民政府`, `甲市、乙市政府`, `甲省、乙省税务局` are one name each, as written.
_PLACES = re.compile(
    r"(?:[\u4e00-\u9fff][\u4e00-\u9fff \n]{1,4}、\s?){1,14}[\u4e00-\u9fff][\u4e00-\u9fff \n]{1,4}(?:及[\u4e00-\u9fff]{2,7})?[市州盟](?:人民)?政府"
    r"|(?:国家|[\u4e00-\u9fff]{2}总局)?[\u4e00-\u9fff]{2,6}省、(?:[\u4e00-\u9fff]{2,3}省、){0,6}[\u4e00-\u9fff]{2,3}省[\u4e00-\u9fff]{2,6}(?:[局厅委办]|公司)"
)
#: A group that two bodies set up: `省委、省政府茶业领导小组办公室`.
_TWO_BODIES = re.compile(r"[省市县区州]委、[省市县区州]政府[\u4e00-\u9fff]{2,24}(?:领导小组|委员会|指挥部)(?:办公室)?")

_WITH_OWN_END = re.compile("[厅局委办院会处心司部社团行署县区盟旗组队府]、|(?:^|、)(?:有关|各|相关|所在)")
_LONGEST_NAME = 50
#: The label of the next item in a name that a page's end broke off: `市住建16.整修茶站`.
_NEXT_ITEM = re.compile(r"\d[.．](?!\d)")
#: `各区县（含新区，以下统称区县）`: what a name is short for.
_DEFINED = re.compile(r"[（(〔][^（()）〔〕]*(?:以下|统称|简称)[^（()）〔〕]*[）)〕]$")


def cut_names(text: str, start: int, end: int) -> Iterator[Span]:
    """The spans of the names listed in `text[start:end]`, without 等 and what else is no name.

    `省教育厅、人社厅和各市、县（区）人民政府` is three: the elliptic 人社厅 stays as written, and the last is one name.
    """
    for element_start, element_end in _elements(text, start, end):
        for part_start, part_end in _split_joined(text, element_start, element_end):
            span = _trimmed(text, part_start, part_end)
            if span and not _is_filler(text[span[0] : span[1]]):
                yield span


def written(text: str, span: Span) -> str:
    """The name at `span` without the white space that scraping put into it."""
    return re.sub(r"\s+", "", text[span[0] : span[1]])


def is_name(name: str) -> bool:
    """Whether `name` ends like an organ's: `省教育厅`, `各市、县（区）人民政府`; not `依法查处`."""
    bare = re.sub(r"[（(〔][^（()）〔〕]*[）)〕]$", "", re.sub(r"\s+", "", name))
    organ = bare.endswith(lexicon().organ_end) and not bare.endswith(lexicon().not_organ)
    return organ and 1 < len(bare) <= _LONGEST_NAME and not lexicon().of_itself.search(bare)


def without_lead_mark(text: str, span: Span) -> Span | None:
    """The span of the name in `市教委（牵头）`, None where no such mark stands."""
    mark = _LEAD_MARK.search(text, *span)
    return (span[0], mark.start()) if mark and mark.start() > span[0] else None


def _elements(text: str, start: int, end: int) -> Iterator[Span]:
    """What separators outside brackets keep apart."""
    position, element = start, start
    while position < end:
        char = text[position]
        if char in _OPEN:
            closed = text.find(_OPEN[char], position, min(end, position + 60))
            position = closed + 1 if closed >= 0 else position + 1
            continue
        levels = _LEVELS.match(text, position, end) if char in "各有相沿所其全试重" else None
        if position == element and not levels:
            levels = _BARE_LEVELS.match(text, position, end) or _elliptic(text, position, end)
        if levels:
            position = levels.end()
            continue
        person = _PERSON.match(text, position, end) if char in _SPACE else None
        if person:
            yield element, position
            position = element = person.end()
            continue
        if char in _SEPARATORS or (char in _SPACE and _two_names(text, element, position, end)):
            yield element, position
            element = position + 1
        position += 1
    yield element, end


def _elliptic(text: str, start: int, end: int) -> re.Match[str] | None:
    """A list of bare places before one 市政府; `财政局、甲市政府` and `甲市、乙市政府` are none."""
    places = _PLACES.match(text, start, end)
    if places is None:
        return lexicon().joint.match(text, start, end) or _TWO_BODIES.match(text, start, end)
    return None if _WITH_OWN_END.search(places.group()) else places


def _two_names(text: str, element: int, space: int, end: int) -> bool:
    """Whether the space at `space` stands between two names, and not inside one that was broken over lines."""
    right = re.match(r"[^、，,；;\s/]+", text[space + 1 : min(end, space + 1 + _LONGEST_NAME)])
    if not right or right.group() in lexicon().generic:
        return False
    return len(right.group()) > 2 and is_name(text[element:space]) and is_name(right.group())


def _split_joined(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut at 和, 及, 与, 会同 between two names, and behind 等."""
    words = lexicon()
    position = start
    while match := _AND_OTHERS.search(text, position, end):
        if not is_name(text[start : match.start()]):
            position = match.end() if match.end() > position else position + 1
            continue
        yield from _split_and(text, start, match.start())
        start = position = match.end()
        if text[start - 1] == "等" and (rounding := words.nobody.match(text, start, end)):
            start = position = rounding.end()
            if start == end:
                return
            continue
        if text[start:end].startswith(words.group):
            break
        if text[start - 1] == "等" and start < end:
            return
    yield from _split_and(text, start, end)


def _split_and(text: str, start: int, end: int) -> Iterator[Span]:
    words = lexicon()
    position = start
    while match := _AND.search(text, position, end):
        left, right = text[start : match.start()], text[match.end() : end]
        position = match.end()
        if _depth(text, start, match.start()) or not is_name(left) or len(right) < 2 or right in words.joined:
            continue
        if match.group() == "和" and right.startswith(words.places):
            continue
        if match.group() != "会同" and right.startswith(tuple(words.joined)) and left.endswith("部门"):
            continue
        yield start, match.start()
        start = position
    yield start, end


def _depth(text: str, start: int, end: int) -> bool:
    return any(text.count(mark, start, end) > text.count(closing, start, end) for mark, closing in _OPEN.items())


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in _EDGE:
        start += 1
    lead = _LEADING.match(text, start, end)
    if lead and not (lead.group() == "和" and text[lead.end() : end].startswith(lexicon().places)):
        start = lead.end()
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    defined = _DEFINED.search(text, start, end)
    if defined:
        end = defined.start()
    field = _FIELD.search(text, start + 2, end)
    if field and is_name(text[start : field.start()]):
        end = field.start()
    share = _SHARE.match(text, start, end)
    if share and is_name(text[share.end() : end]):
        start = share.end()
    return (start, end) if end > start else None


def _is_filler(name: str) -> bool:
    """`等`, `下同`, `部门`, a verb, a telephone number: nobody's name."""
    bare = re.sub(r"\s+", "", name)
    return (
        len(bare) < 2
        or len(bare) > _LONGEST_NAME
        or bare in ("下同", "部门", "单位", "等部门", "等单位", "以下同", "等等", "责任单位")
        or not re.search(r"[\u4e00-\u9fff]", bare)
        or _NEXT_ITEM.search(bare) is not None
        or (not is_name(bare) and tags().get(bare, "").startswith("v"))
        or re.match(r"联系|电话|完成|时限|以下|不再|备注|责任人", bare) is not None
    )

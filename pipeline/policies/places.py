"""The place a policy is for, from its title, its issuer or its document number."""

from __future__ import annotations

import functools
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The region of a national policy.
NATION = "全国"
#: The region of what Taiwan's organs issue, whose names carry no place.
TAIWAN = "台湾"

#: How high the place stands that a policy comes from; municipalities and autonomous regions are provinces, their districts counties.
Level = Literal["national", "province", "city", "county"]

_CJK = "\u4e00-\u9fff"
_SUFFIX = "(?:自治区|特别行政区|自治州|自治县|自治旗|省|市|地区|盟|州|县|区|旗)"
#: Between two places that share a title, 兰州—西宁…, 黑龙江省与广东省…; and after the first of many, 北京市大兴区等232个….
_AND = re.compile(r"[—–－\-、与和及]+")
_OF_MANY = re.compile(r"等\d*(?:[一二三四五六七八九十百]*)个?")
#: What may stand before the place at the head of a title: 2022年云岚省…, “十四五”时期云岚省…, 贯彻落实….
_LEAD = re.compile(
    r"(?:关于|印发|中共|(?:19|20)\d\d(?:[—-](?:19|20)?\d\d)?年?度?|[“\"]?十[一二三四五六七八九]?五[”\"]?时期|第?[一二三四五六七八九十]+个?五年)+"
)
_UNKNOWN = re.compile(rf"[{_CJK}]{{2,3}}?(?:省|市(?![场民容级区值])|县(?![域级])|区(?![域别块位])|旗|盟|州)|[{_CJK}]{{2,10}}?自治[区州县旗]")


@functools.cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("places.toml").read_text("utf-8"))


@functools.cache
def _provinces() -> dict[str, str]:
    """Every spelling of a province to its full name: 浙江 and 浙江省 to 浙江省."""
    names = {}
    for province in _data()["province"]:
        name = province["name"]
        names[name] = name
        names[short_place(name)] = name
    return names


def short_place(name: str) -> str:
    """A place without the word for what it is: 浙江省 is 浙江, 广西壮族自治区 广西, 青汀市 青汀."""
    if name == "新疆生产建设兵团":
        return "兵团"
    return re.sub(r"(?<=..)(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|省|市)\Z", "", name)


@functools.cache
def _cities() -> dict[str, str]:
    """Every spelling of a prefecture to its full name; short ones (杭州) are looked for at the head of a title only."""
    names = {}
    for province in _data()["province"]:
        for name in province["prefectures"]:
            names[name] = name
            short = re.sub(r"(?:市|地区|盟|新区|(?:..?族|哈萨克|蒙古|柯尔克孜)+自治州)\Z", "", name)
            if len(short) > 1 and short not in _provinces():
                names.setdefault(short, name)
    return names


@functools.cache
def _known_anywhere() -> re.Pattern[str]:
    full = [name for name in (*_provinces(), *_cities()) if name in _provinces() or re.search(rf"{_SUFFIX}\Z", name)]
    return re.compile("|".join(sorted((name for name in full if name != "兵团"), key=len, reverse=True)))


@functools.cache
def _known_at_head() -> re.Pattern[str]:
    return re.compile("|".join(sorted({*_provinces(), *_cities()}, key=len, reverse=True)))


@functools.cache
def _no_place() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _data()["not_places"]["starts"])))


@functools.cache
def _national() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_data()["national"]["issuers"], key=len, reverse=True)))


@functools.cache
def _signs() -> dict[str, str]:
    return {province["sign"]: province["name"] for province in _data()["province"]}


def _may_be_place(name: str) -> bool:
    """Whether words that end like a place are one: `青汀市`, not `超大城市`, `落实云南省`."""
    if _no_place().match(name) or _national().match(name) or name.endswith(tuple(_data()["not_places"]["ends"])):
        return False
    return _known_anywhere().search(name) is None


def _chain(text: str, at: int, listed_only: bool, most: int = 3) -> tuple[str, int]:
    """The chain of places that stands at an offset, 云岚省青汀市 or 北京市通州区, and where it ends; "" when there is none."""
    names: list[str] = []
    while len(names) < most:
        if found := _known_at_head().match(text, at):
            name, end = _provinces().get(found[0]) or _cities()[found[0]], found.end()
        elif (names or not listed_only) and (found := _UNKNOWN.match(text, at)) and _may_be_place(found[0]):
            name, end = found[0], found.end()
        else:
            break
        names.append(name)
        at = end
    return "".join(names), at


def _head(text: str) -> tuple[str, int, int]:
    """The place a title begins with, after words such as 2022年, with its extent; "" when there is none."""
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    # After 关于 stands a verb as a rule (关于加强设区城市…), so a place there must be a known one.
    place, end = _chain(text, start, lead is not None and "关于" in lead[0])
    if place and (_OF_MANY.match(text, end) or ((joint := _AND.match(text, end)) and _chain(text, joint.end(), listed_only=True)[0])):
        return "", start, start
    return place, start, end


def place_at_head(text: str) -> str | None:
    """The place a title or a body's name begins with: `云岚省青汀市发展规划` gives 云岚省青汀市, `全省规划` None."""
    return _head(text)[0] or None


def place_in(text: str) -> str | None:
    """`place_at_head`, or the first listed province or prefecture anywhere in the title: `数字浙江规划`."""
    if place := place_at_head(text):
        return place
    found = _known_anywhere().search(text)
    if not found:
        return None
    # 北京市大兴区等232个试点县: one of many.
    end = _chain(text, found.start(), listed_only=True)[1]
    return None if _OF_MANY.match(text, end) or _AND.match(text, end) else _provinces().get(found[0]) or _cities()[found[0]]


def is_national(body: str) -> bool:
    """Whether a body's name is that of an organ of the centre: `国务院办公厅`, `教育部等六部门`; not `云岚省教育厅`."""
    lead = _LEAD.match(body)
    at = lead.end() if lead else 0
    return _national().match(body, at) is not None and not _not_national().match(body, at)


@functools.cache
def _not_national() -> re.Pattern[str]:
    return re.compile("|".join(_data()["national"]["not_title_words"]))


def place_of_number(number: str) -> str | None:
    """The place whose sign heads a document number: 浙政办发〔2018〕70号 is 浙江省, 国办发〔2018〕1号 全国; None for others."""
    if number.startswith(tuple(_data()["national"]["number_heads"])) or is_national(number):
        return NATION
    place = _signs().get(number[:1])
    # The signs are common characters; before 政, 府, 办 and the like they stand for a place.
    return place if place and re.match(".(?:政|府|办|委|发|建|教|财|环|卫|交|农|经|科|人|市|办)", number) else None


def is_to_provinces(text: str) -> bool:
    """Whether a notice's opening is addressed to all provinces, which makes it a national one."""
    return any(words in text for words in _data()["national"]["addressees"])


def is_taiwan(text: str) -> bool:
    """Whether a text bears a sign of Taiwan's gazette or organs."""
    return any(sign in text for sign in _data()["taiwan"]["signs"])


def region_of(title: str, issuer: str | None, number: str | None = None, cover: str | None = None) -> str | None:
    """The place a policy is for: from its title, else the body its title begins with, its issuer, who passed it on, its number.

    全国 for a national one; None when nothing says.

    `云岚省数字经济规划` is 云岚省 whoever issued it; `数字经济规划` issued by `云岚省人民政府` too; by `国务院`, 全国; by nobody known, None.
    """
    place, body = place_in(title), place_at_head(issuer) if issuer else None
    if place:
        # 通州区… issued by 北京市通州区人民政府: the issuer says where it lies.
        return body if body and body != place and body.endswith(place) else place
    if is_national(title):
        return NATION
    if body:
        return body
    if issuer and is_national(issuer):
        return NATION
    # 省财政厅… passed on by 云岚省人民政府办公厅.
    if cover and (place := place_at_head(cover)):
        return place
    if number and (place := place_of_number(number)):
        return place
    return NATION if is_law(title) or _national_title().match(title) else None


@functools.cache
def _national_title() -> re.Pattern[str]:
    data = _data()["national"]
    return re.compile(rf"(?:{_LEAD.pattern})?(?!{_not_national().pattern})(?:{'|'.join(data['title_words'])})")


@functools.cache
def _law() -> re.Pattern[str]:
    data = _data()["national"]
    return re.compile(rf"(?:{'|'.join(data['laws'])})(?:[（(〔][^（）()〔〕]*[）)〕])*\Z")


def is_law(title: str) -> bool:
    """Whether a title without a place is that of a law or regulation of the state: a place's own always bear its name.

    `公园法`, `公园管理条例（2019年修订）`; not `公园管理办法`, `水质的测定光度法`.
    """
    return _law().search(title) is not None


def without_place(title: str) -> str:
    """A title without the place it begins with: `2022年云岚省公园规划` gives 2022年公园规划, and a law's name loses 中华人民共和国."""
    _, start, end = _head(title)
    return title[:start] + title[end:].removeprefix(str(_data()["national"]["full_name"]))


def local_place(title: str, region: str | None) -> str | None:
    """The place that tells a policy from those of the same title elsewhere: the title's own, else `region`; None for national ones."""
    place = place_in(title) or region
    return place if place != NATION else None


def level_of_place(region: str) -> Level | None:
    """How high a place stands, by the last of its names: 全国, 云岚省, 云岚省青汀市, 临澜县; None for one that is no unit of administration."""
    if region == NATION:
        return "national"
    names = list(_places_of(region))
    last = names[-1] if names else region
    if last in _provinces() or last == TAIWAN or last.endswith(("省", "自治区", "特别行政区")):
        return "province"
    if last in _cities() or last.endswith(("自治州", "州", "盟", "地区")):
        return "city"
    if last.endswith(("县", "旗", "区")):
        return "county"
    # 云岚省青汀市 is a city under its province, 云岚省青汀市临澜市 one under a city.
    return ("county" if len(names) > 2 else "city") if last.endswith("市") else None


def _places_of(region: str) -> Iterator[str]:
    """The names a region is made of: 云岚省青汀市临澜县 is three."""
    at = 0
    while at < len(region):
        name, end = _chain(region, at, listed_only=False, most=1)
        if end == at:
            return
        yield name
        at = end


def outer_place(region: str, kind: str) -> str | None:
    """The part of a region up to the place of a kind: of 云岚省青汀市 云岚省 for 省, all of it for 市; None where it has none."""
    names: list[str] = []
    for name in _places_of(region):
        names.append(name)
        if name.endswith(kind) or (kind == "区" and name.endswith("自治区")):
            return "".join(names)
    return None


def place_order(region: str) -> tuple[int, str]:
    """Sorts regions as official tables do: provinces in their order, each before the places in it, unknown places last."""
    for number, province in enumerate(_data()["province"]):
        if region.startswith(province["name"]) or region in province["prefectures"]:
            return number, region
    return len(_data()["province"]), region

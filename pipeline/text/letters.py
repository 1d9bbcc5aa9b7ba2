"""Line ends put back in a letter that runs on: after its number, its addressees, its signature with the date, and the note after that."""

from __future__ import annotations

import re

from pipeline.text.labels import HAN, SPACES

_S = f"[{SPACES}]*"
#: `某政发〔2018〕12号` at the beginning of a line that goes on with something else than a sentence about it.
_NUMBER = re.compile(
    rf"{_S}[A-Za-z{HAN}]{{2,14}}{_S}[〔\[（(［【]{_S}\d{{4}}{_S}[〕\]）)］】]{_S}第?\d{{1,5}}{_S}号{_S}(?=[{HAN}《])(?![文和及与的规中])"
)
#: `各市、县（区）人民政府：现将…`: who is written to, up to the colon; then how a letter begins.
_TO = re.compile(
    rf"{_S}(?:各|有关|[{HAN}]{{2,20}}(?:人民政府|委员会|[部委局厅]))[^。；：:]{{0,600}}(?:人民政府|单位|部门|机构|企业|公司|学校|院校|中心|[部委局厅办院会）)])"
    rf"{_S}[：:]{_S}(?=《|现将|现就|现对|为|根据|按照|经|近年|近期|依据|当前|你们?|今年|为了|最近)"
)
#: A list of enclosures, but not one that is spoken of (`详见附件：1.…`, `（附件：1.…`).
_ENCLOSED = re.compile(rf"(?<![见及的和与于按（(])(?:附件|附表)[：:]{_S}1{_S}[.．、](?!\d)")
_GAP = re.compile(f"[{SPACES}]+")
_NUMERAL = "[一二三四五六七八九十〇○零]"
_DATE = rf"(?:(?:19|20)\d{{2}}{_S}年{_S}\d{{1,2}}{_S}月{_S}\d{{1,2}}{_S}日|[一二]{_NUMERAL}{{3}}年{_NUMERAL}{{1,2}}月{_NUMERAL}{{1,3}}日)"
_DATED = re.compile(_DATE)
#: Who signs, right before the date: an office, or a person after an office.
_LEADER = rf"[{HAN}]{{0,16}}(?:[部省市县区州厅局]长|主席|主任|总理|署长)"
_OFFICE = rf"[{HAN}]{{2,30}}(?:政府|办公厅|办公室|委员会|国务院|总局|领导小组|[部厅局署院会委处])"
_SIGNER = re.compile(rf"(?:^|(?<=[。！；）)])|(?<=[{SPACES}]))(?:{_OFFICE}|{_LEADER} ?[{HAN}]{{2,4}}|{_LEADER} ?[{HAN}] [{HAN}]){_S}$")
#: After the date: these go on with a sentence.
_GOES_ON = re.compile(
    rf"{_S}(?:[，。；、：:,;—\-~至到以起前后止底在的之第作召令]|上午|下午|通过|会议|印发|发布|公布|施行|实施|修正|修订|批准|下发|出台|成立|联合|决定|开始|正式|生效|文件|$)"
)
_NOTE = re.compile(rf"{_S}[（(](?:此件|此页|本文|信息公开|联系人)[^（）()]{{0,40}}[）)]{_S}")
#: A headline set apart from what follows by a space alone.
_TITLE = re.compile(
    rf"[^，。；：:{SPACES}（(][^，。；：:]{{4,90}}?(?:通知|意见|方案|规划|纲要|办法|决定|条例|细则|计划|规定|要点|措施|目录|规范|规程|标准|预案)"
    rf"(?:[（(][^（）()，。]{{1,24}}[）)])?[{SPACES}]+(?=[{HAN}《])"
)
#: What a letter ends with before its signature.
_ENDS = frozenset("。！；")
#: How far before a date its signer is looked for.
_REACH = 48


def letter_breaks(text: str) -> set[int]:
    """Offsets in one line at which a part of a letter begins.

    `…〔2018〕12号各市、县人民政府：现将…` is cut before `各` and `现`, `…贯彻执行。某省人民政府2018年5月2日某省乡村服务方案` before the
    signature and after its date, `（此件公开发布）某省…` after the note. Not cut are `某政发〔2018〕12号文件要求…`, `某厅2018年5月2日印发的…`, nor
    a signature in brackets.
    """
    found: set[int] = set()
    begin = 0
    if (number := _NUMBER.match(text)) and number.end() < len(text):
        begin = number.end()
        found.add(begin)
    if (to := _TO.match(text, begin)) and to.end() < len(text):
        found.add(to.end())
    found |= {enclosed.start() for enclosed in _ENCLOSED.finditer(text) if enclosed.start()}
    for dated in _DATED.finditer(text):
        _at_signature(text, dated, found)
    if note := _NOTE.match(text):
        found |= {note.end()} - {len(text)}
    return found | {title.end() for start in found if (title := _TITLE.match(text, start))}


def _at_signature(text: str, dated: re.Match[str], found: set[int]) -> None:
    """Add the breaks around a signature that this date closes."""
    first = max(0, dated.start() - _REACH)
    signer = _SIGNER.search(text[first : dated.start()])
    alone = dated.start() < _REACH and not text[: dated.start()].strip(SPACES)
    after = dated.end()
    if not (signer or alone) or (_GOES_ON.match(text, after) and text[after:].strip(SPACES)):
        return
    start = first + signer.start() if signer else 0
    if start and text[max(0, start - _REACH) : start].rstrip(SPACES)[-1:] in _ENDS:
        found.add(start)
    if note := _NOTE.match(text, after):
        found.add(after)
        after = note.end()
    gap = _GAP.match(text, after)
    after = gap.end() if gap else after
    if after + 3 < len(text) and text[after] not in "（()）":
        found.add(after)

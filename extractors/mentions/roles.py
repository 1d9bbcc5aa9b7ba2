"""What a document has to do with a policy it names: it is that policy, reports on it, or merely cites it."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from extractors.records import Context, MentionRole

_SENTENCE_END = re.compile(r"[。！？；\n]")
#: What does not distinguish two writings of one title.
_NOISE = re.compile(r"[\s《》〈〉<>“”‘’\"'（）()\[\]【】〔〕—–―~～·、，,\-]")
#: 《…方案》（以下简称《方案》): the short name stands in a bracket right after the title, or after its document number.
_SHORT_NAME = re.compile(r"\s*(?:[（(][^（）()\n]{0,40}[）)])?\s*[（(][^（）()《》\n]{0,24}?(?:简称|下称|称)为?[“\"‘]?\Z")
#: A title right before another: 《甲》《乙》, 《甲》、《乙》 and 《甲》和《乙》 share what is said of them.
_LIST_JOINT = re.compile(r"(?:（[^（）]{0,40}）)?[、和及与]?(?:以及)?\Z")
#: What stands in brackets after a title: its document number, its short name.
_BRACKETS = r"(?:[（(][^（）()]{0,60}[）)])*\s*"
_YEAR = re.compile(r"((?:19|20)\d\d)年")
_REACH = 60
#: A covering notice stands at the head; 制定《…》 further on sets a task.
_HEAD = 3000
#: A shorter title (《方案》) names no policy by itself.
_SHORTEST_NAME = 4


@functools.cache
def _words(table: str, name: str) -> str:
    data = tomllib.loads(Path(__file__).with_name("lexicon.toml").read_text(encoding="utf-8"))
    return "|".join(sorted(data[table][name], key=len, reverse=True))


@functools.cache
def _pattern(name: str) -> re.Pattern[str]:
    """The patterns made of the lexicon, compiled on first use."""
    issuing = _words("issuing", "verbs")
    patterns = {
        "cited": rf"(?:{_words('citing', 'before')})[^，。；《》]{{0,20}}\Z",
        "issued": rf"(?:{issuing})(?:给你|你们|施行|执行|实施|如下|，|。|\Z)|现予(?:以)?(?:{issuing})|予以(?:{issuing})",
        "hereby": rf"(?:{_words('issuing', 'before')})[^，。；《》]{{0,30}}\Z",
        "approved": rf"{_BRACKETS}[^，。；\n《》]{{0,20}}?(?:{_words('issuing', 'approved')})",
        "covering": rf"(?:{issuing})(?P<carried>.+?)(?:通知|函|公告|决定|命令|通告|令)?\Z",
        "says": rf"{_BRACKETS}(?:还|也|中|，)*(?:{_words('reporting', 'says')})",
        "follows": rf"{_BRACKETS}(?:还|也|中|已|正式|近日|日前|，)*(?:{_words('reporting', 'follows')})",
        "told": rf"(?:{_words('reporting', 'before')})(?:实施)?(?:的|了|关于|对)*\Z",
        "ended": rf"{_BRACKETS}[^。；《》\n]{{0,12}}(?:废止|停止执行|失效)",
        "earlier": _words("reporting", "earlier"),
    }
    return re.compile(patterns[name])


def roles(text: str, spans: Sequence[tuple[int, int]], titles: Sequence[str], context: Context) -> list[MentionRole]:
    """The role of each mention; all mentions of one title, and of the short name the text gives it, share the strongest.

    An earlier edition that the text ends (`《X》同时废止`) is cited, whatever its title. In a policy text `现将《X》印发给你们` is
    `fulltext` and `根据《X》` `cites`; in an article `《X》提出` and `近日印发《X》` are `reports`, `早在2018年印发的《X》` is `cites`.
    """
    groups, lists = _groups(text, spans, titles), _lists(text, spans)
    policy = context.genre == "policy"
    role: MentionRole = "fulltext" if policy else "reports"
    chosen = {
        group
        for index, group in enumerate(groups)
        if (_is_carried(text, lists[index], titles[index], context) if policy else _is_told(text, spans[index], titles[index], context))
    }
    ended = _pattern("ended")
    return [role if group in chosen and not ended.match(text, end) else "cites" for group, (_, end) in zip(groups, spans, strict=True)]


def plain(title: str) -> str:
    """A title without what differs between two writings of it: spaces, brackets, quotation marks, dashes."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", title))


def _bare(title: str) -> str:
    """A plain title without 的, which a covering notice often leaves out."""
    return plain(title).replace("的", "")


def _groups(text: str, spans: Sequence[tuple[int, int]], titles: Iterable[str]) -> list[str]:
    """For each mention the plain title it stands for: its own, or the one whose short name it is."""
    stands_for: dict[str, str] = {}
    groups: list[str] = []
    for index, title in enumerate(titles):
        name = plain(title)
        if index and _SHORT_NAME.match(text[spans[index - 1][1] : spans[index][0]]):
            stands_for[name] = groups[index - 1]
        groups.append(stands_for.get(name, name))
    return groups


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a span in its sentence, at most `_REACH` characters each."""
    before = text[max(0, start - _REACH) : start]
    after = text[end : end + _REACH]
    cut = max((match.end() for match in _SENTENCE_END.finditer(before)), default=0)
    stop = _SENTENCE_END.search(after)
    return before[cut:], after[: stop.start()] if stop else after


def _is_carried(text: str, listed: tuple[tuple[int, int], int], title: str, context: Context) -> bool:
    """Whether the document is the policy: it bears its title, or its covering notice issues it.

    `listed` is the first mention of the list that it stands in and where that list ends.
    """
    name, own = _bare(title), _bare(context.title or "")
    if own and len(name) >= _SHORTEST_NAME:
        covering = _pattern("covering").search(own)
        if name == own or (covering and covering["carried"].endswith(name)):
            return True
    first, end = listed
    if first[0] > _HEAD:
        return False
    before, _ = _sentence(text, *first)
    if _pattern("cited").search(before):
        return False
    issued = _pattern("issued").search(text, end, end + 2 * _REACH) is not None
    return issued and bool(_pattern("hereby").search(before) or _pattern("approved").match(text, end))


def _lists(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[tuple[int, int], int]]:
    """For each mention the first mention of the list it stands in (`《甲》《乙》`, `《甲》和《乙》`) and where the last one ends."""
    lists: list[tuple[tuple[int, int], int]] = []
    begin = 0
    for index, (_, end) in enumerate(spans):
        if index + 1 == len(spans) or not _LIST_JOINT.fullmatch(text, end, spans[index + 1][0]):
            lists += [(spans[begin], end)] * (index + 1 - begin)
            begin = index + 1
    return lists


def _is_told(text: str, span: tuple[int, int], title: str, context: Context) -> bool:
    """Whether an article is about the policy: its headline names it, it says what the policy says, or that it has come out."""
    name = plain(title)
    if len(name) >= _SHORTEST_NAME and name in plain(context.title or ""):
        return True
    before, after = _sentence(text, *span)
    if _pattern("cited").search(before):
        return False
    if _pattern("says").match(after):
        return True
    if _pattern("earlier").search(before) or _is_old(before, context):
        return False
    return bool(_pattern("follows").match(after) or _pattern("told").search(before))


def _is_old(before: str, context: Context) -> bool:
    """Whether the sentence so far names a year before the page's own."""
    years = [int(year) for year in _YEAR.findall(before)]
    return bool(years and context.published and max(years) < context.published.year)

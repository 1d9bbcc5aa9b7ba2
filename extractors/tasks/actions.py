"""Whether the words of an item say what is to be done."""

from __future__ import annotations

import functools
import itertools
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from extractors.outline.kinds import container_names, kind_of
from extractors.outline.verbs import verb
from extractors.words import cut, tags

_SPACE = re.compile(r"\s+")
_ASIDE = re.compile(r"[（(][^（）()]*[）)]|《[^《》]*》|「[^「」]*」|[“”\"]")
#: An adverbial before the verb: `分类优化财产登记`, `全生命周期保障健康`.
_LATE = re.compile(r"(?:全[^，。；：、的]{1,4}|[分多按依逐跨上下内外同协联多常长][^，。；：、的]{1,2})(?:优化|拓展|保障|推进|推动|提升|加强|强化|建设|开展|实施|发展|完善|打造|构建|促进|落实|支持|培育|整治|治理|管理|服务)[^，。；：]{2,}")
#: What has become or shall become of something: `高水平开放能级明显提升`; a state, not a measure.
_STATE = re.compile(
    "^[^，]*(?:明显|显著|不断|持续|更加|稳步|大幅|日益|逐步|基本|进一步|取得)(?:提升|增强|提高|改善|优化|完善|扩大|形成|建成|健全|加快|加强|深化|巩固|拓展|显现|好转|增加|壮大|突破|新?进展|新?成效)$"
)
_AMENDS = re.compile("修改为|删去|删除第|作为第|[增新]加?增?一[条款项]|改为第")
_CLAUSE = re.compile("[，；]")
#: `实行…制度`: an article that brings something in.
_INTRODUCES = re.compile("^(?:实行|推行|鼓励|支持|建立)|(?:实行|推行).{0,20}(?:制|制度)$")
_SLOGAN = re.compile(r"[^，。；：、\d]{4,12}(?:，[^，。；：、\d]{4,16})+")
_DATED = re.compile(r"(?:到|至|从|自)?(?:\d{4}|[一二三四五六七八九〇]{4})年|(?:今年|明年|年底|[一二]季度|\d{1,2}月)")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of `tasks.toml`."""

    heads: tuple[str, ...]
    frames: tuple[str, ...]
    procedures: tuple[str, ...]
    statives: frozenset[str]
    measures: tuple[str, ...]
    obliges: re.Pattern[str]
    excuses: re.Pattern[str]
    preposition: re.Pattern[str]
    late_verb: re.Pattern[str]
    announces: tuple[str, ...]
    announces_other: tuple[str, ...]
    columns: dict[str, frozenset[str]]


@functools.cache
def lexicon() -> Lexicon:
    """The lexicon, read and compiled at the first call."""
    with Path(__file__).with_name("tasks.toml").open("rb") as file:
        data = tomllib.load(file)
    any_of = "|".join
    return Lexicon(
        heads=tuple(data["names"]["heads"]),
        frames=tuple(data["names"]["frames"]),
        procedures=tuple(data["names"]["procedures"]),
        statives=frozenset(data["names"]["statives"]),
        measures=tuple(data["names"]["measures"]),
        obliges=re.compile(any_of(data["duty"]["obliges"])),
        excuses=re.compile(any_of(data["duty"]["excuses"])),
        preposition=re.compile(any_of(data["duty"]["prepositions"])),
        late_verb=re.compile(any_of(data["duty"]["late_verbs"])),
        announces=tuple(data["announce"]["tasks"]),
        announces_other=tuple(data["announce"]["others"]),
        columns={role: frozenset(names) for role, names in data["table"].items()},
    )


def bare(title: str) -> str:
    """`title` without white space, asides and quotation marks."""
    return _ASIDE.sub("", _SPACE.sub("", title))


def only_names(title: str) -> bool:
    """Whether a heading only names a part: `重点任务`, `审查项目`, `（一）组织机构`; not `完善组织机构`."""
    words = _TIME.sub("", bare(title).rstrip("。：:"))
    if words in container_names() or len(words) < 2:
        return True
    begun = verb().match(words)
    if words.endswith(lexicon().procedures) and (begun is None or begun.group() in _NOMINAL):
        return True
    if begun is None:
        return kind_of(words) is not None or (len(words) <= _SHORT and words.endswith(lexicon().heads))
    if begun.group() in _NOMINAL:
        return words.startswith(lexicon().heads, begun.end()) or (len(words) <= _NAMED and words.endswith((*lexicon().heads, *_ABSTRACT)))
    if words.endswith(_PART_NAMES) and begun.group() not in _TRANSITIVE:
        return True
    longest = _FRAMED if begun.group() in _FRAMING else _SHORT
    return begun.group() not in _TRANSITIVE and len(words) <= longest and words.endswith(lexicon().frames) and not words.startswith("全")


#: Verbs that make names of matters: `补助额度以…计算`, `审查方式`, `服务满意度`.
_NOMINAL = frozenset(["补助", "补贴", "申请", "申报", "审查", "审核", "审批", "评价", "评估", "考核", "监督", "服务", "奖励", "登记", "备案", "培训", "参与", "参加", "组织", "安排", "检查", "资助", "处理", "管理", "监测", "采购", "退出", "应用", "遴选", "评选"])


#: Verbs that take such a noun as their object, however short the heading is: `健全机构`, `明确职责`; 实施 and 建设 do not (`实施主体`).
_TRANSITIVE = frozenset(
    ["建立", "健全", "完善", "明确", "优化", "规范", "加强", "强化", "落实", "压实", "细化", "创新", "改进", "扩大", "拓展", "拓宽", "提高", "提升", "严格", "突出", "制定", "做好", "推进", "推动", "深化", "改善", "转变", "夯实", "构建", "设立", "成立", "组建", "报送", "公布", "统筹", "理顺", "丰富", "降低", "放宽", "缩短", "简化", "取消", "确定", "分解", "化解", "解决", "聚焦", "瞄准", "培育", "引进", "开展", "抓好", "抓住", "把握", "修订", "探索", "打造", "加大", "加快", "促进", "确保", "壮大", "增强", "清理", "压减", "整合", "支持", "保障", "改革", "营造", "稳定", "维护", "畅通", "搭建", "出台", "用好", "做强", "做大", "做优", "坚持"]
)
#: Verbs that stand before the parts of a plan: `发展基础和环境`, `实施步骤`.
_FRAMING = frozenset(["发展", "实施", "建设", "编制", "创建", "整治", "治理", "开发", "试点", "投资", "督查", "检查", "监测", "普查", "评选", "改造"])
_LONGEST_HEADING = 20
_SHORT, _FRAMED, _NAMED = 6, 8, 12
#: `组织指挥体系`, `监测预警和信息报告`
_ABSTRACT = ("体系", "报告", "机制", "制度", "响应", "预警", "规定")
#: `转型升级主要任务` names a part, though it begins like a measure.
_PART_NAMES = ("主要任务", "重点任务", "工作任务", "主要措施", "具体措施", "政策措施", "重点举措", "重点工作", "工作重点", "工作安排")
_TIME = re.compile(r"^(?:\d{4}年(?:度)?|今年|明年|下一步|下一阶段|当前|近期)+")


def is_action(title: str) -> bool:
    """Whether `title` says what is to be done.

    `加快标准研制`, `对成效明显的县给予奖励`, `企业应当如实申报` do; `监督组`, `审查项目`, `发展基础` do not.
    """
    words = bare(title)
    if only_names(title) or amends(title):
        return False
    begun = verb().match(words)
    if begun and len(words) > 3:
        return begun.group() in _TRANSITIVE or not _STATE.search(words)
    if begun is None and _verb_first(words):
        return True
    if _LATE.match(words) and not words.endswith(lexicon().heads):
        return True
    if lexicon().excuses.search(words):
        return False
    if lexicon().obliges.search(words) and len(words) > 6:
        return True
    if _DATED.match(words):
        return bool(verb().search(words)) and not words.endswith(lexicon().heads)
    if lexicon().preposition.match(words):
        return bool(lexicon().late_verb.search(words)) or any(verb().match(clause) for clause in _CLAUSE.split(words)[1:])
    return bool(_SLOGAN.fullmatch(words)) and all(verb().search(clause) for clause in _CLAUSE.split(words))


def _verb_first(words: str) -> bool:
    """Whether a short heading begins with a verb of the general dictionary that takes an object: `改良品种`, `定期巡查茶园`."""
    if not 3 < len(words) <= _LONGEST_HEADING or words.endswith(lexicon().heads) or _STATE.search(words):
        return False
    tokens = list(itertools.dropwhile(lambda token: tags().get(token) in ("d", "ad"), cut(words)))
    if len(tokens) < 2 or len(tokens[0]) < 2 or tags().get(tokens[0]) != "v" or tokens[0] in lexicon().statives:
        return False
    return len(tokens) > 2 or tags().get(tokens[1], "").startswith("n")


def amends(sentence: str) -> bool:
    """Whether a sentence changes the wording of a law: `第六条增加一款，作为第二款`."""
    return _AMENDS.search(sentence) is not None


def obliges(sentence: str) -> bool:
    """Whether an article's sentence obliges somebody to act: `建设单位应当办理手续`; not `本条例所称…是指…`, `违反…的，处…罚款`."""
    words = bare(sentence)
    if lexicon().excuses.search(words):
        return False
    return bool(lexicon().obliges.search(words) or _INTRODUCES.search(words))

"""Whether the words of an item say what is to be done."""

from __future__ import annotations

import itertools
import re

from extractors.outline.kinds import container_names, kind_of
from extractors.outline.verbs import verb
from extractors.tasks.lexicon import lexicon
from extractors.words import cut, tags

_SPACE = re.compile(r"\s+")
_ASIDE = re.compile(r"[（(][^（）()]*[）)]|「[^「」]*」|[“”\"]")
_CITED = re.compile("《[^《》]*》")
#: What stands for the name of a document, which says nothing of what is to be done.
_DOCUMENT = "某某"
_TIME = re.compile(r"^(?:\d{4}年(?:度|全年)?|\d{1,2}(?:月[底初]?)?[—–－~～至到-]?\d{0,2}月[底份]?|今年|明年|下一步|下一阶段|当前|近期)+")
_DATED = re.compile(r"(?:到|至|从|自)?(?:\d{4}|[一二三四五六七八九〇]{4})年|(?:今年|明年|年底|[一二]季度|\d{1,2}月)")
_CLAUSE = re.compile("[，；]")
#: An adverbial of a few characters before the verb: 分类, 全省域, 多渠道.
_ADVERBIAL = re.compile("全[^，。；：、的]{1,4}|[分多按依逐跨上下内外同协联多常长][^，。；：、的]{1,2}")
_SLOGAN = re.compile(r"[^，。；：、\d]{4,12}(?:，[^，。；：、\d]{4,16})+")
#: What a place did, as commendations tell it: `青汀市多措并举，推进茶改`; `各县要…` and `全市推进…` say what to do.
_PLACE_DOES = re.compile(
    "(?![各全本有相该我])(?:(?![的对在由以为将把从让])[\u4e00-\u9fff]){2,8}?(?:省|自治[区州]|(?<![城都])市|县|盟|自贸试验区)(?![级场直属内外域政民容辖要应须将可])"
)
#: What such a compound ends with, before its predicate: `划转对象以印发日为准`; verbs whose object these are as often.
_COMPOUND = re.compile("(?:对象|方案|范围|比例|主体|基准日|过程|期间|结果|程序|单位|人员)(?=[以为应须涉按由在是的，])")
#: `支持范围`, `奖励对象`: what is given to whom, no action.
_SUPPORT = re.compile("(?:支持|扶持|奖励|奖补|补助|补贴|资助|帮扶|申报|评选|认定)的?(?:范围|对象|标准|条件|方式|内容|额度|比例|期限|方向|重点|程序)")
_COMPILED = frozenset({"编制", "实施", "申报"})
#: `政企联动` before what is done in its spirit.
_MOTTO = re.compile(r"[^，。；：、的是了有\d]{4,8}")
#: What has become or shall become of something: `开放能级明显提升`; a state, not a measure.
_STATE = re.compile(
    "^[^，]*(?:明显|显著|不断|持续|更加|稳步|大幅|日益|逐步|基本|进一步|取得)"
    "(?:提升|增强|提高|改善|优化|完善|扩大|形成|建成|健全|加快|加强|深化|巩固|拓展|显现|好转|增加|壮大|突破|新?进展|新?成效)$"
)
#: What drives something on, as a heading puts it: `低碳引领茶业改革`; not `茶都引领带动作用`.
_DRIVES = re.compile("[^，。；：、的]{2,6}(?:引领|促进|驱动|赋能|助推|助力|带动)[^，。；：、的]{2,10}(?<!战略)(?<!机制)(?<!行动)(?<!体系)(?<!作用)")
#: `围绕茶业，提出三项指标`: what a plan holds.
_SETS_FIGURES = re.compile("(?:^|，)(?:提出|设置|设定)[^，。]{0,6}(?:指标|目标)(?=，|$)")
#: `清理整顿工作的主要内容` names a part, though it begins like a measure; `加强茶业工作的组织领导` does not.
_PART_OF_WORK = re.compile(
    "(?!加强|强化|做好|抓好|落实|明确|完善|健全|切实|进一步|规范|细化|改进|推进|推动|加快|加大)[^，对]{2,8}(?:工作)?的"
    "(?:主要|具体|基本|重点)?(?:内容|任务|措施|目标|要求|原则|范围|对象|意义|时间|时限|重点|依据|主体|方式|途径|环节|组织领导|组织实施|方法、?步骤|步骤|方法|安排|步骤和方法|方法和步骤)"
)
#: `规划面积12平方公里`, `建设期限两年`: a measure of what is planned, in the sense of a size.
_SIZE = re.compile(
    "(?:规划|建设|用地|占地|建筑|设计|投资|项目|实施|试点)总?(?:面积|规模|投资|范围|期限|年限|能力|容量|周期|工期|地点|期)(?:约?为|是|约|[：:\\d])"
)
#: What a rule does about wrongdoing: `骗取奖金的，由茶办追回`.
_PENAL = re.compile("^[^，。；]{0,40}(?:骗取|套取|冒领|虚报|瞒报|隐瞒|弄虚作假|剽窃|侵占|截留|挪用|违反|违规|违法|拒不|擅自|逾期)[^。；]{0,50}的，")
#: Who is charged with it: `由茶办牵头，四月底前完成`; not `由茶办负责的事项`.
_CHARGED = re.compile("(?:^|[，。；：\n])由[^，。；：可的]{2,30}(?:牵头|负责(?!人|解释|同志)|安排|落实|承担|组织|实施|完成)(?!的)")
_AMENDS = re.compile("修改为|”改为“|删去|删除第|作为第|[增新]加?增?一[条款项]|改为第")
#: `实行…制度`: an article that brings something in.
_INTRODUCES = re.compile(
    "(?![^，。；]{0,40}(?:总裁|主任|经理|院长|校长|所长|理事会|董事会)[^，。；]{0,8}负责制)"
    "(?:^(?:实行|推行|建立|健全|完善|组建|设立|成立|加强)|(?:实行|推行)[^，；]{0,40}(?:制|制度|(?:协议|合同|台账|清单|专账|分类|分级|动态|闭环|目录|备案|审批|项目|实名|网格化)管理)(?=$|，))"
)
#: `增加补贴的办法`
_OF = ("的办法", "的规定", "的内容", "的要求", "的标准", "的程序", "的范围", "的情况", "的措施", "的意见")
#: `承办单位`, `参赛人员`: who or what takes part, behind a verb.
_ORGANISERS = ("单位", "人员", "对象", "主体", "方式", "办法", "程序", "条件", "地点", "时间", "范围")
#: How long a name of a matter can be: behind any verb, by itself, behind a verb such as 实施, behind one such as 审查.
_BARE, _SHORT, _FRAMED, _NAMED = 4, 6, 9, 12
_LONGEST_HEADING = 20
#: `在…`, `把…`: what stands before a verb with its object.
_PLACED = re.compile("[把将以由向从在按]")
_ADVERBIAL_ENDS = ("中", "时", "后", "前", "的", "上", "下", "方面", "者", "审批", "期间", "情况")
#: Who may, need not: `可以检查`, `可向茶办申请`.
_MAY = re.compile("可以|有权|可(?=[向由按申])")
_LISTED = re.compile("[、和及与]")
_BODY_CLAUSE = re.compile("[，；。：\n]")
_LEAD_IN = re.compile("^(?:要|应|将|须|主要|重点|着重|首先|同时|此外|并|再|一是|二是|三是)+")
#: What has been done: `已建成`, `完成了`, `五年来`.
_PAST = re.compile("已(?:经|建|完|有|成|基本|形|累)|[^为除]了(?!解|断|结|然)|累计|截至|以来|年来|去年|上年|共计|年底?全[省市县]共")


def only_names(title: str) -> bool:
    """Whether a heading only names a part or a matter: `重点任务`, `审查项目`, `组织机构`; not `完善组织机构`."""
    words = _TIME.sub("", _bare(title).rstrip("。：:"))
    if len(words) < 2 or words in container_names():
        return True
    if _PART_OF_WORK.fullmatch(words) or _SUPPORT.fullmatch(words) or _SIZE.match(words):
        return True
    verbs, names = lexicon().verbs, lexicon().names
    begun = verb().match(words)
    governs = begun.group() if begun else ""
    if words.endswith(names.procedures) and (not governs or governs in verbs.nominal):
        return True
    if len(words) <= _BARE and words.endswith(names.course):
        return True
    parts = _LISTED.split(words)
    if len(parts) > 1 and all(len(part) <= _SHORT and part.endswith(names.heads) for part in parts) and governs not in verbs.transitive:
        return True
    if begun and words.startswith("的", begun.end()) and "，" not in words:
        return True
    if begun is None:
        return (kind_of(words) is not None and not acts(words)) or (len(words) <= _SHORT and words.endswith(names.heads))
    if governs in verbs.nominal:
        return words.startswith(names.heads, begun.end()) or (len(words) <= _NAMED and words.endswith((*names.heads, *names.abstract)))
    if governs in verbs.transitive:
        return False
    if governs in verbs.intransitive and "，" not in words and words.endswith(names.heads):
        return True
    if words.endswith(_OF):
        return len(words) <= _LONGEST_HEADING
    if len(words) <= _BARE and begun.end() > 1 and words.endswith(_ORGANISERS):
        return True
    longest = _FRAMED if governs in verbs.framing else _BARE
    return words.endswith(names.parts) or (len(words) <= longest and words.endswith(names.frames) and not words.startswith("全"))


def is_action(title: str) -> bool:
    """Whether `title` says what is to be done.

    `加快标准研制`, `对成效明显的县给予奖励`, `企业应当如实申报` do; `监督组`, `审查项目`, `发展基础` do not.
    """
    if only_names(title) or amends(title):
        return False
    words = _bare(title)
    if _SETS_FIGURES.search(words):
        return False
    begun = verb().match(words)
    if begun and len(words) > 3 and not _is_compound(words, begun):
        return begun.group() in lexicon().verbs.transitive or not _STATE.search(words)
    if (begun is None and _begins_with_verb(words)) or _begins_with_adverbial(words):
        return True
    if _DRIVES.fullmatch(words) and not words.endswith(lexicon().names.heads) and not _STATE.search(words):
        return True
    if lexicon().excuses.search(words):
        return False
    if len(words) > _SHORT and (_duty(words) or acts(words) or lexicon().relief.search(words)):
        return True
    if _PLACE_DOES.match(words):
        return False
    clauses = _CLAUSE.split(words)
    if _DATED.match(words):
        return verb().search(words, 0, len(words) - 2) is not None and not words.endswith(lexicon().names.heads)
    if lexicon().preposition.match(words):
        late = lexicon().late_verb.search(words) is not None or any(verb().match(clause) for clause in clauses[1:])
        return late or _acts_upon(clauses[0])
    if _SLOGAN.fullmatch(words) and all(verb().search(clause) for clause in clauses):
        return True
    return len(clauses) > 1 and _MOTTO.fullmatch(clauses[0]) is not None and _measures(clauses[1])


def _is_compound(words: str, begun: re.Match[str]) -> bool:
    """Whether the verb that `words` begin with only makes a noun with what follows: `划转方案应明确期限`; not `实施方案公开`."""
    verbs = lexicon().verbs
    return begun.group() in (verbs.framing | verbs.nominal) - _COMPILED and _COMPOUND.match(words, begun.end()) is not None


def _measures(clause: str) -> bool:
    """Whether the clause behind a motto is a measure: `积极建设茶城`, `以改革精神加强茶办`; not `成效明显提升`."""
    begun = verb().match(clause)
    if begun:
        return len(clause) > begun.end() + 1 and not {begun.group()} & lexicon().verbs.nominal and not _STATE.search(clause)
    return _acts_upon(clause)


def _acts_upon(clause: str) -> bool:
    """Whether a verb with its object follows a prepositional phrase: `在山区布局茶站`; not `在建设过程中`."""
    if not _PLACED.match(clause) or clause.endswith(_ADVERBIAL_ENDS):
        return False
    return any(len(clause) - begun.end() > 1 for begun in verb().finditer(clause, 3))


def prescribes(words: str) -> bool:
    """Whether any clause of a body says what to do: `以茶为主，打造茶城`, `县茶办制定细则`; not `茶山包括甲乙两山`, `建成了茶城`.

    Unlike a heading's, a body's clauses may have a subject and may name where and with what something is done.
    """
    bare, verbs = _bare(words), lexicon().verbs
    if _PAST.search(bare) or amends(bare):
        return False
    for clause in _BODY_CLAUSE.split(bare):
        stripped = _LEAD_IN.sub("", clause)
        begun = verb().match(stripped)
        if begun and len(stripped) > max(3, begun.end()) and not _STATE.search(stripped) and not {begun.group()} & (verbs.nominal | verbs.means):
            return True
        if _acts_upon(stripped) or acts(stripped):
            return True
    if _CHARGED.search(bare) and lexicon().excuses.search(bare) is None:
        return True
    return _duty(bare) and lexicon().excuses.search(bare) is None


def is_present(words: str) -> bool:
    """Whether nothing in `words` is said to have been done: `茶检单位提交报告`; not `茶检单位已提交报告`."""
    return _PAST.search(_bare(words)) is None


def acts(clause: str) -> bool:
    """Whether a public organ is the subject and does something: `县茶办制定细则`, `各部门会同茶办，…`; not `县茶办可以委托`."""
    return lexicon().organ_acts.match(clause) is not None and _MAY.search(clause) is None


def amends(sentence: str) -> bool:
    """Whether a sentence changes the wording of a law: `第六条增加一款，作为第二款`."""
    return _AMENDS.search(sentence) is not None


def obliges(sentence: str) -> bool:
    """Whether an article's sentence obliges somebody to act.

    `建设单位应当办理手续` does; `本条例所称…是指…`, `违反…的，处…罚款` and `茶企不得掺假` do not.
    """
    words = _bare(sentence)
    if amends(words) or _PENAL.search(words) or lexicon().excuses.search(words):
        return False
    if any(_obligation(clause) for clause in _CLAUSE.split(words)) or lexicon().charges.search(words):
        return True
    return (_INTRODUCES.search(words) is not None and not lexicon().static.search(words)) or acts(words)


def _obligation(clause: str) -> bool:
    """Whether a clause obliges somebody to act: `茶企应当建档`; not `申请书应当载明产地`, `茶园应当遵循自愿原则`."""
    return lexicon().obliges.search(clause) is not None and not lexicon().static.search(clause)


def _duty(words: str) -> bool:
    """Whether any clause obliges or forbids: `茶企应当建档`, `茶企不得掺假`; not `申请书应当载明产地`."""
    lexed = lexicon()
    return any((lexed.obliges.search(clause) or lexed.forbids.search(clause)) and not lexed.static.search(clause) for clause in _CLAUSE.split(words))


def _bare(title: str) -> str:
    """`title` without white space, asides, quotation marks and the names of documents."""
    return _CITED.sub(_DOCUMENT, _ASIDE.sub("", _SPACE.sub("", title)))


def _begins_with_verb(words: str) -> bool:
    """Whether a short heading begins with a verb of the general dictionary that takes an object: `嫁接良种茶树`; not `损害评估`, `联办单位认定`."""
    names, verbs = lexicon().names, lexicon().verbs
    if not 3 < len(words) <= _LONGEST_HEADING or words.endswith((*names.heads, *names.measures)) or _STATE.search(words):
        return False
    tokens = list(itertools.dropwhile(lambda token: tags().get(token) in ("d", "ad"), cut(words)))
    if len(tokens) < 2 or len(tokens[0]) < 2 or tags().get(tokens[0]) != "v" or tokens[0] in (*verbs.statives, *verbs.intransitive):
        return False
    return tokens[1] not in (*names.heads, "、") and tags().get(tokens[-1], "n").startswith("n")


def _begins_with_adverbial(words: str) -> bool:
    """Whether an adverbial stands before the verb: `分类优化财产登记`, `全生命周期保障健康`; not `全省茶园面积`."""
    if words.endswith(lexicon().names.heads) or not _ADVERBIAL.match(words):
        return False
    late = lexicon().verbs.late.search(words, 2, 8)
    return late is not None and len(words) - late.end() > 1 and _ADVERBIAL.fullmatch(words, 0, late.start()) is not None

"""Parts whose items are no tasks: conditions, papers and scope, and the approvals that a decision does away with."""

from __future__ import annotations

import re

from extractors.outline.verbs import verb
from extractors.tasks.actions import amends, is_action
from extractors.tasks.lexicon import lexicon

#: What a list of conditions, cases or papers is announced with.
_CRITERIA = re.compile(
    r"(?:下列|以下|如下|符合|具备|满足|提交|提供|附上|检附|包括|[应须需])[^，。：]{0,20}(?:条件|材料|情形|资料|文件|标准|要件|资格|内容|之一|包括|范围)(?:之一)?(?:的|者)?[：:]?$"
    r"|(?:载明|记载|注明|列明|写明)(?:下列|以下|如下)[^，。：]{0,6}事项[：:]?$"
    r"|^[^，。：]{0,10}(?:条件|材料|情形|资料|文件|标准|要件|资格)[：:]?$"
    r"|(?:符合|具备|满足|存在|具有|有)(?:下列|以下|如下)[^，。；：]{0,6}(?:要求|条件|问题|情形|行为|情况)[^，。；：]{0,12}(?:予以|给予|不予|应|要|可)"
)
#: A part that settles whom and what a plan is for: `（二）补助对象`; what it says of them is no task.
_SCOPE = re.compile(
    "[^，。；：和与及、]{0,6}(?:对象|范围|比例|额度|权责|权利|基准日|资格|(?:补[助贴]|奖励|资助|扶持|收费|考核|评分|评价|验收|认定)标准)"
)
#: `主要是指茶苗补助`, `茶业补助主要包括…`: what a name covers.
_COVERS = re.compile(r"\s*[^，。；：\n]{0,16}?主要(?:是指|指|包括|包含|是(?=[^，。；]{2,40}(?:[，。]明确|等)))")
#: Which level of government a matter is and who pays for it.
_BEARS = re.compile(
    "(?:明确|确定|划|作)为[^，。；]{0,24}(?:财政)?事权|(?:承担|负担|分担)(?:相应)?的?支出责任"
    "|由[^，。；]{2,24}按[^，。；]{1,16}(?:比例|标准)(?:共同)?(?:承担|分担|负担)"
)
_PAYS = re.compile(r"(?:补[助贴]|奖励|资助|给予)[^，。；]{0,12}?(?:\d[\d,.]*|[一二三四五六七八九十百千]+)[万亿]?元")
_PAPERS = re.compile("(?:下列|以下|下述)[^，。：]{0,6}(?:文件|资料|材料|书件|表件|证件|单据)")
_LISTING = re.compile("下列|以下|如下")
#: What is done about papers and conditions: `一张表单整合申报材料`; not `人才引进条件`.
_WORKS_ON = re.compile("(?:整合|优化|精简|压减|简化|规范|统一|完善|改善|清理|共享|公开|公布)(?=[^，。：]{2,8}$)")
#: A decision about approvals, and the organ in its annex that had so many of them: `四、县茶业局（3项）`.
_CUTS = re.compile(
    "(?:取消|下放|调整|清理|承接|废止|停止|保留|公布)[^。；]{0,30}(?:审批|许可|职权|权力|中介服务|收费|证明)[^。；，]{0,8}(?:事项|项目|目录|清单)"
)
_HOLDER = re.compile(r"[^，。；：]{2,24}(?:[局委厅部办会院署]|部门|机关|单位|中心)(?:[（(][^（）()]{2,16}[）)])?[（(](?:共|计)?\d{1,3}[项件个][）)]")
#: Who is to do what about it: `选手资格由县茶办负责审核`; `由县茶办出具的证明` is a paper.
_CHARGED = re.compile(
    "由[^，。；：的可]{2,16}(?:负责(?!人)|提出意见|报[^，。；]{0,8}(?:批准|备案|审批)|组织|审核|审定|认定)(?!的)|[应须]由[^，。；：的]{2,14}(?:申领|申请|办理|填[写具]|提交|报送|出具|完成|实施|签[字署])(?!的)|由[^，。；：]{2,60}负责(?!人)[^，。；]{0,8}(?:组织|实施|办理|管理)"
)
_HEAD = 800
#: `采取如下措施：`, `做好以下几项工作：` right before a list.
_MEASURES = re.compile("(?:以下|下列|如下)[^，。；：\n]{0,8}(?:措施|举措|任务|工作|行动)[^。；：\n]{0,24}[：:]\\s*$")
#: `（一）目标任务：落实部署，争先创优。`
_FRAME = re.compile("(?:总体|工作|主要)?(?:目标任务|任务目标|总体安排|总体部署|总体设想)")
_SETS_OUT = re.compile("(?:制定|制订|编制|公布|明确|优化|规范|细化|完善|统一)[^，。；：]{2,30}(?:流程|程序)")
_ANSWERS = re.compile("(?:所提|提出)的?[^，。；]{0,12}(?:问题|建议|请求|意见)[^；]{0,120}(?:函复|答复|函告)如下")
_OCCASIONS = re.compile("(?:时间安排|日程|议程|日程安排|活动安排|时间表|一览表|节目单|课程表|排期)(?:表)?$")

#: `非法采茶行为`, in a list of what is looked for; `查处非法采茶行为` says what to do.
_WRONG = re.compile("(?:行为|现象|乱象|情形)$")
#: A part of an explanation: `关于《行动》的主要内容`; not `关于茶园用地`.
_PART_OF = re.compile("^关于[^，。；]+的(?:主要|总体|基本)?(?:内容|思路|背景|意义|背景意义|情况|目的|依据|考虑|过程|要求|目标|特点)$")
#: What a notice defines, and how long it holds: `本公告所称茶企，是指…`, `本公告执行至2030年`.
_RULES = re.compile("所称|是指|[制订]定本|[本该此](?:公告|通知|办法|意见|规定|政策|措施|细则|方案)[^，。；]{0,16}(?:执行|有效期|施行)|负责解释")
#: What a list of how to work is announced with: `坚持以下战略导向：`.
_PRINCIPLES = re.compile("(?:坚持|遵循|把握|树立|贯彻)(?:以下|如下|下列)[^，。；]{0,8}(?:原则|导向|方针|理念|取向|要求)[：:]?\\s*$")
#: A heading that asks: `为什么要改茶路`, `哪些茶园可以改？`; the answers below one that asks why or which are no measures.
_QUESTION = re.compile(
    "^(?:问[：:]|请问)|^(?:为什么|为何|什么是|哪[些类种]|是否|谁|怎么|怎样|如何|何时|有[哪何]些?)|(?:什么|哪些|吗|呢|多少)[？?]?$|[？?]$"
)
_WHY = re.compile("^(?:问[：:]|请问)?(?:为什么|为何|什么是|哪[些类种]|是否|何时)|(?:什么|哪些|哪类|吗|多少|关系)[？?]?$")
#: Minutes of a meeting that settles who does what are no page of news.
_MINUTES = re.compile("会议(?:议定|决定|明确|确定)[^。；]{0,10}[：:]|纪要如下")
#: Right before an enumeration that a text calls tasks itself.
_CALLED = re.compile("(?:任务|举措|措施|重点工作|[一二三四五六七八九十几\\d](?:项|件|个方面|方面)(?:的)?工作)[^，。；：]{0,6}[：:，,]\\s*$")
#: What a speaker asks for right before it: `会议要求，各县要抓好茶业，`, `下一步，我们将从三方面发力：`; not `会议指出，去年`.
_ASKED = re.compile(
    "(?:要求|强调|部署|提出|指出|表示|建议|希望)[，：]?[^。；]{0,60}(?:(?<![主重需首])要(?![求素点件])|必须|应当?(?![用急对])|着力|重点)[^。；]{0,40}[：:，,]\\s*$"
    "|(?:如下|以下|下列)[^，。；：\\n]{0,4}(?:意见|要求|措施|安排|部署|工作)[：:，]\\s*$"
    "|(?:下一步|下一阶段|接下来|今后|今年|明年|将)[^。；]{0,30}(?:从[^。；]{1,8}(?:方面|入手|发力)|重点|着力|抓好|做好|做到|推进|采取)[^。；]{0,20}[：:，,]\\s*$"
)
#: `在培训茶农方面，` before an enumeration of measures.
_ASPECT = re.compile("(?:方面|环节|领域)[，,：:]?$")
#: What is wanting: `人才缺口大`, `设施滞后`.
_SHORTCOMING = re.compile("(?:[大小多少高低弱慢难贵强]|滞后|不足|不够|不[高强全佳畅紧]|薄弱|缺乏|短缺|紧缺|偏[低高少慢]|突出|严峻|落后|乏力)$")


def lists_criteria(heading: str) -> bool:
    """Whether a heading opens a list of conditions or papers (`申请人应当符合下列条件：`) or amends a law; not `改善基础条件`."""
    if amends(heading) or _PAPERS.search(heading):
        return True
    measure = (verb().match(heading) or _WORKS_ON.search(heading)) is not None and not _LISTING.search(heading)
    return not measure and _CRITERIA.search(heading) is not None


def describes(title: str, body: str) -> bool:
    """Whether an item only names a matter, and its text says what that covers or who pays for it.

    `茶业方面` over `主要是指…，由县财政承担支出责任` does; `茶路畅通工程` over `主要包括…` is a measure.
    """
    if title.endswith(lexicon().names.measures) or (is_action(title) and not title.endswith("方面")):
        return False
    return _COVERS.match(body) is not None or _BEARS.search(body) is not None


def pays(sentence: str) -> bool:
    """Whether a sentence only says what is paid for what, under such a heading: `新建茶园每亩补贴五百元`."""
    return _PAYS.search(sentence) is not None


def charges(sentence: str) -> bool:
    """Whether a sentence says who is to do something, so that it is no condition wherever it stands: `选手资格由县茶办负责审核`."""
    return _CHARGED.search(sentence) is not None


def opens_approvals(heading: str) -> bool:
    """Whether a heading of such a document begins with that organ: `县民政局（1项）义肢企业资格认定`."""
    return _HOLDER.match(heading) is not None


def announces_measures(before: str) -> bool:
    """Whether the words before a list announce it as measures: `茶办要通过以下措施加强监管：`; not `有下列行为之一的：`."""
    return _MEASURES.search(before) is not None


def sets_frame(title: str) -> bool:
    """Whether a name is of a part that sets goals or the order of the work, whose sentence is no task: `目标任务：…`, `总体安排：…`."""
    return _FRAME.fullmatch(title) is not None


def sets_out_procedure(heading: str) -> bool:
    """Whether a task is to set out a procedure, whose steps follow: `制定茶园审批流程` over `1.申请`; not `审批流程`."""
    return _SETS_OUT.fullmatch(heading) is not None


def answers(text: str) -> bool:
    """Whether a letter answers what was asked for, point by point: `对你省提出的问题，现将研究意见函复如下：`; not `来函收悉，现批复如下`."""
    return _ANSWERS.search(text, 0, _HEAD) is not None


def lists_occasions(heading: str) -> bool:
    """Whether a heading opens a list of what takes place when, of which the words say nothing: `访谈单位及时间安排`, `会议议程`."""
    return _OCCASIONS.search(heading) is not None


def settles_scope(heading: str) -> bool:
    """Whether a heading only names whom or what a plan is for: `补助对象`, `承接主体权责`."""
    return _SCOPE.fullmatch(heading) is not None


def cuts_approvals(text: str) -> bool:
    """Whether the document decides which approvals are cut or kept: `县政府决定取消一批行政审批事项`."""
    return _CUTS.search(text, 0, _HEAD) is not None


def holds_approvals(heading: str) -> bool:
    """Whether a heading of such a document names the organ whose approvals follow: `县公安局（3项）`; not `做好交接（3项）`."""
    return _HOLDER.fullmatch(heading) is not None


def names_wrong(sentence: str) -> bool:
    """Whether an item names what is looked for and put right: `非法采茶行为`; not `查处非法采茶行为`."""
    return _WRONG.search(sentence) is not None and verb().match(sentence) is None


def names_shortcoming(sentence: str) -> bool:
    """Whether an item names what is wanting or how things are: `人才缺口大`, `用地问题`; not `关于用地问题` over what is to be done about it.

    Nor does the name of a part of an explanation: `关于《行动》的工作思路`.
    """
    if _PART_OF.match(sentence):
        return True
    return _SHORTCOMING.search(sentence) is not None or (sentence.endswith(("问题", "情况", "目标任务")) and not sentence.startswith("关于"))


def rounds_off(sentence: str) -> bool:
    """Whether a point of a notice defines its words or says how long it holds: `本公告执行至2030年`."""
    return _RULES.search(sentence) is not None


def are_minutes(text: str) -> bool:
    """Whether a text is the minutes of a meeting: `会议议定：`."""
    return _MINUTES.search(text) is not None


def calls_tasks(before: str) -> bool:
    """Whether the words before a list call it tasks: `做好五项重点任务：`; not `取得五项成果：`."""
    return _CALLED.search(before) is not None


def asks(before: str) -> bool:
    """Whether the words before a list say that it is asked for or will be done: `会议要求，各县要：`; not `会议认为，取得三项成果：`."""
    return _ASKED.search(before) is not None


def names_aspect(before: str) -> bool:
    """Whether the words before a list say what its measures are about: `在培训茶农方面，`."""
    return _ASPECT.search(before) is not None


def is_question(heading: str) -> bool:
    """Whether a heading asks what its text answers: `为什么要改茶路`, `茶园怎么改？`; not `如期完成茶改`."""
    return _QUESTION.search(heading) is not None


def asks_why(heading: str) -> bool:
    """Whether it asks for reasons or for which things are meant, so that nothing in its answer is a measure: `哪些茶园可以改`; not `茶园怎么改`."""
    return _WHY.search(heading) is not None


def announces_principles(before: str) -> bool:
    """Whether the words before a list announce how to work: `坚持以下战略导向：`; not `坚持以下做法：`."""
    return _PRINCIPLES.search(before) is not None

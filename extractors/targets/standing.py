"""How a deadline stands in its clause: alone, at its head, inside it, in a note; and whose it is."""

from __future__ import annotations

import re

from extractors.clauses import Span
from extractors.records import Deadline
from extractors.targets.clause_kinds import is_copula
from extractors.targets.headings import Headings
from extractors.targets.lexicon import lexicon
from extractors.targets.rules import Shape
from extractors.targets.wording import trimmed

#: A day-to-day span of time: a period in which a rule is in force, not one by whose end something is to be reached.
_WINDOW = re.compile(r"日.*(?:至|到|[-—–~～]).*日")
#: What parts the first cell of a row, which holds a day, ten days or a month, from the next.
_CELL = re.compile(r"(?<=[日号旬月])(?:[上下]午|（[^（）\n]{1,6}）)? [\u4e00-\u9fff]")
#: The days of a span of time that is as good as a year.
_YEAR = 300
_WIDE = re.compile(r"到|截至|“|至|末|[0-9一二三四五六七八九十]+五")
#: A paragraph that opens with such a deadline states goals from its beginning to its end.
_GOAL_OPENING = re.compile(r"到|截至|[“\"]?十.五")
#: What leads to a forecast in the clause before: `分析结果表明，`.
_SHOWN = re.compile("(?:结果|研究|分析|数据|预测|统计)[^。，\\n]{0,8}(?:表明|显示)，?$")
_REACH = 24
_BARE_YEAR = re.compile(r"[0-9]{4}年度?")
#: What may stand before a bare year that says when something is done: `力争2020年达到`, `计划于2020年`, a label, a comma.
_YEAR_LEAD = re.compile(r"[^\u4e00-\u9fff、]$|[在于到至并将要应保争划取拟定是为需期程目计动使望]$|其中$")
#: What comes to pass in such a year and is all that is said of its subject: `确保机场2015年建成`, but not `兑现2022年盛会的承诺`.
_COMES_TO_PASS = re.compile(
    "(?:全面|基本|全部|如期|正式|顺利|建成|完工)?(?:建成|开工|完工|竣工|投产|投用|投运|通车|通航|启用|启动|并网|封顶|交付|运营|使用|投入使用|完成|达产|达标)"
    "(?:投产|投用|投运|通车|运营|使用|建设|投入使用)?$"
)
_ANNOUNCES = re.compile("目标(?:任务)?(?:是|为|如下|包括)?[：:]$")
#: What makes a date part of an attribute: `六月前到期的政策`.
_ATTRIBUTED = re.compile(
    "(?:已)?(?:到期|届满|发放|投产|出生|参加|取得|在建|入学|毕业|登记|成立|注册|签订|签约|购买|缴纳|申请|获得|新申请|发生|退休|受理|立项|入库|拖欠|形成)的"
)
#: A measure without a subject: `2015年前达到五成`.
_COMPLETES = re.compile(
    "(?:要|应|须|将|力争|争取)?(?:达到?|(?:提高|提升|增加|增长|扩大|下降|降低|减少|压减)?[到至降]|控制在|稳定在|超过|突破|不[低少]于)"
)
_NOTE_START = re.compile(r"[（(][^（()）]*$")
#: A phase or a length of time whose dates stand in brackets after it: `近期（2021—2022年），夯实底座`, `三年内（2021—2023年）`.
_PHASE = re.compile("(?:[近中远]期|(?:第[一二三四]|前|后)?(?:阶段|步))(?:目标)?$|[一二三四五六七八九十两\\d]年(?:之?内|时间)?$")
_NOTE_END = re.compile(r"[^（(，]{0,8}[)）]")
#: What makes a date somebody else's: `为2030年前碳达峰`, `对明年前投产的企业`.
_FOR_ANOTHER = re.compile("(?:也|还|并|更好|都|从而|进而)?[为与对给]")
#: A goal set elsewhere that work is done for: `落实2030年前实现碳达峰目标`.
_TOWARDS = re.compile(
    "(?:全面|认真|坚决|积极|切实|紧紧|始终)?(?:落实|贯彻|围绕|锚定|对标|对照|紧扣|聚焦|瞄准|着眼|依据|根据|按照?|服务于?)(?!全面|到位)"
)
_CASE = re.compile("(?:未|没有|逾期|拒不|无法)[^，的]{2,20}的(?:[\u4e00-\u9fff]{1,6})?$")
#: What is done by then is only taken for something else: `六月底前申请者，视为同意`.
_DEEMED = re.compile("[^。；\\n]{0,80}[，得]视[为同]")
_SET_GOAL = re.compile("(?:目标|要求|愿景|承诺|战略|部署|任务)(?:任务|要求|下)?$")
#: What is to be worked on for a length of time: `未来十年`, `2023年，我市要加强`, `“十四五”时期，将推进`.
_LENGTH_AHEAD = re.compile("未来|今后")
#: So far into a sentence it is looked at for an exhortation.
_SENTENCE = 200
_EXHORTS = re.compile(
    "(?:^|[，；])(?:我们|[我本全][省市县区国]|各[^，。；]{1,8}|同时|还|也)?(?:(?:要(?![素求点害件闻])|必须)(?!.{0,4}(?:实现|建成|达到|形成|完成|取得)|[^，。；]{0,12}目标)"
    "|(?:将|应当?)(?=继续|进一步|持续|深入|大力|着力|积极|加快|加强|推进|推动|深化|坚持))"
)
#: A time that only qualifies what an act brings forth or is for: `形成年内开工项目清单`, `推动年内投产项目加快建设`.
_QUALIFIES = re.compile(
    "(?:计划|拟)?(?:新?开工|建成|投产|竣工|完工|交付|到期|实施|启动|在建|储备|续建|招标|签约|出让|供应|入库|毕业|退休|发放)(?:建设|实施)?的?[^，。；、的]{0,8}"
    "(?:(?:清单|名单|台账|目录|计划)(?=[，。；]|$)"
    "|(?:项目|工程|企业|地块|住房|贷款|人员)(?:加快|尽快|尽早|如期|按期|全部|实行|实施|纳入|给予|建立|开展))"
)
#: Goals that a plan yet to be made is to set: `分别明确到2025年全面达标的目标任务`.
_SETS_GOALS = re.compile("(?:明确|提出|确定|制[定订]|编制|设定|谋划)$")
_GOALS_SET = re.compile("[^，。；]{0,40}的(?:发展|主要|总体|阶段性?|工作)*(?:目标|任务|要求|安排|计划|举措|指标)+$")
#: A forecast, not a plan: `预计到2025年`.
_FORESEEN = re.compile("(?:预计|预测|估计|测算|有望|预期)(?:到|至|在)?$")


def is_wide(deadline: Deadline) -> bool:
    """Whether a deadline is of the size that goals have, a year or more: `到2025年`, `“十四五”期间`, but not `3月底前`."""
    return _WIDE.match(deadline.text) is not None or (deadline.bound == "by" and "月" not in deadline.text)


def is_bare_year(deadline: Deadline) -> bool:
    """Whether a deadline is a year without a preposition: `2020年`, but not `到2020年`."""
    return _BARE_YEAR.fullmatch(deadline.text) is not None


def spans_a_year(deadline: Deadline) -> bool:
    """Whether a deadline is a year, a span of years or the end of one: `2025年`, `“十四五”期间`, but not `7—8月` or `6月底前`."""
    if deadline.precision == "period" and deadline.date_from is not None and deadline.date_to is not None:
        return (deadline.date_to - deadline.date_from).days >= _YEAR
    return deadline.precision in ("year", "period")


def opens_goals(deadline: Deadline) -> bool:
    """Whether a deadline is of those that open a paragraph of goals: `到2025年`, `“十四五”期间`, but not `2025年底前`."""
    return _GOAL_OPENING.match(deadline.text) is not None


def opens_row(text: str, deadline: Deadline) -> bool:
    """Whether a deadline is the first cell of a table's row whose cells only blanks part: `3月9日 水利局 河长制`, not `3月9日，` or `到3月 建成`."""
    line = text.rfind("\n", 0, deadline.start) + 1
    return line == deadline.start and deadline.bound == "during" and _CELL.match(text, deadline.end) is not None


def sets_no_end(deadline: Deadline) -> bool:
    """Whether a deadline has no end by which anything is to be reached: `每年`, `自明年起`, `6月1日至9日`."""
    return deadline.bound in ("every", "from") or _WINDOW.search(deadline.text) is not None


class Standings:
    """Tells of a deadline and the clause that holds it how the one stands in the other."""

    def __init__(self, text: str, headings: Headings) -> None:
        self._text = text
        self._headings = headings

    def shape(self, clause: Span, deadline: Deadline) -> Shape:
        """How a deadline stands in its clause."""
        start, end = self._trimmed(clause)
        prefix = self._text[start : deadline.start].strip() if start < deadline.start else ""
        suffix = self._text[deadline.end : end].strip(" ，,：:")
        note = _NOTE_START.search(self._text, clause[0], deadline.start)
        if note and _NOTE_END.fullmatch(suffix):
            if _PHASE.search(self._text, start, note.start()):
                return Shape.ALONE
            return Shape.VALIDITY if lexicon().validity.search(note.group()) else Shape.NOTE
        if not suffix:
            return Shape.VALIDITY if lexicon().validity.search(self._text, clause[0], deadline.start) else Shape.ALONE
        prefix = lexicon().strive_opening.sub("", lexicon().time_preposition.sub("", prefix))
        return Shape.INNER if prefix else Shape.OPENING

    def completes(self, clause: Span, deadline: Deadline) -> bool:
        """Whether the clause has its subject in the one before: `达标率每年提高一成，2015年前达到五成`, but not `加强监管，年底前建成平台`."""
        return _COMPLETES.match(self._text, deadline.end, clause[1]) is not None

    def strives(self, clause: Span, deadline: Deadline) -> bool:
        """Whether 力争 or the like stands directly before a deadline: `力争到2025年`."""
        before = lexicon().time_preposition.sub("", self._text[clause[0] : deadline.start].strip())
        return lexicon().strive_opening.search(before) is not None

    def announces_goals(self, clause: Span, deadline: Deadline) -> bool:
        """Whether the words around a deadline announce goals: `主要目标是：到明年…`, `“十四五”期间的目标是：`."""
        before = self._text[clause[0] : max(self._trimmed(clause)[0], deadline.start)]
        return "目标" in before or self.announces_list(clause, deadline)

    def announces_list(self, clause: Span, deadline: Deadline) -> bool:
        """Whether a clause announces goals that the rest of the sentence or the lines after it tell: `建议今年的主要预期目标为：收入增长一成；`."""
        announced = _ANNOUNCES.search(self._text, deadline.end, clause[1]) or lexicon().goal_announcement.search(self._text, deadline.end, clause[1])
        return announced is not None

    def opens_paragraph(self, clause: Span, deadline: Deadline) -> bool:
        """Whether a deadline, alone in its clause, opens a paragraph of goals, one that begins `到明年，`."""
        opens_line = clause[0] == 0 or self._text[clause[0] - 1] == "\n"
        return opens_line and opens_goals(deadline)

    def is_foreseen(self, clause: Span, deadline: Deadline) -> bool:
        """Whether a deadline is that of a forecast: `预计到2025年`, `到2025年，随着人口增加`."""
        if _FORESEEN.search(self._text, clause[0], deadline.start) or _SHOWN.search(self._text, max(clause[0] - _REACH, 0), deadline.start):
            return True
        return self._text.startswith("随着", deadline.end + (self._text[deadline.end : deadline.end + 1] in ("，", ",")))

    def sets_work(self, clause: Span, deadline: Deadline, end: int) -> bool:
        """Whether a sentence that ends at `end` says what is to be worked on for a length of time.

        `今后五年，发展产业` and `“十四五”时期，要加强监管` do, `今年建成三座` does not.
        """
        if deadline.bound != "during" or lexicon().strive_opening.search(self._text[clause[0] : deadline.start]):
            return False
        end = min(end, deadline.end + _SENTENCE)
        if is_copula(self._text[deadline.end : min(clause[1], end)]):
            return False  # `未来五年是关键期，主要目标是：…`
        return _LENGTH_AHEAD.match(deadline.text) is not None or _EXHORTS.search(self._text[deadline.end : end]) is not None

    def is_attribute(self, clause: Span, deadline: Deadline) -> bool:
        """Whether a deadline is part of a name or qualifies a noun: `聚焦“2030年前碳达峰”目标`, `兑现2022年盛会的承诺`, `六月前到期的政策`."""
        before = self._text[clause[0] : deadline.start]
        if before.count("“") > before.count("”") or _ATTRIBUTED.match(self._text, deadline.end, clause[1]):
            return True
        if _SETS_GOALS.search(before) and _GOALS_SET.match(self._text, deadline.end, clause[1]):
            return True
        if _QUALIFIES.match(self._text, deadline.end, clause[1]) and lexicon().any_verb.search(before):
            return True
        if not before or deadline.end >= clause[1] or not is_bare_year(deadline) or _YEAR_LEAD.search(before):
            return False
        return _COMES_TO_PASS.match(self._text, deadline.end, clause[1]) is None

    def is_anothers(self, clause: Span, deadline: Deadline) -> bool:
        """Whether a date is that of a goal set elsewhere: `为2030年前碳达峰奠定基础`, `落实2030年前碳达峰目标`, `对明年前投产的企业`.

        So is that of a case, `六月底前未完成整改的，依法关停`.
        """
        if _TOWARDS.match(self._text, self._trimmed(clause)[0], deadline.start) and _SET_GOAL.search(self._text, deadline.end, clause[1]):
            return True
        if _CASE.search(self._text, deadline.end, clause[1]) or _DEEMED.match(self._text, deadline.end):
            return True
        if not _FOR_ANOTHER.match(self._text, clause[0], deadline.start):
            return False
        return not self._text.endswith(("于", "在"), clause[0], deadline.start)

    def _trimmed(self, clause: Span) -> Span:
        return trimmed(self._text, clause, self._headings.end_inside(clause))

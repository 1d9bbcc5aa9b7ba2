"""The part each number plays, in its clause, sentence, section and document."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.language import analyse, build
from extractors.records import Context

PLAN = Context(title="青汀市制造业行动方案", published=date(2022, 3, 1))
RULES = Context(title="青汀市专项资金管理办法", published=date(2022, 3, 1))
NEWS = Context(title="青汀发布新方案", published=date(2022, 3, 1), genre="news")
NLP = build(("outline", "mentions", "deadlines", "counts"))

#: (context, sentence, text of the count, role, why)
ROLES = [
    (PLAN, "到2025年，建成示范区30个。", "30个", "target", "due in the future"),
    (PLAN, "推动成立产业联盟3家以上。", "3家以上", "target", "set out without a date"),
    (PLAN, "覆盖率达到90%以上。", "90%以上", "target", "what a policy says plainly it sets out"),
    (PLAN, "目前，全市已建成示范区30个。", "30个", "achieved", "stated as done"),
    (PLAN, "截至2020年底，覆盖率达到60%。", "60%", "achieved", "up to a day gone by"),
    (PLAN, "2020年，全市产值为300亿元。", "300亿元", "achieved", "a year before the document's"),
    (PLAN, "一、发展基础\n全市产值为300亿元。\n二、主要目标\n全市产值达到500亿元。", "300亿元", "achieved", "a section that looks back"),
    (PLAN, "一、发展基础\n全市产值为300亿元。\n二、主要目标\n全市产值达到500亿元。", "500亿元", "target", "a section of goals"),
    (PLAN, "设男子100米、女子200米两项。", "100米", "other", "an event"),
    (PLAN, "造成3人以上死亡的，由省政府调查。", "3人以上", "other", "the grade of an accident"),
    (PLAN, "建设跑道100米。", "100米", "target", "no event"),
    (PLAN, "由226项减少至28项。", "28项", "target", "a level still to be reached"),
    (PLAN, "压缩比例不高于30%。", "不高于30%", "target", "a cap for those it binds"),
    (PLAN, "到2025年，产值年均增长10%以上。", "10%以上", "change", "the size of a change, though due"),
    (PLAN, "覆盖率提高3个百分点。", "3个百分点", "change", "percentage points gained"),
    (PLAN, "覆盖率提高到30%。", "30%", "target", "提高到 leads to a level"),
    (PLAN, "降本8%。", "8%", "change", "a verb with its object inside"),
    (PLAN, "压减粗钢产能3000万吨。", "3000万吨", "change", "an amount taken away"),
    (PLAN, "新增企业30家。", "30家", "target", "新增 makes, it does not change"),
    (PLAN, "事项增加3项以上。", "3项以上", "change", "增加 does"),
    (PLAN, "产值翻一番。", "翻一番", "change", "doubled"),
    (PLAN, "实现11%左右的增长。", "11%左右", "change", "the change named after the share"),
    (PLAN, "增幅高于全国0.7个百分点。", "0.7个百分点", "target", "a distance is no change"),
    (PLAN, "落实8大重点任务。", "8大", "structure", "how many parts the text has"),
    (PLAN, "从三个方面发力。", "三个", "structure", "aspects"),
    (PLAN, "支持甲、乙、丙3个市先行。", "3个", "structure", "an enumeration before the number"),
    (PLAN, "完善省、市、县三级网络。", "三级", "structure", "levels"),
    (PLAN, "推出便利店、餐饮等10个行业许可证。", "10个", "target", "made, not part of the text"),
    (PLAN, "对年收入500万元以上的企业给予支持。", "500万元以上", "other", "a condition"),
    (PLAN, "给予每户5万元补助。", "5万元", "other", "money promised"),
    (PLAN, "按投资额的30%给予奖励。", "30%", "other", "a rate of reckoning"),
    (PLAN, "培育千亿级产业。", "千亿级", "other", "a level inside a name"),
    (PLAN, "照护3岁以下婴幼儿。", "3岁以下", "other", "an age"),
    (PLAN, "人均预期寿命达到79岁。", "79岁", "target", "an age that is a measure"),
    (PLAN, "符合条件的企业为2家的，采取议价采购。", "2家", "other", "a case"),
    (PLAN, "投资达到1亿元以上且税收超过500万元的企业，优先供地。", "1亿元以上", "other", "conditions joined by 且"),
    (PLAN, "占比由原来的30%提高到50%。", "30%", "other", "the level a change sets out from"),
    (PLAN, "占比由2019年的30%提高到50%。", "30%", "achieved", "which a year makes a fact"),
    (PLAN, "占比由原来的30%提高到50%。", "50%", "target", "the level it leads to"),
    (PLAN, "设一等奖2个。", "2个", "other", "a prize to be won"),
    (PLAN, "对全省16个县开展评估。", "16个", "structure", "the places a policy is for"),
    (PLAN, "以44个专项为抓手。", "44个", "structure", "its means"),
    (PLAN, "推动青汀60万吨赖氨酸项目达产。", "60万吨", "other", "a size in a project's name"),
    (PLAN, "建成60万吨产能。", "60万吨", "target", "a capacity to be built"),
    (PLAN, "医保补助标准提高到每人每年200元。", "200元", "target", "what the public is due is reached"),
    (PLAN, "劳务报酬应不低于补助资金的15%。", "15%", "target", "a duty of those who are paid"),
    (PLAN, "目前，已发放补贴86亿元。", "86亿元", "achieved", "money given in the past"),
    (RULES, "申请单位应自筹总经费百分之二十以上。", "百分之二十以上", "target", "a duty in rules"),
    (RULES, "处一万元以上三万元以下罚款。", "一万元以上三万元以下", "other", "a fine"),
    (RULES, "申请单位应有专职人员三人以上。", "三人以上", "other", "eligibility"),
    (RULES, "检查时应当有两名以上人员参加。", "两名以上", "other", "a rule's plain number"),
    (RULES, "样品合格率不得低于90%。", "不得低于90%", "target", "a floor for those it binds"),
    (NEWS, "全市建成保障房1.2万套。", "1.2万套", "achieved", "an article tells what was"),
    (NEWS, "产量同比增长10%。", "10%", "change", "and by how much it grew"),
    (NEWS, "力争到2025年，建成示范区30个。", "30个", "target", "unless it tells what shall be"),
]


@pytest.mark.parametrize(("context", "text", "written", "role", "why"), ROLES)
def test_role(context: Context, text: str, written: str, role: str, why: str) -> None:
    """The role of the count whose text is `written`."""
    found = {count.text: count.role for count in analyse(text, context, NLP).counts}
    assert found.get(written) == role, why


def test_report_without_headings() -> None:
    """A report turns from what was to what shall be in running text."""
    context = Context(title="2026年云岚省政府工作报告", published=date(2026, 2, 1))
    text = "这是扬优聚势的五年。现代产业体系加快形成，建成园区40个。\n今年经济社会发展主要预期目标是：新建园区20个。"
    assert [(count.text, count.role) for count in analyse(text, context, NLP).counts] == [("40个", "achieved"), ("20个", "target")]

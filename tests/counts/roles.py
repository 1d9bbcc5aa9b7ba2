"""Documents of the genres whose numbers play their parts differently, and the role a number is given in one."""

from __future__ import annotations

from datetime import date

from extractors.language import analyse, build
from extractors.records import Context

PLAN = Context(title="青汀市制造业行动方案", published=date(2022, 3, 1))
RULES = Context(title="青汀市专项资金管理办法", published=date(2022, 3, 1))
NEWS = Context(title="青汀发布新方案", published=date(2022, 3, 1), genre="news")
MARKET = Context(title="钢铁市场趋势分析", published=date(2011, 5, 30), genre="other")
AUDIT = Context(title="审计查出多个问题", published=date(2011, 6, 30), genre="other")
REPORT = Context(title="2026年云岚省政府工作报告", published=date(2026, 2, 1))
ANSWER = Context(title="云岚省人民政府关于有关请求的复函", published=date(2004, 2, 1))
INVITATION = Context(title="关于组织申报2022年度青汀市技术中心的通知", published=date(2022, 3, 1))
PLAN_TO_COME = Context(title="云岚省“十四五”教育规划", published=date(2021, 9, 1))
EMERGENCY = Context(title="云岚省防汛应急预案", published=date(2018, 9, 1))
TARIFF = Context(title="临澜县自来水公司水价说明", published=date(2022, 3, 1), genre="other")
LEAFLET = Context(title="青汀这五年", published=date(2016, 3, 1), genre="other")
LATE_PLAN = Context(title="云岚省矿产资源总体规划（2016-2020年）", published=date(2017, 11, 1))
ACCOUNT = Context(title="青汀市2021年法治政府建设情况报告", published=date(2022, 3, 1))
RESULTS = Context(title="关于2021年度运力评审结果的公告", published=date(2021, 12, 15))
SPEECH = Context(title="在青汀市第九次代表大会上的报告", published=date(2022, 10, 16))
FUNDING = Context(title="关于提前下达2023年就业补助资金的通知", published=date(2022, 11, 20))
AUDIT_REPORT = Context(title="云岚省2020年度审计工作报告", published=date(2021, 7, 30))
BULLETIN = Context(title="2021年青汀市国民经济和社会发展统计公报", published=date(2022, 3, 1))
VACANCIES = Context(title="公开招聘工作人员公告", published=date(2022, 3, 1))
PURCHASE = Context(title="青汀市政府采购公告", published=date(2021, 5, 8), genre="other")
PRAISE = Context(title="关于对督查发现的典型做法给予表扬的通报", published=date(2018, 11, 1))
CIRCULAR = Context(title="青汀市筛查工作通报", published=date(2022, 12, 20))
NLP = build(("outline", "mentions", "deadlines", "counts"))


def role_of(written: str, text: str, context: Context) -> str | None:
    """The role of the count of `text` whose own text is `written`, None when there is no such count."""
    return {count.text: count.role for count in analyse(text, context, NLP).counts}.get(written)

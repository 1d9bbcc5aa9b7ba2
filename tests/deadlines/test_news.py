"""Times in articles: what a plan says is to come, and not what the article tells."""

from __future__ import annotations

import pytest

from tests.deadlines.rows import Row, shown

PAST_IN_NEWS: list[Row] = [
    ("会议强调，今年务必建成公园9个。", "2021-03-12", ["今年 during 2021-01-01..2021-12-31"], "务必 urges"),
    ("年内完成9个公园的建设。", "2021-03-12", ["年内 during 2021-01-01..2021-12-31"], "what is to be done before the year is over"),
    ("年内完成了9个公园的建设。", "2021-03-12", [], "unless it is done"),
    ("“十四五”期间，绿地比重要达到30%。", "2021-05-01", ["“十四五”期间 during 2021-01-01..2025-12-31"], "比重|要, not 重要"),
    ("记者3月12日从市建委获悉，今年将新建公园10个。", "2021-03-12", ["今年 during 2021-01-01..2021-12-31"], "the day something was learnt"),
    ("3月12日，记者从市建委了解到，年内将新建公园10个。", "2021-03-12", ["年内 during 2021-01-01..2021-12-31"], "told the other way round"),
    ("3月12日上午，市长主持召开会议，要求6月底前完成整改。", "2021-03-12", ["6月底前 by ..2021-06-30"], "told of the page's own day"),
    ("展会将于3月12日开幕。", "2021-03-12", ["3月12日 during 2021-03-12..2021-03-12"], "unless it is still to come"),
    ("昨天（3月11日），市建委宣布将新建公园。", "2021-03-12", [], "a day glossed"),
    ("今年1月，该厂产量同比下降8%。", "2021-05-01", [], "a month gone by"),
    ("该省要求，到2021年底，初步建成体系。", "2022-04-21", ["到2021年底 by ..2021-12-31"], "a policy quoted after its term"),
    ("《通知》要求各地自2021年7月1日起使用新证。", "2022-04-21", ["自2021年7月1日起 from 2021-07-01.."], "what it set the beginning of"),
    ("《通知》今起正式实施。", "2022-04-21", ["今起 from 2022-04-21.."], "the day of the page"),
    ("该厂今起草了章程。", "2022-04-21", [], "起草 is a word"),
    ("2021年，中央一号文件提出要发展茶业。", "2021-04-21", [], "what the authorities did"),
    ("到2021年7月，该省再度发布方案。", "2022-04-21", [], "到 of a past event"),
    ("2021年12月，该市发布三年行动。", "2022-04-21", [], "an event told"),
    ("预计2022年产能将增长11%。", "2022-01-10", ["2022年 during 2022-01-01..2022-12-31"], "a forecast"),
    ("每年二季度都是汽车淡季，今年这一惯例被打破。", "2021-05-01", [], "facts of an article that carries no policy"),
    ("自今年2月开始，央行不断回收资金。", "2021-05-01", [], "what has begun"),
    ("公布水质\t每月公布一次\n责任单位：市水务局", "2021-05-01", ["每月 every .."], "a page that gives orders"),
    ("自6月1日起每吨下调100元。", "2021-05-01", ["自6月1日起 from 2021-06-01.."], "what is to begin"),
    ("产品今年三季度有望上市。", "2021-05-01", ["今年三季度 during 2021-07-01..2021-09-30"], "a hope"),
    ("方案明确，“十四五”期间，结构明显优化。", "2021-05-01", ["“十四五”期间 during 2021-01-01..2025-12-31"], "what a plan without 《》 says"),
    ("据介绍，“十四五”期间市场仍将保持增长。", "2021-05-01", ["“十四五”期间 during 2021-01-01..2025-12-31"], "a forecast"),
    ("政策年底终止的传闻不实。", "2021-05-01", [], "a clause inside a noun"),
    ("《云岚数字方案》提出，每年新建平台5个。", "2021-05-01", ["每年 every .."], "what a policy says"),
    ("今年上半年，全市完成投资80亿元，同比增长9%。", "2022-06-10", [], "a report on a half not over yet"),
]


@pytest.mark.parametrize(("text", "published", "expected", "why"), PAST_IN_NEWS)
def test_news(text: str, published: str, expected: list[str], why: str) -> None:
    """In an article each row reads as stated."""
    assert shown(text, published, genre="news") == expected, why

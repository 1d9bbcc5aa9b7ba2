"""How times are written, beyond the common forms: school years, lists, ends named by words, lengths with their years.

A row is `(text, published, expected, why)` as in `test_rows`.
"""

from __future__ import annotations

import pytest

from tests.deadlines.rows import Row, shown

DAY = "2022-03-01"

FROM_THE_ISSUE: list[Row] = [
    ("即日起至2022年12月31日，开展整治。", DAY, ["即日起至2022年12月31日 during 2022-03-01..2022-12-31"], "from the issue to a day"),
    ("自印发之日起至2025年12月31日有效。", DAY, ["自印发之日起至2025年12月31日 during 2022-03-01..2025-12-31"], "from the issue, named in full"),
    ("从现在起至6月底，开展整治。", DAY, ["从现在起至6月底 during 2022-03-01..2022-06-30"], "from now to a month"),
    ("从现在到2025年，是关键期。但须加强监测。", DAY, ["从现在到2025年 during 2022-03-01..2025-12-31"], "without 起"),
    ("从现在起，全面推行。", DAY, [], "now without an end sets nothing"),
    ("须在本要点发布施行之日起六十日内申请。", DAY, ["本要点发布施行之日起六十日内 during 2022-03-01..2022-04-30"], "a chain of verbs"),
    (
        "可于本公告刊登公报翌日起30日内提出意见。",
        DAY,
        ["本公告刊登公报翌日起30日内 during 2022-03-02..2022-03-31"],
        "the day after the notice is the first",
    ),
    ("请于本预告刊登行政院公报隔日起14日内陈述意见。", DAY, ["本预告刊登行政院公报隔日起14日内 during 2022-03-02..2022-03-15"], "by another word"),
    ("应于核定公文送达之次日起14日内办理。", DAY, [], "counted from an event"),
    (
        "本办法自2022年5月1日起施行。原有规定自本办法施行之日起停止执行。",
        DAY,
        ["自2022年5月1日起 from 2022-05-01..", "自本办法施行之日起 from 2022-05-01.."],
        "施行之日 is the day of coming into force, not of the issue",
    ),
]

SCHOOL_YEARS: list[Row] = [
    ("2025—2026学年，实现全覆盖。", DAY, ["2025—2026学年 during 2025-09-01..2026-08-31"], "two years, one school year"),
    ("从2023学年起，全面推行。", DAY, ["从2023学年起 from 2023-09-01.."], "named by its first year"),
    ("2023—2024学年第一学期开展试点。", DAY, ["2023—2024学年第一学期 during 2023-09-01..2024-01-31"], "its first term"),
    ("2023-2024学年第二学期推广。", DAY, ["2023-2024学年第二学期 during 2024-02-01..2024-08-31"], "its second term"),
    ("依中华民国一百零六年一月三日公告，107学年度起办理。", "2017-02-01", ["107学年度起 from 2018-08-01.."], "the Republic's begins in August"),
    ("每学年组织一次，按学期考核。", DAY, ["每学年 every ..", "按学期 every .."], "as recurring times"),
]

LISTS: list[Row] = [
    ("2023年和2024年各建成10个。", DAY, ["2023年 during 2023-01-01..2023-12-31", "2024年 during 2024-01-01..2024-12-31"], "a list is judged as one"),
    ("2023年、2024年的年度计划另行报送。", DAY, [], "a list before 的 belongs to a noun"),
    ("完成2023年和2024年任务。", DAY, [], "a list is an object as its first member is"),
    (
        "“十四五”和“十五五”期间，持续推进。",
        DAY,
        ["“十四五” during 2021-01-01..2025-12-31", "“十五五”期间 during 2026-01-01..2030-12-31"],
        "plans share 期间",
    ),
    ("今年7、8月开展检查。", DAY, ["今年7、8月 during 2022-07-01..2022-08-31"], "months share 月"),
    ("2022年7、8、9月开展检查。", DAY, ["2022年7、8、9月 during 2022-07-01..2022-09-30"], "three months"),
    ("七八月份开展检查。", DAY, ["七八月份 during 2022-07-01..2022-08-31"], "neighbours without a mark"),
    ("到2025、2030年，覆盖率分别达到50%、90%。", DAY, ["到2025 by ..2025-12-31", "2030年 by ..2030-12-31"], "years share 年 and 到"),
    ("明后两年完成改造。", DAY, ["明后两年 during 2023-01-01..2024-12-31"], "next year and the one after"),
]

ENDS: list[Row] = [
    ("2023年年中和年底，各评估一次。", DAY, ["2023年年中 during 2023-06-01..2023-06-30", "年底 by ..2023-12-31"], "年中 is June"),
    ("2023年（含）前完成。", DAY, ["2023年（含）前 by ..2023-12-31"], "（含） includes what is named"),
    ("6月30日前提交报告。", DAY, ["6月30日前 by ..2022-06-30"], "前提交 is not 前提"),
    ("6月底前进行清理。", DAY, ["6月底前 by ..2022-06-30"], "前进行 is not 前进"),
    ("年内部署到位。", DAY, ["年内 during 2022-01-01..2022-12-31"], "内部署 is not 内部"),
    ("年内设立基金。", DAY, ["年内 during 2022-01-01..2022-12-31"], "内设立 is not 内设"),
    ("开展2022年内部审计。", DAY, [], "but 内部审计 is internal audit"),
    ("自2022年底起，建立台账。", DAY, ["自2022年底起 from 2022-12-31.."], "from the year's last day on"),
    ("2023年起重点支持小微企业。", DAY, ["2023年起 from 2023-01-01.."], "起重点 is not 起重"),
    ("年底数据中心投用。", DAY, ["年底 by ..2022-12-31"], "底数据 is not 底数"),
    ("2022年6月30日下午5点前提交。", DAY, ["2022年6月30日下午5点前 by ..2022-06-30"], "an hour of the afternoon"),
    ("6月30日（周四）下班前报送。", DAY, ["6月30日（周四）下班前 by ..2022-06-30"], "the end of the working day"),
    ("最迟2023年6月完成。", DAY, ["最迟2023年6月 by ..2023-06-30"], "at the latest"),
    ("完成期限：2023年6月", DAY, ["2023年6月 during 2023-06-01..2023-06-30"], "the month in which it is done"),
    ("时限要求：2023年", DAY, ["2023年 during 2023-01-01..2023-12-31"], "and the year"),
    ("完成期限：2023年6月5日", DAY, ["2023年6月5日 by ..2023-06-05"], "a day behind such a label is the last"),
    ("截止时间：2023年6月", DAY, ["2023年6月 by ..2023-06-30"], "a label of the last day, whatever stands behind it"),
    ("完成期限：2023年6月底", DAY, ["2023年6月底 by ..2023-06-30"], "an end is a limit under any label"),
    ("有效控制事故并逐年减少。", DAY, ["逐年 every .."], "what is to be brought about year by year"),
    ("茶农人数逐年减少。", DAY, [], "a trend"),
    ("6月底至7月初开展检查。", DAY, ["6月底至7月初 during 2022-06-30..2022-07-10"], "底 begins at the end"),
    ("本季度末完成。", DAY, ["本季度末 by ..2022-03-31"], "the end of this quarter"),
    ("下月底前完成。", DAY, [], "下月底 is not 月底"),
    ("第十四个五年规划期间新增床位3万张。", DAY, ["第十四个五年规划期间 during 2021-01-01..2025-12-31"], "a plan by its ordinal"),
    ("到21世纪中叶，全面建成。", DAY, ["到21世纪中叶 by ..2050-12-31"], "the middle of the century by its number"),
    ("每周五前报送，每旬调度，每半月通报。", DAY, ["每周五前 every ..", "每旬 every ..", "每半月 every .."], "weekdays, ten days, half months"),
]

LENGTHS: list[Row] = [
    ("自2023年起三年内建成。", DAY, ["自2023年起三年内 during 2023-01-01..2025-12-31"], "a length that follows its start"),
    (
        "用两年时间（2023年至2024年）建成。",
        DAY,
        ["用两年时间 during 2023-01-01..2024-12-31", "2023年至2024年 during 2023-01-01..2024-12-31"],
        "its years in brackets",
    ),
    ("本办法自2023年1月1日起施行，试行期两年。", DAY, ["自2023年1月1日起 from 2023-01-01..", "试行期两年 during 2023-01-01..2024-12-31"], "on trial"),
    ("本办法自2023年1月1日起实施，试行一年。", DAY, ["自2023年1月1日起 from 2023-01-01..", "试行一年 during 2023-01-01..2023-12-31"], "without 期"),
]


@pytest.mark.parametrize(("text", "published", "expected", "why"), [*FROM_THE_ISSUE, *SCHOOL_YEARS, *LISTS, *ENDS, *LENGTHS])
def test_forms(text: str, published: str, expected: list[str], why: str) -> None:
    """Each form reads as stated."""
    assert shown(text, published) == expected, why


OWN_PERIOD = [
    ("未来五年，重点建设五大园区。", (2021, 2025), "policy", ["未来五年 during 2021-01-01..2025-12-31"], "a policy's own years"),
    ("经过3年努力，建成园区。", (2022, 2024), "policy", ["经过3年努力 during 2022-01-01..2024-12-31"], "also of a length of effort"),
    ("未来三年，重点建设五大园区。", (2021, 2025), "policy", ["未来三年 during 2021-03-01..2024-02-29"], "not a length of its own"),
    (
        "未来五年，重点建设五大园区。“十四五”规划已经编制。",
        None,
        "policy",
        ["未来五年 during 2021-01-01..2025-12-31"],
        "the plan that begins that year",
    ),
    ("未来五年，产业规模将翻番。“十四五”规划已经编制。", None, "news", ["未来五年 during 2021-03-01..2026-02-28"], "an article counts from its day"),
    ("三年累计培训农民2万人次。", (2021, 2023), "policy", ["三年 during 2021-01-01..2023-12-31"], "what comes together over the years of the plan"),
    ("（一）茶路。两年力争完成投资30亿元。", (2021, 2022), "policy", ["两年 during 2021-01-01..2022-12-31"], "behind a heading"),
    ("完善管网，三年新建泵站5座。", (2021, 2023), "policy", ["三年 during 2021-01-01..2023-12-31"], "behind a comma"),
    ("三年累计培训农民2万人次。", (2021, 2025), "policy", [], "not a length of its own"),
    ("三年累计培训农民2万人次。", None, "policy", [], "a text without years of its own"),
    ("三年总投资30亿元。", (2021, 2023), "policy", [], "years that belong to a noun"),
    ("对连续三年完成任务的企业给予奖励。", (2021, 2023), "policy", [], "years of a condition"),
    ("三年累计培训了农民2万人次。", (2021, 2023), "policy", [], "told of as done"),
    ("到2023年底，三年累计培训农民2万人次。", (2021, 2023), "policy", ["到2023年底 by ..2023-12-31"], "behind the time that says when"),
    ("2016—2020年投资稳步增长，五年累计完成投资30亿元。", (2021, 2025), "policy", [], "the years of the plan before"),
    (
        "从2020年起5年内，建成园区。5年内引进人才20名。",
        None,
        "policy",
        ["从2020年起5年内 during 2020-01-01..2024-12-31", "5年内 during 2020-01-01..2024-12-31"],
        "a length that the text has said the beginning of",
    ),
    (
        "从2020年起5年内，建成园区。3年内建成三座。",
        None,
        "policy",
        ["从2020年起5年内 during 2020-01-01..2024-12-31", "3年内 during 2021-03-01..2024-02-29"],
        "another length is counted from the issue",
    ),
    ("从2020年起5年内，建成园区。人才5年内享受补贴。", None, "policy", ["从2020年起5年内 during 2020-01-01..2024-12-31"], "what is had for so long"),
]


@pytest.mark.parametrize(("text", "period", "genre", "expected", "why"), OWN_PERIOD)
def test_own_period(text: str, period: tuple[int, int] | None, genre: str, expected: list[str], why: str) -> None:
    """What the years ahead are in a text with years of its own."""
    assert shown(text, "2021-03-01", genre=genre, period=period) == expected, why

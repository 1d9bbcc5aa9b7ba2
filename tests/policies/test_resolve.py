"""Which policy a document carries or reports, and which its mentions name."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from extractors.records import Facts, Mention
from pipeline.policies.register import Register
from pipeline.policies.resolve import FULLTEXT, REPORTED, STAND_IN, DocumentPolicies, resolve
from tests.tables.invented import document, news, plan, target

if TYPE_CHECKING:
    from extractors.records import MentionRole

PLAN = "云岚省数字云岚建设规划（2021—2025年）"


def policies(text: str, role: MentionRole = "cites", **more: Any) -> DocumentPolicies:
    """The policies of a document with every 《…》 of its text as a mention."""
    mentions = [Mention(found.start(), found.end(), found[1], role) for found in re.finditer("《([^《》]*)》", text)]
    return resolve(document("页.html", text, Facts(mentions=mentions), **more))


def titles(found: DocumentPolicies) -> list[str | None]:
    return [policy.title if policy else None for policy in found.mentions]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (f"《{PLAN}》（以下简称《规划》）。《规划》提出", [PLAN, PLAN, PLAN], "a short name the text introduces"),
        (f"《{PLAN}》（云政发〔2021〕7号，以下简称《建设规划》）。《建设规划》", [PLAN, PLAN, PLAN], "with the number before"),
        (f"《{PLAN}》。《云岚省数字云岚建设规划》", [PLAN, PLAN], "without its period"),
        (f"《{PLAN}》。《数字云岚建设规划》", [PLAN, PLAN], "without its place"),
        (f"《{PLAN}》。《规划》", [PLAN, PLAN], "by the kind of instrument, nothing else being one"),
        (
            "《甲规划（2016—2020年）》《甲规划（2021—2025年）》《甲规划》",
            ["甲规划（2016—2020年）", "甲规划（2021—2025年）", "甲规划"],
            "two candidates: left alone",
        ),
        ("《云岚省公园办法（试行）》。《云岚省公园办法》", ["云岚省公园办法（试行）"] * 2, "without （试行）, nothing else being meant"),
        ("《云岚省公园方案（修订版）》。《云岚省公园方案》", ["云岚省公园方案（修订版）", "云岚省公园方案"], "the edition before the revision"),
        ("《云岚省公园规划》（以下简称“规划”）。《规划》", ["云岚省公园规划"] * 2, "a short name in quotes"),
        ("《规划》提出", [None], "nothing to refer to"),
        ("《纲要（草案）》", [None], "a draft of nobody knows what"),
        ("《云岚日报》报道", [None], "no policy"),
        ("国务院印发的《关于加快公园建设的意见》", ["国务院关于加快公园建设的意见"], "the issuer stands before"),
        ("按照《关于加快公园建设的意见》", ["关于加快公园建设的意见"], "no issuer does"),
        ("《国务院关于印发公园规划的通知》（国发〔2021〕7号）", ["公园规划"], "a covering notice"),
    ],
)
def test_mentions(text: str, expected: list[str | None], why: str) -> None:
    assert titles(policies(text)) == expected, why


def test_a_carried_policy() -> None:
    main = resolve(plan(issued=date(2021, 3, 1), doc_number="云政发[2021] 7号")).main
    assert main is not None
    assert (main.title, main.region, main.issuer, main.doc_number, main.issued, main.period, main.rank) == (
        PLAN,
        "云岚省",
        "云岚省人民政府",
        "云政发〔2021〕7号",
        date(2021, 3, 1),
        (2021, 2025),
        FULLTEXT,
    )


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("云岚省人民政府关于印发公园方案的通知", "云岚省公园方案", "the issuer's place"),
        ("云岚省人民政府关于印发省公园方案的通知", "云岚省公园方案", "省 for its name"),
        ("云岚省人民政府关于印发2022年全省公园方案的通知", "云岚省2022年公园方案", "全省 after a year"),
        ("国务院关于加快公园建设的意见", "关于加快公园建设的意见", "a national text without its issuer"),
        ("中华人民共和国公园法", "公园法", "a law by its short name"),
        ("云岚省二○三五年公园纲要", "云岚省二〇三五年公园纲要", "two signs for zero"),
    ],
)
def test_two_documents_meet_in_one_policy(one: str, other: str, why: str) -> None:
    assert {found.policy_id for words in (one, other) for found in policies("", genre="policy", title=words).all()} == {
        policies(f"《{other}》").all()[0].policy_id
    }, why


def test_an_article_and_the_policy_meet() -> None:
    """The article knows the policy by its title alone; the id is the same."""
    carried, reported = resolve(plan()).main, resolve(news("新闻")).main
    assert carried is not None
    assert reported is not None
    assert carried.policy_id == reported.policy_id
    assert reported.rank == REPORTED


def test_a_title_without_a_place_takes_its_issuers() -> None:
    """Two provinces' 公园方案 are two policies; within each document the bare title means its own."""
    one = policies("现将《公园方案》印发给你们", genre="policy", title="云岚省人民政府关于印发公园方案的通知")
    other = policies("现将《公园方案》印发给你们", genre="policy", title="沧渚省人民政府关于印发公园方案的通知")
    assert one.main is not None
    assert other.main is not None
    assert one.main.policy_id != other.main.policy_id
    assert [policy and policy.policy_id for policy in one.mentions] == [one.main.policy_id]


@pytest.mark.parametrize(
    ("title", "text", "expected", "why"),
    [
        ("《云岚省公园方案》出炉", "省林业局介绍《云岚省道路方案》《云岚省道路方案》", "云岚省公园方案", "the headline names it"),
        ("云岚建公园", "《云岚省道路方案》《云岚省公园方案》《云岚省公园方案》", "云岚省公园方案", "told of most often"),
        ("云岚建公园", "《云岚省道路方案》《云岚省公园方案》", "云岚省道路方案", "the first of equals"),
        ("《规划》发布", f"《{PLAN}》发布", PLAN, "a generic headline says nothing"),
    ],
)
def test_reported_policies(title: str, text: str, expected: str, why: str) -> None:
    main = policies(text, "reports", genre="news", title=title).main
    assert main is not None, why
    assert main.title == expected, why


@pytest.mark.parametrize(
    ("text", "number", "expected", "why"),
    [
        ("内政部公告\n主旨：预告修正「公园管理办法」部分条文。", "台内字第1号", "公园管理办法", "it amends a regulation"),
        ("内政部公告\n主旨：公园明日开放。", "台内字第1号", "内政部公告〔台内字第1号〕", "its number tells it from the next"),
        ("内政部公告\n主旨：公园明日开放。", None, "内政部公告", "nothing more is known"),
    ],
)
def test_a_bare_form_as_title(text: str, number: str | None, expected: str, why: str) -> None:
    main = policies(text, genre="policy", title="内政部公告", doc_number=number, issuer="内政部").main
    assert main is not None, why
    assert main.title == expected, why


def test_a_title_of_every_year_is_given_its_year() -> None:
    main = policies("各位代表", genre="policy", title="政府工作报告", published=date(2024, 3, 5)).main
    named = policies("《2024年政府工作报告》").mentions[0]
    assert main is not None
    assert named is not None
    assert (main.title, main.policy_id) == ("2024年政府工作报告", named.policy_id)


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("研究制定《道路方案》", "云岚省", "what the province makes is its own"),
        ("研究制定《河道方案》《道路方案》", "云岚省", "in a list too"),
        ("落实《道路方案》", None, "carried out: whose it is nobody says"),
        ("落实国家制定的《道路方案》", None, "the nation's"),
        ("会议审议了省人民政府《道路方案》", "云岚省", "省人民政府 is that of the place"),
        ("国务院批准的《道路方案》", "全国", "approved by the centre"),
        ("达到《道路方案》（GB 3095—2012）", "全国", "a national standard by its number"),
        ("主导制定《道路方案》和《河道规范》国家标准", "全国", "national standards by name"),
        ("执行《省级道路方案》", "云岚省", "省级 is the province's"),
    ],
)
def test_whose_a_title_without_a_place_is(text: str, expected: str | None, why: str) -> None:
    found = policies(text, genre="policy", title="云岚省公园规划", issuer="云岚省人民政府").mentions
    (region,) = (policy.region for policy in found if policy and "道路" in policy.title)
    assert region == expected, why


def test_a_bodys_name_is_given_its_place() -> None:
    (found,) = policies("省政府办公厅印发的《公园方案》", genre="policy", title="云岚省公园规划", issuer="云岚省人民政府").mentions
    assert found is not None
    assert found.issuer == "云岚省人民政府办公厅"


@pytest.mark.parametrize(
    ("title", "carried", "why"),
    [
        ("2013年创建公园工作计划", "2013年全省创建公园工作计划", "the notice left 全省 out"),
        ("2013年创建省级公园工作计划", "2013年创建公园工作计划", "two wordings of one notice"),
        ("内河公园证申领规范", "内河公园证申颁规范", "a character misread"),
    ],
)
def test_a_notice_and_its_text_may_word_the_title_otherwise(title: str, carried: str, why: str) -> None:
    found = policies(f"现将《{carried}》印发给你们。", "fulltext", genre="policy", title=f"关于印发{title}的通知", issuer="云岚省人民政府")
    assert found.main is not None, why
    assert [policy and policy.policy_id for policy in found.mentions] == [found.main.policy_id], why


def test_what_a_place_passes_on_has_neither_its_number_nor_its_date() -> None:
    found = policies(
        "",
        genre="policy",
        title="云岚省人民政府办公厅转发国务院办公厅关于加强公园管理的意见的通知",
        doc_number="云政办发〔2020〕8号",
        issued=date(2020, 4, 8),
        issuer="云岚省人民政府办公厅",
    ).main
    assert found is not None
    assert (found.region, found.issuer, found.doc_number, found.issued) == ("全国", "国务院办公厅", None, None)


def test_a_basis_is_not_the_policy_that_rests_on_it() -> None:
    """The nation's plan of the same name is the basis; the province's own is what is issued."""
    text = "为贯彻落实《公园保护规划》，结合我省实际，制定本规划。按照《公园保护规划》抓好落实。"
    found = policies(text, genre="policy", title="云岚省公园保护规划", issuer="云岚省人民政府")
    assert found.main is not None
    assert [policy and policy.policy_id == found.main.policy_id for policy in found.mentions] == [False, True]


def test_the_final_text_outranks_a_draft() -> None:
    draft = resolve(
        document("草案.html", "", genre="policy", title="云岚省公园办法（征求意见稿）", issuer="云岚省人民政府", issued=date(2020, 1, 1))
    ).main
    final = resolve(document("正式.html", "", genre="policy", title="云岚省公园办法", issuer="云岚省人民政府", issued=date(2020, 9, 1))).main
    assert draft is not None
    assert final is not None
    register = Register()
    register.add(draft, "草案.html")
    register.add(final, "正式.html")
    assert [(row["title"], row["issued"]) for row in register.rows()] == [("云岚省公园办法", date(2020, 9, 1))]


@pytest.mark.parametrize(
    ("home", "title", "expected"), [("云岚省", "全省公园方案", "云岚省"), ("青汀市", "全省公园方案", None), ("青汀市", "我市公园方案", "青汀市")]
)
def test_a_title_that_speaks_of_its_home(home: str, title: str, expected: str | None) -> None:
    (found,) = policies(f"《{title}》", issuer=f"{home}人民政府").mentions
    assert found is not None
    assert found.region == expected


def test_no_policy_no_row_unless_it_sets_targets() -> None:
    text = "青汀市将建公园30个。"
    assert resolve(document("页.html", text, title="青汀市建公园")).main is None
    found = resolve(document("页.html", text, Facts(targets=[target(text, "青汀市将建公园30个", "30", None)]), title="青汀市建公园")).main
    assert found is not None
    assert (found.title, found.region, found.rank) == ("青汀市建公园", "青汀市", STAND_IN)


def test_a_row_comes_from_the_most_authoritative_document() -> None:
    """Whatever the order in which they are added."""
    carried, reported = resolve(plan(issued=date(2021, 3, 1))).main, resolve(news("新闻")).main
    assert carried is not None
    assert reported is not None
    rows = []
    for order in ((carried, reported), (reported, carried)):
        register = Register()
        for policy in order:
            register.add(policy, f"源{policy.rank}")
        rows.append(register.rows())
    assert rows[0] == rows[1]
    assert [(row["title"], row["issuer"], row["issued"]) for row in rows[0]] == [(PLAN, "云岚省人民政府", date(2021, 3, 1))]


@pytest.mark.parametrize(
    ("title", "expected", "why"),
    [
        ("云岚省公园规划（2021—2025年）", (2021, 2025), "its own"),
        ("云岚省贯彻〈公园纲要（2016—2030年）〉实施方案", None, "that of the policy it carries out"),
        ("云岚省贯彻<公园纲要（2016—2030年）>实施方案（2018—2020年）", (2018, 2020), "its own after another's"),
    ],
)
def test_periods(title: str, expected: tuple[int, int] | None, why: str) -> None:
    (found,) = policies(f"落实《{title}》").mentions
    assert found is not None
    assert found.period == expected, why


def test_the_last_body_before_a_title_issued_it() -> None:
    (found,) = policies("国务院办公厅去年转发了国家林业局《关于加强公园管理的意见》").mentions
    assert found is not None
    assert (found.issuer, found.region) == ("国家林业局", "全国")

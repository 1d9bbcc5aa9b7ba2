"""What kind of document it is: the text of a policy, an article about one, or something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.reading.folding import fold
from pipeline.reading.headline import DOC_NUMBER, is_addressee, is_bare, names_a_document
from pipeline.reading.page import Block, Genre

_LETTER = re.compile(
    r"(?:现|特此)?(?:将.{0,80})?(?:印发|转发|批转|通知|通告|公告|函复|批复|答复|公布)(?:给你们|如下|之|施行)|特此(?:通知|公告|函)|请.{0,12}(?:遵照|认真|参照)?(?:贯彻|组织)?(?:执行|实施|落实)。"
)
_ARTICLE = re.compile(r"\s*第[一二三四五六七八九十百\d]{1,4}条")
_ENACTS = re.compile(
    r"(?:制定|制订|提出|订定)(?:如下|本|以下)?.{0,6}(?:方案|办法|规定|条例|规划|意见|措施|细则|计划|要点|准则|实施)|订定本|特订定|自.{1,14}(?:起)?(?:施行|实施|生效)|本(?:办法|规定|条例|意见|方案|规划|细则)"
)
_REPORT = re.compile(r"各位代表|同志们[：:！!]|现在，?我?代表")
_GAZETTE = re.compile(r"\s*(?:主\s*旨|依\s*据|公告事项)\s*[:：]")
_NEWSROOM = re.compile(
    r"记者|(?:讯|电)\s*[（(]|[\u4e00-\u9fff]{2,6}(?:网|报|社)(?:\S{1,6})?\d{1,2}月\d{1,2}日(?:讯|电)|日前|近日|据悉|获悉|据了解|介绍说|表示，|指出，|会上|发布会|报道"
)
_TELLS = re.compile(r"(?:印发|发布|出台|下发|公布|披露|审议通过|征求意见|编制|制定|完稿|公开征求)")
_POLICY_NAMED = re.compile(
    r"《[^《》]{4,80}(?:方案|规划|意见|办法|条例|措施|计划|通知|纲要|细则|规定|行动|政策|标准|法)(?:[（(][^（）()]{1,30}[）)])?》|(?:“?十[一二三四五]五”?|发展|专项)规划|(?:印发|下发|发布|发出)了?(?:通知|意见|文件)"
)
_ORDERS = re.compile(
    r"(?:^|[。；，])(?:要|应当?|须|不得|严禁|加快|推进|加强|完善|建立|健全|推动|鼓励|支持|实施|开展|落实|强化|优化|提升|建设|培育|深化|全面|积极|大力|严格|到20\d\d年)"
)
_SENTENCE = re.compile("[。；]")
#: How much of an article says what it is about, and how many clauses a sentence of a policy begin with what is to be done.
_LEAD, _WHOLE = 700, 60_000
_ORDERLY = 0.3


def genre_of(blocks: Sequence[Block], title: str | None) -> Genre:
    """`policy` for the text of an instrument itself (laws, gazette orders, government work reports too), `news` for an article about one.

    `某省出台21条措施`, `记者获悉，《方案》已正式印发` is news; an article about a market that names no policy is `other`.
    """
    texts = [fold(block.text[:_WHOLE]) for block in blocks[:400]]
    head = "\n".join(texts[:14])[:6000]
    whole = "\n".join(texts)[:_WHOLE]
    policy, news = _policy_score(texts, head, whole, title), _news_score(head, title)
    if policy >= 3 and policy > news:
        return "policy"
    # A name may be cut by the end of a line.
    lead = f"{title or ''}\n{head[:_LEAD].replace(chr(10), '')}"
    if policy < 3 and _POLICY_NAMED.search(lead) and (news >= 2 or _TELLS.search(lead)):
        return "news"
    orders = len(_ORDERS.findall(whole)) / max(1, len(_SENTENCE.findall(whole)))
    return "policy" if policy >= 3 or (orders >= _ORDERLY and news <= 1) else "other"


def _policy_score(texts: list[str], head: str, whole: str, title: str | None) -> int:
    score = 0
    if title and (names_a_document(title) or is_bare(title)):
        score += 3 if "关于" in fold(title) or is_bare(title) else 2
    score += 2 * any(DOC_NUMBER.fullmatch(text.strip()) for text in texts[:8])
    score += 2 * any(is_addressee(text) for text in texts[:6])
    score += 2 * bool(_LETTER.search(head))
    score += 3 * (sum(bool(_ARTICLE.match(text)) for text in texts) >= 3)
    score += bool(_ENACTS.search(whole))
    score += 3 * bool(_REPORT.search(head[:400]))
    score += 2 * any(_GAZETTE.match(text) for text in texts[:10])
    return score


def _news_score(head: str, title: str | None) -> int:
    score = min(4, len(set(_NEWSROOM.findall(head[:1500]))))
    score += 2 * bool(re.search(r"记者|(?:讯|电)\s*[（(]", head[:600]))
    if title:
        folded = fold(title)
        score += bool(
            re.search(r"出台|发布|印发|出炉|公布|定了|来了|解读|亮点|部署|要求|[：:!！?？]|迎|获|将于", folded) and not names_a_document(title)
        )
    return score

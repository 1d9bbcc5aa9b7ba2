"""What kind of document it is: the text of a policy, an article about one, or something else."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from pipeline.reading.folding import fold, lexicon
from pipeline.reading.headline import DOC_NUMBER, is_addressee, is_bare, names_a_document
from pipeline.reading.page import Block, Genre
from pipeline.text.convert import simplify
from pipeline.text.script import script_of

_ARTICLE = re.compile(r"\s*第[一二三四五六七八九十百\d]{1,4}条")
_PART = re.compile(r"\s*[一二三四五六七八九十]{1,3}、")
_REPORTER = re.compile(r"记者|(?:讯|电)\s*[（(]")
_SENTENCE = re.compile("[。;]")
#: How much of an article says what it is about, and how many clauses a sentence of a policy begin with what is to be done.
_LEAD, _WHOLE = 700, 60_000
_ORDERLY = 0.3
#: As many notes of who does an item as an article has no room for, also of a policy that has lost its title page.
_ASSIGNED = 4
#: Characters that tell the script.
_TELLS_SCRIPT = 3000


def genre_of(blocks: Sequence[Block], title: str | None) -> Genre:
    """`policy` for the text of an instrument itself (laws, gazette orders, government work reports too), `news` for an article about one.

    `某省出台21条措施`, `记者获悉，《方案》已正式印发` is news; an article about a market that names no policy is `other`.
    """
    texts = _folded([block.text[:_WHOLE] for block in blocks[:400]])
    head = "\n".join(texts[:14])[:6000]
    whole = "\n".join(texts)[:_WHOLE]
    policy, news = _policy_score(texts, head, whole, title), _news_score(head, title)
    if policy >= 3 and policy > news:
        return "policy"
    # A name may be cut by the end of a line.
    lead = f"{title or ''}\n{head[:_LEAD].replace(chr(10), '')}"
    if policy < 3 and _words("named").search(lead) and (news >= 2 or _words("tells").search(lead)):
        return "news"
    orders = len(_clauses().findall(whole)) / max(1, len(_SENTENCE.findall(whole)))
    return "policy" if policy >= 3 or (orders >= _ORDERLY and news <= 1) else "other"


def _folded(texts: list[str]) -> list[str]:
    """The texts as the word lists are written: folded, and in simplified script."""
    folded = "\n".join(texts)[: 2 * _WHOLE]
    return fold(simplify(folded) if script_of(folded[:_TELLS_SCRIPT]) == "hant" else folded).split("\n")


def _policy_score(texts: list[str], head: str, whole: str, title: str | None) -> int:
    score = 0
    if title and (names_a_document(title) or is_bare(title)):
        score += 3 if "关于" in fold(title) or is_bare(title) else 2
        score += bool(_words("instrument").match(fold(title)) and not _words("headline").search(fold(title)))
        # An article about a policy has no parts of a policy.
        score += sum(bool(_PART.match(text)) for text in texts) >= 2
    score += 2 * any(DOC_NUMBER.fullmatch(text.strip()) for text in texts[:8])
    score += 2 * any(is_addressee(text) for text in texts[:6])
    score += 2 * bool(_words("letter").search(head))
    score += 3 * (sum(bool(_ARTICLE.match(text)) for text in texts) >= 3)
    score += bool(_words("enacts").search(whole))
    score += 3 * bool(_words("report").search(head[:400]) or _words("amends").search(head[:400]))
    score += bool(_words("assigns").search(whole))
    score += 3 * (len(_words("notes").findall(whole)) >= _ASSIGNED)
    score += 2 * any(_words("gazette").match(text) for text in texts[:10])
    return score


def _news_score(head: str, title: str | None) -> int:
    score = min(4, len(set(_words("newsroom").findall(head[:1500]))))
    score += 2 * bool(_REPORTER.search(head[:600]))
    score += bool(title and _words("headline").search(fold(title)) and not names_a_document(title))
    return score


@functools.cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile("|".join(lexicon()["genre"][name]))


@functools.cache
def _clauses() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[。;,])(?:{_words('orders').pattern})")

"""A made-up corpus of 200 documents in which is known what agrees, what contradicts, what is renamed and what is a copy.

Forty invented cities each have a plan; each plan is told by its own text and by four pages of news. What is planted stands in `Planted`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

#: Invented cities: two characters of each list.
_FIRST, _SECOND = "青临云岚碧望溪渚", "汀澜岫沅浦"
#: What a plan is for: its title's matter, and its own indicators as (unit, how texts write it, the value's range).
_MATTERS = ("数字经济", "绿色制造", "现代农业", "文化旅游", "物流枢纽")
#: Indicators, each with ways to write one and the same: `{}` is the number with its bound words.
_INDICATORS: tuple[tuple[str, tuple[str, ...], tuple[int, int]], ...] = (
    ("地区生产总值增长", ("地区生产总值增长{}%", "GDP增长{}%", "地区生产总值增速达到{}%"), (4, 9)),
    ("城镇新增就业", ("城镇新增就业{}万人", "新增城镇就业{}万人"), (3, 40)),
    ("一般公共预算收入增长", ("一般公共预算收入增长{}%", "地方一般公共预算收入增长{}%"), (2, 9)),
    ("固定资产投资增长", ("固定资产投资增长{}%", "全社会固定资产投资增长{}%"), (3, 12)),
    ("社会消费品零售总额增长", ("社会消费品零售总额增长{}%", "社会消费品零售额增长{}%"), (3, 11)),
    ("森林覆盖率", ("森林覆盖率达到{}%", "全市森林覆盖率达到{}%"), (30, 75)),
    ("研发投入强度", ("研发经费投入强度达到{}%", "全社会研发投入强度达到{}%"), (2, 5)),
)
#: How a title may be written without being another.
_DASHES = ("（2026—2030年）", "(2026-2030年)", "（2026－2030 年）", "〔2026–2030年〕")


@dataclass(slots=True)
class Planted:
    """What stands in the corpus, by policy title and indicator."""

    policies: int = 0
    #: (title, indicator) → how many documents agree on it, the policy's own text among them.
    agreed: dict[tuple[str, str], int] = field(default_factory=dict)
    #: (title, indicator) → (what the policy says, what one news page says).
    conflicts: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    #: Sources of copies.
    copies: list[str] = field(default_factory=list)
    #: Lines of corrections.csv that settle conflicts: (title, indicator).
    settled: set[tuple[str, str]] = field(default_factory=set)
    documents: int = 0


def plant(folder: Path, seed: int = 20) -> Planted:
    """Write the documents and their corrections.csv into `folder`; equal seeds give equal corpora."""
    chance = random.Random(seed)
    planted = Planted()
    corrections = ["source,words,table,column,value,who,why"]
    for city in (f"{first}{second}市" for first in _FIRST for second in _SECOND):
        _policy(folder, city, chance, planted, corrections)
    # A line for a page that is gone must be told and change nothing.
    corrections.append("没有/这一页.html,城镇新增就业,targets,value,1,王敏,")
    (folder / "corrections.csv").write_text("\n".join(corrections) + "\n", encoding="utf-8")
    return planted


def _policy(folder: Path, city: str, chance: random.Random, planted: Planted, corrections: list[str]) -> None:
    matter = chance.choice(_MATTERS)
    title = f"{city}{matter}发展规划"
    planted.policies += 1
    values = {name: chance.randint(*span) for name, _, span in chance.sample(_INDICATORS, 4)}
    place = folder / city
    place.mkdir(parents=True)
    _write(
        place / "全文.html",
        planted,
        _page(
            f"{title}{_DASHES[0]}", [_goals(values, chance), "二、重点任务", "（一）建设公共平台。由市发展改革委牵头，市财政局配合。"], "一、发展目标"
        ),
    )
    told = dict.fromkeys(values, 1)
    wrong = chance.choice([None, None, *values])
    for number in range(4):
        shown = dict(chance.sample(sorted(values.items()), 2))
        path = place / f"新闻{number}.{chance.choice(['html', 'txt'])}"
        if number == 3:
            # The last page is now and then a copy of the one before.
            if chance.random() < 0.25:
                before = next(place.glob("新闻2.*"))
                path = place / f"转载{before.suffix}"
                path.write_bytes(before.read_bytes())
                planted.documents += 1
                planted.copies.append(f"{city}/{path.name}")
                continue
            if wrong and wrong not in shown:
                shown = {wrong: values[wrong], **dict(list(shown.items())[:1])}
        said = dict(shown)
        if number == 3 and wrong:
            said[wrong] = values[wrong] + 1
            planted.conflicts[title, wrong] = (values[wrong], said[wrong])
        for name in shown:
            if said[name] == values[name]:
                told[name] += 1
        name = title + chance.choice(_DASHES)
        lead = f"近日，{city}人民政府印发《{name}》。规划提出，{_goals(said, chance)}"
        _write(
            path,
            planted,
            _page(f"{city}印发{matter}发展规划 {number + 1}号观察", [lead, _filler(chance, city)])
            if path.suffix == ".html"
            else f"{city}印发{matter}发展规划 {number + 1}号观察\n\n{lead}\n{_filler(chance, city)}\n",
        )
        if number == 3 and wrong and chance.random() < 0.5:
            planted.settled.add((title, wrong))
            # Enough of its words in whatever way it is written.
            words = {"地区生产总值增长": f"{said[wrong]}%", "研发投入强度": "投入强度"}.get(
                wrong, wrong[-4:] if wrong == "城镇新增就业" else wrong[:4]
            )
            corrections.append(f"{city}/{path.name},{words},targets,value,{_number(wrong, values[wrong])},王敏,以全文为准")
    planted.agreed.update({(title, name): count for name, count in told.items()})


def _number(name: str, value: int) -> int:
    return value * 10_000 if name == "城镇新增就业" else value


def _goals(values: dict[str, int], chance: random.Random) -> str:
    ways = {name: ways for name, ways, _ in _INDICATORS}
    return "到2030年，" + "，".join(chance.choice(ways[name]).format(value) for name, value in values.items()) + "。"


def _filler(chance: random.Random, city: str) -> str:
    return chance.choice(
        (
            f"{city}有关负责人表示，下一步将把各项部署落到实处，让群众看得见变化。",
            f"业内人士认为，{city}产业基础扎实，区位条件优越，前景可期。",
            f"记者走访{city}多家企业，车间里机器轰鸣，一派繁忙景象。",
        )
    )


def _page(title: str, paragraphs: list[str], heading: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in ([heading] if heading else []) + paragraphs)
    return f"<html><head><meta charset='utf-8'><title>{title}</title></head><body><h1>{title}</h1><div class='content'>{body}</div></body></html>"


def _write(path: Path, planted: Planted, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    planted.documents += 1

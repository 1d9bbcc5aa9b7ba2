"""The words of `lexicon.toml` as compiled patterns."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What decides which clauses are targets; each field is explained where its words stand, in `lexicon.toml`.

    The patterns named after what a clause does (`means` … `one_off`) are anchored at its beginning, `state` at its end.
    """

    strive: re.Pattern[str]
    strive_opening: re.Pattern[str]
    time_preposition: re.Pattern[str]
    validity: re.Pattern[str]
    guidance: re.Pattern[str]
    guided_by: re.Pattern[str]
    event: re.Pattern[str]
    effect: re.Pattern[str]
    horizon: re.Pattern[str]
    lead_in: re.Pattern[str]
    goal_announcement: re.Pattern[str]
    plan_draft: re.Pattern[str]
    heading_noun: re.Pattern[str]
    forecast: re.Pattern[str]
    bare_completion: re.Pattern[str]
    companion: re.Pattern[str]
    remark: re.Pattern[str]
    summed_up: re.Pattern[str]
    handing_in: re.Pattern[str]
    plan_name: re.Pattern[str]
    plan_says: re.Pattern[str]
    demand: re.Pattern[str]
    heading_goal: re.Pattern[str]
    heading_work: re.Pattern[str]
    copula: re.Pattern[str]
    building: re.Pattern[str]
    outcome: re.Pattern[str]
    construction: re.Pattern[str]
    gradual: re.Pattern[str]
    gradual_result: re.Pattern[str]
    achievement: re.Pattern[str]
    heading_phase: re.Pattern[str]
    heading_year: re.Pattern[str]
    heading_past: re.Pattern[str]
    heading_future: re.Pattern[str]
    conditional: re.Pattern[str]
    concerning: re.Pattern[str]
    means: re.Pattern[str]
    means_with_result: re.Pattern[str]
    open_work: re.Pattern[str]
    ongoing: re.Pattern[str]
    own_time: re.Pattern[str]
    encouraging: re.Pattern[str]
    upkeep: re.Pattern[str]
    activity: re.Pattern[str]
    exhortation: re.Pattern[str]
    benefit: re.Pattern[str]
    granted: re.Pattern[str]
    past: re.Pattern[str]
    one_off: re.Pattern[str]
    adverb: re.Pattern[str]
    first_verb: re.Pattern[str]
    any_verb: re.Pattern[str]
    verb_first: re.Pattern[str]
    acts: re.Pattern[str]
    state: re.Pattern[str]
    nominal_state: re.Pattern[str]
    state_verb: re.Pattern[str]
    future: re.Pattern[str]
    statistic: re.Pattern[str]
    accomplished: re.Pattern[str]
    permission: re.Pattern[str]
    measure_verb: re.Pattern[str]


@functools.cache
def lexicon() -> Lexicon:
    """The lexicon, read and compiled once a process.

    Raises KeyError for a list that is missing from the file, re.error for an entry that is no regular expression.
    """
    with Path(__file__).with_name("lexicon.toml").open("rb") as file:
        words = tomllib.load(file)

    def any_of(name: str) -> str:
        return "(?:" + "|".join(words[name]) + ")"

    states = f"^(?!.*{any_of('heading_not_state')}).{{0,12}}{any_of('heading_state')}(?:与|和|及|、.{{0,6}})?$"
    adverbs = any_of("adverb") + "{0,4}"
    verbs = "|".join(sorted(words["achievement"] + words["one_off"], key=len, reverse=True) + words["verb_first"])
    return Lexicon(
        strive=re.compile(any_of("strive")),
        strive_opening=re.compile(any_of("strive") + "$"),
        time_preposition=re.compile(any_of("time_preposition") + "$"),
        validity=re.compile(any_of("validity")),
        guidance=re.compile(any_of("guidance")),
        guided_by=re.compile(any_of("guided_by")),
        event=re.compile(any_of("event")),
        effect=re.compile(any_of("effect")),
        horizon=re.compile(any_of("horizon")),
        lead_in=re.compile(any_of("lead_in")),
        goal_announcement=re.compile(words["goal_announcement"]),
        plan_draft=re.compile(any_of("plan_draft")),
        heading_noun=re.compile(any_of("heading_noun") + "$"),
        forecast=re.compile(any_of("forecast")),
        bare_completion=re.compile(words["bare_completion"]),
        companion=re.compile(any_of("companion")),
        remark=re.compile(any_of("remark")),
        summed_up=re.compile(any_of("summed_up")),
        handing_in=re.compile(words["handing_in"]),
        plan_name=re.compile(any_of("plan_name")),
        plan_says=re.compile(any_of("plan_says")),
        demand=re.compile(any_of("demand")),
        heading_goal=re.compile(any_of("heading_goal")),
        heading_phase=re.compile(any_of("heading_phase")),
        building=re.compile(words["building"]),
        outcome=re.compile(any_of("outcome")),
        construction=re.compile(any_of("construction")),
        gradual=re.compile(any_of("gradual")),
        gradual_result=re.compile(any_of("gradual_result")),
        achievement=re.compile(adverbs + any_of("achievement")),
        copula=re.compile(any_of("copula")),
        heading_work=re.compile(any_of("heading_work")),
        heading_year=re.compile(any_of("heading_year")),
        heading_past=re.compile(f"{any_of('heading_past')}|{states}"),
        heading_future=re.compile(any_of("heading_future")),
        conditional=re.compile(any_of("conditional") + "$"),
        concerning=re.compile(words["concerning"]),
        means=re.compile(any_of("means")),
        means_with_result=re.compile(any_of("means_with_result") + ".{2,60}?" + any_of("means_result")),
        open_work=re.compile(any_of("open_work")),
        ongoing=re.compile(adverbs + any_of("ongoing")),
        own_time=re.compile(any_of("own_time")),
        encouraging=re.compile(any_of("encouraging")),
        upkeep=re.compile(any_of("upkeep")),
        activity=re.compile(any_of("activity") + "$"),
        exhortation=re.compile(any_of("exhortation")),
        benefit=re.compile(any_of("benefit")),
        granted=re.compile(any_of("granted")),
        past=re.compile(any_of("past")),
        one_off=re.compile(adverbs + any_of("one_off")),
        adverb=re.compile(any_of("adverb")),
        first_verb=re.compile(adverbs + f"(?P<verb>{verbs})"),
        any_verb=re.compile(verbs),
        verb_first=re.compile(f"{adverbs}(?:{any_of('work_first')}|{any_of('verb_first')})"),
        acts=re.compile(".{0,16}?" + adverbs + any_of("one_off")),
        state=re.compile(any_of("state") + "$"),
        nominal_state=re.compile(any_of("nominal_state")),
        state_verb=re.compile(".{2,}?" + any_of("state_verb") + "."),
        future=re.compile(any_of("future")),
        statistic=re.compile(any_of("statistic")),
        accomplished=re.compile(any_of("accomplished")),
        permission=re.compile(any_of("permission")),
        measure_verb=re.compile("(" + "|".join(words["measure_verb"]) + ")"),
    )

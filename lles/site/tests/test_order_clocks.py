"""Ten thousand generated orders of all kinds: none ends later than its statute allows, each says why it ends,
more months never end sooner, and text and JSON say the same. Each proof is shown a rule that breaks it."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest

from lles.law.bilingual import LANGUAGES, Language, day_in_words
from lles.law.order_clock import ClockRule, OrderClock, OrderFacts
from lles.site.law_of_pieces import clocks

KINDS = clocks()
ORDERS = 10_000 // len(KINDS)
CHANGES = [date(1991, 10, 14), date(2007, 10, 1), date(2008, 12, 8), date(2014, 4, 22), date(2026, 1, 22)]
MONTHS_OF_FAMILY_ASSISTANCE = (6, 12)
WEIGHTS = {"bars": "yn gwahardd", "warns": "yn rhybuddio", "notes": "yn nodi"}

Proof = Callable[[ClockRule, OrderFacts], bool]


def a_day(chance: random.Random) -> date:
    """A day from 1900 to 2200; often the end of a month, a day of February or near a change of the law."""
    day = date(1900, 1, 1) + timedelta(days=chance.randrange(109_938))
    kind = chance.randrange(6)
    if kind == 0:
        return day.replace(day=1) - timedelta(days=day > date(1900, 1, 31))
    if kind == 1:
        return day.replace(month=2, day=1) + timedelta(days=chance.randrange(28))
    if kind == 2:
        return day.replace(year=day.year // 4 * 4 or 4, month=2, day=28) + timedelta(days=chance.randrange(3))
    if kind == 3:
        return chance.choice(CHANGES) + timedelta(days=chance.randrange(-2, 2))
    return day


@cache
def orders(kind: str) -> tuple[OrderFacts, ...]:
    """Orders as somebody might state them, rightly or not; the same ones each time."""
    return tuple(generated(kind))


def generated(kind: str) -> Iterator[OrderFacts]:
    """One order after another."""
    chance = random.Random(kind)
    for _ in range(ORDERS):
        made_on = a_day(chance)
        starts_on = made_on + timedelta(days=chance.randrange(-5, 400)) if chance.randrange(3) == 0 else None
        end_on = made_on + timedelta(days=chance.randrange(-3, 800)) if chance.randrange(3) == 0 else None
        if chance.randrange(4) == 0:
            end_on = first_day_too_late(starts_on or made_on, 12)
        months = chance.randrange(1, 30) if chance.randrange(2) else None
        yield OrderFacts(made_on, starts_on, months, end_on, chance.randrange(2) == 0)


def first_day_too_late(starts_on: date, months: int) -> date:
    """The corresponding day some months later, or the first of the next month where there is none."""
    year, month = divmod(starts_on.month - 1 + months, 12)
    year, month = starts_on.year + year, month + 1
    try:
        return date(year, month, starts_on.day)
    except ValueError:
        return date(year + month // 12, month % 12 + 1, 1)


def ends_in_time(rule: ClockRule, facts: OrderFacts) -> bool:
    """The order ends before the first day that the statute leaves out."""
    clock = rule(facts)
    if clock.ends_on is None or clock.kind == "activity":
        return True
    starts_on, months = facts.starts_on or facts.made_on, 12
    if clock.kind == "family-assistance":
        old, new = MONTHS_OF_FAMILY_ASSISTANCE
        starts_on, months = facts.made_on, old if facts.made_on < date(2007, 10, 1) else new
    return starts_on <= clock.ends_on < first_day_too_late(starts_on, months)


def explains_its_end(rule: ClockRule, facts: OrderFacts) -> bool:
    """The last day stands among the days with its rule and why; where there is none, a finding says so."""
    clock = rule(facts)
    if clock.ends_on is None:
        return any(one.says.en and one.says.cy for one in clock.findings)
    why = [one for one in clock.days if one.on == clock.ends_on and one.rule and one.why.en and one.why.cy]
    return bool(why) and list(clock.days) == sorted(clock.days, key=lambda one: one.on)


def never_ends_sooner_for_more_months(rule: ClockRule, facts: OrderFacts) -> bool:
    """One month more never brings the last day forward."""
    months = facts.months or 1
    fewer, more = (rule(replace(facts, months=n, end_on=None)).ends_on for n in (months, months + 1))
    return fewer is more is None or (fewer is not None and more is not None and fewer <= more)


def says_the_same_as_text(rule: ClockRule, facts: OrderFacts) -> bool:
    """The text, read back, holds the same days and findings as the JSON, in both languages."""
    clock = rule(facts)
    return all(read_back(clock, language) == in_words(clock, language) for language in LANGUAGES)


def read_back(clock: OrderClock, language: Language) -> list[list[str]]:
    """The paragraphs of the text as their values."""
    paragraphs = clock.explain(language).split("\n\n")
    return [[line.partition(": ")[2] for line in one.split("\n")] for one in paragraphs]


def in_words(clock: OrderClock, language: Language) -> list[list[str]]:
    """The JSON as the values of paragraphs."""
    said = clock.said(language)
    days, findings = said["days"], said["findings"]
    assert isinstance(days, list)
    assert isinstance(findings, list)
    ends_on = said["ends_on"] and day_in_words(date.fromisoformat(str(said["ends_on"])), language)
    none = "not known" if language == "en" else "nid yw'n hysbys"
    made_on = day_in_words(date.fromisoformat(str(said["made_on"])), language)
    return [
        [clock.title.said(language), made_on, str(ends_on or none)],
        *(
            [day_in_words(date.fromisoformat(one["on"]), language), one["what"], one["rule"], one["why"]]
            for one in days
        ),
        *(
            [one["weight"] if language == "en" else WEIGHTS[one["weight"]], one["rule"], one["says"]]
            for one in findings
        ),
    ]


PROOFS: tuple[Proof, ...] = (
    ends_in_time,
    explains_its_end,
    never_ends_sooner_for_more_months,
    says_the_same_as_text,
)


@pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: proof.__name__)
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_it_holds_for_every_order(kind: str, proof: Proof) -> None:
    assert [facts for facts in orders(kind) if not proof(KINDS[kind], facts)] == []


def of_365_days(facts: OrderFacts) -> OrderClock:
    """A wrong rule: a year is 365 days after the order."""
    clock = KINDS["family-assistance"](facts)
    return replace(clock, ends_on=facts.made_on + timedelta(days=365)) if clock.ends_on else clock


def of_the_year_after(facts: OrderFacts) -> OrderClock:
    """A wrong rule: the corresponding day of the next year, as the software of a court counts it."""
    clock = KINDS["monitoring"](facts)
    ends_on = first_day_too_late(facts.starts_on or facts.made_on, 12)
    return replace(clock, ends_on=ends_on) if clock.ends_on else clock


def of_fewer_months(facts: OrderFacts) -> OrderClock:
    """A wrong rule: more months than thirteen begin again at one."""
    return KINDS["activity"](replace(facts, months=(facts.months or 1) % 13 + 1))


class Silent(OrderClock):
    """A clock whose text leaves its last paragraph out."""

    def explain(self, language: Language) -> str:
        """All but the last paragraph."""
        return "\n\n".join(super().explain(language).split("\n\n")[:-1])


def of_half_a_text(facts: OrderFacts) -> OrderClock:
    """A wrong rule: what the text says is less than what the JSON holds."""
    clock = KINDS["monitoring"](facts)
    return Silent(clock.kind, clock.title, clock.made_on, clock.ends_on, clock.days, clock.findings)


@pytest.mark.parametrize(
    ("kind", "wrong", "proof"),
    [
        ("family-assistance", of_365_days, ends_in_time),
        ("family-assistance", of_365_days, explains_its_end),
        ("monitoring", of_the_year_after, ends_in_time),
        ("activity", of_fewer_months, never_ends_sooner_for_more_months),
        ("monitoring", of_half_a_text, says_the_same_as_text),
    ],
)
def test_it_would_see_a_rule_that_is_wrong(kind: str, wrong: ClockRule, proof: Proof) -> None:
    assert not all(proof(wrong, facts) for facts in orders(kind))


def test_it_generates_what_is_right_and_what_is_not() -> None:
    weights = {
        (kind, one.weight.value)
        for kind in KINDS
        for facts in orders(kind)
        for one in KINDS[kind](facts).findings
    }
    assert {(kind, weight) for kind in KINDS for weight in ("bars", "warns")} <= weights

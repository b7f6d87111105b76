"""The rules of earlier involvement: a person is found however the name is written, and nobody else is."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lles.law.tests.scenario import Facts, Rules, Scenario, day, day_or_none, outcome, scenarios, words
from lles.work.earlier_involvement import rules
from lles.work.earlier_involvement.rules import Bar, NewApplication
from lles.work.earlier_involvement.rules.choosing import Pair, chosen
from lles.work.earlier_involvement.rules.matching import (
    Known,
    Match,
    Reason,
    match,
    nearly,
    settings,
    swapped,
)

FIRST = ("Gwenllian", "Siân", "Dafydd", "Macsen", "Angharad", "Łukasz", "Eleanor", "Brychan")
LAST = ("Bowen", "Gruffudd", "Parry-Jones", "Lloyd Jones", "O'Neill", "Al-Hassan", "Wałęga")
people = st.builds(
    lambda first, last, born: (first, last, born),
    st.sampled_from(FIRST),
    st.sampled_from(LAST),
    st.dates(date(1950, 1, 1), date(2026, 1, 1)),
)
Drawn = tuple[str, str, date]


def known(facts: object) -> Known:
    """A person of a scenario."""
    assert isinstance(facts, dict)
    return Known(facts["name"], facts.get("former", ""), facts.get("born"))


def matched(facts: Facts) -> object:
    """What two people of a scenario share."""
    contacts = [Reason(f"same_{kind}") for kind in words(facts, "contacts")]
    found = match(known(facts["one"]), known(facts["other"]), contacts)
    return [reason.code for reason in found.reasons] if found else None


def looked_for(facts: Facts) -> object:
    """How the record of looking weighs."""
    waiting = facts.get("waiting", 0)
    assert isinstance(waiting, int)
    finding = rules.earlier_involvement_is_looked_for(day_or_none(facts, "looked"), waiting)
    return finding.weight.value if finding else None


def leave(facts: Facts) -> object:
    """How an application by somebody whom an order names weighs."""
    starts_on = day(facts, "starts")
    months = facts.get("months")
    ends_on = rules.last_day_of_bar(starts_on, months).result if isinstance(months, int) else None
    bar = Bar(tuple(words(facts, "kinds")), starts_on, ends_on)
    application = NewApplication("Gareth Bevan", tuple(words(facts, "asks")), day(facts, "filed"))
    finding = rules.leave_is_needed_by_whom_an_order_names(application, bar, day_or_none(facts, "leave"))
    return finding.weight.value if finding else None


RULES: Rules = {"SG-KNOWN": looked_for, "matching": matched, "FILT-9114": leave}


@pytest.mark.parametrize("scenario", scenarios(__file__), ids=str)
def test_it_gives_what_the_sentence_says(scenario: Scenario) -> None:
    assert outcome(scenario, RULES) == scenario.gives


@given(people, st.sampled_from(["", "ap ", "ab ", "ferch "]))
def test_it_finds_a_person_by_the_names_in_any_order_and_any_patronymic(one: Drawn, particle: str) -> None:
    first, last, born = one
    for written in (f"{last} {first}", f"{first} {particle}{last}", f"{particle}{last.upper()}, {first}"):
        assert match(Known(f"{first} {last}", "", born), Known(written, "", born))


@given(people, st.integers(0, 40), st.sampled_from("aeiourx"))
def test_it_finds_a_person_by_a_name_with_a_slip(one: Drawn, place: int, letter: str) -> None:
    first, last, born = one
    longest = max((*first.split(), *last.split("-")), key=len)
    at = place % len(longest)
    written = f"{first} {last}".replace(longest, longest[:at] + letter + longest[at + 1 :])
    assert match(Known(f"{first} {last}", "", born), Known(written, "", born))
    assert match(Known(f"{first} {last}", "", born), Known(written))


@given(people)
def test_it_finds_a_person_whose_day_and_month_were_swapped_or_one_off(one: Drawn) -> None:
    first, last, born = one
    for other in {swapped(born), *nearly(born)} - {None}:
        assert match(Known(f"{first} {last}", "", born), Known(f"{first} {last}", "", other))


@given(people, people)
def test_it_takes_no_two_people_with_other_names_and_days_for_one(one: Drawn, other: Drawn) -> None:
    assume(one[0] != other[0] and one[1] != other[1])
    ours, theirs = (Known(f"{first} {last}", "", born) for first, last, born in (one, other))
    assert match(ours, theirs) is None
    assume(one[2] not in {other[2], swapped(other[2]), *nearly(other[2])})
    assert match(ours, Known(ours.name, "", theirs.born_on)) is None


@given(people, people, st.booleans())
def test_it_says_the_same_from_both_sides(one: Drawn, other: Drawn, at_one_place: bool) -> None:
    contacts = [Reason("same_address")] if at_one_place else []
    ours, theirs = (Known(f"{first} {last}", "", born) for first, last, born in (one, other))
    assert match(ours, theirs, contacts) == match(theirs, ours, contacts)


def test_a_match_that_rests_on_a_protected_detail_is_not_open() -> None:
    one, other = Known("Siân Morris"), Known("Elin Price")
    assert match(one, other, [Reason("same_phone")]).is_open  # type: ignore[union-attr]  # it is there in this test
    assert not match(one, other, [Reason("same_phone", guarded=True)]).is_open  # type: ignore[union-attr]  # it is there in this test
    same = match(one, one, [Reason("same_phone", guarded=True)])
    assert same is not None
    assert same.is_open


def _pairs(count: int, *codes: str, here: str = "party:1") -> list[Pair]:
    found = Match(40, tuple(Reason(code) for code in codes))
    return [Pair(here, f"party:{one}", one, found) for one in range(2, count + 2)]


def test_a_name_that_many_bear_says_nothing_alone() -> None:
    few = settings()["bearers_at_most"]
    assert len(chosen(_pairs(few, "same_name"))) == few
    assert chosen(_pairs(few + 1, "same_name")) == ()
    assert len(chosen(_pairs(few + 1, "same_name", "born_same_day"))) == few + 1


def test_no_more_matches_of_a_person_are_shown_than_somebody_can_look_at() -> None:
    assert len(chosen(_pairs(50, "same_name", "born_same_day"))) == settings()["shown_at_most"]


def test_a_household_is_not_shown_beside_each_of_its_members() -> None:
    by_name = Pair("party:1", "party:9", 5, Match(65, (Reason("same_name"), Reason("born_same_day"))))
    place = Match(36, (Reason("same_address"),))
    others = [
        Pair(here, there, 5, place) for here in ("party:2", "child:3") for there in ("party:9", "child:8")
    ]
    assert chosen([by_name, *others]) == (by_name,)
    assert chosen([Pair("party:2", "party:7", 5, place)]) != ()

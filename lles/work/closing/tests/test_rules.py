"""When a case may be closed, and how a child is written to: scenarios."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

import pytest

from lles.casefile.rules.writing_to_children import band_of, where_to_find_help
from lles.law.bilingual import Text
from lles.law.findings import Finding
from lles.law.tests.scenario import Scenario, day, day_or_none, outcome, scenarios
from lles.work.closing.rules import (
    ClosingFacts,
    OpenTask,
    check_closing,
    every_open_task_ends_with_a_reason,
    everybody_is_told_that_the_work_has_ended,
    no_hearing_lies_ahead,
    no_order_is_still_at_work,
    nobody_is_left_in_danger,
    nothing_is_destroyed_before_a_period_is_set,
    the_court_ended_our_involvement,
    the_letters_say_how_it_ended,
    what_the_court_directed_is_done,
)


def task(facts: Mapping[str, object]) -> OpenTask:
    """An open task of a scenario."""
    return OpenTask(
        1, Text(en="A task", cy="Tasg"), facts.get("first") is True, facts.get("directed") is True,
        str(facts.get("reason", "")),
    )  # fmt: skip


def weight(found: Iterator[Finding] | Finding | None) -> str:
    """How the first finding weighs."""
    first = found if isinstance(found, Finding) else next(iter(found or ()), None)
    return first.weight.value if first else "nothing"


def names(facts: Mapping[str, object]) -> tuple[str, ...]:
    """Whoever is not told yet."""
    untold = facts["untold"]
    assert isinstance(untold, list)
    return tuple(map(str, untold))


def told(facts: Mapping[str, object]) -> Iterator[Finding]:
    """Whoever is not told, and what the letters say otherwise."""
    days = facts.get("letters", [])
    assert isinstance(days, list)
    yield from everybody_is_told_that_the_work_has_ended(names(facts))
    yield from the_letters_say_how_it_ended([(Text(en="An end", cy="Diwedd"), one) for one in days])


def running(facts: Mapping[str, object]) -> Iterator[tuple[Text, date | None]]:
    """The orders at work, each with its last day."""
    days = facts["until"]
    assert isinstance(days, list)
    return ((Text(en="An order", cy="Gorchymyn"), one or None) for one in days)


def help_of(facts: Mapping[str, object]) -> str:
    """The first helpline of a letter."""
    return where_to_find_help(str(facts["nation"])).en.split(":")[0]


def kept(facts: Mapping[str, object]) -> str:
    """How the end of the keeping weighs, and the day that families are told."""
    births = facts["born"]
    assert isinstance(births, list)
    nation, on = str(facts["nation"]), day(facts, "on")
    found = nothing_is_destroyed_before_a_period_is_set(nation, [one or None for one in births], on)
    told = re.search(r"until \w+day (\d+ \w+ \d{4})", found.says.en)
    return f"{found.weight.value}: {told[1] if told else 'no day'}"


RULES: Mapping[str, Callable[[Mapping[str, object]], object]] = {
    "CLO-DANGER": lambda facts: weight(nobody_is_left_in_danger([task(facts)])),
    "CLO-TASKS": lambda facts: weight(every_open_task_ends_with_a_reason([task(facts)])),
    "CLO-DIRECTED": lambda facts: weight(what_the_court_directed_is_done([task(facts)])),
    "CLO-HEARING": lambda facts: weight(no_hearing_lies_ahead(day_or_none(facts, "hearing"))),
    "CLO-LETTERS": lambda facts: weight(told(facts)),
    "CLO-ORDERS": lambda facts: weight(no_order_is_still_at_work(running(facts))),
    "CLO-INVOLVEMENT": lambda facts: weight(the_court_ended_our_involvement(day_or_none(facts, "since"))),
    "CLO-AGE": lambda facts: band_of(day_or_none(facts, "born"), day(facts, "on")).value,
    "CLO-HELP": help_of,
    "RET-POLICY": kept,
}


@pytest.mark.parametrize("scenario", scenarios(__file__), ids=str)
def test_it_holds(scenario: Scenario) -> None:
    assert outcome(scenario, RULES) == scenario.gives


def test_a_case_with_nothing_left_closes() -> None:
    assert check_closing(ClosingFacts()) == ()

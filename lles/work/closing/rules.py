"""The rules of closing a case, pure: what stands in the way, who is told, and how a child is written to."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from lles.casefile.rules.letterhead import Letterhead
from lles.casefile.rules.writing_to_children import Band
from lles.law.bilingual import Text
from lles.law.counting import MONTHS_IN_YEAR, in_months
from lles.law.findings import Finding, Weight
from lles.law.provisions import Law, load

OUTCOMES = (
    "order_made", "agreed", "involvement_ended", "withdrawn", "dismissed", "transferred", "opened_in_error",
)  # fmt: skip


@cache
def closing_law() -> Law:
    """The provisions of closing by their ids."""
    return load(Path(__file__).parent / "law.toml")


@dataclass(frozen=True)
class OpenTask:
    """A task that is still open: what it is, whether it comes before everything, whether the court directed
    it, the reason for which it is ended, and whom it is about."""

    number: int
    title: Text
    comes_first: bool = False
    is_directed: bool = False
    reason: str = ""
    whose: str = ""


@dataclass(frozen=True)
class ClosingFacts:
    """What is left when somebody means to close a case."""

    tasks: tuple[OpenTask, ...] = ()
    hearing_on: date | None = None
    untold: tuple[str, ...] = ()
    letters_say_otherwise: tuple[tuple[Text, date], ...] = ()
    running: tuple[tuple[Text, date | None], ...] = ()
    goes_on_since: date | None = None


@dataclass(frozen=True)
class LetterFacts:
    """Everything a closing letter says: to whom, about which children, how the work ended, and what the
    author adds in the reader's language; of where anybody lives it says nothing."""

    name: str
    head: Letterhead
    children: tuple[str, ...]
    outcome: str
    ended_on: date
    words: str
    band: Band | None = None
    help: Text | None = None
    draft: bool = False


def nobody_is_left_in_danger(tasks: Iterable[OpenTask]) -> Iterator[Finding]:
    """Nothing that comes before everything else may be open (CLO-DANGER)."""
    provision = closing_law()["CLO-DANGER"]
    return (provision.finding("open", task=task.title) for task in tasks if task.comes_first)


def what_the_court_directed_is_done(tasks: Iterable[OpenTask]) -> Iterator[Finding]:
    """What the court directed and nobody did takes a reason (CLO-DIRECTED)."""
    provision = closing_law()["CLO-DIRECTED"]
    return (provision.finding("not_done", task=task.title) for task in tasks if task.is_directed)


def every_open_task_ends_with_a_reason(tasks: Iterable[OpenTask]) -> Iterator[Finding]:
    """No task ends in silence (CLO-TASKS)."""
    provision = closing_law()["CLO-TASKS"]
    silent = (task for task in tasks if not task.comes_first and not task.reason.strip())
    return (provision.finding("without", task=task.title) for task in silent)


def no_hearing_lies_ahead(hearing_on: date | None) -> Finding | None:
    """A hearing that is listed takes a reason (CLO-HEARING)."""
    return closing_law()["CLO-HEARING"].finding("ahead", hearing=hearing_on) if hearing_on else None


def no_order_is_still_at_work(running: Iterable[tuple[Text, date | None]]) -> Iterator[Finding]:
    """An order under which the service still works takes a reason (CLO-ORDERS)."""
    provision = closing_law()["CLO-ORDERS"]
    for what, until in running:
        if until is None:
            yield provision.finding("running", order=what)
        else:
            yield provision.finding("running_until", order=what, day=until)


def the_court_ended_our_involvement(goes_on_since: date | None) -> Finding | None:
    """An end that the court's latest word speaks against takes a reason (CLO-INVOLVEMENT)."""
    provision = closing_law()["CLO-INVOLVEMENT"]
    return provision.finding("goes_on", day=goes_on_since) if goes_on_since else None


def everybody_is_told_that_the_work_has_ended(untold: Sequence[str]) -> Iterator[Finding]:
    """Whoever has neither a letter nor a reason for none takes one (CLO-LETTERS)."""
    provision = closing_law()["CLO-LETTERS"]
    return (provision.finding("untold", name=name) for name in untold)


def the_letters_say_how_it_ended(otherwise: Sequence[tuple[Text, date]]) -> Iterator[Finding]:
    """A case that is closed otherwise than its letters say takes a reason (CLO-LETTERS)."""
    provision = closing_law()["CLO-LETTERS"]
    return (provision.finding("otherwise", outcome=outcome, day=day) for outcome, day in otherwise)


def letter_names_an_office(has_office: bool) -> Finding | None:
    """A letter without an office could say neither whom to call nor when (CLO-LETTERS)."""
    return None if has_office else closing_law()["CLO-LETTERS"].finding("no_office", weight=Weight.BARS)


def nothing_is_destroyed_before_a_period_is_set(
    nation: str, born_on: Collection[date | None], on: date
) -> Finding:
    """The record is held; what families in England are told can be said where every birthday is known
    (RET-POLICY)."""
    provision, birthdays = closing_law()["RET-POLICY"], [day for day in born_on if day]
    if nation != "england" or not birthdays or len(birthdays) < len(born_on):
        return provision.finding("held")
    age = provision.number("age_of_the_youngest", on, nation)
    return provision.finding("told", age=age, day=in_months(max(birthdays), MONTHS_IN_YEAR * age))


def check_closing(facts: ClosingFacts) -> tuple[Finding, ...]:
    """All that the rules have to say before a case is closed."""
    hearing = no_hearing_lies_ahead(facts.hearing_on)
    goes_on = the_court_ended_our_involvement(facts.goes_on_since)
    return (
        *nobody_is_left_in_danger(facts.tasks),
        *every_open_task_ends_with_a_reason(facts.tasks),
        *what_the_court_directed_is_done(facts.tasks),
        *no_order_is_still_at_work(facts.running),
        *(one for one in (hearing, goes_on) if one),
        *everybody_is_told_that_the_work_has_ended(facts.untold),
        *the_letters_say_how_it_ended(facts.letters_say_otherwise),
    )

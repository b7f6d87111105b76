"""What may be asked, what the court is told, and who pays (ACT-KINDS, ACT-INFO, ACT-PROGRAMME, ACT-FUND)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from lles.law.bilingual import Text
from lles.law.findings import Finding, Weight
from lles.law.jurisdiction import Nation
from lles.work.activities.rules.provisions import activities_law


@dataclass(frozen=True)
class Session:
    """One session of an activity: who was to come, on which day, and whether they did."""

    person: str
    name: str
    on: date
    attended: bool


def kinds_that_are_never_asked(on: date) -> tuple[str, ...]:
    """What nobody can be required to do (ACT-KINDS)."""
    return tuple(str(activities_law()["ACT-KINDS"].value("banned", on)).split())


def activity_is_of_a_kind_that_may_be_asked(
    kind: str, made_on: date, *, is_sealed: bool = False
) -> Finding | None:
    """Bar what may never be asked of anybody, and keep it with a warning where a sealed order asks it all the
    same; note a kind that the section does not name (ACT-KINDS)."""
    provision = activities_law()["ACT-KINDS"]
    if kind in kinds_that_are_never_asked(made_on):
        return provision.finding(kind, weight=Weight.WARNS if is_sealed else Weight.BARS)
    if kind in str(provision.value("kinds", made_on)).split():
        return None
    return provision.finding("unknown", weight=Weight.NOTES)


def court_gets_the_answers_it_asks_about_an_activity(
    answered: Collection[str], asked_on: date
) -> tuple[Finding, ...]:
    """Warn of each of the five questions that has no answer (ACT-INFO)."""
    provision = activities_law()["ACT-INFO"]
    questions = str(provision.value("answers", asked_on)).split()
    return tuple(
        provision.finding(one, weight=Weight.WARNS, facts=(("question", one),))
        for one in questions
        if one not in answered
    )


def failure_to_take_part_is_reported(
    sessions: Collection[Session], is_monitored: bool
) -> tuple[Finding, ...]:
    """Say of each session missed that the court is told, where it asked for monitoring (ACT-MONITOR)."""
    provision = activities_law()["ACT-MONITOR"]
    missed = [one for one in sessions if is_monitored and not one.attended]
    return tuple(
        provision.finding(
            "failure", weight=Weight.WARNS, facts=(("person", one.person),), name=one.name, day=one.on
        )
        for one in missed
    )


def service_refers_to_the_programme_of_the_nation(nation: Nation) -> Text:
    """The programme to which the service of a nation refers (ACT-PROGRAMME)."""
    return activities_law()["ACT-PROGRAMME"].sentence(nation.value)


def activity_is_the_programme(kind: str, on: date) -> bool:
    """Whether a kind of activity is the programme to which the service of a nation refers (ACT-PROGRAMME)."""
    return kind in str(activities_law()["ACT-PROGRAMME"].value("kinds", on)).split()


def provider_is_approved_where_the_activity_is_given(
    approved_in: Collection[Nation], given_in: Nation
) -> Finding | None:
    """Warn of a provider who is not approved for the country in which the activity is given; nobody can help
    with its fees (ACT-FUND)."""
    if given_in is Nation.UNKNOWN or given_in in approved_in:
        return None
    return activities_law()["ACT-FUND"].finding(f"not_approved_{given_in.value}", weight=Weight.WARNS)

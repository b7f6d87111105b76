"""The opinion of the officer before a family assistance order, and whether an order suits (FAO-OPINION)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lles.law.bilingual import Text
from lles.law.findings import Finding
from lles.law.jurisdiction import Nation
from lles.law.plurals import counted
from lles.work.family_assistance.rules.provisions import family_assistance_law


class Supplier(StrEnum):
    """Who makes the officer available: the service of England, that of Wales, or a local authority."""

    SERVICE = "service"
    WALES = "wales"
    AUTHORITY = "authority"


@dataclass(frozen=True)
class Opinion:
    """The opinion as it was given: the day, by which kind of officer, and which of the questions it answers
    (`best_interests`, `operation`, `period`)."""

    given_on: date
    by: Supplier
    answers: frozenset[str]


def court_has_the_opinion_of_the_officer(opinion: Opinion | None, made_on: date) -> tuple[Finding, ...]:
    """Warn where the opinion is missing, came after the order, or leaves a question open (FAO-OPINION)."""
    provision = family_assistance_law()["FAO-OPINION"]
    if not provision.in_force(made_on):
        return ()
    if opinion is None:
        return (provision.finding("none"),)
    late = opinion.given_on > made_on
    after = (provision.finding("after", day=opinion.given_on, made=made_on),) if late else ()
    questions = str(provision.value("answers", made_on)).split()
    silent = [one for one in questions if one not in opinion.answers]
    return (*after, *(provision.finding(one, facts=(("question", one),)) for one in silent))


def opinion_advises_the_period_that_is_proposed(advised: int | None, proposed: int | None) -> Finding | None:
    """Warn where the opinion advises another number of months than is proposed (FAO-OPINION)."""
    if advised is None or proposed is None or advised == proposed:
        return None
    return family_assistance_law()["FAO-OPINION"].finding(
        "other_period", advised=counted("month", advised), proposed=counted("month", proposed)
    )


def opinion_comes_from_the_kind_of_officer_made_available(
    opinion: Opinion, supplier: Supplier, made_on: date
) -> Finding | None:
    """Warn where the opinion came from another kind of officer than the order asks for (FAO-OPINION-WHO)."""
    provision = family_assistance_law()["FAO-OPINION-WHO"]
    return provision.finding() if provision.in_force(made_on) and opinion.by is not supplier else None


def questions_of_suitability(nation: Nation, on: date) -> dict[str, Text]:
    """The questions that go with an opinion in a nation, by name and in words (FAO-SUITABLE)."""
    provision = family_assistance_law()["FAO-SUITABLE"]
    names = str(provision.value("questions", on, nation.value)).split()
    return {name: provision.sentence(name) for name in names}


def opinion_answers_what_makes_an_order_suitable(
    answered: Collection[str], nation: Nation, on: date
) -> tuple[Finding, ...]:
    """Warn of each question of suitability that has no answer (FAO-SUITABLE)."""
    provision = family_assistance_law()["FAO-SUITABLE"]
    questions = questions_of_suitability(nation, on)
    return tuple(
        provision.finding("unanswered", facts=(("question", name),), question=words)
        for name, words in questions.items()
        if name not in answered
    )


def usual_length(on: date) -> Text:
    """The usual length of an order, to stand beside the period advised (FAO-SUITABLE)."""
    provision = family_assistance_law()["FAO-SUITABLE"]
    shortest, longest = (provision.number(f"usual_months_{end}", on) for end in ("from", "to"))
    return provision.sentence("usual_length", **{"from": shortest, "to": longest})


def officer_is_made_available_to_advise_and_assist(supplier: Supplier, nation: Nation) -> Text:
    """Who advises and assists: an officer of the authority, else of the nation of the child (FAO-OFFICER)."""
    provision = family_assistance_law()["FAO-OFFICER"]
    return provision.sentence("authority" if supplier is Supplier.AUTHORITY else nation.value)

"""What the file knows of the safety of the adults at court, from the casefile and the register alone."""

from collections.abc import Collection, Mapping
from datetime import date

from lles.casefile import register
from lles.casefile.models import ApplicationFact, Case, Check, Filing, Officer, Paper
from lles.casefile.queries.application_facts import application_facts
from lles.casefile.queries.court import day_of, first_hearing
from lles.casefile.queries.head import Head
from lles.casefile.queries.sight import seen_by
from lles.casefile.queries.work import answered_anew, checks_of, latest_answer
from lles.law.pathway import Pathway
from lles.work.first_hearing.models import HearingRecord
from lles.work.first_hearing.queries.hearings import recorded_in, spoken_at_court
from lles.work.first_hearing.rules.agreeing import AgreedFacts
from lles.work.first_hearing.rules.concerns import AdultFacts, SafetyFacts, in_the_way
from lles.work.first_hearing.rules.papers import PapersFacts, named

HARMLESS = frozenset({"nothing_known", "known_not_relevant"})


def safety_of(case: Case, head: Head, protected: Collection[str]) -> SafetyFacts:
    """The adults of a case as the rules weigh what stands in the way; `protected` names of whom something is
    held that is protected."""
    asked: dict[int | None, list[Check]] = {}
    checks = checks_of(case)
    anew = answered_anew(checks)
    for check in checks:
        asked.setdefault(check.party_id, []).append(check)
    at_court = spoken_at_court(case)
    return SafetyFacts(
        adults=tuple(
            AdultFacts(
                pk=one.pk,
                name=one.name,
                was_spoken_to=one.was_reached or one.pk in at_court,
                spoken_at_court_on=at_court.get(one.pk),
                is_protected=one.owner in protected,
                has_open_checks=any(_is_open(check, anew) for check in asked.get(one.pk, ())),
                shows_risk=any(map(_shows_risk, asked.get(one.pk, ()))),
            )
            for one in head.parties
            if not one.is_organisation
        ),
        danger_is_open=case.tasks.filter(
            ended_at=None, kind__in=register.task_kinds_that_come_first()
        ).exists(),
        abuse_was_raised=bool(head.abuse),
    )


def _is_open(check: Check, anew: Collection[int]) -> bool:
    """Nobody has answered, or the answer may be about somebody else and no other one has come."""
    return latest_answer(check) is None or (check.overtaken_at is not None and check.pk not in anew)


def _shows_risk(check: Check) -> bool:
    answer = latest_answer(check)
    return answer is not None and any(one.outcome not in HARMLESS for one in answer.facts.all())


def agreed_facts(case: Case, by: Officer, agreed: str, attendance: Mapping[str, str]) -> AgreedFacts:
    """What was agreed at a hearing as the rules weigh it; whoever was spoken with there was spoken with."""
    seen = seen_by(by, case.reference) if agreed else None
    if seen is None:
        return AgreedFacts()
    facts = safety_of(case, seen.head, ())
    there = {int(pk) for pk, how in attendance.items() if how == HearingRecord.SPOKEN}
    return AgreedFacts(
        something_was_agreed=True,
        court_has_the_letter="letter" in papers_on_file(case),
        not_spoken=tuple(one.name for one in facts.adults if not one.was_spoken_to and one.pk not in there),
        in_the_way=in_the_way(facts),
    )


def papers_on_file(case: Case) -> frozenset[str]:
    """Which of the papers that are expected by the first hearing are on the file: what the court lists, what
    came otherwise, and what the court took of ours."""
    listed = case.papers.exclude(state=Paper.WITHDRAWN).values_list("category", flat=True)
    came = case.received_papers.values_list("kind", flat=True)
    ours = case.documents.filter(
        kind__in=register.documents_resting_on_checks(),
        filing__state__in=(Filing.ACCEPTED, Filing.FILED_BY_HAND),
    )
    letter = {"letter"} if ours.exists() else set()
    return frozenset(named(frozenset(listed), frozenset(came)) | letter)


def papers_facts(case: Case, today: date) -> PapersFacts | None:
    """The papers of the first hearing as the rule weighs them; none where the older programme does not
    hold, no hearing is listed, or the first is over."""
    first = first_hearing(case)
    on = day_of(first)
    if case.pathway != Pathway.CAP or first is None or on is None:
        return None
    if on < today or first.pk in recorded_in(case):
        return None
    harm = application_facts(case).get(ApplicationFact.HARM)
    return PapersFacts(on, papers_on_file(case), bool(harm and harm.answer == "yes"))

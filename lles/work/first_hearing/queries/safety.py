"""What the file knows of the safety of the adults at court, from the casefile and the register alone."""

from collections.abc import Collection

from lles.casefile import register
from lles.casefile.models import Case, Check
from lles.casefile.queries.head import Head
from lles.casefile.queries.work import checks_of, latest_answer
from lles.work.first_hearing.rules.concerns import AdultFacts, SafetyFacts

HARMLESS = frozenset({"nothing_known", "known_not_relevant"})


def safety_of(case: Case, head: Head, protected: Collection[str]) -> SafetyFacts:
    """The adults of a case as the rules weigh what stands in the way; `protected` names of whom something is
    held that is protected."""
    asked: dict[int | None, list[Check]] = {}
    for check in checks_of(case):
        asked.setdefault(check.party_id, []).append(check)
    return SafetyFacts(
        adults=tuple(
            AdultFacts(
                pk=one.pk,
                name=one.name,
                was_spoken_to=one.was_reached,
                is_protected=one.owner in protected,
                has_open_checks=any(latest_answer(check) is None for check in asked.get(one.pk, ())),
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


def _shows_risk(check: Check) -> bool:
    answer = latest_answer(check)
    return answer is not None and any(one.outcome not in HARMLESS for one in answer.facts.all())

"""What the answers to checks say now, and which of them changed since somebody wrote about them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from django.db.models import Min, Prefetch

from lles.casefile import locations, register
from lles.casefile.access import IN_PERSON, Verb, reaches, within
from lles.casefile.models import Case, Check, CheckAnswer, CheckFact, Officer
from lles.casefile.queries.closed_words import ClosedWords
from lles.casefile.queries.service_law import calendar_in_force
from lles.casefile.rules.areas import force_of
from lles.casefile.rules.check_answers import AskedOf, is_of_adults
from lles.casefile.rules.check_days import State, answer_to_a_check_is_expected, state_of
from lles.casefile.timeline import LONDON
from lles.law.calendar import YearOutsideTable
from lles.law.due import Due

WITH_FACTS = Prefetch("answers", CheckAnswer.objects.order_by("pk").prefetch_related("facts__child"))


@dataclass(frozen=True)
class AnswerChanged:
    """An answer that came after somebody wrote, and says something else than what stood then."""

    check: Check
    before: CheckAnswer | None
    now: CheckAnswer


def words_of(answer: CheckAnswer | None) -> tuple[str, ...]:
    """The closed words of an answer, whatever their order; none where there is no answer."""
    return tuple(sorted(fact.outcome for fact in answer.facts.all())) if answer else ()


def told_in(answer: CheckAnswer | None) -> tuple[str, ...]:
    """What an answer says, to know whether a later one says something else: its closed words, and the account
    of somebody close to a child word for word, since one closed word covers whatever they tell."""
    facts = answer.facts.all() if answer else ()
    return tuple(sorted(one.outcome if is_of_adults(one.outcome) else _account(one) for one in facts))


def _account(fact: CheckFact) -> str:
    return "\n".join((fact.outcome, fact.subject, fact.as_received))


def words_standing(check: Check) -> tuple[str, ...]:
    """The closed words of the answer that stands."""
    return words_of(check.answers.order_by("-pk").prefetch_related("facts").first())


def answers_changed_since(case: Case, moment: datetime) -> Sequence[AnswerChanged]:
    """The checks and sources of a case whose answer now says something else than it did at a moment, such as
    when a draft was written or a letter was filed; a first answer counts."""
    asked = case.checks.filter(answers__at__gt=moment).distinct()
    found = asked.select_related("party", "adult", "child").prefetch_related(WITH_FACTS)
    changed = (_changed(check, moment) for check in found)
    return [one for one in changed if told_in(one.before) != told_in(one.now)]


def _changed(check: Check, moment: datetime) -> AnswerChanged:
    answers = list(check.answers.all())
    before = [answer for answer in answers if answer.at <= moment]
    return AnswerChanged(check, before[-1] if before else None, answers[-1])


@dataclass(frozen=True)
class CheckRow:
    """A question as a page shows it: how it stands, by when the answer is expected and why, the answer that
    stands and those before it, and whom to ask as far as the area can be told; `unnamed` says why it cannot
    be. One that is not asked yet may be for a home that is recorded of a child alone."""

    check: Check
    state: State
    expected: Due | None
    answer: CheckAnswer | None
    earlier: tuple[CheckAnswer, ...]
    suggested: str
    unnamed: str = ""
    is_for_a_child: bool = False

    @property
    def body(self) -> str:
        """Who was asked, or who would be."""
        return self.check.body or self.suggested

    @property
    def is_open(self) -> bool:
        """True while it waits to be asked or to be answered."""
        return self.state in (State.OVERDUE, State.TO_ASK, State.WAITING)


def rows_of(checks: Sequence[Check], today: date) -> tuple[CheckRow, ...]:
    """Questions as rows; whom to ask is told inside the store of locations."""
    homes = locations.homes_of({one.case_id for one in checks if not one.body})
    return tuple(
        _row(
            one,
            homes.get((one.case_id, one.owner), ()),
            homes.get((one.case_id, locations.ELSEWHERE), ()),
            today,
        )
        for one in checks
    )


def _row(
    check: Check, homes: Sequence[locations.Home], elsewhere: Sequence[locations.Home], today: date
) -> CheckRow:
    answers = tuple(check.answers.all())
    expected = expected_answer(check)
    state = state_of(
        asked_on=check.asked_on,
        expected=expected,
        is_answered=bool(answers),
        is_set_aside=check.set_aside_at is not None,
        today=today,
    )
    standing = answers[-1] if answers else None
    if check.body or check.is_source:
        return CheckRow(check, state, expected, standing, answers[-2::-1], "")
    told = _told(check, homes, elsewhere)
    for_child = any(check.place == home.place for home in elsewhere)
    return CheckRow(check, state, expected, standing, answers[-2::-1], *told, for_child)


def expected_answer(check: Check) -> Due | None:
    """By when an answer is expected, with its why; None where nobody was asked yet."""
    if check.asked_on is None:
        return None
    try:
        return answer_to_a_check_is_expected(cast(AskedOf, check.kind), check.asked_on, calendar_in_force())
    except YearOutsideTable:
        return None


def _told(
    check: Check, homes: Sequence[locations.Home], elsewhere: Sequence[locations.Home]
) -> tuple[str, str]:
    """The authority in whose area the home of this check lies, or the force of the home of now; or else why
    it cannot be told: no home is recorded, none that is not asked about by another check, or the home does
    not tell its area."""
    of_now = check.kind == Check.POLICE or check.adult_id is not None
    among = homes if of_now else (*homes, *elsewhere)
    home = next((one for one in among if (one.is_current if of_now else one.place == check.place)), None)
    if home is None:
        return "", "no_other_home" if homes and not of_now else "no_home"
    told = force_of(home.authority) if check.kind == Check.POLICE else home.authority
    return told, "" if told else "no_area"


def fresh_checks_of(case: Case, since: date) -> Sequence[Check]:
    """The checks of the parties whose answer tells how things stand since a day: opened on that day or after
    it, or not answered and not set aside before it."""
    asked = case.checks.exclude(party=None).filter(kind__in=Check.OF_ADULTS, is_enhanced=False)
    return [one for one in asked.prefetch_related("answers") if _is_fresh(one, since)]


def _is_fresh(check: Check, since: date) -> bool:
    if _day(check.opened_at) >= since:
        return True
    is_over = check.set_aside_at is not None and _day(check.set_aside_at) < since
    return not is_over and all(answer.received_on >= since for answer in check.answers.all())


def _day(at: datetime) -> date:
    return at.astimezone(LONDON).date()


def is_settled(check: Check) -> bool:
    """Whether it was answered, or is not needed."""
    return check.set_aside_at is not None or bool(check.answers.all())


def waits_to_be_asked_anew(case: Case) -> bool:
    """Whether something that was asked with details put right since is to be asked with those that stand."""
    wanted = case.checks.filter(kind__in=Check.OF_ADULTS, set_aside_at=None, asked_on=None)
    return wanted.exclude(instead_of=None).exists()


def all_of(case: Case, today: date) -> tuple[CheckRow, ...]:
    """Every check and every source of a case, also those that are not needed."""
    asked = case.checks.select_related("party", "adult", "child", "asked_anew")
    return rows_of(list(asked.prefetch_related(WITH_FACTS, "chases")), today)


def open_checks_of(officer: Officer, today: date, at_most: int = 300) -> tuple[CheckRow, ...]:
    """The open questions of every case an officer works on: overdue first, then those to ask, then by day."""
    wanted = Check.objects.filter(
        within(officer, Verb.WORK, "case__"), case__closed_at=None, set_aside_at=None, answers=None
    )
    people = wanted.select_related("case", "party", "adult", "child").prefetch_related("answers", "chases")
    found = rows_of(list(people.order_by("asked_on", "pk")[:at_most]), today)
    order = list(State)
    return tuple(sorted(found, key=lambda row: (order.index(row.state), row.check.asked_on or today)))


def works_on_many(officer: Officer) -> bool:
    """Whether an officer works on more than their own cases, and so has a list of checks across cases."""
    return bool(reaches(officer, Verb.WORK) - IN_PERSON)


def sources_of(case: Case) -> Sequence[Check]:
    """Whoever close to a child was asked, with what they told: a source for a letter or a report."""
    asked = case.checks.exclude(kind__in=Check.OF_ADULTS).filter(set_aside_at=None)
    return list(asked.select_related("child").prefetch_related(WITH_FACTS))


def documents_on_checks(case: Case) -> Sequence[tuple[str, int, datetime]]:
    """The sealed documents of a case that say what the checks brought: kind, version, and when they were
    made; an answer that stood then was used in them."""
    kinds = register.documents_resting_on_checks()
    made = case.documents.filter(kind__in=kinds).values_list("kind", "version")
    return list(made.annotate(made=Min("made_at")).order_by("made"))


def facts_that_tell_a_place(closed: ClosedWords, rows: Iterable[CheckRow]) -> frozenset[int]:
    """The facts of answers whose words name a protected place or number: they open on purpose, one by one."""
    answers = [answer for row in rows for answer in (row.answer, *row.earlier) if answer]
    facts = [fact for answer in answers for fact in answer.facts.all()]
    return frozenset(fact.pk for fact in facts if closed(fact.subject, fact.as_received))

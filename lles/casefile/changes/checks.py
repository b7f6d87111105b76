"""Checks: opened for each adult party, asked, chased, and answered in closed words."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import cast

from lles.casefile import locations
from lles.casefile.access import Verb
from lles.casefile.changes.abuse import raise_abuse
from lles.casefile.changes.door import Done, Reasons, change
from lles.casefile.inserting import insert
from lles.casefile.models import (
    AbuseRaised,
    Case,
    Chase,
    Check,
    CheckAnswer,
    CheckFact,
    Child,
    Officer,
    Party,
)
from lles.casefile.passage import held, wrote
from lles.casefile.queries.checks import fresh_checks_of, words_standing
from lles.casefile.queries.of_case import known_since
from lles.casefile.queries.readers import adults
from lles.casefile.register import Event
from lles.casefile.rules.check_answers import AskedOf
from lles.casefile.rules.checks import (
    CheckAnswerFacts,
    check_answer_findings,
    question_follows_the_application,
)
from lles.casefile.timeline import LONDON, Said, Word, says
from lles.law.findings import Finding


@dataclass(frozen=True)
class Found:
    """One thing an answer says: its closed word, when it began and ended as far as that is known ("2015",
    "2015-03", "2015-03-04"), about what, of which child, the text as it was received, and how much of it may
    be passed on: that "text" too, only the "sentence" of its word, or "nothing"."""

    outcome: str
    began: str = ""
    ended: str = ""
    subject: str = ""
    child: Child | None = None
    is_abuse: bool = False
    as_received: str = ""
    as_received_language: str = "en"
    passing_on: str = CheckFact.SENTENCE


@change(needs=Verb.WORK)
def open_checks(*, case: Case, by: Officer, at: datetime) -> Done[Sequence[Check]]:
    """Opens for each adult party of a private case the police check, and one check for each local authority
    in whose area a home lies, theirs or that of a child who lives elsewhere, and for each home that does not
    tell its area; without a known home one is asked with what is known (SG-CHECKS-CAO). What is open
    stays."""
    homes, known = locations.homes_of([case.pk]), list(held(case.checks.exclude(party=None), case))
    elsewhere = homes.get((case.pk, locations.ELSEWHERE), ())
    missing: list[Check] = []
    for adult in adults(case):
        theirs = [check for check in known if check.party_id == adult.pk]
        lived = homes.get((case.pk, f"party:{adult.pk}"), ())
        missing += _missing(Check(case=case, party=adult, opened_at=at), theirs, lived, elsewhere)
    opened = insert(missing)
    wrote(case, Check)
    lines = tuple(_line("check_opened", check) for check in opened)
    return Done(opened, says("checks_opened", count=len(opened), checks=lines) if opened else None)


@change(needs=Verb.WORK)
def open_fresh_checks(*, case: Case, by: Officer, at: datetime, since: date) -> Done[Sequence[Check]]:
    """Opens the police check and the check of each home anew for each adult party of whom none tells how
    things stand since a day; what is open, or was answered since, stays (ENF-CHECKS)."""
    open_checks(case=case, by=by, at=at)
    homes, fresh = locations.homes_of([case.pk]), fresh_checks_of(case, since)
    elsewhere = homes.get((case.pk, locations.ELSEWHERE), ())
    missing: list[Check] = []
    for adult in adults(case):
        known = list(case.checks.filter(party=adult))
        theirs = [check for check in fresh if check.party_id == adult.pk]
        lived = homes.get((case.pk, f"party:{adult.pk}"), ())
        missing += _anew(Check(case=case, party=adult, opened_at=at), known, theirs, lived, elsewhere)
    opened = insert(missing)
    wrote(case, Check)
    lines = tuple(_line("check_opened", check) for check in opened)
    return Done(opened, says("checks_opened", count=len(opened), checks=lines) if opened else None)


@change(needs=Verb.WORK)
def add_check(*, case: Case, by: Officer, at: datetime, party: Party, kind: str) -> Done[Check]:
    """Opens one more check of a party, for a further address since the child's birth; where one more was
    opened that nobody has asked yet, that is the one."""
    more = case.checks.filter(party=party, kind=kind, number__gt=1, asked_on=None, set_aside_at=None)
    if (to_ask := more.last()) is not None:
        return Done(to_ask, None)
    number = case.checks.filter(party=party, kind=kind).count() + 1
    check = Check.objects.create(case=case, party=party, kind=kind, number=number, opened_at=at)
    return Done(check, _line("check_opened", check))


def _asking_findings(*, case: Case, asked_on: date, at: datetime, **_: object) -> tuple[Finding, ...]:
    today = at.astimezone(LONDON).date()
    found = question_follows_the_application(asked_on, known_since(case), today)
    return (found,) if found else ()


@change(needs=Verb.WORK, weighs=_asking_findings)
def ask_check(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    check: Check,
    body: str,
    asked_on: date,
    way: str = "",
    seen: int | None = None,
) -> Done[None]:
    """Records that a police force or a local authority was asked; asked again, it was chased. A day before
    the application came is refused (SG-CHECKS-CAO)."""
    again = check.asked_on is not None and check.body == body
    if again:
        Chase.objects.create(asked=check, on=asked_on, way=way, by=by, at=at)
    else:
        Check.objects.filter(pk=check.pk).update(asked_on=asked_on, body=body, way=way)
    kind = "check_chased" if again else "check_asked"
    return Done(
        None, says(kind, check=Word(f"check.{check.asked_for}"), person=check.person.name, day=asked_on)
    )


@change(needs=Verb.WORK)
def set_check_aside(
    *, case: Case, by: Officer, at: datetime, check: Check, reason: str, seen: int | None = None
) -> Done[None]:
    """Records that a check is not needed, and why; it stays on the file and is asked of nobody."""
    Check.objects.filter(pk=check.pk).update(set_aside_at=at, set_aside_because=reason)
    what = Word(f"check.{check.asked_for}")
    entry = says("check_set_aside", check=what, person=check.person.name, reason=reason)
    return Done(None, entry, ((Event.CHECK_SET_ASIDE, {"check": check.pk}),))


def _answer_findings(
    *,
    check: Check,
    found: Sequence[Found],
    identified_by: Sequence[str],
    received_on: date,
    at: datetime,
    **_: object,
) -> tuple[Finding, ...]:
    facts = CheckAnswerFacts(
        kind=cast(AskedOf, check.kind),
        outcomes=tuple(one.outcome for one in found),
        identified_by=tuple(identified_by),
        asked_on=check.asked_on,
        received_on=received_on,
        today=at.astimezone(LONDON).date(),
        subjects=tuple((one.outcome, one.subject) for one in found),
    )
    return check_answer_findings(facts)


@change(needs=Verb.WORK, weighs=_answer_findings)
def record_check_answer(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    check: Check,
    found: Sequence[Found],
    identified_by: Sequence[str],
    received_on: date,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[CheckAnswer]:
    """Records an answer in closed words, tied to the person by at least two identifiers; it stands before an
    earlier one, which is kept."""
    was = words_standing(check)
    answer = CheckAnswer.objects.create(
        asked=check, identified_by=list(identified_by), received_on=received_on, by=by, at=at
    )
    CheckFact.objects.bulk_create(CheckFact(answer=answer, **_fields(one)) for one in found)
    if any(one.is_abuse for one in found):
        source = AbuseRaised.SOURCE if check.is_source else AbuseRaised.ANSWER
        raise_abuse(
            case=case, by=by, at=at, source=source, raised_on=received_on, subject=f"answer:{answer.pk}"
        )
    now = tuple(sorted(one.outcome for one in found))
    told = {"check": check.pk, "answer": answer.pk, "was": was, "now": now, "changed": was != now}
    return Done(answer, _line("check_answered", check), ((Event.CHECK_ANSWERED, told),))


Homes = Sequence[locations.Home]


def _missing(of: Check, theirs: Sequence[Check], homes: Homes, elsewhere: Homes) -> Iterator[Check]:
    """The police check, and the checks of the authorities that an adult has no check for; one that was opened
    before any home was known, and was not asked yet, takes the first of their own."""
    if not any(check.kind == Check.POLICE for check in theirs):
        yield _like(of, Check.POLICE, 1, "")
    local = [check for check in theirs if check.kind == Check.LOCAL_AUTHORITY]
    own = _without(local, elsewhere)
    new = _not_asked_about(local, homes, elsewhere)
    further = _of_children(local, homes, elsewhere)
    for check in (one for one in own if not one.place and one.asked_on is None and new):
        Check.objects.filter(pk=check.pk).update(place=new.pop(0))
    number = max((check.number for check in local), default=0)
    for place in (*(new or ([] if own or homes else [""])), *further):
        number += 1
        yield _like(of, Check.LOCAL_AUTHORITY, number, place)


def _without(local: Sequence[Check], elsewhere: Homes) -> list[Check]:
    """The checks of an adult's own homes, and those that name none."""
    of_children = {home.place for home in elsewhere}
    return [check for check in local if check.place not in of_children]


def _of_children(local: Sequence[Check], homes: Homes, elsewhere: Homes) -> list[str]:
    """The homes of children who live elsewhere in whose area nobody is asked about an adult."""
    of_children = {home.place for home in elsewhere}
    return [place for place in _not_asked_about(local, [*homes, *elsewhere]) if place in of_children]


def _not_asked_about(local: Sequence[Check], homes: Homes, elsewhere: Homes = ()) -> list[str]:
    """The homes in whose area nobody is asked, not for a home elsewhere either: an authority searches its
    whole area for a person, so that two homes in it are one question; a home whose area cannot be told is
    asked about by itself."""
    area_of = {home.place: home.authority for home in (*homes, *elsewhere)}
    places = {check.place for check in local}
    asked = {check.body or area_of.get(check.place, "") for check in local}
    new: list[str] = []
    for home in homes:
        if home.place in places or (home.authority and home.authority in asked):
            continue
        asked.add(home.authority)
        new.append(home.place)
    return new


def _anew(
    of: Check, known: Sequence[Check], fresh: Sequence[Check], homes: Homes, elsewhere: Homes
) -> Iterator[Check]:
    """The police check and the checks of authorities of which no fresh one is there, numbered after those
    known; without a known home, one is asked with what is known."""
    last = {
        kind: max((one.number for one in known if one.kind == kind), default=0) for kind in Check.OF_ADULTS
    }
    if not any(check.kind == Check.POLICE for check in fresh):
        yield _like(of, Check.POLICE, last[Check.POLICE] + 1, "")
    local = [check for check in fresh if check.kind == Check.LOCAL_AUTHORITY]
    own = _without(local, elsewhere)
    places = _not_asked_about(local, homes, elsewhere) or ([] if homes or own else [""])
    places += _of_children(local, homes, elsewhere)
    for number, place in enumerate(places, last[Check.LOCAL_AUTHORITY] + 1):
        yield _like(of, Check.LOCAL_AUTHORITY, number, place)


def _like(of: Check, kind: str, number: int, place: str) -> Check:
    return Check(case=of.case, party=of.party, opened_at=of.opened_at, kind=kind, number=number, place=place)


def _fields(found: Found) -> dict[str, object]:
    return {**asdict(found), "child": found.child}


def _line(kind: str, check: Check) -> Said:
    return says(kind, check=Word(f"check.{check.asked_for}"), person=check.person.name)

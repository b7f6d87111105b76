"""The facts of the letter for one reader: everything from the record, nothing that this reader must not
learn."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import cast

from lles.casefile import locations, timeline
from lles.casefile.models import Case, Check, CheckAnswer, CheckFact, Conversation, Office, Officer, Party
from lles.casefile.queries.court import day_of, hearing_name, letter_is_needed_for
from lles.casefile.queries.readers import adults
from lles.casefile.queries.work import checks_of, conversations_of, latest_answer
from lles.casefile.rules.bodies import body_name
from lles.casefile.rules.courts import court_name
from lles.casefile.rules.partial_days import period_in_words
from lles.casefile.timeline import LONDON
from lles.law.bilingual import Language, Text
from lles.law.jurisdiction import Nation
from lles.work.safeguarding.models import Letter
from lles.work.safeguarding.queries.due import letter_due_day
from lles.work.safeguarding.queries.readers import Reader, withholdings
from lles.work.safeguarding.rules.letter_facts import (
    AdultInLetter,
    Advised,
    Analysis,
    AskedOf,
    Author,
    Basis,
    ChildInLetter,
    ConcernRaised,
    Enquiry,
    FirstHearing,
    Late,
    LetterFacts,
    Relationship,
    Role,
    Service,
    Spoken,
    Told,
    Typed,
    WithheldFrom,
)

FIRST_HEARING = Text(en="first hearing", cy="gwrandawiad cyntaf")


def author_of(case: Case, letter: Letter | None, by: Officer) -> Officer:
    """Whose letter it is: whoever files or writes it; the officer of the case where the service itself
    makes it."""
    if not by.is_service:
        return by
    return letter.author if letter and not letter.author.is_service else case.officer or by


def letter_facts(
    case: Case,
    letter: Letter | None,
    reader: Reader,
    author: Officer,
    at: datetime,
    *,
    draft: bool,
    late_reason: str = "",
) -> LetterFacts:
    """Everything the letter says to one reader, as the record stands."""
    made_on = at.astimezone(LONDON).date()
    return LetterFacts(
        service=_service(case.office or author.office),
        court=court_name(case.court_code, case.court_name),
        court_number=case.court_number,
        reference=case.reference,
        hearing=_hearing(case),
        children=tuple(ChildInLetter(c.name, c.born_on, Nation(c.nation)) for c in case.children.all()),
        adults=tuple(_adult(adult) for adult in adults(case)),
        basis=_basis(case),
        author=Author(author.name, timeline.word_or_code("job", author.job)),
        made_on=made_on,
        enquiries=tuple(_enquiries(case, reader)),
        conversations=tuple(_spoken(case)),
        concerns=tuple(_concerns(case)),
        analyses=_analyses(letter),
        advice=_advice(letter),
        next_steps=tuple(letter.next_steps) if letter else (),
        late=_late(case, late_reason, author),
        withheld=tuple(
            WithheldFrom(held.party.name, Typed(held.reason, _language(letter)))
            for held in withholdings(letter)
        ),
        reader=reader.party.name if reader.party else "",
        draft=draft,
    )


def _service(office: Office | None) -> Service:
    if office is None:
        lles = Text(en="Lles", cy="Lles")
        return Service(name=lles, office=lles, phone="")
    return Service(
        name=Text(en=office.service_en, cy=office.service_cy),
        office=Text(en=office.name_en, cy=office.name_cy),
        phone=office.phone,
    )


def _hearing(case: Case) -> FirstHearing:
    hearing = letter_is_needed_for(case)
    if hearing is None or hearing.starts_at is None:
        return FirstHearing(FIRST_HEARING)
    starts = hearing.starts_at.astimezone(LONDON)
    return FirstHearing(hearing_name(hearing), day_of(hearing), starts.time())


def _adult(adult: Party) -> AdultInLetter:
    related = adult.relations.select_related("child").order_by("child_id", "pk")
    return AdultInLetter(
        name=adult.name,
        role=cast(Role, adult.role),
        relationships=tuple(
            Relationship(timeline.word_or_code("relation", one.kind), one.child.name) for one in related
        ),
    )


def _basis(case: Case) -> Basis:
    is_recorded = case.received_basis == "recorded"
    applicants = [adult for adult in adults(case) if adult.role == Party.APPLICANT]
    kinds = case.applications.order_by("pk").values_list("kind", flat=True)
    return Basis(
        applicants=tuple(applicant.name for applicant in applicants),
        orders=tuple(timeline.word_or_code("application", kind) for kind in kinds),
        received_on=case.received_on if is_recorded else None,
        issued_on=None if is_recorded else case.issued_on,
    )


def _enquiries(case: Case, reader: Reader) -> Iterator[Enquiry]:
    checks = checks_of(case)
    pointers = _pointers(case, checks)
    for check in checks:
        answer = latest_answer(check)
        yield Enquiry(
            about=check.person.name,
            asked_of=cast(AskedOf, check.kind),
            body=_body(check, reader, pointers),
            asked_on=check.asked_on,
            answered_on=answer.received_on if answer else None,
            told=tuple(_told(answer)) if answer else (),
        )


def _told(answer: CheckAnswer) -> Iterator[Told]:
    """What an answer says, without what may not be passed on."""
    for fact in answer.facts.all():
        if fact.passing_on == CheckFact.NOTHING:
            continue
        language = cast(Language, fact.as_received_language)
        is_whole = fact.passing_on == CheckFact.TEXT and fact.as_received
        yield Told(
            outcome=fact.outcome,
            when=period_in_words(fact.began, fact.ended),
            subject=Typed(fact.subject, language) if fact.subject else None,
            child=fact.child.name if fact.child else "",
            passed_on=Typed(fact.as_received, language) if is_whole else None,
        )


def _pointers(case: Case, checks: Sequence[Check]) -> frozenset[str]:
    """The bodies whose name would point to where a protected person lives, whomever else they were asked
    about."""
    known_open = locations.open_owners(case)
    return frozenset(check.body for check in checks if check.owner not in known_open)


def _body(check: Check, reader: Reader, pointers: frozenset[str]) -> Text | None:
    """Who was asked, unless the name would point to where a protected person lives."""
    own = reader.party is not None and reader.party.pk == check.party_id
    if not check.body or (not own and check.body in pointers):
        return None
    return body_name(check.kind, check.body)


def _spoken(case: Case) -> Iterator[Spoken]:
    calls = list(conversations_of(case))
    for adult in adults(case):
        theirs = [call for call in calls if call.party_id == adult.pk]
        reached = [call for call in theirs if call.outcome == Conversation.SPOKE]
        last = reached[-1] if reached else None
        yield Spoken(
            adult=adult.name,
            key=str(adult.pk),
            reached_on=_days(reached),
            attempts=_days([call for call in theirs if call not in reached]),
            language=timeline.word(f"language.{last.language}") if last and last.language else None,
            interpreter=Text(en=last.interpreter, cy=last.interpreter) if last and last.interpreter else None,
        )


def _days(calls: Sequence[Conversation]) -> tuple[date, ...]:
    return tuple(call.began_at.astimezone(LONDON).date() for call in calls)


def _concerns(case: Case) -> Iterator[ConcernRaised]:
    for call in conversations_of(case):
        for concern in call.concerns.all():
            yield ConcernRaised(
                speaker=call.party.name,
                key=str(call.party_id),
                words=Typed(concern.words, cast(Language, concern.language)),
                child=concern.child.name if concern.child else "",
                deferred=concern.deferred,
            )


def _language(letter: Letter | None) -> Language:
    return "cy" if letter and letter.language == "cy" else "en"


def _analyses(letter: Letter | None) -> tuple[Analysis, ...]:
    if letter is None or not letter.analysis.strip():
        return ()
    return (Analysis(Typed(letter.analysis, _language(letter))),)


def _advice(letter: Letter | None) -> tuple[Advised, ...]:
    given = letter.advice if letter else []
    return tuple(
        Advised(str(one["code"]), Typed(reason, _language(letter)) if reason else None)
        for one in given
        for reason in (str(one.get("reason", "")).strip(),)
    )


def _late(case: Case, reason: str, author: Officer) -> Late | None:
    due = letter_due_day(case)
    if not reason or due.on is None:
        return None
    return Late(due.on, Typed(reason, cast(Language, author.language)))

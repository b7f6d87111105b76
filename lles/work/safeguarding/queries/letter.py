"""The facts of the letter for one reader: everything from the record, nothing that this reader must not
learn."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import cast

from lles.casefile import register, timeline
from lles.casefile.access import Verb, may
from lles.casefile.documents import COURT
from lles.casefile.models import Case, Check, CheckAnswer, CheckFact, Conversation, Office, Officer, Party
from lles.casefile.queries.checks import expected_answer
from lles.casefile.queries.court import day_of, hearing_name, letter_is_needed_for
from lles.casefile.queries.naming import named
from lles.casefile.queries.work import answered_anew
from lles.casefile.rules.check_answers import AskedOf
from lles.casefile.rules.courts import court_name
from lles.casefile.rules.letterhead import number_in_letters
from lles.casefile.rules.partial_days import period_in_words
from lles.casefile.rules.spoken_languages import language_named
from lles.casefile.timeline import LONDON
from lles.law.bilingual import Language, Text
from lles.law.jurisdiction import Nation
from lles.work.safeguarding.models import FurtherLetter, Letter
from lles.work.safeguarding.queries.concerns import concerns_for
from lles.work.safeguarding.queries.due import letter_due_day
from lles.work.safeguarding.queries.evidence import sources_for
from lles.work.safeguarding.queries.letter_record import LetterRecord
from lles.work.safeguarding.queries.readers import Reader
from lles.work.safeguarding.rules.letter_content import SAFETY
from lles.work.safeguarding.rules.letter_facts import (
    AdultInLetter,
    Advised,
    Analysis,
    Author,
    Basis,
    ChildInLetter,
    ConcernRaised,
    Enquiry,
    FirstHearing,
    Late,
    LetterFacts,
    Own,
    Relationship,
    Role,
    Service,
    Spoken,
    Told,
    Typed,
    WithheldFrom,
)
from lles.work.safeguarding.rules.letter_sections import LATE, of_child, section_of_check
from lles.work.safeguarding.rules.unnamed import Unnamed

FIRST_HEARING = Text(en="first hearing", cy="gwrandawiad cyntaf")


def author_of(case: Case, letter: Letter | FurtherLetter | None, by: Officer) -> Officer:
    """Who signs it: whoever files it or looks at it, where they bear the title; else whoever wrote it, where
    they do; else the officer of the case."""
    may_sign = (one for one in (by, letter.author if letter else None) if one and may(one, Verb.FILE, case))
    return next(may_sign, case.officer or by)


def letter_facts(
    record: LetterRecord,
    reader: Reader,
    author: Officer,
    at: datetime,
    *,
    draft: bool,
) -> LetterFacts:
    """Everything the letter says to one reader, as the record stands."""
    case, content = record.case, record.content
    return LetterFacts(
        service=_service(case.office or author.office),
        court=court_name(case.court_code, case.court_name),
        court_number=case.number_at_court,
        reference=case.reference,
        hearing=_hearing(case),
        children=tuple(ChildInLetter(c.name, c.born_on, Nation(c.nation)) for c in record.children),
        adults=tuple(_adult(adult, record) for adult in record.adults),
        basis=_basis(record),
        author=Author(author.name, timeline.word_or_code("job", author.job)),
        made_on=at.astimezone(LONDON).date(),
        enquiries=tuple(_enquiries(record, reader)),
        conversations=tuple(_spoken(record)),
        concerns=tuple(_concerns(record, reader)),
        own=tuple(_own(record)),
        analyses=tuple(_analyses(record, reader)),
        advice=tuple(
            Advised(
                one.code,
                _typed(one.reason, one.language, one.other_reason),
                _typed(one.against, one.language, one.other_against),
                one.advised,
            )
            for one in content.options
            if one.advised is not None
        ),
        next_steps=content.next_steps,
        done=tuple(one.says for one in register.told_to(case, reader.party.slug if reader.party else COURT)),
        earlier=register.known_before(case, reader.party.slug if reader.party else COURT),
        late=_late(record),
        withheld=tuple(
            WithheldFrom(held.party.name, Typed(held.reason, content.language)) for held in record.withheld
        ),
        reader=reader.party.name if reader.party else "",
        draft=draft,
    )


def _service(office: Office | None) -> Service:
    if office is None:
        lles = Text(en="Lles", cy="Lles")
        return Service(name=lles, phone="")
    return Service(
        name=Text(en=office.service_en, cy=office.service_cy),
        phone=number_in_letters(office.phone),
    )


def _hearing(case: Case) -> FirstHearing:
    hearing = letter_is_needed_for(case)
    if hearing is None or hearing.starts_at is None:
        return FirstHearing(FIRST_HEARING)
    starts = hearing.starts_at.astimezone(LONDON)
    return FirstHearing(hearing_name(hearing), day_of(hearing), starts.time())


def _adult(adult: Party, record: LetterRecord) -> AdultInLetter:
    return AdultInLetter(
        name=adult.name,
        role=cast(Role, adult.role),
        relationships=tuple(
            Relationship(timeline.word_or_code("relation", one.kind), one.child.name)
            for one in record.relations
            if one.party_id == adult.pk
        ),
    )


def _basis(record: LetterRecord) -> Basis:
    case = record.case
    is_recorded = case.received_basis == "recorded"
    applicants = [adult for adult in record.adults if adult.role == Party.APPLICANT]
    return Basis(
        applicants=tuple(applicant.name for applicant in applicants),
        orders=tuple(timeline.word_or_code("application", kind) for kind in record.orders),
        received_on=case.received_on if is_recorded else None,
        issued_on=None if is_recorded else case.issued_on,
    )


def _enquiries(record: LetterRecord, reader: Reader) -> Iterator[Enquiry]:
    anew = answered_anew(record.everybody_asked)
    for check in record.everybody_asked:
        answer = record.answers.get(check.pk)
        yield Enquiry(
            about=check.person.name,
            asked_of=cast(AskedOf, check.kind),
            section=section_of_check(check.kind, check.body, check.pk),
            was_asked_otherwise=check.overtaken_at is not None,
            was_answered_anew=check.pk in anew,
            body=record.body_for(check, reader),
            asked_on=check.asked_on,
            expected_on=_expected_on(check),
            answered_on=answer.received_on if answer else None,
            told=tuple(told_by(answer, check, record.body_for(check, reader), record.unnamed(reader)))
            if answer
            else (),
        )


def _expected_on(check: Check) -> date | None:
    """By when the answer is expected, or was (PD12B 14.13(d), SG-CHECKS-REPLY)."""
    expected = expected_answer(check)
    return expected.on if expected else None


def _concerns(record: LetterRecord, reader: Reader) -> Iterator[ConcernRaised]:
    return concerns_for(
        reader, record.said, record.content, record.adults, record.marked, record.unnamed(reader)
    )


def told_by(answer: CheckAnswer, check: Check, body: Text | None, unnamed: Unnamed) -> Iterator[Told]:
    """What an answer says, without what may not be passed on; a body that is not named is not named by its
    own words either."""

    def quoted(text: str, language: Language) -> Typed:
        said = Typed(text, language)
        return unnamed.in_answer(said, named(check)) if body is None and check.body else said

    for fact in answer.facts.all():
        if fact.passing_on == CheckFact.NOTHING:
            continue
        language = cast(Language, fact.as_received_language)
        is_whole = fact.passing_on == CheckFact.TEXT and fact.as_received
        yield Told(
            outcome=fact.outcome,
            when=period_in_words(fact.began, fact.ended),
            subject=quoted(fact.subject, language) if fact.subject else None,
            child=fact.child.name if fact.child else "",
            passed_on=quoted(fact.as_received, language) if is_whole else None,
            ended=fact.ended,
        )


def _spoken(record: LetterRecord) -> Iterator[Spoken]:
    for adult in record.adults:
        theirs = [call for call in record.conversations if call.party_id == adult.pk]
        reached = [call for call in theirs if call.outcome == Conversation.SPOKE]
        last = reached[-1] if reached else None
        yield Spoken(
            adult=adult.name,
            key=str(adult.pk),
            slug=adult.slug,
            raised_more=any(not one.deferred for one in record.said if one.party.pk == adult.pk),
            reached_on=_days(reached),
            attempts=_days([call for call in theirs if call not in reached]),
            language=timeline.word(f"language.{last.language}") if last and last.language else None,
            interpreter=language_named(last.interpreter) if last and last.interpreter else None,
        )


def _days(calls: Sequence[Conversation]) -> tuple[date, ...]:
    return tuple(call.began_at.astimezone(LONDON).date() for call in calls)


def _typed(text: str, language: Language, other: str) -> Typed | None:
    return Typed(text, language, other) if text.strip() else None


def _own(record: LetterRecord) -> Iterator[Own]:
    for section, words in record.content.words.items():
        if section != LATE and not section.startswith(SAFETY) and words.text.strip():
            yield Own(section, Typed(words.text, words.language, words.other))


def _analyses(record: LetterRecord, reader: Reader) -> Iterator[Analysis]:
    """For all the children, then for each; for an only child there is one place."""
    places = [(SAFETY, ""), *((of_child(child.pk), child.name) for child in record.children)]
    for section, child in places:
        if words := record.content.words_of(section):
            rests_on = sources_for(words.rests_on, record, reader)
            yield Analysis(Typed(words.text, words.language, words.other), child, rests_on)


def _late(record: LetterRecord) -> Late | None:
    """Why it is late, where its author says so to whoever reads it."""
    words = record.content.words_of(LATE)
    if words is None:
        return None
    return Late(letter_due_day(record.case).on, Typed(words.text, words.language, words.other))

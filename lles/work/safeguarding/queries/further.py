"""A further letter to the court as the record stands: its readers, and its facts for each of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from django.db.models import prefetch_related_objects

from lles.casefile import register, timeline
from lles.casefile.documents import COURT
from lles.casefile.locations import MARKS
from lles.casefile.models import Case, Check, CheckAnswer, Conversation, Officer, Party
from lles.casefile.queries.court import day_of, hearing_name
from lles.casefile.queries.naming import Naming, naming_of
from lles.casefile.queries.readers import adults
from lles.casefile.queries.work import answered_anew, asked_of_case, checks_of, conversations_of
from lles.casefile.rules.bodies import body_name
from lles.casefile.rules.check_answers import AskedOf
from lles.casefile.rules.courts import court_name
from lles.casefile.rules.letterhead import number_in_letters
from lles.casefile.timeline import LONDON
from lles.law.bilingual import Language, Text
from lles.law.jurisdiction import Nation
from lles.work.safeguarding.models import FurtherLetter, FurtherWithholding
from lles.work.safeguarding.queries.concerns import Said, concerns_for, everything_said, marked_words
from lles.work.safeguarding.queries.due import letter_due_day
from lles.work.safeguarding.queries.filing import KIND, current_letter, letter_is_kept_from, sealed_letter
from lles.work.safeguarding.queries.letter import told_by
from lles.work.safeguarding.queries.letter_record import content_of, unnamed_for
from lles.work.safeguarding.queries.readers import Reader, readers, withholdings, without_language
from lles.work.safeguarding.queries.short_notice import (
    first_attended,
    last_told_at,
    new_answers,
    new_calls,
    outstanding,
)
from lles.work.safeguarding.rules.further_facts import FurtherFacts, FurtherKind
from lles.work.safeguarding.rules.letter_content import Content
from lles.work.safeguarding.rules.letter_facts import (
    AdultInLetter,
    Author,
    ChildInLetter,
    Enquiry,
    FirstHearing,
    Relationship,
    Role,
    Service,
    Spoken,
    Typed,
    WithheldFrom,
)
from lles.work.safeguarding.rules.letter_writing import InOneLanguage
from lles.work.safeguarding.rules.unnamed import Unnamed


@dataclass(frozen=True)
class KeptFrom:
    """A party who is given neither the letter nor what goes beside it, and why."""

    party: Party
    reason: Typed
    of_this_update: bool = False


@dataclass(frozen=True)
class FurtherRecord:
    """The file behind a further letter, read once for all its readers."""

    case: Case
    kind: FurtherKind
    further: FurtherLetter | None
    checks: Sequence[Check]
    calls: Sequence[Conversation]
    answered: Sequence[tuple[Check, CheckAnswer]]
    since: datetime | None
    naming: Naming
    withheld: Sequence[KeptFrom]
    readers: Sequence[Reader]
    decided: Content
    said: Sequence[Said]
    marked: Mapping[int, str]

    @property
    def number(self) -> int:
        """Which of its kind it is."""
        return self.further.number if self.further else 1

    @property
    def outstanding(self) -> Sequence[Check]:
        """The checks that nobody has answered."""
        return outstanding(self.checks)

    def unnamed(self, reader: Reader) -> Unnamed:
        """Which of the bodies that were asked this reader is not told by name."""
        return unnamed_for(self.naming, reader)

    def done(self, reader: str = COURT) -> Sequence[register.Telling]:
        """What other pieces of work did that the letter says to a reader."""
        return register.told_to(self.case, reader, self.since)

    @property
    def in_one_language(self) -> tuple[InOneLanguage, ...]:
        """The parties whose version holds the author's words in a language that is not theirs."""
        further = self.further
        if further is None or not (further.words.strip() or further.advice.strip()):
            return ()
        pairs = ((further.words, further.other_words), (further.advice, further.other_advice))
        if all(other.strip() for words, other in pairs if words.strip()):
            return ()
        return tuple(
            InOneLanguage(party.name, language)
            for party, language in without_language(self.readers, cast(Language, further.language))
        )

    @property
    def holds_a_mark(self) -> bool:
        """Whether a mark stands in the author's words in place of a protected detail."""
        one = self.further
        texts = (one.words, one.other_words, one.advice, one.other_advice) if one else ()
        return any(mark.search(text) for text in texts for mark in MARKS)

    @property
    def is_written(self) -> bool:
        """Whether its author has written anything that is not sealed yet."""
        return self.further is not None


def further_in_hand(case: Case, kind: FurtherKind) -> FurtherLetter | None:
    """The further letter of a kind that is being written."""
    return FurtherLetter.objects.filter(case=case, kind=kind, sealed_at=None).select_related("author").first()


def further_filed(case: Case, kind: FurtherKind) -> Sequence[FurtherLetter]:
    """The further letters of a kind that were sealed, the latest first."""
    sealed = FurtherLetter.objects.filter(case=case, kind=kind, sealed_at__isnull=False)
    return list(sealed.select_related("author").order_by("-number"))


def further_record(case: Case, kind: FurtherKind) -> FurtherRecord:
    """The file behind the further letter of a kind that is in hand, or that would be written next."""
    prefetch_related_objects([case], "children", "parties", "hearings")
    since = last_told_at(case) if kind is FurtherKind.UPDATE else None
    checks = asked_of_case(case) if kind is FurtherKind.UPDATE else checks_of(case)
    kept_from = kept_from_parties(case)
    calls = new_calls(conversations_of(case), since)
    out = {one.party.pk for one in kept_from}
    said = everything_said(case, adults(case), calls, since)
    return FurtherRecord(
        case=case,
        kind=kind,
        further=further_in_hand(case, kind),
        checks=checks,
        calls=calls,
        answered=new_answers(case, checks, since),
        since=since,
        naming=naming_of(case, checks),
        withheld=kept_from,
        readers=[one for one in readers(case, ()) if one.party is None or one.party.pk not in out],
        decided=content_of(current_letter(case) or sealed_letter(case)),
        said=said,
        marked=marked_words(case, said),
    )


def kept_from_parties(case: Case) -> Sequence[KeptFrom]:
    """From whom the letter, or an update to it, is kept: whoever is not given it gets nothing beside it."""
    letter = current_letter(case) or sealed_letter(case)
    spoken: Language = "cy" if letter and letter.language == "cy" else "en"
    of_letter = [KeptFrom(one.party, Typed(one.reason, spoken)) for one in withholdings(letter)]
    rows = FurtherWithholding.objects.filter(further__case=case).select_related("party", "further")
    later = [
        KeptFrom(one.party, Typed(one.reason, cast(Language, one.language)), one.further.sealed_at is None)
        for one in rows
    ]
    return list({one.party.pk: one for one in (*later, *of_letter)}.values())


def is_kept_from(case: Case, kind: str) -> frozenset[int]:
    """The parties who are given no version of a document of safeguarding (SG-DISCLOSE)."""
    if kind == KIND:
        return letter_is_kept_from(case, kind)
    if kind not in set(FurtherKind):
        return frozenset()
    return frozenset(one.party.pk for one in kept_from_parties(case))


def further_facts(
    record: FurtherRecord, reader: Reader, author: Officer, at: datetime, *, draft: bool
) -> FurtherFacts:
    """Everything it says to one reader, as the record stands."""
    case, further, filed = record.case, record.further, sealed_letter(record.case)
    due, who = letter_due_day(case).on, adults(case)
    spoken = cast(Language, further.language) if further else "en"
    return FurtherFacts(
        kind=record.kind,
        number=record.number,
        title=timeline.word(f"document.{record.kind}"),
        service=_service(case, author),
        court=court_name(case.court_code, case.court_name),
        court_number=case.number_at_court,
        reference=case.reference,
        hearing=_hearing(case),
        children=tuple(ChildInLetter(c.name, c.born_on, Nation(c.nation)) for c in case.children.all()),
        adults=tuple(_adult(adult) for adult in who),
        author=Author(author.name, timeline.word_or_code("job", author.job)),
        made_on=at.astimezone(LONDON).date(),
        answered=tuple(_enquiry(record, one, reader, answer) for one, answer in record.answered),
        outstanding=tuple(_enquiry(record, one, reader, None) for one in record.outstanding),
        conversations=tuple(_spoken(record)),
        concerns=tuple(
            concerns_for(reader, record.said, record.decided, who, record.marked, record.unnamed(reader))
        ),
        done=tuple(one.says for one in record.done(reader.party.slug if reader.party else COURT)),
        words=Typed(further.words, spoken, further.other_words) if further and further.words else None,
        asks=tuple(further.asks) if further else (),
        letter_due_on=due if due and due >= _day(at) else None,  # a day that has passed is no promise
        letter_filed_on=_day(filed.sealed_at) if filed and filed.sealed_at else None,
        advice_changes=further.advice_changes if further else None,
        advice=Typed(further.advice, spoken, further.other_advice) if further and further.advice else None,
        withheld=tuple(WithheldFrom(one.party.name, one.reason) for one in record.withheld),
        reader=reader.party.name if reader.party else "",
        draft=draft,
    )


def _service(case: Case, author: Officer) -> Service:
    office = case.office or author.office
    if office is None:
        lles = Text(en="Lles", cy="Lles")
        return Service(name=lles, phone="")
    return Service(
        name=Text(en=office.service_en, cy=office.service_cy),
        phone=number_in_letters(office.phone),
    )


def _hearing(case: Case) -> FirstHearing:
    hearing = first_attended(case)
    if hearing is None or hearing.starts_at is None:
        return FirstHearing(Text(en="hearing", cy="gwrandawiad"))
    starts = hearing.starts_at.astimezone(LONDON)
    return FirstHearing(hearing_name(hearing), day_of(hearing), starts.time())


def _adult(adult: Party) -> AdultInLetter:
    related = adult.relations.select_related("child").order_by("child_id", "pk")
    kinds = (Relationship(timeline.word_or_code("relation", one.kind), one.child.name) for one in related)
    return AdultInLetter(adult.name, cast(Role, adult.role), tuple(kinds))


def _enquiry(record: FurtherRecord, check: Check, reader: Reader, answer: CheckAnswer | None) -> Enquiry:
    return Enquiry(
        about=check.person.name,
        asked_of=cast(AskedOf, check.kind),
        body=_body(record, check, reader),
        asked_on=check.asked_on,
        was_asked_otherwise=check.overtaken_at is not None,
        was_answered_anew=check.pk in answered_anew(record.checks),
        expected_on=_expected(record, check),
        answered_on=answer.received_on if answer else None,
        told=tuple(told_by(answer, check, _body(record, check, reader), record.unnamed(reader)))
        if answer
        else (),
    )


def _body(record: FurtherRecord, check: Check, reader: Reader) -> Text | None:
    """Who was asked, unless the name would point to where a protected person lives; somebody close to a child
    only by what they are, never by name."""
    if check.is_source:
        return timeline.word(f"check.{check.kind}")
    if not record.naming.tells(check, reader.party):
        return None
    return body_name(check.kind, check.body)


def _expected(record: FurtherRecord, check: Check) -> date | None:
    given = record.further.expected.get(str(check.pk)) if record.further else None
    return date.fromisoformat(given) if given else None


def _spoken(record: FurtherRecord) -> Iterator[Spoken]:
    for adult in adults(record.case):
        theirs = [call for call in record.calls if call.party_id == adult.pk]
        reached = [call for call in theirs if call.outcome == Conversation.SPOKE]
        raised = [one for one in record.said if one.party.pk == adult.pk]
        if theirs or raised or record.kind is not FurtherKind.UPDATE:
            yield Spoken(
                adult=adult.name,
                key=str(adult.pk),
                raised_more=any(not one.deferred for one in raised),
                reached_on=tuple(_day(call.began_at) for call in reached),
                attempts=tuple(_day(call.began_at) for call in theirs if call not in reached),
            )


def _day(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()

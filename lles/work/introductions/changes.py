"""Introductory letters: who may have one, made and sealed for everybody at once, and what follows when one
was served."""

from collections.abc import Sequence
from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Barred, Done, Reasons, change
from lles.casefile.changes.filing import seal_documents
from lles.casefile.changes.people import record_asked
from lles.casefile.changes.serving import follow_serving, open_serving
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.documents import Made
from lles.casefile.gate import Released, release
from lles.casefile.models import Case, Document, Officer, Party
from lles.casefile.timeline import LONDON, Said, Word, says
from lles.law.bilingual import Language
from lles.law.findings import Finding
from lles.links.pdf_reader import places
from lles.work.introductions.documents.introductory_letter.document import make_introduction
from lles.work.introductions.models import Decision
from lles.work.introductions.queries import (
    KIND,
    Decided,
    Introduced,
    introduced,
    introduction_facts,
    is_for_letters,
    kept_back_from,
)
from lles.work.introductions.rules import (
    AT_RISK,
    WITHOUT_NOTICE,
    first_letter_carries_the_offer,
    introductory_letter_is_safe_to_send,
    letter_names_an_office,
)

TASK = "introductions.letters"


def _findings(*, case: Case, decided: Sequence[Decided], **_: object) -> tuple[Finding, ...]:
    stands = {one.party.pk: one.ground for one in introduced(case)}
    goes = [one for one in decided if not one.ground]
    grounds = [stands.get(one.party.pk, "") for one in goes if not one.reason.strip()]
    found = [
        *(introductory_letter_is_safe_to_send(one == WITHOUT_NOTICE, one == AT_RISK) for one in grounds),
        letter_names_an_office(case.office is not None) if goes else None,
    ]
    return tuple(finding for finding in found if finding is not None)


@change(needs=Verb.WORK, weighs=_findings)
def decide_letters(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    decided: Sequence[Decided],
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Sequence[Document]]:
    """Records from whom a letter is kept and why, and makes every other one, for everybody and in every
    language at once; each is served as soon as it is sealed (SG-WELCOME, CYM-SAMETIME)."""
    lines = [line for one in decided for line in _decide(case, one, by, at)]
    follow_serving(case=case, by=by, at=at, kind=KIND)
    sent_to = {one.party.pk for one in decided if not one.ground}
    adults = [one for one in introduced(case) if one.party.pk in sent_to and not one.documents]
    made = [letter for one in adults for letter in _letters(case, one, by, at)]
    documents: Sequence[Document] = ()
    if made:
        documents = seal_documents(
            case=case, by=by, at=at, kind=KIND, made=made, court_type="", reasons=reasons
        )
        open_serving(case=case, by=by, at=at, kind=KIND, version=documents[0].version, found_safe=True)
    lines += [line for one in adults for line in _told(one)]
    settle_letters(case=case, by=by, at=at)
    return Done(documents, says("introductions_made", count=len(adults), more=tuple(lines)))


def _decide(case: Case, one: Decided, by: Officer, at: datetime) -> tuple[Said, ...]:
    was_kept = one.party.pk in kept_back_from(case, KIND)
    if not one.ground and not was_kept:
        return ()
    Decision.objects.create(case=case, party=one.party, ground=one.ground, reason=one.reason, by=by, at=at)
    if not one.ground:
        return (says("introduction_may_go", person=one.party.name),)
    ground = Word(f"no_introduction.{one.ground}")
    return (says("introduction_kept_back", person=one.party.name, ground=ground),)


def _letters(case: Case, one: Introduced, by: Officer, at: datetime) -> Sequence[Made]:
    facts = introduction_facts(case, one.party, by, at, draft=False)
    made = [make_introduction(facts, one.party.slug, language, at) for language in one.languages]
    for letter in made:
        text = " ".join(place.text for place in places(letter.content))
        missing = first_letter_carries_the_offer(facts.offers_welsh, text, letter.language)
        if missing is not None:
            raise Barred([missing])
    return made


def _told(one: Introduced) -> tuple[Said, ...]:
    languages = Word(f"languages.{'_'.join(sorted(one.languages))}")
    made = says("introduction_made", person=one.party.name, languages=languages)
    if one.spoken_on is None:
        return (made,)
    return (made, says("spoken_before", person=one.party.name, on=one.spoken_on))


@change(needs=Verb.WORK)
def settle_letters(*, case: Case, by: Officer, at: datetime) -> Done[None]:
    """Ends the task once each adult was sent a letter or has a recorded reason; opens it while one has
    neither."""
    adults = introduced(case)
    if not is_for_letters(case) or all(one.is_settled for one in adults):
        end_tasks(case=case, by=by, at=at, kind=TASK, outcome="all_introduced")
    else:
        open_task(case=case, by=by, at=at, kind=TASK)
    return Done(None, None)


@change(needs=Verb.WORK)
def note_served(*, case: Case, by: Officer, at: datetime, party: Party, served_on: date) -> Done[None]:
    """An adult has the letter, and with it was asked for a language (CYM-ASK)."""
    if party.language_asked_on is None:
        record_asked(case=case, by=by, at=at, party=party, asked_on=served_on)
    settle_letters(case=case, by=by, at=at)
    return Done(None, None)


@change(needs=Verb.WORK)
def preview_introduction(
    *, case: Case, by: Officer, at: datetime, adult: Introduced, language: Language
) -> Done[Released]:
    """Makes the letter as it stands, for one adult in one language, through the gate."""
    facts = introduction_facts(case, adult.party, by, at, draft=True)
    midnight = at.astimezone(LONDON).replace(hour=0, minute=0, second=0)
    made = make_introduction(facts, adult.party.slug, language, midnight)
    released = release(case, made, basis="preview_of_own_draft", purpose="preview", by=by, at=at)
    entry = says("introduction_previewed", person=adult.party.name)
    is_told = case.entries.filter(kind=entry.kind, by=by, facts=entry.as_data()).exists()
    return Done(released, None, only_looked=True) if is_told else Done(released, entry)

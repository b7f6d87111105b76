"""The file as it stands when somebody is about to file the letter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from lles.casefile.documents import COURT
from lles.casefile.models import Case, Check, Conversation, Document, Filing
from lles.casefile.once import once
from lles.casefile.queries.filings import withdrawn_versions
from lles.casefile.queries.work import answered_anew
from lles.casefile.timeline import LONDON
from lles.law.pathway import Pathway
from lles.work.safeguarding.models import Letter
from lles.work.safeguarding.queries.due import letter_due_day
from lles.work.safeguarding.queries.letter_record import LetterRecord
from lles.work.safeguarding.queries.readers import is_withheld_from, withheld_facts, withholdings
from lles.work.safeguarding.queries.writing import writing_facts
from lles.work.safeguarding.rules import AdultAsked, LetterFilingFacts
from lles.work.safeguarding.rules.letter_sections import LATE

KIND = "safeguarding_letter"
SETTLED = (Filing.ACCEPTED, Filing.FILED_BY_HAND)


@dataclass(frozen=True)
class Sent:
    """The last version that was sealed: on which day, on which the court had it in every language that goes
    there, and whether it was withdrawn on its way there."""

    sealed_on: date
    filed_on: date | None
    is_withdrawn: bool = False


def sent_of(documents: Sequence[Document]) -> Sent | None:
    """When the last version of a document was sealed and filed; None where none is sealed."""
    last = max((one.version for one in documents), default=0)
    of_court = [one for one in documents if one.version == last and one.reader == COURT]
    if not of_court:
        return None
    filings = [one.filing for one in of_court if hasattr(one, "filing")]
    going = [one for one in of_court if not hasattr(one, "filing") or one.filing.state != Filing.WITHDRAWN]
    moments = [one.settled_at for one in filings if one.state in SETTLED and one.settled_at is not None]
    return Sent(
        max(one.made_at for one in of_court).astimezone(LONDON).date(),
        max(moments).astimezone(LONDON).date() if moments and len(moments) == len(going) else None,
        not going,
    )


def current_letter(case: Case) -> Letter | None:
    """The letter in hand: the latest version that is not sealed."""
    in_hand = Letter.objects.filter(case=case, sealed_at=None).select_related("author")
    return in_hand.order_by("-version").first()


@once
def sealed_letter(case: Case) -> Letter | None:
    """The letter that was filed, if one was; none that was withdrawn on its way to the court."""
    sealed = list(_sealed(case))
    withdrawn = withdrawn_versions(case, KIND) if sealed else ()
    return next((one for one in sealed if one.version not in withdrawn), None)


def last_sealed(case: Case) -> Letter | None:
    """The letter that was sealed last, whether it was withdrawn since or not."""
    return _sealed(case).first()


def _sealed(case: Case) -> QuerySet[Letter]:
    letters = Letter.objects.filter(case=case, sealed_at__isnull=False)
    return letters.select_related("author").order_by("-version")


def letter_is_kept_from(case: Case, kind: str) -> frozenset[int]:
    """The parties from whom the letter is withheld, in the version in hand or else as filed (SG-DISCLOSE)."""
    if kind != KIND:
        return frozenset()
    rows = withholdings(current_letter(case) or sealed_letter(case))
    held = withheld_facts(rows)
    return frozenset(one.party_id for one in rows if is_withheld_from(held, one.party))


def letter_of(case: Case) -> Letter | None:
    """The letter that was filed, or else the one in hand."""
    return sealed_letter(case) or current_letter(case)


def filing_facts(record: LetterRecord, today: date) -> LetterFilingFacts:
    """Who was spoken to, which checks are out, from whom it is withheld, whether it is late, and what the
    author has still to decide or to look at again."""
    case = record.case
    due, anew = letter_due_day(case), answered_anew(record.everybody_asked)
    return LetterFilingFacts(
        pathway=Pathway(case.pathway),
        adults=tuple(
            AdultAsked(
                adult.slug,
                adult.name,
                spoken_to=any(call.outcome == Conversation.SPOKE for call in calls),
                attempts=len(calls),
            )
            for adult in record.adults
            for calls in ([call for call in record.conversations if call.party_id == adult.pk],)
        ),
        checks_outstanding=_named(one for one in record.checks if one.pk not in record.answers),
        asked_otherwise=_named(
            one
            for one in record.everybody_asked
            if one.overtaken_at and one.pk in record.answers and one.pk not in anew
        ),
        withheld=withheld_facts(record.withheld),
        is_late=due.is_late_on(today),
        arguable_until=due.arguable_until,
        is_overdue=due.is_overdue_on(today),
        lateness_is_said=record.content.words_of(LATE) is not None,
        already_filed=record.letter is not None and record.letter.sealed_at is not None,
        written=writing_facts(record),
    )


def _named(checks: Iterable[Check]) -> tuple[str, ...]:
    return tuple(f"{one.kind}:{one.owner}:{one.number}" for one in checks)

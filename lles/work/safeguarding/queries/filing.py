"""The file as it stands when somebody is about to file the letter."""

from datetime import date

from lles.casefile.models import Case, Conversation
from lles.casefile.queries.readers import adults
from lles.casefile.queries.work import checks_of, latest_answer
from lles.law.pathway import Pathway
from lles.work.safeguarding.models import Letter
from lles.work.safeguarding.queries.due import letter_due_day
from lles.work.safeguarding.queries.readers import withholdings
from lles.work.safeguarding.rules import AdultAsked, LetterFilingFacts, Withheld

KIND = "safeguarding_letter"


def current_letter(case: Case) -> Letter | None:
    """The letter in hand: the latest version that is not sealed."""
    return Letter.objects.filter(case=case, sealed_at=None).order_by("-version").first()


def sealed_letter(case: Case) -> Letter | None:
    """The letter that was filed, if one was."""
    return Letter.objects.filter(case=case, sealed_at__isnull=False).order_by("-version").first()


def letter_is_kept_from(case: Case, kind: str) -> frozenset[int]:
    """The parties from whom the letter is withheld, in the version in hand or else as filed (SG-DISCLOSE)."""
    if kind != KIND:
        return frozenset()
    letter = current_letter(case) or sealed_letter(case)
    return frozenset(held.party_id for held in withholdings(letter))


def filing_facts(case: Case, today: date) -> LetterFilingFacts:
    """Who was spoken to, which checks are out, from whom it is withheld, whether it is late."""
    due = letter_due_day(case)
    calls = list(case.conversations.all())
    held = [
        Withheld(one.party.slug, one.party.name, one.reason, one.signed_by.name if one.signed_by else "")
        for one in withholdings(current_letter(case))
    ]
    return LetterFilingFacts(
        pathway=Pathway(case.pathway),
        adults=tuple(
            AdultAsked(
                adult.slug,
                adult.name,
                spoken_to=any(c.party_id == adult.pk and c.outcome == Conversation.SPOKE for c in calls),
                attempts=sum(c.party_id == adult.pk for c in calls),
            )
            for adult in adults(case)
        ),
        checks_outstanding=tuple(
            f"{check.kind}:{check.owner}:{check.number}"
            for check in checks_of(case)
            if latest_answer(check) is None
        ),
        withheld=tuple(held),
        is_late=due.is_late_on(today),
        last_arguable_passed=due.is_overdue_on(today),
        already_filed=sealed_letter(case) is not None,
    )

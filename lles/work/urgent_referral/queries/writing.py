"""The facts of a referral in writing."""

from collections.abc import Sequence
from datetime import datetime

from lles.casefile.locations import Kept
from lles.casefile.models import Case, Office, Officer
from lles.casefile.queries.court import going_ahead
from lles.casefile.queries.telling import adults_of, names_of
from lles.casefile.rules.bodies import body_name
from lles.casefile.rules.courts import court_name
from lles.casefile.rules.days import age_on
from lles.casefile.timeline import LONDON, word, word_or_code
from lles.law.bilingual import Text
from lles.work.urgent_referral.models import Recipient
from lles.work.urgent_referral.queries.facts import children_of, opened_words
from lles.work.urgent_referral.rules.referral_facts import (
    AdultReferred,
    ChildReferred,
    Findable,
    ReferralFacts,
    TypedWords,
)


def referral_facts(
    recipient: Recipient, chosen: Sequence[Kept], why: TypedWords, by: Officer, at: datetime
) -> ReferralFacts:
    """Everything that the body needs to act, from the file; where people are only as chosen."""
    referral = recipient.referral
    case, words = referral.case, opened_words(referral.words)
    office = case.office or by.office
    teller = ", ".join(filter(None, (referral.party.name if referral.party else "", words["teller"])))
    return ReferralFacts(
        receipt=recipient.receipt, kind=recipient.kind, body=body_name(recipient.kind, recipient.body),
        service=_name(office, "service"), office=_name(office, "name"), phone=office.phone if office else "",
        reference=case.reference, court=court_name(case.court_code, case.court_name),
        court_number=case.number_at_court, seen_at=referral.seen_at.astimezone(LONDON),
        seen_in=word(f"seen_in.{referral.seen_in}"), teller=teller,
        learnt=TypedWords(words["learnt"], referral.language),
        harm=tuple(word(f"danger_harm.{one}") for one in referral.harm),
        children_safe=word(f"danger_safe.{referral.children_safe}"),
        adults_safe=word(f"danger_safe.{referral.adults_safe}"),
        safety=TypedWords(words["safety"], referral.language),
        children=_children(recipient, at), adults=_adults_referred(recipient),
        findable=_findable(case, chosen), why_told=why,
        phoned_at=recipient.phoned_at.astimezone(LONDON) if recipient.phoned_at else None,
        phoned_whom=recipient.phoned_whom, next_hearing=_next_hearing(case, at),
        author=by.name, job=word_or_code("job", by.job), made_at=at.astimezone(LONDON),
    )  # fmt: skip


def _name(office: Office | None, what: str) -> Text:
    if office is None:
        return Text(en="Lles", cy="Lles")
    return Text(en=str(getattr(office, f"{what}_en")), cy=str(getattr(office, f"{what}_cy")))


def _children(recipient: Recipient, at: datetime) -> tuple[ChildReferred, ...]:
    about, today = set(children_of(recipient.referral)), at.astimezone(LONDON).date()
    return tuple(
        ChildReferred(
            child.name, child.born_on, age_on(child.born_on, today) if child.born_on else None,
            child.language, child in about,
        )
        for child in recipient.referral.case.children.order_by("pk")
    )  # fmt: skip


def _adults_referred(recipient: Recipient) -> tuple[AdultReferred, ...]:
    referral, case = recipient.referral, recipient.referral.case
    related = list(case.relations.select_related("child").order_by("child_id", "pk"))
    return tuple(
        AdultReferred(
            party.name, party.born_on, party.role,
            tuple((word_or_code("relation", one.kind), one.child.name) for one in related
                  if one.party_id == party.pk),
            party.language, party.pk in referral.known_to,
        )
        for party in adults_of(case)
    )  # fmt: skip


def _findable(case: Case, chosen: Sequence[Kept]) -> tuple[Findable, ...]:
    names = names_of(case)
    told = (
        Findable(names[one.owner], word(f"danger_detail.{one.kind}"), one.lines, one.protected)
        for one in chosen
    )
    return tuple(dict.fromkeys(told))


def _next_hearing(case: Case, at: datetime) -> datetime | None:
    coming = [one.starts_at for one in case.hearings.all() if going_ahead(one) and one.starts_at]
    ahead = min((starts for starts in coming if starts >= at), default=None)
    return ahead.astimezone(LONDON) if ahead else None

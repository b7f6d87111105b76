"""What may be told of where people can be found, and the facts of a referral in writing."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from lles.casefile import locations
from lles.casefile.locations import ADDRESS, EMAIL, LIVES_WITH, PHONE, REFUGE, Kept
from lles.casefile.models import Case, Office, Officer, Party
from lles.casefile.queries.court import going_ahead
from lles.casefile.rules.bodies import body_name, is_in_wales
from lles.casefile.rules.courts import court_name
from lles.casefile.rules.days import age_on
from lles.casefile.timeline import LONDON, word, word_or_code
from lles.law.bilingual import LANGUAGES, Language, Text
from lles.work.urgent_referral.models import Recipient
from lles.work.urgent_referral.queries.facts import children_of, opened_words
from lles.work.urgent_referral.rules.referral_facts import (
    AdultReferred,
    ChildReferred,
    Findable,
    ReferralFacts,
    TypedWords,
)

TELLABLE = (ADDRESS, PHONE, EMAIL, LIVES_WITH)


@dataclass(frozen=True)
class Tellable:
    """What an officer may choose to tell, without the detail: whose it is, of what kind, protected or not."""

    key: str
    name: str
    kind: str
    protected: bool


def tellable(case: Case) -> tuple[Tellable, ...]:
    """Of whom which details are held; a refuge is never written down, it is told by voice if at all."""
    names = _names(case)
    held: dict[str, Tellable] = {}
    for one in _may_be_told(case):
        key = _key(one)
        guarded = one.protected or (key in held and held[key].protected)
        held[key] = Tellable(key, names[one.owner], one.kind, guarded)
    order = list(names)
    return tuple(sorted(held.values(), key=lambda one: order.index(one.key.rsplit(".", 1)[0])))


def opened_for(case: Case, keys: Collection[str], *, as_it_stands: bool = True) -> tuple[Kept, ...]:
    """The details that were chosen, opened; the caller records who looks and to whom they are told. What was
    written before may hold what no longer stands."""
    held = _may_be_told(case, as_it_stands=as_it_stands)
    return tuple(one for one in held if _key(one) in keys)


def _may_be_told(case: Case, *, as_it_stands: bool = True) -> Iterator[Kept]:
    kept, names = locations.of_case(case), _names(case)
    in_refuge = {one.governed_by or one.owner for one in kept if one.kind == REFUGE}
    for one in kept:
        guarded = one.kind in (ADDRESS, LIVES_WITH) and (one.governed_by or one.owner) in in_refuge
        stands = one.current or not as_it_stands
        if stands and one.kind in TELLABLE and one.owner in names and not guarded:
            yield one


def _key(one: Kept) -> str:
    return f"{one.owner}.{one.kind}"


def _names(case: Case) -> dict[str, str]:
    """The people of a case by the name under which the store of locations knows them."""
    children = {f"child:{child.pk}": child.name for child in case.children.order_by("pk")}
    return children | {f"party:{party.pk}": party.name for party in _adults(case)}


def _adults(case: Case) -> list[Party]:
    return list(case.parties.filter(is_organisation=False).order_by("role", "number", "pk"))


def languages_of(recipient: Recipient) -> tuple[Language, ...]:
    """A body of Wales is written to in both languages, another in English (CYM-EQUAL)."""
    return LANGUAGES if is_in_wales(recipient.kind, recipient.body) else ("en",)


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
        court_number=case.court_number, seen_at=referral.seen_at.astimezone(LONDON),
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
        for party in _adults(case)
    )  # fmt: skip


def _findable(case: Case, chosen: Sequence[Kept]) -> tuple[Findable, ...]:
    names = _names(case)
    told = (
        Findable(names[one.owner], word(f"danger_detail.{one.kind}"), one.lines, one.protected)
        for one in chosen
    )
    return tuple(dict.fromkeys(told))


def _next_hearing(case: Case, at: datetime) -> datetime | None:
    coming = [one.starts_at for one in case.hearings.all() if going_ahead(one) and one.starts_at]
    ahead = min((starts for starts in coming if starts >= at), default=None)
    return ahead.astimezone(LONDON) if ahead else None

"""What was keyed, in the words in which the courts' feeds say it, so that one way opens both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Any

from lles.casefile.changes.application_facts import FactSaid
from lles.casefile.forms.fields import YesNoField
from lles.casefile.rules.corrections import NOT_SAID
from lles.law.pathway import kinds_of, plain_kind
from lles.links.court import codes
from lles.links.court.facts import (
    CourtCase,
    CourtChild,
    CourtHearing,
    CourtParty,
    CourtRelation,
    HearingDay,
    InterpreterNeed,
)
from lles.work.intake.changes.by_hand import KEYED, ByHand
from lles.work.intake.forms.court import ANOTHER
from lles.work.intake.forms.facts import LANGUAGE
from lles.work.intake.queries.registration import court_chosen
from lles.work.intake.rules import is_court_number
from lles.work.intake.views.keying import CHILD, NATION, PAPER, PARTY, Keying
from lles.work.intake.views.languages import language_said, words_on_language
from lles.work.intake.views.residence import address_of, carers_of, related

if TYPE_CHECKING:
    from lles.links.court.facts import Known

IN_A_REFUGE = "in_a_refuge"
Given = dict[str, Any]


@dataclass(frozen=True)
class Keyed:
    """A whole registration, as the changes take it."""

    said: CourtCase
    by_hand: ByHand


def keyed(keying: Keying) -> Keyed:
    """What stands on all pages of a registration; every one of them is answered."""
    return Keyed(_said(keying), _by_hand(keying))


def _given(keying: Keying, name: str) -> Given:
    form = keying.forms.get(name)
    given = form.cleaned_data if form is not None and form.is_valid() else {}
    return {name: "" if value == NOT_SAID else value for name, value in given.items()}


def _said(keying: Keying) -> CourtCase:
    kinds = tuple(_given(keying, "application").get("kinds", ()))
    court, days = _given(keying, "court"), _given(keying, "days")
    code, name = court_chosen(court.get("court", ""))
    number = court.get("number", "")
    is_public = {plain_kind(kind) for kind in kinds} & kinds_of("public_law")
    return CourtCase(
        service="public" if is_public else "private",
        number=number if is_court_number(number) else None,
        family_man_number="" if is_court_number(number) else number,
        court_name=court.get("typed", "") if court.get("court") == ANOTHER else name,
        court_code=code if court.get("court") != ANOTHER and code else None,
        submitted_on=days.get("submitted_on"),
        issued_on=days.get("issued_on"),
        kinds=kinds,
        children=tuple(_child(keying, person) for person in keying.people(CHILD)),
        parties=tuple(_party(keying, person) for person in keying.people(PARTY)),
        relations=tuple(_relations(keying)),
        hearings=tuple(_hearings(keying)),
        interpreter_needs=tuple(_interpreters(keying)),
        known_to_local_authority=_known(_given(keying, "authority").get("known", None)),
    )


def _by_hand(keying: Keying) -> ByHand:
    days = _given(keying, "days")
    said_on = days.get("submitted_on") or days.get("issued_on")
    facts = []
    for page in keying.pages:
        form = keying.forms.get(page.name)
        if page.part == PAPER and form is not None and form.is_valid():
            given: Given = form.given  # type: ignore[attr-defined]  # the forms of keying have it
            facts.append(FactSaid(**{**given, "raised_on": given["raised_on"] or said_on}))
    facts.append(language_said(keying, said_on))
    return ByHand(days.get("received_on") or keying.today, tuple(facts))


def texts_of(keying: Keying, one: Keyed) -> dict[str, str]:
    """What was typed at length, by the name of its page."""
    told = {fact.fact: fact.words for fact in one.by_hand.facts if fact.fact != LANGUAGE}
    return told | words_on_language(keying)


def _key(person: str) -> str:
    return f"{KEYED}{person}"


def _child(keying: Keying, person: str) -> CourtChild:
    who, home = _given(keying, person), _given(keying, f"{person}-home")
    carers = carers_of(keying.forms, person, keying.people(PARTY))
    nation = _given(keying, f"{person}-{NATION}").get("nation", "")
    lives_elsewhere = home.get("elsewhere") is True
    return CourtChild(
        key=_key(person),
        first_name=who.get("first_name", ""),
        last_name=who.get("last_name", ""),
        previous_name=who.get("previous_name", ""),
        born_on=who.get("born_on"),
        gender=who.get("gender") or None,
        social_worker=who.get("social_worker", ""),
        language=who.get("spoken", ""),
        nation=nation,
        lives_with_party=_key(carers[0]) if carers and not lives_elsewhere else None,
        lives_with_address=address_of(home) if lives_elsewhere else None,
        living_situation=IN_A_REFUGE if lives_elsewhere and home.get("refuge") else "",
        details_flag=_flag(home, "address") if lives_elsewhere else None,
    )


def _party(keying: Keying, person: str) -> CourtParty:
    who, where = _given(keying, person), _given(keying, f"{person}-where")
    language, lawyer = _given(keying, f"{person}-language"), _given(keying, f"{person}-lawyer")
    address = address_of(where)
    return CourtParty(
        key=_key(person),
        role=who.get("role", "other"),
        first_name=who.get("first_name", ""),
        last_name=who.get("last_name", ""),
        previous_name=who.get("previous_name", ""),
        born_on=who.get("born_on"),
        gender=who.get("gender") or None,
        is_organisation=bool(who.get("is_organisation")),
        address=address,
        address_known=True if address else None,
        earlier_addresses=where.get("earlier", ""),
        in_refuge=bool(where.get("refuge")),
        phone=where.get("phone", ""),
        email=where.get("email", ""),
        address_flag=_flag(where, "address"),
        phone_flag=_flag(where, "phone"),
        email_flag=_flag(where, "email"),
        language=language.get("spoken", ""),
        language_asked_on=language.get("asked_on") if language.get("spoken") else None,
        represented=lawyer.get("represented"),
        lawyer_name=lawyer.get("lawyer_name", ""),
        lawyer_firm=lawyer.get("lawyer_firm", ""),
        lawyer_phone=lawyer.get("lawyer_phone", ""),
        lawyer_email=lawyer.get("lawyer_email", ""),
    )


def _flag(given: Given, what: str) -> bool | None:
    """What was said of confidentiality: nothing protects; a flag without a detail says nothing."""
    held = given.get(what) or (what == "address" and given.get("postcode"))
    return {"yes": True, "no": False}.get(given.get(f"{what}_kept", "")) if held else None


def _relations(keying: Keying) -> Iterator[CourtRelation]:
    for adult, child, kind, lives in related(keying.forms, keying.people(PARTY)):
        yield CourtRelation(_key(adult), _key(child), kind, lives_with=lives)


def _hearings(keying: Keying) -> Iterator[CourtHearing]:
    form = keying.forms.get("hearing")
    if form is None or not form.is_valid() or not form.cleaned_data.get("listed"):
        return
    given = form.cleaned_data
    day = HearingDay(form.starts_at, None, given["venue"])  # type: ignore[attr-defined]  # the forms of keying have it
    code = given["type_code"]
    yield CourtHearing(f"{KEYED}hearing-1", code, codes.HEARING_TYPES[code]["en"], "LISTED", (day,))


def _interpreters(keying: Keying) -> Iterator[InterpreterNeed]:
    for person in keying.people(PARTY):
        if language := _given(keying, f"{person}-language").get("interpreter"):
            yield InterpreterNeed((_given(keying, person).get("role", "other"),), language)


def _known(answer: bool | None) -> Known:
    return "unknown" if answer is None else "yes" if answer else "no"


def said_of(bound: Any, value: object) -> object:
    """What a field holds, for a page that shows answers: the words of a choice, a tick, a day as a day."""
    if isinstance(bound.field, YesNoField):
        value = bound.value()
    if isinstance(value, bool):
        return "✓" if value else ""
    named = {str(code): str(text) for code, text in getattr(bound.field, "choices", ())}
    if isinstance(value, list | tuple):
        return ", ".join(named.get(str(one), str(one)) for one in value)
    if named:
        return named.get(str(value), "")
    return value if isinstance(value, date | time) else str(value or "")

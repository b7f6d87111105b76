"""Who may be named in a family assistance order, and what each has to say to it (FAO-NAMED, FAO-CONSENT)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lles.law.findings import Finding, Weight
from lles.law.provisions import Provision
from lles.work.family_assistance.rules.provisions import family_assistance_law


class Standing(StrEnum):
    """What somebody is to the child, as section 16(2) has it; `OTHER` is anybody else."""

    PARENT = "parent"
    GUARDIAN = "guardian"
    SPECIAL_GUARDIAN = "special_guardian"
    LIVES_WITH_THE_CHILD = "lives_with_the_child"
    NAMED_IN_ARRANGEMENTS = "named_in_arrangements"
    CHILD = "child"
    OTHER = "other"


@dataclass(frozen=True)
class Consent:
    """What somebody answered when asked for consent, on which day, and the day it was taken back."""

    is_given: bool
    on: date
    withdrawn_on: date | None = None


@dataclass(frozen=True)
class NamedPerson:
    """Somebody whom an order names or would name: the slug and name on the file, what they are to the child,
    their consent, whether they could comment on the opinion, and whether a child's view is written down."""

    person: str
    name: str
    standing: Standing
    consent: Consent | None = None
    could_comment: bool = False
    is_heard: bool = False

    @property
    def is_the_child(self) -> bool:
        """The child the order is about, who need not consent."""
        return self.standing is Standing.CHILD


Named = tuple[NamedPerson, ...]


def only_people_close_to_the_child_are_named(named: Named, *, is_sealed: bool = False) -> tuple[Finding, ...]:
    """Bar an order that names nobody, or anybody outside section 16(2); a sealed one is taken as made, with a
    warning (FAO-NAMED)."""
    provision = family_assistance_law()["FAO-NAMED"]
    if not named:
        return (provision.finding("nobody"),)
    others = [one for one in named if one.standing is Standing.OTHER]
    if is_sealed:
        return tuple(_about(provision, "sealed", one, Weight.WARNS) for one in others)
    return tuple(_about(provision, "other", one) for one in others)


def everyone_named_consents(named: Named, made_on: date | None, *, is_ours: bool) -> tuple[Finding, ...]:
    """Everyone named but the child has consented by the day of the order, None while it is not made: what we
    propose ourselves is barred without that, a sealed order is taken as made with a warning (FAO-CONSENT)."""
    weight = Weight.BARS if is_ours else Weight.WARNS
    adults = [one for one in named if not one.is_the_child]
    found = (_lack_of_consent(one, made_on, weight) for one in adults)
    return tuple(finding for finding in found if finding is not None)


def _lack_of_consent(one: NamedPerson, made_on: date | None, weight: Weight) -> Finding | None:
    provision = family_assistance_law()["FAO-CONSENT"]
    facts = (("person", one.person),)
    if one.consent is None:
        return provision.finding("none", weight=weight, facts=facts, name=one.name)
    consent = one.consent
    if not consent.is_given:
        return provision.finding("refused", weight=weight, facts=facts, name=one.name, day=consent.on)
    if made_on is not None and consent.on > made_on:
        return provision.finding(
            "too_late", weight=weight, facts=facts, name=one.name, day=consent.on, made=made_on
        )
    taken_back_on = consent.withdrawn_on
    if taken_back_on is not None and (made_on is None or taken_back_on <= made_on):
        return provision.finding("withdrawn", weight=weight, facts=facts, name=one.name, day=taken_back_on)
    return None


def child_is_heard_but_need_not_consent(named: Named) -> tuple[Finding, ...]:
    """Note where the view of a child who is named is not written down (FAO-CHILD-NOCONSENT)."""
    provision = family_assistance_law()["FAO-CHILD-NOCONSENT"]
    unheard = [one for one in named if one.is_the_child and not one.is_heard]
    return tuple(_about(provision, "not_heard", one) for one in unheard)


def everyone_named_may_comment_on_the_opinion(named: Named, made_on: date) -> tuple[Finding, ...]:
    """Warn of everyone named who has not had the chance to comment on the opinion (FAO-COMMENT)."""
    provision = family_assistance_law()["FAO-COMMENT"]
    if not provision.in_force(made_on):
        return ()
    return tuple(_about(provision, "no_chance", one) for one in named if not one.could_comment)


def consent_is_taken_back_after_it_was_given(
    name: str, consent: Consent | None, taken_back_on: date
) -> Finding | None:
    """Bar a day of taking consent back that lies before the day on which it was given (FAO-WITHDRAW)."""
    if consent is None or not consent.is_given or taken_back_on >= consent.on:
        return None
    return family_assistance_law()["FAO-WITHDRAW"].finding(
        "before_it_was_given", weight=Weight.BARS, name=name, given=consent.on, day=taken_back_on
    )


def withdrawn_consent_does_not_end_the_order(named: Named, made_on: date) -> tuple[Finding, ...]:
    """Warn of consent taken back after the order was made, which goes on (FAO-WITHDRAW)."""
    provision = family_assistance_law()["FAO-WITHDRAW"]
    return tuple(
        provision.finding(
            "withdrawn", facts=(("person", one.person),), name=one.name, day=one.consent.withdrawn_on
        )
        for one in named
        if one.consent and one.consent.withdrawn_on and one.consent.withdrawn_on > made_on
    )


def people_named_tell_their_address_and_allow_visits(directed: Named, named: Named) -> tuple[Finding, ...]:
    """Warn of anybody directed about addresses and visits whom the order does not name (FAO-ADDRESS)."""
    provision = family_assistance_law()["FAO-ADDRESS"]
    known = {one.person for one in named}
    strangers = [one for one in directed if one.person not in known]
    return tuple(
        provision.finding("not_named", weight=Weight.WARNS, facts=(("person", one.person),), name=one.name)
        for one in strangers
    )


def new_address_of_whoever_must_tell_it_is_looked_at(moved: Sequence[str]) -> tuple[Finding, ...]:
    """Warn of each, by name, who is directed to tell their address and has a new one (FAO-ADDRESS)."""
    provision = family_assistance_law()["FAO-ADDRESS"]
    return tuple(provision.finding("moved", weight=Weight.WARNS, name=name) for name in moved)


def _about(provision: Provision, key: str, one: NamedPerson, weight: Weight | None = None) -> Finding:
    return provision.finding(key, weight=weight, facts=(("person", one.person),), name=one.name)

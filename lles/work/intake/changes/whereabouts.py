"""Where people can be found, as the court said it: all six places of the feed, straight into the store of
locations."""

from collections.abc import Iterator, Mapping

from lles.casefile.locations import (
    ADDRESS,
    EARLIER,
    EMAIL,
    HIDDEN,
    LIVES_WITH,
    LIVING,
    PHONE,
    REFUGE,
    Detail,
)
from lles.casefile.models import Case, Child, Party
from lles.links.court.facts import CourtAddress, CourtCase, CourtChild, CourtParty, LocationCopy
from lles.work.intake.changes.rows import clip

NOBODY = "nobody"
IN_A_REFUGE = "in_a_refuge"


def details_of(
    said: CourtCase, parties: Mapping[str, Party], children: Mapping[str, Child]
) -> Iterator[Detail]:
    """Every detail of every person; a child's home is governed by the flag of the party it is the home of,
    where that party is said to live at the very same place."""
    for party in said.parties:
        if row := parties.get(clip(party.key, 120)):
            yield from _of_party(party, f"party:{row.pk}")
    for child in said.children:
        if one := children.get(clip(child.key, 120)):
            yield from _of_child(child, f"child:{one.pk}", parties, said)
            yield from _hidden_child(child, f"child:{one.pk}", said)
    for relation in said.relations:
        adult, kid = parties.get(clip(relation.party_key, 120)), children.get(clip(relation.child_key, 120))
        if relation.lives_with and adult and kid:
            yield _with(adult, f"child:{kid.pk}", f"relation:{adult.pk}")
    for copy in said.copies_of_nobody:
        yield _copy(copy, NOBODY)


def details_said(said: CourtCase) -> Iterator[Detail]:
    """Every detail an answer holds, whosever it is; lawyers' offices are open."""
    for party in said.parties:
        yield from (detail for detail in _of_party(party, NOBODY) if detail.owner == NOBODY)
    for child in said.children:
        if child.lives_with_address:
            yield Detail(NOBODY, ADDRESS, lines_of(child.lives_with_address), None, "lives with")
    for copy in said.copies_of_nobody:
        yield _copy(copy, NOBODY)


def _homes(said: CourtCase) -> dict[str, tuple[str, ...]]:
    return {party.key: _folded(party.address) for party in said.parties if party.address}


def _folded(address: CourtAddress) -> tuple[str, ...]:
    lines = (*address.lines, address.town, address.postcode)
    return tuple(plain for line in lines if (plain := "".join(filter(str.isalnum, line.casefold()))))


def _of_party(party: CourtParty, owner: str) -> Iterator[Detail]:
    if party.address:
        yield Detail(owner, ADDRESS, lines_of(party.address), party.address_flag, "party")
    if party.earlier_addresses:
        lines = tuple(party.earlier_addresses.splitlines())
        yield Detail(owner, EARLIER, lines, party.address_flag, "earlier")
    for source, phone in (("phone", party.phone), ("landline", party.landline)):
        if phone:
            yield Detail(owner, PHONE, (phone,), party.phone_flag, source)
    if party.email:
        yield Detail(owner, EMAIL, (party.email,), party.email_flag, "email")
    for kind, flag, came in (
        (ADDRESS, party.address_flag, party.address),
        (PHONE, party.phone_flag, party.phone or party.landline),
        (EMAIL, party.email_flag, party.email),
    ):
        if flag and not came:
            yield Detail(owner, HIDDEN[kind], ("hidden",), True, "flag")
    for copy in party.copies:
        yield _copy(copy, owner)
    if party.in_refuge:
        yield Detail(owner, REFUGE, (IN_A_REFUGE,), True, "keyed")
    if party.lawyer_email:
        yield Detail(f"{owner}:lawyer", EMAIL, (party.lawyer_email,), False, "lawyer")
    if party.lawyer_phone:
        yield Detail(f"{owner}:lawyer", PHONE, (party.lawyer_phone,), False, "lawyer")


def _copy(copy: LocationCopy, owner: str) -> Detail:
    kind = {"address": ADDRESS, "phone": PHONE, "email": EMAIL}[copy.kind]
    lines = lines_of(copy.address) if copy.address else (copy.value,)
    return Detail(owner, kind, lines, True, "confidential details")


def _of_child(
    child: CourtChild, owner: str, parties: Mapping[str, Party], said: CourtCase
) -> Iterator[Detail]:
    carer = parties.get(clip(child.lives_with_party, 120))
    if child.lives_with_address:
        lines = lines_of(child.lives_with_address)
        is_theirs = _homes(said).get(child.lives_with_party or "") == _folded(child.lives_with_address)
        governed_by = f"party:{carer.pk}" if carer and is_theirs else ""
        yield Detail(owner, ADDRESS, lines, _flag(child, said), "lives with", governed_by)
    if carer:
        yield _with(carer, owner, "lives with")


def _with(carer: Party, owner: str, source: str) -> Detail:
    """With whom a child lives: as protected as the home of that party."""
    return Detail(owner, LIVES_WITH, (f"party:{carer.pk}",), None, source, f"party:{carer.pk}")


def _hidden_child(child: CourtChild, owner: str, said: CourtCase) -> Iterator[Detail]:
    """How a child lives, a refuge for good (CONF-REFUGE), and that the court of a public-law case may have
    held back where: it sends no word of what it hides."""
    flag = _flag(child, said)
    if child.living_situation:
        yield Detail(owner, LIVING, (child.living_situation,), flag, "living situation")
    if child.living_situation == IN_A_REFUGE:
        yield Detail(owner, REFUGE, (IN_A_REFUGE,), True, "living situation")
    if said.service == Case.PUBLIC and not child.lives_with_address:
        yield Detail(owner, HIDDEN[ADDRESS], ("hidden" if flag else "not_said",), flag, "flag")


def _flag(child: CourtChild, said: CourtCase) -> bool | None:
    """What the court says of a child's details; its no opens no home of a protected adult."""
    homes = _homes(said)
    home = _folded(child.lives_with_address) if child.lives_with_address else ()
    guarded = any(homes.get(party.key) == home for party in said.parties if party.address_flag is not False)
    return None if child.details_flag is False and guarded else child.details_flag


def lines_of(address: CourtAddress) -> tuple[str, ...]:
    """An address line by line, the postcode last."""
    parts = (*address.lines, address.town, address.county, address.country, address.postcode)
    return tuple(part for part in parts if part.strip())

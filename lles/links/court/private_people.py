"""Children, parties and relations of a private-law case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from lles.links.court import codes
from lles.links.court.facts import (
    CourtAddress,
    CourtChild,
    CourtParty,
    CourtRelation,
    LocationCopy,
    Role,
)
from lles.links.court.people import (
    address_of,
    born,
    copies_in,
    email_of,
    made_key,
    phone_of,
    says_confidential,
    short_words,
    warn_of_age,
    with_own_keys,
)
from lles.links.court.reading import Field

LISTS: tuple[tuple[str, Role], ...] = (
    ("applicants", "applicant"),
    ("respondents", "respondent"),
    ("otherPeopleInTheCaseTable", "other"),
)
RELATION_LISTS = ("childAndApplicantRelations", "childAndRespondentRelations", "childAndOtherPeopleRelations")
COURT_SIDE_RELATION = ("applicantId", "respondentId", "otherPeopleId")


def rows_of(collection: Field) -> Iterator[tuple[Field, Field]]:
    """Walk the rows of a collection with the value of each; a row without a value is its own value."""
    for row in collection.rows():
        if not row.is_object():
            continue
        if isinstance(row.value, dict) and "value" not in row.value:
            yield row, row
        elif value := row.at("value"):
            yield row, value


def kinds_of(orders: Field, arrangements: str | None = None) -> tuple[str, ...]:
    """Read what is asked for, each kind once."""
    kinds: list[str] = []
    for order in orders.rows():
        word = order.text()
        kind = codes.PRIVATE_KINDS.get(codes.folded(word))
        if word and kind is None:
            order.reading.note("unknown_code", order.path, word)
        kinds.extend(_arrangements(kind or codes.snake(word), arrangements) if word else ())
    return tuple(dict.fromkeys(kinds))


def children_of(case: Field, seen_on: date | None) -> tuple[CourtChild, ...]:
    """Read the children."""
    return with_own_keys((row, _child(row, value, seen_on)) for row, value in rows_of(case.at("children")))


def parties_of(case: Field, seen_on: date | None) -> tuple[CourtParty, ...]:
    """Read applicants, respondents and other people; an other person without any name is no person."""
    persons = with_own_keys(
        (row, party)
        for name, role in LISTS
        for row, value in rows_of(case.at(name))
        if (party := _party(row, value, role, seen_on)) is not None
    )
    return _with_copies(persons, case.at("applicantsConfidentialDetails"))


def copies_of_nobody(case: Field, parties: tuple[CourtParty, ...]) -> tuple[LocationCopy, ...]:
    """Read the confidential details that fit no one applicant, and those of other people without a name."""
    found: list[LocationCopy] = []
    for _, value in rows_of(case.at("applicantsConfidentialDetails")):
        if _owner(parties, value) is None:
            found.extend(_copies(value))
    for _, value in rows_of(case.at("otherPeopleInTheCaseTable")):
        if not value.at("firstName").text() and not value.at("lastName").text():
            found.extend(copies_in(value, ["email"], ["phoneNumber", "landline"]))
            if earlier := value.at("addressLivedLessThan5YearsDetails").text():
                found.append(LocationCopy("address", earlier, CourtAddress(lines=(earlier,))))
    return tuple(dict.fromkeys(found))


def relations_of(
    case: Field, children: tuple[CourtChild, ...], parties: tuple[CourtParty, ...]
) -> tuple[CourtRelation, ...]:
    """Read how each party stands to each child; rows about persons the answer does not hold are named."""
    people = _People(frozenset(child.key for child in children), frozenset(party.key for party in parties))
    found: list[CourtRelation] = []
    for name in RELATION_LISTS:
        collection = case.at(name)
        rows = list(rows_of(collection))
        if rows and all(value.at(*COURT_SIDE_RELATION) for _, value in rows):
            collection.reading.warn("court_side_shape", collection.path, collection.value)
            continue
        found.extend(relation for row, value in rows if (relation := _relation(row, value, people)))
    return tuple(found)


@dataclass(frozen=True)
class _People:
    children: frozenset[str]
    parties: frozenset[str]


def _arrangements(kind: str, arrangements: str | None) -> tuple[str, ...]:
    if kind != "child_arrangements" or arrangements is None:
        return (kind,)
    live, spend = "child_arrangements_live_with", "child_arrangements_spend_time"
    return {"live_with": (live,), "spend_time": (spend,), "both": (live, spend)}[arrangements]


def _child(row: Field, value: Field, seen_on: date | None) -> CourtChild:
    first, last = value.at("firstName").text(), value.at("lastName").text()
    birth = value.at("dateOfBirth")
    born_on, born_text = born(birth)
    warn_of_age(birth, born_on, seen_on, child=True)
    if not first and not last:
        row.reading.note("person_without_name", row.path)
    home = value.at("whoDoesTheChildLiveWith")
    return CourtChild(
        key=_key(row, "child", first, last, born_on),
        first_name=first,
        last_name=last,
        born_on=born_on,
        born_text=born_text,
        gender=value.at("gender").code(codes.GENDERS),
        lives_with_party=home.at("partyId").text() or None,
        lives_with_address=address_of(home.at("childAddress")),
        kinds=kinds_of(value.at("orderAppliedFor")),
    )


def _party(row: Field, value: Field, role: Role, seen_on: date | None) -> CourtParty | None:
    first, last = value.at("firstName").text(), value.at("lastName").text()
    if not first and not last:
        if role == "other":
            row.reading.warn("person_without_name", row.path, row.value)
            return None
        row.reading.note("person_without_name", row.path)
    birth = value.at("dateOfBirth")
    born_on, born_text = born(birth)
    if role != "other":
        warn_of_age(birth, born_on, seen_on, child=False)
    party = CourtParty(
        key=_key(row, role, first, last, born_on),
        role=role,
        first_name=first,
        last_name=last,
        previous_name=value.at("previousName").text(),
        born_on=born_on,
        born_text=born_text,
        gender=value.at("gender").code(codes.GENDERS),
    )
    return _with_lawyer(_with_contact(party, value), value)


def _with_contact(party: CourtParty, value: Field) -> CourtParty:
    place = value.at("address")
    address = address_of(place)
    flag = value.flag("isAddressConfidential")
    return replace(
        party,
        address=address,
        address_known=_address_known(value),
        earlier_addresses=value.at("addressLivedLessThan5YearsDetails").text(),
        email=email_of(value.at("email")),
        phone=phone_of(value.at("phoneNumber")),
        landline=phone_of(value.at("landline")),
        address_flag=True if says_confidential(address, place) else flag,
        email_flag=value.flag("isEmailAddressConfidential"),
        phone_flag=value.flag("isPhoneNumberConfidential"),
    )


def _address_known(value: Field) -> bool | None:
    known, unknown = value.at("isCurrentAddressKnown").yes(), value.at("isAddressUnknown").yes()
    if known is None or unknown is None:
        return not unknown if known is None and unknown is not None else known
    if known is unknown:
        value.reading.note("address_known_contradicted", value.at("isAddressUnknown").path)
        return None
    return known


def _with_lawyer(party: CourtParty, value: Field) -> CourtParty:
    names = (value.at("representativeFirstName").text(), value.at("representativeLastName").text())
    return replace(
        party,
        represented=value.at("doTheyHaveLegalRepresentation").yes(),
        lawyer_name=" ".join(name for name in names if name),
        lawyer_firm=value.at("solicitorOrg").at("OrganisationName").text(),
        lawyer_email=email_of(value.at("solicitorEmail")),
        lawyer_phone=phone_of(value.at("solicitorTelephone")),
    )


def _key(row: Field, *made_of: object) -> str:
    given = row.at("id").text()
    if not given:
        row.reading.note("no_id", row.path)
    return given or made_key(*made_of)


def _relation(row: Field, value: Field, people: _People) -> CourtRelation | None:
    party, child = value.at("partyId").text(), value.at("childId").text()
    if party not in people.parties or child not in people.children:
        row.reading.warn("relation_to_unknown_person", row.path, row.value)
        return None
    return CourtRelation(
        party_key=party,
        child_key=child,
        kind=value.at("relationType").code(codes.RELATIONS) or "other",
        details=short_words(value.at("otherRelationDetails")),
        lives_with=value.at("childLivesWith").yes(),
    )


def _with_copies(parties: tuple[CourtParty, ...], details: Field) -> tuple[CourtParty, ...]:
    found = list(parties)
    for row, value in rows_of(details):
        owner = _owner(parties, value)
        if owner is None:
            row.reading.warn("confidential_details_of_nobody", row.path, row.value)
            continue
        party, copies = found[owner], _copies(value)
        flags = {"address": party.address_flag, "email": party.email_flag, "phone": party.phone_flag}
        if any(flags[copy.kind] is False for copy in copies):
            row.reading.note("confidential_flag_contradicted", row.path)
        found[owner] = replace(party, copies=(*party.copies, *copies))
    return tuple(found)


def _owner(parties: tuple[CourtParty, ...], value: Field) -> int | None:
    """Say the place of the one applicant of that name; of none or of several there is no owner."""
    name = codes.folded(f"{value.at('firstName').text()} {value.at('lastName').text()}")
    owners = [
        place
        for place, party in enumerate(parties)
        if party.role == "applicant" and codes.folded(f"{party.first_name} {party.last_name}") == name
    ]
    return owners[0] if name and len(owners) == 1 else None


def _copies(value: Field) -> tuple[LocationCopy, ...]:
    return tuple(copies_in(value, ["email"], ["phoneNumber"]))

"""Children, parties and others of a public-law case. The court gives most of them no id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from lles.links.court import codes
from lles.links.court.facts import CourtChild, CourtParty, CourtRelation, LocationCopy
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
from lles.links.court.reading import Field, clean


def children_of(case: Field, seen_on: date | None) -> tuple[CourtChild, ...]:
    """Read the children; each is known by name and birth date."""
    rows = (row for row in case.at("children").rows() if row.is_object())
    return with_own_keys((row, _child(row, seen_on)) for row in rows)


def parties_of(case: Field, seen_on: date | None) -> tuple[CourtParty, ...]:
    """Read applicants, respondents and others; an other without any name is no person."""
    return with_own_keys(_parties(case, seen_on))


def copies_of_nobody(case: Field) -> tuple[LocationCopy, ...]:
    """Read the contact details of others without a name."""
    rows = (row for row in case.at("others").rows() if row.is_object() and not row.at("name").text())
    return tuple(dict.fromkeys(copy for row in rows for copy in copies_in(row, ["email"], ["telephone"])))


def relations_of(
    case: Field, parties: tuple[CourtParty, ...], seen_on: date | None
) -> tuple[CourtRelation, ...]:
    """Read what each respondent says to be to the children; words that may name a place stay raw, and words
    about no child are named."""
    has_children = any(row.is_object() for row in case.at("children").rows())
    found: list[CourtRelation] = []
    for row in case.at("respondents").rows():
        if row.is_object() and (said := row.at("relationshipToChild")):
            read = _respondent(row, seen_on)
            key = next(party.key for party in parties if replace(read, key=party.key) == party)
            found.append(CourtRelation(key, "", *_relation(said)))
            if not has_children:
                said.reading.note("relation_to_no_child", said.path, said.value)
    return tuple(dict.fromkeys(found))


def _parties(case: Field, seen_on: date | None) -> Iterator[tuple[Field, CourtParty]]:
    is_person = case.at("citizenIsApplicant").yes()
    for row in case.at("applicants").rows():
        if row.is_object():
            yield row, _applicant(row, is_person)
    for row in case.at("respondents").rows():
        if row.is_object():
            yield row, _respondent(row, seen_on)
    for row in case.at("others").rows():
        if row.is_object() and (other := _other(row)):
            yield row, other


def _relation(said: Field) -> tuple[str, str]:
    words = short_words(said)
    kind = codes.RELATIONS.get(codes.folded(words))
    return (kind, "") if kind else ("other", words)


def _child(row: Field, seen_on: date | None) -> CourtChild:
    first, last = row.at("firstName").text(), row.at("lastName").text()
    birth = row.at("dateOfBirth")
    born_on, born_text = born(birth)
    warn_of_age(birth, born_on, seen_on, child=True)
    if not first and not last:
        row.reading.note("person_without_name", row.path)
    place = row.at("address")
    home = address_of(place)
    return CourtChild(
        key=made_key("child", first, last, born_on),
        first_name=first,
        last_name=last,
        born_on=born_on,
        born_text=born_text,
        gender=row.at("gender").code(codes.GENDERS),
        lives_with_address=home,
        living_situation=row.at("livingSituation").code(codes.LIVING_SITUATIONS) or "",
        details_flag=True
        if says_confidential(home, place)
        else _flag(row.flag("detailsHidden"), home is not None),
        parental_responsibility=row.at("fathersResponsibility").code(codes.FATHERS_RESPONSIBILITY) or "",
        social_worker=short_words(row.at("socialWorkerName")),
    )


def _applicant(row: Field, is_person: bool | None) -> CourtParty:
    """An applicant. The office of whoever is said to be no citizen is nobody's home and open; where that is
    not said, it protects (decision 0008)."""
    name = row.at("name").text()
    if not name:
        row.reading.note("person_without_name", row.path)
    lawyer = next((one for one in _colleagues(row) if codes.folded(_plain(one, "role")) == "solicitor"), None)
    flag = False if is_person is False else None
    return CourtParty(
        key=row.at("id").text() or made_key("applicant", name),
        role="applicant",
        last_name=name,
        address=address_of(row.at("address")),
        email=email_of(row.at("email")),
        phone=phone_of(row.at("phone")),
        address_flag=flag,
        email_flag=flag,
        phone_flag=flag,
        lawyer_name=_plain(lawyer, "fullName"),
        lawyer_email=_plain(lawyer, "email"),
        lawyer_phone=_plain(lawyer, "phone"),
        is_organisation=is_person is not True,
    )


def _respondent(row: Field, seen_on: date | None) -> CourtParty:
    first, last = row.at("firstName").text(), row.at("lastName").text()
    birth = row.at("dateOfBirth")
    born_on, born_text = born(birth)
    warn_of_age(birth, born_on, seen_on, child=False)
    if not first and not last:
        row.reading.note("person_without_name", row.path)
    place, phone = row.at("address"), phone_of(row.at("telephoneNumber"))
    address = address_of(place)
    hidden = row.flag("contactDetailsHidden")
    lawyer = row.at("solicitor")
    names = (lawyer.at("firstName").text(), lawyer.at("lastName").text())
    return CourtParty(
        key=made_key("respondent", first, last, born_on),
        role="respondent",
        first_name=first,
        last_name=last,
        born_on=born_on,
        born_text=born_text,
        gender=row.at("gender").code(codes.GENDERS),
        address=address,
        address_known=row.at("addressKnown").yes(),
        address_unknown_reason=_reason(row),
        phone=phone,
        address_flag=True if says_confidential(address, place) else _flag(hidden, address is not None),
        phone_flag=_flag(hidden, bool(phone)),
        represented=True if lawyer else None,
        lawyer_name=" ".join(name for name in names if name),
        lawyer_firm=lawyer.at("organisationName").text(),
        lawyer_email=email_of(lawyer.at("email")),
    )


def _other(row: Field) -> CourtParty | None:
    name = row.at("name").text()
    if not name:
        row.reading.warn("person_without_name", row.path, row.value)
        return None
    birth = row.at("dateOfBirth")
    born_on, born_text = born(birth)
    place, phone = row.at("address"), phone_of(row.at("telephone"))
    address = address_of(place)
    hidden = row.flag("detailsHidden")
    return CourtParty(
        key=made_key("other", name, born_on),
        role="other",
        last_name=name,
        born_on=born_on,
        born_text=born_text,
        gender=row.at("gender").code(codes.GENDERS),
        address=address,
        address_known=row.at("addressKnown").yes(),
        address_unknown_reason=_reason(row),
        phone=phone,
        address_flag=True if says_confidential(address, place) else _flag(hidden, address is not None),
        phone_flag=_flag(hidden, bool(phone)),
    )


def _flag(hidden: bool | None, is_there: bool) -> bool | None:
    """Say what the court's flag says of a detail: a No beside a detail that is missing says nothing."""
    return None if hidden is False and not is_there else hidden


def _reason(row: Field) -> str:
    field = row.at("addressUnknownReason")
    reason = field.code(codes.ADDRESS_UNKNOWN_REASONS) or ""
    if reason == "person_deceased":
        field.reading.note("person_said_deceased", field.path)
    return reason


def _colleagues(row: Field) -> list[object]:
    colleagues = row.at("colleagues").value
    return colleagues if isinstance(colleagues, list) else [colleagues]


def _plain(colleague: object, name: str) -> str:
    """Read a text of a colleague, who is kept whole in the raw case."""
    value = colleague.get(name) if isinstance(colleague, dict) else None
    return clean(value) if isinstance(value, str) else ""

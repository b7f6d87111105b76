"""The adults of an invented family as the private-law service sends them."""

from lles.site.synthetic.facts import Address, Adult, Payload

FLAGS = ("isAddressConfidential", "isEmailAddressConfidential", "isPhoneNumberConfidential")


def applicant_row(adult: Adult) -> Payload:
    """An applicant, with the three flags the applicant set."""
    flag = "Yes" if adult.confidential else "No"
    said = _person(adult) | {
        **dict.fromkeys(FLAGS, flag),
        "isAtAddressLessThan5Years": "Yes" if adult.earlier else "No",
        "canYouProvideEmailAddress": "Yes" if adult.email else "No",
    }
    return said | _earlier(adult)


def respondent_row(adult: Adult) -> Payload:
    """A respondent has no flags until somebody has asked."""
    said = _person(adult) | {
        "isDateOfBirthKnown": "Yes",
        "isCurrentAddressKnown": "Yes" if adult.address else "No",
        "canYouProvideEmailAddress": "Yes" if adult.email else "No",
        "canYouProvidePhoneNumber": "Yes" if adult.phone else "No",
        "isAtAddressLessThan5YearsWithDontKnow": "yes" if adult.earlier else "dontKnow",
    }
    if adult.confidential is not None:
        flag = "Yes" if adult.confidential else "No"
        said |= dict.fromkeys(FLAGS, flag)
    return said | _earlier(adult)


def _person(adult: Adult) -> Payload:
    said: Payload = {
        "firstName": adult.first_name,
        "lastName": adult.last_name,
        "dateOfBirth": adult.born_on.isoformat(),
        "gender": adult.gender,
        "address": address_row(adult.address),
        **_lawyer(adult),
    }
    optional = {
        "previousName": adult.previous_name,
        "placeOfBirth": adult.born_in,
        "phoneNumber": adult.phone,
        "email": adult.email,
    }
    return said | {name: value for name, value in optional.items() if value}


def _earlier(adult: Adult) -> Payload:
    told = "\n".join(place.in_one_line() for place in adult.earlier)
    if told and adult.address:
        told = f"{adult.address.in_one_line()} (now)\n{told}"
    return {"addressLivedLessThan5YearsDetails": told} if told else {}


def _lawyer(adult: Adult) -> Payload:
    if adult.lawyer is None:
        return {"doTheyHaveLegalRepresentation": "no"}
    return {
        "doTheyHaveLegalRepresentation": "yes",
        "representativeFirstName": adult.lawyer.first_name,
        "representativeLastName": adult.lawyer.last_name,
        "solicitorOrg": {"OrganisationName": adult.lawyer.firm},
        "solicitorEmail": adult.lawyer.email,
        "solicitorTelephone": adult.lawyer.phone,
    }


def other_row(adult: Adult) -> Payload:
    """Another person of the case."""
    return {
        "firstName": adult.first_name,
        "lastName": adult.last_name,
        "isDateOfBirthKnown": "Yes",
        "dateOfBirth": adult.born_on.isoformat(),
        "gender": {"female": "Female", "male": "Male"}[adult.gender],
        "isCurrentAddressKnown": "Yes" if adult.address else "No",
        "address": address_row(adult.address),
    }


def address_row(address: Address | None) -> Payload:
    """An address in the letters of this service; none is an empty object, as at the court."""
    if address is None:
        return {}
    return {
        "AddressLine1": address.street,
        "AddressLine2": "",
        "AddressLine3": "",
        "PostTown": address.town,
        "County": address.county,
        "Country": address.country,
        "PostCode": address.postcode,
    }


def confidential_row(adult: Adult) -> Payload:
    """What the court repeats of an applicant who asked that it is not told."""
    return {
        "firstName": adult.first_name,
        "lastName": adult.last_name,
        "email": adult.email,
        "phoneNumber": adult.phone,
        "address": address_row(adult.address),
    }

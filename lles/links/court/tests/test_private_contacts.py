"""What a private-law case says of where persons can be found, in every shape, and whether it is protected."""

from __future__ import annotations

import json

import pytest

from lles.links.court.facts import CourtAddress, LocationCopy
from lles.links.court.json_tree import loads
from lles.links.court.payload import read_case
from lles.links.court.tests.invented import address, private_case, read_private, row, warned


def test_it_keeps_the_copies_of_confidential_details_with_their_party() -> None:
    copies = read_private().parties[0].copies
    assert [copy.kind for copy in copies] == ["email", "phone", "address"]
    assert copies[0] == LocationCopy("email", "copy@example.org")
    assert copies[2].address is not None
    assert copies[2].address.postcode == "CF99 1AA"


def test_it_gives_copies_that_name_nobody_to_nobody() -> None:
    case = read_private(applicantsConfidentialDetails=[row("s", firstName="Nobody", email="x@example.org")])
    assert [party.copies for party in case.parties] == [(), (), ()]
    assert case.copies_of_nobody == (LocationCopy("email", "x@example.org"),)
    assert warned(case)["case_data.applicantsConfidentialDetails[0]"] == "confidential_details_of_nobody"


def test_it_gives_copies_of_two_applicants_of_one_name_to_nobody() -> None:
    same = [row(key, firstName="Olwen", lastName="Prydderch", landline=key) for key in ("one", "two")]
    case = read_private(applicants=same)
    assert [party.copies for party in case.parties] == [(), (), (), ()]
    assert [copy.kind for copy in case.copies_of_nobody] == ["email", "phone", "address"]
    assert warned(case)["case_data.applicantsConfidentialDetails[0]"] == "confidential_details_of_nobody"


def test_it_keeps_where_an_other_person_without_a_name_can_be_found() -> None:
    nameless = row(
        "p",
        address=address("x"),
        email="x@example.org",
        phoneNumber="07700 900777",
        landline="01632 960777",
        addressLivedLessThan5YearsDetails="9 Low Road",
    )
    case = read_private(otherPeopleInTheCaseTable=[nameless])
    assert len(case.parties) == 2
    assert [(copy.kind, copy.value) for copy in case.copies_of_nobody] == [
        ("email", "x@example.org"),
        ("phone", "07700 900777"),
        ("phone", "01632 960777"),
        ("address", "x Quarry Lane, x Upper Row, x Nant, x Tref, x Sir, CF99 1AA, x Wales"),
        ("address", "9 Low Road"),
    ]


def test_it_warns_where_a_flag_says_no_beside_a_confidential_copy() -> None:
    changed = private_case()
    changed["case_data"]["applicants"][0]["value"]["isPhoneNumberConfidential"] = "No"
    assert "confidential_flag_contradicted" in warned(read_case(changed)).values()


@pytest.mark.parametrize(
    ("came", "flag"), [("Yes", True), ("No", False), ("yes", True), ("", None), ("TEST", None)]
)
def test_it_reads_a_flag_that_was_not_said_as_not_said(came: str, flag: bool | None) -> None:
    case = read_private(respondents=[row("p", firstName="A", isAddressConfidential=came)])
    assert case.parties[1].address_flag is flag


FLAGS = [
    ("isAddressConfidential", "address_flag"),
    ("isEmailAddressConfidential", "email_flag"),
    ("isPhoneNumberConfidential", "phone_flag"),
]


@pytest.mark.parametrize(("name", "fact"), FLAGS)
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("Yes", "No"), True),
        (("No", "Yes"), True),
        (("TEST", "No"), None),
        (("No", "TEST"), None),
        (("No", "no"), False),
        (("", "No"), False),
        (("Yes", ""), True),
    ],
)
def test_it_protects_where_a_flag_says_two_things(
    name: str, fact: str, said: tuple[str, str], expected: bool | None
) -> None:
    first, last = said
    other_spelling = name[0].upper() + name[1:]
    for second in (name, other_spelling):
        text = json.dumps(private_case(respondents=[row("p", firstName="A", MARK="")]))
        text = text.replace('"MARK": ""', f'"{name}": "{first}", "{second}": "{last}"')
        assert getattr(read_case(loads(text.encode())).parties[1], fact) is expected


def test_it_names_a_second_spelling_that_says_something_else() -> None:
    case = read_private(
        respondents=[row("p", firstName="A", isAddressConfidential="No", IsAddressConfidential="Yes")]
    )
    assert warned(case)["case_data.respondents[0].value.IsAddressConfidential"] == "unknown_field"


def test_it_takes_an_address_that_says_confidential_for_protected() -> None:
    place = {"AddressLine1": "CONFIDENTIAL - c/o the court", "PostCode": "CF991AA"}
    case = read_private(respondents=[row("p", firstName="A", address=place, isAddressConfidential="No")])
    assert case.parties[1].address == CourtAddress(
        lines=("CONFIDENTIAL - c/o the court",), postcode="CF991AA"
    )
    assert case.parties[1].address_flag is True


def test_it_keeps_an_address_that_came_as_one_text() -> None:
    case = read_private(respondents=[row("p", firstName="A", address="1 Low Road, Nant")])
    assert case.parties[1].address == CourtAddress(lines=("1 Low Road, Nant",))


LINES = ("1 Low Road", "Nant", "CF99 1AA")


NESTED = {"AddressLine1": "1 Low Road", "PostTown": "Nant", "PostCode": "CF99 1AA"}


@pytest.mark.parametrize(
    "place",
    [
        list(LINES),
        [*LINES, None, ""],
        {"value": NESTED},
        {"current": list(LINES)},
        [NESTED],
        [{"value": NESTED}],
    ],
)
def test_it_reads_an_address_of_another_shape(place: object) -> None:
    home = {"partyId": "party-1", "childAddress": place}
    case = read_private(
        respondents=[row("p", firstName="A", address=place)],
        children=[row("c", firstName="B", whoDoesTheChildLiveWith=home)],
    )
    assert case.parties[1].address == case.children[0].lives_with_address == CourtAddress(lines=LINES)
    assert warned(case)["case_data.respondents[0].value.address"] == "wrong_shape"


def test_it_reads_an_address_beside_one_that_lies_deeper() -> None:
    case = read_private(
        respondents=[
            row("p", firstName="A", address={"AddressLine1": "Flat 2", "place": {**NESTED, "new": 1}})
        ]
    )
    assert case.parties[1].address == CourtAddress(lines=("Flat 2", *LINES))
    assert warned(case)["case_data.respondents[0].value.address.place.new"] == "unknown_field"


def test_it_takes_a_list_of_lines_that_says_confidential_for_protected() -> None:
    place = ["Confidential", "1 Low Road"]
    case = read_private(respondents=[row("p", firstName="A", address=place, isAddressConfidential="No")])
    assert case.parties[1].address_flag is True

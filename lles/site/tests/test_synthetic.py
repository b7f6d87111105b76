"""Invented families are the same every time, are nobody's, and read as the courts' own answers do."""

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import islice

import pytest

from lles.law.calendar import court_calendar
from lles.law.jurisdiction import Nation, Residence, nation_of_child
from lles.links.court.facts import CourtCase
from lles.links.court.payload import leaves, loads, read_answer
from lles.links.mail import read_message
from lles.links.pdf_reader import places
from lles.links.uploads import examine
from lles.site.synthetic import (
    Family,
    Payload,
    Wish,
    answer,
    documents_of,
    draw_family,
    draw_public_family,
    many,
    notice,
    private_case,
    public_case,
)
from lles.site.synthetic.odd import every_oddity, without_number

DAY = date(2026, 3, 9)
HIDDEN = Wish(court="chester", town="wrexham", confidential=True, children=2, letter_ordered_in_days=6)
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
PHONE = re.compile(r"\b0\d[\d ]{8,}\b")
SIX_PLACES = (
    "applicants[0].value.address.",
    "addressLivedLessThan5YearsDetails",
    "applicantsConfidentialDetails",
    "childAddress",
    "parentalResponsibilityDetails",
)
EMAIL = re.compile(r"[\w.-]+@[\w.-]+")


def read(*cases: Payload) -> tuple[CourtCase, ...]:
    return read_answer(loads(json.dumps(answer(cases)).encode())).cases


def words(payload: Payload) -> Iterator[str]:
    return (str(value) for _, value in leaves(payload))


def hidden_family() -> Family:
    """A family that moved, so that it has earlier addresses to hide as well."""
    found = (draw_family(11, number, DAY, HIDDEN) for number in range(1, 50))
    return next(family for family in found if family.applicants[0].earlier)


def test_it_makes_the_same_family_however_many_are_asked_for() -> None:
    few, more = list(many(3, 7, DAY)), list(islice(many(500, 7, DAY), 3))
    assert json.dumps(few) == json.dumps(more)
    assert json.dumps(few) != json.dumps(list(many(3, 8, DAY)))


def test_it_is_bound_to_these_bytes() -> None:
    case = private_case(draw_family(1, 417, DAY))
    digest = hashlib.sha256(json.dumps(case, sort_keys=True).encode()).hexdigest()
    assert (case["id"], digest[:16]) == (9_900_000_100_000_417, "603faf841a128121")


def test_it_reads_as_an_answer_of_the_court_without_a_warning() -> None:
    cases = read(*many(300, 5, DAY))
    assert [warning for case in cases for warning in case.warnings] == []
    assert all(case.number and case.children and len(case.parties) == 2 and case.hearings for case in cases)


def test_it_never_gives_two_cases_one_number() -> None:
    numbers = [case["id"] for case in many(400, 3, DAY)]
    assert len(set(numbers)) == 400
    assert all(len(str(number)) == 16 and int(str(number)) > 2**53 for number in numbers)


def test_it_lives_on_working_days_in_the_right_order() -> None:
    calendar = court_calendar()
    for number in range(1, 200):
        days = draw_family(2, number, DAY).days
        assert days.hearing_at is not None
        all_days = [days.submitted_on, days.issued_on, days.hearing_at.date()]
        assert all_days == sorted(all_days)
        assert all(calendar.is_working(day) for day in all_days)


def test_it_holds_children_who_are_children_and_parents_who_could_be_theirs() -> None:
    for number in range(1, 300):
        family = draw_family(4, number, DAY)
        eldest = min(child.born_on for child in family.children)
        ages = [(family.days.issued_on - child.born_on).days for child in family.children]
        assert all(0 <= age < 18 * 365.25 for age in ages)
        assert all((eldest - adult.born_on).days > 16 * 365 for adult in family.adults)


def test_it_reaches_nobody() -> None:
    told = [text for case in many(200, 9, DAY) for text in words(case)]
    assert all(set("CIKMOV") & set(code[-2:]) for text in told for code in POSTCODE.findall(text))
    assert all(found.startswith(("07700 900", "01632 960")) for text in told for found in PHONE.findall(text))
    assert all(found.endswith("@example.org") for text in told for found in EMAIL.findall(text))


def test_it_repeats_a_protected_address_in_all_six_places() -> None:
    family = hidden_family()
    street = family.applicants[0].address.street if family.applicants[0].address else ""
    paths = [path for path, value in leaves(private_case(family)) if street in str(value)]
    for part in SIX_PLACES[:5]:
        assert any(part in path for path in paths), part
    assert any(street in place.text for content in documents_of(family).values() for place in places(content))


def seventh_places(family: Family, case: Payload) -> set[str]:
    allowed = ("applicants[0].value.", *SIX_PLACES)
    told = [path for path, value in leaves(case) if any(detail in str(value) for detail in family.protected)]
    return {path for path in told if not any(part in path for part in allowed)}


def test_it_tells_a_protected_detail_in_no_seventh_place() -> None:
    family = hidden_family()
    assert seventh_places(family, private_case(family)) == set()
    leaking = private_case(family) | {"note": f"call her on {family.applicants[0].phone}"}
    assert seventh_places(family, leaking) == {"note"}


def test_it_shares_a_protected_detail_with_no_other_family() -> None:
    family = hidden_family()
    others = " ".join(text for number in range(100, 130) for text in words(_case(number)))
    assert not any(detail in others for detail in family.protected)


def _case(number: int) -> Payload:
    return private_case(draw_family(11, number, DAY))


def test_it_shows_protected_details_on_the_confidential_form_alone() -> None:
    family = hidden_family()
    papers = {name: " ".join(place.text for place in places(content)) for name, content in _papers(family)}
    assert all(any(detail in text for text in papers.values()) for detail in _current(family))
    others = [text for name, text in papers.items() if "not to be told" not in text]
    assert others
    assert not any(detail in text for text in others for detail in family.protected)


def _papers(family: Family) -> list[tuple[str, bytes]]:
    return list(documents_of(family).items())


def _current(family: Family) -> list[str]:
    mother = family.applicants[0]
    assert mother.address is not None
    return [mother.address.street, mother.address.postcode, mother.phone, mother.email]


def test_it_leaves_the_flags_of_respondents_unsaid() -> None:
    (case,) = read(private_case(hidden_family()))
    applicant, respondent = case.parties
    assert (applicant.address_flag, applicant.phone_flag, applicant.email_flag) == (True, True, True)
    assert (respondent.address_flag, respondent.phone_flag, respondent.email_flag) == (None, None, None)
    assert {copy.kind for copy in applicant.copies} == {"address", "phone", "email"}


def test_it_puts_a_family_in_the_nation_of_its_town() -> None:
    (case,) = read(private_case(hidden_family()))
    home = case.children[0].lives_with_address
    assert home is not None
    assert nation_of_child(Residence(postcode=home.postcode), DAY).nation is Nation.WALES


def test_it_directs_a_letter_by_a_day() -> None:
    (case,) = read(private_case(draw_family(6, 1, DAY, HIDDEN)))
    (order,) = case.orders
    assert order.reports == ("safeguarding_letter",)
    assert order.filing_due_on == date(2026, 3, 17)
    assert order.paper_key in {paper.key for paper in case.papers}


def test_it_lists_the_papers_it_can_give() -> None:
    family = hidden_family()
    (case,) = read(private_case(family))
    assert {paper.key for paper in case.papers} == set(documents_of(family))
    assert all(content.startswith(b"%PDF") for content in documents_of(family).values())


def test_it_makes_a_public_law_case_whose_address_is_withheld() -> None:
    (case,) = read(public_case(draw_public_family(3, 1, DAY)))
    assert (case.service, case.warnings) == ("public", ())
    assert "care" in case.kinds
    assert all(child.details_flag and child.lives_with_address is None for child in case.children)


def test_it_makes_odd_cases_that_are_read_with_a_warning_or_have_no_number() -> None:
    sound = private_case(draw_family(8, 1, DAY))
    nameless, *others = read(*every_oddity(sound))
    assert nameless.number is None
    assert without_number(sound) != sound
    assert sum(bool(case.warnings) for case in others) >= 3


@pytest.mark.parametrize("court", ["leeds", "telford"])
def test_it_can_go_to_a_pathfinder_court(court: str) -> None:
    from lles.law.pathway import Pathway, pathway_of

    (case,) = read(private_case(draw_family(8, 2, DAY, Wish(court=court))))
    decided = pathway_of(case.kinds, case.court_code, case.court_name, case.submitted_on)
    assert decided.pathway is Pathway.PATHFINDER


def test_a_notice_by_mail_is_the_same_each_time_and_reads_as_a_message() -> None:
    family = draw_family(3, 1, DAY, Wish(court="chester", confidential=True))
    sent_at = datetime(2026, 3, 3, 15, 10, tzinfo=UTC)
    content = notice(family, sent_at)
    assert content == notice(family, sent_at)
    message = read_message(content)
    assert (message.sent_at, message.warnings) == (sent_at, ())
    assert [one.name for one in message.attached] == ["Cais C100.pdf", "Manylion cyswllt C8.pdf"]
    assert all(examine(one.name, one.content).kind.name == "pdf" for one in message.attached)
    assert not any(detail in message.text for detail in family.protected)

"""Recording an answer of several facts, what is not needed, and the checks of many cases."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.utils import timezone

from lles.casefile import locations
from lles.casefile.changes.checks import Found, ask_check, open_checks, record_check_answer
from lles.casefile.forms.checks import PartialDayField
from lles.casefile.forms.fields import MONTHS
from lles.casefile.models import Case, Check, CheckFact, Officer, Party
from lles.casefile.tests.pages import client_of, day, fill, said, statements, summary_of, text_of

CONVICTED = {"outcome-0": "convicted", "began-0": "March 2015", "subject-0": "assault", "rows": "2"}
DROPPED = {"outcome-1": "no_further_action", "began-1": "2021", "passing_on-1": "nothing"}
KNOWN = {"identified_by": ["name", "date_of_birth"]}


@pytest.fixture
def check(case: Case, own: Officer, now: datetime) -> Check:
    found = next(one for one in open_checks(case=case, by=own, at=now) if one.kind == Check.POLICE)
    ask_check(case=case, by=own, at=now, check=found, body="north-wales", asked_on=now.date())
    found.refresh_from_db()
    return found


def _path(check: Check, page: str) -> str:
    return f"/cases/{check.case.reference}/checks/{check.pk}/{page}/"


def test_an_answer_of_two_facts_is_recorded_and_each_shows_its_own_sentence(
    case: Case, own: Officer, check: Check
) -> None:
    typed = CONVICTED | DROPPED | day("received_on", timezone.localdate())
    assert fill(client_of(own), _path(check, "answer"), **KNOWN, **typed).status_code == 302
    facts = CheckFact.objects.values_list("outcome", "began", "subject", "passing_on")
    assert list(facts) == [
        ("convicted", "2015-03", "assault", "sentence"), ("no_further_action", "2021", "", "nothing"),
    ]  # fmt: skip
    page = text_of(client_of(own), f"/cases/{case.reference}/checks/")
    assert "March 2015: “assault”" in page
    assert "took no further action" in page
    assert "May not be passed on" in page
    assert page.count("with its date and what it is about") == 1


def test_an_answer_that_is_passed_on_whole_says_so_beside_the_most_a_letter_may_say(
    case: Case, own: Officer, check: Check
) -> None:
    whole = {"as_received-0": "PNC: one arrest.", "as_received_language-0": "en", "passing_on-0": "text"}
    typed = {"outcome-0": "arrest", **whole, **day("received_on", timezone.localdate())}
    assert fill(client_of(own), _path(check, "answer"), **KNOWN, **typed).status_code == 302
    page = text_of(client_of(own), f"/cases/{case.reference}/checks/")
    assert "what it is about, and the answer as it was received" in page


def test_the_strongest_sentence_is_shown_before_anything_is_recorded(own: Officer, check: Check) -> None:
    answer = fill(client_of(own), _path(check, "answer"), **KNOWN, **CONVICTED, preview="yes")
    assert answer.status_code == 200
    assert "The most a letter may say:</strong> “There is a conviction by a court.”" in said(answer)
    assert 'value="assault"' in said(answer)
    assert "where you pass on all of it, the answer as it was received too" in said(answer)
    assert not CheckFact.objects.exists()


@pytest.mark.parametrize("language", ["en", "cy"])
def test_room_for_one_more_fact_keeps_what_was_typed(own: Officer, check: Check, language: str) -> None:
    typed = {"outcome-0": "arrest", "subject-0": "Tŷ", "more": "yes"}
    page = said(fill(client_of(own, language), _path(check, "answer"), **typed))
    assert 'name="outcome-1"' in page
    assert 'value="Tŷ"' in page


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"began-0": "soon"}, "Enter a year, a month and a year, or a whole date"),
        ({"began-0": "2999"}, "Date must be today or in the past"),
        ({"began-0": "2020", "ended-0": "2019"}, "It cannot end before it begins"),
        ({"rows": "2", "subject-1": "assault"}, "Choose the word for what you typed"),
    ],
)
def test_what_cannot_be_is_said(own: Officer, check: Check, typed: dict[str, str], message: str) -> None:
    given = {"outcome-0": "arrest"} | typed | day("received_on", timezone.localdate())
    answer = fill(client_of(own), _path(check, "answer"), **KNOWN, **given)
    assert message in summary_of(answer)
    assert not CheckFact.objects.exists()


def test_a_subject_that_says_more_than_its_word_asks_for_a_reason(own: Officer, check: Check) -> None:
    given = {"outcome-0": "arrest", "subject-0": "convicted of assault"} | day(
        "received_on", timezone.localdate()
    )
    answer = fill(client_of(own), _path(check, "answer"), **KNOWN, **given)
    assert "says more than the word you chose" in said(answer)
    assert not CheckFact.objects.exists()


def test_a_check_that_is_not_needed_is_asked_of_nobody(case: Case, own: Officer, check: Check) -> None:
    assert (
        fill(client_of(own), _path(check, "not-needed"), reason="The same person twice.").status_code == 302
    )
    page = text_of(client_of(own), f"/cases/{case.reference}/checks/")
    assert "The same person twice." in page


def test_whom_to_ask_is_suggested_and_no_address_is_shown(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    lines = ("1 Old Road", "Mold", "CH7 1AA")
    locations.keep(case, [locations.Detail(f"party:{father.pk}", "address", lines, None, "party")], now)
    open_checks(case=case, by=own, at=now)
    page = text_of(client_of(own), f"/cases/{case.reference}/checks/")
    assert "Flintshire County Council" in page
    assert "Old Road" not in page
    assert "CH7" not in page


@pytest.mark.parametrize(
    ("language", "nowhere", "no_area"),
    [
        ("en", "no address of this person is recorded", "the address recorded does not tell its area"),
        ("cy", "nid oes cyfeiriad i'r person hwn", "nid yw'r cyfeiriad a gofnodwyd yn dangos ei ardal"),
    ],
)
def test_a_check_says_why_nobody_knows_whom_to_ask(
    case: Case, own: Officer, father: Party, now: datetime, language: str, nowhere: str, no_area: str
) -> None:
    open_checks(case=case, by=own, at=now)
    page = text_of(client_of(own, language), f"/cases/{case.reference}/checks/")
    assert nowhere in page
    assert no_area not in page
    lines = ("1 Old Road", "A hamlet")
    locations.keep(case, [locations.Detail(f"party:{father.pk}", "address", lines, None, "party")], now)
    assert no_area in text_of(client_of(own, language), f"/cases/{case.reference}/checks/")


def test_many_checks_are_asked_at_once_by_whoever_works_on_many_cases(
    case: Case, check: Check, father: Party, officer_with: Callable[..., Officer], now: datetime
) -> None:
    lines = ("1 Old Road", "Mold", "CH7 1AA")
    locations.keep(case, [locations.Detail(f"party:{father.pk}", "address", lines, None, "party")], now)
    clerk = officer_with("checks_clerk", username="clerk")
    client = client_of(clerk)
    page = text_of(client, "/checks/")
    assert "Overdue" in page
    assert "Nobody knows yet whom to ask" in page
    ticked = [str(pk) for pk in case.checks.values_list("pk", flat=True)]
    client.post("/checks/", {"check": ticked})
    check.refresh_from_db()
    assert check.chased_on == timezone.localdate()
    asked = case.checks.filter(party=father, asked_on=timezone.localdate())
    assert {one.body for one in asked} >= {"north-wales"}


def test_a_stranger_has_no_check_of_the_case_in_the_list(check: Check, stranger: Officer) -> None:
    client = client_of(stranger)
    assert check.case.reference not in text_of(client, "/checks/")
    client.post("/checks/", {"check": [str(check.pk)]})
    assert not check.chases.exists()


def test_the_list_asks_as_little_of_many_checks_as_of_few(
    case: Case, check: Check, own: Officer, now: datetime
) -> None:
    client = client_of(own)
    client.get("/checks/")
    with statements() as few:
        client.get("/checks/")
    for number in range(2, 12):
        Check.objects.create(case=case, party=check.party, kind="police", number=number, opened_at=now)
    with statements() as many:
        client.get("/checks/")
    assert len(many) == len(few) <= 8


def test_words_that_name_a_protected_place_open_on_purpose_alone(
    case: Case, own: Officer, check: Check, now: datetime
) -> None:
    record_check_answer(
        case=case, by=own, at=now, check=check, identified_by=["name", "date_of_birth"],
        found=[Found("incident", as_received="Called to 7 Heol y Dŵr, LL11 1ZZ.", passing_on="text")],
        received_on=now.date(),
    )  # fmt: skip
    path, client = f"/cases/{case.reference}/checks/", client_of(own)
    assert "Heol y Dŵr" not in text_of(client, path)
    fact = check.answers.get().facts.get()
    assert "Heol y Dŵr" in said(client.post(path, {"fact": str(fact.pk)}))
    assert case.sightings.filter(what=f"location:answer:{fact.pk}", officer=own).count() == 1
    assert client.post(path, {"fact": "0"}).status_code == 404


@pytest.mark.parametrize("month", MONTHS)
def test_every_month_is_understood_by_its_name(month: str) -> None:
    assert PartialDayField(required=False).clean(f"{month.title()} 2015") == f"2015-{MONTHS[month]:02d}"

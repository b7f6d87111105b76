"""The pages of introductory letters: how far each is, the decision, a preview, and the way to serving."""

from datetime import UTC, date, datetime

import pytest

from lles.casefile.changes.application_facts import FactSaid, record_application_fact
from lles.casefile.models import Case, Disclosure, Document, Hearing, Officer, Party
from lles.casefile.register import Event, Occasion
from lles.casefile.tests.pages import client_of, fill, said, statements, summary_of, text_of
from lles.work.introductions.models import Decision
from lles.work.introductions.work import case_changed

MOST_STATEMENTS = 16


@pytest.fixture
def page(case: Case, service: Officer, now: datetime) -> str:
    Hearing.objects.create(
        case=case, court_key="h", type_code="ABA5-FHR", starts_at=datetime(2026, 4, 9, 9, tzinfo=UTC)
    )
    case_changed(Occasion(Event.APPLICATION_RECEIVED, case, service, now))
    return f"/cases/{case.reference}/introductions/"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Introductory letters", "Due Mon 9 March", "Not made yet", "Preview in Welsh (PDF)"]),
        ("cy", ["Llythyrau cyflwyno", "Heb ei wneud eto", "Rhagolwg yn Gymraeg (PDF)"]),
    ],
)
def test_the_page_says_how_far_each_is(page: str, own: Officer, language: str, words: list[str]) -> None:
    text = text_of(client_of(own, language), page)
    assert [one for one in words if one not in text] == []


def test_the_letters_are_made_and_lead_to_serving(
    page: str, case: Case, own: Officer, mother: Party, father: Party
) -> None:
    client = client_of(own)
    typed = {f"goes-{mother.pk}": "goes", f"goes-{father.pk}": "at_risk"}
    answer = fill(client, f"{page}make/", **typed)
    assert "Write down the reason for Gareth Bevan" in summary_of(answer)
    assert not Document.objects.exists()
    typed[f"because-{father.pk}"] = "He has threatened her over letters."
    assert fill(client, f"{page}make/", **typed).status_code == 302
    assert Document.objects.get().reader == "applicant-1"
    assert Decision.objects.get().party == father
    text = text_of(client, page)
    assert "Not served yet" in text
    assert "it would put someone at risk" in text
    serving = case.servings.get()
    assert f"/cases/{case.reference}/serving/{serving.pk}/" in text
    assert "Serve: Introductory letter: Siân Morris" in text_of(client, f"/cases/{case.reference}/tasks/")


def test_a_letter_kept_back_may_go_with_a_reason(
    page: str, own: Officer, mother: Party, father: Party
) -> None:
    client = client_of(own)
    keep = {f"goes-{one.pk}": "without_notice" for one in (mother, father)}
    keep |= {f"because-{one.pk}": "The hearing comes first." for one in (mother, father)}
    assert fill(client, f"{page}make/", **keep).status_code == 302
    go = {f"goes-{one.pk}": "goes" for one in (mother, father)}
    assert "Write down the reason for Siân Morris" in summary_of(fill(client, f"{page}make/", **go))
    go |= {f"because-{one.pk}": "The judge told both." for one in (mother, father)}
    assert fill(client, f"{page}make/", **go).status_code == 302
    assert {one.reader for one in Document.objects.all()} == {"applicant-1", "respondent-1"}


def test_a_preview_is_the_real_letter_and_stands_in_the_ledger(
    page: str, own: Officer, mother: Party
) -> None:
    client = client_of(own)
    answer = client.get(f"{page}{mother.pk}/cy/")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert Disclosure.objects.get().purpose == "preview"
    client.get(f"{page}{mother.pk}/cy/")
    assert Disclosure.objects.count() == 1
    assert client.get(f"{page}{mother.pk}/pl/").status_code == 404
    assert client.get(f"{page}0/cy/").status_code == 404


def test_who_only_sees_the_case_sees_how_far_it_is_and_no_reason(
    page: str, own: Officer, mother: Party, father: Party, officer_with: object
) -> None:
    typed = {f"goes-{one.pk}": "at_risk" for one in (mother, father)}
    typed |= {f"because-{one.pk}": "He opens her post." for one in (mother, father)}
    fill(client_of(own), f"{page}make/", **typed)
    auditor = client_of(officer_with("auditor"))  # type: ignore[operator]  # it is there in this test
    assert "He opens her post." not in text_of(auditor, page)
    assert "He opens her post." in text_of(client_of(own), page)
    assert auditor.get(f"{page}make/").status_code == 403


def test_a_case_of_public_law_has_no_such_page(page: str, case: Case, own: Officer) -> None:
    Case.objects.filter(pk=case.pk).update(law="public", pathway="public-law")
    assert client_of(own).get(page).status_code == 404


def test_the_page_asks_the_database_a_constant_number_of_times(page: str, own: Officer) -> None:
    client = client_of(own)
    client.get(page)
    with statements() as sent:
        client.get(page)
    assert len(sent) <= MOST_STATEMENTS


def test_asked_for_a_language_without_an_answer_stands_on_people(
    page: str, case: Case, own: Officer, father: Party
) -> None:
    Party.objects.filter(pk=father.pk).update(language="", language_asked_on=date(2026, 3, 5))
    text = text_of(client_of(own), f"/cases/{case.reference}/people/")
    assert "Asked on Thu 5 March, no answer yet" in text
    assert "Record the language" in said(client_of(own).get(f"/cases/{case.reference}/people/"))


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "the application is without notice"), ("cy", "mae'r cais heb rybudd")],
)
def test_without_notice_the_form_asks_why_a_letter_may_go_all_the_same(
    page: str,
    case: Case,
    own: Officer,
    mother: Party,
    father: Party,
    now: datetime,
    language: str,
    words: str,
) -> None:
    said = FactSaid("urgency", "yes", "c100", without_notice=True)
    record_application_fact(case=case, by=own, at=now, said=said)
    client = client_of(own, language)
    assert words in text_of(client, page)
    go = {f"goes-{one.pk}": "goes" for one in (mother, father)}
    refused = summary_of(fill(client, f"{page}make/", **go))
    assert "Gareth Bevan" in refused
    assert "Siân Morris" not in refused
    assert not Document.objects.exists()

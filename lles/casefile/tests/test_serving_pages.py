"""The pages of serving: what is offered, the address for the envelope, what is recorded, and who got what."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from lles.casefile.changes.conversations import SafeWay, record_safe_contact
from lles.casefile.changes.filing import seal_documents
from lles.casefile.changes.serving import open_serving
from lles.casefile.locations import ADDRESS, Detail, keep
from lles.casefile.models import Case, Filing, Officer, Party, SafeContact, Served, Serving, Sighting
from lles.casefile.tests.pages import client_of, day, fill, said, statements, summary_of, text_of
from lles.casefile.tests.pdfs import note
from lles.law.bilingual import LANGUAGES

KIND, MOST_STATEMENTS = "safeguarding_letter", 24
HOME = ("7 Heol y Dŵr", "Wrexham", "LL11 1ZZ")
NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


@pytest.fixture
def serving(case: Case, own: Officer, mother: Party, now: datetime) -> Serving:
    """The mother's letter, in both languages, which may be served now."""
    words = "The hearing is on 9 April 2026."
    both = [note(words, now, "applicant-1", one) for one in LANGUAGES]
    made = [replace(one, kind=KIND) for one in (note(words, now), *both)]
    seal_documents(case=case, by=own, at=now, kind=KIND, made=made, court_type="Safeguarding_Letter")
    open_serving(case=case, by=own, at=now, kind=KIND, version=1)
    return Serving.objects.get(party=mother)


@pytest.fixture
def page(serving: Serving) -> str:
    return f"/cases/{serving.case.reference}/serving/{serving.pk}/"


def safe(serving: Serving, own: Officer, letters: bool = True) -> None:
    record_safe_contact(
        case=serving.case, by=own, at=NOW, party=serving.party, safe_way=SafeWay(letters=letters)
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Serve a document on Siân Morris", "Known, and protected", "By hand, at court", "(PDF)"]),
        ("cy", ["Cyflwyno dogfen i Siân Morris", "Yn hysbys, ac wedi'i ddiogelu", "Â llaw, yn y llys"]),
    ],
)
def test_the_page_says_what_is_safe_and_never_where(
    page: str, own: Officer, language: str, words: list[str]
) -> None:
    text = text_of(client_of(own, language), page)
    assert all(one in text for one in words)
    assert "E-mail" not in text.split("<form", 1)[1]
    assert not any(line in text for line in HOME)


def test_who_has_a_letter_in_both_languages_is_offered_to_be_served_once(
    serving: Serving, own: Officer
) -> None:
    documents = text_of(client_of(own), f"/cases/{serving.case.reference}/documents/")
    assert documents.count("Not served yet") == 2
    assert documents.count(f'href="/cases/{serving.case.reference}/serving/{serving.pk}/"') == 1


def test_somebody_who_is_served_at_court_stands_on_documents_with_the_way_and_the_day(
    serving: Serving, page: str, own: Officer
) -> None:
    client = client_of(own)
    answer = fill(client, page, way="at_court", clock="10am", **day("on", date(2026, 3, 5)))
    assert answer.status_code == 302
    assert Served.objects.get().way == "at_court"
    documents = text_of(client, f"/cases/{serving.case.reference}/documents/")
    assert documents.count("Served by hand at court, Thu 5 March") == 2
    assert 'id="page-form"' not in text_of(client, page)


def test_post_asks_why_it_is_safe_and_keeps_what_was_typed(page: str, own: Officer) -> None:
    typed = {"way": "post", "clock": "10.15am"} | day("on", date(2026, 3, 5))
    answer = fill(client_of(own), page, **typed)
    assert "Give your reason" in summary_of(answer)
    assert "rule 29.1" in said(answer)
    assert "esign of this product" not in said(answer)
    assert 'value="10.15am"' in said(answer)
    typed["reason-SRV-WAY"] = "She asked for it by post."
    assert fill(client_of(own), page, **typed).status_code == 302


def test_the_box_for_the_reason_is_there_before_anything_is_pressed(page: str, own: Officer) -> None:
    form = text_of(client_of(own), page).split('id="page-form"')[1]
    assert 'name="reason-SRV-WAY"' in form
    assert "By post: Nobody has recorded whether letters to Siân Morris" in form


def test_an_e_mail_that_a_person_sent_is_recorded_where_a_safe_way_was_said(
    page: str, serving: Serving, own: Officer
) -> None:
    assert 'value="email"' not in text_of(client_of(own), page)
    way = SafeWay(how="Her own e-mail; nobody else reads it.", letters=True)
    record_safe_contact(case=serving.case, by=own, at=NOW, party=serving.party, safe_way=way)
    assert "no name and no place in the subject" in text_of(client_of(own), page)
    typed = {"way": "email", "clock": "10.15am"} | day("on", date(2026, 3, 5))
    assert "Give your reason" in summary_of(fill(client_of(own), page, **typed))
    typed["reason-SRV-WAY"] = "She said that only she reads it."
    assert fill(client_of(own), page, **typed).status_code == 302
    assert "by an e-mail sent by hand" in text_of(client_of(own), page)


def test_each_task_of_serving_says_what_is_served(serving: Serving, own: Officer) -> None:
    for path in ("/", f"/cases/{serving.case.reference}/", f"/cases/{serving.case.reference}/tasks/"):
        assert "Serve: Safeguarding letter: Siân Morris" in text_of(client_of(own), path)


def test_the_heading_of_a_filing_is_that_of_its_state(serving: Serving, own: Officer) -> None:
    filing = Filing.objects.get()
    page = f"/cases/{serving.case.reference}/filings/{filing.pk}/"
    assert '<h1 class="govuk-heading-l">On its way to the court</h1>' in text_of(client_of(own), page)
    Filing.objects.filter(pk=filing.pk).update(state=Filing.SENDING)
    assert '<h1 class="govuk-heading-l">Filing with the court</h1>' in text_of(client_of(own), page)
    Filing.objects.filter(pk=filing.pk).update(state=Filing.REFUSED)
    assert '<h1 class="govuk-heading-l">File the document by hand</h1>' in text_of(client_of(own), page)


@pytest.mark.parametrize(
    ("clock", "when", "words"),
    [
        ("8am", date(2026, 3, 4), "cannot be before the document was sealed"),
        ("11:59pm", None, "cannot be later than now"),
        ("noonish", date(2026, 3, 5), "Enter a time"),
    ],
)
def test_a_wrong_moment_is_said(page: str, own: Officer, clock: str, when: date | None, words: str) -> None:
    when = when or timezone.localdate()
    answer = fill(client_of(own), page, way="at_court", clock=clock, **day("on", when))
    assert words in summary_of(answer)
    assert not Served.objects.exists()


def test_the_address_for_the_envelope_opens_by_a_button_and_is_recorded(
    serving: Serving, page: str, own: Officer
) -> None:
    safe(serving, own)
    client = client_of(own)
    assert client.get(f"{page}envelope/").status_code == 405
    text = said(client.post(f"{page}envelope/"))
    assert all(line in text for line in HOME)
    assert Sighting.objects.filter(what=f"location:party:{serving.party_id}", officer=own).count() == 1


@pytest.mark.parametrize("letters", [True, False])
def test_no_envelope_is_addressed_where_post_is_not_safe(
    serving: Serving, page: str, own: Officer, letters: bool
) -> None:
    safe(serving, own, letters)
    if letters:
        keep(
            serving.case,
            [Detail(f"party:{serving.party_id}", ADDRESS, ("2 New Street",), True, "party")],
            NOW,
        )
    answer = client_of(own).post(f"{page}envelope/", follow=True)
    assert not any(line in said(answer) for line in (*HOME, "2 New Street"))
    assert not Sighting.objects.filter(what__startswith="location:").exists()
    assert ("has changed" if letters else "are not safe") in said(answer)


def test_a_new_address_is_checked_on_its_page_and_then_post_is_open(
    serving: Serving, page: str, own: Officer
) -> None:
    keep(serving.case, [Detail(f"party:{serving.party_id}", ADDRESS, ("2 New Street",), True, "party")], NOW)
    client = client_of(own)
    assert "By post, to their address" not in text_of(client, page)
    assert "Nothing goes to the old address" in text_of(client, page)
    assert fill(client, f"{page}address/", letters="yes").status_code == 302
    assert SafeContact.objects.get().letters is True
    assert "By post, to their address" in text_of(client, page)
    assert "2 New Street" in said(client.post(f"{page}envelope/"))


def test_what_came_back_is_recorded_and_the_page_asks_again(
    serving: Serving, page: str, own: Officer
) -> None:
    safe(serving, own)
    client = client_of(own)
    fill(client, page, way="post", clock="10am", **day("on", date(2026, 3, 5)))
    assert "It came back" in text_of(client, page)
    assert fill(client, f"{page}came-back/", **day("came_back_on", date(2026, 3, 9))).status_code == 302
    text = text_of(client, page)
    assert "came back on Mon 9 March" in text
    assert 'id="page-form"' in text


def test_a_case_that_takes_no_uploads_files_both_languages_with_one_form(
    case: Case, own: Officer, now: datetime
) -> None:
    Case.objects.filter(pk=case.pk).update(court_code="637145", court_name="Wrexham Law Courts")
    case.refresh_from_db()
    made = [replace(note("Words.", now, "court", one), kind=KIND) for one in LANGUAGES]
    seal_documents(case=case, by=own, at=now, kind=KIND, made=made, court_type="Safeguarding_Letter")
    first = Filing.objects.order_by("pk")[0]
    path, client = f"/cases/{case.reference}/filings/{first.pk}/", client_of(own)
    assert "I filed the version in the other language with it" in text_of(client, path)
    typed = {"way": "handed_in", "clock": "10am", "together": "on"} | day("on", date(2026, 3, 5))
    assert fill(client, path, **typed).status_code == 302
    assert {one.state for one in Filing.objects.all()} == {Filing.FILED_BY_HAND}
    assert "handed in at the court · Own" in text_of(client, f"/cases/{case.reference}/documents/")


def test_the_page_asks_the_database_a_constant_number_of_times(page: str, own: Officer) -> None:
    client = client_of(own)
    client.get(page)
    with statements() as sent:
        client.get(page)
    assert len(sent) <= MOST_STATEMENTS


def test_serving_of_another_case_does_not_exist(
    serving: Serving, officer_with: Callable[..., Officer], now: datetime
) -> None:
    other = Case.objects.create(
        reference="C-2", law="private", received_basis="recorded", pathway="cap", opened_at=now
    )
    client = client_of(officer_with("intake_administrator"))
    for more in ("", "address/", "came-back/"):
        assert client.get(f"/cases/{other.reference}/serving/{serving.pk}/{more}").status_code == 404


def test_who_only_sees_the_case_sees_who_got_what_and_opens_nothing(
    serving: Serving, page: str, officer_with: Callable[..., Officer]
) -> None:
    client = client_of(officer_with("auditor"))
    assert client.get(page).status_code == 403
    assert "Not served yet" in text_of(client, f"/cases/{serving.case.reference}/documents/")

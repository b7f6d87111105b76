"""An application keyed by hand: page by page, by several people, opened by the same way as the feed."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lles.casefile import drafts, locations
from lles.casefile.changes.door import NotAllowed
from lles.casefile.models import Case, Draft, Entry, Officer, ReceivedPaper
from lles.casefile.queries.application_facts import application_facts, is_without_notice
from lles.casefile.tests.pages import client_of, day, fill, said, summary_of, text_of
from lles.links.tests.hostile import a_pdf
from lles.work.intake.changes.mail import take_message
from lles.work.intake.changes.registration import start_registration
from lles.work.intake.models import Arrival, Registration, RegistrationSighting
from lles.work.intake.queries.registration import draft_kind
from lles.work.intake.tests.test_mail import written

HARM = {
    "answer": "yes",
    "by_whom": "applicant",
    "kinds": "domestic_abuse",
    "words": "Shouting.",
    "source": "c1a",
}
NO = {"answer": "no"}
PEOPLE: dict[str, dict[str, Any]] = {
    "child-1": {"first_name": "Efa", "last_name": "Bevan", "gender": "female",
                **day("born_on", date(2017, 5, 1))},
    "child-1-home": {"elsewhere": "no"},
    "party-1": {"role": "applicant", "first_name": "Siân", "last_name": "Morris",
                **day("born_on", date(1990, 3, 2)), "gender": "female"},
    "party-1-children": {"kind-child-1": "mother", "lives-child-1": "on"},
    "party-1-where": {"address": "7 Heol y Dŵr\nWrecsam", "postcode": "ll11 1aa", "phone": "01632 960 001",
                      "email": "sian@example.org", "email_kept": "no", "earlier": "1 High Street, Chester"},
    "party-1-language": {"spoken": "cy", **day("asked_on", date(2026, 3, 1))},
    "party-1-lawyer": {"represented": "unknown"},
    "party-2": {"role": "respondent", "first_name": "Gareth", "last_name": "Bevan"},
    "party-2-children": {"kind-child-1": "father"},
    "party-2-where": {},
    "party-2-language": {},
    "party-2-lawyer": {"represented": "yes", "lawyer_name": "A. Rees"},
}  # fmt: skip
PAGES: dict[str, dict[str, Any]] = {
    "harm": HARM,
    "urgency": {"answer": "yes", "without_notice": "yes", "words": "He may take her abroad."},
    "other_proceedings": NO,
    "language": NO,
    "special_measures": NO,
    "application": {"kinds": "child_arrangements_live_with"},
    "court": {"court": "637145|Wrexham Law Courts (County and Family Court)", "number": "wx26p90021"},
    "days": {**day("received_on", date(2026, 3, 4)), **day("submitted_on", date(2026, 3, 2))},
    "hearing": {"listed": "yes", "type_code": "ABA5-FHR", **day("on", date(2026, 4, 9)), "at": "10am"},
    "authority": {"known": "unknown"},
    **PEOPLE,
}


@pytest.fixture
def intake(officer_with: Callable[..., Officer]) -> Officer:
    """The intake administrator."""
    return officer_with("intake_administrator")


@pytest.fixture
def registration(intake: Officer, now: datetime) -> Registration:
    """A registration from nothing."""
    return start_registration(by=intake, at=now)


@pytest.fixture
def arrival(service: Officer, now: datetime) -> Arrival:
    """A message with an application that waits to be keyed."""
    return take_message(content=written(cais_pdf=a_pdf()), source="test", by=service, at=now).arrival


def page(registration: Registration, name: str) -> str:
    return reverse("intake:registration_page", args=(registration.pk, name))


def typed_into(officer: Officer, registration: Registration, pages: Mapping[str, Mapping[str, Any]]) -> None:
    """What stands in the drafts when somebody has typed these pages."""
    for name, typed in pages.items():
        content = {field: value if isinstance(value, list) else [value] for field, value in typed.items()}
        drafts.save(
            by=officer, at=timezone.now(), kind=draft_kind(registration), subject=name, content=content,
            seen_revision=0, shared=True,
        )  # fmt: skip


def key(client: Client, registration: Registration, pages: Mapping[str, Mapping[str, Any]]) -> None:
    for name, typed in pages.items():
        answer = fill(client, page(registration, name), **typed)
        assert answer.status_code == 302, (name, summary_of(answer))


def open_it(client: Client, registration: Registration) -> Any:
    path = reverse("intake:registration_check", args=(registration.pk,))
    shown = said(client.get(path)).split('name="shown" value="')[1].split('"')[0]
    return client.post(path, {"shown": shown})


def keyed(officer: Officer, registration: Registration, **other: dict[str, Any]) -> Case:
    typed_into(officer, registration, {**PAGES, **other})
    answer = open_it(client_of(officer), registration)
    assert answer.status_code == 302, summary_of(answer)
    return Case.objects.get()


def test_it_opens_a_case_with_everything_that_was_keyed(intake: Officer, registration: Registration) -> None:
    client = client_of(intake)
    key(client, registration, PAGES)
    assert open_it(client, registration).status_code == 302
    case = Case.objects.get()
    assert (case.pathway, case.pathway_area, case.law) == ("pathfinder", "north-wales", "private")
    assert (case.court_number, case.family_man_number) == ("", "WX26P90021")
    assert (case.received_on, case.received_basis) == (date(2026, 3, 4), "recorded")
    (child,) = case.children.all()
    assert (child.name, child.nation) == ("Efa Bevan", "wales")
    mother, father = case.parties.order_by("role")
    assert (mother.language, mother.language_asked_on) == ("cy", date(2026, 3, 1))
    assert (father.represented, father.lawyer_name) == (True, "A. Rees")
    assert {(one.party, one.kind) for one in case.relations.all()} == {(mother, "mother"), (father, "father")}
    assert [one.starts_at for one in case.hearings.all()] == [datetime(2026, 4, 9, 9, tzinfo=UTC)]
    assert case.tasks.filter(kind="impact_report.report").exists()
    assert case.checks.count() > 0


def test_it_keeps_addresses_in_their_store_and_unknown_protects(
    intake: Officer, registration: Registration
) -> None:
    case = keyed(intake, registration)
    mother = case.parties.get(role="applicant")
    kept = {one.kind: one for one in locations.of_case(case, f"party:{mother.pk}")}
    assert kept["address"].lines == ("7 Heol y Dŵr", "Wrecsam", "LL11 1AA")
    assert (kept["address"].protected, kept["phone"].protected, kept["email"].protected) == (
        True,
        True,
        False,
    )
    assert kept["earlier"].lines == ("1 High Street, Chester",)


def test_it_says_a_refuge_is_protected_for_good(intake: Officer, registration: Registration) -> None:
    where = {"address": "2 Y Stryd", "address_kept": "no", "refuge": "on"}
    case = keyed(intake, registration, **{"party-1-where": where})
    mother = case.parties.get(role="applicant")
    kept = {one.kind: one for one in locations.of_case(case, f"party:{mother.pk}")}
    assert kept["refuge"].protected
    assert kept["address"].protected


def test_it_flags_harm_and_urgency_with_source_and_day_on_every_page(
    intake: Officer, registration: Registration
) -> None:
    case = keyed(intake, registration)
    facts = application_facts(case)
    assert {name: one.answer for name, one in facts.items()} == {
        "harm": "yes", "urgency": "yes", "other_proceedings": "no", "language": "no",
        "special_measures": "no",
    }  # fmt: skip
    assert (facts["harm"].source, facts["harm"].raised_on) == ("c1a", date(2026, 3, 2))
    assert is_without_notice(case)
    shown = text_of(client_of(intake), reverse("casefile:timeline", args=(case.reference,)))
    assert "Urgent application, without notice to the other side" in shown

    assert "Harm alleged: domestic abuse. Raised by: the applicant (form C1A, Monday 2 March 2026)" in shown
    assert "Harm alleged: yes (form C1A, Monday 2 March 2026)" in shown


def test_an_arrival_becomes_the_case_and_its_files_its_papers(
    intake: Officer, arrival: Arrival, now: datetime
) -> None:
    registration = start_registration(by=intake, at=now, arrival=arrival)
    case = keyed(intake, registration)
    arrival.refresh_from_db()
    assert (arrival.outcome, arrival.case, arrival.settled_by) == ("keyed", case, intake)
    assert ReceivedPaper.objects.filter(case=case, kind="application").count() == 1
    registration.refresh_from_db()
    assert registration.case == case
    assert not Draft.objects.filter(kind=f"registration-{registration.pk}", ended=False).exclude(
        subject__in=Draft.objects.filter(ended=True).values("subject")
    )


def test_what_was_typed_is_there_for_whoever_comes_back(
    intake: Officer, registration: Registration, officer_with: Callable[..., Officer]
) -> None:
    other = officer_with("intake_administrator", username="other")
    key(client_of(intake), registration, {"child-1": PAGES["child-1"]})
    shown = text_of(client_of(other), page(registration, "child-1"))
    assert 'value="Efa"' in shown
    assert "Register an application" in text_of(client_of(other), f"/registrations/{registration.pk}/")
    assert f"/registrations/{registration.pk}/" in text_of(client_of(other), "/arrivals/")


def test_two_people_never_overwrite_each_other_unseen(
    intake: Officer, registration: Registration, officer_with: Callable[..., Officer]
) -> None:
    ours, theirs = client_of(intake), client_of(officer_with("intake_administrator", username="other"))
    path = page(registration, "court")
    first, second = (said(one.get(path)) for one in (ours, theirs))
    for client, shown, number in ((ours, first, "WX26P90021"), (theirs, second, "WX26P90022")):
        mark = {
            name: shown.split(f'name="{name}" value="')[1].split('"')[0]
            for name in ("draft-of", "draft-revision")
        }
        answer = client.post(path, {**PAGES["court"], "number": number, **mark})
    assert answer.status_code == 409
    assert "WX26P90021" in said(answer)
    assert 'value="WX26P90022"' in said(answer)


def test_it_saves_as_one_types_for_all_and_not_after_the_case_is_open(
    intake: Officer, registration: Registration, stranger: Officer
) -> None:
    client, path = client_of(intake), page(registration, "harm")
    mark = said(client.get(path)).split('name="draft-of" value="')[1].split('"')[0]
    typed = {
        "words": "She is af",
        "draft-of": mark,
        "draft-revision": "0",
        "draft-sheet": "a",
        "draft-turn": "1",
    }
    assert client.post(f"{path}save/", typed).status_code == 200
    assert "She is af" in text_of(client, path)
    assert client_of(stranger).post(f"{path}save/", typed).status_code == 404
    key(client, registration, {"harm": HARM})
    typed_into(intake, registration, {name: typed for name, typed in PAGES.items() if name != "harm"})
    assert open_it(client, registration).status_code == 302
    assert client.post(f"{path}save/", {**typed, "draft-turn": "9"}).status_code == 409


def test_nobody_opens_what_they_have_not_seen(
    intake: Officer, registration: Registration, officer_with: Callable[..., Officer]
) -> None:
    client = client_of(intake)
    typed_into(intake, registration, PAGES)
    path = reverse("intake:registration_check", args=(registration.pk,))
    shown = said(client.get(path)).split('name="shown" value="')[1].split('"')[0]
    other = client_of(officer_with("intake_administrator", username="other"))
    key(other, registration, {"court": {**PAGES["court"], "number": ""}})
    answer = client.post(path, {"shown": shown})
    assert answer.status_code == 409
    assert "The answers changed since you opened this page" in said(answer)
    assert not Case.objects.exists()


def test_a_page_that_is_missing_keeps_it_from_opening(intake: Officer, registration: Registration) -> None:
    client = client_of(intake)
    typed_into(intake, registration, {name: typed for name, typed in PAGES.items() if name != "days"})
    answer = open_it(client, registration)
    assert "Complete this page: The days of the application" in said(answer)
    assert not Case.objects.exists()


def test_a_number_that_is_a_case_already_is_told_and_not_opened_twice(
    intake: Officer, registration: Registration, case: Case
) -> None:
    client = client_of(intake)
    typed_into(intake, registration, {**PAGES, "court": {**PAGES["court"], "number": "1700 0000 0000 0001"}})
    answer = open_it(client, registration)
    assert f"A case bears this number already: {case.reference}" in said(answer)
    assert Case.objects.count() == 1


def test_a_sealed_case_of_the_number_is_not_named(
    intake: Officer, registration: Registration, case: Case
) -> None:
    Case.objects.filter(pk=case.pk).update(sealed=True)
    client = client_of(intake)
    typed_into(intake, registration, {**PAGES, "court": {**PAGES["court"], "number": "1700000000000001"}})
    answer = said(open_it(client, registration))
    assert "It cannot be opened under this number here." in answer
    assert case.reference not in answer


def test_words_that_repeat_an_address_are_refused_before_it_opens(
    intake: Officer, registration: Registration
) -> None:
    client = client_of(intake)
    words = "She fled to 7 Heol y Dŵr, LL11 1AA."
    typed_into(intake, registration, {**PAGES, "harm": {**HARM, "words": words}})
    assert "Take the address, the telephone number or the e-mail out" in said(open_it(client, registration))
    assert not Case.objects.exists()


WRONG: dict[str, tuple[str, dict[str, Any], str]] = {
    "no kind of harm": ("harm", {"answer": "yes"}, "Select at least one answer"),
    "no order": ("application", {}, "Select what the court is asked for"),
    "no name of another court": ("court", {"court": "another"}, "Enter the name of the court"),
    "no number of a court": ("court", {**PAGES["court"], "number": "12"}, "Enter the number as the court"),
    "a day to come": ("days", day("received_on", date(2999, 1, 1)), "Date must be today or in the past"),
    "no day of the court": ("days", day("received_on", date(2026, 3, 4)), "Enter the day it was sent"),
    "a hearing without a day": ("hearing", {"listed": "yes", "at": "10"}, "Enter a date"),
    "an adult as a child": ("child-1", {"first_name": "A", **day("born_on", date(1980, 1, 1))}, "Check"),
    "no name": ("child-1", {}, "Enter at least one name"),
    "no postcode": ("party-1-where", {"postcode": "zz"}, "Enter a full postcode"),
    "no telephone": ("party-1-where", {"phone": "12"}, "Enter a telephone number"),
    "no e-mail": ("party-1-where", {"email": "nobody"}, "Enter an e-mail address"),
    "no day of asking": ("party-1-language", {"spoken": "cy"}, "Enter the day on which they were asked"),
}  # fmt: skip


@pytest.mark.parametrize("kind", WRONG)
def test_it_says_what_is_wrong_beside_its_box(intake: Officer, registration: Registration, kind: str) -> None:
    client, (name, typed, words) = client_of(intake), WRONG[kind]
    key(client, registration, {"child-1": PAGES["child-1"], "party-1": PAGES["party-1"]})
    assert words in summary_of(fill(client, page(registration, name), **typed))


def test_somebody_taken_out_is_gone_and_their_number_is_not_given_again(
    intake: Officer, registration: Registration
) -> None:
    client = client_of(intake)
    key(client, registration, {"child-1": PAGES["child-1"], "child-2": {"first_name": "Macsen"}})
    assert client.post(f"{page(registration, 'child-2')}take-out/").status_code == 302
    shown = text_of(client, f"/registrations/{registration.pk}/")
    assert "Macsen" not in shown
    assert "/pages/child-3/" in shown


def test_it_is_set_aside_with_a_reason_and_the_arrival_waits_again(
    intake: Officer, arrival: Arrival, now: datetime
) -> None:
    client, registration = client_of(intake), start_registration(by=intake, at=now, arrival=arrival)
    path = reverse("intake:registration_aside", args=(registration.pk,))
    assert "Say why" in summary_of(client.post(path, {"words": ""}))
    assert client.post(path, {"words": "Twice."}).status_code == 302
    assert "Twice." in text_of(client, f"/registrations/{registration.pk}/")
    again = start_registration(by=intake, at=now, arrival=arrival)
    assert again != registration


def test_one_arrival_is_keyed_in_one_place(intake: Officer, arrival: Arrival, now: datetime) -> None:
    first = start_registration(by=intake, at=now, arrival=arrival)
    assert start_registration(by=intake, at=now + timedelta(hours=1), arrival=arrival) == first
    answer = client_of(intake).get(reverse("intake:key", args=(arrival.pk,)))
    assert answer.headers["Location"] == f"/registrations/{first.pk}/"


def test_only_intake_registers(
    own: Officer, manager: Officer, registration: Registration, arrival: Arrival
) -> None:
    for officer in (own, manager):
        with pytest.raises(NotAllowed):
            start_registration(by=officer, at=timezone.now())
        client = client_of(officer)
        for path in (
            f"/registrations/{registration.pk}/",
            f"/arrivals/{arrival.pk}/key/",
            "/registrations/begin/",
        ):
            assert client.get(path).status_code == 404


def test_each_look_at_a_page_is_recorded(intake: Officer, registration: Registration) -> None:
    text_of(client_of(intake), page(registration, "harm"))
    assert RegistrationSighting.objects.get().what == "harm"


def test_nothing_typed_is_on_the_timeline_before_the_case_opens(
    intake: Officer, registration: Registration
) -> None:
    typed_into(intake, registration, PAGES)
    assert [one.facts for one in Entry.objects.all()] == [{}]

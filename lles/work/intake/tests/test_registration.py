"""An application keyed by hand: page by page, by several people, opened by the same way as the feed."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from lles.casefile import locations
from lles.casefile.changes.abuse import raise_abuse
from lles.casefile.changes.application_facts import FactSaid, record_application_fact
from lles.casefile.models import Case, Draft, Exclusion, Officer, ReceivedPaper
from lles.casefile.queries.application_facts import application_facts, without_notice
from lles.casefile.tests.pages import client_of, said, text_of
from lles.work.intake.changes.registration import start_registration
from lles.work.intake.models import Arrival, Registration
from lles.work.intake.tests.registering import HARM, PAGES, key, keyed, open_it, page, typed_into


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


def test_the_page_of_all_answers_writes_an_hour_as_every_page_and_one_way_back_for_each_subject(
    intake: Officer, registration: Registration
) -> None:
    client = client_of(intake)
    key(client, registration, {"hearing": {**PAGES["hearing"], "at": "14.30"}})
    shown = text_of(client, reverse("intake:registration_check", args=(registration.pk,)))
    assert "2:30pm" in shown
    assert "14:30" not in shown
    assert shown.count(f"{page(registration, 'hearing')}?check=1") == 1


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
    case = keyed(intake, registration, **{"party-1-where": where, "child-1-nation": {"nation": "unknown"}})
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
        "harm": "yes", "urgency": "yes", "other_proceedings": "no", "language": "yes",
        "special_measures": "no",
    }  # fmt: skip
    assert (facts["harm"].source, facts["harm"].raised_on) == ("c1a", date(2026, 3, 2))
    assert without_notice(case) == facts["urgency"]
    shown = text_of(client_of(intake), reverse("casefile:timeline", args=(case.reference,)))
    assert "Urgent application, without notice to the other side" in shown

    assert "Harm alleged: domestic abuse. Raised by: the applicant (form C1A, Monday 2 March 2026)" in shown
    assert "Harm alleged: yes (form C1A, Monday 2 March 2026)" in shown


def test_abuse_that_the_application_raises_is_said_once_with_its_source(
    intake: Officer, registration: Registration
) -> None:
    case = keyed(intake, registration)
    page = reverse("casefile:timeline", args=(case.reference,))
    assert "Domestic abuse was raised" not in text_of(client_of(intake), page).split("<h1")[0]
    known: dict[str, Any] = {"case": case, "by": intake, "at": timezone.now()}
    raise_abuse(**known, source="answer", raised_on=date(2026, 3, 3), subject="answer:1")
    head = text_of(client_of(intake), page).split("<h1")[0]
    assert "Domestic abuse was raised in the answer to a check" in head
    assert "more time" not in head
    other = FactSaid("harm", "yes", "c1a", kinds=("physical",), by_whom=("applicant",))
    record_application_fact(**known, said=other)
    for language, says in (("en", "and once more"), ("cy", "ac unwaith arall")):
        assert says in text_of(client_of(intake, language), page).split("<h1")[0]


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


@pytest.mark.parametrize("way", ["restricted", "shut out"])
def test_what_became_a_case_that_one_may_not_see_is_not_there(
    intake: Officer, registration: Registration, manager: Officer, way: str
) -> None:
    client = client_of(intake)
    typed_into(intake, registration, PAGES)
    assert open_it(client, registration).status_code == 302
    path, case = reverse("intake:registration", args=(registration.pk,)), Case.objects.get()
    assert case.reference in text_of(client, path)
    if way == "restricted":
        Case.objects.update(sealed=True)
    else:
        Exclusion.objects.create(
            case=case, officer=intake, relation="other", began_at=timezone.now(), began_by=manager
        )
    assert client.get(path).status_code == 404

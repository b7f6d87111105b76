"""Known before, as officers have it: two people side by side, the link, and leave of the court."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from lles.casefile.models import Application, Case, Officer, Party
from lles.casefile.tests.pages import client_of, day, fill, said, statements, summary_of, text_of
from lles.work.earlier_involvement.changes.filter_orders import ask_for_leave
from lles.work.earlier_involvement.changes.look import ARRIVED, ASKED, look_for_earlier_involvement
from lles.work.earlier_involvement.models import Candidate, Decision, FilterOrder, LeaveQuestion, Link
from lles.work.earlier_involvement.queries.candidates import TASK
from lles.work.earlier_involvement.queries.leave import LEAVE
from lles.work.earlier_involvement.tests.conftest import adult

KNOWN = "/cases/C-2288/known/"
SAME = {"decision": "same", "reason": "She said so on the telephone."}


@pytest.fixture
def found(case: Case, older: Case, service: Officer, now: datetime) -> Candidate:
    """The mother, who may be known from the older case."""
    look_for_earlier_involvement(case=case, by=service, at=now, why=ARRIVED)
    return Candidate.objects.get()


def test_the_page_says_who_may_be_known_and_why(found: Candidate, own: Officer) -> None:
    page = text_of(client_of(own), KNOWN)
    assert "C-1042" in page
    assert "similar name, same date of birth" in page
    assert "enw tebyg, yr un dyddiad geni" in text_of(client_of(own, "cy"), KNOWN)


def test_both_stand_side_by_side_with_their_date_and_reference(found: Candidate, own: Officer) -> None:
    page = text_of(client_of(own), f"{KNOWN}{found.pk}/")
    for part in ("Siân Morris", "Sian Moris", "C-2288", "C-1042", "4 March", "7 May 2024", "Mabli Morris"):
        assert part in page
    assert found.other_case.sightings.filter(officer=own).exists()


def test_a_decision_links_them_ends_the_task_and_is_taken_back_with_a_reason(
    found: Candidate, own: Officer, case: Case
) -> None:
    client, path = client_of(own), f"{KNOWN}{found.pk}/"
    assert fill(client, path, **SAME).status_code == 302
    assert Link.objects.get(candidate=found).ended_at is None
    assert not case.tasks.filter(kind=TASK, ended_at=None).exists()
    assert fill(client, path, decision="not", reason="Another mother.").status_code == 302
    link = Link.objects.get(candidate=found)
    assert (link.ended_by, link.end_reason) == (own, "Another mother.")
    assert Decision.objects.count() == 2
    assert case.entries.filter(kind="known_decided").count() == 2


def test_a_decision_needs_a_reason(found: Candidate, own: Officer) -> None:
    answer = fill(client_of(own), f"{KNOWN}{found.pk}/", decision="same", reason=" ")
    assert "Why do you say so?" in summary_of(answer)
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            (
                "Known before: Siân Morris, respondent in C-1042",
                "Known before: sister in C-1042 (Mabli Morris)",
            ),
        ),
        ("cy", ("Hysbys o'r blaen: Siân Morris, atebydd yn C-1042", "chwaer yn C-1042")),
    ],
)
def test_a_link_is_said_on_every_page_of_both_cases_and_beside_the_person(
    found: Candidate, own: Officer, mother: Party, case: Case, language: str, words: tuple[str, ...]
) -> None:
    for child in case.children.all():
        case.relations.create(party=mother, child=child, kind="mother")
    fill(client_of(own), f"{KNOWN}{found.pk}/", **SAME)
    for path in ("/cases/C-2288/", "/cases/C-2288/people/", "/cases/C-2288/timeline/"):
        page = text_of(client_of(own, language), path)
        assert all(part in page for part in words)
    assert "C-2288" in text_of(client_of(own, language), "/cases/C-1042/people/")


def test_a_page_of_a_case_with_a_link_asks_once_more_and_never_twice(
    found: Candidate, own: Officer, older: Case
) -> None:
    client = client_of(own)
    fill(client, f"{KNOWN}{found.pk}/", **SAME)
    client.get("/cases/C-2288/")
    with statements() as sent:
        client.get("/cases/C-2288/")
    assert len(sent) <= 9, "\n".join(sent)


@pytest.mark.parametrize(("path", "most"), [(KNOWN, 10), ("/known/", 8), (f"{KNOWN}{{pk}}/", 12)])
def test_more_matches_ask_no_more_of_the_database(
    found: Candidate, own: Officer, case: Case, older: Case, service: Officer, now: datetime,
    path: str, most: int,
) -> None:  # fmt: skip
    client, page = client_of(own), path.format(pk=found.pk)
    text_of(client, page)
    with statements() as few:
        text_of(client, page)
    for name in ("Shan", "Siân", "Sian"):
        more = {"reference": f"C-{name}", "law": "private", "office": case.office, "officer": own}
        adult(Case.objects.create(**more, opened_at=now), name, "Morris")
    look_for_earlier_involvement(case=case, by=service, at=now, why=ASKED)
    assert Candidate.objects.count() == 4
    with statements() as many:
        text_of(client, page)
    assert len(many) == len(few) <= most, "\n".join(many)


def test_who_may_not_see_the_other_case_cannot_reach_the_match(
    found: Candidate, own: Officer, older: Case, teammate: Officer, stranger: Officer
) -> None:
    Case.objects.filter(pk=older.pk).update(officer=None)
    for officer in (own, teammate, stranger):
        assert client_of(officer).get(f"{KNOWN}{found.pk}/").status_code == 404
        assert client_of(officer).post(f"{KNOWN}{found.pk}/", SAME).status_code == 404
    page = text_of(client_of(own), KNOWN)
    assert "Ask the intake team" in page
    assert "C-1042" not in page
    assert "similar name" not in page


def test_intake_finds_every_match_that_waits_on_one_page(
    found: Candidate, officer_with: Callable[..., Officer], teammate: Officer
) -> None:
    assert f"{KNOWN}{found.pk}/" in text_of(client_of(officer_with("intake_administrator")), "/known/")
    assert "No possible match waits for you" in text_of(client_of(teammate), "/known/")


def test_looking_again_is_recorded_with_who_looked(found: Candidate, own: Officer, case: Case) -> None:
    client = client_of(own)
    assert client.post(f"{KNOWN}look/").status_code == 302
    assert "asked by an officer" in text_of(client, KNOWN)


def _order(own: Officer, party: Party, **changes: object) -> object:
    children = [str(one.pk) for one in party.case.children.all()]
    typed: dict[str, object] = {
        "barred": [str(party.pk)],
        "children": children,
        "kinds": ["child_arrangements"],
    }
    typed |= {"length": "months", "months": "24", **day("starts_on", date(2026, 6, 1)), **changes}
    return fill(client_of(own), f"/cases/{party.case.reference}/known/orders/", **typed)


def test_an_order_is_recorded_with_its_last_day_by_the_law(case: Case, own: Officer, father: Party) -> None:
    _order(own, father)
    order = FilterOrder.objects.get()
    assert order.ends_on == date(2028, 5, 31)
    assert [one.party for one in order.named.all() if one.party] == [father]
    assert "1 June 2026 to 31 May 2028" in text_of(client_of(own), KNOWN)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"months": ""}, "Enter the number of months"),
        ({"months": "two"}, "whole number"),
        ({"months": "0"}, "1 or more"),
        ({"months": "999999999999"}, "216 or fewer"),
        ({"length": "until"}, "Enter the last day of the order"),
        ({"length": "until", **day("ends_on", date(2026, 5, 1))}, "the first day or later"),
        ({"barred": []}, "Who may not apply without leave?"),
        ({"barred": ["999"]}, "999"),
    ],
)
def test_a_wrong_order_is_refused_with_what_to_do(
    case: Case, own: Officer, father: Party, changes: dict[str, object], words: str
) -> None:
    assert words in summary_of(_order(own, father, **changes))
    assert not FilterOrder.objects.exists()


@pytest.fixture
def barred(case: Case, older: Case, own: Officer, service: Officer, now: datetime) -> LeaveQuestion:
    """The older case has an order against the mother, who now applies in the case."""
    Application.objects.create(case=case, kind="child_arrangements", filed_on=date(2026, 7, 1))
    _order(own, older.parties.get())
    look_for_earlier_involvement(case=case, by=service, at=now, why=ARRIVED)
    ask_for_leave(case=case, by=service, at=now)
    return LeaveQuestion.objects.get()


def test_a_new_application_by_somebody_named_is_marked_until_leave_is_recorded(
    barred: LeaveQuestion, case: Case, own: Officer
) -> None:
    client, path = client_of(own), f"{KNOWN}leave/{barred.pk}/"
    assert case.tasks.filter(kind=LEAVE, ended_at=None, party=barred.party).exists()
    assert "Leave of the court needed? Siân Morris" in text_of(client, "/cases/C-2288/")
    assert "Angen caniatâd y llys? Siân Morris" in text_of(client_of(own, "cy"), "/cases/C-2288/")
    assert "It is not decided yet" in text_of(client, path)
    assert fill(client, path, answer="given", **day("given_on", date(2026, 3, 2))).status_code == 302
    assert "Leave of the court needed?" not in text_of(client, "/cases/C-2288/")
    assert not case.tasks.filter(kind=LEAVE, ended_at=None).exists()


def test_leave_needs_its_day_and_no_leave_its_reason(barred: LeaveQuestion, own: Officer) -> None:
    client, path = client_of(own), f"{KNOWN}leave/{barred.pk}/"
    assert "Enter the day on which" in summary_of(fill(client, path, answer="given"))
    assert "Say what you know" in summary_of(fill(client, path, answer="refused"))


def test_the_question_of_leave_ends_where_it_is_another_person_and_comes_back(
    barred: LeaveQuestion, own: Officer, case: Case
) -> None:
    client, path = client_of(own), f"{KNOWN}{Candidate.objects.get().pk}/"
    fill(client, path, decision="not", reason="Another mother.")
    barred.refresh_from_db()
    assert barred.answer == LeaveQuestion.ANOTHER
    fill(client, path, **SAME)
    barred.refresh_from_db()
    assert barred.answer == LeaveQuestion.WAITING
    assert case.tasks.filter(kind=LEAVE, ended_at=None).exists()


def test_an_order_taken_back_asks_for_no_leave(barred: LeaveQuestion, own: Officer, case: Case) -> None:
    path = f"/cases/C-1042/known/orders/{barred.order_id}/"
    assert fill(client_of(own), path, reason="Keyed on the wrong file.").status_code == 302
    assert not case.tasks.filter(kind=LEAVE, ended_at=None).exists()
    assert "Taken back" in text_of(client_of(own), "/cases/C-1042/known/")


def test_an_order_of_a_sealed_case_is_not_told_of_in_another(
    case: Case, older: Case, own: Officer, service: Officer, now: datetime
) -> None:
    Case.objects.filter(pk=older.pk).update(sealed=True)
    _order(own, older.parties.get())
    look_for_earlier_involvement(case=case, by=service, at=now, why=ARRIVED)
    assert not LeaveQuestion.objects.filter(case=case).exists()


def test_an_empty_page_says_what_will_stand_there(case: Case, own: Officer) -> None:
    assert "Nobody has looked for earlier involvement yet" in said(client_of(own).get(KNOWN))

"""The administrator's pages: people, offices, closed days, areas; each change recorded, nobody else in."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from lles.casefile.models import Account, Case, ClosedDay, Entry, Office, Officer, PathfinderArea
from lles.casefile.tests.pages import client_of, day, said, send, statements, summary_of, text_of

NEW = {
    "name": "Mared Llwyd", "username": "mared", "held": ["practitioner"], "office": "wrexham",
    "language": "cy", "speaks_welsh": "yes", "is_contractor": "no",
}  # fmt: skip
HOURS = {"mon_from": "9am", "mon_to": "5pm", "tue_from": "", "tue_to": ""}


@pytest.fixture
def administrator(officer_with: Callable[..., Officer]) -> Officer:
    return officer_with("system_administrator")


@pytest.fixture
def admin(administrator: Officer) -> Client:
    return client_of(administrator)


def change(client: Client, path: str, **typed: object) -> object:
    """Opens a form and sends it with what it showed."""
    page = client.get(path).content.decode()
    seen = re.search(r'name="seen" value="(\w+)"', page)
    return send(client, path, {"seen": seen[1] if seen else "", **typed})


@pytest.mark.parametrize(
    "path",
    ["", "people/", "people/add/", "offices/", "offices/add/", "offices/wrexham/", "closed-days/",
     "closed-days/add/", "pathfinder/", "pathfinder/add/", "pathfinder/dorset/"],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "cy"])
def test_each_page_is_the_administrators_alone(
    administrator: Officer, own: Officer, manager: Officer, path: str, language: str
) -> None:
    assert client_of(administrator, language).get(f"/service/{path}").status_code == 200
    assert client_of(own).get(f"/service/{path}").status_code == 403
    assert client_of(manager).post(f"/service/{path}").status_code in (403, 405)


def test_a_person_is_added_and_signs_in_with_a_password_that_is_changed_first(
    admin: Client, administrator: Officer, office: Office
) -> None:
    answer = change(admin, "/service/people/add/", **NEW)
    password = re.search(r'lles-key">([a-z2-9-]+)<', said(answer))
    assert password
    person = Officer.objects.get(account__username="mared")
    assert (person.roles, person.office, person.speaks_welsh) == (["practitioner"], office, True)
    (entry,) = Entry.objects.filter(subject=f"officer:{person.pk}")
    assert (entry.kind, entry.by) == ("officer_added", administrator)
    assert password[1] not in str(entry.facts)
    browser = Client()
    assert browser.post("/signin/", {"login": "mared", "password": password[1]})["Location"] == "/"
    assert browser.get("/")["Location"] == "/signin/security/password/"
    new = {"oldpassword": password[1], "password1": "Tri-gair-glas-7", "password2": "Tri-gair-glas-7"}
    assert browser.post("/signin/security/password/", new)["Location"] == "/signin/security/"
    assert browser.get("/")["Location"] == "/signin/security/app/"
    assert not Account.objects.get(username="mared").password_is_given


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"name": ""}, "Enter the name of the person"),
        ({"held": []}, "Select what the person does"),
        ({"held": ["the_service"]}, "Select a valid choice"),
        ({"held": ["system_administrator", "practitioner"]}, "sees no case"),
        ({"username": "nia price"}, "Use letters, digits"),
        ({"username": "OWN"}, "already. Choose another"),
        ({"office": ""}, "Select an office"),
    ],
)
def test_what_is_wrong_with_a_person_is_said_and_nothing_is_lost(
    admin: Client, own: Officer, wrong: dict[str, object], says: str
) -> None:
    answer = change(admin, "/service/people/add/", **{**NEW, **wrong})
    assert says in summary_of(answer)
    assert "mared" in said(answer) or "username" in wrong
    assert not Officer.objects.filter(name="Mared Llwyd").exists()


def test_roles_are_changed_and_hold_on_the_next_request(
    admin: Client, case: Case, own: Officer, teammate: Officer
) -> None:
    browser = client_of(teammate)
    assert browser.get(f"/cases/{case.reference}/").status_code == 404
    path = f"/service/people/{teammate.pk}/change/"
    typed = {"name": teammate.name, "office": "wrexham", "speaks_welsh": "no", "is_contractor": "no"}
    change(admin, path, **typed, held=["practitioner", "practice_supervisor"])
    assert browser.get(f"/cases/{case.reference}/").status_code == 200
    entry = Entry.objects.get(subject=f"officer:{teammate.pk}", kind="officer_changed")
    assert "Practice supervisor" in str(entry.facts)


def test_nobody_changes_their_own_roles(admin: Client, administrator: Officer) -> None:
    path = f"/service/people/{administrator.pk}/change/"
    typed = {"name": "A", "office": "wrexham", "speaks_welsh": "no", "is_contractor": "no"}
    assert "your own roles" in summary_of(change(admin, path, **typed, held=["practitioner"]))
    closed = change(admin, f"/service/people/{administrator.pk}/account/close/", reason="Leaving")
    assert "your own" in summary_of(closed)
    administrator.refresh_from_db()
    assert administrator.roles == ["system_administrator"]
    assert Account.objects.get(officer=administrator).is_active


def test_two_administrators_do_not_overwrite_each_other_unseen(admin: Client, teammate: Officer) -> None:
    path = f"/service/people/{teammate.pk}/change/"
    page = admin.get(path).content.decode()
    seen = re.search(r'name="seen" value="(\w+)"', page)
    assert seen
    Officer.objects.filter(pk=teammate.pk).update(speaks_welsh=True)
    typed = {"name": "Other", "office": "wrexham", "speaks_welsh": "no", "is_contractor": "no"}
    answer = admin.post(path, {**typed, "held": ["practitioner"], "seen": seen[1]})
    assert answer.status_code == 409
    assert "Somebody changed this" in summary_of(answer)
    teammate.refresh_from_db()
    assert (teammate.name, teammate.speaks_welsh) == ("Teammate", True)


@pytest.mark.parametrize("act", ["end-sessions", "close", "second-factor", "password"])
def test_sessions_end_on_the_next_request(admin: Client, own: Officer, act: str) -> None:
    browser = client_of(own)
    assert browser.get("/").status_code == 200
    path = f"/service/people/{own.pk}/account/{act}/"
    assert "Say why" in summary_of(change(admin, path, reason=" "))
    assert browser.get("/").status_code == 200
    change(admin, path, reason="The laptop was stolen.")
    answer = browser.get("/")
    assert answer["Location"].startswith("/signin/")
    assert "The laptop was stolen." in text_of(admin, f"/service/people/{own.pk}/")
    assert Account.objects.get(officer=own).is_active == (act != "close")


def test_a_closed_account_opens_again(admin: Client, own: Officer) -> None:
    change(admin, f"/service/people/{own.pk}/account/close/", reason="On leave")
    assert "This account is closed" in text_of(admin, f"/service/people/{own.pk}/")
    assert own.name in text_of(admin, "/service/people/?closed=yes")
    change(admin, f"/service/people/{own.pk}/account/open/", reason="Back")
    assert client_of(Officer.objects.get(pk=own.pk)).get("/").status_code == 200
    assert admin.get(f"/service/people/{own.pk}/account/burn/").status_code == 404


def test_the_second_factor_is_removed_with_a_reason(admin: Client, own: Officer) -> None:
    Authenticator.objects.create(user=own.account, type=Authenticator.Type.TOTP, data={"secret": "x"})
    change(admin, f"/service/people/{own.pk}/account/second-factor/", reason="Lost the phone")
    assert not Authenticator.objects.filter(user=own.account).exists()
    kinds = set(Entry.objects.filter(subject=f"officer:{own.pk}").values_list("kind", flat=True))
    assert kinds == {"sessions_ended", "second_factor_reset"}


def test_an_arrangement_is_recorded_and_taken_back(admin: Client, own: Officer) -> None:
    path = f"/service/people/{own.pk}/arrangements/"
    assert "No arrangement is recorded" in text_of(admin, path)
    days = {**day("starts", date(2026, 4, 1)), **day("ends", date(2026, 3, 1))}
    assert "must not be before" in summary_of(change(admin, path, **days, scope="Reports"))
    days = {**day("starts", date(2026, 4, 1)), **day("ends", date(2027, 3, 31))}
    change(admin, path, **days, scope="Reports")
    (arrangement,) = own.arrangements.all()
    assert "Reports" in text_of(admin, path)
    admin.post(path, {"withdraw": arrangement.pk})
    assert "No arrangement is recorded" in text_of(admin, path)


def test_hours_of_an_office_are_changed(admin: Client, office: Office) -> None:
    typed = {
        "name_en": "Wrexham",
        "name_cy": "Wrecsam",
        "phone": "01632 960111",
        "court_codes": "366572\n366572",
        "closed_on": "28.12.2026\n24/12/2026\n24 12 2026",
    }
    change(admin, "/service/offices/wrexham/", **typed, **HOURS)
    office.refresh_from_db()
    assert office.hours == {"mon": ["09:00", "17:00"]}
    assert (office.name_cy, office.court_codes) == ("Wrecsam", ["366572"])
    assert office.closed_on == ["2026-12-24", "2026-12-28"]
    shown = text_of(admin, "/service/offices/")
    assert "09:00–17:00" in shown
    assert "24 December 2026; 28 December 2026" in shown
    assert "24/12/2026" in text_of(admin, "/service/offices/wrexham/")
    assert Entry.objects.filter(subject=f"office:{office.pk}", kind="office_changed_to").count() == 1


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"mon_to": ""}, "Enter both times"),
        ({"mon_to": "8am"}, "closes after it opens"),
        ({"mon_from": "nine"}, "Enter a time"),
        ({"court_codes": "LL11 1ZZ"}, "no number of a court"),
        ({"closed_on": "24/12/2026\n31/02/2027"}, "This is no day: 31/02/2027"),
        ({"closed_on": "at Christmas"}, "This is no day: at Christmas"),
        ({"name_cy": ""}, "Enter the name in Welsh"),
    ],
)
def test_what_is_wrong_with_an_office_is_said(
    admin: Client, office: Office, wrong: dict[str, str], says: str
) -> None:
    typed = {"name_en": "Wrexham", "name_cy": "Wrecsam", "phone": "1", "court_codes": ""}
    assert says in summary_of(change(admin, "/service/offices/wrexham/", **{**typed, **HOURS, **wrong}))


def test_an_office_is_added_like_another(admin: Client, office: Office) -> None:
    typed = {"name_en": "Mold", "name_cy": "Yr Wyddgrug", "phone": "1", "court_codes": "", "like": "wrexham"}
    change(admin, "/service/offices/add/", **typed, **HOURS, slug="mold")
    assert Office.objects.get(slug="mold").area == office.area
    again = change(admin, "/service/offices/add/", **typed, **HOURS, slug="mold")
    assert "an office of this short name" in summary_of(again)


def test_a_closed_day_is_added_opened_and_taken_back(admin: Client, administrator: Officer) -> None:
    names = {"name_en": "Jubilee", "name_cy": "Jiwbilî"}
    change(admin, "/service/closed-days/add/", **day("day", date(2026, 6, 12)), **names)
    page = text_of(admin, "/service/closed-days/?year=2026")
    assert "Jubilee" in page
    assert administrator.name in page.split("What was changed")[1]
    again = change(admin, "/service/closed-days/add/", **day("day", date(2026, 6, 12)), **names)
    assert "It stands so already" in summary_of(again)
    far = change(admin, "/service/closed-days/add/", **day("day", date(2050, 6, 13)), **names)
    assert "2050" in summary_of(far)
    admin.post("/service/closed-days/", {"open": "2026-04-03"})
    assert "A working day, set by the service" in text_of(admin, "/service/closed-days/?year=2026")
    for row in ClosedDay.objects.filter(withdrawn_at=None):
        admin.post("/service/closed-days/", {"withdraw": row.pk})
    assert "et by the service" not in text_of(admin, "/service/closed-days/?year=2026")
    assert admin.post("/service/closed-days/", {"open": "x"}).status_code == 404


def test_an_area_is_set_and_taken_back(admin: Client) -> None:
    typed = {
        "name_en": "Dorset", "name_cy": "Dorset", **day("starts", date(2027, 1, 4)),
        "court_codes": "101633", "court_names": "Bournemouth!\nbournemouth",
    }  # fmt: skip
    change(admin, "/service/pathfinder/dorset/", **typed)
    row = PathfinderArea.objects.get()
    assert (row.area, row.starts, row.court_names) == ("dorset", date(2027, 1, 4), ["bournemouth"])
    taken = change(admin, "/service/pathfinder/add/", **{**typed, "name_en": "Elsewhere"})
    assert "belongs to another area: Dorset" in summary_of(taken)
    nothing = change(admin, "/service/pathfinder/add/", **{**typed, "court_codes": "", "court_names": ""})
    assert "at least one court" in summary_of(nothing)
    change(admin, "/service/pathfinder/add/", **{**typed, "name_en": "Far away", "court_codes": "999999"})
    assert PathfinderArea.objects.filter(area="far-away").exists()
    admin.post("/service/pathfinder/", {"withdraw": row.pk})
    assert PathfinderArea.objects.get(pk=row.pk).withdrawn_at
    assert admin.post("/service/pathfinder/", {"withdraw": "0"}).status_code == 404


@pytest.mark.parametrize("path", ["", "people/", "offices/", "closed-days/", "pathfinder/"])
def test_a_page_asks_the_database_seldom(admin: Client, teammate: Officer, path: str) -> None:
    admin.get(f"/service/{path}")
    with statements() as sent:
        admin.get(f"/service/{path}")
    assert len(sent) <= 6, "\n".join(sent)

"""An order is enforced, from the application to the closing letter: what is alleged and who had the notice,
fresh checks, the report before an order, what the court finds, the order and its hours, a warning and a
failure that is reported, compensation and the end; in English, and in Welsh."""

from datetime import date, datetime, timedelta

import pytest
from playwright.sync_api import Browser
from pytest_django.plugin import DjangoDbBlocker

from lles.law.bilingual import Language
from lles.site.synthetic.families import LONDON
from tests.journeys.assistance import Said, day, sealed, texts, tick
from tests.journeys.desk import Desk, sitting_down
from tests.journeys.given import employed_with_a_case, number_of
from tests.journeys.service import Service, working_in

NUMBERS = {"en": 91, "cy": 92}
WHO = {"en": ("nia.enforcing", "Nia Price"), "cy": ("nia.gorfodi", "Nia Price")}
SAID: Said = {
    "en": "The children were not brought home at six.",
    "cy": "Ni ddaethpwyd â'r plant adref am chwech.",
}
OFFICER, OFFICE = "Delyth Morgan", "Wrexham"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_an_order_is_enforced_from_the_application_to_the_closing_letter(
    browser: Browser, service: Service, django_db_blocker: DjangoDbBlocker, language: Language
) -> None:
    family, case = employed_with_a_case(
        service, django_db_blocker, WHO[language], language, NUMBERS[language], "Rhian Hughes"
    )
    with working_in(service.database, django_db_blocker):
        mother, father = (number_of(case, role) for role in ("applicant", "respondent"))
    with sitting_down(browser, service, language, "13-enforcement") as desk:
        adults = (*family.applicants, *family.respondents)
        names = [
            *(f"{one.first_name} {one.last_name}" for one in adults),
            *(f"{one.first_name} {one.last_name}" for one in family.children),
        ]
        desk.own_words = (SAID[language], "Nia Price", "Rhian Hughes", OFFICER, *names, family.court.name)
        desk.sign_in(WHO[language][0])
        desk.set_up_the_code()
        matter = _it_is_applied_for(desk, case, mother, father)
        _the_court_is_advised(desk, matter)
        _the_court_orders_it(desk, case, matter)
        _hours_are_worked_and_a_failure_is_reported(desk, matter, mother)
        _it_ends(desk, matter)
        assert not desk.troubles, "\n".join(desk.troubles)


def _ago(days: int) -> date:
    return datetime.now(LONDON).date() - timedelta(days=days)


def _it_is_applied_for(desk: Desk, case: str, mother: int, father: int) -> str:
    """Who applies against whom; the order is old, so checks are made afresh; what is alleged, and notices."""
    desk.go(f"/cases/{case}/enforcement/")
    desk.look("none")
    desk.open(desk.say("Record an application to enforce"))
    desk.look("application", narrow=True)
    tick(desk, party=str(father), is_attached="yes")
    desk.page.locator("[name='applicant']").select_option(str(mother))
    day(desk, "issued_on", _ago(80))
    day(desk, "about_on", _ago(300))
    desk.press(desk.say("Record the application"))
    desk.page.wait_for_url(f"**/cases/{case}/enforcement/")
    desk.look("matters", narrow=True)
    desk.open(desk.say("Open"))
    desk.page.wait_for_url("**/enforcement/*/")
    matter = desk.page.url
    desk.look("applied-for", narrow=True)
    for days_ago in (95, 88):
        desk.page.goto(f"{matter}alleged/")
        day(desk, "on", _ago(days_ago))
        _worded(desk, matter, "alleged")
    for party in (mother, father):
        desk.page.goto(f"{matter}notice/")
        tick(desk, party=str(party), way="served")
        day(desk, "on", _ago(290))
        _recorded(desk, matter, "notice")
    return matter


def _the_court_is_advised(desk: Desk, matter: str) -> None:
    """The report before an order, with its questions and headings."""
    desk.page.goto(f"{matter}write/information/")
    texts(desk, SAID[desk.language])
    tick(desk, language_of_words=desk.language, all_to_person="no")
    desk.look("information", narrow=True)
    sealed(desk, matter)
    desk.look("advised", narrow=True)


def _the_court_orders_it(desk: Desk, case: str, matter: str) -> None:
    """What the court found of each failure; its order answers the application, and its terms are read out."""
    for n, outcome in ((0, "breach"), (1, "excuse")):
        desk.page.locator("a[href$='/found/']").nth(n).click()
        tick(desk, outcome=outcome)
        day(desk, "on", _ago(45))
        _recorded(desk, matter, "found")
    desk.go(f"/cases/{case}/orders/")
    desk.open(desk.say("Record an order"))
    desk.page.locator("[name='kind']").select_option("enforcement")
    day(desk, "made_on", _ago(40))
    desk.press(desk.say("Record the order"))
    desk.page.wait_for_url(f"**/cases/{case}/orders/")
    desk.page.goto(f"{matter}terms/")
    desk.page.locator("[name='hours']").fill("60")
    tick(desk, as_sealed="yes")
    for name in ("notice_on", "leave_on"):
        day(desk, name, _ago(40))
    desk.page.locator("[name='officer']").fill(OFFICER)
    desk.page.locator("[name='officer_office']").fill(OFFICE)
    _worded(desk, matter, "terms")
    desk.look("ordered", narrow=True)
    desk.open(desk.say("The order belongs to another application"))
    desk.look("move-order", narrow=True)
    _written(desk, matter, "start_letter")


def _hours_are_worked_and_a_failure_is_reported(desk: Desk, matter: str, mother: int) -> None:
    """Hours, a warning, and a failure within its months; the court is told, and of what was lost."""
    for kind, days_ago in (("hours", 20), ("warning", 15), ("failure", 3)):
        _happened(desk, matter, kind, days_ago, hours="14" if kind == "hours" else "")
    desk.look("failed", narrow=True)
    _written(desk, matter, "failure", look=True)
    desk.page.goto(f"{matter}compensation/")
    tick(desk, party=str(mother), has_applied="yes")
    desk.page.locator("[name='loss']").fill("480.00")
    desk.page.locator("[name='ordered']").fill("450")
    day(desk, "ordered_on", _ago(40))
    _worded(desk, matter, "compensation")


def _it_ends(desk: Desk, matter: str) -> None:
    """The work is done; the court has the report at the end, and the father his letter."""
    desk.page.goto(f"{matter}end/")
    tick(desk, outcome="done")
    day(desk, "ended_on", _ago(0))
    _worded(desk, matter, "end")
    _written(desk, matter, "end")
    _written(desk, matter, "closing_letter", look=True)
    desk.expect(desk.say("Ended"))
    desk.look("ended", narrow=True)
    addresses = [
        one.get_attribute("href") for one in desk.page.locator(".lles-task a[href*='/documents/']").all()
    ]
    assert len(addresses) >= 8  # three reports for the court in two languages, two letters
    for address in addresses:
        assert address is not None
        _name, content = desk.fetch(desk.service.url + address)
        assert content.startswith(b"%PDF")


def _happened(desk: Desk, matter: str, kind: str, days_ago: int, hours: str = "") -> None:
    desk.page.goto(f"{matter}happened/")
    tick(desk, kind=kind)
    day(desk, "on", _ago(days_ago))
    desk.page.locator("[name='hours']").fill(hours)
    _worded(desk, matter, f"happened-{kind}", look=kind == "failure")


def _written(desk: Desk, matter: str, kind: str, look: bool = False) -> None:
    desk.page.goto(f"{matter}write/{kind}/")
    texts(desk, SAID[desk.language])
    tick(desk, language_of_words=desk.language)
    if look:
        desk.look(kind.replace("_", "-"), narrow=True)
    sealed(desk, matter)


def _worded(desk: Desk, matter: str, name: str, look: bool = True) -> None:
    texts(desk, SAID[desk.language])
    tick(desk, language_of_words=desk.language)
    _recorded(desk, matter, name, look=look)


def _recorded(desk: Desk, matter: str, name: str, look: bool = True) -> None:
    if look:
        desk.look(name, narrow=True)
    sealed(desk, matter)

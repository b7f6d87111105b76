"""A monitoring breach is reported: the order is keyed, calls are held, a breach is alleged, the other
side is asked, it is confirmed, and the report goes to the court; in English, and in Welsh."""

from datetime import UTC, date, datetime, timedelta

import pytest
from playwright.sync_api import Browser
from pytest_django.plugin import DjangoDbBlocker

from lles.law.bilingual import Language
from lles.site.synthetic.families import LONDON
from tests.journeys.desk import Desk, sitting_down
from tests.journeys.family import family_of
from tests.journeys.service import Service, employ, send, working_in

NUMBERS = {"en": 61, "cy": 62}
PROVISION = {"en": "Each Saturday from 10am to 4pm.", "cy": "Bob dydd Sadwrn rhwng 10yb a 4yp."}
HIS = {"en": "I waited and nobody came.", "cy": "Arhosais ac ni ddaeth neb."}
HERS = {"en": "They were ill, and I did not say so.", "cy": "Roeddent yn sâl, ac ni ddywedais hynny."}
FOUND = {"en": "Both say that it did not happen.", "cy": "Mae'r ddau yn dweud na ddigwyddodd."}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_breach_is_alleged_asked_about_confirmed_and_reported(
    browser: Browser, service: Service, django_db_blocker: DjangoDbBlocker, language: Language
) -> None:
    who, manager = f"nia.monitoring.{language}", f"rhian.monitoring.{language}"
    employ(service, django_db_blocker, who, "Nia Price", "practitioner", language)
    employ(service, django_db_blocker, manager, "Rhian Hughes", "service_manager", language)
    family = family_of(language, datetime.now(LONDON).date(), NUMBERS[language])
    send(service.court, family)
    service.lles("feed", "poll")
    with working_in(service.database, django_db_blocker):
        case, mother, father = _given(str(family.case_number), who, manager)
    words = [text[language] for text in (PROVISION, HIS, HERS, FOUND)]
    with sitting_down(browser, service, language, "9-monitoring") as desk:
        desk.own_words = (*words, "Nia Price", "Rhian Hughes", family.court.name)
        desk.sign_in(who)
        desk.set_up_the_code()
        _the_order_is_keyed_and_read(desk, case, mother, father)
        order = desk.page.url
        _each_side_is_called(desk, order, mother, father)
        _it_is_confirmed_and_reported(desk, order)
        assert desk.troubles == []


def _given(court_number: str, who: str, manager: str) -> tuple[str, int, int]:
    from lles.casefile.changes.people import allocate
    from lles.casefile.models import Case, Officer

    case = Case.objects.get(court_number=court_number)
    by, to = (Officer.objects.get(account__username=name) for name in (manager, who))
    allocate(case=case, by=by, at=datetime.now(UTC), to=to)
    mother, father = (case.parties.get(role=role).pk for role in ("applicant", "respondent"))
    return case.reference, mother, father


def _today() -> date:
    return datetime.now(LONDON).date()


def _day(desk: Desk, name: str, on: date) -> None:
    for box, value in (("day", on.day), ("month", on.month), ("year", on.year)):
        desk.page.locator(f"[name='{name}-{box}']").fill(str(value))


def _tick(desk: Desk, **answers: str) -> None:
    for name, value in answers.items():
        desk.page.locator(f"input[name='{name.replace('__', '-')}'][value='{value}']").check()


def _the_order_is_keyed_and_read(desk: Desk, case: str, mother: int, father: int) -> None:
    """The order opens its work by itself; what it says is read out of it."""
    desk.go(f"/cases/{case}/monitoring/")
    desk.look("none")
    desk.open(desk.say("Record an order"))
    desk.page.locator("[name='kind']").select_option("monitoring")
    _day(desk, "made_on", _today() - timedelta(days=10))
    desk.press(desk.say("Record the order"))
    desk.page.wait_for_url(f"**/cases/{case}/orders/")
    desk.go(f"/cases/{case}/monitoring/")
    desk.look("order-made", narrow=True)
    desk.open(desk.say("Open"))
    desk.open(desk.say("Record what it says"))
    desk.look("terms", narrow=True)
    desk.page.locator("#id_words-0").fill(PROVISION[desk.language])
    desk.page.locator("[name='kind-0']").select_option("time_with")
    desk.page.locator(f"[name='limb-{mother}']").select_option("time_with_another")
    desk.page.locator(f"[name='limb-{father}']").select_option("named_for_time")
    desk.page.locator("[name='months']").fill("6")
    _tick(desk, as_sealed="yes", by_consent="no", is_excepted="no", reports="breach")
    desk.page.locator("[name='report_unit']").select_option("working_days")
    desk.page.locator("[name='report_within']").fill("2")
    desk.press(desk.say("Record what it says"))
    desk.expect(PROVISION[desk.language])
    desk.look("order", narrow=True)


def _each_side_is_called(desk: Desk, order: str, mother: int, father: int) -> None:
    """He says that it did not happen: alleged. She is asked, and says why."""
    for party, account in ((father, HIS), (mother, HERS)):
        desk.page.goto(f"{order}call/{party}/")
        _tick(desk, outcome="spoke", answer__1="not")
        _day(desk, "monitored_on", _today() - timedelta(days=2))
        desk.page.locator("#id_account").fill(account[desk.language])
        _day(desk, "next_monitored_on", _today() + timedelta(days=1))
        desk.page.locator("#id_next_at").fill("10:00")
        if party == father:
            desk.look("call", narrow=True)
        desk.press(desk.say("Record the call"))
        desk.page.wait_for_url(order)
        desk.look("alleged" if party == father else "asked", narrow=True)


def _it_is_confirmed_and_reported(desk: Desk, order: str) -> None:
    """What was found is written down, and the report is sealed and on its way."""
    desk.open(desk.say("Open the breach"))
    desk.look("breach", narrow=True)
    _tick(desk, confirmed="yes")
    _day(desk, "on", _today())
    desk.page.locator("#id_words").fill(FOUND[desk.language])
    desk.press(desk.say("Record what was found"))
    desk.page.wait_for_url(order)
    desk.look("confirmed", narrow=True)
    desk.open(desk.say("Report on non-compliance"))
    desk.page.locator("#id_words").fill(FOUND[desk.language])
    desk.page.locator("#id_other_words").fill(FOUND["en" if desk.language == "cy" else "cy"])
    desk.look("report", narrow=True)
    desk.press(desk.say("Seal the report and send it to the court"))
    desk.page.wait_for_url(order)
    desk.expect(desk.say("Reports to the court"))
    desk.look("reported", narrow=True)
    (kept, *_) = desk.page.locator(".lles-task a[href*='/documents/']").all()
    address = kept.get_attribute("href")
    assert address is not None
    name, content = desk.fetch(desk.service.url + address)
    assert name.startswith("court.")
    assert content.startswith(b"%PDF")

"""In the third month the father takes his consent back: the page warns and the order goes on, the court is
asked, and only the court's answer brings the order to its end; in English, and in Welsh."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pytest_django.plugin import DjangoDbBlocker

from lles.law.bilingual import Language, day_in_words
from lles.law.findings import Finding
from lles.links.postgres import Server
from lles.site.synthetic.families import LONDON
from lles.work.family_assistance.rules.provisions import family_assistance_law
from tests.journeys.assistance import Named, Said, consented, documents_made, keyed, named_in, terms
from tests.journeys.desk import Desk, sitting_down
from tests.journeys.given import employed_with_a_case
from tests.journeys.months import Months, beginning, come_back, morning, today
from tests.journeys.service import working_in

BEGAN, MONTHS, IN_MONTH_THREE, ANSWERED_AFTER = 120, 6, 75, 24
WHO = {"en": ("nia.consent", "Nia Price"), "cy": ("nia.cydsyniad", "Nia Price")}
WHY: Said = {
    "en": "One of the adults takes no part any more.",
    "cy": "Nid yw un o'r oedolion yn cymryd rhan mwyach.",
}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_consent_is_taken_back_in_the_third_month_and_the_court_answers(
    browser: Browser, database_server: Server, django_db_setup: None, django_db_blocker: DjangoDbBlocker,
    tmp_path: Path, language: Language,
) -> None:  # fmt: skip
    began = morning(datetime.now(LONDON).date() - timedelta(days=BEGAN))
    with beginning(database_server, django_db_blocker, tmp_path, began) as months:
        family, case = employed_with_a_case(months.service, django_db_blocker, WHO[language], language, 73)
        with working_in(months.service.database, django_db_blocker):
            named = named_in(case)
        with sitting_down(browser, months.service, language, "13-consent-withdrawn") as desk:
            desk.own_words = (WHY[language], "Nia Price", family.court.name, *named.names)
            months.seen_at(desk)
            desk.sign_in(WHO[language][0])
            desk.set_up_the_code()
            it_is_ordered_with_consent(desk, case, named)
            he_takes_it_back(desk, months, named)
            the_court_is_asked(desk, months)
            the_court_ends_it(desk, months, named)
            assert not desk.troubles, "\n".join(desk.troubles)


def it_is_ordered_with_consent(desk: Desk, case: str, named: Named) -> None:
    """Both consented before the order was made."""
    order = keyed(desk, case, today())
    terms(desk, order, named, months=MONTHS, made=True)
    for adult in named.adults:
        consented(desk, order, adult, "given")


def he_takes_it_back(desk: Desk, months: Months, named: Named) -> None:
    """The page warns and says that the order goes on; its last day is what it was."""
    order, ends_on = desk.page.url, last_day(desk)
    come_back(desk, months, WHO[desk.language][0], today() + timedelta(days=IN_MONTH_THREE))
    consented(desk, order, named.father, "withdrawn", look=True)
    desk.expect(warning(desk, named))
    desk.expect(desk.say("In force"))
    assert last_day(desk) == ends_on
    desk.look("withdrawn", narrow=True)


def warning(desk: Desk, named: Named) -> str:
    found: Finding = family_assistance_law()["FAO-WITHDRAW"].finding(
        "withdrawn", name=named.names[1], day=today()
    )
    return found.says.said(desk.language)


def last_day(desk: Desk) -> str:
    return desk.page.locator(".lles-next").first.inner_text()


def the_court_is_asked(desk: Desk, months: Months) -> None:
    """The officer can only refer: what goes to the court changes nothing."""
    order, ends_on = desk.page.url, last_day(desk)
    documents_made(desk, order, "family_referral", WHY, asks="discharge", look=True)
    months.send_to_court(desk)
    assert {one.kind for one in months.service.court.uploads} == {"Correspondence"}
    desk.page.goto(order)
    assert last_day(desk) == ends_on
    desk.look("referred", narrow=True)


def the_court_ends_it(desk: Desk, months: Months, named: Named) -> None:
    """The court discharges the order from a day, and that is then its last."""
    order = desk.page.url
    come_back(desk, months, WHO[desk.language][0], today() + timedelta(days=ANSWERED_AFTER))
    terms(desk, order, named, months=MONTHS, made=True, ends_on=today())
    desk.expect(day_in_words(today(), desk.language))
    desk.look("discharged", narrow=True)
    come_back(desk, months, WHO[desk.language][0], today() + timedelta(days=1))
    desk.page.goto(order)
    desk.expect(desk.say("Ended"))
    desk.look("ended", narrow=True)

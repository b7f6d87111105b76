"""A family assistance order over eight months: the opinion is asked, the adults consent, the court makes the
order, a plan of six parts is agreed, the work is done and reviewed, the court has its report, and everybody
is told how it ended; in English, and in Welsh."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pytest_django.plugin import DjangoDbBlocker

from lles.casefile.timeline import word
from lles.law.bilingual import Language
from lles.links.postgres import Server
from lles.site.synthetic.families import LONDON
from tests.journeys.assistance import (
    PLAN,
    Named,
    Said,
    consented,
    day,
    documents_made,
    keyed,
    named_in,
    proposed,
    recorded_work,
    said,
    sealed,
    terms,
    texts,
    tick,
    told_of_plan,
    written_plan,
)
from tests.journeys.desk import Desk, sitting_down
from tests.journeys.given import employed_with_a_case
from tests.journeys.months import Months, beginning, come_back, morning, today
from tests.journeys.service import working_in

BEGAN = 250  # days ago: the eight months of the order end a few days from now
WHO = {"en": ("nia.assisting", "Nia Price"), "cy": ("nia.cynorthwyo", "Nia Price")}
OPINION: Said = {
    "en": "Calm handovers would let the children enjoy their time with both.",
    "cy": "Byddai trosglwyddo tawel yn gadael i'r plant fwynhau eu hamser gyda'r ddau.",
}
HOPE: Said = {"en": "I want it to be quiet.", "cy": "Dw i eisiau iddi fod yn dawel."}
OUTCOME: Said = {
    "en": "Handovers have been calm since May.",
    "cy": "Mae'r trosglwyddo wedi bod yn dawel ers mis Mai.",
}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_family_is_helped_for_eight_months(
    browser: Browser, database_server: Server, django_db_setup: None, django_db_blocker: DjangoDbBlocker,
    tmp_path: Path, language: Language,
) -> None:  # fmt: skip
    began = morning(datetime.now(LONDON).date() - timedelta(days=BEGAN))
    with beginning(database_server, django_db_blocker, tmp_path, began) as months:
        family, case = employed_with_a_case(months.service, django_db_blocker, WHO[language], language, 71)
        with working_in(months.service.database, django_db_blocker):
            named = named_in(case)
        with sitting_down(browser, months.service, language, "12-family-assistance") as desk:
            own = (OPINION, HOPE, OUTCOME, *PLAN)
            desk.own_words = (
                *(words for one in own for words in one.values()),
                "Nia Price",
                family.court.name,
                *named.names,
            )
            months.seen_at(desk)
            desk.sign_in(WHO[language][0])
            desk.set_up_the_code()
            it_is_weighed(desk, case, named)
            it_is_ordered(desk, months, case, named)
            a_plan_is_agreed(desk, named)
            it_is_done_and_reviewed(desk, months)
            the_court_has_its_report(desk, months)
            it_ends(desk, months, named)
            assert not desk.troubles, "\n".join(desk.troubles)


def it_is_weighed(desk: Desk, case: str, named: Named) -> None:
    """The court asks what we think: whom it would name, what they say of it, and our opinion of two lists."""
    order = proposed(desk, case)
    terms(desk, order, named, months=8, made=False)
    desk.look("weighed", narrow=True)
    for adult in named.adults:
        said(desk, f"{order}said/adult/{adult}/", "no_comment", "")
    said(desk, f"{order}said/child/{named.child}/", "view", HOPE[desk.language])
    desk.page.goto(f"{order}opinion/")
    desk.look("opinion", narrow=True)
    tick(desk, mode="written", given_by="wales", proposed_by="court", is_best="yes")
    day(desk, "given_on", today())
    desk.page.locator("#id_months").fill("8")
    texts(desk, OPINION[desk.language])
    sealed(desk, order)
    desk.look("opinion-given", narrow=True)
    for adult in named.adults:
        consented(desk, order, adult, "given", look=adult == named.mother)
    desk.look("consents", narrow=True)
    documents_made(desk, order, "family_consent_form", OPINION)
    documents_made(desk, order, "family_opinion", OPINION)
    desk.look("before-the-order", narrow=True)


def it_is_ordered(desk: Desk, months: Months, case: str, named: Named) -> None:
    """What was weighed becomes the order."""
    come_back(desk, months, WHO[desk.language][0], today() + timedelta(days=9))
    order = keyed(desk, case, today())
    terms(desk, order, named, months=8, made=True)
    desk.look("order", narrow=True)
    documents_made(desk, order, "family_letter", OPINION)


def a_plan_is_agreed(desk: Desk, named: Named) -> None:
    """The plan is a draft until its six parts stand; then each adult is told of it and has a copy."""
    order = desk.page.url
    written_plan(desk, order, complete=False)
    desk.look("plan-drafted")
    written_plan(desk, order, complete=True, look=True)
    for adult in named.adults:
        told_of_plan(desk, order, adult, look=adult == named.mother)
    documents_made(desk, order, "family_plan", OPINION)
    desk.look("plan-agreed", narrow=True)


def it_is_done_and_reviewed(desk: Desk, months: Months) -> None:
    """Visits and steps month by month, and the review in the middle."""
    order, made_on = desk.page.url, today()
    for after, kind, number in ((31, "going", "step-1"), (62, "done", "step-1"), (92, "going", "step-2")):
        come_back(desk, months, WHO[desk.language][0], made_on + timedelta(days=after))
        recorded_work(desk, order, kind, OUTCOME[desk.language], number, look=kind == "done")
    come_back(desk, months, WHO[desk.language][0], made_on + timedelta(days=121))
    desk.page.goto(order)
    desk.look("review-due", narrow=True)
    documents_made(desk, order, "family_review", OUTCOME, to_court="no", look=True)


def the_court_has_its_report(desk: Desk, months: Months) -> None:
    """The report that the order directs goes to the court, and is recorded when the court has it."""
    order = desk.page.url
    come_back(desk, months, WHO[desk.language][0], today() + timedelta(days=80))
    documents_made(desk, order, "family_report", OUTCOME)
    months.send_to_court(desk)
    desk.page.goto(order)
    desk.expect(word("family_work.reported").said(desk.language))
    desk.look("reported", narrow=True)


def it_ends(desk: Desk, months: Months, named: Named) -> None:
    """What came of each issue, what the child thinks, the end report, and a letter to everybody."""
    order = desk.page.url
    come_back(desk, months, WHO[desk.language][0], today() + timedelta(days=36))
    said(desk, f"{order}said/child/{named.child}/", "view", HOPE[desk.language], look=True)
    for number in ("issue-1", "issue-2"):
        recorded_work(desk, order, "outcome", OUTCOME[desk.language], number)
    recorded_work(desk, order, "left", OUTCOME[desk.language], "step-2")
    documents_made(desk, order, "family_end_report", OUTCOME, to_court="yes")
    documents_made(desk, order, "family_closing_letter", OUTCOME, look=True)
    come_back(desk, months, WHO[desk.language][0], today() + timedelta(days=14))
    desk.page.goto(order)
    desk.expect(desk.say("Ended"))
    assert not desk.page.locator("a[href$='/documents/family_plan/']").count()
    desk.look("ended", narrow=True)

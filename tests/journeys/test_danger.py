"""In the middle of a call a mother says that he is outside: from the call to a referral that is answered, and
back to the call, in which nothing was lost; in English, and in Welsh."""

from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.plugin import DjangoDbBlocker

from lles.law.bilingual import Language
from lles.site.synthetic.families import LONDON
from tests.journeys.desk import Desk, sitting_down
from tests.journeys.family import family_of
from tests.journeys.service import Service, employ, send, working_in

SAID = {
    "en": "He is outside the door and he has been drinking.",
    "cy": "Mae e y tu allan i'r drws ac mae wedi bod yn yfed.",
}
NUMBERS = {"en": 31, "cy": 32}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_from_a_call_to_a_referral_that_is_answered(
    browser: Browser, service: Service, django_db_blocker: DjangoDbBlocker, language: Language
) -> None:
    who, manager = f"nia.danger.{language}", f"rhian.danger.{language}"
    employ(service, django_db_blocker, who, "Nia Price", "practitioner", language)
    employ(service, django_db_blocker, manager, "Rhian Hughes", "service_manager", language)
    family = family_of(language, datetime.now(LONDON).date(), NUMBERS[language])
    send(service.court, family)
    service.lles("feed", "poll")
    with working_in(service.database, django_db_blocker):
        case, mother = _given(str(family.case_number), who, manager)
    own_words = (*SAID.values(), "Nia Price", "Rhian Hughes", "Duty desk", "Front door", family.court.name)
    with sitting_down(browser, service, language, "8-danger") as desk:
        desk.own_words = own_words
        desk.sign_in(who)
        desk.set_up_the_code()
        _in_the_middle_of_a_call(desk, case, mother)
        _tell_everybody(desk)
        _back_in_the_call(desk, case, mother)
        assert desk.troubles == []
    with sitting_down(browser, service, language, "8-manager") as desk:
        desk.own_words = own_words
        desk.sign_in(manager)
        desk.set_up_the_code()
        _the_manager_reads(desk)
        assert desk.troubles == []


def _given(court_number: str, who: str, manager: str) -> tuple[str, int]:
    from lles.casefile.changes.people import allocate
    from lles.casefile.models import Case, Officer

    case = Case.objects.get(court_number=court_number)
    by, to = (Officer.objects.get(account__username=name) for name in (manager, who))
    allocate(case=case, by=by, at=datetime.now(UTC), to=to)
    return case.reference, case.parties.get(role="applicant").pk


def _in_the_middle_of_a_call(desk: Desk, case: str, mother: int) -> None:
    """She says it; one press saves the call and leads on; the danger is recorded."""
    desk.go(f"/cases/{case}/conversations/{mother}/")
    desk.page.locator("#id_words-0").fill(SAID[desk.language])
    desk.look("call", narrow=True)
    desk.press({"en": "Danger now", "cy": "Perygl nawr"}[desk.language])
    desk.page.wait_for_url("**/danger/now/**")
    desk.look("danger", narrow=True)
    desk.press(desk.say("Record the danger and tell them"))
    desk.look("danger-incomplete")
    desk.page.locator("#id_learnt").fill(SAID[desk.language])
    for child in desk.page.locator("input[name='children']").all():
        child.check()
    for question, answer in (
        ("harm", "physical"),
        ("children_safe", "not_safe"),
        ("adults_safe", "not_safe"),
    ):
        desk.page.locator(f"input[name='{question}'][value='{answer}']").check()
    desk.page.locator("#id_police").select_option("north-wales")
    desk.page.locator("#id_local_authority").select_option("wrexham")
    desk.press(desk.say("Record the danger and tell them"))
    desk.expect(desk.say("What was learnt"))
    desk.look("referral", narrow=True)


def _tell_everybody(desk: Desk) -> None:
    """The police by telephone, the council by telephone and in writing, and what the council replies."""
    here, bodies = desk.page.url, desk.page.locator(".lles-task")
    for number in range(2):
        _press_in(desk, number, desk.say("Record the call"))
        desk.page.locator("#id_whom").fill("Duty desk")
        if not number:
            desk.look("telephone", narrow=True)
        desk.press(desk.say("Record the call"))
        desk.page.wait_for_url(here)
    desk.expect(desk.say("Every body that was named has been told."))
    council = 0 if "Wre" in bodies.nth(0).inner_text() else 1
    _press_in(desk, council, desk.say("Write the referral"))
    desk.page.locator("input[name='details']").first.check()
    desk.page.locator("#id_why").fill(SAID[desk.language])
    desk.look("write", narrow=True)
    desk.press(desk.say("Make the referral"))
    desk.page.wait_for_url(here)
    desk.look("written", narrow=True)
    _press_in(desk, council, desk.say("Record that it was sent"))
    desk.page.locator("input[name='way'][value='secure_email']").check()
    desk.page.locator("#id_sent_to").fill("Front door")
    desk.look("sent")
    desk.press(desk.say("Record that it was sent"))
    desk.page.wait_for_url(here)
    _press_in(desk, council, desk.say("Record their reply"))
    desk.page.locator("input[name='decision'][value='strategy']").check()
    desk.look("reply", narrow=True)
    desk.press(desk.say("Record the reply"))
    desk.page.wait_for_url(here)
    desk.look("answered", narrow=True)


def _press_in(desk: Desk, number: int, name: str) -> None:
    """Presses what stands beside one body."""
    line: Any = desk.page.locator(".lles-task").nth(number)
    line.get_by_role("button", name=desk._begins(name)).first.click()


def _back_in_the_call(desk: Desk, case: str, mother: int) -> None:
    """What she had said before is still there; the case says on top that a danger is open."""
    desk.go(f"/cases/{case}/conversations/{mother}/")
    expect(desk.page.locator("#id_words-0")).to_have_value(SAID[desk.language])
    desk.go(f"/cases/{case}/")
    expect(desk.page.locator(".lles-remark").first).to_contain_text(
        {"en": "Danger", "cy": "Perygl"}[desk.language]
    )
    desk.look("case", narrow=True)
    desk.go(f"/cases/{case}/danger/")
    desk.look("referrals")


def _the_manager_reads(desk: Desk) -> None:
    """It stands first on the manager's day, until the manager says that it was read."""
    desk.go("/")
    title = desk.page.locator(".lles-task__title").first
    expect(title).to_contain_text({"en": "Danger was seen", "cy": "Gwelwyd perygl"}[desk.language])
    desk.look("today", narrow=True)
    desk.page.locator(".lles-task").first.get_by_role("button").first.click()
    desk.press(desk.say("I have read of this danger"))
    desk.look("read")

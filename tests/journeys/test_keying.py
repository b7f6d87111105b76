"""An application is keyed by hand: a Welsh notice by e-mail on Pathfinder, and one from nothing on the
older pathway."""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pytest_django.plugin import DjangoDbBlocker

from lles.casefile import timeline
from lles.law.bilingual import Language
from lles.law.calendar import court_calendar
from lles.links.mail import read_message
from lles.site.synthetic.families import LONDON
from tests.journeys.desk import Desk, sitting_down
from tests.journeys.service import Service, employ
from tests.journeys.test_mail import names, write_a_notice

Typed = Mapping[str, str]
WHO: Mapping[Language, tuple[str, str]] = {"en": ("beth.hall", "Beth Hall"), "cy": ("mair.puw", "Mair Puw")}
NUMBERS: Mapping[Language, int] = {"en": 23, "cy": 24}
LOOKED_AT = ("harm", "court", "hearing", "child-1", "party-1", "party-1-children", "party-1-where")


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def pages(today: date, court: Typed) -> dict[str, Typed]:
    """What is keyed, page by page."""
    no = {"answer": "no"}
    return {
        "harm": {
            "answer": "yes", "by_whom": "applicant", "kinds": "domestic_abuse", "words": "Gweiddi.",
            "source": "application",
        },
        "urgency": {"answer": "yes", "without_notice": "no"},
        "other_proceedings": no,
        "special_measures": no,
        "application": {"kinds": "child_arrangements_live_with"},
        "court": court,
        "days": {**day("received_on", today), **day("submitted_on", today - timedelta(days=2))},
        "hearing": {
            "listed": "yes", "type_code": "ABA5-FHR", "at": "10:00",
            **day("on", court_calendar().working_day_from(today + timedelta(days=42))),
        },
        "authority": {"known": "unknown"},
        "child-1": {"first_name": "Efa", "last_name": "Bevan", **day("born_on", date(2017, 5, 1))},
        "child-1-home": {"elsewhere": "no"},
        "party-1": {"role": "applicant", "first_name": "Siân", "last_name": "Morris"},
        "party-1-children": {"kind-child-1": "mother", "lives-child-1": "on"},
        "party-1-where": {"address": "7 Heol y Dŵr", "postcode": "LL11 1AA", "address_kept": "yes"},
        "party-1-language": {"spoken": "cy", **day("asked_on", today)},
        "party-1-lawyer": {"represented": "no"},
        "party-2": {"role": "respondent", "first_name": "Gareth", "last_name": "Bevan"},
        "party-2-children": {"kind-child-1": "father"},
        "party-2-where": {},
        "party-2-language": {},
        "party-2-lawyer": {},
    }  # fmt: skip


@pytest.mark.parametrize("language", ["cy", "en"])
def test_an_application_is_keyed_until_it_is_a_case(
    browser: Browser, service: Service, django_db_blocker: DjangoDbBlocker, tmp_path: Path, language: Language
) -> None:
    employ(service, django_db_blocker, *WHO[language], "intake_administrator", language)
    by_mail = language == "cy"
    wales = {"court": "637145|Wrexham Law Courts (County and Family Court)", "number": "WX26P97777"}
    england = {"court": "another", "typed": "Chester Civil and Family Justice Centre", "number": ""}
    with sitting_down(browser, service, language, "9-keying") as desk:
        desk.own_words = ("Efa", "Bevan", "Siân", "Morris", "Gareth", WHO[language][1], *england.values())
        desk.sign_in(WHO[language][0])
        desk.set_up_the_code()
        if by_mail:
            begin_from_a_notice(desk, tmp_path)
        else:
            desk.go("/arrivals/")
            desk.open(desk.say("Register by hand"))
        desk.look("begin", narrow=True)
        desk.press(desk.say("Start"))
        desk.look("list-empty")
        begun = re.sub(r"^.*(/registrations/\d+/).*$", r"\1", desk.page.url)
        for name, typed in pages(datetime.now(LONDON).date(), wales if by_mail else england).items():
            key_a_page(desk, begun, name, typed)
        it_opens(desk, begun, by_mail)
        assert not desk.troubles, "\n".join(desk.troubles)


def begin_from_a_notice(desk: Desk, folder: Path) -> None:
    content = write_a_notice(NUMBERS[desk.language])
    (folder / "notice.eml").write_bytes(content)
    arrival = json.loads(desk.service.lles("mail", "take", str(folder / "notice.eml")))["arrival"]
    message = read_message(content)
    desk.own_words += (message.sender_name, message.subject, *message.text.splitlines(), *names(message))
    desk.go(f"/arrivals/{arrival}/")
    desk.open(desk.say("Key the application"))


def key_a_page(desk: Desk, begun: str, name: str, typed: Typed) -> None:
    desk.go(f"{begun}pages/{name}/")
    for box, value in typed.items():
        choice = desk.page.locator(f'[type=radio][name="{box}"][value="{value}"]').or_(
            desk.page.locator(f'[type=checkbox][name="{box}"]:is([value="{value}"])')
        )
        if choice.count():
            choice.first.check()
        elif desk.page.locator(f'select[name="{box}"]').count():
            desk.page.locator(f'select[name="{box}"]').select_option(value)
        else:
            desk.page.locator(f'[name="{box}"]').fill(value)
    if name in LOOKED_AT:
        desk.look(name, narrow=True)
    desk.press(desk.say("Save and continue"))
    desk.page.wait_for_url(re.compile(rf"^(?!.*/pages/{name}/$)"))


def it_opens(desk: Desk, begun: str, by_mail: bool) -> None:
    desk.go(begun)
    desk.look("list", narrow=True)
    desk.open(desk.say("Check your answers"))
    desk.look("check", narrow=True)
    desk.press(desk.say("Open the case"))
    desk.page.wait_for_url("**/cases/C-*/")
    task = "impact_report.report" if by_mail else "safeguarding.letter"
    desk.expect(timeline.word(f"task.{task}").said(desk.language))
    desk.expect(timeline.word("remark.urgent").said(desk.language))
    desk.look("case", narrow=True)

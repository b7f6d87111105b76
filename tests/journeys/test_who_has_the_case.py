"""A manager restricts a case, lets a colleague in and shuts her out again; then, in Welsh and on a phone, she
gives all cases of one officer to another."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.plugin import DjangoDbBlocker

from lles.casefile import timeline
from lles.site.synthetic.families import LONDON
from tests.journeys.desk import NARROW, Desk, sitting_down
from tests.journeys.family import family_of
from tests.journeys.given import given_to
from tests.journeys.service import Service, employ, send

NUMBERS = (53, 54)
CHILD = "Tabitha"
MANAGER, CLERK = ("hywel.morse", "Hywel Morse"), ("kate.finch", "Kate Finch")
HAD, GETS = ("enid.rowe", "Enid Rowe"), ("olwen.tate", "Olwen Tate")
WHY = "The mother's sister works in the office."


@dataclass
class Office:
    """The manager's desk and the clerk's, the case that is restricted, and another of the same officer."""

    manager: Desk
    clerk: Desk
    case: str
    other: str


@pytest.fixture
def office(browser: Browser, service: Service, django_db_blocker: DjangoDbBlocker) -> Iterator[Office]:
    """Two cases of one officer, a clerk who sees both, and their manager."""
    roles = ("service_manager", "checks_clerk", "practitioner", "practitioner")
    for who, role in zip((MANAGER, CLERK, HAD, GETS), roles, strict=True):
        employ(service, django_db_blocker, *who, role, "en")
    families = [family_of("en", datetime.now(LONDON).date(), number) for number in NUMBERS]
    first, second = families[0].children
    families[0] = replace(families[0], children=(replace(first, first_name=CHILD), second))
    for family in families:
        send(service.court, family)
    service.lles("feed", "poll")
    case, other = (given_to(service, django_db_blocker, str(one.case_number), HAD[0]) for one in families)
    names = [one.name for family in families for one in family.adults]
    names += [one.name for family in families for one in family.children]
    with (
        sitting_down(browser, service, "en", "7-manager") as manager,
        sitting_down(browser, service, "en", "7-clerk") as clerk,
    ):
        for desk, who in ((manager, MANAGER), (clerk, CLERK)):
            desk.own_words = (
                *names,
                *(one[1] for one in (MANAGER, CLERK, HAD, GETS)),
                families[0].court.name,
            )
            desk.sign_in(who[0])
            desk.set_up_the_code()
        yield Office(manager, clerk, case, other)


def test_who_sees_a_case_and_who_has_it(office: Office) -> None:
    assert it_is_there(office.clerk, office.case)
    it_is_restricted(office)
    assert not it_is_there(office.clerk, office.case)
    she_is_let_in_by_name(office)
    assert it_is_there(office.clerk, office.case)
    she_is_shut_out(office)
    assert not it_is_there(office.clerk, office.case)
    all_cases_are_given_to_another(office)
    assert not (troubles := office.manager.troubles + office.clerk.troubles), "\n".join(troubles)


def it_is_there(desk: Desk, reference: str) -> bool:
    """Whether the case is there for somebody: on its own page, in Find, on Today and in the lists; it is
    either everywhere or nowhere."""
    here = [desk.page.context.request.get(f"{desk.service.url}/cases/{reference}/").status == 200]
    for path in (f"/find/?q={CHILD}", f"/find/?q={reference}", "/", "/checks/", "/cases/"):
        desk.go(path)
        here.append(desk.page.locator(f"main a[href^='/cases/{reference}/']").count() > 0)
    assert len(set(here)) == 1, here
    return here[0]


def it_is_restricted(office: Office) -> None:
    desk = office.manager
    desk.go(f"/cases/{office.case}/")
    desk.open(desk.say("Who sees this case"))
    desk.page.get_by_text(desk.say("Who sees it as long as it is not restricted")).click()
    desk.expect(CLERK[1])
    desk.look("who-sees", narrow=True)
    desk.open(desk.say("Restrict the case"))
    desk.look("restrict", narrow=True)
    desk.fill(desk.say("Why must the case be restricted?"), WHY)
    desk.press(desk.say("Restrict the case"))
    desk.expect(WHY)
    desk.look("restricted", narrow=True)


def she_is_let_in_by_name(office: Office) -> None:
    desk = office.manager
    desk.open(desk.say("Name a person who is to see the case"))
    desk.look("name", narrow=True)
    desk.choose(f"{CLERK[1]} ({CLERK[0]})")
    desk.press(desk.say("Name the person"))
    desk.expect(desk.say("Take the name off"))


def she_is_shut_out(office: Office) -> None:
    desk = office.manager
    desk.open(desk.say("Shut a person out of the case"))
    desk.look("shut-out", narrow=True)
    desk.fill(desk.say("Who is to be shut out?"), CLERK[1])
    desk.choose(timeline.word("relation_to_case.relative").said("en"))
    desk.choose(desk.say("Somebody else, or nobody in particular"))
    desk.fill(desk.say("In your words"), "A cousin of the grandmother.")
    desk.press(desk.say("Shut the person out"))
    desk.expect(desk.say("Shut out below, so does not see it"))
    desk.look("is-shut-out", narrow=True)


def all_cases_are_given_to_another(office: Office) -> None:
    """In Welsh, on a narrow screen."""
    desk = office.manager
    desk.page.get_by_role("link", name="Cymraeg").or_(desk.page.get_by_role("button", name="Cymraeg")).click()
    desk.language = "cy"
    desk.go("/team/")
    desk.look("team", narrow=True)
    desk.open(HAD[1])
    desk.look("caseload", narrow=True)
    desk.page.set_viewport_size(NARROW)
    for reference in (office.case, office.other):
        desk.page.get_by_role("checkbox", name=desk._begins(reference)).check()
    desk.page.get_by_role("radio", name=GETS[1]).check()
    desk.press(desk.say("Give these cases"))
    desk.page.wait_for_url("**/team/")
    expect(desk.page.locator(".govuk-notification-banner")).to_contain_text(GETS[1])
    desk.look("given", narrow=True)
    desk.open(GETS[1])
    for reference in (office.case, office.other):
        expect(desk.page.get_by_role("checkbox", name=desk._begins(reference))).to_have_count(1)
    desk.go("/team/")
    desk.open(HAD[1])
    desk.expect(desk.say("This officer has no open case that you may give to another."))
    desk.look("nothing-left", narrow=True)

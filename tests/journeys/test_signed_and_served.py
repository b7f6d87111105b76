"""A letter that would put a mother at risk if the father read it: a second person reads and signs it, it is
filed, and it is served on her alone."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.plugin import DjangoDbBlocker

from lles.casefile import timeline
from lles.law.bilingual import Language
from lles.links.pdf_reader import places
from lles.site.synthetic import Family
from lles.site.synthetic.families import LONDON
from tests.journeys.desk import Desk, sitting_down
from tests.journeys.family import TOLD, family_of
from tests.journeys.filed import filed, until_the_court_has
from tests.journeys.given import given_to
from tests.journeys.service import Service, employ, send

LANGUAGE: Language = "en"
NUMBER = 51
HARM = "He told a neighbour that he would find out what she says about him."
WRITES, SIGNS = ("jean.parry", "Jean Parry"), ("siwan.hall", "Siwan Hall")


@pytest.fixture
def family(service: Service, django_db_blocker: DjangoDbBlocker) -> Family:
    """A family that the court has just sent, with an officer and a supervisor of the office."""
    employ(service, django_db_blocker, *WRITES, "practitioner", LANGUAGE)
    employ(service, django_db_blocker, *SIGNS, "practice_supervisor", LANGUAGE)
    family = family_of(LANGUAGE, datetime.now(LONDON).date(), NUMBER)
    send(service.court, family)
    service.lles("feed", "poll")
    return family


@pytest.fixture
def reference(service: Service, django_db_blocker: DjangoDbBlocker, family: Family) -> str:
    """The case of the family, which the officer has been given."""
    return given_to(service, django_db_blocker, str(family.case_number), WRITES[0])


@pytest.fixture
def writer(browser: Browser, service: Service, reference: str) -> Iterator[Desk]:
    """The desk of whoever writes the letter."""
    with sitting_down(browser, service, LANGUAGE, "6-writer") as desk:
        desk.sign_in(WRITES[0])
        desk.set_up_the_code()
        yield desk


@pytest.fixture
def signer(browser: Browser, service: Service, reference: str) -> Iterator[Desk]:
    """The desk of the supervisor."""
    with sitting_down(browser, service, LANGUAGE, "7-signer") as desk:
        desk.sign_in(SIGNS[0])
        desk.set_up_the_code()
        yield desk


def test_it_is_signed_by_a_second_person_then_filed_then_served(
    service: Service, family: Family, reference: str, writer: Desk, signer: Desk
) -> None:
    mother, father = family.applicants[0].name, family.respondents[0].name
    with service.jobs_running():
        it_is_written_and_kept_from_the_father(writer, reference, father)
        it_cannot_be_filed_yet(writer, reference)
        a_signature_is_asked_for(writer)
        she_reads_every_version_and_signs(signer, reference, father)
        it_is_filed(writer, reference)
        it_is_served_on_the_mother_alone(writer, reference, mother, father)
    assert not (troubles := writer.troubles + signer.troubles), "\n".join(troubles)


def it_is_written_and_kept_from_the_father(desk: Desk, reference: str, father: str) -> None:
    desk.go(f"/cases/{reference}/letter/")
    desk.page.locator("#id_words-safety").fill(TOLD[LANGUAGE].conclusion)
    desk.page.locator("input[name=advice][value=section_7]").press("Space")
    desk.page.locator("input[name=advised-section_7][value=yes]").press("Space")
    desk.page.locator("#id_because-section_7").fill(TOLD[LANGUAGE].because)
    desk.press(desk.say("Keep what I wrote"))
    desk.expect(desk.say("Kept"))
    desk.open(f"{desk.say('Keep the letter from this person')}: {father}")
    desk.look("withhold", narrow=True)
    desk.page.locator("#id_reason").fill(HARM)
    desk.press(desk.say("Keep the letter from this person"))
    desk.expect(desk.say("not signed by a second person yet"))


def it_cannot_be_filed_yet(desk: Desk, reference: str) -> None:
    desk.go(f"/cases/{reference}/letter/file/")
    desk.expect(desk.say("The letter cannot be filed until what is barred above is put right."))
    expect(desk.page.get_by_role("button", name=desk.say("File the letter"))).to_have_count(0)
    desk.look("barred", narrow=True)


def a_signature_is_asked_for(desk: Desk) -> None:
    desk.open(desk.say("Ask a second person to sign"))
    desk.look("ask", narrow=True)
    for box in desk.page.locator("textarea[name^=reason-]").all():
        box.fill(HARM)
    desk.page.get_by_label(desk.say("Whoever is free and may sign")).check()
    desk.press(desk.say("Ask for a signature"))
    desk.expect(desk.say("See what was asked"))
    desk.open(desk.say("See what was asked"))
    desk.expect(desk.say("It waits for a second person."))
    desk.look("asked")


def she_reads_every_version_and_signs(desk: Desk, reference: str, father: str) -> None:
    desk.go("/")
    desk.expect(reference)
    desk.look("today", narrow=True)
    desk.open(timeline.word("act.safeguarding.sign_off").said(LANGUAGE))
    desk.look("sign", narrow=True)
    versions = [str(link.get_attribute("href")) for link in desk.page.locator("a[href$='.pdf']").all()]
    readers = {version.rpartition("/")[2].split(".")[0] for version in versions}
    assert readers == {"court", "applicant-1"}
    said = {
        one: " ".join(place.text for place in places(desk.fetch(desk.service.url + one)[1]))
        for one in versions
    }
    assert all(TOLD[LANGUAGE].conclusion[:20] in " ".join(text.split()) for text in said.values())
    assert [HARM[:20] in " ".join(text.split()) for text in said.values()] == [
        "court" in one for one in versions
    ]
    desk.choose(desk.say("I have read every version and sign it"))
    desk.press(desk.say("Record what I decided"))
    desk.expect(desk.say("Signed"))
    desk.look("signed")


def it_is_filed(desk: Desk, reference: str) -> None:
    desk.go(f"/cases/{reference}/letter/")
    desk.expect(desk.say("signed by %(name)s", name=SIGNS[1]))
    desk.open(desk.say("Check before filing"))
    expect(desk.page.get_by_role("link", name=desk.say("serve it on each party"))).to_be_visible()
    desk.look("before-filing", narrow=True)
    filed(desk, desk.say("File the letter"))
    desk.expect(desk.say("The letter is sealed and on its way to the court"))
    until_the_court_has(desk, reference, 2)


def it_is_served_on_the_mother_alone(desk: Desk, reference: str, mother: str, father: str) -> None:
    desk.go(f"/cases/{reference}/letter/file/")
    table = desk.page.locator(".lles-table")
    expect(table).to_contain_text(mother)
    expect(table).not_to_contain_text(father)
    desk.look("sealed", narrow=True)
    desk.open(f"{desk.say('Serve it')}: {mother}")
    desk.look("serve", narrow=True)
    desk.page.locator("input[name=way][value=at_court]").check()
    desk.press(desk.say("Record that it was served"))
    desk.expect(desk.say("Recorded: %(name)s was served", name=mother))
    desk.look("served", narrow=True)
    expect(desk.page.get_by_role("button", name=desk.say("Serve it"))).to_have_count(0)
    desk.open(f"{desk.say('How it was served')}: {mother}")
    desk.open(desk.say("Back to the letter"))
    desk.page.wait_for_url(f"**/cases/{reference}/letter/")
    desk.expect(timeline.word("served_by.at_court").said(LANGUAGE))
    desk.look("back-at-the-letter", narrow=True)

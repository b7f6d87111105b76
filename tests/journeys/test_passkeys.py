"""Somebody adds a passkey, signs in with it alone, names it anew and removes it, in a real browser."""

from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.plugin import DjangoDbBlocker

from lles.law.bilingual import Language
from tests.journeys.desk import Desk, sitting_down
from tests.journeys.service import Service, employ


def key_of(page: Page) -> None:
    """Puts a key into the machine, which asks for the person by itself."""
    wire = page.context.new_cdp_session(page)
    wire.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    wire.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def signed_in(desk: Desk) -> None:
    desk.page.wait_for_url(f"{desk.service.url}/")


@pytest.mark.parametrize("language", ["en", "cy"])
def test_it_signs_in_with_a_passkey_alone(
    browser: Browser, service: Service, django_db_blocker: DjangoDbBlocker, language: Language
) -> None:
    who = f"gwawr.{language}"
    employ(service, django_db_blocker, who, "Gwawr Ellis", "system_administrator", language)
    by_name = replace(service, url=service.url.replace("127.0.0.1", "localhost"))  # a passkey needs a name
    with sitting_down(browser, by_name, language, "8-passkeys") as desk:
        key_of(desk.page)
        desk.own_words = ("Gwawr Ellis",)
        desk.sign_in(who)
        desk.page.wait_for_url("**/signin/security/app/")
        desk.open(desk.say("Use a passkey instead"))
        desk.look("add-a-passkey", narrow=True)
        desk.fill(desk.say("Name of the passkey"), "Laptop")
        desk.press(desk.say("Add the passkey"))
        desk.page.wait_for_url("**/signin/security/recovery/")
        desk.go("/")
        signed_in(desk)
        desk.sign_out()
        desk.page.wait_for_url("**/signin/**")
        desk.look("sign-in", narrow=True)
        desk.press(desk.say("Sign in with a passkey"))
        signed_in(desk)
        for path in ("", "people/", "offices/", "closed-days/", "pathfinder/"):
            desk.go(f"/service/{path}")
            desk.look(f"service-{path.strip('/')}", narrow=True)
        desk.own_words = ("Gwawr Ellis", "Laptop")
        desk.go("/signin/security/")
        desk.look("security", narrow=True)
        desk.open(desk.say("Change the name"))
        desk.look("name")
        desk.fill(desk.say("Name of the passkey"), "Allwedd")
        desk.press(desk.say("Change the name"))
        desk.expect("Allwedd")
        desk.open(desk.say("Remove"))
        desk.look("remove")
        desk.press(desk.say("Remove the passkey"))
        desk.expect(desk.say("Add a passkey"))
        assert desk.page.get_by_text("Allwedd", exact=True).count() == 0
        assert desk.troubles == []

"""Signing in by name, password and second factor; and by a click among invented people."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from pytest_django.fixtures import Settings
from time_machine import travel

from lles.casefile import queries
from lles.casefile.models import Account, Office, Officer
from lles.site.signin.adapter import MailNotSent, SignInAdapter
from tests.site.conftest import PASSWORD, in_welsh


def code(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def sign_in(client: Client, password: str = PASSWORD) -> str:
    answer = client.post("/signin/", {"login": "nia", "password": password})
    return str(answer.headers.get("Location", answer.content.decode()))


def set_up(client: Client) -> str:
    """Set the second factor up; the secret of the app."""
    page = client.get("/signin/security/app/").content.decode()
    secret = re.search(r'lles-key">([A-Z2-7]+)<', page)
    assert secret
    done = client.post("/signin/security/app/", {"code": code(secret[1])})
    assert done["Location"] == "/signin/security/recovery/"
    return secret[1]


@pytest.fixture
def browser(account: Account) -> Client:
    return Client()


def test_it_asks_for_a_second_factor_before_anything_else(browser: Client) -> None:
    assert sign_in(browser) == "/"
    assert browser.get("/plain/")["Location"] == "/signin/security/app/"
    set_up(browser)
    assert browser.get("/plain/").status_code == 200


def test_it_asks_for_the_code_at_the_next_sign_in(browser: Client) -> None:
    with travel(1_773_000_000, tick=False) as clock:
        sign_in(browser)
        secret = set_up(browser)
        browser.post("/signin/out/")
        clock.shift(60)
        assert sign_in(browser) == "/signin/code/"
        assert browser.get("/plain/").status_code == 302
        wrong = browser.post("/signin/code/", {"code": "000000"}).content.decode()
        assert "Incorrect code." in wrong
        assert browser.post("/signin/code/", {"code": code(secret)})["Location"] == "/"
        assert browser.get("/plain/").status_code == 200


def test_it_takes_a_recovery_code_once(browser: Client) -> None:
    sign_in(browser)
    set_up(browser)
    page = browser.get("/signin/security/recovery/").content.decode()
    recovery = re.findall(r"<li>([\d-]{8,9})</li>", page)
    assert len(recovery) == 10
    for answer in (302, 200):
        browser.post("/signin/out/")
        assert sign_in(browser) == "/signin/code/"
        assert browser.post("/signin/code/", {"code": recovery[0]}).status_code == answer


def test_it_keeps_no_secret_in_the_clear(browser: Client) -> None:
    sign_in(browser)
    secret = set_up(browser)
    held = str(Authenticator.objects.values_list("data", flat=True))
    assert secret not in held


def test_it_says_in_welsh_that_the_password_is_wrong(browser: Client) -> None:
    page = sign_in(in_welsh(browser), "wrong").replace("&#39;", "'")
    assert "Nid yw'r enw defnyddiwr a/neu'r cyfrinair yn gywir." in page
    assert "wrong" not in page
    assert 'value="nia"' in page


def test_it_shows_sign_in_again_in_the_other_language(browser: Client) -> None:
    page = browser.post(
        "/signin/", {"login": "nia", "password": PASSWORD, "shown-again": "cy"}
    ).content.decode()
    assert 'value="nia"' in page
    assert "Mewngofnodi" in page
    assert PASSWORD not in page
    assert browser.get("/plain/").status_code == 302


def test_it_slows_guessing_down_and_says_so_in_welsh(browser: Client) -> None:
    pages = [sign_in(in_welsh(browser), f"guess {number}") for number in range(12)]
    assert "Gormod o ymdrechion" in pages[-1]
    assert "Gormod o ymdrechion" not in pages[0]


@pytest.mark.parametrize(
    "address",
    [
        "/signin/",
        "/signin/out/",
        "/signin/again/",
        "/signin/closed/",
        "/signin/security/",
        "/signin/security/app/",
        "/signin/security/app/off/",
        "/signin/security/recovery/",
        "/signin/security/recovery/new/",
        "/signin/again/code/",
    ],
)
def test_it_shows_every_page_of_sign_in_in_welsh(browser: Client, address: str) -> None:
    open_to_all = address in ("/signin/", "/signin/closed/")
    if not open_to_all:
        sign_in(browser)
        set_up(browser)
    response = in_welsh(browser).get(address, follow=True)
    page = response.content.decode()
    assert '<html lang="cy"' in page
    body = re.sub(r"<script.*?</script>|<[^>]+>", " ", page[page.index("<main") : page.index("</main>")])
    assert not re.search(r"\b(the|you|your|code|codes|and|with|sign|enter|app is)\b", body, re.IGNORECASE), (
        body
    )


def test_it_hands_out_the_recovery_codes_as_a_file(browser: Client) -> None:
    sign_in(browser)
    set_up(browser)
    file = in_welsh(browser).get("/signin/security/recovery/codes.txt")
    assert file["Content-Disposition"] == 'attachment; filename="recovery-codes.txt"'
    assert file.content.decode().startswith("Codau adfer Lles.")


@pytest.mark.parametrize(
    "address", ["signup/", "password/reset/", "email/", "confirm-email/", "password/change/"]
)
def test_it_has_no_page_that_the_service_does_not_want(browser: Client, address: str) -> None:
    sign_in(browser)
    set_up(browser)
    assert browser.get(f"/signin/{address}").status_code == 404


def test_it_sends_no_mail() -> None:
    with pytest.raises(MailNotSent):
        SignInAdapter().send_mail("account/email/login_code", "nia@example.com", {})


def test_it_does_not_know_a_closed_account(browser: Client, account: Account) -> None:
    account.is_active = False
    account.save()
    assert "not correct" in sign_in(browser) or sign_in(browser) == "/signin/closed/"
    assert browser.get("/plain/").status_code == 302


@pytest.mark.parametrize(("demonstration", "invented"), [(False, False), (False, True), (True, False)])
def test_it_has_no_click_to_sign_in_outside_a_demonstration(
    browser: Client,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    demonstration: bool,
    invented: bool,
) -> None:
    settings.LLES_DEMONSTRATION = demonstration
    monkeypatch.setattr(queries, "is_invented", lambda: invented)
    assert browser.get("/signin/demonstration/").status_code == 404
    assert browser.post("/signin/demonstration/", {"username": "nia"}).status_code == 404
    assert browser.get("/plain/").status_code == 302


def test_it_signs_in_with_a_click_among_invented_people(account: Account, settings: Settings) -> None:
    office = Office.objects.create(
        slug="north",
        service_en="S",
        service_cy="G",
        name_en="North",
        name_cy="Y Gogledd",
        nation="wales",
        area="north-wales",
        invented=True,
    )
    Officer.objects.create(
        account=account, name="Nia Price", job="adviser", roles=["practitioner"], office=office, language="cy"
    )
    settings.LLES_DEMONSTRATION = True
    client = Client()
    page = in_welsh(client).get("/signin/demonstration/").content.decode()
    assert all(word in page for word in ("Nia Price", "Y Gogledd", "Ymarferydd"))
    assert client.post("/signin/demonstration/", {"username": "nia"})["Location"] == "/"
    assert '<span class="lles-header__service">G</span>' in client.get("/plain/").content.decode()


def test_it_begins_in_the_language_of_the_officer(account: Account) -> None:
    Officer.objects.create(account=account, name="Nia Price", job="adviser", language="cy")
    client = Client()
    client.force_login(account)
    client.get("/plain/")
    assert '<html lang="cy"' in client.get("/plain/").content.decode()

"""A notice comes by e-mail: intake finds it, reads it, opens the application, and settles it."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.plugin import DjangoDbBlocker

from lles.law.bilingual import Language
from lles.links.mail import read_message
from lles.site.synthetic import Wish, draw_family, notice
from lles.site.synthetic.families import LONDON
from tests.journeys.desk import Desk, sitting_down
from tests.journeys.service import Service, employ

INTAKE: Mapping[Language, tuple[str, str]] = {
    "en": ("amy.cole", "Amy Cole"),
    "cy": ("lowri.bowen", "Lowri Bowen"),
}
NUMBERS: Mapping[Language, int] = {"en": 21, "cy": 22}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_notice_by_mail_is_read_and_settled(
    browser: Browser, service: Service, django_db_blocker: DjangoDbBlocker, tmp_path: Path, language: Language
) -> None:
    employ(service, django_db_blocker, *INTAKE[language], "intake_administrator", language)
    content = write_a_notice(NUMBERS[language])
    (tmp_path / "notice.eml").write_bytes(content)
    line = json.loads(service.lles("mail", "take", str(tmp_path / "notice.eml")))
    assert (line["outcome"], len(line["attachments"])) == ("waiting", 2)
    with sitting_down(browser, service, language, "8-intake") as desk:
        message = read_message(content)
        written = (message.sender_name, message.subject, *message.text.splitlines(), *names(message))
        desk.own_words = written
        the_notice_is_read(desk, message.subject, line["arrival"])
        it_is_settled(desk)
        assert desk.troubles == []


def write_a_notice(number: int) -> bytes:
    day = datetime.now(LONDON).date()
    family = draw_family(77, number, day, Wish(court="chester", confidential=True))
    return notice(family, datetime.now(UTC).replace(microsecond=0))


def names(message: object) -> list[str]:
    return [one.name for one in message.attached]  # type: ignore[attr-defined]  # what a test is given


def the_notice_is_read(desk: Desk, subject: str, arrival: int) -> None:
    desk.sign_in(INTAKE[desk.language][0])
    desk.set_up_the_code()
    desk.go("/arrivals/")
    desk.expect(desk.say("By e-mail: to be keyed"))
    desk.look("arrivals", narrow=True)
    desk.open(subject)
    expect(desk.page.locator("h1")).to_have_text(subject)
    desk.look("message", narrow=True)
    with desk.page.expect_download() as download:
        desk.press(desk.say("Download"))
    assert download.value.suggested_filename == f"arrival-{arrival}-1.pdf"


def it_is_settled(desk: Desk) -> None:
    desk.open(desk.say("Settle it otherwise"))
    desk.look("settle", narrow=True)
    desk.press(desk.say("Settle the arrival"))
    desk.expect(desk.say("Say why, in a few words"))
    desk.look("settle-wrong")
    choice = {"en": "It is not for this service", "cy": "Nid yw ar gyfer y gwasanaeth hwn"}
    desk.choose(choice[desk.language])
    desk.fill(desk.say("Why?"), "Prawf")
    desk.press(desk.say("Settle the arrival"))
    desk.expect(desk.say("No e-mail waits to be keyed."))
    desk.look("settled")

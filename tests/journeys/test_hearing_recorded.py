"""The usual hearing, recorded while it happens: from the list of the day over the brief to the record, by
keyboard; the acts it takes are counted."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from playwright.sync_api import Browser
from pytest_django.plugin import DjangoDbBlocker

from lles.law.bilingual import LANGUAGES, Language
from lles.law.calendar import court_calendar
from lles.site.synthetic.families import LONDON
from tests.journeys.desk import Desk, sitting_down
from tests.journeys.given import employed_with_a_case
from tests.journeys.service import Service, working_in

MOST_ACTS = 14
"""Every box filled, every answer taken and the one press: two adults, the advice, one direction with its day,
the next hearing with its day and hour, whether the involvement ends."""

WHO = {"en": ("mair.pugh", "Mair Pugh"), "cy": ("eirian.puw", "Eirian Puw")}
COURT = "Chester Civil and Family Justice Centre"  # it has no name in Welsh
ADVICE = {"en": "A report is needed.", "cy": "Mae angen adroddiad."}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    """The language of the officer."""
    said: Language = request.param
    return said


@pytest.fixture
def reference(service: Service, django_db_blocker: DjangoDbBlocker, language: Language) -> str:
    """A case of the officer with a hearing of today that somebody added by hand."""
    number = 65 + LANGUAGES.index(language)
    by = f"A. Manager {number}"
    _, given = employed_with_a_case(service, django_db_blocker, WHO[language], language, number, by)
    from lles.casefile.changes.hearings import list_hearing
    from lles.casefile.models import Case, Officer

    with working_in(service.database, django_db_blocker):
        list_hearing(
            case=Case.objects.get(reference=given), at=datetime.now(UTC), type_code="ABA5-DIR", venue="",
            by=Officer.objects.get(account__username=WHO[language][0]), starts_at=datetime.now(UTC),
        )  # fmt: skip
    return given


@pytest.fixture
def desk(browser: Browser, service: Service, reference: str, language: Language) -> Iterator[Desk]:
    """The desk of the officer."""
    with sitting_down(browser, service, language, "20-at-court") as desk:
        desk.sign_in(WHO[language][0])
        desk.set_up_the_code()
        desk.own_words = (COURT, WHO[language][1])
        yield desk


def test_a_hearing_is_recorded_in_few_acts(desk: Desk, reference: str, language: Language) -> None:
    desk.go("/court/")
    desk.expect(reference)
    desk.look("list-of-the-day", narrow=True)
    desk.open(f"{desk.say('Brief')}: {reference}")
    desk.look("brief", narrow=True)
    it_prints_on_one_sheet(desk)
    desk.go("/court/")
    desk.open(f"{desk.say('Record what happened')}: {reference}")
    desk.look("record-of-the-hearing", narrow=True)
    acts = recorded(desk, language)
    desk.page.wait_for_url("**/orders/")
    desk.expect(desk.say("Hearings until today"))
    desk.look("orders", narrow=True)
    assert acts == MOST_ACTS
    assert not desk.troubles, "\n".join(desk.troubles)


def it_prints_on_one_sheet(desk: Desk) -> None:
    printed = desk.page.pdf(format="A4")
    assert printed.count(b"/Type /Page\n") == 1


def recorded(desk: Desk, language: Language) -> int:
    """Fills the page in and sends it; how many acts that took."""
    page, acts = desk.page, 0
    for box in page.locator("input[name^=there-][value=spoken]").all():
        box.press("Space")
        acts += 1
    today = datetime.now(LONDON).date()
    filled = {
        "advice": ADVICE[language],
        **boxes("due_on-0", today + timedelta(days=84)),
        **boxes("next_on", court_calendar().working_day_from(today + timedelta(days=98))),
        "next_at": "10am",
    }
    for name, value in {"kind-0": "section_7_report", "next_type": "ABA5-REV"}.items():
        page.locator(f"select[name='{name}']").select_option(value)
        acts += 1
    for name, text in filled.items():
        page.locator(f"[name='{name}']").fill(text)
        acts += 1
    page.locator("input[name=ends_involvement][value=no]").press("Space")
    desk.press(desk.say("Record the hearing"))
    return acts + 2


def boxes(name: str, on: date) -> dict[str, str]:
    """The three boxes of a day."""
    return {f"{name}-{part}": str(getattr(on, part)) for part in ("day", "month", "year")}

"""An application comes from the court's feed, and a safeguarding letter leaves for the court."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.plugin import DjangoDbBlocker

from lles.casefile import timeline
from lles.casefile.rules.topics import topics
from lles.law.bilingual import Language, day_in_words
from lles.law.jurisdiction import Nation, officer_title
from lles.links.pdf_reader import places
from lles.site.synthetic import Family
from lles.site.synthetic.families import LONDON
from tests.journeys.desk import Desk, sitting_down
from tests.journeys.family import CREWE, TOLD, WREXHAM, Place, family_of, letter_due
from tests.journeys.filed import filed, until_the_court_has
from tests.journeys.service import Service, employ, send


@dataclass(frozen=True)
class Story:
    """Where the story is told and in which language, who works there, and who reads the letter in which."""

    place: Place
    language: Language
    number: int
    manager: tuple[str, str]
    practitioner: tuple[str, str]
    readers: tuple[str, ...]
    titled: Nation

    @property
    def is_in_wales(self) -> bool:
        """Whether the children live in Wales, and the mother chooses Welsh."""
        return self.place is WREXHAM


# A court has both languages. In Wales the mother chooses Welsh, and the father was not asked.
IN_WALES = (
    "court.en.pdf",
    "court.cy.pdf",
    "applicant-1.cy.pdf",
    "respondent-1.cy.pdf",
    "respondent-1.en.pdf",
)
IN_ENGLAND = ("court.en.pdf", "court.cy.pdf", "applicant-1.en.pdf", "respondent-1.en.pdf")
STORIES = {
    "england": Story(
        CREWE, "en", 71, ("carol.finch", "Carol Finch"), ("peter.dunn", "Peter Dunn"), IN_ENGLAND,
        Nation.ENGLAND,
    ),
    "en": Story(
        WREXHAM, "en", 1, ("helen.ward", "Helen Ward"), ("ruth.dale", "Ruth Dale"), IN_WALES, Nation.WALES
    ),
    "cy": Story(
        WREXHAM, "cy", 2, ("rhys.ellis", "Rhys Ellis"), ("nia.price", "Nia Price"), IN_WALES, Nation.WALES
    ),
}  # fmt: skip


@pytest.fixture(params=STORIES)
def story(request: pytest.FixtureRequest) -> Story:
    """Where the story is told, and in which language."""
    return STORIES[request.param]


@pytest.fixture
def family(service: Service, django_db_blocker: DjangoDbBlocker, story: Story) -> Family:
    """A family whom the court has just sent, and two people who work for the service."""
    language, office = story.language, story.place.office
    employ(service, django_db_blocker, *story.manager, "service_manager", language, office)
    employ(service, django_db_blocker, *story.practitioner, "practitioner", language, office)
    family = family_of(language, datetime.now(LONDON).date(), story.number, place=story.place)
    send(service.court, family)
    return family


@pytest.fixture
def manager(browser: Browser, service: Service, story: Story, family: Family) -> Iterator[Desk]:
    """The manager's desk."""
    with sitting_down(browser, service, story.language, f"1-manager-{story.place.office}") as desk:
        desk.own_words = own_words(family, story)
        yield desk


@pytest.fixture
def practitioner(browser: Browser, service: Service, story: Story, family: Family) -> Iterator[Desk]:
    """The practitioner's desk."""
    with sitting_down(browser, service, story.language, f"2-practitioner-{story.place.office}") as desk:
        desk.own_words = own_words(family, story)
        yield desk


def own_words(family: Family, story: Story) -> tuple[str, ...]:
    """Names, which are the same in both languages."""
    people = [*(adult.name for adult in family.adults), *(child.name for child in family.children)]
    return (*people, story.manager[1], story.practitioner[1], family.court.name)


def test_it_takes_an_application_from_the_feed_to_a_filed_letter(
    service: Service, family: Family, story: Story, manager: Desk, practitioner: Desk
) -> None:
    line = read_the_feed(service, family)
    assert (line["outcome"], line["children"], line["pathway"]) == ("opened", 2, "cap")
    reference = str(line["reference"])
    the_case_arrives_and_is_given_away(manager, story, reference)
    the_day_explains_itself(practitioner, story, family, reference)
    a_check_is_asked_and_answered(practitioner, family)
    the_adults_are_called(practitioner, family)
    if story.is_in_wales:
        a_language_is_recorded(practitioner, family)
    the_letter_is_written(practitioner, reference)
    every_reader_has_their_own(practitioner, story)
    the_letter_is_filed(practitioner, story, family, reference)
    the_court_has_it_once(service, story, family)
    assert not (troubles := manager.troubles + practitioner.troubles), "\n".join(troubles)


def read_the_feed(service: Service, family: Family) -> dict[str, object]:
    lines = [json.loads(line) for line in service.lles("feed", "poll").splitlines()]
    (line,) = [line for line in lines if line["court_case"] == str(family.case_number)]
    return dict(line)


def the_case_arrives_and_is_given_away(desk: Desk, story: Story, reference: str) -> None:
    desk.go("/")
    desk.look("sign-in", narrow=True)
    desk.say_who(story.manager[0])
    desk.set_up_the_code()
    desk.go("/")
    desk.look("today-of-the-manager")
    desk.open(desk.say("Arrivals"))
    desk.expect(reference)
    desk.look("arrivals", narrow=True)
    desk.open(reference)
    desk.open(timeline.word("act.allocation.allocate").said(desk.language))
    desk.look("allocate", narrow=True)
    desk.choose(story.practitioner[1])
    desk.press(desk.say("Give the case"))
    desk.expect(timeline.word("entry.allocated").fill(officer=story.practitioner[1]).said(desk.language))
    desk.look("summary-given", narrow=True)


def the_day_explains_itself(desk: Desk, story: Story, family: Family, reference: str) -> None:
    desk.sign_in(story.practitioner[0])
    desk.set_up_the_code()
    desk.sign_out()
    desk.page.wait_for_url("**/signin/")
    desk.sign_in(story.practitioner[0])
    desk.page.wait_for_url(f"{desk.service.url}/")
    desk.expect(reference)
    due = (
        desk.page.locator(".lles-why")
        .filter(has_text=timeline.word("task.safeguarding.letter").said(desk.language))
        .first
    )
    due.locator("summary").first.press("Enter")
    reason = due.locator(".lles-why__reason")
    expect(reason).to_be_visible()
    expect(reason).to_contain_text(day_in_words(letter_due(family), desk.language))
    expect(reason).to_contain_text("12B")
    desk.look("today-with-why", narrow=True)
    desk.open(reference)
    desk.look("summary", narrow=True)
    desk.open(desk.say("Tasks"))
    desk.look("tasks")


def a_check_is_asked_and_answered(desk: Desk, family: Family) -> None:
    desk.open(desk.say("Checks"))
    desk.look("checks", narrow=True)
    desk.open(desk.say("Ask"))
    desk.look("ask")
    desk.page.locator("#id_body").select_option(index=1)
    desk.press(desk.say("Record the question"))
    desk.open(desk.say("Record the answer"))
    desk.look("answer", narrow=True)
    for name in ("name", "date_of_birth"):
        desk.choose(timeline.word(f"identifier.{name}").said(desk.language))
    desk.page.locator("#id_outcome-0").select_option("known_not_relevant")
    desk.page.locator("#id_as_received-0").fill(TOLD[desk.language].police)
    desk.page.locator("#id_as_received_language-0").select_option(desk.language)
    desk.page.locator("input[name=passing_on-0][value=text]").press("Space")
    desk.press(desk.say("Show the most a letter may say"))
    desk.expect(desk.say("The most a letter may say:"))
    desk.look("answer-previewed")
    desk.press(desk.say("Record the answer"))
    desk.expect(desk.say("The most a letter may say:"))
    desk.look("checks-answered")


def the_adults_are_called(desk: Desk, family: Family) -> None:
    mother, father, told = family.applicants[0], family.respondents[0], TOLD[desk.language]
    desk.open(desk.say("Conversations"))
    desk.press(desk.say("No answer: %(name)s", name=father.name))
    desk.expect(desk.say("Recorded: no answer from %(name)s", name=father.name))
    desk.look("conversations", narrow=True)
    desk.open(f"{desk.say('Record a conversation')}: {mother.name}")
    desk.look("conversation", narrow=True)
    desk.choose(desk.say("We spoke"))
    desk.choose(desk.say("Yes", "did"), desk.say("Did they say that it was safe to talk?"))
    desk.choose(desk.say("I checked who they are"))
    desk.choose(
        timeline.word(f"language.{desk.language}").said(desk.language),
        desk.say("In which language did they speak?"),
    )
    titles = [topic.title.said(desk.language) for topic in topics().values()]
    desk.fill(desk.say("In their own words: %(topic)s", topic=titles[0]), told.concern)
    desk.page.locator("#id_child-0").select_option(label=family.children[0].name)
    desk.fill(desk.say("In their own words: %(topic)s", topic=titles[1]), told.view)
    desk.page.locator("#id_deferred-1").press("Space")
    desk.press(desk.say("Record the conversation"))
    desk.expect(told.concern)
    desk.look("conversations-recorded")


def a_language_is_recorded(desk: Desk, family: Family) -> None:
    desk.open(desk.say("People"))
    desk.look("people", narrow=True)
    desk.open(f"{desk.say('Record the language')} {family.applicants[0].name}")
    desk.look("language")
    desk.choose(timeline.word("language.cy").said(desk.language))
    desk.press(desk.say("Record the language"))
    desk.expect(timeline.word("language.cy").said(desk.language))


def the_letter_is_written(desk: Desk, reference: str) -> None:
    told = TOLD[desk.language]
    desk.go(f"/cases/{reference}/letter/")
    desk.expect(told.concern)
    desk.look("letter", narrow=True)
    desk.choose(
        timeline.word(f"language.{desk.language}").said(desk.language),
        desk.say("In which language do you write?"),
    )
    desk.page.locator("#id_words-safety").fill(told.conclusion)
    desk.page.locator("input[name=advice][value=section_7]").press("Space")
    desk.page.locator("input[name=advised-section_7][value=yes]").press("Space")
    desk.page.locator("#id_because-section_7").fill(told.because)
    desk.press(desk.say("Use everything that is not decided, and keep it"))
    desk.expect(desk.say("Kept"))
    desk.look("letter-kept", narrow=True)


def every_reader_has_their_own(desk: Desk, story: Story) -> None:
    links = desk.page.locator("a[href$='.pdf']")
    addresses = [str(link.get_attribute("href")) for link in links.all()]
    assert [address.rpartition("/")[2] for address in addresses] == list(story.readers)
    for address in addresses:
        name, content = desk.fetch(desk.service.url + address)
        text = re.sub(r"\s+", " ", " ".join(place.text for place in places(content)))
        assert name == address.rpartition("/")[2]
        assert TOLD[desk.language].conclusion in text
        assert story.place.street not in text
        title = officer_title(story.titled).said("cy" if ".cy." in name else "en")
        assert title.casefold() in text.casefold()
        desk.keep(name, content)


def the_letter_is_filed(desk: Desk, story: Story, family: Family, reference: str) -> None:
    desk.open(desk.say("Check before filing"))
    desk.look("before-filing", narrow=True)
    desk.press(desk.say("File the letter"))
    desk.expect(desk.say("Give your reason for going on: %(section)s", section="").strip())
    desk.look("reasons-missing", narrow=True)
    filed(desk, desk.say("File the letter"))
    desk.expect(desk.say("The letter is sealed and on its way to the court"))
    desk.look("letter-sealed", narrow=True)
    with desk.service.jobs_running():
        until_the_court_has(desk, reference, 2)
    desk.look("documents", narrow=True)
    for receipt in receipts(desk):
        desk.go(f"/cases/{reference}/timeline/")
        desk.expect(receipt)
    desk.expect(timeline.word("filing.accepted").said(desk.language))
    desk.look("timeline", narrow=True)
    desk.go("/")
    desk.look("today-afterwards")


def receipts(desk: Desk) -> list[str]:
    found = re.findall(r"C-\d+-[0-9A-F]{8}", desk.page.locator("main").inner_text())
    assert len(set(found)) == 2
    return sorted(set(found))


def the_court_has_it_once(service: Service, story: Story, family: Family) -> None:
    number = str(family.case_number)
    uploads = [one for one in service.court.uploads if one.case_number == number]
    assert sorted(one.file_name.split(".")[-2] for one in uploads) == ["cy", "en"]
    for upload in uploads:
        said = " ".join(place.text for place in places(upload.content))
        assert family.children[0].name in said
        assert story.place.street not in said

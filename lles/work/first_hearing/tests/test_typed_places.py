"""A protected place in words that are no account: where a hearing is held, what an order is called, what an
interpreter speaks, who sent a paper. No page shows it unasked, and what is printed holds no trace of it."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from lles.casefile import locations
from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.changes.hearings import list_hearing
from lles.casefile.changes.received_files import look_at, receive_paper
from lles.casefile.models import Case, Conversation, Hearing, Officer, Party, SafeContact, Sighting
from lles.casefile.tests.pages import client_of, fill, said, text_of
from lles.conftest import HOME
from lles.links.tests.hostile import a_pdf

BASE = "/cases/C-2288/"
SOON, MADE = datetime(2090, 4, 9, 9, tzinfo=UTC), date(2026, 3, 2)
HERS, CLOSED = f"near {HOME[0]}", "name a protected place or number"
HARMLESS = "in the library by the market"


@pytest.fixture
def readers(own: Officer, officer_with: Callable[..., Officer]) -> tuple[Officer, Officer]:
    """Who works on the case, and who only sees it."""
    return own, officer_with("auditor")


def shown(readers: tuple[Officer, ...], page: str) -> list[str]:
    return [text_of(client_of(one), page) for one in readers]


@pytest.mark.parametrize("words", [HERS, HARMLESS])
@pytest.mark.parametrize("page", ["", "brief/", "hearings/"])
def test_where_a_hearing_is_held(
    case: Case, own: Officer, now: datetime, readers: tuple[Officer, ...], page: str, words: str
) -> None:
    list_hearing(case=case, by=own, at=now, type_code="ABA5-FHR", starts_at=SOON, venue=words)
    for text in shown(readers, BASE + page):
        assert HOME[0] not in text
        assert (words in text) is (words == HARMLESS)
        assert (CLOSED in text) is (words == HERS and page != "brief/")


def test_a_court_of_the_courts_own_list_is_named_without_opening_any_detail(
    case: Case, own: Officer, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = list_hearing(case=case, by=own, at=now, type_code="ABA5-FHR", starts_at=SOON, venue=HARMLESS)
    opened: list[Case] = []
    real = locations.of_case

    def of_case(case: Case) -> tuple[locations.Kept, ...]:
        opened.append(case)
        return real(case)

    monkeypatch.setattr(locations, "of_case", of_case)
    assert HARMLESS in text_of(client_of(own), BASE)
    assert opened
    opened.clear()
    Hearing.objects.filter(pk=one.pk).update(venue_code="637145")
    assert HARMLESS in text_of(client_of(own), BASE)
    assert not opened


def test_the_list_of_a_day_at_court_names_no_place_that_was_typed(
    case: Case, own: Officer, now: datetime
) -> None:
    list_hearing(case=case, by=own, at=now, type_code="ABA5-FHR", starts_at=SOON, venue=HERS)
    text = text_of(client_of(own), "/court/?on-day=9&on-month=4&on-year=2090")
    assert HOME[0] not in text
    assert "held elsewhere" in text


def test_who_works_on_the_case_opens_it_and_that_is_recorded(
    case: Case, own: Officer, now: datetime, readers: tuple[Officer, Officer]
) -> None:
    one = list_hearing(case=case, by=own, at=now, type_code="ABA5-FHR", starts_at=SOON, venue=HERS)
    answer = client_of(own).post(f"{BASE}hearings/", {"hearing": str(one.pk)})
    assert HERS in said(answer)
    assert Sighting.objects.filter(case=case, officer=own, what=f"location:venue:{one.pk}").exists()
    assert client_of(own).post(f"{BASE}hearings/", {"hearing": "x"}).status_code == 404
    other = client_of(readers[1]).post(f"{BASE}hearings/", {"hearing": str(one.pk)})
    assert other.status_code == 403


@pytest.mark.parametrize(
    ("language", "press"),
    [("en", "Show the words on this page that name"), ("cy", "Dangos y geiriau ar y dudalen hon")],
)
def test_whoever_works_on_the_case_opens_what_a_page_leaves_out_and_that_is_recorded(
    case: Case, own: Officer, now: datetime, readers: tuple[Officer, Officer], language: str, press: str
) -> None:
    assert press not in text_of(client_of(own, language), BASE)
    list_hearing(case=case, by=own, at=now, type_code="ABA5-FHR", starts_at=SOON, venue=HERS)
    client, open_words = client_of(own, language), {"open-words": "yes"}
    assert press in text_of(client, BASE)
    answer = client.post(BASE, open_words)
    assert HERS in said(answer)
    assert press not in said(answer)
    assert Sighting.objects.filter(case=case, officer=own, what="location:words:case").count() == 1
    assert HERS not in text_of(client, BASE)
    only_sees = client_of(readers[1], language)
    assert press not in text_of(only_sees, BASE)
    assert only_sees.post(BASE, open_words).status_code == 403
    assert not Sighting.objects.filter(case=case, officer=readers[1], what__startswith="location").exists()


@pytest.mark.parametrize("words", [HERS, HARMLESS])
def test_a_hearing_is_moved_without_its_place_in_the_box(
    case: Case, own: Officer, now: datetime, words: str
) -> None:
    one = list_hearing(case=case, by=own, at=now, type_code="ABA5-FHR", starts_at=SOON, venue=words)
    path = f"{BASE}hearings/{one.pk}/move/"
    assert (words in text_of(client_of(own), path)) is (words == HARMLESS)
    typed = {"type_code": "ABA5-FHR", "on-day": "3", "on-month": "4", "on-year": "2028", "at": "10am"}
    assert fill(client_of(own), path, **typed, venue="").status_code == 302
    assert Hearing.objects.get(pk=one.pk).venue == (words if words == HERS else "")
    assert fill(client_of(own), path, **typed, venue="Mold").status_code == 302
    assert Hearing.objects.get(pk=one.pk).venue == "Mold"


@pytest.mark.parametrize("words", [HERS, HARMLESS])
def test_what_an_order_is_called_and_what_it_directs(
    case: Case, own: Officer, now: datetime, readers: tuple[Officer, Officer], words: str
) -> None:
    directed = Directed("section_7_report", words, paragraph="5")
    title = f"Order for contact {words}"
    record_order(case=case, by=own, at=now, kind="", title=title, made_on=MADE, directions=(directed,))
    amend = f"{BASE}orders/directions/{case.directions.get().pk}/amend/"
    for page, who in (
        ("court/", readers), ("orders/", readers), ("activities/add/", (own,)),
        (amend.removeprefix(BASE), (own,)),
    ):  # fmt: skip
        for text in shown(who, BASE + page):
            assert HOME[0] not in text, page
            assert (words in text) is (words == HARMLESS), page
            assert (CLOSED in text) is (words == HERS), page
    order = str(case.orders.get().pk)
    assert fill(client_of(own), amend, order=order, paragraph="5", words="").status_code == 302
    assert case.directions.get(superseded_at=None).label == (words if words == HERS else "")


@pytest.mark.parametrize(("words", "named"), [(HERS, ""), ("Arabic", "Arabic")])
def test_the_language_of_an_interpreter(
    case: Case, own: Officer, mother: Party, now: datetime, readers: tuple[Officer, Officer], words: str,
    named: str,
) -> None:  # fmt: skip
    Conversation.objects.create(
        case=case, party=mother, began_at=now, outcome="spoke", by=own, at=now, interpreter=words
    )
    plan = {"way": "office", "starts_at": "10am", "spoken": "another", "interpreter": words}
    plan |= {"reason-JUR-HOURS": "She asked for it."}
    plan |= {"starts_on-day": "9", "starts_on-month": "4", "starts_on-year": "2090"}
    answer = fill(client_of(own), f"{BASE}meetings/adult/{mother.pk}/", **plan)
    assert answer.status_code == 302
    for page in ("conversations/", "meetings/", "brief/"):
        for text in shown(readers, BASE + page):
            assert HOME[0] not in text, page
            assert (CLOSED in text, "interpreter: Arabic" in text) == (not named, bool(named)), page
    today = text_of(client_of(own), "/")
    assert HOME[0] not in today
    assert ("with an interpreter" in today, "interpreter: Arabic" in today) == (not named, bool(named))


@pytest.mark.parametrize("words", [HERS, HARMLESS])
def test_who_sent_a_paper(case: Case, own: Officer, now: datetime, words: str) -> None:
    receive_paper(
        case=case, by=own, at=now, looked=look_at(name="cais.pdf", content=a_pdf()), kind="letter",
        sender=words, came_by="post", received_on=now.date(),
    )  # fmt: skip
    text = text_of(client_of(own), f"{BASE}documents/")
    assert (words in text, CLOSED in text) == (words == HARMLESS, words == HERS)


def test_what_is_printed_does_not_say_how_it_is_safe_to_reach_somebody(
    case: Case, own: Officer, mother: Party, now: datetime
) -> None:
    words = "Ring in the morning, when he is at work."
    SafeContact.objects.create(case=case, party=mother, how=words, voicemail=False, by=own, at=now)
    text = text_of(client_of(own), f"{BASE}brief/")
    assert words not in text
    assert "How it is safe to reach them is on the file." in text
    assert words in text_of(client_of(own), f"{BASE}conversations/{mother.pk}/safe/")

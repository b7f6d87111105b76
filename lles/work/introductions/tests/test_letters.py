"""Introductory letters made, kept back, served: the rows, the one line, the task, and what a letter says."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import pytest

from lles.casefile import locations
from lles.casefile.changes.application_facts import FactSaid, record_application_fact
from lles.casefile.changes.conversations import record_conversation
from lles.casefile.changes.door import Barred, NotAllowed
from lles.casefile.changes.people import record_language
from lles.casefile.changes.serving import record_served
from lles.casefile.gate import GateRefused, sealed
from lles.casefile.models import Case, Disclosure, Document, Hearing, Office, Officer, Party, Serving
from lles.casefile.register import Event, Occasion
from lles.casefile.tests.pages import client_of
from lles.casefile.tests.pages import text_of as page_text
from lles.links.pdf_reader import places
from lles.work.introductions.changes import decide_letters, settle_letters
from lles.work.introductions.queries import KIND, Decided
from lles.work.introductions.work import case_changed

DONE = "govuk-tag--green"
Decide = Callable[..., Sequence[Document]]


@pytest.fixture
def opened(case: Case, service: Officer, now: datetime) -> Case:
    """A case whose introductory letters are asked for; the mother chose Welsh, the father nothing yet."""
    Party.objects.filter(case=case, role="respondent").update(language="")
    Hearing.objects.create(
        case=case, court_key="h", type_code="ABA5-FHR", starts_at=datetime(2026, 4, 9, 9, tzinfo=UTC)
    )
    case_changed(Occasion(Event.APPLICATION_RECEIVED, case, service, now))
    case.refresh_from_db()
    return case


@pytest.fixture
def decide(opened: Case, own: Officer, now: datetime) -> Decide:
    def decided(*all_: Decided, by: Officer = own, at: datetime = now) -> Sequence[Document]:
        return decide_letters(case=opened, by=by, at=at, decided=all_)

    return decided


def is_asked_for(case: Case) -> bool:
    return bool(case.tasks.filter(kind="introductions.letters", ended_at=None).exists())


def text_of(document: Document) -> str:
    return " ".join(" ".join(place.text for place in places(sealed(document).content)).split())


def serve(case: Case, own: Officer, now: datetime, party: Party, way: str = "at_court") -> None:
    serving = Serving.objects.get(party=party, kind=KIND)
    record_served(case=case, by=own, at=now, serving=serving, way=way, served_at=now)


def test_the_task_opens_with_the_case_and_has_its_day(opened: Case) -> None:
    assert is_asked_for(opened)
    task = opened.tasks.get(kind="introductions.letters")
    settle_letters(case=opened, by=opened.officer or Officer(), at=task.opened_at)
    task.refresh_from_db()
    assert (str(task.due_on), task.provision) == ("2026-03-09", "SG-WELCOME-BY")


def test_public_law_has_no_introductory_letters(case: Case, service: Officer, now: datetime) -> None:
    Case.objects.filter(pk=case.pk).update(law="public", pathway="public-law")
    case.refresh_from_db()
    case_changed(Occasion(Event.APPLICATION_RECEIVED, case, service, now))
    assert not is_asked_for(case)


def test_every_adult_gets_a_letter_in_one_go_in_each_language_of_theirs(
    decide: Decide, opened: Case, mother: Party, father: Party
) -> None:
    made = decide(Decided(mother), Decided(father))
    assert [(one.reader, one.language) for one in made] == [
        ("applicant-1", "cy"),
        ("respondent-1", "cy"),
        ("respondent-1", "en"),
    ]
    assert {one.made_at for one in made} == {made[0].made_at}
    assert Disclosure.objects.filter(what=KIND, purpose="serve").count() == 3
    assert opened.entries.filter(kind="introductions_made").count() == 1
    assert is_asked_for(opened)
    assert opened.tasks.filter(kind="casefile.serve", ended_at=None).count() == 2


def test_the_task_ends_when_each_was_sent_one(
    decide: Decide, opened: Case, own: Officer, mother: Party, father: Party, now: datetime
) -> None:
    decide(Decided(mother), Decided(father))
    serve(opened, own, now, mother, "post")
    assert is_asked_for(opened)
    page = f"/cases/{opened.reference}/introductions/"
    assert DONE not in page_text(client_of(own), page)
    serve(opened, own, now, father)
    assert not is_asked_for(opened)
    assert DONE in page_text(client_of(own), page)
    father.refresh_from_db()
    assert (father.language, father.language_asked_on) == ("", now.date())


def test_a_reason_takes_the_place_of_a_letter_and_ends_the_task(
    decide: Decide, opened: Case, mother: Party, father: Party
) -> None:
    decide(
        Decided(mother, "without_notice", "Nobody is to know before the hearing."),
        Decided(father, "at_risk", "He has threatened her over letters."),
    )
    assert not Document.objects.exists()
    assert not is_asked_for(opened)
    line = opened.entries.get(kind="introductions_made")
    assert "threatened" not in str(line.facts)


@pytest.mark.parametrize("ground", ["without_notice", "at_risk"])
def test_where_it_is_kept_back_a_letter_is_barred_until_somebody_says_why_it_may_go(
    decide: Decide, opened: Case, mother: Party, father: Party, ground: str
) -> None:
    decide(Decided(father, ground, "A reason."))
    with pytest.raises(Barred) as barred:
        decide(Decided(father))
    assert barred.value.findings[0].provision == "SG-WELCOME"
    assert decide(Decided(father, reason="The judge has given him notice."))


def test_risk_found_after_sealing_stops_what_is_not_served(
    decide: Decide, opened: Case, own: Officer, mother: Party, now: datetime
) -> None:
    decide(Decided(mother))
    decide(Decided(mother, "at_risk", "He opens her post."))
    assert not opened.tasks.filter(kind="casefile.serve", ended_at=None).exists()
    with pytest.raises(Barred):
        serve(opened, own, now, mother)


def test_without_an_office_no_letter_is_made(decide: Decide, opened: Case, mother: Party) -> None:
    Case.objects.filter(pk=opened.pk).update(office=None)
    with pytest.raises(Barred):
        decide(Decided(mother), by=Officer.objects.get(is_service=True))


def test_a_letter_without_the_offer_of_welsh_does_not_leave(
    decide: Decide, mother: Party, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "lles.work.introductions.documents.introductory_letter.document.offer_of_welsh",
        lambda: type("Nothing", (), {"said": lambda self, language: "Hello."})(),
    )
    with pytest.raises(Barred) as barred:
        decide(Decided(mother))
    assert barred.value.findings[0].provision == "CYM-ASK"
    assert not Document.objects.exists()


def test_who_joins_the_case_later_is_to_have_one_too(
    decide: Decide, opened: Case, own: Officer, mother: Party, father: Party, now: datetime
) -> None:
    decide(Decided(mother, "at_risk", "A."), Decided(father, "at_risk", "B."))
    Party.objects.create(case=opened, role="respondent", number=2, first_name="Eirlys", court_key="r2")
    record_language(case=opened, by=own, at=now, party=mother, language="cy", asked_on=now.date())
    assert is_asked_for(opened)


def test_a_call_before_the_letter_is_told(
    decide: Decide, opened: Case, own: Officer, mother: Party, now: datetime
) -> None:
    record_conversation(
        case=opened, by=own, at=now, party=mother, began_at=now - timedelta(days=1), outcome="spoke"
    )
    decide(Decided(mother))
    assert "spoken_before" in str(opened.entries.get(kind="introductions_made").facts)


def test_a_letter_says_what_it_has_to_and_nothing_of_the_other_parent(
    decide: Decide, opened: Case, office: Office, mother: Party, father: Party
) -> None:
    Office.objects.update(name_en="Bala", name_cy="Y Bala")
    made = {(one.reader, one.language): text_of(one) for one in decide(Decided(mother), Decided(father))}
    said = made["respondent-1", "en"]
    for words in (
        "Invented service", "01632 960100", "Efa Bevan and Macsen Bevan", "9 April 2026", "telephone you",
        "Monday to Thursday: 9am to 5pm", "Friday: 9am to 4:30pm", "in Welsh or in English", "interpreter",
        "Public Services Ombudsman for Wales", "Call 999", "We cannot promise", "Own",
    ):  # fmt: skip
        assert words.casefold() in said.casefold(), words
    for reader, text in made.items():
        assert "Bala" not in text, reader
        assert ("Siân" in text) is (reader[0] == "applicant-1")
        assert ("Gareth" in text) is (reader[0] == "respondent-1")
    welsh = made["applicant-1", "cy"]
    for words in (
        "Gwasanaeth dychmygol",
        "9 Ebrill 2026",
        "Dydd Llun i ddydd Iau: 9am i 5pm",
        "Ffoniwch 999",
    ):
        assert words in welsh


def test_a_protected_name_of_a_place_in_a_letter_is_stopped_at_the_gate(
    decide: Decide, opened: Case, mother: Party, father: Party, now: datetime
) -> None:
    Case.objects.filter(pk=opened.pk).update(court_code="", court_name="7 Heol y Dŵr, Wrexham, LL11 1ZZ")
    assert locations.of_case(opened)
    opened.refresh_from_db()
    with pytest.raises(GateRefused):
        decide(Decided(mother), Decided(father))
    assert not Document.objects.exists()


def test_only_who_works_on_the_case_decides(
    decide: Decide, mother: Party, teammate: Officer, stranger: Officer
) -> None:
    for other in (teammate, stranger):
        with pytest.raises(NotAllowed):
            decide(Decided(mother), by=other)


def say_notice(case: Case, own: Officer, now: datetime, is_without: bool) -> None:
    said = FactSaid("urgency", "yes", "c100", without_notice=is_without)
    record_application_fact(case=case, by=own, at=now, said=said)


def test_without_notice_nobody_but_the_applicant_is_written_to_before_the_court_gives_notice(
    decide: Decide, opened: Case, own: Officer, mother: Party, father: Party, now: datetime
) -> None:
    say_notice(opened, own, now, True)
    with pytest.raises(Barred) as barred:
        decide(Decided(mother), Decided(father))
    assert barred.value.findings[0].provision == "SG-WELCOME"
    assert {one.reader for one in decide(Decided(mother))} == {"applicant-1"}
    say_notice(opened, own, now, False)
    assert {one.reader for one in decide(Decided(father))} == {"respondent-1"}


def test_a_letter_that_was_sealed_is_not_served_once_the_application_is_without_notice(
    decide: Decide, opened: Case, own: Officer, father: Party, now: datetime
) -> None:
    decide(Decided(father))
    say_notice(opened, own, now, True)
    assert not opened.tasks.filter(kind="casefile.serve", ended_at=None).exists()
    with pytest.raises(Barred):
        serve(opened, own, now, father)
    decide(Decided(father, reason="The court gave notice at the hearing."), at=now + timedelta(minutes=1))
    serve(opened, own, now, father)

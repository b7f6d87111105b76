"""The brief for a hearing: what it says from the file, what it never holds, how soon it opens."""

from datetime import UTC, date, datetime, timedelta
from time import perf_counter

import pytest
from django.utils import timezone

from lles.casefile.locations import ADDRESS, Detail, keep
from lles.casefile.models import (
    AbuseRaised,
    Case,
    Check,
    CheckAnswer,
    CheckFact,
    Concern,
    Conversation,
    Hearing,
    Officer,
    OtherAdult,
    Party,
    SafeContact,
    Sighting,
    Task,
)
from lles.casefile.queries.closed_words import ClosedWords
from lles.casefile.queries.sight import seen_by
from lles.casefile.register import task_kinds_that_come_first
from lles.casefile.tests.pages import client_of, statements, text_of
from lles.conftest import HOME
from lles.law.pathway import Pathway
from lles.work.first_hearing.models import HearingRecord
from lles.work.first_hearing.queries.safety import papers_facts, safety_of
from lles.work.first_hearing.rules.concerns import pairs

SOON = datetime(2090, 4, 9, 9, tzinfo=UTC)


@pytest.fixture
def page(case: Case) -> str:
    Hearing.objects.create(case=case, court_key="h", type_code="ABA5-FHR", starts_at=SOON)
    return f"/cases/{case.reference}/brief/"


def spoke(party: Party, by: Officer, **more: object) -> Conversation:
    now = timezone.now()
    return Conversation.objects.create(
        case=party.case, party=party, began_at=now, outcome="spoke", by=by, at=now, **more
    )


def answered(party: Party, by: Officer, outcome: str, **more: object) -> None:
    now = timezone.now()
    check = Check.objects.create(case=party.case, party=party, kind="police", opened_at=now, **more)
    answer = CheckAnswer.objects.create(asked=check, received_on=date(2026, 3, 4), by=by, at=now)
    CheckFact.objects.create(answer=answer, outcome=outcome)


def test_it_says_what_an_officer_needs_at_court(
    case: Case, own: Officer, mother: Party, father: Party, page: str
) -> None:
    spoke(father, own, safe_to_talk=True, alone=True)
    Check.objects.create(case=case, party=mother, kind="police", basis="party", opened_at=timezone.now())
    Task.objects.create(
        case=case,
        kind="first_hearing.direction",
        subject="1",
        due_on=date(2090, 4, 1),
        opened_at=timezone.now(),
    )
    text = text_of(client_of(own), page)
    for words in (
        "First Hearing", "Efa Bevan", "Siân Morris", "Last call", "safe to talk", "alone",
        "No call about safeguarding yet",
        "whereabouts protected", "speak to each apart", "A check is not answered: Siân Morris",
        "no letter has been sealed", "What the court directed", "not privileged",
    ):  # fmt: skip
        assert words.casefold() in text.casefold(), words
    assert "Siaradwch â phob un ar wahân" in text_of(client_of(own, "cy"), page)
    assert Sighting.objects.filter(case=case, officer=own, what="brief").exists()


def test_it_names_a_body_only_where_the_name_says_of_nobody_protected_where_they_live(
    case: Case, own: Officer, mother: Party, father: Party, page: str
) -> None:
    now = timezone.now()
    of_father = Detail(f"party:{father.pk}", ADDRESS, ("1 New Road", "Chester", "CH1 1AA"), False, "party")
    keep(case, [of_father], now)
    for party, body in ((mother, "north-wales"), (father, "cheshire")):
        Check.objects.create(case=case, party=party, kind="police", body=body, basis="party", opened_at=now)
    text = text_of(client_of(own), page)
    assert ("North Wales Police" in text, "Cheshire Constabulary" in text) == (False, True)


def in_the_way_of(case: Case, by: Officer, protected: tuple[str, ...] = ()) -> list[str]:
    seen = seen_by(by, case.reference)
    assert seen is not None
    (pair,) = pairs(safety_of(case, seen.head, protected))
    return [one.kind.value for one in pair.in_the_way]


def test_where_everything_was_asked_and_nothing_is_known_nothing_stands_in_the_way(
    case: Case, own: Officer, mother: Party, father: Party
) -> None:
    assert in_the_way_of(case, own) == ["not_spoken"]
    for one in (mother, father):
        spoke(one, own)
        answered(one, own, "known_not_relevant")
    assert in_the_way_of(case, own) == []
    assert in_the_way_of(case, own, (f"party:{mother.pk}",)) == ["protected"]


def test_nothing_known_of_perhaps_somebody_else_stands_in_the_way(
    case: Case, own: Officer, mother: Party, father: Party, page: str
) -> None:
    for one in (mother, father):
        spoke(one, own)
        answered(one, own, "nothing_known")
    Check.objects.filter(party=father).update(overtaken_at=timezone.now())
    assert in_the_way_of(case, own) == ["checks_open"]
    assert text_of(client_of(own), page).count("Asked with other details") == 1
    answered(father, own, "nothing_known", instead_of=Check.objects.get(party=father), number=2)
    assert in_the_way_of(case, own) == []
    assert "Asked with other details" not in text_of(client_of(own), page)


@pytest.mark.parametrize("outcome", ["cannot_identify", "allegation", "no_further_action", "convicted"])
def test_an_answer_that_bears_on_safety_or_is_not_certain_stands_in_the_way(
    case: Case, own: Officer, mother: Party, father: Party, outcome: str
) -> None:
    for one in (mother, father):
        spoke(one, own)
    answered(father, own, outcome)
    assert in_the_way_of(case, own) == ["risk"]


def test_abuse_and_an_open_danger_come_first(case: Case, own: Officer, mother: Party, father: Party) -> None:
    now = timezone.now()
    AbuseRaised.objects.create(case=case, source="call", raised_on=now.date(), by=own, at=now)
    Task.objects.create(case=case, kind=task_kinds_that_come_first()[0], subject="1", opened_at=now)
    assert in_the_way_of(case, own) == ["danger", "abuse", "not_spoken"]


@pytest.mark.parametrize(("days", "leads"), [(0, True), (1, False)])
def test_on_the_day_it_leads_to_the_record_and_to_helping_to_agree(
    case: Case, own: Officer, days: int, leads: bool
) -> None:
    starts_at = timezone.now() + timedelta(days=days)
    hearing = Hearing.objects.create(case=case, court_key="h", type_code="ABA5-FHR", starts_at=starts_at)
    text = text_of(client_of(own), f"/cases/{case.reference}/brief/")
    one = f"/cases/{case.reference}/hearings/{hearing.pk}/"
    assert (f"{one}record/write/" in text, f"{one}agree/" in text) == (leads, leads)


def test_it_holds_no_protected_detail_whatever_was_typed(
    case: Case, own: Officer, mother: Party, father: Party, page: str
) -> None:
    street, town, postcode = HOME
    typed = f"She lives at {street}, {town}, {postcode}. Ring 07700 900123."
    SafeContact.objects.create(
        case=case, party=mother, voicemail=False, how=typed[:300], by=own, at=timezone.now()
    )
    held = spoke(father, own)
    Concern.objects.create(
        case=case, conversation=held, words=typed, language="en", topic="", at=timezone.now()
    )
    partner = OtherAdult.objects.create(
        case=case, party=mother, first_name="Dai", last_name=f"of {street}", relation="new_partner", by=own,
        at=timezone.now(),
    )  # fmt: skip
    Check.objects.create(case=case, adult=partner, kind="police", basis="direction", opened_at=timezone.now())
    closed = ClosedWords(case)
    assert closed(typed)
    for language in ("en", "cy"):
        text = text_of(client_of(own, language), page)
        assert not closed(text)
        for detail in (street, postcode, "07700", "900123", "sian.morris@example.org"):
            assert detail not in text


def test_it_opens_in_under_a_second_with_few_statements(
    case: Case, own: Officer, mother: Party, father: Party, page: str
) -> None:
    client = client_of(own)
    client.get(page)
    for n in range(20):
        Check.objects.create(
            case=case, party=mother, kind="local_authority", number=n + 1, basis="party",
            opened_at=timezone.now(),
        )  # fmt: skip
        spoke(father, own)
    began = perf_counter()
    with statements() as sent:
        assert client.get(page).status_code == 200
    assert perf_counter() - began < 1
    assert len(sent) < 30


def test_it_is_no_page_for_who_may_not_see_the_case(teammate: Officer, stranger: Officer, page: str) -> None:
    for other in (teammate, stranger):
        assert client_of(other).get(page).status_code == 404


def attended(case: Case, by: Officer, *there: Party, days: int = 3) -> HearingRecord:
    """A hearing some days ago, at which the officer spoke with some of the adults."""
    now = timezone.now()
    hearing = Hearing.objects.create(
        case=case, court_key="was", type_code="ABA5-FHR", starts_at=now - timedelta(days=days)
    )
    attendance = {str(one.pk): HearingRecord.SPOKEN for one in there}
    return HearingRecord.objects.create(
        case=case, hearing=hearing, attendance=attendance, ends_involvement=False, by=by, at=now
    )


@pytest.mark.parametrize(
    ("language", "says"), [("en", "Spoken with at court"), ("cy", "Siaradwyd yn y llys")]
)
def test_whoever_was_spoken_with_at_a_hearing_was_spoken_with(
    case: Case, own: Officer, mother: Party, father: Party, page: str, language: str, says: str
) -> None:
    attended(case, own, father)
    spoke(mother, own)
    assert in_the_way_of(case, own) == []
    assert text_of(client_of(own, language), page).count(says) == 1


def test_a_record_that_was_put_right_counts_no_more(
    case: Case, own: Officer, mother: Party, father: Party
) -> None:
    was = attended(case, own, mother, father)
    assert in_the_way_of(case, own) == []
    HearingRecord.objects.create(
        case=case,
        hearing=was.hearing,
        corrects=was,
        attendance={},
        ends_involvement=False,
        by=own,
        at=timezone.now(),
    )
    assert in_the_way_of(case, own) == ["not_spoken"]


@pytest.mark.parametrize("is_recorded", [False, True])
def test_papers_are_awaited_no_more_once_the_first_hearing_is_over(
    case: Case, own: Officer, is_recorded: bool
) -> None:
    case.pathway = Pathway.CAP
    on = timezone.localdate()
    if is_recorded:
        attended(case, own, days=0)
    else:
        now = timezone.now()
        Hearing.objects.create(case=case, court_key="was", type_code="ABA5-FHR", starts_at=now)
    assert (papers_facts(case, on) is None) == is_recorded
    assert papers_facts(case, on + timedelta(days=1)) is None

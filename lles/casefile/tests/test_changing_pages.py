"""Pages that change a case: every refusal is said in the reader's language, and nothing typed is lost."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from lles.casefile.changes.checks import ask_check, open_checks
from lles.casefile.changes.door import Barred
from lles.casefile.changes.people import record_receipt
from lles.casefile.models import (
    Case,
    Check,
    CheckAnswer,
    Child,
    Concern,
    Conversation,
    Officer,
    Party,
)
from lles.casefile.tests.pages import client_of, day, fill, said, send, summary_of, text_of

ANSWER = {
    "identified_by": ["name", "date_of_birth"],
    "outcome-0": "nothing_known",
    "as_received-0": "Nothing held – dim byd",
}


@pytest.fixture
def check(case: Case, own: Officer, now: datetime) -> Check:
    """The police check of the applicant, asked."""
    check = next(one for one in open_checks(case=case, by=own, at=now) if one.kind == Check.POLICE)
    ask_check(case=case, by=own, at=now, check=check, body="north-wales", asked_on=now.date())
    return check


def test_a_language_is_recorded(case: Case, own: Officer, father: Party) -> None:
    path = f"/cases/{case.reference}/people/{father.pk}/language/"
    answer = fill(client_of(own), path, chosen="cy", **day("asked_on", date(2026, 3, 3)))
    father.refresh_from_db()
    assert answer.status_code == 302
    assert (father.language, father.language_asked_on) == ("cy", date(2026, 3, 3))


@pytest.mark.parametrize(
    ("language", "message"),
    [("en", "Date must be a real date"), ("cy", "Rhaid i'r dyddiad fod yn ddyddiad dilys")],
)
def test_a_wrong_day_is_said_in_the_readers_language(
    case: Case, own: Officer, father: Party, language: str, message: str
) -> None:
    path = f"/cases/{case.reference}/people/{father.pk}/language/"
    typed = {"asked_on-day": "31", "asked_on-month": "2", "asked_on-year": "2026"}
    answer = fill(client_of(own, language), path, chosen="cy", **typed)
    assert message in summary_of(answer)
    assert 'value="31"' in said(answer)


def test_a_day_to_come_is_refused(case: Case, own: Officer) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    path = f"/cases/{case.reference}/receipt/"
    answer = fill(client_of(own), path, **day("received_on", tomorrow))
    assert "Date must be today or in the past" in summary_of(answer)


def test_a_residence_is_recorded(case: Case, own: Officer) -> None:
    child = case.children.first()
    assert child is not None
    path = f"/cases/{case.reference}/children/{child.pk}/residence/"
    assert fill(client_of(own), path, nation="england").status_code == 302
    assert Child.objects.get(pk=child.pk).nation == "england"


def test_what_somebody_else_changed_is_said_and_what_was_typed_is_kept(
    case: Case, own: Officer, teammate: Officer, manager: Officer, check: Check, now: datetime
) -> None:
    client, path = client_of(own), f"/cases/{case.reference}/checks/{check.pk}/answer/"
    page = client.get(path).content.decode()
    seen = dict(re.findall(r'name="(seen|seen_entry)" value="(\d+)"', page))
    record_receipt(case=case, by=manager, at=now, received_on=date(2026, 3, 2))
    typed = seen | ANSWER | day("received_on", date(2026, 3, 5))
    answer = send(client, path, typed)
    assert answer.status_code == 409
    assert "Somebody changed this case since you opened the page" in said(answer)
    assert "The application was received on Monday 2 March 2026" in said(answer)
    assert "Manager" in said(answer)
    assert "Nothing held – dim byd" in said(answer)
    assert not CheckAnswer.objects.exists()
    again = dict(re.findall(r'name="(seen|seen_entry)" value="(\d+)"', said(answer)))
    assert send(client, path, typed | again).status_code == 302
    assert CheckAnswer.objects.count() == 1


def test_a_form_that_does_not_say_what_it_saw_is_stale(case: Case, own: Officer) -> None:
    path = f"/cases/{case.reference}/receipt/"
    answer = send(client_of(own), path, day("received_on", date(2026, 3, 3)))
    assert answer.status_code == 409


@pytest.mark.parametrize(
    ("language", "section"), [("en", "Practice Direction 12B"), ("cy", "Cyfarwyddyd Ymarfer 12B")]
)
def test_what_is_barred_is_said_with_its_section_of_law(
    case: Case, own: Officer, check: Check, language: str, section: str
) -> None:
    path = f"/cases/{case.reference}/checks/{check.pk}/answer/"
    typed = ANSWER | {"identified_by": ["name"]} | day("received_on", date(2026, 3, 5))
    answer = fill(client_of(own, language), path, **typed)
    assert section in summary_of(answer)
    assert "Nothing held – dim byd" in said(answer)
    assert not CheckAnswer.objects.exists()


def test_a_warning_asks_for_a_reason_and_keeps_what_was_typed(case: Case, own: Officer, check: Check) -> None:
    client, path = client_of(own), f"/cases/{case.reference}/checks/{check.pk}/answer/"
    typed = ANSWER | day("received_on", date(2026, 3, 1))
    answer = fill(client, path, **typed)
    assert "Give your reason for going on" in summary_of(answer)
    assert "Nothing held – dim byd" in said(answer)
    reason = {"reason-SG-CHECKS-CAO": "They wrote before we asked."}
    assert fill(client, path, **typed, **reason).status_code == 302
    assert "They wrote before we asked." in str(list(case.entries.values_list("facts", flat=True)))


def test_a_reason_that_was_typed_stays_when_something_else_is_wrong(
    case: Case, own: Officer, check: Check
) -> None:
    path = f"/cases/{case.reference}/checks/{check.pk}/answer/"
    answer = fill(client_of(own), path, **{"reason-SG-CHECKS-CAO": "They wrote before we asked."})
    assert "They wrote before we asked." in said(answer)
    assert "Select an answer" in summary_of(answer)


def test_each_answer_shows_the_most_a_letter_may_say(case: Case, own: Officer, check: Check) -> None:
    page = text_of(client_of(own), f"/cases/{case.reference}/checks/{check.pk}/answer/")
    assert "An arrest does not show that anyone did what was alleged." in page
    assert "born 28 February 1990" in page


def test_a_check_is_asked_by_name_and_then_chased(case: Case, own: Officer, check: Check) -> None:
    client, path = client_of(own), f"/cases/{case.reference}/checks/{check.pk}/ask/"
    assert "Heddlu Gogledd Cymru" in text_of(client_of(own, "cy"), path)
    assert fill(client, path, body="north-wales", **day("asked_on", date(2026, 3, 6))).status_code == 302
    check.refresh_from_db()
    assert check.chased_on == date(2026, 3, 6)


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", "before the application was received, on Wednesday 4 March 2026"),
        ("cy", "cais ddod i law ddydd Mercher 4 Mawrth 2026"),
    ],
)
def test_nobody_is_asked_before_the_application_came(
    case: Case, own: Officer, check: Check, language: str, message: str
) -> None:
    path = f"/cases/{case.reference}/checks/{check.pk}/ask/"
    answer = fill(client_of(own, language), path, body="cheshire", **day("asked_on", date(2020, 1, 1)))
    assert message in summary_of(answer)
    assert 'value="2020"' in said(answer)
    check.refresh_from_db()
    assert check.body == "north-wales"


@pytest.mark.parametrize("asked_on", [date(2020, 1, 1), date(2026, 3, 3), date(2030, 1, 1)])
def test_the_door_too_refuses_a_question_before_the_application_or_after_today(
    case: Case, own: Officer, check: Check, now: datetime, asked_on: date
) -> None:
    with pytest.raises(Barred):
        ask_check(case=case, by=own, at=now, check=check, body="cheshire", asked_on=asked_on)


@pytest.mark.parametrize("body", ["", "nowhere"])
def test_a_body_that_does_not_exist_is_not_asked(case: Case, own: Officer, check: Check, body: str) -> None:
    path = f"/cases/{case.reference}/checks/{check.pk}/ask/"
    answer = fill(client_of(own), path, body=body, **day("asked_on", date(2026, 3, 6)))
    assert answer.status_code == 200
    assert "govuk-error-summary" in said(answer)


def test_one_more_check_is_opened_and_led_to(case: Case, own: Officer, check: Check, mother: Party) -> None:
    answer = client_of(own).post(f"/cases/{case.reference}/checks/add/{mother.pk}/local_authority/")
    added = Check.objects.get(party=mother, kind=Check.LOCAL_AUTHORITY, number=2)
    assert answer.headers["Location"] == f"/cases/{case.reference}/checks/{added.pk}/ask/"


def test_no_answer_is_one_press(case: Case, own: Officer, father: Party) -> None:
    client = client_of(own)
    answer = client.post(f"/cases/{case.reference}/conversations/{father.pk}/no-answer/", follow=True)
    assert "Recorded: no answer from Gareth Bevan" in said(answer)
    assert Conversation.objects.get().outcome == Conversation.NO_ANSWER


def spoke(**typed: str) -> dict[str, str]:
    began = day("began_on", date(2026, 3, 4)) | {"began_at": "9.15am"}
    words = {
        "words-0": "Mae ofn arnaf i",
        "language-0": "cy",
        "child-0": "family",
        "words-1": "",
        "words-2": "",
    }
    more = {f"{name}-{n}": value for n in (1, 2) for name, value in (("language", "en"), ("child", "family"))}
    return began | words | more | {"outcome": "spoke", "safe_to_talk": "yes", "spoken": "cy"} | typed


def test_a_conversation_keeps_each_concern_in_the_speakers_words(
    case: Case, own: Officer, mother: Party
) -> None:
    efa = case.children.get(first_name="Efa")
    path = f"/cases/{case.reference}/conversations/{mother.pk}/"
    second = {"words-1": "Hoffwn iddo\nofyn", "language-1": "cy", "child-1": str(efa.pk), "deferred-1": "on"}
    assert fill(client_of(own), path, **spoke(**second)).status_code == 302
    kept = [(one.words, one.language, one.child, one.deferred) for one in Concern.objects.order_by("pk")]
    assert kept == [("Mae ofn arnaf i", "cy", None, False), ("Hoffwn iddo\nofyn", "cy", efa, True)]
    assert Conversation.objects.get().safe_to_talk is True


def test_room_for_more_concerns_keeps_what_was_typed(case: Case, own: Officer, mother: Party) -> None:
    path = f"/cases/{case.reference}/conversations/{mother.pk}/"
    answer = fill(client_of(own), path, **spoke(more="yes"))
    assert 'name="topic-9"' in said(answer)
    assert "Mae ofn arnaf i" in said(answer)
    assert 'name="words-9"' in said(answer)
    assert "govuk-error-summary" not in said(answer)
    assert not Conversation.objects.exists()


def test_an_interpreter_has_a_language(case: Case, own: Officer, mother: Party) -> None:
    client, path = client_of(own), f"/cases/{case.reference}/conversations/{mother.pk}/"
    answer = fill(client, path, **spoke(spoken="another"))
    assert "Write the language of the interpreter" in summary_of(answer)
    assert fill(client, path, **spoke(spoken="another", interpreter="Polski")).status_code == 302
    assert (Conversation.objects.get().language, Conversation.objects.get().interpreter) == ("", "Polski")


def test_a_conversation_does_not_begin_later_than_now(case: Case, own: Officer, mother: Party) -> None:
    later = timezone.localtime() + timedelta(minutes=10)
    typed = spoke() | day("began_on", later.date()) | {"began_at": f"{later:%H:%M}"}
    answer = fill(client_of(own), f"/cases/{case.reference}/conversations/{mother.pk}/", **typed)
    assert re.search("cannot begin later than now|today or in the past", summary_of(answer))


def test_a_form_changes_its_language_without_losing_a_word(case: Case, own: Officer, mother: Party) -> None:
    path = f"/cases/{case.reference}/conversations/{mother.pk}/"
    answer = fill(client_of(own), path, **spoke(**{"shown-again": "cy"}))
    assert '<html lang="cy"' in said(answer)
    assert "Mae ofn arnaf i" in said(answer)
    assert "Cofnodi'r sgwrs" in said(answer)


def test_what_one_did_oneself_since_is_not_somebody_elses_change(
    case: Case, own: Officer, check: Check, now: datetime
) -> None:
    client, path = client_of(own), f"/cases/{case.reference}/checks/{check.pk}/answer/"
    page = client.get(path).content.decode()
    seen = dict(re.findall(r'name="(seen|seen_entry)" value="(\d+)"', page))
    record_receipt(case=case, by=own, at=now, received_on=date(2026, 3, 2))
    answer = send(client, path, seen | ANSWER | day("received_on", date(2026, 3, 5)))
    assert answer.status_code == 302

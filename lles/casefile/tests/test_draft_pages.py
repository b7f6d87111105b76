"""Pages that save while one types: what they give back, what they refuse, and what they say."""

import re
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lles.casefile.drafts import latest
from lles.casefile.models import Case, Draft, Officer, Party, Sighting
from lles.casefile.tests.pages import client_of, said, send, statements, text_of

CALL = {
    "began_at": "0:00", "outcome": "spoke", "safe_to_talk": "yes", "spoken": "en", "rows": "1",
    "language-0": "en", "child-0": "family",
}  # fmt: skip
JSON = {"accept": "application/json"}


def page_of(case: Case, party: Party) -> str:
    return reverse("casefile:converse", args=(case.reference, party.pk))


def fields(client: Client, path: str) -> dict[str, str]:
    """What a page brings in its hidden fields."""
    return dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', text_of(client, path)))


def saver(page: str, client: Client) -> str:
    found = re.search(r'data-draft="([^"]+)"', text_of(client, page))
    assert found
    return found[1]


@pytest.fixture
def officer(own: Officer) -> Client:
    return client_of(own)


def save(client: Client, path: str, typed: dict[str, str], **more: str) -> Any:
    return client.post(saver(path, client), {**typed, **more}, headers=JSON)


def test_it_shows_again_what_was_saved(officer: Client, case: Case, mother: Party) -> None:
    path = page_of(case, mother)
    answer = save(officer, path, fields(officer, path), **{"words-0": "He <followed> us", "spoken": "cy"})
    assert (answer.status_code, answer.json()["revision"]) == (200, 1)
    assert re.fullmatch(r"Saved \d{1,2}:\d\d:\d\d[ap]m", answer.json()["says"])
    page = text_of(officer, path)
    assert "He <followed> us" in page
    assert "Set this text aside and begin anew" in page
    assert 'data-revision="1"' in page


def test_what_was_left_and_is_opened_again_is_recorded_however_often_the_case_has_changed(
    officer: Client, case: Case, mother: Party
) -> None:
    Case.objects.filter(pk=case.pk).update(version=32)
    path = page_of(case, mother)
    save(officer, path, {**fields(officer, path), **CALL, "words-0": "He followed us"})
    again = fields(officer, path)
    assert again["seen"] == "32"
    day = {"began_on-day": "1", "began_on-month": "3", "began_on-year": "2026"}
    answer = send(officer, path, {**again, **CALL, **day, "words-0": "He followed us"})
    assert (answer.status_code, case.conversations.count()) == (302, 1)


def test_a_saving_is_no_sight_of_the_case(officer: Client, case: Case, mother: Party) -> None:
    path = page_of(case, mother)
    typed = fields(officer, path)
    before = Sighting.objects.count()
    officer.post(reverse("casefile:draft", args=(case.reference, "conversation", mother.pk)), typed)
    assert Sighting.objects.count() == before


def test_words_typed_in_one_case_are_refused_in_another(
    officer: Client, case: Case, mother: Party, father: Party, own: Officer, now: datetime
) -> None:
    other = Case.objects.create(
        reference="C-2289", law="private", officer=own, office=own.office, opened_at=now
    )
    typed = fields(officer, page_of(case, mother)) | {"words-0": "He followed us"}
    for subject, of in ((mother.pk, other), (father.pk, case)):
        address = reverse("casefile:draft", args=(of.reference, "conversation", subject))
        refused = officer.post(address, typed, headers=JSON)
        assert (refused.status_code, "another case" in refused.json()["says"]) == (403, True)
    assert send(officer, page_of(case, father), {**CALL, **typed}).status_code == 403
    assert not Draft.objects.exists()


def test_it_refuses_the_page_of_another_reader(
    officer: Client, manager: Officer, case: Case, mother: Party
) -> None:
    typed = fields(officer, page_of(case, mother))
    address = reverse("casefile:draft", args=(case.reference, "conversation", mother.pk))
    assert client_of(manager).post(address, typed, headers=JSON).status_code == 403


def test_it_tells_a_script_to_sign_in_again(officer: Client, case: Case, mother: Party) -> None:
    typed = fields(officer, page_of(case, mother))
    del typed["kept-for"]  # the script leaves it out: with it, the words would be put aside at once
    address = reverse("casefile:draft", args=(case.reference, "conversation", mother.pk))
    assert Client().post(address, typed, headers=JSON).status_code == 401
    assert Client().post(address, {}).status_code == 302


def test_two_writers_see_both_texts(officer: Client, manager: Officer, case: Case, mother: Party) -> None:
    path, other = page_of(case, mother), client_of(manager)
    mine, theirs = fields(officer, path), fields(other, path)
    save(other, path, theirs, **{"words-0": "She said: he followed us", "outcome": "spoke"})
    late = save(officer, path, mine, **{"words-0": "Mine"})
    assert (late.status_code, "Manager saved another text" in late.json()["says"]) == (409, True)
    both = send(officer, path, {**mine, "words-0": "Mine", "draft-save": "yes"})
    assert both.status_code == 409
    assert "She said: he followed us" in said(both)
    assert ">Mine</textarea>" in said(both)
    again = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', said(both)))
    assert save(officer, path, again, **{"words-0": "Mine"}).json()["revision"] == 2


def test_a_change_never_uses_up_what_its_writer_has_not_seen(
    officer: Client, manager: Officer, case: Case, mother: Party, now: datetime
) -> None:
    path, other = page_of(case, mother), client_of(manager)
    mine = fields(officer, path)
    save(other, path, fields(other, path), **{"words-0": "She said: he followed us"})
    day = {"began_on-day": "1", "began_on-month": "3", "began_on-year": "2026"}
    answer = send(officer, path, {**mine, **CALL, **day, "words-0": "Mine"})
    assert (answer.status_code, "She said: he followed us" in said(answer)) == (409, True)
    assert case.conversations.count() == 0


@pytest.mark.parametrize(("words", "is_other"), [("He followed us", False), ("He never followed us", True)])
def test_only_the_same_text_is_a_press_that_came_twice(
    officer: Client, case: Case, mother: Party, words: str, is_other: bool
) -> None:
    path = page_of(case, mother)
    first, second = fields(officer, path), fields(officer, path)
    day = {"began_on-day": "1", "began_on-month": "3", "began_on-year": "2026"}
    assert send(officer, path, {**first, **CALL, **day, "words-0": "He followed us"}).status_code == 302
    answer = send(officer, path, {**second, **CALL, **day, "words-0": words})
    assert answer.status_code == 409
    page = said(answer)
    assert ("Your text was not recorded a second time" in page) is not is_other
    assert ("recorded another text at" in page) is is_other
    assert ('lles-as-typed">He followed us<' in page) is is_other
    assert f">{words}</textarea>" in page
    assert case.conversations.count() == 1


def test_without_a_script_the_button_saves(officer: Client, own: Officer, case: Case, mother: Party) -> None:
    path = page_of(case, mother)
    answer = send(officer, path, {**fields(officer, path), "words-0": "He followed us", "draft-save": "yes"})
    assert (answer.status_code, answer["Location"]) == (302, path)
    kept = latest(by=own, kind="conversation", subject=str(mother.pk), case=case)
    assert kept is not None
    assert kept.content["words-0"] == ["He followed us"]


def test_a_saving_asks_little_of_the_database(officer: Client, case: Case, mother: Party) -> None:
    path = page_of(case, mother)
    typed, address = fields(officer, path), saver(path, officer)
    with statements() as sent:
        assert officer.post(address, {**typed, "words-0": "He"}, headers=JSON).status_code == 200
    assert len(sent) <= 7, "\n".join(sent)


def test_a_draft_set_aside_is_not_shown_again(officer: Client, case: Case, mother: Party) -> None:
    path = page_of(case, mother)
    save(officer, path, fields(officer, path), **{"words-0": "He followed us"})
    send(officer, path, {**fields(officer, path), "draft-set-aside": "yes"})
    page = text_of(officer, path)
    assert "He followed us" not in page
    assert "Set this text aside" not in page
    assert Draft.objects.count() == 2

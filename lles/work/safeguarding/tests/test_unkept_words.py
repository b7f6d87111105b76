"""Words that are saved and not kept yet: the previews show them and say whose they are, and nobody signs or
files without them."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from lles.casefile.changes.door import Barred
from lles.casefile.models import Case, Officer
from lles.casefile.tests.pages import client_of, day, fill, said, text_of
from lles.work.safeguarding.changes.letter import file_letter
from lles.work.safeguarding.changes.sign_off import ask_for_signature, send_back, sign
from lles.work.safeguarding.models import FurtherLetter, SignOff
from lles.work.safeguarding.queries.filing import KIND
from lles.work.safeguarding.queries.sign_off import fingerprint_of, in_hand
from lles.work.safeguarding.tests.further_cases import NOTE, REASONS, UPDATE, filed, soon, write_update
from lles.work.safeguarding.tests.reading_letters import words
from lles.work.safeguarding.tests.test_further_words import news
from lles.work.safeguarding.tests.test_views import PATH, TYPED, ready

__all__ = ["filed", "news", "ready", "soon"]
CASE = "/cases/C-2288/"
PAGES = {UPDATE: f"{CASE}letter-update/", NOTE: f"{CASE}note-to-court/"}
WHOSE = {
    "en": "The previews hold words that are saved and not kept yet, by {name}",
    "cy": "cadwyd hwy fel drafft gan {name}",
}
NOT_IN_IT = {
    "en": "Words are saved that are not yet in this document",
    "cy": "nad ydynt yn y ddogfen hon eto",
}


def save_draft(by: Officer, page: str, **typed: Any) -> None:
    client = client_of(by)
    mark = client.get(page).content.decode().split('name="draft-of" value="')[1].split('"')[0]
    fill(client, page, **{"language_of_text": "en", "draft-save": "", "draft-of": mark, **typed})


def preview(by: Officer, page: str, version: str = "court.en") -> str:
    return words(client_of(by).get(f"{page}preview/{version}.pdf").content)


def test_the_preview_of_an_update_is_what_its_author_is_typing(
    news: Case, own: Officer, now: datetime
) -> None:
    write_update(news, own, now, "He was calm.")
    typed = {"words": "He was calm. She was not.", "other_words": "Roedd yn dawel.", "advice_changes": "yes"}
    save_draft(own, PAGES[UPDATE], **typed, advice="Handovers at the library.")
    told = preview(own, PAGES[UPDATE])
    assert "She was not." in told
    assert "Handovers at the library." in told
    assert "Roedd yn dawel." in preview(own, PAGES[UPDATE], "court.cy")
    assert FurtherLetter.objects.get().words == "He was calm."


def test_the_preview_of_what_nobody_has_kept_yet_is_the_draft(soon: Case, own: Officer) -> None:
    expected = f"expected-{soon.checks.filter(kind='police')[0].pk}"
    asked = date(2026, 3, 27)
    page = PAGES[NOTE]
    save_draft(own, page, words="She waits at her sister's.", asks="adjourn", **day(expected, asked))
    told = preview(own, page)
    assert "She waits at her sister's." in told
    assert "27 March 2026" in told
    assert not FurtherLetter.objects.exists()


def test_a_place_in_a_draft_is_a_mark_in_its_preview(news: Case, own: Officer) -> None:
    save_draft(own, PAGES[UPDATE], words="He is well. He lives in Larkenby.", advice_changes="no")
    told = preview(own, PAGES[UPDATE])
    assert "He is well." in told
    assert "Larkenby" not in told
    assert "[part of the address of Gareth Bevan]" in told


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("page", ["", "file/"])
def test_the_page_says_whose_words_the_previews_show(
    news: Case, own: Officer, language: str, page: str
) -> None:
    whose = WHOSE[language].format(name=own.name)
    assert whose not in text_of(client_of(own, language), PAGES[UPDATE] + page)
    save_draft(own, PAGES[UPDATE], words="She was not.", advice_changes="no")
    assert whose in text_of(client_of(own, language), PAGES[UPDATE] + page)


@pytest.mark.parametrize("page", ["", "file/"])
def test_the_page_of_the_letter_says_so_too(ready: Case, own: Officer, page: str) -> None:
    whose = WHOSE["en"].format(name=own.name)
    save_draft(own, PATH, **TYPED)
    assert whose in text_of(client_of(own), PATH + page)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_nobody_signs_or_files_a_letter_without_the_words_that_are_saved(
    ready: Case, own: Officer, manager: Officer, now: datetime, language: str
) -> None:
    client = client_of(own, language)
    fill(client, PATH, **TYPED)
    ask = f"{CASE}sign-off/{KIND}/ask/"
    assert NOT_IN_IT[language] not in text_of(client, ask)
    save_draft(own, PATH, **TYPED | {"words-safety": "They are not safe."})
    assert NOT_IN_IT[language] in text_of(client, ask)
    assert NOT_IN_IT[language] in said(fill(client, ask, asked_of=str(manager.pk)))
    reasons = {**REASONS, "SG-LOOKAGAIN": "It could not wait."}
    with pytest.raises(Barred):
        ask_for_signature(case=ready, by=own, at=now, kind=KIND, reasons=reasons)
    with pytest.raises(Barred):
        file_letter(case=ready, by=own, at=now, reasons=reasons)
    assert not SignOff.objects.exists()


@pytest.mark.parametrize("language", ["en", "cy"])
def test_words_that_are_saved_once_it_was_asked_hold_up_the_signature(
    news: Case, own: Officer, manager: Officer, now: datetime, language: str
) -> None:
    write_update(news, own, now, "He was calm.")
    asked = ask_for_signature(case=news, by=own, at=now, kind=UPDATE, reasons=REASONS)
    save_draft(own, PAGES[UPDATE], words="He was calm. She was not.", advice_changes="no")
    writing = in_hand(news, UPDATE)
    assert writing is not None
    page = f"{CASE}sign-off/{asked.pk}/"
    assert NOT_IN_IT[language] in text_of(client_of(manager, language), page)
    with pytest.raises(Barred):
        sign(case=news, by=manager, at=now, asked=asked, read=fingerprint_of(news, writing))
    later = now + timedelta(minutes=5)
    send_back(case=news, by=manager, at=later, asked=asked, words="Keep it first.", language="en")

"""An update that may not leave says so while it is written, and nobody is asked to sign it."""

from datetime import datetime, timedelta

import pytest

from lles.casefile.changes.door import Barred
from lles.casefile.gate import GateRefused
from lles.casefile.models import Case, Officer
from lles.casefile.tests.pages import client_of, fill, said, text_of
from lles.work.safeguarding.changes.further import write_further
from lles.work.safeguarding.changes.letter import write_letter
from lles.work.safeguarding.changes.sign_off import ask_for_signature
from lles.work.safeguarding.models import FurtherLetter, Letter, SignOff
from lles.work.safeguarding.queries.filing import KIND
from lles.work.safeguarding.rules.letter_content import words_as_data
from lles.work.safeguarding.tests.contents import about_safety
from lles.work.safeguarding.tests.further_cases import UPDATE, answer, protected_since, write_update

TELLS = "Call her on 07700 900123."
LISTED = {
    "en": (
        "Gareth Bevan, English, page 1",
        "It holds a telephone number that is protected from this reader.",
    ),
    "cy": ("Gareth Bevan, Saesneg, tudalen 1", "Mae'n cynnwys rhif ffôn sydd wedi'i ddiogelu"),
}
MISSING = {"en": "does not say what the news means", "cy": "beth mae'r hyn sy'n newydd"}


@pytest.fixture
def news(filed: Case, own: Officer, now: datetime) -> Case:
    """Something new came after the letter was filed."""
    answer(filed, own, now + timedelta(days=2))
    return filed


def page_of(case: Case) -> str:
    return f"/cases/{case.reference}/letter-update/"


def ask_page(case: Case) -> str:
    return f"/cases/{case.reference}/sign-off/{UPDATE}/ask/"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_what_the_gate_refuses_of_an_update_is_listed_while_it_is_written(
    news: Case, own: Officer, now: datetime, language: str
) -> None:
    write_update(news, own, now, "The handovers need care.")
    client = client_of(own, language)
    assert LISTED[language][1] not in text_of(client, page_of(news))
    protected_since(news, TELLS)
    page = text_of(client, page_of(news))
    assert all(one in page for one in LISTED[language])
    assert TELLS in page


@pytest.mark.parametrize("language", ["en", "cy"])
def test_words_that_are_saved_and_not_kept_are_read_as_well(news: Case, own: Officer, language: str) -> None:
    client = client_of(own, language)
    typed = {"words": TELLS, "language_of_text": "en", "advice_changes": "no", "draft-save": ""}
    mark = client.get(page_of(news)).content.decode().split('name="draft-of" value="')[1].split('"')[0]
    fill(client, page_of(news), **typed, **{"draft-of": mark})
    assert not FurtherLetter.objects.filter(words=TELLS).exists()
    page = text_of(client, page_of(news))
    assert all(one in page for one in LISTED[language])
    assert TELLS in page
    assert MISSING[language] not in page


@pytest.mark.parametrize("language", ["en", "cy"])
def test_nobody_is_asked_to_sign_an_update_that_may_not_leave(
    news: Case, own: Officer, manager: Officer, now: datetime, language: str
) -> None:
    write_update(news, own, now, "The handovers need care.")
    protected_since(news, TELLS)
    client = client_of(own, language)
    opened = text_of(client, ask_page(news))
    assert all(one in opened for one in LISTED[language])
    refused = fill(client, ask_page(news), asked_of=str(manager.pk))
    assert refused.status_code == 409
    assert all(one in said(refused) for one in LISTED[language])
    chosen = said(refused).split(f'value="{manager.pk}"')[1].split(">")[0]
    assert "checked" in chosen
    assert not SignOff.objects.exists()
    assert FurtherLetter.objects.get().words == TELLS
    assert news.entries.filter(kind="stopped_at_the_gate").exists()
    timeline = text_of(client, f"/cases/{news.reference}/timeline/")
    assert {"en": "Stopped at the gate", "cy": "Ataliwyd wrth y porth"}[language] in timeline


@pytest.mark.parametrize("language", ["en", "cy"])
def test_nobody_is_asked_to_sign_an_update_that_does_not_say_what_it_means(
    news: Case, own: Officer, manager: Officer, now: datetime, language: str
) -> None:
    write_further(case=news, by=own, at=now, kind=UPDATE, words="", language="en", advice_changes=False)
    client = client_of(own, language)
    assert MISSING[language] in text_of(client, ask_page(news))
    assert MISSING[language] in said(fill(client, ask_page(news), asked_of=str(manager.pk)))
    with pytest.raises(Barred):
        ask_for_signature(case=news, by=own, at=now, kind=UPDATE)
    assert not SignOff.objects.exists()


def test_nobody_is_asked_to_sign_a_letter_that_may_not_leave(case: Case, own: Officer, now: datetime) -> None:
    write_letter(case=case, by=own, at=now, content=about_safety("Safe today."))
    Letter.objects.update(words=words_as_data(about_safety(TELLS)))  # protected after it was written
    with pytest.raises(GateRefused):
        ask_for_signature(case=case, by=own, at=now, kind=KIND)

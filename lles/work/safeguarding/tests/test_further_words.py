"""A further letter as its author types it: marks in place of details, no signature without the words."""

from datetime import datetime, timedelta

import pytest

from lles.casefile import locations
from lles.casefile.changes.checks import ask_check
from lles.casefile.changes.door import Barred
from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, fill, said, text_of
from lles.work.safeguarding.changes.further import file_further, further_versions, write_further
from lles.work.safeguarding.changes.sign_off import ask_for_signature
from lles.work.safeguarding.models import FurtherLetter, SignOff
from lles.work.safeguarding.tests.further_cases import (
    NOTE,
    REASONS,
    UPDATE,
    answer,
    pages_of,
    protected_since,
    write_update,
)

HOME = ("80 Asterleigh Close", "Larkenby", "Chester", "CH2 1ZZ")
PAGE = "/cases/C-2288/letter-update/"
ASK = f"/cases/C-2288/sign-off/{UPDATE}/ask/"
KEPT = {
    "en": "A protected detail that you typed was replaced by a mark: [part of the address of Gareth Bevan].",
    "cy": "Rhoddwyd marc yn lle manylyn wedi'i ddiogelu",
}
NOT_IN_IT = {
    "en": "Words are saved that are not yet in this document",
    "cy": "nad ydynt yn y ddogfen hon eto",
}
SENTENCE = {
    "en": "What the news means for our advice, sentence 2: It holds a telephone number",
    "cy": "Beth mae'r hyn sy'n newydd yn ei olygu i'n cyngor, brawddeg 2: Mae'n cynnwys rhif ffôn",
}


@pytest.fixture
def news(filed: Case, own: Officer, father: Party, now: datetime) -> Case:
    """Something new came after the letter was filed; the father's home is protected."""
    where = locations.Detail(f"party:{father.pk}", locations.ADDRESS, HOME, True, "party")
    locations.keep(filed, [where], now)
    answer(filed, own, now + timedelta(days=2))
    return filed


def save_draft(own: Officer, words: str) -> None:
    client = client_of(own)
    mark = client.get(PAGE).content.decode().split('name="draft-of" value="')[1].split('"')[0]
    typed = {"words": words, "language_of_text": "en", "advice_changes": "no", "draft-save": ""}
    fill(client, PAGE, **typed, **{"draft-of": mark})


@pytest.mark.parametrize(
    ("box", "text"),
    [
        ("words", "He is well. He lives in Larkenby."),
        ("other_words", "Mae'n iawn. Mae'n byw yn Larkenby."),
        ("advice", "Handovers near CH2."),
        ("other_advice", "Trosglwyddo ger 80 Asterleigh Close."),
    ],
)
def test_a_place_that_the_author_types_is_a_mark_in_every_version(
    news: Case, own: Officer, now: datetime, box: str, text: str
) -> None:
    given = {"words": "Calm.", "advice": "Handovers.", "other_words": "Tawel.", "other_advice": "Cyngor."}
    given[box] = text
    kept = write_further(
        case=news, by=own, at=now, kind=UPDATE, words=given["words"], language="en", advice_changes=True,
        advice=given["advice"], other_words=given["other_words"], other_advice=given["other_advice"],
    )  # fmt: skip
    assert [mark for mark in kept.marks if "Gareth Bevan" in mark]
    told = " ".join(pages_of(one) for one in further_versions(news, UPDATE, own, now, draft=True))
    assert not [part for part in ("Larkenby", "CH2", "Asterleigh") if part in told]
    assert file_further(case=news, by=own, at=now, kind=UPDATE, reasons=REASONS)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_author_is_told_of_the_mark(news: Case, own: Officer, language: str) -> None:
    client = client_of(own, language)
    typed = {"words": "He lives in Larkenby.", "language_of_text": "en", "advice_changes": "no"}
    assert fill(client, PAGE, **typed).status_code == 302
    assert KEPT[language] in text_of(client, PAGE)
    assert FurtherLetter.objects.get().words == "He lives in [part of the address of Gareth Bevan]."


@pytest.mark.parametrize(
    "words",
    ["He came to the court in Chester at 9.30 on 4 March.", "Call us on 0300 062 5620.", "CH 3 of 4."],
)
def test_ordinary_words_are_kept_as_they_are_typed(
    news: Case, own: Officer, now: datetime, words: str
) -> None:
    kept = write_further(case=news, by=own, at=now, kind=NOTE, words=words, language="en")
    assert kept.marks == ()
    assert kept.further.words == words


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_page_says_in_which_sentence_it_stands_what_may_not_leave(
    news: Case, own: Officer, now: datetime, language: str
) -> None:
    write_update(news, own, now, "He was calm.")
    assert SENTENCE[language] not in text_of(client_of(own, language), PAGE)
    protected_since(news, "He was calm. Call her on 07700 900123.")
    shown = text_of(client_of(own, language), PAGE)
    assert SENTENCE[language] in shown.replace("</a>", "")
    assert '<a href="#id_words">' in shown
    assert 'id="id_words"' in shown


def test_the_page_says_which_sentence_names_a_body_that_points_to_somebody(
    news: Case, own: Officer, now: datetime
) -> None:
    check = news.checks.get(kind="police", party__role="applicant")
    ask_check(case=news, by=own, at=now, check=check, body="dyfed-powys", asked_on=now.date())
    write_update(news, own, now, "He was calm. Dyfed-Powys Police went there.")
    shown = text_of(client_of(own), PAGE).replace("</a>", "")
    assert "sentence 2: It names a council or a police force" in shown


def test_no_version_prints_the_number_of_an_office_that_has_the_code_of_a_place(
    news: Case, own: Officer, now: datetime
) -> None:
    write_update(news, own, now, "He was calm.")
    assert news.office is not None
    told = {}
    for number in ("0300 062 5620", "01970 612345"):
        type(news.office).objects.filter(pk=news.office.pk).update(phone=number)
        again = Case.objects.get(pk=news.pk)
        every = further_versions(again, UPDATE, own, now, draft=True)
        told[number] = " ".join(pages_of(one) for one in every).replace("\u00a0", " ")
    assert "0300 062 5620" in told["0300 062 5620"]
    assert "01970" not in told["01970 612345"]


@pytest.mark.parametrize("language", ["en", "cy"])
def test_nobody_is_asked_to_sign_without_the_words_that_are_saved(
    news: Case, own: Officer, manager: Officer, now: datetime, language: str
) -> None:
    write_update(news, own, now, "He was calm.")
    save_draft(own, "He was calm. She was not.")
    client = client_of(own, language)
    assert NOT_IN_IT[language] in text_of(client, ASK)
    assert NOT_IN_IT[language] in said(fill(client, ASK, asked_of=str(manager.pk)))
    with pytest.raises(Barred):
        ask_for_signature(case=news, by=own, at=now, kind=UPDATE, reasons=REASONS)
    with pytest.raises(Barred):
        file_further(case=news, by=own, at=now, kind=UPDATE, reasons=REASONS)
    assert not SignOff.objects.exists()
    assert "She was not." in text_of(client, PAGE)


def test_once_the_saved_words_are_kept_it_is_signed_with_them(
    news: Case, own: Officer, now: datetime
) -> None:
    save_draft(own, "She was not.")
    client = client_of(own)
    page = client.get(PAGE).content.decode()
    mark = page.split('name="draft-of" value="')[1].split('"')[0]
    typed = {"words": "She was not.", "language_of_text": "en", "advice_changes": "no", "draft-of": mark}
    revision = page.split('name="draft-revision" value="')[1].split('"')[0]
    assert fill(client, PAGE, **typed, **{"draft-revision": revision}).status_code == 302
    assert NOT_IN_IT["en"] not in text_of(client, ASK)
    ask_for_signature(case=news, by=own, at=now, kind=UPDATE, reasons=REASONS)
    told = " ".join(pages_of(one) for one in further_versions(news, UPDATE, own, now, draft=True))
    assert "She was not." in told


@pytest.mark.parametrize("page", [PAGE, "/cases/C-2288/note-to-court/"])
def test_a_page_that_was_sent_empty_comes_back_with_what_is_wrong(
    news: Case, own: Officer, page: str
) -> None:
    answered = client_of(own).post(page, {"seen": "0"})
    assert answered.status_code == 200
    assert "govuk-error-summary" in answered.content.decode()

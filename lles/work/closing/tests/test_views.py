"""The pages of closing: what is asked, what is said where something is missing, and that nothing is lost."""

from datetime import date, datetime

import pytest

from lles.casefile import locations
from lles.casefile.models import Case, Officer, Party
from lles.casefile.rules.parts_weighed import PARTS
from lles.casefile.tests.pages import client_of, day, fill, said, summary_of, text_of
from lles.links.pdf_reader import places
from lles.work.closing.queries.facts import readers_of

TODAY = day("ended_on", date(2026, 3, 4))


def answers(case: Case, **more: str) -> dict[str, str]:
    """Everything that the page of letters asks."""
    typed = {"outcome": "order_made", "adults-en": "Weekends.", "adults-cy": "Penwythnosau.", **TODAY}
    for one in readers_of(case):
        typed[f"goes-{one.key}"] = "yes"
        if one.is_child:
            typed |= {f"words-{one.key}-{language}": "You two." for language in one.languages}
    return typed | more


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Does a closing letter go to"), ("cy", "A oes llythyr cau yn mynd at")]
)
def test_it_asks_of_everybody(case: Case, own: Officer, language: str, words: str) -> None:
    page = text_of(client_of(own, language), f"/cases/{case.reference}/closing/letters/")
    assert page.count(words) == len(readers_of(case))


def test_it_names_what_is_missing_and_loses_nothing(case: Case, own: Officer) -> None:
    first = readers_of(case)[0]
    path = f"/cases/{case.reference}/closing/letters/"
    typed = answers(case, **{f"goes-{first.key}": "no", "adults-en": "", "adults-cy": ""})
    answer = fill(client_of(own), path, **typed)
    assert f"Write down why no letter goes to {first.person.name}" in summary_of(answer)
    assert "Write what was decided" in summary_of(answer)
    assert said(answer).count("You two.") == sum(
        len(one.languages) for one in readers_of(case) if one.is_child
    )


def test_it_makes_the_letters_closes_and_opens_again(case: Case, own: Officer) -> None:
    client, base = client_of(own), f"/cases/{case.reference}/closing/"
    assert fill(client, f"{base}letters/", **answers(case)).status_code == 302
    page = text_of(client, base)
    assert "Not told yet" not in page
    assert "No period is set for this record, so it is held." in page
    assert 'value="order_made" checked' in text_of(client, f"{base}close/")
    assert "Give a reason for ending this task" in summary_of(
        fill(client, f"{base}close/", outcome="order_made", **TODAY)
    )
    tasks = {f"task-{one.pk}": "Not needed any more." for one in case.tasks.filter(ended_at=None)}
    assert fill(client, f"{base}close/", outcome="order_made", **TODAY, **tasks).status_code == 302
    assert client.get(f"{base}close/").status_code == 404
    assert "Open the case again" in text_of(client, base)
    assert "This case is closed." in text_of(client, f"/cases/{case.reference}/timeline/")
    assert "Why is the case opened again?" in summary_of(fill(client, f"{base}reopen/", reason=" "))
    assert fill(client, f"{base}reopen/", reason="A new application.").status_code == 302
    page = text_of(client, base)
    assert "opened again on" in page
    assert "This case is closed." not in page
    assert client.get(f"{base}reopen/").status_code == 404


def test_what_may_tell_where_somebody_lives_needs_a_reason(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    home = ("80 Asterleigh Close", "Larkenby", "Chester", "CH2 1ZZ")
    where = locations.Detail(f"party:{father.pk}", locations.ADDRESS, home, True, "party")
    locations.keep(case, [where], now)
    client, path = client_of(own), f"/cases/{case.reference}/closing/letters/"
    typed = answers(case, **{"adults-en": "He lives in Chester now.", "adults-cy": "Mae'n byw yng Nghaer."})
    answer = fill(client, path, **typed)
    assert "Give your reason for going on" in summary_of(answer)
    assert "He lives in Chester now." in said(answer)
    assert not case.documents.filter(kind="closing_letter").exists()
    asked = f"reason-{PARTS}"
    assert f'name="{asked}"' in said(answer)
    assert fill(client, path, **typed, **{asked: "Everybody in the case knows the town."}).status_code == 302
    sealed = case.entries.filter(kind="document_sealed")
    assert any("Everybody in the case knows the town." in str(one.facts) for one in sealed)


def test_what_is_refused_is_refused_before_any_reason_is_asked(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    home = ("80 Asterleigh Close", "Larkenby", "Chester", "CH2 1ZZ")
    where = locations.Detail(f"party:{father.pk}", locations.ADDRESS, home, True, "party")
    locations.keep(case, [where], now)
    client, path = client_of(own), f"/cases/{case.reference}/closing/letters/"
    part, whole = "He lives in Chester now.", "He lives in Chester now, at 80 Asterleigh Close."
    for words in (whole, part):
        typed = answers(case, **{"adults-en": words, "adults-cy": words})
        answer = fill(client, path, **typed)
        assert ("protected from this reader" in said(answer)) is (words == whole)
        assert ("Give your reason for going on" in said(answer)) is (words == part)
    typed = answers(case, **{"adults-en": part, "adults-cy": part})
    child = next(name for name in typed if name.startswith("words-"))
    answer = fill(client, path, **typed | {child: whole})
    assert answer.status_code == 409
    assert not case.documents.filter(kind="closing_letter").exists()


def test_a_preview_shows_what_is_typed_so_far(case: Case, own: Officer) -> None:
    client, path = client_of(own), f"/cases/{case.reference}/closing/letters/"
    preview = f"{path}applicant-1/cy/"
    assert client.get(preview).status_code == 404
    fill(client, path, **{"adults-cy": "Penwythnosau.", "draft-save": "yes"})
    answer = client.get(preview)
    assert answer["Content-Type"] == "application/pdf"
    assert "Penwythnosau." in " ".join(place.text for place in places(answer.content))


def test_what_is_still_open_says_which_document_and_whose(case: Case, own: Officer) -> None:
    client, base = client_of(own), f"/cases/{case.reference}/closing/"
    fill(client, f"{base}letters/", **answers(case))
    adult = case.parties.order_by("pk")[0].name
    for page in (base, f"{base}close/"):
        assert f"Serve: Closing letter: {adult}" in text_of(client, page)

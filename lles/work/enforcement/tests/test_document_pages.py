"""The page on which a document of enforcement is written: what it asks, what it shows, what it keeps."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

import pytest

from lles.casefile.models import Case, Filing, Officer
from lles.casefile.tests.pages import client_of, fill, said, summary_of, text_of
from lles.links.pdf_reader import places
from lles.work.enforcement.changes.documents import made_of
from lles.work.enforcement.models import Enforcement
from lles.work.enforcement.queries.report import Typed
from lles.work.enforcement.tests.recorded import happens
from lles.work.enforcement.tests.written import ANSWERS, PLACE, enforcement_of_the_father, write

Make = Callable[..., Enforcement]


@pytest.fixture
def make(case: Case, own: Officer, now: datetime) -> Make:
    """Makes an enforcement against the father."""
    return partial(enforcement_of_the_father, case, own, now)


def page_of(one: Enforcement, kind: str, more: str = "") -> str:
    return f"/cases/{one.case.reference}/enforcement/{one.pk}/write/{kind}/{more}"


def test_a_report_is_looked_at_before_it_is_sealed(make: Make, own: Officer) -> None:
    one, client = make(ordered=True), client_of(own)
    page, preview = page_of(one, "failure"), page_of(one, "failure", "preview/?reader=court&language=cy")
    assert client.get(preview)["Content-Type"] == "application/pdf", "nothing has to be typed first"
    fill(client, page, **{"words-happened": "Ni ddaeth.", "language_of_words": "cy", "draft-save": "yes"})
    answer = client.get(preview)
    assert answer["Content-Type"] == "application/pdf"
    assert "Ni ddaeth." in " ".join(place.text for place in places(answer.content))
    for more in ("", "?reader=applicant-1&language=en", "?reader=court&language=fr"):
        assert client.get(page_of(one, "failure", f"preview/{more}")).status_code == 404
    assert not one.reports.exists()
    typed = {"words-happened": "Ni ddaeth.", "language_of_words": "cy"}
    assert "in Welsh alone" in said(fill(client, page, **typed))
    assert fill(client, page, **typed, **{"other-happened": "He did not come."}).status_code == 302
    assert one.reports.get().kind == "failure"


@pytest.mark.parametrize(
    ("language", "day_said"), [("en", "Wednesday 4 March 2026"), ("cy", "Dydd Mercher 4 Mawrth 2026")]
)
def test_what_was_recorded_of_a_failure_stands_in_its_report(
    make: Make, own: Officer, now: datetime, language: str, day_said: str
) -> None:
    one, client = make(ordered=True), client_of(own)
    happens(one, own, now, "failure", language=language, words="He was not at the yard.")
    happens(one, own, now, "failure", language=language, words=f"He was seen at {PLACE}.")
    page = page_of(one, "failure")
    preview = client.get(f"{page}preview/?reader=court&language={language}").content
    first = " ".join(" ".join(place.text for place in places(preview)).split())
    for shown in (said(client.get(page)), first):
        assert f"{day_said}: He was not at the yard." in shown
        assert PLACE not in shown
    assert "He was not at the yard." not in said(client.get(page_of(one, "unsuitable")))
    write(one, own, now, "failure", happened="He did not come.")
    assert "He was not at the yard." not in said(client.get(page))


@pytest.mark.parametrize(("words", "said_so"), [(PLACE, True), ("Dee Probation", False)])
def test_the_author_is_told_what_a_document_leaves_out(
    make: Make, own: Officer, words: str, said_so: bool
) -> None:
    one = make(ordered=True)
    one.work.officer_office = words
    one.work.save()
    assert ("The document leaves that out." in said(client_of(own).get(page_of(one, "failure")))) is said_so


def test_whether_the_person_may_read_of_wishes_and_risk_is_asked_where_something_is_written(
    make: Make, own: Officer
) -> None:
    one, client = make(), client_of(own)
    page = page_of(one, "information")
    typed = {**{f"words-{name}": words for name, words in ANSWERS.items()}, "language_of_words": "en"}
    answer = fill(client, page, **typed, **{"words-wishes": "Efa waits at the window."})
    assert "Say whether the person may read it" in summary_of(answer)
    assert "Efa waits at the window." in said(answer)
    typed |= {"words-wishes": "Efa waits at the window.", "all_to_person": "no"}
    assert fill(client, page, **typed).status_code == 302
    assert "wishes" in one.reports.get().said


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("What it says by itself", "alleged", "Can unpaid work be done locally?", "May Gareth Bevan")),
        ("cy", ("ei ddweud ohono", "honedig", "A ellir gwneud gwaith di-dâl yn lleol?", "A yw Gareth Bevan")),
    ],
)
def test_the_page_says_what_the_report_says_by_itself(
    make: Make, own: Officer, language: str, words: tuple[str, ...]
) -> None:
    text = text_of(client_of(own, language), page_of(make(), "information"))
    for one in words:
        assert one in text, one
    assert "checked" not in text.partition("all_to_person")[2].partition("</fieldset>")[0]


def test_a_protected_place_stops_a_document_and_what_was_typed_is_kept(make: Make, own: Officer) -> None:
    page, client = page_of(make(ordered=True), "start_letter"), client_of(own)
    answer = fill(client, page, **{"words-added": PLACE, "language_of_words": "en"})
    assert answer.status_code == 409
    assert f'href="{page}"' in answer.content.decode()
    assert "Heol y D" not in said(answer)
    assert "Heol y D" in text_of(client, page)


def test_no_page_is_there_for_what_cannot_be_written(make: Make, own: Officer, teammate: Officer) -> None:
    one = make()
    for kind in ("failure", "start_letter", "unknown"):
        assert client_of(own).get(page_of(one, kind)).status_code == 404
    assert client_of(teammate).get(page_of(one, "information")).status_code == 404


@pytest.mark.parametrize("lines", range(1, 6))
def test_nobody_signs_a_page_without_words(make: Make, own: Officer, now: datetime, lines: int) -> None:
    one, last = make(), "Those are all of them."
    said = {**ANSWERS, "facts": "\n\n".join([*["One more thing that was said."] * lines, last])}
    for reader in ("respondent-1", "court"):
        typed = Typed(said if reader == "court" else {**said, "risk": "He shouted."}, "en")
        (made,) = made_of(one, "information", typed, own, now, draft=False, only=((reader, "en"),))
        pages: dict[str, list[str]] = {}
        for place in places(made.content):
            if " to " in place.name:  # where a page turns: the end of one and the head of the next
                continue
            pages.setdefault(place.name, []).extend(place.text.split())
        (signed,) = [text for words in pages.values() if own.name in (text := " ".join(words))]
        assert "Those are all" in signed


@pytest.mark.parametrize(
    ("language", "court", "by_hand", "letter"),
    [
        ("en", "It is on its way to the court.", "file it by hand", "It does not go to the court"),
        ("cy", "Mae ar ei ffordd i", "â llaw", "Nid yw"),
    ],
)
def test_what_is_said_after_sealing_is_what_becomes_of_it(
    make: Make, case: Case, own: Officer, language: str, court: str, by_hand: str, letter: str
) -> None:
    one, client = make(ordered=True), client_of(own, language)
    typed = {"words-happened": "He did not come.", "words-added": "", "language_of_words": "en"}
    typed |= {"reason-ENF-MON": "As asked."}
    for kind, words, code in (
        ("failure", court, ""),
        ("failure", by_hand, "637145"),
        ("start_letter", letter, ""),
    ):
        Case.objects.filter(pk=case.pk).update(court_code=code)
        answer = fill(client, page_of(one, kind), **typed)
        assert answer.status_code == 302
        assert words in text_of(client, answer["Location"]), kind
    assert set(Filing.objects.values_list("state", flat=True)) == {Filing.WAITING, Filing.BY_HAND}
